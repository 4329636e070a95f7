//! Calls: a round that is open asks people to apply, and they apply by themselves. What they type is theirs alone until they
//! send it; until the last day they can change it, and take it back. Start at [`Call::is_open`] and [`Draft`].

pub mod access;
pub mod draft;
pub mod forget;
pub mod page;
pub mod send;
pub mod store;
pub mod take_back;

use kit::clock::{Day, Instant};
use kit::error::Check;
use kit::{Message, Result, id};
use serde::{Deserialize, Serialize};

use crate::entry::application::check_answers;
use crate::question::Question;
use crate::round::rules::{Answers, Role, answer};
use crate::round::{RoundId, Stage};
use crate::scheme::{Colour, SchemeId};

id! {
    /// A draft's.
    pub DraftId;
}

/// The most mentees that somebody says on a form they can take.
pub const MOST_PLACES: i64 = 20;
/// How many days after the last day to apply it is kept what somebody typed and did not send.
pub const DRAFT_DAYS: i32 = 30;
/// The longest job and workplace, in characters.
pub const MOST_LINE: usize = 200;

/// A round as those who might apply see it.
#[derive(Clone, Debug)]
pub struct Call {
    /// The round.
    pub id: RoundId,
    /// Its name.
    pub name: String,
    /// Its scheme.
    pub scheme: SchemeId,
    /// The scheme's name.
    pub scheme_name: String,
    /// What the scheme is for.
    pub purpose: String,
    /// The scheme's palette.
    pub colour: Colour,
    /// When pairs begin to meet.
    pub starts_on: Day,
    /// When it ends.
    pub ends_on: Day,
    /// The last day to apply.
    pub apply_by: Option<Day>,
    /// The stage it was moved to last.
    pub stage: Stage,
    /// Whether anybody has applied.
    pub applied: bool,
    /// Whether any pair was told.
    pub told: bool,
}

impl Call {
    /// Whether people can apply on a day: its stage is open, a last day was said, and it is not over.
    #[must_use]
    pub fn is_open(&self, today: Day) -> bool {
        let open = self.stage == Stage::Open || (self.stage == Stage::Draft && self.applied);
        open && !self.told && self.apply_by.is_some_and(|day| today <= day)
    }
}

/// The day on which what was typed and not sent is thrown away, for a last day to apply.
#[must_use]
pub fn drafts_go_on(apply_by: Day) -> Day {
    apply_by.checked_add(jiff::Span::new().days(DRAFT_DAYS)).unwrap_or(apply_by)
}

/// A call as home lists it for somebody.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The call.
    pub call: Call,
    /// Whether they have applied.
    pub has_applied: bool,
    /// Whether they have begun, and not sent it.
    pub has_draft: bool,
}

/// What somebody typed, sent or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What they do.
    pub job_title: String,
    /// Where they work.
    pub workplace: String,
    /// How many mentees a mentor takes; 1 for a mentee.
    pub places: u32,
    /// What they answered.
    pub answers: Answers,
    /// What the law protects, by the same keys.
    #[serde(default)]
    pub private: Answers,
}

impl Draft {
    /// What was answered to a question.
    #[must_use]
    pub fn answer(&self, question: &Question) -> &str {
        let of = if question.worded.purpose.is_empty() { &self.answers } else { &self.private };
        answer(of, &question.key)
    }

    /// Answers a question; nothing typed is no answer.
    pub fn set(&mut self, question: &Question, text: String) {
        let of = if question.worded.purpose.is_empty() { &mut self.answers } else { &mut self.private };
        if text.is_empty() {
            of.remove(&question.key);
        } else {
            of.insert(question.key.clone(), text);
        }
    }

