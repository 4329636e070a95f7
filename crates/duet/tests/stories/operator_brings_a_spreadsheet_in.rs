//! Whoever runs Duet brings a spreadsheet in for a coordinator, from the terminal: the same reading, the same rules, and
//! nothing kept before it is said.

use std::process::Command;

use duet::demo::cast;
use duet::person::PersonDraft;
use duet::{organisation, person};
use tempfile::TempDir;
use testkit::TestDuet;

use crate::steps;

/// Runs `duet import` on a sheet for the demo's second round: whether it went well, and what it said.
fn imports(duet: &TestDuet, sheet: &str, words: &[&str]) -> (bool, String) {
    let desk: TempDir = tempfile::tempdir().expect("a folder");
    let file = desk.path().join("people.csv");
    std::fs::write(&file, sheet).expect("a file can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_duet"));
    command.arg("import").arg(&file).args(["--round", "Second round"]).args(words).arg("--data").arg(desk.path());
    command.args(["--database-url", duet.database().url(), "--keys-url", &duet.database().keys_url()]);
    let told = command.output().expect("duet runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (told.status.success(), text(&told.stdout) + &text(&told.stderr))
}

#[tokio::test]
async fn it_is_looked_at_first_and_comes_in_when_it_is_said() {
    let duet = TestDuet::demo().await;
    let sheet = cast::MENTORS.replace("Head of libraries", "Chief of libraries");
    let (well, told) = imports(&duet, &sheet, &["--side", "mentors", "--as", cast::PRIYA]);
    assert!(well && told.contains("Nothing was kept."), "{told}");
    assert!(told.contains("Head of libraries → Chief of libraries"), "{told}");
    assert_eq!(duet.grep("Chief of libraries").await, 0, "nothing is kept yet");
    let (well, told) = imports(&duet, &sheet, &["--side", "mentors", "--as", cast::PRIYA, "--yes"]);
    assert!(well && told.contains("It is in."), "{told}");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    priya.follow(&round, "People").await.is(200).sees("Chief of libraries");
    let (well, told) = imports(&duet, &sheet, &["--side", "mentors", "--as", cast::PRIYA]);
    assert!(well && told.contains("0 new") && told.contains("0 would change"), "{told}");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_comes_in() {
    let duet = TestDuet::demo().await;
    let before = duet.rows().await;
    for (words, says) in [
        (&["--as", cast::RUTH, "--yes"][..], "not found"),
        (&["--as", "nobody@here.example", "--yes"], "Nobody here has this mail address."),
        (&["--as", cast::PRIYA, "--kind", "shoes", "--yes"], "There is no such kind of sheet."),
        (&["--as", cast::PRIYA, "--kind", "pupils", "--yes"], "There is no such kind of sheet."),
        (&["--as", cast::GWEN, "--yes"], "They do nothing for a round of this name."),
    ] {
        let (well, told) = imports(&duet, cast::MENTORS, words);
        assert!(!well && told.contains(says), "{words:?}: {told}");
    }
    let (well, told) = imports(&duet, "name\nAda\n", &["--side", "mentors", "--as", cast::PRIYA, "--yes"]);
    assert!(!well && told.contains("No column is"), "{told}");
    assert_eq!(duet.rows().await["application"], before["application"]);
}

#[tokio::test]
async fn a_capability_matrix_comes_in_too() {
    let duet = TestDuet::demo().await;
    let sheet = format!("Email,Listen and ask,Work with councillors\n{},2,3\n", cast::TOM);
    let (well, told) = imports(&duet, &sheet, &["--as", cast::PRIYA, "--kind", "capabilities", "--yes"]);
    assert!(well && told.contains("It is in."), "{told}");
}

#[tokio::test]
async fn the_organisation_is_the_one_that_knows_both_the_coordinator_and_the_round() {
    let duet = TestDuet::demo().await;
    // Founded earlier, and later: the same address is known there, and coordinates no such round.
    let now = duet.clock().now();
    for (other, days) in [("An old organisation", -4000), ("A new organisation", 0)] {
        duet.clock().set(kit::clock::days_later(now, days));
        let founded = duet.store().write_outside(move |tx| organisation::store::found(tx, other)).await;
        let added = duet.store().write(founded.expect("an organisation"), |tx| {
            let draft = PersonDraft {
                name: "P. Nair".to_owned(),
                address: cast::PRIYA.to_owned(),
                job_title: String::new(),
                workplace: String::new(),
                language: kit::words::Language::English,
            };
            person::store::add(tx, &draft)
        });
        added.await.expect("a person");
    }
    duet.clock().set(now);
    let (well, told) = imports(&duet, cast::MENTORS, &["--side", "mentors", "--as", cast::PRIYA]);
    assert!(well && told.contains("Nothing was kept."), "{told}");
}
