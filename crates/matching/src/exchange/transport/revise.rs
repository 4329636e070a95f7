//! Revising: a best plan for a question that has changed a little, from where the old plan stood.

use super::detour::{Detour, Until};
use super::flow::Flow;
use super::path;
use super::plan::Plan;
use super::{Question, propose};

/// Proposes a plan for a changed question, starting from the plan of the question before the change.
///
/// As exact and as proven as [`propose`]: whatever the old plan was, the new one is a best one. Where several are equally
/// good it keeps more of the old plan, so it may differ from what [`propose`] finds from nothing. A plan about other
/// needs or offers is no help, and solved anew.
///
/// Method: the old hours stay where the old prices still speak for them; what that leaves open is settled along one
/// shortest path each. Cost: O(m) to look at every way once, and O(m log m) for each path.
///
/// ```
/// use matching::exchange::transport::{Question, Way, propose, revise, verify};
///
/// let ways = vec![Way::new(0, 0, 90), Way::new(0, 1, 60), Way::new(1, 0, 80), Way::new(1, 1, 20)];
/// let question = Question::new(vec![2, 2], vec![2, 2], ways)?;
/// let plan = propose(&question);
///
/// // Offer 0 turns out to have an hour more.
/// let question = question.offer(0, 3)?;
/// let plan = revise(&question, &plan);
/// assert_eq!((plan.hours_of(0, 0), plan.hours_of(0, 1), plan.hours_of(1, 0)), (1, 1, 2));
/// assert_eq!(verify(&question, &plan), Ok(()));
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
#[must_use]
pub fn revise(question: &Question, old: &Plan) -> Plan {
    let (needs, offers) = (question.needs(), question.offers());
    let sound = |values: &[i64], count: usize| values.len() == count && values.iter().all(|&value| value >= 0);
    if !sound(&old.proof.gains, needs) || !sound(&old.proof.prices, offers) {
        return propose(question);
    }
    let mut flow = Flow::of(question, old);
    recall_what_is_dear(&mut flow);

    // Needs that want more wait until no offer has hours idle at a price.
    let waiting = std::mem::replace(&mut flow.rest, vec![0; needs]);
    let met: Vec<bool> = (0..needs).map(|need| flow.gains[need] == 0).collect();
    for need in (0..needs).filter(|&need| met[need]) {
        flow.rest[need] = waiting[need];
    }
    let mut detour = Detour::waiting(question, flow, |need| if met[need] { 0 } else { waiting[need] });
    use_what_is_idle(&mut detour);
    let mut flow = detour.flow;
    for need in (0..needs).filter(|&need| !met[need]) {
        flow.rest[need] += waiting[need];
    }
    path::meet_all(&mut flow, (0..needs as u32).filter(|&need| !met[need as usize]));
    flow.into_plan(question)
}

/// Raises gains until no open way brings more, and takes back the hours that are then too dear.
fn recall_what_is_dear(flow: &mut Flow) {
    for need in 0..flow.rest.len() as u32 {
        for arc in flow.row(need) {
            if flow.arcs[arc].spare > 0 {
                let loss = flow.loss(arc as u32);
                flow.gains[need as usize] -= loss.min(0);
            }
        }
        for arc in flow.row(need) {
            let hours = flow.hours(arc as u32);
            if hours > 0 && flow.loss(arc as u32) > 0 {
                flow.recall(arc as u32, hours);
                flow.rest[need as usize] += hours;
                flow.room[flow.arcs[arc].offer as usize] += hours;
            }
        }
    }
}

/// Finds a use for each idle hour that has a price, or lowers the price to nothing.
fn use_what_is_idle(detour: &mut Detour) {
    for offer in 0..detour.flow.room.len() as u32 {
        let at = offer as usize;
        while detour.flow.room[at] > 0 && detour.flow.prices[at] > 0 {
            let (goal, price) = (detour.offer(offer), detour.flow.prices[at]);
            let ways = detour.search(detour.out(), Until { goal, loss: price, ..Until::ALL });
            let loss = ways.losses[goal as usize];
            if loss < price {
                let arcs = detour.arcs_to(&ways, goal);
                detour.shift(&arcs);
            }
            detour.reprice(&ways, loss.min(price));
        }
    }
}
