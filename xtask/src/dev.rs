//! `cargo xtask dev`: the demo, built and served again whenever a source file changes.

use crate::{Result, shell};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Child,
    thread,
    time::{Duration, SystemTime},
};

const WATCHED: [&str; 4] = ["crates", "locales", "migrations", "Cargo.toml"];

/// Serves until interrupted. A change that does not build leaves the last good build serving.
pub(crate) fn run() -> Result {
    let data = shell::target().join("dev");
    println!("dev: serving the demo from {}; remove that folder to begin anew", data.display());
    println!("dev: watching {}; Ctrl-C ends", WATCHED.join(", "));
    let mut server: Option<Child> = None;
    loop {
        let built = newest();
        match shell::run(&mut shell::cargo("build --bin duet")) {
            Ok(()) => {
                if let Some(server) = &mut server {
                    shell::stop(server);
                }
                server = Some(serve(&data)?);
            }
            Err(error) => println!("dev: {error}; waiting for the next change"),
        }
        while newest() == built {
            thread::sleep(Duration::from_millis(500));
        }
        println!("dev: something changed, building again");
    }
}

fn serve(data: &Path) -> Result<Child> {
    let duet = shell::target().join("debug/duet");
    Ok(shell::program(duet).arg("demo").arg("--data").arg(data).spawn()?)
}

/// When a watched file last changed, and how many there are, so that a removed one counts too.
fn newest() -> (Option<SystemTime>, usize) {
    let mut files = Vec::new();
    for watched in WATCHED {
        collect(shell::root().join(watched), &mut files);
    }
    let modified = |file: &PathBuf| fs::metadata(file).and_then(|metadata| metadata.modified()).ok();
    (files.iter().filter_map(modified).max(), files.len())
}

fn collect(path: PathBuf, files: &mut Vec<PathBuf>) {
    match fs::read_dir(&path) {
        Ok(entries) => entries.flatten().for_each(|entry| collect(entry.path(), files)),
        Err(_) => files.push(path),
    }
}
