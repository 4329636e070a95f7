//! The same statements without us: prepared once, their values ready, each cell taken out as its own.

use kit::db::{Cell, Value};
use kit::{Error, Result};
use std::collections::HashMap;
use testkit::TestDuet;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, NoTls, Statement};

type Heard = [(String, Vec<Value<'static>>)];

/// A connection of one's own.
pub(crate) enum Peer {
    Sqlite(rusqlite::Connection),
    /// With what was prepared on it.
    Postgres(Client, HashMap<String, Statement>),
}

impl Peer {
    /// Opens the same database. On PostgreSQL as the same role, which says once and for all whose rows it wants.
    pub(crate) async fn open(duet: &TestDuet) -> Result<Peer> {
        let url = duet.database().url();
        if !url.starts_with("postgres") {
            let file = rusqlite::Connection::open(url)?;
            file.set_prepared_statement_cache_capacity(512);
            file.pragma_update(None, "cache_size", -8000)?;
            // As we do: a statement is planned once.
            file.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            return Ok(Peer::Sqlite(file));
        }
        let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
        tokio::spawn(connection);
        client.batch_execute(&format!("set duet.organisation = '{}'", duet.organisation())).await?;
        Ok(Peer::Postgres(client, HashMap::new()))
    }

    /// Prepares what is not prepared yet.
    pub(crate) async fn prepare(&mut self, statements: &Heard) -> Result<()> {
        if let Peer::Postgres(client, prepared) = self {
            for (text, _) in statements {
                if !prepared.contains_key(text) {
                    prepared.insert(text.clone(), client.prepare(text).await?);
                }
            }
        }
        Ok(())
    }

    /// Runs them one after another: on SQLite in one transaction, as anybody would who wants one state of things; on
    /// PostgreSQL in none, which spares two turns to the server and back.
    pub(crate) async fn run(&mut self, statements: &Heard) -> Result<usize> {
        match self {
            Peer::Sqlite(file) => of_file(file, statements),
            Peer::Postgres(client, prepared) => of_server(client, prepared, statements).await,
        }
    }
}

fn of_file(file: &rusqlite::Connection, statements: &Heard) -> Result<usize> {
    file.execute_batch("begin")?;
    let mut cells = 0;
    for (text, values) in statements {
        let mut statement = file.prepare_cached(text)?;
        for at in 1..=statement.parameter_count() {
            let name = statement.parameter_name(at).unwrap_or_default();
            let number: usize = name.trim_start_matches('$').parse().map_err(Error::internal)?;
            bind(&mut statement, at, &values[number - 1])?;
        }
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        let mut taken = Vec::new();
        while let Some(row) = rows.next()? {
            for at in 0..columns {
                taken.push(row.get::<_, rusqlite::types::Value>(at)?);
            }
        }
        cells += taken.len();
    }
    file.execute_batch("commit")?;
    Ok(cells)
}

fn bind(statement: &mut rusqlite::CachedStatement<'_>, at: usize, value: &Value<'_>) -> Result<()> {
    match value {
        Value::Null => statement.raw_bind_parameter(at, rusqlite::types::Null),
        Value::Flag(flag) => statement.raw_bind_parameter(at, flag),
        Value::Int(i) => statement.raw_bind_parameter(at, i),
        Value::Real(r) => statement.raw_bind_parameter(at, r),
        Value::Text(text) => statement.raw_bind_parameter(at, text.as_ref()),
        Value::Id(id) => statement.raw_bind_parameter(at, id.to_string()),
        Value::Day(day) => statement.raw_bind_parameter(at, day.to_string()),
        Value::Instant(when) => statement.raw_bind_parameter(at, format!("{when:.6}")),
        Value::Bytes(bytes) => statement.raw_bind_parameter(at, bytes.as_ref()),
    }
    .map_err(Error::from)
}

async fn of_server(client: &Client, prepared: &HashMap<String, Statement>, statements: &Heard) -> Result<usize> {
    let mut cells = 0;
    for (text, values) in statements {
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let rows = client.query(&prepared[text], &values).await?;
        let taken: Vec<String> = rows.iter().flat_map(|row| (0..row.len()).map(move |at| owned(row.get(at)))).collect();
        cells += taken.len();
    }
    Ok(cells)
}

/// A text is copied, as whoever keeps it must; the rest costs nothing worth counting.
fn owned(cell: Cell<'_>) -> String {
    if let Cell::Text(text) = cell { text.to_owned() } else { String::new() }
}
