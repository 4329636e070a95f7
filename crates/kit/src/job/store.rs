//! Jobs of an organisation, in its database.

use super::{Dead, Job, JobId, MEMORY, index};
use crate::clock::Instant;
use crate::db::{Read, Tx};
use crate::id::Uuid;
use crate::{Result, params};

struct Kept {
    kind: String,
    subject: Uuid,
    due_at: Instant,
}

crate::row!(Kept { kind, subject, due_at });
crate::row!(Dead { id, kind, subject, attempts, failed_at, last_error });

crate::sql! {
    PUT -> () = "
        insert into job (organisation, id, kind, subject, dedupe_key, due_at, attempts) values ($1, $2, $3, $4, $5, $6, 0)";
    OPEN -> Kept = "
        select kind, subject, due_at from job
        where organisation = $1 and id = $2 and done_at is null and failed_at is null";
    OPEN_ABOUT -> (JobId,) = "
        select id from job
        where organisation = $1 and kind = $2 and subject = $3 and done_at is null and failed_at is null";
    BY_KEY -> (JobId,) = "select id from job where organisation = $1 and dedupe_key = $2";
    DONE -> () = "update job set done_at = $3, attempts = $4, last_error = null where organisation = $1 and id = $2";
    TROUBLED -> () = "update job set attempts = $3, last_error = $4 where organisation = $1 and id = $2";
    FAILED -> () = "
        update job set failed_at = $3, attempts = $4, last_error = $5 where organisation = $1 and id = $2";
    REMOVE -> () = "delete from job where organisation = $1 and id = $2";
    FORGET -> () = "delete from job where organisation = $1 and done_at < $2";
    DEAD -> Dead = "
        select id, kind, subject, attempts, failed_at, last_error from job
        where organisation = $1 and failed_at is not null order by failed_at desc limit 200";
}

/// Puts a job: it is due at `run_at`, once this transaction is kept. `key` is what it is called by: a second one of the
/// same name is not put, and `false` comes back.
///
/// # Errors
/// `Internal` when the database fails.
pub fn put(tx: &mut Tx<'_>, kind: &str, subject: Uuid, key: &str, run_at: Instant) -> Result<bool> {
    let (id, organisation) = (tx.fresh::<JobId>(), tx.organisation());
    if named(tx, key)?.is_some() {
        return Ok(false);
    }
    tx.run(&PUT, params![id, kind, subject, key, run_at])?;
    index::add(&mut tx.outside_tx(), id, organisation, run_at)?;
    tx.wake();
    Ok(true)
}

/// A job that is neither done nor given up.
///
/// # Errors
/// `Internal` when the database fails.
pub fn open(c: &mut Read<'_>, id: JobId, attempts: i64) -> Result<Option<Job>> {
    let organisation = c.organisation();
    let kept = c.first(&OPEN, params![id])?;
    Ok(kept.map(|Kept { kind, subject, due_at }| Job { id, organisation, kind, subject, due_at, attempts }))
}

/// The id of the job of this name, if there ever was one (done ones are forgotten after a while).
///
/// # Errors
/// `Internal` when the database fails.
pub fn named(c: &mut Read<'_>, key: &str) -> Result<Option<JobId>> {
    Ok(c.first(&BY_KEY, params![key])?.map(|(id,)| id))
}

/// Takes the jobs of a kind about something back, as if they had never been put.
///
/// # Errors
/// `Internal` when the database fails.
pub fn take_back(tx: &mut Tx<'_>, kind: &str, subject: Uuid) -> Result<()> {
    for (id,) in tx.all(&OPEN_ABOUT, params![kind, subject])? {
        index::remove(&mut tx.outside_tx(), id)?;
        tx.run(&REMOVE, params![id])?;
    }
    Ok(())
}

/// Jobs that were given up, the newest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn dead(c: &mut Read<'_>) -> Result<Vec<Dead>> {
    c.all(&DEAD, params![])
}

pub(super) fn done(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let now = tx.now();
    tx.run(&DONE, params![job.id, now, job.attempts])?;
    // Each that ends sweeps up what ended long ago: there is never much.
    tx.run(&FORGET, params![now.checked_sub(MEMORY).unwrap_or(now)])?;
    Ok(())
}

pub(super) fn troubled(tx: &mut Tx<'_>, job: &Job, why: &str) -> Result<()> {
    tx.run(&TROUBLED, params![job.id, job.attempts, why])?;
    Ok(())
}

pub(super) fn failed(tx: &mut Tx<'_>, job: &Job, why: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&FAILED, params![job.id, now, job.attempts, why])?;
    Ok(())
}
