//! Taking an assessment away.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::ASSESSMENT;
use super::{AssessmentId, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};

/// Takes away what the viewer said, of themselves or of another; tells whom it was about.
///
/// # Errors
/// `NotFound` unless they said it.
pub fn take_away(tx: &mut Tx<'_>, viewer: Viewer, id: AssessmentId) -> Result<PersonId> {
    let one = store::reached(tx, viewer, id)?.that_may(&ASSESSMENT, Verb::Delete)?;
    store::delete(tx, &one)?;
    audit::store::note(tx, Some(viewer.person), Act::AssessmentTakenAway, one.person.0)?;
    Ok(one.person)
}
