//! Jobs change in the middle of a round: who has become the other's evaluator is noted, from then on they are not paired, and a
//! pair that was told already is flagged.

use duet::demo::cast;
use duet::evaluation::{self, Evaluation, Relation};
use testkit::TestDuet;

use crate::steps;

const ELIN_MANAGES: &[(&str, &str)] = &[("Who evaluates", "Elin Prosser"), ("Whom", "Aled Vaughan")];

#[tokio::test]
async fn before_it_is_told_the_plan_is_made_anew() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(steps::mentor_of(&pairs, "Aled Vaughan").as_deref(), Some("Elin Prosser"));
    let page = priya.get(&pairs.path().replace("/proposal", "/evaluations")).await;
    let noted = priya.press(page.is(200), "Note it", ELIN_MANAGES).await;
    noted.is(200).sees("Elin Prosser is the line manager of Aled Vaughan").sees_no("A pair needs you");
    let outdated = steps::goes_to_pairs(&mut priya).await;
    outdated.sees("Something changed since this plan was made");
    let anew = priya.press(&outdated, "Propose pairs", &[]).await;
    assert_ne!(steps::mentor_of(anew.is(200), "Aled Vaughan").as_deref(), Some("Elin Prosser"));
    let two = [("Mentor", "Elin Prosser"), ("Mentee", "Aled Vaughan")];
    priya.press(&anew, "Keep together", &two).await.is(409).sees("One of these two evaluates the other");
}

#[tokio::test]
async fn a_pair_that_was_told_is_flagged_until_it_has_ended() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_pairs(&mut priya).await.path().replace("/proposal", "/evaluations");
    steps::tells_the_pairs(&mut priya).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    round.sees_no("Pairs that need a look");
    let page = priya.get(&path).await;
    let flagged = priya.press(&page, "Note it", ELIN_MANAGES).await;
    flagged.is(200).sees("Elin Prosser and Aled Vaughan: one of them now evaluates the other.");
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    round.sees("Pairs that need a look").sees("One of them evaluates the other now.");
    let pairs = steps::goes_to_pairs(&mut priya).await;
    pairs.sees("A pair needs you");
    priya.follow(&pairs, "Look at who evaluates whom").await.is(200).sees("Speak with both");
    priya.get("/audit").await.sees("Noted who evaluates somebody");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let seen = ruth.get(&path).await;
    seen.is(200).sees("one of them now evaluates the other").sees_no("A job has changed");

    let ended = "It has ended : Elin Prosser is the line manager of Aled Vaughan";
    let over = priya.press(&flagged, ended, &[]).await;
    over.is(200).sees_no("A pair needs you").sees_no("Elin Prosser is the line manager of Aled Vaughan");
    steps::goes_to_round(&mut priya, "Second round").await.sees_no("Pairs that need a look");
}

#[tokio::test]
async fn nobody_evaluates_themselves_and_strangers_to_the_round_are_refused() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_pairs(&mut priya).await.path().replace("/proposal", "/evaluations");
    let page = priya.get(&path).await;
    let same = [("Who evaluates", "Elin Prosser"), ("Whom", "Elin Prosser")];
    priya.press(&page, "Note it", &same).await.is(422).sees("Choose two different people.");
    let elin = page.attributes("#evaluator option", "value")[0].clone();
    let ruth = duet.viewer(cast::RUTH).await.person.to_string();
    let two = [("evaluator", elin.as_str()), ("evaluated", &ruth), ("relation", "supervises"), ("holds", "yes")];
    priya.post(&path, &two).await.is(409).sees("One of these two is not in this round.");
}

#[tokio::test]
async fn another_line_manager_takes_the_mark_back_even_from_one_who_was_still_to_come() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_pairs(&mut priya).await.path().replace("/proposal", "/evaluations");
    steps::tells_the_pairs(&mut priya).await;
    let page = priya.get(&path).await;
    priya.press(&page, "Note it", ELIN_MANAGES).await.is(200).sees("one of them now evaluates the other");
    // From next month on it is to be somebody else, as a sheet said.
    let (evaluator, evaluated) = (duet.viewer(cast::TOM).await.person, duet.viewer(steps::ALED).await.person);
    let soon = duet.store().write(duet.organisation(), move |tx| {
        let started_on = tx.today().tomorrow().map_err(kit::Error::internal)?;
        let relation = Relation::LineManages;
        let later = Evaluation { id: tx.fresh(), evaluator, evaluated, relation, started_on, finished_on: None };
        evaluation::note::note_many(tx, &[later], &[])
    });
    soon.await.expect("it is noted");
    let page = priya.get(&path).await;
    let gwen = [("Who evaluates", "Gwen Morris"), ("Whom", "Aled Vaughan")];
    let noted = priya.press(&page, "Note it", &gwen).await;
    noted
        .is(200)
        .sees("Gwen Morris is the line manager of Aled Vaughan")
        .sees_no("one of them now evaluates the other");
    noted.sees_no("Elin Prosser is the line manager of Aled Vaughan");
    steps::goes_to_round(&mut priya, "Second round").await.sees_no("Pairs that need a look");
    let managers = "select cast(count(*) as text) from evaluation e join person p on p.id = e.evaluated
                    where p.name = 'Aled Vaughan' and e.finished_on is null";
    assert_eq!(duet.asked(managers).await, ["1"], "neither today’s nor tomorrow’s is left");
}
