//! Opening a scheme.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::SCHEME;
use super::{Duty, SchemeDraft, SchemeId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Opens a scheme; who opens it becomes its coordinator.
///
/// # Errors
/// `NotFound` unless the viewer is an administrator; `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, viewer: Viewer, draft: &SchemeDraft) -> Result<SchemeId> {
    store::organisation_reached(tx, viewer)?.must(&SCHEME, Verb::Write)?;
    let scheme = store::open(tx, draft)?;
    store::appoint(tx, viewer.person, Duty::Coordinator, Some(scheme))?;
    audit::store::note(tx, Some(viewer.person), Act::SchemeOpened, scheme.0)?;
    Ok(scheme)
}
