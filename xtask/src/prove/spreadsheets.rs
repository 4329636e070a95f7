//! The spreadsheet drill: LibreOffice itself opens every file that Duet gives out.

use crate::{Result, apt, shell};
use std::path::PathBuf;

/// What Debian calls the part of LibreOffice that opens spreadsheets without a screen.
const PACKAGE: &str = "libreoffice-calc-nogui";

/// Takes everything out with formulas in people's words, and has LibreOffice open it.
pub(super) fn run() -> Result {
    let office = office()?;
    shell::run(
        shell::cargo("test -p duet --test stories spreadsheets_open_with_no_live_formula -- --ignored --nocapture")
            .env("DUET_DRILL_SOFFICE", office)
            .env_remove("TEST_DATABASE_URL"),
    )
}

/// LibreOffice, installed when it is not there.
fn office() -> Result<PathBuf> {
    let found = || shell::find(&["soffice", "libreoffice"]);
    if let Some(office) = found() {
        return Ok(office);
    }
    apt::install("LibreOffice Calc", &[PACKAGE])?;
    found().ok_or_else(|| apt::please("LibreOffice Calc").into())
}
