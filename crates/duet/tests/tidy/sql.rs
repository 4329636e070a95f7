//! Statements stay within their organisation, and nothing of the schema is forgotten.

use std::collections::BTreeSet;

use duet::schema::words::{OURS, SEALED, TYPED};
use duet::schema::{self, MIGRATIONS, statements};

use crate::source::{files, root, words_after};

/// Stores that say what stands outside every organisation.
const OUTSIDE: &[&str] = &["organisation", "address", "identity", "sign_in", "factor", "by_mail", "demo"];

#[test]
fn every_store_is_in_the_schema() {
    let schema = std::fs::read_to_string(root().join("crates/duet/src/schema.rs")).expect("the schema");
    for store in files("crates/duet/src", "rs").iter().filter(|file| file.name() == "store.rs") {
        let call = format!("crate::{}::store::statements()", store.concept());
        assert!(schema.contains(&call), "schema.rs does not list {call}");
    }
}

#[test]
fn every_store_with_sealed_words_joins_the_newer_keys() {
    let schema = std::fs::read_to_string(root().join("crates/duet/src/schema.rs")).expect("the schema");
    let stores = files("crates/duet/src", "rs");
    let sealed: Vec<_> = stores.iter().filter(|file| file.code().contains("Sealed<")).collect();
    assert!(!sealed.is_empty(), "the test can tell which they are");
    for store in sealed {
        for call in ["reseal(tx", "is_any(c"] {
            let asked = format!("crate::{}::store::{call}", store.concept());
            assert!(schema.contains(&asked), "schema.rs does not ask {} for {call}", store.path);
        }
    }
}

#[test]
fn every_migration_is_in_the_schema_in_order() {
    let there: Vec<String> = files("migrations", "sql").into_iter().map(|file| file.path).collect();
    let listed: Vec<&str> = MIGRATIONS.iter().map(|migration| migration.file).collect();
    assert_eq!(listed, there);
    let number = |file: &str| file.split_once('_').and_then(|(number, _)| number.parse::<u32>().ok());
    for (file, next) in there.iter().zip(there.iter().skip(1)) {
        assert!(number(file).is_some() && number(file) < number(next), "{next} does not follow {file}");
    }
    for (migration, file) in MIGRATIONS.iter().zip(files("migrations", "sql")) {
        assert_eq!(migration.text, file.text, "{} holds another's text", migration.file);
    }
}

#[test]
fn every_tenant_statement_stays_within_its_organisation() {
    for statement in statements().iter().filter(|statement| statement.inside) {
        let text = one_line(statement.text);
        let fine = match text.strip_prefix("insert into ") {
            Some(rest) => {
                let values = ["values ($1,", "select $1,"].iter().any(|start| rest.contains(start));
                rest.split_once(" (").is_some_and(|(_, columns)| columns.starts_with("organisation,")) && values
            }
            None => text.contains("organisation = $1"),
        };
        assert!(fine, "{} leaves its organisation: {text}", statement.name);
        for table in text.split(" join ").skip(1) {
            let on = table.split(" join ").next().unwrap_or_default();
            let on = on.split_once(" on ").map(|(_, on)| on).unwrap_or_default();
            assert!(on.contains(".organisation = "), "{} joins across organisations: {table}", statement.name);
        }
        for inner in text.split("(select ").skip(1) {
            let inner = inner.split(" from ").nth(1).unwrap_or_default();
            assert!(inner.contains("organisation = "), "{} looks across organisations: {inner}", statement.name);
        }
    }
}

#[test]
fn only_few_stores_say_what_stands_outside() {
    for store in files("crates/duet/src", "rs").iter().filter(|file| file.name() == "store.rs") {
        let says = store.code().contains("kit::sql! { outside") || store.code().contains("kit::sql!{ outside");
        assert_eq!(says, OUTSIDE.contains(&store.concept()), "{}", store.path);
    }
    assert!(statements().iter().any(|statement| !statement.inside), "the test can tell them apart");
}

#[test]
fn what_an_application_says_is_written_in_one_place_beside_whether_it_meets_the_rules() {
    // Who is erased stands in no list, and their answers are emptied with all else of theirs.
    let emptied = "update application set answers = '{}' where organisation = $1 and person = $2";
    let mut seen = 0;
    for statement in statements() {
        let text = one_line(statement.text);
        let writes = text.strip_prefix("update application set ").or(text.strip_prefix("insert into application ("));
        if let Some(written) =
            writes.filter(|rest| rest.split(" where ").next().unwrap_or_default().contains("answers"))
        {
            seen += 1;
            assert!(written.contains("meets") || text == emptied, "{} leaves an old mark: {text}", statement.name);
        }
    }
    assert!(seen >= 4, "applications are written another way now");
    let elsewhere = files("crates/duet/src", "rs").into_iter().filter(|file| {
        let code = file.code();
        (code.contains("update application set") || code.contains("insert into application ("))
            && !["application/store.rs", "erasure/store.rs"].contains(&file.path.as_str())
    });
    let elsewhere: Vec<String> = elsewhere.map(|file| file.path).collect();
    assert_eq!(elsewhere, Vec::<String>::new(), "`application::store` writes applications");
}

