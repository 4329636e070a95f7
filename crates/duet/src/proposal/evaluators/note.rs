//! Noting that somebody evaluates somebody, or does so no longer.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use crate::application;
use crate::audit::{self, Act};
use crate::evaluation::{self, Relation};
use crate::person::{PersonId, Viewer};
use crate::proposal::access::PROPOSAL;
use crate::round::{self, RoundId};

/// Notes from today on that `evaluator` evaluates `evaluated`, or that it does so no longer (`holds`). Whoever gets
/// another line manager has the one before no longer.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` unless both applied to it (which tells nothing of whether
/// there is such a person); `Invalid` when the two are one person.
pub fn note(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    (evaluator, evaluated): (PersonId, PersonId),
    relation: Relation,
    holds: bool,
) -> Result<()> {
    let round = round::store::reached(tx, viewer, round)?.that_may(&PROPOSAL, Verb::Write)?;
    let people = application::store::names(tx, &round)?;
    if [evaluator, evaluated].iter().any(|one| !people.iter().any(|(person, _)| person == one)) {
        return Err(Error::conflict("evaluators-not-here"));
    }
    if evaluator == evaluated {
        return Err(Error::invalid("evaluated", "evaluators-one-person"));
    }
    let act = if holds {
        if relation == Relation::LineManages {
            evaluation::note::end_others(tx, evaluator, evaluated, relation)?;
        }
        evaluation::note::note(tx, evaluator, evaluated, relation)?;
        Act::EvaluationNoted
    } else {
        evaluation::note::end(tx, evaluator, evaluated, relation)?;
        Act::EvaluationEnded
    };
    audit::store::note(tx, Some(viewer.person), act, evaluated.0)
}
