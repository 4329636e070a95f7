//! Whoever runs Duet brings a spreadsheet in for a coordinator, from the terminal: the same reading, the same rules, and
//! nothing kept before it is said.

use std::process::Command;

use duet::demo::cast;
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
        (&["--as", cast::GWEN, "--yes"], "They do nothing for a round of this name."),
    ] {
        let (well, told) = imports(&duet, cast::MENTORS, words);
        assert!(!well && told.contains(says), "{words:?}: {told}");
    }
    let (well, told) = imports(&duet, "name\nAda\n", &["--side", "mentors", "--as", cast::PRIYA, "--yes"]);
    assert!(!well && told.contains("No column is"), "{told}");
    assert_eq!(duet.rows().await["application"], before["application"]);
}