#[test]
fn every_table_of_people_is_kept_by_organisation() {
    for migration in MIGRATIONS {
        for table in migration.text.split("create table ").skip(1) {
            let (name, rest) = table.split_once(" (").expect("a table has columns");
            let columns = rest.split("\n);").next().unwrap_or_default();
            let first = columns.lines().find(|line| !line.trim().is_empty() && !line.trim().starts_with("--"));
            let keyed = first.is_some_and(|line| line.trim().starts_with("organisation id not null"));
            let outside = schema::OUTSIDE.contains(&name);
            assert!(keyed || outside, "{name} does not say whose it is");
            if keyed {
                assert!(columns.contains("primary key (organisation, "), "{name} is not keyed by organisation");
                for line in columns.lines().filter(|line| line.contains("foreign key ")) {
                    assert!(line.contains("foreign key (organisation, "), "{name} points across organisations: {line}");
                }
            }
        }
    }
}

/// It ran before anything was released, and is not changed any more: on a server it reached nobody's row.
const BEFORE_THE_FIRST_RELEASE: &str = "0055_notice_shown.sql";

/// On a server forced row security hides every row from a migration too, and it would change nothing, without a word.
#[test]
fn a_migration_that_touches_rows_lifts_row_security_meanwhile() {
    let mut lifted = 0;
    for migration in MIGRATIONS.iter().filter(|one| one.file != BEFORE_THE_FIRST_RELEASE) {
        let mut parts = migration.text.split("-- only: sqlite");
        let first = parts.next().unwrap_or_default().to_owned();
        let on_servers = parts.filter_map(|part| part.split_once("-- end only")).map(|(_, rest)| rest);
        let text = first + &on_servers.collect::<String>();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n");
        for statement in code.split(';').map(one_line) {
            let touches = ["insert into ", "update ", "delete from "].iter().any(|verb| statement.starts_with(verb));
            let before = ["insert into ", "update ", " from ", " join "];
            let named = before.iter().flat_map(|before| words_after(&statement, before));
            for table in named.filter(|_| touches).filter(|table| !schema::OUTSIDE.contains(table)) {
                let is_new = code.contains(&format!("create table {table} ("));
                let is_open = code.contains(&format!("alter table {table} no force row level security"));
                assert!(is_new || is_open, "{} does not reach the rows of {table}: {statement}", migration.file);
                lifted += usize::from(is_open);
            }
        }
    }
    assert!(lifted > 0, "the test finds one that does");
}

#[test]
fn no_two_statements_of_a_store_are_the_same() {
    let all = statements();
    let texts: BTreeSet<String> = all.iter().map(|statement| one_line(statement.text)).collect();
    assert_eq!(texts.len(), all.len(), "a statement is written twice");
}

#[test]
fn statements_are_lower_case_and_of_no_engine() {
    for statement in statements() {
        let text = one_line(statement.text);
        let code: Vec<&str> = text.split('\'').step_by(2).collect();
        assert_eq!(code.concat(), code.concat().to_lowercase(), "{}", statement.name);
        for own in ["::", "now()", "ilike", "strftime", "date(", "json_", "->>", "on conflict", "returning", "random("]
        {
            assert!(!text.contains(own), "{} uses {own}, which one engine knows otherwise", statement.name);
        }
    }
}

#[test]
fn every_column_of_words_says_whose_they_are() {
    let mut columns = Vec::new();
    for migration in MIGRATIONS {
        for table in migration.text.split("create table ").skip(1) {
            let (name, rest) = table.split_once(" (").expect("a table has columns");
            let lines = rest.split("\n);").next().unwrap_or_default().lines();
            columns.extend(lines.filter_map(|line| of_words(name, line)));
        }
        for change in migration.text.split("alter table ").skip(1) {
            let added = change.split_once(" add column ").filter(|(name, _)| !name.contains(char::is_whitespace));
            columns.extend(added.and_then(|(name, rest)| of_words(name, rest.lines().next().unwrap_or_default())));
        }
    }
    let lists = [SEALED, TYPED, OURS].concat();
    for (table, column, _) in &columns {
        let listed = lists.iter().filter(|one| **one == (table, column)).count();
        assert_eq!(listed, 1, "{table}.{column} stands in {listed} of the lists of schema/words.rs; put it in one");
    }
    let gone = lists.iter().find(|one| !columns.iter().any(|(table, column, _)| **one == (table, column)));
    assert_eq!(gone, None, "schema/words.rs lists a column that is not there");
    let open = columns.iter().find(|(table, column, kind)| SEALED.contains(&(table, column)) && *kind != "bytes");
    assert_eq!(open, None, "what is sealed is bytes");
}

/// A column that may hold anybody's words: its table, its name, its type.
fn of_words<'t>(table: &'t str, line: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
    let mut words = line.trim().trim_end_matches([',', ';']).split(' ');
    let (column, kind) = (words.next()?, words.next()?);
    let named = line.contains(&format!("check ({column} in ("));
    (!line.trim().starts_with("--") && ["text", "json", "bytes"].contains(&kind) && !named)
        .then_some((table, column, kind))
}

#[test]
fn every_place_of_sealed_words_is_listed() {
    let mut sealed = BTreeSet::new();
    for file in files("crates/duet/src", "rs") {
        for place in file.code().split("Place { table: ").skip(1) {
            let mut named = place.split('"').skip(1).step_by(2).map(str::to_owned);
            sealed.insert((named.next().unwrap_or_default(), named.next().unwrap_or_default()));
        }
    }
    let listed = SEALED.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(sealed, listed);
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
