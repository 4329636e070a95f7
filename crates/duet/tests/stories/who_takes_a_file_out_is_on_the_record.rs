//! Whoever has a file given to them is on the record before they have it: with what it was, and of what.

use duet::demo::cast;
use duet::policy;
use kit::access::Verb;
use testkit::{TestDuet, Visitor};

use crate::asking;

/// What was taken out, as the record has it: what, of what.
async fn taken_out(duet: &TestDuet) -> Vec<String> {
    let rows = "select act || ' ' || cast(subject as text) from audit where act like 'taken_out.%'";
    let mut rows = duet.asked(rows).await;
    rows.sort();
    rows
}

/// Takes a file out: just one row comes of it, and it says this.
async fn takes(duet: &TestDuet, visitor: &mut Visitor, path: &str, act: &str, of: &str) {
    let mut expected = taken_out(duet).await;
    let all = duet.asked("select cast(count(*) as text) from audit").await;
    let file = visitor.get(path).await;
    assert!(file.is(200).header("content-disposition").starts_with("attachment"), "{file:?}");
    expected.push(format!("taken_out.{act} {of}"));
    expected.sort();
    assert_eq!(taken_out(duet).await, expected, "{path}");
    let more = duet.asked("select cast(count(*) as text) from audit").await;
    let count = |rows: &[String]| rows.concat().parse::<usize>().expect("a number");
    assert_eq!(count(&more), count(&all) + 1, "{path}");
}

#[tokio::test]
async fn each_file_that_is_taken_out_is_written_down_once() {
    let duet = TestDuet::demo().await;
    let ids = asking::ids(&duet).await;
    let (mut priya, mut tutor) = (duet.sign_in(cast::PRIYA).await, duet.sign_in(asking::TUTOR).await);
    let (round, plan) = (&ids["rounds"], &ids["proposals"]);
    let tutors = &duet.viewer(asking::TUTOR).await.person.to_string();
    let coordinators = [
        ("/rounds/{id}/round.xlsx", "round"),
        ("/rounds/{id}/people.csv", "people"),
        ("/rounds/{id}/pairs.csv", "pairs"),
        ("/rounds/{id}/sessions.csv", "sessions"),
        ("/rounds/{id}/capabilities.xlsx", "capabilities"),
        ("/rounds/{id}/report.xlsx", "report"),
    ];
    let own = [("/pupils/list.xlsx", "pupils"), ("/me/everything.json", "everything")];
    // Each time, not once.
    for _ in 0..2 {
        for (path, act) in coordinators {
            takes(&duet, &mut priya, &path.replace("{id}", round), act, round).await;
        }
        takes(&duet, &mut priya, &format!("/proposals/{plan}/proof.json"), "proof", plan).await;
        for (path, act) in own {
            takes(&duet, &mut tutor, path, act, tutors).await;
        }
    }
    for door in policy::doors().iter().filter(|door| door.method == "GET" && door.verb == Verb::Export) {
        let tried = coordinators.iter().chain(&own).any(|(path, _)| *path == door.path);
        assert!(tried || door.path == "/people/{id}/everything", "nobody has taken {} out here", door.path);
    }
    // Who was refused a file took nothing out.
    let before = taken_out(&duet).await;
    duet.sign_in(cast::TOM).await.get(&format!("/rounds/{round}/people.csv")).await.is(404);
    assert_eq!(taken_out(&duet).await, before);
    // Administrators read it in the record; that somebody took out what is kept about themselves is theirs.
    let record = priya.get("/audit").await;
    record.is(200).sees("Took out a round’s people as a file").sees("Took out the list of pupils they teach");
    record.sees_no("Took out everything about themselves");
    tutor.get("/me").await.sees("Took out everything about themselves");
}

#[tokio::test]
async fn no_file_is_given_that_cannot_be_written_down() {
    let duet = TestDuet::demo().await;
    let round = duet.asked("select cast(id as text) from round where name = 'Second round'").await.concat();
    let mut priya = duet.sign_in(cast::PRIYA).await;
    duet.database().done("alter table audit rename to audit_away").await;
    let failed = priya.get(&format!("/rounds/{round}/people.csv")).await;
    assert_eq!(failed.is(500).header("content-disposition"), "");
    failed.sees_no(cast::GWEN);
    duet.database().done("alter table audit_away rename to audit").await;
    priya.get(&format!("/rounds/{round}/people.csv")).await.is(200).sees(cast::GWEN);
}
