//! A coordinator keeps two people together or apart, and the rest of the plan is the best around it.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn together_then_neither() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let before = steps::goes_to_pairs(&mut priya).await;
    let two = [("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")];
    assert_ne!(steps::mentor_of(&before, "Simon Achebe").as_deref(), Some("Tom Farrow"));
    let kept = priya.press(&before, "Keep together", &two).await;
    kept.is(200).sees("Kept together");
    assert_eq!(steps::mentor_of(&kept, "Simon Achebe").as_deref(), Some("Tom Farrow"));
    assert_eq!(steps::pairs(&kept).len(), 10, "as many are placed as before");
    kept.sees("Tom Farrow and Simon Achebe together").sees("Proven: no better plan keeps your wish.");
    let free = priya.press(&kept, "Remove : Tom Farrow and Simon Achebe together", &[]).await;
    free.sees_no("Kept together");
    assert_eq!(steps::pairs(&free), steps::pairs(&before));
}

#[tokio::test]
async fn apart() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let before = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(steps::mentor_of(&before, "Aled Vaughan").as_deref(), Some("Elin Prosser"));
    let two = [("Mentor", "Elin Prosser"), ("Mentee", "Aled Vaughan")];
    let apart = priya.press(&before, "Keep apart", &two).await;
    assert_ne!(steps::mentor_of(apart.is(200), "Aled Vaughan").as_deref(), Some("Elin Prosser"));
    let together = priya.press(&apart, "Keep together", &two).await;
    assert_eq!(steps::mentor_of(&together, "Aled Vaughan").as_deref(), Some("Elin Prosser"), "the newer wish stands");
}

#[tokio::test]
async fn wishes_that_contradict_each_other_are_refused() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let kept = priya.press(&pairs, "Keep together", &[("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")]).await;
    let two = [("Mentor", "Tom Farrow"), ("Mentee", "Clare Ogden")];
    let refused = priya.press(&kept, "Keep together", &two).await;
    refused.is(409).sees("This cannot be kept: the mentor has no place left for another wish");
    let still = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(steps::pairs(&still), steps::pairs(&kept), "a refused wish changes nothing");
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    priya.press(&people, "Propose pairs", &[]).await.is(200);
}

#[tokio::test]
async fn colleagues_are_not_paired_by_a_wish() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let mentors = cast::MENTORS.replace("Harbury Libraries", "Ashford Vale Libraries");
    let files = [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    steps::brings_in_files(&mut priya, &format!("{}/import", round.path()), &files).await.is(200);
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let two = [("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")];
    let refused = priya.press(&pairs, "Keep together", &two).await;
    refused.is(409).sees("These two work at the same place, and this round does not pair colleagues.");
}

#[tokio::test]
async fn a_wish_is_taken_back_although_the_two_cannot_be_matched_any_more() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let before = steps::goes_to_pairs(&mut priya).await;
    let kept = priya.press(&before, "Keep together", &[("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")]).await;
    let mentor = duet.viewer(cast::TOM).await.person.to_string();
    let mentee = duet.asked("select cast(id as text) from person where name = 'Simon Achebe'").await.remove(0);
    steps::tells_the_pairs(&mut priya).await;
    let wishes = kept.path().replace("/proposal", "/wishes");
    let two = [("mentor", mentor.as_str()), ("mentee", mentee.as_str())];
    priya.post(&wishes, &[&two[..], &[("wish", "together")]].concat()).await.is(409);
    priya.post(&wishes, &[&two[..], &[("wish", "neither")]].concat()).await.is(200);
    let left =
        "select cast(count(*) as text) from pair_wish w join person p on p.id = w.mentee where p.name = 'Simon Achebe'";
    assert_eq!(duet.asked(left).await, ["0"]);
}
