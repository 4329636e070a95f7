//! The question: who may pair up with whom, how well they fit, and what is fixed already.

use std::fmt;

use super::{First, Pair};
use crate::scale::Scale;

/// The most people one question may have: about 16 million.
const MOST_PEOPLE: usize = 1 << 24;

/// The most pairs one question may have: about a thousand million.
const MOST_PAIRS: usize = 1 << 30;

/// Who may pair up with whom, what comes first and what is fixed.
///
/// ```
/// use matching::pair::{First, Pair, Question, propose};
///
/// let pair = |one, other, score| Pair { one, other, score };
/// let pairs = vec![pair(0, 1, 70), pair(1, 2, 50), pair(2, 3, 60)];
/// // Four in a row; the two in the middle have been promised each other.
/// let question = Question::new(4, pairs)?.first(First::Total).lock(2, 1)?;
/// let plan = propose(&question);
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [0, 3]);
/// # Ok::<(), matching::pair::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    /// Where each person's options begin, and one end more.
    starts: Vec<usize>,
    /// Each person's possible partners, ascending; every pair stands with both people.
    partners: Vec<u32>,
    scores: Vec<i64>,
    first: First,
    locks: Vec<Option<u32>>,
    largest: u64,
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A pair or lock names somebody the question does not have.
    UnknownPerson {
        /// The number that was named.
        person: u32,
    },
    /// A pair or lock joins somebody with themself.
    WithThemself {
        /// The person.
        person: u32,
    },
    /// The same two people stand in the list of pairs twice.
    PairTwice {
        /// The one with the smaller number.
        one: u32,
        /// The one with the larger number.
        other: u32,
    },
    /// A lock joins two people who are not an allowed pair.
    LockedNotAllowed {
        /// One of the two.
        one: u32,
        /// The other.
        other: u32,
    },
    /// Somebody is locked to two people.
    LockedTwice {
        /// The person.
        person: u32,
    },
    /// More people or pairs than one question may have.
    TooMany,
    /// Scores are so large that their sum over a plan could overflow.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::UnknownPerson { person } => write!(f, "There is no person {person}."),
            Refusal::WithThemself { person } => write!(f, "Person {person} cannot be paired with themself."),
            Refusal::PairTwice { one, other } => write!(f, "The pair of {one} and {other} is given twice."),
            Refusal::LockedNotAllowed { one, other } => {
                write!(f, "Persons {one} and {other} are locked together, but are not an allowed pair.")
            }
            Refusal::LockedTwice { person } => write!(f, "Person {person} is locked to two people."),
            Refusal::TooMany => write!(f, "There are more people or pairs than one question can hold."),
            Refusal::TooLarge => write!(f, "The scores are too large to be added up safely."),
        }
    }
}

impl std::error::Error for Refusal {}

impl Question {
    /// Asks for `people` people, numbered from 0, each in at most one pair, and only `pairs` may be made.
    ///
    /// Most pairs come first until [`Question::first`] says otherwise. Neither the order of `pairs` nor who stands
    /// first in one matters.
    ///
    /// Errors: a pair with somebody unknown or with the same person twice, the same two people twice, more than 2²⁴
    /// people or 2³⁰ pairs, or scores so large that a plan's weight could overflow (with 10,000 people, beyond some
    /// 10¹²).
    ///
    /// Cost: O(n + m), and O(m log m) if the pairs are not in order.
    ///
    /// ```
    /// use matching::pair::{Pair, Question, Refusal};
    ///
    /// let twice = vec![Pair { one: 0, other: 1, score: 5 }, Pair { one: 1, other: 0, score: 5 }];
    /// assert_eq!(Question::new(2, twice).err(), Some(Refusal::PairTwice { one: 0, other: 1 }));
    /// ```
    pub fn new(people: usize, pairs: Vec<Pair>) -> Result<Question, Refusal> {
        if people > MOST_PEOPLE || pairs.len() > MOST_PAIRS {
            return Err(Refusal::TooMany);
        }
        let pairs = in_order(people, pairs)?;
        let largest = pairs.iter().map(|pair| pair.score.unsigned_abs()).max().unwrap_or(0);
        for first in [First::Count, First::Total] {
            Scale::roomy(first, people as u64, largest).ok_or(Refusal::TooLarge)?;
        }
        let mut starts = vec![0; people + 1];
        for pair in &pairs {
            starts[pair.one as usize + 1] += 1;
            starts[pair.other as usize + 1] += 1;
        }
        for person in 0..people {
            starts[person + 1] += starts[person];
        }
        let (mut next, mut partners, mut scores) = (starts.clone(), vec![0; pairs.len() * 2], vec![0; pairs.len() * 2]);
        let mut enter = |person: u32, partner: u32, score: i64| {
            let at = &mut next[person as usize];
            (partners[*at], scores[*at]) = (partner, score);
            *at += 1;
        };
        // Sorted by the smaller number, everybody's smaller partners come before their larger ones.
        for pair in &pairs {
            enter(pair.other, pair.one, pair.score);
        }
        for pair in &pairs {
            enter(pair.one, pair.other, pair.score);
        }
        Ok(Question { starts, partners, scores, first: First::Count, locks: vec![None; people], largest })
    }

