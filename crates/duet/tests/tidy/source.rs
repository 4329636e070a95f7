//! The source, as text.

use std::path::{Path, PathBuf};

/// A file of the workspace.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path within the folder that was read: `session/log.rs`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

impl File {
    /// What runs: without comments, and without the tests at its foot.
    pub(crate) fn code(&self) -> String {
        let before_tests = self.text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = before_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The concept it belongs to: `session` of `session.rs` and of `session/log.rs`.
    pub(crate) fn concept(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// Its last part: `log.rs`.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file with this ending in a folder of the workspace, by path.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<File> {
    let top = root().join(folder);
    let mut found = Vec::new();
    look_in(&top, &top, ending, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing ends in {ending} in {folder}");
    found
}

fn look_in(top: &Path, folder: &Path, ending: &str, found: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display())) {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            look_in(top, &path, ending, found);
        } else if path.extension().is_some_and(|has| has == ending) {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
            let path = path.strip_prefix(top).expect("a file of the folder").to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    }
}

/// The words after each `before` in a text: `person` of `crate::person::store`.
pub(crate) fn words_after<'t>(text: &'t str, before: &str) -> Vec<&'t str> {
    let word = |rest: &'t str| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
    text.split(before).skip(1).map(word).filter(|word| !word.is_empty()).collect()
}
