//! `cargo xtask bench`: prints what Duet costs, in tables. Where something is promised it says whether it was met; it fails
//! for none of it, since how fast a machine is is not ours to say.

mod board;
mod engine;
mod form;
mod html;
mod http;
mod import;
mod limits;
mod line;
mod load;
mod overhead;
mod pages;
mod spreadsheets;
mod thousand_rows;
mod thousands;

use crate::{Result, shell};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

struct Part {
    name: &'static str,
    /// Given `duet`, built for release, and an empty folder.
    run: fn(&Path, &Path) -> Result,
    /// Whether it measures `duet` at all.
    of_duet: bool,
}

const PARTS: [Part; 6] = [
    Part { name: "pages", run: pages::run, of_duet: true },
    Part { name: "board", run: board::run, of_duet: true },
    Part { name: "import", run: thousand_rows::run, of_duet: false },
    Part { name: "match", run: spreadsheets::run, of_duet: true },
    Part { name: "matching", run: engine::run, of_duet: false },
    Part { name: "overhead", run: overhead::run, of_duet: true },
];

/// Measures everything. `DUET_BIN` names another program to measure than what this workspace builds: the version before,
/// say.
pub(crate) fn all() -> Result {
    run(&PARTS)
}

/// Measures one part by its name.
pub(crate) fn one(name: &str) -> Result {
    let part = PARTS.iter().find(|part| part.name == name);
    let names = PARTS.map(|part| part.name).join(", ");
    let part = part.ok_or_else(|| format!("there is nothing called `{name}` to measure; there is {names}"))?;
    run(std::slice::from_ref(part))
}

fn run(parts: &[Part]) -> Result {
    let named = env::var_os("DUET_BIN").map(PathBuf::from);
    if named.is_none() && parts.iter().any(|part| part.of_duet) {
        shell::run(&mut shell::cargo("build --release --bin duet"))?;
    }
    let duet = named.unwrap_or_else(|| shell::target().join("release/duet"));
    for Part { name, run, .. } in parts {
        run(&duet, &empty_folder(name)?)?;
    }
    Ok(())
}

fn empty_folder(name: &str) -> Result<PathBuf> {
    let folder = shell::target().join("bench").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
