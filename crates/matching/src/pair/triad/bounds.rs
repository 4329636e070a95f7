//! What a plan with a triad can be worth at most, by the proof of another plan.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::plan::Proof;
use super::super::proof::{Nest, ceiling};
use super::super::{First, Question};
use crate::scale::Scale;

/// How many triads wait to be tried at a time; the others are listed again if need be.
const WAITING: usize = 1 << 10;

/// What a plan is worth: people and score, what comes first standing first.
pub(super) type Rank = (i128, i128);

/// A triad with the most that a plan with it can be worth; of equal ones the smaller numbers are tried first.
pub(super) type Candidate = (Rank, Reverse<[u32; 3]>);

/// A candidate, and the score within the triad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Waiting {
    pub(super) candidate: Candidate,
    pub(super) score: i64,
}

impl Waiting {
    pub(super) fn triad(&self) -> [u32; 3] {
        self.candidate.1.0
    }
}

/// A proof, ready to bound plans with a triad.
pub(super) struct Bound<'a> {
    question: &'a Question,
    proof: &'a Proof,
    scale: Scale,
    ceiling: i128,
    nest: Nest<'a>,
    /// People in locked pairs, and their score.
    locked: Rank,
}

impl<'a> Bound<'a> {
    /// The circles must lie within each other. Cost: O(n).
    pub(super) fn new(question: &'a Question, proof: &'a Proof) -> Bound<'a> {
        let everybody = 0..question.people() as u32;
        let pairs =
            everybody.filter_map(|one| question.locked(one).filter(|&other| one < other).map(|other| (one, other)));
        let scores = pairs.map(|(one, other)| i128::from(question.score_of(one, other).unwrap_or(0)));
        let locked = scores.fold((0, 0), |(people, total), score| (people + 2, total + score));
        let (scale, ceiling, nest) = (question.scale(), ceiling(proof), Nest::new(proof));
        Bound { question, proof, scale, ceiling, nest, locked }
    }

    pub(super) fn rank(&self, people: i128, score: i128) -> Rank {
        if self.question.order() == First::Count { (people, score) } else { (score, people) }
    }

    /// The most that a plan without a triad can be worth.
    pub(super) fn most_in_pairs(&self) -> Rank {
        let (pairs, score) = self.scale.unpack(self.ceiling.div_euclid(2));
        self.rank(self.locked.0 + 2 * pairs, self.locked.1 + score)
    }

    /// The most that a plan with this triad can be worth.
    pub(super) fn most(&self, triad: [u32; 3], score: i64) -> Rank {
        let gain = |person: u32| i128::from(self.proof.gains[person as usize]);
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

/// The best candidates worth more than `value` and coming after `before`, best first, and whether there are more.
pub(super) fn next_best(bound: &Bound<'_>, value: Rank, before: Option<Candidate>) -> (Vec<Waiting>, bool) {
    let mut waiting = BinaryHeap::new();
    let mut more = false;
    each_triad(bound.question, |triad, score| {
        let candidate = (bound.most(triad, score), Reverse(triad));
        if candidate.0 <= value || before.is_some_and(|before| candidate >= before) {
            return;
        }
        waiting.push(Reverse(Waiting { candidate, score }));
        if waiting.len() > WAITING {
            waiting.pop();
            more = true;
        }
    });
    (waiting.into_sorted_vec().into_iter().map(|Reverse(waiting)| waiting).collect(), more)
}

/// Lists every possible triad with its score. Cost: O(m · d).
pub(super) fn each_triad(question: &Question, mut see: impl FnMut([u32; 3], i64)) {
    let mut scores = vec![None; question.people()];
    let later = |person: u32| question.options_of(person).filter(move |&(other, _)| other > person);
    for one in 0..question.people() as u32 {
        for (other, score) in later(one) {
            scores[other as usize] = Some(score);
        }
        for (second, score) in later(one) {
            for (third, across) in later(second) {
                if let Some(along) = scores[third as usize]
                    && keeps_locks(question, [one, second, third])
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

/// Whether nobody of the three is locked to somebody else.
pub(super) fn keeps_locks(question: &Question, triad: [u32; 3]) -> bool {
    triad.iter().all(|&person| question.locked(person).is_none_or(|partner| triad.contains(&partner)))
}

fn locked_pair(question: &Question, triad: [u32; 3]) -> Option<(u32, u32)> {
    triad.iter().find_map(|&person| question.locked(person).map(|partner| (person, partner)))
}
