//! Encouraging somebody to apply.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ENCOURAGEMENT;
use super::store;
use crate::audit::{self, Act};
use crate::call;
use crate::entry::application::found;
use crate::letter::Desk;
use crate::letter::write::{Draft, write};
use crate::person::{self, PersonDraft, Viewer};
use crate::round::{self, RoundId};
use crate::wording::{self, Kind};

/// Writes somebody a letter that asks them to apply, with the address of the call: known by their address, or new. Each
/// once in a round.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the draft is, the address is somebody's of another
/// name, or they were encouraged or applied before; `Conflict` when the round is not open.
pub fn make(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    id: RoundId,
    draft: &PersonDraft,
    (desk, public_url): (Desk, &str),
) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ENCOURAGEMENT, Verb::Write)?;
    let call = call::store::reached(tx, viewer, id)?;
    let Some(until) = call.apply_by.filter(|_| call.is_open(tx.today())) else {
        return Err(Error::conflict("encouragement-not-open"));
    };
    draft.check()?;
    let person = found(tx, draft)?;
    if store::has_applied(tx, &round, person)? {
        return Err(Error::invalid("address", "encouragement-applied"));
    }
    if store::of(tx, &round)?.iter().any(|one| one.person == person) {
        return Err(Error::invalid("address", "encouragement-before"));
    }
    let made = store::add(tx, &round, person)?;
    let signed = person::store::get(tx, viewer.person)?.name;
    let wordings = wording::store::of_scheme(tx, round.scheme)?;
    let letter = Draft {
        kind: Kind::Encouraged,
        scheme: round.scheme,
        to: person,
        by: viewer.person,
        cause: made.0,
        held: false,
    };
    write(tx, desk, &wordings, letter, &|say, person| {
        vec![
            ("name", person.name.clone()),
            ("purpose", call.purpose.clone()),
            ("until", say.day(until)),
            ("link", format!("{public_url}/calls/{id}")),
            ("round", round.name.clone()),
            ("scheme", round.scheme_name.clone()),
            ("signed", signed.clone()),
        ]
    })?;
    audit::store::note(tx, Some(viewer.person), Act::Encouraged, made.0)
}
