//! Somebody asks to be erased, an administrator sees what goes and what stays, and then nothing says who they were.

use duet::demo::cast;
use duet::erasure::erase;
use duet::person::{PersonId, Viewer, store as people};
use duet::sign_in::open;
use kit::seal::Holder;
use testkit::{Page, TestDuet, Visitor};

use crate::asking;
use crate::steps;

const WORDS: &str = "zephyr-quince: I talked too much";

/// Gwen writes for herself about a session, and asks to be erased.
async fn gwen_asks(duet: &TestDuet) -> Visitor {
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let home = gwen.get("/").await;
    let pair = gwen.follow(&home, "Tom Farrow").await;
    let form = gwen.follow(&pair, "Reflect on it").await;
    gwen.press(&form, "Keep it", &[("words", WORDS)]).await.is(200);
    let sign_ins = gwen.get("/sign-ins").await;
    let me = gwen.follow(&sign_ins, "Everything Duet keeps about you").await;
    gwen.press(&me, "Ask to be erased", &[]).await.is(200).sees("You have asked to be erased.");
    gwen
}

/// Priya before the page that shows what would go.
async fn looks_at(priya: &mut Visitor, who: &str) -> Page {
    let record = priya.get("/audit").await;
    let erasures = priya.follow(&record, "Erasing people").await;
    priya.follow(&erasures, who).await
}

async fn id_of(duet: &TestDuet, address: &'static str) -> PersonId {
    let found = duet.store().read(duet.organisation(), move |c| people::by_address(c, address)).await;
    found.expect("a database").expect("they are there").id
}

#[tokio::test]
async fn nothing_says_any_more_who_they_were() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    steps::tells_the_pairs(&mut priya).await;
    let mut gwen = gwen_asks(&duet).await;
    let report = async |priya: &mut Visitor| {
        let round = steps::goes_to_round(priya, "First round").await;
        priya.get(&format!("{}/report", round.path())).await.all(".tally, table").concat()
    };
    let before = report(&mut priya).await;
    for traces in ["Gwen Morris", "gwen.morris"] {
        assert!(duet.grep(traces).await > 0, "the search finds “{traces}”");
    }

    let preview = looks_at(&mut priya, "Gwen Morris").await;
    preview.sees("Nothing has happened yet.").sees("What goes").sees("What stays, and why");
    preview.sees("The answers of 2 applications.").sees("That there were pairs (2) and sessions (5)").sees_no("zephyr");
    priya.press(&preview, "Erase them for good", &[("address", "tom.farrow@harbury.example")]).await.is(422);
    gwen.get("/").await.sees("Hello Gwen");
    let done = priya.press(&preview, "Erase them for good", &[("address", cast::GWEN)]).await;
    done.is(200).sees("Nobody has asked.");

    for traces in ["Gwen Morris", "gwen.morris", "zephyr-quince"] {
        assert_eq!(duet.grep(traces).await, 0, "“{traces}” is in the database still");
    }
    gwen.get("/").await.sees_no("Hello").sees("Come in as someone");
    let mut tom = duet.sign_in(cast::TOM).await;
    let home = tom.get("/").await;
    let pair = tom.follow(&home, "Somebody who left").await;
    pair.is(200).sees("5 sessions").sees("This pair has ended.").sees("Logged by Somebody who left.");
    assert_eq!(report(&mut priya).await, before, "the report counts as before");
    let record = priya.get("/audit").await;
    record.sees("Erased somebody").sees("Somebody who left");
    for address in [cast::PRIYA, cast::RUTH, cast::HELEN, cast::TOM, steps::ALED] {
        walks(&duet, address).await;
    }
}

/// Follows every link there is.
async fn walks(duet: &TestDuet, address: &'static str) {
    let mut visitor = duet.sign_in(address).await;
    let (mut seen, mut ahead) = (Vec::new(), vec!["/".to_owned()]);
    while let Some(path) = ahead.pop() {
        let page = visitor.get(&path).await;
        page.is(200).sees_no("Gwen").sees_no("gwen.morris");
        let links = page.links().into_iter().map(|(_, to)| to).filter(|to| to.starts_with('/'));
        seen.push(path);
        ahead.extend(links.filter(|to| !seen.contains(to)));
        ahead.sort();
        ahead.dedup();
    }
}

