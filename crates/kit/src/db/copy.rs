//! Copying a whole database out and in, row by row, the same text for both engines.
//!
//! One line each: `{"table": …, "columns": […]}`, then its rows as arrays. Ids, days and moments are texts, bytes are
//! hexadecimal, JSON stands as it is with its keys in order. So a copy of SQLite's rows is the very text that PostgreSQL
//! gives, and [`Sums`] of the two can be compared.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::conn::Link;
use super::shape::{Holds, Table};
use super::value::{Cell, Kind, Mismatch, Take, Value};
use super::{Row, Store};
use crate::error::{Error, Message, Result};
use crate::id::{OrganisationId, Uuid};
use crate::token::{hex, unhex};

/// How many rows each table has, and SHA-256 over all of them in order.
pub type Sums = BTreeMap<String, (u64, String)>;

/// What stands between the tables in a copy is told from rows by its bracket.
const HEAD: char = '{';

impl Store {
    /// Writes every row of these tables, in one snapshot: whoever writes meanwhile is not waited for. The sink is given
    /// back with what went into it.
    ///
    /// # Errors
    /// `Internal` when the database or the sink fails.
    pub async fn copy_out<W: Write + Send + 'static>(&self, tables: Vec<Table>, sink: W) -> Result<(W, Sums)> {
        self.read_outside(move |c| out(c.link(), &tables, sink)).await
    }

    /// Takes a copy into these tables, which must be empty: all of it, or nothing. `open` begins reading it; `check` is
    /// asked before anything is kept, with what was taken and the line that stands after the rows.
    ///
    /// # Errors
    /// `Conflict` when a table is not empty, or the copy is not whole or not of this schema; `Internal` when the
    /// database fails.
    pub async fn copy_in<F, C>(&self, tables: Vec<Table>, open: F, check: C) -> Result<Sums>
    where
        F: Fn() -> Result<Box<dyn BufRead>> + Send + 'static,
        C: Fn(&Sums, &str) -> Result<()> + Send + 'static,
    {
        self.write_outside(move |tx| {
            for table in &tables {
                refuse_rows(tx.link(), table)?;
            }
            let (sums, end) = taken(tx.link(), &tables, open()?)?;
            check(&sums, &end).map(|()| sums)
        })
        .await
    }
}

fn out<W: Write>(link: Link<'_>, tables: &[Table], mut sink: W) -> Result<(W, Sums)> {
    let organisations = if tables.iter().any(|table| table.inside) { organisations(link)? } else { Vec::new() };
    let mut sums = Sums::new();
    for table in tables {
        let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
        put(&mut sink, &json!({"table": table.name, "columns": names}).to_string())?;
        let mut sum = Sum::default();
        let mut each = |row: &Row<'_>| -> Result<()> {
            let cells = table.columns.iter().enumerate();
            let told: Result<Vec<Json>, Mismatch> = cells.map(|(at, column)| told(row.cell(at)?, column)).collect();
            let line = Json::Array(told.map_err(Error::internal)?).to_string();
            sum.add(&line);
            put(&mut sink, &line)
        };
        if table.inside {
            for organisation in &organisations {
                link.enter(*organisation);
                link.each(&select(table, link), &[Value::Id(organisation.0)], &mut each)?;
            }
        } else {
            link.each(&select(table, link), &[], &mut each)?;
        }
        sums.insert(table.name.clone(), sum.done());
    }
    Ok((sink, sums))
}

fn taken(link: Link<'_>, tables: &[Table], from: Box<dyn BufRead>) -> Result<(Sums, String)> {
    let mut ahead = tables.iter();
    let mut current: Option<(&Table, String, Sum)> = None;
    let (mut sums, mut entered) = (Sums::new(), None);
    for (at, line) in from.lines().enumerate() {
        let broken = || Error::conflict(Message::new("backup-line").with("line", at + 1));
        let line = line.map_err(|_| broken())?;
        if line.starts_with(HEAD) {
            if let Some((table, _, sum)) = current.take() {
                sums.insert(table.name.clone(), sum.done());
            }
            let Some(table) = ahead.next() else { return Ok((sums, line)) };
            check_head(&line, table)?;
            current = Some((table, insert(table), Sum::default()));
            continue;
        }
        let (table, text, sum) = current.as_mut().ok_or_else(broken)?;
        let row: Vec<Json> = serde_json::from_str(&line).map_err(|_| broken())?;
        if row.len() != table.columns.len() {
            return Err(broken());
        }
        let values: Option<Vec<Value<'_>>> =
            row.iter().zip(&table.columns).map(|(told, one)| value(told, one)).collect();
        let values = values.ok_or_else(broken)?;
        if let (true, Some(Value::Id(organisation))) = (table.inside, values.first())
            && entered != Some(*organisation)
        {
            link.enter(OrganisationId(*organisation));
            entered = Some(*organisation);
        }
        link.run(text, &values)?;
        sum.add(&line);
    }
    Err(Error::conflict("backup-cut-off"))
}

