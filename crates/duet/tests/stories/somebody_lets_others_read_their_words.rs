//! Somebody lets others read a few words: exactly these, only where they tick, until they withdraw them.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn gives(visitor: &mut Visitor, other: &str, typed: &[(&str, &str)]) -> Page {
    let home = visitor.get("/").await;
    let pair = visitor.follow(&home, other).await;
    let form = visitor.follow(&pair, "A few words for others?").await;
    visitor.press(&form, "Let others read this", typed).await
}

const JOYCE: &str = "joyce.okafor@saltmere.example";
const WORDS: &str = "It was worth <every> hour.";

async fn report(visitor: &mut Visitor) -> Page {
    let path = visitor.get("/").await.links().into_iter().find(|(said, _)| said.contains("First round")).expect("it").1;
    let round = path.trim_end_matches("/report").to_owned();
    visitor.get(&format!("{round}/report")).await
}

#[tokio::test]
async fn they_stand_in_the_report_as_written_and_are_gone_at_once_when_withdrawn() {
    let duet = TestDuet::demo().await;
    let mut joyce = duet.sign_in(JOYCE).await;
    let given = [("Your words", WORDS), ("named", "named"), ("in_report", "yes"), ("long", "year")];
    gives(&mut joyce, "Marcus Bell", &given).await.is(200).sees("Your words may be shown until 3 November 2027.");
    for address in [cast::PRIYA, cast::RUTH, cast::HELEN] {
        report(&mut duet.sign_in(address).await).await.is(200).sees(WORDS).sees("Joyce Okafor, a mentee, Saltmere");
    }
    let home = joyce.get("/").await;
    let pair = joyce.follow(&home, "Marcus Bell").await;
    let form = joyce.follow(&pair, "A few words for others?").await;
    joyce.press(&form, "Withdraw my words", &[]).await.is(200);
    report(&mut duet.sign_in(cast::HELEN).await).await.sees_no("worth").sees("In their words");
    assert_eq!(duet.grep("worth <every> hour").await, 0, "the row is gone");
}

#[tokio::test]
async fn without_a_name_nobody_is_named_and_where_it_is_not_ticked_it_does_not_stand() {
    let duet = TestDuet::demo().await;
    let mut joyce = duet.sign_in(JOYCE).await;
    let given = [("Your words", WORDS), ("named", "nameless"), ("on_website", "yes"), ("long", "half_year")];
    gives(&mut joyce, "Marcus Bell", &given).await.is(200);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    report(&mut priya).await.sees_no("worth");
    let round = steps::goes_to_round(&mut priya, "First round").await;
    let quotes = priya.follow(&round, "Words that may be shown").await;
    let own = quotes.all("figure.quote").into_iter().find(|one| one.contains("worth")).expect("hers");
    assert!(own.contains("a mentee May stand on the website. Until 3 May 2027."), "{own}");
    assert!(!own.contains("Joyce"));
    // Nor does the record say who gave words, and when: the two would be one.
    priya.get("/audit").await.is(200).sees("Joyce Okafor Signed in").sees_no("Let others read their words");
    duet.sign_in(cast::RUTH).await.get(quotes.path()).await.is(404);
    duet.sign_in(cast::HELEN).await.get(quotes.path()).await.is(404);
    // Its last day over, it is shown nowhere.
    duet.days_pass(182);
    duet.sign_in(cast::PRIYA).await.get(quotes.path()).await.sees_no("worth");
}

#[tokio::test]
async fn nothing_is_agreed_to_by_keeping_still() {
    let duet = TestDuet::demo().await;
    let mut joyce = duet.sign_in(JOYCE).await;
    let given = [("Your words", WORDS), ("named", "nameless"), ("long", "year")];
    let blank = gives(&mut joyce, "Marcus Bell", &given[..1]).await;
    blank.is(422).sees("Under which name").sees("For how long").sees(WORDS);
    let asked = gives(&mut joyce, "Marcus Bell", &given).await;
    asked.is(422).sees("Tick at least one place").sees(WORDS);
    assert_eq!(duet.grep("worth <every> hour").await, 0);
    let mut tom = duet.sign_in(cast::TOM).await;
    tom.post(&format!("{}/testimonial/withdrawal", asked.path().trim_end_matches("/testimonial")), &[]).await.is(404);
}
