//! Reasons: what it would cost to decide otherwise.

use super::plan::Plan;
use super::question::Wanted;
use super::{Question, Search, propose};

/// Why a gift is not made, or that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// It is made.
    Chosen,
    /// It is not allowed, or somebody is unknown.
    NotAllowed,
    /// It scores less than the minimum.
    BelowMinimum {
        /// Its score.
        score: i64,
    },
    /// One of the two is in a locked ring or chain.
    Locked,
    /// No ring or chain that may be has this gift.
    NoWay,
    /// None was found that has it; the steps were too few to be sure.
    NotFound,
    /// It could be made, at this price.
    Costs(Change),
}

/// Why somebody is left out, or that they are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// They get something.
    Helped,
    /// Nobody may give to them, they only give, or they are unknown.
    NoGift,
    /// They are in a locked ring or chain, in which they only give.
    Locked,
    /// No ring or chain that may be has a gift for them.
    NoWay,
    /// None was found that has one; the steps were too few to be sure.
    NotFound,
    /// They could be helped, at this price.
    Costs(Change),
}

/// A plan under one more condition, compared with the plan without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How many fewer people are helped. Negative if more are.
    pub helped_fewer: i64,
    /// How much less the total score is. Negative if it is more.
    pub score_less: i64,
    /// Who is helped now and would not be, by number.
    pub loses: Vec<u32>,
    /// Whether no plan under the condition is better.
    pub proven: bool,
    /// The plan. Its bound and proof are for plans under the condition.
    pub plan: Plan,
}

/// Says why this gift is not made: what the best plan with it would cost.
///
/// Exact if [`Change::proven`] says so; otherwise a plan with the gift that could be found in the steps. Cost: as
/// [`propose`], with the gift wanted above all.
///
/// ```
/// use matching::exchange::cycles::{Gift, Question, Search, WhyNot, propose, why_not};
///
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 2, 40), Gift::new(2, 0, 40), Gift::new(1, 0, 90)];
/// let question = Question::new(3, gifts)?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
///
/// let why = why_not(&question, &plan, (1, 0), &Search::steps(1_000), &|| false);
/// let WhyNot::Costs(change) = why else { panic!("the two could teach each other") };
/// assert_eq!((change.helped_fewer, change.score_less, change.proven), (1, -10, true));
/// assert_eq!(change.loses, [2]);
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
#[must_use]
pub fn why_not(
    question: &Question,
    plan: &Plan,
    (giver, taker): (u32, u32),
    how: &Search,
    stop: &(dyn Fn() -> bool + Sync),
) -> WhyNot {
    let Some(score) = question.score_of(giver, taker) else {
        return WhyNot::NotAllowed;
    };
    if plan.taker_of(giver) == Some(taker) {
        return WhyNot::Chosen;
    }
    if question.is_locked(giver) || question.is_locked(taker) {
        return WhyNot::Locked;
    }
    if score < question.least() {
        return WhyNot::BelowMinimum { score };
    }
    if question.only_gives(taker) {
        return WhyNot::NotAllowed;
    }
    let wanted = Wanted::Gift { giver, taker };
    match wanting(question, plan, wanted, how, stop) {
        (true, change) => WhyNot::Costs(change),
        (false, change) if change.proven => WhyNot::NoWay,
        _ => WhyNot::NotFound,
    }
}

/// Says why somebody is left out: what the best plan that helps them would cost, and whom.
///
/// Exact if [`Change::proven`] says so, like [`why_not`]. Cost: as [`propose`].
///
/// ```
/// use matching::exchange::cycles::{Gift, LeftOut, Question, Search, propose, why_left_out};
///
/// let gifts = vec![Gift::new(0, 1, 60), Gift::new(1, 0, 60), Gift::new(1, 2, 50), Gift::new(2, 1, 50)];
/// let question = Question::new(3, gifts)?;
/// let plan = propose(&question, &Search::steps(1_000), &|| false);
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [2]);
///
/// let why = why_left_out(&question, &plan, 2, &Search::steps(1_000), &|| false);
/// let LeftOut::Costs(change) = why else { panic!("they could be helped") };
/// assert_eq!((change.score_less, change.loses), (20, vec![0]));
/// # Ok::<(), matching::exchange::cycles::Refusal>(())
/// ```
#[must_use]
pub fn why_left_out(
    question: &Question,
    plan: &Plan,
    person: u32,
    how: &Search,
    stop: &(dyn Fn() -> bool + Sync),
) -> LeftOut {
    if plan.helps(person) {
        return LeftOut::Helped;
    }
    if question.is_locked(person) {
        return LeftOut::Locked;
    }
    let gives_to = |giver: u32| question.score_of(giver, person).is_some_and(|score| score >= question.least());
    if question.only_gives(person) || !(0..question.people() as u32).any(gives_to) {
        return LeftOut::NoGift;
    }
    match wanting(question, plan, Wanted::Helped { person }, how, stop) {
        (true, change) => LeftOut::Costs(change),
        (false, change) if change.proven => LeftOut::NoWay,
        _ => LeftOut::NotFound,
    }
}

/// The best plan found with something wanted above all, whether it has it, and what it costs.
fn wanting(
    question: &Question,
    plan: &Plan,
    wanted: Wanted,
    how: &Search,
    stop: &(dyn Fn() -> bool + Sync),
) -> (bool, Change) {
    let question = question.clone().wanting(wanted);
    let other = propose(&question, how, stop);
    let has = match wanted {
        Wanted::Gift { giver, taker } => other.taker_of(giver) == Some(taker),
        Wanted::Helped { person } => other.helps(person),
    };
    let loses = (0..question.people() as u32).filter(|&person| plan.helps(person) && !other.helps(person)).collect();
    let change = Change {
        helped_fewer: plan.helped as i64 - other.helped as i64,
        score_less: plan.total - other.total,
        loses,
        proven: other.is_at_ceiling(&question),
        plan: other,
    };
    (has, change)
}
