//! When something happens that a pair cannot settle by itself, its coordinator sees which pair it is, and why, at once.

use duet::demo::cast;
use duet::evaluation::{self, Relation};
use duet::events::{LISTENERS, tell};
use duet::person::Membership;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn goes_to_first_round(visitor: &mut Visitor) -> Page {
    steps::goes_to_round(visitor, "First round").await
}

/// The administrator changes how somebody belongs.
async fn belongs(priya: &mut Visitor, find: &str, to: &str) {
    let found = priya.get(&format!("/people?find={find}")).await;
    let who = found.links().into_iter().find(|(_, to)| to.starts_with("/people/")).expect("somebody").1;
    priya.post(&format!("{who}/membership"), &[("membership", to)]).await.is(200);
}

#[tokio::test]
async fn one_of_whom_is_suspended_or_has_left() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    goes_to_first_round(&mut priya).await.is(200).sees_no("Pairs that need a look");
    belongs(&mut priya, "gwen", "suspended").await;
    let round = goes_to_first_round(&mut priya).await;
    round.sees("Pairs that need a look").sees("Tom Farrow and Gwen Morris").sees("One of them is suspended.");
    // Let back, there is nothing to look at any more.
    belongs(&mut priya, "gwen", "active").await;
    goes_to_first_round(&mut priya).await.sees_no("Pairs that need a look");
    belongs(&mut priya, "gwen", "left").await;
    let round = goes_to_first_round(&mut priya).await;
    round.sees("One of them has left.");
    let settled = priya.press(&round, "I have seen to it : Tom Farrow and Gwen Morris", &[]).await;
    settled.is(200).sees("First round").sees_no("Pairs that need a look");
    priya.get("/audit").await.sees("Saw to a pair that needed a look");
    let kept = duet.asked("select why from partnership_flag order by why").await;
    assert_eq!(kept, ["left", "suspended"], "what was stays");
}

#[tokio::test]
async fn one_of_whom_evaluates_the_other_since() {
    let duet = TestDuet::demo().await;
    let (gwen, tom) = (duet.viewer(cast::GWEN).await.person, duet.viewer(cast::TOM).await.person);
    for _ in 0..2 {
        let noted = duet
            .store()
            .write(duet.organisation(), move |tx| evaluation::note::note(tx, gwen, tom, Relation::Appraises));
        noted.await.expect("it can be noted");
    }
    let mut priya = duet.sign_in(cast::PRIYA).await;
    goes_to_first_round(&mut priya).await.sees("One of them evaluates the other now.");
    assert_eq!(duet.asked("select why from partnership_flag").await, ["evaluates"], "told once");
}

#[tokio::test]
async fn nobody_else_learns_of_it() {
    let duet = TestDuet::demo().await;
    belongs(&mut duet.sign_in(cast::PRIYA).await, "gwen", "left").await;
    let pair = steps::pair_path(&duet, cast::TOM, "Gwen Morris").await;
    for address in [cast::RUTH, cast::HELEN, cast::TOM, steps::ALED] {
        let mut visitor = duet.sign_in(address).await;
        visitor.post(&format!("{pair}/flags"), &[]).await.is(404);
        for page in ["/", &pair, "/rounds"] {
            visitor.get(page).await.sees_no("need a look");
        }
    }
    let mut ruth = duet.sign_in(cast::RUTH).await;
    goes_to_first_round(&mut ruth).await.is(200).sees_no("Pairs that need a look");
    // Nor does her home count them, which tells her how the round goes.
    ruth.get("/").await.sees("First round").sees_no("needs a look");
    duet.sign_in(cast::PRIYA).await.get("/").await.sees("1 pair needs a look");
}

#[tokio::test]
async fn an_act_and_what_is_heard_of_it_are_kept_together_or_not_at_all() {
    let duet = TestDuet::demo().await;
    let gwen = duet.viewer(cast::GWEN).await.person;
    let broken = duet.store().write(duet.organisation(), move |tx| {
        duet::person::store::belong(tx, gwen, Membership::Left)?;
        tell(tx, duet::events::Event::HasLeft(gwen))?;
        Err::<(), _>(kit::Error::conflict("conflict-changed"))
    });
    assert!(broken.await.is_err());
    assert!(duet.asked("select why from partnership_flag").await.is_empty());
    assert!(!LISTENERS.is_empty());
}
