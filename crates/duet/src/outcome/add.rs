//! Adding an outcome to a scheme.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Message, Result};

use super::access::OUTCOME;
use super::{MOST, Outcome, OutcomeDraft, OutcomeId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, SchemeId};

/// Adds an outcome after those that are there.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` when the draft is, or the scheme asks for it already;
/// `Conflict` when people would be asked about too many.
pub fn add(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, draft: &OutcomeDraft) -> Result<OutcomeId> {
    let scheme = scheme::store::reached(tx, viewer, scheme)?.that_may(&OUTCOME, Verb::Write)?;
    draft.check()?;
    let asked = store::of(tx, &scheme)?.into_iter().filter(Outcome::is_asked).collect::<Vec<_>>();
    if asked.iter().any(|one| one.words.to_lowercase() == draft.words.to_lowercase()) {
        return Err(Error::invalid("words", "outcome-there"));
    }
    room(asked.len())?;
    let id = store::add(tx, &scheme, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::OutcomeAdded, id.0)?;
    Ok(id)
}

/// Whether one more can be asked about, beside so many.
pub(super) fn room(asked: usize) -> Result<()> {
    if asked < MOST { Ok(()) } else { Err(Error::Conflict(Message::new("outcome-too-many").with("most", MOST))) }
}
