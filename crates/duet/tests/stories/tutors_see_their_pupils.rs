//! A tutor sees whom they teach, and nobody else's pupils; a hub sees how many there are.

use duet::jobs;
use duet::pupil::PupilDraft;
use kit::sheet::Sheet;
use testkit::{ADMINISTRATOR, Page, TestDuet, Visitor};

use crate::steps;

const OWEN: &str = "owen@hub.example";
const DILYS: &str = "dilys@hub.example";
const MAIR: &str = "mair@hill.example";

/// A hub with a tutor and a school's teacher, and one pupil of theirs, by whose page it stands.
async fn hub() -> (TestDuet, Visitor, String) {
    let duet = TestDuet::empty().await;
    let mut ada = duet.administrator().await;
    let list = "Pupil,School,Year,Tutor,Tutor email,School music teacher,School music teacher email\n\
        Nel Hughes,Hill School,Year 4,Owen Rees,owen@hub.example,Mair Llwyd,mair@hill.example\n\
        Bo Orr,Dale School,Year 5,Dilys Bowen,dilys@hub.example,,\n";
    let check = ada.upload("/pupils/import", &[("file", "pupils.csv", list.as_bytes())]).await;
    ada.press(&check, "Bring them in", &[]).await.is(200);
    let nel = duet.sign_in(OWEN).await.get("/pupils").await.link("Nel Hughes");
    (duet, ada, nel)
}

async fn adds(tutor: &mut Visitor, fields: &[(&str, &str)]) -> Page {
    let form = tutor.get("/pupils/new").await;
    tutor.press(&form, "Add a pupil", fields).await
}

#[tokio::test]
async fn each_sees_their_own_and_it_says_by_name_who_does() {
    let (duet, mut ada, nel) = hub().await;
    let mut owen = duet.sign_in(OWEN).await;
    let home = owen.get("/").await;
    let list = owen.follow(&home, "You teach 1 pupil").await;
    list.sees("Hill School").sees("Year 4").sees_no("Bo Orr");
    let page = owen.get(&nel).await;
    page.is(200).sees("Nel Hughes").sees("Hill School").sees("Owen Rees").sees("Tutor, since");
    page.sees("Who can see this: you (tutor)").sees("Mair Llwyd (music teacher at the school)").sees("Nobody else.");
    let mut mair = duet.sign_in(MAIR).await;
    mair.get(&nel).await.is(200).sees("Nel Hughes").sees_no("Change the name");
    mair.get("/pupils").await.sees("Pupils you look after at Hill School");
    mair.get(&format!("{nel}/description")).await.is(404);
    mair.get("/pupils/new").await.is(404);
    duet.sign_in(DILYS).await.get(&nel).await.is(404);
    // An administrator finds one by name when something must be put right, and has no list of names.
    let all = ada.get("/pupils").await;
    all.is(200).sees("Find a pupil").sees_no("Nel").sees_no("Bo Orr");
    let found = ada.post("/pupils", &[("find", "hugh")]).await;
    ada.follow(&found, "Nel Hughes").await.is(200).sees("you (administrator)");
    ada.post("/pupils", &[("find", "%")]).await.sees_no("Nel");
}

#[tokio::test]
async fn who_runs_a_scheme_learns_no_name_and_whoever_does_neither_nothing() {
    let (duet, mut ada, nel) = hub().await;
    steps::opens_a_round(&mut ada).await;
    let rounds = ada.get("/rounds").await;
    let scheme = rounds.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    for (name, address, duty) in
        [("Cora", "cora@hub.example", "coordinator"), ("Spencer", "spencer@hub.example", "sponsor")]
    {
        let asked = [("name", name), ("address", address), ("duty", duty)];
        ada.post(&format!("{scheme}/appointments"), &asked).await.is(200);
    }
    let mut cora = duet.sign_in("cora@hub.example").await;
    cora.get("/pupils/counts").await.is(200).sees("Fewer than five pupils").sees_no("Hill School").sees_no("Owen");
    for path in ["/pupils", &nel, "/pupils/list.xlsx", "/pupils/import", "/pupils/new"] {
        cora.get(path).await.is(404);
    }
    // Nor does she come to any as their tutor, by a link she makes for one who applies to her round.
    let (cora, owen) = (duet.viewer("cora@hub.example").await.person, duet.viewer(OWEN).await.person);
    let beyond = duet.store().read(duet.organisation(), move |c| {
        let everybody = duet::scheme::store::beyond(c, cora)?;
        Ok(duet::scheme::store::is_beyond(c, cora, owen)? && everybody.contains(&owen))
    });
    assert!(beyond.await.expect("a database"), "a tutor reaches beyond what she coordinates");
    let mut spencer = duet.sign_in("spencer@hub.example").await;
    for path in ["/pupils", &nel, "/pupils/counts"] {
        spencer.get(path).await.is(404);
    }
}

