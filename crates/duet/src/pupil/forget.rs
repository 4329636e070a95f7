//! Pupils go by themselves, a year after their last tutor.

use kit::Result;
use kit::db::Tx;

use super::store;
use crate::audit::{self, Act};

/// Forgets every pupil of the organisation whom no tutor has taught for a year.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_old(tx: &mut Tx<'_>) -> Result<()> {
    for id in store::long_untaught(tx)? {
        store::forget(tx, id)?;
        audit::store::note(tx, None, Act::PupilForgotten, id.0)?;
    }
    Ok(())
}
