//! `cargo xtask prove`: the hard drills as often as their published figures say, and a table of what came of them. A miss
//! fails it. The same drills, a few times each, are among the ordinary tests; the mail drill is a step of its own there.

mod mail;
mod stories;

use crate::Result;
use stories::DRILLS;

/// The drill that is no story: it needs a mail server of its own.
const MAIL: &str = "mail";

/// Runs every drill. One that misses does not keep the next from running.
pub(crate) fn all() -> Result {
    let told = stories::run(&DRILLS);
    let sent = mail::run(mail::PUBLISHED);
    match (told, sent) {
        (Err(told), Err(sent)) => Err(format!("{told}\n{MAIL}: {sent}").into()),
        (told, sent) => told.and(sent),
    }
}

/// Runs one drill by its name.
pub(crate) fn one(name: &str) -> Result {
    if name == MAIL {
        return mail::run(mail::PUBLISHED);
    }
    let drill = DRILLS.iter().find(|drill| drill.name == name);
    let names = DRILLS.map(|drill| drill.name).join(", ");
    let drill = drill.ok_or_else(|| format!("there is no drill `{name}`; there is {names}, {MAIL}"))?;
    stories::run(std::slice::from_ref(drill))
}

/// Runs every drill that is no ordinary test with a short count.
pub(crate) fn short() -> Result {
    mail::run(mail::SHORT)?;
    stories::short_of_the_server()
}
