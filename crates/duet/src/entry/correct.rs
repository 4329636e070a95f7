//! Correcting an application that was entered.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ENTRY;
use super::application::check_answers;
use super::{EntryId, Settled, What, store};
use crate::application;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::rules::Answers;

/// Puts right what was entered as somebody's application: with their own words in it, it is settled. An answer that is
/// empty goes; one that is not among these stays.
///
/// # Errors
/// `NotFound` unless it was entered for the viewer, as an application; `Conflict` when it is settled or the fourteen days
/// are over; `Invalid` with one problem per field.
pub fn correct(tx: &mut Tx<'_>, viewer: Viewer, id: EntryId, places: u32, answers: &Answers) -> Result<()> {
    let entry = store::reached(tx, viewer, id)?.that_may(&ENTRY, Verb::Decide)?;
    if entry.what != What::Application {
        return Err(Error::NotFound);
    }
    if !entry.is_open(tx.now()) {
        return Err(Error::conflict("entry-settled"));
    }
    let said = store::application(tx, &entry)?;
    let mut whole = said.answers.0;
    whole.extend(answers.clone());
    whole.retain(|_, answer| !answer.is_empty());
    check_answers(said.role, places, &whole)?;
    application::store::apply_oneself(tx, entry.round, (entry.entered_for, said.role), places, whole)?;
    store::settle(tx, id, Settled::Right)?;
    audit::store::note(tx, Some(viewer.person), Act::EntryCorrected, id.0)
}
