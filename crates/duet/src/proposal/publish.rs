//! Publishing a proposal: its pairs are offered their partnerships, and everybody gets a letter.

use kit::access::Verb;
use kit::db::Tx;
use kit::words::Words;
use kit::{Error, Result};

use super::access::PROPOSAL;
use super::make::Gathered;
use super::{ProposalId, letters, store};
use crate::audit::{self, Act};
use crate::letter;
use crate::partnership::offer;
use crate::person::{self, Person, PersonId, Viewer};
use crate::round::rules::Role;

/// Publishes a proposal: all of it, or nothing.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when it was published before, when a newer
/// proposal stands, when what it was made of has changed, or when one of a pair has become the other's evaluator or
/// has a partnership by now.
pub fn publish(tx: &mut Tx<'_>, viewer: Viewer, id: ProposalId, words: &'static Words) -> Result<()> {
    let (proposal, round) = store::reached(tx, viewer, id)?;
    round.must(&PROPOSAL, Verb::Decide)?;
    if store::latest(tx, &round)?.is_none_or(|latest| latest.id != id) {
        return Err(Error::conflict("proposal-not-newest"));
    }
    let is_first = !store::has_published(tx, round.id)?;
    let people = Gathered::from(tx, &round)?;
    if proposal.published_at.is_none() && people.hash()? != proposal.question_hash {
        return Err(Error::conflict("proposal-outdated"));
    }
    if !store::publish(tx, id)? {
        return Err(Error::conflict("proposal-published"));
    }
    let signed = person::store::get(tx, viewer.person)?.name;
    let to = |tx: &mut Tx<'_>, person: PersonId, text: &dyn Fn(&Person) -> letters::Text| -> Result<()> {
        let person = person::store::get(tx, person)?;
        let (subject, body) = text(&person);
        letter::store::write(tx, round.scheme, person.id, person.language, &subject, &body)?;
        Ok(())
    };
    for pair in store::pairs(tx, &proposal)? {
        offer::offer(tx, round.id, pair.mentor, pair.mentee)?;
        for (person, role) in [(pair.mentor, Role::Mentor), (pair.mentee, Role::Mentee)] {
            to(tx, person, &|person| letters::to_pair(words.say(person.language), &round, &pair, role, &signed))?;
        }
    }
    // A second plan is for those the first left over: they have had their letter.
    let left_out = if is_first { store::left_out(tx, &proposal)? } else { Vec::new() };
    for one in left_out.into_iter().filter(|one| one.role == Role::Mentee || people.takes_somebody(one.person)) {
        to(tx, one.person, &|person| {
            letters::to_left_out(words.say(person.language), &round, &person.name, one.role, &signed)
        })?;
    }
    audit::store::note(tx, Some(viewer.person), Act::ProposalPublished, id.0)
}
