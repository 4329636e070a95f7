//! Changing which of one's own addresses does what; and telling the one before of every change.

use kit::db::Tx;
use kit::words::Say;
use kit::{Error, Result};

use super::{AddressChange, UNDO_DAYS, store};
use crate::audit::{self, Act};
use crate::by_mail::mail::{self, Mail};
use crate::person::{self, Viewer};

/// What a warning to the address of before needs: whose words, and where Duet is reached.
#[derive(Clone, Copy)]
pub struct Warning<'w> {
    /// The language it is said in.
    pub say: Say,
    /// Where people reach Duet, without a slash at the end.
    pub public_url: &'w str,
}

/// Has the viewer written to at another address that signs them in. The one before goes on signing in.
///
/// # Errors
/// `NotFound` when it is not theirs, or does not sign them in.
pub fn write_to(tx: &mut Tx<'_>, viewer: Viewer, address: &str, warning: Warning<'_>) -> Result<()> {
    let was = person::store::get(tx, viewer.person)?.address;
    if store::owner(tx, address)? != Some((viewer.person, true)) {
        return Err(Error::NotFound);
    }
    if was == address {
        return Ok(());
    }
    store::set_main(tx, viewer.person, address)?;
    note(tx, viewer, &AddressChange { was, ..AddressChange::default() }, warning)
}

/// Removes an address of the viewer's. One that signs in does so no longer; one of before is forgotten.
///
/// # Errors
/// `NotFound` when it is not theirs; `Conflict` when it is the one they are written to.
pub fn remove(tx: &mut Tx<'_>, viewer: Viewer, address: &str, warning: Warning<'_>) -> Result<()> {
    let was = person::store::get(tx, viewer.person)?.address;
    match store::owner(tx, address)? {
        Some((person, _)) if person != viewer.person => Err(Error::NotFound),
        None => Err(Error::NotFound),
        Some(_) if was == address => Err(Error::conflict("you-address-main")),
        Some((_, true)) => {
            store::retire(tx, address)?;
            let done = AddressChange { was, added: None, removed: Some(address.to_owned()) };
            note(tx, viewer, &done, warning)
        }
        Some((_, false)) => {
            store::drop_address(tx, address)?;
            audit::store::note(tx, Some(viewer.person), Act::AddressChanged, viewer.person.0)
        }
    }
}

/// Writes a change down, and tells the address they were written to before, and the one that signs in no longer, how
/// to undo it.
pub(super) fn note(tx: &mut Tx<'_>, viewer: Viewer, done: &AddressChange, warning: Warning<'_>) -> Result<()> {
    let undo = tx.fresh_token();
    store::write_change(tx, viewer.person, done, &undo)?;
    let say = warning.say;
    let link = format!("{}/you/undo/{}.{}", warning.public_url, viewer.organisation, undo.reveal());
    let parts = [
        say.t("you-mail-changed").into_owned(),
        say.t("you-mail-changed-you").into_owned(),
        say.t1("you-mail-undo", "days", UNDO_DAYS),
        link,
    ];
    let removed = done.removed.iter().filter(|address| **address != done.was);
    for to in std::iter::once(&done.was).chain(removed) {
        let (subject, body) = (say.t("you-mail-changed-subject").into_owned(), parts.join("\n\n"));
        let mail = Mail { to: to.clone(), language: say.language, subject, body };
        mail::send(&mut tx.outside_tx(), &mail)?;
    }
    audit::store::note(tx, Some(viewer.person), Act::AddressChanged, viewer.person.0)
}
