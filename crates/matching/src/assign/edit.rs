//! Edits: the same question with one thing changed, for [`super::resume`].

use super::ends::ends;
use super::question::MOST_PEOPLE;
use super::{First, Pair, Question, Refusal};
use crate::scale::Scale;

impl Question {
    /// Allows a pair, or gives an allowed pair another score.
    ///
    /// Errors: somebody unknown, too many pairs, or a score too large to be added up safely. Cost: O(m) at worst.
    ///
    /// ```
    /// use matching::assign::{Pair, Question};
    ///
    /// let question = Question::new(1, vec![1], vec![])?;
    /// let question = question.allow(Pair { mentee: 0, mentor: 0, score: 30 })?;
    /// let question = question.allow(Pair { mentee: 0, mentor: 0, score: 45 })?;
    /// assert_eq!(question.score_of(0, 0), Some(45));
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn allow(mut self, pair: Pair) -> Result<Question, Refusal> {
        let Pair { mentee, mentor, score } = pair;
        if mentor as usize >= self.mentors() {
            return Err(Refusal::UnknownMentor { mentor });
        }
        if mentee as usize >= self.mentees() {
            return Err(Refusal::UnknownMentee { mentee });
        }
        let range = self.range_of(mentee);
        match self.row(mentee).0.binary_search(&mentor) {
            Ok(at) => self.scores[range.start + at] = score,
            Err(at) => {
                self.lists().insert(range.start + at, mentor);
                self.scores.insert(range.start + at, score);
                self.starts[mentee as usize + 1..].iter_mut().for_each(|start| *start += 1);
            }
        }
        self.checked()
    }

    /// Forbids a pair. Forbidding one that is not allowed changes nothing.
    ///
    /// Errors: somebody unknown, or the two are locked together: [`Question::unlock`] them first. Cost: O(m) at worst.
    ///
    /// ```
    /// use matching::assign::{Pair, Question, Refusal};
    ///
    /// let question = Question::new(1, vec![1], vec![Pair { mentee: 0, mentor: 0, score: 30 }])?;
    /// assert_eq!(question.clone().forbid(0, 0)?.score_of(0, 0), None);
    /// let locked = question.lock(0, 0)?;
    /// assert_eq!(locked.forbid(0, 0).err(), Some(Refusal::LockedNotAllowed { mentee: 0, mentor: 0 }));
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn forbid(mut self, mentee: u32, mentor: u32) -> Result<Question, Refusal> {
        if mentor as usize >= self.mentors() {
            return Err(Refusal::UnknownMentor { mentor });
        }
        if mentee as usize >= self.mentees() {
            return Err(Refusal::UnknownMentee { mentee });
        }
        if self.locked(mentee) == Some(mentor) {
            return Err(Refusal::LockedNotAllowed { mentee, mentor });
        }
        let range = self.range_of(mentee);
        if let Ok(at) = self.row(mentee).0.binary_search(&mentor) {
            self.lists().remove(range.start + at);
            self.scores.remove(range.start + at);
            self.starts[mentee as usize + 1..].iter_mut().for_each(|start| *start -= 1);
        }
        self.checked()
    }

    /// Lets go of a mentee's lock, if she has one.
    #[must_use]
    pub fn unlock(mut self, mentee: u32) -> Question {
        if let Some(mentor) = self.locked(mentee) {
            self.locks[mentee as usize] = None;
            self.promised[mentor as usize] -= 1;
        }
        self
    }

    /// Gives a mentor another number of places; none for somebody who goes.
    ///
    /// Errors: a mentor unknown, or with more mentees locked to than places.
    ///
    /// ```
    /// use matching::assign::{Pair, Question, propose, resume};
    ///
    /// let pair = |mentee, score| Pair { mentee, mentor: 0, score };
    /// let question = Question::new(2, vec![1], vec![pair(0, 50), pair(1, 70)])?;
    /// let plan = propose(&question);
    /// let question = question.places(0, 2)?;
    /// assert_eq!((plan.score(), resume(&question, &plan).score()), (70, 120));
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn places(mut self, mentor: u32, places: u32) -> Result<Question, Refusal> {
        let promised = *self.promised.get(mentor as usize).ok_or(Refusal::UnknownMentor { mentor })?;
        if promised > places {
            return Err(Refusal::LockedOverCapacity { mentor });
        }
        self.capacities[mentor as usize] = places;
        self.checked()
    }

