//! Looking changes nothing: somebody asks for every page and file there is, and each row of the database is as it was, but for
//! what is written down of looking itself.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::policy;
use duet::sign_in::open;
use testkit::{Page, Row, Rows, TestDuet, Visitor};

use crate::asking::{self, Ids};
use crate::steps;

/// What is written down of who looks: that an administrator reads of pupils whom they do not teach, once a day.
const LOOKS: [&str; 2] = ["pupil.looked_at", "pupil.names_seen"];
/// What is written down of who has a file given to them, each time.
const TAKES_OUT: &str = "taken_out.";
/// The one column that is not compared: when a sign-in was last used, which ends it when it is idle.
const LAST_USED: (&str, &str) = ("sign_in", "seen_at");

/// Pages that say more when they are asked for more.
const ASKED_MORE: [&str; 9] = [
    "/rounds/{id}/what-if?first=total&least_fit=0",
    "/rounds/{id}/what-if?first=worst&least_fit=40",
    "/rounds/{id}/people?find=gwen",
    "/rounds/{id}/eligibility/rule?at=0",
    "/people?find=gwen",
    "/pupils?find=nel",
    "/rounds/{id}/capabilities?from=1&area=0",
    "/letters?after=nonsense",
    "/audit?before=01920000-0000-7000-8000-000000000000",
];

/// A file that is about nobody.
const SAMPLE: &str = "/try/applications.csv";

fn is_file(page: &Page) -> bool {
    page.status() == 200 && page.header("content-disposition").starts_with("attachment") && page.path() != SAMPLE
}

/// Every row, without when a sign-in was last used.
async fn rows(duet: &TestDuet) -> BTreeSet<(String, Row)> {
    let all: Rows = duet.rows().await;
    let each = all.into_iter().flat_map(|(table, rows)| rows.into_iter().map(move |row| (table.clone(), row)));
    each.map(|(table, mut row)| {
        if table == LAST_USED.0 {
            assert!(row.remove(LAST_USED.1).is_some(), "the column has another name now: {row:?}");
        }
        (table, row)
    })
    .collect()
}

/// Every door that is asked for, and every page that is asked for more.
fn paths(ids: &Ids) -> BTreeSet<String> {
    let doors = policy::doors().into_iter().filter(|door| door.method == "GET").map(|door| door.path);
    let path = |path: &str| {
        let kind = path.split('/').nth(1).unwrap_or_default();
        let path = path.replace("{name}", "none").replace("{link}", "none");
        asking::path(&path, ids.get(kind).map_or(asking::NOTHING, String::as_str), ids)
    };
    doors.chain(ASKED_MORE).map(path).collect()
}

/// What waits for somebody to look at it: sheets that were sent, a sign-in link, a link by which anybody applies.
async fn what_waits(duet: &TestDuet) -> [String; 3] {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let files = [("mentors", "a.csv", cast::MENTORS.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    let sent = priya.upload(&format!("{round}/import"), &files).await.is(200).path().to_owned();
    let open = priya.get("/rounds").await.link("Third round");
    let made = priya.post(&format!("{open}/open-links"), &[]).await;
    let anybody = made.is(200).all("code").concat().trim_start_matches("https://duet.example").to_owned();
    let aled = duet.viewer(steps::ALED).await;
    let link = duet.store().write_outside(move |tx| open::make_link(tx, aled, None, 1)).await.expect("a link");
    [sent, anybody, format!("/sign-in/{}", link.reveal())]
}

/// Asks for all of it, with GET and with HEAD: how many pages opened, and how many files were given.
async fn looks_at_all(visitor: &mut Visitor, paths: &BTreeSet<String>) -> (usize, usize) {
    let (mut pages, mut files) = (0, 0);
    for path in paths {
        for method in [Method::GET, Method::HEAD] {
            let page = visitor.send(method.clone(), path, "", Body::empty()).await;
            assert!(page.status() < 500, "{method} {path}: {page:?}");
            pages += usize::from(page.status() == 200);
            files += usize::from(is_file(&page));
        }
    }
    (pages, files)
}

#[tokio::test]
async fn whoever_looks_at_every_page_there_is() {
    let duet = TestDuet::demo().await;
    let mut paths = paths(&asking::ids(&duet).await);
    // Who did something to a pupil today is on the record with them: looking is noted from tomorrow.
    duet.days_pass(1);
    paths.extend(what_waits(&duet).await);
    assert!(paths.len() > 90, "there are many pages: {}", paths.len());
    let mut opened = Vec::new();
    for mut visitor in [
        duet.sign_in(cast::PRIYA).await,
        duet.sign_in(cast::RUTH).await,
        duet.sign_in(cast::HELEN).await,
        duet.sign_in(cast::GWEN).await,
        duet.sign_in(steps::ALED).await,
        duet.guest(),
    ] {
        // That a sign-in is in use is written down now and then; ten minutes on, some would show again that it is they.
        duet.minutes_pass(1);
        let before = rows(&duet).await;
        let (pages, files) = looks_at_all(&mut visitor, &paths).await;
        let after = rows(&duet).await;
        let gone: Vec<_> = before.difference(&after).collect();
        assert!(gone.is_empty(), "these changed or went: {gone:?}");
        let (mut looks, mut taken) = (0, 0);
        for (table, row) in after.difference(&before) {
            let act = row.get("act").map(String::as_str).unwrap_or_default();
            assert!(table == "audit", "this came to {table}: {row:?}");
            assert!(LOOKS.contains(&act) || act.starts_with(TAKES_OUT), "{act} was noted of who only looked");
            looks += usize::from(LOOKS.contains(&act));
            taken += usize::from(act.starts_with(TAKES_OUT));
        }
        assert_eq!(taken, files, "each file is written down once");
        opened.push((pages, files, looks));
    }
    // She who may most sees most, and only she reads of a pupil whom she does not teach.
    let [priya, .., guest] = opened[..] else { panic!("six looked") };
    assert!(priya.0 > 100 && priya.1 >= 14 && priya.2 == 1, "{opened:?}");
    assert!(opened[1..].iter().all(|(.., looks)| *looks == 0), "{opened:?}");
    assert!(guest.0 > 10 && guest.1 == 0, "a guest is given no file: {opened:?}");
}

#[tokio::test]
async fn a_row_that_changed_would_be_noticed() {
    let duet = TestDuet::demo().await;
    let before = rows(&duet).await;
    duet.sign_in(cast::TOM).await.post("/you/name", &[("name", "Tom F.")]).await.is(200);
    let after = rows(&duet).await;
    let tables = |one: &BTreeSet<(String, Row)>, other: &BTreeSet<(String, Row)>| -> BTreeSet<String> {
        one.difference(other).map(|(table, _)| table.clone()).collect()
    };
    assert!(tables(&before, &after).contains("person") && tables(&after, &before).contains("audit"));
}
