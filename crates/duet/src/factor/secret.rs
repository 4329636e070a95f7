//! Sealing what the database must not show: under the keys of the installation, which are in the key store.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use kit::random::Random;
use kit::seal::Keys;
use kit::{Error, Message, Result};

use crate::audit::sign::Signer;

/// Where the key was kept before it was in the key store: a file of this name in the data folder.
const FILE: &str = "installation.key";
/// The first byte of whatever is sealed so: another way of sealing gets another.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// The installation's keys, the newest last. Never logged: `Debug` hides them.
#[derive(Clone)]
pub struct Secrets(Vec<[u8; 32]>);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(hidden)")
    }
}

impl Secrets {
    /// A key that is known already.
    #[must_use]
    pub fn from_bytes(key: [u8; 32]) -> Secrets {
        Secrets(vec![key])
    }

    /// The keys of an installation, from its key store: one is made there when there is none. A key that an older version
    /// kept in the data folder moves there, and its file goes.
    ///
    /// # Errors
    /// `Conflict` when the file holds no key; `Internal` when the key store fails, or the file cannot be read or removed.
    pub async fn of(keys: &Keys, folder: &Path) -> Result<Secrets> {
        let file = folder.join(FILE);
        let named = |cause: std::io::Error| Error::internal(format!("{}: {cause}", file.display()));
        let known = match std::fs::read(&file) {
            Ok(bytes) if bytes.len() == 32 => Some(bytes),
            Ok(_) => {
                let message = Message::new("key-file-broken").with("file", file.display().to_string());
                return Err(Error::conflict(message));
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => None,
            Err(cause) => return Err(named(cause)),
        };
        let moves = known.is_some();
        let all = keys.installation(known).await?;
        if moves {
            std::fs::remove_file(&file).map_err(named)?;
        }
        Ok(Secrets(all))
    }

    /// What signs the record's heads under these keys.
    #[must_use]
    pub fn signer(&self) -> Signer {
        Signer::of(&self.0)
    }

    /// Seals bytes; `of` names what they are and whose, and must be named again to open them.
    ///
    /// # Errors
    /// `Internal` when there is more than the cipher takes.
    pub fn seal(&self, random: &Random, of: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = random.bytes::<NONCE>();
        let payload = Payload { msg: plain, aad: of.as_bytes() };
        let newest = self.0.last().ok_or_else(|| Error::internal("no key of the installation"))?;
        let sealed = cipher(newest).encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("too much to seal"))?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed under one of these keys as `of`; none when it was not.
    #[must_use]
    pub fn open(&self, of: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let rest = sealed.strip_prefix(&[VERSION])?;
        let (nonce, rest) = rest.split_first_chunk::<NONCE>()?;
        let opened = |key| cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: of.as_bytes() }).ok();
        self.0.iter().rev().find_map(opened)
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_name_open_it() {
        let random = Random::seeded(1);
        let secrets = Secrets::from_bytes([7; 32]);
        let sealed = secrets.seal(&random, "code_app 1", b"words").unwrap();
        assert_eq!(secrets.open("code_app 1", &sealed).as_deref(), Some(&b"words"[..]));
        assert_eq!(secrets.open("code_app 2", &sealed), None);
        assert_eq!(Secrets::from_bytes([8; 32]).open("code_app 1", &sealed), None);
        assert!(!sealed.windows(5).any(|part| part == b"words"));
        assert_ne!(sealed, secrets.seal(&random, "code_app 1", b"words").unwrap(), "no two are the same");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(secrets.open("code_app 1", &changed), None, "byte {at}");
        }
        for short in 0..sealed.len() {
            assert_eq!(secrets.open("code_app 1", &sealed[..short]), None);
        }
        assert_eq!(format!("{secrets:?}"), "Secrets(hidden)");
    }
}
