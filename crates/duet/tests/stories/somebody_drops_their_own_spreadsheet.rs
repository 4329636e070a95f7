//! Somebody tries Duet with the spreadsheet they have: it is mapped, matched and explained, and nothing of it is kept.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use testkit::{Page, TestDuet, Upload, Visitor};

use crate::drill;

/// Odd headings, a column that says who is what, a colleague, a line manager, a row that is none.
const OURS: &str = "\
Stamp;Zqwho;Reach me at;Mentoring role;Employer;Profession;Manager's email;Faith
1;Zqada Quill;zqada@one.example;Mentor;Zqjoy;Law;;x
2;Zqbea Reed;zqbea@two.example;Mentor;Zqlove;Art;;x
3;Zqcy Sedge;zqcy@two.example;Mentee;Zqhope;Art;;x
4;Zqdi Tull;zqdi@three.example;Mentee;Zqhope;Law;zqada@one.example;x
5;Zqeve Umber;zqeve@one.example;Mentee;Zqhope;Law;;x
6;Zqfay Vane;zqfay at four;Mentee;Zqjoy;Law;;x
";

async fn drops(visitor: &mut Visitor, files: &[Upload<'_>]) -> Page {
    visitor.upload("/try", files).await
}

/// What the form of a page sends, with some of it changed.
fn form_of(page: &Page, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let names = page.attributes("main form select", "name");
    let mut sent: Vec<(String, String)> = names
        .iter()
        .map(|name| {
            let chosen = page.attributes(&format!("select[name='{name}'] option[selected]"), "value");
            (name.clone(), chosen.first().cloned().unwrap_or_default())
        })
        .collect();
    for (name, text) in typed {
        let field = sent.iter_mut().find(|(have, _)| have == name).expect("the form has it");
        (*text).clone_into(&mut field.1);
    }
    let files = page.attributes("input[name=sheet]", "value");
    sent.extend(files.into_iter().map(|file| ("sheet".to_owned(), file)));
    let single = page.attributes("input[name=side-0]", "value");
    sent.extend(single.into_iter().map(|side| ("side-0".to_owned(), side)));
    sent
}

async fn matches_again(visitor: &mut Visitor, page: &Page, typed: &[(&str, &str)]) -> Page {
    let sent = form_of(page, typed);
    let parts: Vec<Upload<'_>> = sent.iter().map(|(name, text)| (name.as_str(), "", text.as_bytes())).collect();
    visitor.upload("/try", &parts).await
}

#[tokio::test]
async fn it_is_mapped_matched_and_explained_and_columns_can_be_settled() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    guest.get("/").await.is(200).sees("Drop your own spreadsheet").sees("Nothing of it is kept");
    let page = drops(&mut guest, &[("sheets", "who.csv", OURS.as_bytes())]).await;
    // A heading that could be anything: what cannot be known is asked, not guessed.
    page.is(200).sees("No column is “Name” yet.");
    let page = matches_again(&mut guest, &page, &[("use-0-1", "is:name")]).await;
    page.is(200).sees("2 of 3 mentees have a mentor in this plan.").sees("Proven: no better plan exists");
    page.sees("Both have the same Profession: Law").sees("Zqfay Vane").sees("This is not a mail address");
    // Her line manager is a mentor, and never hers.
    assert!(page.all(".pairing h3").iter().all(|pair| !(pair.contains("Zqada") && pair.contains("Zqdi"))));
    page.sees("What would help:").sees("The law protects what this may tell.");
    let without = matches_again(&mut guest, &page, &[("use-0-5", "out")]).await;
    without.is(200).sees("What we went by").sees_no("the same Profession: Law");
}

#[tokio::test]
async fn two_files_are_told_apart_by_their_names_and_can_be_swapped() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    let (mentors, mentees) = (b"name,email\nZq One,one@a.example\n", b"name,email\nZq Two,two@b.example\n");
    let files = [("sheets", "our mentees.csv", mentees.as_slice()), ("sheets", "others.csv", mentors.as_slice())];
    let page = drops(&mut guest, &files).await;
    page.is(200).sees("1 of 1 mentees has a mentor in this plan.");
    assert!(page.all(".pairing h3")[0].starts_with("Zq One"), "{:?}", page.all(".pairing h3"));
    let swapped = matches_again(&mut guest, &page, &[("side-0", "mentors"), ("side-1", "mentees")]).await;
    assert!(swapped.is(200).all(".pairing h3")[0].starts_with("Zq Two"));
}

