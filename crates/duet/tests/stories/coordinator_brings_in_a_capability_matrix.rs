//! A coordinator brings in the matrix she has: people down or across, or a row for each level. She sees first what each
//! level would do; what was known stays as a step of before.

use duet::demo::cast;
use duet::person::PersonDraft;
use duet::{evaluation, person, scheme};
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// The demo's second round, and its coordinator.
async fn begins() -> (TestDuet, Visitor, String) {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    (duet, priya, round)
}

/// Sends a matrix, from the page that lists what can be brought in.
async fn sends(priya: &mut Visitor, round: &str, name: &str, sheet: &[u8]) -> Page {
    let people = priya.get(&format!("{round}/import")).await;
    let asking = priya.follow(&people, "Bring in a capability matrix").await;
    asking.sees("Any of three layouts will do");
    let files = [("kind", "", &b"capabilities"[..]), ("file", name, sheet)];
    priya.upload(&format!("{round}/import"), &files).await
}

/// How many levels are refused, changed, new and the same.
fn tally(check: &Page) -> Vec<usize> {
    check.all("ul.tally b").iter().map(|count| count.parse().expect("a number")).collect()
}

/// Brings a matrix in that does this, and sends it again: all stays the same.
async fn twice(duet: &TestDuet, priya: &mut Visitor, round: &str, sheet: &str, does: [usize; 4]) {
    let check = sends(priya, round, "sheet.csv", sheet.as_bytes()).await;
    assert_eq!(tally(check.is(200)), does, "{check:?}");
    priya.press(&check, "Bring them in", &[]).await.is(200).sees("Who can do what");
    let before = duet.rows().await;
    let check = sends(priya, round, "sheet.csv", sheet.as_bytes()).await;
    assert_eq!(tally(&check), [0, 0, 0, does.iter().sum()], "{sheet}");
    priya.press(&check, "Bring them in", &[]).await.is(200);
    let after = duet.rows().await;
    for table in ["assessment", "capability", "capability_wording", "person"] {
        assert_eq!(before[table], after[table], "{table}");
    }
}

/// What somebody's levels of a capability were, the earliest first.
async fn levels(duet: &TestDuet, name: &str, capability: &str) -> Vec<String> {
    let asked = format!(
        "select cast(a.level as text) from assessment a join person p on p.id = a.person
         join capability_wording w on w.capability = a.capability
         where p.name = '{name}' and w.name = '{capability}' order by a.assessed_on, a.noted_at"
    );
    duet.asked(&asked).await
}

#[tokio::test]
async fn in_any_of_three_layouts_and_the_same_sheet_twice_changes_nothing() {
    let (duet, mut priya, round) = begins().await;
    let project = "Run a capital project";
    assert_eq!(levels(&duet, "Gwen Morris", project).await, ["4"]);
    let people_down = format!(
        "Name,Email,Job title,Listen and ask,{project}\nGwen Morris,{},Head,4,3\nAled Vaughan,,Manager,Confident,Confident\n",
        cast::GWEN
    );
    twice(&duet, &mut priya, &round, &people_down, [0, 3, 0, 1]).await;
    assert_eq!(levels(&duet, "Gwen Morris", project).await, ["4", "3"], "what was said before is kept");
    let capabilities_down =
        "Area;;Gwen Morris;Aled Vaughan\nLeading people;Listen and ask;4;3\n;Work with councillors;-;Could teach it\n";
    twice(&duet, &mut priya, &round, capabilities_down, [0, 1, 0, 2]).await;
    let rows = format!(
        "Person,Capability,Level,Date,Source\n{0},{project},1,1/3/2024,observation\n{0},{project},2,1/9/2024,self assessment\nGwen Morris,{project},3,,\n",
        cast::GWEN
    );
    twice(&duet, &mut priya, &round, &rows, [0, 0, 2, 1]).await;
    assert_eq!(levels(&duet, "Gwen Morris", project).await, ["1", "2", "4", "3"]);
    let corrected = format!("Person,Capability,Level,Date,Source\n{},{project},2,1/3/2024,observation\n", cast::GWEN);
    twice(&duet, &mut priya, &round, &corrected, [0, 1, 0, 0]).await;
    assert_eq!(levels(&duet, "Gwen Morris", project).await, ["2", "2", "4", "3"]);
    let home = duet.sign_in(cast::GWEN).await.get("/").await.link("What you can do");
    duet.sign_in(cast::GWEN)
        .await
        .get(&home)
        .await
        .sees("From a spreadsheet, noted by Priya Nair")
        .sees("1 March 2024");
}

