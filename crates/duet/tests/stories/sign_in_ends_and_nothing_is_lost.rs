//! A sign-in ends in time: sooner for who sees more than their own, soonest on a shared computer. Who signs in again
//! comes back to where they were, with what they typed, and never to another site.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::sign_in;
use kit::token::Token;
use testkit::{TestDuet, Visitor};

use crate::steps;

const FORM: &str = "application/x-www-form-urlencoded";

async fn is_in(visitor: &mut Visitor) -> bool {
    visitor.get("/").await.has("Sign out")
}

/// Goes by every `step` minutes until `most` have passed; after how many the sign-in had ended.
async fn ends_after(duet: &TestDuet, visitor: &mut Visitor, step: i64, most: i64) -> Option<i64> {
    for passed in (step..=most).step_by(usize::try_from(step).expect("a step")) {
        duet.minutes_pass(step);
        if !is_in(visitor).await {
            return Some(passed);
        }
        is_written_down(duet, visitor).await;
    }
    None
}

/// Waits until the last use is written down, which no page waits for.
async fn is_written_down(duet: &TestDuet, visitor: &Visitor) {
    let token = Token::from_visitor(&visitor.cookies()["__Host-duet"]);
    for _ in 0..500 {
        let token = token.clone();
        let known = duet.store().read_outside(move |c| sign_in::store::look_up(c, &token)).await.expect("a database");
        if known.expect("a sign-in").seen_at == duet.clock().now() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("a use is never written down");
}

#[tokio::test]
async fn of_who_has_a_duty_after_an_idle_hour_and_after_twelve() {
    for address in [cast::PRIYA, cast::RUTH, cast::HELEN] {
        let duet = TestDuet::demo().await;
        let mut staff = duet.sign_in(address).await;
        duet.minutes_pass(54);
        assert!(is_in(&mut staff).await);
        is_written_down(&duet, &staff).await;
        duet.minutes_pass(60);
        assert!(!is_in(&mut staff).await, "{address}: idle for an hour");
        let mut staff = duet.sign_in(address).await;
        assert_eq!(ends_after(&duet, &mut staff, 30, 24 * 60).await, Some(12 * 60), "{address}");
    }
}

/// What the script asks when somebody stays.
async fn stays(visitor: &mut testkit::Visitor) -> testkit::Page {
    visitor.send(Method::HEAD, "/sign-ins", "", Body::empty()).await
}

#[tokio::test]
async fn who_is_soon_signed_out_reads_when_and_can_stay() {
    let duet = TestDuet::demo().await;
    let (mut priya, mut gwen) = (duet.sign_in(cast::PRIYA).await, duet.sign_in(cast::GWEN).await);
    let page = priya.get("/rounds").await;
    page.sees("You are signed out after 60 minutes in which you open no page.").sees("Stay signed in");
    let told = |page: &testkit::Page, what: &str| page.attributes("dialog.stay", what).concat();
    assert_eq!((told(&page, "data-idle"), told(&page, "data-left")), ("3360".to_owned(), "43200".to_owned()));
    assert_eq!(page.attributes("dialog.stay", "open"), [""; 0], "it is shown in time, by a script of ours");
    gwen.get("/").await.sees_no("Stay signed in").sees_no("You are signed out after");
    duet.guest().get("/").await.sees_no("Stay signed in");
    // What the script asks when they stay is a use like any other.
    for _ in 0..12 {
        duet.minutes_pass(55);
        stays(&mut priya).await.is(204);
        is_written_down(&duet, &priya).await;
    }
    let last = priya.get("/rounds").await;
    assert_eq!(told(&last, "data-left"), "3600", "twelve hours cannot be put off");
    // Who has something to see to before the next page opens, such as a newer notice, is signed in still.
    duet.database().done("update person set notice_shown = null").await;
    assert!(priya.get("/rounds").await.path().starts_with("/notices/"));
    stays(&mut priya).await.is(204);
    duet.minutes_pass(61);
    stays(&mut priya).await.is(303);
    duet.guest().send(Method::HEAD, "/sign-ins", "", Body::empty()).await.is(303);
}

#[tokio::test]
async fn where_no_mail_leaves_who_has_a_duty_is_not_put_out_every_hour() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    duet.days_pass(13);
    assert!(is_in(&mut ada).await, "nobody but the server's keeper could let her in again");
}

