//! Everybody who applied, a page at a time: three groups, each by name. A page begins where the one before ended, so that
//! it costs what it shows, however many there are. Start at [`Asked`].

use kit::db::Read;
use kit::id::Uuid;
use kit::{Error, Result};

use super::{Applicant, store};
use crate::access::Reached;
use crate::person::{self, PersonId};
use crate::round::Round;
use crate::round::rules::{Answers, Role, Rules};

/// How many stand on a page.
pub const ON_A_PAGE: usize = 50;
/// The most who are found and put in order for a page; of more, the names are walked through in their order.
pub const MOST_SORTED: i64 = 1_000;

kit::named! {
    /// Who stands together.
    pub enum Group {
        /// Those who do not meet a rule, and are not let in.
        Out = "out",
        /// Mentors who can be matched.
        Mentors = "mentors",
        /// Mentees who can be matched.
        Mentees = "mentees",
    }
}

impl Group {
    /// The group of who can be matched as this.
    pub(super) fn of(role: Role) -> Group {
        if role == Role::Mentor { Group::Mentors } else { Group::Mentees }
    }
}

/// How many are in each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    out: i64,
    mentors: i64,
    mentees: i64,
}

impl Tally {
    pub(super) fn of(&mut self, group: Group) -> &mut i64 {
        match group {
            Group::Out => &mut self.out,
            Group::Mentors => &mut self.mentors,
            Group::Mentees => &mut self.mentees,
        }
    }

    /// How many are in a group.
    #[must_use]
    pub fn get(mut self, group: Group) -> i64 {
        *self.of(group)
    }

    pub(super) fn all(self) -> i64 {
        self.out + self.mentors + self.mentees
    }
}

/// The place in a list after which a page begins: whoever stood last on the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Their name.
    pub name: String,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: String,
}

impl After {
    pub(super) fn begin(after: Option<&After>) -> After {
        let top = || After { name: String::new(), person: PersonId(Uuid::nil()), role: String::new() };
        after.cloned().unwrap_or_else(top)
    }
}

/// A place as an address says it: as what, and who. No name stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(pub Role, pub PersonId);

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

impl std::str::FromStr for Mark {
    type Err = Error;
    fn from_str(text: &str) -> Result<Mark> {
        let (role, person) = text.split_once('.').ok_or(Error::NotFound)?;
        Ok(Mark(role.parse().map_err(|_| Error::NotFound)?, person.parse().map_err(|_| Error::NotFound)?))
    }
}

/// What is asked for of a list.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Which group.
    pub group: Group,
    /// Where the page begins; none: at the top.
    pub after: Option<After>,
    /// What names have in them; empty: anything.
    pub find: String,
}

impl Asked {
    /// What is looked for in names, in lower case.
    #[must_use]
    pub(super) fn sought(&self) -> String {
        self.find.trim().to_lowercase().chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect()
    }

    /// The page of a list, and the place after which the next begins.
    #[must_use]
    pub fn page(mut rows: Vec<Applicant>) -> (Vec<Applicant>, Option<Mark>) {
        let more = rows.len() > ON_A_PAGE;
        rows.truncate(ON_A_PAGE);
        let next = rows.last().filter(|_| more).map(|one| Mark(one.role, one.person));
        (rows, next)
    }

    /// The same page picked out of everybody: where somebody was not looked at yet by the rules as they are.
    #[must_use]
    pub fn pick(&self, all: &[Applicant], rules: &Rules) -> Vec<Applicant> {
        let sought = self.sought();
        let is_last = |one: &Applicant, after: &After| one.person == after.person && one.role.as_str() == after.role;
        let last = self.after.as_ref().and_then(|after| all.iter().position(|one| is_last(one, after)));
        let wanted = |one: &&Applicant| group(one, rules) == self.group && one.name.to_lowercase().contains(&sought);
        all.iter().skip(last.map_or(0, |at| at + 1)).filter(wanted).take(ON_A_PAGE + 1).cloned().collect()
    }
}

