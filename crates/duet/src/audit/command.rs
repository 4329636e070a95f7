//! The audit, in the terminal: `duet audit verify`.

use std::path::Path;

use kit::db::Store;
use kit::words::Say;
use kit::{Error, Message, Result};

use super::chain::{Fault, Head};
use super::verify;
use crate::organisation;

/// The file in the data folder that keeps the newest heads, outside the database.
pub const HEADS: &str = "audit_heads.txt";

/// Verifies every organisation's audit and prints what is wrong.
///
/// # Errors
/// `Conflict` when anything is; `Internal` when the database fails or the file cannot be read.
pub async fn verify_all(store: &Store, file: &Path, say: Say) -> Result<()> {
    let heads = read_heads(file)?;
    let mut is_whole = true;
    for organisation in store.read_outside(organisation::store::all).await? {
        let own = heads.clone();
        let verified = store.read(organisation.id, move |c| verify::verify(c, &own)).await?;
        let told = Message::new("audit-verified")
            .with("organisation", organisation.id.to_string())
            .with("sealed", verified.sealed)
            .with("unsealed", verified.unsealed);
        println!("{}", say.message(&told));
        for fault in &verified.faults {
            println!("  {}", said(say, *fault));
        }
        is_whole &= verified.faults.is_empty();
    }
    if is_whole { Ok(()) } else { Err(Error::conflict("audit-not-whole")) }
}

fn said(say: Say, fault: Fault) -> String {
    let (key, number) = match fault {
        Fault::Gone(number) => ("audit-fault-gone", number),
        Fault::Changed(number) => ("audit-fault-changed", number),
        Fault::Missing(number) => ("audit-fault-missing", number),
        Fault::Shorter(number) => ("audit-fault-shorter", number),
        Fault::Another(number) => ("audit-fault-another", number),
    };
    say.t1(key, "number", number.to_string())
}

/// The heads in a file; none when there is no file. A line that is none is passed over: a crash may have cut it short.
fn read_heads(file: &Path) -> Result<Vec<Head>> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(text.lines().filter_map(|line| line.parse().ok()).collect()),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(Error::internal(format!("{}: {cause}", file.display()))),
    }
}
