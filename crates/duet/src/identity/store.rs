//! Identities, in the database. Outside the organisations.

use kit::clock::Instant;
use kit::db::{OutsideConn, OutsideTx};
use kit::{Error, Result, params};

use super::{IdentityId, Known};
use crate::address::{self, AddressHash};
use crate::organisation;
use crate::person::Viewer;

kit::row!(Known { organisation, name, person });

kit::sql! { outside
    OF -> (IdentityId,) = "select identity from identity_person where organisation = $1 and person = $2";
    MAKE -> () = "insert into identity (id, made_at) values ($1, $2)";
    UNLINK -> () = "delete from identity_person where organisation = $1 and person = $2";
    LINK -> () = "insert into identity_person (organisation, person, identity, linked_at) values ($1, $2, $3, $4)";
    RELINK -> () = "update identity_person set identity = $3, linked_at = $4 where organisation = $1 and person = $2";
    OPENED -> () = "update identity_person set opened_at = $3 where organisation = $1 and person = $2";
    LAST_OPENED -> (Option<Instant>,) = "
        select opened_at from identity_person where organisation = $1 and person = $2";
    WHERE -> Known = "
        select o.id as organisation, o.name, other.person
        from identity_person me
        join identity_person other on other.identity = me.identity
        join organisation o on o.id = other.organisation
        where me.organisation = $1 and me.person = $2 order by o.name, o.id";
    HOW_MANY -> (i64,) = "select count(*) from identity_person where identity = $1";
    DROP -> () = "delete from identity where id = $1";
}

/// Who signs in as a person, if anybody ever has.
///
/// # Errors
/// `Internal` when the database fails.
pub fn look_up(c: &mut OutsideConn<'_>, person: Viewer) -> Result<Option<IdentityId>> {
    Ok(c.first(&OF, params![person.organisation, person.person])?.map(|(id,)| id))
}

/// Who signs in as a person; made with their first sign-in.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of(tx: &mut OutsideTx<'_>, person: Viewer) -> Result<IdentityId> {
    if let Some(known) = look_up(tx, person)? {
        return Ok(known);
    }
    let (id, now) = (tx.fresh::<IdentityId>(), tx.now());
    tx.run(&MAKE, params![id, now])?;
    tx.run(&LINK, params![person.organisation, person.person, id, now])?;
    Ok(id)
}

/// Who signs in as a person, and that they came in there just now.
///
/// # Errors
/// `Internal` when the database fails.
pub fn opened(tx: &mut OutsideTx<'_>, person: Viewer) -> Result<IdentityId> {
    let (id, now) = (of(tx, person)?, tx.now());
    tx.run(&OPENED, params![person.organisation, person.person, now])?;
    Ok(id)
}

/// Everybody an address leads to, whoever came in last first. For whoever has proved that the address is theirs.
///
/// # Errors
/// `Internal` when the database fails.
pub fn known_by(c: &mut OutsideConn<'_>, address: &AddressHash) -> Result<Vec<Viewer>> {
    let mut known = Vec::new();
    for (organisation, person) in address::store::who(c, address)? {
        let viewer = Viewer { organisation, person: person.into() };
        let opened: Option<(Option<Instant>,)> = c.first(&LAST_OPENED, params![organisation, person])?;
        known.push((opened.and_then(|(at,)| at), viewer));
    }
    known.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(known.into_iter().map(|(_, viewer)| viewer).collect())
}

/// Everybody that who signs in as a person is: in each organisation that is linked, theirs too.
///
/// # Errors
/// `Internal` when the database fails.
pub fn memberships(c: &mut OutsideConn<'_>, person: Viewer) -> Result<Vec<Known>> {
    c.all(&WHERE, params![person.organisation, person.person])
}

/// The organisations that know an address and are not linked to a person. For whoever has proved that the address is
/// theirs.
///
/// # Errors
/// `Internal` when the database fails.
pub fn offered(c: &mut OutsideConn<'_>, address: &AddressHash, to: Viewer) -> Result<Vec<Known>> {
    let linked = memberships(c, to)?;
    let known = address::store::who(c, address)?;
    let new = known.into_iter().filter(|(at, _)| linked.iter().all(|one| one.organisation != *at));
    new.map(|(at, person)| {
        let name = organisation::store::get(c, at)?.name;
        Ok(Known { organisation: at, name, person: person.into() })
    })
    .collect()
}

/// Makes a person of another organisation the same somebody as `to`, who has proved it. An identity of their own goes
/// with that.
///
/// # Errors
/// `Conflict` when the other identity is more than this one person, or holds something it proves itself by: the
/// database does not let it go, so that nobody comes by with less than it asks.
pub fn link(tx: &mut OutsideTx<'_>, to: Viewer, other: Viewer) -> Result<()> {
    let (id, now) = (of(tx, to)?, tx.now());
    match look_up(tx, other)? {
        None => {
            tx.run(&LINK, params![other.organisation, other.person, id, now])?;
        }
        Some(own) if own != id => {
            if tx.one(&HOW_MANY, params![own])?.0 != 1 {
                return Err(Error::conflict("conflict-changed"));
            }
            tx.run(&RELINK, params![other.organisation, other.person, id, now])?;
            tx.run(&DROP, params![own])?;
        }
        Some(_) => {}
    }
    Ok(())
}

/// Forgets who signed in as somebody who is erased. Where no organisation is left that knows them, their identity comes
/// back, to be dropped with what they prove themselves by.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, who: Viewer) -> Result<Option<IdentityId>> {
    let Some(identity) = look_up(tx, who)? else { return Ok(None) };
    tx.run(&UNLINK, params![who.organisation, who.person])?;
    let left = tx.one(&HOW_MANY, params![identity])?.0;
    Ok((left == 0).then_some(identity))
}

/// Drops an identity that is nobody any more.
///
/// # Errors
/// `Conflict` when it still holds something it proves itself by.
pub fn drop_unlinked(tx: &mut OutsideTx<'_>, identity: IdentityId) -> Result<()> {
    tx.run(&DROP, params![identity])?;
    Ok(())
}
