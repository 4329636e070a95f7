//! The key store: first a key, then words; one holder's is not another's; what is destroyed stays destroyed.

use duet::person::PersonId;
use kit::Error;
use kit::clock::Clock;
use kit::db::Store;
use kit::id::{OrganisationId, Uuid};
use kit::random::Random;
use kit::seal::{Holder, Keys, Opened, Place, Private, Sealed};
use testkit::{Database, TestDuet};

const PLACE: Place = Place { table: "diary", column: "words", row: Uuid::from_u128(5) };

/// A Duet, and somebody who may hold keys.
async fn somebody() -> (TestDuet, Holder) {
    (TestDuet::empty().await, Holder(Uuid::from_u128(77)))
}

async fn seals(duet: &TestDuet, holder: Holder, words: &'static str) -> kit::Result<Sealed> {
    duet.store().write(duet.organisation(), move |tx| tx.seal(holder, PLACE, &Private::new(words))).await
}

async fn opens(store: &Store, organisation: OrganisationId, holder: Holder, sealed: &Sealed) -> Opened {
    let sealed = sealed.clone();
    store.read(organisation, move |c| c.open(holder, PLACE, &sealed)).await.expect("a key store answers")
}

fn keys(duet: &TestDuet) -> Keys {
    duet.store().keys().expect("a key store").clone()
}

#[tokio::test]
async fn only_their_own_holder_in_their_own_organisation_opens_words() {
    let (duet, holder) = somebody().await;
    let sealed = seals(&duet, holder, "a heron").await.expect("sealed");
    let here = duet.organisation();
    assert_eq!(opens(duet.store(), here, holder, &sealed).await, Opened::Words(Private::new("a heron")));
    assert_eq!(opens(duet.store(), here, Holder(Uuid::from_u128(78)), &sealed).await, Opened::KeyLost);
    let elsewhere = OrganisationId(Uuid::from_u128(3));
    assert_eq!(opens(duet.store(), elsewhere, holder, &sealed).await, Opened::KeyLost);
}

#[tokio::test]
async fn a_destroyed_key_opens_nothing_from_that_moment_and_none_is_made_again() {
    let (duet, holder) = somebody().await;
    let sealed = seals(&duet, holder, "a heron").await.expect("sealed");
    assert!(opens(duet.store(), duet.organisation(), holder, &sealed).await.words().is_some(), "it is in memory now");
    keys(&duet).destroy(duet.organisation(), holder).await.expect("destroyed");
    assert_eq!(opens(duet.store(), duet.organisation(), holder, &sealed).await, Opened::KeyLost);
    let again = seals(&duet, holder, "another").await;
    assert!(matches!(again, Err(Error::Conflict(why)) if why.key == "seal-erased"));
    keys(&duet).destroy(duet.organisation(), holder).await.expect("once more is the same");
    let erased = keys(&duet).erased().await.expect("a ledger");
    assert_eq!(erased.iter().map(|(_, who, _)| *who).collect::<Vec<_>>(), [holder]);
    assert!(matches!(keys(&duet).renew(duet.organisation(), holder).await, Err(Error::Conflict(_))));
}

#[tokio::test]
async fn a_newer_key_seals_and_the_older_still_opens_until_it_is_dropped() {
    let (duet, holder) = somebody().await;
    let (keys, here) = (keys(&duet), duet.organisation());
    let old = seals(&duet, holder, "old").await.expect("sealed");
    keys.renew(here, holder).await.expect("a newer key");
    let new = seals(&duet, holder, "new").await.expect("sealed");
    assert_eq!(opens(duet.store(), here, holder, &old).await, Opened::Words(Private::new("old")));
    assert_eq!(keys.drop_older(here, holder).await.expect("dropped"), 1);
    assert_eq!(opens(duet.store(), here, holder, &old).await, Opened::KeyLost);
    assert_eq!(opens(duet.store(), here, holder, &new).await, Opened::Words(Private::new("new")));
}

#[tokio::test]
async fn many_who_seal_at_once_for_one_holder_share_one_key() {
    let (duet, holder) = somebody().await;
    let sealing: Vec<_> = (0..16)
        .map(|_| {
            let (store, here) = (duet.store().clone(), duet.organisation());
            tokio::spawn(
                async move { store.write(here, move |tx| tx.seal(holder, PLACE, &Private::new("at once"))).await },
            )
        })
        .collect();
    for one in sealing {
        let sealed = one.await.expect("no panic").expect("sealed");
        assert!(opens(duet.store(), duet.organisation(), holder, &sealed).await.words().is_some());
    }
    assert_eq!(keys(&duet).drop_older(duet.organisation(), holder).await.expect("counted"), 0);
}

