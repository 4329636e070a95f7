//! Ratings: where somebody says they stand on each outcome of their scheme, before a round and after it. The answers are
//! theirs alone, sealed; a coach reads those that somebody shares. What a round comes to is worked out once, when asking
//! ends, and guarded. Start at [`Answered`] and [`guard`].

pub mod access;
pub mod ask;
pub mod guard;
pub mod page;
pub mod rate;
pub mod slopes;
pub mod store;
pub mod summary;
pub mod withdraw;

use std::collections::BTreeMap;

use kit::clock::Instant;
use kit::error::Check;
use kit::seal::Private;
use kit::words::Language;
use kit::{Error, Message, Result, id};
use serde::{Deserialize, Serialize};

use crate::outcome::{For, Outcome, OutcomeId};
use crate::person::PersonId;
use crate::round::rules::Role;

id! {
    /// A rating's.
    pub RatingId;
}

kit::named! {
    /// When people are asked.
    pub enum Moment {
        /// Before they begin.
        Before = "before",
        /// When they have finished.
        After = "after",
    }
}

/// The steps of the ladder: 1, not at all, to 5, fully.
pub const STEPS: usize = 5;
/// The most characters of the line of one's own.
pub const MOST_LINE: usize = 300;

/// What somebody answered: a step for each outcome they were asked about, and a line if they like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Outcome to step, 1 to 5.
    pub steps: BTreeMap<OutcomeId, u8>,
    /// A line of their own; may be empty.
    pub line: String,
}

impl Answered {
    /// Checks that there is a step for each outcome, and nothing else.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self, asked: &[OutcomeId]) -> Result<()> {
        let known = self.steps.keys().all(|id| asked.contains(id));
        let fine = self.steps.values().all(|step| (1..=STEPS).contains(&usize::from(*step)));
        let odd = self.line.chars().any(char::is_control);
        Check::default()
            .that(known && fine && asked.iter().all(|id| self.steps.contains_key(id)), "steps", "rating-step-missing")
            .that(self.line.chars().count() <= MOST_LINE, "line", Message::new("form-too-long").with("most", MOST_LINE))
            .that(!odd, "line", "form-control-characters")
            .done()
    }

    /// As it is sealed.
    ///
    /// # Errors
    /// `Internal`, never in practice.
    pub fn to_private(&self) -> Result<Private> {
        Ok(Private::new(serde_json::to_string(self).map_err(Error::internal)?))
    }

    /// As it was sealed; nothing when it is not that.
    #[must_use]
    pub fn from_private(words: &Private) -> Option<Answered> {
        serde_json::from_str(words.reveal()).ok()
    }
}

/// A rating as its author reads it.
#[derive(Clone, Debug)]
pub struct Rating {
    /// Its id.
    pub id: RatingId,
    /// Before or after.
    pub moment: Moment,
    /// What they said; nothing when its key is lost.
    pub answered: Option<Answered>,
    /// Whether the coach may read it.
    pub shared: bool,
    /// When they said it.
    pub rated_at: Instant,
}

/// When a round's people were asked, and until when.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Before or after.
    pub moment: Moment,
    /// When they were asked; ahead, while the letters are held.
    pub asked_at: Instant,
    /// When asking ended.
    pub closed_at: Option<Instant>,
}

impl Asking {
    /// Whether nobody has been asked yet: its letters are held.
    #[must_use]
    pub fn is_held(&self, now: Instant) -> bool {
        self.asked_at > now
    }
}

/// Somebody who can be asked.
#[derive(Clone)]
pub struct Askable {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The language they are written to in.
    pub language: Language,
}

impl std::fmt::Debug for Askable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Askable({})", self.id)
    }
}

/// Whether somebody in a role is asked about an outcome.
#[must_use]
pub fn is_for(outcome: &Outcome, role: Role) -> bool {
    matches!((outcome.for_role, role), (For::Both, _) | (For::Mentor, Role::Mentor) | (For::Mentee, Role::Mentee))
}

/// The key of a step's words.
#[must_use]
pub fn step_key(step: u8) -> &'static str {
    match step {
        1 => "rating-step-1",
        2 => "rating-step-2",
        3 => "rating-step-3",
        4 => "rating-step-4",
        _ => "rating-step-5",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::Uuid;

    #[test]
    fn every_outcome_that_is_asked_has_a_step_and_no_other() {
        let id = |n| OutcomeId(Uuid::from_u128(n));
        let answered = |steps: &[(u128, u8)], line: &str| Answered {
            steps: steps.iter().map(|(at, step)| (id(*at), *step)).collect(),
            line: line.to_owned(),
        };
        let asked = [id(1), id(2)];
        assert!(answered(&[(1, 1), (2, 5)], "ŵ").check(&asked).is_ok());
        for wrong in [&[(1, 1)][..], &[(1, 1), (2, 6)], &[(1, 0), (2, 1)], &[(1, 1), (2, 1), (3, 1)]] {
            assert!(answered(wrong, "").check(&asked).is_err(), "{wrong:?}");
        }
        assert!(answered(&[(1, 1), (2, 5)], &"a".repeat(MOST_LINE + 1)).check(&asked).is_err());
        let kept = answered(&[(1, 1), (2, 5)], "a line");
        assert_eq!(Answered::from_private(&kept.to_private().unwrap()), Some(kept));
        assert_eq!(Answered::from_private(&Private::new("{")), None);
    }
}