#[tokio::test]
async fn a_tutor_adds_one_puts_it_right_and_says_when_it_ended() {
    let (duet, _, _) = hub().await;
    let mut owen = duet.sign_in(OWEN).await;
    let wrong = adds(&mut owen, &[("Name", ""), ("School", "")]).await;
    wrong.is(422).sees("Name:").sees("School:");
    let cai = [("Name", "Cai Pugh"), ("School", "hill  school"), ("Taught since", "1 9 2026")];
    let page = adds(&mut owen, &cai).await;
    page.is(200).sees("Cai Pugh").sees("Hill School").sees("Tutor, since 1 September 2026");
    let form = owen.follow(&page, "Change the name, school or year").await;
    let page = owen.press(&form, "Keep this", &[("Year group", "Year 7")]).await;
    page.is(200).sees("Year 7");
    let cai = page.path().to_owned();
    // He names the school's teacher, and no other tutor.
    let named = [("Their name", "Mair Llwyd"), ("Their mail address", MAIR), ("Since when", "1 9 2026")];
    let page = owen.press(&page, "Name them", &named).await;
    page.is(200).sees("Mair Llwyd").sees_no("What they are");
    owen.press(&page, "Name them", &named).await.is(422).sees("They teach this pupil already.");
    let dilys = [("role", "tutor"), ("name", "Dilys"), ("address", DILYS)];
    let since = [("since-day", "1"), ("since-month", "9"), ("since-year", "2026")];
    owen.post(&format!("{cai}/teachers"), &[&dilys[..], &since[..]].concat()).await.is(200);
    duet.sign_in(DILYS).await.get(&cai).await.sees("Dilys Bowen Music teacher at the school, since");

    let ending = owen.get(&cai).await.link("End this");
    let form = owen.get(&ending).await;
    form.sees("You no longer teach Cai Pugh");
    owen.press(&form, "Keep this day", &[("Last day", "1 8 2026")]).await.is(422).sees("before they began");
    let last = duet.clock().today().yesterday().expect("a day before");
    let last = format!("{} {} {}", last.day(), last.month(), last.year());
    let ended = owen.press(&form, "Keep this day", &[("Last day", &last)]).await;
    // Yesterday was the last day, and today it is as if there were no such pupil.
    ended.is(200).sees_no("Cai Pugh");
    owen.get(&cai).await.is(404);
    duet.sign_in(MAIR).await.get(&cai).await.is(200).sees("Owen Rees").sees("from 1 September 2026 to");
}

#[tokio::test]
async fn a_tutor_learns_nothing_of_another_tutors_pupils() {
    let (duet, mut ada, nel) = hub().await;
    let mut dilys = duet.sign_in(DILYS).await;
    // The same name at the same school is taken, as it is for one that nobody has: it is another pupil.
    let hers = adds(&mut dilys, &[("Name", "Nel Hughes"), ("School", "Hill School")]).await;
    hers.is(200).sees("Who can see this: you (tutor)").sees_no("Owen Rees").sees_no("Year 4");
    assert_ne!(hers.path(), nel);
    // Her own, again, are told apart by a reference.
    let again = [("Name", "nel hughes"), ("School", "Hill School")];
    adds(&mut dilys, &again).await.is(422).sees("There is a pupil of this name at this school already.");
    let known = [("Name", "Nel Hughes"), ("School", "Hill School"), ("What the school knows them by", "N2")];
    adds(&mut dilys, &known).await.is(200);
    // An administrator sees all of them.
    adds(&mut ada, &again).await.is(422).sees("There is a pupil of this name");
    let found = ada.post("/pupils", &[("find", "nel")]).await;
    assert_eq!(found.all("ul.people a[href^='/pupils/']").len(), 3, "{found:?}");
}

