//! Withdrawing a capability, and asking about it again.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::CAPABILITY;
use super::{CapabilityId, add, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// From today on nobody is asked about a capability; what was said of it stays. Once more changes nothing.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation or coordinates a scheme.
pub fn withdraw(tx: &mut Tx<'_>, viewer: Viewer, id: CapabilityId) -> Result<()> {
    let capability = store::reached(tx, viewer, id)?.that_may(&CAPABILITY, Verb::Delete)?;
    if !capability.stands() {
        return Ok(());
    }
    let today = tx.today();
    store::withdraw(tx, &capability, Some(today))?;
    audit::store::note(tx, Some(viewer.person), Act::CapabilityWithdrawn, id.0)
}

/// People are asked about a capability again. Where they are asked already, nothing changes.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation or coordinates a scheme; `Conflict` when there are too many.
pub fn take_up(tx: &mut Tx<'_>, viewer: Viewer, id: CapabilityId) -> Result<()> {
    let capability = store::reached(tx, viewer, id)?.that_may(&CAPABILITY, Verb::Write)?;
    if capability.stands() {
        return Ok(());
    }
    add::room(&store::framework(tx)?)?;
    store::withdraw(tx, &capability, None)?;
    audit::store::note(tx, Some(viewer.person), Act::CapabilityTakenUp, id.0)
}
