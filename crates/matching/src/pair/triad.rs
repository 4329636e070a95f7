//! The odd one out: one pair becomes three, chosen so that no other choice is better.

mod bounds;
mod verify;

pub use verify::verify_triad;

use super::Question;
use super::forest::Forest;
use super::net::Net;
use super::plan::{Plan, Proof};
use super::search::Search;
use super::start::Start;
use super::why::best;
use bounds::{Bound, next_best};

/// Before a triad is tried, so many of the latest trials' proofs are asked whether it can be better at all.
const ASKED: usize = 4;

/// An answer with one triad: three people who are all allowed with each other, and pairs for the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriadPlan {
    triad: [u32; 3],
    triad_score: i64,
    partners: Vec<Option<u32>>,
    placed: usize,
    total: i64,
    /// The proof of the best plan without a triad, and of those with the triads tried.
    proofs: Vec<Proof>,
}

impl TriadPlan {
    /// The three, by number.
    #[must_use]
    pub fn triad(&self) -> [u32; 3] {
        self.triad
    }

    /// The scores of the three pairs within the triad together.
    #[must_use]
    pub fn triad_score(&self) -> i64 {
        self.triad_score
    }

    /// The partner of somebody in a pair; `None` for the three, and for who is left out or unknown.
    #[must_use]
    pub fn partner_of(&self, person: u32) -> Option<u32> {
        self.partners.get(person as usize).copied().flatten()
    }

    /// The pairs, without the triad, by the smaller number of each, which stands first.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let all = self.partners.iter().enumerate().map(|(person, partner)| (person as u32, *partner));
        all.filter_map(|(person, partner)| partner.filter(|&partner| person < partner).map(|partner| (person, partner)))
    }

    /// The people who are in no pair and not in the triad, by number.
    pub fn left_out(&self) -> impl Iterator<Item = u32> + '_ {
        let alone = |&person: &u32| self.partner_of(person).is_none() && !self.triad.contains(&person);
        (0..self.partners.len() as u32).filter(alone)
    }

    /// Its parts, for tests that tamper with them.
    #[cfg(test)]
    pub(super) fn tamper(&mut self) -> (&mut Vec<Option<u32>>, &mut [u32; 3], &mut Vec<Proof>) {
        (&mut self.partners, &mut self.triad, &mut self.proofs)
    }

    /// How many people are placed, the three among them.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.placed
    }

    /// The scores of all pairs and of the triad together.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.total
    }
}

/// Lets one pair become three, if somebody is left out and that makes the plan better.
///
/// Exact: of all plans with one triad, whose three people are all allowed with each other, and pairs for the others,
/// this is a best one: most people placed first, or best total first, as the question says; a triad counts three
/// people and its three scores. A locked pair stays together, and may be joined by a third person. `None` if nobody is
/// left out, or if no plan with a triad is better. Who else is left out stays so: there is one triad at most.
///
/// Method: every triad has an upper bound from the plan's proof, the ceiling for everybody less what the three gain.
/// Triads are tried in the order of their bounds, until no bound promises more than the best found. A trial takes the
/// three out of a best plan by at most three searches (`search.rs`), as in Weber, "Sensitivity analysis of optimal
/// matchings" (1981).
///
/// The plan carries a proof, which [`verify_triad`] checks: the proof of the best plan without a triad, and of each trial's
/// best plan. One of them bounds every triad there could be.
///
/// Cost: one [`super::propose_again`], O(m · d) to bound all triads with at most d options each, and O(m log m) per
/// trial; trials are few where bounds are good, and as many as there are triads at worst. Memory is O(n) per trial.
///
/// ```
/// use matching::pair::{Pair, Question, propose, verify_triad, with_triad};
///
/// // Carys (2) is left out, and gets on better with Dewi and Eryl (3, 4) than with Asha and Ben (0, 1).
/// let pair = |one, other, score| Pair { one, other, score };
/// let pairs = vec![
///     pair(0, 1, 90), pair(0, 2, 20), pair(1, 2, 20),
///     pair(3, 4, 80), pair(2, 3, 40), pair(2, 4, 50),
/// ];
/// let question = Question::new(5, pairs)?;
/// let plan = propose(&question);
/// assert_eq!((plan.placed(), plan.score()), (2, 170));
///
/// let three = with_triad(&question, &plan).ok_or("somebody is left out")?;
/// assert_eq!(three.triad(), [2, 3, 4]);
/// assert_eq!(three.score(), 90 + 80 + 40 + 50);
/// assert_eq!(verify_triad(&question, &three), Ok(()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn with_triad(question: &Question, plan: &Plan) -> Option<TriadPlan> {
    let plan = best(question, plan);
    plan.left_out().next()?;
    let bound = Bound::new(question, &plan.proof);
    let net = Net::of(question);
    let mut forest = Forest::new(&net, Start::again(question, &net, &plan), 3);
    let mut search = Search::new(&forest);
    search.settle_all(&mut forest);
    let mut trials = Trials { question, forest, search };

    let mut value = bound.rank(2 * plan.placed as i128, i128::from(plan.total));
    let (mut found, mut before, mut more) = (None, None, true);
    let mut proofs = vec![plan.proof.clone()];
    while more {
        let waiting;
        (waiting, more) = next_best(&bound, value, before);
        before = waiting.last().map(|waiting| waiting.candidate);
        for waiting in waiting {
            if waiting.candidate.0 <= value {
                more = false;
                break;
            }
            let ruled_out = |proof| Bound::new(question, proof).most(waiting.triad(), waiting.score) <= value;
            if proofs[1..].iter().rev().take(ASKED).any(ruled_out) {
                continue;
            }
            let (tried, proof) = trials.plan_with(waiting.triad());
            proofs.push(proof);
            let reached = bound.rank(tried.placed as i128, i128::from(tried.total));
            if reached > value {
                value = reached;
                found = Some(tried);
            }
        }
    }
    found.map(|plan| TriadPlan { proofs, ..plan })
}

/// A best plan from which three people are taken out, again and again.
struct Trials<'a> {
    question: &'a Question,
    forest: Forest<'a>,
    search: Search,
}

impl Trials<'_> {
    /// The best plan with this triad, and what bounds it.
    fn plan_with(&mut self, triad: [u32; 3]) -> (TriadPlan, Proof) {
        let mut forest = self.forest.clone();
        for person in triad.into_iter().filter(|&person| self.question.locked(person).is_none()) {
            if let Some(stand_in) = forest.pin(person) {
                self.search.settle(&mut forest, stand_in);
            }
        }
        let count = self.question.people();
        // A stand-in knows only one person, so it is in no circle; and whoever has one gains what the rest would lose.
        let (inner, circles) = forest.circles();
        let proof = Proof { gains: forest.gains[..count].to_vec(), inner, circles };
        forest.open_all();
        let partner = |person: u32| {
            let partner = self.question.locked(person).unwrap_or(forest.partners[person as usize]);
            ((partner as usize) < count && !triad.contains(&person)).then_some(partner)
        };
        let partners: Vec<Option<u32>> = (0..count as u32).map(partner).collect();
        let score = |one, other| self.question.score_of(one, other).unwrap_or(0);
        let [one, second, third] = triad;
        let triad_score = score(one, second) + score(second, third) + score(one, third);
        let mut plan = TriadPlan { triad, triad_score, partners, placed: 3, total: triad_score, proofs: Vec::new() };
        let scores: Vec<i64> = plan.pairs().map(|(one, other)| score(one, other)).collect();
        plan.placed += 2 * scores.len();
        plan.total += scores.iter().sum::<i64>();
        (plan, proof)
    }
}
