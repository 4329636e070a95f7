//! Sign-ins and links, in the database. Outside the organisations: they say which one.

use kit::clock::Instant;
use kit::db::{OutsideConn, OutsideTx};
use kit::token::Token;
use kit::{Result, params};

use super::{Beginning, Lifetime, MOST_DAYS, OwnSignIn, SignIn, SignInId};
use crate::organisation::OrganisationId;
use crate::person::{PersonId, Viewer};

kit::row!(SignIn {
    id,
    organisation,
    person,
    made_at,
    seen_at,
    shared,
    made_by,
    address_hash,
    factor_at,
    confirmed_at
});
kit::row!(OwnSignIn { id, made_at, seen_at, shared, made_by });

kit::sql! { outside
    SIGN_IN -> SignIn = "
        select id, organisation, person, made_at, seen_at, shared, made_by, address_hash, factor_at, confirmed_at
        from sign_in where token_hash = $1";
    BEGIN -> () = "
        insert into sign_in (token_hash, id, organisation, person, made_by, made_at, seen_at, ends_at, shared, address_hash,
                             confirmed_at)
        values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10)";
    PROVE -> () = "update sign_in set token_hash = $2, factor_at = $3, confirmed_at = $3 where id = $1";
    MOVE -> () = "
        update sign_in set token_hash = $2, id = $3, organisation = $4, person = $5, made_by = null, seen_at = $6
        where token_hash = $1";
    OF -> OwnSignIn = "
        select s.id, s.made_at, s.seen_at, s.shared, p.name as made_by
        from sign_in s left join person p on p.organisation = s.organisation and p.id = s.made_by
        where s.organisation = $1 and s.person = $2 and s.ends_at > $3
        order by s.seen_at desc, s.made_at desc";
    END_ONE -> () = "delete from sign_in where organisation = $1 and person = $2 and id = $3";
    END_ALL -> () = "delete from sign_in where organisation = $1 and person = $2";
    END_OTHERS -> () = "delete from sign_in where organisation = $1 and person = $2 and id <> $3";
    KILL_LINKS -> () = "
        update sign_in_link set used_at = $3 where organisation = $1 and person = $2 and used_at is null";
    SEEN -> () = "update sign_in set seen_at = $2 where token_hash = $1";
    END -> () = "delete from sign_in where token_hash = $1";
    WRITE_LINK -> () = "
        insert into sign_in_link (token_hash, organisation, person, made_by, made_at, ends_at) values ($1, $2, $3, $4, $5, $6)";
    LINK -> (OrganisationId, PersonId, Option<PersonId>) = "
        select organisation, person, made_by from sign_in_link where token_hash = $1 and used_at is null and ends_at > $2";
    FORGET_SIGN_INS -> () = "delete from sign_in where ends_at < $1";
    FORGET_LINKS -> () = "delete from sign_in_link where ends_at < $1";
    REVOKE -> () = "
        update sign_in_link set used_at = $3 where organisation = $1 and person = $2 and used_at is null and made_by is not null";
    FORGET_OWN_LINKS -> () = "delete from sign_in_link where organisation = $1 and person = $2";
    MARK_BY_TERMINAL -> () = "update sign_in_link set by_terminal = true where token_hash = $1";
    BY_TERMINAL -> (bool,) = "select by_terminal from sign_in_link where token_hash = $1";
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
pub fn begin(tx: &mut OutsideTx<'_>, token: &Token, viewer: Viewer, how: &Beginning) -> Result<()> {
    let (id, now) = (tx.fresh::<SignInId>(), tx.now());
    let ends_at = kit::clock::days_later(now, MOST_DAYS);
    let (organisation, person) = (viewer.organisation, viewer.person);
    tx.run(
        &BEGIN,
        params![
            token.hash(),
            id,
            organisation,
            person,
            how.made_by,
            now,
            ends_at,
            how.shared,
            how.address,
            how.confirmed_at.unwrap_or(now)
        ],
    )?;
    Ok(())
}