#[tokio::test]
async fn who_signed_others_letters_is_taken_out_of_them_and_no_more() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let letters = steps::tells_the_pairs(&mut priya).await;
    priya.follow(&letters, "Aled Vaughan").await.sees("Priya Nair");
    let (viewer, ruth) = (id_of(&duet, cast::PRIYA).await, id_of(&duet, cast::RUTH).await);
    let administers = duet.store().write(duet.organisation(), move |tx| {
        duet::scheme::store::appoint(tx, ruth, duet::scheme::Duty::Administrator, None)?;
        let seen_by = Viewer { organisation: tx.organisation(), person: ruth };
        let schemes = duet::scheme::store::seen_by(tx, seen_by)?;
        duet::scheme::store::appoint(tx, ruth, duet::scheme::Duty::Coordinator, Some(schemes[0].id))
    });
    administers.await.expect("a second administrator and coordinator");
    let mut ruth = duet.sign_in(cast::RUTH).await;
    let form = ruth.get(&format!("/people/{viewer}/erasure")).await;
    ruth.press(&form, "Erase them for good", &[("address", cast::PRIYA)]).await.is(200);
    assert_eq!(duet.grep("Priya Nair").await, 0);
    assert!(duet.grep("With best wishes,").await > 5, "the letters are there");
    priya.get("/").await.sees("Come in as someone");
}

#[test]
fn every_table_with_a_person_in_it_is_seen_to() {
    let all = duet::erasure::store::statements();
    let changed = all.iter().filter_map(|one| {
        let mut words = one.text.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("update"), Some(table), _) | (Some("delete"), Some("from"), Some(table)) => Some(table),
            _ => None,
        }
    });
    let outside = duet::erasure::OUTSIDE.iter().copied();
    let kept = duet::erasure::KEPT.iter().map(|(table, _)| *table);
    let seen_to: std::collections::BTreeSet<&str> = changed.chain(outside).chain(kept).collect();
    assert_eq!(steps::tables_of_people(), seen_to);
}

#[tokio::test]
async fn an_organisation_keeps_an_administrator() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let list = priya.get("/erasures").await;
    priya.press(&list, "See what would go", &[("address", "nobody@x.example")]).await.is(422).sees("Nobody here has");
    let preview = priya.press(&list, "See what would go", &[("address", cast::PRIYA)]).await;
    let refused = priya.press(&preview, "Erase them for good", &[("address", cast::PRIYA)]).await;
    refused.is(409).sees("They are the only administrator.");
    priya.get("/").await.sees("Hello Priya");
    assert!(duet.store().keys().expect("keys").erased().await.expect("a ledger").is_empty());
}

#[tokio::test]
async fn a_scheme_keeps_a_coordinator_unless_who_coordinated_it_has_left() {
    let duet = TestDuet::demo().await;
    let mut kit = asking::second_administrator(&duet).await;
    let priya = id_of(&duet, cast::PRIYA).await;
    let path = format!("/people/{priya}/erasure");
    let preview = kit.get(&path).await;
    let refused = kit.press(&preview, "Erase them for good", &[("address", cast::PRIYA)]).await;
    refused
        .is(409)
        .sees("Nobody else coordinates Mentoring for heads of service.")
        .sees("Ask them to add another coordinator");
    duet.sign_in(cast::PRIYA).await.get("/").await.sees("Hello Priya");
    assert!(duet.store().keys().expect("keys").erased().await.expect("a ledger").is_empty());
    let ends = "select cast(count(*) as text) from appointment where finished_on is not null";
    assert_eq!(duet.asked(ends).await, ["0"], "nothing of it has happened");
    // Of who has left it is said already that they coordinate nothing: nobody is kept for that.
    kit.post(&format!("/people/{priya}/membership"), &[("membership", "left")]).await.is(200);
    kit.press(&preview, "Erase them for good", &[("address", cast::PRIYA)]).await.is(200).sees("Nobody has asked.");
    assert_eq!(duet.grep("Priya Nair").await, 0);
}

