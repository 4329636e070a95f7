//! The setup step: whatever the other steps need, installed where we may, else named in one line.

use crate::{Result, apt, postgres, shell};
use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Installs the Rust components, PostgreSQL, Chromium, Node and the journeys' packages, as far as they are missing.
pub(super) fn run() -> Result {
    components()?;
    let missing = missing();
    if !missing.is_empty() {
        install(&missing)?;
    }
    packages()
}

/// The browser for the journeys: what `CHROMIUM` names, or one on the `PATH`.
pub(super) fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    named.or_else(|| shell::find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]))
}

fn components() -> Result {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let present = shell::cargo(tool).arg("--version").output().is_ok_and(|output| output.status.success());
        if !present {
            shell::run(shell::program("rustup").args(["component", "add", component]))
                .map_err(|_| format!("please install {component}, then run this again"))?;
        }
    }
    Ok(())
}

/// Something a step needs: what a person calls it, and Debian's packages for it.
struct Need {
    name: &'static str,
    packages: &'static [&'static str],
}

fn missing() -> Vec<Need> {
    let needs = [
        (postgres::binaries().is_some(), Need { name: "PostgreSQL's server", packages: &["postgresql"] }),
        (chromium().is_some(), Need { name: "Chromium", packages: &["chromium"] }),
        (has_node(), Need { name: "Node 18 or newer with npm", packages: &["nodejs", "npm"] }),
    ];
    needs.into_iter().filter_map(|(present, need)| (!present).then_some(need)).collect()
}

fn has_node() -> bool {
    let version = shell::answer("node", &["--version"]).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major >= 18) && shell::find(&["npm"]).is_some()
}

fn install(needs: &[Need]) -> Result {
    let packages: Vec<&str> = needs.iter().flat_map(|need| need.packages).copied().collect();
    apt::install(&named(needs), &packages)?;
    let still = missing();
    if still.is_empty() { Ok(()) } else { Err(apt::please(&named(&still)).into()) }
}

fn named(needs: &[Need]) -> String {
    needs.iter().map(|need| need.name).collect::<Vec<_>>().join(", ")
}

/// `npm ci` in `e2e`, unless what is there is newer than the lock.
fn packages() -> Result {
    let journeys = shell::root().join("e2e");
    let changed = |file: &str| modified(&journeys.join(file));
    if changed("node_modules/.package-lock.json") > changed("package-lock.json") {
        return Ok(());
    }
    shell::run(shell::program("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&journeys))
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|metadata| metadata.modified()).ok()
}
