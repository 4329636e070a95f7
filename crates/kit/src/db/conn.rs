//! Handles on an open transaction.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use super::sql::{FromRow, Inside, Outside, Scope, Sql};
use super::value::{Bind, Cell, Mismatch, Take, Value};
use super::{Inner, after, count, postgres, sqlite};
use crate::clock::{Clock, Day, Instant};
use crate::error::{Error, Result};
use crate::id::{self, OrganisationId};
use crate::random::Random;
use crate::seal::{Holder, Keys, Opened, Place, Seal, Sealed};
use crate::token::Token;

/// A handle that reads, in scope `S`.
pub struct Conn<'c, S = Inside> {
    link: Link<'c>,
    inner: &'c Inner,
    organisation: OrganisationId,
    scope: PhantomData<S>,
}

/// Reads one organisation's data.
pub type Read<'c> = Conn<'c, Inside>;
/// Reads what stands outside every organisation.
pub type OutsideConn<'c> = Conn<'c, Outside>;

/// A handle that reads and writes.
pub struct Write<'c, S = Inside>(Conn<'c, S>);

/// Writes one organisation's data.
pub type Tx<'c> = Write<'c, Inside>;
/// Writes what stands outside every organisation.
pub type OutsideTx<'c> = Write<'c, Outside>;

/// The engine's own connection.
#[derive(Clone, Copy)]
pub(super) enum Link<'c> {
    Sqlite(&'c sqlite::Connection),
    Postgres(&'c postgres::Connection),
}

impl Link<'_> {
    /// Gives each row as it comes: for what may not fit into memory.
    pub(super) fn each(
        self,
        text: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match self {
            Link::Sqlite(connection) => connection.each(text, values, each),
            Link::Postgres(connection) => connection.each(text, values, each),
        }
    }

    /// Runs a statement that changes rows and gives none.
    pub(super) fn run(self, text: &str, values: &[Value<'_>]) -> Result<u64> {
        match self {
            Link::Sqlite(connection) => connection.run(text, values),
            Link::Postgres(connection) => connection.run(text, values),
        }
    }

    /// Tells PostgreSQL whose transaction this is from here on, for row-level security.
    pub(super) fn enter(self, organisation: OrganisationId) {
        if let Link::Postgres(connection) = self {
            connection.enter(organisation);
        }
    }
}

impl<'c> From<&'c sqlite::Connection> for Link<'c> {
    fn from(connection: &'c sqlite::Connection) -> Self {
        Link::Sqlite(connection)
    }
}

impl<'c> From<&'c postgres::Connection> for Link<'c> {
    fn from(connection: &'c postgres::Connection) -> Self {
        Link::Postgres(connection)
    }
}

impl<'c, S: Scope> Conn<'c, S> {
    pub(super) fn new(link: impl Into<Link<'c>>, inner: &'c Inner, organisation: OrganisationId) -> Self {
        Conn { link: link.into(), inner, organisation, scope: PhantomData }
    }

    pub(super) fn link(&self) -> Link<'c> {
        self.link
    }

    /// All rows.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn all<R: FromRow>(&mut self, sql: &Sql<R, S>, params: &[&dyn Bind]) -> Result<Vec<R>> {
        let values = self.bound(params);
        count::one(sql.text, &values);
        let rows = match self.link {
            Link::Sqlite(connection) => connection.all(sql.text, &values),
            Link::Postgres(connection) => connection.all(sql.text, &values),
        };
        rows.inspect_err(|cause| note(sql.name, cause))
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn first<R: FromRow>(&mut self, sql: &Sql<R, S>, params: &[&dyn Bind]) -> Result<Option<R>> {
        Ok(self.all(sql, params)?.into_iter().next())
    }

    /// The row there must be.
    ///
    /// # Errors
    /// `NotFound` when there is none; `Internal` when the database fails.
    pub fn one<R: FromRow>(&mut self, sql: &Sql<R, S>, params: &[&dyn Bind]) -> Result<R> {
        self.first(sql, params)?.ok_or(Error::NotFound)
    }

    /// The moment now, by the store's clock.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// The day today, by the store's clock.
    #[must_use]
    pub fn today(&self) -> Day {
        self.inner.clock.today()
    }

    /// The store's clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The store's source of chance.
    #[must_use]
    pub fn random(&self) -> &Random {
        &self.inner.random
    }

    fn bound<'v>(&self, params: &'v [&'v dyn Bind]) -> Vec<Value<'v>> {
        let organisation = S::INSIDE.then_some(Value::Id(self.organisation.0));
        organisation.into_iter().chain(params.iter().map(|p| p.value())).collect()
    }
}

