//! Ending an open link.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::OPEN_LINK;
use super::{OpenLinkId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::RoundId;

/// Ends a link: from now on it leads nowhere. Who came in by it stays. Gives its round.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when it has ended.
pub fn end(tx: &mut Tx<'_>, viewer: Viewer, id: OpenLinkId) -> Result<RoundId> {
    let round = store::round_of(tx, viewer, id)?.that_may(&OPEN_LINK, Verb::Delete)?;
    if !store::end(tx, &round, id)? {
        return Err(Error::conflict("conflict-changed"));
    }
    audit::store::note(tx, Some(viewer.person), Act::OpenLinkEnded, id.0)?;
    Ok(round.id)
}
