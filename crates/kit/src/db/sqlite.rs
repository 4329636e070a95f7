//! SQLite: WAL, `synchronous=FULL`, one writer, many readers.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OpenFlags, Statement};

use super::Row;
use super::conn::refused;
use super::migrate::{self, Migration};
use super::sql::FromRow;
use super::value::{Cell, Kind, Mismatch, Value};
use crate::clock::Instant;
use crate::error::{BUSY, Error, Result};

/// A database file: its one writer and the readers that are idle.
pub(super) struct Files {
    path: PathBuf,
    // Readers are closed first: the writer, closed last, folds the log back into the one file.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
}

/// One connection.
pub(super) struct Connection(rusqlite::Connection);

/// How many may read at once: a read keeps a processor busy and waits for nothing, so that more would take longer each,
/// and hold the same pages once more.
pub(super) fn most_readers() -> usize {
    let processors = std::thread::available_parallelism().map_or(2, usize::from);
    (2 * processors).clamp(4, 16)
}

impl Files {
    pub(super) fn open(path: &Path, migrations: &'static [Migration]) -> Result<Files> {
        make_private(path)?;
        let mut writer = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        migrate::sqlite(&mut writer, migrations)?;
        Ok(Files { path: path.to_owned(), writer: Mutex::new(Connection(writer)), readers: Mutex::default() })
    }

    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => Connection(connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?),
        };
        connection.say("begin")?;
        let out = work(&connection);
        connection.say("rollback")?;
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        out
    }

    pub(super) fn write<T>(&self, work: impl Fn(&Connection) -> Result<T>) -> Result<T> {
        let connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        connection.say("begin immediate")?;
        // Rolled back when dropped: a panic inside `work` must not leave the writer in a transaction.
        let open = Open(&connection);
        let out = work(&connection)?;
        connection.say("commit")?;
        std::mem::forget(open);
        Ok(out)
    }
}

impl Files {
    /// Folds the log back into the file and empties it: what `secure_delete` wrote over is then nowhere.
    pub(super) fn settle(&self) -> Result<()> {
        let connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // What is deleted is written over, but where a page was split before, what moved to the other half stays in the gap.
        connection.0.execute_batch("vacuum")?;
        // Each try waits for readers as long as any statement does.
        for _ in 0..3 {
            let busy: i64 = connection.0.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
            if busy == 0 {
                return Ok(());
            }
        }
        Err(Error::conflict(BUSY))
    }
}

struct Open<'s>(&'s Connection);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        if let Err(cause) = self.0.say("rollback") {
            tracing::error!(%cause, "rollback failed");
        }
    }
}

impl Connection {
    /// Begins or ends a transaction.
    fn say(&self, text: &str) -> rusqlite::Result<()> {
        self.0.prepare_cached(text)?.raw_execute().map(|_| ())
    }

    pub(super) fn all<R: FromRow>(&self, text: &str, values: &[Value<'_>]) -> Result<Vec<R>> {
        let mut statement = self.0.prepare_cached(text)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        let mut out = Vec::new();
        while let Some(row) = rows.next().map_err(|cause| refused(is_constraint(&cause), cause))? {
            out.push(R::from_row(&Row::Sqlite(row)).map_err(Error::internal)?);
        }
        Ok(out)
    }

    pub(super) fn each(
        &self,
        text: &str,
        values: &[Value<'_>],
        each: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.0.prepare_cached(text)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            each(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    pub(super) fn run(&self, text: &str, values: &[Value<'_>]) -> Result<u64> {
        let mut statement = self.0.prepare_cached(text)?;
        bind(&mut statement, values)?;
        let changed = statement.raw_execute().map_err(|cause| refused(is_constraint(&cause), cause))?;
        Ok(changed as u64)
    }

    pub(super) fn run_many(&self, text: &str, rows: &[Vec<Value<'_>>]) -> Result<u64> {
        let mut statement = self.0.prepare_cached(text)?;
        let mut changed = 0;
        for values in rows {
            bind(&mut statement, values)?;
            changed += statement.raw_execute().map_err(|cause| refused(is_constraint(&cause), cause))? as u64;
        }
        Ok(changed)
    }

    pub(super) fn prepared(&self, text: &str) -> rusqlite::Result<Vec<(String, Option<Kind>)>> {
        let statement = self.0.prepare(text)?;
        Ok(statement.column_names().map(|name| (name.to_owned(), None)).collect())
    }
}

/// The cell at `at`. Borrowed: nothing is copied until it is taken.
pub(super) fn cell<'r>(row: &'r rusqlite::Row<'_>, at: usize) -> Result<Cell<'r>, Mismatch> {
    Ok(match row.get_ref(at).map_err(|_| Mismatch("column that exists"))? {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(i) => Cell::Int(i),
        ValueRef::Real(r) => Cell::Real(r),
        ValueRef::Text(t) => Cell::Text(std::str::from_utf8(t).map_err(|_| Mismatch("text in UTF-8"))?),
        ValueRef::Blob(b) => Cell::Bytes(b),
    })
}

/// Binds by name: SQLite numbers `$2, $1` by first appearance, so a position would swap them.
fn bind(statement: &mut Statement<'_>, values: &[Value<'_>]) -> Result<()> {
    for at in 1..=statement.parameter_count() {
        let name = statement.parameter_name(at).unwrap_or_default();
        let number: usize = name.trim_start_matches('$').parse().map_err(Error::internal)?;
        let value = values.get(number - 1).ok_or_else(|| Error::internal(format!("nothing bound to {name}")))?;
        statement.raw_bind_parameter(at, as_sqlite(value))?;
    }
    Ok(())
}

fn as_sqlite<'a>(value: &'a Value<'a>) -> ToSqlOutput<'a> {
    match value {
        Value::Null => ToSqlOutput::Owned(rusqlite::types::Value::Null),
        Value::Flag(flag) => ToSqlOutput::Owned(i64::from(*flag).into()),
        Value::Int(i) => ToSqlOutput::Owned((*i).into()),
        Value::Real(r) => ToSqlOutput::Owned((*r).into()),
        Value::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
        Value::Id(id) => ToSqlOutput::Owned(id.hyphenated().to_string().into()),
        Value::Day(day) => ToSqlOutput::Owned(day.to_string().into()),
        Value::Instant(at) => ToSqlOutput::Owned(fixed_width(*at).into()),
        Value::Bytes(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
    }
}

/// A moment as text that sorts as time does: always six digits after the point.
fn fixed_width(at: Instant) -> String {
    format!("{at:.6}")
}

fn is_constraint(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

/// Makes the file, when it is missing, for nobody but who runs the program; its log takes over its rights.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ()).map_err(|cause| Error::internal(format!("{}: {cause}", path.display())))
}

fn connect(path: &Path, flags: OpenFlags) -> Result<rusqlite::Connection> {
    let connection = rusqlite::Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(512);
    // Without it a statement is planned anew whenever another value is bound to it (SQLITE_ENABLE_STAT4), which takes ten
    // times as long as running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "secure_delete", "on")?;
    }
    connection.pragma_update(None, "foreign_keys", "on")?;
    connection.pragma_update(None, "cache_size", -8000)?;
    Ok(connection)
}
