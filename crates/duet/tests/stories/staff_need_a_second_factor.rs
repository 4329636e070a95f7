//! Who looks after others' details shows by a second step that it is they; nothing opens before.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::factor;
use duet::sign_in::open;
use jiff::SignedDuration;
use testkit::{Page, TestDuet, Visitor};

use crate::routes;
use crate::steps;

const NOTHING: &str = "01920000-0000-7000-8000-000000000000";
/// What answers somebody who has signed in and still owes a second step: what they need to give it, or to leave.
const OPEN: [&str; 23] = [
    "/assets/{name}",
    "/confirmation",
    "/confirmation/passkey",
    "/demo/clock",
    "/demo/post",
    "/demo/sign-in",
    "/health",
    "/language",
    "/notices",
    "/notices/{link}",
    "/open-calls/{link}",
    "/open-calls/{link}/code",
    "/sign-in",
    "/sign-in/code",
    "/sign-in/mail/{link}",
    "/sign-in/paper",
    "/sign-in/{link}",
    "/sign-out",
    "/sign-ins/passkey",
    "/sign-ins/question",
    "/try",
    "/try/applications.csv",
    "/you/undo/{link}",
];

fn path_of(route: &str) -> String {
    route
        .replace("{id}", NOTHING)
        .replace("{person}", NOTHING)
        .replace("{name}", "x")
        .replace("{link}", "0")
        .replace("{kind}", "mentee")
        .replace("{role}", "mentor")
        .replace("{step}", "you")
        .replace("{condition}", "support")
        .replace("{language}", "en")
}

/// Every route but those that are open answers a visitor who owes a second step by leading to `to`.
async fn all_lead_to(visitor: &Visitor, to: &str, open: &[&str]) {
    let mut asked = 0;
    for route in routes::all().into_iter().filter(|route| !open.contains(&route.path.as_str())) {
        for method in &route.methods {
            let method: Method = method.parse().expect("a method");
            let kind = "application/x-www-form-urlencoded";
            let mut visitor = visitor.clone();
            let page = visitor.send(method.clone(), &path_of(&route.path), kind, Body::empty()).await;
            // Who asked for a page comes back to it.
            let back = if method == Method::GET && to == "/confirmation" && route.path != "/" {
                format!("{to}?to={}", path_of(&route.path))
            } else {
                to.to_owned()
            };
            assert_eq!((page.status(), page.header("location")), (303, back.as_str()), "{method} {}", route.path);
            asked += 1;
        }
    }
    assert!(asked >= 30, "only {asked} were asked");
}

/// A browser in which the administrator has opened a fresh link.
async fn by_link(duet: &TestDuet) -> (Visitor, Page) {
    let viewer = duet.viewer(testkit::ADMINISTRATOR).await;
    let made = duet.store().write_outside(move |tx| open::make_link(tx, viewer, None, 1)).await;
    let path = format!("/sign-in/{}", made.expect("a link").reveal());
    let mut ada = duet.guest();
    let page = ada.get(&path).await;
    let there = steps::goes_on(&mut ada, &page, "Ada Ministrator").await;
    (ada, there)
}

/// A browser in which a link has been opened that the coordinator made for somebody.
async fn by_a_made_link(duet: &TestDuet, address: &'static str, name: &str) -> (Visitor, Page) {
    let (priya, viewer) = (duet.viewer(cast::PRIYA).await.person, duet.viewer(address).await);
    let made = duet.store().write_outside(move |tx| open::make_link(tx, viewer, Some(priya), 1)).await;
    let mut visitor = duet.guest();
    let page = visitor.get(&format!("/sign-in/{}", made.expect("a link").reveal())).await;
    let there = steps::goes_on(&mut visitor, &page, name).await;
    (visitor, there)
}

fn wait(duet: &TestDuet, seconds: i64) {
    duet.clock().set(duet.clock().now() + SignedDuration::from_secs(seconds));
}

