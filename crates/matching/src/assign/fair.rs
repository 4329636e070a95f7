//! Fairness: raising whoever is worst off before anybody else. Start at [`propose_fair`].

use std::collections::BTreeMap;

use super::lex::Lex;
use super::net::Net;
use super::plan::{Plan, Proof};
use super::proof::check_plan;
use super::seating::Seating;
use super::{Flaw, Question, bid, path};

/// When fairness is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fairness {
    /// As many placed as can be; then the lowest score as high as can be, then the next lowest, and so on. The total
    /// is whatever comes of it, and [`super::First`] is not looked at.
    BeforeTotal,
    /// A best plan, as [`super::propose`]'s; where several are equally good, one whose lowest score is highest, and so on.
    AfterTotal,
}

/// A fair plan with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FairPlan {
    plan: Plan,
    proof: FairProof,
}

/// Why no plan is fairer: gains and prices as in [`Proof`], but each a list of amounts by rank.
///
/// Rank 0 is the number placed, or the weight of [`super::propose`]; the ranks after it are the scores from the lowest up, of
/// which a plan wants as few as can be. Lists are compared by the first rank that differs. Nothing else changes: no
/// pair weighs more than gain and price together, and the plan weighs as much as all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FairProof {
    gains: Vec<Lex>,
    prices: Vec<Lex>,
}

impl FairProof {
    /// What each mentee gains: amounts by rank, ascending; ranks without an amount are left out.
    pub fn gains(&self) -> impl Iterator<Item = &[(u32, i64)]> {
        self.gains.iter().map(Lex::terms)
    }

    /// What a place with each mentor costs, likewise.
    pub fn prices(&self) -> impl Iterator<Item = &[(u32, i64)]> {
        self.prices.iter().map(Lex::terms)
    }
}

impl FairPlan {
    /// Who is with whom. The plan's own proof is empty: it need not have the best total.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The scores of all who are placed, from the lowest up.
    #[must_use]
    pub fn scores(&self) -> Vec<i64> {
        let mut scores: Vec<i64> = self.plan.pairs().map(|pair| pair.score).collect();
        scores.sort_unstable();
        scores
    }

    /// Why no plan is fairer.
    #[must_use]
    pub fn proof(&self) -> &FairProof {
        &self.proof
    }

    /// The plan, and why none is fairer.
    #[must_use]
    pub fn into_parts(self) -> (Plan, FairProof) {
        (self.plan, self.proof)
    }
}

/// Proposes the plan that is fairest to mentees: leximin over the scores of all who are placed.
///
/// Exact and proven: no other plan has a higher lowest score with as many placed, nor the same and a higher next lowest,
/// and so on to the last. Locks, places, forbidden pairs and the minimum hold as in [`super::propose`].
///
/// Method: the lexicographic bottleneck assignment problem; Burkard and Rendl, "Lexicographic bottleneck problems" (1991),
/// scale each score by a power so large that one outweighs all better ones. Here the powers are never multiplied out:
/// weights, gains and prices are vectors in lexicographic order, which is all that shortest augmenting paths need.
/// Cost: that of [`super::propose`] times the length of such vectors, a few dozen entries: some fifty times as long.
///
/// ```
/// use matching::assign::{Fairness, Pair, Question, propose, propose_fair, verify_fair};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let pairs = vec![pair(0, 0, 100), pair(0, 1, 50), pair(1, 0, 50), pair(1, 1, 10)];
/// let question = Question::new(2, vec![1, 1], pairs)?;
///
/// // The best total gives one of the two next to nothing.
/// assert_eq!(propose(&question).score(), 110);
/// let fair = propose_fair(&question, Fairness::BeforeTotal);
/// assert_eq!(fair.scores(), [50, 50]);
/// assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn propose_fair(question: &Question, fairness: Fairness) -> FairPlan {
    propose_fair_to(question, fairness, |_, _, score| [score])
}

