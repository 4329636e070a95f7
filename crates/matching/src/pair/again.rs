//! Asking again after an edit, and the next-best plan.

use super::forest::Forest;
use super::net::Net;
use super::plan::Plan;
use super::proof::Nest;
use super::search::Search;
use super::start::Start;
use super::why::{Change, best};
use super::{Pair, Question};

/// Proposes pairs as [`super::propose`] does, from where an earlier plan stood: quick after a small edit.
///
/// As exact as [`super::propose`] and as well proven, whatever plan it starts from; of equally good plans it may choose another.
/// After a lock, a pair forbidden or allowed, another score, or somebody who joins or leaves, most people stay where
/// they are. With best total first, a question with more or fewer people is solved from the beginning, because scores
/// weigh otherwise there.
///
/// Method: the earlier proof's gains are a start for the searches, with its circles dissolved and repaired where a pair
/// weighs too much by now; as in Weber, "Sensitivity analysis of optimal matchings" (1981). Cost: O(n + m), and a
/// search for everybody the edit leaves alone.
///
/// ```
/// use matching::pair::{Pair, Question, propose, propose_again};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(4, vec![pair(0, 1, 70), pair(1, 2, 50), pair(2, 3, 60), pair(0, 3, 20)])?;
/// let plan = propose(&question);
/// assert_eq!(plan.score(), 130);
///
/// let edited = question.forbid(2, 3)?;
/// let plan = propose_again(&edited, &plan);
/// assert_eq!((plan.score(), plan.partner_of(3)), (70, Some(0)));
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn propose_again(question: &Question, before: &Plan) -> Plan {
    let net = Net::of(question);
    let mut forest = Forest::new(&net, Start::again(question, &net, before), 0);
    Search::new(&forest).settle_all(&mut forest);
    forest.into_plan(question)
}

/// The best of all other plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBest {
    /// The pair of the best plan that it does without; `None` if it has them all, and one more that is not worth making.
    pub parted: Option<Pair>,
    /// What it costs, and who moves. Its plan is a best one, with proof, for the question without the parted pair.
    pub change: Change,
}

/// The next-best plan: no plan but the best one is better. It costs nothing if two plans are equally good.
///
/// `None` if there is no other plan at all: nobody, or everybody locked. A plan that is not a best one for this question
/// is replaced by [`super::propose`]'s.
///
/// Method: any other plan does without some pair of the best, so each is forbidden in turn and the question asked again
/// (Murty, "An algorithm for ranking all the assignments" 1968, for the second plan). What the two of a pair would lose
/// with the next best pair each, by the proof, bounds each loss from below, and pairs are tried in that order until no
/// bound promises less than found. Cost: O(m) to bound, and [`propose_again`] for each pair tried, mostly few.
///
/// ```
/// use matching::pair::{Pair, Question, next_best, propose};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(4, vec![pair(0, 1, 70), pair(1, 2, 55), pair(2, 3, 60), pair(0, 3, 65)])?;
/// let next = next_best(&question, &propose(&question)).ok_or("there is another plan")?;
/// assert_eq!((next.change.pairs_fewer, next.change.score_less), (0, 10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn next_best(question: &Question, plan: &Plan) -> Option<NextBest> {
    let plan = best(question, plan);
    let value = |plan: &Plan| question.scale().worth(plan.placed as i128, i128::from(plan.total));
    let mut found: Option<(i128, Option<Pair>, Plan)> =
        one_more(question, &plan).map(|next| (value(&next), None, next));
    for (bound, pair) in least_losses(question, &plan) {
        if found.as_ref().is_some_and(|found| 2 * (value(&plan) - found.0) <= bound) {
            break;
        }
        let Ok(parted) = question.clone().forbid(pair.one, pair.other) else { continue };
        let next = propose_again(&parted, &plan);
        if found.as_ref().is_none_or(|found| value(&next) > found.0) {
            found = Some((value(&next), Some(pair), next));
        }
    }
    found.map(|(_, parted, next)| NextBest { parted, change: Change::between(&plan, next) })
}

/// The open pairs of a best plan, each with the least that plans without it weigh less, doubled; least first.
fn least_losses(question: &Question, plan: &Plan) -> Vec<(i128, Pair)> {
    let (scale, nest) = (question.scale(), Nest::new(&plan.proof));
    let gain = |person: u32| i128::from(plan.proof.gains[person as usize]);
    let least = |person: u32, partner: u32| {
        let others =
            question.options_of(person).filter(|&(other, _)| other != partner && question.locked(other).is_none());
        let spare = |(other, score): (u32, i64)| {
            gain(person) + gain(other) + nest.shared(person, other) - 2 * i128::from(scale.weight(score))
        };
        others.map(spare).fold(gain(person), i128::min)
    };
    let open = plan.scored(question).filter(|pair| question.locked(pair.one).is_none());
    let mut losses: Vec<(i128, Pair)> =
        open.map(|pair| (least(pair.one, pair.other) + least(pair.other, pair.one), pair)).collect();
    losses.sort_unstable();
    losses
}

/// The plan with one pair more of two who are left out, if there are such: the best total can do without them.
fn one_more(question: &Question, plan: &Plan) -> Option<Plan> {
    let left: Vec<u32> = plan.left_out().collect();
    let alone = |one: u32| {
        let options = question.options_of(one).filter(move |&(other, _)| one < other);
        options.filter(|&(other, _)| plan.partner_of(other).is_none()).map(move |(other, score)| Pair {
            one,
            other,
            score,
        })
    };
    let pair = left.iter().flat_map(|&one| alone(one)).max_by_key(|pair| pair.score)?;
    question.clone().lock(pair.one, pair.other).ok().map(|locked| propose_again(&locked, plan))
}