#[tokio::test]
async fn somebody_named_by_mistake_is_taken_away_at_once() {
    let (duet, mut ada, nel) = hub().await;
    let page = ada.get(&nel).await;
    let dilys = [("role", "tutor"), ("Their name", "Dilys"), ("Their mail address", DILYS)];
    let page = ada.press(&page, "Name them", &dilys).await;
    page.is(200).sees("Dilys Bowen");
    let mut hers = duet.sign_in(DILYS).await;
    hers.get(&nel).await.is(200);
    let ending = page.links().into_iter().filter(|(words, _)| words.contains("Dilys")).map(|(_, to)| to).next();
    let form = ada.get(&ending.expect("a way to end it")).await;
    form.sees("Dilys Bowen no longer teaches Nel Hughes");
    let page = ada.press(&form, "They never taught them", &[]).await;
    page.is(200).sees_no("Dilys");
    hers.get(&nel).await.is(404);
}

#[tokio::test]
async fn the_hub_sees_how_many_and_no_small_school() {
    let (duet, mut ada, _) = hub().await;
    let mut list = "Pupil,School,Tutor\n".to_owned();
    for at in 0..8 {
        list += &format!("Child {at},Large School,Owen Rees\n");
    }
    for at in 0..3 {
        list += &format!("Little {at},Small School,Dilys Bowen\n");
    }
    let check = ada.upload("/pupils/import", &[("file", "more.csv", list.as_bytes())]).await;
    ada.press(&check, "Bring them in", &[]).await.is(200);
    let counts = ada.get("/pupils/counts").await;
    counts.is(200).sees("13 pupils are taught today.").sees("Large School");
    counts.sees_no("Small School").sees_no("Hill School").sees_no("Child").sees_no("Dilys").sees_no("Little");
    let cells = counts.all("td.num");
    assert_eq!(cells, ["8", "5"], "and no tutor: Owen's 9 would tell Dilys's 4");
    duet.sign_in(OWEN).await.get("/pupils/counts").await.is(404);
}

#[tokio::test]
async fn a_tutor_takes_their_own_list_out() {
    let (duet, _, _) = hub().await;
    let mut owen = duet.sign_in(OWEN).await;
    let odd = [("Name", "=cmd()"), ("School", "Hill School")];
    adds(&mut owen, &odd).await.is(200);
    let list = owen.get("/pupils").await;
    let file = owen.follow(&list, "Take your list out as a file").await;
    let sheet = Sheet::read(file.is(200).body()).expect("a workbook");
    assert_eq!(sheet.headings[..2], ["Name", "School"]);
    let names: Vec<&str> = sheet.rows.iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(names, ["=cmd()", "Nel Hughes"], "as text, and nobody else's");
}

#[tokio::test]
async fn an_administrator_takes_one_away_for_good() {
    let (duet, mut ada, nel) = hub().await;
    let page = ada.get(&nel).await;
    let form = ada.follow(&page, "Take Nel Hughes away for good").await;
    ada.press(&form, "Take away for good", &[]).await.is(422).sees("Tick the box");
    ada.press(&form, "Take away for good", &[("sure", "yes")]).await.is(200);
    assert_eq!(duet.grep("Nel Hughes").await, 0);
    duet.sign_in(OWEN).await.get(&nel).await.is(404);
    ada.get("/audit").await.sees("Took a pupil away");
    assert_eq!(duet.rows().await["pupil"].len(), 1);
}

#[tokio::test]
async fn a_pupil_is_forgotten_a_year_after_the_last_tutor() {
    let (duet, mut ada, nel) = hub().await;
    let ending = ada.get(&nel).await.link("End this");
    let form = ada.get(&ending).await;
    let today = duet.clock().today();
    let day = format!("{} {} {}", today.day(), today.month(), today.year());
    ada.press(&form, "Keep this day", &[("Last day", &day)]).await.is(200);
    duet.days_pass(1);
    let mut ada = duet.administrator().await;
    ada.get("/pupils").await.sees("Pupils without a tutor").sees("Nel Hughes").sees("kept until");
    duet.days_pass(363);
    jobs::sweep(duet.store()).await.expect("a sweep");
    assert!(duet.grep("Nel Hughes").await > 0);
    duet.days_pass(3);
    jobs::sweep(duet.store()).await.expect("a sweep");
    assert_eq!(duet.grep("Nel Hughes").await, 0);
    assert!(duet.grep("Bo Orr").await > 0, "who is taught stays");
}

