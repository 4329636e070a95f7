//! A scheme needs four things to be good mentoring. One that lacks some says so to who coordinates it, until it has them.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn scheme(visitor: &mut Visitor) -> Page {
    let rounds = visitor.get("/rounds").await;
    visitor.follow(&rounds, "About this scheme").await
}

#[tokio::test]
async fn what_is_lacking_is_said_until_it_is_there() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    steps::opens_a_round(&mut admin).await;
    let page = scheme(&mut admin).await;
    page.sees("This scheme lacks 4 things that good mentoring needs").sees("Reward: nothing says");
    for (link, lacks) in [
        ("Write it : Support from the organisation", "lacks 3 things"),
        ("Write it : How pairs are chosen", "lacks 2 things"),
        ("Write it : What mentors get", "lacks one thing"),
    ] {
        let page = scheme(&mut admin).await;
        let form = admin.follow(&page, link).await;
        let kept = admin.press(&form, "Keep these words", &[("words", "Two hours a month.")]).await;
        kept.is(200).sees(lacks).sees("Two hours a month.");
    }
    let page = scheme(&mut admin).await;
    let outcomes = admin.follow(&page, "Outcomes: what people should take away").await;
    admin.press(&outcomes, "Add it", &[("words", "I listen.")]).await.is(200);
    let page = scheme(&mut admin).await;
    page.sees("This scheme has all four things").sees_no("lacks");
    let outcomes = admin.get(&format!("{}/outcomes", page.path())).await;
    admin.press(&outcomes, "Stop asking : I listen.", &[]).await.is(200);
    scheme(&mut admin).await.sees("lacks one thing").sees("Outcomes: nothing says");
}

#[tokio::test]
async fn only_its_coordinators_are_told_and_write() {
    let duet = TestDuet::demo().await;
    let page = scheme(&mut duet.sign_in(cast::PRIYA).await).await;
    page.sees("This scheme lacks one thing that good mentoring needs").sees("What mentors get");
    for address in [cast::RUTH, cast::HELEN] {
        let mut visitor = duet.sign_in(address).await;
        let shown = scheme(&mut visitor).await;
        shown.is(200).sees("two hours a month of protected time").sees_no("lacks").sees_no("Write it");
        visitor.get(&format!("{}/conditions/reward", page.path())).await.is(404);
        visitor.post(&format!("{}/conditions/reward", page.path()), &[("words", "A fee.")]).await.is(404);
        visitor.get(&format!("{}/description", page.path())).await.is(404);
    }
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get(&format!("{}/conditions/outcomes", page.path())).await.is(404);
    let empty = priya.post(&format!("{}/conditions/reward", page.path()), &[("words", " ")]).await;
    empty.is(422);
}

#[tokio::test]
async fn a_scheme_is_described_anew() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = scheme(&mut priya).await;
    let form = priya.follow(&page, "Change its name, purpose, sponsor or colour").await;
    let wrong = priya.press(&form, "Keep this", &[("name", ""), ("sponsor", "The Arts Fund")]).await;
    wrong.is(422);
    assert_eq!(wrong.attributes("input[name=sponsor]", "value"), ["The Arts Fund"]);
    let typed = [("name", "Mentoring for all heads"), ("sponsor", "The Arts Fund"), ("colour", "plum")];
    let kept = priya.press(&form, "Keep this", &typed).await;
    kept.is(200).sees("Mentoring for all heads").sees("Paid for by The Arts Fund");
    assert_eq!(kept.attributes("body", "class"), ["scheme-plum"]);
    duet.sign_in(cast::HELEN).await.get(page.path()).await.sees("Paid for by The Arts Fund");
}

#[tokio::test]
async fn what_the_scheme_is_for_can_have_several_lines() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = priya.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let form = priya.get(&format!("{scheme}/description")).await;
    let lines = "To listen.\r\n\r\nTo be less alone.";
    let kept = priya.press(&form, "Keep this", &[("purpose", lines)]).await;
    assert!(kept.is(200).text().contains("To listen.\n\nTo be less alone."), "{kept:?}");
    assert_eq!(duet.asked("select purpose from scheme").await, ["To listen.\n\nTo be less alone."]);
    let again = priya.get(&format!("{scheme}/description")).await;
    assert_eq!(again.all("textarea#purpose"), ["To listen. To be less alone."]);
    priya.press(&again, "Keep this", &[("purpose", "a\u{7}b")]).await.is(422);
}
