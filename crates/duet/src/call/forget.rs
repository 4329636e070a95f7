//! What was typed and never sent goes by itself, some days after the last day to apply.

use kit::Result;
use kit::db::Tx;

use super::store;
use crate::audit::{self, Act};

/// Forgets every draft of the organisation whose round has taken no applications for [`DRAFT_DAYS`](super::DRAFT_DAYS).
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_old(tx: &mut Tx<'_>) -> Result<()> {
    for (id, person) in store::stale_drafts(tx)? {
        store::forget_draft(tx, id)?;
        audit::store::note(tx, None, Act::DraftForgotten, person.0)?;
    }
    Ok(())
}
