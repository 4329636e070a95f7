//! Conditions: what good mentoring needs of a scheme, and how this one has it. The organisation supports it, people are
//! chosen for each other by something, it has outcomes, and the mentor gets something too. Start at [`lacking`].

pub mod access;
pub mod page;
pub mod store;
pub mod write;

use kit::error::Check;
use kit::words::Language;
use kit::{Message, Result};

kit::named! {
    /// A condition that is met in words. Outcomes, the fourth, have a place of their own.
    pub enum Kind {
        /// The organisation acknowledges the scheme and supports it.
        Support = "support",
        /// What mentor and mentee are chosen for each other by.
        Criteria = "criteria",
        /// What the mentor gets.
        Reward = "reward",
    }
}

impl Kind {
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Support => "condition-support",
            Kind::Criteria => "condition-criteria",
            Kind::Reward => "condition-reward",
        }
    }

    /// The key of what to write.
    #[must_use]
    pub fn how_key(self) -> &'static str {
        match self {
            Kind::Support => "condition-support-how",
            Kind::Criteria => "condition-criteria-how",
            Kind::Reward => "condition-reward-how",
        }
    }

    /// The key of how a scheme says that it lacks it.
    #[must_use]
    pub fn lacking_key(self) -> &'static str {
        match self {
            Kind::Support => "condition-support-lacking",
            Kind::Criteria => "condition-criteria-lacking",
            Kind::Reward => "condition-reward-lacking",
        }
    }
}

/// The longest condition, in characters.
pub const MOST_WORDS: usize = 2000;

/// How a scheme meets a condition.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Which.
    pub kind: Kind,
    /// How, in English.
    pub words: String,
    /// The same in Welsh; empty: the English stands for both.
    pub words_cy: String,
}

impl Condition {
    /// Its words in a language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        if language == Language::Welsh && !self.words_cy.is_empty() { &self.words_cy } else { &self.words }
    }

    /// Checks it.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let long = Message::new("form-too-long").with("most", MOST_WORDS);
        Check::default()
            .that((1..=MOST_WORDS).contains(&self.words.chars().count()), "words", "form-missing")
            .that(self.words_cy.chars().count() <= MOST_WORDS, "words_cy", long)
            .done()
    }
}

/// What a scheme with these conditions and so many outcomes still lacks of the four: the keys of saying so.
#[must_use]
pub fn lacking(conditions: &[Condition], outcomes: usize) -> Vec<&'static str> {
    let missing = Kind::ALL.iter().filter(|kind| !conditions.iter().any(|one| one.kind == **kind));
    let outcomes = (outcomes == 0).then_some("condition-outcomes-lacking");
    missing.map(|kind| kind.lacking_key()).chain(outcomes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(kind: Kind) -> Condition {
        Condition { kind, words: "Words.".into(), words_cy: String::new() }
    }

    #[test]
    fn a_scheme_lacks_what_it_has_not_said() {
        assert_eq!(lacking(&[], 0).len(), 4);
        assert_eq!(lacking(&[met(Kind::Reward)], 0).len(), 3);
        let all: Vec<Condition> = Kind::ALL.iter().map(|kind| met(*kind)).collect();
        assert_eq!(lacking(&all, 0), ["condition-outcomes-lacking"]);
        assert!(lacking(&all, 1).is_empty());
    }
}
