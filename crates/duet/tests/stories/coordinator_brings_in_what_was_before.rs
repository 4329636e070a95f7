//! A coordinator brings in what she knows from before Duet: pairs, sessions, who evaluates whom, workplaces. Each sheet is
//! looked at first, and the same sheet again changes nothing.

use duet::demo::cast;
use duet::evaluation;
use testkit::{Page, TestDuet, Visitor};

use crate::coordinator_asks_what_if::asks;
use crate::steps;

const HEAD: &str = "Mentor Email Address,Mentee Email Address";

/// The demo's second round, and its coordinator.
async fn begins() -> (TestDuet, Visitor, String) {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    (duet, priya, round)
}

/// Sends a sheet of another kind, from the page that lists them.
async fn sends(priya: &mut Visitor, round: &str, title: &str, sheet: &str) -> Page {
    let people = priya.get(&format!("{round}/import")).await;
    let asking = priya.follow(&people, title).await;
    let kind = asking.attributes("input[name=kind]", "value").concat();
    let files = [("kind", "", kind.as_bytes()), ("file", "sheet.csv", sheet.as_bytes())];
    priya.upload(&format!("{round}/import"), &files).await
}

/// Brings a sheet in, then sends it again: it stays the same, row by row, and so does the database.
async fn twice(duet: &TestDuet, priya: &mut Visitor, round: &str, (title, sheet): (&str, &str), tables: &[&str]) {
    let check = sends(priya, round, title, sheet).await;
    check.is(200).sees("Nothing has been saved yet.");
    priya.press(&check, "Bring them in", &[]).await.is(200);
    let before = duet.rows().await;
    let check = sends(priya, round, title, sheet).await;
    let tally = check.all("ul.tally b");
    assert_eq!(tally[..3], ["0", "0", "0"], "{title}: {tally:?}");
    priya.press(&check, "Bring them in", &[]).await.is(200);
    let after = duet.rows().await;
    for table in tables {
        assert_eq!(before[*table], after[*table], "{title}: {table}");
    }
}

#[tokio::test]
async fn an_earlier_pair_is_remembered_and_not_proposed_again_unless_asked() {
    let (duet, mut priya, round) = begins().await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let (mentor, mentee) = steps::pairs(&pairs).swap_remove(0);
    let address = |name: &str| format!("select address from person where name = '{name}'");
    let addresses = [duet.asked(&address(&mentor)).await.concat(), duet.asked(&address(&mentee)).await.concat()];
    let sheet = format!("{HEAD},Start date,End date\n{},1/9/2024,31 July 2025\n", addresses.join(","));
    let title = "Bring in pairs of before and now";
    let check = sends(&mut priya, &round, title, &sheet).await;
    check.sees("It looks like a file from Chronus.").sees("1 new");
    twice(&duet, &mut priya, &round, (title, &sheet), &["earlier_pair", "partnership", "person", "letter"]).await;
    let outdated = steps::goes_to_pairs(&mut priya).await;
    let other = priya.press(&outdated, "Propose pairs", &[]).await;
    assert_ne!(steps::mentor_of(&other, &mentee), Some(mentor.clone()), "they were a pair before");
    let told = priya.get(&format!("{round}/people")).await;
    told.sees("Two who were a pair before are not matched again, unless you keep them together.");
    // She can ask for it: for these two, by keeping them together …
    let asking = priya.follow(&other, &format!("Whom else could {mentee} have?")).await;
    asking.sees("These two were a pair before, so they are not proposed again.");
    let why_not = priya.follow(&asking, &format!("Why not? : {mentor}")).await;
    let kept = priya.press(&why_not, "Keep together", &[]).await;
    assert_eq!(steps::mentor_of(kept.is(200), &mentee), Some(mentor.clone()));
    let wish = format!("Remove : {mentor} and {mentee} together");
    let free = priya.press(&kept, &wish, &[]).await;
    assert_ne!(steps::mentor_of(free.is(200), &mentee), Some(mentor.clone()));
    // … for everybody, by a box among the rules: what comes of it is seen before it is kept …
    let what_if = priya.follow(&free, "Try other rules").await;
    let asked = asks(&mut priya, &what_if, &[("earlier_pairs", "yes")]).await;
    let rows = asked.is(200).all("#outcome section > .scroller tbody tr");
    assert!(rows.iter().any(|row| row.starts_with(&mentee) && row.contains(&mentor)), "{rows:?}");
    let kept = priya.press(&asked, "Keep these rules and this plan", &[]).await;
    assert_eq!(steps::mentor_of(kept.is(200), &mentee), Some(mentor.clone()));
    priya.get(&format!("{round}/people")).await.sees("Two who were a pair before may be matched again.");
    let back = asks(&mut priya, &what_if, &[]).await;
    let kept = priya.press(&back, "Keep these rules and this plan", &[]).await;
    assert_ne!(steps::mentor_of(kept.is(200), &mentee), Some(mentor.clone()));
    // … or in a rules file.
    let rules = format!("earlier_pairs = true\n{}", cast::RULES);
    let files = [
        ("mentors", "a.csv", cast::MENTORS.as_bytes()),
        ("mentees", "b.csv", cast::MENTEES.as_bytes()),
        ("rules", "r.toml", rules.as_bytes()),
    ];
    let people = steps::brings_in_files(&mut priya, &format!("{round}/import"), &files).await;
    let again = priya.press(&people, "Propose pairs", &[]).await;
    assert_eq!(steps::mentor_of(&again, &mentee), Some(mentor));
}

