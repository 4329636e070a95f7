//! Small random questions, and every plan for them.

use matching::assign::{First, Pair, Plan, Question};
use proptest::prelude::*;

pub(crate) use super::random::random;

/// A question before it is asked, so that it can be asked again with something changed.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) mentees: usize,
    pub(crate) capacities: Vec<u32>,
    pub(crate) pairs: Vec<Pair>,
    pub(crate) first: First,
    pub(crate) minimum: i64,
    pub(crate) locks: Vec<(u32, u32)>,
}

impl Draft {
    /// Asks it; locks that do not fit are passed over and struck out.
    pub(crate) fn ask(&mut self) -> Question {
        let question = Question::new(self.mentees, self.capacities.clone(), self.pairs.clone());
        let mut question = question.expect("a sound question").first(self.first).minimum(self.minimum);
        self.locks.retain(|&(mentee, mentor)| match question.clone().lock(mentee, mentor) {
            Ok(locked) => {
                question = locked;
                true
            }
            Err(_) => false,
        });
        question
    }

    /// Placed and score of the best of all plans that `accept` allows, by trying every one.
    pub(crate) fn best(&self, accept: impl Fn(&[Option<u32>]) -> bool) -> Option<(i64, i64)> {
        let mut best = None;
        self.try_all(&mut Vec::new(), &mut self.capacities.clone(), &mut |plan| {
            if accept(plan) {
                let value = self.value(plan);
                if best.is_none_or(|best| self.rank(value) > self.rank(best)) {
                    best = Some(value);
                }
            }
        });
        best
    }

    pub(crate) fn rank(&self, (placed, score): (i64, i64)) -> (i64, i64) {
        if self.first == First::Count { (placed, score) } else { (score, placed) }
    }

    pub(crate) fn value(&self, plan: &[Option<u32>]) -> (i64, i64) {
        let made = |pair: &&Pair| plan[pair.mentee as usize] == Some(pair.mentor);
        let scores = || self.pairs.iter().filter(made).map(|pair| pair.score);
        (scores().count() as i64, scores().sum())
    }

    pub(crate) fn try_all(&self, plan: &mut Vec<Option<u32>>, free: &mut [u32], see: &mut impl FnMut(&[Option<u32>])) {
        if plan.len() == self.mentees {
            see(plan);
            return;
        }
        let mentee = plan.len() as u32;
        let lock = self.locks.iter().find(|lock| lock.0 == mentee).map(|lock| lock.1);
        if lock.is_none() {
            plan.push(None);
            self.try_all(plan, free, see);
            plan.pop();
        }
        for pair in self.pairs.iter().filter(|pair| pair.mentee == mentee) {
            let open = lock.map_or(pair.score >= self.minimum, |mentor| mentor == pair.mentor);
            if open && free[pair.mentor as usize] > 0 {
                free[pair.mentor as usize] -= 1;
                plan.push(Some(pair.mentor));
                self.try_all(plan, free, see);
                plan.pop();
                free[pair.mentor as usize] += 1;
            }
        }
    }
}

/// Questions of up to `most` mentees: many ties, scores below nothing, too few places, mentors without any, locks.
pub(crate) fn drafts(most: usize) -> impl Strategy<Value = Draft> {
    let places = prop_oneof![1 => Just(0u32), 5 => Just(1), 3 => Just(2), 1 => Just(3)];
    let sizes = (most / 2..most + 1, prop::collection::vec(places, 1..5));
    sizes.prop_flat_map(|(mentees, capacities)| {
        let cells = prop::collection::vec(prop::option::weighted(0.75, -2i64..6), mentees * capacities.len());
        let locks = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
        let minimum = prop::option::weighted(0.3, -1i64..3);
        let rules = (prop::bool::ANY, minimum, locks, 1i64..8);
        (Just((mentees, capacities)), cells, rules).prop_map(|((mentees, capacities), cells, rules)| {
            let (count, minimum, locks, step) = rules;
            let mentors = capacities.len();
            let pair = |at: usize, score: i64| Pair {
                mentee: (at / mentors) as u32,
                mentor: (at % mentors) as u32,
                score: score * step,
            };
            let cells = cells.iter().enumerate();
            let pairs: Vec<Pair> = cells.filter_map(|(at, score)| score.map(|score| pair(at, score))).collect();
            let lock = |at: &prop::sample::Index| (!pairs.is_empty()).then(|| pairs[at.index(pairs.len())]);
            Draft {
                mentees,
                capacities,
                first: if count { First::Count } else { First::Total },
                minimum: minimum.unwrap_or(i64::MIN),
                locks: locks.iter().filter_map(lock).map(|pair| (pair.mentee, pair.mentor)).collect(),
                pairs,
            }
        })
    })
}

pub(crate) fn value(plan: &Plan) -> (i64, i64) {
    (plan.placed() as i64, plan.score())
}

pub(crate) fn partners(draft: &Draft, plan: &Plan) -> Vec<Option<u32>> {
    (0..draft.mentees as u32).map(|mentee| plan.mentor_of(mentee)).collect()
}
