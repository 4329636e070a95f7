//! Outcomes: what a scheme is meant to bring those who take part, in words of its own. People say where they stand on each
//! before and after. Start at [`OutcomeDraft::check`].

pub mod access;
pub mod add;
pub mod page;
pub mod reword;
pub mod store;
pub mod withdraw;

use kit::clock::Day;
use kit::error::Check;
use kit::words::Language;
use kit::{Message, Result, id};

use crate::scheme::{Colour, SchemeId};

id! {
    /// An outcome's.
    pub OutcomeId;
}

kit::named! {
    /// Who is asked about an outcome.
    pub enum For {
        /// Mentors.
        Mentor = "mentor",
        /// Mentees.
        Mentee = "mentee",
        /// Mentors and mentees.
        Both = "both",
    }
}

/// The longest outcome, in characters.
pub const MOST_WORDS: usize = 300;
/// The most outcomes that people of a scheme are asked about at a time.
pub const MOST: usize = 20;

/// An outcome, with what its page needs of its scheme.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// Its scheme.
    pub scheme: SchemeId,
    /// The scheme's name.
    pub scheme_name: String,
    /// The scheme's palette.
    pub colour: Colour,
    /// Where it stands among the scheme's.
    pub position: i64,
    /// What it is, in English.
    pub words: String,
    /// The same in Welsh; empty: the English stands for both.
    pub words_cy: String,
    /// Who is asked about it.
    pub for_role: For,
    /// From when on nobody is asked.
    pub withdrawn_on: Option<Day>,
}

impl Outcome {
    /// Its words in a language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.words_cy.is_empty() { &self.words_cy } else { &self.words }
    }

    /// Whether people are asked about it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.withdrawn_on.is_none()
    }
}

impl For {
    /// The key of who is asked, in words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            For::Mentor => "outcome-for_role-mentor",
            For::Mentee => "outcome-for_role-mentee",
            For::Both => "outcome-for_role-both",
        }
    }
}

/// An outcome before it is kept.
#[derive(Clone, Debug)]
pub struct OutcomeDraft {
    /// What it is, in English.
    pub words: String,
    /// The same in Welsh; may be empty.
    pub words_cy: String,
    /// Who is asked about it.
    pub for_role: For,
}

impl OutcomeDraft {
    /// Checks the draft.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let (words, words_cy) = (self.words.chars().count(), self.words_cy.chars().count());
        Check::default()
            .that((1..=MOST_WORDS).contains(&words), "words", "outcome-words-missing")
            .that(words_cy <= MOST_WORDS, "words_cy", Message::new("form-too-long").with("most", MOST_WORDS))
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_needed_and_bounded_in_both_languages() {
        let draft = |words: usize, words_cy: usize| OutcomeDraft {
            words: "w".repeat(words),
            words_cy: "ŵ".repeat(words_cy),
            for_role: For::Both,
        };
        assert!(draft(1, 0).check().is_ok() && draft(MOST_WORDS, MOST_WORDS).check().is_ok());
        for (words, words_cy) in [(0, 0), (MOST_WORDS + 1, 0), (1, MOST_WORDS + 1)] {
            assert!(draft(words, words_cy).check().is_err(), "{words} {words_cy}");
        }
    }
}
