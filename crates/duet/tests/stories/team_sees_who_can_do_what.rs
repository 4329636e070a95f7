//! An organisation writes what its people can do, they say where they are, and whoever looks after them sees who could teach
//! what and who would like to learn it.

use duet::demo::cast;
use duet::evaluation::{Relation, note};
use testkit::{Page, TestDuet, Visitor};

use crate::{asking, steps};

const LEVELS: [(&str, &str); 4] = [
    ("names", "Beginning\nDoing it\nLeading"),
    ("names_cy", "Dechrau\nGwneud\nArwain"),
    ("lowest", "1"),
    ("teaches", "3"),
];

const BUDGET: &str = "Build and defend a budget";

/// The id of a capability, by its name.
async fn id(duet: &TestDuet, name: &str) -> String {
    let asked = format!("select cast(capability as text) from capability_wording where name = '{name}'");
    duet.asked(&asked).await.pop().expect("a capability")
}

/// What somebody can do, as they see it themselves.
async fn own(visitor: &mut Visitor) -> Page {
    let home = visitor.get("/").await;
    visitor.follow(&home, "What you can do").await
}

/// Somebody says where they are with a capability, by its name.
async fn says(visitor: &mut Visitor, capability: &str, level: &str) -> Page {
    let page = own(visitor).await;
    let asking = visitor.follow(&page, "Say where you are").await;
    visitor.press(&asking, "Keep this", &[(capability, level)]).await
}

#[tokio::test]
async fn coordinator_writes_levels_and_capabilities_and_nothing_written_is_lost() {
    let duet = TestDuet::called("Music for all").await;
    let mut ada = duet.administrator().await;
    ada.get("/").await.sees_no("What you can do");
    let people = ada.get("/people").await;
    let none = ada.follow(&people, "All capabilities and levels").await;
    none.sees("Begin with the levels");
    ada.get("/capabilities/new").await.is(200).sees("Write the levels first.");
    ada.post("/capabilities/new", &[("name", "Ukulele")]).await.is(409);
    let levels = ada.follow(&none, "Write the levels").await;
    assert!(levels.all("textarea").concat().contains("Could teach it"), "what fits most stands there to begin with");
    for wrong in [("names", "Only one"), ("names", "Good\ngood\nbest"), ("names_cy", "Un"), ("teaches", "4")] {
        let mut typed = LEVELS.to_vec();
        typed.retain(|(field, _)| *field != wrong.0);
        typed.push(wrong);
        ada.press(&levels, "Keep this", &typed).await.is(422);
    }
    let page = ada.press(&levels, "Keep this", &LEVELS).await;
    page.is(200).sees("There are no capabilities here yet.");
    let adding = ada.follow(&page, "Add a capability").await;
    ada.press(&adding, "Keep this", &[("name", "")]).await.is(422);
    let long = "x".repeat(401);
    let refused = ada.press(&adding, "Keep this", &[("name", "Ukulele"), ("level-2", &long)]).await;
    refused.is(422).sees("Use at most 400 characters");
    assert!(refused.all("textarea").concat().contains(&long), "what was typed stays");
    let words = [("name", "Ukulele"), ("name_cy", "Iwcalili"), ("area", "Instruments"), ("level-3", "I play by ear.")];
    let page = ada.press(&adding, "Keep this", &words).await;
    page.is(200).sees("Instruments").sees("I play by ear.");
    let adding = ada.get("/capabilities/new").await;
    ada.press(&adding, "Keep this", &[("name", "uku-lele")]).await.is(422).sees("of this name already");
    let editing = ada.follow(&page, "Change : Ukulele").await;
    let clearer = [("name", "Play the ukulele"), ("level-3", "I play by ear and help others.")];
    let page = ada.press(&editing, "Keep this", &clearer).await;
    page.is(200).sees("Play the ukulele");
    let before = ada.follow(&page, "Change : Play the ukulele").await;
    before.sees("How it was said before").sees("I play by ear.");
    let gone = ada.press(&page, "Stop asking : Play the ukulele", &[]).await;
    gone.sees("No longer asked");
    let back = ada.press(&gone, "Ask again : Play the ukulele", &[]).await;
    back.sees_no("No longer asked");
    ada.press(&back, "Cymraeg", &[]).await.is(200).sees("Iwcalili").sees("Arwain");
    assert_eq!(duet.rows().await["capability_wording"].len(), 2);
}

