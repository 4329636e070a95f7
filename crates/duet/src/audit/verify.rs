//! Verifying an audit: its rows against its chain, and the chain against the heads kept outside.

use kit::Result;
use kit::clock::Instant;
use kit::db::Read;

use super::chain::{Chain, Fault, Head};
use super::store;

/// What came out.
#[derive(Clone, Debug)]
pub struct Verified {
    /// How many rows are sealed.
    pub sealed: i64,
    /// How many are not yet, which nothing is known of.
    pub unsealed: usize,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// How many links are read at once.
const PAGE: i64 = 1000;

/// Verifies the audit of an organisation.
///
/// # Errors
/// `Internal` when the database fails. A fault in the audit is no failure.
pub fn verify(c: &mut Read<'_>, heads: &[Head]) -> Result<Verified> {
    let mut chain = Chain::new(c.organisation(), heads);
    let mut after = 0;
    loop {
        let links = store::links_after(c, after, PAGE)?;
        let Some(last) = links.last() else { break };
        let rows = store::sealed_between(c, after, last.number)?;
        after = last.number;
        chain.check(&links, &rows);
    }
    let unsealed = store::unsealed(c, Instant::UNIX_EPOCH, 10_000)?.len();
    let (faults, sealed) = chain.end();
    Ok(Verified { sealed, unsealed, faults })
}
