//! Saving what one has typed so far, and throwing it away.

use kit::db::Tx;
use kit::{Error, Result};

use super::{Draft, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::RoundId;
use crate::round::rules::Role;

/// Keeps what the viewer typed of an application, for themselves alone. Nothing is sent.
///
/// # Errors
/// `NotFound` when the call is not theirs to see; `Conflict` when it is not open; `Invalid` with one problem per field.
pub fn keep(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, role: Role, draft: &Draft) -> Result<()> {
    let call = store::reached(tx, viewer, id)?;
    if !call.is_open(tx.today()) {
        return Err(Error::conflict("call-closed"));
    }
    draft.check(role)?;
    store::keep_draft(tx, &call, role, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::DraftKept, id.0)
}

/// Throws it away. What was sent stays as it was sent.
///
/// # Errors
/// `NotFound` when the call is not theirs to see.
pub fn throw_away(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, role: Role) -> Result<()> {
    let call = store::reached(tx, viewer, id)?;
    if store::drop_draft(tx, &call, role)? {
        audit::store::note(tx, Some(viewer.person), Act::DraftThrownAway, id.0)?;
    }
    Ok(())
}
