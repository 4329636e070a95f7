//! `cargo xtask test`: the steps CI runs, in order, stopping at the first that fails.

mod browser;
mod licences;
mod setup;
mod tally;

use crate::{
    Result,
    postgres::{Postgres, binaries},
    prove, shell,
};
use std::time::Instant;
use tally::Tally;

struct Step {
    name: &'static str,
    run: fn(&mut Tally) -> Result,
}

const STEPS: [Step; 9] = [
    Step { name: "setup", run: |_| setup::run() },
    Step { name: "fmt", run: |_| shell::run(&mut shell::cargo("fmt --all --check")) },
    Step { name: "clippy", run: |_| shell::run(&mut shell::cargo("clippy --workspace --all-targets -- -D warnings")) },
    Step { name: "doc", run: |_| doc() },
    Step { name: "licences", run: |_| licences::run() },
    Step { name: "sqlite", run: |tally| tally.run(shell::cargo("test --workspace").env_remove("TEST_DATABASE_URL")) },
    Step { name: "postgres", run: postgres },
    Step { name: "drills", run: |_| prove::short() },
    Step { name: "browser", run: browser::run },
];

/// Runs every step. Fails with the first that fails and how to run it alone.
pub(crate) fn all() -> Result {
    run(&STEPS)
}

/// Runs one step by its name.
pub(crate) fn one(name: &str) -> Result {
    let step = STEPS.iter().find(|step| step.name == name);
    let names = STEPS.map(|step| step.name).join(", ");
    let step = step.ok_or_else(|| format!("there is no step `{name}`; the steps are {names}"))?;
    run(std::slice::from_ref(step))
}

fn run(steps: &[Step]) -> Result {
    let mut tally = Tally::default();
    let began = Instant::now();
    for Step { name, run } in steps {
        println!("\n== {name}");
        let began = Instant::now();
        let outcome = run(&mut tally);
        let seconds = began.elapsed().as_secs_f64();
        if let Err(error) = outcome {
            println!("\n== {name}: FAILED after {seconds:.1} s: {error}");
            println!("   this step alone: cargo xtask test {name}");
            tally.failed = tally.failed.max(1);
            return Err(tally.to_string().into());
        }
        println!("== {name}: ok in {seconds:.1} s");
    }
    println!("\n== all in {:.1} s", began.elapsed().as_secs_f64());
    println!("{tally}");
    Ok(())
}

fn doc() -> Result {
    shell::run(shell::cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))
}

fn postgres(tally: &mut Tally) -> Result {
    let server = Postgres::start()?;
    let mut command = shell::cargo("test --workspace");
    command.env("TEST_DATABASE_URL", server.url());
    if let Some(binaries) = binaries() {
        command.env("PG_DUMP", binaries.join("pg_dump"));
    }
    tally.run(&mut command)
}
