//! A mentor logs a session, and the mentee sees it.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

async fn asks(visitor: &mut Visitor, other: &str) -> Page {
    let home = visitor.get("/").await;
    let pair = visitor.follow(&home, other).await;
    visitor.follow(&pair, "Log a session").await
}

#[tokio::test]
async fn what_one_logs_the_other_sees() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let home = gwen.get("/").await;
    home.sees("Have you met Tom Farrow?");
    let form = gwen.follow(&home, "Log a session").await;
    form.sees("Log a session with Tom Farrow");
    assert_eq!(form.attributes("fieldset.date input", "value"), ["3", "11", "2026"], "today stands there already");
    let session =
        [("When did you meet?", "2 11 2026"), ("How long, in minutes?", "50"), ("How did you meet?", "By phone")];
    let pair = gwen.press(&form, "Save the session", &session).await;
    pair.is(200).sees("6 sessions");
    let held = "2 November 2026 50 minutes By phone. Logged by Gwen Morris.";
    assert!(pair.all("ol.thread li")[0].starts_with(held));

    let mut tom = duet.sign_in(cast::TOM).await;
    let home = tom.get("/").await;
    let seen = tom.follow(&home, "Gwen Morris").await;
    assert!(seen.all("ol.thread li")[0].starts_with(held));
    seen.sees("Who can see this: you, Gwen Morris. Nobody else.");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "First round").await;
    let row = round.all("tbody tr").into_iter().find(|row| row.contains("Tom Farrow")).expect("their row");
    assert!(row.contains("2 November 2026") && row.contains(" 6 "), "{row}");
    round.sees_no("By phone");
}

#[tokio::test]
async fn a_mentee_may_log_one_too_and_two_on_a_day_are_fine() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let form = asks(&mut tom, "Gwen Morris").await;
    let session = [("held_on-day", "3"), ("held_on-month", "11"), ("held_on-year", "2026"), ("minutes", "5")];
    tom.press(&form, "Save the session", &[&session[..], &[("way", "online")]].concat()).await.is(200);
    let another = asks(&mut tom, "Gwen Morris").await;
    let pair = tom.press(&another, "Save the session", &[&session[..], &[("way", "in_person")]].concat()).await;
    pair.is(200).sees("Saved").sees("7 sessions").sees("Logged by Tom Farrow.");
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_session() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let form = asks(&mut tom, "Gwen Morris").await;
    let session = [("held_on-day", "3"), ("held_on-month", "11"), ("minutes", "45"), ("way", "phone")];
    tom.press(&form, "Save the session", &session).await.is(200).sees("6 sessions");
    tom.press(&form, "Save the session", &session).await.is(200).sees("6 sessions");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let form = asks(&mut gwen, "Tom Farrow").await;
    let tries = [
        ("4 11 2026", "60", "held_on", "The session must be today or earlier"),
        ("1 1 2026", "60", "held_on", "The session must be after you both said yes"),
        ("31 9 2026", "60", "held_on", "Enter a real date: day, month and a year of four digits, as numbers"),
        ("2 11 2026", "0", "minutes", "Enter a whole number from 5 to 600"),
        ("2 11 2026", "4", "minutes", "Enter a whole number from 5 to 600"),
        ("2 11 2026", "601", "minutes", "Enter a whole number from 5 to 600"),
        ("2 11 2026", "an hour", "minutes", "Enter a whole number from 5 to 600"),
        ("2 11 2026", "99999999999999999999", "minutes", "Enter a whole number from 5 to 600"),
    ];
    for (day, minutes, field, problem) in tries {
        let session = [("When did you meet?", day), ("minutes", minutes), ("How did you meet?", "By video")];
        let wrong = gwen.press(&form, "Save the session", &session).await;
        wrong.is(422).sees("There is a problem");
        assert_eq!(wrong.all(&format!("#{field}-problem")), [problem], "{day} {minutes}");
        let summary = wrong.all(".problems li");
        assert!(summary.len() == 1 && summary[0].ends_with(problem), "{summary:?}");
        let boxes = wrong.attributes("fieldset.date input", "value");
        assert_eq!(boxes.join(" "), day);
        assert_eq!(wrong.attributes("#minutes", "value"), [minutes]);
        assert_eq!(wrong.attributes("input[name=way][checked]", "value"), ["online"]);
    }
    let wrong = gwen.press(&form, "Save the session", &[("When did you meet?", ""), ("minutes", "")]).await;
    assert_eq!(wrong.is(422).all(".problems li").len(), 3, "every problem at once");
    gwen.post(&wrong.attributes("form[novalidate]", "action").concat(), &[]).await.is(422).sees("Please choose one");
    let pair = gwen.get(&steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await).await;
    pair.sees("5 sessions");
}

#[tokio::test]
async fn nobody_but_the_two_logs_or_reads_it() {
    let duet = TestDuet::demo().await;
    let path = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let session =
        [("held_on-day", "2"), ("held_on-month", "11"), ("held_on-year", "2026"), ("minutes", "60"), ("way", "phone")];
    for other in [cast::PRIYA, cast::RUTH, cast::HELEN, steps::ELIN] {
        let mut other = duet.sign_in(other).await;
        other.get(&path).await.is(404);
        other.get(&format!("{path}/sessions/new")).await.is(404);
        other.post(&format!("{path}/sessions"), &session).await.is(404);
    }
    duet.sign_in(cast::GWEN).await.get(&path).await.sees("5 sessions");
}
