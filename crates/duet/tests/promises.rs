//! Every test that `docs/promises.md` names is there.
//!
//! Its tables have the columns `| Promise | Shown by | State |`. In “Shown by”, what stands in backticks is one of
//! `stories::file::test_name` (likewise `tidy::…`, `statements::…`, `promises::…`), `unit: crate::path::test`,
//! `e2e: file: "title"`, or a command: `cargo …`.

use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Rows of the tables: cells, trimmed.
fn rows(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter(|line| line.trim_start().starts_with('|') && !line.contains("---"));
    // Backticks may hold a `|` of their own, written `\|`.
    let cells = |line: &str| line.replace("\\|", "\u{1}").trim().trim_matches('|').split('|').map(cell).collect();
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    rows.into_iter().filter(|row| row.first().is_none_or(|first| first != "Promise")).collect()
}

fn cell(text: &str) -> String {
    text.replace('\u{1}', "|").trim().to_owned()
}

/// What stands in backticks.
fn named(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// Why a test is not there; nothing when it is.
fn missing(name: &str) -> Option<String> {
    if let Some(rest) = name.strip_prefix("e2e:") {
        let Some((file, title)) = rest.trim().split_once(':') else { return Some("no title".to_owned()) };
        return missing_journey(file.trim(), title.trim().trim_matches('"'));
    }
    if let Some(path) = name.strip_prefix("unit:") {
        return missing_unit(path.trim());
    }
    let parts: Vec<&str> = name.split("::").collect();
    match parts.as_slice() {
        [_] if name.starts_with("cargo ") => None,
        [binary, file, test] => has_test(&root().join(format!("crates/duet/tests/{binary}/{file}.rs")), test),
        [binary, test] => has_test(&root().join(format!("crates/duet/tests/{binary}.rs")), test),
        _ => Some("not a way to name a test".to_owned()),
    }
}

/// `crate::path::test`: in the crate's source, or among its own tests.
fn missing_unit(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split("::").filter(|part| *part != "tests").collect();
    let [crate_name, modules @ .., test] = parts.as_slice() else { return Some("no path".to_owned()) };
    let folder = root().join("crates").join(crate_name);
    let inside = modules.join("/");
    let module = if inside.is_empty() { "lib".to_owned() } else { inside.clone() };
    let places =
        ["src/{}.rs", "src/{}/mod.rs", "src/{}/tests.rs", "tests/{}.rs"].map(|place| place.replace("{}", &module));
    let found = places.iter().map(|place| folder.join(place)).filter(|file| file.exists());
    let mut why = found.map(|file| has_test(&file, test)).peekable();
    if why.peek().is_none() {
        return Some(format!("no file crates/{crate_name}/src/{module}.rs"));
    }
    why.find(Option::is_none).unwrap_or_else(|| Some(format!("no test {test} in {crate_name}::{inside}")))
}

fn missing_journey(file: &str, title: &str) -> Option<String> {
    let places = [file.to_owned(), format!("{file}.mjs"), format!("{file}.test.mjs")];
    let text = places.iter().find_map(|place| read_to_string(root().join("e2e").join(place)).ok());
    match text {
        None => Some(format!("no file e2e/{file}")),
        Some(text) if !title.is_empty() && text.contains(title) => None,
        Some(_) => Some(format!("no journey “{title}” in e2e/{file}")),
    }
}

fn has_test(file: &Path, test: &str) -> Option<String> {
    let Ok(text) = read_to_string(file) else { return Some(format!("no file {}", file.display())) };
    let mut before = "";
    for line in text.lines().map(str::trim) {
        if line.contains(&format!("fn {test}(")) && (before == "#[test]" || before.starts_with("#[tokio::test")) {
            return None;
        }
        if !line.is_empty() {
            before = line;
        }
    }
    Some(format!("no test {test} in {}", file.display()))
}

#[test]
fn every_named_test_is_there() {
    let text = read_to_string(root().join("docs/promises.md")).expect("docs/promises.md can be read");
    let rows = rows(&text);
    assert!(!rows.is_empty(), "docs/promises.md has no table");
    let (mut wrong, mut told) = (Vec::new(), BTreeSet::new());
    for row in &rows {
        let [promise, shown_by, _] = row.as_slice() else {
            wrong.push(format!("not three cells: {row:?}"));
            continue;
        };
        if !told.insert(promise) {
            wrong.push(format!("“{promise}” stands there twice"));
        }
        let missing = named(shown_by).into_iter().filter_map(|name| missing(name).map(|why| (name, why)));
        wrong.extend(missing.map(|(name, why)| format!("“{promise}” is shown by `{name}`: {why}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_test_that_is_not_there_is_noticed() {
    assert_eq!(missing("promises::every_named_test_is_there"), None);
    assert_eq!(missing("stories::both_say_yes::when_both_say_yes_they_begin"), None);
    assert_eq!(missing("unit: kit::clock::a_day_changes_at_midnight_where_the_clock_hangs"), None);
    assert_eq!(missing("unit: kit::clock::tests::a_day_changes_at_midnight_where_the_clock_hangs"), None);
    assert_eq!(missing("cargo xtask bench"), None);
    for wrong in [
        "stories::both_say_yes::both_say_maybe",
        "stories::nobody::nothing",
        "unit: kit::clock::nothing",
        "unit: kit::nowhere::nothing",
        "e2e: nowhere: \"nothing\"",
        "promises::rows",
        "a promise",
    ] {
        assert!(missing(wrong).is_some(), "{wrong}");
    }
}

#[test]
fn tables_are_read_cell_by_cell() {
    let text = "| Promise | Shown by | State |\n|---|---|---|\n| One | `a::b`, `e2e: x: \"a \\| b\"` | kept |\n";
    assert_eq!(rows(text), [["One", "`a::b`, `e2e: x: \"a | b\"`", "kept"]]);
    assert_eq!(named(&rows(text)[0][1]), ["a::b", "e2e: x: \"a | b\""]);
}
