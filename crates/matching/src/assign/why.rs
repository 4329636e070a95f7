//! Reasons: what it would cost to decide otherwise.

use std::borrow::Cow;

use super::detour::{Detour, Start};
use super::plan::{Plan, Proof};
use super::{Question, propose, verify};

/// Why two people are not together, or that they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// They are together.
    Chosen,
    /// They are not an allowed pair, or unknown.
    NotAllowed,
    /// They score less than the minimum.
    BelowMinimum {
        /// Their score.
        score: i64,
    },
    /// The mentee is locked to somebody else.
    Locked {
        /// Whom she is locked to.
        mentor: u32,
    },
    /// The mentor has no place, or locked mentees have them all.
    NoPlace,
    /// They could be together, at this price.
    Costs(Change),
}

/// Why a mentee is left out, or that she is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// She is not left out.
    Placed {
        /// Her mentor.
        mentor: u32,
    },
    /// No mentor is allowed for her, or she is unknown.
    NoAllowedMentor,
    /// All her mentors score less than the minimum.
    BelowMinimum {
        /// The best of these scores.
        best: i64,
    },
    /// None of her mentors has a place that is not locked.
    NoPlace,
    /// She could be placed at this price: see [`Change::loses_place`] for who would be left out instead.
    Costs(Change),
}

/// The best plan under one more condition, compared with the best without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How many fewer mentees are placed. Negative if more are: best total first may prefer fewer.
    pub placed_fewer: i64,
    /// How much less the total score is. Negative if it is more: most placed first may prefer less.
    pub score_less: i64,
    /// Who moves, by number of the mentee.
    pub moves: Vec<Move>,
    /// The plan: a best one, with proof, for the same question with the pair locked.
    pub plan: Plan,
}

/// One mentee's part in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// Who moves.
    pub mentee: u32,
    /// From which mentor, or from being left out.
    pub from: Option<u32>,
    /// To which mentor, or to being left out.
    pub to: Option<u32>,
}

impl Change {
    /// The mentees who have a mentor now and would have none.
    pub fn loses_place(&self) -> impl Iterator<Item = u32> + '_ {
        self.moves.iter().filter(|step| step.to.is_none()).map(|step| step.mentee)
    }
}

/// Says why these two are not together: what the best plan that joins them would cost.
///
/// Exact: the plan in [`WhyNot::Costs`] is a best one for `question.lock(mentee, mentor)`, and [`verify`] accepts it
/// there. A plan that is not a best one for this question is replaced by [`propose`]'s before comparing.
///
/// Cost: O(m log m), one shortest path from where the plan stands; source in `detour.rs`.
///
/// ```
/// use matching::assign::{Move, Pair, Question, WhyNot, propose, why_not};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let pairs = vec![pair(0, 0, 90), pair(0, 1, 60), pair(1, 0, 80), pair(1, 1, 20)];
/// let question = Question::new(2, vec![1, 1], pairs)?;
/// let plan = propose(&question);
///
/// let WhyNot::Costs(change) = why_not(&question, &plan, 0, 0) else { panic!("they could be together") };
/// assert_eq!((change.placed_fewer, change.score_less), (0, 30));
/// assert_eq!(change.moves[1], Move { mentee: 1, from: Some(0), to: Some(1) });
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn why_not(question: &Question, plan: &Plan, mentee: u32, mentor: u32) -> WhyNot {
    let Some(score) = question.score_of(mentee, mentor) else {
        return WhyNot::NotAllowed;
    };
    if plan.mentor_of(mentee) == Some(mentor) {
        return WhyNot::Chosen;
    }
    match question.locked(mentee) {
        Some(locked) if locked == mentor => return WhyNot::Chosen,
        Some(mentor) => return WhyNot::Locked { mentor },
        None => {}
    }
    if score < question.least() {
        return WhyNot::BelowMinimum { score };
    }
    if question.room_of(mentor) == 0 {
        return WhyNot::NoPlace;
    }
    let plan = best(question, plan);
    WhyNot::Costs(forced(question, &plan, &Detour::new(question, &plan), mentee, mentor))
}

