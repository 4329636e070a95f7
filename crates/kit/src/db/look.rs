//! Looking at a database without opening it for work, and without changing it: for who wants to know whether it is well.

use std::path::Path;

use jiff::SignedDuration;
use rusqlite::OpenFlags;

use super::migrate::Migration;
use super::postgres;
use crate::clock::Instant;
use crate::error::{Error, Result};

/// How a database's schema stands to the one a program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// There is no such file, or nothing in it.
    None,
    /// Older: so many migrations are still to run.
    Behind(usize),
    /// The same.
    Same,
    /// Newer than the program.
    Ahead,
}

/// What was seen.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Its schema.
    pub schema: Schema,
    /// Whether the role owns tables, or is one that row-level security is not held for. Never on SQLite.
    pub is_owner: bool,
    /// Whether the file is broken. A server sees to its own.
    pub is_broken: bool,
    /// How far ahead of ours the other clock is: the server's, or, when it is ahead, that of whoever wrote the file last.
    pub clock_ahead: SignedDuration,
}

/// Looks at the database named by `url`, as [`super::Store::open`] takes it.
///
/// # Errors
/// `Internal` when it cannot be reached or read.
pub async fn look(url: &str, migrations: &[Migration], now: Instant) -> Result<Look> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        let seen = postgres::look(url).await?;
        let clock_ahead = seen.now.duration_since(now);
        return Ok(Look {
            schema: schema(seen.newest, migrations),
            is_owner: seen.is_owner,
            is_broken: false,
            clock_ahead,
        });
    }
    let (path, known) = (url.to_owned(), migrations.to_vec());
    tokio::task::spawn_blocking(move || at_file(path.as_ref(), &known, now)).await.map_err(Error::internal)?
}

fn at_file(path: &Path, migrations: &[Migration], now: Instant) -> Result<Look> {
    let nothing = Look { schema: Schema::None, is_owner: false, is_broken: false, clock_ahead: SignedDuration::ZERO };
    let Ok(about) = path.metadata() else { return Ok(nothing) };
    let written = about.modified().ok().and_then(|at| Instant::try_from(at).ok()).unwrap_or(now);
    let clock_ahead = written.duration_since(now).max(SignedDuration::ZERO);
    let file = rusqlite::Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let ask = |query: &str| file.query_row(query, [], |row| row.get::<_, String>(0));
    let sound = ask("pragma quick_check(1)").is_ok_and(|said| said == "ok");
    let newest = ask("select cast(count(*) as text) from refinery_schema_history");
    let newest = newest.ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    Ok(Look { schema: schema(newest, migrations), is_broken: !sound, clock_ahead, ..nothing })
}

fn schema(newest: usize, migrations: &[Migration]) -> Schema {
    match (newest, migrations.len()) {
        (0, _) => Schema::None,
        (have, known) if have < known => Schema::Behind(known - have),
        (have, known) if have == known => Schema::Same,
        _ => Schema::Ahead,
    }
}
