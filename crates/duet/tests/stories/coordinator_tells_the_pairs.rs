//! A coordinator checks the pairs and tells them: a letter to each, in their language.

use duet::demo::cast;
use testkit::{Page, TestDuet};

use crate::steps;

#[tokio::test]
async fn each_gets_a_letter_in_their_language() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let home = aled.get("/").await;
    aled.press(&home, "Cymraeg", &[]).await.is(200);

    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    pairs.sees("Nobody has been told.");
    let check = priya.follow(&pairs, "Go on to telling them").await;
    check.is(200).sees("You are about to tell 10 pairs. Duet writes 21 letters.");
    check.sees("One person who is left out gets a letter too.").sees("with Elin Prosser");
    duet.sign_in(steps::ELIN).await.get("/").await.sees_no("Aled Vaughan");

    let letters = priya.press(&check, "Tell them now", &[]).await;
    letters.is(200).sees("21 letters wait to be sent.");
    let welsh = priya.follow(&letters, "Aled Vaughan").await;
    assert_eq!(welsh.attributes("article.letter", "lang"), ["cy"]);
    welsh.sees("Annwyl Aled Vaughan").sees("Elin Prosser").sees("Priya Nair");
    let english = priya.follow(&letters, "Elin Prosser").await;
    assert_eq!(english.attributes("article.letter", "lang"), ["en"]);
    english.sees("Dear Elin Prosser").sees("Aled Vaughan").sees("Gwydion Libraries").sees_no("of 100");
    let left_out = priya.follow(&letters, "Simon Achebe").await;
    left_out.sees("We have not found a mentor for you yet. It says nothing about you");
    left_out.sees_no("Clare Ogden").sees_no("points");
    duet.sign_in(steps::ELIN).await.get("/").await.sees("Say yes or no to Aled Vaughan");
}

#[tokio::test]
async fn nobody_is_told_twice() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.sees("21 letters wait to be sent.");
    // The same form again leads where it led; another says that it is done.
    priya.press(&check, "Tell them now", &[]).await.is(200).sees("21 letters wait to be sent.");
    priya.post(check.path(), &[]).await.is(409).sees("These pairs have been told already.");
    priya.get(check.path()).await.is(409).sees("These pairs have been told already.");
    priya.get("/letters").await.sees("21 letters wait to be sent.");
    steps::goes_to_pairs(&mut priya).await.sees("These pairs have been told").sees_no("Go on to telling them");
}

#[tokio::test]
async fn an_older_proposal_is_not_told() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&pairs, "Keep apart", &[("Mentor", "Elin Prosser"), ("Mentee", "Aled Vaughan")]).await.is(200);
    let refused = priya.press(&check, "Tell them now", &[]).await;
    refused.is(409).sees("A newer proposal stands. Look at that one first.");
    priya.get("/letters").await.sees("No letters wait to be sent.");
}

#[tokio::test]
async fn the_coach_reads_the_pairs_and_tells_nobody() {
    let duet = TestDuet::demo().await;
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let pairs = steps::goes_to_pairs(&mut ruth).await;
    pairs.is(200).sees("Elin Prosser").sees_no("Go on to telling them").sees_no("Keep apart");
    let check = steps::goes_to_pairs(&mut duet.sign_in(cast::PRIYA).await).await.link("Go on to telling them");
    ruth.get(&check).await.is(404);
    ruth.post(&check, &[]).await.is(404);
    ruth.get("/letters").await.sees("No letters yet.").sees_no("Gwen Morris");
}

#[tokio::test]
async fn a_plan_that_no_longer_holds_is_not_told() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let mentors = cast::MENTORS.replace("technical knowledge,1,", "technical knowledge,0,");
    let files = [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    steps::brings_in_files(&mut priya, &format!("{}/import", round.path()), &files).await.is(200);
    priya.press(&check, "Tell them now", &[]).await.is(409).sees("Something changed since this plan was made");
    priya.get("/letters").await.sees("No letters wait to be sent.");
    let pairs = steps::goes_to_pairs(&mut priya).await;
    pairs.sees("Something changed since this plan was made").sees_no("Go on to telling them");
    priya.press(&pairs, "Propose pairs", &[]).await.is(200).sees("Go on to telling them");
}

/// How many letters a page says that there are.
fn letters_said(page: &Page, before: &str) -> usize {
    let words = page.words();
    let rest = words.split_once(before).unwrap_or_else(|| panic!("nobody sees “{before}” on {page:?}")).1;
    rest.split_whitespace().next().and_then(|count| count.parse().ok()).expect("a number")
}

#[tokio::test]
async fn a_second_plan_writes_to_whom_it_leaves_out_for_the_first_time() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    steps::answers(&mut duet.sign_in(steps::ALED).await, "Elin Prosser", "No, thank you").await.is(200);
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    for (name, address) in [("Mair Llwyd", "mair@ynys.example"), ("Nia Prys", "nia@ynys.example")] {
        let form = priya.get(&format!("{}/applications/new", round.path())).await;
        let hers = [("Their name", name), ("Their mail address", address), ("role", "mentee")];
        let said = [("head of service", "yes"), ("nation", "Wales"), ("wants", "listening")];
        priya.press(&form, "Enter it for them", &[&hers[..], &said].concat()).await.is(200);
    }
    let people = priya.follow(&round, "People").await;
    let pairs = priya.press(&people, "Propose pairs", &[]).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    let (promised, before) = (letters_said(&check, "Duet writes"), duet.rows().await["letter"].len());
    let left_out = [("Mair Llwyd", "mair@ynys.example"), ("Nia Prys", "nia@ynys.example")]
        .into_iter()
        .filter(|(name, _)| steps::mentor_of(&pairs, name).is_none())
        .collect::<Vec<_>>();
    assert!(!left_out.is_empty(), "{pairs:?}");
    priya.press(&check, "Tell them now", &[]).await.is(200);
    assert_eq!(duet.rows().await["letter"].len() - before, promised);
    let told = "select p.address from letter l join person p on p.id = l.person where l.kind = 'mentee_left_out'";
    let told = duet.asked(told).await;
    for (_, address) in left_out {
        assert!(told.iter().any(|one| one == address), "{address} of {told:?}");
    }
    assert_eq!(told.iter().filter(|one| one.starts_with("simon.")).count(), 1, "who was told before is not told again");
}