#[tokio::test]
async fn what_cannot_come_in_says_why_and_all_or_nothing_does() {
    let (duet, mut priya, round) = begins().await;
    let own = duet.asked("select cast(a.assessed_on as text) from assessment a join person p on p.id = a.person where p.name = 'Aled Vaughan' limit 1").await;
    let rows = format!(
        "Person,Capability,Level,Date,Source,Assessor\n\
         Nobody Known,Listen and ask,2,,,\n\
         {tom},Listen and ask,9,,,\n\
         {tom},Listen and ask,2,1/1/2031,,\n\
         {tom},Juggling,2,,,\n\
         {tom},,2,,,\n\
         Aled Vaughan,Listen and ask,4,{own},self,\n\
         {tom},Listen and ask,2,3/3/2025,peer,nobody@x.example\n\
         {tom},Work with councillors,4,,,\n\
         {tom},Work with councillors,1,,,\n",
        tom = cast::TOM,
        own = own.concat()
    );
    let before = duet.rows().await["assessment"].len();
    let check = sends(&mut priya, &round, "sheet.csv", rows.as_bytes()).await;
    assert_eq!(tally(&check), [8, 1, 0, 0], "{check:?}");
    for why in [
        "Nobody of this round has this name or address.",
        "This is none of your levels. They are: 1 (Beginning), 2",
        "This day is still to come.",
        "This is none of your capabilities.",
        "This cell is empty, and something is needed here.",
        "and a sheet does not change that.",
        "Write the address of somebody in this round",
        "The sheet says another level for the same person and capability further up.",
    ] {
        check.sees(why);
    }
    let refused = priya.press(&check, "Bring them in", &[]).await;
    refused.is(409);
    assert_eq!(duet.rows().await["assessment"].len(), before);
    priya.press(&check, "Bring them in", &[("without", "yes")]).await.is(200);
    assert_eq!(duet.rows().await["assessment"].len(), before + 1);
    // Across, a heading that nobody knows is told once, however many stand under it.
    let across = "Capability,Gwen Morris,Ann Nobody,Tom Farrow\nListen and ask,4,2,3\nRun a capital project,4,1,1\n";
    let check = sends(&mut priya, &round, "sheet.csv", across.as_bytes()).await;
    assert_eq!(tally(&check), [1, 0, 0, 4], "{check:?}");
    check.sees("Ann Nobody").sees("line 1");
    // Columns that do not say who or what wait for a word.
    let neither = sends(&mut priya, &round, "sheet.csv", b"Shoes,Hats\nbrown,red\n").await;
    neither.sees("Choose which column says who");
}

#[tokio::test]
async fn capabilities_that_are_not_known_are_offered_and_added() {
    let (duet, mut priya, round) = begins().await;
    let sheet = "Area,Skill,Gwen Morris,Tom Farrow\nDigital,Run a web archive,3,\nDigital,Mend a printer,2,4\n,Listen and ask,4,3\n";
    let check = sends(&mut priya, &round, "sheet.csv", sheet.as_bytes()).await;
    assert_eq!(tally(&check), [2, 0, 0, 2], "{check:?}");
    check.sees("2 are not among your capabilities yet").sees("Run a web archive · Mend a printer");
    let adds = priya.press(&check, "Look again", &[("adds", "yes")]).await;
    assert_eq!(tally(adds.is(200)), [0, 0, 3, 2], "{adds:?}");
    let team = priya.press(&adds, "Bring them in", &[]).await;
    team.is(200).sees("Digital").sees("Mend a printer");
    priya.get("/capabilities").await.sees("Run a web archive");
    assert_eq!(levels(&duet, "Tom Farrow", "Mend a printer").await, ["4"]);
    let again = sends(&mut priya, &round, "sheet.csv", sheet.as_bytes()).await;
    assert_eq!(tally(&again), [0, 0, 0, 5]);
    again.sees("You settled these columns before").sees_no("not among your capabilities");
    // Who is in a team is not kept with how its sheets are read, and a colleague more is no other sheet.
    let kept = duet.asked("select cast(uses as text) from import_mapping where kind = 'capabilities'").await.concat();
    assert!(kept.contains("skill") && !kept.contains("morris") && !kept.contains("farrow"), "{kept}");
    let more = "Area,Skill,Gwen Morris,Tom Farrow,Aled Vaughan\nDigital,Mend a printer,2,4,1\n,Listen and ask,4,3,1\n";
    let more = sends(&mut priya, &round, "sheet.csv", more.as_bytes()).await;
    more.sees("You settled these columns before");
    assert_eq!(tally(&more)[0], 0, "{more:?}");
}

