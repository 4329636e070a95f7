//! The rules, gathered for the search, and the conflicts between them that can be seen at once.

use std::collections::BTreeMap;
use std::fmt;

use super::Question;

/// The answer of somebody for whom it does not matter.
pub(super) const NO_ANSWER: u32 = u32::MAX;

/// Why no grouping keeps every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// Two people must stay together, perhaps by way of others, and must stay apart.
    TogetherAndApart {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// Two people must stay together, perhaps by way of others, and have different focuses.
    TogetherAcrossFocus {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// More people must stay together than the largest group holds.
    TogetherTooMany {
        /// The people, by number.
        people: Vec<u32>,
    },
    /// More people must stay apart from each other than there are groups.
    ApartTooMany {
        /// The people, by number.
        people: Vec<u32>,
    },
    /// The people of some focus cannot fill whole groups of these sizes.
    FocusDoesNotFit,
    /// No grouping was found. For a few people it was made sure that there is none; for many it may only be hard.
    NotFound {
        /// Somebody for whom no place was left, on the best attempt.
        person: u32,
    },
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Conflict::TogetherAndApart { first, second } => {
                write!(f, "Persons {first} and {second} must be together and apart.")
            }
            Conflict::TogetherAcrossFocus { first, second } => {
                write!(f, "Persons {first} and {second} must be together, but do not share the focus.")
            }
            Conflict::TogetherTooMany { people } => {
                write!(f, "The {} people who must be together with person {} ", people.len(), people[0])?;
                write!(f, "do not fit into one group.")
            }
            Conflict::ApartTooMany { people } => {
                write!(f, "{} people must be apart, but there are fewer groups: {people:?}.", people.len())
            }
            Conflict::FocusDoesNotFit => {
                write!(f, "The people of each focus cannot fill whole groups of these sizes.")
            }
            Conflict::NotFound { person } => {
                write!(f, "No groups were found that keep every rule; there was no place for person {person}.")
            }
        }
    }
}

impl std::error::Error for Conflict {}

/// The rules as the search needs them. Built from sorted sets, so the order they were given in leaves no trace.
#[derive(Debug)]
pub(super) struct Rules {
    /// People who move as one: a block of several for those who stay together, else of one.
    pub(super) blocks: Vec<Vec<u32>>,
    pub(super) block_of: Vec<u32>,
    /// Whom each person must not meet.
    pub(super) foes: Vec<Vec<u32>>,
    /// Each person's focus, counted from 0.
    pub(super) focus: Vec<u32>,
    pub(super) focuses: usize,
    /// For each attribute nobody shall be alone with: each person's answer, counted from 0, or [`NO_ANSWER`].
    pub(super) company: Vec<Vec<u32>>,
    /// How many people are alone in any grouping: nobody else gave their answer, or nobody of their focus.
    pub(super) always_alone: usize,
}

impl Rules {
    /// Gathers the rules. Cost: O(n log n), and O(r · n) for the clique check with r people who stay apart from some.
    pub(super) fn of(question: &Question) -> Result<Rules, Conflict> {
        let people = question.people();
        let block_of = blocks_of(people, question);
        let mut blocks = vec![Vec::new(); block_of.iter().max().map_or(0, |&last| last as usize + 1)];
        for (person, &block) in block_of.iter().enumerate() {
            blocks[block as usize].push(person as u32);
        }
        let mut foes = vec![Vec::new(); people];
        for &(first, second) in &question.apart {
            if block_of[first as usize] == block_of[second as usize] {
                return Err(Conflict::TogetherAndApart { first, second });
            }
            foes[first as usize].push(second);
            foes[second as usize].push(first);
        }
        let (focus, focuses) = match &question.focus {
            Some(focus) => counted(focus.iter().map(|&focus| Some(focus))),
            None => (vec![0; people], 1),
        };
        for block in &blocks {
            if let Some(&second) = block.iter().find(|&&one| focus[one as usize] != focus[block[0] as usize]) {
                return Err(Conflict::TogetherAcrossFocus { first: block[0], second });
            }
        }
        let largest = question.sizes.iter().max().map_or(0, |&size| size as usize);
        if let Some(people) = blocks.iter().find(|block| block.len() > largest) {
            return Err(Conflict::TogetherTooMany { people: people.clone() });
        }
        if let Some(people) = clique(&foes).filter(|clique| clique.len() > question.sizes.len()) {
            return Err(Conflict::ApartTooMany { people });
        }
        let company: Vec<Vec<u32>> =
            question.company.iter().map(|answers| counted(answers.iter().copied()).0).collect();
        let always_alone = company.iter().map(|answers| only_ones(answers, &focus)).sum();
        Ok(Rules { blocks, block_of, foes, focus, focuses, company, always_alone })
    }

    /// Whether a swap of two single people is allowed whoever they are.
    pub(super) fn free(&self) -> bool {
        self.blocks.len() == self.block_of.len()
            && self.foes.iter().all(Vec::is_empty)
            && self.focuses <= 1
            && self.company.is_empty()
    }
}

/// Each person's block, counted in order of the blocks' lowest numbers.
fn blocks_of(people: usize, question: &Question) -> Vec<u32> {
    let mut heads: Vec<u32> = (0..people as u32).collect();
    let head = |heads: &mut Vec<u32>, mut person: u32| {
        while heads[person as usize] != person {
            heads[person as usize] = heads[heads[person as usize] as usize];
            person = heads[person as usize];
        }
        person
    };
    for &(first, second) in &question.together {
        let (first, second) = (head(&mut heads, first), head(&mut heads, second));
        heads[first.max(second) as usize] = first.min(second);
    }
    let (mut numbers, mut count) = (vec![0; people], 0);
    for person in 0..people as u32 {
        let first = head(&mut heads, person);
        if first == person {
            numbers[person as usize] = count;
            count += 1;
        } else {
            numbers[person as usize] = numbers[first as usize];
        }
    }
    numbers
}

/// The answers numbered from 0 in their own order, and how many there are.
fn counted(answers: impl Iterator<Item = Option<u32>> + Clone) -> (Vec<u32>, usize) {
    let mut numbers: BTreeMap<u32, u32> = answers.clone().flatten().map(|answer| (answer, 0)).collect();
    for (at, number) in numbers.values_mut().enumerate() {
        *number = at as u32;
    }
    let number = |answer: Option<u32>| answer.and_then(|answer| numbers.get(&answer).copied()).unwrap_or(NO_ANSWER);
    (answers.map(number).collect(), numbers.len())
}

fn only_ones(answers: &[u32], focus: &[u32]) -> usize {
    let mut counts = BTreeMap::new();
    for both in answers.iter().zip(focus).filter(|both| *both.0 != NO_ANSWER) {
        *counts.entry(both).or_insert(0usize) += 1;
    }
    counts.values().filter(|&&count| count == 1).count()
}

/// A large set of people who must all be apart, grown from each person in turn by number.
fn clique(foes: &[Vec<u32>]) -> Option<Vec<u32>> {
    let apart = |one: u32, other: u32| foes[one as usize].binary_search(&other).is_ok();
    let grow = |person: usize| {
        let mut clique = vec![person as u32];
        for &foe in &foes[person] {
            if clique.iter().all(|&one| apart(one, foe)) {
                clique.push(foe);
            }
        }
        clique.sort_unstable();
        clique
    };
    (0..foes.len()).filter(|&person| !foes[person].is_empty()).map(grow).max_by_key(Vec::len)
}
