//! Opening a round.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::ROUND;
use super::rules::Rules;
use super::{RoundDraft, RoundId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, SchemeId};

/// Opens a round of a scheme, with no rules yet but that colleagues are not paired.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, draft: &RoundDraft) -> Result<RoundId> {
    scheme::store::reached(tx, viewer, scheme)?.must(&ROUND, Verb::Write)?;
    let round = store::open(tx, scheme, draft, &Rules::default())?;
    audit::store::note(tx, Some(viewer.person), Act::RoundOpened, round.0)?;
    Ok(round)
}
