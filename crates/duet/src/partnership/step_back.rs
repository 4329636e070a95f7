//! Stepping back from a pair without a reason.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::PARTNERSHIP;
use super::{PartnershipId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Ends a pair from today on, without a reason: before both have said yes, or until they have met a second time. Both can
/// be matched again, and not with each other. Who stepped back is not kept with the pair.
///
/// # Errors
/// `NotFound` when it is not theirs; `Conflict` when it is over, or they have met more than once.
pub fn step_back(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId) -> Result<()> {
    let partnership = store::reached(tx, viewer, id)?.that_may(&PARTNERSHIP, Verb::Decide)?;
    if !partnership.may_be_stepped_back_from() {
        return Err(Error::conflict("partnership-no-stepping-back"));
    }
    let today = tx.today();
    store::step_back(tx, id, today)?;
    audit::store::note(tx, Some(viewer.person), Act::PartnershipSteppedBack, id.0)
}
