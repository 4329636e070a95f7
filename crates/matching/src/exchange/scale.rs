//! Two aims in one number: the weight of an hour or a gift, in which the first aim always outweighs the second.

use crate::assign::First;

/// Turns a score into a weight: `rate * score + bonus`.
///
/// Let K be the most hours or gifts a plan can have and A the largest score in size, each rounded up to a power of two:
/// so a question with one hour more, or one changed score, mostly keeps its scale, and an old plan's prices stay good.
///
/// - Most first: rate 1 and bonus 2·K·A + 1. Two plans' scores differ by at most 2·K·A, so one more hour always weighs
///   more than any difference in score.
/// - Best total first: rate K + 1 and bonus 1. Two plans differ by at most K hours, so one point of score always weighs
///   more than any difference in number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) rate: i64,
    pub(super) bonus: i64,
}

/// Room kept below `i64::MAX`: a search adds a few distances, each at most some of the largest weights.
const HEADROOM: i64 = 16;

impl Scale {
    /// The scale for plans of at most `most` hours whose scores are at most `largest` in size.
    ///
    /// `None` if weights, or a plan's total, would be too large to add up safely.
    pub(super) fn new(first: First, most: u64, largest: u64) -> Option<Scale> {
        let rounded = |number: u64| i64::try_from(number.checked_next_power_of_two()?).ok();
        let (most, size) = (rounded(most.checked_add(1)?)?, rounded(largest)?);
        let spread = most.checked_mul(size)?.checked_mul(2)?;
        let scale = match first {
            First::Count => Scale { rate: 1, bonus: spread.checked_add(1)? },
            First::Total => Scale { rate: most.checked_add(1)?, bonus: 1 },
        };
        let heaviest = scale.rate.checked_mul(size)?.checked_add(scale.bonus)?;
        heaviest.checked_mul(HEADROOM)?;
        Some(scale)
    }

    /// The weight of an hour with this score. Cannot overflow for scores the scale was made for.
    pub(super) fn weight(self, score: i64) -> i64 {
        self.rate * score + self.bonus
    }
}
