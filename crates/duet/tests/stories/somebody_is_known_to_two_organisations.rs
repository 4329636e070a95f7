//! Somebody whom two organisations know goes from one to the other, once they have shown that the address is theirs.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use duet::organisation::OrganisationId;
use duet::person::PersonDraft;
use duet::scheme::Duty;
use duet::{identity, organisation, person, scheme, sign_in};
use testkit::{TestDuet, Visitor};

use crate::steps;

const OTHER: &str = "Museums of the North";

/// Another organisation that knows somebody by this address, as its administrator if they have a duty there.
pub(crate) async fn knows(duet: &TestDuet, address: &'static str, duty: bool) -> OrganisationId {
    let founded = duet.store().write_outside(|tx| organisation::store::found(tx, OTHER)).await;
    let other = founded.expect("an organisation");
    let added = duet.store().write(other, move |tx| {
        let draft = PersonDraft {
            name: "G. Morris".to_owned(),
            address: address.to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: kit::words::Language::English,
        };
        let person = person::store::add(tx, &draft)?;
        person::store::told(tx, person)?;
        if duty { scheme::store::appoint(tx, person, Duty::Administrator, None) } else { Ok(()) }
    });
    added.await.expect("a person");
    other
}

#[tokio::test]
async fn after_a_mail_the_other_is_offered_and_opened_and_both_are_on_one_home() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let other = knows(&duet, cast::GWEN, true).await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let home = gwen.get("/").await;
    let first = if home.has("Hello G.") { OTHER } else { cast::ORGANISATION };
    let second = if first == OTHER { cast::ORGANISATION } else { OTHER };
    home.sees(&format!("You are also known to {second}"));
    let opened = gwen.press(&home, &format!("Open it : {second}"), &[]).await;
    opened.is(200).sees("Elsewhere").sees(first).sees_no("You are also known to");
    // Both ways from here on, without another mail.
    let back = gwen.press(&opened, &format!("Open : {first}"), &[]).await;
    let libraries =
        if back.has("Second round") { back } else { gwen.press(&back, &format!("Open : {second}"), &[]).await };
    libraries.sees("Hello Gwen").sees(OTHER).sees("Nothing waits for you there.").sees_no("Open a scheme");
    let list = gwen.get("/organisations").await;
    assert_eq!(list.is(200).all("ul.people li").len(), 2);
    let museums = gwen.press(&list, &format!("Open : {OTHER}"), &[]).await;
    museums.sees("Hello G.").sees("Open a scheme").sees("Say yes or no to Lowri Hughes").sees_no("Second round");
    duet.store().read(other, move |c| person::store::by_address(c, cast::GWEN)).await.expect("there").expect("she");
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 1);
}

#[tokio::test]
async fn a_link_that_a_coordinator_made_proves_no_address() {
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get("/").await.sees("Hello Gwen").sees_no("You are also known to").sees_no(OTHER);
    gwen.get("/organisations").await.sees_no(OTHER);
    gwen.post(&format!("/organisations/{other}/opening"), &[]).await.is(404);
}

/// Comes in by a link that a coordinator makes for somebody whose letter waits.
async fn comes_in_by_a_made_link(duet: &TestDuet, name: &str) -> Visitor {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = priya.get("/letters").await;
    let letter = priya.follow(&letters, name).await;
    let made = priya.press(&letter, "Make a sign-in link", &[]).await;
    let path = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    let mut visitor = duet.guest();
    let page = visitor.get(&path).await;
    steps::goes_on(&mut visitor, &page, name).await.is(200).sees("Hello");
    visitor
}

#[tokio::test]
async fn who_makes_a_link_for_somebody_comes_no_further_by_it() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let other = knows(&duet, cast::GWEN, true).await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let here = gwen.get("/").await;
    let to = if here.has("Hello G.") { cast::ORGANISATION } else { OTHER };
    gwen.press(&here, &format!("Open it : {to}"), &[]).await.is(200);
    // She is linked to both; the coordinator of one uses the link herself.
    let mut priya = comes_in_by_a_made_link(&duet, "Gwen Morris").await;
    priya.get("/").await.sees("Hello Gwen").sees_no(OTHER).sees_no("Elsewhere");
    priya.get("/organisations").await.sees_no(OTHER);
    priya.post(&format!("/organisations/{other}/opening"), &[]).await.is(404);
    let asked = priya.post("/you/addresses", &[("address", "priya@private.example"), ("use", "second")]).await;
    asked.is(403).sees("You came in with a link that somebody made for you.");
    assert!(duet.mails_to("priya@private.example").await.is_empty());
}

