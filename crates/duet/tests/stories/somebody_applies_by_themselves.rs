//! Somebody applies by themselves to a round that is open: part by part, for themselves alone until they send it. They change it
//! and take it back until the last day. A rule that is not met is said kindly.

use duet::demo::cast;
use duet::jobs;
use testkit::{Page, TestDuet, Visitor};

use crate::{drill, steps};

/// The call of the demo's second round, as somebody finds it at home.
async fn finds(visitor: &mut Visitor, words: &str) -> Page {
    let home = visitor.get("/").await;
    visitor.follow(&home, words).await
}

/// Tom fills in the form for mentees, and stands before the last look.
async fn fills_in(tom: &mut Visitor, head: &str, wants: &[(&str, &str)]) -> Page {
    let call = finds(tom, "Your application to Second round").await;
    call.is(200).sees("Until 12 November 2026").sees("A mentee is a head of service now");
    let you = tom.follow(&call, "Apply as a mentee").await;
    you.sees("You apply as Tom Farrow").sees("Part 1 of 4");
    let part = tom.press(&you, "Save and go on", &[("What you do", "Head of libraries")]).await;
    part.is(200)
        .sees("Are you a head of service now?")
        .sees("Do you lead a major project")
        .sees_no("could apply within");
    let said = [("answer-headofservice", head), ("answer-nation", "England")];
    let fit = tom.press(&part, "Save and go on", &said).await;
    fit.is(200).sees("What would you like help with?").sees("technical knowledge").sees("over 10 years");
    tom.press(&fit, "Save and go on", wants).await
}

const WANTS: &[(&str, &str)] = &[
    ("answer-wants-0", "listening"),
    ("answer-wants-other", "a new building; Listening"),
    ("answer-experience", "2 to 5 years"),
];

#[tokio::test]
async fn part_by_part_then_checked_then_sent() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "yes", WANTS).await;
    check.is(200).sees("Nothing has been sent yet.").sees("listening; a new building").sees("Head of libraries");
    check.sees("Are you a head of service now? Yes").sees_no("does not fit").sees_no("You have left");
    check.sees("Who can see this: you, Ruth Adeyemi (coach), Priya Nair (coordinator). Nobody else. They see it once you send it.");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    // He applied as a mentor before.
    let times = |page: &Page| page.all("ul.people li").iter().filter(|one| one.contains("Tom Farrow")).count();
    assert_eq!(times(&priya.follow(&round, "People").await), 1);
    let sent = tom.press(&check, "Send my application", &[]).await;
    sent.is(200)
        .sees("Sent. Thank you.")
        .sees("You applied on 3 November 2026")
        .sees("You have what this round asks for");
    assert_eq!(times(&priya.follow(&round, "People").await), 2);
    priya.follow(&round, "People").await.sees("Tom Farrow Head of libraries, Harbury Libraries");
    // It is an application like any other: he can be matched.
    priya.follow(&round, "People").await.sees("10 mentors and 12 mentees can be matched");
    let word = "select cast(answers as text) from application where sent_at is not null";
    assert!(duet.asked(word).await.concat().contains("listening; a new building"));
    assert_eq!(duet.asked("select cast(count(*) as text) from application_draft").await, ["0"]);
}

#[tokio::test]
async fn what_is_typed_is_theirs_alone_until_it_is_sent() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let call = finds(&mut aled, "Your application to Second round").await;
    let you = aled.follow(&call, "Apply as a mentor").await;
    let later = aled.press(&you, "Save, and come back later", &[("What you do", "Zwyxjob"), ("places", "3")]).await;
    later.is(200).sees("Only you can see it").sees("You saved what you typed on 3 November 2026");
    assert_eq!(duet.grep("Zwyxjob").await, 0, "it is sealed");
    for address in [cast::PRIYA, cast::RUTH, cast::GWEN] {
        let mut other = duet.sign_in(address).await;
        other.get(call.path()).await.is(200).sees_no("Zwyxjob").sees_no("You saved what you typed");
        other.get(&format!("{}/mentor/steps/you", call.path())).await.sees_no("Zwyxjob");
    }
    // Days later, on another computer.
    duet.days_pass(2);
    let mut aled = duet.sign_in(steps::ALED).await;
    aled.get("/").await.sees("You have begun, and not sent it. Until 12 November 2026");
    let on = aled.get(&format!("{}/mentor/steps/you", call.path())).await;
    assert_eq!(on.attributes("#job_title", "value"), ["Zwyxjob"]);
    assert_eq!(on.attributes("#places", "value"), ["3"]);
    let call = aled.get(call.path()).await;
    aled.press(&call, "Throw away what is not sent", &[]).await.is(200).sees("Thrown away").sees_no("You saved");
    assert_eq!(duet.asked("select cast(count(*) as text) from application_draft").await, ["0"]);
}

