//! With a mail server, letters go out by themselves: held for a while, tried again, and listed when they come back.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const ALED: &str = steps::ALED;

/// Tells the pairs of the demo's second round; the coordinator stands before the pairs, which are held.
async fn tells(priya: &mut Visitor) -> Page {
    let pairs = steps::goes_to_pairs(priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    check.sees("The letters wait for 15 minutes. Until then nobody sees anything, and you can take it back.");
    priya.press(&check, "Tell them now", &[]).await
}

/// The words that stand beside somebody's letter on the page of letters.
fn state(letters: &Page, name: &str) -> String {
    let row = letters.all("tbody tr").into_iter().find(|row| row.contains(name));
    row.unwrap_or_else(|| panic!("no letter to {name} on {letters:?}"))
}

#[tokio::test]
async fn they_are_held_for_fifteen_minutes_and_then_go_once_each() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut aled = duet.sign_in(ALED).await;
    let home = aled.get("/").await;
    aled.press(&home, "Cymraeg", &[]).await.is(200);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    tells(&mut priya).await.is(200).sees("Nobody has been told yet. The letters go at 10:15.");
    let letters = priya.get("/letters").await;
    letters.sees("No letters wait to be sent.").sees("Letters go out by themselves.");
    assert!(state(&letters, "Aled Vaughan").contains("Waits until 10:15"));
    duet.minutes_pass(14);
    assert_eq!(duet.works().await, 0);
    aled.get("/").await.sees_no("Elin Prosser");

    duet.minutes_pass(1);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 21);
    duet.works().await;
    duet.days_pass(1);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 21, "none goes twice");
    aled.get("/").await.sees("Elin Prosser");
    let letters = duet.sign_in(cast::PRIYA).await.get("/letters").await;
    assert!(state(&letters, "Aled Vaughan").contains("Sent"));
    let mail = &mailbox.taken_for(ALED)[0];
    assert!(mail.text().contains("Annwyl Aled Vaughan,\n"), "{}", mail.text());
    assert!(mail.text().contains("Beth ddaeth â’r ddau ohonoch at eich gilydd:"), "{}", mail.text());
    assert_eq!(mail.header("Reply-To"), "\"Priya Nair\" <priya.nair@libraries.example>");
    assert_eq!(
        (mail.header("Auto-Submitted"), mail.header("Content-Language")),
        ("auto-generated".into(), "cy".into())
    );
}

#[tokio::test]
async fn until_then_it_is_taken_back_whole() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let held = tells(&mut priya).await;
    duet.sign_in(cast::RUTH).await.get(held.path()).await.sees("Nobody has been told yet.").sees_no("Tell nobody yet");
    let back = priya.press(&held, "Tell nobody yet", &[]).await;
    back.is(200).sees("Nobody has been told.").sees("Go on to telling them").sees_no("The letters go at");
    priya.get("/letters").await.sees("No letters wait to be sent.").sees_no("Second round");
    steps::goes_to_round(&mut priya, "Second round").await.sees("Telling them To do");
    duet.minutes_pass(60);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 0);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/audit").await.sees("Took back telling the pairs, before anybody was told");
    // As if it had never been: it can be told again, to all of them.
    tells(&mut priya).await.is(200);
    duet.minutes_pass(15);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 21);
}

#[tokio::test]
async fn once_they_go_it_cannot_be_taken_back() {
    let (duet, _mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let held = tells(&mut priya).await;
    duet.minutes_pass(15);
    let late = priya.press(&held, "Tell nobody yet", &[]).await;
    late.is(409).sees("These pairs have been told. It cannot be taken back any more.");
    duet.works().await;
    priya.press(&held, "Tell nobody yet", &[]).await.is(409);
    priya.get(held.path()).await.sees("These pairs have been told").sees_no("Tell nobody yet");
    duet.sign_in(ALED).await.get("/").await.sees("Say yes or no to Elin Prosser");
}

#[tokio::test]
async fn who_was_never_here_gets_a_link_and_who_was_the_address() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    duet.sign_in(steps::ELIN).await;
    tells(&mut duet.sign_in(cast::PRIYA).await).await;
    duet.minutes_pass(15);
    duet.works().await;
    let known = mailbox.taken_for(steps::ELIN)[0].text();
    assert!(known.contains("You can sign in here:\nhttps://duet.example\n"), "{known}");
    let new = mailbox.taken_for(ALED)[0].text();
    let link = new.lines().find_map(|line| line.strip_prefix("https://duet.example")).expect("a link").to_owned();
    let mut aled = duet.guest();
    let page = aled.get(&link).await;
    steps::goes_on(&mut aled, &page, "Aled Vaughan").await.sees("Say yes or no to Elin Prosser");
}

#[tokio::test]
async fn what_the_other_side_puts_off_is_tried_again_under_the_same_id() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    tells(&mut priya).await;
    mailbox.says(ALED, "450 4.7.1 greylisted <aled.vaughan@gwydion.example>");
    mailbox.says(ALED, "421 4.3.2 closing");
    duet.minutes_pass(15);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 20);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = priya.get("/letters").await;
    assert!(state(&letters, "Aled Vaughan").contains("Will be tried again"));
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    letter.sees("The mail server asked us to try again later (450). Duet does that for five days.");
    for _ in 0..6 {
        duet.minutes_pass(10);
        duet.works().await;
    }
    assert_eq!(mailbox.taken_for(ALED).len(), 1);
    let id = letter.path().rsplit('/').next().unwrap_or_default().to_owned();
    assert_eq!(mailbox.taken_for(ALED)[0].header("Message-ID"), format!("<{id}@duet.example>"));
    let letters = duet.sign_in(cast::PRIYA).await.get("/letters").await;
    assert!(state(&letters, "Aled Vaughan").contains("Sent"));
}

