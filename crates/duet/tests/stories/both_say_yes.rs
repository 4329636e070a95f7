//! Two people who were put together say yes, or one says no and nobody is blamed.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn when_both_say_yes_they_begin() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let offer = steps::pair_path(&duet, steps::ALED, "Elin Prosser").await;
    aled.get(&offer).await.sees("Would you like to work with Elin Prosser?").sees_no("elin.prosser@");
    let said = steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await;
    said.is(200).sees("You said yes").sees("What happens next: Elin Prosser says yes or no.");
    aled.get("/").await.sees("You are waiting for Elin Prosser");
    steps::goes_to_round(&mut priya, "Second round").await.sees("One has said yes").sees("0 of 10 said yes");
    aled.get(&format!("{offer}/sessions/new")).await.is(409).sees("once both of you have said yes");

    let mut elin = duet.sign_in(steps::ELIN).await;
    let begun = steps::answers(&mut elin, "Aled Vaughan", "Yes, I would").await;
    begun.is(200).sees("Log a session").sees("aled.vaughan@gwydion.example").sees("Began 3 November 2026");
    aled.get(&offer).await.sees("elin.prosser@dyffryn.example").sees_no("Yes, I would");
    steps::goes_to_round(&mut priya, "Second round").await.sees("1 of 10 said yes");
}

#[tokio::test]
async fn an_answer_is_given_once() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let offer = steps::pair_path(&duet, steps::ALED, "Elin Prosser").await;
    let asked = aled.get(&offer).await;
    aled.press(&asked, "Yes, I would", &[]).await.is(200);
    // The same form again leads where it led; an older page's form is another, and it is too late for that.
    aled.press(&asked, "Yes, I would", &[]).await.is(200).sees("You said yes");
    aled.press(&asked, "No, thank you", &[]).await.is(409).sees("You have answered already.");
    aled.post(&format!("{offer}/answer"), &[("answer", "perhaps")]).await.is(404);
    duet.sign_in(cast::TOM).await.post(&format!("{offer}/answer"), &[("answer", "accept")]).await.is(404);
}

#[tokio::test]
async fn a_no_ends_it_without_blame_and_both_can_be_matched_again() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let mut elin = duet.sign_in(steps::ELIN).await;
    steps::answers(&mut elin, "Aled Vaughan", "Yes, I would").await.is(200);
    let mut aled = duet.sign_in(steps::ALED).await;
    let no = steps::answers(&mut aled, "Elin Prosser", "No, thank you").await;
    no.is(200).sees("This pair did not go ahead, and that is fine.");
    let hers = steps::pair_path(&duet, steps::ELIN, "Aled Vaughan").await;
    elin.get(&hers)
        .await
        .is(200)
        .sees("This pair did not go ahead, and that is fine.")
        .sees_no("declined")
        .sees_no("said no");
    elin.post(&format!("{hers}/answer"), &[("answer", "accept")]).await.is(409);

    let round = steps::goes_to_round(&mut priya, "Second round").await;
    round.sees("Said no");
    let people = priya.follow(&round, "People").await;
    let anew = priya.press(&people, "Propose pairs", &[]).await;
    // Simon, whom nobody was left for, and Aled may have Elin now; the others have somebody and are not asked again.
    let pairs = steps::pairs(anew.is(200));
    assert_eq!(pairs.len(), 1, "one mentor is free: {pairs:?}");
    assert_eq!(pairs[0].0, "Elin Prosser");
    assert_ne!(pairs[0].1, "Aled Vaughan", "who said no to somebody is not put together with them again");
}
