//! What access, sealing and the record add to a statement, on both databases.

use crate::{Result, postgres::Postgres, shell};
use std::path::Path;

/// Runs testkit's example on SQLite and on a PostgreSQL server of its own.
pub(super) fn run(_duet: &Path, _folder: &Path) -> Result {
    println!("\nEach statement over the demo's data, in turn with the others of its row group; median of 400.\n");
    println!("| database | what | how | µs | × bare |");
    println!("|---|---|---|--:|--:|");
    let example = || shell::cargo("run --quiet --release -p testkit --example overhead");
    shell::run(example().env_remove("TEST_DATABASE_URL"))?;
    let server = Postgres::start()?;
    shell::run(example().env("TEST_DATABASE_URL", server.url()))
}
