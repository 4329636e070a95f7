//! Noting that somebody evaluates somebody.

use kit::Result;
use kit::db::Tx;

use super::{Evaluation, Relation, store};
use crate::events::{self, Event};
use crate::person::PersonId;

/// Notes from today on that `evaluator` evaluates `evaluated`, and tells it to whoever has put the two together. A
/// relation that holds already stays as it is, and nothing is told.
///
/// # Errors
/// `Conflict` when the two are one person.
pub fn note(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<()> {
    if store::note(tx, evaluator, evaluated, relation)? {
        events::tell(tx, Event::Evaluates(evaluator, evaluated))?;
    }
    Ok(())
}

/// Notes that nobody but `evaluator` is this to `evaluated` from today on: somebody has one line manager at a time.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_others(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<()> {
    let others = store::others(tx, evaluator, evaluated, relation)?;
    others.into_iter().try_for_each(|other| end(tx, other, evaluated, relation))
}

/// Notes that all of these ended, and that others began in their place, and tells of it once.
///
/// # Errors
/// `Conflict` when somebody would evaluate themselves.
pub fn replace_many(tx: &mut Tx<'_>, ended: &[Evaluation], new: &[Evaluation]) -> Result<()> {
    store::end_many(tx, ended)?;
    store::write_many(tx, new, &[])?;
    if ended.is_empty() && new.is_empty() { Ok(()) } else { events::tell(tx, Event::ManyEvaluate) }
}

/// Notes new relations, and the days of others anew, and tells of it once, however many they are.
///
/// # Errors
/// `Conflict` when somebody would evaluate themselves, or one would end before it began.
pub fn note_many(tx: &mut Tx<'_>, new: &[Evaluation], changed: &[Evaluation]) -> Result<()> {
    store::write_many(tx, new, changed)?;
    let today = tx.today();
    if !changed.is_empty() || new.iter().any(|one| one.holds_on(today)) {
        events::tell(tx, Event::ManyEvaluate)?;
    }
    Ok(())
}

/// Notes that what `evaluator` is to `evaluated` ended, and tells it to whoever had put a mark to it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end(tx: &mut Tx<'_>, evaluator: PersonId, evaluated: PersonId, relation: Relation) -> Result<()> {
    store::end(tx, evaluator, evaluated, relation)?;
    events::tell(tx, Event::EvaluatesNoLonger(evaluator, evaluated))
}
