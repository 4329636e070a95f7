//! Evaluation relations, in the database.

use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::{Result, params, values};

use super::{Evaluation, EvaluationId, Relation};
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
    RELATIONS_IN -> (PersonId, PersonId, Relation) = "
        select distinct e.evaluator, e.evaluated, e.relation from evaluation e
        join application one on one.organisation = e.organisation and one.person = e.evaluator and one.round = $3
        join application other on other.organisation = e.organisation and other.person = e.evaluated and other.round = $3
        where e.organisation = $1 and e.started_on <= $2 and (e.finished_on is null or e.finished_on >= $2)
        order by e.evaluator, e.evaluated, e.relation";
    END -> () = "
        update evaluation set finished_on = $5
        where organisation = $1 and evaluator = $2 and evaluated = $3 and relation = $4
          and (finished_on is null or finished_on > $5) and started_on <= $5";
    UNSAY -> () = "
        delete from evaluation
        where organisation = $1 and evaluator = $2 and evaluated = $3 and relation = $4 and started_on > $5";
    OTHERS -> (PersonId,) = "
        select distinct evaluator from evaluation
        where organisation = $1 and evaluated = $2 and relation = $3 and evaluator <> $5
          and (finished_on is null or finished_on >= $4)";
    DROP -> () = "delete from evaluation where organisation = $1 and id = $2";
    BETWEEN -> (PersonId, PersonId, Relation) = "
        select evaluator, evaluated, relation from evaluation
        where organisation = $1 and started_on <= $2 and (finished_on is null or finished_on >= $2)
          and ((evaluator = $3 and evaluated = $4) or (evaluator = $4 and evaluated = $3))";
}

/// Keeps from today on that `evaluator` evaluates `evaluated`; tells whether that is new. One that holds already stays.
///
/// # Errors
/// `Conflict` when the two are one person.
pub(super) fn note(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<bool> {
    let (today, id) = (tx.today(), tx.fresh::<EvaluationId>());
    let same = |row: &(PersonId, PersonId, Relation)| *row == (evaluator, evaluated, relation);
    let is_new = !tx.all(&BETWEEN, params![today, evaluator, evaluated])?.iter().any(same);
    if is_new {
        tx.run(&NOTE, params![id, evaluator, evaluated, relation, today, None::<Day>])?;
    }
    Ok(is_new)
}

/// Who else is this to `evaluated`, today or later.
pub(super) fn others(
    c: &mut Read<'_>,
    evaluator: PersonId,
    evaluated: PersonId,
    relation: Relation,
) -> Result<Vec<PersonId>> {
    let today = c.today();
    Ok(c.all(&OTHERS, params![evaluated, relation, today, evaluator])?.into_iter().map(|(other,)| other).collect())
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
pub(super) fn write_many(tx: &mut Tx<'_>, new: &[Evaluation], changed: &[Evaluation]) -> Result<()> {
    tx.run_many(
        &NOTE,
        new.iter()
            .map(|one| values![one.id, one.evaluator, one.evaluated, one.relation, one.started_on, one.finished_on]),
    )?;
    tx.run_many(&CHANGE, changed.iter().map(|one| values![one.id, one.started_on, one.finished_on]))?;
    Ok(())
}

/// As [`end`], of many: those that began before today held until yesterday, and the others are unsaid.
pub(super) fn end_many(tx: &mut Tx<'_>, ended: &[Evaluation]) -> Result<()> {
    let today = tx.today();
    let yesterday = today.yesterday().unwrap_or(today);
    let last = Some(yesterday);
    let (before, unsaid): (Vec<&Evaluation>, Vec<&Evaluation>) =
        ended.iter().partition(|one| one.started_on <= yesterday);
    tx.run_many(&CHANGE, before.iter().map(|one| values![one.id, one.started_on, last]))?;
    tx.run_many(&DROP, unsaid.iter().map(|one| values![one.id]))?;
    Ok(())
}

/// Notes that what `evaluator` is to `evaluated` ended: it held until yesterday. What was said today only is unsaid.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn end(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<()> {
    let today = tx.today();
    let yesterday = today.yesterday().unwrap_or(today);
    tx.run(&END, params![evaluator, evaluated, relation, yesterday])?;
    tx.run(&UNSAY, params![evaluator, evaluated, relation, yesterday])?;
    Ok(())
}

/// As [`holding_in`], with what each is to the other.
///
/// # Errors
/// `Internal` when the database fails.
pub fn relations_in(c: &mut Read<'_>, round: Uuid) -> Result<Vec<(PersonId, PersonId, Relation)>> {
    let today = c.today();
    c.all(&RELATIONS_IN, params![today, round])
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
