//! The independent check: is this a plan for this question, and can none be better?

use std::fmt;

use super::{Plan, Proof, Question};

/// What is wrong with a plan or its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Plan and question do not have the same number of needs and offers.
    OtherPeople,
    /// Shares are not in order, or one of them has no hours.
    Disorder,
    /// Hours go where none may, or where the score is less than the minimum.
    NotAllowed {
        /// Where the hours go.
        need: u32,
        /// Where they come from.
        offer: u32,
    },
    /// More hours go this way than may.
    OverLimit {
        /// Where the hours go.
        need: u32,
        /// Where they come from.
        offer: u32,
    },
    /// Fewer hours go this way than are locked.
    LockBroken {
        /// Where the hours go.
        need: u32,
        /// Where they come from.
        offer: u32,
    },
    /// A need gets more hours than it has.
    OverNeed {
        /// The need.
        need: u32,
    },
    /// An offer gives more hours than it has.
    OverOffer {
        /// The offer.
        offer: u32,
    },
    /// Hours, scores or what is missing are not what the shares add up to.
    WrongTotals,
    /// A gain or a price is negative.
    WrongSign,
    /// Gains and prices leave room for a better plan.
    Gap,
    /// The next-best plan is the plan itself.
    SamePlan,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::OtherPeople => write!(f, "The plan is not about the needs and offers of the question."),
            Flaw::Disorder => write!(f, "The plan's shares are not in order, or one has no hours."),
            Flaw::NotAllowed { need, offer } => write!(f, "Hours of offer {offer} may not go to need {need}."),
            Flaw::OverLimit { need, offer } => write!(f, "Too many hours of offer {offer} go to need {need}."),
            Flaw::LockBroken { need, offer } => {
                write!(f, "Fewer hours of offer {offer} go to need {need} than are locked.")
            }
            Flaw::OverNeed { need } => write!(f, "Need {need} gets more hours than it has."),
            Flaw::OverOffer { offer } => write!(f, "Offer {offer} gives more hours than it has."),
            Flaw::WrongTotals => write!(f, "The plan's totals are not those of its shares."),
            Flaw::WrongSign => write!(f, "The proof has a gain or a price below nothing."),
            Flaw::Gap => write!(f, "The proof leaves room for a better plan."),
            Flaw::SamePlan => write!(f, "The next-best plan is the plan itself."),
        }
    }
}

impl std::error::Error for Flaw {}

/// Checks that a plan answers the question and that its proof shows it best.
///
/// Shares nothing with the solver but the scale of the weights: it looks at every way once and adds up in 128 bits.
/// Plan: allowed ways, limits, locks, hours, totals. Proof: the plan weighs as much as all gains, prices and rests
/// together, which no plan can exceed (weak duality).
///
/// Errors: the first [`Flaw`] found. Cost: O(n + m).
///
/// ```
/// use matching::exchange::transport::{Flaw, Question, Way, propose, verify};
///
/// let ways = vec![Way::new(0, 0, 60), Way::new(0, 1, 80)];
/// let question = Question::new(vec![3], vec![2, 2], ways)?;
/// let plan = propose(&question);
/// assert_eq!(verify(&question, &plan), Ok(()));
///
/// // The same plan is no answer once two hours of offer 0 have been promised.
/// let promised = question.lock(0, 0, 2)?;
/// assert_eq!(verify(&promised, &plan), Err(Flaw::LockBroken { need: 0, offer: 0 }));
/// # Ok::<(), matching::exchange::transport::Refusal>(())
/// ```
pub fn verify(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    check_people(question, plan)?;
    check_plan(question, plan)?;
    check_gap(question, plan)
}

fn check_people(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let (needs, offers) = (question.needs(), question.offers());
    let known = |(need, offer): (u32, u32)| (need as usize) < needs && (offer as usize) < offers;
    let same = plan.missing.len() == needs
        && plan.proof.gains.len() == needs
        && plan.proof.prices.len() == offers
        && plan.shares.iter().all(|share| known((share.need, share.offer)));
    if same { Ok(()) } else { Err(Flaw::OtherPeople) }
}

pub(super) fn check_plan(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let key = |at: usize| (plan.shares[at].need, plan.shares[at].offer);
    let ordered = (1..plan.shares.len()).all(|at| key(at - 1) < key(at));
    if !ordered || plan.shares.iter().any(|share| share.hours == 0) {
        return Err(Flaw::Disorder);
    }
    let (mut got, mut given) = (vec![0u64; question.needs()], vec![0u64; question.offers()]);
    let (mut hours, mut total) = (0u64, 0i128);
    let mut shares = plan.shares.iter().peekable();
    for (way, locked) in question.all() {
        let (need, offer) = (way.need, way.offer);
        if let Some(share) = shares.peek().filter(|share| (share.need, share.offer) < (need, offer)) {
            return Err(Flaw::NotAllowed { need: share.need, offer: share.offer });
        }
        let share = shares.next_if(|share| (share.need, share.offer) == (need, offer));
        let here = share.map_or(0, |share| share.hours);
        if here < locked {
            return Err(Flaw::LockBroken { need, offer });
        }
        if here > locked && way.score < question.least() {
            return Err(Flaw::NotAllowed { need, offer });
        }
        if here > way.most {
            return Err(Flaw::OverLimit { need, offer });
        }
        if share.is_some_and(|share| share.score != way.score) {
            return Err(Flaw::WrongTotals);
        }
        got[need as usize] += u64::from(here);
        given[offer as usize] += u64::from(here);
        hours += u64::from(here);
        total += i128::from(here) * i128::from(way.score);
    }
    if let Some(share) = shares.next() {
        return Err(Flaw::NotAllowed { need: share.need, offer: share.offer });
    }
    for need in 0..question.needs() as u32 {
        let (has, gets) = (u64::from(question.needed(need)), got[need as usize]);
        if gets > has {
            return Err(Flaw::OverNeed { need });
        }
        if u64::from(plan.missing[need as usize]) != has - gets {
            return Err(Flaw::WrongTotals);
        }
    }
    for offer in 0..question.offers() as u32 {
        if given[offer as usize] > u64::from(question.offered(offer)) {
            return Err(Flaw::OverOffer { offer });
        }
    }
    if (hours, total) == (plan.hours, i128::from(plan.total)) { Ok(()) } else { Err(Flaw::WrongTotals) }
}

fn check_gap(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let Proof { gains, prices } = &plan.proof;
    if gains.iter().chain(prices).any(|&value| value < 0) {
        return Err(Flaw::WrongSign);
    }
    let scale = question.scale();
    let mut weight: i128 = 0;
    for share in &plan.shares {
        let free = share.hours - question.locked(share.need, share.offer);
        weight += i128::from(free) * i128::from(scale.weight(share.score));
    }
    let mut bound: i128 = 0;
    for (need, &gain) in gains.iter().enumerate() {
        bound += i128::from(gain) * i128::from(question.open_need(need as u32));
    }
    for (offer, &price) in prices.iter().enumerate() {
        bound += i128::from(price) * i128::from(question.open_offer(offer as u32));
    }
    for (way, locked) in question.all() {
        let paid = i128::from(gains[way.need as usize]) + i128::from(prices[way.offer as usize]);
        let rest = i128::from(scale.weight(way.score)) - paid;
        if rest > 0 {
            bound += rest * i128::from(question.open_way(way, locked));
        }
    }
    if weight == bound { Ok(()) } else { Err(Flaw::Gap) }
}
