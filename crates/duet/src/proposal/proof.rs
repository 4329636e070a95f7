//! The certificate of a plan: numbers with which anybody can see that no plan is better, without trusting how it was found.
//! Start at [`Certificate::check`], which knows nothing of the solver.
//!
//! Every mentee has a gain and every place a price. No two people who may be paired weigh more than her gain and his price
//! together, so no plan weighs more than all gains and places' prices together; and this plan weighs exactly that. A pair's
//! weight is `rate * score + bonus`, so that what comes first always outweighs the rest.
//!
//! When the worst-off come first, weights, gains and prices are amounts by rank ([`Ranked`]), and all else is the same.

pub(super) mod again;
pub mod page;
mod ranked;

use kit::{Error, Result};
use matching::assign;
use serde::{Deserialize, Serialize};

pub use ranked::Ranked;

use super::question::Asked;
use crate::round::rules::First;

/// What a certificate is called in its own file.
pub const FORMAT: &str = "duet-proof-1";

/// The most possible pairs that are kept with a plan.
pub const MOST_KEPT: usize = 250_000;
/// The most of whom a certificate is made anew when it is asked for, as long as what the plan was made of stands: 5,000 people.
pub const MOST_SHOWN: usize = 6_250_000;

/// A plan, the question it answers, and why no plan is better. People are numbers, in the order of `mentors` and `mentees`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate<P> {
    /// [`FORMAT`].
    pub format: String,
    /// SHA-256 of all that went into the plan.
    pub question_hash: String,
    /// What comes first.
    pub first: First,
    /// Who the mentors are.
    pub mentors: Vec<P>,
    /// Who the mentees are.
    pub mentees: Vec<P>,
    /// How many mentees each mentor takes.
    pub places: Vec<u32>,
    /// The score of a pair that could not fit better.
    pub full: i64,
    /// Weights are this many times the score …
    pub rate: i64,
    /// … and this.
    pub bonus: i64,
    /// The score of each mentee with each mentor; none where the two may not be paired.
    pub scores: Vec<Vec<Option<i64>>>,
    /// The mentor that a wish keeps each mentee with.
    pub kept: Vec<Option<u32>>,
    /// Each mentee's mentor.
    pub plan: Vec<Option<u32>>,
    /// What each mentee gains; nothing when the worst-off come first.
    pub gains: Vec<i64>,
    /// What one place with each mentor costs; likewise.
    pub prices: Vec<i64>,
    /// What each mentee gains, when the worst-off come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranked_gains: Vec<Ranked>,
    /// What one place with each mentor costs, when the worst-off come first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranked_prices: Vec<Ranked>,
}

/// What is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is of another kind, or its lists are of different lengths.
    Shape,
    /// Its weights do not put first what comes first.
    Weights,
    /// The plan pairs two who may not be paired, takes no heed of a wish, or gives a mentor more than their places.
    Plan,
    /// A gain or a price is negative, or of somebody who is kept with a mentor.
    Sign,
    /// A pair weighs more than her gain and his price: mentee, mentor.
    Undercut(usize, usize),
    /// The plan weighs less than all gains and prices.
    Gap,
}

/// What a certificate shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// How many mentees have a mentor.
    pub placed: usize,
    /// The sum of the scores.
    pub score: i128,
    /// How many possible pairs were looked at.
    pub pairs: usize,
}

impl<P> Certificate<P> {
    /// Checks it with nothing but sums: that the plan is one, and that none can be better.
    ///
    /// # Errors
    /// The first [`Flaw`] found.
    pub fn check(&self) -> Result<Shown, Flaw> {
        self.has_shape()?;
        let taken = self.taken()?;
        if self.is_ranked() {
            self.is_fairest(&taken)?;
        } else {
            self.weighs_what_comes_first()?;
            self.is_best(&taken)?;
        }
        let pairs = self.scores.iter().flatten().flatten().count();
        Ok(Shown { placed: self.planned().count(), score: self.planned().map(i128::from).sum(), pairs })
    }

    /// The scores of the plan's pairs.
    fn planned(&self) -> impl Iterator<Item = i64> {
        self.scores.iter().zip(&self.plan).filter_map(|(row, mentor)| row[(*mentor)? as usize])
    }

    /// Whether amounts are by rank.
    fn is_ranked(&self) -> bool {
        self.first == First::WorstOff
    }

