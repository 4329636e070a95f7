//! Letting others read one's words, and withdrawing them.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::TESTIMONIAL;
use super::{Draft, TestimonialId, store};
use crate::audit::{self, Act};
use crate::partnership::{self, PartnershipId};
use crate::person::Viewer;
use crate::round::rules::Role;

/// Keeps the viewer's words for a round, in place of those they gave before.
///
/// # Errors
/// `NotFound` unless they are one of the pair; `Conflict` when it never began; `Invalid` with one problem per field.
pub fn give(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId, draft: &Draft) -> Result<TestimonialId> {
    let pair = partnership::store::reached(tx, viewer, id)?.that_may(&TESTIMONIAL, Verb::Write)?;
    if pair.started_on.is_none() {
        return Err(Error::conflict("testimonial-not-begun"));
    }
    draft.check()?;
    let role = if pair.mentor == viewer.person { Role::Mentor } else { Role::Mentee };
    let id = store::keep(tx, viewer, pair.round, role, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::TestimonialGiven, id.0)?;
    Ok(id)
}

/// Withdraws the viewer's words: they are deleted, and shown nowhere from that moment on.
///
/// # Errors
/// `NotFound` when they are not one of the pair, or gave none.
pub fn withdraw(tx: &mut Tx<'_>, viewer: Viewer, id: PartnershipId) -> Result<()> {
    let pair = partnership::store::reached(tx, viewer, id)?.that_may(&TESTIMONIAL, Verb::Delete)?;
    let own = store::own(tx, viewer, pair.round)?.ok_or(Error::NotFound)?;
    store::delete(tx, viewer, own.id)?;
    audit::store::note(tx, Some(viewer.person), Act::TestimonialWithdrawn, own.id.0)
}
