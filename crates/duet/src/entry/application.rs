//! Entering an application for somebody who phoned.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::error::Check;
use kit::words::Language;
use kit::{Error, Message, Result};

use super::access::ENTRY;
use super::tell::Told;
use super::{EntryId, What, store, tell};
use crate::application;
use crate::application::store::Written;
use crate::audit::{self, Act};
use crate::letter::Desk;
use crate::person::{self, Membership, Person, PersonDraft, PersonId, Viewer};
use crate::round::rules::{Answers, Role};
use crate::round::{self, RoundId};

/// The most characters of one answer.
pub const MOST_ANSWER: usize = 500;

/// An application as it was told on the telephone.
#[derive(Clone, Debug)]
pub struct ApplicationDraft {
    /// Who asks: known by their address, or new.
    pub person: PersonDraft,
    /// What they ask to be.
    pub role: Role,
    /// How many mentees a mentor takes.
    pub places: u32,
    /// What they said under the headings that the round's rules read.
    pub answers: Answers,
}

impl ApplicationDraft {
    fn check(&self) -> Result<()> {
        self.person.check()?;
        check_answers(self.role, self.places, &self.answers)
    }
}

/// Checks what somebody said, whoever types it.
///
/// # Errors
/// `Invalid` with one problem per field.
pub fn check_answers(role: Role, places: u32, answers: &Answers) -> Result<()> {
    let long = answers.values().any(|answer| answer.chars().count() > MOST_ANSWER);
    let odd = answers.values().any(|answer| answer.chars().any(char::is_control));
    Check::default()
        .that(role == Role::Mentor || places == 1, "places", "entry-places-of-mentee")
        .that(!long, "answers", Message::new("form-too-long").with("most", MOST_ANSWER))
        .that(!odd, "answers", "form-control-characters")
        .done()
}

/// Enters an application: the person is found by their address or becomes known, and is told by letter.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the draft is, the address is somebody's of another
/// name, or they have applied in this role already.
pub fn enter(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, draft: &ApplicationDraft, desk: Desk) -> Result<EntryId> {
    let round = round::store::reached(tx, viewer, round)?.that_may(&ENTRY, Verb::Write)?;
    draft.check()?;
    let person = found(tx, &draft.person)?;
    if application::store::id_of(tx, &round, draft.role, person)?.is_some() {
        return Err(Error::invalid("role", "entry-applied"));
    }
    let (role, places, answers) = (draft.role, draft.places, draft.answers.clone());
    application::store::apply(tx, &round, Written { person, role, places, answers, sent_at: None })?;
    let subject = application::store::id_of(tx, &round, draft.role, person)?.ok_or(Error::NotFound)?;
    let id = store::add(tx, round.id, (What::Application, subject.0, None), person, viewer.person)?;
    let told = Told::Application(draft.role);
    tell::tell(tx, viewer, (id, person), (&round.name, round.scheme, &round.scheme_name), told, desk)?;
    audit::store::note(tx, Some(viewer.person), Act::ApplicationEntered, id.0)?;
    Ok(id)
}

/// Who has this address, when they are the one that is meant; else somebody new.
///
/// # Errors
/// `Invalid` when it is somebody's of another name, or of somebody who takes no part now.
pub fn found(tx: &mut Tx<'_>, draft: &PersonDraft) -> Result<PersonId> {
    match known(tx, draft)? {
        Some(known) => Ok(known.id),
        None => person::store::add(tx, draft),
    }
}

/// Who has this address, when they are the one that is meant; nobody when nobody has it.
///
/// # Errors
/// As [`found`].
pub fn known(c: &mut Read<'_>, draft: &PersonDraft) -> Result<Option<Person>> {
    let Some(known) = person::store::by_address(c, &draft.address)? else { return Ok(None) };
    let same = known.name.trim().to_lowercase() == draft.name.trim().to_lowercase();
    let here = matches!(known.membership, Membership::Invited | Membership::Active);
    if same && here { Ok(Some(known)) } else { Err(Error::invalid("address", "entry-address-taken")) }
}

/// The draft of somebody who is to be written to in a language.
#[must_use]
pub fn person(name: String, address: String, job_title: String, workplace: String, language: Language) -> PersonDraft {
    PersonDraft { name, address, job_title, workplace, language }
}
