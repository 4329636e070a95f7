//! What bringing in ten thousand rows costs, beside the same rows written bare, on both databases.

use crate::{Result, postgres::Postgres, shell};
use std::path::Path;

/// Runs testkit's example on SQLite and on a PostgreSQL server of its own.
pub(super) fn run(_duet: &Path, _folder: &Path) -> Result {
    println!(
        "\nTen thousand people from one CSV file, through the pages; at most 5 s to bring them in. Bare: the rows that they"
    );
    println!(
        "become, in four tables with the same indexes, an insert each, prepared, in one transaction; median of 5.\n"
    );
    println!("| database | rows | sending and looking | bringing in | asked meanwhile | the same rows bare | ratio |");
    println!("|---|---|--:|--:|--:|--:|--:|");
    let example = || shell::cargo("run --quiet --release -p testkit --example import");
    shell::run(example().env_remove("TEST_DATABASE_URL"))?;
    let server = Postgres::start()?;
    shell::run(example().env("TEST_DATABASE_URL", server.url()))
}
