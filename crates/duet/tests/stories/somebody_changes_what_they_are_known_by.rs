//! Somebody changes their name and the addresses that sign them in; and takes them back when it was not they.

use axum::body::Body;
use axum::http::Method;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const NEW: &str = "gwen@new.example";
const FORM: &str = "application/x-www-form-urlencoded";

async fn asks(gwen: &mut Visitor, address: &str, what_for: &str) -> Page {
    let you = gwen.get("/you").await;
    let new = [("New address", address), ("What is it for?", what_for)];
    gwen.press(&you, "Send me a code", &new).await
}

async fn newest_code(duet: &TestDuet, address: &'static str) -> String {
    steps::code_in(&duet.mails_to(address).await.first().expect("a mail").1)
}

/// Takes an address on, code and all.
async fn takes_on(duet: &TestDuet, gwen: &mut Visitor, address: &'static str, what_for: &str) -> Page {
    duet.minutes_pass(1);
    let asking = asks(gwen, address, what_for).await;
    asking.is(200).sees(&format!("A mail is on its way to {address}."));
    let code = newest_code(duet, address).await;
    gwen.press(&asking, "This address is mine", &[("The six digits", &code)]).await
}

async fn asks_to_sign_in(duet: &TestDuet, address: &str) {
    let mut guest = duet.guest();
    guest.post("/sign-in", &[("address", address)]).await.is(200);
}

#[tokio::test]
async fn a_name_stays_as_its_person_writes_it() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let you = gwen.get("/you").await;
    gwen.press(&you, "Save the name", &[("Name", "")]).await.is(422).sees("Please fill this in");
    gwen.press(&you, "Save the name", &[("Name", "Gwenllian Morris")]).await.is(200).sees("Gwenllian Morris");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let asking = priya.get(&format!("{}/import", round.path())).await;
    let people = steps::brings_in(&mut priya, &asking, cast::MENTORS, cast::MENTEES).await;
    people.is(200).sees("Gwenllian Morris").sees_no("Gwen Morris");
}

#[tokio::test]
async fn a_new_address_takes_the_place_of_the_one_before() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let you = takes_on(&duet, &mut gwen, NEW, "For letters, in place of the one before").await;
    you.is(200).sees(&format!("{NEW} Letters go here.")).sees(&format!("{} From before.", cast::GWEN));
    let warning = duet.mails_to(cast::GWEN).await.remove(0);
    assert_eq!(warning.0, "Your addresses in Duet have changed");
    assert!(!warning.1.contains(NEW), "the warning says nothing of the new one");
    // The new one signs in, the old one does not, and neither is told apart by who asks.
    steps::signs_in_by_mail(&duet, NEW).await.get("/").await.sees("Hello Gwen");
    asks_to_sign_in(&duet, cast::GWEN).await;
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 1, "only the warning");
    // The office's spreadsheet still has the old one, and finds her.
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let asking = priya.get(&format!("{}/import", round.path())).await;
    let people = steps::brings_in(&mut priya, &asking, cast::MENTORS, cast::MENTEES).await;
    people.is(200).sees("Nobody new applied.");
}

#[tokio::test]
async fn a_second_address_signs_in_too_until_it_is_removed() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    takes_on(&duet, &mut gwen, NEW, "To sign in as well").await.is(200).sees(&format!("{NEW} Signs you in too."));
    steps::signs_in_by_mail(&duet, NEW).await.get("/").await.sees("Hello Gwen");
    steps::signs_in_by_mail(&duet, cast::GWEN).await.get("/").await.sees("Hello Gwen");
    asks(&mut gwen, NEW, "second").await.is(422).sees("This address signs you in already");
    let you = gwen.get("/you").await;
    let you = gwen.press(&you, &format!("Send letters here : {NEW}"), &[]).await;
    you.sees(&format!("{NEW} Letters go here.")).sees(&format!("{} Signs you in too.", cast::GWEN));
    gwen.post("/you/addresses/removal", &[("address", NEW)]).await.is(409).sees("Letters go to this address.");
    let you = gwen.press(&you, &format!("Remove : {}", cast::GWEN), &[]).await;
    let you = you.sees("From before.");
    let you = gwen.press(you, &format!("Remove : {}", cast::GWEN), &[]).await;
    you.sees_no(cast::GWEN);
    duet.minutes_pass(61);
    let before = duet.mails_to(cast::GWEN).await.len();
    asks_to_sign_in(&duet, cast::GWEN).await;
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), before);
}

