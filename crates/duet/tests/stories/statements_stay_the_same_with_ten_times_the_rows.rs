//! Ten times the people, letters and sessions do not take a page one statement more.

use std::fmt::Write as _;

use duet::demo::cast;
use testkit::{TestDuet, Visitor};

use crate::steps;

/// The rows of a sheet again and again, each time as other people of other places.
fn repeated(csv: &str, times: usize) -> String {
    let (head, rows) = csv.split_once('\n').expect("a heading");
    let mut out = format!("{head}\n");
    for time in 0..times {
        for row in rows.lines() {
            let row = if time == 0 { row.to_owned() } else { row.replace('@', &format!(".{time}@")) };
            let row = row.replacen(" Libraries,", &format!(" Libraries {time},"), 1);
            writeln!(out, "{row}").expect("a text takes more");
        }
    }
    out
}

/// The cast's round told, with so many times the people in it, sessions logged and rounds opened.
async fn told(times: usize) -> TestDuet {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let asking = priya.get(&format!("{}/import", round.path())).await;
    let (mentors, mentees) = (repeated(cast::MENTORS, times), repeated(cast::MENTEES, times));
    let people = steps::brings_in(&mut priya, &asking, &mentors, &mentees).await;
    let pairs = priya.press(people.is(200), "Propose pairs", &[]).await;
    pairs.sees(&format!("{} mentees have a mentor in this plan.", 10 * times));
    let check = priya.follow(&pairs, "Go on to telling them").await;
    priya.press(&check, "Tell them now", &[]).await.is(200);
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let form = gwen.get(&format!("{pair}/sessions/new")).await;
    let rounds = priya.get("/rounds").await;
    let opening = priya.follow(&rounds, "Open a round").await;
    for time in 1..times {
        for _ in 0..5 {
            let session = [("When did you meet?", "2 11 2026"), ("minutes", "60"), ("way", "phone")];
            gwen.press(&form, "Save the session", &session).await.is(200);
        }
        let name = format!("Round {time}");
        let dates = [("When do pairs begin to meet?", "1 2 2027"), ("When does the round end?", "1 7 2027")];
        priya.press(&opening, "Open a round", &[dates[0], dates[1], ("Name of the round", &name)]).await.is(200);
    }
    // The next proposal, not yet told, for the page that checks it: who was left out.
    let again = steps::brings_in_files(&mut priya, asking.path(), &more_mentors(&mentors, &mentees)).await;
    priya.press(again.is(200), "Propose pairs", &[]).await.is(200);
    duet
}

/// One more mentor than before: for who was left out.
fn more_mentors<'t>(mentors: &str, mentees: &'t str) -> [testkit::Upload<'t>; 2] {
    let one = "New Hand,new.hand@hand.example,Hand Libraries,Head,England,yes,over 10 years,service change,9,\n";
    let mentors: &'static str = Box::leak(format!("{mentors}{one}").into_boxed_str());
    [("mentors", "a.csv", mentors.as_bytes()), ("mentees", "b.csv", mentees.as_bytes())]
}

/// What each page takes: who, which, how many statements, and how much there is on it.
async fn counts(duet: &TestDuet) -> Vec<(String, u64, usize)> {
    let mut found = Vec::new();
    let mut count = async |visitor: &mut Visitor, name: &str, path: &str| {
        // The first visit after an hour notes it; the second shows what the page itself takes.
        visitor.get(path).await.is(200);
        let page = visitor.get(path).await;
        found.push((name.to_owned(), page.statements(), page.body().len()));
        page
    };
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let home = count(&mut priya, "coordinator's home", "/").await;
    count(&mut priya, "rounds", "/rounds").await;
    for round in ["First round", "Second round"] {
        let path = home.link(round);
        count(&mut priya, round, &path).await;
        count(&mut priya, &format!("{round}, people"), &format!("{path}/people")).await;
        count(&mut priya, &format!("{round}, report"), &format!("{path}/report")).await;
        let pairs = count(&mut priya, &format!("{round}, pairs"), &format!("{path}/proposal")).await;
        count(&mut priya, &format!("{round}, capabilities"), &format!("{path}/capabilities")).await;
        if round == "Second round" {
            count(&mut priya, "check, then tell them", &pairs.link("Go on to telling them")).await;
        }
    }
    let letters = count(&mut priya, "letters", "/letters").await;
    count(&mut priya, "a letter", &letters.link("Gwen Morris")).await;
    count(&mut priya, "import", &format!("{}/import", home.link("Second round"))).await;
    for address in [cast::GWEN, cast::TOM] {
        let mut visitor = duet.sign_in(address).await;
        let home = count(&mut visitor, &format!("{address}, home"), "/").await;
        let own = count(&mut visitor, &format!("{address}, own capabilities"), &home.link("What you can do")).await;
        count(&mut visitor, &format!("{address}, saying so"), &own.link("Say where you are")).await;
        let other = if address == cast::GWEN { "Tom Farrow" } else { "Gwen Morris" };
        let pair = home.link(other);
        let shown = count(&mut visitor, &format!("{address}, pair"), &pair).await;
        count(&mut visitor, &format!("{address}, reflection"), &shown.link("Reflect on it")).await;
        count(&mut visitor, &format!("{address}, log"), &format!("{pair}/sessions/new")).await;
    }
    count(&mut duet.sign_in(cast::HELEN).await, "sponsor's home", "/").await;
    count(&mut duet.guest(), "front", "/").await;
    found
}

#[tokio::test]
async fn on_every_page() {
    let (small, large) = (counts(&told(1).await).await, counts(&told(10).await).await);
    let grown = small.iter().zip(&large).filter(|(few, many)| many.2 > few.2 + few.2 / 3).count();
    assert!(grown >= 3, "the large ones are no larger: {small:?} {large:?}");
    for (few, many) in small.iter().zip(&large) {
        assert_eq!((&few.0, few.1), (&many.0, many.1), "statements");
        assert!(few.1 <= 18, "{} takes {} statements", few.0, few.1);
    }
}
