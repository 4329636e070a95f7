//! The shape of a schema, read from its migrations: tables, columns, and what each holds, the same on both engines.

use std::collections::BTreeSet;

use super::migrate::Migration;
use super::value::Kind;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Holds>,
    /// The names of its primary key's columns.
    pub key: Vec<String>,
    /// Whether its rows are an organisation's.
    pub inside: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether the text it holds is JSON.
    pub json: bool,
}

/// The tables that migrations make, in the order they are made: one that points at another comes after it. Those in
/// `outside` are no organisation's. What is for one engine only is passed over: it changes no column.
#[must_use]
pub fn shape(migrations: &[Migration], outside: &[&str]) -> Vec<Table> {
    let mut tables = Vec::new();
    for migration in migrations {
        for statement in common(migration.text).split(";\n") {
            apply(statement.trim(), &mut tables);
        }
    }
    for table in &mut tables {
        table.inside = !outside.contains(&table.name.as_str());
    }
    tables
}

/// A migration's lines for both engines, without comments.
fn common(text: &str) -> String {
    let mut out = String::new();
    let mut only = false;
    for line in text.lines() {
        let code = line.split("--").next().unwrap_or_default().trim();
        match line.trim() {
            begin if begin.starts_with("-- only: ") => only = true,
            "-- end only" => only = false,
            _ if only || code.is_empty() => {}
            _ => {
                out.push_str(code);
                out.push('\n');
            }
        }
    }
    out
}

fn apply(statement: &str, tables: &mut Vec<Table>) {
    let mut words = statement.split_whitespace();
    let mut next = || words.next().unwrap_or_default();
    match [next(), next(), next(), next(), next()] {
        ["create", "table", name, "(", _] => tables.push(created(name, statement)),
        ["drop", "table", name, ..] => tables.retain(|table| table.name != name),
        ["alter", "table", name, verb, what] => {
            let rest: Vec<&str> = words.collect();
            let Some(table) = tables.iter_mut().find(|table| table.name == name) else { return };
            match (verb, what, rest.as_slice()) {
                ("add", "column", [column, word, ..]) => table.columns.extend(holds(column, word)),
                ("drop", "column", [column, ..]) => table.columns.retain(|one| one.name != *column),
                ("rename", "to", [to, ..]) => (*to).clone_into(&mut table.name),
                ("rename", "column", [from, "to", to]) => {
                    let column = table.columns.iter_mut().find(|one| one.name == *from);
                    column.into_iter().for_each(|one| (*to).clone_into(&mut one.name));
                }
                _ => {}
            }
        }
        _ => {}
    }
}

fn created(name: &str, statement: &str) -> Table {
    let (mut columns, mut key) = (Vec::new(), Vec::new());
    for line in statement.lines().skip(1) {
        let line = line.trim().trim_end_matches(',');
        if let Some(rest) = line.strip_prefix("primary key (") {
            key = rest.trim_end_matches(')').split(", ").map(str::to_owned).collect();
            continue;
        }
        let mut words = line.split_whitespace();
        let (Some(column), Some(word)) = (words.next(), words.next()) else { continue };
        let Some(found) = holds(column, word) else { continue };
        if line.contains(" primary key") {
            key.push(column.to_owned());
        }
        columns.push(found);
    }
    Table { name: name.to_owned(), columns, key, inside: false }
}

/// A column by its type word; nothing for what is no column.
fn holds(name: &str, word: &str) -> Option<Holds> {
    let no_columns: BTreeSet<&str> = ["foreign", "unique", "check", "primary", "constraint"].into();
    if no_columns.contains(name.split('(').next().unwrap_or_default()) {
        return None;
    }
    let kind = match word {
        "id" => Kind::Id,
        "instant" => Kind::Instant,
        "day" => Kind::Day,
        "flag" => Kind::Flag,
        "bytes" => Kind::Bytes,
        "whole" => Kind::Int,
        "real" => Kind::Real,
        "text" | "json" => Kind::Text,
        _ => return None,
    };
    Some(Holds { name: name.to_owned(), kind, json: word == "json" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_as_the_last_migration_leaves_them() {
        let text = "-- A table.\ncreate table visit (\n    organisation id not null,\n    id id not null,\n    -- why\n    \
            why json not null,\n    primary key (organisation, id),\n    check (id <> organisation)\n);\n\
            create index visit_by_id on visit (id);\ncreate table old (\n    number whole primary key check (number = 1)\n);\n";
        let later = "alter table visit add column left_at instant;\nalter table visit rename column why to reason;\n\
            -- only: sqlite\ndrop table visit;\n-- end only\ndrop table old;\n";
        let migrations = [Migration { file: "0001_a.sql", text }, Migration { file: "0002_b.sql", text: later }];
        let shape = shape(&migrations, &[]);
        assert_eq!(shape.len(), 1, "{shape:?}");
        let columns: Vec<(&str, Kind, bool)> =
            shape[0].columns.iter().map(|one| (one.name.as_str(), one.kind, one.json)).collect();
        let wanted = [
            ("organisation", Kind::Id, false),
            ("id", Kind::Id, false),
            ("reason", Kind::Text, true),
            ("left_at", Kind::Instant, false),
        ];
        assert_eq!(columns, wanted);
        assert_eq!((shape[0].key.join(" ").as_str(), shape[0].inside), ("organisation id", true));
    }
}
