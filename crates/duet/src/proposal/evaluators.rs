//! Who evaluates whom among the people of a round: it can change at any time, and bars pairs from that day on. A pair that
//! meets already is flagged.

pub mod note;
pub mod page;

use std::collections::BTreeSet;

use kit::Result;
use kit::access::Verb;
use kit::db::Read;

use super::access::PROPOSAL;
use crate::access::Reached;
use crate::evaluation;
use crate::partnership;
use crate::person::PersonId;
use crate::round::Round;

/// Pairs that were told, or meet, of whom one evaluates the other today: mentor, mentee.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn flagged(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, PersonId)>> {
    round.must(&PROPOSAL, Verb::See)?;
    let open = partnership::store::open_in(c, round)?;
    Ok(among(&open, &evaluation::store::holding_in(c, round.id.0)?))
}

/// The pairs among these of whom one evaluates the other.
#[must_use]
pub fn among(pairs: &[(PersonId, PersonId)], evaluations: &[(PersonId, PersonId)]) -> Vec<(PersonId, PersonId)> {
    let holding: BTreeSet<&(PersonId, PersonId)> = evaluations.iter().collect();
    let is =
        |(one, other): &(PersonId, PersonId)| holding.contains(&(*one, *other)) || holding.contains(&(*other, *one));
    pairs.iter().filter(|pair| is(pair)).copied().collect()
}
