//! An administrator comes in by the link that the first run prints.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use kit::clock::{Clock, days_later};
use testkit::{Database, Page, TestDuet, Visitor};

use crate::steps;

/// Runs `duet serve` on an unused database until it is ready; what it printed.
fn first_run(database: &Database) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut serving = Command::new(env!("CARGO_BIN_EXE_duet"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database-url", database.url()])
        .args(["--keys-url", &database.keys_url(), "--administrator", "ada@office.example", "--data"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("duet starts");
    let printed = BufReader::new(serving.stdout.take().expect("an output")).lines().map_while(Result::ok);
    let mut lines = Vec::new();
    for line in printed {
        let ready = line.starts_with("Duet is ready");
        lines.push(line);
        if ready {
            break;
        }
    }
    serving.kill().and_then(|()| serving.wait()).expect("duet stops");
    lines
}

/// Sets up an app for codes on the page that asks for it.
async fn sets_up(duet: &TestDuet, ada: &mut Visitor, page: &Page) -> Page {
    let code = steps::scanned(page).code_at(duet.clock().now());
    let done = ada.press(page, "Set it up", &[("code", &code)]).await;
    done.is(200);
    done
}

/// The path of the link in what was printed.
fn link(printed: &[String]) -> Option<String> {
    let at = |line: &String| line.find("/sign-in/").map(|at| line[at..].to_owned());
    printed.iter().find_map(at)
}

#[tokio::test]
async fn the_first_run_prints_a_link_that_works_once() {
    let database = Database::empty();
    let printed = first_run(&database);
    let link = link(&printed).unwrap_or_else(|| panic!("no link in {printed:?}"));
    let again = first_run(&database);
    assert!(!again.join("\n").contains("/sign-in/"), "a second run prints no link: {again:?}");

    let duet = TestDuet::over(database, Clock::system("Europe/London"), false, "Our organisation").await;
    let mut scanner = duet.guest();
    for _ in 0..3 {
        scanner.get(&link).await.is(200).sees("This link is for Administrator.");
    }
    assert!(scanner.cookies().is_empty(), "looking signs nobody in");

    let mut ada = duet.guest();
    let page = ada.get(&link).await;
    let page = steps::goes_on(&mut ada, &page, "Administrator").await;
    page.is(200).sees("before you go on, please set up a second step");
    let codes = sets_up(&duet, &mut ada, &page).await;
    let home = ada.follow(&codes, "I have kept them, go on").await;
    home.is(200).sees("Hello Administrator").sees("There is no scheme yet. Open one to begin.");

    let dead = duet.guest().get(&link).await;
    dead.is(409).sees("This link or code does not work any more.").sees_no("Administrator");
    duet.guest().post(&link, &[]).await.is(409).sees("This link or code does not work any more.");
    ada.get("/").await.sees("Hello Administrator");
}

#[tokio::test]
async fn the_first_link_lasts_a_day() {
    let database = Database::empty();
    let link = link(&first_run(&database)).expect("a link");
    let clock = Clock::set_to(Clock::system("Europe/London").now(), "Europe/London");
    let duet = TestDuet::over(database, clock.clone(), false, "Our organisation").await;
    duet.guest().get(&link).await.is(200);
    clock.set(days_later(clock.now(), 1));
    let dead = duet.guest().get(&link).await;
    dead.is(409).sees("This link or code does not work any more.");
    let unknown = duet.guest().get(&format!("/sign-in/{}", "0".repeat(64))).await;
    let tidy = |page: &testkit::Page| page.text().replace(page.path(), "");
    assert_eq!(tidy(&dead), tidy(&unknown), "one page for every link that does not work");
}

#[tokio::test]
async fn who_is_locked_out_gets_a_new_link_in_the_terminal() {
    let database = Database::empty();
    first_run(&database);
    let url = database.url().to_owned();
    let ask = |address: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut asking = Command::new(env!("CARGO_BIN_EXE_duet"));
        asking.args(["admin", "link", "--database-url", &url, "--address", address, "--data"]);
        let told = asking.arg(folder.path()).output().expect("duet runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&told.stdout), text(&told.stderr))
    };
    let (_, refused) = ask("nobody@office.example");
    assert!(refused.contains("Nobody here has this mail address."), "{refused}");
    let (printed, told) = ask("Ada@office.example");
    let link = link(&[printed.trim().to_owned()]).unwrap_or_else(|| panic!("no link: {told}"));
    let duet = TestDuet::over(database, Clock::system("Europe/London"), false, "Our organisation").await;
    let mut ada = duet.guest();
    let page = ada.get(&link).await;
    let page = steps::goes_on(&mut ada, &page, "Administrator").await;
    sets_up(&duet, &mut ada, &page).await;

    // The phone is lost, and the codes: the terminal's link needs no second step, and lets her set up another.
    let (printed, told) = ask("ada@office.example");
    let link = self::link(&[printed.trim().to_owned()]).unwrap_or_else(|| panic!("no link: {told}"));
    let mut ada = duet.guest();
    let page = ada.get(&link).await;
    steps::goes_on(&mut ada, &page, "Administrator").await.is(200).sees("Hello Administrator");
    let page = ada.get("/factors/new").await;
    page.is(200).sees("A new one takes its place");
    sets_up(&duet, &mut ada, &page).await.sees("App that shows codes");
}
