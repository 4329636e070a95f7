//! Saying anew what a scheme is called, what it is for, how it looks and who pays for it.

pub mod page;

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::DESCRIPTION;
use super::{SchemeDraft, SchemeId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Keeps a scheme's new description. Letters that were written before stay as they are.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` when the draft is.
pub fn describe(tx: &mut Tx<'_>, viewer: Viewer, id: SchemeId, draft: &SchemeDraft) -> Result<()> {
    let scheme = store::reached(tx, viewer, id)?.that_may(&DESCRIPTION, Verb::Write)?;
    store::describe(tx, &scheme, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::SchemeDescribed, id.0)
}
