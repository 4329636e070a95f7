//! Taking one's application back.

use kit::db::Tx;
use kit::{Error, Result};

use super::store;
use crate::audit::{self, Act};
use crate::entry::{self, Settled, What};
use crate::person::Viewer;
use crate::private_answer;
use crate::round::RoundId;
use crate::round::rules::Role;

/// Takes an application of the viewer's back, as if they had not applied; what they typed besides goes too. They can
/// apply again while the round is open.
///
/// # Errors
/// `NotFound` when the call is not theirs to see, or they did not apply so; `Conflict` when it is not open any more, or
/// they are in a pair.
pub fn take_back(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId, role: Role) -> Result<()> {
    let call = store::reached(tx, viewer, id)?;
    if !call.is_open(tx.today()) {
        return Err(Error::conflict("call-closed"));
    }
    let application = store::id_of(tx, &call, role)?.ok_or(Error::conflict("call-not-applied"))?;
    if entry::store::is_in_a_pair(tx, id, viewer.person)? {
        return Err(Error::conflict("call-in-a-pair"));
    }
    store::remove(tx, &call, application)?;
    store::drop_draft(tx, &call, role)?;
    if store::sent(tx, &call)?.is_empty() {
        private_answer::store::forget_own(tx, viewer, id)?;
    }
    if let Some(entry) = entry::store::of_subject(tx, What::Application, application.0)? {
        entry::store::settle(tx, entry, Settled::TakenBack)?;
    }
    audit::store::note(tx, Some(viewer.person), Act::ApplicationTakenBack, application.0)
}
