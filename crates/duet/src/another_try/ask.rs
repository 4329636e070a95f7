//! Asking that two be proposed to each other again.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Message, Result};

use super::access::ANOTHER_TRY;
use super::{MOST_NOTE, is_barred, store};
use crate::audit::{self, Act};
use crate::partnership::{self, PartnershipId};
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// From now on the two of a pair that ended with a no, or that one stepped back from, may be proposed to each other again.
/// Nobody is told. Ends one of their pairs so again, it has to be asked again. Tells of which round it is.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Invalid` when the note says nothing or too much; `Conflict` when the
/// pair did not end so, it was asked before, or the round is closed.
pub fn ask(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId, note: &str) -> Result<RoundId> {
    let pair = partnership::store::reached(tx, viewer, id)?.that_may(&ANOTHER_TRY, Verb::Write)?;
    round::store::must_be_open(tx, pair.round)?;
    if !is_barred(&pair) {
        return Err(Error::conflict("another-try-not-ended"));
    }
    if store::of(tx, &pair)?.is_some() {
        return Err(Error::conflict("another-try-before"));
    }
    match note.chars().count() {
        0 => return Err(Error::invalid("note", "form-missing")),
        long if long > MOST_NOTE => {
            return Err(Error::invalid("note", Message::new("form-too-long").with("most", MOST_NOTE)));
        }
        _ => {}
    }
    store::add(tx, &pair, note)?;
    audit::store::note(tx, Some(viewer.person), Act::AnotherTryAsked, id.0)?;
    Ok(pair.round)
}
