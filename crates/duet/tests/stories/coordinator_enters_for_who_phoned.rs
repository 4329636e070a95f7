//! A coordinator enters what somebody told her on the telephone: it says so wherever it shows, they are told, and they
//! can set it right.

use duet::access::Reached;
use duet::application;
use duet::demo::cast;
use duet::partnership::{self, RunningPair};
use duet::round::{Round, RoundId, Stage};
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const APPLICATION: &[(&str, &str)] = &[
    ("Their name", "Mair Llwyd"),
    ("Their mail address", "mair.llwyd@ynys.example"),
    ("Where they work", "Ynys Libraries"),
    ("role", "mentee"),
    ("language", "cy"),
];

async fn enters_an_application(priya: &mut Visitor) -> Page {
    let round = steps::goes_to_round(priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    let form = priya.follow(&people, "Enter an application").await;
    let said = [("head of service", "yes"), ("nation", "Wales"), ("wants", "confidence; budgets")];
    priya.press(&form, "Enter it for them", &[APPLICATION, &said].concat()).await
}

/// The page on which somebody finds what was entered for them.
async fn finds(visitor: &mut Visitor) -> Page {
    let home = visitor.get("/").await;
    visitor.follow(&home, "Priya Nair entered something for you. Is it right?").await
}

async fn for_gwen_and_tom(priya: &mut Visitor) -> Page {
    let round = steps::goes_to_round(priya, "First round").await;
    priya.follow(&round, "Enter for them : Gwen Morris, Tom Farrow").await
}

async fn enters_a_session(priya: &mut Visitor) -> Page {
    let page = for_gwen_and_tom(priya).await;
    let met = [("When did you meet?", "2 11 2026"), ("minutes", "45"), ("way", "phone")];
    // Nobody is chosen for her: a slip would stand as the wrong person's.
    priya.press(&page, "Enter it for them", &met).await.is(422).sees("Say who told you.");
    let told = [("Who told you?", "Gwen Morris")];
    priya.press(&page, "Enter it for them", &[&met[..], &told].concat()).await
}

#[tokio::test]
async fn an_application_says_who_entered_it_and_its_owner_puts_it_right() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let entered = enters_an_application(&mut priya).await;
    entered.is(200).sees("Entered by Priya Nair for Mair Llwyd").sees("Asks to take part in Second round as a mentee.");
    entered.sees("confidence; budgets").sees_no("Yes, that is right");
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    people.sees("Mair Llwyd Ynys Libraries · Entered by Priya Nair for Mair Llwyd");
    let letters = priya.get("/letters").await;
    let letter = priya.follow(&letters, "Mair Llwyd").await;
    letter.sees("Yn gofyn am gymryd rhan yn Second round fel mentorai.");

    let mut mair = duet.sign_in("mair.llwyd@ynys.example").await;
    mair.post("/language", &[("language", "en"), ("to", "/")]).await;
    let entry = finds(&mut mair).await;
    let fixed = mair.press(&entry, "Keep it like this", &[("wants", "confidence"), ("nation", "Wales")]).await;
    fixed.is(200).sees("Mair Llwyd says it is right.").sees_no("Keep it like this").sees_no("Take it back");
    priya.get(entry.path()).await.sees("confidence").sees_no("budgets");
    mair.get("/").await.sees_no("Entered for you");
}

#[tokio::test]
async fn an_answer_stays_under_its_own_heading_and_what_was_not_asked_stays() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    enters_an_application(&mut priya).await.is(200);
    let mut mair = duet.sign_in("mair.llwyd@ynys.example").await;
    mair.post("/language", &[("language", "en"), ("to", "/")]).await;
    let entry = finds(&mut mair).await;
    // The rules change while her page stands open: fewer headings are read now, each in another place than before.
    let rules = format!("{}/rules", steps::goes_to_round(&mut priya, "Second round").await.path());
    priya.post(&rules, &[("first", "total"), ("least_fit", "0")]).await.is(200);
    mair.press(&entry, "Keep it like this", &[("head of service", "acting"), ("wants", "other")]).await.is(200);
    let hers =
        "select cast(a.answers as text) from application a join person p on p.id = a.person and p.name = 'Mair Llwyd'";
    let kept: serde_json::Value = serde_json::from_str(&duet.asked(hers).await[0]).expect("answers");
    assert_eq!((&kept["headofservice"], &kept["nation"]), (&"acting".into(), &"Wales".into()), "{kept}");
    assert_eq!(kept["wants"], "confidence; budgets", "no rule reads it any more, so it was not asked");
}

