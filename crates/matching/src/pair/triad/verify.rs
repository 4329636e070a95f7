//! The independent check of a plan with a triad.

use super::super::proof::{check_bound, check_proof};
use super::super::{Flaw, Question};
use super::TriadPlan;
use super::bounds::{Bound, each_triad, keeps_locks};

/// Checks that a plan with a triad answers the question, and that its proof shows it best.
///
/// Shares nothing with the solver but the scale of the weights. Plan: all three allowed with each other, pairs allowed,
/// locks, totals. Proof: each of its parts bounds what any plan can weigh (as in [`super::super::verify`]); with the gains
/// of three people taken off, what can be had beside their triad. Every triad there could be is listed, and some part
/// must show that no plan with it is better; and none without.
///
/// Errors: the first [`Flaw`] found. Cost: O(m · d) with d options each, O(m · log d) for each part of the proof.
///
/// ```
/// use matching::pair::{Flaw, Pair, Question, propose, verify_triad, with_triad};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(3, vec![pair(0, 1, 50), pair(1, 2, 10), pair(0, 2, 20)])?;
/// let three = with_triad(&question, &propose(&question)).ok_or("somebody is left out")?;
/// assert_eq!(verify_triad(&question, &three), Ok(()));
/// assert_eq!(verify_triad(&question.forbid(1, 2)?, &three), Err(Flaw::NotATriad));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify_triad(question: &Question, plan: &TriadPlan) -> Result<(), Flaw> {
    check_plan(question, plan)?;
    for proof in &plan.proofs {
        check_proof(question, proof)?;
        check_bound(question, proof)?;
    }
    let bounds: Vec<Bound<'_>> = plan.proofs.iter().map(|proof| Bound::new(question, proof)).collect();
    let first = bounds.first().ok_or(Flaw::Gap)?;
    let value = first.rank(plan.placed as i128, i128::from(plan.total));
    if first.most_in_pairs() > value {
        return Err(Flaw::Gap);
    }
    let mut flaw = None;
    each_triad(question, |triad, score| {
        if flaw.is_none() && bounds.iter().all(|bound| bound.most(triad, score) > value) {
            flaw = Some(Flaw::BetterTriad { triad });
        }
    });
    flaw.map_or(Ok(()), Err)
}

fn check_plan(question: &Question, plan: &TriadPlan) -> Result<(), Flaw> {
    if plan.partners.len() != question.people() {
        return Err(Flaw::OtherPeople);
    }
    let [one, second, third] = plan.triad;
    let score = |one, other| question.score_of(one, other).ok_or(Flaw::NotATriad);
    let within = [score(one, second)?, score(second, third)?, score(one, third)?];
    if !keeps_locks(question, plan.triad) {
        return Err(Flaw::NotATriad);
    }
    let triad_score: i128 = within.into_iter().map(i128::from).sum();
    let (mut placed, mut total) = (3, triad_score);
    for person in 0..question.people() as u32 {
        let (lock, partner) = (question.locked(person), plan.partner_of(person));
        if plan.triad.contains(&person) {
            if partner.is_some() {
                return Err(Flaw::OneSided { person });
            }
            continue;
        }
        if lock.is_some() && lock != partner {
            return Err(Flaw::LockBroken { person });
        }
        let Some(partner) = partner else { continue };
        let score = question.score_of(person, partner).ok_or(Flaw::NotAllowed { one: person, other: partner })?;
        if plan.partner_of(partner) != Some(person) {
            return Err(Flaw::OneSided { person });
        }
        if person < partner {
            placed += 2;
            total += i128::from(score);
        }
    }
    let said = (plan.placed, i128::from(plan.total), i128::from(plan.triad_score));
    if (placed, total, triad_score) == said { Ok(()) } else { Err(Flaw::WrongTotals) }
}
