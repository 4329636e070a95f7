//! Taking a pupil away.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::PUPIL;
use super::{PupilId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Takes a pupil away for good, and who taught them. The record keeps an id, and no name.
///
/// # Errors
/// `NotFound` unless the viewer administers.
pub fn remove(tx: &mut Tx<'_>, viewer: Viewer, id: PupilId) -> Result<()> {
    let pupil = store::reached(tx, viewer, id)?.that_may(&PUPIL, Verb::Delete)?;
    store::remove(tx, &pupil)?;
    audit::store::note(tx, Some(viewer.person), Act::PupilRemoved, id.0)
}
