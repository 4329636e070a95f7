//! The independent check: is this a plan for this question, and can none be better?

use std::fmt;

use super::{Circle, Plan, Proof, Question};

/// What is wrong with a plan or its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Plan and question do not have the same number of people.
    OtherPeople,
    /// Somebody's partner has another partner.
    OneSided {
        /// The person.
        person: u32,
    },
    /// The two are together but are not an allowed pair.
    NotAllowed {
        /// One of the two.
        one: u32,
        /// The other.
        other: u32,
    },
    /// Somebody locked is not with whom they are locked to.
    LockBroken {
        /// The person.
        person: u32,
    },
    /// Number of pairs or total are not what the pairs add up to.
    WrongTotals,
    /// A gain or a price is negative, or somebody locked has a gain.
    WrongSign,
    /// A circle is said to be in one that does not exist or does not come later.
    WrongCircle,
    /// A pair weighs more than the gains and circles of the two: the proof bounds nothing.
    Undercut {
        /// One of the two.
        one: u32,
        /// The other.
        other: u32,
    },
    /// Gains and circles leave room for a better plan.
    Gap,
    /// The three of a triad are not all allowed with each other, or one is locked to somebody else.
    NotATriad,
    /// The proof leaves room for a better plan with these three.
    BetterTriad {
        /// The three, by number.
        triad: [u32; 3],
    },
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::OtherPeople => write!(f, "The plan is not about the people of the question."),
            Flaw::OneSided { person } => write!(f, "The partner of person {person} is with somebody else."),
            Flaw::NotAllowed { one, other } => {
                write!(f, "Persons {one} and {other} are together, and are not an allowed pair.")
            }
            Flaw::LockBroken { person } => write!(f, "Person {person} is not with whom they are locked to."),
            Flaw::WrongTotals => write!(f, "The plan's totals are not those of its pairs."),
            Flaw::WrongSign => write!(f, "The proof has a gain or a price it may not have."),
            Flaw::WrongCircle => write!(f, "The circles of the proof do not lie within each other."),
            Flaw::Undercut { one, other } => {
                write!(f, "The pair of {one} and {other} weighs more than the proof allows.")
            }
            Flaw::Gap => write!(f, "The proof leaves room for a better plan."),
            Flaw::NotATriad => write!(f, "The three are not all allowed with each other."),
            Flaw::BetterTriad { triad: [one, second, third] } => {
                write!(f, "The proof leaves room for a better plan with {one}, {second} and {third} as three.")
            }
        }
    }
}

impl std::error::Error for Flaw {}

/// Checks that a plan answers the question and that its proof shows it best.
///
/// Shares nothing with the solver but the scale of the weights: it looks at every pair once and adds up in 128 bits.
/// Plan: allowed pairs, locks, totals. Proof: circles within each other, no pair that undercuts it, and the plan weighs
/// as much as gains and circles allow, which no plan can exceed (weak duality; Edmonds 1965).
///
/// Errors: the first [`Flaw`] found. Cost: O(n + m · log d) with circles nested d deep, and O(log m) per pair of the plan.
///
/// ```
/// use matching::pair::{Flaw, Pair, Question, propose, verify};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let question = Question::new(3, vec![pair(0, 1, 60), pair(1, 2, 80), pair(0, 2, 70)])?;
/// let plan = propose(&question);
/// assert_eq!(verify(&question, &plan), Ok(()));
///
/// // The same plan is no answer to a question that promises 0 and 1 each other.
/// let promised = question.lock(0, 1)?;
/// assert_eq!(verify(&promised, &plan), Err(Flaw::LockBroken { person: 0 }));
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
pub fn verify(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    check_plan(question, plan)?;
    check_proof(question, &plan.proof)?;
    check_bound(question, &plan.proof)?;
    let scale = question.scale();
    let open = plan.scored(question).filter(|pair| question.locked(pair.one).is_none());
    let weight: i128 = open.map(|pair| i128::from(scale.weight(pair.score))).sum();
    if 2 * weight == ceiling(&plan.proof) { Ok(()) } else { Err(Flaw::Gap) }
}

/// What twice the weight of any plan is at most, by this proof.
pub(super) fn ceiling(proof: &Proof) -> i128 {
    let gains: i128 = proof.gains.iter().map(|&gain| i128::from(gain)).sum();
    let circles = proof.circles.iter().zip(sizes(&proof.inner, &proof.circles));
    gains + circles.map(|(circle, size)| i128::from(circle.price) * i128::from(size / 2)).sum::<i128>()
}

/// How many people are in each circle, directly or in a smaller one.
pub(super) fn sizes<W>(inner: &[Option<u32>], circles: &[Circle<W>]) -> Vec<u32> {
    let mut sizes = vec![0; circles.len()];
    for &inner in inner.iter().flatten() {
        sizes[inner as usize] += 1;
    }
    for (at, circle) in circles.iter().enumerate() {
        if let Some(outer) = circle.outer {
            sizes[outer as usize] += sizes[at];
        }
    }
    sizes
}

