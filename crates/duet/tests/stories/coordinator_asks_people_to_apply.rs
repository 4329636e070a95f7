//! A coordinator says what the form asks, asks for something the law protects only for a purpose, and encourages a colleague,
//! who comes in by the letter, is told first what is kept, and applies.

use duet::demo::cast;
use testkit::{TestDuet, Visitor};

use crate::steps;

async fn round(priya: &mut Visitor) -> String {
    steps::goes_to_round(priya, "Second round").await.path().to_owned()
}

#[tokio::test]
async fn the_form_asks_in_her_words_and_offers_what_she_lists() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = round(&mut priya).await;
    let people = priya.get(&format!("{round}/people")).await;
    let questions = priya.follow(&people, "What the form asks").await;
    questions.sees("What would you like help with?").sees("As many as they like").sees_no("wants");
    let edit = priya.follow(&questions, "Change : What would you like help with?").await;
    // What people said so far is there to copy, the most frequent first.
    let said = edit.all("pre").concat();
    assert!(said.starts_with("listening budgets confidence"), "{said}");
    let odd = priya.press(&edit, "Keep this", &[("choices", "one; two")]).await;
    odd.is(422).sees("A choice is one line");
    let words =
        [("words", "Where could somebody help you?"), ("choices", "listening = gwrando\r\nfund-raising = codi arian")];
    priya.press(&edit, "Keep this", &words).await.is(200).sees("Where could somebody help you?").sees("fund-raising");
    let mut tom = duet.sign_in(cast::TOM).await;
    let form = round.replace("/rounds/", "/calls/") + "/mentee/steps/together";
    let page = tom.get(&form).await;
    page.sees("Where could somebody help you?").sees("fund-raising").sees_no("capital projects");
    tom.post("/language", &[("language", "cy"), ("to", "/")]).await;
    let welsh = tom.get(&form).await;
    welsh.sees("codi arian").sees("Gyda beth hoffech chi gael help?");
    assert_eq!(welsh.attributes("#answer-wants-1", "value"), ["fund-raising"], "what is matched is one word in both");
    let edit = priya.get(&format!("{round}/questions/wording?of=wants")).await;
    priya.press(&edit, "Ask it as it is called", &[]).await.is(200).sees("Wants");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    ruth.get(&format!("{round}/questions")).await.is(200).sees_no("Change");
    ruth.get(&format!("{round}/questions/wording")).await.is(404);
}

#[tokio::test]
async fn what_the_law_protects_is_asked_for_a_purpose_sealed_and_matched_by_nobody() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = round(&mut priya).await;
    let questions = priya.get(&format!("{round}/questions")).await;
    let new = priya.follow(&questions, "Ask something for a purpose").await;
    let asked = [("heading", "disability"), ("words", "Is there anything we should know to make it easy for you?")];
    priya.press(&new, "Keep this", &asked).await.is(422).sees("Say what this is needed for");
    let purpose = [("purpose", "To find a room with step-free access.")];
    priya
        .press(&new, "Keep this", &[&asked[..], &purpose].concat())
        .await
        .is(200)
        .sees("Asked for this only: To find a room");
    // Nor is what the rules read hidden from them.
    let hidden = [("of", "wants"), ("words", "Wants?"), ("purpose", "To hide it.")];
    priya.post(&format!("{round}/questions/wording"), &hidden).await.is(422).sees("The rules read this question");

    let mut tom = duet.sign_in(cast::TOM).await;
    let call = round.replace("/rounds/", "/calls/");
    tom.post(
        &format!("{call}/mentee/steps/taking-part"),
        &[("answer-headofservice", "yes"), ("answer-nation", "Wales")],
    )
    .await
    .is(200);
    let private = tom.get(&format!("{call}/mentee/steps/private")).await;
    private
        .sees("You need not answer here at all")
        .sees("is asked for this only: To find a room with step-free access.");
    assert!(
        private.all("#answer-disability-who").concat().starts_with("Who can see this: you, Priya Nair (coordinator)."),
        "{private:?}"
    );
    let check = tom.press(&private, "Save and go on", &[("answer-disability", "Zwyxramp")]).await;
    check.is(200).sees("Zwyxramp");
    assert_eq!(duet.grep("Zwyxramp").await, 0, "not even as a draft");
    tom.press(&check, "Send my application", &[]).await.is(200).sees_no("Zwyxramp");
    assert_eq!(duet.grep("Zwyxramp").await, 0);
    priya.get(&format!("{round}/private-answers")).await.sees("Zwyxramp").sees("To find a room with step-free access.");
    duet.sign_in(cast::RUTH).await.get(&format!("{round}/private-answers")).await.is(404);
    priya.get(&format!("{round}/people")).await.sees_no("Zwyxramp");
    // He says nothing about it after all.
    let again = tom.get(&format!("{call}/mentee/steps/private")).await;
    assert_eq!(again.attributes("#answer-disability", "value"), ["Zwyxramp"]);
    let check = tom.press(&again, "Save and go on", &[("answer-disability", "")]).await;
    tom.press(&check, "Send my changes", &[]).await.is(200);
    assert_eq!(duet.asked("select cast(count(*) as text) from private_answer").await, ["0"]);
}

