//! Migrations: one numbered text for both engines, run by refinery.
//!
//! A few type words are written for what the engines call differently: `id`, `instant`, `day`,
//! `json`, `flag`, `bytes`, `whole`. Lines between `-- only: postgres` (or `sqlite`) and `-- end only`
//! are for that engine. Tables are `strict` on SQLite.

use refinery::{Migration as Step, Runner};

use crate::error::{Error, Result};

/// A migration as it stands in `migrations/`: its file's name and text.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// `0001_organisation.sql`
    pub file: &'static str,
    /// The text, with type words.
    pub text: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Dialect {
    Sqlite,
    Postgres,
}

/// Foreign keys are off meanwhile, so that a table can be rebuilt (SQLite, "Making other kinds of table schema
/// changes"), and are checked afterwards.
pub(super) fn sqlite(connection: &mut rusqlite::Connection, migrations: &[Migration]) -> Result<()> {
    connection.pragma_update(None, "foreign_keys", "off")?;
    runner(migrations, Dialect::Sqlite)?.run(connection).map_err(Error::internal)?;
    let broken = connection.prepare("pragma foreign_key_check")?.exists([])?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    if broken { Err(Error::internal("a migration left rows that point nowhere")) } else { Ok(()) }
}

pub(super) async fn postgres(client: &mut tokio_postgres::Client, migrations: &[Migration]) -> Result<()> {
    runner(migrations, Dialect::Postgres)?.run_async(client).await.map_err(Error::internal)?;
    Ok(())
}

/// Whether the schema is just this program's.
///
/// # Errors
/// `Conflict` when migrations are still to run, or newer ones have.
pub(super) async fn check(client: &tokio_postgres::Client, migrations: &[Migration]) -> Result<()> {
    match newest(client).await?.cmp(&(migrations.len() as i64)) {
        std::cmp::Ordering::Less => Err(Error::conflict("schema-behind")),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(Error::conflict("schema-ahead")),
    }
}

/// How many migrations have run on a server.
pub(super) async fn newest(client: &tokio_postgres::Client) -> Result<i64> {
    let there = client.query_one("select to_regclass('refinery_schema_history') is not null", &[]).await?;
    if !there.get::<_, bool>(0) {
        return Ok(0);
    }
    Ok(client.query_one("select count(*) from refinery_schema_history", &[]).await?.get(0))
}

/// Refuses a database whose schema is newer than this program, or whose past was edited.
fn runner(migrations: &[Migration], dialect: Dialect) -> Result<Runner> {
    let steps: Result<Vec<Step>> = migrations.iter().map(|m| step(m, dialect)).collect();
    Ok(Runner::new(&steps?).set_grouped(false).set_abort_divergent(true).set_abort_missing(true))
}

fn step(migration: &Migration, dialect: Dialect) -> Result<Step> {
    let stem = migration.file.trim_end_matches(".sql");
    let (number, name) = stem.split_once('_').unwrap_or((stem, "unnamed"));
    let name = format!("V{}__{name}", number.trim_start_matches('0'));
    Step::unapplied(&name, &expand(migration.text, dialect)?).map_err(Error::internal)
}

/// Writes the type words out for one engine.
fn expand(text: &str, dialect: Dialect) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut only: Option<bool> = None;
    for line in text.lines() {
        match line.trim().strip_prefix("-- only: ") {
            Some("postgres") => only = Some(dialect == Dialect::Postgres),
            Some("sqlite") => only = Some(dialect == Dialect::Sqlite),
            Some(other) => return Err(Error::internal(format!("a migration is for an engine called {other}"))),
            None if line.trim() == "-- end only" => only = None,
            None if only == Some(false) => {}
            None => {
                expand_line(line, dialect, &mut out);
                out.push('\n');
            }
        }
    }
    Ok(out)
}

fn expand_line(line: &str, dialect: Dialect, out: &mut String) {
    let (code, comment) = line.split_once("--").map_or((line, None), |(code, comment)| (code, Some(comment)));
    if code.trim() == ");" && dialect == Dialect::Sqlite {
        out.push_str(") strict;");
    } else {
        // A type word is the second word of a column's line, in a table or after `add column`; a name may be the
        // same word (`id id`).
        let column =
            code.find("add column ").map_or(code.len() - code.trim_start().len(), |at| at + "add column ".len());
        out.push_str(&code[..column]);
        let mut words = code[column..].split_inclusive(' ');
        if let Some(name) = words.next() {
            out.push_str(name);
        }
        if let Some(word) = words.next() {
            let bare = word.trim_end_matches([' ', ',', ';']);
            out.push_str(type_word(bare, dialect));
            out.push_str(&word[bare.len()..]);
        }
        words.for_each(|word| out.push_str(word));
    }
    if let Some(comment) = comment {
        out.push_str("--");
        out.push_str(comment);
    }
}

fn type_word(word: &str, dialect: Dialect) -> &str {
    match (word, dialect) {
        ("id", Dialect::Postgres) => "uuid",
        ("instant", Dialect::Postgres) => "timestamptz",
        ("day", Dialect::Postgres) => "date",
        ("json", Dialect::Postgres) => "jsonb",
        ("flag", Dialect::Postgres) => "boolean",
        ("bytes", Dialect::Postgres) => "bytea",
        ("whole", Dialect::Postgres) => "bigint",
        ("id" | "instant" | "day" | "json", Dialect::Sqlite) => "text",
        ("flag" | "whole", Dialect::Sqlite) => "integer",
        ("bytes", Dialect::Sqlite) => "blob",
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "-- A table.\ncreate table visit (\n    id id not null, -- the id\n    day day,\n    open flag not null\n);\n-- only: postgres\nalter table visit force row level security;\n-- end only\n";

    #[test]
    fn type_words_become_each_engines_types() {
        let sqlite = expand(TEXT, Dialect::Sqlite).unwrap();
        assert!(
            sqlite.contains("    id text not null, -- the id\n    day text,\n    open integer not null\n) strict;"),
            "{sqlite}"
        );
        assert!(!sqlite.contains("force row"));
        let postgres = expand(TEXT, Dialect::Postgres).unwrap();
        assert!(
            postgres.contains("    id uuid not null, -- the id\n    day date,\n    open boolean not null\n);"),
            "{postgres}"
        );
        assert!(postgres.contains("force row"));
    }

    #[test]
    fn later_migrations_can_add_columns() {
        let text = "alter table visit add column left_at instant;\nalter table visit add column kept flag not null default false;\n";
        let sqlite = expand(text, Dialect::Sqlite).unwrap();
        assert!(
            sqlite.contains("add column left_at text;") && sqlite.contains("add column kept integer not null"),
            "{sqlite}"
        );
        let postgres = expand(text, Dialect::Postgres).unwrap();
        assert!(postgres.contains("add column left_at timestamptz;"), "{postgres}");
    }

    #[test]
    fn an_engine_nobody_knows_is_refused() {
        assert!(expand("-- only: postgre\nselect 1;\n-- end only\n", Dialect::Sqlite).is_err());
    }
}
