//! The people: what was asked, what each of them answered, and what is fixed.

use super::super::proof::Asked;
use super::super::question::MOST_PEOPLE;
use super::super::{First, Pair, Question, Refusal};
use super::score::{Columns, MOST_POINTS};
use crate::scale::Scale;

/// One thing that makes a good pair, and what it is worth in points.
///
/// Points are whole numbers and may be negative. Somebody who did not answer gets no points for the criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Criterion {
    /// Both gave the same word.
    Same {
        /// Points if so.
        points: i32,
    },
    /// They gave different words.
    Different {
        /// Points if so.
        points: i32,
    },
    /// Entries that stand in both lists.
    Shared {
        /// Points for each.
        each: i32,
        /// How many count at most.
        most: u32,
    },
    /// How much of the mentee's list the mentor has: all of it gives all points, half of it half, rounded down.
    Share {
        /// Points for all of it.
        points: i32,
    },
    /// The mentor's number less the mentee's: each band it falls into gives its points.
    Steps {
        /// The bands; they may overlap.
        bands: Vec<Band>,
    },
    /// Two with the same word are never a pair.
    Apart,
}

/// Points for a difference of `from` to `to`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The least difference.
    pub from: i32,
    /// The largest difference.
    pub to: i32,
    /// Points in between.
    pub points: i32,
}

/// What one person answered to one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing.
    None,
    /// A word, by a number of the caller's; for `Same`, `Different` and `Apart`.
    Word(u32),
    /// A list of entries, by numbers of the caller's, in any order; for `Shared` and `Share`.
    List(Vec<u32>),
    /// A number; for `Steps`.
    Number(i32),
}

/// People with their answers, the criteria they are scored by, and what is fixed: the question, without its pairs.
///
/// Every pair is allowed that no [`Criterion::Apart`], minimum or [`Profiles::forbid`] rules out.
#[derive(Debug, Clone)]
pub struct Profiles {
    pub(super) criteria: Vec<Criterion>,
    pub(super) columns: Vec<Columns>,
    pub(super) capacities: Vec<u32>,
    pub(super) locks: Vec<Option<u32>>,
    promised: Vec<u32>,
    /// Mentors each mentee may not have, ascending.
    forbidden: Vec<Vec<u32>>,
    pub(super) first: First,
    pub(super) minimum: i64,
    pub(super) largest: u64,
}

impl Profiles {
    /// Describes mentees and mentors, each by one answer for each criterion, and the mentors' places.
    ///
    /// Errors: somebody with an answer missing or of the wrong kind ([`Refusal::AnswerDoesNotFit`]; [`Answer::None`]
    /// fits everywhere), a number beyond 2²⁸, points that add up to more than 2²⁹, or too many people.
    /// Cost: O(n · criteria).
    pub fn new(
        criteria: Vec<Criterion>,
        mentees: &[Vec<Answer>],
        mentors: &[Vec<Answer>],
        capacities: Vec<u32>,
    ) -> Result<Profiles, Refusal> {
        if mentees.len() > MOST_PEOPLE || mentors.len() > MOST_PEOPLE || mentors.len() != capacities.len() {
            return Err(Refusal::TooMany);
        }
        let most: u64 = criteria.iter().map(most_points).fold(0, u64::saturating_add);
        if most > MOST_POINTS {
            return Err(Refusal::TooLarge);
        }
        for person in mentees.iter().chain(mentors) {
            if person.len() != criteria.len() {
                return Err(Refusal::AnswerDoesNotFit { criterion: person.len().min(criteria.len()) });
            }
        }
        let mut columns = Vec::with_capacity(criteria.len());
        for (at, criterion) in criteria.iter().enumerate() {
            let compiled = Columns::new(criterion, mentees, mentors, at);
            columns.push(compiled.ok_or(Refusal::AnswerDoesNotFit { criterion: at })?);
        }
        let people = Profiles {
            criteria,
            columns,
            locks: vec![None; mentees.len()],
            promised: vec![0; capacities.len()],
            forbidden: vec![Vec::new(); mentees.len()],
            capacities,
            first: First::Count,
            minimum: i64::MIN,
            largest: most,
        };
        for first in [First::Count, First::Total] {
            Scale::new(first, people.most_pairs(), most).ok_or(Refusal::TooLarge)?;
        }
        Ok(people)
    }

