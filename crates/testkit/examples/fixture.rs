//! Makes the fixture of a release, of the demo's cast and a reflection: on SQLite, or on PostgreSQL when
//! `TEST_DATABASE_URL` names a server. `cargo xtask fixture v0.1` runs it on both.

use testkit::{Fixture, TestDuet};

#[tokio::main]
async fn main() {
    let Some(name) = std::env::args().nth(1) else { panic!("name the release: v0.1") };
    let duet = TestDuet::lived_in().await;
    for (path, bytes) in Fixture::of(&name, &duet).keep() {
        println!("{}: {bytes} bytes", path.display());
    }
}
