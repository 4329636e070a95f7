//! Pupils: who is taught, at which school, and who teaches them, from when to when. A pupil is no person here: they need no
//! address, and do not sign in. Start at [`PupilDraft::check`], then [`PupilDraft::clashes`].

pub mod access;
pub mod add;
pub mod counts;
pub mod describe;
pub mod end;
pub mod forget;
pub mod leave;
pub mod look;
pub mod page;
pub mod remove;
pub mod sheet;
pub mod store;
pub mod teach;

use kit::clock::{Day, days_later};
use kit::error::Check;
use kit::sheet::folded;
use kit::{Message, Result, id};

use crate::person::PersonId;

id! {
    /// A pupil's.
    pub PupilId;
    /// That somebody teaches a pupil.
    pub TeachingId;
}

kit::named! {
    /// What somebody is to a pupil.
    pub enum Role {
        /// Teaches them, for the organisation.
        Tutor = "tutor",
        /// Teaches music at their school.
        SchoolTeacher = "school_teacher",
    }
}

/// The longest a year group is, in characters.
pub const MOST_YEAR_GROUP: usize = 40;
/// The longest a school's reference is, in characters.
pub const MOST_REFERENCE: usize = 60;
/// How many days a pupil is kept whom no tutor teaches any more.
pub const DAYS_KEPT: i64 = 365;

/// All the pupils of an organisation.
#[derive(Clone, Copy, Debug)]
pub struct AtLarge;

/// A pupil.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// Their id.
    pub id: PupilId,
    /// What they are called.
    pub name: String,
    /// Where they go to school, by name.
    pub school: String,
    /// In the school's own words; may be empty.
    pub year_group: String,
    /// What the school knows them by.
    pub reference: Option<String>,
}

impl std::fmt::Debug for Pupil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pupil({})", self.id)
    }
}

/// That somebody teaches a pupil.
#[derive(Clone, Debug)]
pub struct Teaching {
    /// Its id.
    pub id: TeachingId,
    /// Who does.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// The first day.
    pub started_on: Day,
    /// The last day, if it is known.
    pub finished_on: Option<Day>,
}

impl Teaching {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.started_on <= day && self.finished_on.is_none_or(|last| last >= day)
    }
}

impl Role {
    /// The key of its word.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Role::Tutor => "pupil-tutor",
            Role::SchoolTeacher => "pupil-school-teacher",
        }
    }
}

/// What is said about a pupil.
#[derive(Clone)]
pub struct PupilDraft {
    /// What they are called.
    pub name: String,
    /// Where they go to school, by name.
    pub school: String,
    /// In the school's own words; may be empty.
    pub year_group: String,
    /// What the school knows them by.
    pub reference: Option<String>,
}

impl std::fmt::Debug for PupilDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PupilDraft")
    }
}

impl PupilDraft {
    /// Checks what can be checked without knowing any other.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let long = |most: usize| Message::new("form-too-long").with("most", most);
        let fits = |text: &str, most| text.chars().count() <= most;
        Check::default()
            .that(!folded(&self.name).is_empty() && fits(&self.name, 200), "name", "pupil-name-missing")
            .that(!folded(&self.school).is_empty() && fits(&self.school, 200), "school", "pupil-school-missing")
            .that(fits(&self.year_group, MOST_YEAR_GROUP), "year_group", long(MOST_YEAR_GROUP))
            .that(
                self.reference.as_deref().is_none_or(|one| fits(one, MOST_REFERENCE)),
                "reference",
                long(MOST_REFERENCE),
            )
            .done()
    }

    /// What keeps this from being another pupil than `other`, if anything: two of one name at one school need a reference
    /// to tell them apart. A name or a school that differs in case, spaces or signs only is the same.
    #[must_use]
    pub fn clashes(&self, other: &Pupil) -> Option<Message> {
        if folded(&self.school) != folded(&other.school) {
            return None;
        }
        let same = |reference: &Option<String>| reference.as_deref().and_then(same_reference);
        if let Some(own) = same(&self.reference) {
            return (Some(own) == same(&other.reference)).then(|| Message::new("pupil-reference-taken"));
        }
        (folded(&self.name) == folded(&other.name)).then(|| Message::new("pupil-name-twice"))
    }
}

/// What a reference is compared by: as it is written, but for its case and the spaces around it, since a sign in it may be all
/// that tells two apart. None when it says nothing: a dash, or "n/a", stands for no reference.
#[must_use]
pub fn same_reference(text: &str) -> Option<String> {
    (!matches!(folded(text).as_str(), "" | "na")).then(|| text.trim().to_lowercase())
}

/// Checks the day somebody began to teach.
///
/// # Errors
/// `Invalid` at `since` when it is still to come.
pub fn check_since(since: Day, today: Day) -> Result<()> {
    Check::default().that(since <= today, "since", "pupil-since-future").done()
}

