//! A spreadsheet of ten thousand people brought in through the pages, beside the rows it made written bare. On SQLite, or on
//! PostgreSQL when `TEST_DATABASE_URL` names a server. `cargo xtask bench import` runs it on both.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use duet::demo::cast;
use kit::{Error, Result};
use rusqlite::types::Value;
use testkit::{TestDuet, Visitor};
use tokio_postgres::NoTls;

const ROWS: usize = 10_000;
/// How often the rows are written bare; the median counts.
const TIMES: usize = 5;
/// What a row of the sheet becomes a row of.
const TABLES: [&str; 4] = ["person", "person_address", "known_address", "application"];

#[tokio::main]
async fn main() -> Result<()> {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = open(&mut priya).await;
    let before = counts(&duet).await;
    for (what, grade) in [("10,000 new", "EO"), ("10,000 changed", "HEO"), ("10,000 the same", "HEO")] {
        let sheet = sheet(grade);
        let began = Instant::now();
        let check = priya.upload(&format!("{round}/import"), &[("both", "people.csv", sheet.as_bytes())]).await;
        let looked = began.elapsed();
        let began = Instant::now();
        let mut page = priya.press(&check, "Bring them in", &[]).await;
        let mut waited = 0;
        while page.path().starts_with("/imports/") {
            waited += 1;
            tokio::time::sleep(Duration::from_millis(20)).await;
            page = priya.get(page.path()).await;
        }
        let took = began.elapsed();
        page.is(200);
        let bare = if what.ends_with("new") { Some(bare(&duet, &before).await?) } else { None };
        let engine = duet.store().engine();
        let (ours, looked) = (took.as_secs_f64(), looked.as_secs_f64());
        let peer = bare.map_or((String::new(), String::new()), |(rows, bare)| {
            (format!("{:.2} s ({rows} rows)", bare.as_secs_f64()), format!("{:.1}", ours / bare.as_secs_f64()))
        });
        println!("| {engine} | {what} | {looked:.2} s | {ours:.2} s | {waited} | {} | {} |", peer.0, peer.1);
    }
    Ok(())
}

/// Opens a round in the scheme that Priya coordinates; gives its path.
async fn open(priya: &mut Visitor) -> String {
    let rounds = priya.get("/rounds").await;
    let page = priya.follow(&rounds, "Open a round").await;
    let round = [
        ("Name of the round", "Ten thousand"),
        ("When do pairs begin to meet?", "1 2 2090"),
        ("When does the round end?", "31 7 2090"),
    ];
    let page = priya.press(&page, "Open a round", &round).await;
    page.path().trim_end_matches("/import").to_owned()
}

/// Half of them mentors, each at one of 300 workplaces.
fn sheet(grade: &str) -> String {
    let mut sheet = String::from("name,email,role,organisation,job title,grade,profession\n");
    for at in 0..ROWS {
        let role = if at % 2 == 0 { "mentor" } else { "mentee" };
        let _ = writeln!(
            sheet,
            "Person {at},person{at}@ten-thousand.example,{role},Workplace {},Officer,{grade},Profession {}",
            at % 300,
            at % 12
        );
    }
    sheet
}

async fn counts(duet: &TestDuet) -> Vec<String> {
    let mut counts = Vec::new();
    for table in TABLES {
        counts.push(duet.asked(&format!("select cast(count(*) as text) from {table}")).await.concat());
    }
    counts
}

/// Writes the rows that came in to empty tables with the same columns and indexes, one statement a row, in one transaction:
/// how many, and the median time.
async fn bare(duet: &TestDuet, before: &[String]) -> Result<(usize, Duration)> {
    let mut times = Vec::new();
    let mut rows = 0;
    for _ in 0..TIMES {
        let (count, time) = match duet.database().owners_url() {
            Some(owner) => on_server(&owner).await?,
            None => in_file(duet.database().url())?,
        };
        (rows, times) = (count, [times, vec![time]].concat());
    }
    times.sort_unstable();
    let before: usize = before.iter().filter_map(|count| count.parse::<usize>().ok()).sum();
    Ok((rows - before, times[times.len() / 2]))
}

