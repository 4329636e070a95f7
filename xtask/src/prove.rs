//! `cargo xtask prove`: the hard drills, with the counts that are published. `cargo xtask test` runs them short.

mod mail;

use crate::Result;

/// Runs every drill.
pub(crate) fn all() -> Result {
    mail::run(mail::PUBLISHED)
}

/// Runs one drill by its name.
pub(crate) fn one(name: &str) -> Result {
    match name {
        "mail" => mail::run(mail::PUBLISHED),
        _ => Err(format!("there is nothing called `{name}` to prove; there is mail").into()),
    }
}

/// Runs every drill with a short count.
pub(crate) fn short() -> Result {
    mail::run(mail::SHORT)
}
