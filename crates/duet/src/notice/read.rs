//! Being shown what is kept, and why.

use kit::Result;
use kit::db::Tx;

use super::{NoticeId, store};
use crate::audit::{self, Act};
use crate::person::{self, Viewer};

/// Writes down that the viewer was shown this one, or that none was written. Once is enough: later times change nothing.
/// When another was written meanwhile nothing is written down, and it tells so with `false`: they are shown that one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn read(tx: &mut Tx<'_>, viewer: Viewer, seen: Option<NoticeId>) -> Result<bool> {
    if store::newest(tx)?.map(|newest| newest.id) != seen {
        return Ok(false);
    }
    if person::store::told(tx, viewer.person)? {
        audit::store::note(tx, Some(viewer.person), Act::NoticeShown, viewer.person.0)?;
    }
    Ok(true)
}
