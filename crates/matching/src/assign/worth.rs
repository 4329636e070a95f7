//! What the solver counts in: anything that can be added, taken away and compared.

use std::fmt::Debug;

/// An ordered group, so that shortest paths and prices work as they do over whole numbers.
///
/// Adding the same to both sides never changes which is larger; weak duality needs no more than that.
pub(crate) trait Worth: Clone + Ord + Debug {
    /// What changes nothing when added.
    fn nothing() -> Self;
    /// More than anything a search can add up.
    fn endless() -> Self;
    /// Both together.
    fn plus(&self, other: &Self) -> Self;
    /// What is left without the other.
    fn minus(&self, other: &Self) -> Self;

    /// Half of it, where it is even.
    fn halved(&self) -> Self;

    /// Twice as much.
    fn doubled(&self) -> Self {
        self.plus(self)
    }

    /// As much less than nothing.
    fn less(&self) -> Self {
        Self::nothing().minus(self)
    }

    /// `self + price - weight`, the loss of going somewhere.
    fn onward(&self, price: &Self, weight: &Self) -> Self {
        self.plus(price).minus(weight)
    }

    /// Whether [`Worth::onward`] would be `limit` or more.
    fn reaches(&self, price: &Self, weight: &Self, limit: &Self) -> bool {
        self.onward(price, weight) >= *limit
    }
}

impl Worth for i64 {
    fn nothing() -> i64 {
        0
    }

    fn endless() -> i64 {
        i64::MAX
    }

    fn plus(&self, other: &i64) -> i64 {
        self + other
    }

    fn minus(&self, other: &i64) -> i64 {
        self - other
    }

    fn halved(&self) -> i64 {
        self / 2
    }
}
