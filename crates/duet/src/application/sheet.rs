//! A spreadsheet of people who apply, read row by row: who they are, where they work, what they answered.
//!
//! Headings may be written in many ways; what each column is taken for is said afterwards. Columns that may
//! tell what data protection law calls special categories are recognised and not read.

use std::collections::BTreeMap;

use kit::Message;
use kit::sheet::{Fault, Row, Sheet, folded};

use crate::round::rules::{Answers, Role, Rules};

const NAME: &[&str] = &["name", "full name", "your name", "enw", "enw llawn"];
const FIRST_NAME: &[&str] = &["first name", "forename", "given name", "enw cyntaf"];
const LAST_NAME: &[&str] = &["last name", "surname", "family name", "cyfenw"];
const ADDRESS: &[&str] =
    &["email address", "email", "your email", "work email", "ebost", "cyfeiriad ebost", "cyfeiriad e-bost"];
const WORKPLACE: &[&str] = &[
    "organisation",
    "organization",
    "workplace",
    "service",
    "library service",
    "employer",
    "department",
    "school",
    "sefydliad",
    "gweithle",
    "man gwaith",
    "cyflogwr",
    "gwasanaeth",
    "ysgol",
];
const JOB_TITLE: &[&str] = &["job title", "job", "role", "post", "position", "swydd", "teitl swydd"];
const PLACES: &[&str] = &["places", "capacity", "number of mentees", "how many mentees", "lleoedd", "nifer y lleoedd"];
const MANAGER: &[&str] = &[
    "line manager email",
    "manager email",
    "line manager",
    "manager's email",
    "line manager's email",
    "ebost rheolwr llinell",
    "rheolwr llinell",
];

/// Words in headings over answers that the law protects (UK GDPR, article 9); a star stands for any ending.
const PRIVATE: &[&str] = &[
    "identity",
    "characteristic*",
    "ethnic*",
    "race",
    "racial",
    "religi*",
    "faith",
    "belief*",
    "sexual*",
    "orientation",
    "gender*",
    "trans",
    "transgender",
    "disab*",
    "health",
    "medical",
    "union",
    "politic*",
    "biometric*",
    "genetic*",
    "pregnan*",
    "neurodiver*",
    "crefydd*",
    "ffydd",
    "credo*",
    "iechyd",
    "meddygol",
    "anabl*",
    "ethnig*",
    "hil",
    "hunaniaeth",
    "rhywedd*",
    "rhywiol*",
    "trawsryw*",
    "undeb",
    "gwleidyddol",
    "beichiog*",
];

/// Somebody in a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The line of the file they stand on.
    pub line: u64,
    /// Their name.
    pub name: String,
    /// Their address, lower case.
    pub address: String,
    /// What they do.
    pub job_title: String,
    /// Where they work.
    pub workplace: String,
    /// How many mentees they take, as a mentor.
    pub places: u32,
    /// Their line manager's address, lower case; empty when not said.
    pub manager: String,
    /// What they answered, under the headings the rules read.
    pub answers: Answers,
}

/// What was done with a sheet's columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// Headings kept as answers.
    pub kept: Vec<String>,
    /// Headings not read, since the law protects what they may tell.
    pub private: Vec<String>,
    /// Headings not read, since no rule needs them.
    pub unused: Vec<String>,
}

/// Whether a heading says who somebody is or is protected: never a criterion that is suggested.
#[must_use]
pub fn is_apart(heading: &str) -> bool {
    let known = [NAME, FIRST_NAME, LAST_NAME, ADDRESS, WORKPLACE, JOB_TITLE, PLACES, MANAGER];
    known.iter().any(|names| is(heading, names)) || is_private(heading) || folded(heading).starts_with("both")
}

/// Reads everybody in a sheet.
///
/// # Errors
/// [`Fault`] at the first row that cannot be read: a column missing, a name or address missing, an address
/// that is none, one that stands twice, a number of places that is none, a heading the rules read that is
/// missing or protected.
pub fn entries(sheet: &Sheet, role: Role, rules: &Rules) -> Result<(Vec<Entry>, Columns), Fault> {
    let layout = Layout::of(sheet, role, rules)?;
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let mut out = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let entry = layout.entry(row)?;
        if let Some(first) = lines.insert(entry.address.clone(), row.line) {
            let message = Message::new("sheet-address-twice").with("first", i64::try_from(first).unwrap_or(0));
            return Err(Fault::at(row.line, layout.address as u64 + 1, message));
        }
        out.push(entry);
    }
    Ok((out, layout.columns))
}

