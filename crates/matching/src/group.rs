//! Group: balanced groups of people who differ. Start at [`propose`].
//!
//! - [`Distances`] says how different every two people are; worked out from their answers, if wished.
//! - [`Question`] says how large the groups shall be, and which rules hold.
//! - [`propose`] answers with a [`Plan`]: groups, their value, and a bound on what any grouping could reach.
//! - [`propose_again`] answers after an edit, from where the plan stood; [`runner_up`] offers other groups.
//! - [`verify()`] checks a plan without trusting how it was found.
//! - [`why()`] and [`why_not`] say what a place is made of, and what a swap of two people would cost.
//!
//! # Method
//!
//! This is the maximally diverse grouping problem, which is NP-hard: a dozen people are about what has been proven best.
//! The search is local. A table holds every group's distance to every person, so a swap is weighed in constant time and
//! made in O(n), as in Lai and Hao, "Iterated maxima search for the maximally diverse grouping problem" (2016). Swaps
//! are chosen by annealing (`anneal.rs`), which the measurements prefer to their descents and kicks; each round
//! ends in a climb to a local maximum, and rounds alternate between a fresh start and the best groups so far.

mod anneal;
mod distance;
mod plan;
mod question;
mod rules;
mod start;
mod table;
mod verify;
mod why;

pub use distance::{Attribute, Counts, Distances};
pub use plan::{Alone, Plan};
pub use question::{Question, Refusal};
pub use rules::Conflict;
pub use verify::{Flaw, verify};
pub use why::{Broken, Swap, Why, WhyNot, why, why_not};

use std::thread::ScopedJoinHandle;

use anneal::{Best, search};
use rules::Rules;

/// How long to search, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Search {
    steps: u64,
    seed: u64,
    seeds: u32,
}

impl Search {
    /// Searches for this many steps: exchanges of two people weighed. A hundred million take a second or less, where
    /// there are no rules.
    #[must_use]
    pub fn steps(steps: u64) -> Search {
        Search { steps, seed: 0, seeds: 1 }
    }

    /// Sets the seed; it is 0 otherwise.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Search {
        self.seed = seed;
        self
    }

    /// Searches from several seeds at once, each on a thread and for all the steps, and keeps the best. At most 64.
    #[must_use]
    pub fn seeds(mut self, seeds: u32) -> Search {
        self.seeds = seeds.clamp(1, 64);
        self
    }
}

/// Proposes groups of the sizes asked for that keep every hard rule, with few alone, then a large sum of distances.
///
/// The same question and [`Search`] get the same plan on every machine, unless `stop` ends the search: it is asked
/// every now and then, on every thread, and on `true` the best groups so far are the answer.
///
/// Errors: the [`Conflict`] because of which no grouping keeps every rule, or none was found.
///
/// Method: annealed swaps, see above. Cost: O(steps), and O(n² log n) for the bound; memory is two numbers for every
/// group and person beside the distances.
///
/// ```
/// use matching::group::{Attribute, Counts, Distances, Question, Search, propose};
///
/// // Six people from three sites, two with the same profession each.
/// let site = Attribute { answers: vec![1, 1, 2, 2, 3, 3], weight: 60, counts: Counts::Different };
/// let work = Attribute { answers: vec![4, 5, 6, 4, 5, 6], weight: 40, counts: Counts::Different };
/// let question = Question::evenly(Distances::of_answers(6, &[site, work])?, 2)?.together(0, 2)?;
///
/// let plan = propose(&question, &Search::steps(10_000).seed(7), &|| false)?;
/// assert_eq!(plan.groups(), [vec![0, 2, 4], vec![1, 3, 5]]);
/// assert_eq!((plan.value(), plan.gap()), (600, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn propose(question: &Question, how: &Search, stop: &(dyn Fn() -> bool + Sync)) -> Result<Plan, Conflict> {
    search_from(question, how, None, stop)
}

