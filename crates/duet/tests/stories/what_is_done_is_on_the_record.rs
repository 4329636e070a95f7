//! What is done is on the record, for administrators; what a pair does stays theirs.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn each_step_is_written_down_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let before = priya.get("/audit").await.all("tbody tr").len();
    let pairs = steps::goes_to_pairs(&mut priya).await;
    priya.press(&pairs, "Keep apart", &[("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")]).await.is(200);
    let record = priya.get("/audit").await;
    let rows = record.is(200).all("tbody tr");
    assert_eq!(rows.len(), before + 1, "{rows:?}");
    let today = |row: &&String| row.starts_with("3 November 2026") && row.contains("Changed a wish for a pair");
    assert_eq!(rows.iter().filter(today).count(), 1, "{rows:?}");
}

#[tokio::test]
async fn who_tries_to_pair_somebody_with_their_evaluator_is_on_it() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let two = [("Mentor", "Ann Featherstone"), ("Mentee", "Becky Thorne")];
    priya.press(&pairs, "Keep together", &two).await.is(409).sees("One of these two evaluates the other");
    let record = priya.get("/audit").await;
    record.sees("Tried to pair somebody with their evaluator, and was stopped").sees_no("Becky").sees_no("Ann Feather");
}

#[tokio::test]
async fn what_a_pair_does_is_not_shown_and_only_administrators_look() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut aled = duet.sign_in(steps::ALED).await;
    steps::answers(&mut aled, "Elin Prosser", "No, thank you").await.is(200);
    let record = duet.sign_in(cast::PRIYA).await.get("/audit").await;
    record.sees("Told the pairs").sees_no("Said no to a pair").sees_no("Logged a session");
    for address in [cast::RUTH, cast::HELEN, cast::GWEN] {
        duet.sign_in(address).await.get("/audit").await.is(404);
    }
}
