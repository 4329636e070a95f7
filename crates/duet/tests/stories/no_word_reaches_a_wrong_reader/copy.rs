//! A copy of everything, as whoever runs Duet makes it.

use std::fs::File;
use std::io::Read as _;

use flate2::read::GzDecoder;
use kit::token::unhex;
use serde_json::Value;
use testkit::TestDuet;

use crate::program;

/// All that `duet backup` writes, unpacked and in lower case: its lines, and what stands in them as bytes.
pub(super) fn copied(duet: &TestDuet) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("copy.gz");
    let mut command = program::command();
    command.arg("backup").arg(&file).arg("--data").arg(folder.path().join("unused"));
    command.args(["--database-url", duet.database().url(), "--keys-url", &duet.database().keys_url()]);
    let done = command.output().expect("duet runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut lines = String::new();
    GzDecoder::new(File::open(file).expect("a copy")).read_to_string(&mut lines).expect("it unpacks");
    let rows = lines.lines().filter_map(|line| serde_json::from_str::<Vec<Value>>(line).ok());
    let bytes: String = rows
        .flatten()
        .filter_map(|cell| unhex(cell.as_str()?))
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned() + "\n")
        .collect();
    (lines + &bytes).to_lowercase()
}
