//! Asking a round's people where they stand, and ending it.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Error, Result};

use super::access::ASKING;
use super::summary::{Both, summarise};
use super::{Moment, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::letter::Desk;
use crate::letter::write::{Draft, write};
use crate::person::{self, Viewer};
use crate::round::{self, Round, RoundId};
use crate::wording::{self, Kind};

/// Asks everybody in a pair that has begun, by letter; tells how many. Asking about after ends asking about before.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when they were asked before, nobody is in a pair yet,
/// or the scheme has no outcomes to ask about.
pub fn ask(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, moment: Moment, desk: Desk) -> Result<usize> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ASKING, Verb::Write)?;
    let askings = store::askings(tx, &round)?;
    if askings.iter().any(|one| one.moment == moment) {
        return Err(Error::conflict("rating-asked-already"));
    }
    if moment == Moment::Before && askings.iter().any(|one| one.moment == Moment::After) {
        return Err(Error::conflict("rating-too-late"));
    }
    if !store::has_outcomes(tx, round.scheme)? {
        return Err(Error::conflict("rating-no-outcomes"));
    }
    let people = store::people(tx, &round)?;
    if people.is_empty() {
        return Err(Error::conflict("rating-nobody"));
    }
    if moment == Moment::After {
        store::close(tx, id, Moment::Before, None)?;
    }
    store::ask(tx, id, moment, viewer.person)?;
    tell(tx, viewer, &round, moment, &people, desk)?;
    audit::store::note(tx, Some(viewer.person), Act::RatingsAsked, id.0)?;
    Ok(people.len())
}

fn tell(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: &Reached<Round>,
    moment: Moment,
    people: &[person::PersonId],
    desk: Desk,
) -> Result<()> {
    let signed = person::store::get(tx, viewer.person)?.name;
    let wordings = wording::store::of_scheme(tx, round.scheme)?;
    let kind = if moment == Moment::Before { Kind::RateBefore } else { Kind::RateAfter };
    for to in people {
        let draft = Draft { kind, scheme: round.scheme, to: *to, by: viewer.person, cause: round.id.0, held: false };
        write(tx, desk, &wordings, draft, &|_, person| {
            vec![
                ("name", person.name.clone()),
                ("round", round.name.clone()),
                ("scheme", round.scheme_name.clone()),
                ("signed", signed.clone()),
            ]
        })?;
    }
    Ok(())
}

/// What everybody said who answered both times, by nobody's name. For who is about to [`close`].
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub(super) fn answers(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Vec<Both>> {
    let round = round::store::reached(c, viewer, id)?.that_may(&ASKING, Verb::Write)?;
    store::everybody(c, &round)
}

/// Ends asking about after. What the round came to is worked out now, from everybody who answered both times, and stays:
/// nobody can be made out by looking before and after one more answer.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when nobody is being asked.
pub fn close(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ASKING, Verb::Write)?;
    let askings = store::askings(tx, &round)?;
    if !askings.iter().any(|one| one.moment == Moment::After && one.closed_at.is_none()) {
        return Err(Error::conflict("rating-not-asked"));
    }
    let people: Vec<Both> = store::everybody(tx, &round)?;
    let outcomes = store::outcome_ids(tx, round.scheme)?;
    store::close(tx, id, Moment::After, Some(&summarise(&outcomes, &people)))?;
    audit::store::note(tx, Some(viewer.person), Act::RatingsClosed, id.0)
}
