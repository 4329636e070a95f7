//! A coordinator tries other rules on the board: what would change is there at once, and nothing is kept until she says so.

use std::fmt::Write as _;

use duet::demo::cast;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// Text as an address takes it.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a text takes more");
        }
    }
    out
}

/// The form's fields as a browser would send them.
fn fields(page: &Page) -> Vec<(String, String)> {
    let (names, values) = (
        page.attributes("form.what-if input:not([type=radio]):not([type=checkbox])", "name"),
        page.attributes("form.what-if input:not([type=radio]):not([type=checkbox])", "value"),
    );
    // The box for steps has no value.
    names.into_iter().filter(|name| name != "add-steps").zip(values).collect()
}

/// Asks with these fields instead of those on the page.
pub(crate) async fn asks(visitor: &mut Visitor, page: &Page, instead: &[(&str, &str)]) -> Page {
    let path = page.path().split('?').next().expect("a path").to_owned();
    let mut all = fields(page);
    let mut given = vec![("first", "count"), ("different_workplace", "yes")];
    given.extend(instead);
    for (name, value) in given {
        all.retain(|(other, _)| other != name);
        all.push((name.to_owned(), value.to_owned()));
    }
    let query: Vec<String> = all.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    visitor.get(&format!("{path}?{}", query.join("&"))).await
}

async fn begins(duet: &TestDuet) -> (Visitor, Page, Page) {
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let pairs = steps::goes_to_pairs(&mut priya).await;
    let what_if = priya.follow(&pairs, "Try other rules").await;
    (priya, pairs, what_if)
}

#[tokio::test]
async fn the_rules_that_stand_change_nothing() {
    let duet = TestDuet::demo().await;
    let (mut priya, _, page) = begins(&duet).await;
    page.is(200).sees("Nobody’s mentor would change.").sees_no("Keep these rules and this plan");
    asks(&mut priya, &page, &[]).await.is(200).sees("Nobody’s mentor would change.").sees_no("Keep these rules");
}

#[tokio::test]
async fn other_weights_show_who_would_change_and_are_kept_only_when_she_says_so() {
    let duet = TestDuet::demo().await;
    let (mut priya, pairs, page) = begins(&duet).await;
    let other = asks(&mut priya, &page, &[("weight-0", "0"), ("weight-1", "0"), ("weight-2", "9")]).await;
    other.is(200).sees("For").sees("something would change").sees("Keep these rules and this plan");
    let rows = other.all("#outcome section > .scroller tbody tr");
    assert!(rows.len() > 4, "{rows:?}");
    assert!(rows[0].contains("10"), "as many have a mentor now: {rows:?}");
    assert!(other.text().contains("ribbon new"), "new ribbons are marked");
    assert_eq!(steps::pairs(&steps::goes_to_pairs(&mut priya).await), steps::pairs(&pairs), "nothing is kept yet");

    let kept = priya.press(&other, "Keep these rules and this plan", &[]).await;
    let now = steps::pairs(kept.is(200).sees("Proven: no better plan exists."));
    assert_ne!(now, steps::pairs(&pairs));
    // What the page told is what came: each changed mentee, with the mentor it said.
    for row in &rows[2..] {
        let told = now.iter().any(|(mentor, mentee)| row.starts_with(mentee.as_str()) && row.contains(mentor.as_str()));
        assert!(told || row.ends_with("no mentor yet"), "{row} {now:?}");
    }
    let again = priya.get(page.path()).await;
    again.sees("Nobody’s mentor would change.");
    assert_eq!(again.attributes("form.what-if input[type=range]", "value"), ["9"], "what counts nothing is out");
}

#[tokio::test]
async fn something_that_counts_is_added() {
    let duet = TestDuet::demo().await;
    let (mut priya, _, page) = begins(&duet).await;
    let count = |page: &Page| page.attributes("form.what-if input[type=range]", "name").len();
    let added = asks(&mut priya, &page, &[("add", "different"), ("add-mentors", "nation")]).await;
    added.is(200).sees("A different “nation”");
    assert_eq!(count(&added), count(&page) + 1);
    let twice = asks(&mut priya, &added, &[("add", "different"), ("add-mentors", "nation")]).await;
    twice.sees("This counts already. Change its weight instead").sees_no("Keep these rules");
    assert_eq!(count(&twice), count(&added));
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_not_kept() {
    let duet = TestDuet::demo().await;
    let (mut priya, pairs, page) = begins(&duet).await;
    let bad = asks(&mut priya, &page, &[("least_fit", "lots")]).await;
    bad.is(200).sees("The least fit must be a whole number from 0 to 100").sees_no("Keep these rules");
    let path = page.path().replace("/what-if", "/rules");
    let sent = priya.post(&path, &[("first", "count"), ("least_fit", "lots")]).await;
    sent.is(422).sees("The least fit must be a whole number from 0 to 100");
    assert_eq!(steps::pairs(&steps::goes_to_pairs(&mut priya).await), steps::pairs(&pairs));
}

#[tokio::test]
async fn a_higher_least_fit_leaves_people_out_and_raising_the_worst_off_first_lifts_the_lowest() {
    let duet = TestDuet::demo().await;
    let (mut priya, pairs, page) = begins(&duet).await;
    let strict = asks(&mut priya, &page, &[("least_fit", "90")]).await;
    let placed = strict.firsts("#outcome section.wide table b").first().expect("a figure").clone();
    assert!(placed.parse::<u32>().expect("a number") < 10, "{placed}");
    let lowest = |page: &Page| -> u32 {
        let fits = page.all("article.pairing p.fit b");
        fits.iter().map(|fit| fit.parse::<u32>().expect("a fit")).min().expect("pairs")
    };
    let fair = asks(&mut priya, &page, &[("first", "worst_off")]).await;
    let kept = priya.press(fair.is(200), "Keep these rules and this plan", &[]).await;
    assert_eq!(steps::pairs(kept.is(200)).len(), 10, "as many are placed");
    assert!(lowest(&kept) >= lowest(&pairs), "{} {}", lowest(&kept), lowest(&pairs));
    kept.sees("somebody else would go without or fit worse").sees("took one more mentee, they would have a place.");
}
