//! Opening a scheme.

use kit::db::Tx;
use kit::{Error, Result};

use super::{Duty, SchemeDraft, SchemeId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Opens a scheme; who opens it becomes its coordinator.
///
/// # Errors
/// `NotFound` unless the viewer is an administrator; `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, viewer: Viewer, draft: &SchemeDraft) -> Result<SchemeId> {
    let is_administrator = store::appointments(tx, viewer.person)?.iter().any(|a| a.duty == Duty::Administrator);
    if !is_administrator {
        return Err(Error::NotFound);
    }
    let scheme = store::open(tx, draft)?;
    store::appoint(tx, viewer.person, Duty::Coordinator, Some(scheme))?;
    audit::store::note(tx, Some(viewer.person), Act::SchemeOpened, scheme.0)?;
    Ok(scheme)
}
