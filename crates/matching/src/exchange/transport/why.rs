//! Reasons: what it would cost to decide otherwise.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::detour::{Detour, Until, Ways};
use super::flow::Flow;
use super::plan::{Plan, Shift};
use super::{Question, propose, verify};

/// Why no hour more of an offer goes to a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// Hours may not go there, or need or offer are unknown.
    NotAllowed,
    /// It scores less than the minimum.
    BelowMinimum {
        /// The score of an hour.
        score: i64,
    },
    /// As many hours go there as may.
    AtLimit,
    /// Locked hours, or hours of this offer, meet the whole need.
    Met,
    /// The offer has no hours, or all are locked.
    NoHours,
    /// One hour more could go there, at this price.
    Costs(Change),
}

/// Why a need is short, or that it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Short {
    /// It is not short.
    Met,
    /// No offer is allowed for it, or it is unknown.
    NoWay,
    /// All its ways score less than the minimum.
    BelowMinimum {
        /// The best of these scores.
        best: i64,
    },
    /// None of its offers has an hour that is neither locked nor its own already, within the limits.
    NoHours,
    /// It could get an hour more at this price.
    Costs(Change),
}

/// The best plan under one more condition, compared with the best without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How many fewer hours are met. Negative if more are: best total first may prefer fewer.
    pub hours_fewer: i64,
    /// How much less the total score is. Negative if it is more: most hours first may prefer less.
    pub score_less: i64,
    /// What goes another way, by need and offer.
    pub shifts: Vec<Shift>,
    /// The plan: a best one, with proof, for the same question with what is asked for locked.
    pub plan: Plan,
}

/// What one hour more of an offer would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening {
    /// The offer with one hour more.
    pub offer: u32,
    /// How many hours would then be met.
    pub hours: u64,
    /// The total score of that plan.
    pub score: i64,
    /// What would go another way, by need and offer.
    pub shifts: Vec<Shift>,
}

/// Says why no hour more of this offer goes to this need: what the best plan with one more there would cost.
///
/// Exact: the plan in [`WhyNot::Costs`] is a best one for the question with one hour more locked there than the plan
/// has, and [`verify`] accepts it. A plan that is not a best one is replaced by [`propose`]'s before comparing.
///
/// Cost: O(m log m), one shortest path from where the plan stands; source in `detour.rs`.
///
/// ```
/// use matching::exchange::transport::{Question, Shift, Way, WhyNot, propose, why_not};
///
/// let ways = vec![Way::new(0, 0, 90), Way::new(0, 1, 60), Way::new(1, 0, 80), Way::new(1, 1, 20)];
/// let question = Question::new(vec![2, 2], vec![2, 2], ways)?;
/// let plan = propose(&question);
/// assert_eq!((plan.hours_of(0, 1), plan.hours_of(1, 0)), (2, 2));
///
/// let WhyNot::Costs(change) = why_not(&question, &plan, 0, 0) else { panic!("an hour could go there") };
/// assert_eq!((change.hours_fewer, change.score_less), (0, 30));
/// assert_eq!(change.shifts[0], Shift { need: 0, offer: 0, hours: 1 });
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn why_not(question: &Question, plan: &Plan, need: u32, offer: u32) -> WhyNot {
    let Some(way) = question.way(need, offer) else {
        return WhyNot::NotAllowed;
    };
    if way.score < question.least() {
        return WhyNot::BelowMinimum { score: way.score };
    }
    let plan = best(question, plan);
    if plan.hours_of(need, offer) >= way.most {
        return WhyNot::AtLimit;
    }
    if question.open_offer(offer) == 0 {
        return WhyNot::NoHours;
    }
    let detour = Detour::new(question, Flow::of(question, &plan));
    match detour.flow.arc(need, offer) {
        Some(arc) => forced(question, &plan, detour, arc),
        None => WhyNot::Met,
    }
}

/// Says why a need is short: what the best plan with one hour more for it would cost, and whom.
///
/// Exact, like [`why_not`]: no plan that gives it an hour more is better than the one in [`Short::Costs`], and [`verify`]
/// accepts that one for the question with the hours it gives this need locked.
///
/// Cost: O(m log m), one shortest path.
///
/// ```
/// use matching::exchange::transport::{Question, Short, Way, propose, why_short};
///
/// let ways = vec![Way::new(0, 0, 70), Way::new(1, 0, 55)];
/// let question = Question::new(vec![2, 2], vec![3], ways)?;
/// let plan = propose(&question);
/// assert_eq!(plan.short().collect::<Vec<_>>(), [(1, 1)]);
///
/// let Short::Costs(change) = why_short(&question, &plan, 1) else { panic!("it could get an hour") };
/// assert_eq!((change.hours_fewer, change.score_less), (0, 15));
/// assert_eq!(change.plan.short().collect::<Vec<_>>(), [(0, 1)]);
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn why_short(question: &Question, plan: &Plan, need: u32) -> Short {
    let Some(best_score) = question.ways_of(need).map(|way| way.score).max() else {
        return if question.needed(need) == 0 && (need as usize) < question.needs() {
            Short::Met
        } else {
            Short::NoWay
        };
    };
    let plan = best(question, plan);
    if plan.missing(need) == 0 {
        return Short::Met;
    }
    if best_score < question.least() {
        return Short::BelowMinimum { best: best_score };
    }
    let detour = Detour::new(question, Flow::of(question, &plan));
    let out = detour.out();
    let ways = detour.search(need, Until { goal: out, ..Until::ALL });
    if ways.losses[out as usize] == i64::MAX {
        return Short::NoHours;
    }
    let arcs = detour.arcs_to(&ways, out);
    Short::Costs(changed(question, &plan, detour, &ways, &arcs, out))
}

