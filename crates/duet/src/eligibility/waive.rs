//! Letting somebody in although they do not meet a rule, and taking that back.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Message, Result};

use super::access::ELIGIBILITY;
use super::{MOST_NOTE, WaiverId, store};
use crate::application;
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};
use crate::round::rules::Role;
use crate::round::{self, RoundId};

/// Lets somebody in who applied and does not meet a rule, with a note why.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the note says nothing or too much; `Conflict` when
/// they did not apply to it so, are eligible already, or the round is closed.
pub fn waive(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: RoundId,
    (person, role): (PersonId, Role),
    note: &str,
) -> Result<WaiverId> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ELIGIBILITY, Verb::Write)?;
    round::store::must_be_open(tx, id)?;
    let rules = round::store::rules(tx, &round)?;
    let applied = application::store::applicants(tx, &round)?;
    let one = applied.into_iter().find(|one| (one.person, one.role) == (person, role));
    // Whether or not there is such a person.
    let one = one.ok_or(Error::conflict("waiver-nobody"))?;
    if one.is_eligible(&rules) {
        return Err(Error::conflict("waiver-not-needed"));
    }
    match note.chars().count() {
        0 => return Err(Error::invalid("note", "waiver-note-missing")),
        long if long > MOST_NOTE => {
            return Err(Error::invalid("note", Message::new("form-too-long").with("most", MOST_NOTE)));
        }
        _ => {}
    }
    let waiver = store::waive(tx, &round, (person, role), note)?;
    audit::store::note(tx, Some(viewer.person), Act::WaiverMade, waiver.0)?;
    Ok(waiver)
}

/// From today on the rules hold for them again. A pair that was told stays. Tells of which round it is.
///
/// # Errors
/// `NotFound` unless the viewer coordinates its round.
pub fn end(tx: &mut Tx<'_>, viewer: Viewer, id: WaiverId) -> Result<RoundId> {
    let round = store::round_of(tx, id)?;
    let reached = round::store::reached(tx, viewer, round)?.that_may(&ELIGIBILITY, Verb::Delete)?;
    if store::end(tx, &reached, id)? {
        audit::store::note(tx, Some(viewer.person), Act::WaiverEnded, id.0)?;
    }
    Ok(round)
}
