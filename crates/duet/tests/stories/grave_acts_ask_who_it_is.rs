//! Before a grave act, somebody shows once more that it is they; it holds for ten minutes, for this browser.

use axum::body::Body;
use axum::http::Method;
use jiff::SignedDuration;
use testkit::{ADMINISTRATOR, TestDuet, Visitor, app_of};

use crate::routes;

const NOTHING: &str = "01920000-0000-7000-8000-000000000000";

/// What asks: the routes of grave acts.
const GRAVE: [(&str, &str); 33] = [
    ("POST", "/schemes/{id}/appointments"),
    ("POST", "/schemes/{id}/people/{person}/ending"),
    ("POST", "/administrators"),
    ("POST", "/administrators/{id}/ending"),
    ("POST", "/people/{id}/membership"),
    ("POST", "/people/{id}/erasure"),
    ("POST", "/people/{id}/everything"),
    ("POST", "/schemes/{id}/people/{person}/sign-in-link"),
    ("POST", "/letters/{id}/sign-in-link"),
    ("POST", "/letters/{id}/mail"),
    ("POST", "/letters/merge"),
    ("GET", "/factors/new"),
    ("POST", "/factors"),
    ("POST", "/factors/recovery-codes"),
    ("POST", "/factors/code-app/removal"),
    ("POST", "/passkeys/{id}/removal"),
    ("POST", "/passkeys"),
    ("POST", "/passkeys/question"),
    ("POST", "/you/addresses"),
    ("POST", "/you/addresses/letters"),
    ("POST", "/you/addresses/removal"),
    ("GET", "/me/everything.json"),
    ("POST", "/me/erasure"),
    ("POST", "/sign-ins/ending"),
    ("POST", "/sign-ins/{id}/ending"),
    ("POST", "/rounds/{id}/private-answers/deletion"),
    ("GET", "/rounds/{id}/round.xlsx"),
    ("GET", "/rounds/{id}/people.csv"),
    ("GET", "/rounds/{id}/pairs.csv"),
    ("GET", "/rounds/{id}/sessions.csv"),
    ("GET", "/rounds/{id}/capabilities.xlsx"),
    ("POST", "/pupils/{id}/teachers"),
    ("POST", "/pupils/{id}/removal"),
];

/// Files of a round that anybody who sees the page takes out unasked, and why.
const NO_NAMES: &[(&str, &str)] =
    &[("/rounds/{id}/report.xlsx", "totals, and words that people let out, as on the page")];

fn minutes_pass(duet: &TestDuet, minutes: i64) {
    duet.clock().set(duet.clock().now() + SignedDuration::from_mins(minutes));
}

/// Whether a route asks for confirmation.
async fn asks(visitor: &Visitor, method: &str, path: &str) -> bool {
    let path = path.replace("{id}", NOTHING).replace("{person}", NOTHING).replace("{link}", "0");
    let mut visitor = visitor.clone();
    let method: Method = method.parse().expect("a method");
    let page = visitor.send(method, &path, "application/x-www-form-urlencoded", Body::empty()).await;
    page.status() == 303 && page.header("location").starts_with("/confirmation?to=")
}

#[tokio::test]
async fn on_just_their_routes_and_for_ten_minutes() {
    let duet = TestDuet::empty().await;
    let ada = duet.administrator().await;
    for (method, path) in GRAVE {
        assert!(!asks(&ada, method, path).await, "{method} {path} asks who has just shown it");
    }
    // The act above that takes a factor away was refused: it is the last.
    let ada = duet.administrator().await;
    minutes_pass(&duet, 9);
    assert!(!asks(&ada, "POST", GRAVE[0].1).await);
    minutes_pass(&duet, 1);
    let mut asked = Vec::new();
    for route in routes::all().iter().filter(|route| route.path != "/sign-out") {
        for method in &route.methods {
            if asks(&ada, method, &route.path).await {
                asked.push((*method, route.path.clone()));
            }
        }
    }
    for (method, path) in GRAVE {
        assert!(asked.contains(&(method, path.to_owned())), "{method} {path} does not ask: {asked:?}");
    }
    assert_eq!(asked.len(), GRAVE.len(), "others ask, too, and stand in no list: {asked:?}");
    let is_file = |path: &str| path.starts_with("/rounds/") && (path.ends_with(".xlsx") || path.ends_with(".csv"));
    let files: Vec<String> = routes::all().into_iter().map(|route| route.path).filter(|path| is_file(path)).collect();
    assert!(files.len() > NO_NAMES.len() + 4, "{files:?}");
    for path in files.iter().filter(|path| !NO_NAMES.iter().any(|(spared, _)| spared == path)) {
        assert!(asked.contains(&("GET", path.clone())), "{path} takes a round's people out, and does not ask");
    }
}

