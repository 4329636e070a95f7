//! Two who were put together may talk once before they answer, and either may step back without a reason until they have
//! met twice. Nobody learns which of them it was, and the two are not put together again.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// Aled and Elin both say yes, and meet once; gives the path of their pair and its page, as Aled sees it.
async fn begin_and_meet_once(duet: &TestDuet) -> (Visitor, String, Page, Visitor) {
    let mut aled = duet.sign_in(steps::ALED).await;
    let mut elin = duet.sign_in(steps::ELIN).await;
    steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await.is(200);
    steps::answers(&mut elin, "Aled Vaughan", "Yes, I would").await.is(200).sees("Step back from this pair");
    let pair = steps::pair_path(duet, steps::ALED, "Elin Prosser").await;
    let form = aled.get(&format!("{pair}/sessions/new")).await;
    let met = [("When did you meet?", "3 11 2026"), ("minutes", "45"), ("way", "phone")];
    let shown = aled.press(&form, "Save the session", &met).await;
    shown.is(200);
    (aled, pair, shown, elin)
}

/// Whom the coordinator's next proposal has for Aled.
async fn proposed(priya: &mut Visitor) -> Option<String> {
    let round = steps::goes_to_round(priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    let anew = priya.press(&people, "Propose pairs", &[]).await;
    steps::mentor_of(anew.is(200), "Aled Vaughan")
}

/// The coordinator asks for another try for Aled and Elin.
async fn asks_for_another_try(priya: &mut Visitor) {
    let round = steps::goes_to_round(priya, "Second round").await;
    let form = priya.follow(&round, "Another try : Elin Prosser, Aled Vaughan").await;
    let note = [("Why?", "Both told me by telephone that spring suits them.")];
    priya.press(&form, "Let them be proposed again", &note).await.is(200).sees("spring suits them");
}

/// The coordinator lets pairs of the scheme have a first talk.
async fn allows_a_first_talk(priya: &mut Visitor) {
    let rounds = priya.get("/rounds").await;
    let scheme = priya.follow(&rounds, "About this scheme").await;
    let form = priya.follow(&scheme, "Change its name, purpose, sponsor or colour").await;
    priya.press(&form, "Keep this", &[("first_talk", "yes")]).await.is(200);
}

#[tokio::test]
async fn a_first_talk_is_held_where_the_scheme_has_one() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let pair = steps::pair_path(&duet, steps::ALED, "Elin Prosser").await;
    let mut aled = duet.sign_in(steps::ALED).await;
    aled.get(&pair).await.sees_no("You can talk once before you answer.").sees_no("elin.prosser@");
    aled.get(&format!("{pair}/talk")).await.is(409);

    allows_a_first_talk(&mut priya).await;
    let shown = aled.get(&pair).await;
    shown.sees("You can talk once before you answer.").sees("elin.prosser@dyffryn.example");
    let form = aled.follow(&shown, "Note the day of your first talk").await;
    aled.press(&form, "Keep this day", &[("On which day do you talk?", "31 2 2026")]).await.is(422);
    let kept = aled.press(&form, "Keep this day", &[("On which day do you talk?", "6 11 2026")]).await;
    kept.is(200).sees("Your first talk: 6 November 2026.");
    let mut elin = duet.sign_in(steps::ELIN).await;
    elin.get(&pair).await.sees("Your first talk: 6 November 2026.").sees("Yes, I would");
    for address in [cast::PRIYA, cast::RUTH, cast::TOM] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get(&format!("{pair}/talk")).await.is(404);
        visitor.post(&format!("{pair}/stepping-back"), &[]).await.is(404);
    }
}

#[tokio::test]
async fn either_steps_back_after_the_first_meeting_and_nobody_learns_who() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let (mut aled, pair, shown, mut elin) = begin_and_meet_once(&duet).await;
    let gone = aled.press(&shown, "Step back from this pair", &[]).await;
    gone.is(200).sees("This pair did not go on, and that is fine.").sees_no("Log a session");
    elin.get(&pair).await.sees("This pair did not go on, and that is fine.").sees_no("Aled Vaughan stepped");
    aled.post(&format!("{pair}/stepping-back"), &[]).await.is(409);

    let round = steps::goes_to_round(&mut priya, "Second round").await;
    round.sees("Stepped back").sees_no("Aled Vaughan stepped").sees_no("Elin Prosser stepped");
    let rows = duet.asked("select cast(count(*) as text) from partnership_answer where answer = 'decline'").await;
    assert_eq!(rows, ["0"], "the pair does not keep who it was");
    priya.get("/audit").await.sees_no("Stepped back from a pair");

    // Both can be matched again, and not with each other.
    let people = priya.follow(&round, "People").await;
    let anew = priya.press(&people, "Propose pairs", &[]).await;
    let pairs = steps::pairs(anew.is(200));
    assert!(pairs.iter().any(|(mentor, _)| mentor == "Elin Prosser"), "{pairs:?}");
    assert!(!pairs.iter().any(|(mentor, mentee)| mentor == "Elin Prosser" && mentee == "Aled Vaughan"), "{pairs:?}");
}

