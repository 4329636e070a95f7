//! The question: how different people are, how large the groups shall be, and which rules hold.

use std::collections::BTreeSet;
use std::fmt;

use super::Distances;

/// The farthest a swap may change the sum: leaves room in 32 bits for chance and for who is alone.
const LARGEST_CHANGE: i64 = 1 << 27;

/// Who shall be grouped, into groups of which sizes, under which rules. In what order rules are given does not matter.
///
/// ```
/// use matching::group::{Distances, Question, Search, propose};
///
/// // Four people, each one step from the next. The first and the last must not meet.
/// let steps = [0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0];
/// let question = Question::evenly(Distances::whole(4, &steps)?, 2)?.apart(0, 3)?;
/// let plan = propose(&question, &Search::steps(1000), &|| false)?;
/// assert_eq!(plan.groups(), [vec![0, 2], vec![1, 3]]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    pub(super) distances: Distances,
    pub(super) sizes: Vec<u32>,
    /// Pairs, lower number first.
    pub(super) together: BTreeSet<(u32, u32)>,
    /// Pairs, lower number first.
    pub(super) apart: BTreeSet<(u32, u32)>,
    pub(super) focus: Option<Vec<u32>>,
    /// Answers nobody shall be alone with.
    pub(super) company: BTreeSet<Vec<Option<u32>>>,
}

/// Why a question is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The distances are not one for every two people in each order.
    NotSquare {
        /// How many were given.
        cells: usize,
        /// How many people there are.
        people: usize,
    },
    /// A distance is infinite or not a number.
    NotANumber {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// A distance is below 0.
    Negative {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// Two people are not equally far from each other.
    Lopsided {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// Somebody is at a distance from herself.
    FarFromSelf {
        /// Who.
        person: u32,
    },
    /// More than 9 decimals.
    TooManyDecimals,
    /// There is not one answer for each person.
    WrongLength {
        /// How many answers were given.
        answers: usize,
        /// How many people there are.
        people: usize,
    },
    /// The groups do not hold exactly the people there are.
    SizesDoNotFit {
        /// The sum of the sizes.
        places: u64,
        /// How many people there are.
        people: usize,
    },
    /// A group for nobody.
    EmptyGroup,
    /// A rule names a person the question does not have.
    UnknownPerson {
        /// The number that was named.
        person: u32,
    },
    /// A rule names the same person twice.
    WithSelf {
        /// Who.
        person: u32,
    },
    /// There is a rule about focus already.
    FocusTwice,
    /// More people than one question may have.
    TooMany,
    /// Distances are too large to be added up safely.
    TooLarge,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotSquare { cells, people } => {
                write!(f, "There are {cells} distances, not {people} times {people}.")
            }
            Refusal::NotANumber { first, second } => {
                write!(f, "The distance of {first} and {second} is not a number.")
            }
            Refusal::Negative { first, second } => write!(f, "The distance of {first} and {second} is below 0."),
            Refusal::Lopsided { first, second } => {
                write!(f, "Persons {first} and {second} are not equally far from each other.")
            }
            Refusal::FarFromSelf { person } => write!(f, "Person {person} is at a distance from herself."),
            Refusal::TooManyDecimals => write!(f, "Distances can have 9 decimals at most."),
            Refusal::WrongLength { answers, people } => {
                write!(f, "There are {answers} answers for {people} people.")
            }
            Refusal::SizesDoNotFit { places, people } => {
                write!(f, "The groups have {places} places for {people} people.")
            }
            Refusal::EmptyGroup => write!(f, "A group would have nobody in it."),
            Refusal::UnknownPerson { person } => write!(f, "There is no person {person}."),
            Refusal::WithSelf { person } => write!(f, "A rule joins or parts person {person} and herself."),
            Refusal::FocusTwice => write!(f, "Groups can share one focus, not two."),
            Refusal::TooMany => write!(f, "There are more people than one question can hold."),
            Refusal::TooLarge => write!(f, "The distances are too large to be added up safely."),
        }
    }
}

impl std::error::Error for Refusal {}

impl Question {
    /// Asks for groups of exactly these sizes.
    ///
    /// Errors: sizes that do not add up to the number of people, a group of 0, or distances so large that a swap
    /// could overflow: the farthest distance times the largest group must stay below some 2²⁶.
    ///
    /// ```
    /// use matching::group::{Distances, Question, Refusal};
    ///
    /// let two = Distances::whole(2, &[0, 1, 1, 0])?;
    /// assert_eq!(Question::new(two, vec![3]).err(), Some(Refusal::SizesDoNotFit { places: 3, people: 2 }));
    /// # Ok::<(), Refusal>(())
    /// ```
    pub fn new(distances: Distances, sizes: Vec<u32>) -> Result<Question, Refusal> {
        if sizes.contains(&0) {
            return Err(Refusal::EmptyGroup);
        }
        let people = distances.people();
        let places: u64 = sizes.iter().map(|&size| u64::from(size)).sum();
        if places != people as u64 {
            return Err(Refusal::SizesDoNotFit { places, people });
        }
        let largest = sizes.iter().max().map_or(0, |&size| i64::from(size));
        if (2 * largest + 2) * distances.farthest() > LARGEST_CHANGE {
            return Err(Refusal::TooLarge);
        }
        let (together, apart, company) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        Ok(Question { distances, sizes, together, apart, focus: None, company })
    }

