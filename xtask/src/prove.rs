//! `cargo xtask prove`: the hard drills as often as their published figures say, and a table of what came of them. A miss
//! fails it. The same drills, a few times each, are among the ordinary tests; the mail drill is a step of its own there.

mod mail;
mod spreadsheets;
mod stories;

use crate::Result;
use stories::DRILLS;

/// The drills that need another program: a mail server, a spreadsheet program.
const MAIL: &str = "mail";
const SPREADSHEETS: &str = "spreadsheets";

/// Runs every drill. One that misses does not keep the next from running.
pub(crate) fn all() -> Result {
    let all =
        [("stories", stories::run(&DRILLS)), (MAIL, mail::run(mail::PUBLISHED)), (SPREADSHEETS, spreadsheets::run())];
    let missed: Vec<String> =
        all.into_iter().filter_map(|(name, done)| Some(format!("{name}: {}", done.err()?))).collect();
    if missed.is_empty() { Ok(()) } else { Err(missed.join("\n").into()) }
}

/// Runs one drill by its name.
pub(crate) fn one(name: &str) -> Result {
    if name == MAIL {
        return mail::run(mail::PUBLISHED);
    }
    if name == SPREADSHEETS {
        return spreadsheets::run();
    }
    let drill = DRILLS.iter().find(|drill| drill.name == name);
    let names = DRILLS.map(|drill| drill.name).join(", ");
    let drill = drill.ok_or_else(|| format!("there is no drill `{name}`; there is {names}, {MAIL}, {SPREADSHEETS}"))?;
    stories::run(std::slice::from_ref(drill))
}

/// Runs every drill that is no ordinary test with a short count.
pub(crate) fn short() -> Result {
    mail::run(mail::SHORT)?;
    stories::short_of_the_server()
}
