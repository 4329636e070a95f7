//! What somebody is known by, in the database.

use kit::clock::{days_later, minutes_later};
use kit::db::{Read, Tx};
use kit::token::Token;
use kit::{Error, Result, params};

use super::{AddressChange, AddressChangeId, AddressRequest, AddressRequestId, CODE_MINUTES, KnownAddress, UNDO_DAYS};
use crate::address::{self, AddressHash};
use crate::by_mail::{self, TRIES};
use crate::person::{self, PersonId};

kit::row!(KnownAddress { address, signs_in });
kit::row!(AddressRequest { address, main, code_hash, tries });

kit::sql! {
    OF -> KnownAddress = "
        select address, signs_in from person_address where organisation = $1 and person = $2 order by made_at, address";
    OWNER -> (PersonId, bool) = "select person, signs_in from person_address where organisation = $1 and address = $2";
    DROP -> () = "delete from person_address where organisation = $1 and address = $2";
    SIGNS_IN -> () = "update person_address set signs_in = $3 where organisation = $1 and address = $2";
    RENAME -> () = "update person set name = $3, own_name = true where organisation = $1 and id = $2";
    SET_MAIN -> () = "update person set address = $3 where organisation = $1 and id = $2";
    WRITE_REQUEST -> () = "
        insert into address_request (organisation, id, person, address, main, code_hash, tries, made_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, 0, $7, $8)";
    REQUESTED -> (String,) = "select address from address_request where organisation = $1 and person = $2 and id = $3";
    OPEN_REQUEST -> AddressRequest = "
        select address, main, code_hash, tries from address_request
        where organisation = $1 and person = $2 and id = $3 and used_at is null and ends_at > $4 and tries < $5";
    REQUESTS -> (i64,) = "
        select count(*) from address_request where organisation = $1 and person = $2 and made_at > $3";
    COUNT_TRY -> () = "
        update address_request set tries = tries + 1
        where organisation = $1 and id = $2 and used_at is null and ends_at > $3 and tries < $4";
    SPEND -> () = "
        update address_request set used_at = $3 where organisation = $1 and id = $2 and used_at is null and ends_at > $3";
    WRITE_CHANGE -> () = "
        insert into address_change (organisation, id, person, was, added, removed, undo_hash, made_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CHANGE -> (PersonId, String, Option<String>, Option<String>) = "
        select person, was, added, removed from address_change
        where organisation = $1 and undo_hash = $2 and undone_at is null and ends_at > $3";
    UNDONE -> () = "
        update address_change set undone_at = $3
        where organisation = $1 and undo_hash = $2 and undone_at is null and ends_at > $3";
}

/// Every address somebody is known by.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of(c: &mut Read<'_>, person: PersonId) -> Result<Vec<KnownAddress>> {
    c.all(&OF, params![person])
}

/// Who is known by an address, and whether it signs them in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn owner(c: &mut Read<'_>, address: &str) -> Result<Option<(PersonId, bool)>> {
    c.first(&OWNER, params![address])
}

/// Writes a name as its person does.
///
/// # Errors
/// `Internal` when the database fails.
pub fn rename(tx: &mut Tx<'_>, person: PersonId, name: &str) -> Result<()> {
    tx.run(&RENAME, params![person, name])?;
    Ok(())
}

/// Has somebody written to at an address that signs them in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn set_main(tx: &mut Tx<'_>, person: PersonId, address: &str) -> Result<()> {
    tx.run(&SET_MAIN, params![person, address])?;
    Ok(())
}

/// Lets an address sign nobody in any more; it goes on being known to spreadsheets. Browsers that were signed in by it
/// are strangers again.
///
/// # Errors
/// `Internal` when the database fails.
pub fn retire(tx: &mut Tx<'_>, text: &str) -> Result<()> {
    let (organisation, hash) = (tx.organisation(), AddressHash::of(text));
    tx.run(&SIGNS_IN, params![text, false])?;
    address::store::forget(&mut tx.outside_tx(), &hash, organisation)?;
    by_mail::store::forget_address(&mut tx.outside_tx(), &hash)
}

