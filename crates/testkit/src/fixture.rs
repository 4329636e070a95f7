//! Databases of past releases, kept in `fixtures/`: each later version must bring them up to date. `cargo xtask fixture`
//! makes one of the version at hand.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Database, TestDuet};

/// The most bytes a file of a fixture may have: they stay in the repository for good.
pub const MOST_BYTES: usize = 200 * 1024;

/// A database of a release, with its key store.
#[derive(Clone)]
pub struct Fixture {
    /// The release: `v0.1`.
    pub name: String,
    pub(crate) database: Vec<u8>,
    pub(crate) keys: Vec<u8>,
}

impl std::fmt::Debug for Fixture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fixture({}, {} bytes)", self.name, self.database.len())
    }
}

impl Fixture {
    /// Those kept for the engine that tests run on, oldest first. None, before the first release.
    ///
    /// # Panics
    /// When one cannot be read.
    #[must_use]
    pub fn all() -> Vec<Fixture> {
        let kind = if crate::server::Server::from_env().is_some() { "postgres.sql" } else { "sqlite" };
        let entries = std::fs::read_dir(folder()).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> =
            names.filter_map(|name| Some(name.strip_suffix(&format!(".{kind}.br"))?.to_owned())).collect();
        names.sort();
        let read = |file: String| unpacked(&std::fs::read(folder().join(&file)).unwrap_or_else(|_| panic!("{file}")));
        let one = |name: String| Fixture {
            database: read(format!("{name}.{kind}.br")),
            keys: read(format!("{name}.{kind}.keys.br")),
            name,
        };
        names.into_iter().map(one).collect()
    }

    /// One of a Duet as it is now. On a server it takes `pg_dump`, which `PG_DUMP` names if it is not on the `PATH`.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn of(name: &str, duet: &TestDuet) -> Fixture {
        let database = match duet.database().owners_url() {
            Some(url) => dumped(&url),
            None => copied(Path::new(duet.database().url())),
        };
        Fixture { name: name.to_owned(), database, keys: copied(Path::new(&duet.database().keys_url())) }
    }

    /// Keeps it in `fixtures/`; tells the files and their sizes.
    ///
    /// # Panics
    /// When it cannot be written, or is too large to keep.
    #[must_use]
    pub fn keep(&self) -> Vec<(PathBuf, usize)> {
        std::fs::create_dir_all(folder()).expect("a folder");
        let kind = if self.database.starts_with(b"SQLite format 3") { "sqlite" } else { "postgres.sql" };
        let write = |kind: &str, bytes: &[u8]| {
            let (path, packed) = (folder().join(format!("{}.{kind}.br", self.name)), packed(bytes));
            assert!(
                packed.len() <= MOST_BYTES,
                "{} has {} bytes; it may have {MOST_BYTES}",
                path.display(),
                packed.len()
            );
            std::fs::write(&path, &packed).expect("a file can be written");
            (path, packed.len())
        };
        vec![write(kind, &self.database), write(&format!("{kind}.keys"), &self.keys)]
    }

    /// A database as this release left it, not brought up to date yet.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn restored(&self) -> Database {
        Database::restored(self)
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

/// A whole copy of a SQLite file, without free pages.
fn copied(file: &Path) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.sqlite");
    let open = rusqlite::Connection::open(file).expect("the file opens");
    open.execute("vacuum into ?1", [copy.to_string_lossy()]).expect("it can be copied");
    std::fs::read(copy).expect("the copy is there")
}

fn dumped(url: &str) -> Vec<u8> {
    let program = std::env::var("PG_DUMP").unwrap_or_else(|_| "pg_dump".to_owned());
    let done = Command::new(program).args(["--inserts", "--no-owner", "--no-privileges", "--dbname", url]).output();
    let done = done.expect("pg_dump is there; PG_DUMP names it");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    // What only psql knows.
    let text = String::from_utf8(done.stdout).expect("text");
    text.lines().filter(|line| !line.starts_with('\\')).flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 4096, 11, 24).write_all(bytes).expect("writing to memory does not fail");
    out
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    brotli::Decompressor::new(bytes, 4096).read_to_end(&mut out).expect("a whole file");
    out
}
