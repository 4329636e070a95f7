//! Somebody tries Duet out: goes to the sixth week and to the last day of the round, starts over, and sees it as each of the
//! cast. None of this is in a real Duet.

use duet::audit::verify;
use duet::demo::stage::{Scene, Stage};
use duet::demo::{cast, load};
use duet::organisation;
use kit::clock::Clock;
use testkit::{Database, Page, TestDuet, Visitor};

/// A demo as `duet demo` makes it: by a clock that runs and can be put ahead.
async fn demo() -> TestDuet {
    let (database, clock) = (Database::empty(), Clock::movable("Europe/London"));
    load::load(&database.open(clock.clone()).await).await.expect("the cast comes");
    TestDuet::over(database, clock, true, cast::ORGANISATION).await
}

async fn goes_to(visitor: &mut Visitor, page: &Page, scene: &str) -> Page {
    let home = visitor.press(page, scene, &[]).await;
    home.is(200);
    assert_eq!(home.all("aside.demo [aria-current]"), [scene], "the clock says where it stands");
    home
}

/// The name of the stage where the second round stands.
async fn stands(priya: &mut Visitor) -> String {
    let home = priya.get("/").await;
    let round = priya.follow(&home, "Second round").await;
    round.is(200).firsts("ol.tasks li[aria-current=step]").concat()
}

/// How often each running pair of the second round has met, fewest first.
async fn met(priya: &mut Visitor) -> Vec<usize> {
    let home = priya.get("/").await;
    let round = priya.follow(&home, "Second round").await;
    round.is(200);
    let cells = round.all("table tbody td:nth-of-type(3)");
    let mut met: Vec<usize> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
    met.sort_unstable();
    met
}

#[tokio::test]
async fn the_clock_goes_to_week_six_to_the_last_day_and_back() {
    let duet = demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let home = priya.get("/").await;
    assert_eq!(home.all("aside.demo [aria-current]"), ["today"]);
    assert_eq!(stands(&mut priya).await, "Open");
    let days = |from: &str| duet.clock().today().since(from.parse::<kit::clock::Day>().unwrap()).unwrap().get_days();
    let today = duet.clock().today().to_string();

    let home = goes_to(&mut priya, &home, "week 6").await;
    assert_eq!(days(&today), 30 + 38);
    home.sees("Hello Priya").sees_no("wait to be sent").sees("1 pair has not met for five weeks");
    assert_eq!(stands(&mut priya).await, "Active", "training is completed, and pairs meet");
    let weeks = met(&mut priya).await;
    assert!(weeks.len() >= 8, "pairs were told and began: {weeks:?}");
    assert!(weeks.iter().all(|times| (1..=2).contains(times)), "each has met: {weeks:?}");

    let home = goes_to(&mut priya, &home, "the last day").await;
    assert_eq!(days(&today), 240);
    let all = met(&mut priya).await;
    assert_eq!((all.len(), all[0]), (weeks.len(), 1), "one pair fell quiet after it met once: {all:?}");
    assert!(all[1] >= 5, "all the others went on: {all:?}");
    let round = priya.follow(&home, "Second round").await;
    let report = priya.get(&format!("{}/report", round.path())).await;
    report.is(200).sees(&format!("{} pairs placed", all.len())).sees(&format!("{} pairs met", all.len()));
    // Whole: where people stood before and after, all but the one who did not answer; and words of some, by name or not.
    report.sees("I have the confidence to push back.").sees("Mentees (9)").sees("Mentors (10)").sees("19 people.");
    assert_eq!(report.all("svg.slopes g.slope").len(), cast::OUTCOMES.len());
    let quotes = report.all("figure.quote");
    assert_eq!(quotes.len(), cast::LATER_QUOTES.len(), "{quotes:?}");
    assert!(quotes.iter().any(|quote| quote.ends_with("Becky Thorne, a mentee, Thornmere Libraries")), "{quotes:?}");
    report.sees_no("Kofi").sees_no("Clare");
    assert_eq!(stands(&mut priya).await, "Active", "pairs meet until today");

    let home = goes_to(&mut priya, &home, "today").await;
    assert_eq!(days(&today), 0);
    home.sees("Hello Priya").sees_no("Elsewhere");
    assert_eq!(met(&mut priya).await, Vec::<usize>::new(), "the story begins anew");
    // Whoever was in the story before finds nothing of it by mail either: one organisation knows them.
    let mut gwen = duet.guest();
    let asked = gwen.get("/sign-in").await;
    gwen.press(&asked, "Send me a code", &[("address", cast::GWEN)]).await.is(200);
    goes_to(&mut priya, &home, "the last day").await;
}

#[tokio::test]
async fn the_post_has_every_letter_and_goes_on_as_who_reads_it() {
    let duet = demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let home = priya.get("/").await;
    goes_to(&mut priya, &home, "week 6").await;
    let mut anybody = duet.guest();
    let post = anybody.get("/demo/post").await;
    post.is(200).sees("Second round: your mentor").sees("gwen.morris@gwydion.example").sees("Go on as Gwen Morris");
    let opened = anybody.press(&post, "Go on as Gwen Morris", &[]).await;
    opened.is(200).sees("Hello Gwen");
}

#[tokio::test]
async fn the_record_is_whole_after_all_that() {
    let duet = demo().await;
    let stage = Stage::default();
    stage.go_to(duet.store(), Scene::LastDay).await.expect("it goes on");
    let organisation = duet.organisation();
    let acts = duet.store().read(organisation, |c| verify::verify(c, &[])).await.expect("the record can be read");
    assert!(acts.unsealed > 100, "what was played is on the record");
    let broken = duet.database().broken();
    assert!(broken.is_empty(), "{broken:?}");
}

#[tokio::test]
async fn it_is_seen_as_each_of_the_cast_from_any_page() {
    let duet = TestDuet::demo().await;
    let mut visitor = duet.sign_in(cast::PRIYA).await;
    let mut page = visitor.get("/letters").await;
    for (_, name) in cast::everybody() {
        page = visitor.press(&page, "Go", &[("See as", name)]).await;
        page.is(200);
        assert_eq!(page.all(".whoami a").first().map(String::as_str), Some(*name));
        assert_eq!(page.all("aside.demo option[selected]"), [*name]);
    }
}

#[tokio::test]
async fn a_real_duet_has_none_of_it() {
    // The demo's cast in a Duet that is served for real: no doors. And a demo that is served over a real database: shut.
    let real = TestDuet::real().await;
    let front = real.guest().get("/").await;
    assert!(front.all("aside").is_empty());
    real.guest().post("/demo/clock", &[("to", "last-day")]).await.is(404);
    let database = Database::empty();
    let (clock, name) = (Clock::movable("Europe/London"), "Our organisation");
    let store = database.open(clock.clone()).await;
    let founded = store.write_outside(move |tx| {
        organisation::store::install(tx, false)?;
        organisation::store::found(tx, name)
    });
    founded.await.expect("an organisation");
    let served = TestDuet::over(database, clock, true, name).await;
    for scene in ["today", "week-six", "last-day"] {
        served.guest().post("/demo/clock", &[("to", scene)]).await.is(404);
    }
    let today = Clock::system("Europe/London").today();
    assert_eq!(served.clock().today(), today, "its clock stands where it stood");
}