fn in_file(path: &str) -> Result<(usize, Duration)> {
    let from = rusqlite::Connection::open(path)?;
    let copy = tempfile::tempdir().map_err(Error::internal)?;
    let mut to = rusqlite::Connection::open(copy.path().join("bare.sqlite"))?;
    for (name, how) in [("journal_mode", "wal"), ("synchronous", "full"), ("secure_delete", "on")] {
        to.pragma_update(None, name, how)?;
    }
    to.pragma_update(None, "cache_size", -8000)?;
    // What the rows point at is not copied along.
    to.pragma_update(None, "foreign_keys", "off")?;
    let mut all: Vec<(String, Vec<Vec<Value>>)> = Vec::new();
    for table in TABLES {
        let mut made =
            from.prepare("select sql from sqlite_master where tbl_name = ? and sql is not null order by type desc")?;
        for sql in made.query_map([table], |row| row.get::<_, String>(0))? {
            to.execute_batch(&sql?)?;
        }
        let mut rows = from.prepare(&format!("select * from {table}"))?;
        let columns = rows.column_count();
        let places = vec!["?"; columns].join(", ");
        let cells = rows.query_map([], |row| (0..columns).map(|at| row.get::<_, Value>(at)).collect())?;
        all.push((format!("insert into {table} values ({places})"), cells.collect::<rusqlite::Result<_>>()?));
    }
    let began = Instant::now();
    let transaction = to.transaction()?;
    for (insert, rows) in &all {
        let mut insert = transaction.prepare(insert)?;
        for row in rows {
            insert.execute(rusqlite::params_from_iter(row))?;
        }
    }
    transaction.commit()?;
    Ok((all.iter().map(|(_, rows)| rows.len()).sum(), began.elapsed()))
}

/// The same on a server: each row is sent when the one before was answered, as a loop of inserts is.
async fn on_server(owner: &str) -> Result<(usize, Duration)> {
    let (mut client, connection) = tokio_postgres::connect(owner, NoTls).await?;
    tokio::spawn(connection);
    let mut all = Vec::new();
    for table in TABLES {
        client
            .batch_execute(&format!(
                "drop table if exists bare_{table}; create table bare_{table} (like {table} including all)"
            ))
            .await?;
        let names = client.query("select column_name::text from information_schema.columns where table_name = $1 and table_schema = 'public' order by ordinal_position", &[&table]).await?;
        let names: Vec<String> = names.iter().map(|row| row.get(0)).collect();
        let rows = client.query(&format!("select * from {table}"), &[]).await?;
        let places: Vec<String> = (1..=names.len()).map(|at| format!("${at}")).collect();
        let insert = format!("insert into bare_{table} ({}) values ({})", names.join(", "), places.join(", "));
        all.push((client.prepare(&insert).await?, rows));
    }
    let began = Instant::now();
    let transaction = client.transaction().await?;
    for (insert, rows) in &all {
        for row in rows {
            let cells: Vec<Raw<'_>> = (0..row.len()).map(|at| row.get(at)).collect();
            let cells: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> =
                cells.iter().map(|cell| cell as &(dyn tokio_postgres::types::ToSql + Sync)).collect();
            transaction.execute(insert, &cells).await?;
        }
    }
    transaction.commit().await?;
    let time = began.elapsed();
    for table in TABLES {
        client.batch_execute(&format!("drop table bare_{table}")).await?;
    }
    Ok((all.iter().map(|(_, rows)| rows.len()).sum(), time))
}

/// A cell as it came: bytes, or nothing.
#[derive(Debug)]
struct Raw<'r>(Option<&'r [u8]>);

type Fault = Box<dyn std::error::Error + Sync + Send>;

impl<'r> tokio_postgres::types::FromSql<'r> for Raw<'r> {
    fn from_sql(_: &tokio_postgres::types::Type, raw: &'r [u8]) -> std::result::Result<Self, Fault> {
        Ok(Raw(Some(raw)))
    }
    fn from_sql_null(_: &tokio_postgres::types::Type) -> std::result::Result<Self, Fault> {
        Ok(Raw(None))
    }
    fn accepts(_: &tokio_postgres::types::Type) -> bool {
        true
    }
}

impl tokio_postgres::types::ToSql for Raw<'_> {
    fn to_sql(
        &self,
        _: &tokio_postgres::types::Type,
        out: &mut tokio_postgres::types::private::BytesMut,
    ) -> std::result::Result<tokio_postgres::types::IsNull, Fault> {
        let Some(bytes) = self.0 else { return Ok(tokio_postgres::types::IsNull::Yes) };
        out.extend_from_slice(bytes);
        Ok(tokio_postgres::types::IsNull::No)
    }
    fn accepts(_: &tokio_postgres::types::Type) -> bool {
        true
    }
    tokio_postgres::types::to_sql_checked!();
}
