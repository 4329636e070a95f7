//! Adding a capability.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Message, Result};

use super::access::CAPABILITY;
use super::{CapabilityDraft, CapabilityId, Framework, MOST, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Adds a capability after those that are there.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation or coordinates a scheme; `Invalid` when the draft is, or
/// there is one of this name; `Conflict` when there are too many, or no levels are written yet.
pub fn add(tx: &mut Tx<'_>, viewer: Viewer, draft: &CapabilityDraft) -> Result<CapabilityId> {
    let id = quietly(tx, viewer, draft)?;
    audit::store::note(tx, Some(viewer.person), Act::CapabilityAdded, id.0)?;
    Ok(id)
}

/// The same as a part of an act that notes itself.
///
/// # Errors
/// As [`add`].
pub fn quietly(tx: &mut Tx<'_>, viewer: Viewer, draft: &CapabilityDraft) -> Result<CapabilityId> {
    let framework = store::framework_reached(tx, viewer)?.that_may(&CAPABILITY, Verb::Write)?;
    draft.check()?;
    let known = store::framework(tx)?;
    if known.scale.is_none() {
        return Err(Error::conflict("capability-levels-first"));
    }
    is_new(&known, draft, None)?;
    room(&known)?;
    store::add(tx, &framework, draft)
}

/// Whether nothing else is called so.
pub(super) fn is_new(known: &Framework, draft: &CapabilityDraft, own: Option<CapabilityId>) -> Result<()> {
    for (field, name) in [("name", &draft.name.en), ("name_cy", &draft.name.cy)] {
        match known.named(name) {
            Some(there) if Some(there.id) != own && there.stands() => {
                return Err(Error::invalid(field, "capability-there"));
            }
            Some(there) if Some(there.id) != own => {
                return Err(Error::invalid(field, "capability-there-withdrawn"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether one more can be asked about.
pub(super) fn room(known: &Framework) -> Result<()> {
    if known.standing().count() < MOST {
        Ok(())
    } else {
        Err(Error::Conflict(Message::new("capability-too-many").with("most", MOST)))
    }
}
