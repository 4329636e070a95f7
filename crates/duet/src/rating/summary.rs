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

/// A group's answers on one outcome. Each cell has nobody in it, or at least five people; a part of everybody has none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// How many answered both times.
    pub people: u64,
    /// Their middle before, in hundredths of a step; none where it may not be told.
    pub before: Option<i64>,
    /// And after.
    pub after: Option<i64>,
    /// How many stood on which steps before: from, to (counted from 0), people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells_before: Vec<(usize, usize, u64)>,
    /// And after.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
    let all = told(&[mentors.clone(), mentees.clone()].concat()).filter(|_| views.whole)?;
    // Where only one role was asked, its part is the whole: it is told once.
    let split = !mentors.is_empty() && !mentees.is_empty();
    let parts = [(views.parts[0], &mentors), (views.parts[1], &mentees)];
    let parts = parts.map(|(shown, steps)| told(steps).filter(|_| split && shown).map(without_cells));
    let [mentors, mentees] = together(parts);
    Some(OutcomeTold { outcome, all, mentors, mentees })
}

/// A middle of one part is told only beside that of the other: it could be had from the other and the whole.
fn together([mentors, mentees]: [Option<Told>; 2]) -> [Option<Told>; 2] {
    let (Some(mut one), Some(mut other)) = (mentors, mentees) else { return [None, None] };
    if one.before.is_none() || other.before.is_none() {
        (one.before, other.before) = (None, None);
    }
    if one.after.is_none() || other.after.is_none() {
        (one.after, other.after) = (None, None);
    }
    // A part of which no middle is told says nothing.
    [one, other].map(|part| Some(part).filter(|part| part.before.is_some() || part.after.is_some()))
}

fn without_cells(told: Told) -> Told {
    Told { cells_before: Vec::new(), cells_after: Vec::new(), ..told }
}

fn told(steps: &[(u8, u8)]) -> Option<Told> {
    let people = steps.len() as u64;
    if people < LEAST {
        return None;
    }
    let (before, after): (Vec<u8>, Vec<u8>) = steps.iter().copied().unzip();
    let ((before, cells_before), (after, cells_after)) = (one_moment(&before), one_moment(&after));
    Some(Told { people, before, after, cells_before, cells_after })
}

/// The middle, where it may be told, and the cells beside it.
fn one_moment(steps: &[u8]) -> (Option<i64>, Vec<(usize, usize, u64)>) {
    let mut counts = [0_u64; STEPS];
    for step in steps {
        if let Some(cell) = counts.get_mut(usize::from(*step).wrapping_sub(1)) {
            *cell += 1;
        }
    }
    let sum = steps.iter().map(|step| u64::from(*step)).sum();
    let middle = guard::middle(steps.len() as u64, sum, STEPS as u64);
    let cells = guard::merged(&counts);
    (middle, if middle.is_some() { guard::beside(cells, sum) } else { cells })
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
        assert_eq!((five.all.people, five.all.before, five.all.after), (5, Some(200), Some(400)));
        assert_eq!(five.all.cells_after, [(0, 4, 5)]);
        let with_mentor = [mentees(5), vec![both(Role::Mentor, 1, 1)]].concat();
        let told = summarise(&[id()], &with_mentor).outcomes.remove(0);
        assert_eq!((told.all.people, &told.mentees, &told.mentors), (6, &None, &None));
        let with_five = [mentees(5), vec![both(Role::Mentor, 3, 3); 5]].concat();
        let told = summarise(&[id()], &with_five).outcomes.remove(0);
        let mentees_told = told.mentees.expect("both are told");
        assert_eq!((mentees_told.after, mentees_told.cells_after, told.mentors.is_some()), (Some(400), vec![], true));
    }

    #[test]
    fn a_middle_that_says_what_each_of_them_said_is_not_told() {
        let mentees = |after| vec![both(Role::Mentee, 2, after); 5];
        let told = summarise(&[id()], &mentees(5)).outcomes.remove(0);
        assert_eq!((told.all.before, told.all.after, told.all.cells_after), (Some(200), None, vec![(0, 4, 5)]));
        // Nor by taking the mentors' middle from everybody's.
        let whole = [mentees(5), vec![both(Role::Mentor, 3, 3); 5]].concat();
        let told = summarise(&[id()], &whole).outcomes.remove(0);
        let after = |part: &Option<Told>| part.as_ref().and_then(|part| part.after);
        assert_eq!((told.all.after, after(&told.mentors), after(&told.mentees)), (Some(400), None, None));
    }
}
