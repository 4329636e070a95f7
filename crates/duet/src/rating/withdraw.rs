//! Taking back that a round's people are asked, while nobody has been.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::ASKING;
use super::{ask, store};
use crate::audit::{self, Act};
use crate::letter;
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// Takes back what was asked last, whole: its letters, and that it was asked. What it would have closed goes on.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when nothing is held, or its letters have gone.
pub fn withdraw(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId) -> Result<()> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&ASKING, Verb::Write)?;
    let now = tx.now();
    let held = store::askings(tx, &round)?.into_iter().find(|one| one.is_held(now));
    let Some(held) = held else { return Err(Error::conflict("ratings-asked-by-now")) };
    letter::write::take_back(tx, id.0, &[ask::kind(held.moment)])?;
    if !store::withdraw(tx, id, held.moment)? {
        return Err(Error::conflict("ratings-asked-by-now"));
    }
    audit::store::note(tx, Some(viewer.person), Act::RatingsWithdrawn, id.0)
}
