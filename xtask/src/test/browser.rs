//! The browser step: the journeys in `e2e`, against the program as just built.

use super::{setup, tally::Tally};
use crate::{Result, shell};

/// Builds `duet` and runs every journey in Chromium.
pub(super) fn run(tally: &mut Tally) -> Result {
    let chromium = setup::chromium().ok_or("Chromium is missing; first run: cargo xtask test setup")?;
    shell::run(&mut shell::cargo("build --bin duet"))?;
    tally.run(
        shell::program("node")
            .args(["--test", "--test-reporter=spec"])
            .current_dir(shell::root().join("e2e"))
            .env("DUET_BIN", shell::target().join("debug/duet"))
            .env("CHROMIUM", chromium)
            .env_remove("FORCE_COLOR"),
    )
}
