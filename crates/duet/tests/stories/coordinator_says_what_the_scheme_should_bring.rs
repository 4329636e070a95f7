//! A coordinator says what the scheme should bring those who take part: adds outcomes, says them better, and stops asking.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

const FINE: [(&str, &str); 3] =
    [("words", "I lead with care."), ("words_cy", "Rwy’n arwain gyda gofal."), ("for_role", "mentee")];

async fn outcomes(visitor: &mut Visitor) -> Page {
    let rounds = visitor.get("/rounds").await;
    let scheme = visitor.follow(&rounds, "About this scheme").await;
    visitor.follow(&scheme, "Outcomes: what people should take away").await
}

#[tokio::test]
async fn they_are_added_in_both_languages() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = outcomes(&mut priya).await;
    let page = priya.press(&page, "Add it", &FINE).await;
    page.is(200).sees("I lead with care.");
    assert_eq!(page.all("ol.rules li").last().map(|last| last.contains("I lead with care.")), Some(true), "at the end");
    let welsh = priya.press(&page, "Cymraeg", &[]).await;
    welsh.is(200).sees("Rwy’n arwain gyda gofal.").sees_no("I lead with care.");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = outcomes(&mut priya).await;
    let before = page.all("ol.rules li").len();
    let none = priya.press(&page, "Add it", &[("words", ""), ("words_cy", "Rwy’n gallu.")]).await;
    none.is(422);
    assert_eq!(none.attributes("input[name=words_cy]", "value"), ["Rwy’n gallu."]);
    let long = "x".repeat(301);
    priya.press(&page, "Add it", &[("words", &long)]).await.is(422);
    let page = priya.press(&page, "Add it", &FINE).await;
    priya.press(&page, "Add it", &FINE).await.is(422).sees("People are asked about this already");
    let page = outcomes(&mut priya).await;
    assert_eq!(page.all("ol.rules li").len(), before + 1);
}

#[tokio::test]
async fn twenty_are_asked_about_at_most() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let mut page = outcomes(&mut priya).await;
    for number in page.all("ol.rules li").len()..20 {
        let words = format!("I can do {number} things.");
        page = priya.press(&page, "Add it", &[("words", words.as_str())]).await;
        page.is(200);
    }
    let full = priya.press(&page, "Add it", &FINE).await;
    full.is(409).sees("People can be asked about 20 outcomes at most. Withdraw one first.");
    let fewer = priya.press(&page, "Stop asking : I can do 7 things.", &[]).await;
    let full = priya.press(fewer.is(200), "Add it", &FINE).await;
    priya.press(full.is(200), "Ask again : I can do 7 things.", &[]).await.is(409).sees("at most");
}

#[tokio::test]
async fn one_is_reworded_withdrawn_and_asked_again() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = outcomes(&mut priya).await;
    let page = priya.press(&page, "Add it", &FINE).await;
    let path = page.links().into_iter().rfind(|(words, _)| words.contains("I lead with care.")).expect("a link").1;
    let edit = priya.get(&path).await;
    let kept = priya.press(&edit, "Keep these words", &[("words", "I lead with more care.")]).await;
    kept.is(200).sees("I lead with more care.").sees_no("I lead with care.");
    let gone = priya.post(&format!("{path}/withdrawal"), &[]).await;
    gone.is(200).sees("No longer asked").sees("I lead with more care.");
    assert!(!gone.all("ol.rules li").iter().any(|one| one.contains("more care")));
    let back = priya.press(&gone, "Ask again : I lead with more care.", &[]).await;
    back.is(200).sees_no("No longer asked");
    assert!(back.all("ol.rules li").iter().any(|one| one.contains("more care")));
}

#[tokio::test]
async fn who_runs_the_scheme_reads_them_and_only_its_coordinators_change_them() {
    let duet = TestDuet::demo().await;
    let page = outcomes(&mut duet.sign_in(cast::PRIYA).await).await;
    let one = page.link("Change the words");
    for address in [cast::RUTH, cast::HELEN] {
        let mut visitor = duet.sign_in(address).await;
        let shown = outcomes(&mut visitor).await;
        shown.is(200).sees_no("Add an outcome").sees_no("Stop asking");
        visitor.post(page.path(), &FINE).await.is(404);
        visitor.get(&one).await.is(404);
        visitor.post(&format!("{one}/withdrawal"), &[]).await.is(404);
    }
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(page.path()).await.is(404);
    gwen.get(&one).await.is(404);
}

#[tokio::test]
async fn what_is_asked_no_more_does_not_hold_the_scheme_up_in_its_report() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let report = priya.get("/rounds").await.link("Second round") + "/report";
    let of =
        |page: &Page| page.all("dl.held div").into_iter().find(|one| one.starts_with("Outcomes")).unwrap_or_default();
    let before = of(&priya.get(&report).await);
    assert!(before.contains("People are asked about"), "{before}");
    let page = outcomes(&mut priya).await;
    for action in page.attributes("form[action$='/withdrawal']", "action") {
        priya.post(&action, &[]).await.is(200);
    }
    let after = of(&priya.get(&report).await);
    assert!(after.contains("nothing says what people should take away"), "{after}");
}
