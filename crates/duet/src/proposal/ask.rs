//! Asking the plan: why these two, why not those, what would place somebody, what is nearly as good. Nothing is changed.
//! Start at [`Asking::of`].

pub mod page;
pub mod places;

use kit::{Error, Result};
use matching::assign::{self, Move, Plan, WhyNot};

use super::bar::Bar;
use super::question::{Asked, OutcomePair, Two, Work, solve};
use crate::round::rules::{self, Rules};

/// The most ways to place somebody that are told.
const MOST_WAYS: usize = 3;

/// A question with its plan, to be asked about.
pub struct Asking<'a> {
    work: Work<'a>,
    question: assign::Question,
    plan: Plan,
}

/// What is to be said about two people.
#[derive(Clone, Debug)]
pub struct About {
    /// How well they would fit, and what that is made of.
    pub pair: OutcomePair,
    /// How they stand to the plan.
    pub answer: Answer,
}

/// How two people stand to the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// They are a pair of it.
    Together,
    /// They may not be paired.
    Barred(Bar),
    /// A wish keeps the mentee with this mentor.
    KeptWith(usize),
    /// All the mentor's places are kept for others.
    NoPlaceLeft,
    /// They could be, at this price.
    Costs(Cost),
}

/// What another plan would cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// How many fewer mentees would be placed; less than 0 if more.
    pub fewer: i64,
    /// How many points worse all pairs together would fit; less than 0 if better.
    pub less: i64,
    /// Who would change: mentee, mentor now, mentor then.
    pub moves: Vec<(usize, Option<usize>, Option<usize>)>,
}

/// A mentor whose one more place would place somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The mentor.
    pub mentor: usize,
    /// The plan that comes of it.
    pub cost: Cost,
}

impl<'a> Asking<'a> {
    /// Solves the question.
    ///
    /// # Errors
    /// As [`super::question::propose`].
    pub fn of(asked: &'a Asked<'a>, rules: &'a Rules) -> Result<Asking<'a>> {
        let work = Work::new(asked, rules);
        let (question, _) = work.question()?;
        let plan = solve(&question, rules)?.plan;
        Ok(Asking { work, question, plan })
    }

    /// The plan's mentor for a mentee.
    #[must_use]
    pub fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.plan.mentor_of(mentee as u32).map(|mentor| mentor as usize)
    }

    /// What stands between two people, if anything, and how well they fit.
    #[must_use]
    pub fn fit(&self, two: Two) -> (Option<Bar>, u32) {
        let score = self.work.scale.score(two.0, two.1);
        (self.work.bar(two, score), self.work.scale.fit(score))
    }

    /// Why two people are together, or are not, and what it would cost to pair them.
    ///
    /// # Errors
    /// `Internal` when a plan's proof does not hold.
    pub fn about(&self, two: Two) -> Result<About> {
        let (mentor, mentee) = (two.0 as u32, two.1 as u32);
        let score = self.work.scale.score(two.0, two.1);
        let pair = self.work.pair(assign::Pair { mentee, mentor, score });
        let answer = match self.work.bar(two, score) {
            _ if self.plan.mentor_of(mentee) == Some(mentor) => Answer::Together,
            Some(bar) => Answer::Barred(bar),
            None => self.why_not(mentee, mentor)?,
        };
        Ok(About { pair, answer })
    }

    fn why_not(&self, mentee: u32, mentor: u32) -> Result<Answer> {
        if let Some(kept) = self.question.locked(mentee) {
            return Ok(Answer::KeptWith(kept as usize));
        }
        if self.is_fair() {
            let Ok(question) = self.question.clone().lock(mentee, mentor) else { return Ok(Answer::NoPlaceLeft) };
            return Ok(Answer::Costs(self.compared(&solve(&question, self.work.rules)?.plan)));
        }
        Ok(match assign::why_not(&self.question, &self.plan, mentee, mentor) {
            WhyNot::Costs(change) => Answer::Costs(self.compared(&change.plan)),
            WhyNot::Chosen => Answer::Together,
            WhyNot::Locked { mentor } => Answer::KeptWith(mentor as usize),
            WhyNot::NoPlace => Answer::NoPlaceLeft,
            WhyNot::NotAllowed | WhyNot::BelowMinimum { .. } => Answer::Barred(Bar::LowFit),
        })
    }

    /// Whose one more place would place a mentee whom the plan leaves out, the best first; none if nobody's would.
    ///
    /// # Errors
    /// `Internal` when a plan's proof does not hold.
    pub fn ways(&self, mentee: usize) -> Result<Vec<Way>> {
        let mentee = mentee as u32;
        if self.plan.mentor_of(mentee).is_some() {
            return Ok(Vec::new());
        }
        if !self.is_fair() {
            let ways = assign::one_more_place(&self.question, &self.plan, mentee).into_iter().take(MOST_WAYS);
            let told = |way: assign::Widening| Way {
                mentor: way.mentor as usize,
                cost: self.cost(way.placed, way.score, &way.moves),
            };
            return Ok(ways.map(told).collect());
        }
        let mut options: Vec<(u32, i64)> = self.question.options_of(mentee).collect();
        options.sort_by_key(|(mentor, score)| (std::cmp::Reverse(*score), *mentor));
        let mut ways = Vec::new();
        for (mentor, _) in options.into_iter().take(MOST_WAYS) {
            let places = self.question.capacity_of(mentor) + 1;
            let question = self.question.clone().places(mentor, places).map_err(Error::internal)?;
            let plan = solve(&question, self.work.rules)?.plan;
            if plan.mentor_of(mentee).is_some() {
                ways.push(Way { mentor: mentor as usize, cost: self.compared(&plan) });
            }
        }
        Ok(ways)
    }

