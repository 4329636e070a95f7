//! Before somebody types anything, they are shown what is kept of them, why and for how long; and they find it again at
//! any time, signed in or not.

use duet::demo::cast;
use duet::person;
use testkit::{TestDuet, Visitor};

use crate::steps;

const NOTICE: [(&str, &str); 5] = [
    ("Who answers for what is kept?", "Gwynedd Libraries"),
    ("How do people reach them?", "privacy@gwynedd.example"),
    ("On what ground does the law allow it?", "A public task"),
    ("months", "18"),
    ("complaints", "the Information Commissioner, ico.org.uk"),
];

/// A fresh link's page, in a browser that has never been here.
async fn opens_a_link(duet: &TestDuet, address: &'static str) -> (Visitor, testkit::Page) {
    let viewer = duet.viewer(address).await;
    let made = duet.store().write_outside(move |tx| duet::sign_in::open::make_link(tx, viewer, None, 1)).await;
    let mut visitor = duet.guest();
    let page = visitor.get(&format!("/sign-in/{}", made.expect("a link").reveal())).await;
    (visitor, page)
}

async fn told_at(duet: &TestDuet, address: &'static str) -> Option<String> {
    let viewer = duet.viewer(address).await;
    let read = duet.store().read(viewer.organisation, move |c| person::store::get(c, viewer.person)).await;
    read.expect("somebody").notice_at.map(|at| at.to_string())
}

#[tokio::test]
async fn nothing_opens_before_it_was_shown_and_then_it_is_written_down() {
    let duet = TestDuet::demo().await;
    let (mut aled, page) = opens_a_link(&duet, steps::ALED).await;
    assert_eq!(told_at(&duet, steps::ALED).await, None);
    let shown = aled.press(&page, "Sign in as Aled Vaughan", &[]).await;
    shown.is(200).sees("Before you write anything here").sees("privacy@libraries.example").sees("24 months");
    shown.sees("You agree to nothing by going on.").sees_no("Rounds");
    let led = aled.get("/you").await;
    assert!(led.has("Before you write anything here"), "{led:?}");
    let refused = aled.post("/you/name", &[("name", "Somebody Else")]).await;
    assert!(refused.has("Before you write anything here"), "{refused:?}");
    assert_eq!(told_at(&duet, steps::ALED).await, None, "looking is not yet having gone on");
    let there = aled.press(&led, "Go on", &[]).await;
    assert_eq!(there.is(200).path(), "/you", "back to where they were going");
    there.sees("Aled Vaughan").sees_no("Somebody Else");
    assert_eq!(told_at(&duet, steps::ALED).await.as_deref(), Some("2026-11-03T10:00:00Z"));
    duet.days_pass(1);
    let (mut again, page) = opens_a_link(&duet, steps::ALED).await;
    again.press(&page, "Sign in as Aled Vaughan", &[]).await.sees("Hello Aled");
    aled.post("/notices/reading", &[]).await.is(200);
    assert_eq!(told_at(&duet, steps::ALED).await.as_deref(), Some("2026-11-03T10:00:00Z"), "the first time counts");
    let noted = duet.asked("select cast(count(*) as text) from audit a join person p on p.id = a.subject where a.act = 'notice.shown' and p.name = 'Aled Vaughan'").await;
    assert_eq!(noted, ["1"]);
    again.get("/me").await.sees("Shown what is kept");
}

