//! Withdrawing an outcome, and asking about it again.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::OUTCOME;
use super::{Outcome, OutcomeId, add, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, SchemeId};

/// From today on nobody is asked about an outcome; what was said of it stays. Once more changes nothing. Tells of which
/// scheme it is.
///
/// # Errors
/// `NotFound` unless the viewer coordinates its scheme.
pub fn withdraw(tx: &mut Tx<'_>, viewer: Viewer, id: OutcomeId) -> Result<SchemeId> {
    let outcome = store::reached(tx, viewer, id)?.that_may(&OUTCOME, Verb::Delete)?;
    if outcome.is_asked() {
        let today = tx.today();
        store::withdraw(tx, &outcome, Some(today))?;
        audit::store::note(tx, Some(viewer.person), Act::OutcomeWithdrawn, id.0)?;
    }
    Ok(outcome.scheme)
}

/// People are asked about an outcome again. Where they are asked already, nothing changes.
///
/// # Errors
/// `NotFound` unless the viewer coordinates its scheme; `Conflict` when people would be asked about too many.
pub fn take_up(tx: &mut Tx<'_>, viewer: Viewer, id: OutcomeId) -> Result<SchemeId> {
    let outcome = store::reached(tx, viewer, id)?.that_may(&OUTCOME, Verb::Write)?;
    if !outcome.is_asked() {
        let scheme = scheme::store::reached(tx, viewer, outcome.scheme)?;
        add::room(store::of(tx, &scheme)?.iter().filter(|one| Outcome::is_asked(one)).count())?;
        store::withdraw(tx, &outcome, None)?;
        audit::store::note(tx, Some(viewer.person), Act::OutcomeTakenUp, id.0)?;
    }
    Ok(outcome.scheme)
}
