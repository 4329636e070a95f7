//! Somebody writes for themselves about a session. Nobody else reads it, or learns that it is there.

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::{drill, routes, steps};

/// Words that stand nowhere else.
const WORDS: &str = "zephyr-quince: I talked too much";

async fn goes_to_pair(visitor: &mut Visitor, other: &str) -> Page {
    let home = visitor.get("/").await;
    visitor.follow(&home, other).await
}

/// Gwen reflects on her last session with Tom; where her reflection is.
async fn gwen_reflects(duet: &TestDuet) -> String {
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = goes_to_pair(&mut gwen, "Tom Farrow").await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    form.sees("Who can see this: only you.").sees("Nobody reads this but you, so nobody can act on it.");
    let kept = gwen.press(&form, "Keep it", &[("What do you want to remember?", WORDS)]).await;
    kept.is(200).sees("Your reflection").sees_no("zephyr");
    form.path().to_owned()
}

#[tokio::test]
async fn she_writes_changes_and_deletes_it() {
    let duet = TestDuet::demo().await;
    let path = gwen_reflects(&duet).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let own = gwen.get(&path).await;
    assert_eq!(own.all("textarea"), [WORDS]);
    let lines = "First line.\r\n\r\nSecond, with ŵ and <b>.";
    gwen.press(&own, "Keep it", &[("words", lines)]).await.is(200);
    let own = gwen.get(&path).await;
    assert_eq!(own.all("textarea"), ["First line. Second, with ŵ and <b>."]);
    own.sees_no("zephyr");
    let button = own.all("button.grave").concat();
    assert!(button.starts_with("Delete it"), "{button}");
    let pair = gwen.press(&own, &button, &[]).await;
    assert_eq!(pair.is(200).all("ol.thread li").iter().filter(|one| one.contains("Your reflection")).count(), 0);
    assert_eq!(gwen.get(&path).await.all("textarea"), [""]);
    gwen.post(&format!("{path}/deletion"), &[]).await.is(404);
}

#[tokio::test]
async fn nobody_else_reads_it_or_learns_that_it_is_there() {
    let duet = TestDuet::demo().await;
    let everybody = [cast::PRIYA, cast::RUTH, cast::HELEN, cast::TOM, steps::ELIN];
    // Who has never signed in is invited; that they have by now is no secret.
    for address in [cast::GWEN, cast::PRIYA, cast::RUTH, cast::HELEN, cast::TOM, steps::ELIN] {
        duet.sign_in(address).await;
    }
    let mut before = Vec::new();
    for address in everybody {
        before.push(walks(&duet, address).await);
    }
    let path = gwen_reflects(&duet).await;
    for (address, before) in everybody.into_iter().zip(before) {
        let after = walks(&duet, address).await;
        // Walking takes sheets out, which is on the record: its older pages are further on.
        let paths = |walk: &std::collections::BTreeMap<String, String>| {
            walk.keys().filter(|path| !path.starts_with("/audit?")).cloned().collect::<Vec<_>>()
        };
        assert_eq!(paths(&before), paths(&after), "{address}");
        for (at, page) in &after {
            assert!(!page.contains("zephyr"), "{address} reads it at {at}");
            // These pages tell of each sign-in, and walking is one; the page with the square shows a fresh one each time.
            let changes = ["/audit", "/sign-ins", "/me", "/factors/new"].contains(&at.as_str());
            assert!(changes || at.starts_with("/audit?") || *page == before[at], "{address} sees a change at {at}");
        }
        let mut visitor = duet.sign_in(address).await;
        if address == cast::TOM {
            // His own page about that session is empty.
            assert_eq!(visitor.get(&path).await.is(200).all("textarea"), [""]);
            continue;
        }
        visitor.get(&path).await.is(404);
        visitor.post(&path, &[("words", "mine")]).await.is(404);
        visitor.post(&format!("{path}/deletion"), &[]).await.is(404);
    }
    let record = duet.sign_in(cast::PRIYA).await.get("/audit").await;
    record.sees_no("reflection");
    assert_eq!(duet.sign_in(cast::GWEN).await.get(&path).await.all("textarea"), [WORDS]);
    assert!(routes::all().iter().any(|route| route.path == "/sessions/{id}/reflection"));
}

