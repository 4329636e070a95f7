//! Keeping two people together or apart.

use kit::db::Tx;
use kit::{Error, Message, Result};

use super::make::{self, Gathered};
use super::question::{self, Bar};
use super::{ProposalId, Wish, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};
use crate::round::{self, RoundId};

/// What became of a wish for a pair.
#[derive(Clone, Debug, PartialEq)]
pub enum Wished {
    /// It is kept, and the new proposal stands.
    Proposed(ProposalId),
    /// The two may not be paired: why. An evaluator's case is on the record.
    Refused(Message),
}

/// Keeps two people together or apart (or neither), and makes the new proposal at once. Two who may not be paired
/// are not kept together: an evaluator never, colleagues not where the rules say so.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round and both can be matched; `Conflict` when wishes contradict
/// each other.
pub fn wish(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
    wish: Option<Wish>,
) -> Result<Wished> {
    round::store::coordinated(tx, viewer, round)?;
    let people = Gathered::from(tx, round)?;
    let two = people.two(mentor, mentee).ok_or(Error::NotFound)?;
    if wish == Some(Wish::Together)
        && let Some(bar) = question::bar_to_wish(&people.asked(), people.rules(), two)
    {
        if bar == Bar::Evaluates {
            audit::store::note(tx, Some(viewer.person), Act::EvaluatorPairRefused, round.0)?;
        }
        return Ok(Wished::Refused(Message::new(question::bar_key(bar))));
    }
    store::wish(tx, viewer.person, round, mentor, mentee, wish)?;
    let proposal = make::propose(tx, viewer, round)?;
    audit::store::note(tx, Some(viewer.person), Act::PairWished, proposal.0)?;
    Ok(Wished::Proposed(proposal))
}
