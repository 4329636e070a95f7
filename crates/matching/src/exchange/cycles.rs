//! Cycles: everybody who gives gets. Start at [`propose`].
//!
//! - [`Question`] says who could give what to whom, how many may be in a ring, and who only gives.
//! - [`propose`] answers with a [`Plan`]: rings and chains, their value, and a bound on what any plan could reach, with
//!   its [`Proof`].
//! - [`verify`] checks plan, bound and proof without trusting how they were found.
//! - [`why_not`] and [`why_left_out`] say what another choice would cost; [`next_best`] is what would be chosen if this
//!   very plan were not to be had.
//! - [`propose_again`] goes on from an old plan when something has changed.
//!
//! # Method
//!
//! This is the exchange problem of kidney programmes, NP-hard for rings of three and more (Abraham, Blum and Sandholm,
//! "Clearing algorithms for barter exchange markets", 2007). Each ring or chain becomes one column of a linear programme
//! that has a row for each person. Columns are made when they are wanted (`find.rs`), so the programme is solved over
//! all of them (`lp.rs`, with a sparse basis in `factor.rs`); its prices bound every plan. Where they leave room for part
//! of a person more, gifts are counted, and no more than a whole number of them can be (Gomory 1958; Chvátal 1973).
//!
//! A column that would lose more than the gap between bound and plan is in no better plan. Among the others, a plan is
//! improved some people at a time, where it loses most, by dual steps from the bound's prices that end as soon as nothing
//! can be won (`near.rs`); and then cases are told apart until none could hold a better plan (`tree.rs`).

mod factor;
mod find;
mod lp;
mod near;
mod net;
mod next;
mod plan;
mod pool;
mod proof;
mod question;
mod search;
mod tree;
mod why;
mod work;

pub use crate::assign::First;
pub use next::{NextBest, next_best, verify_next};
pub use plan::{Chain, Plan, Proof};
pub use proof::{Flaw, verify};
pub use question::{Question, Refusal};
pub use why::{Change, LeftOut, WhyNot, why_left_out, why_not};

/// A gift that could be made, and what it scores. What is not in the question is forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gift {
    /// Who gives, counted from 0.
    pub giver: u32,
    /// Who takes, counted from 0.
    pub taker: u32,
    /// More is better, and less than nothing is possible.
    pub score: i64,
}

impl Gift {
    /// A gift of one to the other.
    #[must_use]
    pub fn new(giver: u32, taker: u32, score: i64) -> Gift {
        Gift { giver, taker, score }
    }
}

/// How long to search, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Search {
    steps: u64,
    seed: u64,
    threads: u32,
}

impl Search {
    /// Searches for so many steps at most. A step is some 65,000 additions: ten thousand take about a second.
    #[must_use]
    pub fn steps(steps: u64) -> Search {
        Search { steps, seed: 0, threads: 1 }
    }

    /// Sets the seed; it is 0 otherwise.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Search {
        self.seed = seed;
        self
    }

    /// Lets so many threads better the plan at once, each for all the steps; 1 otherwise, and at most 64. The bound is
    /// found by one of them.
    #[must_use]
    pub fn threads(mut self, threads: u32) -> Search {
        self.threads = threads.clamp(1, 64);
        self
    }
}

/// Proposes rings and chains of gifts in which nobody gives or takes twice, keeping every lock.
///
/// The plan is proven best ([`Plan::proven`]) if the steps were enough; otherwise it comes with a bound, and the gap
/// between the two. The same question and [`Search`] get the same plan on every machine, unless `stop` ends the search:
/// it is asked about once a step, and on `true` the best plan so far is the answer.
///
/// Method: column generation, and branch and bound (sources in the modules). Cost: O(steps). Beyond 3,000 people, where
/// the linear programme would take too long, or where the steps do not suffice for it, the bound is a looser one: prices that
/// were raised until no ring undercuts them, or those of rings of any length.
///
/// ```
/// use matching::exchange::cycles::{Chain, Gift, Question, Search, propose};
///
/// // Asha (0) teaches Ben (1) Welsh, Ben teaches Carys (2) sums, and Carys teaches Asha to sing. Asha and Ben could
/// // also teach each other, but then Carys would be left out.
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 2, 40), Gift::new(2, 0, 40), Gift::new(1, 0, 90)];
/// let question = Question::new(3, gifts)?;
///
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.chains(), [Chain::closed(&[0, 1, 2])]);
/// assert_eq!((plan.helped(), plan.score(), plan.proven()), (3, 140, true));
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
#[must_use]
pub fn propose(question: &Question, how: &Search, stop: &(dyn Fn() -> bool + Sync)) -> Plan {
    search::run(question, how, &[], stop)
}

/// Proposes rings and chains from where an earlier plan stood, after an edit.
///
/// Its rings and chains that are still allowed, together with whatever fits beside them, are where the search begins, so
/// the answer is no worse than those. Bound and proof are made anew, as everything may have changed. For the rest as
/// [`propose`]; with few steps it is this that keeps most people where they were.
///
/// ```
/// use matching::exchange::cycles::{Chain, Gift, Question, Search, propose, propose_again};
///
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 0, 40), Gift::new(2, 3, 50), Gift::new(3, 2, 50), Gift::new(3, 4, 60), Gift::new(4, 3, 60)];
/// let question = Question::new(5, gifts)?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.chains(), [Chain::closed(&[0, 1]), Chain::closed(&[3, 4])]);
///
/// let edited = question.forbid(Chain::closed(&[3, 4]))?;
/// let plan = propose_again(&edited, &plan, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.chains(), [Chain::closed(&[0, 1]), Chain::closed(&[2, 3])]);
/// assert!(plan.proven());
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
#[must_use]
pub fn propose_again(question: &Question, before: &Plan, how: &Search, stop: &(dyn Fn() -> bool + Sync)) -> Plan {
    search::run(question, how, before.chains(), stop)
}

#[cfg(test)]
mod tests;
