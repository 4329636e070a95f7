//! One store over two databases: SQLite in a file, PostgreSQL over the network; one SQL text.
//!
//! A [`Store`] is opened once. Reads and writes are closures run off the async threads, each in one
//! transaction: `store.read(organisation, |c| …)`, `store.write(organisation, |tx| …)`. A handle
//! carries its organisation and binds it as `$1`; what stands outside every organisation has handles
//! of its own. A write may run twice (PostgreSQL may ask for it), so effects are rows.

mod after;
mod conn;
mod copy;
mod count;
mod gates;
mod look;
mod migrate;
mod postgres;
mod shape;
mod sql;
mod sqlite;
mod value;

use std::sync::{Arc, PoisonError};
use std::time::Instant;

pub use conn::{Conn, OutsideConn, OutsideTx, Read, Row, Tx};
pub use copy::Sums;
pub use count::{Heard, counted, heard};
pub use gates::Waits;
pub use look::{Look, Schema, look};
pub use migrate::Migration;
pub(crate) use postgres::is_gone;
pub use shape::{Holds, Table, shape};
pub use sql::{Column, Described, FromRow, Inside, Outside, Scope, Sql, kind_of};
pub use value::{Bind, Cell, Json, Kind, Mismatch, Take, Value};

use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::SemaphorePermit;

use gates::Gates;

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::id::OrganisationId;
use crate::random::Random;
use crate::seal::Keys;

/// Binds parameters in order: `params![person, day]` is `$2`, `$3` inside an organisation (where `$1`
/// is the organisation), `$1`, `$2` outside.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$(&$value as &dyn $crate::db::Bind),*] };
}

/// One row of parameters for `run_many`: as [`params!`](crate::params!) is for one statement.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Bind::value(&$value)),*] };
}

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Arc<Engine>,
    gates: Arc<Gates>,
    kept: Arc<after::Kept>,
    clock: Clock,
    random: Random,
    keys: Option<Keys>,
}

enum Engine {
    Sqlite(sqlite::Files),
    Postgres(postgres::Pool),
}

impl Engine {
    fn most_readers(&self) -> usize {
        match self {
            Engine::Sqlite(_) => sqlite::most_readers(),
            Engine::Postgres(_) => postgres::CONNECTIONS,
        }
    }

    fn most_writers(&self) -> usize {
        match self {
            Engine::Sqlite(_) => 1,
            Engine::Postgres(_) => postgres::CONNECTIONS,
        }
    }
}

/// How often a write that lost a race is tried again before the person is asked to.
const TRIES: u32 = 12;