/// Makes a sign-in one as somebody else, under a new secret; tells whether the old one was still there. What was
/// proved when it began stays proved, and its time goes on.
///
/// # Errors
/// `Internal` when the database fails.
pub fn move_to(tx: &mut OutsideTx<'_>, old: &Token, new: &Token, viewer: Viewer) -> Result<bool> {
    let (id, now) = (tx.fresh::<SignInId>(), tx.now());
    Ok(tx.run(&MOVE, params![old.hash(), new.hash(), id, viewer.organisation, viewer.person, now])? == 1)
}

/// The sign-ins of somebody that still hold, the one used last first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of(c: &mut OutsideConn<'_>, viewer: Viewer, strict: bool) -> Result<Vec<OwnSignIn>> {
    let now = c.now();
    // Who made a link is a person of the organisation.
    c.inside(viewer.organisation)?;
    let mut all: Vec<OwnSignIn> = c.all(&OF, params![viewer.organisation, viewer.person, now])?;
    all.retain(|one| Lifetime::of(one.shared, strict).holds(one.made_at, one.seen_at, now));
    Ok(all)
}

/// Ends one of somebody's sign-ins; tells whether it was there.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_one(tx: &mut OutsideTx<'_>, viewer: Viewer, id: SignInId) -> Result<bool> {
    Ok(tx.run(&END_ONE, params![viewer.organisation, viewer.person, id])? == 1)
}

/// Ends all of somebody's sign-ins.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_all(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<()> {
    tx.run(&END_ALL, params![viewer.organisation, viewer.person])?;
    Ok(())
}

/// Ends all of somebody's sign-ins but one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_others(tx: &mut OutsideTx<'_>, viewer: Viewer, but: SignInId) -> Result<()> {
    tx.run(&END_OTHERS, params![viewer.organisation, viewer.person, but])?;
    Ok(())
}

/// Notes that a second factor was given for a sign-in, now; from now on another secret stands for it.
///
/// # Errors
/// `NotFound` when it has ended.
pub fn prove(tx: &mut OutsideTx<'_>, id: SignInId, secret: &Token) -> Result<()> {
    let now = tx.now();
    if tx.run(&PROVE, params![id, secret.hash(), now])? == 1 { Ok(()) } else { Err(kit::Error::NotFound) }
}

/// Ends all of somebody's sign-ins, and every link to begin one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn shut_out(tx: &mut OutsideTx<'_>, viewer: Viewer) -> Result<()> {
    let now = tx.now();
    end_all(tx, viewer)?;
    tx.run(&KILL_LINKS, params![viewer.organisation, viewer.person, now])?;
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

/// Whom a link that can still be used is for, and who made it, if somebody else did.
///
/// # Errors
/// `NotFound` when it is unknown, used or past its time.
pub fn link(c: &mut OutsideConn<'_>, token: &Token) -> Result<(Viewer, Option<PersonId>)> {
    let now = c.now();
    let (organisation, person, made_by) = c.one(&LINK, params![token.hash(), now])?;
    Ok((Viewer { organisation, person }, made_by))
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

/// Forgets every sign-in and link of somebody who is erased.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, who: Viewer) -> Result<()> {
    end_all(tx, who)?;
    tx.run(&FORGET_OWN_LINKS, params![who.organisation, who.person])?;
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

/// Notes that a link was made in the terminal.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_by_terminal(tx: &mut OutsideTx<'_>, token: &Token) -> Result<()> {
    tx.run(&MARK_BY_TERMINAL, params![token.hash()])?;
    Ok(())
}

/// Whether a link was made in the terminal, by whoever runs the program.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_by_terminal(c: &mut OutsideConn<'_>, token: &Token) -> Result<bool> {
    Ok(c.first(&BY_TERMINAL, params![token.hash()])?.is_some_and(|(by_terminal,)| by_terminal))
}