#[tokio::test]
async fn an_administrator_who_looks_at_a_pupil_is_on_the_record_once_a_day() {
    let (duet, _, nel) = hub().await;
    let rows = async |act: &'static str| duet.asked(act).await.len();
    let looked = "select cast(subject as text) from audit where act = 'pupil.looked_at'";
    let through = "select cast(subject as text) from audit where act = 'pupil.names_seen'";
    // Who teaches them is not: it is their pupil.
    duet.sign_in(OWEN).await.get(&nel).await.is(200).sees_no("is on the record");
    duet.sign_in(DILYS).await.get(&nel).await.is(404);
    assert_eq!((rows(looked).await, rows(through).await), (0, 0));
    duet.days_pass(1);
    let mut ada = duet.administrator().await;
    ada.get("/pupils").await.is(200);
    ada.post("/pupils", &[("find", "nobody")]).await.is(200);
    assert_eq!(rows(through).await, 0, "no name was there to be seen");
    ada.post("/pupils", &[("find", "hugh")]).await.sees("Nel Hughes").sees("The record says that you looked");
    ada.post("/pupils", &[("find", "orr")]).await.sees("Bo Orr");
    ada.get(&nel).await.sees("That you were here today is on the record.");
    for path in ["", "/description", "/ending", "/removal", ""] {
        ada.get(&format!("{nel}{path}")).await.is(200);
    }
    assert_eq!((rows(looked).await, rows(through).await), (1, 1));
    assert!(nel.ends_with(&duet.asked(looked).await.concat()));
    duet.days_pass(1);
    let mut ada = duet.administrator().await;
    ada.get(&format!("{nel}/description")).await.is(200).sees("Nel Hughes");
    assert_eq!((rows(looked).await, rows(through).await), (2, 1), "another day, another row, whichever page it is");
    duet.days_pass(1);
    let mut ada = duet.administrator().await;
    // Nor does she learn names by a sheet of hers, whether or not it comes in.
    let list = "Pupil,School,Year,Reference\nNobody,Hill School,Year 4,\n";
    ada.upload("/pupils/import", &[("file", "pupils.csv", list.as_bytes())]).await.is(200).sees("1 new");
    assert_eq!(rows(through).await, 1, "a sheet of new pupils tells no name");
    let list = "Pupil,School,Year,Tutor email\nNel Hughes,Hill School,Year 5,owen@hub.example\n";
    let looked = ada.upload("/pupils/import", &[("file", "pupils.csv", list.as_bytes())]).await;
    looked.is(200).sees("Year 4");
    ada.get(looked.path()).await.is(200);
    assert_eq!(rows(through).await, 2);
    let record = ada.get("/audit").await;
    record.sees("Looked at a pupil whom they do not teach").sees("Looked through names of pupils").sees_no("Nel");
}

#[tokio::test]
async fn what_a_tutor_reads_about_themselves_says_no_childs_name() {
    let (duet, mut ada, _) = hub().await;
    let mut owen = duet.sign_in(OWEN).await;
    owen.get("/me").await.sees("Pupils you teach or taught").sees("Hill School").sees_no("Nel");
    // Whoever is erased teaches nobody; the pupil stays, for somebody else.
    let id = duet.viewer(OWEN).await.person;
    let form = ada.get(&format!("/people/{id}/erasure")).await;
    ada.press(&form, "Erase them for good", &[("address", OWEN)]).await.is(200);
    ada.get("/pupils").await.sees("Pupils without a tutor").sees("Nel Hughes");
}

#[tokio::test]
async fn pages_take_the_same_statements_with_ten_times_the_pupils() {
    let (duet, mut ada, nel) = hub().await;
    let mut owen = duet.sign_in(OWEN).await;
    let count = async |owen: &mut Visitor, ada: &mut Visitor| {
        let mut found = Vec::new();
        for path in ["/", "/pupils", &nel] {
            owen.get(path).await;
            found.push(owen.get(path).await.statements());
        }
        for path in ["/pupils", "/pupils/counts", &nel] {
            ada.get(path).await;
            found.push(ada.get(path).await.statements());
        }
        ada.post("/pupils", &[("find", "e")]).await;
        found.push(ada.post("/pupils", &[("find", "e")]).await.statements());
        found
    };
    let few = count(&mut owen, &mut ada).await;
    for at in 0..10 {
        let (name, school) = (format!("Pupil {at}"), format!("School {at}"));
        let draft = PupilDraft { name, school, year_group: String::new(), reference: None };
        steps::teaches(&duet, ADMINISTRATOR, draft, OWEN, MAIR).await;
    }
    assert_eq!(count(&mut owen, &mut ada).await, few);
    assert!(few.iter().all(|one| *one <= 18), "{few:?}");
}