#[tokio::test]
async fn who_has_none_at_hand_takes_ours() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    let ours = guest.get("/try/applications.csv").await;
    assert!(ours.is(200).header("content-disposition").starts_with("attachment"));
    let page = guest.upload("/try", &[("sample", "", b"yes")]).await;
    page.is(200).sees("5 of 6 mentees have a mentor in this plan.").sees("What would help:");
    let dropped = drops(&mut guest, &[("sheets", "applications.csv", ours.body())]).await;
    assert_eq!(dropped.all(".pairing h3"), page.all(".pairing h3"));
    guest.set_cookie("__Host-language", "cy");
    guest.upload("/try", &[("sample", "", b"yes")]).await.sees("Mae gan 5 o 6 mentorai fentor");
}

#[tokio::test]
async fn nothing_of_it_is_kept_or_logged() {
    drill::listen();
    let duet = TestDuet::demo().await;
    let before = duet.rows().await;
    let mut guest = duet.guest();
    let page = drops(&mut guest, &[("sheets", "Zqfile.csv", OURS.as_bytes())]).await;
    let page = matches_again(&mut guest, &page, &[("use-0-1", "is:name")]).await;
    page.is(200).sees("Zqada Quill");
    drops(&mut guest, &[("sheets", "Zqfile.csv", b"Zqnonsense")]).await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(guest.cookies().is_empty());
    assert_eq!(duet.rows().await, before, "no row came, changed or went");
    let log = drill::logged();
    assert!(log.contains("route=\"/try\""));
    for word in ["Zqada", "zqada@one", "Zqjoy", "Zqlove", "Zqfile", "Zqnonsense", "Zqwho"] {
        assert_eq!(duet.grep(word).await, 0, "{word} is kept");
        assert!(!log.contains(word), "{word} is logged");
    }
}

#[tokio::test]
async fn what_is_no_sheet_or_too_much_gets_one_plain_answer() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    drops(&mut guest, &[]).await.is(422).sees("Choose a file, or drop it on this page.");
    drops(&mut guest, &[("sheets", "a.pdf", b"%PDF-1.7 \0\x01\x02")]).await.is(422).sees("There is a problem");
    let large = vec![b'a'; 1024 * 1024 + 1];
    drops(&mut guest, &[("sheets", "a.csv", &large)]).await.is(422).sees("at most 1 MB");
    let file = ("sheets", "a.csv", OURS.as_bytes());
    drops(&mut guest, &[file, file, file]).await.is(422).sees("Send one file, or two");
    let mut crowd = "Name,Role,Profession\n".to_owned();
    for n in 0..401 {
        let _ = writeln!(crowd, "P{n},{},{}", ["Mentor", "Mentee"][n % 2], n % 7);
    }
    drops(&mut guest, &[("sheets", "a.csv", crowd.as_bytes())]).await.is(422).sees("There are 401 people in it.");
    // A row of parts without end, each by another name.
    let names: Vec<String> = (0..700).map(|n| format!("part-{n}")).collect();
    let parts: Vec<Upload<'_>> = names.iter().map(|name| (name.as_str(), "", b"".as_slice())).collect();
    guest.upload("/try", &parts).await.is(422).sees("What you sent is too large.");
    let alone = b"Name,Role\nAda,Mentor\n";
    drops(&mut guest, &[("sheets", "a.csv", alone)]).await.is(200).sees("at least one mentor and one mentee");
}

#[tokio::test]
async fn the_worst_that_may_be_sent_is_answered_in_time() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    // One mentor and 399 who want her: each of the left out has a reason of their own.
    let mut crowd = "Name,Role,Profession,Level,Region,Hobby\n".to_owned();
    for n in 0..400 {
        let role = if n == 0 { "Mentor" } else { "Mentee" };
        let _ = writeln!(crowd, "P{n},{role},{},{},{},{}", n % 7, n % 5, n % 3, n % 11);
    }
    let began = Instant::now();
    let page = drops(&mut guest, &[("sheets", "a.csv", crowd.as_bytes())]).await;
    page.is(200).sees("1 of 399 mentees has a mentor in this plan.").sees("more");
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[tokio::test]
async fn what_it_does_not_show_it_counts() {
    let duet = TestDuet::demo().await;
    let mut sheet = "Name,Email,Role\nAda,ada@one.example,Mentor\nBo,bo@two.example,Mentee\n".to_owned();
    for n in 0..60 {
        let _ = writeln!(sheet, "P{n},nowhere,Mentee");
    }
    let page = drops(&mut duet.guest(), &[("sheets", "a.csv", sheet.as_bytes())]).await;
    page.is(200).sees("1 of 1 mentees has a mentor in this plan.").sees("P39").sees_no("P40").sees("And 20 more.");
}

#[tokio::test]
async fn a_real_duet_has_no_such_page() {
    let real = TestDuet::real().await;
    real.guest().get("/try").await.is(404);
    real.guest().upload("/try", &[("sheets", "a.csv", OURS.as_bytes())]).await.is(404);
    real.guest().get("/").await.sees_no("Drop your own spreadsheet");
}
