//! Being shown what is kept, and why.

use kit::Result;
use kit::db::Tx;

use crate::audit::{self, Act};
use crate::person::{self, Viewer};

/// Writes down that the viewer was shown it. Once is enough: later times change nothing.
///
/// # Errors
/// `Internal` when the database fails.
pub fn read(tx: &mut Tx<'_>, viewer: Viewer) -> Result<()> {
    if person::store::told(tx, viewer.person)? {
        audit::store::note(tx, Some(viewer.person), Act::NoticeShown, viewer.person.0)?;
    }
    Ok(())
}
