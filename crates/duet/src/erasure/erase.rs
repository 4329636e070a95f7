//! Erasing somebody, and doing it again for whom a restored database still knows.

use kit::access::Verb;
use kit::db::{Read, Store, Tx};
use kit::seal::Holder;
use kit::words::Language;
use kit::{Error, Message, Result};

use super::access::ERASURE;
use super::{Preview, store};
use crate::address::{self, AddressHash};
use crate::audit::{self, Act};
use crate::by_mail;
use crate::factor;
use crate::identity;
use crate::organisation::{self, OrganisationId};
use crate::person::{Person, PersonId, Viewer};
use crate::scheme;
use crate::sign_in;
use crate::words;

/// What erasing somebody takes and leaves, for an administrator.
///
/// # Errors
/// `NotFound` unless the viewer administers and the person is there, not erased yet.
pub fn preview(c: &mut Read<'_>, viewer: Viewer, id: PersonId) -> Result<(Person, Preview)> {
    scheme::store::organisation_reached(c, viewer)?.must(&ERASURE, Verb::Decide)?;
    let person = store::known(c, id)?;
    Ok((person, store::preview(c, id)?))
}

/// Erases somebody. First it is decided: what they do for the organisation ends, and that they are to be erased is written
/// down. Then go their key and the ledger's row, in the key store; then everything the database says about them. Wherever
/// the program is cut off, [`replay`] goes on when it starts again.
///
/// # Errors
/// As [`preview`]; `Conflict` when they are the only administrator, or the only coordinator of a scheme; `Invalid` when
/// `address` is not theirs.
pub async fn erase(store: &Store, viewer: Viewer, id: PersonId, address: String, instead: String) -> Result<()> {
    let keys = store.keys().ok_or_else(|| Error::internal("the key store is not open"))?;
    store.write(viewer.organisation, move |tx| begin(tx, viewer, id, &address)).await?;
    keys.destroy(viewer.organisation, Holder(id.0)).await?;
    let erased = move |tx: &mut Tx<'_>| forget(tx, Some(viewer.person), viewer.organisation, id, &instead);
    match store.write(viewer.organisation, erased).await {
        // Another node that has just started found it decided, and was here first.
        Ok(()) | Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    settle(store).await;
    Ok(())
}

/// Whether it may be: asked, decided, and what they do ended, in one transaction. A key that is destroyed does not come back,
/// so of two administrators who erase each other at once, one must find here that they are no administrator any more; and so
/// it is of two who coordinate one scheme.
fn begin(tx: &mut Tx<'_>, viewer: Viewer, id: PersonId, address: &str) -> Result<()> {
    let (person, _) = preview(tx, viewer, id)?;
    if person.address != address {
        return Err(Error::invalid("address", "erasure-other-address"));
    }
    let schemes = scheme::store::coordinated_alone(tx, id)?;
    let did_something = scheme::store::end_all(tx, id)?;
    if scheme::store::organisation_reached(tx, viewer)?.who_may(&ERASURE, Verb::Decide).is_empty() {
        return Err(Error::conflict("erasure-only-administrator"));
    }
    if !schemes.is_empty() {
        return Err(Error::Conflict(Message::new("erasure-only-coordinator").with("schemes", schemes.join(", "))));
    }
    store::decide(tx, id)?;
    if did_something { audit::store::note(tx, Some(viewer.person), Act::AppointmentEnded, id.0) } else { Ok(()) }
}

/// Goes on with what was decided and cut off before the ledger had it; then erases again whom the ledger names and the
/// database still knows: one that was restored, or one that was cut off after. Tells how many.
///
/// # Errors
/// `Internal` when a database fails.
pub async fn replay(store: &Store) -> Result<usize> {
    let Some(keys) = store.keys() else { return Ok(0) };
    let instead = words::words()?.say(Language::English).t("person-erased").into_owned();
    for organisation in store.read_outside(organisation::store::all).await? {
        for person in store.read(organisation.id, store::decided).await? {
            keys.destroy(organisation.id, Holder(person.0)).await?;
        }
    }
    let mut again = 0;
    for (organisation, Holder(holder), _) in keys.erased().await? {
        let instead = instead.clone();
        let forget = move |tx: &mut Tx<'_>| match store::known(tx, PersonId(holder)) {
            Ok(person) => forget(tx, None, organisation, person.id, &instead).map(|()| 1),
            Err(Error::NotFound) => Ok(0),
            Err(cause) => Err(cause),
        };
        again += store.write(organisation, forget).await?;
    }
    if again > 0 {
        settle(store).await;
    }
    Ok(again)
}

/// What was written over is out of SQLite's log too; when readers are in the way, a little later by itself.
async fn settle(store: &Store) {
    if let Err(cause) = store.settle().await {
        tracing::warn!(%cause, "the database's log was not emptied yet");
    }
}

/// Everything the database says about somebody. **A concept that keeps something about people joins here.**
fn forget(
    tx: &mut Tx<'_>,
    by: Option<PersonId>,
    organisation: OrganisationId,
    id: PersonId,
    instead: &str,
) -> Result<()> {
    let person = store::known(tx, id)?;
    let who = Viewer { organisation, person: id };
    let addresses = store::addresses(tx, id)?;
    store::forget(tx, &person, instead)?;
    for address in &addresses {
        address::store::forget(&mut tx.outside_tx(), &AddressHash::of(address), organisation)?;
        by_mail::store::forget(&mut tx.outside_tx(), address)?;
    }
    sign_in::store::forget(&mut tx.outside_tx(), who)?;
    if let Some(nobody) = identity::store::forget(&mut tx.outside_tx(), who)? {
        factor::store::forget(&mut tx.outside_tx(), nobody)?;
        identity::store::drop_unlinked(&mut tx.outside_tx(), nobody)?;
    }
    audit::store::note(tx, by, Act::PersonErased, id.0)
}
