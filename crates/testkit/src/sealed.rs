//! What stands sealed in a database, opened: for tests that ask whether it is there at all.

use duet::organisation::OrganisationId;
use kit::db::{Cell, Store, Take as _};
use kit::seal::{Holder, Place, Seal, Sealed};
use kit::token::unhex;
use zeroize::Zeroizing;

use crate::Row;

/// Whatever was sealed, as bytes.
struct Anything(Zeroizing<Vec<u8>>);

impl Seal for Anything {
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        self.0.clone()
    }
    fn from_bytes(bytes: &[u8]) -> Option<Anything> {
        Some(Anything(Zeroizing::new(bytes.to_vec())))
    }
}

/// What stands sealed in a column of these rows: as letters, of those of one organisation that somebody's key opens there.
pub(crate) async fn opened(
    store: &Store,
    organisation: OrganisationId,
    rows: &[Row],
    (table, column): (&'static str, &'static str),
) -> Vec<String> {
    let holders = store.keys().expect("a key store").holders().await.expect("keys are listed");
    let holders: Vec<Holder> =
        holders.into_iter().filter(|(of, _)| *of == organisation).map(|(_, holder)| holder).collect();
    let mut found = Vec::new();
    for (row, sealed) in rows.iter().filter_map(|row| Some((row, row.get(column)?))) {
        let bytes = sealed.strip_prefix("\\x").and_then(unhex).expect("bytes");
        let sealed = Sealed::<Anything>::take(Cell::Bytes(&bytes)).expect("bytes can be sealed words");
        let place = Place { table, column, row: row["id"].parse().expect("an id") };
        let holders = holders.clone();
        let words = store.read(organisation, move |c| {
            for holder in &holders {
                if let Some(words) = c.open(*holder, place, &sealed)?.words() {
                    return Ok(Some(String::from_utf8_lossy(&words.0).into_owned()));
                }
            }
            Ok(None)
        });
        found.extend(words.await.expect("a key store"));
    }
    found
}
