//! A pupil is kept while a tutor teaches them, and for a year after: whatever ends it, a last day, a slip that is taken back,
//! a tutor who leaves, or one who is erased.

use duet::jobs;
use testkit::{TestDuet, Visitor};

const OWEN: &str = "owen@hub.example";
const LIST: &str = "Pupil,School,Tutor,Tutor email\n\
    Nel Hughes,Hill School,Owen Rees,owen@hub.example\n\
    Bo Orr,Dale School,Dilys Bowen,dilys@hub.example\n";

/// A hub that has had two pupils for longer than a year, each with a tutor to this day; and Nel's page.
async fn more_than_a_year_later() -> (TestDuet, Visitor, String) {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", LIST.as_bytes())]).await;
    ada.press(&check, "Bring them in", &[]).await.is(200);
    duet.days_pass(400);
    sweeps(&duet).await;
    let nel = duet.sign_in(OWEN).await.get("/pupils").await.link("Nel Hughes");
    let ada = duet.administrator().await;
    (duet, ada, nel)
}

async fn sweeps(duet: &TestDuet) {
    jobs::sweep(duet.store()).await.expect("a sweep");
}

/// She is there today, without a tutor, and for a year; then she is not, and who is taught is.
async fn goes_in_a_year(duet: &TestDuet) {
    sweeps(duet).await;
    let list = duet.administrator().await.get("/pupils").await;
    list.sees("Pupils without a tutor").sees("Nel Hughes").sees_no("Bo Orr");
    duet.days_pass(364);
    sweeps(duet).await;
    assert!(duet.grep("Nel Hughes").await > 0, "the year is not over");
    duet.days_pass(2);
    sweeps(duet).await;
    assert_eq!(duet.grep("Nel Hughes").await, 0);
    assert!(duet.grep("Bo Orr").await > 0, "who is taught stays");
}

#[tokio::test]
async fn after_their_tutor_is_erased() {
    let (duet, mut ada, _) = more_than_a_year_later().await;
    let id = duet.viewer(OWEN).await.person;
    let form = ada.get(&format!("/people/{id}/erasure")).await;
    form.sees("That somebody taught a pupil until today.");
    ada.press(&form, "Erase them for good", &[("address", OWEN)]).await.is(200);
    assert_eq!(duet.rows().await["teaching"].len(), 2, "that somebody taught her until today is known");
    goes_in_a_year(&duet).await;
}

#[tokio::test]
async fn after_it_is_taken_back_that_they_had_one() {
    let (duet, mut ada, nel) = more_than_a_year_later().await;
    let ending = ada.get(&nel).await.link("End this");
    let form = ada.get(&ending).await;
    let page = ada.press(&form, "They never taught them", &[]).await;
    page.is(200).sees_no("Owen Rees");
    duet.sign_in(OWEN).await.get(&nel).await.is(404);
    goes_in_a_year(&duet).await;
}

#[tokio::test]
async fn after_their_tutor_has_left() {
    let (duet, mut ada, nel) = more_than_a_year_later().await;
    let belongs = format!("/people/{}/membership", duet.viewer(OWEN).await.person);
    // Who is suspended may be let back, and is their tutor meanwhile.
    ada.post(&belongs, &[("membership", "suspended")]).await.is(200);
    sweeps(&duet).await;
    ada.get("/pupils").await.sees_no("Pupils without a tutor");
    ada.post(&belongs, &[("membership", "active")]).await.is(200);
    duet.sign_in(OWEN).await.get(&nel).await.is(200).sees("Nel Hughes");
    ada.post(&belongs, &[("membership", "left")]).await.is(200);
    goes_in_a_year(&duet).await;
}

#[tokio::test]
async fn after_a_sheet_names_who_has_left() {
    let (duet, mut ada, _) = more_than_a_year_later().await;
    let belongs = format!("/people/{}/membership", duet.viewer(OWEN).await.person);
    ada.post(&belongs, &[("membership", "left")]).await.is(200);
    duet.days_pass(1);
    let mut ada = duet.administrator().await;
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", LIST.as_bytes())]).await;
    ada.press(&check, "Bring them in", &[]).await.is(200);
    goes_in_a_year(&duet).await;
}

#[tokio::test]
async fn who_has_left_is_not_counted() {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let mut list = "Pupil,School,Tutor,Tutor email\n".to_owned();
    for at in 0..6 {
        list += &format!("Child {at},Large School,Owen Rees,owen@hub.example\n");
    }
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", list.as_bytes())]).await;
    ada.press(&check, "Bring them in", &[]).await.is(200);
    ada.get("/pupils/counts").await.sees("6 pupils are taught today.").sees("Large School").sees("Owen Rees");
    let belongs = format!("/people/{}/membership", duet.viewer(OWEN).await.person);
    ada.post(&belongs, &[("membership", "left")]).await.is(200);
    ada.get("/pupils/counts").await.sees("Nobody is taught today.").sees_no("Large School").sees_no("Owen Rees");
}

#[tokio::test]
async fn a_list_brought_in_before_the_last_day_finds_who_teaches_still() {
    let (duet, mut ada, nel) = more_than_a_year_later().await;
    let ending = ada.get(&nel).await.link("End this");
    let form = ada.get(&ending).await;
    let last = duet.clock().today().tomorrow().expect("a day after");
    let last = format!("{} {} {}", last.day(), last.month(), last.year());
    ada.press(&form, "Keep this day", &[("Last day", &last)]).await.is(200);
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", LIST.as_bytes())]).await;
    assert_eq!(check.all("ul.tally b"), ["0", "0", "0", "2"], "{check:?}");
    let since = LIST
        .replace("Tutor email\n", "Tutor email,Since\n")
        .replace("owen@hub.example\n", "owen@hub.example,1/9/2026\n")
        .replace("dilys@hub.example\n", "dilys@hub.example,\n");
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", since.as_bytes())]).await;
    assert_eq!(check.all("ul.tally b"), ["0", "1", "0", "1"], "{check:?}");
    ada.press(&check, "Bring them in", &[]).await.is(200);
    let days =
        "select cast(t.started_on as text) from teaching t join person p on p.id = t.person where p.name = 'Owen Rees'";
    assert_eq!(duet.asked(days).await, ["2026-09-01"], "no second row, and since the day the sheet says");
}
