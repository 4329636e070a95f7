//! On PostgreSQL, row-level security is a second wall between organisations. (SQLite has none: there the handle that
//! carries the organisation is the only one, and these tests have nothing to ask.)

use kit::Error;
use kit::clock::Clock;
use kit::db::Store;
use kit::random::Random;
use testkit::Database;
use tokio_postgres::{Client, NoTls};

async fn client(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("a server answers");
    tokio::spawn(connection);
    client
}

async fn count(client: &Client, statement: &str) -> i64 {
    client.query_one(statement, &[]).await.expect("a statement runs").get(0)
}

#[tokio::test]
async fn every_table_of_an_organisation_is_behind_the_wall() {
    let database = Database::empty();
    let Some(owner) = database.owners_url() else { return };
    let outside = duet::schema::OUTSIDE.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let open = format!(
        "select count(*) from pg_class c
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                  and c.relname not in ({outside})
                  and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation')
                  and not (c.relrowsecurity and c.relforcerowsecurity)"
    );
    assert_eq!(count(&client(&owner).await, &open).await, 0);
}

#[tokio::test]
async fn a_transaction_sees_and_writes_one_organisation_or_none() {
    let database = Database::demo();
    if database.owners_url().is_none() {
        return;
    }
    let client = client(database.url()).await;
    assert_eq!(count(&client, "select count(*) from person").await, 0, "nobody's");
    let all = "begin; select set_config('duet.organisation', id::text, true) from organisation";
    client.batch_execute(all).await.expect("an organisation is named");
    assert!(count(&client, "select count(*) from person").await > 20);
    let foreign = "insert into workplace (organisation, id, name)
                   values (gen_random_uuid(), gen_random_uuid(), 'Elsewhere')";
    let refused = client.batch_execute(foreign).await.expect_err("another organisation's row is refused");
    assert!(refused.code().is_some_and(|code| code.code() == "42501"), "{refused:?}");
    client.batch_execute("rollback").await.expect("a rollback");
    assert_eq!(count(&client, "select count(*) from person").await, 0, "and nobody's again");
}

#[tokio::test]
async fn the_record_can_be_added_to_and_no_more() {
    let database = Database::demo();
    if database.owners_url().is_none() {
        return;
    }
    let client = client(database.url()).await;
    for statement in ["update audit set act = 'x'", "delete from audit", "truncate audit"] {
        assert!(client.batch_execute(statement).await.is_err(), "{statement}");
    }
}

#[tokio::test]
async fn duet_does_not_run_as_the_owner_or_over_another_schema() {
    let database = Database::empty();
    let Some(owner) = database.owners_url() else { return };
    let open = async |url: &str, migrations| {
        let opened = Store::open(url, migrations, Clock::system("Europe/London"), Random::System).await;
        match opened {
            Err(Error::Conflict(message)) => message.key,
            _ => "opened, or another failure",
        }
    };
    assert_eq!(open(&owner, duet::schema::MIGRATIONS).await, "database-owner");
    let older = &duet::schema::MIGRATIONS[..duet::schema::MIGRATIONS.len() - 1];
    assert_eq!(open(database.url(), older).await, "schema-ahead");
    client(&owner)
        .await
        .batch_execute("delete from refinery_schema_history where version > 3")
        .await
        .expect("a history");
    assert_eq!(open(database.url(), duet::schema::MIGRATIONS).await, "schema-behind");
}
