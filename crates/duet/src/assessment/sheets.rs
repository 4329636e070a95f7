//! A round's capability matrix, to take out: as it stands, people down and capabilities across, which can be brought in
//! again; and everything that was said, a row each.

use std::collections::HashMap;

use kit::table::{Cell, Table};
use kit::words::Say;

use super::store::Member;
use super::{Assessment, latest};
use crate::capability::{Capability, CapabilityId, Framework};
use crate::person::PersonId;

/// Where everybody stands now, of what people are asked about.
#[must_use]
pub fn matrix(say: Say, framework: &Framework, people: &[Member], said: &[Assessment]) -> Table {
    let latest = latest(said);
    let row = |person: &Member| {
        let own = [Cell::from(person.name.as_str()), Cell::from(person.address.as_str())];
        let level = |id| latest.get(&(person.id, id)).map_or(Cell::Empty, |one| Cell::from(one.level));
        own.into_iter().chain(framework.standing().map(|one| level(one.id))).collect()
    };
    let known = ["out-name", "out-address"].map(|key| say.t(key).into_owned());
    let capabilities = framework.standing().map(|one| one.said_in(say.language).to_owned());
    Table {
        name: say.t("capabilities-title").into_owned(),
        headings: known.into_iter().chain(capabilities).collect(),
        rows: people.iter().map(row).collect(),
    }
}

/// Everything that was said of them, the earliest first.
#[must_use]
pub fn history(say: Say, framework: &Framework, people: &[Member], said: &[Assessment]) -> Table {
    let people: HashMap<PersonId, &Member> = people.iter().map(|person| (person.id, person)).collect();
    let capabilities: HashMap<CapabilityId, &Capability> = framework.all.iter().map(|one| (one.id, one)).collect();
    let row = |one: &Assessment| {
        let (person, capability) = (people.get(&one.person)?, capabilities.get(&one.capability)?);
        let level = framework.scale.as_ref().map_or("", |scale| scale.name(one.level, say.language));
        Some(vec![
            Cell::from(person.name.as_str()),
            Cell::from(person.address.as_str()),
            Cell::from(capability.area_in(say.language)),
            Cell::from(capability.said_in(say.language)),
            Cell::from(one.level),
            Cell::from(level),
            Cell::Day(one.assessed_on),
            Cell::from(say.t(one.source.key()).into_owned()),
            Cell::from(one.noted_by_name.as_str()),
        ])
    };
    let headings = [
        "out-name",
        "out-address",
        "capability-area",
        "capability-name",
        "assessment-level",
        "assessment-level-name",
        "assessment-day",
        "assessment-source",
        "assessment-noted-by",
    ];
    Table {
        name: say.t("assessments-title").into_owned(),
        headings: headings.map(|key| say.t(key).into_owned()).to_vec(),
        rows: said.iter().filter_map(row).collect(),
    }
}