    /// Says what comes first.
    ///
    /// ```
    /// use matching::pair::{First, Pair, Question, propose};
    ///
    /// let question = Question::new(2, vec![Pair { one: 0, other: 1, score: -5 }])?;
    /// assert_eq!(propose(&question.clone().first(First::Count)).placed(), 1);
    /// assert_eq!(propose(&question.first(First::Total)).placed(), 0);
    /// # Ok::<(), matching::pair::Refusal>(())
    /// ```
    #[must_use]
    pub fn first(mut self, first: First) -> Question {
        self.first = first;
        self
    }

    /// Fixes a pair: every plan contains it, and its score counts. Locking the same pair again changes nothing.
    ///
    /// Errors: somebody unknown, a pair that is not allowed, or somebody locked elsewhere.
    ///
    /// ```
    /// use matching::pair::{Pair, Question, Refusal};
    ///
    /// let question = Question::new(3, vec![Pair { one: 0, other: 1, score: 30 }])?;
    /// assert_eq!(question.clone().lock(1, 0)?.locked(0), Some(1));
    /// assert_eq!(question.lock(0, 2).err(), Some(Refusal::LockedNotAllowed { one: 0, other: 2 }));
    /// # Ok::<(), matching::pair::Refusal>(())
    /// ```
    pub fn lock(mut self, one: u32, other: u32) -> Result<Question, Refusal> {
        if one == other {
            return Err(Refusal::WithThemself { person: one });
        }
        let lock_of = |person: u32| self.locks.get(person as usize).copied().ok_or(Refusal::UnknownPerson { person });
        let (ones, others) = (lock_of(one)?, lock_of(other)?);
        if ones == Some(other) {
            return Ok(self);
        }
        if ones.is_some() {
            return Err(Refusal::LockedTwice { person: one });
        }
        if others.is_some() {
            return Err(Refusal::LockedTwice { person: other });
        }
        if self.score_of(one, other).is_none() {
            return Err(Refusal::LockedNotAllowed { one, other });
        }
        self.locks[one as usize] = Some(other);
        self.locks[other as usize] = Some(one);
        Ok(self)
    }

    /// Takes a pair away: no plan contains it. Taking away what is not there changes nothing. Cost: O(n + m).
    ///
    /// Errors: the two are locked together, or somebody unknown.
    ///
    /// ```
    /// use matching::pair::{Pair, Question, propose};
    ///
    /// let question = Question::new(2, vec![Pair { one: 0, other: 1, score: 30 }])?;
    /// assert_eq!(propose(&question.forbid(1, 0)?).placed(), 0);
    /// # Ok::<(), matching::pair::Refusal>(())
    /// ```
    pub fn forbid(mut self, one: u32, other: u32) -> Result<Question, Refusal> {
        if let Some(person) = [one, other].into_iter().find(|&person| person as usize >= self.people()) {
            return Err(Refusal::UnknownPerson { person });
        }
        if self.locked(one) == Some(other) {
            return Err(Refusal::LockedNotAllowed { one, other });
        }
        for (person, partner) in [(one, other), (other, one)] {
            let range = self.range_of(person);
            if let Ok(at) = self.partners[range.clone()].binary_search(&partner) {
                self.partners.remove(range.start + at);
                self.scores.remove(range.start + at);
                self.starts[person as usize + 1..].iter_mut().for_each(|start| *start -= 1);
            }
        }
        Ok(self)
    }

