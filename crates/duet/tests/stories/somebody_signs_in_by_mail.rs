//! Somebody signs in with their address and what a mail says: once, soon, and only in the browser that asked.

use axum::body::Body;
use axum::http::Method;
use duet::by_mail::carry;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::drill::{self, figure};
use crate::steps;

const FORM: &str = "application/x-www-form-urlencoded";
const NOBODY: &str = "nobody@nowhere.example";

async fn asks(duet: &TestDuet, address: &str) -> (Visitor, Page) {
    let mut guest = duet.guest();
    let front = guest.get("/sign-in").await;
    let page = guest.press(&front, "Send me a code", &[("Your mail address", address)]).await;
    page.is(200).sees("If we know this address, a mail is on its way.");
    (guest, page)
}

async fn code_for(duet: &TestDuet, address: &'static str) -> String {
    steps::code_in(&duet.mails_to(address).await[0].1)
}

async fn link_for(duet: &TestDuet, address: &'static str) -> String {
    steps::link_in(&duet.mails_to(address).await[0].1)
}

#[tokio::test]
async fn with_the_code() {
    let duet = TestDuet::demo().await;
    let (mut gwen, page) = asks(&duet, "Gwen.Morris@gwydion.example ").await;
    let (subject, body) = duet.mails_to(cast::GWEN).await.remove(0);
    let code = steps::code_in(&body);
    assert!(subject.replace(' ', "").contains(&code), "{subject}");
    assert!(body.split_whitespace().count() <= 120, "a mail is short");
    let home = gwen.press(&page, "Sign in", &[("The six digits", &code)]).await;
    home.is(200).sees("Hello Gwen");
    // Used up, for whoever still has all of it.
    gwen.post("/sign-out", &[]).await;
    gwen.post("/sign-in/code", &[("code", &code)]).await.sees("Sign in").sees_no("Hello");
    let record = duet.sign_in(cast::PRIYA).await.get("/audit").await;
    record.sees("Signed in").sees("Gwen Morris");
}

#[tokio::test]
async fn with_the_link_and_only_in_the_browser_that_asked() {
    let duet = TestDuet::demo().await;
    let (mut gwen, _) = asks(&duet, cast::GWEN).await;
    let link = link_for(&duet, cast::GWEN).await;
    // A scanner, or a thief with the mail: looks, and presses what is not there.
    let mut other = duet.guest();
    for _ in 0..10 {
        other.send(Method::HEAD, &link, "", Body::empty()).await.is(200);
        let looked = other.get(&link).await;
        looked.is(200).sees("This link works only in the browser where you asked").sees_no("Gwen");
        assert!(looked.attributes("form[action^='/sign-in/mail']", "action").is_empty(), "{looked:?}");
        other.send(Method::POST, &link, FORM, Body::empty()).await.is(409);
    }
    assert!(other.cookies().is_empty(), "looking signs nobody in");
    // Not with a request of their own either.
    let (mut thief, _) = asks(&duet, NOBODY).await;
    thief.get(&link).await.sees("This link works only in the browser where you asked");
    thief.post(&link, &[]).await.is(409).sees("does not work any more");
    let unknown = format!("/sign-in/mail/{}", "0".repeat(64));
    assert_eq!(
        other.get(&link).await.text().replace(&link, ""),
        other.get(&unknown).await.text().replace(&unknown, "")
    );

    let page = gwen.get(&link).await;
    gwen.press(page.is(200), "Sign in", &[]).await.is(200).sees("Hello Gwen");
    let mut again = gwen.clone();
    again.post(&link, &[]).await.is(409).sees("does not work any more");
    gwen.get("/").await.sees("Hello Gwen");
}

