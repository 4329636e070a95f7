//! The envelope: version, key id, nonce, and the words under XChaCha20-Poly1305.
//!
//! An AEAD with a nonce of 24 random bytes: no counter to keep, on any number of nodes, and two never meet.

use std::fmt;

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use zeroize::Zeroizing;

use super::{Opened, Place, Seal, Sealed};
use crate::error::{Error, Result};
use crate::id::{OrganisationId, Uuid};
use crate::random::Random;

crate::id! {
    /// A key's.
    pub KeyId;
}

/// The only version there is.
const VERSION: u8 = 1;
const NONCE: usize = 24;
const HEAD: usize = 1 + 16 + NONCE;

/// 32 bytes that seal and open. Wiped from memory when it is dropped; `Debug` hides it.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A fresh key.
    #[must_use]
    pub fn fresh(random: &Random) -> Key {
        Key(Zeroizing::new(random.bytes()))
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Key> {
        let bytes = bytes.try_into().map_err(|_| Error::internal("a key is not of 32 bytes"))?;
        Ok(Key(Zeroizing::new(bytes)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

/// Seals under a key, for this place of this organisation only.
///
/// # Errors
/// `Internal` when the cipher refuses, which it does for nothing that fits into memory.
pub(super) fn seal<T: Seal>(
    (id, key): (KeyId, &Key),
    organisation: OrganisationId,
    place: Place,
    what: &T,
    random: &Random,
) -> Result<Sealed<T>> {
    let nonce = random.bytes::<NONCE>();
    let (words, bound) = (what.to_bytes(), place.bound(organisation));
    let sealed = key.cipher().encrypt((&nonce).into(), Payload { msg: &words, aad: &bound });
    let sealed = sealed.map_err(|_| Error::internal("words could not be sealed"))?;
    let mut out = Vec::with_capacity(HEAD + sealed.len());
    out.push(VERSION);
    out.extend_from_slice(id.0.as_bytes());
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    Ok(Sealed::new(out))
}

/// Which key an envelope names; none when it is not of a version known here.
pub(super) fn key_of(envelope: &[u8]) -> Option<KeyId> {
    let (version, rest) = envelope.split_first()?;
    let id = rest.get(..16).and_then(|id| Uuid::from_slice(id).ok())?;
    (*version == VERSION && envelope.len() > HEAD).then_some(KeyId(id))
}

/// Opens an envelope with the key it names.
pub(super) fn open<T: Seal>(key: &Key, organisation: OrganisationId, place: Place, envelope: &[u8]) -> Opened<T> {
    let bound = place.bound(organisation);
    let opened = envelope.get(17..HEAD).zip(envelope.get(HEAD..)).and_then(|(nonce, sealed)| {
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        key.cipher().decrypt((&nonce).into(), Payload { msg: sealed, aad: &bound }).ok()
    });
    let words = opened.map(Zeroizing::new).and_then(|bytes| T::from_bytes(&bytes));
    words.map_or(Opened::Altered, Opened::Words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Private;

    fn organisation(number: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(number))
    }

    fn place() -> Place {
        Place { table: "diary", column: "words", row: Uuid::from_u128(7) }
    }

    fn sealed() -> (Key, Sealed) {
        let random = Random::seeded(1);
        let (key, words) = (Key::fresh(&random), Private::new("a heron on the roof"));
        let id = KeyId(Uuid::from_u128(9));
        let sealed = seal((id, &key), organisation(1), place(), &words, &random).unwrap();
        assert_eq!(key_of(sealed.envelope()), Some(id));
        (key, sealed)
    }

    #[test]
    fn what_is_sealed_opens_in_its_own_place_only() {
        let (key, sealed) = sealed();
        let open = |key: &Key, organisation, place| open::<Private>(key, organisation, place, sealed.envelope());
        assert_eq!(open(&key, organisation(1), place()).words().map(Private::reveal), Some("a heron on the roof"));
        for elsewhere in [
            Place { table: "other", ..place() },
            Place { column: "other", ..place() },
            Place { row: Uuid::from_u128(8), ..place() },
            // The same letters, parted elsewhere.
            Place { table: "diarywor", column: "ds", ..place() },
        ] {
            assert_eq!(open(&key, organisation(1), elsewhere), Opened::Altered);
        }
        assert_eq!(open(&key, organisation(2), place()), Opened::Altered);
        assert_eq!(open(&Key::fresh(&Random::seeded(2)), organisation(1), place()), Opened::Altered);
    }

    #[test]
    fn every_changed_byte_is_found_out() {
        let (key, sealed) = sealed();
        for at in 17..sealed.envelope().len() {
            let mut envelope = sealed.envelope().to_vec();
            envelope[at] ^= 1;
            assert_eq!(open::<Private>(&key, organisation(1), place(), &envelope), Opened::Altered, "byte {at}");
        }
        for short in 0..sealed.envelope().len() {
            let cut = &sealed.envelope()[..short];
            assert_eq!(open::<Private>(&key, organisation(1), place(), cut), Opened::Altered);
        }
        assert_eq!(key_of(&[2; 80]), None, "a version nobody knows");
    }

    #[test]
    fn nothing_shows_the_words() {
        let (key, sealed) = sealed();
        let shown = format!("{key:?} {sealed:?} {:?}", Private::new("a heron"));
        assert_eq!(shown, "Key(hidden) Sealed Private(hidden)");
        assert!(!sealed.envelope().windows(5).any(|bytes| bytes == b"heron"));
    }

    #[test]
    fn the_same_words_are_never_sealed_alike() {
        let random = Random::seeded(3);
        let (key, id) = (Key::fresh(&random), KeyId(Uuid::nil()));
        let seal = || seal((id, &key), organisation(1), place(), &Private::new("same"), &random).unwrap();
        assert_ne!(seal().envelope(), seal().envelope());
    }
}