#[tokio::test]
async fn without_a_key_store_nothing_private_is_kept() {
    let database = Database::empty();
    let clock = Clock::system("Europe/London");
    let store = Store::open(database.url(), duet::schema::MIGRATIONS, clock, Random::System).await.expect("opened");
    let sealed = store
        .write(OrganisationId(Uuid::from_u128(1)), |tx| {
            tx.seal(Holder(tx.fresh::<PersonId>().0), PLACE, &Private::new("x")).map(|_| ())
        })
        .await;
    assert!(matches!(sealed, Err(Error::Internal(_))));
}

#[tokio::test]
async fn its_statements_prepare_on_either_engine() {
    let database = Database::keys();
    let keys = database.open_keys(Clock::system("Europe/London")).await;
    for statement in kit::seal::statements() {
        let name = statement.name;
        let wanted: Vec<_> = statement.columns.iter().map(|column| column.kind).collect();
        let given = keys.store().prepared(statement).await.unwrap_or_else(|cause| panic!("{name}: {cause}"));
        assert_eq!(given.len(), wanted.len(), "{name}");
        for ((column, kind), wanted) in given.iter().zip(wanted) {
            assert!(kind.is_none_or(|kind| kind == wanted), "{name}: {column}");
        }
    }
    let (here, holder) = (OrganisationId(Uuid::from_u128(1)), Holder(Uuid::from_u128(2)));
    keys.renew(here, holder).await.expect("a key");
    keys.renew(here, holder).await.expect("another");
    assert_eq!(keys.holders().await.expect("holders"), [(here, holder)]);
    assert_eq!(keys.drop_older(here, holder).await.expect("dropped"), 1);
    keys.destroy(here, holder).await.expect("destroyed");
    assert!(keys.holders().await.expect("holders").is_empty() && !keys.is_unused().await.expect("a ledger"));
}

#[tokio::test]
async fn an_installation_has_one_key_on_every_node_and_in_every_copy() {
    let duet = TestDuet::empty().await;
    let keys = keys(&duet);
    let nodes = (0..16).map(|_| {
        let keys = keys.clone();
        tokio::spawn(async move { keys.installation(None).await.expect("a key") })
    });
    let mut found = Vec::new();
    for node in nodes.collect::<Vec<_>>() {
        found.push(node.await.expect("no panic"));
    }
    assert!(found.iter().all(|all| all.len() == 1 && *all == found[0]), "one key, whoever came first");
    assert!(keys.holders().await.expect("holders").is_empty(), "it is nobody's");
    assert!(keys.is_unused().await.expect("an answer"), "and tells nothing of a key store that was lost");
    let mut copy = Vec::new();
    assert_eq!(keys.copy_out(&mut copy).await.expect("a copy"), 1);
    // Elsewhere, where one was made before the copy came: what was sealed under either opens.
    let other = TestDuet::empty().await;
    let there = other.store().keys().expect("a key store").clone();
    // Chance is the same in every story: one draw makes it another.
    let _: [u8; 8] = there.store().random().bytes();
    let own = there.installation(None).await.expect("a key");
    there.copy_in(copy.as_slice()).await.expect("taken in");
    let both = there.installation(None).await.expect("keys");
    assert!(both.len() == 2 && both.contains(&own[0]) && both.contains(&found[0][0]));
}

#[tokio::test]
async fn a_key_that_was_kept_in_a_file_moves_into_the_key_store_and_its_file_goes() {
    use duet::factor::secret::Secrets;
    let (duet, folder) = (TestDuet::empty().await, tempfile::tempdir().expect("a folder"));
    let (keys, file) = (keys(&duet), folder.path().join("installation.key"));
    std::fs::write(&file, [9; 32]).expect("a key");
    let random = Random::System;
    let sealed = Secrets::from_bytes([9; 32]).seal(&random, "code_app 1", b"words").expect("sealed");
    let secrets = Secrets::of(&keys, folder.path()).await.expect("the key");
    assert_eq!(secrets.open("code_app 1", &sealed).as_deref(), Some(&b"words"[..]));
    assert!(!file.exists(), "a copy of the data folder opens nothing by itself");
    let again = Secrets::of(&keys, folder.path()).await.expect("the key");
    assert_eq!(again.open("code_app 1", &sealed).as_deref(), Some(&b"words"[..]));
    std::fs::write(&file, b"short").expect("no key");
    assert!(matches!(Secrets::of(&keys, folder.path()).await, Err(Error::Conflict(_))));
}
