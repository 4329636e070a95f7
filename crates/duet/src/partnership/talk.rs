//! The first talk of a pair that was offered: before the two answer.

pub mod page;

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::PARTNERSHIP;
use super::{PartnershipId, Standing, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Notes the day of a pair's first talk, or another day for it. The same day again changes nothing.
///
/// # Errors
/// `NotFound` when it is not theirs; `Conflict` when the scheme has no first talk, or both have answered.
pub fn talk(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId, on: Day) -> Result<()> {
    let partnership = store::reached(tx, viewer, id)?.that_may(&PARTNERSHIP, Verb::Decide)?;
    if !partnership.first_talk || partnership.standing() != Standing::Offered {
        return Err(Error::conflict("talk-not-now"));
    }
    if partnership.talk_on != Some(on) {
        store::talk(tx, id, on)?;
        audit::store::note(tx, Some(viewer.person), Act::FirstTalkNoted, id.0)?;
    }
    Ok(())
}