#[tokio::test]
async fn of_64_who_use_a_printed_link_at_once_exactly_one_comes_in() {
    let duet = TestDuet::demo().await;
    let organisation = duet.organisation();
    for round in 0..3 {
        let known = duet.store().read(organisation, |c| person::store::by_address(c, cast::GWEN)).await;
        let viewer = person::Viewer { organisation, person: known.expect("a database").expect("Gwen").id };
        let made = duet.store().write_outside(move |tx| sign_in::open::make_link(tx, viewer, None, 1)).await;
        let path = format!("/sign-in/{}", made.expect("a link").reveal());
        let tries = (0..64).map(|_| {
            let (mut one, path) = (duet.guest(), path.clone());
            tokio::spawn(async move {
                one.send(Method::POST, &path, "application/x-www-form-urlencoded", Body::empty()).await;
                one.cookies().contains_key("__Host-duet")
            })
        });
        let mut winners = 0;
        for one in tries.collect::<Vec<_>>() {
            winners += u32::from(one.await.expect("nobody panics"));
        }
        assert_eq!(winners, 1, "in round {round}");
    }
}

#[tokio::test]
async fn nobody_opens_an_organisation_that_does_not_know_them() {
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    let mut tom = steps::signs_in_by_mail(&duet, cast::TOM).await;
    tom.get("/").await.sees_no(OTHER);
    let path = |id: String| format!("/organisations/{id}/opening");
    let foreign = tom.post(&path(other.to_string()), &[]).await;
    let nothing = tom.post(&path("01920000-0000-7000-8000-000000000000".to_owned()), &[]).await;
    assert_eq!(foreign.is(404).words(), nothing.is(404).words());
    tom.post(&path(duet.organisation().to_string()), &[]).await.is(404);
    tom.get("/").await.sees("Hello Tom");
}

#[tokio::test]
async fn the_old_secret_ends_with_the_step_and_of_64_steps_one_is_taken() {
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let to = if gwen.get("/").await.has("Hello G.") { duet.organisation() } else { other };
    let tries = (0..64).map(|_| {
        let (mut one, path) = (gwen.clone(), format!("/organisations/{to}/opening"));
        tokio::spawn(async move {
            let before = one.cookies().get("__Host-duet").cloned();
            one.send(Method::POST, &path, "application/x-www-form-urlencoded", Body::empty()).await;
            (one.cookies().get("__Host-duet").cloned() != before).then_some(one)
        })
    });
    let mut winners: Vec<Visitor> = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        winners.extend(one.await.expect("nobody panics"));
    }
    assert_eq!(winners.len(), 1);
    gwen.get("/rounds").await.sees_no("Sign out");
    winners[0].get("/").await.sees("Sign out");
}

#[tokio::test]
async fn who_is_already_somebody_there_becomes_one_unless_they_hold_more() {
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    // She used a printed link in each before: two identities so far.
    duet.sign_in(cast::GWEN).await;
    duet.sign_in_to(other, cast::GWEN).await;
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let home = gwen.get("/").await;
    let to = if home.has("Hello G.") { cast::ORGANISATION } else { OTHER };
    gwen.press(&home, &format!("Open it : {to}"), &[]).await.is(200).sees("Elsewhere").sees_no("Open it");

    // One that is somebody in a third place too stays apart, and can be opened all the same.
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    duet.sign_in(cast::GWEN).await;
    duet.sign_in_to(other, cast::GWEN).await;
    let (here, third) = (duet.organisation(), knows(&duet, "gwen@home.example", false).await);
    let linked = duet.store().write_outside(move |tx| {
        let of = |tx: &mut kit::db::OutsideTx<'_>, organisation, address| {
            let known = person::store::by_address(&mut tx.inside(organisation)?, address)?;
            Ok::<_, kit::Error>(person::Viewer { organisation, person: known.ok_or(kit::Error::NotFound)?.id })
        };
        let (there, also) = (of(tx, other, cast::GWEN)?, of(tx, third, "gwen@home.example")?);
        identity::store::link(tx, there, also)
    });
    linked.await.expect("a link");
    let mut gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
    let home = gwen.get("/").await;
    let there = home.has("Hello G.");
    let opened = gwen.post(&format!("/organisations/{}/opening", if there { here } else { other }), &[]).await;
    opened.is(200).sees(if there { "Hello Gwen" } else { "Hello G." }).sees("You are also known to");
    let back = gwen.post(&format!("/organisations/{}/opening", if there { other } else { here }), &[]).await;
    back.is(200).sees(if there { "Hello G." } else { "Hello Gwen" });
}

#[tokio::test]
async fn the_one_they_were_in_last_opens_first() {
    let duet = TestDuet::demo().await;
    let other = knows(&duet, cast::GWEN, false).await;
    for (at, hello) in [(other, "Hello G."), (duet.organisation(), "Hello Gwen"), (other, "Hello G.")] {
        duet.minutes_pass(61);
        let known = duet.store().read(at, |c| person::store::by_address(c, cast::GWEN)).await.expect("a database");
        let viewer = person::Viewer { organisation: at, person: known.expect("known there").id };
        duet.store().write_outside(move |tx| sign_in::open::open(tx, viewer)).await.expect("a sign-in");
        duet.minutes_pass(1);
        steps::signs_in_by_mail(&duet, cast::GWEN).await.get("/").await.sees(hello);
    }
}
