//! A coordinator gets the best pairs there are, each with its reasons.

use std::collections::BTreeMap;

use duet::demo::cast;
use kit::sheet::Sheet;
use testkit::{Page, TestDuet};

use crate::coordinator_asks_what_if::asks;
use crate::steps;

/// Somebody, as this file's own reading of the cast and its rules sees them.
struct Somebody {
    name: String,
    workplace: String,
    address: String,
    manager: String,
    said: BTreeMap<String, String>,
}

fn everybody(csv: &str) -> Vec<Somebody> {
    let sheet = Sheet::read(csv.as_bytes()).expect("the cast's sheet");
    let somebody = |cells: &[String]| {
        let said: BTreeMap<String, String> = sheet.headings.iter().cloned().zip(cells.iter().cloned()).collect();
        Somebody {
            name: said["name"].clone(),
            workplace: said["organisation"].clone(),
            address: said["email"].clone(),
            manager: said["line manager email"].clone(),
            said,
        }
    };
    sheet.rows.iter().map(|row| somebody(&row.cells)).collect()
}

fn named<'s>(people: &'s [Somebody], name: &str) -> &'s Somebody {
    people.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("nobody is called {name}"))
}

/// Points of a pair, in hundredths of a percent, by the three criteria of the cast's rules; none when the two may
/// not be paired.
fn points(mentor: &Somebody, mentee: &Somebody) -> Option<u32> {
    let evaluates = mentee.manager == mentor.address || mentor.manager == mentee.address;
    if evaluates || mentor.workplace == mentee.workplace {
        return None;
    }
    let offers: Vec<&str> = mentor.said["offers"].split("; ").collect();
    let wants: Vec<&str> = mentee.said["wants"].split("; ").collect();
    let met = wants.iter().filter(|want| offers.contains(want)).count();
    let overlap = 6000 * met / wants.len();
    let ladder = ["under 2 years", "2 to 5 years", "6 to 10 years", "over 10 years"];
    let rung = |of: &Somebody| ladder.iter().position(|rung| *rung == of.said["experience"]).expect("a rung");
    let ahead = match rung(mentor).saturating_sub(rung(mentee)) {
        0 => 0,
        1 | 2 => 3000,
        _ => 1500,
    };
    let same = if mentor.said["nation"] == mentee.said["nation"] { 1000 } else { 0 };
    Some(u32::try_from(overlap + ahead + same).expect("at most 10000"))
}

/// Most mentees placed, then most points: by trying every plan. `taken` has a bit for each mentor who has somebody.
fn best(
    mentors: &[Somebody],
    mentees: &[&Somebody],
    at: usize,
    taken: u32,
    seen: &mut BTreeMap<(usize, u32), (u32, u32)>,
) -> (u32, u32) {
    let Some(mentee) = mentees.get(at) else { return (0, 0) };
    if let Some(known) = seen.get(&(at, taken)) {
        return *known;
    }
    let mut most = best(mentors, mentees, at + 1, taken, seen);
    for (number, mentor) in mentors.iter().enumerate().filter(|(number, _)| taken & (1 << number) == 0) {
        if let Some(points) = points(mentor, mentee) {
            let (placed, sum) = best(mentors, mentees, at + 1, taken | (1 << number), seen);
            most = most.max((placed + 1, sum + points));
        }
    }
    seen.insert((at, taken), most);
    most
}

#[tokio::test]
async fn no_other_plan_is_better() {
    let (mentors, mentees) = (everybody(cast::MENTORS), everybody(cast::MENTEES));
    let eligible: Vec<&Somebody> = mentees.iter().filter(|one| one.said["nation"] != "Scotland").collect();
    let optimum = best(&mentors, &eligible, 0, 0, &mut BTreeMap::new());

    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::pairs(&steps::goes_to_pairs(&mut priya).await);
    let mut sum = 0;
    for (mentor, mentee) in &pairs {
        sum += points(named(&mentors, mentor), named(&mentees, mentee)).expect("a pair that is allowed");
    }
    let mut busy: Vec<&String> = pairs.iter().map(|(mentor, _)| mentor).collect();
    busy.sort();
    busy.dedup();
    assert_eq!(busy.len(), pairs.len(), "each mentor has one place");
    assert_eq!((u32::try_from(pairs.len()).expect("a few"), sum), optimum);
}

#[tokio::test]
async fn each_pair_and_each_person_left_out_has_a_reason() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let page = steps::goes_to_pairs(&mut priya).await;
    let pairs = steps::pairs(&page);
    assert_eq!(pairs.len(), 10);
    let fits: Vec<u32> = page.all("article.pairing p.fit b").iter().map(|fit| fit.parse().expect("a number")).collect();
    let reasons = page.all("article.pairing ul.reasons");
    assert_eq!((fits.len(), reasons.len()), (10, 10));
    let (mentors, mentees) = (everybody(cast::MENTORS), everybody(cast::MENTEES));
    for (at, (mentor, mentee)) in pairs.iter().enumerate() {
        let (mentor, mentee) = (named(&mentors, mentor), named(&mentees, mentee));
        assert_eq!(fits[at], (points(mentor, mentee).expect("allowed") + 50) / 100, "{} {}", mentor.name, mentee.name);
        for heading in ["wants", "experience", "nation"] {
            assert!(reasons[at].contains(heading), "{}", reasons[at]);
        }
    }
    let out = page.all(".leftout");
    assert_eq!(out.len(), 1, "eleven mentees, ten places: {out:?}");
    assert!(out[0].contains("would go without, and the plan would be"), "{out:?}");
    assert!(out[0].contains("took one more mentee, they would have a place."), "{out:?}");
    page.sees("Proven: no better plan exists.");
}

