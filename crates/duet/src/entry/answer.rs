//! Entering somebody's yes or no to a partnership.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ENTRY;
use super::tell::Told;
use super::{EntryId, What, store, tell};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::letter::Desk;
use crate::partnership::access::PARTNERSHIP;
use crate::partnership::{self, Answer, Partnership, PartnershipId, answer};
use crate::person::{PersonId, Viewer};

/// Enters a yes or a no: it counts as if they had given it, and they are told by letter.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the person is not one of the two; `Conflict` as when they had
/// answered themselves, and while the two have not been told.
pub fn enter(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: PartnershipId,
    person: PersonId,
    said: Answer,
    desk: Desk,
) -> Result<EntryId> {
    let theirs = partnership::store::reached(tx, viewer, id)?.that_may(&ENTRY, Verb::Write)?;
    if ![theirs.mentor, theirs.mentee].contains(&person) {
        return Err(Error::invalid("", "entry-who-missing"));
    }
    if !is_told(&theirs) {
        return Err(Error::conflict("entry-not-told"));
    }
    let answers = store::answers(tx, &theirs)?;
    answer::keep(tx, &theirs, &answers, person, said)?;
    let entry = store::add(tx, theirs.round, (What::Answer, id.0, Some(id)), person, viewer.person)?;
    let told = Told::Answer(said, theirs.other_name(person).to_owned());
    tell::tell(tx, viewer, (entry, person), (&theirs.round_name, theirs.scheme, &theirs.scheme_name), told, desk)?;
    audit::store::note(tx, Some(viewer.person), Act::AnswerEntered, entry.0)?;
    Ok(entry)
}

/// Whether the two have been told: while their letters are held there is nothing to say yes or no to.
#[must_use]
pub fn is_told(pair: &Reached<Partnership>) -> bool {
    !pair.who_may(&PARTNERSHIP, Verb::Decide).is_empty()
}
