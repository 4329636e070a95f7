//! A coordinator and a sponsor read what a round came to.

use duet::demo::cast;
use testkit::{TestDuet, Visitor};

use crate::steps;

async fn tally(visitor: &mut Visitor, path: &str) -> Vec<String> {
    let report = visitor.get(path).await;
    report.is(200).all("ul.tally li")
}

#[tokio::test]
async fn placed_met_and_hours_follow_what_happens() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let home = helen.get("/").await;
    let path = home.link("Report: First round");
    assert_eq!(tally(&mut helen, &path).await, ["5 pairs placed", "5 pairs met", "20.8 hours of mentoring"]);
    let report = helen.get(&path).await;
    report.sees("5 mentors and 5 mentees").sees("19 in all, 3.8 for each pair who met").sees("As of 3 November 2026.");
    report.sees("Priya Nair").sees("Ruth Adeyemi").sees("Helen Marsh").sees_no("Gwen").sees_no("Tom Farrow");
    assert_eq!(tally(&mut duet.sign_in(cast::PRIYA).await, &path).await.len(), 3);
    assert_eq!(tally(&mut duet.sign_in(cast::RUTH).await, &path).await.len(), 3);

    let mut gwen = duet.sign_in(cast::GWEN).await;
    let home = gwen.get("/").await;
    let form = gwen.follow(&home, "Log a session").await;
    let session = [("When did you meet?", "2 11 2026"), ("minutes", "90"), ("way", "online")];
    gwen.press(&form, "Save the session", &session).await.is(200);
    assert_eq!(tally(&mut helen, &path).await, ["5 pairs placed", "5 pairs met", "22.3 hours of mentoring"]);
    helen.get(&path).await.sees("20 in all, 4.0 for each pair who met");
}

#[tokio::test]
async fn a_round_begins_at_nothing_and_counts_who_said_yes() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = helen.get("/").await.link("Report: Second round");
    assert_eq!(tally(&mut helen, &path).await, ["0 pairs placed", "0 pairs met", "0 hours of mentoring"]);
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    helen.get(&path).await.sees("0 pairs said yes, 10 have still to answer");
    for (one, other) in [(steps::ALED, "Elin Prosser"), (steps::ELIN, "Aled Vaughan")] {
        steps::answers(&mut duet.sign_in(one).await, other, "Yes, I would").await.is(200);
    }
    assert_eq!(tally(&mut helen, &path).await, ["1 pair placed", "0 pairs met", "0 hours of mentoring"]);
    helen.get(&path).await.sees("9 have still to answer").sees("0 in all, 0 for each pair who met");
}

#[tokio::test]
async fn the_rounds_lie_where_the_clock_is() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = helen.get("/").await.link("Report: Second round");
    // The cast's second round begins thirty days from today, whatever day a story says it is.
    helen.get(&path).await.sees("3 December 2026 to 1 July 2027");
}
