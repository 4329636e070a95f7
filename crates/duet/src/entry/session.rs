//! Entering a session that somebody told of.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ENTRY;
use super::tell::Told;
use super::{EntryId, What, store, tell};
use crate::audit::{self, Act};
use crate::letter::Desk;
use crate::partnership::{self, PartnershipId, Standing};
use crate::person::{PersonId, Viewer};
use crate::session::{self, SessionDraft};

/// Enters a session: it counts as if the person had logged it, and they are told by letter. The same draft twice is one.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the person is not one of the two; `Conflict` when the pair is not
/// running; or a field is.
pub fn enter(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PartnershipId,
    person: PersonId,
    draft: SessionDraft,
    desk: Desk,
) -> Result<EntryId> {
    let theirs = partnership::store::reached(tx, viewer, id)?.that_may(&ENTRY, Verb::Write)?;
    if ![theirs.mentor, theirs.mentee].contains(&person) {
        return Err(Error::invalid("", "entry-who-missing"));
    }
    let (Some(started_on), Standing::Running) = (theirs.started_on, theirs.standing()) else {
        return Err(Error::conflict("session-not-running"));
    };
    draft.check(started_on, tx.today())?;
    if let Some(known) = store::of_subject(tx, What::Session, draft.id.0)? {
        return Ok(known);
    }
    session::store::log(tx, id, person, draft)?;
    let entry = store::add(tx, theirs.round, (What::Session, draft.id.0, Some(id)), person, viewer.person)?;
    let told = Told::Session(draft, theirs.other_name(person).to_owned());
    tell::tell(tx, viewer, (entry, person), (&theirs.round_name, theirs.scheme, &theirs.scheme_name), told, desk)?;
    audit::store::note(tx, Some(viewer.person), Act::SessionEntered, entry.0)?;
    Ok(entry)
}
