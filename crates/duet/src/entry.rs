//! Entries: what a coordinator enters for somebody who phoned. It counts as theirs at once, says wherever it shows who
//! entered it for whom, and they can set it right. Nothing private is ever entered. Start at [`application::enter`].

pub mod access;
pub mod answer;
pub mod application;
pub mod correct;
pub mod page;
pub mod session;
pub mod settle;
pub mod store;
pub mod tell;

use kit::clock::Instant;
use kit::id;
use kit::id::Uuid;

use crate::person::PersonId;
use crate::round::RoundId;
use crate::scheme::{Colour, SchemeId};
use crate::session::ENTRY_OPEN;

id! {
    /// An entry's.
    pub EntryId;
}

kit::named! {
    /// What was entered.
    pub enum What {
        /// An application to a round.
        Application = "application",
        /// A yes or a no to a partnership.
        Answer = "answer",
        /// A session.
        Session = "session",
    }
}

kit::named! {
    /// What came of an entry.
    pub enum Settled {
        /// Who it is for says that it is right.
        Right = "right",
        /// It was taken back, as if it had not been entered.
        TakenBack = "taken_back",
    }
}

/// What was entered, by whom, for whom.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The round it belongs to.
    pub round: RoundId,
    /// The round's name.
    pub round_name: String,
    /// The scheme.
    pub scheme: SchemeId,
    /// The scheme's palette.
    pub colour: Colour,
    /// What it is.
    pub what: What,
    /// The application, the partnership or the session.
    pub subject: Uuid,
    /// For whom.
    pub entered_for: PersonId,
    /// Their name.
    pub for_name: String,
    /// The name of who entered it.
    pub by_name: String,
    /// When.
    pub entered_at: Instant,
    /// What came of it.
    pub settled: Option<Settled>,
}

impl Entry {
    /// Whether it can still be set right: for fourteen days, until it is settled.
    #[must_use]
    pub fn is_open(&self, now: Instant) -> bool {
        self.settled.is_none() && now < self.entered_at + ENTRY_OPEN
    }
}

/// One that still waits for the word of who it is for.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The entry.
    pub id: EntryId,
    /// Who entered it.
    pub by_name: String,
    /// In which round.
    pub round_name: String,
}

/// An answer that was entered for one of a pair.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The entry.
    pub id: EntryId,
    /// Who entered it.
    pub by_name: String,
    /// For whom.
    pub for_name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_open_for_fourteen_days_or_until_it_is_settled() {
        let now: Instant = "2026-11-03T10:00:00Z".parse().unwrap();
        let mut entry = Entry {
            id: Uuid::nil().into(),
            round: Uuid::nil().into(),
            round_name: String::new(),
            scheme: Uuid::nil().into(),
            colour: Colour::Teal,
            what: What::Session,
            subject: Uuid::nil(),
            entered_for: Uuid::nil().into(),
            for_name: String::new(),
            by_name: String::new(),
            entered_at: now,
            settled: None,
        };
        assert!(entry.is_open(now) && entry.is_open(now + ENTRY_OPEN - jiff::SignedDuration::from_secs(1)));
        assert!(!entry.is_open(now + ENTRY_OPEN));
        entry.settled = Some(Settled::Right);
        assert!(!entry.is_open(now));
    }
}
