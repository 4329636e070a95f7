//! Partnerships: what a mentor and a mentee agreed, or are asked to agree.

pub mod access;
pub mod answer;
pub mod flag;
pub mod list;
pub mod offer;
pub mod page;
pub mod step_back;
pub mod store;
pub mod talk;

use kit::clock::Day;
use kit::id;

use crate::person::PersonId;
use crate::round::RoundId;
use crate::scheme::{Colour, SchemeId};

id! {
    /// A partnership's.
    pub PartnershipId;
}

kit::named! {
    /// A yes or a no to a partnership.
    pub enum Answer {
        /// Yes.
        Accept = "accept",
        /// No, without blame.
        Decline = "decline",
    }
}

/// Where a partnership stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not both have answered.
    Offered,
    /// Both said yes, and it has not ended.
    Running,
    /// It ended, or one of them said no before it began.
    Over,
}

/// A partnership, as one of its two people sees it.
#[derive(Clone, Debug)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// Its round.
    pub round: RoundId,
    /// The scheme.
    pub scheme: SchemeId,
    /// Its name.
    pub scheme_name: String,
    /// The round's name.
    pub round_name: String,
    /// The scheme's palette.
    pub colour: Colour,
    /// The mentor.
    pub mentor: PersonId,
    /// Their name.
    pub mentor_name: String,
    /// The mentee.
    pub mentee: PersonId,
    /// Their name.
    pub mentee_name: String,
    /// When both had said yes.
    pub started_on: Option<Day>,
    /// When it ended, or was declined.
    pub finished_on: Option<Day>,
    /// Whether the two may hold a first talk before they answer.
    pub first_talk: bool,
    /// The day of that talk.
    pub talk_on: Option<Day>,
    /// Whether it ended because one of them stepped back.
    pub stepped_back: bool,
    /// How many sessions were held.
    pub sessions: i64,
}

impl Partnership {
    /// Whether either may step back from it without a reason: until they have met a second time.
    #[must_use]
    pub fn may_be_stepped_back_from(&self) -> bool {
        self.standing() != Standing::Over && self.sessions <= 1
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        standing(self.started_on, self.finished_on)
    }

    /// The name of the other person.
    #[must_use]
    pub fn other_name(&self, person: PersonId) -> &str {
        if person == self.mentor { &self.mentee_name } else { &self.mentor_name }
    }

    /// The other person.
    #[must_use]
    pub fn other(&self, person: PersonId) -> PersonId {
        if person == self.mentor { self.mentee } else { self.mentor }
    }
}

/// Two who were a pair of a scheme before Duet knew them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlierPair {
    /// The mentor.
    pub mentor: PersonId,
    /// The mentee.
    pub mentee: PersonId,
    /// When they began, if it is known.
    pub started_on: Option<Day>,
    /// When it was over.
    pub finished_on: Day,
}

/// Two who are a pair of a round: offered, or running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunningPair {
    /// The mentor.
    pub mentor: PersonId,
    /// The mentee.
    pub mentee: PersonId,
    /// When they began, if they did.
    pub started_on: Option<Day>,
}

/// A pair of a round that has begun, and may be over.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    /// Its id.
    pub id: PartnershipId,
    /// The mentor.
    pub mentor: PersonId,
    /// The mentee.
    pub mentee: PersonId,
    /// When they began.
    pub started_on: Day,
    /// When it was over, if it is.
    pub finished_on: Option<Day>,
}

/// Where a partnership with these dates stands.
#[must_use]
pub fn standing(started_on: Option<Day>, finished_on: Option<Day>) -> Standing {
    match (started_on, finished_on) {
        (_, Some(_)) => Standing::Over,
        (Some(_), None) => Standing::Running,
        (None, None) => Standing::Offered,
    }
}

/// A partnership as the people who lead the round see it: that it is, not what is said in it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Its id.
    pub id: PartnershipId,
    /// The mentor's name.
    pub mentor_name: String,
    /// The mentee's name.
    pub mentee_name: String,
    /// When both had said yes.
    pub started_on: Option<Day>,
    /// When it ended, or was declined.
    pub finished_on: Option<Day>,
    /// Whether it ended because one of them stepped back.
    pub stepped_back: bool,
    /// How many have said yes.
    pub accepted: i64,
    /// How many sessions were held.
    pub sessions: i64,
    /// How long they were together.
    pub minutes: i64,
    /// The day of the last one.
    pub last_on: Option<Day>,
}

/// After so many days without a session a running pair counts as quiet: pairs meet about once a month.
const QUIET_DAYS: i64 = 35;

/// The day since which a running pair that is not quiet has met, or begun.
#[must_use]
pub fn quiet_since(today: Day) -> Day {
    today.saturating_sub(jiff::Span::new().days(QUIET_DAYS))
}

impl Overview {
    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        standing(self.started_on, self.finished_on)
    }

    /// Whether it runs, and the two have not met for a while.
    #[must_use]
    pub fn is_quiet(&self, today: Day) -> bool {
        let last = self.last_on.or(self.started_on);
        self.standing() == Standing::Running && last.is_some_and(|day| day <= quiet_since(today))
    }
}
