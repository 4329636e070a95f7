//! The question: who may go with whom, how well, how many places there are, and what is fixed already.

use std::fmt;

use super::{First, Pair};
use crate::scale::Scale;

/// The most mentees, and the most mentors, one question may have: about 16 million each.
pub(super) const MOST_PEOPLE: usize = 1 << 24;

/// Who may go with whom, how many places there are, what comes first and what is fixed.
///
/// ```
/// use matching::assign::{First, Pair, Question, propose};
///
/// let pairs = vec![
///     Pair { mentee: 0, mentor: 0, score: 70 },
///     Pair { mentee: 1, mentor: 0, score: 30 },
///     Pair { mentee: 2, mentor: 0, score: 50 },
/// ];
/// // One mentor with two places; mentee 1 has been promised one of them.
/// let question = Question::new(3, vec![2], pairs)?.first(First::Count).lock(1, 0)?;
/// let plan = propose(&question);
/// assert_eq!(plan.left_out().collect::<Vec<_>>(), [2]);
/// # Ok::<(), matching::assign::Refusal>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    pub(super) capacities: Vec<u32>,
    /// Where each mentee's pairs begin, and one end more.
    pub(super) starts: Vec<usize>,
    /// Each mentee's mentors, ascending; of a table only one list, which is everybody's.
    pub(super) mentors: Vec<u32>,
    pub(super) scores: Vec<i64>,
    pub(super) first: First,
    pub(super) minimum: i64,
    pub(super) locks: Vec<Option<u32>>,
    /// Locked mentees per mentor.
    pub(super) promised: Vec<u32>,
    /// The largest score in size, or larger: what the scale is made for.
    pub(super) largest: u64,
    /// The least score and the greatest; 0 of no pairs.
    pub(super) ends: (i64, i64),
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A pair or lock names a mentee the question does not have.
    UnknownMentee {
        /// The number that was named.
        mentee: u32,
    },
    /// A pair or lock names a mentor the question does not have.
    UnknownMentor {
        /// The number that was named.
        mentor: u32,
    },
    /// The same two people stand in the list of pairs twice.
    PairTwice {
        /// The mentee of the pair.
        mentee: u32,
        /// The mentor of the pair.
        mentor: u32,
    },
    /// A lock joins two people who are not an allowed pair.
    LockedNotAllowed {
        /// The mentee of the lock.
        mentee: u32,
        /// The mentor of the lock.
        mentor: u32,
    },
    /// More mentees are locked to a mentor than the mentor has places.
    LockedOverCapacity {
        /// The mentor with too few places.
        mentor: u32,
    },
    /// A mentee is locked to two mentors.
    MenteeLockedTwice {
        /// The mentee.
        mentee: u32,
    },
    /// Somebody's answer to a criterion is missing or of another kind; counted from 0.
    AnswerDoesNotFit {
        /// The criterion.
        criterion: usize,
    },
    /// A table has not as many scores as mentees times mentors.
    NotATable,
    /// More people or pairs than one question may have.
    TooMany,
    /// Scores are so large that their sum over a plan could overflow.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::UnknownMentee { mentee } => write!(f, "There is no mentee {mentee}."),
            Refusal::UnknownMentor { mentor } => write!(f, "There is no mentor {mentor}."),
            Refusal::PairTwice { mentee, mentor } => {
                write!(f, "The pair of mentee {mentee} and mentor {mentor} is given twice.")
            }
            Refusal::LockedNotAllowed { mentee, mentor } => {
                write!(f, "Mentee {mentee} is locked to mentor {mentor}, but the two are not an allowed pair.")
            }
            Refusal::LockedOverCapacity { mentor } => {
                write!(f, "More mentees are locked to mentor {mentor} than the mentor has places.")
            }
            Refusal::MenteeLockedTwice { mentee } => write!(f, "Mentee {mentee} is locked to two mentors."),
            Refusal::AnswerDoesNotFit { criterion } => {
                write!(f, "Somebody's answer to criterion {criterion} is missing, or not of the kind it asks for.")
            }
            Refusal::NotATable => write!(f, "A table needs one score for each mentee with each mentor."),
            Refusal::TooMany => write!(f, "There are more people or pairs than one question can hold."),
            Refusal::TooLarge => write!(f, "The scores are too large to be added up safely."),
        }
    }
}

impl std::error::Error for Refusal {}