#[tokio::test]
async fn what_was_taken_out_comes_in_again_and_changes_nothing() {
    let (duet, mut priya, round) = begins().await;
    let book = priya.get(&format!("{round}/capabilities.xlsx")).await;
    book.is(200);
    assert!(book.header("content-disposition").contains("Second-round-capabilities.xlsx"), "{:?}", book.headers());
    let check = sends(&mut priya, &round, "book.xlsx", book.body()).await;
    let counts = tally(check.is(200));
    assert!(counts[..3] == [0, 0, 0] && counts[3] > 40, "{counts:?} {check:?}");
    let before = duet.rows().await["assessment"].clone();
    priya.press(&check, "Bring them in", &[]).await.is(200);
    assert_eq!(duet.rows().await["assessment"], before);
    for other in [cast::RUTH, cast::HELEN, cast::GWEN] {
        duet.sign_in(other).await.get(&format!("{round}/capabilities.xlsx")).await.is(404);
    }
}

#[tokio::test]
async fn one_day_and_source_and_assessor_have_one_level() {
    let (duet, mut priya, round) = begins().await;
    let today = duet.clock().today();
    let head = "Person,Capability,Level,Date,Source,Assessor";
    let row =
        |level: i64, day: &str, by: &str| format!("{},Work with councillors,{level},{day},peer,{by}\n", cast::TOM);
    let two = format!("{head}\n{}{}", row(2, "3/3/2025", cast::GWEN), row(3, "3/3/2025", steps::ALED));
    twice(&duet, &mut priya, &round, &two, [0, 0, 2, 0]).await;
    let peers = duet.asked("select cast(level as text) from assessment where source = 'peer' order by level").await;
    assert_eq!(peers, ["2", "3"], "two colleagues may differ");
    let otherwise = format!("{head}\n{}{}", row(2, "", cast::GWEN), row(3, &today.to_string(), cast::GWEN));
    let check = sends(&mut priya, &round, "sheet.csv", otherwise.as_bytes()).await;
    assert_eq!(tally(&check), [1, 1, 0, 0], "no day is today: {check:?}");
    check.sees("The sheet says another level for the same person and capability further up.");
}

#[tokio::test]
async fn an_assessor_is_somebody_around_the_round_and_of_nobody_else_it_tells_who_is_there() {
    let (duet, mut priya, round) = begins().await;
    let elsewhere = duet.store().write(duet.organisation(), |tx| {
        let draft = PersonDraft {
            name: "Una Elsewhere".to_owned(),
            address: "una@elsewhere.example".to_owned(),
            job_title: String::new(),
            workplace: String::new(),
            language: kit::words::Language::English,
        };
        person::store::add(tx, &draft)
    });
    let una = elsewhere.await.expect("somebody who is in no round");
    let sheet = |by: &str| {
        format!(
            "Person,Capability,Level,Date,Source,Assessor\n{},Work with councillors,2,3/3/2025,peer,{by}\n",
            cast::TOM
        )
    };
    let why = async |priya: &mut Visitor, by: &str| {
        let check = sends(priya, &round, "sheet.csv", sheet(by).as_bytes()).await;
        (tally(&check), check.all("table.stack td span").concat())
    };
    let (known, unknown) = (why(&mut priya, "una@elsewhere.example").await, why(&mut priya, "nobody@x.example").await);
    assert_eq!(known.0, [1, 0, 0, 0]);
    assert_eq!(known, unknown, "who is there and who is not give one answer");
    // Who supervises somebody of the round may have assessed them.
    let gwen = duet.viewer(cast::GWEN).await.person;
    let supervises = duet
        .store()
        .write(duet.organisation(), move |tx| evaluation::note::note(tx, una, gwen, evaluation::Relation::Supervises));
    supervises.await.expect("a relation");
    assert_eq!(why(&mut priya, "una@elsewhere.example").await.0, [0, 0, 1, 0]);
    for around in [cast::PRIYA, cast::GWEN, cast::RUTH] {
        assert_eq!(why(&mut priya, around).await.0, [0, 0, 1, 0], "{around}");
    }
}

