//! `cargo xtask prove`: the hard drills as often as their published figures say, and a table of what came of them. A miss
//! fails it. The same drills, a few times each, are among the ordinary tests.

mod stories;

use crate::Result;
use stories::DRILLS;

/// Runs every drill.
pub(crate) fn all() -> Result {
    stories::run(&DRILLS)
}

/// Runs one drill by its name.
pub(crate) fn one(name: &str) -> Result {
    let drill = DRILLS.iter().find(|drill| drill.name == name);
    let names = DRILLS.map(|drill| drill.name).join(", ");
    let drill = drill.ok_or_else(|| format!("there is no drill `{name}`; there is {names}"))?;
    stories::run(std::slice::from_ref(drill))
}
