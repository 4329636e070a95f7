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

pub(super) fn sqlite(connection: &mut rusqlite::Connection, migrations: &[Migration]) -> Result<()> {
    runner(migrations, Dialect::Sqlite)?.run(connection).map_err(Error::internal)?;
    Ok(())
}

pub(super) async fn postgres(client: &mut tokio_postgres::Client, migrations: &[Migration]) -> Result<()> {
    runner(migrations, Dialect::Postgres)?.run_async(client).await.map_err(Error::internal)?;
    Ok(())
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
    Step::unapplied(&name, &expand(migration.text, dialect)).map_err(Error::internal)
}

/// Writes the type words out for one engine.
fn expand(text: &str, dialect: Dialect) -> String {
    let mut out = String::with_capacity(text.len());
    let mut only: Option<bool> = None;
    for line in text.lines() {
        match line.trim().strip_prefix("-- only: ") {
            Some(engine) => only = Some((engine == "postgres") == (dialect == Dialect::Postgres)),
            None if line.trim() == "-- end only" => only = None,
            None if only == Some(false) => {}
            None => {
                expand_line(line, dialect, &mut out);
                out.push('\n');
            }
        }
    }
    out
}

fn expand_line(line: &str, dialect: Dialect, out: &mut String) {
    let (code, comment) = line.split_once("--").map_or((line, None), |(code, comment)| (code, Some(comment)));
    if code.trim() == ");" && dialect == Dialect::Sqlite {
        out.push_str(") strict;");
    } else {
        // A type word is the second word of a column's line; a name may be the same word (`id id`).
        let mut words = code.split_inclusive(' ').enumerate().skip_while(|(_, w)| w.trim().is_empty());
        let indent = code.len() - code.trim_start().len();
        out.push_str(&code[..indent]);
        if let Some((_, name)) = words.next() {
            out.push_str(name);
        }
        if let Some((_, word)) = words.next() {
            let bare = word.trim_end_matches([' ', ',']);
            out.push_str(type_word(bare, dialect));
            out.push_str(&word[bare.len()..]);
        }
        words.for_each(|(_, word)| out.push_str(word));
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
        let sqlite = expand(TEXT, Dialect::Sqlite);
        assert!(
            sqlite.contains("    id text not null, -- the id\n    day text,\n    open integer not null\n) strict;"),
            "{sqlite}"
        );
        assert!(!sqlite.contains("force row"));
        let postgres = expand(TEXT, Dialect::Postgres);
        assert!(
            postgres.contains("    id uuid not null, -- the id\n    day date,\n    open boolean not null\n);"),
            "{postgres}"
        );
        assert!(postgres.contains("force row"));
    }
}
