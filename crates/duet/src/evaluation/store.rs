//! Evaluation relations, in the database.

use kit::db::{Read, Tx};
use kit::{Result, params};

use super::{EvaluationId, Relation};
use crate::person::PersonId;

kit::sql! {
    NOTE -> () = "
        insert into evaluation (organisation, id, evaluator, evaluated, relation, started_on) values ($1, $2, $3, $4, $5, $6)";
    HOLDING -> (PersonId, PersonId, Relation) = "
        select evaluator, evaluated, relation from evaluation
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on >= $2)";
    BETWEEN -> (PersonId, PersonId, Relation) = "
        select evaluator, evaluated, relation from evaluation
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on >= $2)
          and ((evaluator = $3 and evaluated = $4) or (evaluator = $4 and evaluated = $3))";
}

/// Notes from today on that `evaluator` evaluates `evaluated`. A relation that holds already stays as it is.
///
/// # Errors
/// `Conflict` when the two are one person.
pub fn note(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<()> {
    let (today, id) = (tx.today(), tx.fresh::<EvaluationId>());
    let same = |row: &(PersonId, PersonId, Relation)| *row == (evaluator, evaluated, relation);
    if !tx.all(&BETWEEN, params![today, evaluator, evaluated])?.iter().any(same) {
        tx.run(&NOTE, params![id, evaluator, evaluated, relation, today])?;
    }
    Ok(())
}

/// Every relation that holds today: (evaluator, evaluated, how).
///
/// # Errors
/// `Internal` when the database fails.
pub fn holding(c: &mut Read<'_>) -> Result<Vec<(PersonId, PersonId, Relation)>> {
    let today = c.today();
    c.all(&HOLDING, params![today])
}

/// Whether either of two people evaluates the other today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn between(c: &mut Read<'_>, one: PersonId, other: PersonId) -> Result<bool> {
    let today = c.today();
    Ok(!c.all(&BETWEEN, params![today, one, other])?.is_empty())
}
