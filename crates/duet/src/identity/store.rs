//! Identities, in the database. Outside the organisations.

use kit::db::{OutsideConn, OutsideTx};
use kit::{Result, params};

use super::IdentityId;
use crate::person::Viewer;

kit::sql! { outside
    OF -> (IdentityId,) = "select identity from identity_person where organisation = $1 and person = $2";
    MAKE -> () = "insert into identity (id, made_at) values ($1, $2)";
    UNLINK -> () = "delete from identity_person where organisation = $1 and person = $2";
    DROP_UNLINKED -> () = "
        delete from identity where id = $1 and not exists (select 1 from identity_person p where p.identity = identity.id)";
    LINK -> () = "insert into identity_person (organisation, person, identity, linked_at) values ($1, $2, $3, $4)";
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

/// Forgets who signed in as somebody who is erased; and what they prove themselves by, when no organisation is left
/// that knows them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, who: Viewer) -> Result<()> {
    if let Some(identity) = look_up(tx, who)? {
        tx.run(&UNLINK, params![who.organisation, who.person])?;
        tx.run(&DROP_UNLINKED, params![identity])?;
    }
    Ok(())
}
