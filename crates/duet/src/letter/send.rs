//! Marking a letter as sent.

use kit::Result;
use kit::db::Tx;

use super::{LetterId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Marks a letter as sent. One that was sent before stays as it is.
///
/// # Errors
/// `NotFound` when it is not the viewer's to see.
pub fn mark_sent(tx: &mut Tx<'_>, viewer: Viewer, id: LetterId) -> Result<()> {
    store::one_seen_by(tx, viewer, id)?;
    if store::mark_sent(tx, id, viewer.person)? {
        audit::store::note(tx, Some(viewer.person), Act::LetterSent, id.0)?;
    }
    Ok(())
}

/// Marks every letter of the viewer's schemes as sent.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_all_sent(tx: &mut Tx<'_>, viewer: Viewer) -> Result<()> {
    for id in store::all_waiting(tx, viewer)? {
        mark_sent(tx, viewer, id)?;
    }
    Ok(())
}
