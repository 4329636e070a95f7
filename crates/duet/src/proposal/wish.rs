//! Keeping two people together or apart.

use kit::db::Store;
use kit::once::Taking;
use kit::{Error, Message, Result};

use super::bar::{Bar, bar_to_wish};
use super::make::{self, Solved};
use super::{ProposalId, Wish, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};
use crate::round::RoundId;

/// What became of a wish for a pair.
#[derive(Clone, Debug, PartialEq)]
pub enum Wished {
    /// It is kept, and the new proposal stands; none when the same form was taken before, or nobody can be matched.
    Proposed(Option<ProposalId>),
    /// The two may not be paired: why. An evaluator's case is on the record.
    Refused(Message),
}

/// Keeps two people (mentor, mentee) together or apart, or neither, and makes the new proposal at once. Two who
/// may not be paired are not kept together: an evaluator never, colleagues not where the rules say so. Two who were a pair before
/// are. A wish is taken back
/// whether or not the two can still be matched; where nobody can, no proposal comes of it.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when one of the two cannot be matched in it (which
/// tells nothing of whether there is such a person), wishes contradict each other, or what the proposal is made of
/// changed meanwhile.
pub async fn wish(
    store: &Store,
    viewer: Viewer,
    round: RoundId,
    (mentor, mentee): (PersonId, PersonId),
    wish: Option<Wish>,
    form: &Taking,
) -> Result<Wished> {
    let people = store.read(viewer.organisation, move |c| make::gather(c, viewer, round)).await?;
    let two = people.two(mentor, mentee);
    if wish.is_some() && two.is_none() {
        return Err(Error::conflict("wish-not-matchable"));
    }
    let barred = |two| bar_to_wish(&people.asked(), people.rules(), two);
    if let Some(bar) = two.filter(|_| wish == Some(Wish::Together)).and_then(barred) {
        if bar == Bar::Evaluates {
            let refused = Act::EvaluatorPairRefused;
            store
                .write(viewer.organisation, move |tx| audit::store::note(tx, Some(viewer.person), refused, round.0))
                .await?;
        }
        return Ok(Wished::Refused(Message::new(bar.key())));
    }
    let is_empty = people.mentors().is_empty() || people.mentees().is_empty();
    let solved = match wish {
        None if is_empty => None,
        _ => Some(Solved::of(people.with_wish(mentor, mentee, wish)).await?),
    };
    let form = form.clone();
    let kept = store.write(viewer.organisation, move |tx| {
        form.take(tx, viewer.person.0, |tx| {
            store::wish(tx, viewer.person, round, mentor, mentee, wish)?;
            let proposal = match &solved {
                Some(solved) => Some(make::keep(tx, viewer, round, solved)?),
                None => None,
            };
            audit::store::note(tx, Some(viewer.person), Act::PairWished, proposal.map_or(round.0, |one| one.0))?;
            Ok(proposal)
        })
    });
    Ok(Wished::Proposed(kept.await?.flatten()))
}
