//! An administrator suspends somebody, lets them back, and notes that they have left.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::asking;
use crate::steps;

async fn finds(visitor: &mut Visitor, name: &str) -> Page {
    let found = visitor.get(&format!("/people?find={}", name.replace(' ', "+"))).await;
    let links = found.links();
    let (_, path) =
        links.iter().find(|(words, to)| words == name && to.starts_with("/people/")).expect("a person found");
    visitor.get(path).await
}

#[tokio::test]
async fn who_is_suspended_is_signed_out_at_once_and_comes_back_when_let() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get("/").await.sees("Gwen Morris");
    let page = finds(&mut priya, "Gwen Morris").await;
    page.sees("Takes part").sees("gwen.morris@");
    priya.press(&page, "Suspend", &[]).await.is(200).sees("Suspended: cannot sign in for now");
    assert!(gwen.get("/sign-ins").await.path().starts_with("/?next="));
    let refused = gwen.post("/demo/sign-in", &[("address", cast::GWEN)]).await;
    refused.is(404);
    let page = finds(&mut priya, "Gwen Morris").await;
    priya.press(&page, "Let back", &[]).await.sees("Takes part");
    duet.sign_in(cast::GWEN).await.get("/").await.sees("Gwen Morris");
}

#[tokio::test]
async fn who_has_left_is_not_proposed() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::goes_to_pairs(&mut priya).await.sees("Gwen Morris");
    let page = finds(&mut priya, "Gwen Morris").await;
    priya.press(&page, "Note that they have left", &[]).await.sees("Has left");
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let again = priya.press(&pairs, "Propose pairs", &[]).await;
    assert!(steps::pairs(&again).iter().all(|(mentor, mentee)| mentor != "Gwen Morris" && mentee != "Gwen Morris"));
}

#[tokio::test]
async fn nobody_does_it_to_themselves_and_the_last_administrator_stays() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let own = finds(&mut priya, "Priya Nair").await;
    own.sees_no("Suspend");
    let path = format!("{}/membership", own.path());
    priya.post(&path, &[("membership", "suspended")]).await.is(403).sees("Ask another administrator.");
    let mut kit = asking::second_administrator(&duet).await;
    kit.post(&path, &[("membership", "suspended")]).await.is(200).sees("Suspended");
    let kits = finds(&mut kit, "Kit Office").await;
    kit.post(&format!("{}/membership", kits.path()), &[("membership", "left")]).await.is(403);
    kit.post(&path, &[("membership", "erased")]).await.is(409);
}

#[tokio::test]
async fn a_coordinator_finds_her_own_people_and_changes_nothing() {
    let duet = TestDuet::demo().await;
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get("/people?find=gwen").await.is(404);
    let mut dilys = duet.elsewhere("dilys@elsewhere.example").await;
    dilys.get("/people?find=gwen").await.is(200).sees("Nobody of that name or address is here");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get("/people?find=%25").await.is(200).sees("Gwen Morris");
    priya.get("/people?find=zzz").await.sees("Nobody of that name or address is here");
}
