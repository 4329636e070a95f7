//! A coordinator takes a round out as spreadsheets, and her letters as a sheet for a mail merge: typed cells, and nobody's
//! words are a formula.

use std::io::Cursor;

use axum::body::Body;
use axum::http::Method;
use calamine::{Data, Range, Reader, Xlsx};
use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// The sheets of a workbook, after looking that none holds a formula.
fn sheets(page: &Page) -> Vec<(String, Range<Data>)> {
    assert_eq!(page.header("content-type"), kit::table::XLSX);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(page.body().to_vec())).expect("a workbook");
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert_eq!(formulas.used_cells().count(), 0, "formulas in {name}");
    }
    book.worksheets()
}

fn words(row: &[Data]) -> Vec<String> {
    row.iter().map(ToString::to_string).collect()
}

async fn takes_out_letters(priya: &mut Visitor, how: &str) -> Page {
    priya
        .send(
            Method::POST,
            "/letters/merge",
            "application/x-www-form-urlencoded",
            Body::from(format!("as={how}&until=2027-01-01T00:00:00Z")),
        )
        .await
}

#[tokio::test]
async fn people_pairs_and_sessions_have_their_types() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "First round").await;
    let book = priya.follow(&round, "People, pairs and sessions (xlsx)").await;
    assert_eq!(book.header("content-disposition"), "attachment; filename=\"First-round.xlsx\"");
    let sheets = sheets(&book);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["People", "Pairs", "Sessions"]);
    let people: Vec<_> = sheets[0].1.rows().collect();
    assert_eq!(people.len(), 11);
    assert_eq!(words(&people[0][..4]), ["Name", "Mail", "As", "Job"]);
    let gwen = people.iter().find(|row| row[0] == Data::String("Gwen Morris".to_owned())).expect("Gwen");
    assert!(matches!(gwen[5], Data::Float(_)), "places are a number: {gwen:?}");
    let tom = sheets[1].1.rows().find(|row| row[0] == Data::String("Tom Farrow".to_owned())).expect("Tom");
    assert!(matches!(tom[3], Data::DateTime(_)), "a day is a day: {tom:?}");
    assert_eq!((&tom[5], &tom[6]), (&Data::Float(5.0), &Data::Float(5.75)));
    let held: f64 = sheets[2].1.rows().skip(1).map(|row| row[1].to_string().parse::<f64>().expect("a number")).sum();
    assert_eq!(held, 19.0);
}

#[tokio::test]
async fn nobodys_words_become_a_formula() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let form = priya.get(&format!("{}/applications/new", round.path())).await;
    let evil = [
        ("Their name", "=HYPERLINK(\"https://evil.test\",\"me\")"),
        ("Their mail address", "evil@one.example"),
        ("Where they work", "@SUM(1)"),
        ("wants", "+1+cmd|' /C calc'!A0"),
        ("role", "mentee"),
    ];
    priya.press(&form, "Enter it for them", &evil).await.is(200);
    let book = priya.get(&format!("{}/round.xlsx", round.path())).await;
    let people = sheets(&book).remove(0).1;
    assert!(people.rows().any(|row| row[0] == Data::String(evil[0].1.to_owned())), "the words are as they were");
    let csv = priya.get(&format!("{}/people.csv", round.path())).await.is(200).text();
    for (_, words) in [evil[0], evil[2], evil[3]] {
        assert!(csv.contains(&format!("'{}", words.replace('"', "\"\""))), "{words} in {csv}");
    }
    let letters = takes_out_letters(&mut priya, "csv").await.is(200).text();
    assert!(letters.contains("\"'=HYPERLINK("), "{letters}");
    sheets(&takes_out_letters(&mut priya, "xlsx").await);
}

#[tokio::test]
async fn only_who_coordinates_takes_a_round_out() {
    let duet = TestDuet::demo().await;
    let round = steps::goes_to_round(&mut duet.sign_in(cast::PRIYA).await, "First round").await;
    for address in [cast::RUTH, cast::HELEN, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        for sheet in ["round.xlsx", "people.csv", "pairs.csv", "sessions.csv"] {
            visitor.get(&format!("{}/{sheet}", round.path())).await.is(404);
        }
    }
    let ruths = duet.sign_in(cast::RUTH).await.get(round.path()).await;
    ruths.is(200).sees_no("Take it out");
}