    /// Every two that may be paired, with their score: mentee, mentor.
    fn twos(&self) -> impl Iterator<Item = (usize, usize, i64)> {
        self.scores.iter().enumerate().flat_map(|(mentee, row)| {
            row.iter().enumerate().filter_map(move |(mentor, score)| Some((mentee, mentor, (*score)?)))
        })
    }

    fn is_planned(&self, mentee: usize, mentor: usize) -> bool {
        self.plan[mentee] == Some(mentor as u32)
    }

    fn is_best(&self, taken: &[u32]) -> Result<(), Flaw> {
        let weight = |score: i64| i128::from(self.rate) * i128::from(score) + i128::from(self.bonus);
        let kept = |mentee: usize| self.kept[mentee].is_some();
        let is_wrong = |(mentee, gain): (usize, &i64)| *gain < 0 || (kept(mentee) && *gain != 0);
        if self.gains.iter().enumerate().any(is_wrong) || self.prices.iter().any(|price| *price < 0) {
            return Err(Flaw::Sign);
        }
        let mut worth = 0;
        for (mentee, mentor, score) in self.twos().filter(|two| !kept(two.0)) {
            if weight(score) > i128::from(self.gains[mentee]) + i128::from(self.prices[mentor]) {
                return Err(Flaw::Undercut(mentee, mentor));
            }
            worth += if self.is_planned(mentee, mentor) { weight(score) } else { 0 };
        }
        let free = self.places.iter().zip(taken).map(|(places, taken)| i128::from(places - taken));
        let prices: i128 = self.prices.iter().zip(free).map(|(price, free)| i128::from(*price) * free).sum();
        let gains: i128 = self.gains.iter().copied().map(i128::from).sum();
        if worth == gains + prices { Ok(()) } else { Err(Flaw::Gap) }
    }

    fn has_shape(&self) -> Result<(), Flaw> {
        let (mentors, mentees) = (self.mentors.len(), self.mentees.len());
        let (gains, prices) = match self.is_ranked() {
            true => (self.ranked_gains.len(), self.ranked_prices.len()),
            false => (self.gains.len(), self.prices.len()),
        };
        let by_mentee = [self.scores.len(), self.kept.len(), self.plan.len(), gains];
        let fine = self.format == FORMAT
            && by_mentee.iter().all(|count| *count == mentees)
            && [self.places.len(), prices].iter().all(|count| *count == mentors)
            && self.scores.iter().all(|row| row.len() == mentors);
        if fine { Ok(()) } else { Err(Flaw::Shape) }
    }

    /// Two plans' scores differ by at most twice the most pairs times the largest score, and their numbers by at most the
    /// most pairs.
    fn weighs_what_comes_first(&self) -> Result<(), Flaw> {
        let places: u64 = self.places.iter().map(|places| u64::from(*places)).sum();
        let most = i128::from(places.min(self.mentees.len() as u64));
        let largest = self.scores.iter().flatten().flatten().map(|score| score.unsigned_abs()).max().unwrap_or(0);
        let (rate, bonus) = (i128::from(self.rate), i128::from(self.bonus));
        // The numbers are anybody's: a product that is too large to be one is larger than any weight.
        let above = |weight: i128, parts: &[i128]| {
            parts.iter().try_fold(1_i128, |all, part| all.checked_mul(*part)).is_some_and(|all| weight > all)
        };
        let fine = match self.first {
            First::Count => rate >= 1 && above(bonus, &[2, most, rate, i128::from(largest)]),
            First::Total => bonus >= 1 && above(rate, &[most, bonus]),
            First::WorstOff => false,
        };
        if fine { Ok(()) } else { Err(Flaw::Weights) }
    }

    /// How many of each mentor's places are taken by who is kept with them, when the plan is one.
    fn taken(&self) -> Result<Vec<u32>, Flaw> {
        let (mut all, mut kept) = (vec![0u32; self.places.len()], vec![0u32; self.places.len()]);
        for (mentee, mentor) in self.plan.iter().enumerate() {
            if self.kept[mentee].is_some() && self.kept[mentee] != *mentor {
                return Err(Flaw::Plan);
            }
            let Some(mentor) = mentor.map(|mentor| mentor as usize) else { continue };
            if self.scores[mentee].get(mentor).copied().flatten().is_none() {
                return Err(Flaw::Plan);
            }
            all[mentor] += 1;
            kept[mentor] += u32::from(self.kept[mentee].is_some());
        }
        if all.iter().zip(&self.places).all(|(taken, places)| taken <= places) { Ok(kept) } else { Err(Flaw::Plan) }
    }