impl Question {
    /// Asks for `mentees` mentees, numbered from 0, and as many mentors as `capacities` says places for.
    ///
    /// Each mentee takes at most one mentor, mentor `m` takes at most `capacities[m]` mentees, and only `pairs` may be
    /// made. Most placed comes first until [`Question::first`] says otherwise. The order of `pairs` does not matter.
    ///
    /// Errors: a pair with somebody unknown, the same two people twice, more than 2²⁴ people on a side or 2³² pairs,
    /// or scores so large that a plan's weight could overflow (with 10,000 people, beyond some 10¹³).
    ///
    /// Cost: O(n + m), and O(m log m) if the pairs are not in order of mentee and mentor.
    ///
    /// ```
    /// use matching::assign::{Pair, Question, Refusal};
    ///
    /// let twice = vec![Pair { mentee: 0, mentor: 0, score: 5 }; 2];
    /// assert_eq!(Question::new(1, vec![1], twice).err(), Some(Refusal::PairTwice { mentee: 0, mentor: 0 }));
    /// ```
    pub fn new(mentees: usize, capacities: Vec<u32>, pairs: Vec<Pair>) -> Result<Question, Refusal> {
        if mentees > MOST_PEOPLE || capacities.len() > MOST_PEOPLE || pairs.len() > u32::MAX as usize {
            return Err(Refusal::TooMany);
        }
        let pairs = in_order(mentees, capacities.len(), pairs)?;
        let mut starts = vec![0; mentees + 1];
        for pair in &pairs {
            starts[pair.mentee as usize + 1] += 1;
        }
        for mentee in 0..mentees {
            starts[mentee + 1] += starts[mentee];
        }
        let question = Question {
            starts,
            mentors: pairs.iter().map(|pair| pair.mentor).collect(),
            scores: pairs.iter().map(|pair| pair.score).collect(),
            largest: 0,
            ends: (0, 0),
            first: First::Count,
            minimum: i64::MIN,
            locks: vec![None; mentees],
            promised: vec![0; capacities.len()],
            capacities,
        };
        question.checked()
    }

    /// Asks about everybody with everybody: `scores` holds the mentors' scores for the first mentee, then for the next.
    ///
    /// The same question as [`Question::new`] makes of all these pairs, made in a fraction of the time.
    ///
    /// Errors: not as many scores as mentees times mentors, and those of [`Question::new`]. Cost: O(m).
    ///
    /// ```
    /// use matching::assign::{Question, Refusal, propose};
    ///
    /// let question = Question::table(2, vec![1, 1], vec![90, 60, 80, 20])?;
    /// let plan = propose(&question);
    /// assert_eq!((plan.mentor_of(0), plan.mentor_of(1), plan.score()), (Some(1), Some(0), 140));
    /// assert_eq!(Question::table(2, vec![1, 1], vec![90, 60, 80]).err(), Some(Refusal::NotATable));
    /// # Ok::<(), Refusal>(())
    /// ```
    pub fn table(mentees: usize, capacities: Vec<u32>, scores: Vec<i64>) -> Result<Question, Refusal> {
        if mentees > MOST_PEOPLE || capacities.len() > MOST_PEOPLE || scores.len() > u32::MAX as usize {
            return Err(Refusal::TooMany);
        }
        let width = capacities.len();
        if Some(scores.len()) != mentees.checked_mul(width) {
            return Err(Refusal::NotATable);
        }
        let question = Question {
            starts: (0..=mentees).map(|mentee| mentee * width).collect(),
            // The list of all, if there is anybody whose list it is: without mentees it would be taken for the first who comes.
            mentors: if mentees == 0 { Vec::new() } else { (0..width as u32).collect() },
            scores,
            largest: 0,
            ends: (0, 0),
            first: First::Count,
            minimum: i64::MIN,
            locks: vec![None; mentees],
            promised: vec![0; width],
            capacities,
        };
        question.checked()
    }

    /// Says what comes first.
    ///
    /// ```
    /// use matching::assign::{First, Pair, Question, propose};
    ///
    /// let question = Question::new(1, vec![1], vec![Pair { mentee: 0, mentor: 0, score: -5 }])?;
    /// assert_eq!(propose(&question.clone().first(First::Count)).placed(), 1);
    /// assert_eq!(propose(&question.first(First::Total)).placed(), 0);
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    #[must_use]
    pub fn first(mut self, first: First) -> Question {
        self.first = first;
        self
    }

    /// Forbids every pair scoring less than `score`. A lock stands nevertheless: somebody decided it.
    ///
    /// ```
    /// use matching::assign::{Pair, Question, propose};
    ///
    /// let question = Question::new(1, vec![1], vec![Pair { mentee: 0, mentor: 0, score: 30 }])?;
    /// assert_eq!(propose(&question.clone().minimum(30)).placed(), 1);
    /// assert_eq!(propose(&question.clone().minimum(31)).placed(), 0);
    /// assert_eq!(propose(&question.minimum(31).lock(0, 0)?).placed(), 1);
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    #[must_use]
    pub fn minimum(mut self, score: i64) -> Question {
        self.minimum = score;
        self
    }

