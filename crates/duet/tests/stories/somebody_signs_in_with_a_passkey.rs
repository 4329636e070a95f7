//! Somebody signs in by a passkey alone: something they have, that asks for what they are or know. What does not hold
//! is refused, all alike.

use duet::demo::cast;
use duet::person::{self, Membership, Viewer};
use duet::sign_in::open;
use duet::{factor, identity, organisation};
use jiff::SignedDuration;
use testkit::{Page, SoftPasskey, TestDuet, Visitor};

type Form = Vec<(&'static str, String)>;

async fn posts(visitor: &mut Visitor, path: &str, form: &Form) -> Page {
    let pairs: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post(path, &pairs).await
}

/// A browser in which somebody has opened a link, and no more.
pub(crate) async fn by_link(duet: &TestDuet, address: &'static str) -> Visitor {
    let viewer = duet.viewer(address).await;
    let secret = duet.store().write_outside(move |tx| open::open(tx, viewer)).await.expect("a sign-in");
    let mut visitor = duet.guest();
    visitor.set_cookie("__Host-duet", secret.reveal());
    visitor
}

/// Sets a fresh passkey up.
pub(crate) async fn adds(visitor: &mut Visitor) -> (SoftPasskey, Page) {
    let mut key = SoftPasskey::fresh();
    let question = visitor.post("/passkeys/question", &[]).await;
    let mut form = key.make(&question);
    form.push(("name", "Phone".to_owned()));
    let added = posts(visitor, "/passkeys", &form).await;
    (key, added)
}

async fn question(visitor: &mut Visitor) -> Page {
    visitor.post("/sign-ins/question", &[]).await
}

#[tokio::test]
async fn it_counts_as_both_steps() {
    let duet = TestDuet::real().await;
    let mut priya = by_link(&duet, cast::PRIYA).await;
    priya.get("/").await.sees("please set up a second step");
    let (mut key, added) = adds(&mut priya).await;
    assert_eq!(added.is(200).all("main li code").len(), 10, "{added:?}");
    priya.get("/").await.sees("Hello Priya");
    priya.get("/factors").await.sees("Passkey: Phone").sees("so it stays");

    let mut guest = duet.guest();
    let form = key.answer(&question(&mut guest).await);
    posts(&mut guest, "/sign-ins/passkey", &form).await.is(200).sees("Hello Priya");
    guest.get("/factors/new").await.is(200).sees("Add a second step");

    // With a link alone she is asked for it; so is everybody before a grave act.
    let mut other = by_link(&duet, cast::PRIYA).await;
    let asked = other.get("/").await;
    asked.sees("One more step");
    let form = key.answer(&question(&mut other).await);
    posts(&mut other, "/confirmation/passkey", &form).await.is(200).sees("Hello Priya");
    duet.clock().set(duet.clock().now() + SignedDuration::from_mins(10));
    other.get("/factors/new").await.sees("Is it you?");
    let mut form = key.answer(&question(&mut other).await);
    form.push(("to", "/factors/new".to_owned()));
    posts(&mut other, "/confirmation/passkey", &form).await.is(200).sees("Add a second step");
}

#[tokio::test]
async fn what_does_not_hold_is_refused() {
    let duet = TestDuet::real().await;
    let mut tom = by_link(&duet, cast::TOM).await;
    let (mut key, added) = adds(&mut tom).await;
    added.is(200);
    let mut guest = duet.guest();
    let refused = async |form: &Form, why: &str| {
        let mut stranger = duet.guest();
        let page = posts(&mut stranger, "/sign-ins/passkey", form).await;
        assert_eq!(page.status(), 409, "{why}: {page:?}");
        page.sees("This passkey did not work here.");
        assert!(stranger.cookies().is_empty(), "{why}");
    };

    let form = key.answer(&question(&mut guest).await);
    posts(&mut duet.guest(), "/sign-ins/passkey", &form).await.is(200).sees("Hello Tom");
    refused(&form, "an answer is taken once").await;

    key.verifies = false;
    refused(&key.answer(&question(&mut guest).await), "it did not ask its owner").await;
    key.verifies = true;
    key.origin = "https://duet.evil.example";
    refused(&key.answer(&question(&mut guest).await), "it was used on another site").await;
    key.origin = "https://duet.example";
    let uses = std::mem::replace(&mut key.uses, 1);
    refused(&key.answer(&question(&mut guest).await), "it says it was used less often than before: a copy").await;
    key.uses = uses;

    let mut form = key.answer(&question(&mut guest).await);
    form[0].1 = key.answer(&question(&mut guest).await)[0].1.clone();
    refused(&form, "it answers another question").await;
    let mut form = key.answer(&question(&mut guest).await);
    form[1].1 = form[1].1.replacen("\"signature\":\"ME", "\"signature\":\"MF", 1);
    refused(&form, "its signature was changed").await;
    let new = tom.post("/passkeys/question", &[]).await;
    refused(&key.answer(&new), "the question asks for a new passkey").await;
    let form = key.answer(&question(&mut guest).await);
    duet.clock().set(duet.clock().now() + SignedDuration::from_mins(5));
    refused(&form, "the question is too old").await;
    for bad in [vec![], vec![("question", String::new()), ("answer", "{}".to_owned())]] {
        refused(&bad, "there is no answer").await;
    }
    refused(&SoftPasskey::fresh().answer(&question(&mut guest).await), "nobody knows it").await;

    posts(&mut duet.guest(), "/sign-ins/passkey", &key.answer(&question(&mut guest).await)).await.sees("Hello Tom");
    let list = tom.get("/factors").await;
    let removal = list.attributes("ul.people form", "action").concat();
    tom.post(&removal, &[]).await.sees("You have not set up a second step yet.");
    refused(&key.answer(&question(&mut guest).await), "it was taken away").await;
}

#[tokio::test]
async fn nobody_confirms_or_adds_by_somebody_elses() {
    let duet = TestDuet::real().await;
    let (mut tom, mut gwen) = (by_link(&duet, cast::TOM).await, by_link(&duet, cast::GWEN).await);
    let (mut toms, _) = adds(&mut tom).await;
    let (mut gwens, _) = adds(&mut gwen).await;
    let mut arriving = by_link(&duet, cast::TOM).await;
    let form = gwens.answer(&question(&mut arriving).await);
    posts(&mut arriving, "/confirmation/passkey", &form).await.is(409).sees("This passkey did not work here.");
    arriving.get("/").await.sees("One more step");
    let form = toms.answer(&question(&mut arriving).await);
    posts(&mut arriving, "/confirmation/passkey", &form).await.sees("Hello Tom");

    // A question asked of one is not answered by another; a passkey is one person's.
    let asked = tom.post("/passkeys/question", &[]).await;
    let mut form = SoftPasskey::fresh().make(&asked);
    form.push(("name", "Mine".to_owned()));
    posts(&mut gwen, "/passkeys", &form).await.is(409);
    let asked = gwen.post("/passkeys/question", &[]).await;
    let mut form = toms.make(&asked);
    form.push(("name", "Mine".to_owned()));
    posts(&mut gwen, "/passkeys", &form).await.is(409).sees("This passkey is set up already.");
    let form = toms.answer(&question(&mut arriving).await);
    posts(&mut duet.guest(), "/sign-ins/passkey", &form).await.is(409);
}

#[tokio::test]
async fn sixty_four_send_one_answer_and_one_is_let_in() {
    let duet = TestDuet::real().await;
    let mut tom = by_link(&duet, cast::TOM).await;
    let (mut key, _) = adds(&mut tom).await;
    let form = key.answer(&question(&mut tom).await);
    let sent = tokio::task::LocalSet::new();
    let inside = std::rc::Rc::new(std::cell::Cell::new(0));
    for _ in 0..64 {
        let (mut guest, form, inside) = (duet.guest(), form.clone(), std::rc::Rc::clone(&inside));
        sent.spawn_local(async move {
            let page = posts(&mut guest, "/sign-ins/passkey", &form).await;
            assert!(page.status() < 500, "{page:?}");
            inside.set(inside.get() + usize::from(page.has("Hello Tom")));
        });
    }
    sent.await;
    assert_eq!(inside.get(), 1);
}

#[tokio::test]
async fn it_leads_to_an_organisation_whose_gate_is_open() {
    let duet = TestDuet::real().await;
    let mut tom = by_link(&duet, cast::TOM).await;
    let (mut key, _) = adds(&mut tom).await;
    // Another organisation knows him, and he was there last.
    duet.elsewhere("tom@elsewhere.example").await;
    let (here, there) = (duet.viewer(cast::TOM).await, elsewhere(&duet).await);
    let refused = duet.store().write_outside(move |tx| identity::store::link(tx, here, there)).await;
    assert!(matches!(refused, Err(kit::Error::Conflict(_))), "who has a factor there stays apart: {refused:?}");
    let linked = duet.store().write_outside(move |tx| {
        factor::remove::code_app(tx, there, false)?;
        identity::store::link(tx, here, there)
    });
    linked.await.expect("who has none is linked");
    duet.minutes_pass(1);
    duet.store().write_outside(move |tx| identity::store::opened(tx, there)).await.expect("a visit");
    let mut guest = duet.guest();
    let form = key.answer(&question(&mut guest).await);
    posts(&mut guest, "/sign-ins/passkey", &form).await.is(200).sees("Hello Ada");

    for (viewer, hello) in [(there, Some("Hello Tom")), (here, None)] {
        belongs(&duet, viewer, Membership::Suspended).await;
        let mut guest = duet.guest();
        let form = key.answer(&question(&mut guest).await);
        let page = posts(&mut guest, "/sign-ins/passkey", &form).await;
        match hello {
            Some(hello) => page.is(200).sees(hello),
            None => page.is(409).sees("This passkey did not work here."),
        };
    }
}

/// Who has the other organisation's address.
async fn elsewhere(duet: &TestDuet) -> Viewer {
    let found = duet.store().read_outside(|c| {
        let organisation = organisation::store::by_name(c, "Elsewhere")?.id;
        let known = person::store::by_address(&mut c.inside(organisation)?, "tom@elsewhere.example")?;
        Ok(Viewer { organisation, person: known.ok_or(kit::Error::NotFound)?.id })
    });
    found.await.expect("somebody known")
}

async fn belongs(duet: &TestDuet, viewer: Viewer, state: Membership) {
    let done = duet.store().write(viewer.organisation, move |tx| person::store::belong(tx, viewer.person, state));
    done.await.expect("somebody known");
}

#[tokio::test]
async fn it_leads_to_the_page_that_was_asked_for() {
    let duet = TestDuet::real().await;
    let mut tom = by_link(&duet, cast::TOM).await;
    let (mut key, _) = adds(&mut tom).await;
    let mut guest = duet.guest();
    for (next, there) in [("/sign-ins", "/sign-ins"), ("https://evil.example", "/")] {
        let mut form = key.answer(&question(&mut guest).await);
        form.push(("next", next.to_owned()));
        assert_eq!(posts(&mut guest, "/sign-ins/passkey", &form).await.is(200).path(), there);
    }
}