#[tokio::test]
async fn somebody_says_where_they_are_and_what_they_said_before_is_kept() {
    let duet = TestDuet::demo().await;
    let budget = id(&duet, BUDGET).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let before = own(&mut gwen).await;
    before.sees("What you can do").sees("Said 2 times").sees("3 · Confident").sees("You would like to learn more");
    assert_eq!(before.all("svg.steps path").len(), 3, "a line for each of which something was said twice");
    assert!(before.text().contains("aria-hidden=\"true\""), "the list beside it says the same");
    let rows = async || {
        let all = duet.rows().await["assessment"].clone();
        all.into_iter().filter(|row| row["capability"] == budget && row["source"] == "self").count()
    };
    let count = rows().await;
    says(&mut gwen, BUDGET, "4").await.is(200).sees("4 · Could teach it");
    assert_eq!(rows().await, count + 1);
    says(&mut gwen, BUDGET, "2").await.is(200).sees("2 · Doing it with help");
    assert_eq!(rows().await, count + 1, "on the same day it is corrected");
    duet.days_pass(1);
    let page = says(&mut gwen, BUDGET, "3").await;
    assert_eq!(rows().await, count + 2, "on another day it is a step more");
    page.sees("Said 4 times");
    let asking = gwen.follow(&page, "Say where you are").await;
    asking.sees("As it was: 3 · Confident");
    let wishes = gwen.press(&asking, "Keep this", &[(&format!("learn-{budget}"), "")]).await;
    wishes.is(200).sees_no("You would like to learn more");
    for wrong in ["0", "5", "9"] {
        let level = format!("level-{budget}");
        let said = page.path().replace("/capabilities", "/assessments");
        gwen.post(&said, &[(level.as_str(), wrong)]).await.is(422);
    }
    let fewer = gwen.press(&page, &taken_away(&page), &[]).await;
    fewer.is(200);
    assert_eq!(rows().await, count + 1);
    gwen.get("/me").await.sees("Build and defend a budget").sees("In their own words");
}

/// The words of the first button that takes something away.
fn taken_away(page: &Page) -> String {
    let all = page.all("form[action$=deletion] button");
    all.into_iter().find(|words| words.contains("budget")).expect("a button")
}

