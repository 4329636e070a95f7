//! Temporary databases: each test gets its own, copied from a template that was made once.

use std::path::PathBuf;
use std::sync::OnceLock;

use kit::clock::Clock;
use kit::db::Store;
use kit::random::Random;
use tempfile::TempDir;
use tokio_postgres::NoTls;

use crate::server::Server;
use crate::test_duet::now;

/// A database that goes away when it is dropped.
#[derive(Debug)]
pub struct Database {
    url: String,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// A file in a folder that is removed with it.
    File(#[expect(dead_code, reason = "held so that the folder stays until then")] TempDir),
    /// A database of this name on a server.
    Server(&'static Server, String),
}

/// What a database holds at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filling {
    /// The schema, and no row.
    Schema,
    /// The demo's cast, as it is at [`crate::NOW`].
    Cast,
}

impl Database {
    /// A fresh database with the schema and nothing in it.
    ///
    /// # Panics
    /// When it cannot be made: no test goes on without it.
    #[must_use]
    pub fn empty() -> Database {
        Database::with(Filling::Schema)
    }

    /// A fresh database with the demo's cast in it.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn demo() -> Database {
        Database::with(Filling::Cast)
    }

    /// Where it is, as `Store::open` and `--database-url` take it; a plain path for SQLite.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where it is for who owns it, on a server; none for a file.
    #[must_use]
    pub fn owners_url(&self) -> Option<String> {
        match &self.place {
            Place::Server(server, name) => Some(server.owners_url_of(name)),
            Place::File(_) => None,
        }
    }

    /// Opens it by this clock.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open(&self, clock: Clock) -> Store {
        // Another seed than the template's, or ids would come twice.
        Store::open(&self.url, duet::schema::MIGRATIONS, clock, Random::seeded(2)).await.expect("a database opens")
    }

    /// Runs a statement behind Duet's back, as somebody who owns the database: no trigger and no key is in the way.
    ///
    /// # Panics
    /// When it cannot be run.
    pub async fn tamper(&self, statement: &str) {
        match self.owners_url() {
            Some(owner) => {
                let (client, connection) = tokio_postgres::connect(&owner, NoTls).await.expect("the server answers");
                tokio::spawn(connection);
                let all = format!("set session_replication_role = replica; {statement}");
                client.batch_execute(&all).await.expect("a statement runs");
            }
            None => {
                let file = rusqlite::Connection::open(&self.url).expect("the file opens");
                let triggers = "audit_never_changes audit_never_goes audit_link_never_changes audit_link_never_goes";
                let lifted =
                    triggers.split(' ').map(|name| format!("drop trigger if exists {name};")).collect::<String>();
                file.execute_batch(&format!("pragma foreign_keys = off; {lifted} {statement}"))
                    .expect("a statement runs");
            }
        }
    }

    fn with(filling: Filling) -> Database {
        if let Some(server) = Server::from_env() {
            let name = server.copy(filling);
            return Database { url: server.url_of(&name), place: Place::Server(server, name) };
        }
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let file = folder.path().join("duet.sqlite");
        std::fs::copy(template(filling), &file).expect("a database file can be copied");
        Database { url: file.to_string_lossy().into_owned(), place: Place::File(folder) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server(server, name) = &self.place {
            server.remove(name);
        }
    }
}

/// The file to copy: made once per test program.
fn template(filling: Filling) -> PathBuf {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    static SCHEMA: OnceLock<PathBuf> = OnceLock::new();
    static CAST: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| tempfile::tempdir().expect("a temporary folder can be made")).path();
    let (once, name) = match filling {
        Filling::Schema => (&SCHEMA, "schema.sqlite"),
        Filling::Cast => (&CAST, "cast.sqlite"),
    };
    once.get_or_init(|| {
        let file = folder.join(name);
        fill(&file.to_string_lossy(), filling);
        file
    })
    .clone()
}

/// Migrates the database at `url` and fills it, on a thread and runtime of its own: when this returns, every
/// connection to it is closed, so that SQLite's file is whole and PostgreSQL lets itself be copied.
pub(crate) fn fill(url: &str, filling: Filling) {
    let url = url.to_owned();
    alone(move || async move {
        let clock = Clock::set_to(now(), "Europe/London");
        let store = Store::open(&url, duet::schema::MIGRATIONS, clock, Random::seeded(1)).await;
        let store = store.expect("the migrations run");
        if filling == Filling::Cast {
            duet::demo::load::load(&store).await.expect("the cast can be loaded");
        }
    });
}

/// Runs `work` to its end on a thread and runtime of its own.
pub(crate) fn alone<T, F>(work: impl FnOnce() -> F + Send + 'static) -> T
where
    T: Send + 'static,
    F: Future<Output = T>,
{
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        runtime.block_on(work())
    };
    std::thread::spawn(run).join().expect("the work does not panic")
}
