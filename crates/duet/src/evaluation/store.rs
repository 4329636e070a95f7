//! Evaluation relations, in the database.

use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::{Result, params, values};

use super::{Evaluation, Relation};
use crate::person::PersonId;

kit::row!(Evaluation { id, evaluator, evaluated, relation, started_on, finished_on });

kit::sql! {
    NOTE -> () = "
        insert into evaluation (organisation, id, evaluator, evaluated, relation, started_on, finished_on)
        values ($1, $2, $3, $4, $5, $6, $7)";
    CHANGE -> () = "update evaluation set started_on = $3, finished_on = $4 where organisation = $1 and id = $2";
    ALL -> Evaluation = "
        select id, evaluator, evaluated, relation, started_on, finished_on from evaluation
        where organisation = $1 order by started_on, id";
    HOLDING_IN -> (PersonId, PersonId) = "
        select distinct e.evaluator, e.evaluated from evaluation e
        join application one on one.organisation = e.organisation and one.person = e.evaluator and one.round = $3
        join application other on other.organisation = e.organisation and other.person = e.evaluated and other.round = $3
        where e.organisation = $1 and e.started_on <= $2 and (e.finished_on is null or e.finished_on >= $2)";
    BETWEEN -> (PersonId, PersonId, Relation) = "
        select evaluator, evaluated, relation from evaluation
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on >= $2)
          and ((evaluator = $3 and evaluated = $4) or (evaluator = $4 and evaluated = $3))";
}

/// Every relation there is.
///
/// # Errors
/// `Internal` when the database fails.
pub fn all(c: &mut Read<'_>) -> Result<Vec<Evaluation>> {
    c.all(&ALL, params![])
}

/// Writes new relations, and the days of others anew.
///
/// # Errors
/// `Conflict` when somebody would evaluate themselves, or one would end before it began.
pub fn write_many(tx: &mut Tx<'_>, new: &[Evaluation], changed: &[Evaluation]) -> Result<()> {
    tx.run_many(
        &NOTE,
        new.iter()
            .map(|one| values![one.id, one.evaluator, one.evaluated, one.relation, one.started_on, one.finished_on]),
    )?;
    tx.run_many(&CHANGE, changed.iter().map(|one| values![one.id, one.started_on, one.finished_on]))?;
    Ok(())
}

/// Every relation that holds today between two who applied to a round: (evaluator, evaluated).
///
/// # Errors
/// `Internal` when the database fails.
pub fn holding_in(c: &mut Read<'_>, round: Uuid) -> Result<Vec<(PersonId, PersonId)>> {
    let today = c.today();
    c.all(&HOLDING_IN, params![today, round])
}

/// Whether either of two people evaluates the other today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn between(c: &mut Read<'_>, one: PersonId, other: PersonId) -> Result<bool> {
    let today = c.today();
    Ok(!c.all(&BETWEEN, params![today, one, other])?.is_empty())
}
