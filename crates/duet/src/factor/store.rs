//! Factors, in the database. Outside the organisations: they are an identity's.

use kit::clock::Instant;
use kit::db::{Json, OutsideConn, OutsideTx};
use kit::{Result, params};
use serde_json::Value;

use super::{Held, Passkey, PasskeyId, Patience};
use crate::identity::IdentityId;
use crate::organisation::OrganisationId;
use crate::person::{PersonId, Viewer};

kit::row!(Held { identity, apps, passkeys });
kit::row!(Passkey { id, name, made_at, used_at });

kit::sql! { outside
    HELD -> Held = "
        select i.identity, (select count(*) from code_app a where a.identity = i.identity) as apps,
               (select count(*) from passkey k where k.identity = i.identity) as passkeys
        from identity_person i where i.organisation = $1 and i.person = $2";
    APP -> (Vec<u8>, i64) = "select sealed, last_step from code_app where identity = $1";
    ADD_APP -> () = "insert into code_app (identity, sealed, last_step, made_at) values ($1, $2, $3, $4)";
    REMOVE_APP -> () = "delete from code_app where identity = $1";
    SPEND_STEP -> () = "update code_app set last_step = $2 where identity = $1 and last_step < $2";
    PATIENCE -> (Instant,) = "select free_at from code_try where identity = $1";
    BEGIN_PATIENCE -> () = "insert into code_try (identity, free_at) values ($1, $2)";
    USE_PATIENCE -> () = "update code_try set free_at = $2 where identity = $1";
    FORGIVE -> () = "delete from code_try where identity = $1";
    ADD_CODE -> () = "insert into recovery_code (identity, code_hash, made_at) values ($1, $2, $3)";
    REMOVE_CODES -> () = "delete from recovery_code where identity = $1";
    SPEND_CODE -> () = "
        update recovery_code set used_at = $3 where identity = $1 and code_hash = $2 and used_at is null";
    CODES_LEFT -> (i64,) = "select count(*) from recovery_code where identity = $1 and used_at is null";
    PASSKEYS -> Passkey = "select id, name, made_at, used_at from passkey where identity = $1 order by made_at, id";
    ADD_PASSKEY -> () = "
        insert into passkey (id, identity, credential, name, public_key, made_at) values ($1, $2, $3, $4, $5, $6)";
    CREDENTIALS -> (Vec<u8>,) = "select credential from passkey where identity = $1";
    BY_CREDENTIAL -> (PasskeyId, IdentityId, Json<Value>) = "
        select id, identity, public_key from passkey where credential = $1";
    PASSKEY_USED -> () = "update passkey set public_key = $2, used_at = $3 where id = $1";
    PEOPLE -> (OrganisationId, PersonId) = "
        select organisation, person from identity_person where identity = $1
        order by coalesce(opened_at, linked_at) desc, organisation";
    ANSWERED -> (bool,) = "
        select true from passkey_answered where question_hash = $1";
    ANSWER -> () = "insert into passkey_answered (question_hash, ends_at) values ($1, $2)";
    FORGET_ANSWERED -> () = "delete from passkey_answered where ends_at < $1";
    REMOVE_PASSKEYS -> () = "delete from passkey where identity = $1";
    REMOVE_PASSKEY -> () = "delete from passkey where identity = $1 and id = $2";
}

/// What somebody has set up; none when nobody ever signed in as them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn held(c: &mut OutsideConn<'_>, person: Viewer) -> Result<Option<Held>> {
    c.first(&HELD, params![person.organisation, person.person])
}

/// The secret of an identity's code app, sealed, and the newest step that was used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn app(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<Option<(Vec<u8>, i64)>> {
    c.first(&APP, params![identity])
}

/// Sets a code app in the place of any there was; its code of `step` is used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn set_app(tx: &mut OutsideTx<'_>, identity: IdentityId, sealed: &Vec<u8>, step: i64) -> Result<()> {
    let now = tx.now();
    tx.run(&REMOVE_APP, params![identity])?;
    tx.run(&ADD_APP, params![identity, *sealed, step, now])?;
    Ok(())
}

/// Takes a code app away; tells whether there was one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn remove_app(tx: &mut OutsideTx<'_>, identity: IdentityId) -> Result<bool> {
    Ok(tx.run(&REMOVE_APP, params![identity])? == 1)
}

/// Uses up the code of a step and of all before it; tells whether it could still be used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn spend_step(tx: &mut OutsideTx<'_>, identity: IdentityId, step: i64) -> Result<bool> {
    Ok(tx.run(&SPEND_STEP, params![identity, step])? == 1)
}