#[tokio::test]
async fn a_colleague_is_encouraged_once_comes_in_by_the_letter_and_applies() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = round(&mut priya).await;
    let people = priya.get(&format!("{round}/people")).await;
    let page = priya.follow(&people, "Encourage a colleague").await;
    let sam = [("Their name", "Sam Reed"), ("Their mail address", "sam.reed@harbury.example")];
    let check = priya.press(&page, "Look at the letter", &[&sam[..], &[("language", "cy")]].concat()).await;
    check.is(200).sees("This letter goes to Sam Reed, sam.reed@harbury.example.").sees("Annwyl Sam Reed");
    check.sees("It waits on the page of letters until you send it.");
    let changed = priya.press(&check, "Change it", &[]).await;
    assert_eq!(changed.attributes("#name", "value"), ["Sam Reed"]);
    priya.get("/people?find=sam.reed").await.sees("Nobody of that name or address");
    let check = priya.press(&changed, "Look at the letter", &[("language", "en")]).await;
    check.sees("Dear Sam Reed").sees("I thought of you for Second round").sees("You can apply until 12 November 2026");
    let asked = priya.press(&check, "Write to them", &[]).await;
    asked.is(200).sees("Sam Reed Asked by Priya Nair on 3 November 2026 · Has not applied yet");
    priya.press(&asked, "Look at the letter", &sam).await.is(422).sees("They have been asked before.");
    let gwen = [("Their name", "Gwen Morris"), ("Their mail address", cast::GWEN)];
    priya.press(&asked, "Look at the letter", &gwen).await.is(422).sees("They have already applied to this round.");
    let letters = priya.get("/letters").await;
    let letter = priya.follow(&letters, "Sam Reed").await;
    letter
        .sees("I thought of you for Second round")
        .sees("You can apply until 12 November 2026")
        .sees("https://duet.example/calls/");
    let made = priya.press(&letter, "Make a sign-in link", &[]).await;
    let link = made.all("code").concat().trim_start_matches("https://duet.example").to_owned();

    let mut sam = duet.guest();
    let door = sam.get(&link).await;
    let told = sam.press(&door, "Sign in as Sam Reed", &[]).await;
    told.sees("Before you write anything here");
    let call = round.replace("/rounds/", "/calls/");
    sam.get(&format!("{call}/mentor/steps/you")).await.sees("Before you write anything here");
    let home = sam.press(&told, "Go on", &[]).await;
    let page = sam.follow(&home, "Apply to Second round").await;
    let you = sam.follow(&page, "Apply as a mentor").await;
    let part = sam.press(&you, "Save and go on", &[("Where you work", "Harbury Libraries"), ("places", "2")]).await;
    let fit = sam.press(&part, "Save and go on", &[("answer-headofservice", "yes")]).await;
    let check = sam.press(&fit, "Save and go on", &[("answer-offers-0", "listening")]).await;
    sam.press(&check, "Send my application", &[]).await.is(200).sees("You have what this round asks for");
    priya.get(asked.path()).await.sees("Has applied");
    priya.get(&format!("{round}/people")).await.sees("Sam Reed");
}

#[tokio::test]
async fn nobody_is_asked_to_apply_to_a_round_that_is_closed() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let first = steps::goes_to_round(&mut priya, "First round").await.path().to_owned();
    let page = priya.get(&format!("{first}/encouragements")).await;
    page.is(200).sees("This round takes no applications now.").sees_no("Look at the letter");
    let sam = [("name", "Sam Reed"), ("address", "sam.reed@harbury.example"), ("language", "en")];
    priya.post(&format!("{first}/encouragements"), &sam).await.is(409);
    priya.post(&format!("{first}/encouragements"), &[&sam[..], &[("do", "look")]].concat()).await.is(409);
    priya.get("/people?find=sam.reed").await.sees("Nobody of that name or address");
    duet.sign_in(cast::GWEN).await.get(&first.replace("/rounds/", "/calls/")).await.is(200).sees_no("Apply as a");
    duet.sign_in(cast::HELEN).await.get(&first.replace("/rounds/", "/calls/")).await.is(404);
    // One that is set up is nobody's to find either, until it opens.
    let rounds = priya.get("/rounds").await.link("Open a round");
    let spring = "name=Spring&starts_on-day=1&starts_on-month=2&starts_on-year=2027&ends_on-day=1&ends_on-month=7&ends_on-year=2027";
    let pairs: Vec<(&str, &str)> = spring.split('&').filter_map(|pair| pair.split_once('=')).collect();
    priya.post(&rounds, &pairs).await.is(200);
    let spring = priya.get("/rounds").await.link("Spring").replace("/rounds/", "/calls/");
    duet.sign_in(cast::TOM).await.get(&spring).await.is(404);
    priya.get(&spring).await.is(200);
}
