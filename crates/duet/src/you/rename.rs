//! Writing one's name as one writes it.

use kit::Result;
use kit::db::Tx;

use super::{NameDraft, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Changes the viewer's name. From then on no spreadsheet changes it.
///
/// # Errors
/// `Invalid` when it is empty or too long.
pub fn rename(tx: &mut Tx<'_>, viewer: Viewer, draft: &NameDraft) -> Result<()> {
    draft.check()?;
    store::rename(tx, viewer.person, &draft.0)?;
    audit::store::note(tx, Some(viewer.person), Act::Renamed, viewer.person.0)
}
