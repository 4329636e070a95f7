//! PostgreSQL: a pool of connections, transactions that are serialisable and tried again.

mod reach;
mod wire;

use std::cell::RefCell;
use std::time::Duration;

use deadpool_postgres::{
    ClientWrapper, Manager, ManagerConfig, Object, PoolError, RecyclingMethod, Runtime, TimeoutType, Timeouts,
};
use futures_util::future::{FutureExt as _, join};
use futures_util::{StreamExt as _, TryStreamExt as _};
use tokio::runtime::Handle;
use tokio_postgres::NoTls;
use tokio_postgres::types::ToSql;

use self::reach::Reach;
pub(super) use self::wire::cell;
use self::wire::kind;
use super::Row;
use super::conn::refused;
use super::migrate::{self, Migration};
use super::sql::FromRow;
use super::value::{Kind, Value};
use crate::clock::Instant;
use crate::error::{BUSY, Error, Result};
use crate::id::OrganisationId;
use crate::random::Random;
use crate::token::hex;

/// A pool of connections to one database.
pub(super) struct Pool {
    pool: deadpool_postgres::Pool,
    handle: Handle,
}

/// Makes or renews the schema as its owner, and lets `app_role` work with the rows: a role that is made when it is
/// missing, then with a password that is given back. It may add to the audit, and not change it.
///
/// # Errors
/// `Internal` when the owner cannot, or the name is no plain one.
pub(super) async fn migrate(owner_url: &str, migrations: &[Migration], app_role: &str) -> Result<Option<String>> {
    if !app_role.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') || app_role.is_empty() {
        return Err(Error::invalid("app_role", "migrate-role-name"));
    }
    let mut client = Reach::of(owner_url)?.connect().await?;
    migrate::postgres(&mut client, migrations).await?;
    let known = client.query_one("select count(*) from pg_roles where rolname = $1", &[&app_role]).await?;
    let password = (known.get::<_, i64>(0) == 0).then(|| hex(&Random::System.bytes::<24>()));
    if let Some(password) = &password {
        client.batch_execute(&format!("create role {app_role} login password '{password}'")).await?;
    }
    let grants = format!(
        "grant usage on schema public to {app_role};
         grant select, insert, update, delete on all tables in schema public to {app_role};
         revoke insert, update, delete on refinery_schema_history from {app_role};"
    );
    client.batch_execute(&grants).await?;
    // A key store has neither, and an older schema not both.
    for table in ["audit", "audit_link"] {
        let there = client.query_one("select to_regclass($1) is not null", &[&table]).await?;
        if there.get(0) {
            client.batch_execute(&format!("revoke update, delete on {table} from {app_role}")).await?;
        }
    }
    Ok(password)
}

/// What is seen of a database from one connection.
pub(super) struct Seen {
    /// The newest migration that has run; 0 when none has.
    pub(super) newest: usize,
    /// Whether row-level security would not be held for the role.
    pub(super) is_owner: bool,
    /// The server's time.
    pub(super) now: Instant,
}

/// Looks at a database, and changes nothing.
pub(super) async fn look(url: &str) -> Result<Seen> {
    let mut reach = Reach::of(url)?;
    reach.config.connect_timeout(Duration::from_secs(5));
    let client = reach.connect().await?;
    let newest = migrate::newest(&client).await?;
    let now = client.query_one("select (extract(epoch from clock_timestamp()) * 1000000)::bigint", &[]).await?;
    let now = Instant::from_microsecond(now.get(0)).map_err(Error::internal)?;
    Ok(Seen { newest: usize::try_from(newest).unwrap_or(0), is_owner: refuse_owner(&client).await.is_err(), now })
}

/// Row-level security does not hold for a superuser, and an owner could lift it.
async fn refuse_owner(client: &tokio_postgres::Client) -> Result<()> {
    let reach = "select (rolsuper or rolbypassrls) or exists (
                     select 1 from pg_tables where schemaname = 'public' and tableowner = current_user)
                 from pg_roles where rolname = current_user";
    match client.query_one(reach, &[]).await?.get(0) {
        true => Err(Error::conflict("database-owner")),
        false => Ok(()),
    }
}

/// One connection, used from a thread that may block.
pub(super) struct Connection {
    client: RefCell<Object>,
    pool: deadpool_postgres::Pool,
    handle: Handle,
    /// What goes ahead of the next statement: how the transaction begins, and whose it is. Sent with that statement, in
    /// one turn to the server and back.
    ahead: RefCell<String>,
    /// Whether a statement of this transaction failed: then nothing of it is kept, whatever is asked for.
    failed: std::cell::Cell<bool>,
}

/// What a transaction is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Read,
    Write,
}

impl Mode {
    fn begin(self) -> &'static str {
        match self {
            Mode::Read => "begin isolation level repeatable read read only",
            Mode::Write => "begin isolation level serializable",
        }
    }
}

/// Connections kept to one database.
pub(super) const CONNECTIONS: usize = 16;

