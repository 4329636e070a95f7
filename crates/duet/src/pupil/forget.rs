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
    // Named by a sheet, say, after they had left: nobody's year waits for somebody who will never end it.
    store::end_of_who_left(tx)?;
    for id in store::long_untaught(tx)? {
        store::forget(tx, id)?;
        audit::store::note(tx, None, Act::PupilForgotten, id.0)?;
    }
    Ok(())
}
