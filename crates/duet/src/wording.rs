//! Wordings: what each of Duet's letters says, in Duet's words or in a scheme's own. Plain text with gaps: `{name}`.
//! Start at [`Kind`].

pub mod access;
pub mod page;
pub mod reword;
pub mod store;

use std::collections::HashMap;

use kit::error::Check;
use kit::words::{Language, Say};
use kit::{Message, Result};

kit::named! {
    /// One of Duet's letters.
    pub enum Kind {
        /// To a mentor, with whom they might be paired.
        Mentor = "mentor",
        /// To a mentee, with whom they might be paired.
        Mentee = "mentee",
        /// To a mentor for whom there is nobody this time.
        MentorLeftOut = "mentor_left_out",
        /// To a mentee for whom there is nobody yet.
        MenteeLeftOut = "mentee_left_out",
        /// To the other of a pair: a session was logged with them. It can wait for the day's one mail.
        SessionLogged = "session_logged",
        /// To somebody for whom a coordinator entered something they told on the telephone.
        Entered = "entered",
        /// To a colleague: whether they would like to apply.
        Encouraged = "encouraged",
        /// To everybody in a pair: where they stand, before a round gets going.
        RateBefore = "rate_before",
        /// The same, when it comes to its end.
        RateAfter = "rate_after",
        /// A letter with words of its own, which nobody edits.
        Other = "other",
    }
}

/// What fills the gaps of a letter.
pub type Filled = Vec<(&'static str, String)>;

/// The most characters of a subject.
pub const MOST_SUBJECT: usize = 150;
/// The most characters of a body.
pub const MOST_BODY: usize = 4000;

/// A subject and a body, with or without gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What the letter is about, in a line.
    pub subject: String,
    /// The letter.
    pub body: String,
}

impl Kind {
    /// The kinds whose words a scheme may change.
    pub const EDITABLE: [Kind; 9] = [
        Kind::Mentor,
        Kind::Mentee,
        Kind::MentorLeftOut,
        Kind::MenteeLeftOut,
        Kind::SessionLogged,
        Kind::Entered,
        Kind::Encouraged,
        Kind::RateBefore,
        Kind::RateAfter,
    ];

    /// The gaps its words may have.
    #[must_use]
    pub fn gaps(self) -> &'static [&'static str] {
        match self {
            Kind::Mentor | Kind::Mentee => {
                &["name", "other", "workplace", "why", "starts", "round", "scheme", "signed"]
            }
            Kind::MentorLeftOut | Kind::MenteeLeftOut | Kind::RateBefore | Kind::RateAfter => {
                &["name", "round", "scheme", "signed"]
            }
            Kind::SessionLogged => &["name", "other", "day", "round", "scheme"],
            Kind::Entered => &["name", "what", "round", "scheme", "signed"],
            Kind::Encouraged => &["name", "purpose", "until", "link", "round", "scheme", "signed"],
            Kind::Other => &[],
        }
    }

    /// The gaps its body must have, or the letter would not say what it is for.
    #[must_use]
    pub fn required(self) -> &'static [&'static str] {
        match self {
            Kind::Mentor | Kind::Mentee | Kind::SessionLogged => &["other"],
            Kind::MentorLeftOut | Kind::MenteeLeftOut | Kind::RateBefore | Kind::RateAfter => &["round"],
            Kind::Entered => &["what"],
            Kind::Encouraged => &["link"],
            Kind::Other => &[],
        }
    }

    /// Whether it can wait for the day's one mail.
    #[must_use]
    pub fn can_wait(self) -> bool {
        self == Kind::SessionLogged
    }

    /// The key of what it is called on pages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Mentor => "wording-mentor",
            Kind::Mentee => "wording-mentee",
            Kind::MentorLeftOut => "wording-mentor-left-out",
            Kind::MenteeLeftOut => "wording-mentee-left-out",
            Kind::SessionLogged => "wording-session-logged",
            Kind::Entered => "wording-entered",
            Kind::Encouraged => "wording-encouraged",
            Kind::RateBefore => "wording-rate-before",
            Kind::RateAfter => "wording-rate-after",
            Kind::Other => "wording-other",
        }
    }

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Kind::Mentor => ("letter-mentor-subject", "letter-mentor-body"),
            Kind::Mentee => ("letter-mentee-subject", "letter-mentee-body"),
            Kind::MentorLeftOut => ("letter-mentor-left-out-subject", "letter-mentor-left-out-body"),
            Kind::MenteeLeftOut => ("letter-mentee-left-out-subject", "letter-mentee-left-out-body"),
            Kind::SessionLogged => ("letter-session-logged-subject", "letter-session-logged-body"),
            Kind::Entered => ("letter-entered-subject", "letter-entered-body"),
            Kind::Encouraged => ("letter-encouraged-subject", "letter-encouraged-body"),
            Kind::RateBefore => ("letter-rate-before-subject", "letter-rate-before-body"),
            Kind::RateAfter => ("letter-rate-after-subject", "letter-rate-after-body"),
            Kind::Other => ("wording-other", "wording-other"),
        }
    }

    /// Duet's own words for it, with their gaps.
    #[must_use]
    pub fn usual(self, say: Say) -> Wording {
        let with_gaps = |key| {
            let empty = Message::new(key);
            say.message(&self.gaps().iter().fold(empty, |message, gap| message.with(gap, format!("{{{gap}}}"))))
        };
        let (subject, body) = self.keys();
        Wording { subject: with_gaps(subject), body: with_gaps(body) }
    }
}

