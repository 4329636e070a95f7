//! Publishing a proposal: its pairs are offered their partnerships, and everybody gets a letter.

use kit::access::Verb;
use kit::db::Tx;
use kit::words::Say;
use kit::{Error, Result};

use super::access::PROPOSAL;
use super::make::Gathered;
use super::{ProposalId, letters, store};
use crate::audit::{self, Act};
use crate::letter::write::{Draft, write};
use crate::letter::{Desk, HOLD};
use crate::partnership::offer;
use crate::person::{self, Person, PersonId, Viewer};
use crate::round::rules::Role;
use crate::wording::{self, Filled, Kind};

/// Publishes a proposal: all of it, or nothing. When letters go out by themselves, they are held for a while
/// ([`HOLD`]): until then nobody sees anything of it, and it can be taken back (`withdraw`).
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when it was published before, when a newer
/// proposal stands, when what it was made of has changed, or when one of a pair has become the other's evaluator or
/// has a partnership by now.
pub fn publish(tx: &mut Tx<'_>, viewer: Viewer, id: ProposalId, desk: Desk) -> Result<()> {
    let (proposal, round) = store::reached(tx, viewer, id)?;
    round.must(&PROPOSAL, Verb::Decide)?;
    if store::latest(tx, &round)?.is_none_or(|latest| latest.id != id) {
        return Err(Error::conflict("proposal-not-newest"));
    }
    let people = Gathered::from(tx, &round)?;
    if proposal.published_at.is_none() && people.hash()? != proposal.question_hash {
        return Err(Error::conflict("proposal-outdated"));
    }
    let left_to_tell = store::left_to_tell(tx, &proposal)?;
    let now = tx.now();
    let held_until = if desk.by_itself { now.checked_add(HOLD).ok() } else { None };
    if !store::publish(tx, id, held_until)? {
        return Err(Error::conflict("proposal-published"));
    }
    let signed = person::store::get(tx, viewer.person)?.name;
    let wordings = wording::store::of_scheme(tx, round.scheme)?;
    let draft = Draft {
        kind: Kind::Other,
        scheme: round.scheme,
        to: viewer.person,
        by: viewer.person,
        cause: id.0,
        held: true,
    };
    let to = |tx: &mut Tx<'_>, kind: Kind, to: PersonId, filled: &dyn Fn(Say, &Person) -> Filled| {
        write(tx, desk, &wordings, Draft { kind, to, ..draft }, filled).map(|_| ())
    };
    for pair in store::pairs(tx, &proposal)? {
        offer::offer(tx, round.id, pair.mentor, pair.mentee, held_until.unwrap_or(now))?;
        for (person, role) in [(pair.mentor, Role::Mentor), (pair.mentee, Role::Mentee)] {
            to(tx, letters::kind(role, true), person, &|say, _| letters::to_pair(say, &round, &pair, role, &signed))?;
        }
    }
    for (person, role) in left_to_tell {
        to(tx, letters::kind(role, false), person, &|_, person| letters::to_left_out(&round, &person.name, &signed))?;
    }
    audit::store::note(tx, Some(viewer.person), Act::ProposalPublished, id.0)
}
