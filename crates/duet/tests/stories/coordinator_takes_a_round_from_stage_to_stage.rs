//! A round goes from draft to closed. Each stage says what still blocks the next, facts speak first, and what a stage
//! forbids is not done.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn second(visitor: &mut Visitor) -> Page {
    steps::goes_to_round(visitor, "Second round").await
}

/// The names of the stages that are done, and of the one where the round stands.
fn stands(page: &Page) -> (Vec<String>, String) {
    let rows = page.all("section:first-of-type ol.tasks li");
    let state = page.attributes("section:first-of-type ol.tasks .status", "data-state");
    assert_eq!(rows.len(), 7, "{page:?}");
    let first = |row: &String| row.split_whitespace().next().unwrap_or_default().to_owned();
    let with = |wanted: &str| -> Vec<String> {
        rows.iter().zip(&state).filter(|(_, state)| *state == wanted).map(|(row, _)| first(row)).collect()
    };
    (with("done"), with("open").join(" "))
}

#[tokio::test]
async fn facts_speak_before_anybody_says_so() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let round = steps::goes_to_round(&mut admin, "Spring").await;
    assert_eq!(stands(&round), (vec![], "Draft".to_owned()));
    round.sees("Say first until when people can apply.").sees_no("Go on to");
    admin.post(&format!("{}/stage", round.path()), &[("stage", "open")]).await.is(409).sees("Something still blocks");
    admin.post(&format!("{}/stage", round.path()), &[("stage", "closed")]).await.is(409).sees("does not stand where");
    steps::brings_in(&mut admin, &asking, cast::MENTORS, cast::MENTEES).await.is(200);
    let round = steps::goes_to_round(&mut admin, "Spring").await;
    assert_eq!(stands(&round), (vec!["Draft".to_owned()], "Open".to_owned()));
}

#[tokio::test]
async fn the_last_day_to_apply_is_moved_with_its_history() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = second(&mut priya).await;
    round.sees("People can apply until 12 November 2026. To go on earlier, change that day.").sees_no("Go on to");
    let form = priya.follow(&round, "Applications").await;
    let late = priya.press(&form, "Keep this day", &[("Until when can people apply?", "1 12 2099")]).await;
    late.is(422).sees("This must be before the round ends");
    let form = priya.get(form.path()).await;
    priya.press(&form, "Keep this day", &[("Until when can people apply?", "20 11 2026")]).await.is(200);
    let form = priya.get(form.path()).await;
    form.sees("Until 20 November 2026, said on 3 November 2026")
        .sees("Until 12 November 2026, said on 29 October 2026");
    let closed = priya.press(&form, "Keep this day", &[("Until when can people apply?", "1 11 2026")]).await;
    closed.is(200).sees("Closed on 1 November 2026");
    let matching = priya.press(&closed, "Go on to: Matching", &[]).await;
    assert_eq!(stands(&matching).1, "Matching");
    matching.sees("Here since 3 November 2026").sees("Tell pairs first");
    let back = priya.press(&matching, "Go back to: Open", &[]).await;
    assert_eq!(stands(&back).1, "Open");
}

#[tokio::test]
async fn a_round_is_renamed_and_its_dates_change() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = second(&mut priya).await;
    let form = priya.follow(&round, "Change its name and dates").await;
    let wrong = priya.press(&form, "Keep this", &[("When does the round end?", "1 1 2026")]).await;
    wrong.is(422).sees("The round must end after it begins");
    let typed = [("Name of the round", "Winter"), ("When does the round end?", "31 8 2027")];
    priya.press(&form, "Keep this", &typed).await.is(200).sees("Winter").sees("31 August 2027");
}

#[tokio::test]
async fn training_is_completed_by_both_before_the_round_is_active() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let round = second(&mut priya).await;
    round.sees("10 pairs have still to answer.");
    for (address, other) in [(steps::ALED, "Elin Prosser"), (steps::ELIN, "Aled Vaughan")] {
        steps::answers(&mut duet.sign_in(address).await, other, "Yes, I would").await.is(200);
    }
    second(&mut priya).await.sees("9 pairs have still to answer.").sees_no("Go on to");
    let trainings = priya.follow(&round, "Training").await;
    trainings.sees("No training is planned.");
    let planned = [("What is it called?", "Listening"), ("When is it?", "5 11 2026")];
    let trainings = priya.press(&trainings, "Plan it", &planned).await;
    let pair = steps::pair_path(&duet, steps::ALED, "Elin Prosser").await;
    let mut aled = duet.sign_in(steps::ALED).await;
    aled.get(&pair).await.sees("Training comes first").sees("You: Listening").sees("Elin Prosser: Listening");

    let training = priya.follow(&trainings, "Listening").await;
    let box_of = |page: &Page, name: &str| {
        let names: Vec<String> = page.all("fieldset label > span:first-of-type");
        let at = names.iter().position(|one| one.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {names:?}"));
        page.attributes("fieldset input[type=checkbox]", "name")[at].clone()
    };
    let (aleds, elins) = (box_of(&training, "Aled Vaughan"), box_of(&training, "Elin Prosser"));
    let day = [("completed_on-day", "2"), ("completed_on-month", "11"), ("completed_on-year", "2026")];
    let path = format!("{}/completions", training.path());
    let future = [("completed_on-day", "5"), ("completed_on-month", "11"), ("completed_on-year", "2026")];
    priya.post(&path, &[&[(elins.as_str(), "yes")], &future[..]].concat()).await.is(422).sees("still to come");
    let kept = priya.post(&path, &[&[(elins.as_str(), "yes")], &day[..]].concat()).await;
    kept.is(200).sees("On 2 November 2026, noted by Priya Nair");
    aled.get(&pair).await.sees("You: Listening").sees_no("Elin Prosser: Listening").sees("Log a session");
    // The coach, who leads the training, notes it too, on a page from before: what Priya noted since stays. And a slip is
    // taken back.
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let ruths = ruth.press(&training, "Keep this", &[&[(aleds.as_str(), "yes")], &day[..]].concat()).await;
    ruths.is(200).sees("noted by Ruth Adeyemi").sees("noted by Priya Nair");
    aled.get(&pair).await.sees_no("Training comes first");
    let (was_elin, was_aled) = (format!("was-{elins}"), format!("was-{aleds}"));
    let slip = [(elins.as_str(), "yes"), (was_elin.as_str(), "yes"), (was_aled.as_str(), "yes")];
    let kept = ruth.post(&path, &[&slip[..], &day[..]].concat()).await;
    kept.is(200).sees_no("noted by Ruth Adeyemi").sees("noted by Priya Nair");
    aled.get(&pair).await.sees("You: Listening");
    for address in [cast::HELEN, steps::ALED] {
        duet.sign_in(address).await.get(training.path()).await.is(404);
    }
}

