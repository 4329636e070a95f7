//! Transport: hours of need to hours of offer. Start at [`propose`].
//!
//! - [`Question`] says how many hours are needed and offered, where they may go, how well they fit and what is fixed.
//! - [`propose`] answers with a [`Plan`] that no other plan betters, and a [`Proof`] of that.
//! - [`verify`] checks plan and proof without trusting how they were found.
//! - [`why_not`], [`why_short`] and [`one_more_hour`] say what another choice would cost or bring.
//! - [`next_best`] is what would be chosen if this very plan were not to be had.
//! - [`revise`] goes on from an old plan when one thing has changed.
//!
//! # Method
//!
//! This is the transport problem (Hitchcock, "The distribution of a product from several sources to numerous
//! localities", 1941), with needs that may be left short. Each hour gets one whole number, its *weight*, in which the
//! first aim always outweighs the second, so one exact solver serves both orders. Needs are met one after the other
//! along shortest augmenting paths over prices (`path.rs`). The prices left at the end are the dual solution, and the
//! proof.

mod detour;
mod flow;
mod next;
mod path;
mod plan;
mod proof;
mod question;
mod revise;
mod why;

pub use crate::assign::First;
pub use next::{NextBest, NextProof, next_best, verify_next};
pub use plan::{Plan, Proof, Share, Shift};
pub use proof::{Flaw, verify};
pub use question::{Question, Refusal};
pub use revise::revise;
pub use why::{Change, Short, WhyNot, Widening, one_more_hour, why_not, why_short};

use flow::Flow;

/// Where hours may go, and what each one scores. What is not in the question is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Way {
    /// Where the hours go, counted from 0.
    pub need: u32,
    /// Where they come from, counted from 0.
    pub offer: u32,
    /// What each hour scores: more is better, and less than nothing is possible.
    pub score: i64,
    /// How many hours may go this way.
    pub most: u32,
}

impl Way {
    /// As many hours as need and offer have may go this way.
    #[must_use]
    pub fn new(need: u32, offer: u32, score: i64) -> Way {
        Way { need, offer, score, most: u32::MAX }
    }

    /// At most so many hours may go this way.
    #[must_use]
    pub fn at_most(self, most: u32) -> Way {
        Way { most, ..self }
    }
}

/// Proposes which hours of offers go to which needs, keeping every lock and every limit.
///
/// No other plan is better in the order [`First`] asks for, and the plan carries the [`Proof`]. Same question, same
/// plan. A need that stays short is an outcome, not an error.
///
/// Method: shortest augmenting paths (sources in the modules). With n needs and offers, m ways and H hours it takes
/// O(H · m · log m) at worst, and in practice little more than reading the ways a few times; memory is O(n + m).
///
/// ```
/// use matching::exchange::transport::{First, Question, Way, propose};
///
/// // Asha (0) needs three hours of Welsh, Ben (1) two. Carys (0) offers four; Dewi (1) one, which Asha likes less.
/// let ways = vec![Way::new(0, 0, 90), Way::new(0, 1, 40), Way::new(1, 0, 60)];
/// let question = Question::new(vec![3, 2], vec![4, 1], ways)?;
///
/// let plan = propose(&question);
/// assert_eq!((plan.hours(), plan.score()), (5, 90 + 90 + 40 + 60 + 60));
/// assert_eq!((plan.hours_of(0, 0), plan.hours_of(0, 1), plan.hours_of(1, 0)), (2, 1, 2));
/// assert_eq!(plan.short().count(), 0);
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn propose(question: &Question) -> Plan {
    let mut flow = Flow::empty(question, false);
    for need in 0..question.needs() as u32 {
        let gain = |arc: usize| flow.arcs[arc].weight;
        flow.gains[need as usize] = flow.row(need).map(gain).max().unwrap_or(0).max(0);
    }
    path::meet_all(&mut flow, 0..question.needs() as u32);
    flow.into_plan(question)
}

#[cfg(test)]
mod tests;
