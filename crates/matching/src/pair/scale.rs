//! Two aims in one number: the weight of a pair, in which the first aim always outweighs the second.

use super::First;

/// Turns a score into a weight: `rate * score + bonus`.
///
/// Let K be the number of people (more than pairs a plan can have) and A the largest score in size.
///
/// - Most pairs first: rate 1 and bonus 2·(K + 1)·A + 1. Two plans' scores differ by less, so one more pair always
///   weighs more than any difference in score.
/// - Best total first: rate K + 2 and bonus 1. Two plans differ by at most K pairs, so one point of score always
///   weighs more than any difference in number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) first: First,
    pub(super) rate: i64,
    pub(super) bonus: i64,
}

/// Room kept below `i64::MAX`: weights are doubled, and a search adds a few values of at most sixteen such weights.
const HEADROOM: i64 = 256;

impl Scale {
    /// The scale for plans among so many people whose scores are at most `largest` in size.
    ///
    /// `None` if weights would be too large to add up safely.
    pub(super) fn new(first: First, people: u64, largest: u64) -> Option<Scale> {
        let pairs = i64::try_from(people).ok()?.checked_add(1)?;
        let size = i64::try_from(largest).ok()?;
        let (rate, bonus) = match first {
            First::Count => (1, pairs.checked_mul(size)?.checked_mul(2)?.checked_add(1)?),
            First::Total => (pairs.checked_add(1)?, 1),
        };
        rate.checked_mul(size)?.checked_add(bonus)?.checked_mul(HEADROOM)?;
        Some(Scale { first, rate, bonus })
    }

    /// The weight of a pair with this score. Cannot overflow for scores the scale was made for.
    pub(super) fn weight(self, score: i64) -> i64 {
        self.rate * score + self.bonus
    }

    /// What so many pairs with this score weigh together.
    pub(super) fn worth(self, pairs: i128, score: i128) -> i128 {
        i128::from(self.rate) * score + i128::from(self.bonus) * pairs
    }

    /// The best number of pairs and score, in the order asked for, that weigh no more than this together.
    pub(super) fn unpack(self, weight: i128) -> (i128, i128) {
        let (rate, bonus) = (i128::from(self.rate), i128::from(self.bonus));
        match self.first {
            First::Count => {
                let pairs = (weight + bonus / 2).div_euclid(bonus);
                (pairs, weight - pairs * bonus)
            }
            First::Total => (weight.rem_euclid(rate), weight.div_euclid(rate)),
        }
    }
}