    /// A weight as so many people placed and so many points of 100 for a pair.
    #[must_use]
    pub fn told(&self, weight: i128) -> (i64, i64) {
        let nearest = |whole: i128, part: i128| (whole + part / 2).div_euclid(part.max(1));
        let (rate, bonus) = (i128::from(self.rate), i128::from(self.bonus));
        let (pairs, score) = if self.first == First::Total {
            let score = nearest(weight, rate);
            (weight - score * rate, score)
        } else {
            let pairs = nearest(weight, bonus);
            (pairs, (weight - pairs * bonus) / rate.max(1))
        };
        let points = if self.full == 0 { 100 * pairs } else { nearest(score * 100, i128::from(self.full)) };
        (i64::try_from(pairs).unwrap_or(i64::MAX), i64::try_from(points).unwrap_or(i64::MAX))
    }

    /// The score of so many pairs as points of 100 for a pair.
    #[must_use]
    pub fn points(&self, score: i128, pairs: usize) -> i64 {
        let full = i128::from(self.full);
        let points = if full <= 0 { 100 * pairs as i128 } else { (score * 100 + full / 2).div_euclid(full) };
        i64::try_from(points).unwrap_or(i64::MAX)
    }

    /// When the worst-off come first: the plan's pairs, as points of 100, from the lowest up.
    #[must_use]
    pub fn ranked(&self) -> Option<Vec<i64>> {
        self.is_ranked().then(|| {
            let mut points: Vec<i64> = self.planned().map(|score| self.points(score.into(), 1)).collect();
            points.sort_unstable();
            points
        })
    }

    /// The same certificate, with people named another way.
    #[must_use]
    pub fn named<Q>(self, mentors: Vec<Q>, mentees: Vec<Q>) -> Certificate<Q> {
        let Certificate {
            format,
            question_hash,
            first,
            places,
            full,
            rate,
            bonus,
            scores,
            kept,
            plan,
            gains,
            prices,
            ranked_gains,
            ranked_prices,
            ..
        } = self;
        Certificate {
            format,
            question_hash,
            first,
            mentors,
            mentees,
            places,
            full,
            rate,
            bonus,
            scores,
            kept,
            plan,
            gains,
            prices,
            ranked_gains,
            ranked_prices,
        }
    }
}