    /// Adds a mentee with these mentors and scores; her number is the number of mentees so far.
    ///
    /// Errors: as [`Question::new`].
    ///
    /// ```
    /// use matching::assign::{Question, propose};
    ///
    /// let question = Question::new(0, vec![1], vec![])?.add_mentee(&[(0, 40)])?;
    /// assert_eq!(propose(&question).mentor_of(0), Some(0));
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn add_mentee(mut self, options: &[(u32, i64)]) -> Result<Question, Refusal> {
        if self.mentees() >= MOST_PEOPLE {
            return Err(Refusal::TooMany);
        }
        let mentee = self.mentees() as u32;
        let mut options = options.to_vec();
        options.sort_unstable();
        for (at, &(mentor, score)) in options.iter().enumerate() {
            if mentor as usize >= self.mentors() {
                return Err(Refusal::UnknownMentor { mentor });
            }
            if at > 0 && options[at - 1].0 == mentor {
                return Err(Refusal::PairTwice { mentee, mentor });
            }
            self.lists().push(mentor);
            self.scores.push(score);
        }
        self.locks.push(None);
        self.starts.push(self.scores.len());
        self.checked()
    }

    /// Adds a mentor with these places, mentees and scores; the number is the number of mentors so far.
    ///
    /// Errors: as [`Question::new`].
    ///
    /// ```
    /// use matching::assign::{Question, propose};
    ///
    /// let question = Question::new(2, vec![], vec![])?.add_mentor(1, &[(1, 40), (0, 35)])?;
    /// assert_eq!(propose(&question).left_out().collect::<Vec<_>>(), [0]);
    /// # Ok::<(), matching::assign::Refusal>(())
    /// ```
    pub fn add_mentor(mut self, places: u32, options: &[(u32, i64)]) -> Result<Question, Refusal> {
        if self.mentors() >= MOST_PEOPLE {
            return Err(Refusal::TooMany);
        }
        let mentor = self.mentors() as u32;
        let mut options = options.to_vec();
        options.sort_unstable();
        if let Some(&(mentee, _)) = options.iter().find(|option| option.0 as usize >= self.mentees()) {
            return Err(Refusal::UnknownMentee { mentee });
        }
        if let Some(two) = options.windows(2).find(|two| two[0].0 == two[1].0) {
            return Err(Refusal::PairTwice { mentee: two[0].0, mentor });
        }
        let old = self.clone();
        let mut mentors = Vec::new();
        (self.scores, self.starts) = (Vec::new(), vec![0]);
        let mut new = options.into_iter().peekable();
        for mentee in 0..old.mentees() as u32 {
            // The new mentor has the largest number, so the pair comes last.
            let last = new.next_if(|option| option.0 == mentee).map(|(_, score)| (mentor, score));
            for (mentor, score) in old.options_of(mentee).chain(last) {
                mentors.push(mentor);
                self.scores.push(score);
            }
            self.starts.push(self.scores.len());
        }
        self.mentors = mentors;
        self.capacities.push(places);
        self.promised.push(0);
        self.checked()
    }

    /// The question itself, if its weights can still be added up safely.
    pub(super) fn checked(mut self) -> Result<Question, Refusal> {
        if self.pairs() > u32::MAX as usize {
            return Err(Refusal::TooMany);
        }
        self.ends = ends(&self.scores);
        self.largest = self.ends.0.unsigned_abs().max(self.ends.1.unsigned_abs());
        for first in [First::Count, First::Total] {
            Scale::new(first, self.most_pairs(), self.largest).ok_or(Refusal::TooLarge)?;
        }
        Ok(self)
    }
}