/// As [`propose_fair`], but fair to everybody whom `scores` gives a number: say, the mentee and the mentor of each pair.
///
/// `scores` gets mentee, mentor and score of an allowed pair, and must always say the same.
///
/// ```
/// use matching::assign::{Fairness, Pair, Question, propose_fair_to, verify_fair_to};
///
/// let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
/// let question = Question::new(1, vec![1, 1], vec![pair(0, 0, 90), pair(0, 1, 60)])?;
/// // Mentor 0 would rather not.
/// let both = |_, mentor: u32, score| [score, if mentor == 0 { 5 } else { 70 }];
/// let fair = propose_fair_to(&question, Fairness::BeforeTotal, both);
/// assert_eq!(fair.plan().mentor_of(0), Some(1));
/// assert_eq!(verify_fair_to(&question, Fairness::BeforeTotal, both, &fair), Ok(()));
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[must_use]
pub fn propose_fair_to<const N: usize>(
    question: &Question,
    fairness: Fairness,
    scores: impl Fn(u32, u32, i64) -> [i64; N],
) -> FairPlan {
    let ranks = Ranks::of(question, fairness, &scores);
    let weigh = |mentee, mentor, score| Lex::of(&ranks.terms(score, scores(mentee, mentor, score)));
    let net = Net::weighed(question, false, weigh);
    let mut seating = Seating::new(&net);
    let waiting = bid::open(&mut seating, vec![Lex::default(); net.mentees()], 0..net.mentees() as u32);
    path::seat_all(&mut seating, &waiting);
    let plan = Plan::new(question, seating.partners(question), Proof { gains: Vec::new(), prices: Vec::new() });
    FairPlan { plan, proof: FairProof { gains: seating.gains, prices: seating.prices } }
}

/// Checks a fair plan and that its proof shows it fairest; see [`super::verify`].
///
/// Shares no arithmetic with the solver. Errors: the first [`Flaw`] found.
pub fn verify_fair(question: &Question, fairness: Fairness, fair: &FairPlan) -> Result<(), Flaw> {
    verify_fair_to(question, fairness, |_, _, score| [score], fair)
}

/// As [`verify_fair`], for [`propose_fair_to`].
pub fn verify_fair_to<const N: usize>(
    question: &Question,
    fairness: Fairness,
    scores: impl Fn(u32, u32, i64) -> [i64; N],
    fair: &FairPlan,
) -> Result<(), Flaw> {
    let FairPlan { plan, proof } = fair;
    let people = (plan.partners.len(), plan.scores.len(), proof.gains.len(), proof.prices.len());
    let mentees = question.mentees();
    if people != (mentees, mentees, mentees, question.mentors()) {
        return Err(Flaw::OtherPeople);
    }
    check_plan(question, plan)?;
    let locked = |mentee: &usize| question.locked(*mentee as u32).is_some();
    let negative = |value: &Lex| first_of(value.terms().to_vec()) < 0;
    let gains_locked = (0..mentees).filter(locked).any(|mentee| !proof.gains[mentee].terms().is_empty());
    if gains_locked || proof.gains.iter().chain(&proof.prices).any(negative) {
        return Err(Flaw::WrongSign);
    }
    let ranks = Ranks::of(question, fairness, &scores);
    let weight = |mentee, mentor, score| ranks.terms(score, scores(mentee, mentor, score));
    let mut gap: BTreeMap<u32, i128> = BTreeMap::new();
    for mentee in (0..mentees).filter(|mentee| !locked(mentee)) {
        let gain = proof.gains[mentee].terms();
        for (mentor, score) in question.options_of(mentee as u32) {
            let weight = weight(mentee as u32, mentor, score).into_iter();
            let less: Vec<(u32, i64)> = weight.map(|(rank, amount)| (rank, -amount)).collect();
            if plan.mentor_of(mentee as u32) == Some(mentor) {
                add(&mut gap, &less, 1);
            }
            if score >= question.least() && question.room_of(mentor) > 0 {
                let price = proof.prices[mentor as usize].terms();
                if first_of([gain, price, &less].concat()) < 0 {
                    return Err(Flaw::Undercut { mentee: mentee as u32, mentor });
                }
            }
        }
        add(&mut gap, gain, 1);
    }
    for (mentor, price) in proof.prices.iter().enumerate() {
        add(&mut gap, price.terms(), question.room_of(mentor as u32));
    }
    if gap.values().all(|&amount| amount == 0) { Ok(()) } else { Err(Flaw::Gap) }
}