#[tokio::test]
async fn what_comes_back_is_listed_at_once_with_what_to_do() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    tells(&mut priya).await;
    mailbox.says(ALED, "550 5.1.1 no such user");
    duet.minutes_pass(15);
    duet.works().await;
    duet.days_pass(6);
    duet.works().await;
    assert_eq!(mailbox.taken_for(ALED).len(), 0, "it is not tried again");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/").await.sees("1 letter waits to be sent");
    let letters = priya.get("/letters").await;
    letters.sees("1 letter waits to be sent.");
    assert!(state(&letters, "Aled Vaughan").contains("Came back"));
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    letter.sees("The mail server on the other side does not take mail for this address (550).");
    letter.sees("Check the address with the person.");
    priya.press(&letter, "Mark as sent", &[]).await.sees("No letters wait to be sent.");
}

#[tokio::test]
async fn a_day_without_a_mail_server_loses_nothing() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    tells(&mut duet.sign_in(cast::PRIYA).await).await;
    mailbox.set_down(true);
    for _ in 0..24 * 6 {
        duet.minutes_pass(10);
        duet.works().await;
    }
    assert_eq!(mailbox.taken().len(), 0);
    mailbox.set_down(false);
    for _ in 0..4 * 6 {
        duet.minutes_pass(10);
        duet.works().await;
    }
    let mut ids: Vec<String> = mailbox.taken().iter().map(|mail| mail.header("Message-ID")).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((mailbox.taken().len(), ids.len()), (21, 21), "none lost, none twice");
}

#[tokio::test]
async fn what_no_server_takes_for_five_days_comes_back() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    tells(&mut priya).await;
    mailbox.set_down(true);
    for _ in 0..6 * 24 {
        duet.minutes_pass(60);
        duet.works().await;
    }
    mailbox.set_down(false);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/letters").await.sees("21 letters wait to be sent.").sees("Came back");
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 0);
}

#[tokio::test]
async fn what_can_wait_comes_once_a_day() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let logs = async |gwen: &mut Visitor, minutes: &str| {
        let form = gwen.get(&format!("{pair}/sessions/new")).await;
        gwen.press(&form, "Save the session", &[("minutes", minutes), ("way", "online")]).await.is(200);
    };
    logs(&mut gwen, "30").await;
    logs(&mut gwen, "45").await;
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 0, "they wait until five o’clock");
    duet.minutes_pass(7 * 60);
    duet.works().await;
    let first = mailbox.taken_for(cast::TOM);
    assert_eq!(
        (first.len(), mailbox.taken().len()),
        (1, 1),
        "one mail for two things, and none to who wrote them down"
    );
    assert_eq!(first[0].header("Subject"), "2 things are new for you");
    assert_eq!(first[0].text().matches("Gwen Morris wrote down a session with you").count(), 2, "{}", first[0].text());

    // The next day’s is late by a day: that day has one mail, and what is new then waits for the next.
    logs(&mut gwen, "50").await;
    duet.days_pass(1);
    mailbox.set_down(true);
    duet.works().await;
    logs(&mut gwen, "55").await;
    for _ in 0..23 {
        duet.minutes_pass(60);
        duet.works().await;
    }
    mailbox.set_down(false);
    for _ in 0..3 {
        duet.minutes_pass(60);
        duet.works().await;
    }
    assert_eq!(mailbox.taken_for(cast::TOM).len(), 2, "one on that day");
    assert_eq!(mailbox.taken_for(cast::TOM)[1].header("Subject"), "Gwen Morris wrote down a session with you");
    duet.days_pass(1);
    duet.works().await;
    assert_eq!(mailbox.taken_for(cast::TOM).len(), 3);
    // It is between the two: the coordinator’s page of letters does not show it.
    duet.sign_in(cast::PRIYA).await.get("/letters").await.sees_no("wrote down a session");
}

#[tokio::test]
async fn what_happens_meanwhile_keeps_nobody_from_taking_it_back() {
    let (duet, mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let evaluations = steps::goes_to_pairs(&mut priya).await.path().replace("/proposal", "/evaluations");
    let held = tells(&mut priya).await;
    let page = priya.get(&evaluations).await;
    let manages = [("Who evaluates", "Elin Prosser"), ("Whom", "Aled Vaughan")];
    priya.press(&page, "Note it", &manages).await.is(200).sees("one of them now evaluates the other");
    // Nobody has been told, so nobody can have said a word, and no letter goes that tells of the pair.
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let entering = round.link("Enter for them : Elin Prosser, Aled Vaughan");
    priya.get(&entering).await.is(200).sees("These two have not been told yet.").sees_no("What did Aled Vaughan say?");
    let aled = duet.asked(&format!("select cast(id as text) from person where address = '{ALED}'")).await.remove(0);
    let said = [("person", aled.as_str()), ("answer", "decline")];
    priya.post(&format!("{entering}/answer"), &said).await.is(409).sees("These two have not been told yet.");
    let back = priya.press(&held, "Tell nobody yet", &[]).await;
    back.is(200).sees("Nobody has been told.");
    duet.minutes_pass(60);
    duet.works().await;
    assert_eq!(mailbox.taken().len(), 0);
}
