//! A coordinator sends the spreadsheet she has, whatever its headings, sees what each row would do, and says go.

use std::fmt::Write as _;
use std::time::Instant;

use duet::demo::cast;
use testkit::{Page, TestDuet, Upload, Visitor};

use crate::steps;

/// A form's answers, as its tool exports them: one file, odd headings, a column that says who is what.
const ANSWERS: &str = "\
Timestamp;What is your full name?;Contact;Role;Level;Where do you work (organisation)?;Access needs or disability;Shoe size
1;Ada Quill;ada.quill@one.example;Mentor;Grade 6;Department of Joy;ramp;4
2;Eve Sedge;eve.sedge@two.example;Mentee;HEO;Department of Love;;5
3;Bo Yarrow;bo.yarrow@two.example;Both;SEO;Department of Love;;6
4;Cy Reed;cy.reed at three;Mentee;EO;Department of Hope;;7
5;Dee Marsh;dee.marsh@one.example;Mentee;EO;Department of Joy;;8
";

async fn sends(visitor: &mut Visitor, asking: &Page, both: &[u8]) -> Page {
    visitor.upload(asking.path(), &[("both", "answers.csv", both)]).await
}

#[tokio::test]
async fn any_headings_are_proposed_corrected_and_remembered() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let check = sends(&mut admin, &asking, ANSWERS.as_bytes()).await;
    check.is(200).sees("Read as UTF-8 text, with semicolons between cells.").sees("Nothing has been saved yet.");
    assert_eq!(chosen(&check, "0-1"), "is:name");
    assert_eq!(chosen(&check, "0-2"), "is:address");
    assert_eq!(chosen(&check, "0-3"), "is:role");
    assert_eq!(chosen(&check, "0-5"), "is:workplace");
    assert_eq!(chosen(&check, "0-6"), "out", "what the law protects is left out");
    check.sees("The law protects what this may tell. It is never matched by.").sees_no("Department of Joy5");
    // Nothing is there yet, and nobody can take another column for two things.
    admin.get("/rounds").await.sees_no("Ada Quill");
    let twice = admin.press(&check, "Look again", &[("use-0-0", "is:name")]).await;
    twice.sees("Two columns are “Name”. Choose one.");
    let none = admin.press(&twice, "Look again", &[("use-0-0", "out"), ("use-0-2", "out")]).await;
    none.sees("No column is “Email address” yet.");
    let settled = [("use-0-2", "is:address"), ("use-0-4", "answer:level")];
    let check = admin.press(&none, "Look again", &settled).await;
    check.sees("1 cannot come in").sees("Line 5, column 3: This is not a mail address.").sees("5 new");
    let refused = admin.press(&check, "Bring them in", &[]).await;
    refused.is(409).sees("Some rows cannot come in.");
    let people = admin.press(&check, "Bring them in", &[("without", "yes")]).await;
    people.is(200).sees("5 applications are new.").sees("We keep these columns, for matching: Level.");
    people.sees("Bo Yarrow").sees("Dee Marsh").sees_no("Cy Reed");
    // The same headings again: as she settled them, with what has changed told field by field.
    let newer = ANSWERS
        .replace("cy.reed at three", "cy.reed@three.example")
        .replace("Mentee;HEO", "Mentee;SEO")
        .replace("Dee Marsh", "Dee Marshall");
    let check = sends(&mut admin, &asking, newer.as_bytes()).await;
    check.sees("You settled these columns before, so we did the same.").sees("1 new").sees("2 would change");
    assert_eq!(chosen(&check, "0-4"), "answer:level");
    check.sees("level: HEO → SEO").sees("Name: Dee Marsh → Dee Marshall");
    admin.press(&check, "Bring them in", &[]).await.is(200).sees("1 application is new.").sees("Dee Marshall");
    let before = duet.rows().await;
    let check = sends(&mut admin, &asking, newer.as_bytes()).await;
    assert_eq!(check.all("ul.tally b"), ["0", "0", "0", "6"]);
    admin.press(&check, "Bring them in", &[]).await.is(200).sees("Nobody new applied.");
    let after = duet.rows().await;
    for table in ["person", "person_address", "workplace", "application", "evaluation", "round", "import_mapping"] {
        assert_eq!(before[table], after[table], "{table} stays as it was");
    }
}

fn chosen(page: &Page, column: &str) -> String {
    page.attributes(&format!("select[name=use-{column}] option[selected]"), "value").concat()
}

