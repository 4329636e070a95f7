//! A coordinator puts Duet's letters into the scheme's own words, in each language, and goes back.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// The page of one letter's words.
async fn opens(priya: &mut Visitor, letter: &str) -> Page {
    let rounds = priya.get("/rounds").await;
    let scheme = rounds.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let scheme = priya.get(&scheme).await;
    let letters = priya.follow(&scheme, "Change what letters say").await;
    priya.follow(&letters, letter).await
}

const WELSH: &str = "To a mentee: the mentor found for them, Cymraeg";
const ENGLISH: &str = "To a mentee: the mentor found for them, English";

#[tokio::test]
async fn a_letter_says_the_schemes_own_words_in_its_language() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = opens(&mut priya, ENGLISH).await;
    page.is(200).sees("{other}").sees("must be there").sees("the name of the other of the pair");
    page.sees_no("Go back to Duet’s words");
    let own =
        [("What it is about", "News from {scheme}"), ("The letter", "Hello {name}!\r\n\r\nMeet {other}: <b>soon</b>.")];
    let kept = priya.press(&page, "Keep these words", &own).await;
    kept.is(200).sees("Kept. Letters written from now on say this.").sees("Go back to Duet’s words");

    let check = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&check, "Go on to telling them").await;
    check.sees("Meet").sees("<b>soon</b>");
    let letters = priya.press(&check, "Tell them now", &[]).await;
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    letter.sees("Hello Aled Vaughan!").sees("Meet Elin Prosser: <b>soon</b>.").sees_no("We have found a mentor");
    priya.follow(&letters, "Elin Prosser").await.sees("Thank you for offering your time as a mentor");
    // The other language keeps Duet's words.
    opens(&mut priya, WELSH).await.sees("Annwyl {name}").sees_no("Go back to Duet’s words");
    priya.get("/audit").await.sees("Changed the words of a letter");
}

#[tokio::test]
async fn how_it_reads_is_shown_before_anything_is_kept() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = opens(&mut priya, WELSH).await;
    let own = [("What it is about", "Newyddion"), ("The letter", "Helo {name}, dyma {other}. {starts}")];
    let shown = priya.press(&page, "See how it reads", &own).await;
    shown.is(200).sees("Helo Gwen Morris, dyma Elin Prosser. 3 Tachwedd 2026").sees("Nothing is kept yet.");
    assert_eq!(shown.attributes("article.letter", "lang"), ["cy"]);
    opens(&mut priya, WELSH).await.sees("Annwyl {name}").sees_no("Helo {name}");
    priya.press(&shown, "Keep these words", &[]).await.sees("Kept.").sees("Helo {name}");
}

#[tokio::test]
async fn words_that_cannot_be_filled_in_are_refused_and_kept_on_the_page() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = opens(&mut priya, ENGLISH).await;
    let refused = async |priya: &mut Visitor, body: &str, words: &str| {
        let shown = priya.press(&page, "Keep these words", &[("The letter", body)]).await;
        shown.is(422).sees(words).sees(body);
    };
    refused(&mut priya, "Dear {nmae}, meet {other}", "Duet does not know the gap {nmae}.").await;
    refused(&mut priya, "Dear {name}", "The gap {other} must be in the letter").await;
    let empty = priya.press(&page, "Keep these words", &[("The letter", "")]).await;
    empty.is(422);
    let preview = priya.press(&page, "See how it reads", &[("The letter", "{password} {other}")]).await;
    preview.is(422).sees("Duet does not know the gap {password}.");
    opens(&mut priya, ENGLISH).await.sees("We have found a mentor for you");
}

#[tokio::test]
async fn duets_own_words_come_back() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = opens(&mut priya, ENGLISH).await;
    let kept = priya.press(&page, "Keep these words", &[("The letter", "Only {other}.")]).await;
    let back = priya.press(&kept, "Go back to Duet’s words", &[]).await;
    back.is(200).sees("We have found a mentor for you").sees_no("Only {other}.");
    priya.get("/audit").await.sees("Went back to Duet’s words for a letter");
}

#[tokio::test]
async fn only_coordinators_of_the_scheme_reword() {
    let duet = TestDuet::demo().await;
    let page = opens(&mut duet.sign_in(cast::PRIYA).await, ENGLISH).await;
    let list = page.path().split("/mentee/").next().unwrap_or_default().to_owned();
    for address in [cast::RUTH, cast::HELEN, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get(page.path()).await.is(404);
        visitor.get(&list).await.is(404);
        visitor.post(page.path(), &[("subject", "x"), ("body", "{other}"), ("do", "keep")]).await.is(404);
        visitor.post(&format!("{}/usual", page.path()), &[]).await.is(404);
    }
    let mut priya = duet.sign_in(cast::PRIYA).await;
    for odd in ["other/en", "mentee/fr", "nothing/en"] {
        priya.get(&format!("{list}/{odd}")).await.is(404);
    }
}
