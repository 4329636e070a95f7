//! Ending one's own sign-ins: a browser left open somewhere, or all but this one.

use kit::db::OutsideTx;
use kit::{Error, Result};

use super::{SignInId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Ends one of the viewer's sign-ins. Whoever held it is signed out with their next click.
///
/// # Errors
/// `NotFound` when it is not theirs, or over.
pub fn one(tx: &mut OutsideTx<'_>, viewer: Viewer, id: SignInId) -> Result<()> {
    if !store::end_one(tx, viewer, id)? {
        return Err(Error::NotFound);
    }
    note(tx, viewer)
}

/// Ends all of the viewer's sign-ins but the one they are using.
///
/// # Errors
/// `Internal` when the database fails.
pub fn others(tx: &mut OutsideTx<'_>, viewer: Viewer, but: SignInId) -> Result<()> {
    store::end_others(tx, viewer, but)?;
    note(tx, viewer)
}

fn note(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<()> {
    let inside = &mut tx.inside_tx(viewer.organisation)?;
    audit::store::note(inside, Some(viewer.person), Act::SignedOut, viewer.person.0)
}
