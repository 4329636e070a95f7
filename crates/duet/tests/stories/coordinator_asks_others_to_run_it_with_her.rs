//! A coordinator asks others to run the scheme with her, and lets them in.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn goes_to_scheme(visitor: &mut Visitor) -> Page {
    let rounds = visitor.get("/rounds").await;
    let scheme = rounds.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    visitor.get(&scheme).await
}

#[tokio::test]
async fn somebody_new_comes_in_by_a_link_that_works_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = goes_to_scheme(&mut priya).await;
    let asked =
        [("Their name", "Nia Coach"), ("Their mail address", "Nia@coaching.example"), ("What will they do?", "Coach")];
    let added = priya.press(&scheme, "Add them", &asked).await;
    let made = priya.press(added.is(200).sees("Nia Coach"), "Make a sign-in link for Nia Coach", &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();
    let mut nia = duet.guest();
    let page = nia.get(&link).await;
    let home = steps::goes_on(&mut nia, &page, "Nia Coach").await;
    home.is(200).sees("Hello Nia").sees("Second round");
    nia.follow(&home, "Second round").await.is(200);
    duet.guest().get(&link).await.is(409);
}

#[tokio::test]
async fn problems_are_said_and_nobody_is_added_twice() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = goes_to_scheme(&mut priya).await;
    let wrong = priya.press(&scheme, "Add them", &[("name", "Nia"), ("address", "nia at home")]).await;
    wrong.is(422);
    assert_eq!(wrong.all("#address-problem"), ["Enter a mail address, like name@example.org"]);
    assert_eq!(wrong.attributes("#name", "value"), ["Nia"]);
    let again =
        [("name", "Ruth Adeyemi"), ("address", "RUTH.ADEYEMI@coaching.example"), ("What will they do?", "Coach")];
    priya.press(&scheme, "Add them", &again).await.is(422).sees("They do this already");
    priya
        .post(
            &format!("{}/appointments", scheme.path()),
            &[("name", "Nia"), ("address", "nia@x.example"), ("duty", "administrator")],
        )
        .await
        .is(422);
    goes_to_scheme(&mut priya).await.sees_no("Nia");
}

#[tokio::test]
async fn nobody_makes_a_link_by_which_they_would_come_to_more_than_they_have() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = goes_to_scheme(&mut priya).await;
    let asked = [("name", "Cai"), ("address", "cai@libraries.example"), ("duty", "coordinator")];
    priya.press(&scheme, "Add them", &asked).await.is(200);
    let mut cai = duet.sign_in("cai@libraries.example").await;
    let his = goes_to_scheme(&mut cai).await;
    // Priya administers, too: a link for her would make him an administrator.
    let refused = cai.press(&his, "Make a sign-in link for Priya Nair", &[]).await;
    refused.is(403).sees("This person may do more in Duet than you, so you cannot make a link for them.");
    assert!(!refused.text().contains("/sign-in/"), "no link is shown");
    cai.press(&his, "Make a sign-in link for Ruth Adeyemi", &[]).await.is(200).sees("It works once");
    for other in [cast::RUTH, cast::HELEN] {
        let mut other = duet.sign_in(other).await;
        other.get(scheme.path()).await.is(200).sees_no("Make a sign-in link").sees_no("Add them");
        other.post(&format!("{}/appointments", scheme.path()), &asked).await.is(404);
    }
}
