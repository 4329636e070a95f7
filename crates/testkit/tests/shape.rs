//! The shape that copies go by is what the databases have.

use kit::clock::Clock;
use kit::db::{Described, shape};
use testkit::Database;

#[tokio::test]
async fn every_table_and_column_is_read_from_the_migrations_as_it_is() {
    for (database, migrations) in
        [(Database::empty(), duet::schema::MIGRATIONS), (Database::keys(), kit::seal::MIGRATIONS)]
    {
        let clock = Clock::system("Europe/London");
        let random = kit::random::Random::seeded(9);
        let store = kit::db::Store::open(database.url(), migrations, clock, random).await.expect("a database");
        let tables = shape(migrations, duet::schema::OUTSIDE);
        let made: usize = migrations.iter().map(|one| one.text.matches("\ncreate table ").count()).sum();
        let first = migrations.iter().filter(|one| one.text.starts_with("create table ")).count();
        // One that is made anew, for an engine that cannot change it, takes the place of one that goes.
        let gone: usize = migrations.iter().map(|one| one.text.matches("\ndrop table ").count()).sum();
        assert_eq!(tables.len(), made + first - gone, "{tables:?}");
        for table in tables {
            let text: &'static str = Box::leak(format!("select * from {}", table.name).into_boxed_str());
            let all = Described { name: "ALL", text, inside: false, columns: Vec::new() };
            let there = store.prepared(all).await.unwrap_or_else(|cause| panic!("{}: {cause}", table.name));
            let names =
                |all: &[(String, Option<kit::db::Kind>)]| all.iter().map(|one| one.0.clone()).collect::<Vec<_>>();
            let read: Vec<_> = table.columns.iter().map(|one| (one.name.clone(), Some(one.kind))).collect();
            assert_eq!(names(&there), names(&read), "{}", table.name);
            assert!(!table.key.is_empty(), "{} has no key to order by", table.name);
            if store.engine() == "postgres" {
                assert_eq!(there, read, "{}", table.name);
            }
        }
    }
}
