//! Assign: mentees to mentors with places. Start at [`propose`].
//!
//! - [`Question`] says who may go with whom, how well they fit, how many places each mentor has and what is fixed.
//! - [`propose`] answers with a [`Plan`] that no other plan betters, and a [`Proof`] of that.
//! - [`verify`] checks plan and proof without trusting how they were found.
//! - [`why_not`], [`why_left_out`] and [`one_more_place`] say what another choice would cost or bring, [`next_best`] what would
//!   be chosen if this plan were not to be had, and [`unstable`] whom it upsets.
//! - [`resume`] answers again after an edit, from where the plan stood.
//! - [`propose_fair`] raises the worst-off first.
//! - [`profiles`] asks the same of people described by their answers, without a table of scores.
//!
//! # Method
//!
//! The question is a transportation problem. Each allowed pair gets one whole number, its *weight*, in which the first
//! aim always outweighs the second (`scale.rs`), so one exact solver serves both orders. Most mentees are seated by
//! rounds of bidding (`bid.rs`); the rest along shortest augmenting paths over prices (`path.rs`), as in Jonker and
//! Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (1987), here with
//! several places per mentor. The prices left at the end are the dual solution, and the proof. Where all rank mentors alike,
//! prices start from what the places are worth (`crowd.rs`), and places left empty at a price look for mentees (`refill.rs`).
//! Where nearly everybody may go with nearly everybody, the same method runs over a full table instead (`table.rs`).

mod bid;
mod crowd;
mod detour;
mod edit;
mod ends;
pub(crate) mod fair;
mod heap;
pub(crate) mod lex;
mod net;
mod next;
mod path;
mod plan;
pub mod profiles;
mod proof;
mod question;
mod refill;
mod resume;
mod seating;
mod table;
mod unstable;
mod why;
mod widen;
pub(crate) mod worth;

pub use fair::{FairPlan, FairProof, Fairness, propose_fair, propose_fair_to, verify_fair, verify_fair_to};
pub use next::{NextBest, NextProof, next_best, verify_next};
pub use plan::{Plan, Proof};
pub use proof::{Flaw, verify};
pub use question::{Question, Refusal};
pub use resume::resume;
pub use unstable::{Unstable, unstable, unstable_by};
pub use why::{Change, LeftOut, Move, WhyNot, why_left_out, why_not};
pub use widen::{Widening, one_more_place};

use net::Net;
use seating::Seating;

/// An allowed pair and how well it fits. A pair that is not in the question is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The mentee, counted from 0.
    pub mentee: u32,
    /// The mentor, counted from 0.
    pub mentor: u32,
    /// How well they fit: more is better, and less than nothing is possible.
    pub score: i64,
}

/// What comes first when both cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum First {
    /// Place as many mentees as can be placed; among such plans, the best total score.
    #[default]
    Count,
    /// The best total score; among such plans, the most mentees placed. A pair with a negative score is then never
    /// worth making, a pair with score 0 always is.
    Total,
}

/// Proposes at most one mentor per mentee, keeping every lock and never exceeding a mentor's places.
///
/// No other plan is better in the order [`First`] asks for, and the plan carries the [`Proof`]. Same question, same
/// plan. A mentee nobody can take is an outcome, not an error.
///
/// Method: bidding, then shortest augmenting paths (Jonker and Volgenant 1987; sources in the modules). With n mentees
/// and m allowed pairs it takes O(n · m · log m) at worst, and in practice little more than reading the pairs a few
/// times; memory is O(n + m).
///
/// ```
/// use matching::assign::{First, Pair, Question, propose};
///
/// // Asha (0) and Ben (1) would both like Carys (0), who has one place. Only Asha could also go to Dewi (1).
/// let pairs = vec![
///     Pair { mentee: 0, mentor: 0, score: 90 },
///     Pair { mentee: 0, mentor: 1, score: 20 },
///     Pair { mentee: 1, mentor: 0, score: 60 },
/// ];
/// let question = Question::new(2, vec![1, 1], pairs)?;
///
/// let plan = propose(&question);
/// assert_eq!((plan.placed(), plan.score()), (2, 80));
/// assert_eq!((plan.mentor_of(0), plan.mentor_of(1)), (Some(1), Some(0)));
///
/// let plan = propose(&question.first(First::Total));
/// assert_eq!((plan.placed(), plan.score()), (1, 90));
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [1]);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn propose(question: &Question) -> Plan {
    if let Some(plan) = table::propose(question) {
        return plan;
    }
    let net = Net::of(question);
    let mut seating = Seating::new(&net);
    let limits = vec![0; net.mentees()];
    let waiting = bid::open(&mut seating, limits, 0..net.mentees() as u32);
    if crowd::is_crowd(waiting.len(), net.mentees()) {
        return resume::from(question, &[], crowd::prices(&net));
    }
    path::seat_all(&mut seating, &waiting);
    seating.into_plan(question)
}

#[cfg(test)]
mod tests;
