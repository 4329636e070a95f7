//! Keeping other rules, and the proposal that they make.

use kit::Result;
use kit::db::Store;
use kit::once::Taking;

use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::proposal::ProposalId;
use crate::proposal::make::{self, Solved};
use crate::round::rules::Rules;
use crate::round::{self, RoundId};

/// Makes these the round's rules, and the proposal by them at once; none when the same form was taken before. Who may
/// take part stays as it is. Nobody is told.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when nobody can be matched yet, or what it is made of
/// changed meanwhile.
pub async fn keep(
    store: &Store,
    viewer: Viewer,
    round: RoundId,
    rules: Rules,
    form: &Taking,
) -> Result<Option<ProposalId>> {
    let people = store.read(viewer.organisation, move |c| make::gather(c, viewer, round)).await?;
    let solved = Solved::of(people.with_rules(rules.clone())).await?;
    let form = form.clone();
    store
        .write(viewer.organisation, move |tx| {
            form.take(tx, viewer.person.0, |tx| {
                let reached = round::store::reached(tx, viewer, round)?;
                let rules = Rules { eligible: round::store::rules(tx, &reached)?.eligible, ..rules.clone() };
                round::store::set_rules(tx, &reached, &rules)?;
                let id = make::keep(tx, viewer, round, &solved)?;
                audit::store::note(tx, Some(viewer.person), Act::RulesKept, id.0)?;
                Ok(id)
            })
        })
        .await
}
