//! PostgreSQL: a database per test, made from a template database.
//!
//! The template with the schema is named by a hash of the migrations and stays on the server. The one with the cast
//! is named by the test program too, since any of its code may change what the cast did. Names end in the second
//! they were made in; whoever makes a template sweeps away what earlier runs left behind.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use kit::token::hex;
use sha2::{Digest, Sha256};
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, NoTls};

use crate::database::{Filling, alone, fill, keys_beside, times};

/// The number of the advisory lock that whoever makes a template holds.
const LOCK: i64 = 0x6475_6574;
/// The role that tests work as: one that row-level security holds for, as in real use.
pub(crate) const ROLE: &str = "duet_test_app";
/// How old, in seconds, what other runs left behind must be to be swept away.
const STALE: u64 = 60 * 60;

/// A server on which databases may be made.
#[derive(Debug)]
pub(crate) struct Server {
    url: String,
}

impl Server {
    /// The one `TEST_DATABASE_URL` names, if it does.
    pub(crate) fn from_env() -> Option<&'static Server> {
        static SERVER: OnceLock<Option<Server>> = OnceLock::new();
        let url = || std::env::var("TEST_DATABASE_URL").ok().filter(|url| !url.is_empty());
        SERVER.get_or_init(|| url().map(|url| Server { url })).as_ref()
    }

    /// The address of one of its databases, as who owns them.
    pub(crate) fn owners_url_of(&self, database: &str) -> String {
        let (base, host, options) = self.parts();
        format!("{base}://{host}/{database}{options}")
    }

    /// The address of one of its databases, as the role that tests work as.
    pub(crate) fn url_of(&self, database: &str) -> String {
        let (base, host, options) = self.parts();
        let (user, host) = host.rsplit_once('@').unwrap_or(("", host));
        let password = user.split_once(':').map(|(_, password)| format!(":{password}")).unwrap_or_default();
        format!("{base}://{ROLE}{password}@{host}/{database}{options}")
    }

    fn parts(&self) -> (&str, &str, String) {
        let (base, rest) = self.url.split_once("://").unwrap_or(("postgres", &self.url));
        let (host, tail) = rest.split_once('/').unwrap_or((rest, ""));
        (base, host, tail.split_once('?').map(|(_, options)| format!("?{options}")).unwrap_or_default())
    }

    /// Makes the role, with the owner's own password, when it is missing.
    async fn make_role(&self, client: &Client) {
        let config: tokio_postgres::Config = self.url.parse().expect("TEST_DATABASE_URL is an address");
        let password = config.get_password().map(String::from_utf8_lossy).unwrap_or_default().into_owned();
        // Stories begin at the same moment: whoever comes second finds it there, and tries once more.
        for attempt in 1..=20 {
            let known =
                client.query("select 1 from pg_roles where rolname = $1", &[&ROLE]).await.expect("roles can be read");
            let verb = if known.is_empty() { "create" } else { "alter" };
            let made = format!("{verb} role {ROLE} login password '{}'", password.replace('\'', "''"));
            match client.batch_execute(&made).await {
                Ok(()) => return,
                Err(cause) if attempt == 20 => panic!("{verb} role {ROLE}: {cause}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(10 * attempt)).await,
            }
        }
    }

    /// A fresh copy of a template; its name.
    pub(crate) fn copy(&'static self, filling: Filling) -> String {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let template = self.template(filling);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("duet_test_{}_{number}_{}", std::process::id(), seconds());
        let copied = name.clone();
        alone(move || async move {
            copy(&self.client().await, &template, &copied).await;
        });
        name
    }

    /// A database with nothing in it, or what a dump makes of it; its name.
    pub(crate) fn bare(&'static self, dump: Option<String>) -> String {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("duet_test_{}_bare{number}_{}", std::process::id(), seconds());
        let made = name.clone();
        alone(move || async move {
            let client = self.client().await;
            run(&client, &format!("create database {made} template template0")).await;
            self.make_role(&client).await;
            if let Some(dump) = dump {
                let (inside, connection) =
                    tokio_postgres::connect(&self.owners_url_of(&made), NoTls).await.expect("the owner comes in");
                tokio::spawn(connection);
                inside.batch_execute(&dump).await.expect("a dump is read");
            }
        });
        name
    }

    /// How often these words stand in all rows of one of its databases, each written as text; in whatever case.
    pub(crate) async fn grep(&self, name: &str, words: &str) -> usize {
        let (client, connection) =
            tokio_postgres::connect(&self.owners_url_of(name), NoTls).await.expect("the owner comes in");
        tokio::spawn(connection);
        // Bytes as the letters they are, not as hexadecimal: `escape` writes what can be read as it reads.
        client.batch_execute("set bytea_output = 'escape'").await.expect("a setting");
        let tables = client.query("select tablename from pg_tables where schemaname = 'public'", &[]).await;
        let mut found = 0;
        for table in tables.expect("tables are listed").iter().map(|row| row.get::<_, String>(0)) {
            let rows = client.query(&format!("select t::text from {table} t"), &[]).await.expect("rows are read");
            found += rows.iter().map(|row| times(row.get::<_, String>(0).as_bytes(), words.as_bytes())).sum::<usize>();
        }
        found
    }

    /// Removes a database, as well as it goes.
    pub(crate) fn remove(&'static self, name: &str) {
        let statement = format!("drop database if exists {name} with (force)");
        alone(move || async move {
            let _ = self.client().await.batch_execute(&statement).await;
        });
    }

    /// The name of a template, made when it is not there.
    pub(crate) fn template(&'static self, filling: Filling) -> String {
        static SCHEMA: OnceLock<String> = OnceLock::new();
        static CAST: OnceLock<String> = OnceLock::new();
        static KEYS: OnceLock<String> = OnceLock::new();
        let once = match filling {
            Filling::Schema => &SCHEMA,
            Filling::Cast => &CAST,
            Filling::Keys => &KEYS,
        };
        once.get_or_init(|| alone(move || self.found_or_made(filling))).clone()
    }

    async fn found_or_made(&'static self, filling: Filling) -> String {
        let stem = stem(filling);
        let client = self.client().await;
        // Held until the connection closes, even when this panics: one maker at a time on the whole server.
        run(&client, &format!("select pg_advisory_lock({LOCK})")).await;
        let names = names(&client).await;
        // A cast whose keys somebody tidied away is of no use: another is made.
        let whole = |name: &&String| filling != Filling::Cast || keys_beside(&self.url_of(name)).exists();
        if let Some(made) = names.iter().filter(|name| name.starts_with(&stem)).find(whole) {
            return made.clone();
        }
        for old in names.iter().filter(|name| is_stale(name)) {
            let _ = client.batch_execute(&format!("drop database if exists {old} with (force)")).await;
        }
        // Renamed when it is whole: who finds it by its name finds all of it.
        let (making, made) = (format!("duet_making_{}", seconds()), format!("{stem}{}", seconds()));
        run(&client, &format!("drop database if exists {making} with (force)")).await;
        run(&client, &format!("create database {making} template template0")).await;
        self.make_role(&client).await;
        let owner = self.owners_url_of(&making);
        kit::db::migrate(&owner, filling.migrations(), ROLE).await.expect("the migrations run");
        let url = self.url_of(&making);
        let filled = tokio::task::spawn_blocking(move || fill(&url, filling)).await;
        if filled.is_err() {
            panic!("a template cannot be filled");
        }
        let keys = keys_beside(&self.url_of(&making));
        if keys.exists() {
            std::fs::rename(keys, keys_beside(&self.url_of(&made))).expect("a key store can be renamed");
        }
        run(&client, &format!("alter database {making} rename to {made}")).await;
        made
    }

    async fn client(&self) -> Client {
        match tokio_postgres::connect(&self.url, NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                client
            }
            Err(cause) => panic!("TEST_DATABASE_URL names no server: {cause}"),
        }
    }
}

