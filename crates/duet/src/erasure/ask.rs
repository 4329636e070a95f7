//! Asking to be erased.

use kit::Result;
use kit::db::Tx;

use super::store;
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Notes that the viewer asks to be erased, for the administrators. Asked twice it is asked once.
///
/// # Errors
/// `Internal` when the database fails.
pub fn ask(tx: &mut Tx<'_>, viewer: Viewer) -> Result<()> {
    if !store::is_asked(tx, viewer.person)? {
        store::ask(tx, viewer.person)?;
        audit::store::note(tx, Some(viewer.person), Act::ErasureAsked, viewer.person.0)?;
    }
    Ok(())
}
