//! A PostgreSQL server of our own for as long as a value lives: temporary folder, loopback, a free port.

use crate::{Result, shell};
use std::{
    env,
    fs::{self, DirBuilder, File},
    io::Read,
    net::TcpListener,
    os::unix::fs::{DirBuilderExt, chown},
    path::{Path, PathBuf},
    process::{self, Child, Command},
    thread,
    time::{Duration, Instant},
};

const PREFIX: &str = "duet-postgres-";

/// The folder with `initdb` and `postgres`: Debian's newest version, else wherever the `PATH` has them.
pub(crate) fn binaries() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let debian = versions.map(|entry| entry.path()).filter(|folder| folder.join("bin/initdb").is_file());
    debian
        .max_by_key(version)
        .map(|folder| folder.join("bin"))
        .or_else(|| shell::find(&["initdb"])?.parent().map(Path::to_path_buf))
}

/// A running server. Dropping it stops the server and removes its folder.
pub(crate) struct Postgres {
    folder: PathBuf,
    child: Option<Child>,
    url: String,
}

impl Postgres {
    /// Makes a database cluster, not meant to survive a crash, and waits until its server answers.
    ///
    /// As root, which PostgreSQL refuses to run as, it belongs to `postgres` or else `nobody`.
    pub(crate) fn start() -> Result<Self> {
        let binaries = binaries().ok_or("PostgreSQL is missing; first run: cargo xtask test setup")?;
        remove_abandoned();
        let owner = if shell::is_root() { Some(Owner::find()?) } else { None };
        let folder = env::temp_dir().join(format!("{PREFIX}{}", process::id()));
        DirBuilder::new().mode(0o700).create(&folder)?;
        let mut server = Self { folder, child: None, url: String::new() };
        server.make_cluster(&binaries, owner.as_ref())?;
        server.serve(&binaries, owner.as_ref())?;
        Ok(server)
    }

    /// The address of its `postgres` database, with the password.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn make_cluster(&mut self, binaries: &Path, owner: Option<&Owner>) -> Result {
        let file = self.folder.join("password");
        let password = password()?;
        fs::write(&file, &password)?;
        for path in [&self.folder, &file] {
            if let Some(owner) = owner {
                chown(path, Some(owner.user), Some(owner.group))?;
            }
        }
        // A password even here, so that nobody else on the machine gets a shell as the owner. Sent in
        // clear on loopback: the scrambled exchange would cost each test's connections milliseconds.
        let output = as_owner(&binaries.join("initdb"), owner, &self.folder)
            .args(["--username=postgres", "--pwfile=password", "--auth=password", "--pgdata=data"])
            .args(["--encoding=UTF8", "--no-locale", "--no-sync"])
            .output()?;
        if !output.status.success() {
            return Err(format!("initdb failed: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        self.url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        let settings = [
            format!("port = {port}"),
            "listen_addresses = '127.0.0.1'".into(),
            format!("unix_socket_directories = '{}'", self.folder.display()),
            "max_connections = 200".into(),
            "fsync = off".into(),
            "synchronous_commit = off".into(),
            "full_page_writes = off".into(),
        ];
        fs::write(self.folder.join("data/postgresql.auto.conf"), settings.join("\n") + "\n")?;
        Ok(())
    }

    fn serve(&mut self, binaries: &Path, owner: Option<&Owner>) -> Result {
        let log = File::create(self.folder.join("log"))?;
        let mut command = as_owner(&binaries.join("postgres"), owner, &self.folder);
        let mut child = command.args(["-D", "data"]).stdout(log.try_clone()?).stderr(log).spawn()?;
        let patience = Instant::now() + Duration::from_secs(60);
        while !self.is_ready() {
            if child.try_wait()?.is_some() || Instant::now() > patience {
                shell::stop(&mut child);
                let log = fs::read_to_string(self.folder.join("log"))?;
                return Err(format!("PostgreSQL did not start: {log}").into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        self.child = Some(child);
        Ok(())
    }

    /// The server writes its state to this file, which is how PostgreSQL's own tools wait for it.
    fn is_ready(&self) -> bool {
        let state = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
        state.lines().any(|line| line.trim() == "ready")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            shell::stop(child);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Whom the server runs as when we are root.
struct Owner {
    user: u32,
    group: u32,
}

impl Owner {
    fn find() -> Result<Self> {
        let id = |kind: &str, name: &str| shell::answer("id", &[kind, name])?.parse().ok();
        let owner = |name: &str| Some(Self { user: id("-u", name)?, group: id("-g", name)? });
        let owner = owner("postgres").or_else(|| owner("nobody"));
        owner.ok_or_else(|| "there is no user `postgres` or `nobody` to run PostgreSQL as".into())
    }
}

/// The program, in the folder, as the owner; interrupted by the kernel if we die before we could stop it.
fn as_owner(program: &Path, owner: Option<&Owner>, folder: &Path) -> Command {
    let mut command = match (owner, shell::find(&["setpriv"])) {
        (None, None) => shell::program(program),
        (owner, setpriv) => {
            let mut command = shell::program(setpriv.unwrap_or_else(|| "setpriv".into()));
            if let Some(Owner { user, group }) = owner {
                command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".into()]);
            }
            command.arg("--pdeathsig=INT").arg(program);
            command
        }
    };
    command.current_dir(folder).env("LC_ALL", "C");
    command
}

fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Removes the folders of runs that were interrupted before they could: their server has stopped.
fn remove_abandoned() {
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let stopped = !entry.path().join("data/postmaster.pid").exists();
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let age = modified.ok().and_then(|modified| modified.elapsed().ok());
        // A younger one may be another run's, whose server has yet to start.
        if ours && stopped && age.is_some_and(|age| age > Duration::from_secs(60)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