#[tokio::test]
async fn who_took_an_account_over_is_put_out_from_the_address_of_before() {
    let duet = TestDuet::demo().await;
    let (mut gwen, mut thief) = (duet.sign_in(cast::GWEN).await, duet.sign_in(cast::GWEN).await);
    for what_for in ["second", "main"] {
        takes_on(&duet, &mut thief, NEW, what_for).await.is(200);
        let link = steps::link_in(&duet.mails_to(cast::GWEN).await[0].1);
        thief = steps::signs_in_by_mail(&duet, NEW).await;
        // A scanner looks, and nothing happens.
        let mut guest = duet.guest();
        for _ in 0..3 {
            guest.send(Method::HEAD, &link, "", Body::empty()).await.is(200);
            guest.get(&link).await.is(200).sees("Put your addresses back").sees_no("Gwen").sees_no(NEW);
        }
        thief.get("/").await.sees("Hello Gwen");
        let page = guest.get(&link).await;
        guest.press(&page, "Put them back", &[]).await.is(200).sees("Your addresses are back");
        thief.get("/").await.sees_no("Hello Gwen");
        gwen.get("/").await.sees_no("Hello Gwen");
        let mails = duet.mails_to(NEW).await.len();
        asks_to_sign_in(&duet, NEW).await;
        assert_eq!(duet.mails_to(NEW).await.len(), mails, "the added address leads nowhere");
        guest.post(&link, &[]).await.is(409).sees("This link does not work any more.");
        guest.get(&link).await.is(409);
        duet.minutes_pass(61);
        gwen = steps::signs_in_by_mail(&duet, cast::GWEN).await;
        gwen.get("/you").await.sees(&format!("{} Letters go here.", cast::GWEN)).sees_no(NEW);
        thief = duet.sign_in(cast::GWEN).await;
    }
}

#[tokio::test]
async fn a_change_can_be_undone_for_seven_days() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    takes_on(&duet, &mut gwen, NEW, "main").await.is(200);
    let link = steps::link_in(&duet.mails_to(cast::GWEN).await[0].1);
    duet.days_pass(6);
    duet.guest().get(&link).await.is(200);
    duet.days_pass(1);
    let dead = duet.guest().get(&link).await;
    let nothing = format!("{}.{}", duet.organisation(), "0".repeat(64));
    for other in [nothing.as_str(), "0", "01920000-0000-7000-8000-000000000000.0"] {
        let page = duet.guest().get(&format!("/you/undo/{other}")).await;
        assert_eq!(page.is(409).words(), dead.is(409).words());
    }
}

#[tokio::test]
async fn a_code_is_worth_something_to_who_asked_and_no_one_learns_who_is_known() {
    let duet = TestDuet::demo().await;
    let (mut gwen, mut tom) = (duet.sign_in(cast::GWEN).await, duet.sign_in(cast::TOM).await);
    // Somebody else's address and nobody's: the same page, and a mail to each.
    let theirs = asks(&mut gwen, cast::TOM, "second").await;
    let nobodys = asks(&mut gwen, NEW, "second").await;
    let but_for = |page: &Page, address: &str| page.text().replace(page.path(), "").replace(address, "");
    assert_eq!(but_for(&theirs, cast::TOM), but_for(&nobodys, NEW));
    // Tom does not type the code that came to him into her page; if he told it to her, he is the one known by it.
    let code = newest_code(&duet, cast::TOM).await;
    duet.minutes_pass(1);
    let path = theirs.path().to_owned();
    tom.post(&path, &[("code", &code)]).await.is(404);
    tom.get(&path).await.is(404);
    gwen.post(&path, &[("code", &code)]).await.is(409).sees("Somebody else here signs in with this address.");
    // In another browser of hers it is worth nothing.
    let code = newest_code(&duet, NEW).await;
    let mut other = duet.sign_in(cast::GWEN).await;
    other.post(nobodys.path(), &[("code", &code)]).await.is(422).sees("You can try 4 more times");
    for left in ["3 more times", "2 more times", "once more"] {
        other.post(nobodys.path(), &[("code", &code)]).await.is(422).sees(left);
    }
    other.post(nobodys.path(), &[("code", &code)]).await.is(409);
    gwen.post(nobodys.path(), &[("code", &code)]).await.is(409).sees("This code does not work any more.");
    asks(&mut gwen, "third@new.example", "second").await.is(200);
    asks(&mut gwen, "fourth@new.example", "second").await.is(409).sees("You asked for three codes within an hour.");
}

#[tokio::test]
async fn nobody_touches_anothers_addresses() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    for path in ["/you/addresses/removal", "/you/addresses/letters"] {
        let foreign = gwen.post(path, &[("address", cast::TOM)]).await;
        let nothing = gwen.post(path, &[("address", "nobody@nowhere.example")]).await;
        assert_eq!(foreign.is(404).text(), nothing.is(404).text());
    }
    steps::signs_in_by_mail(&duet, cast::TOM).await;
}

#[tokio::test]
async fn of_64_right_codes_and_64_undoings_exactly_one_counts() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let asking = asks(&mut gwen, NEW, "main").await;
    let body = format!("code={}", newest_code(&duet, NEW).await);
    assert_eq!(parallel(&gwen, asking.path(), &body, 303).await, 1);
    assert_eq!(duet.mails_to(cast::GWEN).await.len(), 1, "one warning");
    let link = steps::link_in(&duet.mails_to(cast::GWEN).await[0].1);
    assert_eq!(parallel(&duet.guest(), &link, "", 200).await, 1);
}

/// How many of 64 posts at once get this answer; the others are refused.
async fn parallel(visitor: &Visitor, path: &str, body: &str, status: u16) -> usize {
    let tries = (0..64).map(|_| {
        let (mut one, path, body) = (visitor.clone(), path.to_owned(), body.to_owned());
        tokio::spawn(async move { one.send(Method::POST, &path, FORM, Body::from(body)).await.status() })
    });
    let mut answers = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        answers.push(one.await.expect("nobody panics"));
    }
    assert!(answers.iter().all(|answer| *answer == status || *answer == 409), "{answers:?}");
    answers.into_iter().filter(|answer| *answer == status).count()
}
