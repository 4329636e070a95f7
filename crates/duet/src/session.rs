//! Sessions: the meetings of a partnership, written down afterwards. Start at [`SessionDraft::check`].

pub mod access;
pub mod log;
pub mod page;
pub mod store;

use kit::clock::Day;
use kit::error::Check;
use kit::{Message, Result, id};

id! {
    /// A session's.
    pub SessionId;
}

kit::named! {
    /// How two people met.
    pub enum Way {
        /// In one room.
        InPerson = "in_person",
        /// By video.
        Online = "online",
        /// By telephone.
        Phone = "phone",
    }
}

/// The shortest session, in minutes.
pub const LEAST_MINUTES: i64 = 5;
/// The longest session, in minutes.
pub const MOST_MINUTES: i64 = 600;

/// How long what a coordinator entered for somebody can be taken back, when they do not say that it is right.
pub const ENTRY_OPEN: jiff::SignedDuration = jiff::SignedDuration::from_hours(14 * 24);

/// The moment before which entries were made that nobody can take back any more.
#[must_use]
pub fn entries_open_since(now: kit::clock::Instant) -> kit::clock::Instant {
    now - ENTRY_OPEN
}

/// A session that was held.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The day.
    pub held_on: Day,
    /// How long, in minutes.
    pub minutes: i64,
    /// How they met.
    pub way: Way,
    /// The name of who wrote it down.
    pub logged_by: String,
    /// The name of who entered it for them, when they told of it on the telephone.
    pub entered_by: Option<String>,
    /// Whether that still waits for their word.
    pub is_open: bool,
}

impl Session {
    /// The key of how they met, in words.
    #[must_use]
    pub fn way_key(&self) -> &'static str {
        match self.way {
            Way::InPerson => "session-way-in_person",
            Way::Online => "session-way-online",
            Way::Phone => "session-way-phone",
        }
    }
}

/// A session before it is written down.
#[derive(Clone, Copy, Debug)]
pub struct SessionDraft {
    /// Its id, made with the form: the same form sent twice is one session.
    pub id: SessionId,
    /// The day.
    pub held_on: Day,
    /// How long, in minutes.
    pub minutes: i64,
    /// How they met.
    pub way: Way,
}

impl SessionDraft {
    /// Checks the draft against the day the partnership started and today.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self, started_on: Day, today: Day) -> Result<()> {
        let whole = Message::new("form-whole").with("least", LEAST_MINUTES).with("most", MOST_MINUTES);
        Check::default()
            .that(self.held_on <= today, "held_on", "session-in-future")
            .that(self.held_on >= started_on, "held_on", "session-before-start")
            .that((LEAST_MINUTES..=MOST_MINUTES).contains(&self.minutes), "minutes", whole)
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_session_lies_between_the_start_and_today() {
        let on = |day| {
            SessionDraft { id: kit::id::Uuid::nil().into(), held_on: day, minutes: 60, way: Way::Online }
                .check(date(2026, 3, 1), date(2026, 3, 9))
        };
        assert!(on(date(2026, 3, 1)).is_ok() && on(date(2026, 3, 9)).is_ok());
        assert!(on(date(2026, 2, 28)).is_err() && on(date(2026, 3, 10)).is_err());
    }
}