/// Checks the last day somebody teaches: not before the first, and at most a year ahead.
///
/// # Errors
/// `Invalid` at `last_on`.
pub fn check_last(teaching: &Teaching, last_on: Day, today: Day) -> Result<()> {
    let farthest = today.checked_add(jiff::Span::new().days(DAYS_KEPT)).unwrap_or(today);
    Check::default()
        .that(last_on >= teaching.started_on, "last_on", "pupil-ends-before")
        .that(last_on <= farthest, "last_on", "pupil-ends-far")
        .done()
}

/// The day on which a pupil is forgotten whom no tutor teaches: a year after the last of the days that count, which are the
/// last on which one did, the one on which a slip was taken back, and the one on which they were added.
#[must_use]
pub fn forgotten_on(last_on: Option<Day>, kept_from: Option<Day>, made_on: Day) -> Day {
    let last = [last_on, kept_from].into_iter().flatten().fold(made_on, Day::max);
    last.checked_add(jiff::Span::new().days(DAYS_KEPT)).unwrap_or(last)
}

/// The moment before which whatever is to be forgotten was made.
fn long_ago(now: kit::clock::Instant) -> kit::clock::Instant {
    days_later(now, -DAYS_KEPT)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kit::id::Uuid;

    use super::*;

    fn pupil(name: &str, school: &str, reference: Option<&str>) -> Pupil {
        let id = PupilId(Uuid::nil());
        let reference = reference.map(str::to_owned);
        Pupil { id, name: name.into(), school: school.into(), year_group: String::new(), reference }
    }

    fn draft(name: &str, school: &str, reference: Option<&str>) -> PupilDraft {
        let Pupil { name, school, year_group, reference, .. } = pupil(name, school, reference);
        PupilDraft { name, school, year_group, reference }
    }

    #[test]
    fn two_of_one_name_at_one_school_need_a_reference() {
        let told = |one: PupilDraft, other: Pupil| one.clashes(&other).map(|why| why.key);
        let there = || pupil("Ada Ng", "Hill School", None);
        assert_eq!(told(draft("ada  ng", "Hill school", None), there()), Some("pupil-name-twice"));
        assert_eq!(told(draft("Ada Ng", "Hill School", Some("7")), there()), None);
        assert_eq!(told(draft("Ada Ng", "Dale School", None), there()), None);
        assert_eq!(told(draft("Bo Ng", "Hill School", None), there()), None);
        let known = || pupil("Ada Ng", "Hill School", Some("7"));
        assert_eq!(told(draft("Bo Ng", "Hill School", Some("7")), known()), Some("pupil-reference-taken"));
        assert_eq!(told(draft("Ada Ng", "Hill School", Some("8")), known()), None);
        assert_eq!(told(draft("Ada Ng", "Hill School", None), known()), Some("pupil-name-twice"));
    }

    #[test]
    fn a_sign_may_be_all_that_tells_two_references_apart() {
        let apart = draft("Bo Ng", "Hill School", Some("12-3")).clashes(&pupil("Ada Ng", "Hill School", Some("1-23")));
        assert!(apart.is_none());
        let same = draft("Bo Ng", "Hill School", Some(" a1")).clashes(&pupil("Ada Ng", "Hill School", Some("A1")));
        assert_eq!(same.map(|why| why.key), Some("pupil-reference-taken"));
        for nothing in ["", " ", "-", "–", "n/a", "N.A."] {
            assert_eq!(same_reference(nothing), None, "{nothing}");
            let other = pupil("Ada Ng", "Hill School", Some(nothing));
            assert!(draft("Bo Ng", "Hill School", Some(nothing)).clashes(&other).is_none());
        }
    }

    #[test]
    fn a_draft_says_who_and_where() {
        assert!(draft("Ada", "Hill", None).check().is_ok());
        for wrong in [draft(" ", "Hill", None), draft("Ada", "", None), draft("Ada", "Hill", Some(&"7".repeat(61)))] {
            assert!(wrong.check().is_err());
        }
        assert!(!format!("{:?}", draft("Ada", "Hill", None)).contains("Ada"), "a log has no child's name");
    }

    #[test]
    fn a_pupil_is_forgotten_a_year_after_the_last_lesson() {
        let made = date(2026, 9, 1);
        let of = |last_on, kept_from| forgotten_on(last_on, kept_from, made);
        assert_eq!(of(None, None), date(2027, 9, 1));
        assert_eq!(of(Some(date(2027, 7, 20)), None), date(2028, 7, 19));
        assert_eq!(of(Some(date(2020, 7, 20)), None), date(2027, 9, 1), "as known from a sheet");
        assert_eq!(of(Some(date(2020, 7, 20)), Some(date(2027, 9, 1))), date(2028, 8, 31), "a slip taken back later");
    }
}
