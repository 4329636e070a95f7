//! Writing what an organisation tells people.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::NOTICE;
use super::{NoticeDraft, store};
use crate::audit::{self, Act};
use crate::person::{self, Viewer};
use crate::scheme;

/// Keeps it, from now on in place of the one before, which stays in the database. Everybody who was shown that one is
/// shown this one, but who wrote it. One that says what the one before says changes nothing.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation; `Invalid` with one problem per field.
pub fn write(tx: &mut Tx<'_>, viewer: Viewer, draft: &NoticeDraft) -> Result<()> {
    scheme::store::organisation_reached(tx, viewer)?.must(&NOTICE, Verb::Write)?;
    draft.check()?;
    if store::newest(tx)?.is_some_and(|newest| newest.says(draft)) {
        return Ok(());
    }
    let id = store::write(tx, viewer.person, draft)?;
    person::store::told(tx, viewer.person)?;
    audit::store::note(tx, Some(viewer.person), Act::NoticeWritten, id.0)
}