#[tokio::test]
async fn an_application_that_was_taken_back_was_never_there() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let before = priya.follow(&round, "People").await.all("ul.people li").len();
    let entered = enters_an_application(&mut priya).await;
    assert_eq!(priya.follow(&round, "People").await.all("ul.people li").len(), before + 1);
    // She may take back a slip of her own, and cannot say for somebody else that it is right.
    priya.post(&format!("{}/settlement", entered.path()), &[("how", "right")]).await.is(404);
    priya.press(&entered, "Take it back", &[]).await.is(200).sees("Taken back");
    assert_eq!(priya.follow(&round, "People").await.all("ul.people li").len(), before);
    priya.post(&format!("{}/settlement", entered.path()), &[("how", "taken_back")]).await.is(409);
    enters_an_application(&mut priya).await.is(200).sees("Mair Llwyd is told by letter");
}

#[tokio::test]
async fn what_cannot_be_an_application_is_said_beside_its_field() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let asking = format!("{}/applications/new", steps::goes_to_round(&mut priya, "Second round").await.path());
    let form = priya.get(&asking).await;
    let gwen = [("Their name", "Gwenda Moss"), ("Their mail address", cast::GWEN), ("role", "mentee")];
    let refused = priya.press(&form, "Enter it for them", &gwen).await;
    refused.is(422).sees("Somebody of another name").sees_no("Gwen Morris");
    let again = [("Their name", "Gwen Morris"), ("Their mail address", cast::GWEN), ("role", "mentor")];
    priya.press(&form, "Enter it for them", &again).await.is(422).sees("They have already applied in this role.");
    let two =
        [("Their name", "New One"), ("Their mail address", "new@one.example"), ("role", "mentee"), ("places", "2")];
    priya.press(&form, "Enter it for them", &two).await.is(422).sees("A mentee has one mentor.");
    priya.get("/people?find=new@one").await.sees("Nobody of that name or address");
}

#[tokio::test]
async fn a_session_is_marked_for_both_and_can_be_taken_back() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let entered = enters_a_session(&mut priya).await;
    entered.is(200).sees("Met Tom Farrow on 2 November 2026, for 45 minutes.");
    priya.get("/letters").await.sees("1 letter waits to be sent.");
    let mut tom = duet.sign_in(cast::TOM).await;
    let home = tom.get("/").await;
    let pair = tom.follow(&home, "Gwen Morris").await;
    pair.sees("Entered by Priya Nair for Gwen Morris.").sees("You can reflect on it once").sees("6 sessions");

    let mut gwen = duet.sign_in(cast::GWEN).await;
    let entry = finds(&mut gwen).await;
    gwen.press(&entry, "Take it back", &[]).await.is(200).sees("Taken back");
    tom.get(pair.path()).await.sees("5 sessions").sees_no("Entered by");
    for_gwen_and_tom(&mut priya).await.sees("Taken back");
    tom.get(entry.path()).await.is(404);
}

#[tokio::test]
async fn nobody_reflects_on_a_session_that_may_still_be_taken_back() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    enters_a_session(&mut priya).await.is(200);
    let session = duet.asked("select cast(subject as text) from entry").await.remove(0);
    let mut tom = duet.sign_in(cast::TOM).await;
    let reflection = format!("/sessions/{session}/reflection");
    tom.get(&reflection).await.is(404);
    tom.post(&reflection, &[("words", "Mine")]).await.is(404);
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let entry = finds(&mut gwen).await;
    gwen.press(&entry, "Yes, that is right", &[]).await.is(200).sees("Gwen Morris says it is right.");
    tom.get(&reflection).await.is(200);
    gwen.post(&format!("{}/settlement", entry.path()), &[("how", "taken_back")]).await.is(409);
    // Nor is it open for ever when nobody says a word.
    enters_a_session(&mut priya).await.is(200);
    duet.days_pass(14);
    let entry = duet.asked("select cast(id as text) from entry where settled is null").await.remove(0);
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get("/").await.sees_no("Entered for you");
    gwen.post(&format!("/entries/{entry}/settlement"), &[("how", "taken_back")]).await.is(409);
}

#[tokio::test]
async fn a_yes_counts_is_marked_and_can_be_taken_back_until_they_meet() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    steps::answers(&mut duet.sign_in(steps::ELIN).await, "Aled Vaughan", "Yes, I would").await.is(200);
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    page.sees("What did Aled Vaughan say?").sees_no("What did Elin Prosser say?");
    let entered = priya.press(&page, "Yes, they would : Aled Vaughan", &[]).await;
    entered.is(200).sees("Said yes to Elin Prosser.");
    let mut aled = duet.sign_in(steps::ALED).await;
    let home = aled.get("/").await;
    let pair = aled.follow(&home, "Elin Prosser").await;
    pair.sees("Entered by Priya Nair for Aled Vaughan").sees("Log a session");
    let entry = finds(&mut aled).await;
    aled.press(&entry, "Take it back", &[]).await.is(200);
    aled.get(pair.path()).await.sees("Would you like to work with Elin Prosser?").sees_no("Entered by");
    steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await.is(200).sees("Log a session");
}

