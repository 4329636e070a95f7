//! An administrator brings in the list of pupils a music hub has: who they are, at which school, who teaches them. It is
//! looked at first, and the same list again changes nothing.

use testkit::{ADMINISTRATOR, Page, TestDuet, Visitor};

use crate::steps;

const OWEN: &str = "owen@hub.example";
const DILYS: &str = "dilys@hub.example";

const LIST: &str = "\
Forename,Surname,School,Year group,Tutor,Tutor's email,School music teacher,UPN,Date of birth,Taught since
Ada,Ng,Hill School,Year 4,Owen Rees,owen@hub.example,,A1,3/4/2017,1/9/2026
Ada,Ng,Hill School,Year 6,Dilys Bowen,dilys@hub.example,,A2,9/9/2015,1/9/2026
Bo,Orr,Hill School,Year 5,Owen Rees,owen@hub.example,mair@hill.example,,1/1/2016,
Cai,Pugh,Ysgol y Dyffryn,,Owen Rees,,,,,2/9/2026
";

async fn begins() -> (TestDuet, Visitor) {
    let duet = TestDuet::empty().await;
    let ada = duet.administrator().await;
    (duet, ada)
}

async fn sends(visitor: &mut Visitor, list: &str) -> Page {
    visitor.upload("/pupils/import", &[("file", "pupils.csv", list.as_bytes())]).await
}

/// Brings a list in as it is understood.
async fn brings(visitor: &mut Visitor, list: &str) -> Page {
    let check = sends(visitor, list).await;
    check.is(200).sees("Nothing has been saved yet.");
    visitor.press(&check, "Bring them in", &[]).await
}

fn tally(check: &Page) -> [String; 4] {
    check.all("ul.tally b").try_into().expect("four counts")
}

/// What a list would do, and nothing is said about the page but these words.
async fn refused(visitor: &mut Visitor, list: &str, why: &str) {
    let check = sends(visitor, list).await;
    assert_eq!(tally(&check)[0], "1", "{check:?}");
    check.sees(why);
}

/// A list with the teacher of the school's name beside the address, so that she is added.
fn list() -> String {
    LIST.replace("School music teacher,UPN", "School music teacher,School music teacher email,UPN")
        .replace("owen@hub.example,,A1", "owen@hub.example,,,A1")
        .replace("dilys@hub.example,,A2", "dilys@hub.example,,,A2")
        .replace("mair@hill.example,,1", "Mair Llwyd,mair@hill.example,,1")
        .replace("Owen Rees,,,,,2/9", "Owen Rees,,,,,,2/9")
}

#[tokio::test]
async fn a_list_of_any_headings_comes_in_and_the_same_list_again_changes_nothing() {
    let (duet, mut ada) = begins().await;
    let check = sends(&mut ada, &list()).await;
    check.is(200).sees("Ada Ng – Hill School").sees("New here too: Hill School, Owen Rees.");
    check.sees("New here too: Mair Llwyd.").sees("New here too: Ysgol y Dyffryn.");
    assert_eq!(tally(&check), ["0", "0", "4", "0"], "refused, changed, new, same");
    let birthdays = check.attributes("select[name=use-0-9] option[selected]", "value").concat();
    assert_eq!(birthdays, "out", "what is not needed is not read");
    let before = duet.rows().await;
    assert!(before.get("pupil").is_none_or(Vec::is_empty), "nothing comes in before it is looked at");
    ada.press(&check, "Bring them in", &[]).await.is(200);
    for birthday in ["3/4/2017", "2017-04-03"] {
        assert_eq!(duet.grep(birthday).await, 0, "a birthday is kept nowhere");
    }

    let before = duet.rows().await;
    assert_eq!((before["pupil"].len(), before["teaching"].len()), (4, 5));
    let again = sends(&mut ada, &list()).await;
    assert_eq!(tally(&again), ["0", "0", "0", "4"]);
    again.sees("You settled these columns before, so we did the same.");
    ada.press(&again, "Bring them in", &[]).await.is(200);
    let after = duet.rows().await;
    for table in ["pupil", "teaching", "person", "workplace"] {
        assert_eq!(before[table], after[table], "{table}");
    }

    let mut owen = duet.sign_in(OWEN).await;
    let mine = owen.get("/pupils").await;
    mine.is(200).sees("Hill School").sees("Bo Orr").sees("Cai Pugh").sees("since 1 September 2026");
    assert_eq!(mine.all("ul.people li").len(), 3, "{mine:?}");
    let mut mair = duet.sign_in("mair@hill.example").await;
    let hers = mair.get("/pupils").await;
    hers.sees("Pupils you look after at Hill School").sees("Bo Orr").sees_no("Ada Ng");
}

