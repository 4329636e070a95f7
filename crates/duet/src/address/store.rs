//! Known addresses, in the database. Outside the organisations: they say which ones.

use kit::Result;
use kit::db::{Bind, Cell, Kind, Mismatch, OutsideConn, OutsideTx, Take, Value};
use kit::id::Uuid;
use kit::{params, values};

use super::AddressHash;
use crate::organisation::OrganisationId;

kit::sql! { outside
    NOTE -> () = "insert into known_address (address_hash, organisation, person) values ($1, $2, $3)";
    FORGET -> () = "delete from known_address where address_hash = $1 and organisation = $2";
    WHO -> (OrganisationId, Uuid) = "
        select organisation, person from known_address where address_hash = $1 order by organisation";
    WITHOUT -> (OrganisationId,) = "
        select o.id from organisation o where not exists (select 1 from known_address k where k.organisation = o.id)";
}

/// Notes that an address leads to somebody of an organisation.
///
/// # Errors
/// `Conflict` when it leads to somebody there already.
pub fn note(tx: &mut OutsideTx<'_>, address: &AddressHash, organisation: OrganisationId, person: Uuid) -> Result<()> {
    tx.run(&NOTE, params![address, organisation, person])?;
    Ok(())
}

/// [`note`] for many of one organisation.
///
/// # Errors
/// As [`note`].
pub fn note_many(tx: &mut OutsideTx<'_>, organisation: OrganisationId, many: &[(AddressHash, Uuid)]) -> Result<()> {
    tx.run_many(&NOTE, many.iter().map(|(address, person)| values![*address, organisation, *person]))?;
    Ok(())
}

/// Forgets that an address leads to anybody of an organisation.
///
/// # Errors
/// `Internal` when the database fails.
pub fn forget(tx: &mut OutsideTx<'_>, address: &AddressHash, organisation: OrganisationId) -> Result<()> {
    tx.run(&FORGET, params![address, organisation])?;
    Ok(())
}

/// Whom an address leads to: an organisation, and the id of the person there. For signing in only: nobody may be
/// shown this before they have proved that the address is theirs.
///
/// # Errors
/// `Internal` when the database fails.
pub fn who(c: &mut OutsideConn<'_>, address: &AddressHash) -> Result<Vec<(OrganisationId, Uuid)>> {
    c.all(&WHO, params![address])
}

/// The organisations of which no address is known: those that were there before addresses were kept so.
///
/// # Errors
/// `Internal` when the database fails.
pub fn without(c: &mut OutsideConn<'_>) -> Result<Vec<OrganisationId>> {
    Ok(c.all(&WITHOUT, params![])?.into_iter().map(|(id,)| id).collect())
}

impl Bind for AddressHash {
    fn value(&self) -> Value<'_> {
        self.0.value()
    }
}

impl Take for AddressHash {
    const KIND: Kind = Kind::Bytes;
    fn take(cell: Cell<'_>) -> std::result::Result<Self, Mismatch> {
        <Vec<u8> as Take>::take(cell).map(AddressHash)
    }
}