#[tokio::test]
async fn a_code_in_another_browser_is_worth_nothing() {
    let duet = TestDuet::demo().await;
    asks(&duet, cast::GWEN).await;
    let code = code_for(&duet, cast::GWEN).await;
    duet.guest().post("/sign-in/code", &[("code", &code)]).await.is(200).sees_no("Hello").sees("Sign in");
    let (mut thief, page) = asks(&duet, NOBODY).await;
    thief.press(&page, "Sign in", &[("code", &code)]).await.is(422).sees("That is not the code in the mail.");
}

#[tokio::test]
async fn both_last_ten_minutes() {
    let duet = TestDuet::demo().await;
    let (mut gwen, page) = asks(&duet, cast::GWEN).await;
    let (code, link) = (code_for(&duet, cast::GWEN).await, link_for(&duet, cast::GWEN).await);
    duet.minutes_pass(9);
    gwen.get(&link).await.sees("Press the button to sign in on this browser.");
    duet.minutes_pass(1);
    gwen.get(&link).await.sees("This link works only in the browser where you asked");
    gwen.post(&link, &[]).await.is(409);
    gwen.press(&page, "Sign in", &[("code", &code)]).await.is(409).sees("does not work any more");
}

#[tokio::test]
async fn five_wrong_codes_and_the_right_one_is_too_late() {
    let duet = TestDuet::demo().await;
    let (mut gwen, page) = asks(&duet, cast::GWEN).await;
    let code = code_for(&duet, cast::GWEN).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    gwen.press(&page, "Sign in", &[("code", "12345")]).await.is(422).sees("Type the six digits from the mail");
    for left in ["4 more times", "3 more times", "2 more times", "once more"] {
        let page = gwen.press(&page, "Sign in", &[("code", wrong)]).await;
        page.is(422).sees(&format!("You can try {left}"));
        assert!(!page.text().contains(wrong), "what was typed does not stand there again");
    }
    gwen.press(&page, "Sign in", &[("code", wrong)]).await.is(409).sees("tried too often");
    gwen.press(&page, "Sign in", &[("code", &code)]).await.is(409).sees("does not work any more");
    gwen.post(&link_for(&duet, cast::GWEN).await, &[]).await.is(409);
    gwen.get("/sign-ins").await.sees_no("Hello");
}

#[tokio::test]
async fn known_and_unknown_are_answered_alike() {
    let duet = TestDuet::demo().await;
    let bytes = |page: &Page| {
        let header = |value: &[u8]| {
            let value = String::from_utf8_lossy(value).into_owned();
            value.split_once("asked=").map_or(value.clone(), |(name, rest)| format!("{name}{}", &rest[64..]))
        };
        let headers = page.headers().iter().map(|(name, value)| (name.to_string(), header(value.as_bytes())));
        (page.status(), headers.collect::<Vec<_>>(), page.text())
    };
    let mut answers = Vec::new();
    for address in [cast::GWEN, NOBODY] {
        let mut guest = duet.guest();
        let body = format!("address={}", address.replace('@', "%40"));
        let asked = guest.send(Method::POST, "/sign-in", FORM, Body::from(body)).await;
        let page = guest.get("/sign-in/code").await;
        let wrong = guest.post("/sign-in/code", &[("code", "12")]).await;
        answers.push((bytes(&asked), bytes(&page), bytes(&wrong)));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 1);
    assert!(duet.mails_to(NOBODY).await.is_empty());
}

#[tokio::test]
async fn three_mails_an_hour_leave_and_strangers_do_not_use_up_those_of_a_known_browser() {
    let duet = TestDuet::demo().await;
    let (mut gwen, page) = asks(&duet, cast::GWEN).await;
    let code = code_for(&duet, cast::GWEN).await;
    gwen.press(&page, "Sign in", &[("code", &code)]).await.sees("Hello Gwen");
    gwen.post("/sign-out", &[]).await;
    for _ in 0..6 {
        asks(&duet, cast::GWEN).await;
    }
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 3, "for all strangers together");
    for mails in [4, 5, 6, 6] {
        let front = gwen.get("/sign-in").await;
        let page = gwen.press(&front, "Send me a code", &[("address", cast::GWEN)]).await;
        page.sees("If we know this address, a mail is on its way.");
        assert_eq!(duet.mails_to(cast::GWEN).await.len(), mails, "her own browser has three of its own");
    }
    duet.minutes_pass(61);
    let (mut fresh, page) = asks(&duet, cast::GWEN).await;
    let code = code_for(&duet, cast::GWEN).await;
    fresh.press(&page, "Sign in", &[("code", &code)]).await.sees("Hello Gwen");
}