#[tokio::test]
async fn a_newer_list_changes_what_it_says_and_takes_nobody_away() {
    let (duet, mut ada) = begins().await;
    brings(&mut ada, &list()).await.is(200);
    // Known by the reference: a new year, another spelling, one tutor more; and a reference for one who had none.
    let newer = "Pupil,School,Year,Tutor's email,Tutor,Reference\n\
        Ada Ngata,Hill School,Year 5,dilys@hub.example,Dilys Bowen,A1\n\
        Bo Orr,hill school,,owen@hub.example,Owen Rees,B7\n";
    let check = sends(&mut ada, newer).await;
    assert_eq!(tally(&check), ["0", "2", "0", "0"]);
    check.sees("Year group: Year 4 → Year 5").sees("Pupil’s name: Ada Ng → Ada Ngata");
    check.sees("Tutor: name or email address: Owen Rees → Owen Rees, Dilys Bowen").sees("reference: B7");
    ada.press(&check, "Bring them in", &[]).await.is(200);
    assert_eq!(duet.rows().await["pupil"].len(), 4, "nobody goes by being left out");
    let again = sends(&mut ada, newer).await;
    assert_eq!(tally(&again), ["0", "0", "0", "2"]);
    duet.sign_in(DILYS).await.get("/pupils").await.sees("Ada Ngata").sees("Ada Ng");
}

#[tokio::test]
async fn two_of_one_name_are_not_taken_for_one() {
    let (duet, mut ada) = begins().await;
    let twice = "Pupil,School\nAda Ng,Hill School\nAda Ng,Hill School\n";
    let check = sends(&mut ada, twice).await;
    assert_eq!(tally(&check)[0], "2", "both: nobody knows which is which");
    check.sees("Add a column with the school’s own reference");
    let one = "Pupil,School,Tutor,Tutor email\nAda Ng,Hill School,Owen Rees,owen@hub.example\n";
    brings(&mut ada, one).await.is(200);
    let other = "Pupil,School,Tutor,Tutor email\nAda Ng,Hill School,Dilys Bowen,dilys@hub.example\n";
    refused(&mut ada, other, "A pupil of this name at this school has another tutor.").await;
    // With a reference it is one more; without, it cannot be told which.
    let more = "Pupil,School,Tutor,Tutor email,UPN\nAda Ng,Hill School,Dilys Bowen,dilys@hub.example,A2\n";
    brings(&mut ada, more).await.is(200);
    assert_eq!(duet.rows().await["pupil"].len(), 2);
    refused(&mut ada, "Pupil,School,Year\nAda Ng,Hill School,Year 5\n", "Give the school’s own reference to say which")
        .await;
    // Their tutor says which.
    let his = "Pupil,School,Year,Tutor\nAda Ng,Hill School,Year 5,Owen Rees\n";
    assert_eq!(tally(&sends(&mut ada, his).await), ["0", "1", "0", "0"]);
    let wrong = "Pupil,School,UPN\nAda Ng,Hill School,A2\nBo Orr,Hill School,A2\n";
    refused(&mut ada, wrong, "This reference stands in the sheet with another name").await;
    let differ = "Pupil,School,UPN,Year\nAda Ng,Hill School,A2,Year 5\nAda Ng,Hill School,A2,Year 6\n";
    refused(&mut ada, differ, "Another row says otherwise about this pupil.").await;
}

#[tokio::test]
async fn a_reference_is_compared_with_its_signs_and_a_dash_is_none() {
    let (duet, mut ada) = begins().await;
    let list = "Pupil,School,UPN\nAda Ng,Hill School,1-23\nBo Orr,Hill School,12-3\nCai Pugh,Hill School,-\n";
    brings(&mut ada, list).await.is(200);
    let known = duet.asked("select name || ' ' || coalesce(reference, 'none') from pupil order by name").await;
    assert_eq!(known, ["Ada Ng 1-23", "Bo Orr 12-3", "Cai Pugh none"]);
    let again = sends(&mut ada, &list.replace("12-3", " 12-3 ").replace(",-", ",n/a")).await;
    assert_eq!(tally(&again), ["0", "0", "0", "3"], "{again:?}");
    // Neither another child with a dash, nor one whose number has its dash elsewhere, takes anybody's name.
    let others = "Pupil,School,UPN\nDewi Rowe,Hill School,-\nElin Sayce,Hill School,123\n";
    assert_eq!(tally(&sends(&mut ada, others).await), ["0", "0", "2", "0"]);
    let form = ada.get("/pupils/new").await;
    let taken = [("Name", "Ffion Tudor"), ("School", "Hill School"), ("What the school knows them by", "A1")];
    ada.press(&form, "Add a pupil", &taken).await.is(200);
    let lower = "Pupil,School,UPN,Year\nFfion Tudor,Hill School,a1,Year 5\n";
    assert_eq!(tally(&sends(&mut ada, lower).await), ["0", "1", "0", "0"], "she is known by it in either case");
}

