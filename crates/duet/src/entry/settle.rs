//! Settling an entry: who it is for says that it is right, or it is taken back.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ENTRY;
use super::{Entry, EntryId, Settled, What, store};
use crate::access::Reached;
use crate::application;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round;

/// Settles an entry. Only who it is for says that it is right; they and the coordinator can take it back, and then it is
/// as if it had not been entered: they can do it themselves.
///
/// # Errors
/// `NotFound` when it is not theirs; `Conflict` when it is settled, fourteen days are over, or it cannot be undone any
/// more: the pair was told, or has met, their places are taken by now, or the round is closed.
pub fn settle(tx: &mut Tx<'_>, viewer: Viewer, id: EntryId, how: Settled) -> Result<()> {
    let entry = store::reached(tx, viewer, id)?;
    match how {
        Settled::Right => entry.must(&ENTRY, Verb::Decide)?,
        Settled::TakenBack if entry.may(&ENTRY, Verb::Decide) => {}
        Settled::TakenBack => entry.must(&ENTRY, Verb::Delete)?,
    }
    if !entry.is_open(tx.now()) {
        return Err(Error::conflict("entry-settled"));
    }
    match how {
        Settled::TakenBack => take_back(tx, &entry)?,
        // Once they say that it is right, it is their word.
        Settled::Right if entry.what == What::Application => {
            let store::Said { role, places, answers } = store::application(tx, &entry)?;
            application::store::apply_oneself(tx, entry.round, (entry.entered_for, role), places, answers.0)?;
        }
        Settled::Right => {}
    }
    store::settle(tx, id, how)?;
    let act = if how == Settled::Right { Act::EntryConfirmed } else { Act::EntryTakenBack };
    audit::store::note(tx, Some(viewer.person), act, id.0)
}

fn take_back(tx: &mut Tx<'_>, entry: &Reached<Entry>) -> Result<()> {
    let undone = match entry.what {
        What::Application => store::remove_application(tx, entry)?,
        What::Answer => {
            round::store::must_be_open(tx, entry.round)?;
            store::remove_answer(tx, entry)?
        }
        What::Session => store::remove_session(tx, entry)?,
    };
    if undone { Ok(()) } else { Err(Error::conflict("entry-too-late")) }
}
