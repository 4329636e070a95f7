//! Deleting a reflection.

use kit::db::Tx;
use kit::{Error, Result};

use super::store;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::session::SessionId;

/// Deletes the viewer's reflection on a session.
///
/// # Errors
/// `NotFound` when the session is not theirs, or they wrote none: the two are not told apart.
pub fn delete(tx: &mut Tx<'_>, viewer: Viewer, session: SessionId) -> Result<()> {
    let id = store::id_of(tx, viewer, session)?.ok_or(Error::NotFound)?;
    store::delete(tx, viewer, id)?;
    audit::store::note(tx, Some(viewer.person), Act::ReflectionDeleted, id.0)
}