#[tokio::test]
async fn only_they_and_who_looks_after_them_see_it() {
    let duet = TestDuet::demo().await;
    let path = own(&mut duet.sign_in(cast::GWEN).await).await.path().to_owned();
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let person = priya.get(path.trim_end_matches("/capabilities")).await;
    let page = priya.follow(&person, "What Gwen Morris can do").await;
    page.is(200).sees("Who can see this: you (coordinator), Gwen Morris.");
    for other in [cast::TOM, cast::RUTH, cast::HELEN] {
        let mut visitor = duet.sign_in(other).await;
        visitor.get(&path).await.is(404);
        visitor.get(&path.replace("/capabilities", "/assessments/new")).await.is(404);
        visitor.post(&path.replace("/capabilities", "/assessments"), &[]).await.is(404);
    }
    asking::second_administrator(&duet).await.get(&path).await.is(404);
    // Who supervises her sees it while they do; who manages her does not.
    let gwen = duet.viewer(cast::GWEN).await.person;
    let tom = duet.viewer(cast::TOM).await.person;
    let relates = async |relation, holds: bool| {
        let done = duet.store().write(duet.organisation(), move |tx| match holds {
            true => note::note(tx, tom, gwen, relation),
            false => note::end(tx, tom, gwen, relation),
        });
        done.await.expect("a relation");
    };
    let mut visitor = duet.sign_in(cast::TOM).await;
    relates(Relation::LineManages, true).await;
    visitor.get(&path).await.is(404);
    relates(Relation::Supervises, true).await;
    let page = visitor.get(&path).await;
    page.is(200).sees("you (supervisor)");
    let noting = visitor.follow(&page, "Note where Gwen Morris is").await;
    let noted = visitor.press(&noting, "Keep this", &[(BUDGET, "4"), ("source", "supervision")]).await;
    noted.is(200).sees("From a supervision, noted by Tom Farrow");
    let noting = visitor.get(noting.path()).await;
    let future = [(BUDGET, "4"), ("On which day?", "1 1 2031")];
    visitor.press(&noting, "Keep this", &future).await.is(422).sees("This day is still to come");
    own(&mut duet.sign_in(cast::GWEN).await).await.sees("From a supervision, noted by Tom Farrow");
    let home = visitor.get("/").await;
    visitor.follow(&home, "What your team can do").await.is(200).sees("Gwen Morris").sees_no("Salma Qureshi");
    relates(Relation::Supervises, false).await;
    // He keeps what he said himself, and no more.
    let rest = visitor.get(&path).await;
    rest.is(200).sees("You see here only what you said.").sees("noted by Tom Farrow").sees_no("In their own words");
    let none = visitor.press(&rest, &taken_away(&rest), &[]).await;
    none.is(200).sees("What you can do");
    visitor.get("/").await.sees_no("What your team can do");
    visitor.get("/team").await.is(200).sees("You supervise nobody here");
}

#[tokio::test]
async fn coordinator_sees_who_could_teach_and_who_would_like_to_learn() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let team = priya.follow(&round, "Who can do what").await;
    team.is(200).sees("Leading people").sees("Making it happen").sees("Gwen Morris");
    let row = |name: &str| {
        let rows = team.all("table.stack tbody tr");
        rows.into_iter().find(|row| row.starts_with(name)).unwrap_or_else(|| panic!("no {name}"))
    };
    let listen = row("Listen and ask");
    assert!(
        listen.contains("Gwen Morris") && listen.contains("Joyce Okafor") && listen.contains("Aled Vaughan"),
        "{listen}"
    );
    assert!(!row("Build and defend a budget").contains("nobody"), "Ann and Marcus could, and some would like to");
    assert!(team.all("table.team b.heat[data-fill='4']").len() > 5 && team.all("table.team b.heat").len() > 30);
    let part = priya.follow(&team, "Making it happen").await;
    part.sees("Work with councillors").sees_no("Listen and ask");
    // An empty round, and levels that were used.
    priya.get("/rounds").await;
    let other = [("names", "One\nTwo\nThree"), ("names_cy", ""), ("lowest", "1"), ("teaches", "3")];
    priya.post("/capabilities/levels", &other).await.is(409).sees("would come to mean something else");
    let renamed = [("names", "One\nTwo\nThree\nFour"), ("names_cy", ""), ("lowest", "1"), ("teaches", "3")];
    priya.post("/capabilities/levels", &renamed).await.is(200).sees("Three");
    let mut helen = duet.sign_in(cast::HELEN).await;
    helen.get(team.path()).await.is(404);
}

#[tokio::test]
async fn what_was_said_goes_with_who_is_erased() {
    let duet = TestDuet::demo().await;
    let gwen = duet.viewer(cast::GWEN).await.person.to_string();
    let of = async |table: &str| {
        let rows = duet.rows().await[table].clone();
        rows.into_iter().filter(|row| row["person"] == gwen).count()
    };
    assert!(of("assessment").await > 5 && of("learning_wish").await > 0);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = priya.get(&format!("/people/{gwen}/erasure")).await;
    priya.press(&page, "Erase them for good", &[("address", cast::GWEN)]).await.is(200);
    assert_eq!((of("assessment").await, of("learning_wish").await), (0, 0));
}