#[tokio::test]
async fn nor_does_the_log_tell_that_it_is_there() {
    drill::listen();
    let duet = TestDuet::demo().await;
    let path = gwen_reflects(&duet).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let own = gwen.get(&path).await;
    gwen.press(&own, "Keep it", &[("words", "zephyr-medlar, changed")]).await.is(200);
    let id = duet.asked("select cast(id as text) from reflection").await.concat();
    // Who tries for it, and whoever looks at everything about themselves, leaves no more of it.
    let mut priya = duet.sign_in(cast::PRIYA).await;
    priya.get(&path).await.is(404);
    priya.post(&path, &[("words", "zephyr-medlar, mine")]).await.is(404);
    gwen.get("/me/everything.json").await.is(200);
    gwen.press(&own, "Keep it", &[("words", &"zephyr-medlar".repeat(600))]).await.is(422);
    let gone = gwen.get(&path).await;
    let button = gone.all("button.grave").concat();
    gwen.press(&gone, &button, &[]).await.is(200);
    let log = drill::logged();
    for words in ["zephyr", id.as_str(), path.trim_end_matches("/reflection")] {
        assert!(!log.contains(words), "{words} is logged");
    }
    let gwens = duet.viewer(cast::GWEN).await.person.to_string();
    let of_hers: Vec<&str> = log.lines().filter(|line| line.contains(&gwens)).collect();
    assert!(of_hers.iter().any(|line| line.contains("route=\"/me/everything.json\"")), "what she does else is a line");
    let telling = of_hers.iter().find(|line| line.contains("eflection") || line.contains("route=\"private\""));
    assert_eq!(telling, None, "the log says that she was at her reflection");
    assert!(log.contains("route=\"private\""), "that somebody was somewhere of their own is counted");
    let where_and_who = log.lines().find(|line| line.contains("/reflection") && line.contains("person="));
    assert_eq!(where_and_who, None, "and not where");
}

/// Every page somebody can come to by links, with what stands in its main part.
async fn walks(duet: &TestDuet, address: &'static str) -> std::collections::BTreeMap<String, String> {
    let mut visitor = duet.sign_in(address).await;
    let (mut seen, mut ahead) = (std::collections::BTreeMap::new(), vec!["/".to_owned()]);
    while let Some(path) = ahead.pop() {
        let page = visitor.get(&path).await;
        let links = page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with('/'));
        // Forms carry an id that is new each time.
        let main = page.all("main").concat();
        seen.insert(path, main);
        ahead.extend(links.filter(|to| !seen.contains_key(to)));
        ahead.sort();
        ahead.dedup();
    }
    seen
}

#[tokio::test]
async fn the_database_and_its_key_store_apart_hold_no_word_of_it() {
    let duet = TestDuet::demo().await;
    let path = gwen_reflects(&duet).await;
    assert_eq!(duet.grep("zephyr-quince").await, 0, "sealed");
    assert!(duet.grep("Gwen Morris").await > 0, "the search finds what is there");
    assert_eq!(duet.sign_in(cast::GWEN).await.get(&path).await.all("textarea"), [WORDS]);
}

#[tokio::test]
async fn it_stays_closed_where_it_does_not_belong_and_when_its_key_is_lost() {
    let duet = TestDuet::demo().await;
    let path = gwen_reflects(&duet).await;
    let lost = duet.without_its_keys().await;
    let mut gwen = lost.sign_in(cast::GWEN).await;
    let own = gwen.get(&path).await;
    own.is(200).sees("What stands here cannot be read").sees("Its key is lost").sees_no("zephyr");
    assert_eq!(own.all("textarea"), [""]);
    let pair = gwen.press(&own, "Keep it", &[("words", "anew")]).await;
    pair.is(200);
    assert_eq!(gwen.get(&path).await.all("textarea"), ["anew"]);
    for address in steps::EVERYBODY {
        let pages = walks(&lost, address).await;
        assert!(pages.len() >= 2 && pages.values().all(|page| !page.contains("went wrong")), "{address}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said() {
    let duet = TestDuet::demo().await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let pair = goes_to_pair(&mut gwen, "Tom Farrow").await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", "  ")]).await.is(422).sees("Please fill this in");
    let long = "ŵ".repeat(5001);
    let wrong = gwen.press(&form, "Keep it", &[("words", &long)]).await;
    wrong.is(422).sees("Please use at most 5000 characters");
    assert_eq!(wrong.all("textarea"), [long]);
    gwen.press(&form, "Keep it", &[("words", &"😀".repeat(5000))]).await.is(200);
}