#[tokio::test]
async fn only_an_administrator_sees_who_asked_or_erases() {
    let duet = TestDuet::demo().await;
    gwen_asks(&duet).await;
    let gwen = id_of(&duet, cast::GWEN).await;
    for address in [cast::RUTH, cast::HELEN, cast::TOM, cast::GWEN] {
        let mut visitor = duet.sign_in(address).await;
        visitor.get("/erasures").await.is(404);
        visitor.post("/erasures", &[("address", cast::GWEN)]).await.is(404);
        visitor.get(&format!("/people/{gwen}/erasure")).await.is(404);
        visitor.post(&format!("/people/{gwen}/erasure"), &[("address", cast::GWEN)]).await.is(404);
    }
    duet.sign_in(cast::GWEN).await.get("/").await.sees("Hello Gwen");
}

#[tokio::test]
async fn what_was_cut_off_halfway_goes_on_from_the_ledger() {
    let duet = TestDuet::demo().await;
    let gwen = id_of(&duet, cast::GWEN).await;
    let keys = duet.store().keys().expect("keys").clone();
    assert_eq!(erase::replay(duet.store()).await.expect("nothing to do"), 0);
    keys.destroy(duet.organisation(), Holder(gwen.0)).await.expect("and then the power goes");
    assert!(duet.grep("Gwen Morris").await > 0);
    assert_eq!(erase::replay(duet.store()).await.expect("gone on"), 1);
    assert_eq!(duet.grep("Gwen Morris").await, 0);
    assert_eq!(erase::replay(duet.store()).await.expect("done"), 0);
}

#[tokio::test]
async fn what_was_decided_is_gone_on_with_wherever_it_was_cut_off() {
    let duet = TestDuet::demo().await;
    let gwen = id_of(&duet, cast::GWEN).await;
    // The power goes when it is decided, and the ledger has nothing of it yet.
    let decided = duet.store().write(duet.organisation(), move |tx| duet::erasure::store::decide(tx, gwen));
    decided.await.expect("a database");
    assert!(duet.store().keys().expect("keys").erased().await.expect("a ledger").is_empty());
    assert_eq!(erase::replay(duet.store()).await.expect("gone on"), 1);
    assert_eq!(duet.grep("Gwen Morris").await, 0);
    assert_eq!(duet.store().keys().expect("keys").erased().await.expect("a ledger").len(), 1);
    assert_eq!(erase::replay(duet.store()).await.expect("done"), 0);
    let asked = duet.asked("select cast(count(*) as text) from erasure_request").await;
    assert_eq!(asked, ["0"], "nothing of it is left to do");
}

/// The key store fails after it was decided: nobody is half forgotten, and the next start does the rest.
#[tokio::test]
async fn what_the_key_store_refuses_is_decided_and_comes_later() {
    let duet = TestDuet::demo().await;
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let gwen = id_of(&duet, cast::GWEN).await;
    let preview = priya.get(&format!("/people/{gwen}/erasure")).await;
    duet.database().done_to_keys("alter table erasure rename to erasure_away");
    priya.press(&preview, "Erase them for good", &[("address", cast::GWEN)]).await.is(500);
    assert!(duet.grep("Gwen Morris").await > 0, "nothing has gone yet");
    priya.get("/erasures").await.sees("Gwen Morris");
    duet.database().done_to_keys("alter table erasure_away rename to erasure");
    assert_eq!(erase::replay(duet.store()).await.expect("gone on"), 1);
    assert_eq!(duet.grep("Gwen Morris").await, 0);
    priya.get("/erasures").await.sees("Nobody has asked.");
}

#[tokio::test]
async fn who_is_erased_does_not_come_in_by_a_link_from_before() {
    let duet = TestDuet::demo().await;
    let viewer = Viewer { organisation: duet.organisation(), person: id_of(&duet, cast::GWEN).await };
    let link = duet.store().write_outside(move |tx| open::make_link(tx, viewer, None, 7)).await.expect("a link");
    let mut priya = duet.sign_in(cast::PRIYA).await;
    let preview = priya.get(&format!("/people/{}/erasure", viewer.person)).await;
    priya.press(&preview, "Erase them for good", &[("address", cast::GWEN)]).await.is(200);
    duet.guest().get(&format!("/sign-in/{}", link.reveal())).await.is(409);
    priya.get(&format!("/people/{}/erasure", viewer.person)).await.is(404);
}
