//! The plan: who pairs up with whom, and the numbers that prove it best.

use super::{Pair, Question};
use crate::scale::Scale;

/// An answer: everybody's partner or none, with the proof that no other plan is better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) partners: Vec<Option<u32>>,
    pub(super) placed: usize,
    pub(super) total: i64,
    /// How its proof weighs scores, for whoever starts from it.
    pub(super) scale: Scale,
    pub(super) proof: Proof,
}

/// Why no plan is better: what each person gains, and what each circle of people adds.
///
/// All are whole numbers of at least 0 in half weights (a weight is a score scaled so that the first aim outweighs the
/// second). Twice the weight of an allowed pair is no more than the gains of the two and the prices of all circles
/// that hold both. A circle of k people cannot hold more than k / 2 pairs, rounded down. So no plan at all weighs
/// twice as much as all gains together and every circle's price times the pairs it can hold; and this plan does.
///
/// This is the dual of Edmonds' matching polytope ("Maximum matching and a polyhedron with 0,1-vertices", 1965), and
/// [`super::verify`] checks it in one pass over the pairs. Locked people take no part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub(super) gains: Vec<i64>,
    /// The smallest circle each person is in.
    pub(super) inner: Vec<Option<u32>>,
    /// Smaller circles stand before those they are in.
    pub(super) circles: Vec<Circle>,
}

/// A set of people who cannot all pair up with each other because their number is odd (a blossom).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circle<W = i64> {
    /// What each pair within the circle may weigh above the gains of its two people, in half weights.
    pub price: W,
    /// The next larger circle around it.
    pub outer: Option<u32>,
}

impl Plan {
    /// The plan with these partners and this proof; totals are added up from the question.
    pub(super) fn new(question: &Question, partners: Vec<Option<u32>>, proof: Proof) -> Plan {
        let mut plan = Plan { partners, placed: 0, total: 0, scale: question.scale(), proof };
        let scores = |(person, partner): (usize, &Option<u32>)| {
            partner
                .filter(|&partner| person < partner as usize)
                .and_then(|partner| question.score_of(person as u32, partner))
        };
        let scores: Vec<i64> = plan.partners.iter().enumerate().filter_map(scores).collect();
        (plan.placed, plan.total) = (scores.len(), scores.iter().sum());
        plan
    }

    /// This person's partner, or `None` if left out or unknown.
    #[must_use]
    pub fn partner_of(&self, person: u32) -> Option<u32> {
        self.partners.get(person as usize).copied().flatten()
    }

    /// The pairs of the plan, by the smaller number of each, which stands first.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let all = self.partners.iter().enumerate().map(|(person, partner)| (person as u32, *partner));
        all.filter_map(|(person, partner)| partner.filter(|&partner| person < partner).map(|partner| (person, partner)))
    }

    /// The pairs of the plan with their scores in this question, passing over those it does not allow.
    pub fn scored<'a>(&'a self, question: &'a Question) -> impl Iterator<Item = Pair> + 'a {
        let scored = |(one, other)| question.score_of(one, other).map(|score| Pair { one, other, score });
        self.pairs().filter_map(scored)
    }

    /// The people without a partner, by number.
    pub fn left_out(&self) -> impl Iterator<Item = u32> + '_ {
        let all = self.partners.iter().enumerate();
        all.filter_map(|(person, partner)| partner.is_none().then_some(person as u32))
    }

    /// How many pairs there are.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.placed
    }

    /// The scores of all pairs together.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.total
    }

    /// Why no plan is better.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl Proof {
    /// What each person gains, in half weights. Somebody left out gains nothing.
    #[must_use]
    pub fn gains(&self) -> &[i64] {
        &self.gains
    }

    /// The circles, smaller ones before those they are in.
    #[must_use]
    pub fn circles(&self) -> &[Circle] {
        &self.circles
    }

    /// The smallest circle this person is in, as a place in [`Proof::circles`].
    #[must_use]
    pub fn circle_of(&self, person: u32) -> Option<u32> {
        self.inner.get(person as usize).copied().flatten()
    }
}