#[tokio::test]
async fn of_everybody_else_after_two_idle_weeks_and_after_thirty_days() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    duet.days_pass(13);
    assert!(is_in(&mut gwen).await);
    is_written_down(&duet, &gwen).await;
    duet.days_pass(14);
    assert!(!is_in(&mut gwen).await);
    let mut gwen = duet.sign_in(cast::GWEN).await;
    assert_eq!(ends_after(&duet, &mut gwen, 24 * 60, 60 * 24 * 60).await, Some(30 * 24 * 60));
}

#[tokio::test]
async fn on_a_shared_computer_after_a_quarter_of_an_hour_or_with_the_window() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.guest();
    let front = gwen.get("/sign-in").await;
    let asking = [("Your mail address", cast::GWEN), ("shared", "yes")];
    let page = gwen.press(&front, "Send me a code", &asking).await;
    let code = steps::code_in(&duet.mails_to(cast::GWEN).await[0].1);
    let entered = gwen.send(Method::POST, page.path(), FORM, Body::from(format!("code={code}"))).await;
    let cookies: Vec<&str> = entered.headers().get_all("set-cookie").iter().filter_map(|c| c.to_str().ok()).collect();
    let mine = cookies.iter().find(|cookie| cookie.starts_with("__Host-duet=")).expect("a sign-in");
    assert!(!mine.contains("Max-Age") && !mine.contains("Expires"), "it goes with the window: {mine}");
    assert!(
        !cookies.iter().any(|cookie| cookie.starts_with("__Host-duet-known=")),
        "it is not known again: {cookies:?}"
    );
    assert!(is_in(&mut gwen).await);
    duet.minutes_pass(14);
    assert!(is_in(&mut gwen).await);
    is_written_down(&duet, &gwen).await;
    duet.minutes_pass(15);
    assert!(!is_in(&mut gwen).await);
}

#[tokio::test]
async fn each_sign_in_has_a_secret_of_its_own_and_the_one_before_ends() {
    let duet = TestDuet::demo().await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let before = gwen.clone();
    duet.minutes_pass(61);
    let front = gwen.get("/sign-in").await;
    let page = gwen.press(&front, "Send me a code", &[("Your mail address", cast::GWEN)]).await;
    let code = steps::code_in(&duet.mails_to(cast::GWEN).await[0].1);
    gwen.press(&page, "Sign in", &[("code", &code)]).await.sees("Hello Gwen");
    let secret = |visitor: &Visitor| visitor.cookies()["__Host-duet"].clone();
    assert_ne!(secret(&before), secret(&gwen));
    assert!(!is_in(&mut before.clone()).await);
    gwen.get("/sign-ins").await.sees_no("Another browser");
}

#[tokio::test]
async fn what_was_typed_comes_back_and_is_sent_again() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let form = gwen.get(&format!("{pair}/sessions/new")).await;
    duet.days_pass(15);
    let session = [("When did you meet?", "2 11 2026"), ("minutes", "85"), ("way", "phone")];
    let kept = gwen.press(&form, "Save the session", &session).await;
    kept.is(403).sees("Your sign-in has ended").sees("What you typed is kept in this page.");
    assert_eq!(kept.attributes("form[action$='/sessions'] input[name=minutes]", "value"), ["85"]);
    // In a new window of the same browser.
    let front = gwen.follow(&kept, "Sign in in a new window").await;
    let page = gwen.press(&front, "Send me a code", &[("Your mail address", cast::GWEN)]).await;
    let code = steps::code_in(&duet.mails_to(cast::GWEN).await[0].1);
    gwen.press(&page, "Sign in", &[("code", &code)]).await.is(200).sees("Where you are signed in");
    gwen.press(&kept, "Send what I typed again", &[]).await.is(200).sees("85 minutes");
}

#[tokio::test]
async fn a_form_that_comes_back_runs_nothing_of_what_it_holds() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    duet.days_pass(15);
    let bad = "\"><script>alert(1)</script>";
    let kept = gwen.post("/you/name", &[("name", bad), (bad, "x")]).await;
    kept.is(403);
    assert!(!kept.text().contains("<script"), "{}", kept.text());
    assert_eq!(kept.attributes("main form input[name=name]", "value"), [bad]);
    gwen.post("/you/name", &[("name", &"x".repeat(65 * 1024))]).await.is(413);
    // Nobody who was never signed in here gets such a page.
    let guest = duet.guest().send(Method::POST, "/you/name", FORM, Body::from("name=x")).await;
    assert_eq!((guest.status(), guest.header("location")), (303, "/"));
}

