//! A coordinator sees who is eligible, and of everybody else the rule they do not meet.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn each_person_who_is_not_has_the_rules_they_do_not_meet() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    people.is(200).sees("10 mentors and 11 mentees can be matched. 1 person does not meet a rule.");
    assert_eq!(people.all(".leftout h3"), ["Iain Baird, Strath Orran Libraries"]);
    let rules = people.all(".leftout .reasons li");
    assert_eq!(rules.len(), 2, "{rules:?}");
    assert!(rules[0].contains("head of service now, could apply to be one within 12 months"), "{rules:?}");
    assert!(rules[1].contains("England, Wales, Northern Ireland or a Crown Dependency"), "{rules:?}");
    people.sees("As many people as possible get a mentor. Among those plans, the best fit wins.");
    people.sees("Nobody is matched with someone who evaluates them.");
}

#[tokio::test]
async fn who_is_not_eligible_is_not_proposed() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(steps::mentor_of(&pairs, "Iain Baird"), None);
    assert!(!pairs.all(".leftout h3").iter().any(|name| name.contains("Iain")), "his reason stands with the people");
    let chosen = pairs.all("select[name=mentee] option");
    assert!(!chosen.iter().any(|name| name == "Iain Baird"), "nobody can wish for who is not eligible: {chosen:?}");
}

#[tokio::test]
async fn the_coach_sees_it_and_changes_nothing() {
    let duet = TestDuet::demo().await;
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let round = steps::goes_to_round(&mut ruth, "Second round").await;
    let people = ruth.follow(&round, "People").await;
    people.is(200).sees("Iain Baird").sees_no("Propose pairs").sees_no("Bring in people");
    let path = round.path().to_owned();
    ruth.post(&format!("{path}/proposals"), &[]).await.is(404);
    ruth.get(&format!("{path}/import")).await.is(404);
}
