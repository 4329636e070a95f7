//! A form is taken once, however often it is sent: pressed twice, asked for again after a broken line, by many at once.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const KEY: &str = "01920000-0000-7000-8000-0000000000aa";
const KIND: &str = "application/x-www-form-urlencoded";

/// Sends a form as it stands on a page, and stays with its answer.
async fn sends(visitor: &mut Visitor, path: &str, body: &str) -> Page {
    visitor.send(Method::POST, path, KIND, Body::from(format!("{body}&once={KEY}"))).await
}

/// Sends it three times: each leads to the same place.
async fn thrice(visitor: &mut Visitor, path: &str, body: &str) -> String {
    let mut led = Vec::new();
    for _ in 0..3 {
        let page = sends(visitor, path, body).await;
        assert_eq!(page.status(), 303, "{path}: {page:?}");
        led.push(page.header("location").to_owned());
    }
    led.dedup();
    assert_eq!(led.len(), 1, "{path} leads to {led:?}");
    led.concat()
}

#[tokio::test]
async fn every_form_of_who_runs_a_scheme() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let led = thrice(&mut priya, "/schemes/new", "name=Singing&purpose=To+sing&colour=moss").await;
    let opening = led.clone();
    assert_eq!(priya.get("/rounds").await.all("h2").iter().filter(|one| *one == "Singing").count(), 1);
    let dates = "starts_on-day=1&starts_on-month=2&starts_on-year=2027&ends_on-day=1&ends_on-month=3&ends_on-year=2027";
    // Another form with the same key would be another page's: keys are made with each page. Here it is taken as the first.
    assert_eq!(thrice(&mut priya, &opening, &format!("name=Spring&{dates}")).await, led);
    let fresh = format!("name=Spring&{dates}&once=01920000-0000-7000-8000-0000000000bb");
    let opened = priya.send(Method::POST, &opening, KIND, Body::from(fresh)).await;
    assert_eq!(opened.status(), 303);
    assert_eq!(priya.get("/rounds").await.text().matches("Spring").count(), 1);
}

#[tokio::test]
async fn a_person_is_appointed_once_and_an_answer_given_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = priya.get("/rounds").await.link("Open a round").replace("/rounds/new", "");
    let body = "name=Sam+Reed&address=sam.reed%40libraries.example&duty=coach";
    thrice(&mut priya, &format!("{scheme}/appointments"), body).await;
    let runs = priya.get(&scheme).await;
    assert_eq!(runs.all("ul.people li").iter().filter(|one| one.contains("Sam Reed")).count(), 1);

    steps::tells_the_pairs(&mut priya).await;
    let mut elin = duet.sign_in(steps::ELIN).await;
    let pair = elin.get("/").await.link("Aled Vaughan");
    thrice(&mut elin, &format!("{pair}/answer"), "answer=accept").await;
    elin.get(&pair).await.is(200);
    // Somebody else's key is not theirs: Aled's answer is his own.
    let mut aled = duet.sign_in(steps::ALED).await;
    let page = sends(&mut aled, &format!("{pair}/answer"), "answer=accept").await;
    assert_ne!(page.status(), 500);
}

#[tokio::test]
async fn sixteen_at_once_log_one_session() {
    let duet = TestDuet::demo().await;
    let gwen = duet.sign_in(cast::GWEN).await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let before = gwen.clone().get(&pair).await.all("ol.thread li").len();
    let sending = (0..16).map(|_| {
        let (mut gwen, path) = (gwen.clone(), format!("{pair}/sessions"));
        tokio::spawn(async move {
            let body = "held_on-day=2&held_on-month=11&held_on-year=2026&minutes=45&way=phone\
                        &id=01920000-0000-7000-8000-0000000000cc";
            let page = sends(&mut gwen, &path, body).await;
            (page.status(), page.header("location").to_owned())
        })
    });
    let mut answers = Vec::new();
    for one in sending.collect::<Vec<_>>() {
        answers.push(one.await.expect("a request does not panic"));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(answers[0].0, 303);
    assert_eq!(gwen.clone().get(&pair).await.all("ol.thread li").len(), before + 1);
}

#[tokio::test]
async fn proposing_twice_with_one_press_makes_one_plan() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_pairs(&mut priya).await.path().to_owned();
    thrice(&mut priya, &format!("{path}s"), "").await;
    let record = priya.get("/audit").await;
    assert_eq!(
        record.all("tbody tr").iter().filter(|row| row.contains("Proposed pairs")).count(),
        3,
        "two of the demo's"
    );
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let body = "name=Singing&purpose=To+sing&colour=moss";
    let first = thrice(&mut priya, "/schemes/new", body).await;
    duet.minutes_pass(23 * 60);
    duet::jobs::sweep(duet.store()).await.expect("swept");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    assert_eq!(sends(&mut priya, "/schemes/new", body).await.header("location"), first, "a day is not over");
    duet.minutes_pass(61);
    duet::jobs::sweep(duet.store()).await.expect("swept");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let later = sends(&mut priya, "/schemes/new", body).await;
    assert!(later.status() == 303 && later.header("location").starts_with("/schemes/"), "{later:?}");
    assert_ne!(later.header("location"), first);
}
