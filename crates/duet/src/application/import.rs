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
use crate::scheme;

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
    let round = &round::store::reached(tx, viewer, round)?;
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
            let person = take_in(tx, viewer, entry, &mut summary)?;
            let places = if role == Role::Mentor { entry.places } else { 1 };
            match store::apply(tx, round, person, role, places, &entry.answers)? {
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
    audit::store::note(tx, Some(viewer.person), Act::PeopleImported, round.id.0)?;
    Ok(summary)
}

/// Finds or adds somebody. What a sheet does not say stays as it was; and who runs a scheme, or takes part in one
/// that the viewer does not coordinate, is not renamed by it: those are counted.
fn take_in(tx: &mut Tx<'_>, viewer: Viewer, entry: &Entry, summary: &mut ImportSummary) -> Result<PersonId> {
    let said = |text: &String, known: &str| if text.is_empty() { known.to_owned() } else { text.clone() };
    let Some(known) = person::store::by_address(tx, &entry.address)? else {
        return person::store::add(tx, &draft(entry, entry.job_title.clone(), entry.workplace.clone()));
    };
    let workplace = known.workplace.as_deref().unwrap_or("");
    let newer = draft(entry, said(&entry.job_title, &known.job_title), said(&entry.workplace, workplace));
    if (known.name.as_str(), known.job_title.as_str(), workplace) == (&newer.name, &newer.job_title, &newer.workplace) {
        return Ok(known.id);
    }
    if scheme::store::is_beyond(tx, viewer.person, known.id)? {
        summary.not_corrected += 1;
    } else {
        person::store::correct(tx, known.id, &newer)?;
    }
    Ok(known.id)
}

fn draft(entry: &Entry, job_title: String, workplace: String) -> PersonDraft {
    let (name, address) = (entry.name.clone(), entry.address.clone());
    PersonDraft { name, address, job_title, workplace, language: Language::English }
}

/// Notes who manages whom. A manager nobody knows yet is added by their address: should they come as a mentor later,
/// the rule knows them.
fn note_managers(tx: &mut Tx<'_>, managed: &[(PersonId, &String)]) -> Result<()> {
    for (person, address) in managed {
        let manager = match person::store::by_address(tx, address)? {
            Some(known) => known.id,
            None => person::store::add(tx, &known_by_address(address))?,
        };
        if manager != *person {
            evaluation::store::end_others(tx, manager, *person, Relation::LineManages)?;
            evaluation::note::note(tx, manager, *person, Relation::LineManages)?;
        }
    }
    Ok(())
}

fn known_by_address(address: &str) -> PersonDraft {
    PersonDraft {
        name: address.to_owned(),
        address: address.to_owned(),
        job_title: String::new(),
        workplace: String::new(),
        language: Language::English,
    }
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