    /// Asks for this many groups, whose sizes differ by one at most; larger groups come first.
    ///
    /// Errors: more groups than people, no group for somebody, or distances too large as in [`Question::new`].
    ///
    /// ```
    /// use matching::group::{Distances, Question};
    ///
    /// assert_eq!(Question::evenly(Distances::whole(5, &[0; 25])?, 2)?.sizes(), [3, 2]);
    /// # Ok::<(), matching::group::Refusal>(())
    /// ```
    pub fn evenly(distances: Distances, groups: usize) -> Result<Question, Refusal> {
        let people = distances.people();
        if groups > people {
            return Err(Refusal::EmptyGroup);
        }
        let size = |at| people / groups + usize::from(at < people % groups);
        Question::new(distances, (0..groups).map(|at| size(at) as u32).collect())
    }

    /// Keeps two people in one group, always. Saying it again changes nothing.
    ///
    /// Errors: somebody unknown, or the same person twice. Whether all rules can be kept is found by [`super::propose`].
    pub fn together(mut self, first: u32, second: u32) -> Result<Question, Refusal> {
        self.together.insert(self.two(first, second)?);
        Ok(self)
    }

    /// Keeps two people in different groups, always: they work together already, or one assesses the other.
    ///
    /// Errors: somebody unknown, or the same person twice.
    pub fn apart(mut self, first: u32, second: u32) -> Result<Question, Refusal> {
        self.apart.insert(self.two(first, second)?);
        Ok(self)
    }

    /// Makes everybody in a group share one focus, always: `focus` has one answer for each person.
    ///
    /// The people of each focus must fill whole groups. Which sizes go to which focus is tried out where there is a
    /// choice, once for every fresh start. For a focus that is only wished for, see [`super::Counts::Same`].
    ///
    /// Errors: not one answer for each person, or a second focus.
    ///
    /// ```
    /// use matching::group::{Distances, Question, Search, propose};
    ///
    /// let question = Question::evenly(Distances::whole(4, &[0; 16])?, 2)?.focus(vec![8, 9, 9, 8])?;
    /// let plan = propose(&question, &Search::steps(100), &|| false)?;
    /// assert_eq!(plan.groups(), [vec![0, 3], vec![1, 2]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn focus(mut self, focus: Vec<u32>) -> Result<Question, Refusal> {
        self.each(focus.len())?;
        if self.focus.is_some() {
            return Err(Refusal::FocusTwice);
        }
        self.focus = Some(focus);
        Ok(self)
    }

    /// Leaves nobody the only one in her group with her answer, where that can be had; `None` does not matter.
    ///
    /// This comes before the distances: as few as can be are alone, and among such groups the sum is made large. Who is
    /// alone nevertheless stands in [`super::Plan::alone`]. Several attributes add up.
    ///
    /// Errors: not one answer for each person.
    ///
    /// ```
    /// use matching::group::{Distances, Question, Search, propose};
    ///
    /// // The two who answered 1 stay together, though everybody else would be farther from them.
    /// let steps = [0, 1, 9, 9, 1, 0, 9, 9, 9, 9, 0, 1, 9, 9, 1, 0];
    /// let question = Question::evenly(Distances::whole(4, &steps)?, 2)?;
    /// let question = question.not_alone(vec![Some(1), Some(1), None, None])?;
    /// let plan = propose(&question, &Search::steps(1000), &|| false)?;
    /// assert_eq!((plan.groups(), plan.alone().len()), (&[vec![0, 1], vec![2, 3]][..], 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn not_alone(mut self, answers: Vec<Option<u32>>) -> Result<Question, Refusal> {
        self.each(answers.len())?;
        self.company.insert(answers);
        Ok(self)
    }

    /// How many people the question has.
    #[must_use]
    pub fn people(&self) -> usize {
        self.distances.people()
    }

    /// The sizes of the groups, in the order of [`super::Plan::groups`].
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// How different people are.
    #[must_use]
    pub fn distances(&self) -> &Distances {
        &self.distances
    }

    /// Whether the two may be in one group, as far as rules about the two alone say.
    pub(super) fn may_meet(&self, first: u32, second: u32) -> bool {
        let same = self.focus.as_ref().is_none_or(|focus| focus[first as usize] == focus[second as usize]);
        same && (self.apart.is_empty() || !self.apart.contains(&(first.min(second), first.max(second))))
    }

    fn two(&self, first: u32, second: u32) -> Result<(u32, u32), Refusal> {
        if let Some(person) = [first, second].into_iter().find(|&person| person as usize >= self.people()) {
            return Err(Refusal::UnknownPerson { person });
        }
        if first == second {
            return Err(Refusal::WithSelf { person: first });
        }
        Ok((first.min(second), first.max(second)))
    }

    fn each(&self, answers: usize) -> Result<(), Refusal> {
        let people = self.people();
        if answers == people { Ok(()) } else { Err(Refusal::WrongLength { answers, people }) }
    }
}
