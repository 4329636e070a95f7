//! Writing a reflection, and writing it anew.

use kit::Result;
use kit::db::Tx;
use kit::seal::Private;

use super::{ReflectionId, check, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::session::SessionId;

/// Keeps the viewer's reflection on a session, in place of the one they wrote before.
///
/// # Errors
/// `NotFound` unless the viewer is one of the pair that met; `Invalid` when the words are.
pub fn write(tx: &mut Tx<'_>, viewer: Viewer, session: SessionId, words: &Private) -> Result<ReflectionId> {
    store::occasion(tx, viewer, session)?;
    check(words)?;
    let (id, act) = match store::id_of(tx, viewer, session)? {
        Some(id) => {
            store::change(tx, viewer, id, words)?;
            (id, Act::ReflectionChanged)
        }
        None => (store::add(tx, viewer, session, words)?, Act::ReflectionWritten),
    };
    audit::store::note(tx, Some(viewer.person), act, id.0)?;
    Ok(id)
}
