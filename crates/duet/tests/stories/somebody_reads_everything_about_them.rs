//! Somebody reads everything that Duet keeps about them, and takes it away.

use std::collections::BTreeSet;

use duet::about::{LEFT_OUT, SECTIONS};
use duet::demo::cast;
use serde_json::Value;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn it_is_there_to_read_and_to_take_away() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", "zephyr-quince")]).await.is(200);
    let me = gwen.get("/me").await;
    me.is(200).sees("gwen.morris@gwydion.example").sees("zephyr-quince").sees("Tom Farrow").sees("What is not listed");
    me.sees("What Wrote a reflection By you Yes").sees("Day 19 October 2026").sees_no("reflection.written");
    let file = gwen.get(&me.link("Take it away")).await;
    assert!(file.header("content-type").starts_with("application/json"));
    assert!(file.header("content-disposition").starts_with("attachment"));
    let all: Value = serde_json::from_slice(file.body()).expect("a JSON file");
    assert_eq!(all["person"][0]["name"], "Gwen Morris");
    assert_eq!(all["session"].as_array().map(Vec::len), Some(5));
    assert_eq!(all["application"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["reflection"][0]["words"], "zephyr-quince");
    let names: BTreeSet<&str> = all.as_object().expect("tables").keys().map(String::as_str).collect();
    assert_eq!(names, SECTIONS.iter().copied().collect());
}

#[tokio::test]
async fn it_is_about_nobody_else() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", "zephyr-quince")]).await.is(200);
    for address in [cast::TOM, cast::PRIYA, cast::HELEN, steps::ALED] {
        let mut visitor = duet.sign_in(address).await;
        for path in ["/me", "/me/everything.json"] {
            let page = visitor.get(path).await;
            assert!(page.status() == 200 && !page.text().contains("zephyr"), "{address}");
            assert!(!page.text().contains("gwen.morris@"), "{address}");
        }
    }
    assert_eq!(duet.guest().get("/me/everything.json").await.path(), "/?next=/me/everything.json");
}

#[test]
fn every_table_with_a_person_in_it_is_told_or_has_a_reason() {
    let told = SECTIONS.iter().copied().chain(LEFT_OUT.iter().map(|(table, _)| *table));
    assert_eq!(steps::tables_of_people(), told.collect::<BTreeSet<_>>());
    assert!(steps::tables_of_people().len() > 15);
}

#[tokio::test]
async fn a_pair_whose_letters_are_held_is_not_in_it() {
    let (duet, _mailbox) = TestDuet::demo_by_mail().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.is(200).sees("Nobody has been told yet.");
    let mut aled = duet.sign_in(steps::ALED).await;
    for path in ["/me", "/me/everything.json"] {
        assert!(!aled.get(path).await.is(200).text().contains("Elin Prosser"), "{path}");
    }
    duet.minutes_pass(15);
    aled.get("/me").await.sees("Elin Prosser").sees("Second round: your mentor");
}
