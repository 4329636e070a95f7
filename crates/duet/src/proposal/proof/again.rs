//! The certificate of a plan that was too large to be kept with it.

use kit::Result;

use super::{Certificate, MOST_SHOWN, certify};
use crate::proposal::question::{Asked, Solved, Work, solve};
use crate::round::rules::Rules;

/// The certificate of a plan that was made of this, each mentee's mentor, where it was too large to be kept: the question is
/// solved anew, and what shows that plan the best shows this one, too. None when there are too many possible pairs, or this
/// is not one of the best.
///
/// # Errors
/// `Internal` when the engine's proof does not hold; as `propose` else.
pub(in crate::proposal) fn prove_again(
    asked: &Asked<'_>,
    rules: &Rules,
    kept: Vec<Option<u32>>,
) -> Result<Option<Certificate<usize>>> {
    let work = Work::new(asked, rules);
    let (question, _) = work.question()?;
    let Solved { plan, fair } = solve(&question, rules)?;
    let solved = (&question, &plan, fair.as_ref());
    let made = certify(asked, solved, rules.first, work.scale.score_of(100), MOST_SHOWN)?;
    Ok(made.map(|made| Certificate { plan: kept, ..made }).filter(|made| made.check().is_ok()))
}