#[tokio::test]
async fn what_would_happen_is_what_happens_or_nothing_does() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let mentors = cast::MENTORS.replace("Head of libraries", "Chief of libraries");
    let files: [Upload<'_>; 2] =
        [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", cast::MENTEES.as_bytes())];
    let first = priya.upload(&format!("{round}/import"), &files).await;
    let second = priya.upload(&format!("{round}/import"), &files).await;
    first.is(200).sees("Head of libraries → Chief of libraries");
    priya.press(&second, "Bring them in", &[]).await.is(200).sees("The people are in");
    // What the first one showed holds no longer.
    priya.press(&first, "Bring them in", &[]).await.is(409).sees("Something changed since you looked.");
    let again = priya.get(first.path()).await;
    again.sees_no("Chief of libraries →").sees("It did not come in, and nothing was saved");
    priya.press(&again, "Throw these files away", &[]).await.is(200).sees("Bring in people");
    priya.get(first.path()).await.is(404);
    // The other was taken: its address leads on, and its files are gone.
    let on = priya.get(second.path()).await;
    assert_eq!(on.path(), format!("{round}/people"));
    assert!(duet.rows().await["import_upload"].iter().all(|row| row.get("contents").is_none_or(String::is_empty)));
}

#[tokio::test]
async fn what_was_sent_is_hers_alone_sealed_and_gone_after_a_day() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let sheet = b"name,email,role\nQuincy Unheard,quincy@one.example,mentor\n";
    let check = priya.upload(&format!("{round}/import"), &[("both", "a.csv", sheet)]).await;
    check.is(200).sees("Quincy Unheard").sees("Who can see this: you. Nobody else.");
    assert_eq!(duet.grep("Quincy").await, 0, "the database does not hold what has not come in");
    duet.sign_in(cast::RUTH).await.get(check.path()).await.is(404);
    duet.days_pass(1);
    duet.works().await;
    priya = duet.sign_in(cast::PRIYA).await;
    priya.get(check.path()).await.is(404);
    assert!(duet.rows().await["import_upload"].is_empty());
}

/// So many people, half of them mentors, each with a manager.
fn many(people: usize, grade: &str) -> String {
    let mut sheet = String::from("name,email,role,organisation,job title,grade,line manager email\n");
    for at in 0..people {
        let (role, boss) = (if at % 2 == 0 { "mentor" } else { "mentee" }, at / 50);
        let _ = writeln!(
            sheet,
            "Person {at},person{at}@many.example,{role},Workplace {},Officer,{grade},boss{boss}@many.example",
            at % 300
        );
    }
    sheet
}

#[tokio::test]
async fn ten_thousand_rows_come_in_and_tell_how_far_they_are() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    for (grade, told) in [("EO", "10000 new"), ("HEO", "10000 would change"), ("HEO", "10000 stay the same")] {
        let sheet = many(10_000, grade);
        let began = Instant::now();
        let check = sends(&mut admin, &asking, sheet.as_bytes()).await;
        let looked = began.elapsed();
        check.is(200);
        assert!(check.has(told) || grade == "HEO", "{told}");
        let began = Instant::now();
        let mut page = admin.press(&check, "Bring them in", &[]).await;
        let (mut waited, mut before) = (0, 0);
        while page.path().starts_with("/imports/") {
            page.is(200).sees("Bringing them in");
            assert_eq!(page.header("refresh"), "1");
            waited += 1;
            let told = |what| page.attributes("main progress", what).concat().parse::<usize>().expect("how many rows");
            let (done, all) = (told("value"), told("max"));
            assert!((all == 1 || all >= 10_000) && (before..=all).contains(&done), "{before}, then {done} of {all}");
            before = done;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            page = admin.get(page.path()).await;
        }
        let took = began.elapsed();
        // Who waits longer than a moment is told; what is done at once leads on at once.
        assert!(waited > 0 || took.as_secs() < 5, "{took:?} without a word");
        page.is(200).sees("The people are in");
        println!(
            "{}: {told}: looked at in {looked:.2?}, brought in in {took:.2?} ({:.0} rows/s), seen waiting {waited} times",
            duet.store().engine(),
            10_000.0 / took.as_secs_f64()
        );
        // An unoptimised build on a busy machine takes longer than what is promised: this only tells a runaway.
        assert!(took.as_secs() < 60, "{took:?}");
    }
}