    /// Allows a pair, or gives one another score. Cost: O(n + m).
    ///
    /// Errors: as in [`Question::new`].
    ///
    /// ```
    /// use matching::pair::{Question, propose};
    ///
    /// let question = Question::new(2, Vec::new())?.allow(1, 0, 30)?.allow(0, 1, 40)?;
    /// assert_eq!(propose(&question).score(), 40);
    /// # Ok::<(), matching::pair::Refusal>(())
    /// ```
    pub fn allow(mut self, one: u32, other: u32, score: i64) -> Result<Question, Refusal> {
        if let Some(person) = [one, other].into_iter().find(|&person| person as usize >= self.people()) {
            return Err(Refusal::UnknownPerson { person });
        }
        if one == other {
            return Err(Refusal::WithThemself { person: one });
        }
        if self.partners.len() / 2 >= MOST_PAIRS && self.score_of(one, other).is_none() {
            return Err(Refusal::TooMany);
        }
        let largest = self.largest.max(score.unsigned_abs());
        for first in [First::Count, First::Total] {
            Scale::roomy(first, self.people() as u64, largest).ok_or(Refusal::TooLarge)?;
        }
        self.largest = largest;
        for (person, partner) in [(one, other), (other, one)] {
            let range = self.range_of(person);
            match self.partners[range.clone()].binary_search(&partner) {
                Ok(at) => self.scores[range.start + at] = score,
                Err(at) => {
                    self.partners.insert(range.start + at, partner);
                    self.scores.insert(range.start + at, score);
                    self.starts[person as usize + 1..].iter_mut().for_each(|start| *start += 1);
                }
            }
        }
        Ok(self)
    }

    /// How many people the question has.
    #[must_use]
    pub fn people(&self) -> usize {
        self.locks.len()
    }

    /// The score of the two, or `None` if they are not an allowed pair. Cost: O(log d), with d options of the first.
    #[must_use]
    pub fn score_of(&self, one: u32, other: u32) -> Option<i64> {
        let range = self.range_of(one);
        let at = self.partners.get(range.clone())?.binary_search(&other).ok()?;
        self.scores.get(range.start + at).copied()
    }

    /// Whom this person is locked to.
    #[must_use]
    pub fn locked(&self, person: u32) -> Option<u32> {
        self.locks.get(person as usize).copied().flatten()
    }

    /// Whom this person may be paired with and the scores, by number. Locks are not looked at.
    pub fn options_of(&self, person: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        self.range_of(person).map(|at| (self.partners[at], self.scores[at]))
    }

    /// How many there are in everybody's lists together: two for each pair.
    pub(super) fn sides(&self) -> usize {
        self.partners.len()
    }

    /// Whether anybody is locked.
    pub(super) fn has_locks(&self) -> bool {
        self.locks.iter().any(Option::is_some)
    }

    /// What comes first.
    pub(super) fn order(&self) -> First {
        self.first
    }

    /// How scores become weights in this question.
    pub(super) fn scale(&self) -> Scale {
        // `new` refused every question without a scale, and locks do not enlarge it.
        Scale::roomy(self.first, self.people() as u64, self.largest).unwrap_or(Scale::least(self.first))
    }

    fn range_of(&self, person: u32) -> std::ops::Range<usize> {
        let person = person as usize;
        if person < self.locks.len() { self.starts[person]..self.starts[person + 1] } else { 0..0 }
    }
}

/// The pairs by smaller and larger number, each of two known people and none twice.
fn in_order(people: usize, mut pairs: Vec<Pair>) -> Result<Vec<Pair>, Refusal> {
    for pair in &mut pairs {
        for person in [pair.one, pair.other] {
            if person as usize >= people {
                return Err(Refusal::UnknownPerson { person });
            }
        }
        if pair.one == pair.other {
            return Err(Refusal::WithThemself { person: pair.one });
        }
        if pair.one > pair.other {
            (pair.one, pair.other) = (pair.other, pair.one);
        }
    }
    let key = |pair: &Pair| u64::from(pair.one) << 32 | u64::from(pair.other);
    if !pairs.is_sorted_by_key(key) {
        pairs.sort_unstable_by_key(key);
    }
    match pairs.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
        Some(two) => Err(Refusal::PairTwice { one: two[0].one, other: two[0].other }),
        None => Ok(pairs),
    }
}