/// Finds every offer whose one more hour would get this short need an hour more, the best resulting plan first.
///
/// Exact: for each offer listed, the shifts lead to a best plan of the question with one hour more there. With an offer
/// not listed the hour would bring nothing, or go to somebody else. Offers without any hour count as well. Empty if the
/// need is met, unknown, or no hour would help. Equal plans come with fewer shifts first, then by the offer's number.
///
/// Cost: O(m log m) for two searches that answer for all offers together, and the shifts.
///
/// ```
/// use matching::exchange::transport::{Question, Way, one_more_hour, propose};
///
/// // Need 1 can only be met by offer 0, which meets need 0, which could also be met by offer 1.
/// let ways = vec![Way::new(0, 0, 90), Way::new(0, 1, 80), Way::new(1, 0, 50), Way::new(2, 1, 95)];
/// let question = Question::new(vec![1, 1, 1], vec![1, 1], ways)?;
/// let plan = propose(&question);
///
/// let widenings = one_more_hour(&question, &plan, 1);
/// let told: Vec<_> = widenings.iter().map(|way| (way.offer, way.hours, way.score)).collect();
/// assert_eq!(told, [(0, 3, 235), (1, 3, 225)]);
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn one_more_hour(question: &Question, plan: &Plan, need: u32) -> Vec<Widening> {
    let plan = best(question, plan);
    if plan.missing(need) == 0 {
        return Vec::new();
    }
    let detour = Detour::new(question, Flow::of(question, &plan));
    let own = detour.search(need, Until::ALL);
    let anyones = detour.search(detour.out(), Until::ALL);
    let mut found: Vec<(i64, Widening)> = Vec::new();
    for offer in 0..question.offers() as u32 {
        let node = detour.offer(offer) as usize;
        // The hour brings its price, less the loss of using it.
        let brings = detour.flow.prices[offer as usize].saturating_sub(own.losses[node]);
        if brings > 0 && own.losses[node] == anyones.losses[node] {
            found.push((brings, widening(&plan, question, &detour, &own, offer)));
        }
    }
    found.sort_by_key(|(brings, way)| (Reverse(*brings), way.shifts.len(), way.offer));
    found.into_iter().map(|(_, way)| way).collect()
}

fn widening(plan: &Plan, question: &Question, detour: &Detour, ways: &Ways, offer: u32) -> Widening {
    let shifts = detour.told(&detour.arcs_to(ways, detour.offer(offer)));
    let (mut hours, mut score) = (plan.hours as i64, plan.total);
    for shift in &shifts {
        hours += shift.hours;
        score += shift.hours * question.way(shift.need, shift.offer).map_or(0, |way| way.score);
    }
    Widening { offer, hours: hours as u64, score, shifts }
}

/// The plan itself if it is a best one for the question, else one that is.
pub(super) fn best<'a>(question: &Question, plan: &'a Plan) -> Cow<'a, Plan> {
    if verify(question, plan).is_ok() { Cow::Borrowed(plan) } else { Cow::Owned(propose(question)) }
}

/// The best plan with one hour more along this arc.
fn forced(question: &Question, plan: &Plan, detour: Detour, arc: u32) -> WhyNot {
    let (need, offer) = (detour.flow.owners[arc as usize], detour.flow.arcs[arc as usize].offer);
    let until = Until { goal: need, fixed: arc, ..Until::ALL };
    let ways = detour.search(detour.offer(offer), until);
    if ways.losses[need as usize] == i64::MAX {
        return WhyNot::Met;
    }
    let mut arcs = detour.arcs_to(&ways, need);
    arcs.push((arc, true));
    WhyNot::Costs(changed(question, plan, detour, &ways, &arcs, need))
}

/// The plan after an hour went along these arcs, by a shortest way to `goal`.
fn changed(
    question: &Question,
    plan: &Plan,
    mut detour: Detour,
    ways: &Ways,
    arcs: &[(u32, bool)],
    goal: u32,
) -> Change {
    let shifts = detour.told(arcs);
    detour.shift(arcs);
    detour.reprice(ways, ways.losses[goal as usize]);
    let changed = detour.flow.into_plan(question);
    Change {
        hours_fewer: plan.hours as i64 - changed.hours as i64,
        score_less: plan.total - changed.total,
        shifts,
        plan: changed,
    }
}
