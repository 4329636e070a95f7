//! Sign-ins and links, in the database. Outside the organisations: they say which one.

use kit::clock::Instant;
use kit::db::{OutsideConn, OutsideTx};
use kit::token::Token;
use kit::{Result, params};

use super::SignIn;
use crate::organisation::OrganisationId;
use crate::person::{PersonId, Viewer};

kit::row!(SignIn { organisation, person, seen_at, ends_at });

kit::sql! { outside
    SIGN_IN -> SignIn = "select organisation, person, seen_at, ends_at from sign_in where token_hash = $1";
    BEGIN -> () = "
        insert into sign_in (token_hash, organisation, person, made_at, seen_at, ends_at) values ($1, $2, $3, $4, $4, $5)";
    SEEN -> () = "update sign_in set seen_at = $2 where token_hash = $1";
    END -> () = "delete from sign_in where token_hash = $1";
    WRITE_LINK -> () = "
        insert into sign_in_link (token_hash, organisation, person, made_by, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)";
    LINK -> (OrganisationId, PersonId) = "
        select organisation, person from sign_in_link where token_hash = $1 and used_at is null and ends_at > $2";
    FORGET_SIGN_INS -> () = "delete from sign_in where ends_at < $1";
    FORGET_LINKS -> () = "delete from sign_in_link where ends_at < $1";
    REVOKE -> () = "
        update sign_in_link set used_at = $3 where organisation = $1 and person = $2 and used_at is null and made_by is not null";
    SPEND -> () = "update sign_in_link set used_at = $2 where token_hash = $1 and used_at is null and ends_at > $2";
}

/// The sign-in a browser's secret stands for, if any.
///
/// # Errors
/// `Internal` when the database fails.
pub fn look_up(c: &mut OutsideConn<'_>, token: &Token) -> Result<Option<SignIn>> {
    c.first(&SIGN_IN, params![token.hash()])
}

/// Begins a sign-in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn begin(tx: &mut OutsideTx<'_>, token: &Token, viewer: Viewer, ends_at: Instant) -> Result<()> {
    let now = tx.now();
    tx.run(&BEGIN, params![token.hash(), viewer.organisation, viewer.person, now, ends_at])?;
    Ok(())
}

/// Notes that a sign-in was used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen(tx: &mut OutsideTx<'_>, token: &Token) -> Result<()> {
    let now = tx.now();
    tx.run(&SEEN, params![token.hash(), now])?;
    Ok(())
}

/// Ends a sign-in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end(tx: &mut OutsideTx<'_>, token: &Token) -> Result<()> {
    tx.run(&END, params![token.hash()])?;
    Ok(())
}

/// Writes a link down, by its hash.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write_link(
    tx: &mut OutsideTx<'_>,
    token: &Token,
    viewer: Viewer,
    made_by: Option<PersonId>,
    ends_at: Instant,
) -> Result<()> {
    let now = tx.now();
    tx.run(&WRITE_LINK, params![token.hash(), viewer.organisation, viewer.person, made_by, now, ends_at])?;
    Ok(())
}

/// Whom a link that can still be used is for.
///
/// # Errors
/// `NotFound` when it is unknown, used or past its time.
pub fn link(c: &mut OutsideConn<'_>, token: &Token) -> Result<Viewer> {
    let now = c.now();
    let (organisation, person) = c.one(&LINK, params![token.hash(), now])?;
    Ok(Viewer { organisation, person })
}

/// Forgets the sign-ins and links whose time is over.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget_old(tx: &mut OutsideTx<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(&FORGET_SIGN_INS, params![now])?;
    tx.run(&FORGET_LINKS, params![now])?;
    Ok(())
}

/// Ends every link somebody else made for a person.
///
/// # Errors
/// `Internal` when the database fails.
pub fn revoke_links(tx: &mut OutsideTx<'_>, organisation: OrganisationId, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.run(&REVOKE, params![organisation, person, now])?;
    Ok(())
}

/// Uses a link up; tells whether it could still be used.
///
/// # Errors
/// `Internal` when the database fails.
pub fn spend(tx: &mut OutsideTx<'_>, token: &Token) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SPEND, params![token.hash(), now])? == 1)
}
