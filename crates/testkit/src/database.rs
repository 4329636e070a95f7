//! Temporary databases: each test gets its own, copied from a template that was made once.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use kit::clock::Clock;
use kit::db::{Migration, Store};
use kit::random::Random;
use kit::seal::Keys;
use tempfile::TempDir;
use tokio_postgres::NoTls;

use crate::fixture::Fixture;
use crate::rows::{self, Rows};
use crate::server::Server;
use crate::test_duet::now;

/// A database that goes away when it is dropped.
#[derive(Debug)]
pub struct Database {
    url: String,
    place: Place,
    keys: TempDir,
    /// The next seed: the template's was 1, and ids must not come twice.
    seed: AtomicU64,
}

#[derive(Debug)]
enum Place {
    /// A file in a folder that is removed with it.
    File(TempDir),
    /// A database of this name on a server.
    Server(&'static Server, String),
}

/// What a database holds at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filling {
    /// The schema, and no row.
    Schema,
    /// A key store's schema, and no row.
    Keys,
    /// The demo's cast, as it is at [`crate::NOW`].
    Cast,
}

impl Filling {
    pub(crate) fn migrations(self) -> &'static [Migration] {
        if self == Filling::Keys { kit::seal::MIGRATIONS } else { duet::schema::MIGRATIONS }
    }
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

    /// A fresh key store that is a database like any other: on a server, when one is named.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn keys() -> Database {
        Database::with(Filling::Keys)
    }

    /// Opens a key store made by [`Database::keys`].
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn open_keys(&self, clock: Clock) -> Keys {
        Keys::open(&self.url, clock, Random::seeded(3)).await.expect("a key store opens")
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
        let seed = self.seed.fetch_add(2, Ordering::Relaxed);
        let store = Store::open(&self.url, duet::schema::MIGRATIONS, clock.clone(), Random::seeded(seed)).await;
        let keys = Keys::open(&self.keys_url(), clock, Random::seeded(seed + 1)).await;
        store.expect("a database opens").with_keys(keys.expect("a key store opens"))
    }

    /// Where its key store is: a file of its own, on either engine.
    #[must_use]
    pub fn keys_url(&self) -> String {
        self.keys.path().join("keys.sqlite").to_string_lossy().into_owned()
    }

    /// The same database beside an empty key store.
    #[must_use]
    pub(crate) fn without_its_keys(mut self) -> Database {
        self.keys = folder();
        self
    }

    /// A mark of all it holds, table by table: another as soon as any row is. Less to read than [`Database::rows`].
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn mark(&self) -> String {
        match self.owners_url() {
            Some(owner) => rows::mark_of_server(&owner).await,
            None => rows::mark_of_file(self.url.as_ref()),
        }
    }

    /// How often these words stand in it, in whatever case.
    pub(crate) async fn grep(&self, words: &str) -> usize {
        match &self.place {
            Place::File(folder) => {
                let files = std::fs::read_dir(folder.path()).expect("the folder can be read");
                let read = files.map(|file| std::fs::read(file.expect("an entry").path()).expect("a readable file"));
                read.map(|bytes| times(&bytes, words.as_bytes())).sum()
            }
            Place::Server(server, name) => server.grep(name, words).await,
        }
    }

    /// All it holds, table by table.
    ///
    /// # Panics
    /// When it cannot be read.
    pub async fn rows(&self) -> Rows {
        match &self.place {
            Place::File(_) => rows::of_file(self.url.as_ref()),
            Place::Server(server, name) => rows::of_server(&server.owners_url_of(name)).await,
        }
    }

    /// What a query gives to whoever owns the database: one column, as text (`cast(id as text)`).
    ///
    /// # Panics
    /// When it cannot be run.
    pub async fn asked(&self, query: &str) -> Vec<String> {
        match &self.place {
            Place::File(_) => rows::asked_of_file(self.url.as_ref(), query),
            Place::Server(server, name) => rows::asked_of_server(&server.owners_url_of(name), query).await,
        }
    }

    /// What is broken in a SQLite file: pages, indexes, rows that point nowhere. A server sees to its own.
    ///
    /// # Panics
    /// When it cannot be read.
    #[must_use]
    pub fn broken(&self) -> Vec<String> {
        if self.owners_url().is_some() {
            return Vec::new();
        }
        let mut found = rows::asked_of_file(self.url.as_ref(), "pragma integrity_check");
        found.retain(|said| said != "ok");
        found.extend(rows::asked_of_file(self.url.as_ref(), "pragma foreign_key_check"));
        found
    }

    /// A database with an older schema, and no row.
    ///
    /// # Panics
    /// When it cannot be made.
    pub async fn at(migrations: &'static [Migration]) -> Database {
        let Some(server) = Server::from_env() else {
            let database = Database::of_file(|_| ());
            let opened = Store::open(&database.url, migrations, Clock::system("Europe/London"), Random::System).await;
            opened.expect("the migrations run");
            return database;
        };
        let database = Database::of_server(server, server.bare(None));
        let owner = database.owners_url().expect("on a server");
        kit::db::migrate(&owner, migrations, crate::server::ROLE).await.expect("the migrations run");
        database
    }

    /// One that a fixture holds, with its key store.
    pub(crate) fn restored(fixture: &Fixture) -> Database {
        let database = match Server::from_env() {
            None => Database::of_file(|file| std::fs::write(file, &fixture.database).expect("a file can be written")),
            Some(server) => {
                let dump = String::from_utf8(fixture.database.clone()).expect("a dump is text");
                Database::of_server(server, server.bare(Some(dump)))
            }
        };
        std::fs::write(database.keys_url(), &fixture.keys).expect("a file can be written");
        database
    }

    /// What its schema is made of, in words of its engine's own: tables, columns, constraints, indexes, triggers,
    /// policies, and which migrations have run.
    pub async fn described(&self) -> Vec<String> {
        let history = "select cast(version as text) || ' ' || name || ' ' || checksum from refinery_schema_history";
        let own: &[&str] = if self.owners_url().is_some() {
            &[
                "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' ||
                        coalesce(column_default, '') from information_schema.columns where table_schema = 'public'",
                "select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                 from pg_constraint where connamespace = 'public'::regnamespace",
                "select indexdef from pg_indexes where schemaname = 'public'",
                "select tgrelid::regclass::text || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal",
                "select tablename || ' ' || policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '') from pg_policies",
                "select relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class
                 where relkind = 'r' and relnamespace = 'public'::regnamespace",
            ]
        } else {
            &["select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema"]
        };
        let mut found = self.asked(history).await;
        for query in own {
            found.extend(self.asked(query).await);
        }
        found.sort();
        found
    }

    /// Runs a statement as whoever owns the database: for what no version of the program does.
    ///
    /// # Panics
    /// When it cannot be run.
    pub async fn done(&self, statement: &str) {
        match &self.place {
            Place::File(_) => rows::done_in_file(self.url.as_ref(), statement),
            Place::Server(server, name) => rows::done_on_server(&server.owners_url_of(name), statement).await,
        }
    }

    /// The same on its key store.
    ///
    /// # Panics
    /// When it cannot be run.
    pub fn done_to_keys(&self, statement: &str) {
        rows::done_in_file(self.keys_url().as_ref(), statement);
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

    fn of_file(fill: impl FnOnce(&Path)) -> Database {
        let folder = folder();
        let file = folder.path().join("duet.sqlite");
        fill(&file);
        let url = file.to_string_lossy().into_owned();
        Database { url, place: Place::File(folder), keys: self::folder(), seed: 2.into() }
    }

    fn of_server(server: &'static Server, name: String) -> Database {
        Database { url: server.url_of(&name), place: Place::Server(server, name), keys: folder(), seed: 2.into() }
    }

    fn with(filling: Filling) -> Database {
        if let Some(server) = Server::from_env() {
            let database = Database::of_server(server, server.copy(filling));
            return database.with_keys_of(&server.url_of(&server.template(filling)));
        }
        let database = Database::of_file(|file| {
            std::fs::copy(template(filling), file).expect("a database file can be copied");
        });
        database.with_keys_of(&template(filling).to_string_lossy())
    }

    /// With a copy of the keys that a template's private words were sealed with, if it has any.
    fn with_keys_of(self, template: &str) -> Database {
        let keys = keys_beside(template);
        if keys.exists() {
            std::fs::copy(keys, self.keys_url()).expect("a key store can be copied");
        }
        self
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Place::Server(server, name) = &self.place {
            server.remove(name);
        }
    }
}