#[tokio::test]
async fn a_rule_that_is_not_met_is_said_kindly_and_a_coordinator_can_make_an_exception() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "no", WANTS).await;
    check.sees("One rule does not fit what you wrote").sees("A mentee is a head of service now, could apply to be one");
    check.sees("Priya Nair can make an exception").sees_no("The service is in England");
    let sent = tom.press(&check, "Send it all the same", &[]).await;
    sent.is(200)
        .sees("As it stands you cannot take part. That is no judgement of you.")
        .sees("A mentee is a head of service now");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let rules = priya.get(&format!("{}/eligibility", round.path())).await;
    rules.sees("Tom Farrow");
    let tom_id = duet.viewer(cast::TOM).await.person.to_string();
    let waiver = [("person", tom_id.as_str()), ("role", "mentee"), ("note", "Zwyxnote.")];
    priya.post(&format!("{}/waivers", round.path()), &waiver).await.is(200);
    tom.get(sent.path()).await.sees("You are let in, although one of the rules does not fit you").sees_no("Zwyxnote");
}

#[tokio::test]
async fn it_is_changed_and_taken_back_until_the_last_day_and_not_after() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let call = finds(&mut aled, "Your application to Second round").await;
    call.sees("Your application came in on").sees("What would you like help with?").sees("listening; service change");
    let you = aled.follow(&call, "Change it : As a mentee").await;
    let part = aled.press(&you, "Save and go on", &[]).await;
    let fit = aled.press(&part, "Save and go on", &[]).await;
    let check = aled.press(&fit, "Save and go on", &[("answer-wants-other", "budgets")]).await;
    check.is(200).sees("budgets").sees_no("Send my application");
    // Until he sends it, those who lead the round see it as it was.
    let answers = "select cast(a.answers as text) from application a join person p on p.id = a.person
                   where p.address = 'aled.vaughan@gwydion.example'";
    assert!(!duet.asked(answers).await.concat().contains("budgets"));
    let changed = aled.press(&check, "Send my changes", &[]).await;
    changed.is(200).sees("Your changes are sent").sees("You applied on 3 November 2026").sees("budgets");
    assert!(duet.asked(answers).await.concat().contains("budgets"));
    let back = aled.press(&changed, "Take it back : As a mentee", &[]).await;
    back.is(200).sees("Taken back. It is as if you had not applied.").sees("Apply as a mentee");
    assert_eq!(duet.asked(answers).await.len(), 0);

    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "yes", WANTS).await;
    duet.days_pass(9);
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = tom.get(check.path()).await;
    tom.press(check.is(200), "Send my application", &[]).await.is(200);
    duet.days_pass(1);
    let mut tom = duet.sign_in(cast::TOM).await;
    tom.get("/").await.sees_no("Open to apply");
    let closed = tom.get(call.path()).await;
    closed
        .is(200)
        .sees("Closed on 12 November 2026")
        .sees("Nobody can apply or change an application any more.")
        .sees("write to Priya Nair");
    closed.sees_no("Take it back").sees_no("Change it").sees("listening; a new building");
    tom.get(&format!("{}/mentee/steps/you", call.path())).await.is(409).sees("takes no applications now");
    tom.post(&format!("{}/mentee/steps/you", call.path()), &[("job_title", "New")]).await.is(409);
    tom.post(&format!("{}/mentee/sending", call.path()), &[]).await.is(409);
    tom.post(&format!("{}/mentee/withdrawal", call.path()), &[]).await.is(409);
    assert_eq!(duet.asked("select cast(count(*) as text) from application where sent_at is not null").await, ["1"]);
    // Only a coordinator enters now; and who never applied does not find the round at all.
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = call.path().replace("/calls/", "/rounds/");
    let form = priya.get(&format!("{round}/applications/new")).await;
    let late = [("Their name", "Late Comer"), ("Their mail address", "late@comer.example"), ("role", "mentee")];
    priya.press(&form, "Enter it for them", &late).await.is(200);
    duet.sign_in(cast::HELEN).await.get(call.path()).await.is(404);
}

