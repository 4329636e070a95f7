//! Checks a plan by counting it through again.

use std::fmt;

use super::{Plan, Question};

/// What is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The groups are not of the sizes asked for, or do not hold everybody once.
    WrongGroups,
    /// Two people are in different groups who must be together.
    NotTogether {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// Two people are in one group who must be apart, or do not share the focus.
    NotApart {
        /// The one.
        first: u32,
        /// The other.
        second: u32,
    },
    /// The value is not the sum of the distances, or exceeds the bound.
    WrongValue,
    /// Those who are alone are not the ones the plan names.
    WrongAlone,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flaw::WrongGroups => write!(f, "The groups do not hold everybody once in the sizes asked for."),
            Flaw::NotTogether { first, second } => write!(f, "Persons {first} and {second} are not together."),
            Flaw::NotApart { first, second } => write!(f, "Persons {first} and {second} are in one group."),
            Flaw::WrongValue => write!(f, "The value is not the sum of the distances, or exceeds the bound."),
            Flaw::WrongAlone => write!(f, "Other people are alone than the plan says."),
        }
    }
}

impl std::error::Error for Flaw {}

/// Checks that the plan keeps every hard rule and that its numbers are right, without trusting how it was found.
///
/// That the groups are the best ones is not claimed, so it is not checked. Cost: O(n · largest group + rules).
///
/// ```
/// use matching::group::{Distances, Flaw, Question, Search, propose, verify};
///
/// let question = Question::evenly(Distances::whole(4, &[0; 16])?, 2)?.together(0, 1)?;
/// let plan = propose(&question, &Search::steps(100), &|| false)?;
/// assert_eq!(verify(&question, &plan), Ok(()));
/// assert_eq!(verify(&question.apart(2, 3)?, &plan), Err(Flaw::NotApart { first: 2, second: 3 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    right_groups(question, plan)?;
    let group = |person: u32| plan.group_of(person);
    if let Some(&(first, second)) = question.together.iter().find(|two| group(two.0) != group(two.1)) {
        return Err(Flaw::NotTogether { first, second });
    }
    let mut value = 0;
    for members in plan.groups() {
        for (at, &first) in members.iter().enumerate() {
            for &second in &members[at + 1..] {
                if !question.may_meet(first, second) {
                    return Err(Flaw::NotApart { first, second });
                }
                value += question.distances.between(first, second).unwrap_or(0);
            }
        }
    }
    if value != plan.value() || value > plan.bound() {
        return Err(Flaw::WrongValue);
    }
    if alone(question, plan) != plan.alone().len() {
        return Err(Flaw::WrongAlone);
    }
    Ok(())
}

fn right_groups(question: &Question, plan: &Plan) -> Result<(), Flaw> {
    let sizes = plan.groups().iter().map(|members| members.len() as u32);
    if !sizes.eq(question.sizes().iter().copied()) || plan.group_of.len() != question.people() {
        return Err(Flaw::WrongGroups);
    }
    // As many members as people, each in the group she is said to be in: everybody is there once if no list repeats.
    for (group, members) in plan.groups().iter().enumerate() {
        let here = |&person: &u32| plan.group_of(person) == Some(group as u32);
        if !members.iter().all(here) || !members.is_sorted_by(|one, next| one < next) {
            return Err(Flaw::WrongGroups);
        }
    }
    Ok(())
}

/// How many of those named are alone indeed, and how many are alone who are not named, as one number to compare.
fn alone(question: &Question, plan: &Plan) -> usize {
    let mut alone = 0;
    for answers in &question.company {
        for members in plan.groups() {
            for &person in members {
                let mine = answers[person as usize];
                let shared = |&other: &u32| other != person && answers[other as usize] == mine;
                if let Some(answer) = mine.filter(|_| !members.iter().any(shared)) {
                    let named = plan.alone().iter().any(|alone| alone.person == person && alone.answer == answer);
                    alone += if named { 1 } else { question.people() + 1 };
                }
            }
        }
    }
    alone
}
