//! Assessments: where somebody stood with a capability on a day, and whose word that is. Nothing said earlier is lost by
//! what is said later. Start at [`Notes::check`]; what a team can do together is [`heat`].

pub mod access;
pub mod heat;
pub mod note;
pub mod page;
pub mod sheets;
pub mod steps;
pub mod store;
pub mod take_away;

use std::collections::HashMap;

use kit::clock::{Day, Instant};
use kit::error::Check;
use kit::{Result, id};

use crate::capability::{CapabilityId, Framework};
use crate::person::PersonId;

id! {
    /// An assessment's.
    pub AssessmentId;
}

kit::named! {
    /// Whose word an assessment is.
    pub enum Source {
        /// The person's own.
        Own = "self",
        /// Agreed in a supervision.
        Supervision = "supervision",
        /// Of somebody who saw them at work.
        Observation = "observation",
        /// A colleague's.
        Peer = "peer",
        /// It came in by a sheet that does not say.
        Matrix = "matrix",
    }
}

impl Source {
    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Source::Own => "assessment-is-self",
            Source::Supervision => "assessment-is-supervision",
            Source::Observation => "assessment-is-observation",
            Source::Peer => "assessment-is-peer",
            Source::Matrix => "assessment-is-matrix",
        }
    }
}

/// Where somebody stood.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// With what.
    pub capability: CapabilityId,
    /// Which version of the capability's words it was said of.
    pub version: i64,
    /// Where.
    pub level: i64,
    /// When.
    pub assessed_on: Day,
    /// Whose word it is.
    pub source: Source,
    /// Who assessed them, or brought it in.
    pub noted_by: PersonId,
    /// Their name.
    pub noted_by_name: String,
    /// When it was written down, or corrected.
    pub noted_at: Instant,
    /// Whether who noted it only brought it in, by a sheet that does not say whose word it is.
    pub brought_in: bool,
}

/// What counts now of each person and capability: the last word, whosever it is. Takes them as the store gives them, the
/// earliest first.
#[must_use]
pub fn latest(all: &[Assessment]) -> HashMap<(PersonId, CapabilityId), &Assessment> {
    all.iter().map(|one| ((one.person, one.capability), one)).collect()
}

/// What somebody notes at once, of themselves or of another.
#[derive(Clone, Debug)]
pub struct Notes {
    /// The day it holds for.
    pub assessed_on: Day,
    /// Whose word it is.
    pub source: Source,
    /// The levels.
    pub levels: Vec<(CapabilityId, i64)>,
    /// What they would like to learn, of what they were asked about; none: they were not asked.
    pub wishes: Option<Vec<CapabilityId>>,
}

impl Notes {
    /// Checks what is noted against what people are asked about.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self, framework: &Framework, today: Day) -> Result<()> {
        let stands = |id: &CapabilityId| framework.standing().any(|one| one.id == *id);
        let is_level = |level: &i64| framework.scale.as_ref().is_some_and(|scale| scale.numbers().contains(level));
        let mut levels = self.levels.iter();
        let wishes = self.wishes.iter().flatten();
        Check::default()
            .that(self.assessed_on <= today, "assessed_on", "assessment-future")
            .that(levels.all(|(id, level)| stands(id) && is_level(level)), "levels", "assessment-changed")
            .that(wishes.into_iter().all(stands), "levels", "assessment-changed")
            .that(!self.levels.is_empty() || self.wishes.is_some(), "levels", "assessment-nothing")
            .done()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::capability::{Capability, Scale, Words};
    use jiff::civil::date;
    use kit::id::Uuid;

    pub(crate) fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    pub(crate) fn of(number: u128) -> CapabilityId {
        CapabilityId(Uuid::from_u128(number))
    }

    /// Four levels from 1, of which the third could teach, and so many capabilities, the last of them withdrawn.
    pub(crate) fn framework(count: u128) -> Framework {
        let levels =
            ["Beginning", "Doing it", "Confident", "Leading"].map(|name| Words { en: name.into(), cy: String::new() });
        let capability = |number: u128| Capability {
            id: of(number),
            position: i64::try_from(number).unwrap(),
            withdrawn_on: (number == count).then(|| date(2026, 1, 1)),
            version: 1,
            area: String::new(),
            area_cy: String::new(),
            name: format!("Skill {number}"),
            name_cy: String::new(),
            levels: Vec::new(),
            written_at: Instant::default(),
        };
        Framework {
            scale: Some(Scale { version: 1, lowest: 1, levels: levels.to_vec(), teaches: 3 }),
            all: (1..=count).map(capability).collect(),
        }
    }

    pub(crate) fn said(who: u128, what: u128, level: i64, day: i8) -> Assessment {
        Assessment {
            id: AssessmentId(Uuid::nil()),
            person: person(who),
            name: format!("Person {who}"),
            capability: of(what),
            version: 1,
            level,
            assessed_on: date(2026, 3, day),
            source: Source::Own,
            noted_by: person(who),
            noted_by_name: format!("Person {who}"),
            noted_at: Instant::default(),
            brought_in: false,
        }
    }

    #[test]
    fn what_is_noted_is_of_what_stands_on_levels_there_are_and_not_of_tomorrow() {
        let (framework, today) = (framework(3), date(2026, 3, 5));
        let notes = |day: i8, levels: &[(u128, i64)], wishes: Option<&[u128]>| Notes {
            assessed_on: date(2026, 3, day),
            source: Source::Own,
            levels: levels.iter().map(|(id, level)| (of(*id), *level)).collect(),
            wishes: wishes.map(|all| all.iter().map(|id| of(*id)).collect()),
        };
        assert!(notes(5, &[(1, 1), (2, 4)], None).check(&framework, today).is_ok());
        assert!(notes(5, &[], Some(&[])).check(&framework, today).is_ok());
        for wrong in [
            notes(6, &[(1, 1)], None),
            notes(5, &[(1, 0)], None),
            notes(5, &[(1, 5)], None),
            notes(5, &[(3, 1)], None),
            notes(5, &[(9, 1)], None),
            notes(5, &[], None),
            notes(5, &[], Some(&[3])),
        ] {
            assert!(wrong.check(&framework, today).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn the_last_word_counts() {
        let all = [said(1, 1, 2, 1), said(1, 2, 4, 1), said(1, 1, 3, 9)];
        let latest = latest(&all);
        assert_eq!((latest.len(), latest[&(person(1), of(1))].level), (2, 3));
    }
}
