//! Forms that were taken, in the database.

use crate::clock::Instant;
use crate::db::{Read, Tx};
use crate::id::Uuid;
use crate::{Result, params};

crate::sql! {
    WENT_TO -> (String,) = "select went_to from form_key where organisation = $1 and id = $2 and person = $3";
    TAKE -> () = "insert into form_key (organisation, id, person, went_to, taken_at) values ($1, $2, $3, $4, $5)";
    FORGET -> () = "delete from form_key where organisation = $1 and taken_at < $2";
}

pub(super) fn went_to(c: &mut Read<'_>, key: Uuid, person: Uuid) -> Result<Option<String>> {
    Ok(c.first(&WENT_TO, params![key, person])?.map(|(went_to,)| went_to))
}

pub(super) fn take(tx: &mut Tx<'_>, key: Uuid, person: Uuid, went_to: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&TAKE, params![key, person, went_to, now])?;
    Ok(())
}

pub(super) fn forget(tx: &mut Tx<'_>, before: Instant) -> Result<()> {
    tx.run(&FORGET, params![before])?;
    Ok(())
}
