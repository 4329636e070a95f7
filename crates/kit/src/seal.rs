//! Sealed words: private text that the database keeps, and only a key from the key store opens.
//!
//! Whoever the words are about **holds** their keys. `tx.seal(holder, place, &words)` gives a [`Sealed`] to bind in a
//! statement; `c.open(holder, place, &sealed)` gives the words back. A [`Place`] says where they stand: sealed words
//! that were moved to another row, column or organisation do not open there. The keys are in [`Keys`], a database of
//! its own, so that a copy of this one holds no private word, and destroying a key is forgetting what it sealed.

mod copy;
mod envelope;
mod keys;

use std::fmt;
use std::marker::PhantomData;

use zeroize::Zeroizing;

pub use envelope::{Key, KeyId};
pub use keys::{CACHED_FOR, Keys, MIGRATIONS, statements};

use crate::db::{Bind, Cell, Kind, Mismatch, Take, Value};
use crate::id::{OrganisationId, Uuid};

/// Whose key seals: the id of whoever the words are about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Holder(pub Uuid);

/// Where sealed words stand. They open nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
}

impl Place {
    /// What is authenticated with the words, and not kept: organisation, table, column and row.
    fn bound(self, organisation: OrganisationId) -> Vec<u8> {
        let mut out = Vec::with_capacity(96);
        out.extend_from_slice(organisation.0.as_bytes());
        for name in [self.table, self.column] {
            out.extend_from_slice(&(name.len() as u64).to_be_bytes());
            out.extend_from_slice(name.as_bytes());
        }
        out.extend_from_slice(self.row.as_bytes());
        out
    }
}

/// What can be sealed: it becomes bytes, and bytes become it.
pub trait Seal: Sized {
    /// The bytes to seal.
    fn to_bytes(&self) -> Zeroizing<Vec<u8>>;
    /// What opened bytes stand for; nothing when they are not its own.
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

/// Private words in the clear. Nothing shows them by accident: `Debug` hides them, and there is no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Private(Zeroizing<String>);

impl Private {
    /// Words that somebody wrote for few to read.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Private {
        Private(Zeroizing::new(words.into()))
    }

    /// The words, for the page of who may read them.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(hidden)")
    }
}

impl Seal for Private {
    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.as_bytes().to_vec())
    }
    fn from_bytes(bytes: &[u8]) -> Option<Private> {
        std::str::from_utf8(bytes).ok().map(Private::new)
    }
}

/// A `T` as the database keeps it: unreadable, and opened only through a handle with the place it came from.
pub struct Sealed<T = Private> {
    envelope: Vec<u8>,
    what: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    pub(crate) fn new(envelope: Vec<u8>) -> Sealed<T> {
        Sealed { envelope, what: PhantomData }
    }

    pub(crate) fn envelope(&self) -> &[u8] {
        &self.envelope
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Sealed<T> {
        Sealed::new(self.envelope.clone())
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

impl<T> Bind for Sealed<T> {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self.envelope.as_slice().into())
    }
}

impl<T> Take for Sealed<T> {
    const KIND: Kind = Kind::Bytes;
    fn take(cell: Cell<'_>) -> Result<Self, Mismatch> {
        Vec::<u8>::take(cell).map(Sealed::new)
    }
}

/// What came of opening sealed words. A lost key is an answer, not a failure: everything else goes on working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened<T = Private> {
    /// The words.
    Words(T),
    /// The key store does not have their key: nobody can read them any more.
    KeyLost,
    /// They are not as they were sealed, or not where: changed by something other than this program.
    Altered,
}

impl<T> Opened<T> {
    /// The words, if they could be opened.
    #[must_use]
    pub fn words(&self) -> Option<&T> {
        match self {
            Opened::Words(words) => Some(words),
            Opened::KeyLost | Opened::Altered => None,
        }
    }
}