#[tokio::test]
async fn nothing_opens_before_one_is_set_up_and_then_before_it_is_given() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    there.is(200).sees("Add a second step").sees_no("Rounds");
    let setting_up: Vec<&str> = [&OPEN[..], &["/factors", "/factors/new", "/passkeys", "/passkeys/question"]].concat();
    all_lead_to(&ada, "/factors/new", &setting_up).await;
    ada.get("/factors").await.sees("Add a second step");

    let app = steps::scanned(&there);
    let wrong = ada.press(&there, "Set it up", &[("Six digits from the app", "000000")]).await;
    wrong.is(422).sees("This is not the code that the app should show.");
    assert_eq!(steps::scanned(&wrong), app, "the square stays when a code was wrong");
    let before = ada.cookies()["__Host-duet"].clone();
    let code = app.code_at(duet.clock().now());
    let codes = ada.press(&wrong, "Set it up", &[("code", &code)]).await;
    codes.is(200).sees("They are shown only now.");
    assert_eq!(codes.all("main li code").len(), 10);
    assert_ne!(ada.cookies()["__Host-duet"], before, "another secret from here on");
    ada.follow(&codes, "I have kept them, go on").await.is(200).sees("Hello Ada");
    let mut old = duet.guest();
    old.set_cookie("__Host-duet", &before);
    old.get("/").await.sees("Welcome to Duet");

    // The next link is not enough by itself.
    wait(&duet, 30);
    let (mut again, there) = by_link(&duet).await;
    there.is(200).sees("One more step").sees_no("Rounds");
    all_lead_to(&again, "/confirmation", &OPEN).await;
    again.press(&there, "Cymraeg", &[]).await.sees("Un cam arall");
    let there = again.get("/confirmation").await;
    let there = again.press(&there, "English", &[]).await;
    again.press(&there, "Go on", &[("code", &code)]).await.is(422).sees("This code is wrong, or has been used.");
    let next = app.code_at(duet.clock().now());
    again.press(&there, "Go on", &[("Code from your app, or a recovery code", &next)]).await.sees("Hello Ada");
}

#[tokio::test]
async fn a_recovery_code_lets_them_in_once_and_lets_them_replace_what_they_lost() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    let code = steps::scanned(&there).code_at(duet.clock().now());
    let codes = ada.press(&there, "Set it up", &[("code", &code)]).await.all("main li code");
    ada.get("/factors").await.sees("You have 10 recovery codes left.").sees("so it stays").sees_no("Take it away");
    let (mut ada, there) = by_link(&duet).await;
    let upper = codes[3].to_uppercase().replace('-', " ");
    ada.press(&there, "Go on", &[("code", &upper)]).await.is(200).sees("Hello Ada");
    let (mut again, there) = by_link(&duet).await;
    again.press(&there, "Go on", &[("code", &codes[3])]).await.is(422).sees("This code is wrong, or has been used.");
    let list = ada.get("/factors").await;
    list.sees("You have 9 recovery codes left.");

    let page = ada.follow(&list, "Add a way to sign in").await;
    page.sees("A new one takes its place");
    let app = steps::scanned(&page);
    let done = ada.press(&page, "Set it up", &[("code", &app.code_at(duet.clock().now()))]).await;
    done.is(200).sees("App that shows codes").sees("You have 9 recovery codes left.");
    let made = ada.press(&done, "Make ten new codes, and end the old ones", &[]).await;
    let fresh = made.is(200).all("main li code");
    again.press(&there, "Go on", &[("code", &codes[4])]).await.is(422);
    again.press(&there, "Go on", &[("code", &fresh[0])]).await.is(200).sees("Hello Ada");
}

#[tokio::test]
async fn staff_keep_one_factor_at_least() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let refused = ada.post("/factors/code-app/removal", &[]).await;
    refused.is(403).sees("This is the only way left to show that it is you.");
    ada.get("/factors").await.sees("App that shows codes");
}