#[tokio::test]
async fn an_administrator_says_who_answers_for_it_and_is_reminded_until_then() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let home = ada.get("/").await;
    home.sees("Say who answers for what is kept");
    ada.get("/notices")
        .await
        .is(200)
        .sees("Your organisation has not written this down yet.")
        .sees_no("Our organisation");
    let form = ada.follow(&home, "Write it down").await;
    form.is(200).sees("Two things are missing").sees("I ddod â phobl at ei gilydd");
    assert_eq!(form.attributes("#controller", "value"), ["Our organisation"]);
    let empty = ada.press(&form, "Look at how it reads", &[("How do people reach them?", "")]).await;
    empty.is(422).sees("Please fill this in");
    assert_eq!(empty.attributes("#controller", "value"), ["Our organisation"]);
    let long = ada.press(&form, "Look at how it reads", &[("contact", "a@b.example"), ("months", "121")]).await;
    long.is(422).sees("Enter a whole number from 1 to 120");
    assert_eq!(long.attributes("#contact", "value"), ["a@b.example"]);
    let check = ada.press(&empty, "Look at how it reads", &NOTICE).await;
    check.is(200).sees("Check, then tell everybody").sees("Gwynedd Libraries").sees("18 months").sees("18 mis");
    assert_eq!(check.attributes("article.letter", "lang"), ["en", "cy"]);
    assert_eq!(duet.asked("select cast(count(*) as text) from notice").await, ["0"], "nothing has changed yet");
    let changed = ada.press(&check, "Change it", &[]).await;
    assert_eq!(changed.attributes("#controller", "value"), ["Gwynedd Libraries"]);
    let saved = steps::writes_the_notice(&mut ada, &changed, &[]).await;
    saved.is(200).sees("Gwynedd Libraries").sees("privacy@gwynedd.example").sees("18 months").sees("public task");
    saved.sees("Written on 3 November 2026.");
    ada.get("/").await.sees_no("Say who answers for what is kept");
    duet.days_pass(1);
    let again = ada.follow(&saved, "Write what people are told").await;
    again.sees_no("Two things are missing");
    steps::writes_the_notice(&mut ada, &again, &[("controller", "Gwynedd Council")]).await.sees("Gwynedd Council");
    assert_eq!(duet.asked("select cast(count(*) as text) from notice").await, ["2"], "the one before stays");
    ada.get("/audit").await.sees("Wrote what people are told about what is kept");
    let mut guest = duet.guest();
    guest.get("/notices").await.is(200).sees("Gwynedd Council").sees_no("Write what people are told");
    duet.sign_in(testkit::ADMINISTRATOR).await.get("/people").await.is(200);
}

#[tokio::test]
async fn a_newer_one_is_shown_once_more_with_what_changed() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let form = aled.get("/you").await;
    duet.days_pass(1);
    let mut priya = writes(&duet, "dpo@libraries.example", "12").await;
    priya.get("/rounds").await.is(200).sees("Second round");
    // What he had before him when it changed is taken; the next page is the notice.
    let shown = aled.press(&form, "Save the name", &[("name", "Aled W. Vaughan")]).await;
    shown.is(200).sees("Your organisation has changed what it says here").sees("dpo@libraries.example");
    shown.sees("You last saw this page on 3 November 2026").sees("privacy@libraries.example").sees("24 months");
    shown.sees("Aled W. Vaughan").sees_no("Where to complain");
    let refused = aled.get("/me/everything.json").await;
    refused.is(200).sees("Your organisation has changed what it says here");
    // Another is written while he reads: that is the one he is shown.
    duet.days_pass(1);
    writes(&duet, "dpo@libraries.example", "9").await;
    let again = aled.press(&shown, "Go on", &[]).await;
    again.is(200).sees("Your organisation has changed what it says here").sees("9 months");
    assert_eq!(aled.press(&again, "Go on", &[]).await.is(200).path(), "/you");
    aled.get("/").await.is(200).sees("Hello Aled");
    assert_eq!(told_at(&duet, steps::ALED).await.as_deref(), Some("2026-11-05T10:00:00Z"));
    let noted = "select cast(count(*) as text) from audit a join person p on p.id = a.subject where a.act = 'notice.shown' and p.name = 'Aled W. Vaughan'";
    assert_eq!(duet.asked(noted).await, ["1"], "only what he was shown to the end");
    // The same again is no other.
    writes(&duet, "dpo@libraries.example", "9").await;
    aled.get("/").await.is(200).sees("Hello Aled");
    assert_eq!(duet.asked("select cast(count(*) as text) from notice").await, ["3"]);
}

