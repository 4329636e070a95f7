//! Saying until when people can apply to a round, and saying it again.

pub mod page;

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ROUND;
use super::{RoundId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Sets the last day to apply; those before are kept as history. The same day again changes nothing.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the day is after the round's end.
pub fn set(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, apply_by: Day) -> Result<()> {
    let round = store::reached(tx, viewer, id)?.that_may(&ROUND, Verb::Write)?;
    if apply_by >= round.ends_on {
        return Err(Error::invalid("apply_by", "deadline-after-end"));
    }
    if round.apply_by != Some(apply_by) {
        store::set_deadline(tx, &round, apply_by)?;
        audit::store::note(tx, Some(viewer.person), Act::DeadlineSet, id.0)?;
    }
    Ok(())
}
