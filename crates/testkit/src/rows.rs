//! All that a database holds, as text: for tests that compare it, and for those that look for words in it.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use tokio_postgres::NoTls;

/// A row: its columns that hold something, as text; bytes as `\x` and hexadecimal.
pub type Row = BTreeMap<String, String>;

/// Every table, and its rows in an order of their own that is always the same.
pub type Rows = BTreeMap<String, Vec<Row>>;

/// All rows of a SQLite file.
pub(crate) fn of_file(path: &Path) -> Rows {
    let file = rusqlite::Connection::open(path).expect("the file opens");
    let mut names = file
        .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
        .expect("tables are listed");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("tables are listed").map(|name| name.expect("a name")).collect();
    let table = |name: String| {
        let mut all = file.prepare(&format!("select * from {name}")).expect("a table can be read");
        let columns: Vec<String> = all.column_names().map(str::to_owned).collect();
        let read = all.query_map([], |row| {
            let cells = columns.iter().enumerate();
            Ok(cells.filter_map(|(at, column)| Some((column.clone(), text(row.get_ref(at).ok()?)?))).collect())
        });
        let mut rows: Vec<Row> = read.expect("rows are read").map(|row| row.expect("a row")).collect();
        rows.sort();
        (name, rows)
    };
    names.into_iter().map(table).collect()
}

/// A mark of all that a SQLite file holds: another as soon as anything in it is.
pub(crate) fn mark_of_file(path: &Path) -> String {
    let mut hash = Sha256::new();
    for (table, rows) in of_file(path) {
        hash.update(table);
        for (column, text) in rows.iter().flatten() {
            hash.update([column.len().to_be_bytes(), text.len().to_be_bytes()].concat());
            hash.update(column);
            hash.update(text);
        }
    }
    kit::token::hex(&hash.finalize())
}

/// The same of a database on a server, in one statement.
pub(crate) async fn mark_of_server(owners_url: &str) -> String {
    let tables = "select tablename::text from pg_tables where schemaname = 'public' order by tablename";
    let each = asked_of_server(owners_url, tables).await;
    let each = each.iter().map(|table| format!("select '{table} ' || md5(t::text) as mark from {table} t"));
    let all = each.collect::<Vec<_>>().join(" union all ");
    let query = format!("select coalesce(md5(string_agg(mark, ' ' order by mark)), '') from ({all}) marks");
    asked_of_server(owners_url, &query).await.concat()
}

/// What a query of one column of text gives on a SQLite file.
pub(crate) fn asked_of_file(path: &Path, query: &str) -> Vec<String> {
    let file = rusqlite::Connection::open(path).expect("the file opens");
    let mut asked = file.prepare(query).unwrap_or_else(|cause| panic!("{query}: {cause}"));
    let given = asked.query_map([], |row| Ok(text(row.get_ref(0)?).unwrap_or_default())).expect("rows are read");
    given.map(|text| text.unwrap_or_else(|cause| panic!("{query}: {cause}"))).collect()
}

/// What a query of one column of text gives on a server, to the owner.
pub(crate) async fn asked_of_server(owners_url: &str, query: &str) -> Vec<String> {
    let (client, connection) = tokio_postgres::connect(owners_url, NoTls).await.expect("the owner comes in");
    tokio::spawn(connection);
    let given = client.query(query, &[]).await.unwrap_or_else(|cause| panic!("{query}: {cause}"));
    given.iter().map(|row| row.get(0)).collect()
}

/// Runs a statement on a SQLite file.
pub(crate) fn done_in_file(path: &Path, statement: &str) {
    let file = rusqlite::Connection::open(path).expect("the file opens");
    file.execute_batch(statement).unwrap_or_else(|cause| panic!("{statement}: {cause}"));
}

/// Runs a statement on a server, as the owner.
pub(crate) async fn done_on_server(owners_url: &str, statement: &str) {
    let (client, connection) = tokio_postgres::connect(owners_url, NoTls).await.expect("the owner comes in");
    tokio::spawn(connection);
    client.batch_execute(statement).await.unwrap_or_else(|cause| panic!("{statement}: {cause}"));
}

fn text(cell: ValueRef<'_>) -> Option<String> {
    match cell {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Some(format!("\\x{}", kit::token::hex(bytes))),
    }
}

/// All rows of a database on a server, as its owner sees them.
pub(crate) async fn of_server(owners_url: &str) -> Rows {
    let (client, connection) = tokio_postgres::connect(owners_url, NoTls).await.expect("the owner comes in");
    tokio::spawn(connection);
    let tables = client.query("select tablename from pg_tables where schemaname = 'public'", &[]).await;
    let mut found = Rows::new();
    for table in tables.expect("tables are listed").iter().map(|row| row.get::<_, String>(0)) {
        let cells = format!(
            "select r.number, cell.key, cell.value
             from (select row_number() over () as number, to_jsonb(t) as whole from {table} t) r,
                  jsonb_each_text(r.whole) cell
             where cell.value is not null"
        );
        let mut rows: BTreeMap<i64, Row> = BTreeMap::new();
        for cell in client.query(&cells, &[]).await.expect("rows are read") {
            rows.entry(cell.get(0)).or_default().insert(cell.get(1), cell.get(2));
        }
        let mut rows: Vec<Row> = rows.into_values().collect();
        rows.sort();
        found.insert(table, rows);
    }
    found
}
