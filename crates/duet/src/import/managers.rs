//! Line managers that a sheet of people names.

use std::collections::HashSet;

use kit::Result;
use kit::db::Tx;

use crate::evaluation::{self, Evaluation, Relation};
use crate::person::PersonId;

/// Notes who manages whom (manager, managed) from today on, where it does not hold already among `lines`, those of today.
///
/// Somebody has one line manager at a time, so that any other ends; but of who is not among `here` nobody's ends: what holds
/// elsewhere is not for this coordinator to take away.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn note(
    tx: &mut Tx<'_>,
    managed: &[(PersonId, PersonId)],
    lines: &[Evaluation],
    here: &HashSet<PersonId>,
) -> Result<()> {
    let today = tx.today();
    let holding: HashSet<(PersonId, PersonId)> = lines.iter().map(|one| (one.evaluator, one.evaluated)).collect();
    let new: Vec<Evaluation> = managed
        .iter()
        .filter(|two| !holding.contains(two))
        .map(|(evaluator, evaluated)| Evaluation {
            id: tx.fresh(),
            evaluator: *evaluator,
            evaluated: *evaluated,
            relation: Relation::LineManages,
            started_on: today,
            finished_on: None,
        })
        .collect();
    let named: HashSet<(PersonId, PersonId)> = managed.iter().copied().collect();
    let settled: HashSet<PersonId> = managed.iter().map(|(_, evaluated)| *evaluated).collect();
    let ends = |one: &&Evaluation| {
        let own = settled.contains(&one.evaluated) && here.contains(&one.evaluated);
        own && !named.contains(&(one.evaluator, one.evaluated))
    };
    let ended: Vec<Evaluation> = lines.iter().filter(ends).cloned().collect();
    evaluation::note::replace_many(tx, &ended, &new)
}