/// What patience there is with an identity's wrong codes.
///
/// # Errors
/// `Internal` when the database fails.
pub fn patience(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<Patience> {
    Ok(Patience(c.first(&PATIENCE, params![identity])?.map(|(free_at,)| free_at)))
}

/// Uses some of it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn use_patience(tx: &mut OutsideTx<'_>, identity: IdentityId, before: Patience) -> Result<()> {
    let free_at = before.after_wrong(tx.now());
    if tx.run(&USE_PATIENCE, params![identity, free_at])? == 0 {
        tx.run(&BEGIN_PATIENCE, params![identity, free_at])?;
    }
    Ok(())
}

/// Gives all of it back.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forgive(tx: &mut OutsideTx<'_>, identity: IdentityId) -> Result<()> {
    tx.run(&FORGIVE, params![identity])?;
    Ok(())
}

/// Sets recovery codes, by their hashes, in the place of all there were. None: there are no more.
///
/// # Errors
/// `Internal` when the database fails.
pub fn set_codes(tx: &mut OutsideTx<'_>, identity: IdentityId, hashes: &[Vec<u8>]) -> Result<()> {
    let now = tx.now();
    tx.run(&REMOVE_CODES, params![identity])?;
    for hash in hashes {
        tx.run(&ADD_CODE, params![identity, *hash, now])?;
    }
    Ok(())
}

/// Uses a recovery code up; tells whether it could still be used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn spend_code(tx: &mut OutsideTx<'_>, identity: IdentityId, hash: &Vec<u8>) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SPEND_CODE, params![identity, *hash, now])? == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// `Internal` when the database fails.
pub fn codes_left(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<i64> {
    Ok(c.one(&CODES_LEFT, params![identity])?.0)
}

/// An identity's passkeys, oldest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn passkeys(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<Vec<Passkey>> {
    c.all(&PASSKEYS, params![identity])
}

/// Adds a passkey.
///
/// # Errors
/// `Conflict` when it is somebody's already.
pub fn add_passkey(
    tx: &mut OutsideTx<'_>,
    identity: IdentityId,
    credential: &Vec<u8>,
    name: &str,
    public_key: &Json<Value>,
) -> Result<PasskeyId> {
    let (id, now) = (tx.fresh::<PasskeyId>(), tx.now());
    tx.run(&ADD_PASSKEY, params![id, identity, *credential, name, *public_key, now])?;
    Ok(id)
}

/// Takes a passkey away; tells whether it was theirs.
///
/// # Errors
/// `Internal` when the database fails.
pub fn remove_passkey(tx: &mut OutsideTx<'_>, identity: IdentityId, id: PasskeyId) -> Result<bool> {
    Ok(tx.run(&REMOVE_PASSKEY, params![identity, id])? == 1)
}

/// What browsers call an identity's passkeys by.
///
/// # Errors
/// `Internal` when the database fails.
pub fn credentials(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<Vec<Vec<u8>>> {
    Ok(c.all(&CREDENTIALS, params![identity])?.into_iter().map(|(credential,)| credential).collect())
}

/// The passkey a browser calls so: its id, whose it is, its public key.
///
/// # Errors
/// `Internal` when the database fails.
pub fn by_credential(
    c: &mut OutsideConn<'_>,
    credential: &Vec<u8>,
) -> Result<Option<(PasskeyId, IdentityId, Json<Value>)>> {
    c.first(&BY_CREDENTIAL, params![*credential])
}

/// Notes that a passkey was used, and what is kept of it from now on.
///
/// # Errors
/// `Internal` when the database fails.
pub fn passkey_used(tx: &mut OutsideTx<'_>, id: PasskeyId, public_key: &Json<Value>) -> Result<()> {
    let now = tx.now();
    tx.run(&PASSKEY_USED, params![id, *public_key, now])?;
    Ok(())
}

/// Everybody an identity is, whoever came in last first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn people(c: &mut OutsideConn<'_>, identity: IdentityId) -> Result<Vec<Viewer>> {
    let all: Vec<(OrganisationId, PersonId)> = c.all(&PEOPLE, params![identity])?;
    Ok(all.into_iter().map(|(organisation, person)| Viewer { organisation, person }).collect())
}

/// Notes that a question is answered; tells whether it was not before. Those too old to be answered are forgotten.
///
/// # Errors
/// `Internal` when the database fails.
pub fn answer_once(tx: &mut OutsideTx<'_>, question: &Vec<u8>, ends_at: Instant) -> Result<bool> {
    let now = tx.now();
    tx.run(&FORGET_ANSWERED, params![now])?;
    if tx.first(&ANSWERED, params![*question])?.is_some() {
        return Ok(false);
    }
    tx.run(&ANSWER, params![*question, ends_at])?;
    Ok(true)
}

/// Forgets everything an identity proves itself by: nobody is it any more.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, identity: IdentityId) -> Result<()> {
    tx.run(&REMOVE_APP, params![identity])?;
    tx.run(&FORGIVE, params![identity])?;
    tx.run(&REMOVE_CODES, params![identity])?;
    tx.run(&REMOVE_PASSKEYS, params![identity])?;
    Ok(())
}
