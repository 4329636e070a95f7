//! The independent check: is this a plan for this question, and can none be better?

use std::fmt;

use super::{Plan, Question};
use crate::scale::Scale;

/// What is wrong with a plan or its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Plan and question do not have the same number of people.
    OtherPeople,
    /// The two are together but are not an allowed pair, or score less than the minimum.
    NotAllowed {
        /// The mentee of the pair.
        mentee: u32,
        /// The mentor of the pair.
        mentor: u32,
    },
    /// A locked mentee is not with the mentor she is locked to.
    LockBroken {
        /// The mentee.
        mentee: u32,
    },
    /// A mentor has more mentees than places.
    OverCapacity {
        /// The mentor.
        mentor: u32,
    },
    /// Number placed, a pair's score or the total are not what the pairs add up to.
    WrongTotals,
    /// A gain or a price is negative, or a locked mentee has a gain.
    WrongSign,
    /// A pair weighs more than its mentee's gain and its mentor's price: the proof bounds nothing.
    Undercut {
        /// The mentee of the pair.
        mentee: u32,
        /// The mentor of the pair.
        mentor: u32,
    },
    /// Gains and prices leave room for a better plan.
    Gap,
    /// The next-best plan is the best plan itself.
    SamePlan,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::OtherPeople => write!(f, "The plan is not about the people of the question."),
            Flaw::NotAllowed { mentee, mentor } => {
                write!(f, "Mentee {mentee} is with mentor {mentor}, and the two are not an allowed pair.")
            }
            Flaw::LockBroken { mentee } => write!(f, "Mentee {mentee} is not with the mentor she is locked to."),
            Flaw::OverCapacity { mentor } => write!(f, "Mentor {mentor} has more mentees than places."),
            Flaw::WrongTotals => write!(f, "The plan's totals are not those of its pairs."),
            Flaw::WrongSign => write!(f, "The proof has a gain or a price it may not have."),
            Flaw::Undercut { mentee, mentor } => {
                write!(f, "The pair of mentee {mentee} and mentor {mentor} weighs more than the proof allows.")
            }
            Flaw::Gap => write!(f, "The proof leaves room for a better plan."),
            Flaw::SamePlan => write!(f, "The next-best plan is the best plan itself."),
        }
    }
}

impl std::error::Error for Flaw {}

/// Checks that a plan answers the question and that its proof shows it best.
///
/// Shares nothing with the solver but the scale of the weights: it looks at every pair once and adds up in 128 bits.
/// Plan: allowed pairs, locks, places, totals. Proof: no pair undercuts it, and the plan weighs as much as all gains
/// and prices together, which no plan can exceed (weak duality).
///
/// Errors: the first [`Flaw`] found. Cost: O(n + m) and O(log m) per pair of the plan.
///
/// ```
/// use matching::assign::{Flaw, Pair, Question, propose, verify};
///
/// let pairs = vec![Pair { mentee: 0, mentor: 0, score: 60 }, Pair { mentee: 0, mentor: 1, score: 80 }];
/// let question = Question::new(1, vec![1, 1], pairs)?;
/// let plan = propose(&question);
/// assert_eq!(verify(&question, &plan), Ok(()));
///
/// // The same plan is no answer to a question that promises her to mentor 0.
/// let promised = question.lock(0, 0)?;
/// assert_eq!(verify(&promised, &plan), Err(Flaw::LockBroken { mentee: 0 }));
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
pub fn verify(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    check(question, plan)
}

/// What a check needs to know of a question, wherever its scores come from.
pub(super) trait Asked {
    /// How many mentees there are.
    fn mentees(&self) -> usize;
    /// How many mentors there are.
    fn mentors(&self) -> usize;
    /// A mentor's places.
    fn capacity_of(&self, mentor: u32) -> u32;
    /// A mentor's places that no lock takes.
    fn room_of(&self, mentor: u32) -> u32;
    /// The mentor a mentee is locked to.
    fn locked(&self, mentee: u32) -> Option<u32>;
    /// The score below which no pair is made, unless locked.
    fn least(&self) -> i64;
    /// How scores become weights.
    fn scale(&self) -> Scale;
    /// The score of an allowed pair.
    fn score_of(&self, mentee: u32, mentor: u32) -> Option<i64>;
    /// All mentors allowed for a mentee, with their scores.
    fn options_of(&self, mentee: u32) -> impl Iterator<Item = (u32, i64)> + '_;
}