#[tokio::test]
async fn letters_come_as_a_sheet_for_a_mail_merge_with_links_that_work_once() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await.sees("All that wait, together");
    let merged = sheets(&takes_out_letters(&mut priya, "xlsx").await).remove(0).1;
    let rows: Vec<Vec<String>> = merged.rows().map(words).collect();
    assert_eq!(rows[0], ["Name", "Mail", "Language", "Subject", "Words", "Sign-in link"]);
    assert_eq!(rows.len(), 22);
    let aled = rows.iter().find(|row| row[0] == "Aled Vaughan").expect("Aled");
    assert_eq!(&aled[1..4], ["aled.vaughan@gwydion.example", "English", "Second round: your mentor"]);
    assert!(aled[4].starts_with("Dear Aled Vaughan,"));
    let notice = format!("https://duet.example/notices/{}", duet.organisation());
    assert!(aled[4].contains(&notice), "he was never here, and is told what is kept: {}", aled[4]);
    let link = aled[5].strip_prefix("https://duet.example").expect("our own link");
    let mut visitor = duet.guest();
    let page = visitor.get(link).await;
    steps::goes_on(&mut visitor, &page, "Aled Vaughan").await.is(200).sees("Hello Aled");
    duet.guest().get(link).await.is(409);
    // Taking them out sends nothing.
    priya.get("/letters").await.sees("21 letters wait to be sent.");
    assert_eq!(sheets(&takes_out_letters(&mut duet.sign_in(cast::RUTH).await, "xlsx").await)[0].1.rows().count(), 1);
}

#[tokio::test]
async fn letters_are_listed_page_by_page_none_twice_and_none_left_out() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    let scheme = duet.asked("select cast(scheme as text) from letter where sent_at is null limit 1").await.remove(0);
    let scheme = duet::scheme::SchemeId(scheme.parse().expect("an id"));
    let (viewer, desk) = (duet.viewer(cast::PRIYA).await, duet.desk());
    let more = duet.store().write(viewer.organisation, move |tx| {
        for _ in 0..100 {
            let draft = duet::letter::write::Draft {
                kind: duet::wording::Kind::MenteeLeftOut,
                scheme,
                to: viewer.person,
                by: viewer.person,
                cause: viewer.person.0,
                held: false,
            };
            duet::letter::write::write(tx, desk, &duet::wording::Wordings::default(), draft, &|_, _| Vec::new())?;
        }
        Ok(())
    });
    more.await.expect("letters can be written");
    priya.press(&letters, "Mark all of them as sent", &[]).await.is(200);
    let (mut seen, mut page, mut pages) = (Vec::new(), priya.get("/letters").await, 1);
    loop {
        seen.extend(page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with("/letters/")));
        if !page.has("Older letters") {
            break;
        }
        page = priya.follow(&page, "Older letters").await;
        page.is(200).sees("Back to the newest");
        pages += 1;
    }
    let there =
        duet.asked("select cast(count(*) as text) from letter").await.remove(0).parse::<usize>().expect("a number");
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!((seen.len(), all), (there, there), "each letter stands on one page");
    assert_eq!(pages, there.div_ceil(50));
    priya.get("/letters?after=nonsense").await.is(404);
}

#[tokio::test]
async fn what_was_taken_out_comes_back_in_as_it_was() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let sheet = "name,email,role,organisation,job title,places\n'=Ada,ada@one.example,mentor,-,@Head,2\n\
                 Eve,eve@two.example,mentee,'-,'+,1\n";
    let check = admin.upload(asking.path(), &[("both", "people.csv", sheet.as_bytes())]).await;
    admin.press(&check, "Bring them in", &[]).await.is(200).sees("=Ada").sees_no("'=Ada");
    let round = asking.path().trim_end_matches("/import");
    let people = admin.get(&format!("{round}/people.csv")).await;
    assert!(people.text().contains("'=Ada") && people.text().contains("'@Head"), "{}", people.text());
    let again = admin.upload(asking.path(), &[("both", "people.csv", people.body())]).await;
    assert_eq!(again.is(200).all("ul.tally b"), ["0", "0", "0", "2"], "{again:?}");
}
