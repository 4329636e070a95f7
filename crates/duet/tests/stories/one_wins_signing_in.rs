//! What lets somebody in once lets one in, however many send it at the same moment: a code or a link by mail, a code of an
//! app, a code on paper, what a passkey answered, a code for an open link.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::factor::set_up;
use duet::sign_in::open;
use testkit::{ADMINISTRATOR, SoftPasskey, TestDuet, Visitor, app_of};
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::drill::{figure, times};
use crate::one_wins::count;
use crate::somebody_signs_in_with_a_passkey::{adds, by_link};
use crate::steps;

const FORM: &str = "application/x-www-form-urlencoded";

fn rounds() -> usize {
    times(3, 200)
}

fn clients() -> usize {
    times(16, 64)
}

/// Each sends its form at the same moment; how many browsers came away with another secret than they had.
async fn let_in(browsers: Vec<Visitor>, path: &str, form: &str) -> usize {
    let sent: Vec<_> = browsers
        .into_iter()
        .map(|mut browser| {
            let (path, form) = (path.to_owned(), form.to_owned());
            let lets_in = async move {
                let before = browser.cookies().get("__Host-duet").cloned();
                let page = browser.send(Method::POST, &path, FORM, Body::from(form)).await;
                assert!(page.status() < 500, "{page:?}");
                let after = browser.cookies().get("__Host-duet").cloned();
                after.is_some() && after != before
            };
            spawn_blocking(move || Handle::current().block_on(lets_in))
        })
        .collect();
    let mut winners = 0;
    for one in sent {
        winners += usize::from(one.await.expect("an answer"));
    }
    winners
}

/// One browser that asked for a mail, in as many windows: and the mail's code and link.
async fn asked(duet: &TestDuet) -> (Vec<Visitor>, String, String) {
    let mut guest = duet.guest();
    let front = guest.get("/sign-in").await;
    guest.press(&front, "Send me a code", &[("Your mail address", cast::GWEN)]).await.is(200);
    let mail = duet.mails_to(cast::GWEN).await.remove(0).1;
    let link = mail.split_whitespace().find(|word| word.contains("/sign-in/mail/")).expect("a link").to_owned();
    let link = link.trim_start_matches("https://duet.example").to_owned();
    (vec![guest; clients()], steps::code_in(&mail), link)
}

fn told(what: &str) {
    figure("one wins", what, format!("{} × {}: 1 each", rounds(), clients()));
}

#[tokio::test(flavor = "multi_thread")]
async fn by_a_code_or_a_link_in_a_mail() {
    let duet = TestDuet::demo().await;
    for round in 0..rounds() {
        let (browsers, code, _) = asked(&duet).await;
        assert_eq!(let_in(browsers, "/sign-in/code", &format!("code={code}")).await, 1, "a code, round {round}");
        // Three mails an hour leave for an address.
        duet.minutes_pass(61);
        let (browsers, _, link) = asked(&duet).await;
        assert_eq!(let_in(browsers, &link, "").await, 1, "a link, round {round}");
        duet.minutes_pass(61);
    }
    told("a code by mail");
    told("a link by mail");
}

/// So many browsers in which the administrator has opened a link, and not yet given a factor.
async fn arriving(duet: &TestDuet) -> Vec<Visitor> {
    let viewer = duet.viewer(ADMINISTRATOR).await;
    let mut browsers = Vec::new();
    for _ in 0..clients() {
        let secret = duet.store().write_outside(move |tx| open::open(tx, viewer)).await.expect("a sign-in");
        let mut browser = duet.guest();
        browser.set_cookie("__Host-duet", secret.reveal());
        browsers.push(browser);
    }
    browsers
}

#[tokio::test(flavor = "multi_thread")]
async fn by_a_code_of_an_app_or_on_paper() {
    let duet = TestDuet::empty().await;
    duet.administrator().await;
    let viewer = duet.viewer(ADMINISTRATOR).await;
    for round in 0..rounds() {
        // Wrong codes use up patience, and the losers of a round sent one that was used: it comes back in an hour.
        duet.minutes_pass(24 * 60);
        let code = app_of(viewer.person).code_at(duet.clock().now());
        let form = format!("code={code}");
        assert_eq!(let_in(arriving(&duet).await, "/confirmation", &form).await, 1, "a step of an app, round {round}");
        let codes = duet.store().write_outside(move |tx| set_up::recovery_codes(tx, viewer)).await.expect("codes");
        let form = format!("code={}", codes[0]);
        assert_eq!(let_in(arriving(&duet).await, "/confirmation", &form).await, 1, "a code on paper, round {round}");
    }
    told("a step of an app");
    told("a code on paper");
}

/// A form as a browser sends it.
fn sent(form: &[(&str, String)]) -> String {
    let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    form.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
}

#[tokio::test(flavor = "multi_thread")]
async fn by_what_a_passkey_answered() {
    let duet = TestDuet::real().await;
    let mut tom = by_link(&duet, cast::TOM).await;
    let (mut key, _): (SoftPasskey, _) = adds(&mut tom).await;
    for round in 0..rounds() {
        let answer = sent(&key.answer(&duet.guest().post("/sign-ins/question", &[]).await));
        let browsers = (0..clients()).map(|_| duet.guest()).collect();
        let before = count(&duet, "sign_in").await;
        assert_eq!(let_in(browsers, "/sign-ins/passkey", &answer).await, 1, "signing in, round {round}");
        assert_eq!(count(&duet, "sign_in").await, before + 1);

        let mut browsers = Vec::new();
        for _ in 0..clients() {
            browsers.push(by_link(&duet, cast::TOM).await);
        }
        let answer = sent(&key.answer(&browsers[0].post("/sign-ins/question", &[]).await));
        assert_eq!(let_in(browsers, "/confirmation/passkey", &answer).await, 1, "confirming, round {round}");
    }
    told("a passkey's answer, signing in");
    told("a passkey's answer, confirming");
}

#[tokio::test(flavor = "multi_thread")]
async fn by_a_code_for_an_open_link() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let made = priya.post(&format!("{round}/open-links"), &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    for round in 0..rounds() {
        // Somebody new each time, whom nobody is before one browser has come in.
        duet.minutes_pass(1);
        let address: &'static str = format!("nia{round}@aeron.example").leak();
        let mut guest = duet.guest();
        guest.post(&link, &[("name", "Nia Bowen"), ("address", address)]).await.is(200);
        let code = steps::code_in(&duet.mails_to(address).await.remove(0).1);
        let people = count(&duet, "person").await;
        let came = let_in(vec![guest; clients()], &format!("{link}/code"), &format!("code={code}")).await;
        assert_eq!((came, count(&duet, "person").await), (1, people + 1), "round {round}");
    }
    told("a code for an open link");
}
