//! Two aims in one number: the weight of a pair, in which the first aim always outweighs the second.

use super::First;

/// Turns a score into a weight: `rate * score + bonus`.
///
/// Let K be the most pairs a plan can have (and one more, so that a widened question keeps its scale) and A the
/// largest score in size.
///
/// - Most placed first: rate 1 and bonus 2·K·A + 1. Two plans' scores differ by at most 2·K·A, so one more pair
///   always weighs more than any difference in score.
/// - Best total first: rate K + 1 and bonus 1. Two plans differ by at most K pairs, so one point of score always
///   weighs more than any difference in number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) rate: i64,
    pub(super) bonus: i64,
}

/// Room kept below `i64::MAX`: the solver adds a distance, a value and a price, each at most the largest weight.
const HEADROOM: i64 = 16;

impl Scale {
    /// The scale for plans of at most `most` pairs whose scores are at most `largest` in size.
    ///
    /// `None` if weights would be too large to add up safely.
    pub(super) fn new(first: First, most: u64, largest: u64) -> Option<Scale> {
        let pairs = i64::try_from(most).ok()?.checked_add(1)?;
        let size = i64::try_from(largest).ok()?;
        let scale = match first {
            First::Count => Scale { rate: 1, bonus: pairs.checked_mul(size)?.checked_mul(2)?.checked_add(1)? },
            First::Total => Scale { rate: pairs.checked_add(1)?, bonus: 1 },
        };
        let heaviest = scale.rate.checked_mul(size)?.checked_add(scale.bonus)?;
        heaviest.checked_mul(HEADROOM)?;
        Some(scale)
    }

    /// The weight of a pair with this score. Cannot overflow for scores the scale was made for.
    pub(super) fn weight(self, score: i64) -> i64 {
        self.rate * score + self.bonus
    }

    /// A price in this scale as it would be in another: so many pairs and so many points.
    ///
    /// Prices are differences of a few pairs' weights, so pairs and points can be told apart. Any number is a fair price
    /// to start from, so nothing depends on it but time.
    pub(super) fn carry(self, price: i64, other: Scale) -> i64 {
        let nearest = |whole: i64, part: i64| (whole + part / 2).div_euclid(part.max(1));
        let (pairs, points) = if self.rate == 1 {
            let pairs = nearest(price, self.bonus);
            (pairs, price - pairs * self.bonus)
        } else {
            let points = nearest(price, self.rate);
            (price - points * self.rate, points)
        };
        let carried = i128::from(pairs) * i128::from(other.bonus) + i128::from(points) * i128::from(other.rate);
        carried.clamp(0, i128::from(i64::MAX / HEADROOM)) as i64
    }
}

/// How many scores are looked at together.
const LANES: usize = 8;

/// The least and the greatest of these scores; 0 of none.
///
/// Most questions' scores fit 32 bits, of which a processor compares several at once.
pub(super) fn ends(scores: &[i64]) -> (i64, i64) {
    let (chunks, rest) = scores.as_chunks::<LANES>();
    let (mut least, mut most, mut odd) = ([i32::MAX; LANES], [i32::MIN; LANES], [0; LANES]);
    for chunk in chunks {
        for (lane, &score) in chunk.iter().enumerate() {
            let low = score as i32;
            odd[lane] |= (score >> 32) as i32 ^ (low >> 31);
            least[lane] = low.min(least[lane]);
            most[lane] = low.max(most[lane]);
        }
    }
    let wide = odd != [0; LANES];
    let ends = |scores: &[i64]| {
        scores.iter().fold((i64::MAX, i64::MIN), |(least, most), &score| (least.min(score), most.max(score)))
    };
    let (low, high) = ends(if wide { scores } else { rest });
    let both = |narrow: [i32; LANES]| narrow.map(i64::from);
    let (low, high) = if wide {
        (low, high)
    } else {
        (both(least).into_iter().fold(low, i64::min), both(most).into_iter().fold(high, i64::max))
    };
    if scores.is_empty() { (0, 0) } else { (low, high) }
}
