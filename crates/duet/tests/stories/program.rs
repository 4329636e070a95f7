//! The real program, as a process of its own over a database of its own.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use testkit::Database;

use crate::wire::{Said, Wire};

/// The program at work. Dropping it kills it.
pub(crate) struct Program {
    child: Child,
    pub(crate) port: u16,
    /// What it printed until it was ready.
    pub(crate) said: String,
    /// How long it took from its start to its first answer.
    pub(crate) answered_after: Duration,
    log: Arc<Mutex<String>>,
}

/// Where the program keeps its data, when its database is this one.
pub(crate) struct Home {
    pub(crate) database: Database,
    pub(crate) folder: PathBuf,
    // What is not in the database's own folder goes with this.
    _keys: tempfile::TempDir,
}

impl Home {
    /// An empty database with the schema.
    pub(crate) fn new() -> Home {
        let (database, keys) = (Database::empty(), tempfile::tempdir().expect("a folder"));
        private(keys.path());
        let own = database.owners_url().is_none().then(|| Path::new(database.url()).parent().map(Path::to_owned));
        let folder = own.flatten().unwrap_or_else(|| keys.path().to_owned());
        private(&folder);
        Home { folder, database, _keys: keys }
    }

    /// Starts `duet demo` here, with more words, and waits for its first answer.
    pub(crate) fn demo(&self, more: &[&str]) -> Program {
        let mut command = self::command();
        command.args(["demo", "--port", "0", "--data"]).arg(&self.folder).args(more);
        if self.database.owners_url().is_some() {
            command.env("DUET_DATABASE_URL", self.database.url());
        }
        Program::start(&mut command)
    }

    /// Starts `duet serve` here, likewise.
    pub(crate) fn serve(&self, more: &[&str]) -> Program {
        let mut command = self::command();
        Program::start(self.places(command.args(["serve", "--listen", "127.0.0.1:0"])).args(more))
    }

    /// Starts `duet serve` here behind a proxy of this machine's, which is all it would answer: what it says until it is
    /// ready. Then it is ended.
    pub(crate) fn serve_behind(&self, more: &[&str]) -> String {
        let mut command = self::command();
        self.places(command.arg("serve")).args(more);
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = started.expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let mut said = String::new();
        for line in lines {
            said += &format!("{line}\n");
            if line.contains("ready: ") {
                break;
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        said
    }

    /// Tells a command where everything is.
    pub(crate) fn places<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.arg("--data").arg(&self.folder);
        if self.database.owners_url().is_some() {
            command.env("DUET_DATABASE_URL", self.database.url());
            command.env("DUET_KEYS_URL", self.folder.join("duet-keys.sqlite"));
        }
        command
    }
}

/// The program that was just built, or the one that `DUET_PROGRAM` names: a release that is to be proven, say.
pub(crate) fn command() -> Command {
    let named = std::env::var_os("DUET_PROGRAM");
    Command::new(named.unwrap_or_else(|| env!("CARGO_BIN_EXE_duet").into()))
}

/// For nobody else, as the program makes its own.
fn private(folder: &Path) {
    let rights = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(folder, rights).expect("rights can be set");
}

impl Program {
    /// Starts it, and waits for its first 200.
    pub(crate) fn start(command: &mut Command) -> Program {
        let began = Instant::now();
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        keep(child.stderr.take().expect("its log"), Arc::clone(&log));
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let mut said = String::new();
        let port = lines.find_map(|line| {
            said += &format!("{line}\n");
            line.split_once("ready: http://localhost:")?.1.trim().parse().ok()
        });
        let Some(port) = port else {
            let _ = child.wait();
            thread::sleep(Duration::from_millis(100));
            panic!("the program ends: {}", log.lock().unwrap_or_else(PoisonError::into_inner));
        };
        thread::spawn(move || lines.for_each(drop));
        let healthy = Wire::open(port).and_then(|mut wire| wire.ask("/health", None, "")).expect("an answer");
        assert_eq!(healthy.status, 200);
        Program { child, port, said, answered_after: began.elapsed(), log }
    }

    /// Ends it as the kernel would: at once, in the middle of anything.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it ends");
    }

    /// What it has logged, as soon as these words are in it; or after five seconds without them.
    pub(crate) fn log_with(&self, words: &str) -> String {
        let began = Instant::now();
        loop {
            let log = self.log.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if log.contains(words) || began.elapsed() > Duration::from_secs(5) {
                return log;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// One request on a connection of its own.
    pub(crate) fn ask(&self, path: &str, form: Option<&str>, cookie: &str) -> Said {
        Wire::open(self.port).and_then(|mut wire| wire.ask(path, form, cookie)).expect("an answer")
    }

    /// Comes in by a door of the demo: the cookie.
    pub(crate) fn sign_in(&self, address: &str) -> String {
        let said = self.ask("/demo/sign-in", Some(&format!("address={address}")), "");
        assert_eq!(said.status, 303, "{}", said.text());
        said.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Keeps what it says: a full pipe would hold it up.
fn keep(mut said: impl Read + Send + 'static, log: Arc<Mutex<String>>) {
    thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = said.read(&mut piece) {
            let text = String::from_utf8_lossy(&piece[..read]).into_owned();
            log.lock().unwrap_or_else(PoisonError::into_inner).push_str(&text);
        }
    });
}