/// How long whoever has had their turn waits for one of them: those who read and those who write take turns apart, and
/// share them. And how long the server may take to give one.
const TIMEOUTS: Timeouts =
    Timeouts { wait: Some(Duration::from_secs(10)), create: Some(Duration::from_secs(10)), recycle: None };

/// How many statements of one kind are sent before the first is answered.
const UNDER_WAY: usize = 256;

impl Pool {
    /// Opens a database whose schema is there and up to date, as a role that row-level security holds for.
    pub(super) async fn open(url: &str, migrations: &'static [Migration]) -> Result<Pool> {
        let Reach { mut config, tls } = Reach::of(url)?;
        config.connect_timeout(Duration::from_secs(5));
        let on_recycle = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = match tls {
            None => Manager::from_config(config, NoTls, on_recycle),
            Some(tls) => Manager::from_config(config, tls, on_recycle),
        };
        let pool = deadpool_postgres::Pool::builder(manager).max_size(CONNECTIONS).timeouts(TIMEOUTS);
        let pool = pool.runtime(Runtime::Tokio1).build().map_err(Error::internal)?;
        let client = pool.get().await.map_err(Error::internal)?;
        refuse_owner(&client).await?;
        migrate::check(&client, migrations).await?;
        drop(client);
        Ok(Pool { pool, handle: Handle::current() })
    }

    pub(super) fn read<T>(
        &self,
        organisation: Option<OrganisationId>,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        self.connection()?.within(Mode::Read, organisation, work)
    }

    pub(super) fn write<T>(
        &self,
        organisation: Option<OrganisationId>,
        tries: u32,
        work: impl Fn(&Connection) -> Result<T>,
    ) -> Result<T> {
        let connection = self.connection()?;
        for attempt in 1..=tries {
            match connection.within(Mode::Write, organisation, &work) {
                Err(cause) if cause.is_passing() => {
                    tracing::debug!(attempt, "a write lost a race");
                    std::thread::sleep(pause(attempt));
                }
                out => return out,
            }
        }
        Err(Error::conflict(BUSY))
    }

    fn connection(&self) -> Result<Connection> {
        let client = self.handle.block_on(self.pool.get()).map_err(|cause| match cause {
            PoolError::Timeout(TimeoutType::Wait) => Error::conflict(BUSY),
            away => Error::internal(away),
        })?;
        Ok(Connection {
            client: RefCell::new(client),
            pool: self.pool.clone(),
            handle: self.handle.clone(),
            ahead: RefCell::default(),
            failed: std::cell::Cell::default(),
        })
    }
}

