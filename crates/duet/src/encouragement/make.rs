//! Encouraging somebody to apply.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::words::{Say, Words};
use kit::{Error, Result};

use super::access::ENCOURAGEMENT;
use super::store;
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::call::{self, Call};
use crate::entry::application::{found, known};
use crate::letter::Desk;
use crate::letter::write::{Draft, write};
use crate::person::{self, Person, PersonDraft, Viewer};
use crate::round::{self, Round, RoundId};
use crate::wording::{self, Filled, Kind, Wording, Wordings};

/// What encouraging somebody takes: whom, and in whose words.
pub struct Ready {
    /// The round.
    pub round: Reached<Round>,
    /// Who has the address by now, if anybody.
    pub known: Option<Person>,
    call: Reached<Call>,
    until: Day,
    wordings: Wordings,
    signed: String,
}

impl Ready {
    /// The letter, as whoever has this name reads it.
    #[must_use]
    pub fn letter(&self, say: Say, name: &str, public_url: &str) -> Wording {
        self.wordings.filled(Kind::Encouraged, say, &self.filled(say, name, public_url))
    }

    fn filled(&self, say: Say, name: &str, public_url: &str) -> Filled {
        vec![
            ("name", name.to_owned()),
            ("purpose", self.call.purpose.clone()),
            ("until", say.day(self.until)),
            ("link", format!("{public_url}/calls/{}", self.round.id)),
            ("round", self.round.name.clone()),
            ("scheme", self.round.scheme_name.clone()),
            ("signed", self.signed.clone()),
        ]
    }
}

/// Whom [`make`] would write to, and what, with nothing done yet.
///
/// # Errors
/// As [`make`].
pub fn ready(c: &mut Read<'_>, viewer: Viewer, id: RoundId, draft: &PersonDraft) -> Result<Ready> {
    let round = round::store::reached(c, viewer, id)?.that_may(&ENCOURAGEMENT, Verb::Write)?;
    let call = call::store::reached(c, viewer, id)?;
    let Some(until) = call.apply_by.filter(|_| call.is_open(c.today())) else {
        return Err(Error::conflict("encouragement-not-open"));
    };
    draft.check()?;
    let known = known(c, draft)?;
    if let Some(known) = &known {
        if store::has_applied(c, &round, known.id)? {
            return Err(Error::invalid("address", "encouragement-applied"));
        }
        if store::of(c, &round)?.iter().any(|one| one.person == known.id) {
            return Err(Error::invalid("address", "encouragement-before"));
        }
    }
    let wordings = wording::store::of_scheme(c, round.scheme)?;
    let signed = person::store::get(c, viewer.person)?.name;
    Ok(Ready { round, known, call, until, wordings, signed })
}

/// The letter that [`make`] would write, in the language it would be in.
///
/// # Errors
/// As [`make`].
pub fn letter(
    c: &mut Read<'_>,
    viewer: Viewer,
    id: RoundId,
    draft: &PersonDraft,
    (words, public_url): (&'static Words, &str),
) -> Result<(Reached<Round>, Wording, Say)> {
    let ready = ready(c, viewer, id, draft)?;
    let (name, language) =
        ready.known.as_ref().map_or((&draft.name, draft.language), |known| (&known.name, known.language));
    let say = words.say(language);
    let letter = ready.letter(say, name, public_url);
    Ok((ready.round, letter, say))
}

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
    let ready = ready(tx, viewer, id, draft)?;
    let person = found(tx, draft)?;
    let made = store::add(tx, &ready.round, person)?;
    let letter = Draft {
        kind: Kind::Encouraged,
        scheme: ready.round.scheme,
        to: person,
        by: viewer.person,
        cause: made.0,
        held: false,
    };
    write(tx, desk, &ready.wordings, letter, &|say, person| ready.filled(say, &person.name, public_url))?;
    audit::store::note(tx, Some(viewer.person), Act::Encouraged, made.0)
}