async fn names(client: &Client) -> Vec<String> {
    let rows = client.query("select datname from pg_database where datname like 'duet\\_%'", &[]).await;
    rows.unwrap_or_default().iter().map(|row| row.get(0)).collect()
}

/// Copies a database. Somebody may be copying it at this moment: then again, a little later.
async fn copy(client: &Client, template: &str, name: &str) {
    for attempt in 1..=100 {
        let statement = format!("create database {name} template {template}");
        match client.batch_execute(&statement).await {
            Ok(()) => return,
            Err(cause) if cause.code() == Some(&SqlState::OBJECT_IN_USE) => {
                tokio::time::sleep(Duration::from_millis(10 * attempt)).await;
            }
            Err(cause) => panic!("{statement}: {cause}"),
        }
    }
    panic!("{template} is never free to be copied");
}

async fn run(client: &Client, statement: &str) {
    if let Err(cause) = client.batch_execute(statement).await {
        panic!("{statement}: {cause}");
    }
}

/// What a template's name begins with.
fn stem(filling: Filling) -> String {
    let mut hash = Sha256::new();
    for migration in filling.migrations() {
        hash.update(migration.file);
        hash.update(migration.text);
    }
    if filling == Filling::Cast {
        let program = std::env::current_exe().ok();
        let made = program.as_ref().and_then(|path| path.metadata().ok()?.modified().ok());
        hash.update(format!("{program:?} {made:?}"));
    }
    format!("duet_{}_{}_", format!("{filling:?}").to_lowercase(), &hex(&hash.finalize())[..16])
}

/// Whether a database is one of ours that no run can need any more. The schema's template is cheap and is kept.
fn is_stale(name: &str) -> bool {
    let made = name.rsplit('_').next().and_then(|last| last.parse::<u64>().ok());
    !name.starts_with("duet_schema_") && made.is_some_and(|made| made + STALE < seconds())
}

fn seconds() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_of_a_server_has_an_address_of_its_own() {
        let server = |url: &str| Server { url: url.to_owned() };
        assert_eq!(server("postgres://duet@host:5/postgres").owners_url_of("a"), "postgres://duet@host:5/a");
        assert_eq!(server("postgres://duet@host:5").owners_url_of("a"), "postgres://duet@host:5/a");
        assert_eq!(server("postgres://host/x?sslmode=disable").owners_url_of("a"), "postgres://host/a?sslmode=disable");
        assert_eq!(server("postgres://duet:pw@host:5/x").url_of("a"), "postgres://duet_test_app:pw@host:5/a");
    }

    #[test]
    fn only_what_nobody_can_need_is_swept_away() {
        assert!(is_stale("duet_test_1_2_1000") && is_stale("duet_cast_ab_1000") && is_stale("duet_making_1000"));
        assert!(!is_stale("duet_schema_ab_1000") && !is_stale("duet_production"));
        assert!(!is_stale(&format!("duet_test_1_2_{}", seconds())));
    }
}