#[tokio::test]
async fn what_cannot_be_an_answer_is_said_beside_its_question() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let call = finds(&mut tom, "Your application to Second round").await;
    let you = format!("{}/mentor/steps/you", call.path());
    let none = tom.post(&you, &[("job_title", &"a".repeat(201)), ("places", "none")]).await;
    none.is(422).sees("There is a problem").sees("How many mentees could you take: Enter a whole number from 1 to 20");
    assert_eq!(none.attributes("#places", "aria-invalid"), ["true"]);
    let fit = format!("{}/mentor/steps/together", call.path());
    let long = "a".repeat(501);
    let page = tom.post(&fit, &[("answer-offers-other", &long), ("answer-experience", "over 10 years")]).await;
    page.is(422).sees("What could you help somebody with: ");
    assert_eq!(page.attributes("#answer-offers-other", "value"), [long], "what was typed is kept on the page");
    assert_eq!(
        duet.asked("select cast(count(*) as text) from application_draft").await,
        ["0"],
        "and nothing is half-saved"
    );
    tom.post(&format!("{}/mentor/sending", call.path()), &[]).await.is(409).sees("There is nothing to send yet.");
    tom.get(&format!("{}/mentor/steps/elsewhere", call.path())).await.is(404);
    tom.get(&format!("{}/coach/steps/you", call.path())).await.is(404);
}

#[tokio::test]
async fn who_was_entered_by_a_coordinator_puts_it_right_here_too() {
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
    let mut mair = duet.sign_in("mair@ynys.example").await;
    let call = round.replace("/rounds/", "/calls/");
    mair.get(&call).await.sees("As it stands you cannot take part.");
    mair.post(&format!("{call}/mentee/steps/taking-part"), &[("answer-headofservice", "yes")]).await.is(200);
    mair.post(&format!("{call}/mentee/sending"), &[]).await.is(200).sees("Your changes are sent");
    assert_eq!(duet.asked("select settled from entry").await, ["right"]);
    mair.get("/").await.sees_no("Priya Nair entered something for you");
    mair.post(&format!("{call}/mentee/withdrawal"), &[]).await.is(200).sees("Taken back");
}

#[tokio::test]
async fn nor_does_the_log_tell_who_has_begun() {
    drill::listen();
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "yes", WANTS).await;
    let form = check.path().replace("/sending", "/steps/you");
    tom.get(&form).await.is(200);
    tom.post(&check.path().replace("/sending", "/deletion"), &[]).await.is(200);
    let log = drill::logged();
    let toms = duet.viewer(cast::TOM).await.person.to_string();
    let of_his: Vec<&str> = log.lines().filter(|line| line.contains(&toms)).collect();
    assert!(of_his.iter().any(|line| line.contains("route=\"/calls/{id}\"")), "what he does else is a line");
    for words in ["/steps/", "/sending", "/deletion"] {
        // People of other stories, told at the same time, have the same ids.
        let route = format!("{{role}}{words}");
        assert_eq!(of_his.iter().find(|line| line.contains(&route)), None, "the log says that he has begun");
        let where_and_who = log.lines().find(|line| line.contains(&route) && line.contains("person="));
        assert_eq!(where_and_who, None, "and not where anybody was");
    }
    assert!(log.contains("route=\"private\""), "that somebody was somewhere of their own is counted");
}