#[tokio::test]
async fn who_asked_for_a_page_comes_back_to_it() {
    let duet = TestDuet::demo().await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.guest();
    let doors = gwen.get(&pair).await;
    assert_eq!(doors.path(), format!("/?next={pair}"));
    let tom = doors.attributes("input[name=next]", "value");
    assert!(!tom.is_empty() && tom.iter().all(|next| *next == pair));
    let front = gwen.get(&format!("/sign-in?next={pair}")).await;
    front.sees("Sign in, and you come back to where you were.");
    let page = gwen.press(&front, "Send me a code", &[("Your mail address", cast::GWEN)]).await;
    let code = steps::code_in(&duet.mails_to(cast::GWEN).await[0].1);
    let back = gwen.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(back.is(200).path(), pair);
}

/// Ways in which somebody is sent elsewhere after signing in.
const ELSEWHERE: [&str; 44] = [
    "https://evil.example",
    "http://evil.example/",
    "HTTPS://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "//evil.example",
    "//evil.example/%2f..",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/\\\\evil.example",
    "\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "\u{a0}//evil.example",
    "/\u{0}/evil.example",
    "/ok\r\nSet-Cookie: a=b",
    "/ok\nLocation: https://evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "mailto:a@evil.example",
    "ftp://evil.example",
    "evil.example",
    ".evil.example",
    "@evil.example",
    "user@evil.example",
    "https://duet.example@evil.example",
    "https://duet.example.evil.example",
    "//duet.example@evil.example",
    "/\u{ff0f}evil.example",
    "\u{ff0f}\u{ff0f}evil.example",
    "/\u{202e}evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "",
];

#[tokio::test]
async fn nobody_is_led_elsewhere() {
    let duet = TestDuet::demo().await;
    let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    for next in ELSEWHERE {
        let next = escaped(next);
        let mut guest = duet.guest();
        let front = guest.get(&format!("/sign-in?next={next}")).await;
        if front.status() == 200 {
            let nexts = front.attributes("input[name=next]", "value");
            assert!(!nexts.is_empty() && nexts.iter().all(|next| next == "/"), "{next}: {nexts:?}");
        }
        // The form is sent as it is written, whatever the page said.
        duet.minutes_pass(61);
        let address = cast::GWEN.replace('@', "%40");
        let body = format!("address={address}&next={next}");
        let asked = guest.send(Method::POST, "/sign-in", FORM, Body::from(body)).await;
        if asked.status() == 303 {
            let code = steps::code_in(&duet.mails_to(cast::GWEN).await[0].1);
            let entered = guest.send(Method::POST, "/sign-in/code", FORM, Body::from(format!("code={code}"))).await;
            assert_eq!((entered.status(), entered.header("location")), (303, "/"), "{next}");
        } else {
            // A NUL is nothing that a form sends: that is refused unread.
            assert!([400, 422].contains(&asked.status()), "{next}: {}", asked.status());
        }
        let body = format!("address={address}&next={next}");
        let door = duet.guest().send(Method::POST, "/demo/sign-in", FORM, Body::from(body)).await;
        assert!(
            [400, 422].contains(&door.status()) || (door.status(), door.header("location")) == (303, "/"),
            "{next}: {door:?}"
        );
    }
}

/// Paths that are ours, however odd: they stay here.
#[tokio::test]
async fn an_odd_path_of_ours_stays_ours() {
    let duet = TestDuet::demo().await;
    for path in ["/rounds/x&next=//evil.example", "/%2f%2fevil.example", "/a+b", "/.//evil.example", "/rounds//x"] {
        let mut priya = duet.guest();
        let there = priya.get(path).await;
        let next = duet
            .guest()
            .get(&format!("/?next={}", path.replace('%', "%25").replace('&', "%26").replace('+', "%2B")))
            .await;
        assert_eq!(next.attributes("input[name=next]", "value").first().map(String::as_str), Some(path));
        assert!(there.path().starts_with('/') && !there.path().starts_with("//"));
    }
}