/// How often one run of bytes stands in another, capitals or not.
pub(crate) fn times(bytes: &[u8], sought: &[u8]) -> usize {
    let (bytes, sought) = (bytes.to_ascii_lowercase(), sought.to_ascii_lowercase());
    bytes.windows(sought.len()).filter(|window| *window == sought).count()
}

/// The file to copy: made once per test program.
fn template(filling: Filling) -> PathBuf {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    static SCHEMA: OnceLock<PathBuf> = OnceLock::new();
    static CAST: OnceLock<PathBuf> = OnceLock::new();
    static KEYS: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| tempfile::tempdir().expect("a temporary folder can be made")).path();
    let (once, name) = match filling {
        Filling::Schema => (&SCHEMA, "schema.sqlite"),
        Filling::Cast => (&CAST, "cast.sqlite"),
        Filling::Keys => (&KEYS, "keys.sqlite"),
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
        let store = Store::open(&url, filling.migrations(), clock, Random::seeded(1)).await;
        let store = store.expect("the migrations run");
        if filling == Filling::Cast {
            let clock = Clock::set_to(now(), "Europe/London");
            let keys = Keys::open(&keys_beside(&url).to_string_lossy(), clock, Random::seeded(1_000)).await;
            let store = store.with_keys(keys.expect("a key store opens"));
            duet::demo::load::load(&store).await.expect("the cast can be loaded");
        }
    });
}

/// Where the keys of a template's private words are: beside its file, or, for a server's, by its name in the folder for
/// what is temporary, since other runs of the same tests copy it too.
pub(crate) fn keys_beside(url: &str) -> PathBuf {
    match url.strip_prefix("postgres") {
        Some(rest) => {
            let name = rest.rsplit('/').next().unwrap_or_default().split('?').next().unwrap_or_default();
            std::env::temp_dir().join(format!("{name}-keys.sqlite"))
        }
        None => Path::new(url).with_extension("keys"),
    }
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
