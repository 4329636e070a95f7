//! A coordinator asks the plan: why not these two, what would place who is left out; and does it with a button.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn why_not_says_the_price_and_who_loses_whom() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let page = priya.follow(&pairs, "Ask about two people").await;
    let aled = priya.follow(&page, "Aled Vaughan").await;
    aled.is(200).sees("In this plan: with Elin Prosser.");
    let why_not = priya.follow(&aled, "Why not? : Tom Farrow").await;
    why_not.is(200).sees("They are not a pair in this plan. They could be, at a price.");
    let told = why_not.all("section ul li");
    assert!(told.iter().any(|one| one == "Aled Vaughan would go from Elin Prosser to Tom Farrow."), "{told:?}");
    // The price is the truth: pairing them gives a plan that is so much worse.
    let total = |page: &testkit::Page| -> u32 {
        page.all("article.pairing p.fit b").iter().map(|fit| fit.parse::<u32>().expect("a fit")).sum()
    };
    let words = why_not.words();
    let worse = words.split("All pairs together would fit ").nth(1).expect("a price");
    let worse: u32 = worse.split(' ').next().expect("a number").parse().expect("a number");
    let kept = priya.press(&why_not, "Keep together", &[]).await;
    assert_eq!(steps::mentor_of(kept.is(200), "Aled Vaughan").as_deref(), Some("Tom Farrow"));
    let fell = total(&pairs) - total(&kept);
    // Each pair's fit is rounded by itself.
    assert!(fell.abs_diff(worse) <= 10, "{fell} {worse}");
}

#[tokio::test]
async fn giving_a_mentor_a_second_place_places_who_was_left_out() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let out = pairs.firsts(".leftout h3").concat();
    let out = out.split(',').next().expect("a name").to_owned();
    let asked = priya.follow(&pairs, &format!("Whom else could {out} have?")).await;
    asked.is(200).sees("No mentor in this plan.").sees("What would place them");
    let ways = asked.all("article.leftout h3");
    assert!(!ways.is_empty() && ways.len() <= 3, "{ways:?}");
    let said = asked.firsts("article.leftout button").first().expect("a button").clone();
    let placed = priya.press(&asked, &said, &[]).await;
    let now = steps::pairs(placed.is(200).sees("Proven: no better plan exists."));
    assert_eq!(now.len(), 11);
    assert!(placed.all(".leftout").is_empty());
    let mentor = said.trim_start_matches("Give ").trim_end_matches(" one more place");
    assert_eq!(now.iter().filter(|(of, _)| of == mentor).count(), 2, "{now:?}");
    let audit = priya.get("/audit").await;
    audit.sees("Gave a mentor one place more");
}

#[tokio::test]
async fn an_evaluator_has_the_reason_and_no_button() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let page = priya.follow(&pairs, "Ask about two people").await;
    let barred = "One of these two evaluates the other";
    let mut seen = 0;
    for (words, to) in page.links().into_iter().filter(|(_, to)| to.contains("reasons?mentee=")) {
        let one = priya.get(&to).await;
        let rows = one.is(200).all("main table tbody tr");
        assert!(rows.len() > 5, "{words}: {rows:?}");
        seen += rows.iter().filter(|row| row.contains(barred) && !row.contains("Why not?")).count();
    }
    assert!(seen > 0, "somebody's manager is a mentor");
}

#[tokio::test]
async fn who_is_left_out_cannot_have_their_own_manager() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(
        pairs.firsts(".leftout h3"),
        ["Simon Achebe, Ashford Vale Libraries"],
        "the round opens on a stuck case"
    );
    pairs.sees("took one more mentee, they would have a place.");
    let asked = priya.follow(&pairs, "Whom else could Simon Achebe have?").await;
    let rows = asked.all("main table tbody tr");
    let joyce = rows.iter().find(|row| row.starts_with("Joyce Okafor")).expect("his manager is a mentor");
    assert!(joyce.contains("One of these two evaluates the other") && !joyce.contains("Why"), "{joyce}");
    assert!(asked.links().iter().all(|(words, _)| !words.contains("Joyce Okafor")), "nothing to ask further");
    assert!(asked.all("main button").iter().all(|button| !button.contains("Joyce Okafor")), "no button");
    // Nor by the page of the two, nor by a wish that somebody writes by hand.
    let id = async |address: &'static str| duet.viewer(address).await.person.to_string();
    let (mentor, mentee) = (id("joyce.okafor@saltmere.example").await, id("simon.achebe@ashford-vale.example").await);
    let base = asked.path().split('?').next().expect("a path").to_owned();
    let two = priya.get(&format!("{base}?mentor={mentor}&mentee={mentee}")).await;
    two.is(200).sees("One of these two evaluates the other, as a manager or supervisor does.");
    assert!(two.all("main button").is_empty());
    let wish = [("mentor", mentor.as_str()), ("mentee", mentee.as_str()), ("wish", "together")];
    priya.post(&base.replace("/reasons", "/wishes"), &wish).await.is(409).sees("One of these two evaluates the other");
}

#[tokio::test]
async fn a_name_is_found_and_somebody_who_cannot_be_matched_is_not() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let path = priya.follow(&pairs, "Ask about two people").await.path().to_owned();
    let found = priya.get(&format!("{path}?sought=achebe")).await;
    assert_eq!(found.all("ul.people li").len(), 1);
    priya.get(&format!("{path}?mentee=01920000-0000-7000-8000-000000000000")).await.is(409);
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let asked = ruth.get(&found.link("Simon Achebe")).await;
    asked.is(200).sees("No mentor in this plan.");
    assert!(asked.all("main form").is_empty(), "a coach looks, and changes nothing");
}
