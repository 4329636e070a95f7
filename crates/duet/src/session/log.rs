//! Logging a session.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::SESSION;
use super::{SessionDraft, SessionId, store};
use crate::audit::{self, Act};
use crate::partnership::{self, PartnershipId, Standing};
use crate::person::Viewer;

/// Logs a session. Either of the two may; two on one day are fine; the same draft twice is one session.
///
/// # Errors
/// `NotFound` if the viewer is not in the partnership; `Conflict` if it has not started or is over; `Invalid`
/// with one problem per field.
pub fn log(tx: &mut Tx<'_>, viewer: Viewer, partnership: PartnershipId, draft: SessionDraft) -> Result<SessionId> {
    let theirs = partnership::store::reached(tx, viewer, partnership)?.that_may(&SESSION, Verb::Write)?;
    let (Some(started_on), Standing::Running) = (theirs.started_on, theirs.standing()) else {
        return Err(Error::conflict("session-not-running"));
    };
    draft.check(started_on, tx.today())?;
    if !store::is_logged(tx, partnership, viewer.person, draft.id)? {
        store::log(tx, partnership, viewer.person, draft)?;
        audit::store::note(tx, Some(viewer.person), Act::SessionLogged, draft.id.0)?;
    }
    Ok(draft.id)
}