impl<'c> Conn<'c, Inside> {
    /// Whose data this handle may touch.
    #[must_use]
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// Opens words that were sealed for `holder` in this place. A lost key is an answer ([`Opened::KeyLost`]).
    ///
    /// # Errors
    /// `Internal` when the key store fails, or there is none.
    pub fn open<T: Seal>(&mut self, holder: Holder, place: Place, sealed: &Sealed<T>) -> Result<Opened<T>> {
        let opened = self.keys()?.unseal(self.organisation, holder, place, sealed)?;
        if matches!(opened, Opened::Altered) {
            tracing::error!(table = place.table, row = %place.row, "sealed words are not as they were sealed");
        }
        Ok(opened)
    }

    fn keys(&self) -> Result<&'c Keys> {
        self.inner.keys.as_ref().ok_or_else(|| Error::internal("this database was opened without its key store"))
    }

    /// The same snapshot, outside the organisation.
    pub fn outside(&mut self) -> OutsideConn<'_> {
        Conn { link: self.link, inner: self.inner, organisation: self.organisation, scope: PhantomData }
    }
}

impl Conn<'_, Outside> {
    /// The same snapshot, inside an organisation. For signing in, which finds out whose page it is.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn inside(&mut self, organisation: OrganisationId) -> Result<Read<'_>> {
        self.link.enter(organisation);
        Ok(Conn { link: self.link, inner: self.inner, organisation, scope: PhantomData })
    }
}

impl<'c, S: Scope> Write<'c, S> {
    pub(super) fn new(link: impl Into<Link<'c>>, inner: &'c Inner, organisation: OrganisationId) -> Self {
        if S::INSIDE {
            after::writes(organisation);
        }
        Write(Conn::new(link, inner, organisation))
    }

    /// Wakes who waits for jobs, once this is kept.
    pub fn wake(&self) {
        after::wake();
    }

    /// Runs a statement that changes rows and gives none; tells how many it changed.
    ///
    /// # Errors
    /// `Conflict` when a constraint refuses it; `Internal` when the database fails.
    pub fn run(&mut self, sql: &Sql<(), S>, params: &[&dyn Bind]) -> Result<u64> {
        let values = self.0.bound(params);
        count::one(sql.text, &values);
        self.0.link.run(sql.text, &values).inspect_err(|cause| note(sql.name, cause))
    }

    /// Runs one statement for many rows of parameters (`values![…]`), without a round trip for each; tells how many
    /// rows it changed.
    ///
    /// # Errors
    /// As [`Write::run`]: then none of this transaction is kept.
    pub fn run_many<'v>(&mut self, sql: &Sql<(), S>, rows: impl IntoIterator<Item = Vec<Value<'v>>>) -> Result<u64> {
        let organisation = S::INSIDE.then_some(Value::Id(self.0.organisation.0));
        let whole = |row: Vec<Value<'v>>| organisation.iter().cloned().chain(row).collect();
        let rows: Vec<Vec<Value<'v>>> = rows.into_iter().map(whole).collect();
        if rows.is_empty() {
            return Ok(0);
        }
        count::one(sql.text, &rows[0]);
        let changed = match self.0.link {
            Link::Sqlite(connection) => connection.run_many(sql.text, &rows),
            Link::Postgres(connection) => connection.run_many(sql.text, &rows),
        };
        changed.inspect_err(|cause| note(sql.name, cause))
    }

    /// A fresh id of any kind.
    #[must_use]
    pub fn fresh<I: From<id::Uuid>>(&self) -> I {
        id::fresh(self.now(), self.random()).into()
    }

    /// A fresh secret.
    #[must_use]
    pub fn fresh_token(&self) -> Token {
        Token::fresh(self.random())
    }

    /// A fresh token that can be typed off paper.
    #[must_use]
    pub fn short_token(&self) -> Token {
        Token::short(self.random())
    }
}

