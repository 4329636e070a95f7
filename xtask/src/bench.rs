//! `cargo xtask bench`: prints what Duet costs, in tables. It measures and never judges.

mod html;
mod http;
mod matching;
mod overhead;
mod pages;

use crate::{Result, shell};
use std::{
    fs,
    path::{Path, PathBuf},
};

struct Part {
    name: &'static str,
    run: fn(&Path, &Path) -> Result,
}

const PARTS: [Part; 3] = [
    Part { name: "pages", run: pages::run },
    Part { name: "match", run: matching::run },
    Part { name: "overhead", run: overhead::run },
];

/// Measures everything.
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
    shell::run(&mut shell::cargo("build --release --bin duet"))?;
    let duet = shell::target().join("release/duet");
    for Part { name, run } in parts {
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
