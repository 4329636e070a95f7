//! Whoever looks after an installation reads what it does: a line per request, figures, and a doctor. None of them tells
//! what anybody typed, or who they are by name.

use duet::demo::cast;
use testkit::TestDuet;

use crate::drill;
use crate::program::{self, Home};
use crate::wire::Wire;

#[tokio::test]
async fn a_request_is_one_line_with_its_route_and_no_word_of_its_address() {
    drill::listen();
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let priyas = duet.asked(&format!("select cast(id as text) from person where address = '{}'", cast::PRIYA)).await;
    priya.get("/people?find=zqneedle@haystack.example").await.is(200);
    priya.get("/zqnowhere/zqneedle?x=zqneedle").await.is(404);
    let link = format!("/sign-in/{}", "ab".repeat(32));
    priya.set_header("user-agent", "zqagent");
    priya.post(&link, &[]).await.is(409);
    let log = drill::logged();
    let line = |route: &str, status: u16| {
        let (route, status) = (format!("route=\"{route}\""), format!("status={status}"));
        log.lines().any(|line| line.contains("kit::watch: answered") && line.contains(&route) && line.contains(&status))
    };
    assert!(line("/people", 200) && line("none", 404) && line("/sign-in/{link}", 409), "{log}");
    let hers = log.lines().find(|line| line.contains("route=\"/people\"") && line.contains(&priyas[0]));
    assert!(hers.is_some_and(|line| line.contains("request=\"") && line.contains(" ms=") && line.contains("INFO")));
    for word in ["zqneedle", "zqnowhere", "zqagent", "abababab", priya.cookies()["__Host-duet"].as_str(), "127.0.0.1"] {
        assert!(!log.contains(word), "{word} is logged");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_told_on_a_door_of_their_own_and_only_when_asked_for() {
    let home = Home::new();
    let program = home.serve(&["--metrics-listen", "127.0.0.1:0"]);
    let link = program.said.split("/sign-in/").nth(1).and_then(|rest| rest.lines().next()).expect("a first link");
    let metrics = program.said.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
    let metrics: u16 = metrics.and_then(|port| port.parse().ok()).expect("where the figures are");
    assert_eq!(program.ask("/metrics", None, "").status, 404, "not among the pages");
    assert_eq!(program.ask(&format!("/sign-in/{link}"), Some(""), "").status, 303);
    let told = Wire::open(metrics).and_then(|mut wire| wire.ask("/metrics", None, "")).expect("figures");
    assert_eq!((told.status, told.header("content-type")), (200, "text/plain; version=0.0.4; charset=utf-8"));
    let figures = told.text();
    for line in [
        "duet_requests_total{class=\"sign-in\",status=\"303\"} 1",
        "duet_requests_total{class=\"none\",status=\"404\"} 1",
        "duet_request_seconds_count{class=\"sign-in\"} 1",
        "duet_sign_ins_total 1",
        "duet_database_up 1",
        "duet_jobs_due 0",
        "duet_jobs_failed 0",
    ] {
        assert!(figures.lines().any(|one| one == line), "{line} is not in:\n{figures}");
    }
    assert!(
        figures.contains("duet_database_waits_total ") && !figures.contains(link) && !figures.contains("localdomain")
    );
    let log = program.log_with("route=\"/sign-in/{link}\"");
    assert!(log.contains("route=\"/sign-in/{link}\"") && !log.contains(link) && !log.contains("localdomain"), "{log}");
}

/// What the doctor says of a home, and whether all is well.
fn asks_the_doctor(home: &Home, more: &[&str]) -> (String, bool) {
    let mut command = program::command();
    let done = home.places(command.arg("doctor")).args(more).output().expect("the doctor answers");
    (String::from_utf8_lossy(&done.stdout).into_owned(), done.status.success())
}

#[track_caller]
fn says(told: &str, how: &str, what: &str, words: &str) {
    let line = told.lines().find(|line| line.starts_with(how) && line.contains(what) && line.contains(words));
    assert!(line.is_some(), "no line “{how} {what} … {words}” in:\n{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_says_what_is_wrong_and_what_to_do() {
    let home = Home::new();
    let (told, fine) = asks_the_doctor(&home, &[]);
    assert!(fine, "{told}");
    says(&told, "look", "setting up", "run duet serve");
    drop(home.serve(&[]));
    let (told, fine) = asks_the_doctor(&home, &[]);
    assert!(fine, "{told}");
    for what in ["data folder", "disk", "database", "key store", "setting up", "jobs", "address"] {
        says(&told, "well", what, "");
    }
    says(&told, "look", "key copy", "keys are in none");
    says(&told, "look", "backup", "none was made");
    says(&told, "well", "mail", "no server is set");
    let mut command = program::command();
    let copied = home.places(command.arg("backup").arg(home.folder.join("copy.gz"))).output().expect("a copy");
    assert!(copied.status.success(), "{copied:?}");
    says(&asks_the_doctor(&home, &[]).0, "well", "backup", "the last was made at");
    // Nobody listens there.
    let nowhere = ["--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "Duet <duet@duet.example>"];
    let (told, fine) = asks_the_doctor(&home, &nowhere);
    assert!(!fine);
    says(&told, "WRONG", "mail", "cannot be reached");
    let (told, _) = asks_the_doctor(&home, &["--smtp-url", "smtps://me:secret@mail.example"]);
    says(&told, "WRONG", "mail", "");
    assert!(!told.contains("secret"), "{told}");
    let (told, fine) = asks_the_doctor(&home, &["--public-url", "http://duet.example"]);
    assert!(!fine);
    says(&told, "WRONG", "address", "https://");
    let (told, fine) = asks_the_doctor(&home, &["--database-url", "postgres://nobody@127.0.0.1:1/none"]);
    assert!(!fine);
    says(&told, "WRONG", "database", "does not answer");
    assert!(!told.contains("nobody@"), "an address may hold a password: {told}");
    if let Some(owner) = home.database.owners_url() {
        let (told, fine) = asks_the_doctor(&home, &["--database-url", &owner]);
        assert!(!fine);
        says(&told, "WRONG", "role", "use the role that duet migrate made");
    } else {
        of_files(&home);
    }
}

/// What can be wrong with files.
fn of_files(home: &Home) {
    use std::os::unix::fs::PermissionsExt;
    let file = home.folder.join("duet.sqlite");
    let rights = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights can be set");
    };
    rights(&home.folder, 0o755);
    let (told, fine) = asks_the_doctor(home, &[]);
    assert!(fine, "{told}");
    says(&told, "look", "data folder", "chmod 700");
    rights(&file, 0o644);
    let (told, fine) = asks_the_doctor(home, &[]);
    assert!(!fine, "{told}");
    says(&told, "WRONG", "data folder", "chmod 600");
    rights(&file, 0o600);
    let keys = home.folder.join("duet-keys.sqlite");
    std::fs::rename(&keys, home.folder.join("elsewhere")).expect("a key store is lost");
    let (told, fine) = asks_the_doctor(home, &[]);
    assert!(!fine, "{told}");
    says(&told, "WRONG", "key store", "newest copy");
    assert!(!keys.exists(), "the doctor changes nothing");
    // In the middle of the file, where the tables are.
    let mut bytes = std::fs::read(&file).expect("a file");
    bytes[4096..16384].fill(0x5a);
    std::fs::write(&file, bytes).expect("it is damaged");
    let (told, fine) = asks_the_doctor(home, &[]);
    assert!(!fine, "{told}");
    says(&told, "WRONG", "database", "");
}
