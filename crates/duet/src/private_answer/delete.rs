//! Deleting private answers whose purpose is served.

use kit::Result;
use kit::db::Tx;

use super::store;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// Deletes every answer of a round under one heading, for good.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub fn delete(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, heading: &str) -> Result<()> {
    let round = round::store::reached(tx, viewer, round)?;
    store::delete(tx, &round, heading)?;
    audit::store::note(tx, Some(viewer.person), Act::PrivateAnswersDeleted, round.id.0)
}
