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
    sync::{Arc, Mutex, PoisonError},
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
    child: Arc<Mutex<Option<Child>>>,
    url: String,
    is_durable: bool,
}

impl Postgres {
    /// Makes a database cluster, not meant to survive a crash, and waits until its server answers.
    ///
    /// As root, which PostgreSQL refuses to run as, it belongs to `postgres` or else `nobody`.
    pub(crate) fn start() -> Result<Self> {
        Self::started(false)
    }

    /// The same, meant to be killed: it writes through to the disk, as servers usually do, and is started again whenever
    /// it ends.
    pub(crate) fn start_to_be_killed() -> Result<Self> {
        let server = Self::started(true)?;
        let (folder, child) = (server.folder.clone(), Arc::clone(&server.child));
        thread::spawn(move || bring_back(&folder, &child));
        Ok(server)
    }

    /// Where the server writes its process id.
    pub(crate) fn pid_file(&self) -> PathBuf {
        self.folder.join("data/postmaster.pid")
    }

    fn started(is_durable: bool) -> Result<Self> {
        let binaries = binaries().ok_or("PostgreSQL is missing; first run: cargo xtask test setup")?;
        remove_abandoned();
        let owner = if shell::is_root() { Some(Owner::find()?) } else { None };
        let folder =
            env::temp_dir().join(format!("{PREFIX}{}{}", process::id(), if is_durable { "-durable" } else { "" }));
        DirBuilder::new().mode(0o700).create(&folder)?;
        let mut server = Self { folder, child: Arc::default(), url: String::new(), is_durable };
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
        let mut settings = vec![
            format!("port = {port}"),
            "listen_addresses = '127.0.0.1'".into(),
            format!("unix_socket_directories = '{}'", self.folder.display()),
            "max_connections = 200".into(),
        ];
        if !self.is_durable {
            settings.extend(["fsync", "synchronous_commit", "full_page_writes"].map(|what| format!("{what} = off")));
        }
        fs::write(self.folder.join("data/postgresql.auto.conf"), settings.join("\n") + "\n")?;
        Ok(())
    }

    fn serve(&mut self, binaries: &Path, owner: Option<&Owner>) -> Result {
        let mut child = served(binaries, owner, &self.folder)?;
        let patience = Instant::now() + Duration::from_secs(60);
        while !self.is_ready() {
            if child.try_wait()?.is_some() || Instant::now() > patience {
                shell::stop(&mut child);
                let log = fs::read_to_string(self.folder.join("log"))?;
                return Err(format!("PostgreSQL did not start: {log}").into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        *self.child.lock().unwrap_or_else(PoisonError::into_inner) = Some(child);
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
        // Taken, so that nobody brings it back.
        let child = self.child.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(mut child) = child {
            shell::stop(&mut child);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Starts a server on a cluster that is there.
fn served(binaries: &Path, owner: Option<&Owner>, folder: &Path) -> Result<Child> {
    let log = File::options().create(true).append(true).open(folder.join("log"))?;
    let mut command = as_owner(&binaries.join("postgres"), owner, folder);
    Ok(command.args(["-D", "data"]).stdout(log.try_clone()?).stderr(log).spawn()?)
}

/// Starts a server again whenever it has ended, until nobody has it any more. One that finds others still at work in its
/// folder ends at once, and is tried again.
fn bring_back(folder: &Path, child: &Mutex<Option<Child>>) {
    let owner = if shell::is_root() { Owner::find().ok() } else { None };
    let Some(binaries) = binaries() else { return };
    loop {
        thread::sleep(Duration::from_millis(50));
        let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(running) = child.as_mut() else { return };
        if matches!(running.try_wait(), Ok(Some(_)))
            && let Ok(again) = served(&binaries, owner.as_ref(), folder)
        {
            *running = again;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_is_killed_comes_back_until_nobody_has_it() -> Result {
        if binaries().is_none() {
            return Ok(());
        }
        let server = Postgres::start_to_be_killed()?;
        let pid = || fs::read_to_string(server.pid_file()).ok()?.lines().next().map(str::to_owned);
        let (first, began) = (pid().ok_or("it runs")?, Instant::now());
        shell::run(shell::program("kill").args(["-9", &first]))?;
        while pid().is_none_or(|now| now == first) || !server.is_ready() {
            assert!(began.elapsed() < Duration::from_secs(120), "it does not come back");
            thread::sleep(Duration::from_millis(50));
        }
        let (folder, last) = (server.folder.clone(), pid().ok_or("it runs")?);
        drop(server);
        thread::sleep(Duration::from_millis(300));
        assert!(!folder.exists() && !Path::new("/proc").join(last).exists(), "nothing is left of it");
        Ok(())
    }
}
