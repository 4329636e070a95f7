//! A question asked from spreadsheets alone: people as they stand in them, and no database.

use std::collections::BTreeMap;

use super::bar::Bar;
use super::question::{Asked, Candidate, Two};
use crate::application::sheet::Entry;
use crate::round::rules::{Role, Rules};

/// Those whom the rules let take part.
#[must_use]
pub fn eligible<'e>(entries: &'e [Entry], role: Role, rules: &Rules) -> Vec<&'e Entry> {
    entries.iter().filter(|entry| rules.unmet(role, &entry.answers).is_empty()).collect()
}

/// The question of who goes with whom, by their numbers. Nobody is put with themselves, or with their line manager.
#[must_use]
pub fn asked<'e>(mentors: &[&'e Entry], mentees: &[&'e Entry]) -> Asked<'e> {
    let side = |people: &[&'e Entry]| -> Vec<Candidate<'e>> {
        let candidate = |entry: &&'e Entry| Candidate {
            workplace: Some(entry.workplace.as_str()),
            places: entry.places,
            answers: &entry.answers,
        };
        people.iter().map(candidate).collect()
    };
    Asked { mentors: side(mentors), mentees: side(mentees), never: never(mentors, mentees), ..Asked::default() }
}

/// Who is the other's line manager, or the other. People without an address are nobody else.
fn never(mentors: &[&Entry], mentees: &[&Entry]) -> BTreeMap<Two, Bar> {
    let mentor_at = numbers(mentors);
    let mentee_at = numbers(mentees);
    let mut never = BTreeMap::new();
    for (at, mentee) in mentees.iter().enumerate() {
        if let Some(&mentor) = mentor_at.get(mentee.manager.as_str()) {
            never.insert((mentor, at), Bar::Evaluates);
        }
        if let Some(&mentor) = mentor_at.get(mentee.address.as_str()) {
            never.insert((mentor, at), Bar::SamePerson);
        }
    }
    for (at, mentor) in mentors.iter().enumerate() {
        if let Some(&mentee) = mentee_at.get(mentor.manager.as_str()) {
            never.insert((at, mentee), Bar::Evaluates);
        }
    }
    never
}

fn numbers<'e>(people: &[&'e Entry]) -> BTreeMap<&'e str, usize> {
    let numbered = people.iter().enumerate().filter(|(_, entry)| !entry.address.is_empty());
    numbered.map(|(at, entry)| (entry.address.as_str(), at)).collect()
}