/// What a board draws: a line for each ribbon, as a table would have it; and who stands apart.
fn drawn(page: &Page) -> (Vec<String>, Vec<String>) {
    let ids = |side: &str| page.attributes(&format!(".{side}s text.name"), &format!("data-{side}"));
    let names = |side: &str| -> BTreeMap<String, String> {
        ids(side).into_iter().zip(page.firsts(&format!(".{side}s text.name"))).collect()
    };
    let (mentors, mentees) = (names("mentor"), names("mentee"));
    // Each placed mentee has a fit beside the name, and those who are placed stand first.
    let fits: BTreeMap<String, String> = ids("mentee").into_iter().zip(page.all(".mentees text.fit")).collect();
    let ends = |side: &str| page.attributes("path.ribbon:not(.might)", &format!("data-{side}"));
    let kept = page.attributes("path.ribbon:not(.might)", "class");
    let ribbons = ends("mentor").into_iter().zip(ends("mentee")).zip(kept);
    let line = |((mentor, mentee), class): ((String, String), String)| {
        let kept = if class.contains("locked") { " kept" } else { "" };
        format!("{} {} {}{kept}", mentees[&mentee], mentors[&mentor], fits[&mentee])
    };
    (ribbons.map(line).collect(), page.firsts(".mentees text.name.out"))
}

#[tokio::test]
async fn each_pair_has_a_ribbon_who_is_left_out_stands_apart_and_a_table_says_the_same() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let plan = steps::goes_to_pairs(&mut priya).await;
    let (ribbons, apart) = drawn(&plan);
    let fits = plan.all("article.pairing p.fit b");
    let listed = steps::pairs(&plan).into_iter().zip(fits);
    let listed: Vec<String> = listed.map(|((mentor, mentee), fit)| format!("{mentee} {mentor} {fit}")).collect();
    assert_eq!((ribbons.len(), &ribbons), (10, &listed));
    assert_eq!(apart, ["Simon Achebe"]);
    // Below everybody else, and with a line to who could make room, and no ribbon.
    let heights: Vec<f64> = plan.attributes(".mentees text.name", "y").iter().map(|y| rem(y)).collect();
    let gap = |at: usize| heights[at] - heights[at - 1];
    assert!(gap(10) > 1.5 * gap(9), "{heights:?}");
    assert_eq!(plan.all("path.might").len(), 1);

    // The table has just that, on the plan's page, on What if and on the page of the plan as it was kept.
    let table = |page: &Page| page.all(".board + details table tbody tr");
    let says = |ribbons: &[String]| [ribbons, &["Simon Achebe nobody left out".to_owned()]].concat();
    assert_eq!(table(&plan), says(&ribbons));
    let what_if = priya.follow(&plan, "Try other rules").await;
    assert_eq!((drawn(&what_if), table(&what_if)), ((ribbons.clone(), apart.clone()), says(&ribbons)));
    let runs = priya.follow(&plan, "Earlier plans").await;
    let run = priya.follow(&runs, "Plan 1").await;
    assert_eq!((drawn(&run), table(&run)), ((ribbons.clone(), apart), says(&ribbons)));

    // A pair that is kept is marked in both.
    let two = [("Mentor", "Tom Farrow"), ("Mentee", "Simon Achebe")];
    let kept = priya.press(&plan, "Keep together", &two).await;
    let (ribbons, apart) = drawn(&kept);
    assert!(ribbons.contains(&"Simon Achebe Tom Farrow 40 kept".to_owned()), "{ribbons:?}");
    assert_eq!(table(&kept), [&ribbons[..], &[format!("{} nobody left out", apart.concat())]].concat());
    let what_if = priya.follow(&kept, "Try other rules").await;
    assert_eq!(table(&what_if), table(&kept));
    // What would be new is said to be.
    let other = asks(&mut priya, &what_if, &[("weight-0", "0"), ("weight-1", "0"), ("weight-2", "9")]).await;
    let news = |page: &Page| table(page).into_iter().filter(|row| row.ends_with(" new")).count();
    assert_eq!((news(&what_if), news(&other)), (0, other.all("path.ribbon.new").len()));
    assert!(news(&other) > 2, "{:?}", table(&other));
}

/// A height on the picture.
fn rem(y: &str) -> f64 {
    y.trim_end_matches("rem").parse().expect("a height")
}

#[tokio::test]
async fn the_same_people_give_the_same_plan() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let before = steps::goes_to_pairs(&mut priya).await;
    let round = steps::goes_to_round(&mut priya, "Second round").await;
    let people = priya.follow(&round, "People").await;
    let after = priya.press(&people, "Propose pairs", &[]).await;
    assert_eq!(steps::pairs(&before), steps::pairs(&after));
    let plan = |page: &testkit::Page| page.all("p.quietly").join(" ");
    assert!(plan(&before).contains("the same people and rules always give this same plan"));
    assert_eq!(plan(&before), plan(&after));
}

#[tokio::test]
async fn a_round_with_nobody_gets_words_instead() {
    let duet = TestDuet::empty().await;
    let mut admin = duet.administrator().await;
    let asking = steps::opens_a_round(&mut admin).await;
    let round = asking.path().trim_end_matches("/import").to_owned();
    let refused = admin.post(&format!("{round}/proposals"), &[]).await;
    refused.is(409).sees("There must be a mentor and a mentee who can still be matched.");
}