/// The first sum by rank that is not 0: its sign is the sign of the whole.
pub(crate) fn first_of(mut terms: Vec<(u32, i64)>) -> i128 {
    terms.sort_unstable();
    let sums = terms.chunk_by(|one, other| one.0 == other.0);
    sums.map(|terms| terms.iter().map(|term| i128::from(term.1)).sum()).find(|&sum: &i128| sum != 0).unwrap_or(0)
}

/// Adds these amounts so many times.
pub(crate) fn add(sums: &mut BTreeMap<u32, i128>, terms: &[(u32, i64)], times: u32) {
    for &(rank, amount) in terms {
        *sums.entry(rank).or_default() += i128::from(amount) * i128::from(times);
    }
}

/// Scores by rank, from 1 for the lowest; and what rank 0 counts.
struct Ranks<'a> {
    question: &'a Question,
    fairness: Fairness,
    scores: Vec<i64>,
}

impl<'a> Ranks<'a> {
    fn of<const N: usize>(
        question: &'a Question,
        fairness: Fairness,
        scores: &impl Fn(u32, u32, i64) -> [i64; N],
    ) -> Ranks<'a> {
        let mut all = Vec::new();
        for mentee in 0..question.mentees() as u32 {
            for (mentor, score) in question.options_of(mentee) {
                all.extend(scores(mentee, mentor, score));
            }
        }
        all.sort_unstable();
        all.dedup();
        Ranks { question, fairness, scores: all }
    }

    /// The weight of a pair: what comes first, and one less for the rank of each score it gives.
    fn terms<const N: usize>(&self, score: i64, scores: [i64; N]) -> Vec<(u32, i64)> {
        let first = match self.fairness {
            Fairness::BeforeTotal => 1,
            Fairness::AfterTotal => self.question.scale().weight(score),
        };
        let rank = |score| self.scores.partition_point(|&other| other < score) as u32 + 1;
        let mut terms = vec![(0, first)];
        terms.extend(scores.map(|score| (rank(score), -1)));
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::super::Pair;
    use super::*;

    #[test]
    fn every_changed_number_is_found_out() {
        let pair = |mentee, mentor, score| Pair { mentee, mentor, score };
        let pairs = vec![pair(0, 0, 10), pair(0, 1, 5), pair(1, 0, 5), pair(1, 1, 1)];
        let question = Question::new(3, vec![1, 1], pairs).expect("a sound question");
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        for (rank, amount) in [(0, 1), (0, -1), (1, 1), (2, -1), (3, 1), (9, 1)] {
            for at in 0..3 {
                let mut changed = fair.clone();
                let value = &mut changed.proof.gains[at];
                *value = Lex::of(&[value.terms(), &[(rank, amount)]].concat());
                assert!(verify_fair(&question, Fairness::BeforeTotal, &changed).is_err(), "gain {at}, rank {rank}");
            }
            for at in 0..2 {
                let mut changed = fair.clone();
                let value = &mut changed.proof.prices[at];
                *value = Lex::of(&[value.terms(), &[(rank, amount)]].concat());
                assert!(verify_fair(&question, Fairness::BeforeTotal, &changed).is_err(), "price {at}, rank {rank}");
            }
        }
        let best = FairPlan { plan: super::super::propose(&question), ..fair.clone() };
        assert_ne!(best.plan.score(), fair.plan.score());
        assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &best), Err(Flaw::Gap));
        assert!(verify_fair(&question.minimum(6), Fairness::BeforeTotal, &fair).is_err());
    }
}