impl Connection {
    /// Runs `work` in a transaction: kept when it succeeds, undone when it fails or panics.
    fn within<T>(
        &self,
        mode: Mode,
        organisation: Option<OrganisationId>,
        work: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        self.ahead.replace(mode.begin().to_owned());
        self.failed.set(false);
        if let Some(organisation) = organisation {
            self.enter(organisation);
        }
        match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(self))) {
            Ok(Ok(out)) if mode == Mode::Read => {
                self.leave();
                Ok(out)
            }
            // The server answers such a commit with a rollback, and no error: nobody may be told that it is kept.
            Ok(Ok(_)) if self.failed.get() => {
                self.end("rollback")?;
                Err(Error::internal("a statement failed, and who asked for it went on"))
            }
            Ok(Ok(out)) => self.end("commit").map(|()| out),
            Ok(Err(cause)) => {
                self.end("rollback")?;
                Err(cause)
            }
            Err(panic) => {
                self.end("rollback")?;
                std::panic::resume_unwind(panic)
            }
        }
    }

    /// Says whose transaction this is from here on, for row-level security.
    pub(super) fn enter(&self, organisation: OrganisationId) {
        self.ahead.borrow_mut().push_str(&format!("; set local duet.organisation = '{organisation}'"));
    }

    /// Ends the transaction and waits for the answer. One in which nothing was asked was never begun.
    fn end(&self, how: &str) -> Result<()> {
        if self.is_begun() { Ok(self.handle.block_on(self.client.borrow().batch_execute(how))?) } else { Ok(()) }
    }

    /// Ends a transaction that changed nothing. Nobody waits for the answer: whoever uses the connection next is
    /// answered after it.
    fn leave(&self) {
        if self.is_begun() {
            let _ = self.client.borrow().batch_execute("commit").now_or_never();
        }
    }

    /// Whether a transaction has begun; if not, none will.
    fn is_begun(&self) -> bool {
        !self.ahead.take().starts_with("begin")
    }

    /// Waits for what is asked, which is sent right behind what has to go ahead of it. A connection that has died since
    /// it was last used is found out by the first that is asked on it: nothing of this transaction has happened, and it
    /// begins anew on another.
    fn wait<T>(
        &self,
        ask: impl AsyncFn(&ClientWrapper) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, tokio_postgres::Error> {
        let ahead = self.ahead.take();
        let mut answer = self.asked(&ahead, &ask);
        if ahead.starts_with("begin") && answer.as_ref().is_err_and(is_gone) && self.renew() {
            answer = self.asked(&ahead, &ask);
        }
        self.failed.set(self.failed.get() || answer.is_err());
        answer
    }

    fn asked<T>(
        &self,
        ahead: &str,
        ask: &impl AsyncFn(&ClientWrapper) -> Result<T, tokio_postgres::Error>,
    ) -> Result<T, tokio_postgres::Error> {
        let client = self.client.borrow();
        let client: &ClientWrapper = &client;
        match ahead.trim_start_matches("; ") {
            "" => self.handle.block_on(ask(client)),
            ahead => {
                let (begun, answer) = self.handle.block_on(join(client.batch_execute(ahead), ask(client)));
                begun.and(answer)
            }
        }
    }

    /// Takes another connection in place of one that is gone; whether there is one. Nobody waits for it: with all in use,
    /// that would be waiting for this one.
    fn renew(&self) -> bool {
        tracing::warn!("a connection to the database had died");
        let now = Timeouts { wait: Some(Duration::ZERO), ..TIMEOUTS };
        let fresh = self.handle.block_on(self.pool.timeout_get(&now));
        fresh.is_ok_and(|client| {
            drop(self.client.replace(client));
            true
        })
    }

    pub(super) fn each(
        &self,
        text: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let rows = self.wait(async |client: &ClientWrapper| {
            let statement = client.prepare_cached(text).await?;
            client.query_raw(&statement, as_params(values)).await
        })?;
        let mut rows = std::pin::pin!(rows);
        loop {
            let next = self.handle.block_on(rows.try_next());
            self.failed.set(self.failed.get() || next.is_err());
            match next? {
                Some(row) => each(&Row::Postgres(&row))?,
                None => return Ok(()),
            }
        }
    }

    pub(super) fn all<R: FromRow>(&self, text: &str, values: &[Value<'_>]) -> Result<Vec<R>> {
        let rows = self.wait(async |client: &ClientWrapper| {
            let statement = client.prepare_cached(text).await?;
            client.query(&statement, &as_params(values)).await
        });
        let rows = rows.map_err(failed)?;
        rows.iter().map(|row| R::from_row(&Row::Postgres(row)).map_err(Error::internal)).collect()
    }

    pub(super) fn run(&self, text: &str, values: &[Value<'_>]) -> Result<u64> {
        let changed = self.wait(async |client: &ClientWrapper| {
            let statement = client.prepare_cached(text).await?;
            client.execute(&statement, &as_params(values)).await
        });
        changed.map_err(failed)
    }

    /// Sends many without waiting for each: a round trip carries as many as are under way.
    pub(super) fn run_many(&self, text: &str, rows: &[Vec<Value<'_>>]) -> Result<u64> {
        let changed = self.wait(async |client: &ClientWrapper| {
            let statement = &client.prepare_cached(text).await?;
            let sent = rows.iter().map(|values| async move { client.execute(statement, &as_params(values)).await });
            futures_util::stream::iter(sent)
                .buffered(UNDER_WAY)
                .try_fold(0, async |sum, changed| Ok(sum + changed))
                .await
        });
        changed.map_err(failed)
    }

    pub(super) fn prepared(&self, text: &str) -> Result<Vec<(String, Option<Kind>)>> {
        let statement = self.wait(async |client: &ClientWrapper| client.prepare(text).await)?;
        Ok(statement.columns().iter().map(|c| (c.name().to_owned(), kind(c.type_()))).collect())
    }
}

/// A failed statement, logged by its code and constraint: the server's own words may hold what somebody wrote.
fn failed(cause: tokio_postgres::Error) -> Error {
    if let Some(fault) = cause.as_db_error().filter(|fault| !["40001", "40P01"].contains(&fault.code().code())) {
        tracing::warn!(code = fault.code().code(), constraint = fault.constraint(), "a statement failed");
    }
    refused(is_constraint(&cause), cause)
}

/// Whether a connection has gone with this: closed, broken, or shut down by the server (57P01 to 57P03).
pub(crate) fn is_gone(cause: &tokio_postgres::Error) -> bool {
    let by_server = cause.code().is_some_and(|code| code.code().starts_with("57P0"));
    let broken = matches!(std::error::Error::source(cause), Some(source) if source.is::<std::io::Error>());
    cause.is_closed() || by_server || broken
}

/// How long a lost race waits before it is run again: longer each time, and never two alike.
fn pause(attempt: u32) -> Duration {
    let [jitter] = Random::System.bytes::<1>();
    Duration::from_micros(u64::from(attempt * attempt) * (500 + 4 * u64::from(jitter)))
}

fn as_params<'v>(values: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|v| v as &(dyn ToSql + Sync)).collect()
}

/// Class 23 of SQLSTATE: unique, foreign key, check, not null.
fn is_constraint(cause: &tokio_postgres::Error) -> bool {
    cause.code().is_some_and(|code| code.code().starts_with("23"))
}