#[tokio::test]
async fn a_running_pair_and_its_sessions_go_on_in_the_round() {
    let (duet, mut priya, round) = begins().await;
    let title = "Bring in pairs of before and now";
    let sheet = format!("{HEAD},from\n{},{},2/11/2026\n", cast::GWEN, cast::TOM);
    twice(&duet, &mut priya, &round, (title, &sheet), &["earlier_pair", "partnership", "letter", "letter"]).await;
    duet.sign_in(cast::TOM).await.get("/").await.sees("Gwen Morris");
    let refused = sends(
        &mut priya,
        &round,
        title,
        &format!("{HEAD}\n{},{}\nnobody@x.example,{}\n", steps::ELIN, cast::TOM, cast::TOM),
    )
    .await;
    refused.sees("This mentee has another mentor in this round.").sees("Nobody in your rounds has this mail address.");
    let sessions = format!(
        "{HEAD},Date,Duration,Format\n{0},{1},3/11/2026,1:30,Teams\n{0},{1},3/11/2026,1:30,Teams\n{0},{1},2 Nov 2026,45,face to face\n",
        cast::GWEN,
        cast::TOM
    );
    twice(&duet, &mut priya, &round, ("Bring in sessions", &sessions), &["session"]).await;
    assert_eq!(
        duet.rows().await["session"]
            .iter()
            .filter(|row| row["way"] == "online" && row["held_on"] == "2026-11-03")
            .count(),
        2
    );
    let early = sends(
        &mut priya,
        &round,
        "Bring in sessions",
        &format!("{HEAD},Date,Minutes\n{},{},1/1/2026,60\n", cast::GWEN, cast::TOM),
    )
    .await;
    early.sees("1 cannot come in");
}

#[tokio::test]
async fn what_a_pair_wrote_down_is_not_found_out_by_sending_guesses() {
    let (duet, mut priya, _) = begins().await;
    let pair = steps::pair_path(&duet, cast::GWEN, "Tom Farrow").await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let form = gwen.get(&format!("{pair}/sessions/new")).await;
    let met = [("When did you meet?", "2 11 2026"), ("minutes", "60"), ("way", "phone")];
    gwen.press(&form, "Save the session", &met).await.is(200);
    let first = steps::goes_to_round(&mut priya, "First round").await.path().to_owned();
    let guess = format!("{HEAD},Date,Minutes,Way\n{},{},2/11/2026,60,phone\n", cast::GWEN, cast::TOM);
    let check = sends(&mut priya, &first, "Bring in sessions", &guess).await;
    assert_eq!(check.all("ul.tally b"), ["0", "0", "1", "0"], "as if nothing were there: {check:?}");
}

#[tokio::test]
async fn who_evaluates_whom_has_its_days_and_its_end() {
    let (duet, mut priya, round) = begins().await;
    let title = "Bring in who evaluates whom";
    let sheet = format!("Line manager,Email,Relation,From\n{},{},line manager,1/4/2026\n", cast::GWEN, steps::ELIN);
    twice(&duet, &mut priya, &round, (title, &sheet), &["evaluation", "person"]).await;
    let over = sheet.replace("From", "From,Until").replace("1/4/2026", "1/4/2026,31/10/2026");
    let check = sends(&mut priya, &round, title, &over).await;
    check.sees("1 would change").sees("Until: 2026-10-31");
    twice(&duet, &mut priya, &round, (title, &over), &["evaluation"]).await;
    let selves = sends(&mut priya, &round, title, &format!("who,whom\n{0},{0}\n", cast::GWEN)).await;
    selves.sees("The two are one person.");
}

#[tokio::test]
async fn workplaces_come_in_once() {
    let (duet, mut priya, round) = begins().await;
    let sheet = "Organisation\nNew Place Libraries\nnew place libraries\nGwydion Libraries\n";
    let check = sends(&mut priya, &round, "Bring in workplaces", sheet).await;
    assert_eq!(check.all("ul.tally b"), ["0", "0", "1", "2"]);
    twice(&duet, &mut priya, &round, ("Bring in workplaces", sheet), &["workplace"]).await;
}