#[tokio::test]
async fn what_the_law_protects_is_kept_for_a_purpose_sealed_and_matched_by_nobody() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let sheet = "name,email,role,organisation,grade,Access needs or disability\n\
                 Ada Quill,ada@one.example,mentor,Joy,EO,zebrastripes\nEve Sedge,eve@two.example,mentee,Love,EO,\n";
    let check = sends(&mut admin, &asking, sheet.as_bytes()).await;
    let unsaid = admin.press(&check, "Look again", &[("use-0-5", "sealed:")]).await;
    unsaid.sees("Say why you need to keep each protected column, or leave it out.");
    let long = "To book rooms. ".repeat(20);
    let unsaid = admin.press(&unsaid, "Look again", &[("use-0-5", "sealed:"), ("purpose-0-5", &long)]).await;
    unsaid.sees("Say in at most 200 characters why you need to keep a protected column.");
    let said = [("use-0-5", "sealed:"), ("purpose-0-5", "To book rooms that people can get into.")];
    let check = admin.press(&unsaid, "Look again", &said).await;
    let people = admin.press(&check, "Bring them in", &[]).await;
    people.is(200).sees("We keep these locked, for what you said").sees_no("zebrastripes");
    assert_eq!(duet.grep("zebrastripes").await, 0, "the database holds no word of it");
    let rules = duet.asked("select cast(rules as text) from round").await.concat();
    assert!(!rules.to_lowercase().contains("access"), "no criterion reads it: {rules}");
    let pairs = admin.press(&people, "Propose pairs", &[]).await;
    pairs.is(200).sees_no("zebrastripes").sees_no("Access needs");
    // The same again changes nothing; who it is about reads it; it goes when its purpose is served.
    let check = sends(&mut admin, &asking, sheet.as_bytes()).await;
    let check = admin.press(&check, "Look again", &said).await;
    assert_eq!(check.all("ul.tally b"), ["0", "0", "0", "2"]);
    let kept = admin.follow(&people, "Private answers").await;
    kept.sees("zebrastripes").sees("Kept for: To book rooms that people can get into.");
    duet.sign_in("ada@one.example").await.get("/me").await.sees("zebrastripes");
    duet.sign_in("eve@two.example").await.get(kept.path()).await.is(404);
    let gone = admin.press(&kept, "Delete all of “Access needs or disability” for good", &[]).await;
    gone.sees_no("zebrastripes").sees("None are kept in this round.");
    assert!(duet.rows().await["private_answer"].is_empty());
}

#[tokio::test]
async fn who_manages_somebody_elsewhere_is_neither_told_nor_ended() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let sheet = |manager: &str| {
        format!(
            "name,email,role,organisation,grade,line manager email\nAda Quill,ada@one.example,mentor,Joy,EO,{manager}\n\
             Eve Sedge,eve@two.example,mentee,Love,EO,\n"
        )
    };
    let managers = async || duet.asked("select cast(count(*) as text) from evaluation where finished_on is null").await;
    let elsewhere = steps::opens_a_round(&mut admin).await;
    let check = sends(&mut admin, &elsewhere, sheet("mo@one.example").as_bytes()).await;
    admin.press(&check, "Bring them in", &[]).await.is(200);
    // Cora coordinates another scheme, and has had Ada in no round.
    let here = steps::opens_a_round(&mut admin).await;
    let mut cora = steps::coordinates_only(&duet, &mut admin, here.path(), "cora@three.example").await;
    // The same manager and another one look alike: the sheet is no way to ask.
    let asked = async |cora: &mut Visitor, manager: &str| {
        let check = sends(cora, &here, sheet(manager).as_bytes()).await;
        (check.is(200).all("ul.tally b"), check.has("Line manager"), check)
    };
    let (same, other) = (asked(&mut cora, "mo@one.example").await, asked(&mut cora, "una@one.example").await);
    assert_eq!((&same.0, &same.1), (&other.0, &other.1));
    cora.press(&other.2, "Bring them in", &[]).await.is(200);
    assert_eq!(managers().await, ["2"], "the one from elsewhere stays, beside the one of this sheet");
    // Now that Ada is in a round of hers, the very same sheet says which of the two it is.
    let (settled, _, check) = asked(&mut cora, "una@one.example").await;
    assert_eq!(settled, ["0", "1", "0", "1"]);
    cora.press(&check, "Bring them in", &[]).await.is(200);
    assert_eq!(managers().await, ["1"], "who is in a round of hers has one line manager");
    let (known, ..) = asked(&mut cora, "una@one.example").await;
    assert_eq!(known, ["0", "0", "0", "2"]);
    let (changed, _, check) = asked(&mut cora, "vi@one.example").await;
    assert_eq!(changed, ["0", "1", "0", "1"]);
    cora.press(&check, "Bring them in", &[]).await.is(200);
    assert_eq!(managers().await, ["1"]);
}

#[tokio::test]
async fn somebody_of_an_earlier_round_has_one_line_manager_after_the_first_sheet_of_the_next() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    for manager in ["mo@one.example", "una@one.example"] {
        let sheet = format!("name,email,role,line manager email\nAda Quill,ada@one.example,mentor,{manager}\n");
        let round = steps::opens_a_round(&mut admin).await;
        let check = sends(&mut admin, &round, sheet.as_bytes()).await;
        admin.press(&check, "Bring them in", &[]).await.is(200);
        let now = "select a.address from evaluation e join person_address a on a.person = e.evaluator where e.finished_on is null";
        assert_eq!(duet.asked(now).await, [manager]);
    }
}
