//! The plan: who goes with whom, and the prices that prove it best.

use super::{Move, Pair, Question};
use crate::scale::Scale;

/// An answer: each mentee's mentor or none, with the proof that no other plan is better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) partners: Vec<Option<u32>>,
    pub(super) scores: Vec<i64>,
    pub(super) placed: usize,
    pub(super) total: i64,
    pub(super) proof: Proof,
    /// What the proof's numbers are counted in.
    pub(super) scale: Scale,
}

/// Why no plan is better: what each mentee gains, and what one place with each mentor is worth.
///
/// Both are whole numbers of at least 0 in weights (scores scaled so that the first aim outweighs the second). No
/// allowed pair weighs more than its mentee's gain and its mentor's price together, so no plan at all weighs more than
/// all gains and all places' prices together; and this plan weighs exactly that. This is linear programming duality
/// (for the assignment problem: König and Egerváry 1931), and [`super::verify`] checks it in one pass over the pairs.
///
/// Mentees who are locked take no part: their gain is 0, and their places are not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub(super) gains: Vec<i64>,
    pub(super) prices: Vec<i64>,
}

impl Plan {
    /// The plan with these partners and this proof; totals are added up from the question.
    pub(super) fn new(question: &Question, partners: Vec<Option<u32>>, proof: Proof) -> Plan {
        let score = |(mentee, mentor): (usize, &Option<u32>)| {
            mentor.and_then(|mentor| question.score_of(mentee as u32, mentor)).unwrap_or(0)
        };
        let scores: Vec<i64> = partners.iter().enumerate().map(score).collect();
        let (placed, total) = (partners.iter().flatten().count(), scores.iter().sum());
        Plan { placed, total, partners, scores, proof, scale: question.scale() }
    }

    /// This mentee's mentor, or `None` if she is left out or unknown.
    #[must_use]
    pub fn mentor_of(&self, mentee: u32) -> Option<u32> {
        self.partners.get(mentee as usize).copied().flatten()
    }

    /// The pairs of the plan with their scores, by mentee.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> + '_ {
        let all = self.partners.iter().zip(&self.scores).enumerate();
        all.filter_map(|(mentee, (mentor, &score))| mentor.map(|mentor| Pair { mentee: mentee as u32, mentor, score }))
    }

    /// The mentees without a mentor, by number.
    pub fn left_out(&self) -> impl Iterator<Item = u32> + '_ {
        let all = self.partners.iter().enumerate();
        all.filter_map(|(mentee, mentor)| mentor.is_none().then_some(mentee as u32))
    }

    /// How many mentees have a mentor.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.placed
    }

    /// The scores of all pairs together.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.total
    }

    /// Each mentee's mentor after these moves; moves of somebody unknown are passed over.
    #[must_use]
    pub fn after(&self, moves: &[Move]) -> Vec<Option<u32>> {
        let mut partners = self.partners.clone();
        for step in moves {
            if let Some(partner) = partners.get_mut(step.mentee as usize) {
                *partner = step.to;
            }
        }
        partners
    }

    /// How much one point of score weighs in the proof.
    pub(crate) fn rate(&self) -> i64 {
        self.scale.rate
    }

    /// Why no plan is better.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl Proof {
    /// What each mentee gains, in weights: a best plan without her would weigh at most so much less.
    #[must_use]
    pub fn gains(&self) -> &[i64] {
        &self.gains
    }

    /// What one place with each mentor is worth, in weights: one place more would bring at most so much. A mentor with
    /// a place to spare has price 0, one without any open place a price that only keeps everybody away.
    #[must_use]
    pub fn prices(&self) -> &[i64] {
        &self.prices
    }
}
