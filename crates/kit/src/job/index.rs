//! Which jobs are due, of all organisations: ids and times, outside every organisation, so that one worker finds them.

use super::{JobId, LEASE};
use crate::clock::Instant;
use crate::db::{OutsideConn, OutsideTx};
use crate::id::{OrganisationId, Uuid};
use crate::{Result, params};

/// A job that somebody has taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    pub(super) id: JobId,
    pub(super) organisation: OrganisationId,
    pub(super) attempts: i64,
}

crate::row!(Taken { id, organisation, attempts });

crate::sql! { outside
    ADD -> () = "insert into job_index (id, organisation, run_at, attempts) values ($1, $2, $3, 0)";
    TAKE -> () = "
        update job_index set lease_until = $2, holder = $3, attempts = attempts + 1
        where id in (select id from job_index
                     where run_at <= $1 and (lease_until is null or lease_until <= $1) order by run_at, id limit 16)";
    TAKEN -> Taken = "select id, organisation, attempts from job_index where holder = $1 order by run_at, id";
    LATER -> () = "
        update job_index set run_at = $3, lease_until = null, holder = null where id = $1 and holder = $2";
    END -> () = "delete from job_index where id = $1 and holder = $2";
    REMOVE -> () = "delete from job_index where id = $1";
    NEXT -> (Option<Instant>,) = "select min(run_at) from job_index where lease_until is null";
    IS_DUE -> (i64,) = "
        select count(*) from job_index where run_at <= $1 and (lease_until is null or lease_until <= $1)";
}

pub(super) fn add(tx: &mut OutsideTx<'_>, id: JobId, organisation: OrganisationId, run_at: Instant) -> Result<()> {
    tx.run(&ADD, params![id, organisation, run_at])?;
    Ok(())
}

/// Takes up to sixteen jobs that are due and nobody holds. `holder` is a name for this taking only.
pub(super) fn take(tx: &mut OutsideTx<'_>, holder: Uuid) -> Result<Vec<Taken>> {
    let now = tx.now();
    let until = now.checked_add(LEASE).unwrap_or(now);
    tx.run(&TAKE, params![now, until, holder])?;
    tx.all(&TAKEN, params![holder])
}

/// Whether any job is due that nobody holds. Asked first: looking is cheaper than taking.
pub(super) fn is_due(c: &mut OutsideConn<'_>) -> Result<bool> {
    Ok(due(c)? > 0)
}

/// How many jobs are due that nobody holds.
///
/// # Errors
/// `Internal` when the database fails.
pub fn due(c: &mut OutsideConn<'_>) -> Result<i64> {
    let now = c.now();
    Ok(c.one(&IS_DUE, params![now])?.0)
}

/// When the next job is due that nobody holds.
///
/// # Errors
/// `Internal` when the database fails.
pub fn next(c: &mut OutsideConn<'_>) -> Result<Option<Instant>> {
    Ok(c.one(&NEXT, params![])?.0)
}

/// Gives a job back for later; tells whether it was still the holder's.
pub(super) fn later(tx: &mut OutsideTx<'_>, id: JobId, holder: Uuid, at: Instant) -> Result<bool> {
    Ok(tx.run(&LATER, params![id, holder, at])? == 1)
}

/// Takes a job off the list; tells whether it was still the holder's.
pub(super) fn end(tx: &mut OutsideTx<'_>, id: JobId, holder: Uuid) -> Result<bool> {
    Ok(tx.run(&END, params![id, holder])? == 1)
}

pub(super) fn remove(tx: &mut OutsideTx<'_>, id: JobId) -> Result<()> {
    tx.run(&REMOVE, params![id])?;
    Ok(())
}