/// The certificate of a solved question, people by their numbers; none when there are more than `most` possible pairs.
///
/// # Errors
/// `Internal` when it does not hold.
pub(super) fn certify(
    asked: &Asked<'_>,
    (question, plan, fair): (&assign::Question, &assign::Plan, Option<&assign::FairProof>),
    first: First,
    full: i64,
    most: usize,
) -> Result<Option<Certificate<usize>>> {
    let (mentors, mentees) = (asked.mentors.len(), asked.mentees.len());
    if mentors.saturating_mul(mentees) > most {
        return Ok(None);
    }
    let mut scores = vec![vec![None; mentors]; mentees];
    for (mentee, row) in scores.iter_mut().enumerate() {
        for (mentor, score) in question.options_of(mentee as u32) {
            row[mentor as usize] = Some(score);
        }
    }
    let largest = scores.iter().flatten().flatten().map(|score: &i64| score.abs()).max().unwrap_or(0);
    let places: i64 = asked.mentors.iter().map(|mentor| i64::from(mentor.places)).sum();
    let pairs = places.min(mentees as i64) + 1;
    let (rate, bonus) = if first == First::Total { (pairs + 1, 1) } else { (1, 2 * pairs * largest + 1) };
    let certificate = Certificate {
        format: FORMAT.to_owned(),
        question_hash: String::new(),
        first,
        mentors: (0..mentors).collect(),
        mentees: (0..mentees).collect(),
        places: asked.mentors.iter().map(|mentor| mentor.places).collect(),
        full,
        rate,
        bonus,
        scores,
        kept: (0..mentees as u32).map(|mentee| question.locked(mentee)).collect(),
        plan: (0..mentees as u32).map(|mentee| plan.mentor_of(mentee)).collect(),
        gains: plan.proof().gains().to_vec(),
        prices: plan.proof().prices().to_vec(),
        ranked_gains: fair.map(|proof| proof.gains().map(<[_]>::to_vec).collect()).unwrap_or_default(),
        ranked_prices: fair.map(|proof| proof.prices().map(<[_]>::to_vec).collect()).unwrap_or_default(),
    };
    match certificate.check() {
        Ok(_) => Ok(Some(certificate)),
        Err(flaw) => Err(Error::internal(format!("the certificate does not hold: {flaw:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::question::{Candidate, Solved, Work, solve};
    use crate::round::rules::{Answers, Criterion, Rules, Weight};

    fn certificate(first: First) -> Certificate<usize> {
        let said = |heading: &str, words: &str| Answers::from([(heading.to_owned(), words.to_owned())]);
        let mentors = [said("offers", "a, b, c, d"), said("offers", "a"), said("offers", "c")];
        let mentees = [said("wants", "a, b"), said("wants", "a"), said("wants", "c, x"), said("wants", "d")];
        let one = |answers| Candidate { workplace: None, places: 1, answers };
        let mut asked = Asked {
            mentors: mentors.iter().map(one).collect(),
            mentees: mentees.iter().map(one).collect(),
            ..Asked::default()
        };
        asked.together.insert((2, 2));
        let overlap = Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(1) };
        let rules = Rules { first, criteria: vec![overlap], ..Rules::default() };
        let work = Work::new(&asked, &rules);
        let question = work.question().expect("a question").0;
        let Solved { plan, fair } = solve(&question, &rules).expect("a plan");
        let all = (&question, &plan, fair.as_ref());
        certify(&asked, all, first, work.scale.score_of(100), MOST_KEPT).expect("it holds").expect("a small one")
    }

    #[test]
    fn it_shows_the_plan_the_best() {
        for first in [First::Count, First::Total, First::WorstOff] {
            let shown = certificate(first).check().expect("it holds");
            assert_eq!((shown.placed, shown.pairs), (3, 12), "{first}");
            let written = serde_json::to_string(&certificate(first)).expect("a text");
            let read: Certificate<usize> = serde_json::from_str(&written).expect("a certificate");
            assert_eq!((read.check(), &read), (Ok(shown), &certificate(first)));
        }
    }

    #[test]
    fn every_changed_amount_at_a_rank_is_found_out() {
        let fine = certificate(First::WorstOff);
        let wrong = |change: &dyn Fn(&mut Certificate<usize>)| {
            let mut other = fine.clone();
            change(&mut other);
            assert!(other.check().is_err(), "{other:?}");
        };
        for (rank, amount) in [(0, 1), (0, -1), (1, 1), (1, -1), (3, 1), (9, -1)] {
            for at in 0..4 {
                wrong(&|one| one.ranked_gains[at].push((rank, amount)));
                if at < 2 {
                    wrong(&|one| one.ranked_prices[at].push((rank, amount)));
                }
            }
        }
        wrong(&|one| one.plan.swap(0, 1));
        wrong(&|one| one.plan[1] = None);
        wrong(&|one| one.scores[3][0] = Some(-1));
        wrong(&|one| one.first = First::Count);
        wrong(&|one| one.ranked_gains.clear());
        wrong(&|one| one.ranked_gains[0] = vec![(u32::MAX, i64::MAX); 3]);
    }

    #[test]
    fn every_changed_number_is_found_out() {
        for first in [First::Count, First::Total] {
            let fine = certificate(first);
            let wrong = |change: &dyn Fn(&mut Certificate<usize>)| {
                let mut other = fine.clone();
                change(&mut other);
                assert!(other.check().is_err(), "{other:?}");
            };
            for by in [1, -1] {
                for at in 0..4 {
                    wrong(&|one| one.gains[at] += by);
                    // The third mentor's place is kept for somebody, so its price is not counted.
                    if at < 2 {
                        wrong(&|one| one.prices[at] += by);
                    }
                }
            }
            wrong(&|one| one.plan.swap(0, 1));
            wrong(&|one| one.plan[0] = None);
            wrong(&|one| one.plan[2] = None);
            wrong(&|one| one.bonus = 0);
            wrong(&|one| one.rate = 0);
            wrong(&|one| one.places.pop().map(|_| ()).unwrap_or_default());
            wrong(&|one| one.format = "another".into());
            // Whatever numbers stand in a file, it is an answer.
            wrong(&|one| {
                (one.rate, one.bonus, one.scores[0][0]) = (i64::MAX, i64::MAX, Some(i64::MIN));
                one.places = vec![u32::MAX; 3];
            });
            wrong(&|one| one.scores[3][0] = one.scores[3][0].map(|score| score + 3000 * 1000));
        }
    }
}