    /// Says what comes first; see [`Question::first`].
    #[must_use]
    pub fn first(mut self, first: First) -> Profiles {
        self.first = first;
        self
    }

    /// Forbids every pair scoring less than `score`, unless locked; see [`Question::minimum`].
    #[must_use]
    pub fn minimum(mut self, score: i64) -> Profiles {
        self.minimum = score;
        self
    }

    /// Forbids a pair.
    ///
    /// Errors: somebody unknown, or the two are locked together.
    pub fn forbid(mut self, mentee: u32, mentor: u32) -> Result<Profiles, Refusal> {
        self.known(mentee, mentor)?;
        if self.locked(mentee) == Some(mentor) {
            return Err(Refusal::LockedNotAllowed { mentee, mentor });
        }
        let list = &mut self.forbidden[mentee as usize];
        if let Err(at) = list.binary_search(&mentor) {
            list.insert(at, mentor);
        }
        Ok(self)
    }

    /// Fixes a pair; see [`Question::lock`].
    ///
    /// Errors: somebody unknown, a pair that is not allowed, a mentee locked elsewhere, or a mentor without a place left.
    pub fn lock(mut self, mentee: u32, mentor: u32) -> Result<Profiles, Refusal> {
        self.known(mentee, mentor)?;
        match self.locked(mentee) {
            Some(locked) if locked == mentor => return Ok(self),
            Some(_) => return Err(Refusal::MenteeLockedTwice { mentee }),
            None => {}
        }
        if self.points(mentee, mentor).is_none() {
            return Err(Refusal::LockedNotAllowed { mentee, mentor });
        }
        if self.room_of(mentor) == 0 {
            return Err(Refusal::LockedOverCapacity { mentor });
        }
        self.promised[mentor as usize] += 1;
        self.locks[mentee as usize] = Some(mentor);
        Ok(self)
    }

    /// Gives a mentor another number of places; see [`Question::places`].
    ///
    /// Errors: a mentor unknown, or with more mentees locked to than places.
    pub fn places(mut self, mentor: u32, places: u32) -> Result<Profiles, Refusal> {
        let promised = *self.promised.get(mentor as usize).ok_or(Refusal::UnknownMentor { mentor })?;
        if promised > places {
            return Err(Refusal::LockedOverCapacity { mentor });
        }
        self.capacities[mentor as usize] = places;
        Scale::new(First::Count, self.most_pairs(), self.largest).ok_or(Refusal::TooLarge)?;
        Scale::new(First::Total, self.most_pairs(), self.largest).ok_or(Refusal::TooLarge)?;
        Ok(self)
    }

    /// How many mentees there are.
    #[must_use]
    pub fn mentees(&self) -> usize {
        self.locks.len()
    }

    /// How many mentors there are.
    #[must_use]
    pub fn mentors(&self) -> usize {
        self.capacities.len()
    }

    /// Why this score: the points of each criterion, in the criteria's order. `None` if the two are never a pair or unknown.
    #[must_use]
    pub fn terms(&self, mentee: u32, mentor: u32) -> Option<Vec<i64>> {
        self.known(mentee, mentor).ok()?;
        if self.forbidden[mentee as usize].binary_search(&mentor).is_ok() {
            return None;
        }
        let all = self.criteria.iter().zip(&self.columns);
        all.map(|(criterion, columns)| columns.points(criterion, mentee as usize, mentor as usize).map(i64::from))
            .collect()
    }

    /// The score of the two, or `None` if they are never a pair or unknown. The minimum is not looked at.
    #[must_use]
    pub fn score_of(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.points(mentee, mentor).map(i64::from)
    }

    /// The mentor this mentee is locked to.
    #[must_use]
    pub fn locked(&self, mentee: u32) -> Option<u32> {
        self.locks.get(mentee as usize).copied().flatten()
    }