impl Write<'_, Inside> {
    /// Seals words for `holder`, to stand in this place. Their key is kept before this returns, so before the words are.
    ///
    /// # Errors
    /// `Conflict` when the holder was erased; `Internal` when the key store fails, or there is none.
    pub fn seal<T: Seal>(&mut self, holder: Holder, place: Place, what: &T) -> Result<Sealed<T>> {
        self.0.keys()?.seal(self.0.organisation, holder, place, what)
    }

    /// [`Write::seal`] for many, which asks the key store once and writes to it once.
    ///
    /// # Errors
    /// As [`Write::seal`]: then none is sealed.
    pub fn seal_many<T: Seal>(&mut self, all: &[(Holder, Place, &T)]) -> Result<Vec<Sealed<T>>> {
        self.0.keys()?.seal_many(self.0.organisation, all)
    }

    /// Whether words are sealed under their holder's newest key.
    ///
    /// # Errors
    /// `Internal` when the key store fails, or there is none.
    pub fn is_newest<T>(&self, holder: Holder, sealed: &Sealed<T>) -> Result<bool> {
        self.0.keys()?.is_newest(self.0.organisation, holder, sealed)
    }

    /// Words sealed anew under their holder's newest key; none where they are under it already, or nothing opens them.
    ///
    /// # Errors
    /// `Internal` when the key store fails, or there is none.
    pub fn sealed_anew<T: Seal>(&mut self, holder: Holder, place: Place, old: &Sealed<T>) -> Result<Option<Sealed<T>>> {
        if self.is_newest(holder, old)? {
            return Ok(None);
        }
        match self.open(holder, place, old)? {
            Opened::Words(words) => self.seal(holder, place, &words).map(Some),
            Opened::KeyLost | Opened::Altered => Ok(None),
        }
    }

    /// The same transaction, outside the organisation.
    pub fn outside_tx(&mut self) -> OutsideTx<'_> {
        Write(Conn { link: self.0.link, inner: self.0.inner, organisation: self.0.organisation, scope: PhantomData })
    }
}

impl Write<'_, Outside> {
    /// The same transaction, inside an organisation.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub fn inside_tx(&mut self, organisation: OrganisationId) -> Result<Tx<'_>> {
        self.0.link.enter(organisation);
        after::writes(organisation);
        Ok(Write(Conn { link: self.0.link, inner: self.0.inner, organisation, scope: PhantomData }))
    }
}

impl<'c, S> Deref for Write<'c, S> {
    type Target = Conn<'c, S>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<S> DerefMut for Write<'_, S> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// One row of a result.
pub enum Row<'r> {
    #[doc(hidden)]
    Sqlite(&'r rusqlite::Row<'r>),
    #[doc(hidden)]
    Postgres(&'r tokio_postgres::Row),
}

impl Row<'_> {
    /// The cell at `at`, as it is.
    pub(super) fn cell(&self, at: usize) -> Result<Cell<'_>, Mismatch> {
        match self {
            Row::Sqlite(row) => sqlite::cell(row, at),
            Row::Postgres(row) => postgres::cell(row, at),
        }
    }

    /// Takes the column at `at`.
    ///
    /// # Errors
    /// [`Mismatch`] when it holds something else.
    pub fn get<T: Take>(&self, at: usize) -> Result<T, Mismatch> {
        T::take(self.cell(at)?)
    }
}

/// Logs which statement failed; a lost race is tried again and not worth a line.
fn note(statement: &str, cause: &Error) {
    if !cause.is_passing() {
        tracing::warn!(statement, "a statement failed");
    }
}

/// A broken constraint is a conflict for the person; anything else is ours.
pub(super) fn refused(is_constraint: bool, cause: impl Into<Error>) -> Error {
    let cause = cause.into();
    if is_constraint {
        return Error::conflict("conflict-changed");
    }
    cause
}