#[tokio::test]
async fn a_network_asks_only_so_often_and_no_other_is_kept_out_by_it() {
    let duet = TestDuet::demo().await;
    let from = |network: &str| {
        let mut guest = duet.guest();
        guest.set_header("x-forwarded-for", network);
        guest
    };
    for host in 0..60 {
        let mut guest = from(&format!("203.0.113.{host}"));
        guest.post("/sign-in", &[("address", NOBODY)]).await.is(200);
    }
    let refused = from("203.0.113.77").post("/sign-in", &[("address", cast::GWEN)]).await;
    refused.is(409).sees("Many people in your network asked at once.");
    let unknown = from("203.0.113.78").post("/sign-in", &[("address", NOBODY)]).await;
    assert_eq!(refused.text(), unknown.text());
    from("198.51.100.1").post("/sign-in", &[("address", cast::GWEN)]).await.is(200);
    duet.minutes_pass(1);
    from("203.0.113.77").post("/sign-in", &[("address", cast::GWEN)]).await.is(200);
}

#[tokio::test]
async fn without_mail_the_front_page_promises_none() {
    let duet = TestDuet::empty().await;
    let mut guest = duet.guest();
    let front = guest.get("/").await;
    front.sees("Open the link in your letter or mail.").sees("The code in your letter").sees_no("Send me a code");
    guest.post("/sign-in", &[("address", "admin@duet.example")]).await.is(409).sees("This Duet sends no mail yet.");
    assert!(duet.mails_to("admin@duet.example").await.is_empty());
}

#[tokio::test]
async fn who_has_a_letter_on_paper_types_its_code_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = priya.get("/letters").await;
    let letter = priya.follow(&letters, "Gwen Morris").await;
    let made = priya.press(&letter, "Make a sign-in link", &[]).await;
    let (link, code) = (&made.is(200).all(".notice code").concat(), &made.all(".notice b").concat());
    assert_eq!(made.all(".notice svg").len(), 1, "and a square for a camera");
    assert_eq!((code.len(), link.rsplit('/').next()), (19, Some(&*code.replace(' ', ""))));
    let mut gwen = duet.guest();
    let front = gwen.get("/sign-in").await;
    for wrong in ["", "k3m9 x2tq", "k3m9 x2tq 7w0h v5bu"] {
        let again = gwen.press(&front, "Go on", &[("paper", wrong)]).await;
        again.is(422).sees("There is a problem");
    }
    gwen.press(&front, "Go on", &[("paper", "k3m9 x2tq 7w0h v5bd")]).await.is(409).sees("does not work any more");
    let typed = code.to_uppercase().replace(' ', "-");
    let there = gwen.press(&front, "Go on", &[("The code in your letter", &typed)]).await;
    there.is(200).sees("This link is for Gwen Morris.");
    gwen.press(&there, "Sign in as Gwen Morris", &[]).await.is(200).sees("Hello Gwen");
    duet.guest().post("/sign-in/paper", &[("paper", &typed)]).await.is(409).sees("does not work any more");
    assert_eq!(duet.grep(link.rsplit('/').next().expect("an end")).await, 0, "only its hash is kept");
}

