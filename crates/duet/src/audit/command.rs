//! The audit, in the terminal: `duet audit verify`.

use std::path::Path;

use kit::db::Store;
use kit::words::Say;
use kit::{Error, Message, Result};

use super::chain::{Fault, Head};
use super::sign::{Kept, Signer};
use super::verify;
use crate::organisation;

/// The file in the data folder that keeps the newest heads, outside the database.
pub const HEADS: &str = "audit_heads.txt";

/// Verifies every organisation's audit and prints what is wrong. Without a signer nobody knows whether the heads kept outside
/// are this installation's own, and that is said.
///
/// # Errors
/// `Conflict` when anything is wrong; `Internal` when the database fails or the file cannot be read.
pub async fn verify_all(store: &Store, signer: Option<&Signer>, file: &Path, say: Say) -> Result<()> {
    let kept = read_heads(file)?;
    let signed = kept.iter().filter(|one| one.signature.is_some()).count();
    let key = if signer.is_some() { "audit-heads" } else { "audit-heads-unchecked" };
    println!("{}", say.t2(key, "heads", kept.len(), "signed", signed));
    let strangers = signer.map(|signer| signer.strangers(&kept)).unwrap_or_default();
    let strangers: Vec<Head> = strangers.into_iter().map(|at| kept[at].head.clone()).collect();
    let heads: Vec<Head> = kept.into_iter().map(|kept| kept.head).collect();
    let mut is_whole = true;
    for organisation in store.read_outside(organisation::store::all).await? {
        let own = heads.clone();
        let mut verified = store.read(organisation.id, move |c| verify::verify(c, &own)).await?;
        let strange = strangers.iter().filter(|head| head.organisation == organisation.id);
        verified.faults.extend(strange.map(|head| Fault::Stranger(head.number)));
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
        Fault::Stranger(number) => ("audit-fault-stranger", number),
    };
    say.t1(key, "number", number.to_string())
}

/// The heads in a file; none when there is no file. A line that is none is passed over: a crash may have cut it short.
fn read_heads(file: &Path) -> Result<Vec<Kept>> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(text.lines().filter_map(|line| line.parse().ok()).collect()),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(cause) => Err(Error::internal(format!("{}: {cause}", file.display()))),
    }
}