#[tokio::test]
async fn they_are_proposed_again_when_a_coordinator_asks_for_it_with_a_note_and_not_else() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let pair = steps::pair_path(&duet, steps::ALED, "Elin Prosser").await;
    let asking = format!("{pair}/another-try");
    priya.get(&asking).await.is(200).sees("This pair goes on").sees_no("Let them be proposed again");
    priya.post(&asking, &[("note", "Why not.")]).await.is(409);
    let mut aled = duet.sign_in(steps::ALED).await;
    let waiting = steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await;
    aled.press(&waiting, "Step back from this pair", &[]).await.is(200);
    assert_ne!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));

    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let form = priya.follow(&round, "Another try : Elin Prosser, Aled Vaughan").await;
    form.sees("Who can see this: you (coordinator). Nobody else.");
    priya.press(&form, "Let them be proposed again", &[]).await.is(422).sees("Please fill this in");
    let note = [("Why?", "Both told me by telephone that spring suits them.")];
    let kept = priya.press(&form, "Let them be proposed again", &note).await;
    kept.is(200)
        .sees("They can be proposed to each other again.")
        .sees("Priya Nair, on 3 November 2026")
        .sees("spring suits them");
    assert_eq!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));
    for address in [cast::RUTH, steps::ALED, cast::HELEN] {
        duet.sign_in(address).await.get(&asking).await.is(404);
    }
    aled.get(&pair).await.sees_no("spring suits them");

    // It was for once: whoever steps back again is not asked about the other again.
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.is(200);
    let again = aled.get("/").await.links().into_iter().find(|(_, to)| to.starts_with("/partnerships/") && *to != pair);
    let again = again.expect("a pair of Aled's").1;
    aled.post(&format!("{again}/answer"), &[("answer", "decline")]).await.is(200);
    assert_ne!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));
}

#[tokio::test]
async fn who_stepped_back_after_they_had_met_once_may_be_given_another_try_too() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let (mut aled, pair, shown, mut elin) = begin_and_meet_once(&duet).await;
    aled.press(&shown, "Step back from this pair", &[]).await.is(200);
    assert_ne!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));
    asks_for_another_try(&mut priya).await;
    assert_eq!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));

    // Here, too, it was for once: they begin again, and one of them steps back.
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.is(200);
    let links = aled.get("/").await.links();
    let again = links.into_iter().find(|(_, to)| to.starts_with("/partnerships/") && *to != pair);
    let again = again.expect("a pair of Aled's").1;
    for one in [&mut aled, &mut elin] {
        one.post(&format!("{again}/answer"), &[("answer", "accept")]).await.is(200);
    }
    aled.post(&format!("{again}/stepping-back"), &[]).await.is(200);
    assert_ne!(proposed(&mut priya).await.as_deref(), Some("Elin Prosser"));
}

#[tokio::test]
async fn who_said_yes_may_step_back_before_the_other_answers() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let waiting = steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await;
    aled.press(&waiting, "Step back from this pair", &[]).await.is(200).sees("did not go on");
    let pair = steps::pair_path(&duet, steps::ELIN, "Aled Vaughan").await;
    let mut elin = duet.sign_in(steps::ELIN).await;
    elin.get(&pair).await.sees("did not go on").sees_no("Yes, I would");
    elin.post(&format!("{pair}/answer"), &[("answer", "accept")]).await.is(409);
}

#[tokio::test]
async fn after_two_meetings_it_is_too_late() {
    let duet = TestDuet::demo().await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(&pair).await.sees_no("Step back from this pair");
    gwen.post(&format!("{pair}/stepping-back"), &[]).await.is(409).sees("You have met more than once");
}
