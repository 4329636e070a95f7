//! Opening a round.

use kit::db::Tx;
use kit::{Error, Result};

use super::rules::Rules;
use super::{RoundDraft, RoundId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, Appointment, Duty, SchemeId};

/// Opens a round of a scheme, with no rules yet but that colleagues are not paired.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, draft: &RoundDraft) -> Result<RoundId> {
    let coordinates = Appointment { duty: Duty::Coordinator, scheme: Some(scheme) };
    if !scheme::store::appointments(tx, viewer.person)?.contains(&coordinates) {
        return Err(Error::NotFound);
    }
    let round = store::open(tx, scheme, draft, &Rules::default())?;
    audit::store::note(tx, Some(viewer.person), Act::RoundOpened, round.0)?;
    Ok(round)
}
