//! Whoever writes an application – its person, a coordinator on the telephone, a sheet – what it says is held against the rules
//! in the same moment, and the list of people shows it. Nobody is left to be looked at later.

use duet::application::list::{Asked, Group, MOST_SORTED, ON_A_PAGE};
use duet::application::store;
use duet::demo::cast;
use duet::round::{self, RoundId};
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

const UNMARKED: &str = "select cast(count(*) as text) from application where meets is null";

async fn people(priya: &mut Visitor) -> Page {
    let round = steps::goes_to_round(priya, "Second round").await;
    priya.follow(&round, "People").await
}

/// Whether somebody stands among those who do not meet a rule.
fn is_out(page: &Page, name: &str) -> bool {
    page.is(200).all("#out .leftout h3").iter().any(|one| one.contains(name))
}

#[tokio::test]
async fn who_was_entered_without_an_answer_and_gives_it_can_be_matched() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let mair = [
        ("name", "Mair Llwyd"),
        ("address", "mair@ynys.example"),
        ("language", "en"),
        ("role", "mentee"),
        ("places", "1"),
    ];
    priya.post(&format!("{round}/applications"), &mair).await.is(200);
    assert!(is_out(&people(&mut priya).await, "Mair Llwyd"), "nothing is known of her yet");
    let mut mair = duet.sign_in("mair@ynys.example").await;
    let home = mair.get("/").await;
    let entry = mair.follow(&home, "Priya Nair entered something for you. Is it right?").await;
    let said = [("head of service", "yes"), ("nation", "Wales")];
    mair.press(&entry, "Keep it like this", &said).await.is(200).sees("says it is right");
    let after = people(&mut priya).await;
    assert!(!is_out(&after, "Mair Llwyd"), "she said that she is a head of service: {after:?}");
    after.sees("Mair Llwyd");
    assert_eq!(duet.asked(UNMARKED).await, ["0"]);
    // They are her own words now.
    mair.get(&round.replace("/rounds/", "/calls/")).await.sees("You applied on 3 November 2026");
}

#[tokio::test]
async fn who_applies_or_changes_their_mind_stands_in_the_right_list() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let call = steps::goes_to_round(&mut priya, "Second round").await.path().replace("/rounds/", "/calls/");
    let mut tom = duet.sign_in(cast::TOM).await;
    for (said, out) in [("no", true), ("yes", false), ("no", true)] {
        let answers = [("answer-headofservice", said), ("answer-nation", "England")];
        tom.post(&format!("{call}/mentee/steps/taking-part"), &answers).await.is(200);
        tom.post(&format!("{call}/mentee/sending"), &[]).await.is(200);
        assert_eq!(is_out(&people(&mut priya).await, "Tom Farrow"), out, "he said {said}");
        assert_eq!(duet.asked(UNMARKED).await, ["0"], "nobody is left to be looked at");
    }
}

#[tokio::test]
async fn a_page_is_the_same_whether_few_are_sorted_or_many_are_walked_through() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let mut tom = duet.sign_in(cast::TOM).await;
    let call = round.replace("/rounds/", "/calls/");
    tom.post(&format!("{call}/mentee/steps/taking-part"), &[("answer-headofservice", "no")]).await.is(200);
    tom.post(&format!("{call}/mentee/sending"), &[]).await.is(200);
    let id: RoundId = round.rsplit('/').next().expect("an id").parse().expect("an id");
    let viewer = duet.viewer(cast::PRIYA).await;
    let walked = duet.store().read(duet.organisation(), move |c| {
        let round = round::store::reached(c, viewer, id)?;
        let rules = round::store::rules(c, &round)?;
        let tally = store::tally(c, &round, &rules)?.expect("everybody was looked at");
        let mut found = Vec::new();
        for (find, group) in ["", "a"].into_iter().flat_map(|find| Group::ALL.iter().map(move |group| (find, *group))) {
            let all = [MOST_SORTED, -1].map(|most| {
                let (mut after, mut names) = (None, Vec::new());
                loop {
                    let asked = Asked { group, after, find: find.to_owned() };
                    let some = store::some(c, &round, &rules, &tally, (&asked, most)).expect("a page");
                    // A page of one, so that each place is one that a page begins after.
                    let Some(first) = some.first() else { break };
                    assert!(some.len() <= ON_A_PAGE + 1);
                    names.push((first.name.clone(), first.role));
                    let (name, person, role) = (first.name.clone(), first.person, first.role.as_str().to_owned());
                    after = Some(duet::application::list::After { name, person, role });
                }
                names
            });
            found.push((group, find, all));
        }
        Ok(found)
    });
    let walked = walked.await.expect("the lists");
    for (group, find, [few, many]) in &walked {
        assert_eq!(few, many, "{group} {find}");
        assert!(!few.is_empty() || !find.is_empty(), "{group} has somebody in it");
    }
}
