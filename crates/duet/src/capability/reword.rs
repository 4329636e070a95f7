//! Saying a capability in other words.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::CAPABILITY;
use super::{CapabilityDraft, CapabilityId, add, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Gives a capability other words. What was said of it keeps the words it was said of; those of before stay readable.
/// The same words once more change nothing.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation or coordinates a scheme; `Invalid` when the draft is, or
/// another is called so.
pub fn reword(tx: &mut Tx<'_>, viewer: Viewer, id: CapabilityId, draft: &CapabilityDraft) -> Result<()> {
    let known = store::reached(tx, viewer, id)?.that_may(&CAPABILITY, Verb::Write)?;
    draft.check()?;
    add::is_new(&store::framework(tx)?, draft, Some(id))?;
    let now = (&known.area, &known.area_cy, &known.name, &known.name_cy, &known.levels);
    if now == (&draft.area.en, &draft.area.cy, &draft.name.en, &draft.name.cy, &draft.levels) {
        return Ok(());
    }
    store::reword(tx, &known, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::CapabilityReworded, id.0)
}
