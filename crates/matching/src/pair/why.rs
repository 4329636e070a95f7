//! Reasons: what it would cost to decide otherwise.

use std::borrow::Cow;

use super::forest::Forest;
use super::net::Net;
use super::plan::Plan;
use super::search::Search;
use super::start::{NONE, Start};
use super::{Question, propose, propose_again, verify};

/// Why two people are not together, or that they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyNot {
    /// They are together.
    Chosen,
    /// They are not an allowed pair, or unknown.
    NotAllowed,
    /// One of the two is locked to somebody else.
    Locked {
        /// Which of the two.
        person: u32,
        /// Whom this person is locked to.
        partner: u32,
    },
    /// They could be together, at this price.
    Costs(Change),
}

/// Why somebody is left out, or that they are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// They are not left out.
    Placed {
        /// Their partner.
        partner: u32,
    },
    /// Nobody is allowed for them, or they are unknown.
    NobodyAllowed,
    /// Everybody allowed for them is locked to somebody else.
    AllLocked,
    /// They could have a partner at this price: see [`Change::loses_partner`] for who would be left out instead.
    Costs(Change),
}

/// The best plan under one more condition, compared with the best without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How many fewer pairs there are. Negative if more are: best total first may prefer fewer.
    pub pairs_fewer: i64,
    /// How much less the total score is. Negative if it is more: most pairs first may prefer less.
    pub score_less: i64,
    /// Who would change partners, by number.
    pub moves: Vec<Move>,
    /// The plan: a best one, with proof, for the question under that condition.
    pub plan: Plan,
}

/// One person's part in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Move {
    /// Who changes partners.
    pub person: u32,
    /// From which partner, or from being left out.
    pub from: Option<u32>,
    /// To which partner, or to being left out.
    pub to: Option<u32>,
}

impl Change {
    /// The people who have a partner now and would have none.
    pub fn loses_partner(&self) -> impl Iterator<Item = u32> + '_ {
        self.moves.iter().filter(|step| step.to.is_none()).map(|step| step.person)
    }

    pub(super) fn between(now: &Plan, then: Plan) -> Change {
        let both = now.partners.iter().zip(&then.partners).enumerate();
        let moved = both.filter(|(_, (from, to))| from != to);
        Change {
            pairs_fewer: now.placed as i64 - then.placed as i64,
            score_less: now.total - then.total,
            moves: moved.map(|(person, (&from, &to))| Move { person: person as u32, from, to }).collect(),
            plan: then,
        }
    }
}

/// Says why these two are not together: what the best plan that joins them would cost.
///
/// Exact: the plan in [`WhyNot::Costs`] is a best one for `question.lock(one, other)`, and [`verify`] accepts it there.
/// A plan that is not a best one for this question is replaced by [`propose`]'s before comparing.
///
/// Cost: that of one [`propose_again`].
///
/// ```
/// use matching::pair::{Pair, Question, WhyNot, propose, why_not};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let pairs = vec![pair(0, 1, 90), pair(1, 2, 60), pair(2, 3, 80), pair(0, 3, 20)];
/// let question = Question::new(4, pairs)?;
/// let plan = propose(&question);
///
/// let WhyNot::Costs(change) = why_not(&question, &plan, 1, 2) else { panic!("they could be together") };
/// assert_eq!((change.pairs_fewer, change.score_less), (0, 90));
/// assert_eq!(change.plan.partner_of(0), Some(3));
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn why_not(question: &Question, plan: &Plan, one: u32, other: u32) -> WhyNot {
    if question.score_of(one, other).is_none() {
        return WhyNot::NotAllowed;
    }
    if plan.partner_of(one) == Some(other) || question.locked(one) == Some(other) {
        return WhyNot::Chosen;
    }
    for person in [one, other] {
        if let Some(partner) = question.locked(person) {
            return WhyNot::Locked { person, partner };
        }
    }
    match question.clone().lock(one, other) {
        Ok(locked) => {
            let plan = best(question, plan);
            let then = propose_again(&locked, &plan);
            WhyNot::Costs(Change::between(&plan, then))
        }
        Err(_) => WhyNot::NotAllowed,
    }
}

/// Says why somebody is left out: what the best plan with a partner for them would cost, and whom.
///
/// Exact, like [`why_not`]: no plan that places them is better than the one in [`LeftOut::Costs`].
///
/// Cost: that of two [`propose_again`] and one search, which finds the partner: O(m log m).
///
/// ```
/// use matching::pair::{LeftOut, Pair, Question, propose, why_left_out};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(3, vec![pair(0, 1, 70), pair(1, 2, 55)])?;
/// let plan = propose(&question);
///
/// let LeftOut::Costs(change) = why_left_out(&question, &plan, 2) else { panic!("they could be placed") };
/// assert_eq!(change.score_less, 15);
/// assert_eq!(change.loses_partner().collect::<Vec<_>>(), [0]);
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[must_use]
pub fn why_left_out(question: &Question, plan: &Plan, person: u32) -> LeftOut {
    let plan = best(question, plan);
    if let Some(partner) = plan.partner_of(person) {
        return LeftOut::Placed { partner };
    }
    let mut options = question.options_of(person).map(|(other, _)| other).peekable();
    if options.peek().is_none() {
        return LeftOut::NobodyAllowed;
    }
    if options.all(|other| question.locked(other).is_some()) {
        return LeftOut::AllLocked;
    }
    match partner_for(question, &plan, person).map(|partner| question.clone().lock(person, partner)) {
        Some(Ok(locked)) => {
            let then = propose_again(&locked, &plan);
            LeftOut::Costs(Change::between(&plan, then))
        }
        _ => LeftOut::AllLocked,
    }
}

/// The plan itself if it is a best one for the question, else one that is.
pub(super) fn best<'a>(question: &Question, plan: &'a Plan) -> Cow<'a, Plan> {
    if verify(question, plan).is_ok() { Cow::Borrowed(plan) } else { Cow::Owned(propose(question)) }
}

/// The partner of an open person with open options in a best plan that gives them one.
fn partner_for(question: &Question, plan: &Plan, person: u32) -> Option<u32> {
    let net = Net::with_worthless(question);
    let mut forest = Forest::new(&net, Start::again(question, &net, plan), 0);
    let mut search = Search::new(&forest);
    search.settle_all(&mut forest);
    if !search.place(&mut forest, person) {
        return None;
    }
    forest.open_all();
    let partner = forest.partners[person as usize];
    (partner != NONE).then_some(partner)
}
