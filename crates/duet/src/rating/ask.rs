//! Asking a round's people where they stand, and ending it.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::words::Say;
use kit::{Error, Result};

use super::access::ASKING;
use super::summary::{Both, summarise};
use super::{Askable, Moment, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::letter::write::{Draft, write};
use crate::letter::{Desk, HOLD};
use crate::person::{self, Viewer};
use crate::round::{self, Round, RoundId};
use crate::wording::{self, Filled, Kind, Wording, Wordings};

/// What asking takes: whom, and in whose words.
pub struct Ready {
    /// The round.
    pub round: Reached<Round>,
    /// Everybody who would get a letter, by name.
    pub people: Vec<Askable>,
    wordings: Wordings,
    signed: String,
}

impl Ready {
    /// The letter to one of them, as they read it.
    #[must_use]
    pub fn letter(&self, moment: Moment, say: Say, to: &Askable) -> Wording {
        self.wordings.filled(kind(moment), say, &self.filled(&to.name))
    }

    fn filled(&self, name: &str) -> Filled {
        vec![
            ("name", name.to_owned()),
            ("round", self.round.name.clone()),
            ("scheme", self.round.scheme_name.clone()),
            ("signed", self.signed.clone()),
        ]
    }
}

/// Which letter asks.
#[must_use]
pub fn kind(moment: Moment) -> Kind {
    match moment {
        Moment::Before => Kind::RateBefore,
        Moment::After => Kind::RateAfter,
    }
}

/// Whom [`ask`] would ask, and how, with nothing done yet.
///
/// # Errors
/// As [`ask`].
pub fn ready(c: &mut Read<'_>, viewer: Viewer, id: RoundId, moment: Moment) -> Result<Ready> {
    let round = round::store::reached(c, viewer, id)?.that_may(&ASKING, Verb::Write)?;
    let (askings, now) = (store::askings(c, &round)?, c.now());
    if askings.iter().any(|one| one.moment == moment) {
        return Err(Error::conflict("rating-asked-already"));
    }
    if moment == Moment::Before && askings.iter().any(|one| one.moment == Moment::After) {
        return Err(Error::conflict("rating-too-late"));
    }
    if askings.iter().any(|one| one.is_held(now)) {
        return Err(Error::conflict("ratings-held-first"));
    }
    if !store::has_outcomes(c, round.scheme)? {
        return Err(Error::conflict("rating-no-outcomes"));
    }
    let people = store::people(c, &round)?;
    if people.is_empty() {
        return Err(Error::conflict("rating-nobody"));
    }
    let wordings = wording::store::of_scheme(c, round.scheme)?;
    let signed = person::store::get(c, viewer.person)?.name;
    Ok(Ready { round, people, wordings, signed })
}

/// Asks everybody in a pair that has begun, by letter; tells how many. Asking about after ends asking about before. When
/// letters go out by themselves, they are held for a while ([`HOLD`]): until then nobody is asked, what was asked before
/// goes on, and it can be taken back (`withdraw`).
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when they were asked before, letters of the other moment
/// are held, nobody is in a pair yet, or the scheme has no outcomes to ask about.
pub fn ask(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, moment: Moment, desk: Desk) -> Result<usize> {
    let ready = ready(tx, viewer, id, moment)?;
    let now = tx.now();
    let from = if desk.by_itself { now.checked_add(HOLD).unwrap_or(now) } else { now };
    if moment == Moment::After {
        store::close(tx, id, Moment::Before, from, None)?;
    }
    store::ask(tx, id, moment, viewer.person, from)?;
    let scheme = ready.round.scheme;
    for to in &ready.people {
        let draft = Draft { kind: kind(moment), scheme, to: to.id, by: viewer.person, cause: id.0, held: true };
        write(tx, desk, &ready.wordings, draft, &|_, person| ready.filled(&person.name))?;
    }
    audit::store::note(tx, Some(viewer.person), Act::RatingsAsked, id.0)?;
    Ok(ready.people.len())
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
    let (askings, now) = (store::askings(tx, &round)?, tx.now());
    if !askings.iter().any(|one| one.moment == Moment::After && !one.is_held(now) && one.closed_at.is_none()) {
        return Err(Error::conflict("rating-not-asked"));
    }
    let people: Vec<Both> = store::everybody(tx, &round)?;
    let outcomes = store::outcome_ids(tx, round.scheme)?;
    store::close(tx, id, Moment::After, now, Some(&summarise(&outcomes, &people)))?;
    audit::store::note(tx, Some(viewer.person), Act::RatingsClosed, id.0)
}