/// Lets an address of before sign its person in again.
///
/// # Errors
/// `Conflict` when it is somebody else's by now.
pub fn restore(tx: &mut Tx<'_>, person: PersonId, text: &str) -> Result<()> {
    let organisation = tx.organisation();
    match owner(tx, text)? {
        Some((of, true)) if of == person => Ok(()),
        Some((of, false)) if of == person => {
            tx.run(&SIGNS_IN, params![text, true])?;
            address::store::note(&mut tx.outside_tx(), &AddressHash::of(text), organisation, person.0)
        }
        Some(_) => Err(Error::conflict("you-address-taken")),
        None => person::store::add_address(tx, person, text),
    }
}

/// Forgets an address that signs nobody in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn drop_address(tx: &mut Tx<'_>, address: &str) -> Result<()> {
    tx.run(&DROP, params![address])?;
    Ok(())
}

/// Writes a request down.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write_request(tx: &mut Tx<'_>, person: PersonId, request: &AddressRequest) -> Result<AddressRequestId> {
    let (id, now) = (tx.fresh::<AddressRequestId>(), tx.now());
    let ends_at = minutes_later(now, CODE_MINUTES);
    let AddressRequest { address, main, code_hash, .. } = request;
    tx.run(&WRITE_REQUEST, params![id, person, address, main, code_hash, now, ends_at])?;
    Ok(id)
}

/// The address of a request of somebody's, open or over.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn requested(c: &mut Read<'_>, person: PersonId, id: AddressRequestId) -> Result<String> {
    Ok(c.one(&REQUESTED, params![person, id])?.0)
}

/// A request of somebody's, while its code can be typed.
///
/// # Errors
/// `Internal` when the database fails.
pub fn open_request(c: &mut Read<'_>, person: PersonId, id: AddressRequestId) -> Result<Option<AddressRequest>> {
    let now = c.now();
    c.first(&OPEN_REQUEST, params![person, id, now, TRIES])
}

/// How many codes somebody asked for within the last hour.
///
/// # Errors
/// `Internal` when the database fails.
pub fn requests_of_an_hour(c: &mut Read<'_>, person: PersonId) -> Result<i64> {
    let since = minutes_later(c.now(), -60);
    Ok(c.one(&REQUESTS, params![person, since])?.0)
}

/// Counts one try of a code; tells whether it was allowed.
///
/// # Errors
/// `Internal` when the database fails.
pub fn count_try(tx: &mut Tx<'_>, id: AddressRequestId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&COUNT_TRY, params![id, now, TRIES])? == 1)
}

/// Uses a request up; tells whether it could still be used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn spend(tx: &mut Tx<'_>, id: AddressRequestId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SPEND, params![id, now])? == 1)
}

/// Writes a change down, with the secret that undoes it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write_change(tx: &mut Tx<'_>, person: PersonId, change: &AddressChange, undo: &Token) -> Result<()> {
    let (id, now) = (tx.fresh::<AddressChangeId>(), tx.now());
    let ends_at = days_later(now, UNDO_DAYS);
    let AddressChange { was, added, removed } = change;
    tx.run(&WRITE_CHANGE, params![id, person, was, added, removed, undo.hash(), now, ends_at])?;
    Ok(())
}

/// The change that a secret undoes, and whose it is.
///
/// # Errors
/// `NotFound` when it is unknown, undone or past its time.
pub fn change_of(c: &mut Read<'_>, undo: &Token) -> Result<(PersonId, AddressChange)> {
    let now = c.now();
    let (person, was, added, removed) = c.one(&CHANGE, params![undo.hash(), now])?;
    Ok((person, AddressChange { was, added, removed }))
}

/// Notes that a change was undone; tells whether it could still be.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_undone(tx: &mut Tx<'_>, undo: &Token) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&UNDONE, params![undo.hash(), now])? == 1)
}