/// Which column is what.
struct Layout {
    names: Vec<usize>,
    address: usize,
    workplace: usize,
    job_title: Option<usize>,
    places: Option<usize>,
    manager: Option<usize>,
    answers: Vec<(String, usize)>,
    columns: Columns,
}

impl Layout {
    fn of(sheet: &Sheet, role: Role, rules: &Rules) -> Result<Layout, Fault> {
        let find = |names: &[&str]| sheet.headings.iter().position(|heading| is(heading, names));
        let need = |names: &[&str]| {
            let missing = || Fault::at(1, 0, Message::new("sheet-column-missing").with("heading", names[0]));
            find(names).ok_or_else(missing)
        };
        let names = match find(NAME) {
            Some(at) => vec![at],
            None if find(FIRST_NAME).is_some() => vec![need(FIRST_NAME)?, need(LAST_NAME)?],
            None => vec![need(NAME)?],
        };
        let mut layout = Layout {
            names,
            address: need(ADDRESS)?,
            workplace: need(WORKPLACE)?,
            job_title: find(JOB_TITLE),
            places: find(PLACES),
            manager: find(MANAGER),
            answers: Vec::new(),
            columns: Columns::default(),
        };
        layout.read_by_rules(sheet, role, rules)?;
        layout.sort_out_the_rest(sheet);
        Ok(layout)
    }

    fn read_by_rules(&mut self, sheet: &Sheet, role: Role, rules: &Rules) -> Result<(), Fault> {
        for heading in rules.headings(role) {
            let missing = || Fault::at(1, 0, Message::new("sheet-column-for-rule").with("heading", heading));
            let at = sheet.column(heading).ok_or_else(missing)?;
            if is_private(heading) {
                return Err(Fault::at(
                    1,
                    at as u64 + 1,
                    Message::new("sheet-column-protected").with("heading", heading),
                ));
            }
            if !self.answers.iter().any(|(_, taken)| *taken == at) {
                self.answers.push((folded(heading), at));
                self.columns.kept.push(sheet.headings[at].clone());
            }
        }
        Ok(())
    }

    fn sort_out_the_rest(&mut self, sheet: &Sheet) {
        let own = [Some(self.address), Some(self.workplace), self.job_title, self.places, self.manager];
        let taken: Vec<usize> = own
            .into_iter()
            .flatten()
            .chain(self.names.iter().copied())
            .chain(self.answers.iter().map(|(_, at)| *at))
            .collect();
        for (_, heading) in sheet.headings.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            let place = if is_private(heading) { &mut self.columns.private } else { &mut self.columns.unused };
            place.push(heading.clone());
        }
    }

    fn entry(&self, row: &Row) -> Result<Entry, Fault> {
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let fault = |at: usize, key: &'static str| Fault::at(row.line, at as u64 + 1, key);
        let name = self.names.iter().map(|at| cell(*at)).collect::<Vec<_>>().join(" ").trim().to_owned();
        let address = cell(self.address).to_lowercase();
        let manager = self.manager.map_or("", cell).to_lowercase();
        let kept = self
            .names
            .iter()
            .copied()
            .chain([self.workplace])
            .chain(self.job_title)
            .chain(self.answers.iter().map(|(_, at)| *at));
        if let Some(at) = kept.into_iter().find(|at| cell(*at).chars().any(char::is_control)) {
            return Err(fault(at, "sheet-control"));
        }
        let checks = [
            (!name.is_empty(), self.names[0], "sheet-name-missing"),
            (name.chars().count() <= 200, self.names[0], "sheet-name-long"),
            (!address.is_empty(), self.address, "sheet-address-missing"),
            (kit::form::looks_like_address(&address), self.address, "sheet-address-wrong"),
            (cell(self.workplace).chars().count() <= 200, self.workplace, "sheet-name-long"),
            (manager.is_empty() || kit::form::looks_like_address(&manager), self.manager.unwrap_or(0), "sheet-manager"),
        ];
        if let Some((_, at, key)) = checks.into_iter().find(|(fine, _, _)| !fine) {
            return Err(fault(at, key));
        }
        Ok(Entry {
            line: row.line,
            name,
            address,
            job_title: self.job_title.map_or("", cell).chars().take(200).collect(),
            workplace: cell(self.workplace).to_owned(),
            places: self.places(row)?,
            manager,
            answers: self.answers.iter().map(|(heading, at)| (heading.clone(), cell(*at).to_owned())).collect(),
        })
    }

    fn places(&self, row: &Row) -> Result<u32, Fault> {
        let Some(at) = self.places else { return Ok(1) };
        match row.cells.get(at).map_or("", String::as_str) {
            "" => Ok(1),
            text => match text.parse() {
                Ok(places @ 0..=99) => Ok(places),
                _ => Err(Fault::at(row.line, at as u64 + 1, "sheet-places")),
            },
        }
    }
}

