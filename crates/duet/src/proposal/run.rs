//! Earlier plans of a round: kept with the rules they were made by, opened, and put side by side.

pub mod page;

use std::collections::BTreeMap;

use super::ProposedPair;
use crate::person::PersonId;

/// The most rows a page shows.
pub const MOST: usize = 40;

/// A mentee whose mentor differs between two plans: name, mentor and fit in the one, and in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The mentee's name.
    pub mentee: String,
    /// The mentor and fit in the one plan.
    pub one: Option<(String, u32)>,
    /// The mentor and fit in the other.
    pub other: Option<(String, u32)>,
}

/// What differs between two plans, by the mentee's name.
#[must_use]
pub fn differences(one: &[ProposedPair], other: &[ProposedPair]) -> Vec<Difference> {
    let by_mentee = |pairs: &[ProposedPair]| -> BTreeMap<(String, PersonId), (PersonId, String, u32)> {
        let row = |pair: &ProposedPair| {
            ((pair.mentee_name.clone(), pair.mentee), (pair.mentor, pair.mentor_name.clone(), pair.fit))
        };
        pairs.iter().map(row).collect()
    };
    let (one, other) = (by_mentee(one), by_mentee(other));
    let mut mentees: Vec<&(String, PersonId)> = one.keys().chain(other.keys()).collect();
    mentees.sort();
    mentees.dedup();
    let mentor = |pair: Option<&(PersonId, String, u32)>| pair.map(|(_, name, fit)| (name.clone(), *fit));
    mentees
        .into_iter()
        .filter(|key| one.get(*key).map(|pair| pair.0) != other.get(*key).map(|pair| pair.0))
        .map(|key| Difference { mentee: key.0.clone(), one: mentor(one.get(key)), other: mentor(other.get(key)) })
        .collect()
}
