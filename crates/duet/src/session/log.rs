//! Logging a session.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::SESSION;
use super::{SessionDraft, SessionId, store};
use crate::audit::{self, Act};
use crate::letter::Desk;
use crate::letter::write::{Draft, write};
use crate::partnership::{self, Partnership, PartnershipId, Standing};
use crate::person::Viewer;
use crate::wording::{self, Kind};

/// Logs a session; the other of the two reads of it in the day's mail, when mail goes out by itself. Either of the two may; two on one day are fine; the same draft twice is one session.
///
/// # Errors
/// `NotFound` if the viewer is not in the partnership; `Conflict` if it has not started or is over; `Invalid`
/// with one problem per field.
pub fn log(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    partnership: PartnershipId,
    draft: SessionDraft,
    desk: Desk,
) -> Result<SessionId> {
    let theirs = partnership::store::reached(tx, viewer, partnership)?.that_may(&SESSION, Verb::Write)?;
    let (Some(started_on), Standing::Running) = (theirs.started_on, theirs.standing()) else {
        return Err(Error::conflict("session-not-running"));
    };
    draft.check(started_on, tx.today())?;
    if !store::is_logged(tx, partnership, viewer.person, draft.id)? {
        store::log(tx, partnership, viewer.person, draft)?;
        tell_other(tx, viewer, &theirs, draft, desk)?;
        audit::store::note(tx, Some(viewer.person), Act::SessionLogged, draft.id.0)?;
    }
    Ok(draft.id)
}

fn tell_other(tx: &mut Tx<'_>, viewer: Viewer, theirs: &Partnership, session: SessionDraft, desk: Desk) -> Result<()> {
    let draft = Draft {
        kind: Kind::SessionLogged,
        scheme: theirs.scheme,
        to: theirs.other(viewer.person),
        by: viewer.person,
        cause: session.id.0,
        held: false,
    };
    let wordings = wording::store::of_scheme(tx, theirs.scheme)?;
    write(tx, desk, &wordings, draft, &|say, person| {
        vec![
            ("name", person.name.clone()),
            ("other", theirs.other_name(theirs.other(viewer.person)).to_owned()),
            ("day", say.day(session.held_on)),
            ("round", theirs.round_name.clone()),
            ("scheme", theirs.scheme_name.clone()),
        ]
    })?;
    Ok(())
}
