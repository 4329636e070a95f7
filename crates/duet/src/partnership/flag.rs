//! Pairs that need a look: something happened that the two may not be able to settle. The coordinator sees which, and why.

pub mod store;

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::Tx;
use kit::{Result, id};

use super::access::FLAG;
use super::{PartnershipId, store as pairs};
use crate::audit::{self, Act};
use crate::events::Event;
use crate::person::Viewer;
use crate::round::RoundId;

id! {
    /// A flag's.
    pub FlagId;
}

kit::named! {
    /// Why a pair needs a look.
    pub enum Why {
        /// One of the two is suspended.
        Suspended = "suspended",
        /// One of the two has left.
        Left = "left",
        /// One of the two evaluates the other since.
        Evaluates = "evaluates",
    }
}

impl Why {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Why::Suspended => "flag-suspended",
            Why::Left => "flag-left",
            Why::Evaluates => "flag-evaluates",
        }
    }
}

/// A pair that needs a look.
#[derive(Clone, Debug)]
pub struct Flagged {
    /// The pair.
    pub partnership: PartnershipId,
    /// The mentor's name.
    pub mentor_name: String,
    /// The mentee's name.
    pub mentee_name: String,
    /// Why.
    pub why: Why,
    /// Since when.
    pub flagged_at: Instant,
}

/// Marks the pairs that an event is about, and takes marks back that hold no longer.
///
/// # Errors
/// `Internal` when the database fails.
pub fn hear(tx: &mut Tx<'_>, event: Event) -> Result<()> {
    let (marked, why) = match event {
        Event::Suspended(person) => (pairs::open_of(tx, person)?, Why::Suspended),
        Event::HasLeft(person) => (pairs::open_of(tx, person)?, Why::Left),
        Event::Evaluates(one, other) => (pairs::open_between(tx, one, other)?, Why::Evaluates),
        Event::ManyEvaluate => {
            store::unflag_many(tx)?;
            (pairs::open_evaluated(tx)?, Why::Evaluates)
        }
        Event::EvaluatesNoLonger(one, other) => return store::unflag_between(tx, one, other),
        Event::LetBack(person) => return store::unflag_of(tx, person),
    };
    store::flag(tx, &marked, why)
}

/// Notes that the viewer has seen to all that a pair was marked for; tells its round.
///
/// # Errors
/// `NotFound` unless they coordinate its scheme.
pub fn settle(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId) -> Result<RoundId> {
    let partnership = pairs::reached(tx, viewer, id)?.that_may(&FLAG, Verb::Decide)?;
    if store::settle(tx, viewer.person, id)? {
        audit::store::note(tx, Some(viewer.person), Act::FlagSettled, id.0)?;
    }
    Ok(partnership.round)
}
