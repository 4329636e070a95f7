//! What measuring needs: our own programs, the peers in Rust, in Python and in C++, built or installed once.

use super::peers::Solver;
use crate::{Result, apt, shell};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Python packages that answer the same questions.
const PACKAGES: [&str; 7] = ["numpy", "scipy", "pandas", "ortools", "lapx", "rustworkx", "networkx"];

/// The programs, ready to be run.
pub(super) struct Tools {
    solve: PathBuf,
    instances: PathBuf,
    crates: PathBuf,
    lemon: PathBuf,
    python: PathBuf,
}

impl Tools {
    /// Builds and installs what is missing; says in one line what to install where we may not.
    pub(super) fn ready(folder: &Path) -> Result<Tools> {
        let examples = shell::target().join("release/examples");
        shell::run(&mut shell::cargo("build --release -p matching --example solve --example instances"))?;
        Ok(Tools {
            solve: examples.join("solve"),
            instances: examples.join("instances"),
            crates: crates()?,
            lemon: lemon(folder)?,
            python: python()?,
        })
    }

    /// Writes an instance and gives its name.
    pub(super) fn instance(&self, folder: &Path, question: &str, family: &str, size: usize) -> Result<String> {
        let folder = folder.to_string_lossy().into_owned();
        let mut command = shell::program(&self.instances);
        let output = command.args([&folder, question, family, &size.to_string()]).output()?;
        if !output.status.success() {
            return Err(format!("`{}` failed", shell::spoken(&command)).into());
        }
        Ok(String::from_utf8(output.stdout)?.trim().to_owned())
    }

    /// The command that asks this solver.
    pub(super) fn command(&self, solver: &Solver, file: &str, reps: usize) -> Command {
        let reps = reps.to_string();
        match solver {
            Solver::Solve(words) => {
                let mut command = shell::program(&self.solve);
                command.arg(words[0]).arg(file).args(&words[1..]).args(["--reps", &reps]);
                command
            }
            Solver::Rust(name) => with(shell::program(&self.crates), [name, file, &reps]),
            Solver::Lemon(name) => with(shell::program(&self.lemon), [name, file, &reps]),
            Solver::Python(name) => {
                let mut command = shell::program(&self.python);
                command.arg(sources().join("peers.py")).args([name, file, &reps]);
                command
            }
        }
    }
}

fn with(mut command: Command, words: [&str; 3]) -> Command {
    command.args(words);
    command
}

fn sources() -> PathBuf {
    shell::root().join("crates/matching/benches/peers")
}

fn crates() -> Result<PathBuf> {
    let built = shell::target().join("peers");
    let mut build = shell::cargo("build --release --quiet --manifest-path");
    shell::run(build.arg(sources().join("Cargo.toml")).arg("--target-dir").arg(&built))?;
    Ok(built.join("release/peers"))
}

fn lemon(folder: &Path) -> Result<PathBuf> {
    if !Path::new("/usr/include/lemon/matching.h").is_file() {
        apt::install("LEMON and a C++ compiler", &["liblemon-dev", "g++"])?;
    }
    let built = folder.join("lemon");
    let mut build = shell::program("g++");
    build.args(["-O3", "-march=native", "-std=c++14", "-w"]).arg(sources().join("lemon.cpp")).arg("-o").arg(&built);
    shell::run(build.arg("-llemon"))?;
    Ok(built)
}

/// A virtual environment under `target` with the packages.
fn python() -> Result<PathBuf> {
    let place = shell::target().join("peers/python");
    let python = place.join("bin/python");
    let imports = "import numpy, scipy, pandas, ortools, lap, rustworkx, networkx";
    let complete = || shell::answer(&python.to_string_lossy(), &["-c", imports]).is_some();
    if complete() {
        return Ok(python);
    }
    if shell::run(shell::program("python3").args(["-m", "venv"]).arg(&place)).is_err() {
        apt::install("Python with venv", &["python3", "python3-venv"])?;
        shell::run(shell::program("python3").args(["-m", "venv"]).arg(&place))?;
    }
    println!("installing by pip, into {}: {}", place.display(), PACKAGES.join(" "));
    let mut pip = shell::program(&python);
    shell::run(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES))?;
    Ok(python)
}
