//! What a team can do together: capabilities down, people across, and for each who could teach it and who would like to
//! learn it.

use std::collections::HashSet;

use kit::words::Language;

use super::store::{Member, Wish};
use super::{Assessment, latest};
use crate::capability::{Capability, CapabilityId, Framework, Scale};
use crate::person::PersonId;

/// A team's capabilities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// What capabilities belong to, and those.
    pub areas: Vec<(String, Vec<Row>)>,
}

/// One capability of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub id: CapabilityId,
    /// What it is.
    pub name: String,
    /// Where each stands, in the order of the people; none: nothing is said.
    pub levels: Vec<Option<i64>>,
    /// Who could teach it, the highest first.
    pub teach: Vec<String>,
    /// Who would like to learn it.
    pub learn: Vec<String>,
}

/// A team's heat map: the last word of each person and capability, of what people are asked about.
#[must_use]
pub fn of(framework: &Framework, people: &[Member], said: &[Assessment], wishes: &[Wish], language: Language) -> Heat {
    let Some(scale) = &framework.scale else { return Heat::default() };
    let latest = latest(said);
    let wishes: HashSet<(PersonId, CapabilityId)> = wishes.iter().map(|wish| (wish.person, wish.capability)).collect();
    let level = |person: PersonId, id| latest.get(&(person, id)).map(|one| one.level);
    let row = |one: &Capability| Row {
        id: one.id,
        name: one.said_in(language).to_owned(),
        levels: people.iter().map(|person| level(person.id, one.id)).collect(),
        teach: teach(scale, people, |person| level(person, one.id)),
        learn: people
            .iter()
            .filter(|person| wishes.contains(&(person.id, one.id)))
            .map(|person| person.name.clone())
            .collect(),
    };
    let areas = framework.by_area(framework.standing(), language);
    Heat { areas: areas.into_iter().map(|(area, all)| (area, all.into_iter().map(row).collect())).collect() }
}

fn teach(scale: &Scale, people: &[Member], level: impl Fn(PersonId) -> Option<i64>) -> Vec<String> {
    let could = people.iter().filter_map(|person| Some((level(person.id)?, &person.name)));
    let mut could: Vec<(i64, &String)> = could.filter(|(level, _)| *level >= scale.teaches).collect();
    could.sort_by_key(|(level, _)| -level);
    could.into_iter().map(|(_, name)| name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::tests::{framework, of as capability, person, said};

    #[test]
    fn the_last_word_of_each_stands_in_the_table_and_the_highest_teach_first() {
        let member =
            |number: u128| Member { id: person(number), name: format!("Person {number}"), address: String::new() };
        let people: Vec<Member> = (1..=3).map(member).collect();
        let all = [
            said(1, 1, 4, 1),
            said(2, 1, 3, 1),
            said(3, 1, 3, 1),
            said(1, 1, 2, 2),
            said(2, 1, 4, 3),
            said(1, 3, 4, 1),
        ];
        let wishes = [
            Wish { person: person(1), capability: capability(1) },
            Wish { person: person(9), capability: capability(1) },
        ];
        let heat = of(&framework(3), &people, &all, &wishes, Language::English);
        let [(_, rows)] = heat.areas.as_slice() else { panic!("{heat:?}") };
        assert_eq!(rows.len(), 2, "one that is withdrawn is not shown");
        assert_eq!(rows[0].levels, [Some(2), Some(4), Some(3)]);
        assert_eq!(rows[0].teach, ["Person 2", "Person 3"]);
        assert_eq!(rows[0].learn, ["Person 1"]);
        assert_eq!(rows[1].levels, [None, None, None]);
        assert!(of(&Framework::default(), &people, &all, &wishes, Language::English).areas.is_empty());
    }
}