/// A scheme's own wordings; Duet's for what it has none for.
#[derive(Clone, Debug, Default)]
pub struct Wordings(HashMap<(Kind, Language), Wording>);

impl Wordings {
    /// The words of a kind in a language, with their gaps; and whether they are the scheme's own.
    #[must_use]
    pub fn of(&self, kind: Kind, say: Say) -> (Wording, bool) {
        match self.0.get(&(kind, say.language)) {
            Some(own) => (own.clone(), true),
            None => (kind.usual(say), false),
        }
    }

    /// A letter's words, filled in.
    #[must_use]
    pub fn filled(&self, kind: Kind, say: Say, filled: &Filled) -> Wording {
        self.of(kind, say).0.filled(filled)
    }
}

impl FromIterator<(Kind, Language, Wording)> for Wordings {
    fn from_iter<I: IntoIterator<Item = (Kind, Language, Wording)>>(all: I) -> Wordings {
        Wordings(all.into_iter().map(|(kind, language, wording)| ((kind, language), wording)).collect())
    }
}

impl Wording {
    /// Checks that it can be filled in as a letter of this kind.
    ///
    /// # Errors
    /// `Invalid` with one problem per field: empty, too long, a gap nobody fills, one missing that must be there.
    pub fn check(&self, kind: Kind) -> Result<()> {
        let unknown = |text| gaps(text).find(|gap| !kind.gaps().contains(gap)).map(str::to_owned);
        let missing = kind.required().iter().find(|gap| !gaps(&self.body).any(|has| has == **gap));
        let mut check = Check::default();
        for (field, text, most) in [("subject", &self.subject, MOST_SUBJECT), ("body", &self.body, MOST_BODY)] {
            let unknown =
                unknown(text).map(|gap| Message::new("wording-gap-unknown").with("gap", format!("{{{gap}}}")));
            check
                .that(!text.trim().is_empty(), field, "form-missing")
                .that(text.chars().count() <= most, field, Message::new("form-too-long").with("most", most))
                .that(unknown.is_none(), field, unknown.unwrap_or_else(|| Message::new("wording-gap-unknown")));
        }
        if let Some(gap) = missing {
            check.that(false, "body", Message::new("wording-gap-missing").with("gap", format!("{{{gap}}}")));
        }
        let control = self.body.chars().any(|c| c.is_control() && c != '\n');
        check.that(!control && !self.subject.chars().any(char::is_control), "body", "form-control-characters").done()
    }

    /// The words with their gaps filled. What fills a gap is not looked into.
    #[must_use]
    pub fn filled(&self, filled: &Filled) -> Wording {
        Wording { subject: fill(&self.subject, filled), body: fill(&self.body, filled) }
    }
}

/// The gaps of a text: what stands between brackets.
fn gaps(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest).trim())
}

fn fill(text: &str, filled: &Filled) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let gap = part.split_once('}').and_then(|(gap, rest)| {
            let value = filled.iter().find(|(name, _)| *name == gap.trim()).map(|(_, value)| value)?;
            Some((value, rest))
        });
        match gap {
            Some((value, rest)) => out.extend([value, rest]),
            None => out.extend(["{", part]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(subject: &str, body: &str) -> Wording {
        Wording { subject: subject.to_owned(), body: body.to_owned() }
    }

    fn problem(subject: &str, body: &str) -> (&'static str, &'static str) {
        match wording(subject, body).check(Kind::Mentee) {
            Err(kit::Error::Invalid(problems)) => (problems[0].field, problems[0].message.key),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn gaps_are_filled_once() {
        let filled = vec![("name", "Siân {other}".to_owned()), ("other", "Tom".to_owned())];
        let text = wording("{name} and { other }", "{name}{{other} {nobody} {").filled(&filled);
        assert_eq!(text.subject, "Siân {other} and Tom");
        assert_eq!(text.body, "Siân {other}{Tom {nobody} {");
    }

    #[test]
    fn a_wording_nobody_could_fill_is_refused() {
        assert!(wording("Your mentor", "Dear {name}, it is { other }.").check(Kind::Mentee).is_ok());
        assert_eq!(problem("", "{other}"), ("subject", "form-missing"));
        assert_eq!(problem("Hello {nmae}", "{other}"), ("subject", "wording-gap-unknown"));
        assert_eq!(problem("Hello", "{other} {password}"), ("body", "wording-gap-unknown"));
        assert_eq!(problem("Hello", "{other} and an open {"), ("body", "wording-gap-unknown"));
        assert_eq!(problem("Hello", "Dear {name}"), ("body", "wording-gap-missing"));
        assert_eq!(problem("Hello", &"{other}".repeat(700)), ("body", "form-too-long"));
        assert_eq!(problem("Hel\u{7}lo", "{other}"), ("body", "form-control-characters"));
    }

    #[test]
    fn duets_own_words_can_be_filled_in_every_language() {
        let words = crate::words::words().unwrap();
        for kind in Kind::EDITABLE {
            for language in Language::ALL {
                let usual = kind.usual(words.say(*language));
                assert!(usual.check(kind).is_ok(), "{kind} in {language}: {usual:?}");
            }
        }
    }
}