#[tokio::test]
async fn who_was_here_before_anything_was_written_is_shown_it() {
    let duet = TestDuet::empty().await;
    let (mut ada, mut other) = (duet.administrator().await, duet.guest());
    let administrators = ada.get("/administrators").await;
    let new = [("name", "Nia Second"), ("address", "nia@office.example")];
    ada.press(&administrators, "Make them an administrator", &new).await.is(200);
    let nia = duet.sign_in("nia@office.example").await;
    other.set_cookie("__Host-duet", &nia.cookies()["__Host-duet"]);
    other.get("/people").await.is(200).sees_no("What is new");
    let form = ada.get("/notices/wording").await;
    steps::writes_the_notice(&mut ada, &form, &NOTICE).await.is(200);
    other.get("/people").await.is(200).sees("nobody had written down who answers").sees("Gwynedd Libraries");
}

async fn writes(duet: &TestDuet, contact: &str, months: &str) -> Visitor {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let form = priya.get("/notices/wording").await;
    let said = [("contact", contact), ("months", months)];
    steps::writes_the_notice(&mut priya, &form, &said).await.is(200).sees(contact);
    priya
}

#[tokio::test]
async fn where_several_organisations_are_each_is_found_by_its_own_link_and_none_is_named() {
    let duet = TestDuet::demo().await;
    duet.elsewhere("dilys@elsewhere.example").await;
    let mut guest = duet.guest();
    guest.get("/notices").await.is(200).sees("Several organisations").sees_no("Elsewhere").sees_no("Libraries");
    let own = format!("/notices/{}", duet.organisation());
    guest.get(&own).await.is(200).sees("privacy@libraries.example");
    guest.get("/notices/01920000-0000-7000-8000-000000000000").await.is(404);
    guest.get("/notices/none").await.is(404);
    let mut aled = duet.sign_in(steps::ALED).await;
    let home = aled.get("/").await;
    assert_eq!(aled.follow(&home, "What is kept of you, and why").await.path(), own);
}

#[tokio::test]
async fn only_an_administrator_writes_it() {
    let duet = TestDuet::demo().await;
    for address in [cast::RUTH, cast::HELEN, cast::GWEN, steps::ALED] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get("/notices/wording").await.is(404);
        visitor.post("/notices/wording", &[("controller", "Mine")]).await.is(404);
    }
}

#[tokio::test]
async fn the_first_letter_says_where_it_stands() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/rounds").await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    let at = format!("https://duet.example/notices/{}", duet.organisation());
    letter.sees("What is kept of you here, and why:").sees(&at);
    let mail = priya.post(&format!("{}/mail", letter.path()), &[]).await;
    assert!(mail.text().replace("=\r\n", "").contains(&at), "{mail:?}");
    duet.sign_in(steps::ALED).await;
    priya.get(letter.path()).await.sees_no("What is kept of you here");
}

#[tokio::test]
async fn a_letter_that_goes_by_itself_says_it_too() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    duet.sign_in(steps::ELIN).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let tell = steps::goes_to_pairs(&mut priya).await.link("Go on to telling them");
    priya.post(&tell, &[]).await.is(200);
    duet.minutes_pass(15);
    duet.works().await;
    let at = format!("https://duet.example/notices/{}", duet.organisation());
    assert!(mailbox.taken_for(steps::ALED)[0].text().contains(&at));
    assert!(!mailbox.taken_for(steps::ELIN)[0].text().contains(&at), "she was shown it");
}

#[tokio::test]
async fn whoever_brings_people_in_reads_that_they_must_be_told() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::opens_a_round(&mut priya).await.sees("Tell everybody in the files that you bring their details in.");
}
