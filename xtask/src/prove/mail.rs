//! The mail drill: letters go to a real mail server that puts them off, hangs, refuses and is away for a day.

use crate::{Result, shell};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Stdio},
};

/// How many letters are published as 0 lost, 0 twice.
pub(super) const PUBLISHED: u32 = 1000;
/// How many `cargo xtask test` sends.
pub(super) const SHORT: u32 = 56;

/// The mail server and the one version of it that the drill was written for.
const SERVER: &str = "aiosmtpd==1.4.6";

/// Sends so many letters through a simulated week, and reads back what arrived.
pub(super) fn run(letters: u32) -> Result {
    let python = python()?;
    let folder = shell::target().join("prove/mail-taken");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let server = Server::start(&python, &folder)?;
    shell::run(
        shell::cargo("test --workspace --test mail_drill -- --ignored --nocapture")
            .env("DUET_DRILL_SMTP", format!("127.0.0.1:{}", server.port))
            .env("DUET_DRILL_FOLDER", &folder)
            .env("DUET_DRILL_LETTERS", letters.to_string())
            .env_remove("TEST_DATABASE_URL"),
    )
}

/// A Python of the drill's own, with the mail server in it: made once, in the target folder.
fn python() -> Result<PathBuf> {
    let home = shell::target().join("prove/python");
    let python = home.join("bin/python");
    if shell::answer(&python.to_string_lossy(), &["-c", "import aiosmtpd"]).is_none() {
        let system = shell::find(&["python3"]).ok_or("please install Python 3 with venv, then run this again")?;
        shell::run(shell::program(system).args(["-m", "venv"]).arg(&home))
            .map_err(|error| format!("{error}; please install python3-venv, then run this again"))?;
        shell::run(shell::program(&python).args(["-m", "pip", "install", "--quiet", SERVER]))?;
    }
    Ok(python)
}

/// The mail server. Dropping it stops it.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(python: &Path, folder: &Path) -> Result<Self> {
        let script = shell::root().join("xtask/src/prove/mail_server.py");
        let mut command = shell::program(python);
        let mut child = command.arg(script).arg(folder).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        let said = child.stdout.take().map(|output| BufReader::new(output).read_line(&mut line));
        let mut server = Self { child, port: 0 };
        said.ok_or("the mail server has no output")??;
        server.port = line.trim().parse().map_err(|_| "the mail server ended without printing its port")?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        shell::stop(&mut self.child);
    }
}