/// Says why a mentee is left out: what the best plan with a mentor for her would cost, and whom.
///
/// Exact, like [`why_not`]: no plan that places her is better than the one in [`LeftOut::Costs`].
///
/// Cost: O(m log m), two shortest paths.
///
/// ```
/// use matching::assign::{LeftOut, Pair, Question, propose, why_left_out};
///
/// let pairs = vec![Pair { mentee: 0, mentor: 0, score: 70 }, Pair { mentee: 1, mentor: 0, score: 55 }];
/// let question = Question::new(2, vec![1], pairs)?;
/// let plan = propose(&question);
///
/// let LeftOut::Costs(change) = why_left_out(&question, &plan, 1) else { panic!("she could be placed") };
/// assert_eq!(change.score_less, 15);
/// assert_eq!(change.loses_place().collect::<Vec<_>>(), [0]);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn why_left_out(question: &Question, plan: &Plan, mentee: u32) -> LeftOut {
    let plan = best(question, plan);
    if let Some(mentor) = plan.mentor_of(mentee) {
        return LeftOut::Placed { mentor };
    }
    let Some(best) = question.options_of(mentee).map(|(_, score)| score).max() else {
        return LeftOut::NoAllowedMentor;
    };
    if best < question.least() {
        return LeftOut::BelowMinimum { best };
    }
    let detour = Detour::new(question, &plan);
    let ways = detour.search(Start::Mentee(mentee), Some(detour.out()));
    if ways.losses[detour.out() as usize] == i64::MAX {
        return LeftOut::NoPlace;
    }
    match detour.moves_to(&ways, detour.out()).last() {
        Some(&(_, mentor)) => LeftOut::Costs(forced(question, &plan, &detour, mentee, mentor)),
        None => LeftOut::NoPlace,
    }
}

/// The plan itself if it is a best one for the question, else one that is.
pub(super) fn best<'a>(question: &Question, plan: &'a Plan) -> Cow<'a, Plan> {
    if verify(question, plan).is_ok() { Cow::Borrowed(plan) } else { Cow::Owned(propose(question)) }
}

/// The moves as the caller sees them, by mentee.
pub(super) fn told(detour: &Detour<'_>, moves: &[(u32, u32)]) -> Vec<Move> {
    let name = |place: u32| (place != detour.out()).then_some(place);
    let tell = |&(mentee, to): &(u32, u32)| Move { mentee, from: name(detour.place_of(mentee)), to: name(to) };
    let mut moves: Vec<Move> = moves.iter().map(tell).collect();
    moves.sort_unstable();
    moves
}

/// The best plan in which these two are together, from a best plan in which they are not.
fn forced(question: &Question, plan: &Plan, detour: &Detour<'_>, mentee: u32, mentor: u32) -> Change {
    let goal = detour.place_of(mentee);
    if goal == mentor {
        return Change { placed_fewer: 0, score_less: 0, moves: Vec::new(), plan: plan.clone() };
    }
    let ways = detour.search(Start::Place(mentor), Some(goal));
    let mut moves = detour.moves_to(&ways, goal);
    moves.push((mentee, mentor));
    let moves = told(detour, &moves);

    // Prices follow the losses up to the goal, measured from being left out, which stays at 0.
    let goal_loss = ways.losses[goal as usize];
    let loss = |place: u32| ways.losses[place as usize].min(goal_loss);
    let shift = loss(detour.out());
    let gain = |(person, gain): (usize, &i64)| gain + loss(detour.place_of(person as u32)) - shift;
    let price = |(place, price): (usize, &i64)| price - loss(place as u32) + shift;
    let mut gains: Vec<i64> = plan.proof.gains.iter().enumerate().map(gain).map(|gain| gain.max(0)).collect();
    for (person, gain) in gains.iter_mut().enumerate() {
        if person as u32 == mentee || question.locked(person as u32).is_some() {
            *gain = 0;
        }
    }
    let prices = plan.proof.prices.iter().enumerate().map(price).map(|price| price.max(0)).collect();

    let changed = Plan::new(question, plan.after(&moves), Proof { gains, prices });
    Change {
        placed_fewer: plan.placed as i64 - changed.placed as i64,
        score_less: plan.total - changed.total,
        moves,
        plan: changed,
    }
}
