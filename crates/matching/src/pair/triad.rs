//! The odd one out: one pair becomes three, chosen so that no other choice is better.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::forest::Forest;
use super::net::Net;
use super::plan::Plan;
use super::proof::{Nest, ceiling};
use super::scale::Scale;
use super::search::Search;
use super::start::Start;
use super::why::best;
use super::{First, Question};

/// How many triads wait to be tried at a time; the others are listed again if need be.
const WAITING: usize = 1 << 10;

/// An answer with one triad: three people who are all allowed with each other, and pairs for the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TriadPlan {
    triad: [u32; 3],
    triad_score: i64,
    partners: Vec<Option<u32>>,
    placed: usize,
    total: i64,
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
/// Cost: one [`super::propose`], O(m · d) to bound all triads with at most d options each, and O(m log m) per trial;
/// trials are few where bounds are good, and as many as there are triads at worst. No proof is handed over.
///
/// ```
/// use matching::pair::{Pair, Question, propose, with_triad};
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn with_triad(question: &Question, plan: &Plan) -> Option<TriadPlan> {
    let plan = best(question, plan);
    plan.left_out().next()?;
    let bounds = Bounds::new(question, &plan);
    let net = Net::of(question);
    let mut forest = Forest::new(&net, Start::halves(&net), 3);
    let mut search = Search::new(&forest);
    search.settle_all(&mut forest);
    let mut trials = Trials { question, forest, search };

    let mut value = bounds.rank(2 * plan.placed as i128, i128::from(plan.total));
    let mut found = None;
    let mut before = None;
    loop {
        let (waiting, more) = bounds.next_best(value, before);
        before = waiting.last().copied();
        for candidate in waiting {
            if candidate.0 <= value {
                return found;
            }
            let tried = trials.plan_with(candidate.1.0);
            let reached = bounds.rank(tried.placed as i128, i128::from(tried.total));
            if reached > value {
                value = reached;
                found = Some(tried);
            }
        }
        if !more {
            return found;
        }
    }
}

/// What a plan is worth: people and score, what comes first standing first.
type Rank = (i128, i128);

/// A triad with the most that a plan with it can be worth; of equal ones the smaller numbers are tried first.
type Candidate = (Rank, Reverse<[u32; 3]>);

/// Bounds on plans with a triad, from the proof of a plan without.
struct Bounds<'a> {
    question: &'a Question,
    plan: &'a Plan,
    scale: Scale,
    ceiling: i128,
    nest: Nest<'a>,
    /// People in locked pairs, and their score.
    locked: (i128, i128),
}

impl<'a> Bounds<'a> {
    fn new(question: &'a Question, plan: &'a Plan) -> Bounds<'a> {
        let locked = plan.scored(question).filter(|pair| question.locked(pair.one).is_some());
        let add = |(people, score), pair: super::Pair| (people + 2, score + i128::from(pair.score));
        Bounds {
            question,
            plan,
            scale: question.scale(),
            ceiling: ceiling(&plan.proof),
            nest: Nest::new(&plan.proof),
            locked: locked.fold((0, 0), add),
        }
    }

    fn rank(&self, people: i128, score: i128) -> Rank {
        if self.question.order() == First::Count { (people, score) } else { (score, people) }
    }

    /// The best candidates worth more than `value` and coming after `before`, best first, and whether there are more.
    fn next_best(&self, value: Rank, before: Option<Candidate>) -> (Vec<Candidate>, bool) {
        let mut waiting = BinaryHeap::new();
        let mut more = false;
        self.each_triad(|triad, score| {
            let candidate = (self.most(triad, score), Reverse(triad));
            if candidate.0 <= value || before.is_some_and(|before| candidate >= before) {
                return;
            }
            waiting.push(Reverse(candidate));
            if waiting.len() > WAITING {
                waiting.pop();
                more = true;
            }
        });
        (waiting.into_sorted_vec().into_iter().map(|Reverse(candidate)| candidate).collect(), more)
    }

    /// Lists every possible triad with its score. Cost: O(m · d).
    fn each_triad(&self, mut see: impl FnMut([u32; 3], i64)) {
        let question = self.question;
        let mut scores = vec![None; question.people()];
        let later = |person: u32| question.options_of(person).filter(move |&(other, _)| other > person);
        for one in 0..question.people() as u32 {
            for (other, score) in later(one) {
                scores[other as usize] = Some(score);
            }
            for (second, score) in later(one) {
                for (third, across) in later(second) {
                    if let Some(along) = scores[third as usize]
                        && self.keeps_locks([one, second, third])
                    {
                        see([one, second, third], score + across + along);
                    }
                }
            }
            for (other, _) in later(one) {
                scores[other as usize] = None;
            }
        }
    }

    fn keeps_locks(&self, triad: [u32; 3]) -> bool {
        triad.iter().all(|&person| self.question.locked(person).is_none_or(|partner| triad.contains(&partner)))
    }

    /// The most that a plan with this triad can be worth.
    fn most(&self, triad: [u32; 3], score: i64) -> Rank {
        let gain = |person: u32| i128::from(self.plan.proof.gains[person as usize]);
        let [one, second, third] = triad;
        // A circle holds a pair less without two or three of its people, and no fewer without one. Of the circles
        // around two of the triad, those around all three are counted three times.
        let shared = [(one, second), (second, third), (one, third)].map(|(one, other)| self.nest.shared(one, other));
        let circles = shared.iter().sum::<i128>() - 2 * shared.iter().min().copied().unwrap_or(0);
        let left = self.ceiling - gain(one) - gain(second) - gain(third) - circles;
        let (mut people, mut total) = self.locked;
        if let Some((one, other)) = locked_pair(self.question, triad) {
            people -= 2;
            total -= i128::from(self.question.score_of(one, other).unwrap_or(0));
        }
        let (pairs, others) = self.scale.unpack(left.div_euclid(2));
        self.rank(people + 2 * pairs + 3, total + others + i128::from(score))
    }
}

fn locked_pair(question: &Question, triad: [u32; 3]) -> Option<(u32, u32)> {
    triad.iter().find_map(|&person| question.locked(person).map(|partner| (person, partner)))
}

/// A best plan from which three people are taken out, again and again.
struct Trials<'a> {
    question: &'a Question,
    forest: Forest<'a>,
    search: Search,
}

impl Trials<'_> {
    /// The best plan with this triad.
    fn plan_with(&mut self, triad: [u32; 3]) -> TriadPlan {
        let mut forest = self.forest.clone();
        for person in triad.into_iter().filter(|&person| self.question.locked(person).is_none()) {
            if let Some(stand_in) = forest.pin(person) {
                self.search.settle(&mut forest, stand_in);
            }
        }
        forest.open_all();
        let count = self.question.people();
        let partner = |person: u32| {
            let partner = self.question.locked(person).unwrap_or(forest.partners[person as usize]);
            ((partner as usize) < count && !triad.contains(&person)).then_some(partner)
        };
        let partners: Vec<Option<u32>> = (0..count as u32).map(partner).collect();
        let score = |one, other| self.question.score_of(one, other).unwrap_or(0);
        let [one, second, third] = triad;
        let triad_score = score(one, second) + score(second, third) + score(one, third);
        let mut plan = TriadPlan { triad, triad_score, partners, placed: 3, total: triad_score };
        let scores: Vec<i64> = plan.pairs().map(|(one, other)| score(one, other)).collect();
        plan.placed += 2 * scores.len();
        plan.total += scores.iter().sum::<i64>();
        plan
    }
}
