//! What a round's ratings come to, outcome by outcome: worked out once from everybody who answered both times, and kept
//! only as far as the guard lets it be told.

use serde::{Deserialize, Serialize};

use super::guard::{self, LEAST};
use super::{Answered, STEPS};
use crate::outcome::OutcomeId;
use crate::round::rules::Role;

/// Somebody who answered before and after.
#[derive(Clone, Debug)]
pub struct Both {
    /// As what.
    pub role: Role,
    /// Before.
    pub before: Answered,
    /// After.
    pub after: Answered,
}

/// A group's answers on one outcome. Each cell has nobody in it, or at least five people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// How many answered both times.
    pub people: u64,
    /// Their middle before, in hundredths of a step.
    pub before: i64,
    /// And after.
    pub after: i64,
    /// How many stood on which steps before: from, to (counted from 0), people.
    pub cells_before: Vec<(usize, usize, u64)>,
    /// And after.
    pub cells_after: Vec<(usize, usize, u64)>,
}

/// What is told of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeTold {
    /// Which.
    pub outcome: OutcomeId,
    /// Everybody's.
    pub all: Told,
    /// Mentors' alone, where that may be told.
    pub mentors: Option<Told>,
    /// Mentees' alone.
    pub mentees: Option<Told>,
}

/// What is told of a round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The outcomes of which enough people spoke.
    pub outcomes: Vec<OutcomeTold>,
}

/// Works out what is told.
#[must_use]
pub fn summarise(outcomes: &[OutcomeId], people: &[Both]) -> Summary {
    Summary { outcomes: outcomes.iter().filter_map(|outcome| one(*outcome, people)).collect() }
}

fn one(outcome: OutcomeId, people: &[Both]) -> Option<OutcomeTold> {
    let steps = |role: Role| -> Vec<(u8, u8)> {
        let own = people.iter().filter(|one| one.role == role);
        own.filter_map(|one| Some((*one.before.steps.get(&outcome)?, *one.after.steps.get(&outcome)?))).collect()
    };
    let (mentors, mentees) = (steps(Role::Mentor), steps(Role::Mentee));
    let views = guard::views(&[mentors.len() as u64, mentees.len() as u64]);
    let part = |shown: bool, steps: &[(u8, u8)]| if shown { told(steps) } else { None };
    // Where only one role was asked, its part is the whole: it is told once.
    let split = !mentors.is_empty() && !mentees.is_empty();
    Some(OutcomeTold {
        outcome,
        all: told(&[mentors.clone(), mentees.clone()].concat()).filter(|_| views.whole)?,
        mentors: part(split && views.parts[0], &mentors),
        mentees: part(split && views.parts[1], &mentees),
    })
}

fn told(steps: &[(u8, u8)]) -> Option<Told> {
    let people = steps.len() as u64;
    if people < LEAST {
        return None;
    }
    let middle = |all: Vec<u8>| all.iter().map(|step| i64::from(*step) * 100).sum::<i64>() / steps.len() as i64;
    let cells = |all: Vec<u8>| {
        let mut counts = [0_u64; STEPS];
        for step in all {
            if let Some(cell) = counts.get_mut(usize::from(step).wrapping_sub(1)) {
                *cell += 1;
            }
        }
        guard::merged(&counts)
    };
    let (before, after): (Vec<u8>, Vec<u8>) = steps.iter().copied().unzip();
    Some(Told {
        people,
        before: middle(before.clone()),
        after: middle(after.clone()),
        cells_before: cells(before),
        cells_after: cells(after),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::Uuid;

    fn both(role: Role, before: u8, after: u8) -> Both {
        let answered = |step| Answered { steps: [(id(), step)].into(), line: String::new() };
        Both { role, before: answered(before), after: answered(after) }
    }

    fn id() -> OutcomeId {
        OutcomeId(Uuid::from_u128(1))
    }

    #[test]
    fn nothing_is_told_of_four_people_and_no_part_that_leaves_a_few() {
        let mentees = |count| vec![both(Role::Mentee, 2, 4); count];
        assert_eq!(summarise(&[id()], &mentees(4)).outcomes, []);
        let five = summarise(&[id()], &mentees(5)).outcomes.remove(0);
        assert_eq!((five.all.people, five.all.before, five.all.after), (5, 200, 400));
        assert_eq!(five.all.cells_after, [(0, 0, 0), (1, 1, 0), (2, 2, 0), (3, 3, 5), (4, 4, 0)]);
        let with_mentor = [mentees(5), vec![both(Role::Mentor, 1, 1)]].concat();
        let told = summarise(&[id()], &with_mentor).outcomes.remove(0);
        assert_eq!((told.all.people, &told.mentees, &told.mentors), (6, &None, &None));
        let with_five = [mentees(5), vec![both(Role::Mentor, 1, 1); 5]].concat();
        let told = summarise(&[id()], &with_five).outcomes.remove(0);
        assert!(told.mentees.is_some() && told.mentors.is_some());
    }
}