#[tokio::test]
async fn a_tutor_without_an_address_is_one_whom_a_name_tells() {
    let (duet, mut ada) = begins().await;
    refused(&mut ada, "Pupil,School,Tutor\nAda Ng,Hill School,Owen Rees\n", "Nobody here is called this.").await;
    let alone = "Pupil,School,Tutor email\nAda Ng,Hill School,owen@hub.example\n";
    refused(&mut ada, alone, "Nobody here has this mail address. Give their name too").await;
    brings(&mut ada, &list()).await.is(200);
    let by_name = "Pupil,School,Tutor\nDewi Roberts,Hill School,owen rees\n";
    brings(&mut ada, by_name).await.is(200);
    let namesake = "Pupil,School,Tutor,Tutor email\nElin Sayce,Hill School,Owen Rees,other.owen@hub.example\n";
    brings(&mut ada, namesake).await.is(200);
    refused(
        &mut ada,
        "Pupil,School,Tutor\nFfion Tudor,Hill School,Owen Rees\n",
        "Several people here are called this.",
    )
    .await;
    duet.sign_in(OWEN).await.get("/pupils").await.sees("Dewi Roberts").sees_no("Elin Sayce");
}

#[tokio::test]
async fn a_row_that_cannot_come_in_leaves_nothing_behind() {
    let (duet, mut ada) = begins().await;
    let mixed = "Pupil,School,Tutor,Tutor email,Since\n\
        Ada Ng,Hill School,Owen Rees,owen@hub.example,1/9/2026\n\
        Bo Orr,,Dilys Bowen,dilys@hub.example,\n\
        Cai Pugh,New School,Eve Late,eve@hub.example,1/9/2031\n";
    let check = sends(&mut ada, mixed).await;
    assert_eq!(tally(&check), ["2", "0", "1", "0"]);
    check.sees("This cell is empty, and something is needed here.").sees("This day is still to come.");
    let all = ada.press(&check, "Bring them in", &[]).await;
    all.sees("Some rows cannot come in.");
    assert!(duet.rows().await.get("pupil").is_none_or(Vec::is_empty), "all or nothing");
    ada.press(&check, "Bring them in", &[("without", "yes")]).await.is(200);
    assert_eq!(duet.rows().await["pupil"].len(), 1);
    for gone in ["Dilys Bowen", "Eve Late", "New School"] {
        assert_eq!(duet.grep(gone).await, 0, "{gone}");
    }
    let no_school = sends(&mut ada, "Pupil,Tutor\nAda Ng,Owen Rees\n").await;
    no_school.sees("No column is “School” yet.");
}

#[tokio::test]
async fn only_an_administrator_brings_pupils_in_and_what_was_sent_is_theirs_alone() {
    let (duet, mut ada) = begins().await;
    brings(&mut ada, &list()).await.is(200);
    let check = sends(&mut ada, "Pupil,School\nZed Quick,Hill School\n").await;
    assert_eq!(duet.grep("Zed Quick").await, 0, "it is sealed until it comes in");
    let mut owen = duet.sign_in(OWEN).await;
    for path in ["/pupils/import", "/pupils/counts", check.path()] {
        owen.get(path).await.is(404);
    }
    sends(&mut owen, LIST).await.is(404);
    let gone = ada.press(&check, "Throw these files away", &[]).await;
    assert_eq!(gone.path(), "/pupils/import");
    // Who administers no more cannot bring in what they sent when they did.
    let check = sends(&mut ada, "Pupil,School\nZed Quick,Hill School\n").await;
    let viewer = duet.viewer(ADMINISTRATOR).await;
    let ended = duet.store().write(duet.organisation(), move |tx| {
        duet::scheme::store::appoint(tx, viewer.person, duet::scheme::Duty::Administrator, None)?;
        duet::scheme::store::end_administrator(tx, viewer.person)
    });
    ended.await.expect("a duty can end");
    ada.get(check.path()).await.sees_no("Zed Quick");
    steps::teaches_nobody(&mut ada).await;
}

#[tokio::test]
async fn ten_thousand_pupils_come_in() {
    use std::fmt::Write as _;
    let (duet, mut ada) = begins().await;
    let mut list = "Pupil,School,Year,Tutor,Tutor email,UPN\n".to_owned();
    for at in 0..10_000 {
        let (school, tutor) = (at % 120, at % 300);
        writeln!(list, "Pupil {at},School {school},Year {},Tutor {tutor},t{tutor}@hub.example,U{at}", at % 13)
            .expect("a text takes more");
    }
    let begun = std::time::Instant::now();
    let check = sends(&mut ada, &list).await;
    assert_eq!(tally(&check), ["0", "0", "10000", "0"]);
    let looked = begun.elapsed();
    let mut page = ada.press(&check, "Bring them in", &[]).await;
    while page.path().starts_with("/imports/") && begun.elapsed().as_secs() < 120 {
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        page = ada.get(check.path()).await;
    }
    let taken = begun.elapsed();
    assert_eq!(page.path(), "/pupils");
    assert_eq!(duet.asked("select cast(count(*) as text) from teaching").await, ["10000"]);
    println!("10,000 pupils: looked at in {looked:?}, in after {taken:?}, in this build");
}
