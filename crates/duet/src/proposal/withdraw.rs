//! Taking back that a proposal's pairs are told, while nobody has been.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::PROPOSAL;
use super::{ProposalId, letters, store};
use crate::audit::{self, Act};
use crate::letter;
use crate::partnership;
use crate::person::Viewer;

/// Takes a publication back whole: its letters, its offers, and that it was published. Then it is as if it never had
/// been, but for the record.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when it was not published, or its letters have gone.
pub fn withdraw(tx: &mut Tx<'_>, viewer: Viewer, id: ProposalId) -> Result<()> {
    let (proposal, round) = store::reached(tx, viewer, id)?;
    round.must(&PROPOSAL, Verb::Decide)?;
    if !store::withdraw(tx, id)? {
        return Err(Error::conflict("proposal-told-already"));
    }
    letter::write::take_back(tx, id.0, &letters::KINDS)?;
    for pair in store::pairs(tx, &proposal)? {
        if !partnership::store::take_back(tx, round.id, pair.mentor, pair.mentee)? {
            return Err(Error::conflict("proposal-told-already"));
        }
    }
    audit::store::note(tx, Some(viewer.person), Act::ProposalWithdrawn, id.0)
}
