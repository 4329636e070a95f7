//! An administrator opens a scheme, and a round of it.

use duet::demo::cast;
use testkit::TestDuet;

use crate::steps;

#[tokio::test]
async fn a_scheme_then_a_round_then_people() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let home = admin.get("/").await;
    let form = admin.follow(&home, "Open a scheme").await;
    let round = admin
        .press(
            &form,
            "Open a scheme",
            &[("Name of the scheme", "Reading aloud"), ("What is it for?", "To be heard."), ("Colour", "Plum")],
        )
        .await;
    round.is(200).sees("Open a round").sees("Reading aloud");
    assert_eq!(round.attributes("body", "class"), ["scheme-plum"]);
    let people = admin
        .press(
            &round,
            "Open a round",
            &[
                ("Name of the round", "Spring 2027"),
                ("When do pairs begin to meet?", "1 3 2027"),
                ("When does the round end?", "31 8 2027"),
            ],
        )
        .await;
    people.is(200).sees("Bring in people").sees("Spring 2027");
    admin.get("/rounds").await.sees("Reading aloud").sees("To be heard.").sees("1 March 2027 to 31 August 2027");
    steps::goes_to_round(&mut admin, "Spring 2027").await.is(200).sees("Needs people first");
}

#[tokio::test]
async fn problems_stand_beside_their_fields_and_what_was_typed_stays() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let form = admin.get("/schemes/new").await;
    let long = "x".repeat(201);
    let wrong = admin.press(&form, "Open a scheme", &[("name", &long), ("purpose", " "), ("Colour", "Moss")]).await;
    wrong.is(422).sees("There is a problem");
    assert_eq!(wrong.all("#name-problem"), ["Please use at most 200 characters"]);
    assert_eq!(wrong.all("#purpose-problem"), ["Please fill this in"]);
    assert_eq!(wrong.attributes(".problems a", "href"), ["#name", "#purpose"]);
    assert_eq!(wrong.attributes("#name", "value"), [long.as_str()]);
    assert_eq!(wrong.attributes("input[name=colour][checked]", "value"), ["moss"]);
    assert!(wrong.all("title")[0].starts_with("Error:"), "{:?}", wrong.all("title"));
    let round = admin.press(&wrong, "Open a scheme", &[("name", "Short"), ("purpose", "To mend it.")]).await;
    round.is(200).sees("Open a round");

    let dates = [("When do pairs begin to meet?", "30 2 2027"), ("When does the round end?", "soon")];
    let wrong = admin.press(&round, "Open a round", &[("name", "A & <b>"), dates[0], dates[1]]).await;
    wrong.is(422);
    assert_eq!(wrong.all(".problems li").len(), 2, "{wrong:?}");
    assert_eq!(wrong.attributes("#starts_on-day, #starts_on-month, #starts_on-year", "value"), ["30", "2", "2027"]);
    assert_eq!(wrong.attributes("#ends_on-day", "value"), ["soon"]);
    assert_eq!(wrong.attributes("#name", "value"), ["A & <b>"]);
    assert!(!wrong.text().contains("<b>"), "what was typed is escaped");
    let backwards = [("When do pairs begin to meet?", "2 3 2027"), ("When does the round end?", "2 3 2027")];
    let wrong = admin.press(&wrong, "Open a round", &backwards).await;
    wrong.is(422);
    assert_eq!(wrong.all("#ends_on-problem"), ["The round must end after it begins"]);
    admin.get("/rounds").await.sees("No round yet.");
}

#[tokio::test]
async fn nobody_else_opens_schemes() {
    let duet = TestDuet::demo().await;
    let scheme = [("name", "Mine"), ("purpose", "Mine"), ("colour", "teal")];
    for other in [cast::RUTH, cast::HELEN, cast::GWEN, cast::TOM] {
        let mut other = duet.sign_in(other).await;
        other.get("/schemes/new").await.is(404);
        other.post("/schemes/new", &scheme).await.is(404);
    }
    duet.sign_in(cast::PRIYA).await.get("/rounds").await.sees_no("Mine");
}
