//! Saying anew what a round is called, and when it begins and ends.

pub mod page;

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::ROUND;
use super::{RoundDraft, RoundId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Keeps a round's new name and dates.
///
/// # Errors
/// `NotFound` unless the viewer coordinates it; `Invalid` when the draft is.
pub fn describe(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, draft: &RoundDraft) -> Result<()> {
    let round = store::reached(tx, viewer, id)?.that_may(&ROUND, Verb::Write)?;
    store::describe(tx, &round, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::RoundDescribed, id.0)
}