#[tokio::test]
async fn who_brings_a_matrix_in_is_nobodys_assessor() {
    let (duet, mut priya, round) = begins().await;
    let rows = format!(
        "Person,Capability,Level,Date,Source,Assessor\n\
         {tom},Work with councillors,4,3/3/2025,,\n{tom},Listen and ask,3,3/3/2025,observation,\n\
         {tom},Listen and ask,2,4/3/2025,observation,{gwen}\n",
        tom = cast::TOM,
        gwen = cast::GWEN
    );
    twice(&duet, &mut priya, &round, &rows, [0, 0, 3, 0]).await;
    let path = format!("/people/{}/capabilities", duet.viewer(cast::TOM).await.person);
    let page = priya.get(&path).await;
    page.is(200).sees("noted by Priya Nair").sees("noted by Gwen Morris");
    // While she coordinates, she takes away what she brought in by mistake.
    let button = page.all("form[action$=deletion] button").into_iter().find(|words| words.contains("councillors"));
    let page = priya.press(&page, &button.expect("a button"), &[]).await;
    page.is(200).sees_no("From a spreadsheet, noted by Priya Nair");
    // Who was named sees what they said, and no more.
    let mut gwen = duet.sign_in(cast::GWEN).await;
    gwen.get(&path).await.is(200).sees("You see here only what you said.").sees_no("noted by Priya Nair");
    // When her duty ends she is their assessor by what she saw herself, and by nothing that she brought in.
    let priya = duet.viewer(cast::PRIYA).await.person;
    let over = duet.store().write(duet.organisation(), move |tx| scheme::store::end_all(tx, priya));
    assert!(over.await.expect("a duty can end"));
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = priya.get(&path).await;
    page.sees("You see here only what you said.").sees_no("3 March 2025").sees("29 September 2026");
    for everything in ["/me", "/me/everything.json"] {
        priya.get(everything).await.is(200).sees_no("councillors").sees("Tom Farrow");
    }
}

#[tokio::test]
async fn more_capabilities_than_there_is_room_for_are_said_before_anything_else() {
    use std::fmt::Write as _;
    let (duet, mut priya, round) = begins().await;
    let mut sheet = "Capability,Gwen Morris,Tom Farrow\n".to_owned();
    for at in 0..400 {
        writeln!(sheet, "Skill number {at},2,3").expect("a text takes more");
    }
    let check = sends(&mut priya, &round, "sheet.csv", sheet.as_bytes()).await;
    assert_eq!(tally(&check)[0], 400, "each is told once");
    let adds = priya.press(&check, "Look again", &[("adds", "yes")]).await;
    adds.sees("People can be asked about 200 capabilities at most.").sees_no("Bring them in");
    assert!(duet.grep("Skill number").await == 0);
}

#[tokio::test]
async fn before_there_are_levels_nothing_comes_in() {
    let duet = TestDuet::called("Music for all").await;
    let mut ada = duet.administrator().await;
    let asking = steps::opens_a_round(&mut ada).await;
    let people = steps::brings_in(&mut ada, &asking, cast::MENTORS, cast::MENTEES).await;
    let round = people.path().trim_end_matches("/people").to_owned();
    let sheet = b"Name,Singing\nGwen Morris,3\n";
    let check = sends(&mut ada, &round, "sheet.csv", sheet).await;
    check.sees("Your levels are not written yet.").sees_no("Bring them in");
    let levels = [("names", "No\nYes"), ("names_cy", ""), ("lowest", "0"), ("teaches", "1")];
    ada.post("/capabilities/levels", &levels).await.is(200);
    let check = ada.get(check.path()).await;
    let check = ada.press(&check, "Look again", &[("adds", "yes")]).await;
    check.sees("This is none of your levels. They are: 0 (No), 1 (Yes).");
    let check = sends(&mut ada, &round, "sheet.csv", b"Name,Singing\nGwen Morris,yes\nTom Farrow,0\n").await;
    let check = ada.press(&check, "Look again", &[("adds", "yes")]).await;
    assert_eq!(tally(&check), [0, 0, 2, 0], "{check:?}");
    ada.press(&check, "Bring them in", &[]).await.is(200).sees("Singing");
}