#[tokio::test]
async fn what_is_never_sent_goes_a_month_after_the_last_day() {
    let duet = TestDuet::demo().await;
    let mut aled = duet.sign_in(steps::ALED).await;
    let call = finds(&mut aled, "Your application to Second round").await;
    let you = aled.follow(&call, "Apply as a mentor").await;
    let later = aled.press(&you, "Save, and come back later", &[("places", "3")]).await;
    later.sees("It has not been sent. It is thrown away on 12 December 2026.");
    let drafts = "select cast(count(*) as text) from application_draft";
    duet.days_pass(38);
    jobs::sweep(duet.store()).await.expect("a sweep");
    assert_eq!(duet.asked(drafts).await, ["1"], "on 11 December it is still there");
    let mut aled = duet.sign_in(steps::ALED).await;
    aled.get(call.path()).await.sees("and did not send it").sees("It is thrown away on 12 December 2026.");
    duet.days_pass(1);
    jobs::sweep(duet.store()).await.expect("a sweep");
    assert_eq!(duet.asked(drafts).await, ["0"]);
    let mut aled = duet.sign_in(steps::ALED).await;
    aled.get(call.path()).await.is(200).sees_no("did not send it").sees("listening; service change");
    aled.get("/me").await.sees("An application that was not sent was thrown away");
    duet.sign_in(cast::PRIYA).await.get("/audit").await.sees_no("An application that was not sent was thrown away");
}

/// Tom's row of a sheet of mentees.
const TOMS: &str =
    "Tom Farrow,tom.farrow@harbury.example,Harbury Libraries,Caretaker,Wales,no,no,no,over 10 years,Zwyxother,\n";

#[tokio::test]
async fn a_sheet_that_says_something_else_does_not_overwrite_it_unless_a_coordinator_says_so() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "yes", WANTS).await;
    tom.press(&check, "Send my application", &[]).await.is(200);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let said = "select cast(a.answers as text) from application a join person p on p.id = a.person
                where p.name = 'Tom Farrow' and a.role = 'mentee' and a.round in (select id from round where name = 'Second round')";
    let brings_in = async |priya: &mut Visitor| {
        let mentees = format!("{}{TOMS}", cast::MENTEES);
        let files = [("mentors", "a.csv", cast::MENTORS.as_bytes()), ("mentees", "b.csv", mentees.as_bytes())];
        priya.upload(&format!("{round}/import"), &files).await
    };
    let looked = brings_in(&mut priya).await;
    looked
        .is(200)
        .sees("2 stay as people said themselves")
        .sees("They have answered by themselves since, and differently.");
    looked.sees("One person has answered by themselves, and the sheet says something else").sees_no("Zwyxother →");
    let people = priya.press(&looked, "Bring them in", &[]).await;
    people.is(200).sees("In 2 rows the sheet says something else than the person has said by themselves.");
    assert!(duet.asked(said).await.concat().contains("listening; a new building"));
    assert_eq!(duet.asked("select job_title from person where name = 'Tom Farrow'").await, ["Head of libraries"]);

    // She has spoken with him, and says that the sheet is right.
    let looked = brings_in(&mut priya).await;
    let looked = priya.press(&looked, "Look again", &[("adds", "yes")]).await;
    looked.is(200).sees("2 would change").sees("Zwyxother").sees_no("stay as people said themselves");
    priya.press(&looked, "Bring them in", &[]).await.is(200).sees_no("has said by themselves");
    assert!(duet.asked(said).await.concat().contains("Zwyxother"));
    tom.get(&round.replace("/rounds/", "/calls/")).await.sees("Your application came in on").sees("Zwyxother");
}

#[tokio::test]
async fn what_somebody_said_of_their_work_stands_in_every_round() {
    let duet = TestDuet::demo().await;
    let mut tom = duet.sign_in(cast::TOM).await;
    let check = fills_in(&mut tom, "yes", WANTS).await;
    tom.press(&check, "Send my application", &[]).await.is(200);
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let rounds = priya.get("/rounds").await;
    let form = priya.follow(&rounds, "Open a round").await;
    let another = [
        ("Name of the round", "Another round"),
        ("When do pairs begin to meet?", "1 2 2090"),
        ("When does the round end?", "31 7 2090"),
    ];
    let round = priya.press(&form, "Open a round", &another).await.path().trim_end_matches("/import").to_owned();
    let mentees = format!("{}{TOMS}", cast::MENTEES);
    let files = [("mentors", "a.csv", cast::MENTORS.as_bytes()), ("mentees", "b.csv", mentees.as_bytes())];
    let looked = priya.upload(&format!("{round}/import"), &files).await;
    looked.is(200).sees("They have answered by themselves since, and differently.").sees("One person has answered");
    priya.press(&looked, "Bring them in", &[]).await.is(200);
    assert_eq!(duet.asked("select job_title from person where name = 'Tom Farrow'").await, ["Head of libraries"]);
}