impl Asked for Question {
    fn mentees(&self) -> usize {
        self.mentees()
    }
    fn mentors(&self) -> usize {
        self.mentors()
    }
    fn capacity_of(&self, mentor: u32) -> u32 {
        self.capacity_of(mentor)
    }
    fn room_of(&self, mentor: u32) -> u32 {
        self.room_of(mentor)
    }
    fn locked(&self, mentee: u32) -> Option<u32> {
        self.locked(mentee)
    }
    fn least(&self) -> i64 {
        self.least()
    }
    fn scale(&self) -> Scale {
        self.scale()
    }
    fn score_of(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.score_of(mentee, mentor)
    }
    fn options_of(&self, mentee: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.options_of(mentee)
    }
}

/// Checks a plan and its proof against every allowed pair.
pub(super) fn check(question: &impl Asked, plan: &Plan) -> Result<(), Flaw> {
    check_people(question, plan)?;
    check_plan(question, plan)?;
    check_bound(question, plan)?;
    check_gap(question, plan)
}

fn check_people(question: &impl Asked, plan: &Plan) -> Result<(), Flaw> {
    let (mentees, mentors) = (question.mentees(), question.mentors());
    let same = plan.partners.len() == mentees
        && plan.scores.len() == mentees
        && plan.proof.gains.len() == mentees
        && plan.proof.prices.len() == mentors;
    if same { Ok(()) } else { Err(Flaw::OtherPeople) }
}

pub(super) fn check_plan(question: &impl Asked, plan: &Plan) -> Result<(), Flaw> {
    check_partners(question, &plan.partners)?;
    let (mut placed, mut total) = (0, 0i128);
    for (mentee, (mentor, &stated)) in plan.partners.iter().zip(&plan.scores).enumerate() {
        let score = mentor.and_then(|mentor| question.score_of(mentee as u32, mentor));
        if score.unwrap_or(0) != stated {
            return Err(Flaw::WrongTotals);
        }
        placed += usize::from(mentor.is_some());
        total += i128::from(stated);
    }
    if (placed, total) == (plan.placed, i128::from(plan.total)) { Ok(()) } else { Err(Flaw::WrongTotals) }
}

/// Checks that these partners are a plan at all: allowed pairs, locks kept, places enough.
pub(super) fn check_partners(question: &impl Asked, partners: &[Option<u32>]) -> Result<(), Flaw> {
    let mut taken = vec![0u32; question.mentors()];
    for (mentee, &mentor) in partners.iter().enumerate() {
        let mentee = mentee as u32;
        let lock = question.locked(mentee);
        if lock.is_some() && lock != mentor {
            return Err(Flaw::LockBroken { mentee });
        }
        let Some(mentor) = mentor else { continue };
        let score = question.score_of(mentee, mentor).ok_or(Flaw::NotAllowed { mentee, mentor })?;
        if lock.is_none() && score < question.least() {
            return Err(Flaw::NotAllowed { mentee, mentor });
        }
        taken[mentor as usize] += 1;
        if taken[mentor as usize] > question.capacity_of(mentor) {
            return Err(Flaw::OverCapacity { mentor });
        }
    }
    Ok(())
}

fn check_bound(question: &impl Asked, plan: &Plan) -> Result<(), Flaw> {
    let proof = &plan.proof;
    if proof.gains.iter().chain(&proof.prices).any(|&value| value < 0) {
        return Err(Flaw::WrongSign);
    }
    let scale = question.scale();
    for mentee in 0..question.mentees() as u32 {
        let gain = proof.gains[mentee as usize];
        if question.locked(mentee).is_some() {
            if gain != 0 {
                return Err(Flaw::WrongSign);
            }
            continue;
        }
        for (mentor, score) in question.options_of(mentee) {
            // Both at least 0, so a sum too large for 64 bits is no smaller than any weight.
            let bound = gain.saturating_add(proof.prices[mentor as usize]);
            if score >= question.least() && scale.weight(score) > bound {
                return Err(Flaw::Undercut { mentee, mentor });
            }
        }
    }
    Ok(())
}

fn check_gap(question: &impl Asked, plan: &Plan) -> Result<(), Flaw> {
    let scale = question.scale();
    let open = plan.pairs().filter(|pair| question.locked(pair.mentee).is_none());
    let weight: i128 = open.map(|pair| i128::from(scale.weight(pair.score))).sum();
    let gains: i128 = plan.proof.gains.iter().map(|&gain| i128::from(gain)).sum();
    let room = |mentor| i128::from(question.room_of(mentor));
    let prices = plan.proof.prices.iter().enumerate();
    let places: i128 = prices.map(|(mentor, &price)| i128::from(price) * room(mentor as u32)).sum();
    if weight == gains + places { Ok(()) } else { Err(Flaw::Gap) }
}
