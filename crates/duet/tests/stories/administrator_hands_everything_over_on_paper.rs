//! Somebody asks on paper what is kept of them: an administrator makes a file to hand over. What only they can open is not in
//! it, nor whether there is any.

use std::collections::BTreeSet;

use duet::about::LOCKED;
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const WORDS: &str = "zephyr-quince: I talked too much";

/// The file about somebody, as Priya makes it.
async fn makes_it(priya: &mut Visitor, find: &str) -> Page {
    let found = priya.get(&format!("/people?find={find}")).await;
    let them = found.links().into_iter().find(|(_, to)| to.starts_with("/people/")).expect("they are here").1;
    let asking = priya.follow(&priya.clone().get(&them).await, "on paper").await;
    asking.is(200).sees("The law gives your organisation a month").sees("Letters to you").sees_no("Your reflections");
    priya.press(&asking, "Make the file", &[]).await
}

/// What the file says, line by line.
fn lines(file: &Page) -> BTreeSet<String> {
    file.all("h2").into_iter().chain(file.all("dl div")).chain(file.all("p")).collect()
}

#[tokio::test]
async fn it_holds_what_can_be_read_and_stands_on_the_record() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let file = makes_it(&mut priya, "gwen").await;
    file.is(200).sees("Everything about Gwen Morris").sees("Libraries Together made this for you on 3 November 2026");
    file.sees("gwen.morris@gwydion.example").sees("Tom Farrow").sees("Day 19 October 2026").sees("What is locked");
    file.sees("privacy@libraries.example").sees("Made a file of everything about somebody, to hand to them By you No");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"everything-2026-11-03.html\"");
    assert_eq!(file.attributes("html", "lang"), ["en"]);
    assert!(file.attributes("[src], link[href], a[href]", "href").is_empty(), "it needs nothing from elsewhere");
    // Every session of hers, not only the newest.
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get("/me").await.sees("Made a file of everything about somebody");
    let record = priya.get("/audit").await;
    record.sees("Made a file of everything about somebody, to hand to them");
}

#[tokio::test]
async fn it_holds_nothing_that_is_locked_nor_says_whether_there_is_any() {
    let duet = TestDuet::demo().await;
    let (mut gwen, mut priya) = (duet.sign_in(cast::GWEN).await, duet.sign_in(cast::PRIYA).await);
    let before = makes_it(&mut priya, "gwen").await;
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    let before_that = makes_it(&mut priya, "gwen").await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", WORDS)]).await.is(200);
    gwen.get("/me").await.sees("zephyr-quince").sees("Wrote a reflection");
    let after = makes_it(&mut priya, "gwen").await;
    assert!(!after.text().contains("zephyr") && !after.text().contains("eflection"), "{after:?}");
    assert_eq!(lines(&after), lines(&before_that));
    assert!(lines(&before).len() > 20);
    let locked = ["application_draft", "private_answer", "partnership_answer", "reflection", "rating"];
    assert_eq!(LOCKED, [&locked[..], &["testimonial", "assessment", "learning_wish"]].concat());
}

#[tokio::test]
async fn it_tells_nobody_who_stepped_back_or_how_somebody_answered() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let (mut aled, mut elin) = (duet.sign_in(steps::ALED).await, duet.sign_in(steps::ELIN).await);
    steps::answers(&mut elin, "Aled Vaughan", "Yes, I would").await.is(200);
    let before = makes_it(&mut priya, "aled").await;
    let shown = steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await;
    aled.press(shown.is(200), "Step back from this pair", &[]).await.is(200);
    let own = aled.get("/me").await;
    own.sees("Your answers to pairs").sees("Said yes to a pair").sees("Stepped back from a pair");
    let files = [makes_it(&mut priya, "aled").await, makes_it(&mut priya, "elin").await];
    for file in &files {
        file.is(200).sees("Your pairs").sees("Aled Vaughan").sees_no("Stepped back").sees_no("Said yes");
        file.sees_no("Your answers to pairs");
    }
    // But for the days of the pair, which the round's page tells too, and that this file was made.
    let newer: Vec<String> = lines(&files[0]).difference(&lines(&before)).cloned().collect();
    assert!(newer.iter().all(|line| ["From ", "Until "].iter().any(|day| line.starts_with(day))), "{newer:?}");
    priya.get("/audit").await.sees_no("Stepped back").sees_no("Said yes");
}

#[tokio::test]
async fn words_that_somebody_lets_others_read_without_their_name_are_not_in_it() {
    let duet = TestDuet::demo().await;
    let joyces = "joyce.okafor@saltmere.example";
    let (mut joyce, mut priya) = (duet.sign_in(joyces).await, duet.sign_in(cast::PRIYA).await);
    let pair = steps::pair_path(&duet, joyces, "Marcus Bell").await;
    let before = makes_it(&mut priya, "joyce").await;
    let form = joyce.get(&format!("{pair}/testimonial")).await;
    let given = [("Your words", "zephyr-quince"), ("named", "nameless"), ("in_report", "yes"), ("long", "year")];
    joyce.press(&form, "Let others read this", &given).await.is(200);
    joyce.get("/me").await.sees("zephyr-quince").sees("Let others read their words");
    let after = makes_it(&mut priya, "joyce").await;
    after.is(200).sees("Marcus Bell").sees_no("zephyr").sees_no("Let others read");
    assert_eq!(lines(&after), lines(&before));
}

#[tokio::test]
async fn it_is_in_the_language_of_whom_it_is_about_and_only_an_administrator_makes_it() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    tom.post("/language", &[("language", "cy"), ("to", "/")]).await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let file = makes_it(&mut priya, "tom").await;
    assert_eq!(file.attributes("html", "lang"), ["cy"]);
    file.sees("Popeth am Tom Farrow");
    let toms = duet.viewer(cast::TOM).await.person;
    let path = format!("/people/{toms}/everything");
    for address in [cast::TOM, cast::RUTH, cast::HELEN, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get(&path).await.is(404);
        visitor.post(&path, &[]).await.is(404);
    }
    priya.get("/people/01920000-0000-7000-8000-000000000000/everything").await.is(404);
}
