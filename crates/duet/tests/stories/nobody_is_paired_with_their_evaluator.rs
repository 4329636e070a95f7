//! Nobody is paired with somebody who evaluates them, whoever asks for it.

use duet::demo::cast;
use duet::evaluation::Relation;
use duet::person::PersonId;
use duet::{evaluation, person};
use kit::Error;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn a_wish_for_it_is_stopped_with_words() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    // Ann Featherstone is Becky Thorne's line manager, at another workplace: the spreadsheet says so.
    let two = [("Mentor", "Ann Featherstone"), ("Mentee", "Becky Thorne")];
    let refused = priya.press(&pairs, "Keep together", &two).await;
    refused.is(409).sees("One of these two evaluates the other, as a manager or supervisor does.");
    let after = steps::goes_to_pairs(&mut priya).await;
    assert_eq!(steps::pairs(&after), steps::pairs(&pairs));
    after.sees_no("Kept together");
}

#[tokio::test]
async fn it_holds_the_other_way_round_and_for_every_relation() {
    for relation in Relation::ALL {
        let duet = TestDuet::demo().await;
        let mut priya = duet.sign_in(cast::PRIYA).await;
        let pairs = steps::goes_to_pairs(&mut priya).await;
        assert_eq!(steps::mentor_of(&pairs, "Aled Vaughan").as_deref(), Some("Elin Prosser"));
        // The mentee evaluates the mentor.
        notes(&duet, steps::ALED, steps::ELIN, *relation).await;
        let two = [("Mentor", "Elin Prosser"), ("Mentee", "Aled Vaughan")];
        priya.press(&pairs, "Keep together", &two).await.is(409).sees("One of these two evaluates the other");
        let round = steps::goes_to_round(&mut priya, "Second round").await;
        let people = priya.follow(&round, "People").await;
        let anew = priya.press(&people, "Propose pairs", &[]).await;
        assert_ne!(steps::mentor_of(&anew, "Aled Vaughan").as_deref(), Some("Elin Prosser"), "{relation}");
    }
}

#[tokio::test]
async fn who_became_an_evaluator_since_is_not_told() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let check = priya.follow(&pairs, "Go on to telling them").await;
    notes(&duet, steps::ELIN, steps::ALED, Relation::DecidesPay).await;
    priya.press(&check, "Tell them now", &[]).await.is(409).sees("Something changed since this plan was made");
    priya.get("/letters").await.sees("No letters wait to be sent.");
    duet.sign_in(steps::ALED).await.get("/").await.sees_no("Elin Prosser");
}

#[tokio::test]
async fn who_became_an_evaluator_after_the_letter_cannot_say_yes() {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    notes(&duet, steps::ELIN, steps::ALED, Relation::Appraises).await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let refused = steps::answers(&mut aled, "Elin Prosser", "Yes, I would").await;
    refused.is(409).sees("One of these two evaluates the other");
    steps::answers(&mut aled, "Elin Prosser", "No, thank you").await.is(200).sees("This pair did not go ahead");
}

/// Notes that somebody evaluates somebody, which no door does yet but an import.
async fn notes(duet: &TestDuet, evaluator: &'static str, evaluated: &'static str, relation: Relation) {
    let noted = duet.store().write(duet.organisation(), move |tx| {
        let mut of = |address: &str| -> kit::Result<PersonId> {
            Ok(person::store::by_address(tx, address)?.ok_or(Error::NotFound)?.id)
        };
        let (evaluator, evaluated) = (of(evaluator)?, of(evaluated)?);
        evaluation::note::note(tx, evaluator, evaluated, relation)
    });
    noted.await.expect("a relation can be noted");
}
