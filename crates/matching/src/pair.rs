//! Pair up: one pool, where anybody may be paired with anybody they are allowed with. Start at [`propose`].
//!
//! - [`Question`] says who may pair up with whom, how well they fit and what is fixed.
//! - [`propose`] answers with a [`Plan`] that no other plan betters, and a [`Proof`] of that.
//! - [`verify`] checks plan and proof without trusting how they were found.
//! - [`why_not`] and [`why_left_out`] say what another choice would cost, [`next_best`] what the next-best plan is, and
//!   [`unstable`] who would both rather have each other.
//! - [`propose_again`] answers after an edit, from where the plan stood.
//! - [`propose_fair`] raises the worst-off first.
//! - [`with_triad`] finds the best place for the odd one out, a pair that becomes three; [`verify_triad`] checks it.
//!
//! # Method
//!
//! The question is a maximum-weight matching in a general graph. Each allowed pair gets one whole number, its *weight*,
//! in which the first aim always outweighs the second (`scale.rs`). Allowing half pairs makes it easy, and that is
//! solved first (`start.rs`); what it leaves open are odd rings of people, and these are settled one by one with
//! Edmonds' blossoms (`search.rs`, `forest.rs`): "Paths, trees, and flowers" (1965). Gains of people and prices of
//! blossoms left at the end are the dual solution, and the proof.

mod again;
mod fair;
mod forest;
mod net;
mod plan;
mod proof;
mod question;
mod search;
mod start;
mod triad;
mod unstable;
mod why;

pub use crate::assign::{Fairness, First};
pub use again::{NextBest, next_best, propose_again};
pub use fair::{FairPlan, FairProof, propose_fair, verify_fair};
pub use plan::{Circle, Plan, Proof};
pub use proof::{Flaw, verify};
pub use question::{Question, Refusal};
pub use triad::{TriadPlan, verify_triad, with_triad};
pub use unstable::{Unstable, unstable};
pub use why::{Change, LeftOut, Move, WhyNot, why_left_out, why_not};

use forest::Forest;
use net::Net;
use search::Search;
use start::Start;

/// An allowed pair and how well it fits. A pair that is not in the question is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// One of the two, counted from 0.
    pub one: u32,
    /// The other; which of them stands first does not matter.
    pub other: u32,
    /// How well they fit: more is better, and less than nothing is possible.
    pub score: i64,
}

/// Proposes pairs, keeping every lock and putting nobody in two.
///
/// No other plan is better in the order [`First`] asks for, and the plan carries the [`Proof`]. Same question, same
/// plan. Somebody nobody can be paired with is an outcome, not an error.
///
/// Method: the best half pairing, then blossoms (Edmonds 1965; sources in the modules). With n people, m allowed pairs
/// and blossoms nested d deep it takes O(n · (m · log m + n · d)) at worst, and in practice little more than the half
/// pairing it starts from; memory is O(n + m).
///
/// ```
/// use matching::pair::{First, Pair, Question, propose};
///
/// // Asha (0), Ben (1) and Carys (2) all get on; Dewi (3) only knows Carys.
/// let pair = |one, other, score| Pair { one, other, score };
/// let pairs = vec![pair(0, 1, 30), pair(0, 2, 80), pair(1, 2, 90), pair(2, 3, 10)];
/// let question = Question::new(4, pairs)?;
///
/// let plan = propose(&question);
/// assert_eq!(plan.pairs().collect::<Vec<_>>(), [(0, 1), (2, 3)]);
/// assert_eq!(plan.score(), 40);
///
/// let plan = propose(&question.first(First::Total));
/// assert_eq!(plan.pairs().collect::<Vec<_>>(), [(1, 2)]);
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [0, 3]);
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn propose(question: &Question) -> Plan {
    let net = Net::of(question);
    let mut forest = Forest::new(&net, Start::halves(&net), 0);
    Search::new(&forest).settle_all(&mut forest);
    forest.into_plan(question)
}

#[cfg(test)]
mod tests;