    /// The best of all other plans; none when there is no other, or the worst-off come first (then nobody ranks plans by
    /// one number).
    #[must_use]
    pub fn next(&self) -> Option<Cost> {
        if self.is_fair() {
            return None;
        }
        let next = assign::next_best(&self.question, &self.plan)?;
        let (placed, score) = (self.plan.placed() as i64 - next.placed_fewer, self.plan.score() - next.score_less);
        Some(self.cost(usize::try_from(placed).unwrap_or(0), score, &next.moves))
    }

    /// Pairs who fit better than what either has in the plan: (mentor, mentee).
    #[must_use]
    pub fn would_rather(&self) -> Vec<Two> {
        let all = assign::unstable(&self.question, &self.plan);
        all.into_iter().map(|one| (one.mentor as usize, one.mentee as usize)).collect()
    }

    /// The question and the plan.
    #[must_use]
    pub fn solved(&self) -> (&assign::Question, &Plan) {
        (&self.question, &self.plan)
    }

    /// A score in points, of 100 for a pair that could not fit better.
    #[must_use]
    pub fn points(&self, score: i64) -> i64 {
        let points = i64::from(self.work.scale.fit(score.abs()));
        if score < 0 { -points } else { points }
    }

    fn is_fair(&self) -> bool {
        self.work.rules.first == rules::First::WorstOff
    }

    fn compared(&self, other: &Plan) -> Cost {
        let mentees = 0..self.question.mentees() as u32;
        let moves =
            mentees.map(|mentee| Move { mentee, from: self.plan.mentor_of(mentee), to: other.mentor_of(mentee) });
        let moves: Vec<Move> = moves.filter(|step| step.from != step.to).collect();
        self.cost(other.placed(), other.score(), &moves)
    }

    fn cost(&self, placed: usize, score: i64, moves: &[Move]) -> Cost {
        let number = |one: Option<u32>| one.map(|one| one as usize);
        Cost {
            fewer: self.plan.placed() as i64 - placed as i64,
            less: self.points(self.plan.score() - score),
            moves: moves.iter().map(|step| (step.mentee as usize, number(step.from), number(step.to))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposal::question::Candidate;
    use crate::round::rules::{Answers, Criterion, First, Weight};

    /// Three mentees and two mentors, one place each, in words of which more or fewer agree.
    fn with<T>(first: First, ask: impl FnOnce(Asking<'_>) -> T) -> T {
        let said = |heading: &str, words: &str| Answers::from([(heading.to_owned(), words.to_owned())]);
        let mentors = [said("offers", "a, b, c, d"), said("offers", "a")];
        let mentees = [said("wants", "a, b"), said("wants", "a"), said("wants", "c, x")];
        let one = |answers| Candidate { workplace: None, places: 1, answers };
        let asked = Asked {
            mentors: mentors.iter().map(one).collect(),
            mentees: mentees.iter().map(one).collect(),
            ..Asked::default()
        };
        let overlap = Criterion::Overlap { offers: "offers".into(), wants: "wants".into(), weight: Weight::of(1) };
        let rules = Rules { first, criteria: vec![overlap], ..Rules::default() };
        ask(Asking::of(&asked, &rules).expect("a plan"))
    }

    #[test]
    fn why_not_says_the_price_and_who_loses_whom() {
        with(First::Count, |asking| {
            assert_eq!((asking.mentor_of(0), asking.mentor_of(1), asking.mentor_of(2)), (Some(0), Some(1), None));
            assert_eq!(asking.about((0, 0)).unwrap().answer, Answer::Together);
            let Answer::Costs(cost) = asking.about((0, 2)).unwrap().answer else { panic!("they could be paired") };
            assert_eq!((cost.fewer, cost.less), (0, 50));
            assert_eq!(cost.moves, [(0, Some(0), None), (2, None, Some(0))]);
        });
    }

    #[test]
    fn one_more_place_is_a_way_by_either_aim() {
        for first in [First::Count, First::WorstOff] {
            with(first, |asking| {
                let ways = asking.ways(2).unwrap();
                assert_eq!((ways[0].mentor, ways[0].cost.fewer, ways[0].cost.less), (0, -1, -50), "{first}");
                assert!(asking.ways(0).unwrap().is_empty(), "she has a mentor");
            });
        }
    }

    #[test]
    fn the_next_best_plan_and_who_would_rather_are_known() {
        with(First::Count, |asking| {
            let next = asking.next().expect("another plan");
            assert_eq!((next.fewer, next.less), (0, 50));
            assert_eq!(asking.would_rather(), Vec::new());
        });
        with(First::WorstOff, |asking| assert_eq!(asking.next(), None));
    }
}
