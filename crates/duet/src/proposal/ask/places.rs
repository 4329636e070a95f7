//! Giving a mentor one place more, so that somebody who is left out has one.

use kit::access::Verb;
use kit::db::Store;
use kit::once::Taking;
use kit::{Error, Result};

use crate::application::{self, MOST_PLACES};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};
use crate::proposal::ProposalId;
use crate::proposal::access::PROPOSAL;
use crate::proposal::make::{self, Solved};
use crate::round::{self, RoundId};

/// Gives a mentor of a round one place more than before, and makes the new proposal at once; none when the same form was
/// taken before. A spreadsheet brought in later says again how many they take.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when the mentor cannot be matched in it, has as many
/// places as anybody may, or what the proposal is made of changed meanwhile.
pub async fn give(
    store: &Store,
    viewer: Viewer,
    round: RoundId,
    mentor: PersonId,
    form: &Taking,
) -> Result<Option<ProposalId>> {
    let people = store.read(viewer.organisation, move |c| make::gather(c, viewer, round)).await?;
    let solved = Solved::of(people.with_place(mentor).ok_or(Error::conflict("wish-not-matchable"))?).await?;
    let form = form.clone();
    store
        .write(viewer.organisation, move |tx| {
            form.take(tx, viewer.person.0, |tx| {
                let reached = round::store::reached(tx, viewer, round)?.that_may(&PROPOSAL, Verb::Write)?;
                if !application::store::give_place(tx, &reached, mentor, MOST_PLACES)? {
                    return Err(Error::conflict("places-most"));
                }
                let id = make::keep(tx, viewer, round, &solved)?;
                audit::store::note(tx, Some(viewer.person), Act::PlaceGiven, id.0)?;
                Ok(id)
            })
        })
        .await
}
