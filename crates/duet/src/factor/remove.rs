//! Taking a factor away.

use kit::db::OutsideTx;
use kit::{Error, Message, Result};

use super::{Held, PasskeyId, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Takes the viewer's code app away. `needed` says that they must keep one factor at least.
///
/// # Errors
/// `NotFound` when there is none; `NotAllowed` when it is the last and needed.
pub fn code_app(tx: &mut OutsideTx<'_>, viewer: Viewer, needed: bool) -> Result<()> {
    let held = store::held(tx, viewer)?.ok_or(Error::NotFound)?;
    if !store::remove_app(tx, held.identity)? {
        return Err(Error::NotFound);
    }
    after(tx, viewer, held, needed, Act::CodeAppRemoved)
}

/// Takes one of the viewer's passkeys away. `needed` as in [`code_app`].
///
/// # Errors
/// `NotFound` when it is not theirs; `NotAllowed` when it is the last factor and needed.
pub fn passkey(tx: &mut OutsideTx<'_>, viewer: Viewer, id: PasskeyId, needed: bool) -> Result<()> {
    let held = store::held(tx, viewer)?.ok_or(Error::NotFound)?;
    if !store::remove_passkey(tx, held.identity, id)? {
        return Err(Error::NotFound);
    }
    after(tx, viewer, held, needed, Act::PasskeyRemoved)
}

/// Without a factor there is nothing that paper codes could stand in for: they go with the last, and so does the count of
/// wrong ones. Then nothing holds the identity back from being linked to another.
fn after(tx: &mut OutsideTx<'_>, viewer: Viewer, before: Held, needed: bool, act: Act) -> Result<()> {
    if before.count() == 1 {
        if needed {
            return Err(Error::NotAllowed(Message::new("factor-last")));
        }
        store::set_codes(tx, before.identity, &[])?;
        store::forgive(tx, before.identity)?;
    }
    audit::store::note(&mut tx.inside_tx(viewer.organisation)?, Some(viewer.person), act, viewer.person.0)
}