fn check_head(line: &str, table: &Table) -> Result<()> {
    let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let head: Json = serde_json::from_str(line).unwrap_or_default();
    if head == json!({"table": table.name, "columns": names}) {
        Ok(())
    } else {
        Err(Error::conflict("backup-other-schema"))
    }
}

fn refuse_rows(link: Link<'_>, table: &Table) -> Result<()> {
    let mut found = false;
    let text = format!("select 1 from {} limit 1", table.name);
    link.each(&text, &[], &mut |_| {
        found = true;
        Ok(())
    })?;
    if found { Err(Error::conflict("restore-not-empty")) } else { Ok(()) }
}

fn organisations(link: Link<'_>) -> Result<Vec<OrganisationId>> {
    let mut all = Vec::new();
    link.each("select id from organisation order by id", &[], &mut |row| {
        all.push(OrganisationId(row.get::<Uuid>(0).map_err(Error::internal)?));
        Ok(())
    })?;
    Ok(all)
}

/// In the order of the key, by its bytes whatever the server's language is.
fn select(table: &Table, link: Link<'_>) -> String {
    let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let is_text = |name: &&String| table.columns.iter().any(|one| one.name == **name && one.kind == Kind::Text);
    let by = |name: &String| {
        let collate = if matches!(link, Link::Postgres(_)) && is_text(&name) { " collate \"C\"" } else { "" };
        format!("{name}{collate}")
    };
    let key: Vec<String> = table.key.iter().map(by).collect();
    let inside = if table.inside { " where organisation = $1" } else { "" };
    format!("select {} from {}{inside} order by {}", names.join(", "), table.name, key.join(", "))
}

fn insert(table: &Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    let gaps: Vec<String> = (1..=names.len()).map(|at| format!("${at}")).collect();
    format!("insert into {} ({}) values ({})", table.name, names.join(", "), gaps.join(", "))
}

/// A cell as it stands in a copy.
fn told(cell: Cell<'_>, column: &Holds) -> Result<Json, Mismatch> {
    if matches!(cell, Cell::Null) {
        return Ok(Json::Null);
    }
    Ok(match column.kind {
        Kind::Flag => bool::take(cell)?.into(),
        Kind::Int => i64::take(cell)?.into(),
        Kind::Real => f64::take(cell)?.into(),
        Kind::Text if column.json => serde_json::from_str(&String::take(cell)?).map_err(|_| Mismatch("json"))?,
        Kind::Text => String::take(cell)?.into(),
        Kind::Id => Uuid::take(cell)?.hyphenated().to_string().into(),
        Kind::Day => crate::clock::Day::take(cell)?.to_string().into(),
        Kind::Instant => format!("{:.6}", crate::clock::Instant::take(cell)?).into(),
        Kind::Bytes => hex(&Vec::<u8>::take(cell)?).into(),
    })
}

/// What stands in a copy as a value to bind; nothing when it is not of the column's kind.
fn value<'t>(told: &'t Json, column: &Holds) -> Option<Value<'t>> {
    if told.is_null() {
        return Some(Value::Null);
    }
    Some(match column.kind {
        Kind::Flag => Value::Flag(told.as_bool()?),
        Kind::Int => Value::Int(told.as_i64()?),
        Kind::Real => Value::Real(told.as_f64()?),
        Kind::Text if column.json => Value::Text(told.to_string().into()),
        Kind::Text => Value::Text(told.as_str()?.into()),
        Kind::Id => Value::Id(told.as_str()?.parse().ok()?),
        Kind::Day => Value::Day(told.as_str()?.parse().ok()?),
        Kind::Instant => Value::Instant(told.as_str()?.parse().ok()?),
        Kind::Bytes => Value::Bytes(unhex(told.as_str()?)?.into()),
    })
}

#[derive(Default)]
struct Sum {
    rows: u64,
    hash: Sha256,
}

impl Sum {
    fn add(&mut self, line: &str) {
        self.rows += 1;
        self.hash.update(line);
        self.hash.update("\n");
    }

    fn done(self) -> (u64, String) {
        (self.rows, hex(&self.hash.finalize()))
    }
}

fn put(sink: &mut impl Write, line: &str) -> Result<()> {
    sink.write_all(line.as_bytes()).and_then(|()| sink.write_all(b"\n")).map_err(Error::internal)
}
