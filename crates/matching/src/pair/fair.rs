//! Fairness: raising whoever is worst off before anybody else. Start at [`propose_fair`].

use std::collections::BTreeMap;

use super::forest::Forest;
use super::net::Net;
use super::plan::{Circle, Plan, Proof};
use super::proof::{check_plan, nested, sizes};
use super::search::Search;
use super::start::Start;
use super::{Fairness, Flaw, Question};
use crate::assign::fair::{add, first_of};
use crate::assign::lex::Lex;
use crate::scale::Scale;

/// A fair plan with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FairPlan {
    plan: Plan,
    proof: FairProof,
}

/// Why no plan is fairer: gains and circles as in [`Proof`], but each amount a list by rank.
///
/// Rank 0 is the number of pairs, or the weight of [`super::propose`]; the ranks after it are the scores from the lowest
/// up, of which a plan wants as few as can be. Lists are compared by the first rank that differs. Nothing else changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FairProof {
    gains: Vec<Lex>,
    inner: Vec<Option<u32>>,
    circles: Vec<Circle<Lex>>,
}

impl FairPlan {
    /// Who pairs up with whom. The plan's own proof is empty: it need not have the best total.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The scores of all pairs in this question, from the lowest up.
    #[must_use]
    pub fn scores(&self, question: &Question) -> Vec<i64> {
        let mut scores: Vec<i64> = self.plan.scored(question).map(|pair| pair.score).collect();
        scores.sort_unstable();
        scores
    }

    /// Why no plan is fairer.
    #[must_use]
    pub fn proof(&self) -> &FairProof {
        &self.proof
    }
}

/// Proposes the pairs that are fairest: leximin over the scores of all pairs.
///
/// Exact and proven: no other plan has a higher lowest score with as many pairs, nor the same and a higher next lowest,
/// and so on to the last. Locks and forbidden pairs hold as in [`super::propose`].
///
/// Method: the lexicographic bottleneck problem (Burkard and Rendl 1991), with vectors in lexicographic order as weights,
/// gains and prices of blossoms: Edmonds' method needs no more of numbers than to add, to compare and to halve the even,
/// and vectors do that rank by rank. As [`crate::assign::propose_fair`]. Cost: that of [`super::propose`] times the
/// length of such vectors, as many entries as there are scores in reach.
///
/// ```
/// use matching::pair::{Fairness, Pair, Question, propose, propose_fair, verify_fair};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(4, vec![pair(0, 1, 100), pair(2, 3, 10), pair(0, 2, 50), pair(1, 3, 50)])?;
///
/// // The best total leaves one pair with next to nothing.
/// assert_eq!(propose(&question).score(), 110);
/// let fair = propose_fair(&question, Fairness::BeforeTotal);
/// assert_eq!(fair.scores(&question), [50, 50]);
/// assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn propose_fair(question: &Question, fairness: Fairness) -> FairPlan {
    let ranks = Ranks::of(question, fairness);
    let net = Net::weighed(question, false, |score| Lex::of(&ranks.doubled(score)));
    let mut forest = Forest::new(&net, Start::halves(&net), 0);
    Search::new(&forest).settle_all(&mut forest);
    let (inner, circles) = forest.circles();
    let none = Proof { gains: Vec::new(), inner: Vec::new(), circles: Vec::new() };
    let plan = Plan::new(question, forest.partners(question), none);
    FairPlan { plan, proof: FairProof { gains: forest.gains, inner, circles } }
}

