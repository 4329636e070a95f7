//! A coordinator and a sponsor read what a round came to.

use duet::demo::cast;
use testkit::{TestDuet, Visitor};

use crate::steps;

async fn tally(visitor: &mut Visitor, path: &str) -> Vec<String> {
    let report = visitor.get(path).await;
    report.is(200).all("ul.tally li")
}

#[tokio::test]
async fn placed_met_and_hours_follow_what_happens() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let home = helen.get("/").await;
    let path = home.link("Report: First round");
    assert_eq!(tally(&mut helen, &path).await, ["5 pairs placed", "5 pairs met", "20.8 hours of mentoring"]);
    let report = helen.get(&path).await;
    report.sees("5 mentors and 5 mentees").sees("19 in all, 3.8 for each pair who met").sees("As of 3 November 2026.");
    report.sees("Priya Nair").sees("Ruth Adeyemi").sees("Helen Marsh").sees_no("Oona");
    assert_eq!(tally(&mut duet.sign_in(cast::PRIYA).await, &path).await.len(), 3);
    assert_eq!(tally(&mut duet.sign_in(cast::RUTH).await, &path).await.len(), 3);

    let mut gwen = duet.sign_in(cast::GWEN).await;
    let home = gwen.get("/").await;
    let form = gwen.follow(&home, "Log a session").await;
    let session = [("When did you meet?", "2 11 2026"), ("minutes", "90"), ("way", "online")];
    gwen.press(&form, "Save the session", &session).await.is(200);
    assert_eq!(tally(&mut helen, &path).await, ["5 pairs placed", "5 pairs met", "22.3 hours of mentoring"]);
    helen.get(&path).await.sees("20 in all, 4.0 for each pair who met");
}

#[tokio::test]
async fn a_round_begins_at_nothing_and_counts_who_said_yes() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = helen.get("/").await.link("Report: Second round");
    assert_eq!(tally(&mut helen, &path).await, ["0 pairs placed", "0 pairs met", "0 hours of mentoring"]);
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    helen.get(&path).await.sees("0 pairs said yes, 10 have still to answer");
    for (one, other) in [(steps::ALED, "Elin Prosser"), (steps::ELIN, "Aled Vaughan")] {
        steps::answers(&mut duet.sign_in(one).await, other, "Yes, I would").await.is(200);
    }
    assert_eq!(tally(&mut helen, &path).await, ["1 pair placed", "0 pairs met", "0 hours of mentoring"]);
    helen.get(&path).await.sees("9 have still to answer").sees("0 in all, 0 for each pair who met");
}

#[tokio::test]
async fn the_rounds_lie_where_the_clock_is() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = helen.get("/").await.link("Report: Second round");
    // The cast's second round begins thirty days from today, whatever day a story says it is.
    helen.get(&path).await.sees("3 December 2026 to 1 July 2027");
}

#[tokio::test]
async fn it_says_what_changed_what_people_said_and_how_it_was_before() {
    let duet = TestDuet::demo().await;
    for address in [cast::PRIYA, cast::RUTH, cast::HELEN] {
        let mut visitor = duet.sign_in(address).await;
        let report = visitor.get(&first_report(&mut duet.sign_in(cast::HELEN).await).await).await;
        report.sees("5 mentors and 5 mentees, from 10 workplaces").sees("I listen before I answer.").sees("10 people.");
        report.sees("left with a backbone").sees("Tom Farrow, a mentee, Harbury").sees("a mentee");
        report
            .sees_no("Salma")
            .sees_no("I had hoped for more")
            .sees_no("heard.")
            .sees("Nothing is told of fewer than five");
        assert_eq!(report.all("svg.slopes g.slope").len(), 7, "one line for each outcome");
        // Parts by role are for those who lead the round.
        assert_eq!(report.has("Mentors (5)"), address != cast::HELEN);
    }
    let mut helen = duet.sign_in(cast::HELEN).await;
    let second = helen.get("/").await.link("Report: Second round");
    let page = helen.get(&second).await;
    page.sees("Second round beside First round").sees("People have not been asked yet where they stand in the end.");
    let hours = page.all("tbody tr").into_iter().find(|row| row.contains("Hours of mentoring")).expect("hours");
    assert_eq!(hours, "Hours of mentoring 0 20.8");
}

async fn first_report(visitor: &mut Visitor) -> String {
    visitor.get("/").await.link("Report: First round")
}

#[tokio::test]
async fn it_says_how_the_scheme_has_what_good_mentoring_needs() {
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = first_report(&mut helen).await;
    let page = helen.get(&path).await;
    page.sees("What good mentoring needs").sees("Each employer gives two hours a month of protected time");
    page.sees("a mentor who is one or two steps ahead").sees("Reward: nothing says what a mentor gets for it.");
    // Written down, it stands there at once, in the reader's language.
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let scheme = priya.get("/rounds").await.link("Open a round").trim_end_matches("/rounds/new").to_owned();
    let words = [("words", "A day of training each."), ("words_cy", "Diwrnod o hyfforddiant yr un.")];
    priya.post(&format!("{scheme}/conditions/reward"), &words).await.is(200);
    helen.get(&path).await.sees("A day of training each.").sees_no("nothing says");
    helen.post("/language", &[("language", "cy"), ("to", "/")]).await;
    helen.get(&path).await.sees("Diwrnod o hyfforddiant yr un.").sees("Beth sydd ei angen ar fentora da");
}

#[tokio::test]
async fn it_is_taken_out_as_a_workbook() {
    use calamine::{Data, Reader, Xlsx};
    let duet = TestDuet::demo().await;
    let mut helen = duet.sign_in(cast::HELEN).await;
    let path = first_report(&mut helen).await;
    let page = helen.get(&path).await;
    let file = helen.follow(&page, "The report as a spreadsheet (xlsx)").await;
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(file.body().to_vec())).expect("a workbook");
    let sheets = book.worksheets();
    assert_eq!(sheets.len(), 4);
    let told = |row: usize, column: usize| {
        sheets[1].1.rows().nth(row).map(|cells| cells[column].to_string()).unwrap_or_default()
    };
    assert_eq!((told(1, 0), told(1, 2)), ("Support from the organisation".to_owned(), "yes".to_owned()));
    assert!(told(1, 1).starts_with("Each employer gives two hours a month"), "{}", told(1, 1));
    assert_eq!((told(4, 0), told(4, 2)), ("What mentors get".to_owned(), "not yet".to_owned()));
    let placed = sheets[0].1.rows().find(|row| row[0] == Data::String("Pairs who said yes".to_owned())).expect("a row");
    assert_eq!(placed[1], Data::Float(5.0));
    let listens = sheets[2].1.rows().find(|row| row[0] == Data::String("I listen before I answer.".to_owned()));
    let listens = listens.expect("an outcome");
    assert_eq!((&listens[2], &listens[3], &listens[4]), (&Data::Float(10.0), &Data::Float(3.2), &Data::Float(4.1)));
    assert_eq!(sheets[3].1.rows().count(), 4, "a heading and three quotes");
    for name in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&name).expect("a sheet").used_cells().count(), 0);
    }
    duet.sign_in(cast::TOM).await.get(&format!("{path}.xlsx")).await.is(404);
}
