//! Two aims in one number: the weight of a pair, an hour or a gift, in which the first aim always outweighs the second.

use crate::assign::First;

/// Turns a score into a weight: `rate * score + bonus`.
///
/// Let K be more than a plan can have pairs (hours, gifts) and A the largest score in size.
///
/// - Most first: rate 1 and bonus 2·K·A + 1. Two plans' scores differ by less than 2·K·A, so one more pair always weighs
///   more than any difference in score.
/// - Best total first: rate K + 1 and bonus 1. Two plans differ by less than K pairs, so one point of score always weighs
///   more than any difference in number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scale {
    pub(crate) first: First,
    pub(crate) rate: i64,
    pub(crate) bonus: i64,
}

/// Room kept below `i64::MAX`: a search adds a few distances, each at most some of the largest weights.
const ROOM: i64 = 16;
/// The same where weights are doubled, and a search adds a few values of at most sixteen such weights.
const MUCH_ROOM: i64 = 256;

impl Scale {
    /// The scale for plans of at most `most` pairs whose scores are at most `largest` in size.
    ///
    /// `None` if weights would be too large to add up safely.
    pub(crate) fn new(first: First, most: u64, largest: u64) -> Option<Scale> {
        Scale::between(first, i64::try_from(most).ok()?.checked_add(1)?, i64::try_from(largest).ok()?, ROOM)
    }

    /// The same with room for doubled weights and sums of them.
    pub(crate) fn roomy(first: First, most: u64, largest: u64) -> Option<Scale> {
        Scale::between(first, i64::try_from(most).ok()?.checked_add(1)?, i64::try_from(largest).ok()?, MUCH_ROOM)
    }

    /// The same with both numbers rounded up to powers of two: a question with one hour more, or one changed score, mostly
    /// keeps its scale, and an old plan's prices stay good.
    pub(crate) fn rounded(first: First, most: u64, largest: u64) -> Option<Scale> {
        let rounded = |number: u64| i64::try_from(number.checked_next_power_of_two()?).ok();
        Scale::between(first, rounded(most.checked_add(1)?)?, rounded(largest)?, ROOM)
    }

    /// A scale that is good for nothing, where a question without one cannot be.
    pub(crate) fn least(first: First) -> Scale {
        Scale { first, rate: 1, bonus: 1 }
    }

    fn between(first: First, pairs: i64, size: i64, room: i64) -> Option<Scale> {
        let (rate, bonus) = match first {
            First::Count => (1, pairs.checked_mul(size)?.checked_mul(2)?.checked_add(1)?),
            First::Total => (pairs.checked_add(1)?, 1),
        };
        rate.checked_mul(size)?.checked_add(bonus)?.checked_mul(room)?;
        Some(Scale { first, rate, bonus })
    }

    /// The weight of a pair with this score. Cannot overflow for scores the scale was made for.
    pub(crate) fn weight(self, score: i64) -> i64 {
        self.rate * score + self.bonus
    }

    /// What so many pairs with this score weigh together.
    pub(crate) fn worth(self, pairs: i128, score: i128) -> i128 {
        i128::from(self.rate) * score + i128::from(self.bonus) * pairs
    }

    /// The best number of pairs and score, in the order asked for, that weigh no more than this together.
    pub(crate) fn unpack(self, weight: i128) -> (i128, i128) {
        let (rate, bonus) = (i128::from(self.rate), i128::from(self.bonus));
        match self.first {
            First::Count => {
                let pairs = (weight + bonus / 2).div_euclid(bonus);
                (pairs, weight - pairs * bonus)
            }
            First::Total => (weight.rem_euclid(rate), weight.div_euclid(rate)),
        }
    }

    /// A price in this scale as it would be in another: so many pairs and so many points.
    ///
    /// Prices are differences of a few pairs' weights, so pairs and points can be told apart. Any number is a fair price
    /// to start from, so nothing depends on it but time.
    pub(crate) fn carry(self, price: i64, other: Scale) -> i64 {
        let nearest = |whole: i64, part: i64| (whole + part / 2).div_euclid(part.max(1));
        let (pairs, points) = if self.rate == 1 {
            let pairs = nearest(price, self.bonus);
            (pairs, price - pairs * self.bonus)
        } else {
            let points = nearest(price, self.rate);
            (price - points * self.rate, points)
        };
        let carried = i128::from(pairs) * i128::from(other.bonus) + i128::from(points) * i128::from(other.rate);
        carried.clamp(0, i128::from(i64::MAX / ROOM)) as i64
    }
}