#[tokio::test]
async fn who_is_in_a_pair_of_another_scheme_is_not_signed_in_by_who_does_not_coordinate_it() {
    let (duet, mut priya, _) = begins().await;
    steps::tells_the_pairs(&mut priya).await;
    let rounds = priya.get("/rounds").await;
    let scheme = priya.follow(&rounds, "About this scheme, and who runs it").await;
    let cai = [("name", "Cai Rees"), ("address", "cai@libraries.example"), ("duty", "coordinator")];
    priya.press(&scheme, "Add them", &cai).await.is(200);
    let asking = steps::opens_a_round(&mut priya).await;
    let spring = asking.path().trim_end_matches("/import").to_owned();
    let sheet = format!("{HEAD},from\n{},{},2/11/2026\n", steps::ELIN, steps::ALED);
    let check = sends(&mut priya, &spring, "Bring in pairs of before and now", &sheet).await;
    priya.press(&check, "Bring them in", &[]).await.is(200);

    let mut cai = duet.sign_in("cai@libraries.example").await;
    let letters = cai.get("/letters").await;
    let theirs = cai.follow(&letters, "Elin Prosser").await;
    let refused = cai.post(&format!("{}/sign-in-link", theirs.path()), &[]).await;
    refused.is(403).sees("This person may do more in Duet than you");
}

#[tokio::test]
async fn who_evaluates_whom_elsewhere_is_neither_found_out_nor_changed() {
    let (duet, mut priya, round) = begins().await;
    let (title, head) = ("Bring in who evaluates whom", "Line manager,Email,From");
    let sheet = format!("{head}\n{},{},1/4/2026\n", cast::GWEN, steps::ELIN);
    let check = sends(&mut priya, &round, title, &sheet).await;
    priya.press(&check, "Bring them in", &[]).await.is(200);
    let before = duet.rows().await;
    let asking = steps::opens_a_round(&mut priya).await;
    let spring = asking.path().trim_end_matches("/import").to_owned();
    let guesses = format!(
        "{head},Until\n{0},{1},1/4/2026,31/10/2026\n{1},{0},1/4/2026,\nnobody@x.example,{1},1/4/2026,\n",
        cast::GWEN,
        steps::ELIN
    );
    let check = sends(&mut priya, &spring, title, &guesses).await;
    assert_eq!(check.all("ul.tally b"), ["3", "0", "0", "0"], "{check:?}");
    check.sees("Neither of these two is in this round.").sees_no("Nobody here has this mail address.");
    assert_eq!(before["evaluation"], duet.rows().await["evaluation"]);
}

#[tokio::test]
async fn of_two_in_no_round_of_hers_nothing_is_told_by_a_sheet_of_pairs_or_sessions() {
    let (duet, mut priya, _) = begins().await;
    // Elin manages Aled, both of Priya's scheme; Cai coordinates another, and happens to know their addresses.
    let (elin, aled) = (duet.viewer(steps::ELIN).await.person, duet.viewer(steps::ALED).await.person);
    let manages = duet.store().write(duet.organisation(), move |tx| {
        evaluation::note::note(tx, elin, aled, evaluation::Relation::LineManages)
    });
    manages.await.expect("a relation");
    let asking = steps::opens_a_round(&mut priya).await;
    let spring = asking.path().trim_end_matches("/import").to_owned();
    let mut cai = steps::coordinates_only(&duet, &mut priya, &spring, "cai@libraries.example").await;
    for title in ["Bring in pairs of before and now", "Bring in sessions"] {
        let mut told = Vec::new();
        for (mentor, mentee) in [
            (steps::ELIN, steps::ALED),
            (steps::ALED, steps::ELIN),
            (steps::ELIN, cast::TOM),
            (cast::GWEN, "nobody@x.example"),
            ("nobody@x.example", "no-one@x.example"),
        ] {
            let sheet = format!("{HEAD},Date,Minutes\n{mentor},{mentee},2/11/2026,60\n");
            let check = sends(&mut cai, &spring, title, &sheet).await;
            told.push((check.all("ul.tally b"), check.all("table.stack td span").concat()));
        }
        assert_eq!(told[0].0, ["1", "0", "0", "0"], "{told:?}");
        assert!(told[0].1.contains("Nobody in your rounds has this mail address."), "{told:?}");
        assert!(told.iter().all(|one| *one == told[0]), "{title}: {told:?}");
    }
    // Who has both in a round of hers is told, as she is when she proposes pairs.
    let both = format!("{HEAD}\n{},{}\n", steps::ELIN, steps::ALED);
    let check = sends(&mut priya, &spring, "Bring in pairs of before and now", &both).await;
    check.sees("evaluates the other");
}
