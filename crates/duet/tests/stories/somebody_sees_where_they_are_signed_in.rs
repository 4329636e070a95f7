//! Somebody sees each browser they are signed in with, and signs out the others.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn one_or_all_the_others_are_signed_out() {
    let duet = TestDuet::demo().await;
    let (mut here, mut there, mut library) =
        (duet.sign_in(cast::GWEN).await, duet.sign_in(cast::GWEN).await, duet.sign_in(cast::GWEN).await);
    duet.sign_in(cast::TOM).await.get("/sign-ins").await.is(200).sees("This browser").sees_no("Another browser");
    let list = here.get("/sign-ins").await;
    assert_eq!(list.is(200).all("ul.people li").len(), 3);
    let fewer = here.press(&list, "Sign out all the others", &[]).await;
    fewer.is(200).sees("This browser").sees_no("Another browser");
    here.get("/").await.sees("Hello Gwen");
    there.get("/").await.sees("Come in as someone");
    library.get("/").await.sees("Come in as someone");
}

#[tokio::test]
async fn nobody_signs_somebody_else_out() {
    let duet = TestDuet::demo().await;
    let (mut gwen, mut other) = (duet.sign_in(cast::GWEN).await, duet.sign_in(cast::GWEN).await);
    let list = gwen.get("/sign-ins").await;
    let end = list.attributes("ul.people form", "action").concat();
    duet.sign_in(cast::TOM).await.post(&end, &[]).await.is(404);
    other.get("/").await.sees("Hello Gwen");
    gwen.post(&end, &[]).await.is(200);
    other.get("/").await.sees("Come in as someone");
    gwen.post(&end, &[]).await.is(404);
}

#[tokio::test]
async fn who_made_the_link_is_named() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    let letter = priya.follow(&letters, "Aled Vaughan").await;
    let made = priya.press(&letter, "Make a sign-in link", &[]).await;
    let link = made.all("code").concat();
    let path = link.strip_prefix("https://duet.example").expect("a link of ours").to_owned();
    let mut aled = duet.guest();
    let page = aled.get(&path).await;
    steps::goes_on(&mut aled, &page, "Aled Vaughan").await.is(200);
    aled.get("/sign-ins").await.sees("It began with a link that Priya Nair made for you.");
}
