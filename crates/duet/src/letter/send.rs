//! Marking a letter as sent.

use kit::Result;
use kit::access::Verb;
use kit::clock::Instant;
use kit::db::Tx;

use super::access::LETTER;
use super::{LetterId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Marks a letter as sent. One that was sent before stays as it is.
///
/// # Errors
/// `NotFound` when it is not the viewer's to see.
pub fn mark_sent(tx: &mut Tx<'_>, viewer: Viewer, id: LetterId) -> Result<()> {
    store::reached(tx, viewer, id)?.must(&LETTER, Verb::Write)?;
    mark(tx, viewer, id)
}

/// Marks every letter of the viewer's schemes as sent that waited at a moment: those the viewer had before them, and none
/// that was written or came back since.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_all_sent(tx: &mut Tx<'_>, viewer: Viewer, until: Instant) -> Result<()> {
    for id in store::all_waiting(tx, viewer, until)? {
        mark(tx, viewer, id)?;
    }
    Ok(())
}

/// The caller has shown that the letter is the viewer's to see.
fn mark(tx: &mut Tx<'_>, viewer: Viewer, id: LetterId) -> Result<()> {
    if store::mark_sent(tx, id, viewer.person)? {
        audit::store::note(tx, Some(viewer.person), Act::LetterSent, id.0)?;
    }
    Ok(())
}
