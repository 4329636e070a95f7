//! Sealing the audit: rows that were kept become links of the chain, soon after, and never in the transaction that noted
//! them, which would make every act wait for every other.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use kit::Result;
use kit::clock::{Instant, days_later};
use kit::db::{Store, Tx};
use kit::id::OrganisationId;
use kit::token::hex;

use super::chain::{Head, links};
use super::sign::Signer;
use super::store;
use crate::organisation;

/// How many rows are sealed in one transaction.
const BATCH: i64 = 500;
/// How often rows are sealed.
const EACH: Duration = Duration::from_secs(1);
/// After how many times every organisation is looked at.
const SWEEP: u32 = 3600;
/// After how many times heads are kept outside.
const KEEP: u32 = 10;

/// Seals all rows of an organisation, noted since a moment, that no link seals; gives the newest link, when there are new
/// ones.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn seal(store: &Store, organisation: OrganisationId, since: Instant) -> Result<Option<Head>> {
    let mut head = None;
    // Looked for first: looking takes no turn from those who write.
    while !store.read(organisation, move |c| store::unsealed(c, since, 1)).await?.is_empty() {
        head = store.write(organisation, move |tx| seal_some(tx, since)).await?;
    }
    Ok(head)
}

/// Up to a batch, in one transaction. Two nodes that seal at once get in each other's way, and one is tried again.
fn seal_some(tx: &mut Tx<'_>, since: Instant) -> Result<Option<Head>> {
    let organisation = tx.organisation();
    let rows = store::unsealed(tx, since, BATCH)?;
    let new = links(store::newest_link(tx)?.as_ref(), organisation, &rows);
    for link in &new {
        store::keep_link(tx, link)?;
    }
    Ok(new.last().map(|link| Head { organisation, number: link.number, hash: hex(&link.hash) }))
}

/// Seals what this process writes, each second, until `stopped`; and each hour every organisation, for what another node
/// left when it died. The newest heads, signed, go into the file, one line each, and into the log: outside the database.
pub async fn work(store: Store, signer: Signer, file: Option<PathBuf>, stopped: impl Future<Output = ()>) {
    tokio::pin!(stopped);
    let mut heads = BTreeMap::new();
    for round in 0_u32.. {
        let (whose, since) = match round % SWEEP {
            0 => (all(&store).await, Instant::UNIX_EPOCH),
            _ => (store.take_written(), days_later(store.clock().now(), -1)),
        };
        for organisation in whose {
            match seal(&store, organisation, since).await {
                Ok(Some(head)) => _ = heads.insert(organisation, head),
                Ok(None) => {}
                Err(cause) => tracing::warn!(%organisation, %cause, "the audit was not sealed; it is tried again"),
            }
        }
        if round % KEEP == 0 {
            keep(&signer, file.as_deref(), &mut heads);
        }
        tokio::select! {
            () = &mut stopped => return keep(&signer, file.as_deref(), &mut heads),
            () = tokio::time::sleep(EACH) => {}
        }
    }
}

async fn all(store: &Store) -> BTreeSet<OrganisationId> {
    let known = store.read_outside(organisation::store::all).await;
    known.unwrap_or_default().into_iter().map(|organisation| organisation.id).collect()
}

/// Writes heads down outside the database. One that cannot be written to the file is in the log.
///
/// In the log it is a line like that of a request: there are no more of them than of what was done.
fn keep(signer: &Signer, file: Option<&Path>, heads: &mut BTreeMap<OrganisationId, Head>) {
    for head in std::mem::take(heads).into_values().map(|head| signer.sign(head)) {
        if let Some(file) = file {
            let opened = std::fs::OpenOptions::new().create(true).append(true).open(file);
            if let Err(cause) = opened.and_then(|mut file| writeln!(file, "{head}")) {
                tracing::warn!(file = %file.display(), %cause, "the audit’s head was not written");
            }
        }
        tracing::info!(%head, "the audit is sealed");
    }
}
