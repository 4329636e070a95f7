//! A form is taken once, however often it is sent: a second press, a browser that asks again after a broken line.
//!
//! Each form carries a key, made with its page. The act and its key are kept in one transaction; who sends the same form
//! again is led to where the first led. (IETF draft "The Idempotency-Key HTTP Header Field"; the key stands in the form,
//! since a browser sends no header of ours.)

pub mod store;

use crate::clock::{Clock, days_later};
use crate::db::{Read, Tx};
use crate::form::Typed;
use crate::id::{self, Uuid};
use crate::random::Random;
use crate::{Error, Result};

/// The name of the field that carries the key.
pub const FIELD: &str = "once";
/// How many days a key is remembered, at least.
pub const DAYS: i64 = 1;

/// The key of one form on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Once(Option<Uuid>);

impl Once {
    /// A fresh one, for a page that is made now.
    #[must_use]
    pub fn fresh(clock: &Clock, random: &Random) -> Once {
        Once(Some(id::fresh(clock.now(), random)))
    }

    /// The one that was sent. A form without one, or with something else in its place, is taken each time it is sent.
    #[must_use]
    pub fn sent(typed: &Typed) -> Once {
        Once(typed.text(FIELD).parse().ok())
    }

    /// Does `work`, which says where its answer leads, unless this form was taken before: then it says where that led.
    ///
    /// # Errors
    /// What `work` gives; [`Once::is_taken`] when the same form is being taken at this moment.
    pub fn run(
        self,
        tx: &mut Tx<'_>,
        person: Uuid,
        work: impl FnOnce(&mut Tx<'_>) -> Result<String>,
    ) -> Result<String> {
        let Some(key) = self.0 else { return work(tx) };
        if let Some(went_to) = store::went_to(tx, key, person)? {
            return Ok(went_to);
        }
        let went_to = work(tx)?;
        store::take(tx, key, person, &went_to).map_err(|cause| match cause {
            Error::Conflict(_) => Error::conflict("form-taken"),
            other => other,
        })?;
        Ok(went_to)
    }

    /// Forgets the forms that were taken longer ago than [`DAYS`].
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn forget_old(tx: &mut Tx<'_>) -> Result<()> {
        let before = days_later(tx.now(), -DAYS);
        store::forget(tx, before)
    }

    /// Whether a failure says that the same form was taken by another request meanwhile.
    #[must_use]
    pub fn is_taken(cause: &Error) -> bool {
        matches!(cause, Error::Conflict(message) if message.key == "form-taken")
    }

    /// Where this form led when it was taken.
    ///
    /// # Errors
    /// `NotFound` when it was not.
    pub fn went_to(self, c: &mut Read<'_>, person: Uuid) -> Result<String> {
        let Some(key) = self.0 else { return Err(Error::NotFound) };
        store::went_to(c, key, person)?.ok_or(Error::NotFound)
    }
}

/// A form whose answer always leads to one place: for acts that work between two transactions.
#[derive(Clone, Debug)]
pub struct Taking {
    /// Its key.
    pub once: Once,
    /// Where its answer leads.
    pub leads_to: String,
}

impl Taking {
    /// What is done by no form.
    #[must_use]
    pub fn none() -> Taking {
        Taking { once: Once(None), leads_to: String::new() }
    }

    /// Does `work` unless this form was taken before, and says what came of it; nothing when it was.
    ///
    /// # Errors
    /// As [`Once::run`].
    pub fn take<T>(
        &self,
        tx: &mut Tx<'_>,
        person: Uuid,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut done = None;
        self.once.run(tx, person, |tx| {
            done = Some(work(tx)?);
            Ok(self.leads_to.clone())
        })?;
        Ok(done)
    }
}

impl std::fmt::Display for Once {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.unwrap_or_default().hyphenated().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let clock = Clock::set_to("2026-11-03T10:00:00Z".parse().unwrap(), "Europe/London");
        let once = Once::fresh(&clock, &Random::System);
        assert_eq!(Once::sent(&Typed::default().with(FIELD, once)), once);
        assert_eq!(Once::sent(&Typed::default()), Once(None));
        assert_eq!(Once::sent(&Typed::default().with(FIELD, "none")), Once(None));
    }
}