#[tokio::test]
async fn a_code_confirms_this_browser_and_changes_its_secret() {
    let duet = TestDuet::empty().await;
    let (mut ada, mut other) = (duet.administrator().await, duet.administrator().await);
    minutes_pass(&duet, 10);
    let asking = ada.get("/factors/new").await;
    asking.is(200).sees("Is it you?").sees("It then holds for ten minutes.");
    let before = ada.cookies()["__Host-duet"].clone();
    let person = duet.viewer(ADMINISTRATOR).await.person;
    let code = app_of(person).code_at(duet.clock().now());
    let there = ada.press(&asking, "Go on", &[("code", &code)]).await;
    assert_eq!(there.is(200).path(), "/factors/new", "back to where it was asked");
    let after = ada.cookies()["__Host-duet"].clone();
    assert_ne!(after, before);
    let mut old = duet.guest();
    old.set_cookie("__Host-duet", &before);
    old.get("/").await.sees("Welcome to Duet");
    other.get("/factors/new").await.sees("Is it you?");
    minutes_pass(&duet, 10);
    ada.get("/factors/new").await.sees("Is it you?");
}

#[tokio::test]
async fn what_was_typed_before_comes_back_and_is_sent_again() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let administrators = ada.get("/administrators").await;
    minutes_pass(&duet, 10);
    let new = [("name", "Nia Second"), ("address", "nia@office.example")];
    let kept = ada.press(&administrators, "Make them an administrator", &new).await;
    kept.is(403).sees("Is it you?").sees("What you typed is kept in this page.");
    assert_eq!(kept.attributes("main form input[name=name]", "value"), ["Nia Second"]);
    ada.get("/administrators").await.sees_no("Nia Second");
    // In a new window of the same browser.
    let asking = ada.follow(&kept, "Show that it is me").await;
    let person = duet.viewer(ADMINISTRATOR).await.person;
    let code = app_of(person).code_at(duet.clock().now());
    ada.press(&asking, "Go on", &[("code", &code)]).await.is(200).sees("Where you are signed in");
    ada.press(&kept, "Send what I typed again", &[]).await.is(200).sees("Nia Second");
    // A button with nothing typed is asked about as before.
    minutes_pass(&duet, 10);
    let shown = ada.get("/administrators").await;
    let asked = ada.press(&shown, "End for Nia Second", &[]).await;
    assert!(asked.is(200).path().starts_with("/confirmation?to="), "{asked:?}");
}

#[tokio::test]
async fn who_has_a_factor_shows_it_before_their_addresses_change_and_who_has_none_is_not_asked() {
    use duet::demo::cast;
    let (duet, _mailbox) = TestDuet::demo_by_mail().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    minutes_pass(&duet, 30);
    tom.get("/me/everything.json").await.is(200);
    tom.post("/you/addresses", &[("address", "tom@new.example"), ("use", "main")]).await.is(200).sees("Type the code");
}

#[tokio::test]
async fn asking_to_be_erased_is_one_and_is_not_done_before() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let me = ada.get("/me").await;
    minutes_pass(&duet, 10);
    ada.set_header("referer", "https://duet.example/me");
    let asking = ada.press(&me, "Ask to be erased", &[]).await;
    asking.is(200).sees("Is it you?");
    ada.get("/me").await.sees_no("You have asked to be erased.");
    let person = duet.viewer(ADMINISTRATOR).await.person;
    let code = app_of(person).code_at(duet.clock().now());
    let there = ada.press(&asking, "Go on", &[("code", &code)]).await;
    assert_eq!(there.is(200).path(), "/me", "back to where the button is");
    ada.press(&there, "Ask to be erased", &[]).await.is(200).sees("You have asked to be erased.");
}

#[tokio::test]
async fn nobody_is_led_elsewhere_by_the_way_back() {
    let duet = TestDuet::empty().await;
    let person = duet.viewer(ADMINISTRATOR).await.person;
    for to in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        let mut ada = duet.administrator().await;
        minutes_pass(&duet, 1);
        let code = app_of(person).code_at(duet.clock().now());
        let page = ada.post("/confirmation", &[("code", &code), ("to", to)]).await;
        assert_eq!(page.is(200).path(), "/");
    }
}

#[tokio::test]
async fn who_has_no_factor_comes_in_afresh() {
    use duet::demo::cast;
    let duet = TestDuet::real().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    tom.get("/factors/new").await.sees("Add a second step");
    minutes_pass(&duet, 60);
    let asked = tom.get("/factors/new").await;
    asked.is(200).sees("Please sign in again with a fresh link");
    tom.post("/confirmation", &[("code", "123456")]).await.is(409).sees("You have not set up a second step yet.");
    let mut again = duet.sign_in(cast::TOM).await;
    again.get("/factors/new").await.sees("Add a second step");
}
