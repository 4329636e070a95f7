//! Running other programs, and knowing where they and the workspace are.

use crate::Result;
use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The workspace's folder.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(named.unwrap_or_else(|| "target".into()))
}

/// A program to be run in the workspace's folder, with nothing to read from the terminal.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// Cargo, the one that started us, with these words, as if nobody had: what it told us of this package would make it build
/// anew, each time, whatever has a build script that reads such things.
pub(crate) fn cargo(words: &str) -> Command {
    let mut command = program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words.split_whitespace());
    let told = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for name in env::vars_os().filter_map(|(name, _)| name.into_string().ok()).filter(|name| told(name)) {
        command.env_remove(name);
    }
    command
}

/// Runs to the end, with its output on our terminal. Fails if the program cannot start, or says it failed.
pub(crate) fn run(command: &mut Command) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed: {status}", spoken(command)).into()),
        Err(error) => Err(format!("`{}` did not start: {error}", spoken(command)).into()),
    }
}

/// What a program prints, trimmed; nothing if it is absent or fails.
pub(crate) fn answer(name: &str, words: &[&str]) -> Option<String> {
    let output = program(name).args(words).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// The first of these programs that is on the `PATH`.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let all = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|file| file.is_file())
}

/// Whether we run as root.
pub(crate) fn is_root() -> bool {
    answer("id", &["-u"]).as_deref() == Some("0")
}

/// Interrupts a program we started, as Ctrl-C would, and kills it if it is still there after ten seconds.
pub(crate) fn stop(child: &mut Child) {
    let _ = program("kill").args(["-INT", &child.id().to_string()]).stderr(Stdio::null()).status();
    let patience = Instant::now() + Duration::from_secs(10);
    while Instant::now() < patience {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// The command as somebody would type it.
pub(crate) fn spoken(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