/// Proposes groups from where an earlier plan stood, after an edit: another rule, distance or size, or who is new.
///
/// Everybody stays in her group where sizes and rules let her, and from there exchanges are searched for, gently: few
/// people move, and where the earlier plan still keeps every rule, the groups are at least as good. The same question,
/// [`Search`] and earlier plan get the same plan. For the best groups, whoever moves, ask [`propose`].
///
/// Errors: as [`propose`]. Cost: as [`propose`]; a tenth of the steps is plenty.
///
/// ```
/// use matching::group::{Distances, Question, Search, propose, propose_again};
///
/// let steps = [0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0];
/// let question = Question::evenly(Distances::whole(4, &steps)?, 2)?;
/// let plan = propose(&question, &Search::steps(1000), &|| false)?;
/// assert_eq!(propose_again(&question, &Search::steps(100), &plan, &|| false)?, plan);
///
/// // The first and the last must not meet any more.
/// let edited = question.apart(0, 3)?;
/// let plan = propose_again(&edited, &Search::steps(100), &plan, &|| false)?;
/// assert_eq!(plan.groups(), [vec![0, 2], vec![1, 3]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn propose_again(
    question: &Question,
    how: &Search,
    before: &Plan,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Plan, Conflict> {
    search_from(question, how, Some(&before.group_of), stop)
}

/// Proposes other groups than the plan's, for a choice: what a search from another seed comes to.
///
/// No more is claimed: there may be better groups than these, and better ones than the plan's. `None` if three other
/// seeds come to the plan's own groups, as they do where those are clearly the best.
///
/// Errors: as [`propose`]. Cost: that of [`propose`], at most three times.
///
/// ```
/// use matching::group::{Distances, Question, Search, propose, runner_up};
///
/// // Nobody differs, so any groups will do.
/// let question = Question::evenly(Distances::whole(6, &[0; 36])?, 2)?;
/// let plan = propose(&question, &Search::steps(1000), &|| false)?;
/// let other = runner_up(&question, &Search::steps(1000), &plan, &|| false)?.ok_or("there are others")?;
/// assert!(other.groups() != plan.groups() && other.value() == plan.value());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn runner_up(
    question: &Question,
    how: &Search,
    plan: &Plan,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Option<Plan>, Conflict> {
    for turn in 1..=3u64 {
        // Far from the seeds that a search on several threads uses.
        let other = propose(question, &how.seed(how.seed.wrapping_add(turn << 32)), stop)?;
        if other.groups() != plan.groups() {
            return Ok(Some(other));
        }
    }
    Ok(None)
}

fn search_from(
    question: &Question,
    how: &Search,
    before: Option<&[u32]>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Plan, Conflict> {
    let rules = Rules::of(question)?;
    let run = |lane: u32| {
        let seed = how.seed.wrapping_add(u64::from(lane));
        search(question, &rules, (how.steps, seed), before, stop)
    };
    let run = &run;
    let (own, found) = std::thread::scope(|scope| {
        let spawn = |lane| (lane, std::thread::Builder::new().spawn_scoped(scope, move || run(lane)).ok());
        let others: Vec<_> = (1..how.seeds).map(spawn).collect();
        let own = run(0);
        // Where there is no thread to be had, the search waits for its turn here.
        let join = |(lane, thread): (u32, Option<ScopedJoinHandle<'_, _>>)| {
            thread.and_then(|thread| thread.join().ok()).unwrap_or_else(|| run(lane))
        };
        (own, others.into_iter().map(join).collect::<Vec<_>>())
    });
    // Seeds stand in order, and only a better one takes the place of an earlier.
    let better = |one: Result<Best, Conflict>, next: Result<Best, Conflict>| match (&one, &next) {
        (Ok(best), Ok(other)) if other.rank() > best.rank() => next,
        (Err(_), Ok(_)) => next,
        _ => one,
    };
    found.into_iter().fold(own, better).map(|best| Plan::new(question, &rules, best))
}

#[cfg(test)]
mod tests;
