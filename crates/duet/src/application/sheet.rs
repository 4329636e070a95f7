//! A spreadsheet of people who apply, read row by row: who they are, where they work, what they answered.

use std::collections::BTreeMap;

use kit::Message;
use kit::sheet::{Fault, Row, Sheet, folded};

use crate::mapping::kinds::PEOPLE;
use crate::mapping::{Mapping, Reading, Use, is_private};
use crate::round::rules::{Answers, Role, Rules};

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
    /// What the sheet says they are: a word of the field `role`.
    pub role: Option<&'static str>,
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
    /// Kept sealed, for a purpose.
    pub sealed: Vec<String>,
}

/// Whether a heading says who somebody is or is protected: never a criterion that is suggested.
#[must_use]
pub fn is_apart(heading: &str) -> bool {
    let is = |name: &str| folded(name) == folded(heading);
    let known = PEOPLE.fields.iter().any(|field| field.headings.iter().any(|name| is(name)));
    known || is_private(heading) || folded(heading).starts_with("both")
}

/// Reads everybody in a sheet whose columns are taken for what they seem to be.
///
/// # Errors
/// [`Fault`] at the first row that cannot be read: a column missing, a name or address missing, an address
/// that is none, one that stands twice, a number of places that is none, a heading the rules read that is
/// missing or protected.
pub fn entries(sheet: &Sheet, role: Role, rules: &Rules) -> Result<(Vec<Entry>, Columns), Fault> {
    let read: Vec<String> = rules.headings(role).into_iter().map(folded).collect();
    let mapping = Mapping::propose(&PEOPLE, sheet, &|heading| read.contains(&folded(heading)));
    if let Some(field) = mapping.missing().first() {
        return Err(Fault::at(1, 0, Message::new("sheet-column-missing").with("heading", field.headings[0])));
    }
    if let Some(fault) = unread(sheet, &mapping, role, rules) {
        return Err(fault);
    }
    let layout = Layout::of(sheet, &mapping, role, rules);
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    let mut out = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let entry = layout.entry(row)?;
        if let Some(first) = lines.insert(entry.address.clone(), row.line) {
            return Err(layout.twice(row.line, first));
        }
        out.push(entry);
    }
    Ok((out, layout.columns))
}

/// The first heading that the rules read and no column answers, or that they must not read.
#[must_use]
pub fn unread(sheet: &Sheet, mapping: &Mapping, role: Role, rules: &Rules) -> Option<Fault> {
    rules.headings(role).into_iter().find_map(|heading| {
        let at =
            mapping.uses.iter().position(|of| *of == Use::Answer(folded(heading))).or_else(|| sheet.column(heading));
        if is_private(heading) {
            let message = Message::new("sheet-column-protected").with("heading", heading);
            return Some(Fault::at(1, at.map_or(0, |at| at as u64 + 1), message));
        }
        let kept = at.is_some_and(|at| !matches!(mapping.uses[at], Use::LeftOut | Use::Sealed(_)));
        (!kept).then(|| Fault::at(1, 0, Message::new("sheet-column-for-rule").with("heading", heading)))
    })
}

/// How a sheet of people is read.
pub struct Layout<'s> {
    mapping: &'s Mapping,
    answers: Vec<(String, usize)>,
    /// What is done with its columns.
    pub columns: Columns,
}

impl<'s> Layout<'s> {
    /// How a sheet is read under a mapping: every column that is an answer, and those that the rules read besides.
    #[must_use]
    pub fn of(sheet: &Sheet, mapping: &'s Mapping, role: Role, rules: &Rules) -> Layout<'s> {
        let mut answers: Vec<(String, usize)> = Vec::new();
        let read: Vec<String> = rules.headings(role).into_iter().map(folded).collect();
        let mut columns = Columns::default();
        for (at, heading) in sheet.headings.iter().enumerate() {
            let known = folded(heading);
            match &mapping.uses[at] {
                Use::Answer(heading) => answers.push((heading.clone(), at)),
                Use::Is(_) if read.contains(&known) => answers.push((known, at)),
                Use::Is(_) => continue,
                Use::LeftOut if is_private(heading) => columns.private.push(heading.clone()),
                Use::LeftOut => columns.unused.push(heading.clone()),
                Use::Sealed(_) => columns.sealed.push(heading.clone()),
            }
        }
        columns.kept = answers.iter().map(|(_, at)| sheet.headings[*at].clone()).collect();
        Layout { mapping, answers, columns }
    }

    /// Somebody's row.
    ///
    /// # Errors
    /// The first [`Fault`] in it.
    pub fn entry(&self, row: &Row) -> Result<Entry, Fault> {
        let reading = Reading::of(row, self.mapping)?;
        let names = if self.mapping.column("name").is_some() { &["name"][..] } else { &["first_name", "last_name"] };
        let name = names.iter().map(|part| reading.text(part)).collect::<Vec<_>>().join(" ").trim().to_owned();
        let long = name.chars().count() > 200;
        if name.is_empty() || long {
            return Err(reading.fault(names[0], if long { "sheet-name-long" } else { "sheet-name-missing" }));
        }
        let mut answers = Answers::new();
        for (heading, at) in &self.answers {
            let cell = reading.cell(*at);
            if cell.chars().any(char::is_control) {
                return Err(Fault::at(row.line, *at as u64 + 1, "sheet-control"));
            }
            answers.insert(heading.clone(), cell.to_owned());
        }
        Ok(Entry {
            line: row.line,
            name,
            address: reading.address("address"),
            job_title: reading.text("job_title").to_owned(),
            workplace: reading.text("workplace").to_owned(),
            places: reading.whole("places").unwrap_or(1),
            manager: reading.address("manager"),
            role: reading.word("role"),
            answers,
        })
    }

    /// The fault of an address that stood on another line before.
    #[must_use]
    pub fn twice(&self, line: u64, first: u64) -> Fault {
        let message = Message::new("sheet-address-twice").with("first", i64::try_from(first).unwrap_or(0));
        Fault::at(line, self.mapping.column("address").map_or(0, |at| at as u64 + 1), message)
    }
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
