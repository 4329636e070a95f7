//! Importing applicants from two spreadsheets: all of it, or nothing.

use kit::db::Tx;
use kit::sheet::{Fault, Sheet};
use kit::words::Language;
use kit::{Error, Message, Result};

use super::ImportSummary;
use super::sheet::{self, Columns, Entry};
use super::store::{self, Written};
use crate::audit::{self, Act};
use crate::evaluation::{self, Relation};
use crate::person::{self, PersonDraft, PersonId, Viewer};
use crate::round::rules::{Role, Rules, suggest};
use crate::round::{self, RoundId};

/// What is imported, read from the files before anything is written.
#[derive(Clone, Debug)]
pub struct ImportDraft {
    mentors: Vec<Entry>,
    mentees: Vec<Entry>,
    columns: Columns,
    rules: Rules,
    rules_suggested: bool,
}

impl ImportDraft {
    /// Reads both sheets under `rules`; when there are no criteria yet they are suggested from the sheets.
    /// `given` are rules that came with the sheets: they become the round's.
    ///
    /// # Errors
    /// The form's field (`mentors`, `mentees`) and the [`Fault`] in it.
    pub fn read(
        mentors: &[u8],
        mentees: &[u8],
        given: Option<Rules>,
        present: Rules,
    ) -> Result<ImportDraft, (&'static str, Fault)> {
        let mentors = Sheet::read(mentors).map_err(|fault| ("mentors", fault))?;
        let mentees = Sheet::read(mentees).map_err(|fault| ("mentees", fault))?;
        let rules_suggested = given.is_none() && present.criteria.is_empty() && present.eligible.is_empty();
        let rules = match given {
            Some(given) => given,
            None if rules_suggested => suggest::rules(&mentors, &mentees, &sheet::is_apart),
            None => present,
        };
        let (mentors, columns) = sheet::entries(&mentors, Role::Mentor, &rules).map_err(|fault| ("mentors", fault))?;
        let (mentees, others) = sheet::entries(&mentees, Role::Mentee, &rules).map_err(|fault| ("mentees", fault))?;
        one_name_per_address(&mentors, &mentees).map_err(|fault| ("mentees", fault))?;
        let draft = ImportDraft { mentors, mentees, columns: together(columns, others), rules, rules_suggested };
        Ok(draft)
    }
}

/// Takes the people in: known ones are recognised by their address, an application that is there is brought up
/// to date, and nothing is taken away.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub fn import(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, draft: &ImportDraft) -> Result<ImportSummary> {
    round::store::coordinated(tx, viewer, round)?;
    round::store::set_rules(tx, round, &draft.rules)?;
    let mut summary = ImportSummary {
        kept: draft.columns.kept.clone(),
        left_out_private: draft.columns.private.clone(),
        left_out_unused: draft.columns.unused.clone(),
        rules_suggested: draft.rules_suggested,
        ..ImportSummary::default()
    };
    let mut managed = Vec::new();
    for (role, entries) in [(Role::Mentor, &draft.mentors), (Role::Mentee, &draft.mentees)] {
        for entry in entries {
            let person = take_in(tx, entry)?;
            match store::apply(tx, round, person, role, entry.places, &entry.answers)? {
                Written::New => summary.new += 1,
                Written::Changed => summary.changed += 1,
                Written::Same => summary.same += 1,
            }
            if !entry.manager.is_empty() {
                managed.push((person, &entry.manager));
            }
        }
    }
    note_managers(tx, &managed)?;
    store::note_import(tx, round, viewer.person, &summary)?;
    audit::store::note(tx, Some(viewer.person), Act::PeopleImported, round.0)?;
    Ok(summary)
}

fn take_in(tx: &mut Tx<'_>, entry: &Entry) -> Result<PersonId> {
    let draft = PersonDraft {
        name: entry.name.clone(),
        address: entry.address.clone(),
        job_title: entry.job_title.clone(),
        workplace: entry.workplace.clone(),
        language: Language::English,
    };
    match person::store::by_address(tx, &entry.address)? {
        None => person::store::add(tx, &draft),
        Some(known) => {
            let same = known.name == draft.name
                && known.job_title == draft.job_title
                && known.workplace.as_deref().unwrap_or("") == draft.workplace;
            if !same {
                person::store::correct(tx, known.id, &draft)?;
            }
            Ok(known.id)
        }
    }
}

/// A manager whom nobody knows here cannot be anybody's mentor: only known ones are noted.
fn note_managers(tx: &mut Tx<'_>, managed: &[(PersonId, &String)]) -> Result<()> {
    for (person, address) in managed {
        let manager = person::store::by_address(tx, address)?;
        if let Some(manager) = manager.filter(|manager| manager.id != *person) {
            evaluation::store::note(tx, manager.id, *person, Relation::LineManages)?;
        }
    }
    Ok(())
}

/// Somebody may stand in both sheets, but one address is one person.
fn one_name_per_address(mentors: &[Entry], mentees: &[Entry]) -> Result<(), Fault> {
    let names: std::collections::HashMap<&str, &Entry> =
        mentors.iter().map(|entry| (entry.address.as_str(), entry)).collect();
    let other = |entry: &&Entry| names.get(entry.address.as_str()).is_some_and(|known| known.name != entry.name);
    mentees.iter().find(other).map_or(Ok(()), |entry| {
        let known = names.get(entry.address.as_str()).map_or("", |known| known.name.as_str());
        Err(Fault::at(
            entry.line,
            0,
            Message::new("sheet-address-two-names").with("name", &entry.name).with("other", known),
        ))
    })
}

fn together(mut columns: Columns, others: Columns) -> Columns {
    let add = |list: &mut Vec<String>, more: Vec<String>| {
        for heading in more {
            if !list.iter().any(|have| kit::sheet::folded(have) == kit::sheet::folded(&heading)) {
                list.push(heading);
            }
        }
    };
    add(&mut columns.kept, others.kept);
    add(&mut columns.private, others.private);
    add(&mut columns.unused, others.unused);
    columns
}

/// A fault in a file as a problem of the form's field.
#[must_use]
pub fn as_problem((field, fault): (&'static str, Fault)) -> Error {
    Error::invalid(field, fault.message())
}
