//! Trying out one's own spreadsheet: mapped, matched and explained in memory. No row, no file and no line of the log
//! holds a word of it; whoever sent it has all of it back in their page.

pub mod page;

use std::collections::HashMap;

use kit::{Message, Result};

use crate::application::sheet::{Entry, Layout, unread};
use crate::import::people::{roles, wanted};
use crate::import::{Contents, Given, Part, Settled, Side, problems_but};
use crate::mapping::kinds::PEOPLE;
use crate::proposal::question::{Outcome, propose};
use crate::proposal::sheets::{asked, eligible};
use crate::round::rules::{Role, Rules};

/// The most people looked at: mentors and mentees.
pub const MOST_PEOPLE: usize = 400;

/// A row that cannot be read.
#[derive(Debug)]
pub struct Unread {
    /// Which sheet it stands in.
    pub part: usize,
    /// Whom it is about, as it says.
    pub about: String,
    /// Why.
    pub why: Message,
}

/// What came of it.
pub struct Tried {
    /// The sheets, and what their columns were taken for.
    pub given: Given,
    /// What keeps it from being matched: which sheet, and why.
    pub problems: Vec<(usize, Message)>,
    /// Rows that were left out of it.
    pub unread: Vec<Unread>,
    /// The mentors.
    pub mentors: Vec<Entry>,
    /// The mentees.
    pub mentees: Vec<Entry>,
    /// Who goes with whom, by their numbers; none while there are problems.
    pub outcome: Option<Outcome>,
}

/// Works it out. Nothing is read but what is given, and nothing is written. People need no mail address here.
///
/// # Errors
/// The fault of a file that is no sheet; `Conflict` when the engine fails.
pub fn work_out(contents: &Contents, settled: Settled<'_>) -> Result<Result<Tried, Message>> {
    let given = match Given::read(&PEOPLE, contents, &Rules::default(), settled) {
        Ok(given) => given,
        Err((_, fault)) => return Ok(Err(fault.message())),
    };
    let mut problems = problems_but(&given, "address");
    for (at, part) in given.parts.iter().enumerate() {
        let faults = roles(part).iter().filter_map(|role| unread(&part.sheet, &part.mapping, *role, &given.rules));
        problems.extend(faults.take(1).map(|fault| (at, fault.message)));
    }
    let mut tried =
        Tried { given, problems, unread: Vec::new(), mentors: Vec::new(), mentees: Vec::new(), outcome: None };
    if !tried.problems.is_empty() {
        return Ok(Ok(tried));
    }
    for at in 0..tried.given.parts.len() {
        tried.read(at);
    }
    let people = tried.mentors.len() + tried.mentees.len();
    if people > MOST_PEOPLE {
        let why = Message::new("drop-too-many").with("people", people).with("most", MOST_PEOPLE);
        return Ok(Err(why));
    }
    if tried.mentors.is_empty() || tried.mentees.is_empty() {
        tried.problems.push((0, Message::new("drop-nobody")));
        return Ok(Ok(tried));
    }
    let rules = &tried.given.rules;
    let (mentors, mentees) =
        (eligible(&tried.mentors, Role::Mentor, rules), eligible(&tried.mentees, Role::Mentee, rules));
    tried.outcome = Some(propose(&asked(&mentors, &mentees), rules)?);
    Ok(Ok(tried))
}

impl Tried {
    /// Reads everybody in a sheet.
    fn read(&mut self, at: usize) {
        let Part { side, sheet, mapping } = &self.given.parts[at];
        let layouts: Vec<(Role, Layout<'_>)> = roles(&self.given.parts[at])
            .iter()
            .map(|role| (*role, Layout::of(sheet, mapping, *role, &self.given.rules)))
            .collect();
        let mut lines: HashMap<(String, Role), u64> = HashMap::new();
        for row in &sheet.rows {
            let mut refuse = |about: &str, why| self.unread.push(Unread { part: at, about: about.to_owned(), why });
            let first = match layouts[0].1.entry(row) {
                Ok(entry) => entry,
                Err(fault) => {
                    let name = mapping.column("name").and_then(|at| row.cells.get(at));
                    let about = name.or_else(|| row.cells.iter().find(|cell| !cell.is_empty()));
                    refuse(about.map_or("", String::as_str), fault.message());
                    continue;
                }
            };
            let wanted = wanted(*side, first.role);
            if wanted.is_empty() {
                let key = if first.role.is_none() { "import-role-empty" } else { "import-role-none" };
                refuse(&first.name, Message::new(key));
            }
            for (role, layout) in layouts.iter().filter(|(role, _)| wanted.contains(role)) {
                let before = match first.address.as_str() {
                    "" => None,
                    address => lines.insert((address.to_owned(), *role), row.line),
                };
                match (before, layout.entry(row)) {
                    (Some(before), _) => refuse(&first.name, layout.twice(row.line, before).message()),
                    (None, Err(fault)) => refuse(&first.name, fault.message()),
                    (None, Ok(entry)) if *role == Role::Mentor => self.mentors.push(entry),
                    (None, Ok(entry)) => self.mentees.push(entry),
                }
            }
        }
    }
}

/// What each file is, by its name and by what stands in it, until somebody says otherwise.
#[must_use]
pub fn sides(names: &[String]) -> Vec<Side> {
    let says = |name: &String| {
        let name = name.to_lowercase();
        let is = |words: &[&str]| words.iter().any(|word| name.contains(word));
        match () {
            () if is(&["mentee", "mentorai", "mentoreion", "learner"]) => Some(Side::Mentees),
            () if is(&["mentor"]) => Some(Side::Mentors),
            () => None,
        }
    };
    match names {
        [first, second] => match (says(first), says(second)) {
            (Some(Side::Mentees), _) | (None, Some(Side::Mentors)) => vec![Side::Mentees, Side::Mentors],
            _ => vec![Side::Mentors, Side::Mentees],
        },
        _ => vec![Side::Both; names.len()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_names() {
        let of = |names: &[&str]| sides(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["all.csv"]), [Side::Both]);
        assert_eq!(of(&["a.csv", "b.csv"]), [Side::Mentors, Side::Mentees]);
        assert_eq!(of(&["Mentees 2026.xlsx", "b.csv"]), [Side::Mentees, Side::Mentors]);
        assert_eq!(of(&["b.csv", "Our MENTORS.csv"]), [Side::Mentees, Side::Mentors]);
        assert_eq!(of(&["mentors.csv", "mentees.csv"]), [Side::Mentors, Side::Mentees]);
    }

    #[test]
    fn people_without_an_address_are_matched_too() {
        let text = b"Name,Role,Profession\nAda,Mentor,Law\nBo,Mentee,Law\nCy,Mentor,Art\nDi,Mentee,Art\n";
        let contents = Contents { files: vec![(Side::Both, text.to_vec())], rules: None };
        let tried = work_out(&contents, &|_, _| None).unwrap().unwrap();
        assert!(tried.problems.is_empty() && tried.unread.is_empty());
        let outcome = tried.outcome.unwrap();
        assert_eq!(
            outcome.pairs.iter().map(|pair| (pair.two, pair.fit)).collect::<Vec<_>>(),
            [((0, 0), 100), ((1, 1), 100)]
        );
    }
}