#[tokio::test]
async fn of_64_who_answer_at_once_exactly_one_comes_in() {
    let duet = TestDuet::demo().await;
    for round in 0..4 {
        let (gwen, _) = asks(&duet, cast::GWEN).await;
        let (code, link) = (code_for(&duet, cast::GWEN).await, link_for(&duet, cast::GWEN).await);
        let tries = (0..64).map(|number| {
            let (mut one, code, link) = (gwen.clone(), code.clone(), link.clone());
            tokio::spawn(async move {
                let (path, body) = if number % 2 == 0 {
                    (link, String::new())
                } else {
                    ("/sign-in/code".to_owned(), format!("code={code}"))
                };
                let page = one.send(Method::POST, &path, FORM, Body::from(body)).await;
                assert!([303, 409].contains(&page.status()), "{page:?}");
                one.cookies().contains_key("__Host-duet")
            })
        });
        let mut winners = 0;
        for one in tries.collect::<Vec<_>>() {
            winners += u32::from(one.await.expect("nobody panics"));
        }
        assert_eq!(winners, 1, "in round {round}");
        duet.minutes_pass(61);
    }
}

#[tokio::test]
async fn known_and_unknown_are_answered_in_the_same_time() {
    let duet = TestDuet::demo().await;
    let mut took = [Vec::new(), Vec::new()];
    let samples = drill::times(100, 1000);
    for _ in 0..samples {
        // So that a mail is due each time.
        duet.minutes_pass(21);
        for (address, took) in [cast::GWEN, NOBODY].into_iter().zip(&mut took) {
            let (mut guest, body) = (duet.guest(), format!("address={}", address.replace('@', "%40")));
            let begun = std::time::Instant::now();
            guest.send(Method::POST, "/sign-in", FORM, Body::from(body)).await.is(303);
            took.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
    }
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 50, "the newest fifty; each was sent");
    let [known, unknown] = took.map(|mut all| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    });
    let told = format!("{known:.2} ms, {unknown:.2} ms");
    figure("timing", &format!("known and unknown address, half of {samples} answers within"), told);
    assert!((known - unknown).abs() < 5.0, "known {known} ms, unknown {unknown} ms");
}

#[tokio::test]
async fn with_a_mail_server_the_mail_goes_at_once_and_is_not_kept() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let (mut gwen, page) = asks(&duet, cast::GWEN).await;
    asks(&duet, NOBODY).await;
    // Two nodes look at the same moment: one takes it.
    let (one, other) = (mailbox.post(), mailbox.post());
    let (one, other) = tokio::join!(carry::carry(duet.store(), &one), carry::carry(duet.store(), &other));
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    let taken = mailbox.taken_for(cast::GWEN);
    assert_eq!((taken.len(), mailbox.taken_for(NOBODY).len()), (1, 0));
    assert!(duet.mails_to(cast::GWEN).await.is_empty(), "it is not kept once it has gone");
    let code = steps::code_in(&taken[0].text());
    gwen.press(&page, "Sign in", &[("The six digits", &code)]).await.is(200).sees("Hello Gwen");
}

#[tokio::test]
async fn a_mail_that_cannot_go_is_tried_each_minute_until_its_code_ends() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    asks(&duet, cast::GWEN).await;
    mailbox.set_down(true);
    let post = mailbox.post();
    for _ in 0..3 {
        carry::carry(duet.store(), &post).await.expect("the database answers");
        duet.minutes_pass(1);
    }
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 1, "it waits");
    mailbox.set_down(false);
    carry::carry(duet.store(), &post).await.expect("the database answers");
    assert_eq!(mailbox.taken_for(cast::GWEN).len(), 1);
    // One that comes too late for its code is thrown away.
    asks(&duet, cast::GWEN).await;
    mailbox.set_down(true);
    carry::carry(duet.store(), &post).await.expect("the database answers");
    duet.minutes_pass(11);
    carry::carry(duet.store(), &post).await.expect("the database answers");
    assert!(duet.mails_to(cast::GWEN).await.is_empty());
    assert_eq!(mailbox.taken_for(cast::GWEN).len(), 1);
}