#[tokio::test]
async fn a_no_that_was_none_opens_the_pair_again_and_a_pair_that_has_met_stays() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    let said_no = priya.press(&page, "No, thank you : Aled Vaughan", &[]).await;
    said_no.is(200).sees("Said no to Elin Prosser.");
    priya.get(page.path()).await.sees("This pair has ended.");
    priya.press(&said_no, "Take it back", &[]).await.is(200);
    let page = priya.get(page.path()).await;
    let said_yes = priya.press(&page, "Yes, they would : Aled Vaughan", &[]).await;
    steps::answers(&mut duet.sign_in(steps::ELIN).await, "Aled Vaughan", "Yes, I would").await.is(200);
    let page = priya.get(page.path()).await;
    let met =
        [("When did you meet?", "3 11 2026"), ("minutes", "45"), ("way", "phone"), ("Who told you?", "Elin Prosser")];
    priya.press(&page, "Enter it for them", &met).await.is(200);
    priya.press(&said_yes, "Take it back", &[]).await.is(409).sees("other steps were built on it");
}

#[tokio::test]
async fn with_a_no_that_is_taken_back_goes_what_was_asked_for_after_it() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    let said_no = priya.press(&page, "No, thank you : Aled Vaughan", &[]).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let form = priya.follow(&round, "Another try : Elin Prosser, Aled Vaughan").await;
    let asking = form.path().to_owned();
    priya.press(&form, "Let them be proposed again", &[("Why?", "It was a slip.")]).await.is(200);
    priya.press(&said_no, "Take it back", &[]).await.is(200);
    assert!(duet.asked("select note from another_try").await.is_empty());
    // The next no is a no: they are kept apart until somebody asks again.
    steps::answers(&mut duet.sign_in(steps::ALED).await, "Elin Prosser", "No, thank you").await.is(200);
    let form = priya.get(&asking).await;
    form.sees("Let them be proposed again").sees_no("It was a slip.");
    priya.press(&form, "Let them be proposed again", &[("Why?", "They met at a conference.")]).await.is(200);
}

#[tokio::test]
async fn a_pair_somebody_stepped_back_from_is_not_opened_again() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let mut elin = duet.sign_in(steps::ELIN).await;
    steps::answers(&mut elin, "Aled Vaughan", "Yes, I would").await.is(200);
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    let entered = priya.press(&page, "Yes, they would : Aled Vaughan", &[]).await;
    let pair = steps::pair_path(&duet, steps::ELIN, "Aled Vaughan").await;
    let shown = elin.get(&pair).await;
    elin.press(&shown, "Step back from this pair", &[]).await.is(200).sees("did not go on");
    priya.press(&entered, "Take it back", &[]).await.is(409).sees("other steps were built on it");
    elin.get(&pair).await.sees("did not go on").sees_no("Would you like to work with");
}

/// Aled's no to Elin, as Priya entered it; and the round.
async fn enters_a_no(duet: &TestDuet, priya: &mut Visitor) -> (Page, Reached<Round>) {
    steps::tells_the_pairs(priya).await;
    let round = steps::goes_to_round(priya, "Second round").await;
    let page = priya.follow(&round, "Enter for them : Elin Prosser, Aled Vaughan").await;
    let said_no = priya.press(&page, "No, thank you : Aled Vaughan", &[]).await;
    said_no.is(200).sees("Said no to Elin Prosser.");
    let id = RoundId(round.path().rsplit('/').next().expect("an id").parse().expect("an id"));
    let viewer = duet.viewer(cast::PRIYA).await;
    let reached = duet.store().read(duet.organisation(), move |c| duet::round::store::reached(c, viewer, id)).await;
    (said_no, reached.expect("her round"))
}

#[tokio::test]
async fn a_no_is_not_taken_back_once_the_mentor_has_somebody_else() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let (said_no, round) = enters_a_no(&duet, &mut priya).await;
    let mentor = duet.viewer(steps::ELIN).await.person;
    let elins = duet.store().write(duet.organisation(), move |tx| {
        let people = application::store::names(tx, &round)?;
        let mentee = people.into_iter().find(|(_, name)| name == "Simon Achebe").ok_or(kit::Error::NotFound)?.0;
        let pair = RunningPair { mentor, mentee, started_on: None };
        partnership::store::add_running(tx, &round, &[pair], &[])
    });
    elins.await.expect("another pair");
    priya.press(&said_no, "Take it back", &[]).await.is(409).sees("other steps were built on it");
    assert_eq!(duet.asked("select cast(count(*) as text) from entry where settled is not null").await, ["0"]);
}

#[tokio::test]
async fn a_no_is_not_taken_back_in_a_closed_round() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let (said_no, round) = enters_a_no(&duet, &mut priya).await;
    let closed =
        duet.store().write(duet.organisation(), move |tx| duet::round::store::begin_stage(tx, &round, Stage::Closed));
    closed.await.expect("it is closed");
    priya.press(&said_no, "Take it back", &[]).await.is(409).sees("This round is closed.");
}