    /// The same question with every allowed pair written down, for a scheme small enough: all of this module's
    /// reasons can then be asked for.
    ///
    /// Errors: as [`Question::new`]. Cost: O(n · m) time and memory.
    pub fn question(&self) -> Result<Question, Refusal> {
        let mentors = || 0..self.mentors() as u32;
        let row = |mentee| {
            let pair = move |mentor| Some(Pair { mentee, mentor, score: self.score_of(mentee, mentor)? });
            mentors().filter_map(pair)
        };
        let pairs = (0..self.mentees() as u32).flat_map(row).collect();
        let mut question = Question::new(self.mentees(), self.capacities.clone(), pairs)?;
        for (mentee, lock) in self.locks.iter().enumerate() {
            if let Some(mentor) = *lock {
                question = question.lock(mentee as u32, mentor)?;
            }
        }
        // One scale for both, so that a plan's proof holds for either.
        question.largest = self.largest;
        Ok(question.first(self.first).minimum(self.minimum))
    }

    pub(super) fn points(&self, mentee: u32, mentor: u32) -> Option<i32> {
        self.known(mentee, mentor).ok()?;
        if self.forbidden[mentee as usize].binary_search(&mentor).is_ok() {
            return None;
        }
        let mut sum = 0;
        for (criterion, columns) in self.criteria.iter().zip(&self.columns) {
            sum += columns.points(criterion, mentee as usize, mentor as usize)?;
        }
        Some(sum)
    }

    pub(super) fn forbidden_for(&self, mentee: u32) -> &[u32] {
        &self.forbidden[mentee as usize]
    }

    pub(super) fn room_of(&self, mentor: u32) -> u32 {
        self.capacities[mentor as usize] - self.promised[mentor as usize]
    }

    /// How scores become weights.
    pub(super) fn scale(&self) -> Scale {
        // `new` and `places` refused everything without a scale.
        Scale::new(self.first, self.most_pairs(), self.largest).unwrap_or(Scale::least(self.first))
    }

    fn most_pairs(&self) -> u64 {
        let places: u64 = self.capacities.iter().map(|&capacity| u64::from(capacity)).sum();
        places.min(self.locks.len() as u64)
    }

    fn known(&self, mentee: u32, mentor: u32) -> Result<(), Refusal> {
        if mentee as usize >= self.mentees() {
            return Err(Refusal::UnknownMentee { mentee });
        }
        if mentor as usize >= self.mentors() {
            return Err(Refusal::UnknownMentor { mentor });
        }
        Ok(())
    }
}

impl Asked for Profiles {
    fn mentees(&self) -> usize {
        self.mentees()
    }
    fn mentors(&self) -> usize {
        self.mentors()
    }
    fn capacity_of(&self, mentor: u32) -> u32 {
        self.capacities.get(mentor as usize).copied().unwrap_or(0)
    }
    fn room_of(&self, mentor: u32) -> u32 {
        self.room_of(mentor)
    }
    fn locked(&self, mentee: u32) -> Option<u32> {
        self.locked(mentee)
    }
    fn least(&self) -> i64 {
        self.minimum
    }
    fn scale(&self) -> Scale {
        self.scale()
    }
    fn score_of(&self, mentee: u32, mentor: u32) -> Option<i64> {
        self.score_of(mentee, mentor)
    }
    fn options_of(&self, mentee: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        (0..self.mentors() as u32).filter_map(move |mentor| Some((mentor, self.score_of(mentee, mentor)?)))
    }
}

/// The most points a criterion can give or take.
fn most_points(criterion: &Criterion) -> u64 {
    let size = |points: i32| u64::from(points.unsigned_abs());
    match criterion {
        Criterion::Same { points } | Criterion::Different { points } | Criterion::Share { points } => size(*points),
        Criterion::Shared { each, most } => size(*each).saturating_mul(u64::from(*most)),
        Criterion::Steps { bands } => bands.iter().map(|band| size(band.points)).fold(0, u64::saturating_add),
        Criterion::Apart => 0,
    }
}
