//! `cargo xtask fixture v0.1`: keeps a database of the version at hand in `fixtures/`, on both engines. Made once, at the
//! tag; every later version must bring it up to date, which `crates/testkit/tests/upgrades.rs` sees to.

use crate::{
    Result,
    postgres::{self, Postgres},
    shell,
};

/// Makes the fixture of this name.
pub(crate) fn make(name: &str) -> Result {
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c)) || !name.starts_with('v') {
        return Err(format!("`{name}` is no release; say v0.1").into());
    }
    let kept = shell::root().join("fixtures").join(format!("{name}.sqlite.br"));
    if kept.exists() {
        return Err(format!("{} is there already; a release's database is made once", kept.display()).into());
    }
    let example = || {
        let mut command = shell::cargo("run --quiet -p testkit --example fixture --");
        command.arg(name);
        command
    };
    shell::run(example().env_remove("TEST_DATABASE_URL"))?;
    let server = Postgres::start()?;
    let dump = postgres::binaries().ok_or("PostgreSQL is missing; first run: cargo xtask test setup")?.join("pg_dump");
    shell::run(example().env("TEST_DATABASE_URL", server.url()).env("PG_DUMP", dump))
}
