//! Every page can be had in Welsh, and no page shows a key where words should be.

use std::collections::BTreeSet;

use duet::demo::cast;
use kit::words::keys;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// Every page somebody reaches by links, and each form with something wrong.
async fn every_page(visitor: &mut Visitor) -> Vec<Page> {
    let (mut pages, mut seen, mut ahead) = (Vec::new(), Vec::new(), vec!["/".to_owned(), "/nowhere".to_owned()]);
    while let Some(path) = ahead.pop() {
        let page = visitor.get(&path).await;
        if page.header("content-type").starts_with("text/html") {
            for form in page.attributes("form[novalidate]", "action") {
                pages.push(visitor.post(&form, &[]).await);
            }
            let links = page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with('/'));
            ahead.extend(links.filter(|to| !seen.contains(to) && *to != path));
            pages.push(page);
        }
        seen.push(path);
        ahead.sort();
        ahead.dedup();
    }
    pages
}

/// Words that look as a key does and are none.
const REAL_WORDS: &[&str] = &["sign-in", "check-proof"];

/// Whether a word looks like a key: its first part is that of some key.
fn looks_like_key(word: &str, firsts: &BTreeSet<String>) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let fine = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let parts: Vec<&str> = word.split('-').collect();
    parts.len() > 1 && parts.iter().all(|part| fine(part)) && firsts.contains(parts[0]) && !REAL_WORDS.contains(&word)
}

fn firsts() -> BTreeSet<String> {
    let files = duet::words::FILES.iter().flat_map(|(_, _, text)| keys(text));
    files.filter_map(|(key, _)| key.split_once('-').map(|(first, _)| first.to_owned())).collect()
}

fn has_words(page: &Page, firsts: &BTreeSet<String>) {
    let mut words = page.words();
    for attribute in ["aria-label", "alt", "title", "placeholder"] {
        words = format!("{words} {}", page.attributes(&format!("[{attribute}]"), attribute).join(" "));
    }
    let keys: Vec<&str> = words.split_whitespace().filter(|word| looks_like_key(word, firsts)).collect();
    assert!(keys.is_empty(), "{keys:?} on {page:?}");
    assert!(!words.contains("{$") && !words.contains("{ $"), "a gap on {page:?}");
}

async fn told() -> TestDuet {
    let duet = TestDuet::demo().await;
    steps::tells_the_pairs(&mut duet.sign_in(cast::PRIYA).await).await;
    duet
}

#[tokio::test]
async fn no_page_shows_a_key() {
    let (duet, firsts) = (told().await, firsts());
    assert!(looks_like_key("(session-held_on)", &firsts), "the test can fail");
    let mut everybody: Vec<Visitor> = vec![duet.guest()];
    for address in steps::EVERYBODY {
        everybody.push(duet.sign_in(address).await);
    }
    for mut visitor in everybody {
        for page in every_page(&mut visitor).await {
            has_words(&page, &firsts);
            assert_eq!(page.attributes("html", "lang"), ["en"]);
        }
    }
}

#[tokio::test]
async fn every_page_is_there_in_welsh() {
    let (duet, firsts) = (told().await, firsts());
    let mut everybody: Vec<Visitor> = vec![duet.guest()];
    for address in steps::EVERYBODY {
        everybody.push(duet.sign_in(address).await);
    }
    for mut visitor in everybody {
        let home = visitor.get("/").await;
        let welsh = visitor.press(&home, "Cymraeg", &[]).await;
        assert_eq!(welsh.path(), "/");
        for page in every_page(&mut visitor).await {
            assert_eq!(page.attributes("html", "lang"), ["cy"], "{page:?}");
            has_words(&page, &firsts);
            page.sees("English").sees_no("Who can see").sees_no("Sign out").sees_no("Skip to the page");
            page.sees_no("There is a problem").sees_no("Round ").sees_no("mentors and");
        }
    }
}

#[tokio::test]
async fn a_browser_that_asks_for_welsh_gets_it_and_a_choice_stands_above_it() {
    let duet = TestDuet::demo().await;
    let mut guest = duet.guest();
    guest.set_header("accept-language", "cy-GB,cy;q=0.9,en;q=0.5");
    let home = guest.get("/").await;
    assert_eq!(home.attributes("html", "lang"), ["cy"]);
    let english = guest.press(&home, "English", &[]).await;
    assert_eq!(english.attributes("html", "lang"), ["en"]);
    english.sees("Come in as someone");
    guest.post("/language", &[("language", "cy"), ("to", "//evil.example")]).await.is(200);
}
