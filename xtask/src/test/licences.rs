//! The licences step: every crate we build with comes from the public registry and may be combined with ours.

use crate::{Result, shell};
use serde_json::Value;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences whose works may be part of one under AGPL-3.0-or-later.
const ALLOWED: [&str; 15] = [
    "0BSD",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Reads `cargo metadata` and names every crate with another source or licence.
pub(super) fn run() -> Result {
    let output = shell::cargo("metadata --format-version 1").stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err("`cargo metadata` failed".into());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let ours = metadata["workspace_members"].as_array().ok_or("`cargo metadata` names no workspace members")?;
    let crates = metadata["packages"].as_array().ok_or("`cargo metadata` names no packages")?;
    let faults: Vec<String> = crates.iter().filter_map(|each| fault(each, ours)).collect();
    if faults.is_empty() {
        println!("{} crates, every source and licence allowed", crates.len());
        return Ok(());
    }
    Err(faults.join("\n   ").into())
}

fn fault(each: &Value, ours: &[Value]) -> Option<String> {
    let (name, version) = (each["name"].as_str()?, each["version"].as_str()?);
    let licence = each["license"].as_str().unwrap_or("no licence expression");
    if !ours.contains(&each["id"]) && each["source"] != REGISTRY {
        return Some(format!("{name} {version} comes from {}, not from the public registry", each["source"]));
    }
    (!is_allowed(licence)).then(|| format!("{name} {version} is under {licence}, which is not on the list"))
}

/// Whether an SPDX expression can be satisfied with allowed licences only. A malformed one cannot.
fn is_allowed(expression: &str) -> bool {
    // Before SPDX expressions, `MIT/Apache-2.0` meant either.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let allowed = either(&mut words);
    allowed == Some(true) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>) -> Option<bool> {
    let mut allowed = both(words)?;
    while words.next_if_eq(&"OR").is_some() {
        allowed |= both(words)?;
    }
    Some(allowed)
}

fn both(words: &mut Words<'_>) -> Option<bool> {
    let mut allowed = licence(words)?;
    while words.next_if_eq(&"AND").is_some() {
        allowed &= licence(words)?;
    }
    Some(allowed)
}

fn licence(words: &mut Words<'_>) -> Option<bool> {
    let name = words.next()?;
    if name == "(" {
        let allowed = either(words)?;
        return words.next_if_eq(&")").map(|_| allowed);
    }
    if words.next_if_eq(&"WITH").is_some() {
        let excepted = format!("{name} WITH {}", words.next()?);
        return Some(ALLOWED.contains(&excepted.as_str()));
    }
    Some(ALLOWED.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn one_allowed_way_is_enough() {
        for expression in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-2.0-only OR MIT",
            "Apache-2.0 WITH LLVM-exception OR LicenseRef-x",
            "(MIT OR Proprietary) AND Unicode-3.0",
        ] {
            assert!(is_allowed(expression), "{expression}");
        }
    }

    #[test]
    fn what_is_not_on_the_list_or_malformed_is_refused() {
        for expression in ["", "GPL-2.0-only", "MIT AND SSPL-1.0", "(MIT", "MIT Apache-2.0", "MIT WITH x", "OR MIT"] {
            assert!(!is_allowed(expression), "{expression}");
        }
    }
}
