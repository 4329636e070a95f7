//! Organisations and the installation, in the database.

use kit::Result;
use kit::clock::Instant;
use kit::db::{OutsideConn, OutsideTx};
use kit::params;

use super::{Installation, Organisation, OrganisationId};

kit::row!(Organisation { id, name });
kit::row!(Installation { demo, made_at });

kit::sql! { outside
    INSTALLATION -> Installation = "select demo, made_at from installation where number = 1";
    BACKED_UP -> (Option<Instant>,) = "select backed_up_at from installation where number = 1";
    BACK_UP -> () = "update installation set backed_up_at = $1 where number = 1";
    INSTALL -> () = "insert into installation (number, demo, made_at) values (1, $1, $2)";
    FOUND -> () = "insert into organisation (id, name, made_at) values ($1, $2, $3)";
    ORGANISATION -> Organisation = "select id, name from organisation where id = $1";
    ALL -> Organisation = "select id, name from organisation order by made_at, id";
    OF_OPEN_LINK -> (OrganisationId,) = "select organisation from open_link where secret_hash = $1 and ended_at is null";
    BY_NAME -> Organisation = "select id, name from organisation where name = $1 order by made_at limit 1";
}

/// What this installation is; nothing in a database that was never set up.
///
/// # Errors
/// `Internal` when the database fails.
pub fn installation(c: &mut OutsideConn<'_>) -> Result<Option<Installation>> {
    c.first(&INSTALLATION, params![])
}

/// When the last copy of everything was made; none, when none was.
///
/// # Errors
/// `Internal` when the database fails.
pub fn backed_up(c: &mut OutsideConn<'_>) -> Result<Option<Instant>> {
    Ok(c.first(&BACKED_UP, params![])?.and_then(|(at,)| at))
}

/// Notes that a copy of everything was made, which holds what was there at this moment.
///
/// # Errors
/// `Internal` when the database fails.
pub fn back_up(tx: &mut OutsideTx<'_>, at: Instant) -> Result<()> {
    tx.run(&BACK_UP, params![at])?;
    Ok(())
}

/// Sets up a fresh database, as a demo or for real.
///
/// # Errors
/// `Conflict` when it was set up before.
pub fn install(tx: &mut OutsideTx<'_>, demo: bool) -> Result<()> {
    let now = tx.now();
    tx.run(&INSTALL, params![demo, now])?;
    Ok(())
}

/// The organisation that an open link leads to, while it has not ended. For whoever holds its secret.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_open_link(c: &mut OutsideConn<'_>, secret_hash: &[u8]) -> Result<Option<OrganisationId>> {
    Ok(c.first(&OF_OPEN_LINK, params![secret_hash.to_vec()])?.map(|(id,)| id))
}

/// Founds an organisation.
///
/// # Errors
/// `Internal` when the database fails.
pub fn found(tx: &mut OutsideTx<'_>, name: &str) -> Result<OrganisationId> {
    let (id, now) = (tx.fresh::<OrganisationId>(), tx.now());
    tx.run(&FOUND, params![id, name, now])?;
    Ok(id)
}

/// An organisation by its id.
///
/// # Errors
/// `NotFound` when there is none.
pub fn get(c: &mut OutsideConn<'_>, id: OrganisationId) -> Result<Organisation> {
    c.one(&ORGANISATION, params![id])
}

/// The first organisation of a name.
///
/// # Errors
/// `NotFound` when there is none.
pub fn by_name(c: &mut OutsideConn<'_>, name: &str) -> Result<Organisation> {
    c.one(&BY_NAME, params![name])
}

/// Every organisation of this installation, oldest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn all(c: &mut OutsideConn<'_>) -> Result<Vec<Organisation>> {
    c.all(&ALL, params![])
}