fn is(heading: &str, names: &[&str]) -> bool {
    names.iter().any(|name| folded(name) == folded(heading))
}

fn is_private(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    words.any(|word| PRIVATE.iter().any(|private| is_meant(private, word)))
}

fn is_meant(private: &str, word: &str) -> bool {
    private.strip_suffix('*').map_or(word == private, |start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::rules::{Criterion, Weight};

    const GOOD: &str = "First name,Last name,Email,Organisation,Job title,Profession,Religion,Shoe size\n\
                        Ada,Ng,Ada@a.test,Conwy,Head,Law,none,4\nBo,Orr,bo@b.test,Powys,Lead,Art,none,5\n";

    fn fault(text: &str) -> (u64, u64, &'static str) {
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        let fault = entries(&sheet, Role::Mentor, &Rules::default()).unwrap_err();
        (fault.line, fault.column, fault.message.key)
    }

    #[test]
    fn people_are_read_and_what_is_not_needed_is_not_kept() {
        let same = Criterion::Same { heading: "profession".into(), weight: Weight::of(1) };
        let rules = Rules { criteria: vec![same], ..Rules::default() };
        let (people, columns) = entries(&Sheet::read(GOOD.as_bytes()).unwrap(), Role::Mentor, &rules).unwrap();
        assert_eq!(
            (people[0].name.as_str(), people[0].address.as_str(), people[0].places),
            ("Ada Ng", "ada@a.test", 1)
        );
        assert_eq!(people[1].answers.values().collect::<Vec<_>>(), ["Art"]);
        assert_eq!(
            (columns.kept, columns.private, columns.unused),
            (vec!["Profession".into()], vec!["Religion".into()], vec!["Shoe size".into()])
        );
    }

    #[test]
    fn protected_headings_are_known_by_whole_words() {
        for private in [
            "Identity to match",
            "characteristics",
            "Sexual orientation",
            "Ethnicity",
            "Any disabilities?",
            "Crefydd",
            "Cyflwr iechyd",
        ] {
            assert!(is_private(private), "{private}");
        }
        for open in ["Transport", "Grace period", "Healthy eating lead"] {
            assert!(!is_private(open), "{open}");
        }
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        assert_eq!(fault("name,organisation\nAda,Conwy\n"), (1, 0, "sheet-column-missing"));
        assert_eq!(fault("email,organisation\na@b.test,Conwy\n"), (1, 0, "sheet-column-missing"));
        assert_eq!(fault("name,email,organisation\nAda,ada,Conwy\n"), (2, 2, "sheet-address-wrong"));
        assert_eq!(fault("name,email,organisation\n,a@b.test,Conwy\n"), (2, 1, "sheet-name-missing"));
        assert_eq!(fault("name,email,organisation\nAda,a@b.test,C\nBo,A@b.test,D\n"), (3, 2, "sheet-address-twice"));
        assert_eq!(fault("name,email,organisation,line manager\nAda,a@b.test,C,Bo Orr\n"), (2, 4, "sheet-manager"));
        assert_eq!(fault("name,email,organisation\n\"A\nda\",a@b.test,C\n"), (2, 1, "sheet-control"));
        assert_eq!(fault("name,email,organisation,places\nAda,a@b.test,C,many\n"), (2, 4, "sheet-places"));
    }
}
