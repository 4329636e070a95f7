//! Writing an organisation's levels.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::CAPABILITY;
use super::{Scale, ScaleDraft, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Writes the levels, or says them in other words. Once somebody was assessed, there stay as many, with the same numbers:
/// otherwise what was said would come to mean something else.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation or coordinates a scheme; `Invalid` when the draft is;
/// `Conflict` when levels that were used would get other numbers.
pub fn write(tx: &mut Tx<'_>, viewer: Viewer, draft: &ScaleDraft) -> Result<()> {
    let framework = store::framework_reached(tx, viewer)?.that_may(&CAPABILITY, Verb::Write)?;
    let levels = draft.check()?;
    let known = store::framework(tx)?.scale;
    let version = known.as_ref().map_or(1, |scale| scale.version + 1);
    let scale = Scale { version, lowest: draft.lowest, levels, teaches: draft.teaches };
    if known.is_some_and(|known| known.numbers() != scale.numbers()) && store::is_assessed(tx)? {
        return Err(Error::conflict("capability-levels-used"));
    }
    store::write_scale(tx, &framework, &scale)?;
    audit::store::note(tx, Some(viewer.person), Act::CapabilityLevelsWritten, viewer.organisation.0)
}
