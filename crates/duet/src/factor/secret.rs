//! Sealing what the database must not show: under one key of the installation, which is kept in a file of its own.

use std::io::Write as _;
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use kit::random::Random;
use kit::{Error, Message, Result};

/// The file's name in the data folder.
const FILE: &str = "installation.key";
/// The first byte of whatever is sealed so: another way of sealing gets another.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// The installation's key. Never logged: `Debug` hides it.
#[derive(Clone)]
pub struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(hidden)")
    }
}

impl Secrets {
    /// A key that is known already.
    #[must_use]
    pub fn from_bytes(key: [u8; 32]) -> Secrets {
        Secrets(key)
    }

    /// The key of a data folder, made when there is none: for nobody but who runs the program.
    ///
    /// # Errors
    /// `Conflict` when others may read the file, or it holds no key; `Internal` when it cannot be read or written.
    pub fn of_folder(folder: &Path, random: &Random) -> Result<Secrets> {
        let file = folder.join(FILE);
        let named = |cause: std::io::Error| Error::internal(format!("{}: {cause}", file.display()));
        if !file.try_exists().map_err(named)? {
            make(folder, &file, random).map_err(named)?;
        }
        let told = |key| Error::conflict(Message::new(key).with("file", file.display().to_string()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            if std::fs::metadata(&file).map_err(named)?.mode() & 0o077 != 0 {
                return Err(told("key-file-open"));
            }
        }
        let bytes = std::fs::read(&file).map_err(named)?;
        bytes.try_into().map(Secrets).map_err(|_| told("key-file-broken"))
    }

    /// Seals bytes; `of` names what they are and whose, and must be named again to open them.
    ///
    /// # Errors
    /// `Internal` when there is more than the cipher takes.
    pub fn seal(&self, random: &Random, of: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = random.bytes::<NONCE>();
        let payload = Payload { msg: plain, aad: of.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("too much to seal"))?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed under this key as `of`; none when it was not.
    #[must_use]
    pub fn open(&self, of: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let rest = sealed.strip_prefix(&[VERSION])?;
        let (nonce, rest) = rest.split_first_chunk::<NONCE>()?;
        self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: of.as_bytes() }).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.0))
    }
}

/// Writes a fresh key beside its place, whole, and then names it: nobody ever reads half of one. Whoever names theirs
/// first has made it.
fn make(folder: &Path, file: &Path, random: &Random) -> std::io::Result<()> {
    let beside = folder.join(format!("{FILE}.{}", kit::token::hex(&random.bytes::<8>())));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writing = options.open(&beside)?;
    writing.write_all(&random.bytes::<32>())?;
    writing.sync_all()?;
    let named = std::fs::hard_link(&beside, file);
    std::fs::remove_file(&beside)?;
    match named {
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
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

    #[test]
    fn a_folder_keeps_its_key_for_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let random = Random::System;
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let makers: Vec<_> =
                (0..16).map(|_| scope.spawn(|| Secrets::of_folder(folder.path(), &random).unwrap().0)).collect();
            makers.into_iter().map(|maker| maker.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]), "one key, whoever came first");
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(names, ["installation.key"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let file = folder.path().join(FILE);
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
            assert!(matches!(Secrets::of_folder(folder.path(), &random), Err(Error::Conflict(_))));
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
            std::fs::write(&file, b"short").unwrap();
            assert!(matches!(Secrets::of_folder(folder.path(), &random), Err(Error::Conflict(_))));
        }
    }
}