/// Whether each circle lies in a later one, if in any, and everybody in one there is.
pub(super) fn nested<W>(inner: &[Option<u32>], circles: &[Circle<W>]) -> bool {
    let count = circles.len() as u64;
    let later = |at: usize, outer: Option<u32>| {
        outer.is_none_or(|outer| u64::from(outer) > at as u64 && u64::from(outer) < count)
    };
    circles.iter().enumerate().all(|(at, circle)| later(at, circle.outer))
        && inner.iter().flatten().all(|&inner| u64::from(inner) < count)
}

/// The circles as a tree, in which the smallest circle around two people is found by jumps.
///
/// Myers, "An applicative random-access stack" (1983): besides its outer circle, each knows one further out, so that
/// any circle around it is O(log d) steps away.
pub(super) struct Nest<'a> {
    proof: &'a Proof,
    /// How many circles are around each.
    depths: Vec<u32>,
    jumps: Vec<usize>,
    /// The price of each and of all circles around it.
    prices: Vec<i128>,
}

impl<'a> Nest<'a> {
    /// Prepares the jumps. Cost: O(n). The circles must lie within each other.
    pub(super) fn new(proof: &'a Proof) -> Nest<'a> {
        let count = proof.circles.len();
        let mut nest = Nest { proof, depths: vec![0; count], jumps: (0..count).collect(), prices: vec![0; count] };
        for (at, circle) in proof.circles.iter().enumerate().rev() {
            nest.prices[at] = i128::from(circle.price);
            if let Some(outer) = circle.outer.map(|outer| outer as usize) {
                nest.prices[at] += nest.prices[outer];
                nest.depths[at] = nest.depths[outer] + 1;
                let (jump, beyond) = (nest.jumps[outer], nest.jumps[nest.jumps[outer]]);
                let even = nest.depths[outer] - nest.depths[jump] == nest.depths[jump] - nest.depths[beyond];
                nest.jumps[at] = if even { beyond } else { outer };
            }
        }
        nest
    }

    /// The prices of all circles that hold both people.
    pub(super) fn shared(&self, one: u32, other: u32) -> i128 {
        let place = |person: u32| self.proof.inner[person as usize].map(|place| place as usize);
        let (Some(mut a), Some(mut b)) = (place(one), place(other)) else { return 0 };
        if self.depths[a] < self.depths[b] {
            (a, b) = (b, a);
        }
        while self.depths[a] > self.depths[b] {
            let jump = self.jumps[a];
            a = if self.depths[jump] >= self.depths[b] { jump } else { self.outer(a) };
        }
        while a != b {
            if self.depths[a] == 0 {
                return 0;
            }
            let apart = self.jumps[a] != self.jumps[b];
            (a, b) = if apart { (self.jumps[a], self.jumps[b]) } else { (self.outer(a), self.outer(b)) };
        }
        self.prices[a]
    }

    fn outer(&self, at: usize) -> usize {
        self.proof.circles[at].outer.map_or(at, |outer| outer as usize)
    }
}

pub(super) fn check_plan(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    if plan.partners.len() != question.people() {
        return Err(Flaw::OtherPeople);
    }
    let (mut placed, mut total) = (0, 0i128);
    for person in 0..question.people() as u32 {
        let lock = question.locked(person);
        let partner = plan.partner_of(person);
        if lock.is_some() && lock != partner {
            return Err(Flaw::LockBroken { person });
        }
        let Some(partner) = partner else { continue };
        let score = question.score_of(person, partner).ok_or(Flaw::NotAllowed { one: person, other: partner })?;
        if plan.partner_of(partner) != Some(person) {
            return Err(Flaw::OneSided { person });
        }
        if person < partner {
            placed += 1;
            total += i128::from(score);
        }
    }
    if (placed, total) == (plan.placed, i128::from(plan.total)) { Ok(()) } else { Err(Flaw::WrongTotals) }
}

pub(super) fn check_proof(question: &Question, proof: &Proof) -> Result<(), Flaw> {
    if proof.gains.len() != question.people() || proof.inner.len() != question.people() {
        return Err(Flaw::OtherPeople);
    }
    if !nested(&proof.inner, &proof.circles) {
        return Err(Flaw::WrongCircle);
    }
    let locked_gain =
        |(person, &gain): (usize, &i64)| gain < 0 || gain != 0 && question.locked(person as u32).is_some();
    let wrong = proof.gains.iter().enumerate().any(locked_gain) || proof.circles.iter().any(|circle| circle.price < 0);
    if wrong { Err(Flaw::WrongSign) } else { Ok(()) }
}

pub(super) fn check_bound(question: &Question, proof: &Proof) -> Result<(), Flaw> {
    let (scale, nest) = (question.scale(), Nest::new(proof));
    let open = |&person: &u32| question.locked(person).is_none();
    for one in (0..question.people() as u32).filter(open) {
        let larger = question.options_of(one).filter(|&(other, _)| one < other && open(&other));
        for (other, score) in larger {
            let weight = 2 * i128::from(scale.weight(score));
            let gains = i128::from(proof.gains[one as usize]) + i128::from(proof.gains[other as usize]);
            if weight > gains && weight > gains + nest.shared(one, other) {
                return Err(Flaw::Undercut { one, other });
            }
        }
    }
    Ok(())
}
