//! A coordinator of a large round reads who is paired with whom, a page at a time, and who may not take part likewise.

use duet::demo::cast;
use duet::partnership::{self, RunningPair};
use duet::person::{self, PersonDraft, PersonId};
use duet::round::{self, RoundId};
use kit::words::Language;
use testkit::{Page, TestDuet, Visitor};

use crate::steps;

/// Adds so many pairs that meet to the demo's second round, of which every third is over; gives the round's path.
async fn with_pairs(count: usize) -> (TestDuet, Visitor, String) {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    let id: RoundId = path.trim_start_matches("/rounds/").parse().expect("an id");
    let viewer = duet.viewer(cast::PRIYA).await;
    let added = duet.store().write(duet.organisation(), move |tx| {
        let round = round::store::reached(tx, viewer, id)?;
        let today = tx.today();
        let mut add = |side: &str, at: usize| -> kit::Result<PersonId> {
            // Two share a name, and the sheet is in no order.
            let name = format!("{side} {:04}", (at * 7919 % count) / 2);
            let address = format!("{side}{at}@many.example");
            let (job_title, workplace) = (String::new(), String::new());
            person::store::add(tx, &PersonDraft { name, address, job_title, workplace, language: Language::English })
        };
        let mut pairs = Vec::new();
        for at in 0..count {
            pairs.push(RunningPair { mentor: add("Mentor", at)?, mentee: add("Mentee", at)?, started_on: Some(today) });
        }
        partnership::store::add_running(tx, &round, &pairs, &[])?;
        for pair in partnership::store::begun(tx, &round)?.iter().step_by(3) {
            partnership::store::finish(tx, pair.id, today)?;
        }
        Ok(())
    });
    added.await.expect("pairs");
    (duet, priya, path)
}

/// Leafs through one list from its first page on; gives the names on it.
async fn leafs(priya: &mut Visitor, page: &Page, list: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut next = Some(page.link(&format!("The next 50 : {list}")));
    while let Some(path) = next {
        let page = priya.get(&path).await;
        assert_eq!(page.is(200).all("main table").len(), 1, "one list alone");
        pages.push(page.all("main table tbody th"));
        next = page.links().into_iter().find(|(words, _)| words.contains("The next 50")).map(|(_, path)| path);
    }
    pages
}

async fn every_pair_stands_once(count: usize) {
    let (_duet, mut priya, path) = with_pairs(count).await;
    let first = priya.get(&path).await;
    let over = count.div_ceil(3);
    for (list, size, at) in
        [(format!("{} pairs", count - over), count - over, 0), (format!("{over} pairs that are over"), over, 1)]
    {
        first.is(200).sees(&list);
        let shown = first.all("main table tbody th");
        let own: Vec<String> = if at == 0 { shown[..50].to_vec() } else { shown[50..].to_vec() };
        let mut pages = vec![own];
        pages.extend(leafs(&mut priya, &first, &list).await);
        assert!(pages.iter().rev().skip(1).all(|page| page.len() == 50), "{list}");
        let names: Vec<String> =
            pages.concat().iter().map(|cell| cell.chars().take("Mentee 0000".len()).collect()).collect();
        assert_eq!(names.len(), size, "{list}");
        assert!(names.is_sorted(), "{list}: {names:?}");
    }
}

#[tokio::test]
async fn of_a_few_that_are_put_in_order() {
    every_pair_stands_once(180).await;
}

#[tokio::test]
async fn of_many_whose_names_are_walked_through() {
    every_pair_stands_once(1_100).await;
}

#[tokio::test]
async fn a_pair_of_another_round_begins_no_page() {
    let (duet, mut priya, path) = with_pairs(4).await;
    let first = steps::goes_to_round(&mut priya, "First round").await;
    let other = first.attributes("main table a", "href").remove(0);
    let other = other.split('/').nth(2).expect("a pair");
    for after in [other, &duet.viewer(cast::PRIYA).await.person.to_string()] {
        priya.get(&format!("{path}?after={after}")).await.is(404);
    }
}

#[tokio::test]
async fn who_does_not_meet_a_rule_stands_on_pages_too() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let path = steps::goes_to_round(&mut priya, "Second round").await.path().to_owned();
    for at in 0..60 {
        let typed = [
            ("name", &*format!("Somebody {at:02}")),
            ("address", &*format!("somebody{at}@many.example")),
            ("language", "en"),
            ("role", "mentee"),
            ("places", "1"),
        ];
        priya.post(&format!("{path}/applications"), &typed).await.is(200);
    }
    let page = priya.get(&format!("{path}/eligibility")).await;
    let first = page.is(200).all("main .leftout h3");
    assert_eq!(first.len(), 50);
    let next = priya.follow(&page, "The next 50 : Not eligible, and why").await;
    let later = next.is(200).all("main .leftout h3");
    let all = [first, later.clone()].concat();
    assert!(all.is_sorted() && all.len() >= 60, "{all:?}");
    // Who is let in on a later page: the words that are missing are asked for there, and one comes back there.
    let button = next.all("main .leftout form button").pop().expect("somebody can be let in");
    let again = priya.press(&next, &button, &[("note", "")]).await;
    again.is(422).sees("There is a problem");
    assert_eq!(again.all("main .leftout h3"), later);
    let done = priya.press(&again, &button, &[("note", "She was told that she may.")]).await;
    done.is(200).sees("She was told that she may.");
    assert_eq!(done.all("main .leftout h3").len(), later.len(), "the one let in stands above, the others as before");
}