    /// Fixes a pair: every plan contains it, and its place and score count. Locking the same pair again changes nothing.
    ///
    /// Errors: somebody unknown, a pair that is not allowed, a mentee locked elsewhere, or a mentor without a place left.
    ///
    /// ```
    /// use matching::assign::{Pair, Question, Refusal};
    ///
    /// let question = Question::new(1, vec![1, 1], vec![Pair { mentee: 0, mentor: 0, score: 30 }])?;
    /// assert_eq!(question.clone().lock(0, 0)?.locked(0), Some(0));
    /// assert_eq!(question.lock(0, 1).err(), Some(Refusal::LockedNotAllowed { mentee: 0, mentor: 1 }));
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn lock(mut self, mentee: u32, mentor: u32) -> Result<Question, Refusal> {
        let locked = *self.locks.get(mentee as usize).ok_or(Refusal::UnknownMentee { mentee })?;
        let capacity = *self.capacities.get(mentor as usize).ok_or(Refusal::UnknownMentor { mentor })?;
        if locked == Some(mentor) {
            return Ok(self);
        }
        if locked.is_some() {
            return Err(Refusal::MenteeLockedTwice { mentee });
        }
        if self.score_of(mentee, mentor).is_none() {
            return Err(Refusal::LockedNotAllowed { mentee, mentor });
        }
        if self.promised[mentor as usize] >= capacity {
            return Err(Refusal::LockedOverCapacity { mentor });
        }
        self.promised[mentor as usize] += 1;
        self.locks[mentee as usize] = Some(mentor);
        Ok(self)
    }

    /// How many mentees the question has.
    #[must_use]
    pub fn mentees(&self) -> usize {
        self.locks.len()
    }

    /// How many mentors the question has.
    #[must_use]
    pub fn mentors(&self) -> usize {
        self.capacities.len()
    }

    /// How many mentees this mentor can take, locked ones included; 0 for somebody unknown.
    #[must_use]
    pub fn capacity_of(&self, mentor: u32) -> u32 {
        self.capacities.get(mentor as usize).copied().unwrap_or(0)
    }

    /// The score of the two, or `None` if they are not in the list of pairs. The minimum is not looked at.
    ///
    /// Cost: O(log d), with d mentors in the mentee's list.
    #[must_use]
    pub fn score_of(&self, mentee: u32, mentor: u32) -> Option<i64> {
        let (mentors, scores) = self.row(mentee);
        scores.get(mentors.binary_search(&mentor).ok()?).copied()
    }

    /// The mentor this mentee is locked to.
    #[must_use]
    pub fn locked(&self, mentee: u32) -> Option<u32> {
        self.locks.get(mentee as usize).copied().flatten()
    }

    /// The mentors in this mentee's list with their scores, by number. The minimum is not looked at.
    pub fn options_of(&self, mentee: u32) -> impl Iterator<Item = (u32, i64)> + '_ {
        let (mentors, scores) = self.row(mentee);
        mentors.iter().copied().zip(scores.iter().copied())
    }

    /// The score below which no pair is made, unless locked.
    pub(super) fn least(&self) -> i64 {
        self.minimum
    }

    /// The places of this mentor that no lock takes.
    pub(super) fn room_of(&self, mentor: u32) -> u32 {
        self.capacity_of(mentor) - self.promised.get(mentor as usize).copied().unwrap_or(0)
    }

    /// How scores become weights in this question.
    pub(super) fn scale(&self) -> Scale {
        // `new` refused every question without a scale, and neither locks nor the minimum enlarge it.
        Scale::new(self.first, self.most_pairs(), self.largest).unwrap_or(Scale::least(self.first))
    }

    pub(super) fn range_of(&self, mentee: u32) -> std::ops::Range<usize> {
        let mentee = mentee as usize;
        if mentee < self.locks.len() { self.starts[mentee]..self.starts[mentee + 1] } else { 0..0 }
    }

    /// The mentors in this mentee's list, and beside them the scores.
    pub(super) fn row(&self, mentee: u32) -> (&[u32], &[i64]) {
        let range = self.range_of(mentee);
        let mentors = match self.is_table() {
            true if range.is_empty() => &[],
            true => &self.mentors[..],
            false => &self.mentors[range.clone()],
        };
        (mentors, &self.scores[range])
    }

    /// Everybody's own list of mentors, to be changed.
    pub(super) fn lists(&mut self) -> &mut Vec<u32> {
        if self.is_table() {
            self.mentors = self.mentors.repeat(self.scores.len() / self.mentors.len().max(1));
        }
        &mut self.mentors
    }

    fn is_table(&self) -> bool {
        self.mentors.len() < self.scores.len()
    }

    /// How many pairs the question lists.
    pub(super) fn pairs(&self) -> usize {
        self.scores.len()
    }

    pub(super) fn most_pairs(&self) -> u64 {
        let places: u64 = self.capacities.iter().map(|&capacity| u64::from(capacity)).sum();
        places.min(self.locks.len() as u64)
    }
}

/// The pairs by mentee and mentor, each of known people and none twice.
fn in_order(mentees: usize, mentors: usize, mut pairs: Vec<Pair>) -> Result<Vec<Pair>, Refusal> {
    for &Pair { mentee, mentor, .. } in &pairs {
        if mentee as usize >= mentees {
            return Err(Refusal::UnknownMentee { mentee });
        }
        if mentor as usize >= mentors {
            return Err(Refusal::UnknownMentor { mentor });
        }
    }
    let key = |pair: &Pair| u64::from(pair.mentee) << 32 | u64::from(pair.mentor);
    if !pairs.is_sorted_by_key(key) {
        pairs.sort_unstable_by_key(key);
    }
    match pairs.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
        Some(two) => Err(Refusal::PairTwice { mentee: two[0].mentee, mentor: two[0].mentor }),
        None => Ok(pairs),
    }
}