#[tokio::test]
async fn five_wrong_codes_and_then_one_each_ten_minutes_but_a_recovery_code_works() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    let app = steps::scanned(&there);
    let code = app.code_at(duet.clock().now());
    let codes = ada.press(&there, "Set it up", &[("code", &code)]).await.all("main li code");
    wait(&duet, 60);
    let (mut other, there) = by_link(&duet).await;
    for _ in 0..5 {
        other.press(&there, "Go on", &[("code", "000000")]).await.is(422).sees("This code is wrong");
    }
    let right = app.code_at(duet.clock().now());
    other.press(&there, "Go on", &[("code", &right)]).await.is(422).sees("You can try again in 10 minutes.");
    let (mut victim, there) = by_link(&duet).await;
    victim.press(&there, "Go on", &[("code", &codes[0])]).await.is(200).sees("Hello Ada");
    wait(&duet, 10 * 60);
    let right = app.code_at(duet.clock().now());
    other.press(&there, "Go on", &[("code", &right)]).await.is(200).sees("Hello Ada");
}

#[tokio::test]
async fn in_a_demo_it_is_offered_and_then_asked() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::goes_to_round(&mut priya, "Second round").await.is(200);
    let home = priya.get("/sign-ins").await;
    let list = priya.follow(&home, "How you sign in").await;
    list.is(200).sees("You have not set up a second step yet.");
    let page = priya.follow(&list, "Add a way to sign in").await;
    page.sees("From then on, nobody can sign in as you with a link alone.");
    let app = steps::scanned(&page);
    priya.press(&page, "Set it up", &[("code", &app.code_at(duet.clock().now()))]).await.is(200);
    let mut other = duet.guest();
    let door = other.post("/demo/sign-in", &[("address", cast::PRIYA)]).await;
    door.sees("One more step");
    let list = priya.get("/factors").await;
    priya
        .press(&list, "Take it away : App that shows codes", &[])
        .await
        .is(200)
        .sees("You have not set up a second step yet.");
    other.get("/").await.sees("Hello Priya");
}

#[tokio::test]
async fn nothing_in_the_database_is_a_secret_or_a_code() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    let app = steps::scanned(&there);
    let code = app.code_at(duet.clock().now());
    let codes = ada.press(&there, "Set it up", &[("code", &code)]).await.all("main li code");
    let viewer = duet.viewer(testkit::ADMINISTRATOR).await;
    let sealed = duet.store().read_outside(move |c| {
        let identity = factor::store::held(c, viewer)?.expect("an identity").identity;
        factor::store::app(c, identity)
    });
    let (sealed, _) = sealed.await.expect("a database").expect("an app");
    assert!(!sealed.windows(20).any(|part| part == app.bytes()), "the app's secret is sealed");
    let url = duet.database().url();
    if url.starts_with("postgres") {
        return;
    }
    let file = [url.to_owned(), format!("{url}-wal")].map(|path| std::fs::read(path).expect("a file")).concat();
    let has = |part: &[u8]| file.windows(part.len()).any(|window| window == part);
    assert!(has(&sealed), "the search can find what is there");
    let letters = app.words().replace(' ', "");
    let mut secrets = vec![app.bytes().to_vec(), letters.into_bytes(), ada.cookies()["__Host-duet"].clone().into()];
    secrets.extend(codes.iter().flat_map(|code| [code.clone().into_bytes(), code.replace('-', "").into_bytes()]));
    for secret in secrets {
        assert!(!has(&secret), "{} stands in the file", String::from_utf8_lossy(&secret));
    }
}

#[tokio::test]
async fn each_step_is_on_the_record_once() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    let code = steps::scanned(&there).code_at(duet.clock().now());
    let codes = ada.press(&there, "Set it up", &[("code", &code)]).await.all("main li code");
    let (mut ada, there) = by_link(&duet).await;
    ada.press(&there, "Go on", &[("code", "000000")]).await.is(422);
    ada.press(&there, "Go on", &[("code", &codes[0])]).await.is(200);
    let list = ada.get("/factors").await;
    ada.press(&list, "Make ten new codes, and end the old ones", &[]).await.is(200);
    let record = ada.get("/audit").await;
    for step in
        ["Set up an app for codes", "Typed a code that was wrong", "Used a recovery code", "Made new recovery codes"]
    {
        assert_eq!(record.words().matches(step).count(), 1, "{step}: {record:?}");
    }
    assert_eq!(record.words().matches("Signed in").count(), 2, "{record:?}");
}