    /// Checks what can be checked while it is being written: nothing is too long or odd.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self, role: Role) -> Result<()> {
        let long = || Message::new("form-too-long").with("most", MOST_LINE);
        let fits = |text: &str| text.chars().count() <= MOST_LINE && !text.chars().any(char::is_control);
        Check::default()
            .that(fits(&self.job_title), "job_title", long())
            .that(fits(&self.workplace), "workplace", long())
            .that((1..=MOST_PLACES).contains(&i64::from(self.places)), "places", places_wrong())
            .done()?;
        check_answers(role, self.places, &self.answers)?;
        check_answers(role, self.places, &self.private)
    }

    /// The questions of these that have no answer yet and should have one. What the law protects nobody has to say, and who
    /// meets a rule in one way need not say whether they meet it in another.
    #[must_use]
    pub fn unanswered<'q>(&self, questions: &'q [Question]) -> Vec<&'q Question> {
        let open = |one: &&Question| !one.optional && self.answer(one).is_empty();
        questions.iter().filter(open).collect()
    }

    /// The same without answers to what is not asked.
    #[must_use]
    pub fn asked_only(mut self, questions: &[Question]) -> Draft {
        self.answers.retain(|key, _| questions.iter().any(|one| one.key == *key && one.worded.purpose.is_empty()));
        self.private.retain(|key, _| questions.iter().any(|one| one.key == *key && !one.worded.purpose.is_empty()));
        self
    }
}

/// What is said of a number of places that is none.
#[must_use]
pub fn places_wrong() -> Message {
    Message::new("form-whole").with("least", 1).with("most", MOST_PLACES)
}

/// An application as its own person sees it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// As what.
    pub role: Role,
    /// What it says.
    pub draft: Draft,
    /// When it was sent, or came in.
    pub applied_at: Instant,
    /// When they last sent it themselves, if they did.
    pub sent_at: Option<Instant>,
    /// Whether they are let in although they do not meet a rule.
    pub waived: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use kit::id::Uuid;

    fn call(stage: Stage) -> Call {
        Call {
            id: Uuid::nil().into(),
            name: String::new(),
            scheme: Uuid::nil().into(),
            scheme_name: String::new(),
            purpose: String::new(),
            colour: Colour::Teal,
            starts_on: date(2026, 12, 1),
            ends_on: date(2027, 7, 31),
            apply_by: Some(date(2026, 11, 12)),
            stage,
            applied: false,
            told: false,
        }
    }

    #[test]
    fn a_round_takes_applications_while_it_is_open_and_until_its_last_day() {
        let day = date(2026, 11, 12);
        assert!(call(Stage::Open).is_open(day) && call(Stage::Open).is_open(date(2026, 11, 1)));
        assert!(!call(Stage::Open).is_open(date(2026, 11, 13)), "the last day is over");
        assert!(!Call { apply_by: None, ..call(Stage::Open) }.is_open(day), "nobody said until when");
        assert!(!call(Stage::Draft).is_open(day), "it is being set up");
        assert!(Call { applied: true, ..call(Stage::Draft) }.is_open(day), "people came in, and a last day was said");
        assert!(!Call { told: true, ..call(Stage::Open) }.is_open(day), "pairs were told");
        for later in [Stage::Matching, Stage::Training, Stage::Active, Stage::Review, Stage::Closed] {
            assert!(!call(later).is_open(day), "{later}");
        }
    }

    #[test]
    fn what_is_too_long_or_odd_is_not_taken() {
        let draft = Draft { places: 1, ..Draft::default() };
        assert!(draft.check(Role::Mentee).is_ok());
        assert!(Draft { places: 2, ..draft.clone() }.check(Role::Mentee).is_err());
        assert!(Draft { places: 2, ..draft.clone() }.check(Role::Mentor).is_ok());
        assert!(Draft { places: 21, ..draft.clone() }.check(Role::Mentor).is_err());
        assert!(Draft { workplace: "a".repeat(201), ..draft.clone() }.check(Role::Mentor).is_err());
        let said = |text: &str| Draft { answers: [("wants".to_owned(), text.to_owned())].into(), ..draft.clone() };
        assert!(said("listening").check(Role::Mentee).is_ok());
        assert!(said(&"a".repeat(501)).check(Role::Mentee).is_err() && said("a\u{7}").check(Role::Mentee).is_err());
    }
}