impl Store {
    /// Opens the database named by `url`: `postgres://…`, or the path of a SQLite file.
    ///
    /// A file is made when missing, and its schema brought up to date. A server's schema is [`migrate`]'s to make.
    ///
    /// # Errors
    /// `Internal` when it cannot be opened, or a file's schema is newer than this program; `Conflict` when a server's
    /// schema is not this program's, or the role would not be held by row-level security.
    pub async fn open(url: &str, migrations: &'static [Migration], clock: Clock, random: Random) -> Result<Store> {
        let engine = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres(postgres::Pool::open(url, migrations).await?)
        } else {
            let path = url.to_owned();
            let files = tokio::task::spawn_blocking(move || sqlite::Files::open(path.as_ref(), migrations));
            Engine::Sqlite(files.await.map_err(Error::internal)??)
        };
        Ok(Store {
            inner: Arc::new(Inner {
                gates: Arc::new(Gates::of(engine.most_readers(), engine.most_writers())),
                kept: Arc::default(),
                engine: Arc::new(engine),
                clock,
                random,
                keys: None,
            }),
        })
    }

    /// The same database, with the key store that its sealed words are opened by.
    #[must_use]
    pub fn with_keys(&self, keys: Keys) -> Store {
        let inner = Inner { keys: Some(keys), ..self.inner.same() };
        Store { inner: Arc::new(inner) }
    }

    /// The key store, if it was opened with one.
    #[must_use]
    pub fn keys(&self) -> Option<&Keys> {
        self.inner.keys.as_ref()
    }

    /// The same database by another clock: what is written through it happens then.
    #[must_use]
    pub fn at(&self, clock: Clock) -> Store {
        Store { inner: Arc::new(Inner { clock, ..self.inner.same() }) }
    }

    /// The clock everything done here goes by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The source of chance everything done here draws from.
    #[must_use]
    pub fn random(&self) -> &Random {
        &self.inner.random
    }

    /// Waits until a unit of work of this process that put a job has been kept. One that was meanwhile counts.
    pub async fn job_put(&self) {
        self.inner.kept.jobs.notified().await;
    }

    /// Which organisations this process has written to since this was last asked.
    #[must_use]
    pub fn take_written(&self) -> std::collections::BTreeSet<OrganisationId> {
        self.inner.kept.take_written()
    }

    /// How units of work have waited so far.
    #[must_use]
    pub fn waits(&self) -> Waits {
        *self.inner.gates.waits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many units of work may read at once.
    #[must_use]
    pub fn most_readers(&self) -> usize {
        self.inner.engine.most_readers()
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match self.inner.engine.as_ref() {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }

    /// Reads one organisation's data, in one consistent snapshot.
    ///
    /// # Errors
    /// What the closure gives; `Internal` when the database fails.
    pub async fn read<T, F>(&self, organisation: OrganisationId, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    {
        let turn = self.inner.gates.read();
        self.unit(turn, self.inner.reads_here(), move |inner| match inner.engine.as_ref() {
            Engine::Sqlite(files) => files.read(|c| work(&mut Conn::new(c, inner, organisation))),
            Engine::Postgres(pool) => pool.read(Some(organisation), |c| work(&mut Conn::new(c, inner, organisation))),
        })
        .await
    }

    /// Writes one organisation's data: all of it, or nothing when the closure fails.
    ///
    /// # Errors
    /// What the closure gives; `Conflict` when others kept getting in first; `Internal` when the database fails.
    pub async fn write<T, F>(&self, organisation: OrganisationId, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let turn = self.inner.gates.write();
        let write = move |inner: &Inner| match inner.engine.as_ref() {
            Engine::Sqlite(files) => files.write(|c| work(&mut Tx::new(c, inner, organisation))),
            Engine::Postgres(pool) => {
                pool.write(Some(organisation), TRIES, |c| work(&mut Tx::new(c, inner, organisation)))
            }
        };
        self.unit(turn, false, move |inner| inner.kept.after(|| write(inner))).await
    }

    /// Reads what stands outside every organisation.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn read_outside<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut OutsideConn<'_>) -> Result<T> + Send + 'static,
    {
        let turn = self.inner.gates.read();
        self.unit(turn, self.inner.reads_here(), move |inner| inner.read_outside(work)).await
    }

    /// Writes what stands outside every organisation.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn write_outside<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut OutsideTx<'_>) -> Result<T> + Send + 'static,
    {
        let turn = self.inner.gates.write();
        self.unit(turn, false, move |inner| inner.kept.after(|| inner.write_outside(work))).await
    }

    /// [`Store::read_outside`] on this thread, which must be one that may block: from inside another store's work.
    pub(crate) fn read_outside_here<T>(&self, work: impl FnOnce(&mut OutsideConn<'_>) -> Result<T>) -> Result<T> {
        self.inner.read_outside(work)
    }

    /// [`Store::write_outside`] on this thread, which must be one that may block.
    pub(crate) fn write_outside_here<T>(&self, work: impl Fn(&mut OutsideTx<'_>) -> Result<T>) -> Result<T> {
        self.inner.write_outside(work)
    }

    /// Sees to it that what was deleted or written over is gone from SQLite's files: the file is written anew, row by row, and
    /// the log is folded back into it and emptied. It takes a second for some hundred megabytes, in which nobody else writes.
    /// PostgreSQL does it in its own time (vacuum).
    ///
    /// # Errors
    /// `Conflict` when readers kept it from being done: try again.
    pub async fn settle(&self) -> Result<()> {
        let turn = self.inner.gates.write();
        self.unit(turn, false, move |inner| match inner.engine.as_ref() {
            Engine::Sqlite(files) => files.settle(),
            Engine::Postgres(_) => Ok(()),
        })
        .await
    }

    /// Prepares a statement and gives its columns as this engine names and types them (SQLite types nothing).
    ///
    /// # Errors
    /// `Internal` with the engine's own words when the text is not a statement it knows.
    pub async fn prepared(&self, statement: Described) -> Result<Vec<(String, Option<Kind>)>> {
        let turn = self.inner.gates.read();
        self.unit(turn, self.inner.reads_here(), move |inner| match inner.engine.as_ref() {
            Engine::Sqlite(files) => files.read(|c| Ok(c.prepared(statement.text)?)),
            Engine::Postgres(pool) => pool.read(None, |c| c.prepared(statement.text)),
        })
        .await
    }

    /// Runs one unit of work when its turn comes: `here` on this thread, which then does nothing else meanwhile, or else
    /// where it may block.
    async fn unit<T, F>(
        &self,
        turn: impl Future<Output = Result<SemaphorePermit<'_>>>,
        here: bool,
        work: F,
    ) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Inner) -> Result<T> + Send + 'static,
    {
        let began = Instant::now();
        let _turn = turn.await?;
        let counter = count::current();
        let done = if here {
            guarded(|| count::within(counter, || work(&self.inner)))
        } else {
            let inner = Arc::clone(&self.inner);
            blocking(move || count::within(counter, || work(&inner))).await
        };
        count::unit(began);
        done
    }
}

/// How many threads a runtime needs for SQLite to be read on the thread that serves the page: one for each unit of work
/// that may read at once, and one more for each processor, so that somebody always serves the rest.
#[must_use]
pub fn threads() -> usize {
    sqlite::most_readers() + std::thread::available_parallelism().map_or(2, usize::from)
}

/// Does what may block. Where the runtime has several threads it is done on this one, and another takes over the tasks
/// that would have had to wait: the page is spared two changes of thread. Where there is one thread only, another does it.
async fn blocking<T, F>(work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T> + Send + 'static,
{
    if Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread {
        return tokio::task::block_in_place(|| guarded(work));
    }
    tokio::task::spawn_blocking(|| guarded(work)).await.map_err(Error::internal)?
}

/// Work that panics fails, and who waits for it goes on; what the panic says may be somebody's words, and is dropped.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    done.unwrap_or_else(|_| Err(Error::internal("a unit of work panicked")))
}

impl Inner {
    /// Whether who reads does so on the thread it is on. SQLite's reads wait for nobody and take some microseconds: less
    /// than handing a thread's other tasks on does. Only where there are threads enough ([`threads`]).
    fn reads_here(&self) -> bool {
        matches!(self.engine.as_ref(), Engine::Sqlite(_)) && Handle::current().metrics().num_workers() >= threads()
    }

    fn same(&self) -> Inner {
        Inner {
            engine: Arc::clone(&self.engine),
            gates: Arc::clone(&self.gates),
            kept: Arc::clone(&self.kept),
            clock: self.clock.clone(),
            random: self.random.clone(),
            keys: self.keys.clone(),
        }
    }

    fn read_outside<T>(&self, work: impl FnOnce(&mut OutsideConn<'_>) -> Result<T>) -> Result<T> {
        match self.engine.as_ref() {
            Engine::Sqlite(files) => files.read(|c| work(&mut Conn::new(c, self, NOWHERE))),
            Engine::Postgres(pool) => pool.read(None, |c| work(&mut Conn::new(c, self, NOWHERE))),
        }
    }

    fn write_outside<T>(&self, work: impl Fn(&mut OutsideTx<'_>) -> Result<T>) -> Result<T> {
        match self.engine.as_ref() {
            Engine::Sqlite(files) => files.write(|c| work(&mut OutsideTx::new(c, self, NOWHERE))),
            Engine::Postgres(pool) => pool.write(None, TRIES, |c| work(&mut OutsideTx::new(c, self, NOWHERE))),
        }
    }
}

/// Makes or renews the schema of a PostgreSQL database as its owner, and lets `app_role` work with it. The role is
/// made when it is missing; then its password is given back, once.
///
/// # Errors
/// `Internal` when the owner cannot; `Invalid` when the role's name is not lower-case letters, digits and `_`.
pub async fn migrate(owner_url: &str, migrations: &[Migration], app_role: &str) -> Result<Option<String>> {
    postgres::migrate(owner_url, migrations, app_role).await
}

const NOWHERE: OrganisationId = OrganisationId(uuid::Uuid::nil());

#[cfg(test)]
mod tests {
    use super::*;

    async fn panicked() -> bool {
        let done: Result<()> = blocking(|| panic!("somebody's words")).await;
        done.is_err_and(|cause| !cause.to_string().contains("words"))
    }

    #[tokio::test]
    async fn work_that_panics_fails_and_takes_nobody_with_it() {
        assert!(panicked().await);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn so_does_work_on_a_thread_of_the_runtime() {
        assert!(panicked().await);
    }
}
