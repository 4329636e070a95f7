//! The record is sealed row by row, and whoever changes it behind Duet's back is found out.

use duet::audit::Act;
use duet::audit::chain::{Fault, Head};
use duet::audit::{seal, store, verify};
use duet::organisation;
use kit::clock::{Clock, Instant};
use kit::db::Store;
use kit::id::OrganisationId;
use testkit::Database;

/// A demo whose record is sealed, and its head, as it is kept outside.
struct Sealed {
    store: Store,
    organisation: OrganisationId,
    head: Head,
    database: Database,
}

async fn sealed() -> Sealed {
    let database = Database::demo();
    let clock = Clock::set_to("2026-11-03T10:00:00Z".parse().expect("a moment"), "Europe/London");
    let store = database.open(clock).await;
    let organisation = store.read_outside(organisation::store::all).await.expect("organisations")[0].id;
    let head =
        seal::seal(&store, organisation, Instant::UNIX_EPOCH).await.expect("it is sealed").expect("there are rows");
    Sealed { store, organisation, head, database }
}

impl Sealed {
    async fn faults(&self, heads: &[Head]) -> Vec<Fault> {
        let heads = heads.to_vec();
        let verified = self.store.read(self.organisation, move |c| verify::verify(c, &heads)).await;
        verified.expect("it is verified").faults
    }

    async fn faults_by_head(&self) -> Vec<Fault> {
        self.faults(std::slice::from_ref(&self.head)).await
    }

    async fn note(&self) {
        let noted = self.store.write(self.organisation, |tx| {
            let subject = tx.fresh();
            store::note(tx, None, Act::RoundOpened, subject)
        });
        noted.await.expect("a row is noted");
    }
}

#[tokio::test]
async fn a_record_that_nobody_touched_is_whole_and_grows() {
    let sealed = sealed().await;
    assert_eq!(sealed.faults_by_head().await, []);
    let again = seal::seal(&sealed.store, sealed.organisation, Instant::UNIX_EPOCH).await.expect("sealed");
    assert_eq!(again, None, "nothing is sealed twice");
    sealed.note().await;
    let next = seal::seal(&sealed.store, sealed.organisation, Instant::UNIX_EPOCH).await.expect("sealed");
    assert_eq!(next.expect("a new link").number, sealed.head.number + 1);
    assert_eq!(sealed.faults_by_head().await, [], "an older head holds still");
}

#[tokio::test]
async fn several_that_seal_at_once_make_one_chain() {
    let sealed = sealed().await;
    for _ in 0..40 {
        sealed.note().await;
    }
    let sealing = |_| {
        let (store, organisation) = (sealed.store.clone(), sealed.organisation);
        tokio::spawn(async move { seal::seal(&store, organisation, Instant::UNIX_EPOCH).await.map(|_| ()) })
    };
    for one in (0..4).map(sealing).collect::<Vec<_>>() {
        one.await.expect("it ends").expect("it is sealed");
    }
    let verified = sealed.store.read(sealed.organisation, |c| verify::verify(c, &[])).await.expect("verified");
    assert_eq!((verified.sealed, verified.unsealed), (sealed.head.number + 40, 0));
    assert_eq!(verified.faults, []);
}

#[tokio::test]
async fn a_row_that_was_changed_is_found() {
    let sealed = sealed().await;
    for (number, change) in [
        (3, "set act = 'sign_in.begun'"),
        (5, "set actor = null"),
        (7, "set noted_at = '2020-01-01T00:00:00.000000Z'"),
        (9, "set subject = id"),
    ] {
        let row = format!("(select audit from audit_link where number = {number})");
        sealed.database.tamper(&format!("update audit {change} where id = {row}")).await;
    }
    let expected = [3, 5, 7, 9].map(Fault::Changed);
    assert_eq!(sealed.faults_by_head().await, expected);
}

#[tokio::test]
async fn a_row_that_was_removed_is_found_with_its_seal_or_without() {
    let sealed = sealed().await;
    sealed.database.tamper("delete from audit where id = (select audit from audit_link where number = 4)").await;
    assert_eq!(sealed.faults_by_head().await, [Fault::Gone(4)]);
    sealed.database.tamper("delete from audit_link where number = 4").await;
    assert_eq!(sealed.faults_by_head().await, [Fault::Missing(4), Fault::Changed(5)]);
}

#[tokio::test]
async fn rows_that_changed_places_are_found() {
    let sealed = sealed().await;
    for (from, to) in [(6, 1000), (7, 6), (1000, 7)] {
        sealed.database.tamper(&format!("update audit_link set number = {to} where number = {from}")).await;
    }
    let faults = sealed.faults_by_head().await;
    assert!(faults.contains(&Fault::Changed(6)) && faults.contains(&Fault::Changed(7)), "{faults:?}");
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_the_head_kept_outside() {
    let sealed = sealed().await;
    let last = sealed.head.number;
    sealed
        .database
        .tamper(&format!("delete from audit where id in (select audit from audit_link where number > {})", last - 3))
        .await;
    sealed.database.tamper(&format!("delete from audit_link where number > {}", last - 3)).await;
    assert_eq!(sealed.faults(&[]).await, [], "the database alone does not tell");
    assert_eq!(sealed.faults_by_head().await, [Fault::Shorter(last)]);
}

#[tokio::test]
async fn a_chain_made_anew_after_a_change_is_found_by_the_head_kept_outside() {
    let sealed = sealed().await;
    sealed
        .database
        .tamper("update audit set act = case when act = 'letter.sent' then 'round.opened' else 'letter.sent' end where id = (select audit from audit_link where number = 2)")
        .await;
    sealed.database.tamper("delete from audit_link").await;
    let anew =
        seal::seal(&sealed.store, sealed.organisation, Instant::UNIX_EPOCH).await.expect("sealed").expect("links");
    assert_eq!(anew.number, sealed.head.number);
    assert_eq!(sealed.faults(&[]).await, []);
    assert_eq!(sealed.faults_by_head().await, [Fault::Another(sealed.head.number)]);
}