#[tokio::test]
async fn the_first_round_is_reviewed_and_closed_and_then_nobody_meets_in_it() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "First round").await;
    assert_eq!(stands(&round).1, "Active");
    round.sees("To look back earlier, change the end of the round.");
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(&format!("{pair}/sessions/new")).await.is(200);
    duet.days_pass(20);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = priya_round(&mut priya).await;
    let review = priya.press(&round, "Go on to: Review", &[]).await;
    assert_eq!(stands(&review).1, "Review");
    review.sees("When you close the round, its pairs end today.");
    let closed = priya.press(&review, "Go on to: Closed", &[]).await;
    assert_eq!(stands(&closed).1, "Closed");
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(&format!("{pair}/sessions/new")).await.is(409);
    gwen.get(&pair).await.is(200).sees("Your sessions");
    let asking = priya.get(&format!("{}/import", closed.path())).await;
    let late = steps::brings_in(&mut priya, &asking, cast::MENTORS, cast::MENTEES).await;
    late.is(409).sees("This round is closed.");
    // Only who coordinates it moves it.
    for address in [cast::RUTH, cast::HELEN, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        visitor.post(&format!("{}/stage", closed.path()), &[("stage", "review")]).await.is(404);
        visitor.get(&format!("{}/description", closed.path())).await.is(404);
        visitor.get(&format!("{}/deadline", closed.path())).await.is(404);
    }
}

#[tokio::test]
async fn a_round_is_not_closed_before_people_have_been_asked_where_they_stand_in_the_end() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let round = asking.path().trim_end_matches("/import").to_owned();
    let (mentors, mentees) = ("name,email\nMia Ross,mia@x.example\n", "name,email\nNoah Pye,noah@x.example\n");
    steps::brings_in(&mut admin, &asking, mentors, mentees).await.is(200);
    let people = admin.get(&format!("{round}/people")).await;
    let pairs = admin.press(&people, "Propose pairs", &[]).await;
    let check = admin.follow(&pairs, "Go on to telling them").await;
    admin.press(&check, "Tell them now", &[]).await.is(200);
    let pair = steps::pair_path(&duet, "mia@x.example", "Noah Pye").await;
    for address in ["mia@x.example", "noah@x.example"] {
        let mut visitor = duet.sign_in(address).await;
        visitor.post(&format!("{pair}/answer"), &[("answer", "accept")]).await.is(200);
    }
    let on = async |admin: &mut Visitor, stage: &str| admin.post(&format!("{round}/stage"), &[("stage", stage)]).await;
    for stage in ["training", "active"] {
        on(&mut admin, stage).await.is(200);
    }
    duet.days_pass(300);
    let mut admin = duet.administrator().await;
    let review = on(&mut admin, "review").await;
    assert_eq!(stands(review.is(200)).1, "Review");
    review.sees("Go on to: Closed").sees_no("Ask people first");

    // As long as the scheme says nothing of what it should bring, there is nothing to ask. Then there is.
    let schemes = admin.get("/rounds").await;
    let scheme = schemes.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let words = [("words", "I listen before I answer."), ("words_cy", "Rwy’n gwrando cyn ateb."), ("for_role", "both")];
    admin.post(&format!("{scheme}/outcomes"), &words).await.is(200);
    let review = admin.get(&round).await;
    review.sees("Ask people first where they stand in the end.").sees_no("Go on to: Closed");
    on(&mut admin, "closed").await.is(409).sees("Something still blocks this step.");
    admin.post(&format!("{round}/ratings"), &[("do", "after")]).await.is(200);
    admin.get(&round).await.sees("2 people have still to say where they stand in the end.");
    for (address, left) in [("mia@x.example", "One person has still to say"), ("noah@x.example", "Everybody has said")]
    {
        let mut visitor = duet.sign_in(address).await;
        let form = visitor.get(&format!("{pair}/after")).await;
        let ladder = form.attributes("#ladder fieldset input[value='1']", "name");
        visitor.post(&format!("{pair}/after"), &[(ladder[0].as_str(), "4")]).await.is(200);
        admin.get(&round).await.sees(left).sees("End the asking first, under “Where people stand”.");
        on(&mut admin, "closed").await.is(409);
    }
    admin.post(&format!("{round}/ratings"), &[("do", "close")]).await.is(200);
    let review = admin.get(&round).await;
    let closed = admin.press(&review, "Go on to: Closed", &[]).await;
    assert_eq!(stands(&closed).1, "Closed");
}

async fn priya_round(priya: &mut Visitor) -> Page {
    steps::goes_to_round(priya, "First round").await
}