/// Checks a fair plan and that its proof shows it fairest; see [`super::verify`].
///
/// Shares no arithmetic with the solver. Errors: the first [`Flaw`] found. Cost: O(m · d · k) with circles nested d deep
/// and lists of k amounts.
pub fn verify_fair(question: &Question, fairness: Fairness, fair: &FairPlan) -> Result<(), Flaw> {
    let FairPlan { plan, proof } = fair;
    let people = question.people();
    check_plan(question, plan)?;
    if (proof.gains.len(), proof.inner.len()) != (people, people) {
        return Err(Flaw::OtherPeople);
    }
    if !nested(&proof.inner, &proof.circles) {
        return Err(Flaw::WrongCircle);
    }
    let locked = |person: usize| question.locked(person as u32).is_some();
    let prices = proof.circles.iter().map(|circle| &circle.price);
    let negative = |value: &Lex| first_of(value.terms().to_vec()) < 0;
    if (0..people).any(|person| locked(person) && !proof.gains[person].terms().is_empty())
        || proof.gains.iter().chain(prices).any(negative)
    {
        return Err(Flaw::WrongSign);
    }
    let ranks = Ranks::of(question, fairness);
    let mut gap: BTreeMap<u32, i128> = BTreeMap::new();
    for one in (0..people).filter(|&one| !locked(one)) {
        add(&mut gap, proof.gains[one].terms(), 1);
        let around = proof.around(one as u32);
        for (other, score) in question.options_of(one as u32).filter(|&(other, _)| one < other as usize) {
            if locked(other as usize) {
                continue;
            }
            let less: Vec<(u32, i64)> = ranks.doubled(score).iter().map(|&(rank, amount)| (rank, -amount)).collect();
            if plan.partner_of(one as u32) == Some(other) {
                add(&mut gap, &less, 1);
            }
            let mut bound = [proof.gains[one].terms(), proof.gains[other as usize].terms(), &less].concat();
            for circle in proof.around(other).into_iter().filter(|circle| around.contains(circle)) {
                bound.extend_from_slice(proof.circles[circle as usize].price.terms());
            }
            if first_of(bound) < 0 {
                return Err(Flaw::Undercut { one: one as u32, other });
            }
        }
    }
    for (circle, size) in proof.circles.iter().zip(sizes(&proof.inner, &proof.circles)) {
        add(&mut gap, circle.price.terms(), size / 2);
    }
    if gap.values().all(|&amount| amount == 0) { Ok(()) } else { Err(Flaw::Gap) }
}

impl FairProof {
    /// The circles around a person, the smallest first.
    fn around(&self, person: u32) -> Vec<u32> {
        std::iter::successors(self.inner[person as usize], |&circle| self.circles[circle as usize].outer).collect()
    }
}

/// Scores by rank, from 1 for the lowest; and what rank 0 counts.
struct Ranks {
    fairness: Fairness,
    scale: Scale,
    scores: Vec<i64>,
}

impl Ranks {
    fn of(question: &Question, fairness: Fairness) -> Ranks {
        let everybody = 0..question.people() as u32;
        let mut scores: Vec<i64> =
            everybody.flat_map(|person| question.options_of(person).map(|(_, score)| score)).collect();
        scores.sort_unstable();
        scores.dedup();
        Ranks { fairness, scale: question.scale(), scores }
    }

    /// Twice the weight of a pair: what comes first, and one less for the rank of its score.
    fn doubled(&self, score: i64) -> [(u32, i64); 2] {
        let first = match self.fairness {
            Fairness::BeforeTotal => 1,
            Fairness::AfterTotal => self.scale.weight(score),
        };
        let rank = self.scores.partition_point(|&other| other < score) as u32 + 1;
        [(0, 2 * first), (rank, -2)]
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pair;
    use super::*;

    #[test]
    fn every_changed_number_is_found_out() {
        let pair = |one, other, score| Pair { one, other, score };
        // Three who would all pair up with each other, which only a circle keeps from counting three halves; and two more.
        let pairs = vec![pair(0, 1, 8), pair(1, 2, 9), pair(0, 2, 8), pair(3, 4, 1)];
        let question = Question::new(5, pairs).expect("a sound question");
        for fairness in [Fairness::BeforeTotal, Fairness::AfterTotal] {
            let fair = propose_fair(&question, fairness);
            assert_eq!(verify_fair(&question, fairness, &fair), Ok(()));
            assert!(!fair.proof.circles.is_empty(), "an odd ring has a price");
            let changed = |value: &Lex, term| Lex::of(&[value.terms(), &[term]].concat());
            for term in [(0, 1), (0, -1), (1, 1), (2, -1), (3, 1), (9, 1)] {
                for at in 0..5 {
                    let mut other = fair.clone();
                    other.proof.gains[at] = changed(&fair.proof.gains[at], term);
                    assert!(verify_fair(&question, fairness, &other).is_err(), "gain {at}, {term:?}");
                }
                let mut other = fair.clone();
                other.proof.circles[0].price = changed(&fair.proof.circles[0].price, term);
                assert!(verify_fair(&question, fairness, &other).is_err(), "price, {term:?}");
            }
            let mut other = fair.clone();
            other.proof.circles[0].outer = Some(0);
            assert_eq!(verify_fair(&question, fairness, &other), Err(Flaw::WrongCircle));
        }
    }
}
