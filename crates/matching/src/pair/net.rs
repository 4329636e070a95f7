//! The question as the solver sees it: open people and doubled weights, without locks and worthless pairs.

use super::Question;
use crate::assign::worth::Worth;

/// Open people's possible partners in rows, with doubled weights in place of scores.
#[derive(Debug)]
pub(super) struct Net<W = i64> {
    starts: Vec<usize>,
    partners: Vec<u32>,
    weights: Vec<W>,
    /// The doubled weight of the best pair: no gain or price in a best plan is larger.
    pub(super) heaviest: W,
}

impl Net {
    /// Leaves out locked people, and pairs that weigh nothing or less, which no best plan needs.
    pub(super) fn of(question: &Question) -> Net {
        let scale = question.scale();
        Net::weighed(question, false, |score| 2 * scale.weight(score))
    }

    /// As [`Net::of`], but keeps worthless pairs.
    pub(super) fn with_worthless(question: &Question) -> Net {
        let scale = question.scale();
        Net::weighed(question, true, |score| 2 * scale.weight(score))
    }
}

impl<W: Worth> Net<W> {
    /// As [`Net::of`] or [`Net::with_worthless`], with doubled weights of one's own from a pair's score.
    pub(super) fn weighed(question: &Question, worthless: bool, weigh: impl Fn(i64) -> W) -> Net<W> {
        let (sides, locks) = (question.sides(), question.has_locks());
        let mut net = Net {
            starts: Vec::with_capacity(question.people() + 1),
            partners: Vec::with_capacity(sides),
            weights: Vec::with_capacity(sides),
            heaviest: W::nothing(),
        };
        net.starts.push(0);
        for person in 0..question.people() as u32 {
            if !locks || question.locked(person).is_none() {
                for (partner, score) in question.options_of(person) {
                    let weight = weigh(score);
                    if (worthless || weight > W::nothing()) && (!locks || question.locked(partner).is_none()) {
                        net.partners.push(partner);
                        if weight > net.heaviest {
                            net.heaviest = weight.clone();
                        }
                        net.weights.push(weight);
                    }
                }
            }
            net.starts.push(net.partners.len());
        }
        net
    }

    /// How many people there are, locked ones included.
    pub(super) fn people(&self) -> usize {
        self.starts.len() - 1
    }

    /// A person's possible partners and the doubled weight of each pair, by partner.
    pub(super) fn row(&self, person: u32) -> impl Iterator<Item = (u32, &W)> + '_ {
        let range = match self.starts.get(person as usize..person as usize + 2) {
            Some(ends) => ends[0]..ends[1],
            None => 0..0,
        };
        let weights = &self.weights[range.clone()];
        self.partners[range].iter().copied().zip(weights)
    }
}
