//! A write that is told as kept is kept, on either database, even where its own code passes over what failed in it.

use duet::organisation;
use duet::person::{self, PersonDraft};
use kit::clock::Clock;
use kit::words::Language;
use testkit::{Database, NOW};

fn known_as(name: &str, address: &str) -> PersonDraft {
    PersonDraft {
        name: name.to_owned(),
        address: address.to_owned(),
        job_title: String::new(),
        workplace: String::new(),
        language: Language::English,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_told_as_kept_that_is_not() {
    let database = Database::demo();
    let store = database.open(Clock::set_to(NOW.parse().expect("a moment"), "Europe/London")).await;
    let found = store.read_outside(|c| organisation::store::by_name(c, duet::demo::cast::ORGANISATION)).await;
    let organisation = found.expect("the cast's organisation").id;
    let told = store
        .write(organisation, |tx| {
            person::store::add(tx, &known_as("Ivy Marl", "ivy@one.example"))?;
            // The address is somebody's already: refused, and passed over.
            let _ = person::store::add(tx, &known_as("Ivy Marl", "ivy@one.example"));
            Ok(())
        })
        .await;
    let there = store.read(organisation, |c| person::store::by_address(c, "ivy@one.example")).await;
    let there = there.expect("a read").is_some();
    assert_eq!(told.is_ok(), there, "{told:?}");

    let after = store.write(organisation, |tx| person::store::add(tx, &known_as("Oak Marl", "oak@one.example"))).await;
    after.expect("the next write is as any other");
}
