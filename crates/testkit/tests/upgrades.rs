//! Every release's database is brought up to date by this version, and then is as a fresh one: the same schema, and
//! everybody still finds what was theirs. One that is newer is refused and left as it was.

use duet::demo::cast;
use kit::clock::Clock;
use kit::db::Store;
use kit::random::Random;
use testkit::{Database, Fixture, NOW, TestDuet};

fn clock() -> Clock {
    Clock::set_to(NOW.parse().expect("a moment"), "Europe/London")
}

/// Brings a database up to date, as its owner does on a server.
async fn upgrade(database: &Database) {
    if let Some(owner) = database.owners_url() {
        kit::db::migrate(&owner, duet::schema::MIGRATIONS, "duet_test_app").await.expect("the migrations run");
    }
    database.open(clock()).await;
}

async fn is_as_a_fresh_one(fixture: &Fixture) {
    let database = fixture.restored();
    let before = database.rows().await;
    upgrade(&database).await;
    assert_eq!(database.described().await, Database::empty().described().await, "{fixture:?}");
    assert!(database.broken().is_empty(), "{fixture:?}");
    let after = database.rows().await;
    for (table, rows) in
        before.iter().filter(|(table, _)| ["person", "session", "letter", "audit"].contains(&table.as_str()))
    {
        assert!(after[table].len() >= rows.len() && !rows.is_empty(), "{fixture:?} loses rows of {table}");
    }
    let duet = TestDuet::over(database, clock(), true, cast::ORGANISATION).await;
    let mut gwen = duet.sign_in(cast::GWEN).await;
    let home = gwen.get("/").await;
    let pair = gwen.follow(&home, "Tom Farrow").await;
    let reflection = gwen.follow(&pair, "Your reflection").await;
    assert_eq!(reflection.all("textarea"), [TestDuet::REFLECTION], "{fixture:?}");
}

#[tokio::test]
async fn every_release_comes_up_to_date() {
    for fixture in Fixture::all() {
        is_as_a_fresh_one(&fixture).await;
    }
    // None before the first release: then the way there is still walked, with one of today.
    if can_dump() {
        is_as_a_fresh_one(&Fixture::of("today", &TestDuet::lived_in().await)).await;
    }
}

/// `pg_dump` is needed to make a fixture on a server, and not to read one.
fn can_dump() -> bool {
    Database::empty().owners_url().is_none() || std::env::var_os("PG_DUMP").is_some()
}

#[tokio::test]
async fn an_older_schema_with_rows_in_it_becomes_the_new_one() {
    // As far as the day before the reflections.
    let older = &duet::schema::MIGRATIONS[..14];
    let database = Database::at(older).await;
    let demo = if database.owners_url().is_some() { "true" } else { "1" };
    let set_up =
        format!("insert into installation (number, demo, made_at) values (1, {demo}, '2026-01-01T00:00:00.000000Z')");
    database.done(&set_up).await;
    assert_ne!(database.described().await, Database::empty().described().await);
    upgrade(&database).await;
    assert_eq!(database.described().await, Database::empty().described().await);
    assert_eq!(database.asked("select cast(number as text) from installation").await, ["1"]);
}

#[tokio::test]
async fn a_newer_schema_is_refused_and_left_as_it_was() {
    let database = Database::demo();
    database.done("insert into refinery_schema_history (version, name, applied_on, checksum) values (999, 'later', '2030-01-01T00:00:00Z', '1')").await;
    let before = database.rows().await;
    let opened = Store::open(database.url(), duet::schema::MIGRATIONS, clock(), Random::System).await;
    assert!(opened.is_err(), "it opens a newer database");
    assert_eq!(database.rows().await, before);
    // And one whose past is another's.
    let database = Database::demo();
    database.done("update refinery_schema_history set checksum = '7' where version = 2").await;
    let before = database.rows().await;
    match database.owners_url() {
        Some(owner) => {
            let renewed = kit::db::migrate(&owner, duet::schema::MIGRATIONS, "duet_test_app").await;
            assert!(renewed.is_err(), "it renews a database with another past");
        }
        None => assert!(Store::open(database.url(), duet::schema::MIGRATIONS, clock(), Random::System).await.is_err()),
    }
    assert_eq!(database.rows().await, before);
}
