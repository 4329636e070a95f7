//! Solving again after an edit, from where the plan stood.

use super::net::Net;
use super::seating::Seating;
use super::{Plan, Question, bid, path, refill};

/// Proposes a best plan for a question that has changed since `before` was found, from where that plan stands.
///
/// Exact: [`super::verify`] accepts the plan, and it is worth what [`super::propose`]'s is; where several are equally
/// good it tends to keep people where they are. Any change will do, by the questions' own edits
/// ([`Question::allow`], [`Question::forbid`], [`Question::lock`], [`Question::unlock`], [`Question::places`],
/// [`Question::add_mentee`], [`Question::add_mentor`]) or by asking anew, and the fewer people it touches the quicker it is.
/// People keep their numbers: who goes is forbidden everywhere, or has no places.
///
/// Method: the old prices stay. Whoever is no longer where she gains most looks for a place along a shortest path
/// (`path.rs`); a place that was left, and still has a price, looks for a mentee the same way (`refill.rs`). This is the
/// sensitivity analysis of Ahuja, Magnanti and Orlin, "Network Flows" (1993), chapter 9.11, for any number of changes.
/// Cost: O(n + m) to read the question, and O(m log m) at worst for each mentee and each place touched.
///
/// ```
/// use matching::assign::{Pair, Question, propose, resume};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let question = Question::new(2, vec![1, 1], vec![pair(0, 0, 90), pair(0, 1, 60), pair(1, 0, 80), pair(1, 1, 20)])?;
/// let plan = propose(&question);
/// assert_eq!((plan.mentor_of(0), plan.mentor_of(1)), (Some(1), Some(0)));
///
/// // They met, and it was not to be.
/// let question = question.forbid(1, 0)?;
/// let plan = resume(&question, &plan);
/// assert_eq!((plan.mentor_of(0), plan.mentor_of(1)), (Some(0), Some(1)));
/// assert_eq!(plan.score(), 110);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn resume(question: &Question, before: &Plan) -> Plan {
    let scale = question.scale();
    let price = |mentor| before.proof.prices.get(mentor).map_or(0, |&price| before.scale.carry(price, scale));
    let prices = (0..question.mentors()).map(price).collect();
    from(question, &before.partners, prices)
}

/// A best plan, found from these partners and prices; both may be anything, prices at least 0.
pub(super) fn from(question: &Question, partners: &[Option<u32>], prices: Vec<i64>) -> Plan {
    let net = Net::of(question);
    let mut seating = Seating::new(&net);
    seating.prices = prices;
    let (limits, waiting) = keep(&mut seating, partners);
    let waiting = bid::open(&mut seating, limits, waiting.into_iter());
    path::seat_all(&mut seating, &waiting);
    refill::fill_all(&mut seating);
    seating.into_plan(question)
}

/// Seats everybody who gains most where she was; gives the prices up to which each would stay, and who gains more elsewhere.
fn keep(seating: &mut Seating<'_>, partners: &[Option<u32>]) -> (Vec<i64>, Vec<u32>) {
    let net = seating.net;
    let mut limits = vec![0; net.mentees()];
    let mut waiting = Vec::new();
    for mentee in 0..net.mentees() as u32 {
        let before = partners.get(mentee as usize).copied().flatten();
        let (mut first, mut second, mut weight_before) = (0, 0, None);
        for (mentor, &weight) in net.row(mentee) {
            let gain = weight - seating.prices[mentor as usize];
            second = if gain > first { std::mem::replace(&mut first, gain) } else { second.max(gain) };
            if before == Some(mentor) {
                weight_before = Some(weight);
            }
        }
        seating.gains[mentee as usize] = first;
        match (before, weight_before) {
            (Some(mentor), Some(weight))
                if weight - seating.prices[mentor as usize] == first && seating.has_room(mentor) =>
            {
                limits[mentee as usize] = weight - second;
                seating.sit(mentee, mentor);
            }
            _ if first > 0 => waiting.push(mentee),
            _ => {}
        }
    }
    (limits, waiting)
}