/// In which group somebody is.
fn group(one: &Applicant, rules: &Rules) -> Group {
    if one.is_eligible(rules) { Group::of(one.role) } else { Group::Out }
}

/// How many of these people are in each group.
#[must_use]
pub fn counted(all: &[Applicant], rules: &Rules) -> Tally {
    let mut tally = Tally::default();
    for one in all {
        *tally.of(group(one, rules)) += 1;
    }
    tally
}

/// A group's page, and where the next begins.
pub type Found = (Group, Vec<Applicant>, Option<Mark>);

/// Finds a page of each group, or of one, in as many statements however many people there are. Where somebody has not been
/// looked at by the rules as they are, everybody is read.
///
/// # Errors
/// `NotFound` when they are not theirs to see, or the place is nobody's.
pub fn look(
    c: &mut Read<'_>,
    round: &Reached<Round>,
    rules: &Rules,
    (group, mark): (Option<Group>, Option<Mark>),
    find: &str,
) -> Result<(Tally, Vec<Found>)> {
    let after = match mark {
        Some(Mark(role, person)) => {
            let name = person::store::get(c, person)?.name;
            Some(After { name, person, role: role.as_str().to_owned() })
        }
        None => None,
    };
    let (tally, all) = match store::tally(c, round, rules)? {
        Some(tally) => (tally, None),
        None => {
            let all = store::applicants(c, round)?;
            (counted(&all, rules), Some(all))
        }
    };
    let mut found = Vec::new();
    for one in Group::ALL.iter().filter(|one| group.is_none_or(|group| group == **one)) {
        let asked = Asked { group: *one, after: after.clone(), find: find.to_owned() };
        let rows = match &all {
            Some(all) => asked.pick(all, rules),
            None => store::some(c, round, rules, &tally, (&asked, MOST_SORTED))?,
        };
        let (rows, next) = Asked::page(rows);
        found.push((*one, rows, next));
    }
    Ok((tally, found))
}

/// What is written beside an application: the mark of the rules, behind a `-` where one is not met.
pub(super) fn verdict(rules: &Rules, mark: &str, role: Role, answers: &Answers) -> String {
    if rules.unmet(role, answers).is_empty() { mark.to_owned() } else { format!("-{mark}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(count: u128) -> Vec<Applicant> {
        let one = |at: u128| Applicant {
            person: PersonId(Uuid::from_u128(at)),
            name: format!("Name {:03}", at / 2),
            job_title: String::new(),
            workplace: None,
            role: if at.is_multiple_of(3) { Role::Mentor } else { Role::Mentee },
            places: 1,
            answers: Answers::new(),
            waived: false,
            entered_by: None,
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn pages_follow_each_other_and_nobody_is_left_out_or_stands_twice() {
        let (all, rules) = (people(400), Rules::default());
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let asked = Asked { group: Group::Mentees, after, find: String::new() };
            let (rows, next) = Asked::page(asked.pick(&all, &rules));
            assert!(rows.len() <= ON_A_PAGE);
            let place = |one: &Applicant| After {
                name: one.name.clone(),
                person: one.person,
                role: one.role.as_str().to_owned(),
            };
            after = rows.last().filter(|_| next.is_some()).map(place);
            seen.extend(rows.iter().map(|one| one.person));
            if next.is_none() {
                break;
            }
        }
        let mentees = all.iter().filter(|one| one.role == Role::Mentee).map(|one| one.person);
        assert_eq!(seen, mentees.collect::<Vec<_>>());
        assert_eq!(counted(&all, &rules).get(Group::Mentees), 266);
        let found = Asked { group: Group::Mentors, after: None, find: " NAME 00".into() };
        assert_eq!(found.pick(&all, &rules).len(), 7);
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let mark = Mark(Role::Mentee, PersonId(Uuid::from_u128(7)));
        assert_eq!(mark.to_string().parse::<Mark>().unwrap(), mark);
        assert!("mentee".parse::<Mark>().is_err() && "x.7".parse::<Mark>().is_err());
    }
}
