//! Saying an outcome in other words.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::OUTCOME;
use super::{OutcomeDraft, OutcomeId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::SchemeId;

/// Gives an outcome other words; what people said of it stays with it. Tells of which scheme it is.
///
/// # Errors
/// `NotFound` unless the viewer coordinates its scheme; `Invalid` when the draft is.
pub fn reword(tx: &mut Tx<'_>, viewer: Viewer, id: OutcomeId, draft: &OutcomeDraft) -> Result<SchemeId> {
    let outcome = store::reached(tx, viewer, id)?.that_may(&OUTCOME, Verb::Write)?;
    draft.check()?;
    store::reword(tx, &outcome, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::OutcomeReworded, id.0)?;
    Ok(outcome.scheme)
}
