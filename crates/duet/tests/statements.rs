//! Every statement is one to the engine at hand, and gives the columns its row asks for.

use duet::schema::statements;
use kit::clock::Clock;
use testkit::Database;

#[tokio::test]
async fn every_statement_prepares_and_gives_what_its_row_asks_for() {
    let database = Database::empty();
    let store = database.open(Clock::system("Europe/London")).await;
    assert!(statements().len() > 40, "only {} statements are listed", statements().len());
    let mut typed = 0;
    for statement in statements() {
        let (name, asked) = (format!("{}: {}", statement.name, statement.text), statement.columns.clone());
        let given = store.prepared(statement).await.unwrap_or_else(|cause| panic!("{name}\n{cause}"));
        assert_eq!(given.len(), asked.len(), "{name}\ngives {given:?}, and its row asks for {asked:?}");
        for ((column, kind), wanted) in given.iter().zip(&asked) {
            assert!(wanted.name.is_empty() || wanted.name == column, "{name}\n{column} is taken as {}", wanted.name);
            if store.engine() == "postgres" {
                assert_eq!(*kind, Some(wanted.kind), "{name}\nthe kind of {column}");
                typed += 1;
            }
        }
    }
    assert!(typed > 100 || store.engine() == "sqlite", "kinds are compared on PostgreSQL");
}

#[tokio::test]
async fn a_statement_with_a_flaw_is_noticed() {
    let database = Database::empty();
    let store = database.open(Clock::system("Europe/London")).await;
    let flawed = |text: &'static str| kit::db::Described { name: "FLAWED", text, inside: false, columns: Vec::new() };
    assert!(store.prepared(flawed("select nothing from nowhere")).await.is_err());
    assert!(store.prepared(flawed("select name from person where")).await.is_err());
}