#[tokio::test]
async fn who_makes_a_link_for_somebody_sets_up_no_factor_as_them() {
    // Who takes part, and who has a duty and must have one: both can come in by mail.
    let duet = TestDuet::real_with_mail().await;
    for (address, name) in [(cast::TOM, "Tom Farrow"), (cast::RUTH, "Ruth Adeyemi")] {
        let (mut maker, _) = by_a_made_link(&duet, address, name).await;
        let refused = maker.get("/factors/new").await;
        assert_eq!(refused.is(200).path(), "/confirmation?to=/factors/new");
        refused.sees("You came in with a link that somebody made for you.").sees("with a code by mail");
        for path in ["/factors", "/passkeys", "/passkeys/question"] {
            let page = maker.send(Method::POST, path, "application/x-www-form-urlencoded", Body::empty()).await;
            assert_eq!(page.status(), 303, "{path}");
            assert!(page.header("location").starts_with("/confirmation"), "{path}");
        }
        let viewer = duet.viewer(address).await;
        let held = duet.store().read_outside(move |c| factor::store::held(c, viewer)).await;
        assert_eq!(held.expect("a database").map_or(0, |held| held.count()), 0, "{name}");
    }
    // It shuts nobody out: Ruth comes in by mail, and sets one up.
    let (mut ruth, there) = arrives_by_mail(&duet, cast::RUTH).await;
    let code = steps::scanned(there.sees("Add a second step")).code_at(duet.clock().now());
    ruth.press(&there, "Set it up", &[("code", &code)]).await.is(200).sees("They are shown only now.");
    ruth.get("/").await.sees("Hello Ruth");
    // From then on a made link is not enough for anything.
    let (maker, there) = by_a_made_link(&duet, cast::RUTH, "Ruth Adeyemi").await;
    there.sees("One more step");
    all_lead_to(&maker, "/confirmation", &OPEN).await;
}

/// Signs in with the code of a mail, as far as that goes.
async fn arrives_by_mail(duet: &TestDuet, address: &'static str) -> (Visitor, Page) {
    let mut visitor = duet.guest();
    let front = visitor.get("/sign-in").await;
    let asking = visitor.press(&front, "Send me a code", &[("Your mail address", address)]).await;
    let code = steps::code_in(&duet.mails_to(address).await.first().expect("a mail").1);
    let there = visitor.press(&asking, "Sign in", &[("The six digits", &code)]).await;
    (visitor, there)
}

#[tokio::test]
async fn where_no_mail_leaves_a_made_link_lets_staff_set_up_the_one_they_must_have() {
    let duet = TestDuet::real().await;
    let (mut ruth, there) = by_a_made_link(&duet, cast::RUTH, "Ruth Adeyemi").await;
    let code = steps::scanned(there.sees("Add a second step")).code_at(duet.clock().now());
    ruth.press(&there, "Set it up", &[("code", &code)]).await.is(200).sees("They are shown only now.");
    // Nobody else needs one, and so nobody else does.
    let (mut tom, there) = by_a_made_link(&duet, cast::TOM, "Tom Farrow").await;
    there.sees("Hello Tom");
    tom.get("/factors/new").await.sees("Ask the person who runs your Duet.").sees_no("Set it up");
}

#[tokio::test]
async fn who_asked_for_a_page_comes_to_it_by_the_second_step() {
    let duet = TestDuet::empty().await;
    let (mut ada, there) = by_link(&duet).await;
    let app = steps::scanned(&there);
    ada.press(&there, "Set it up", &[("code", &app.code_at(duet.clock().now()))]).await.is(200);
    wait(&duet, 30);
    let (mut again, _) = by_link(&duet).await;
    let asked = again.get("/audit").await;
    let there = again.press(asked.sees("One more step"), "Go on", &[("code", &app.code_at(duet.clock().now()))]).await;
    assert_eq!(there.is(200).path(), "/audit");
}
