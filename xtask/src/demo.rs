//! A running demo: `duet demo` on a free port, for as long as a value lives.

use crate::{Result, shell};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Stdio},
    thread,
};

/// A demo that answers. Dropping it stops it.
pub(crate) struct Demo {
    child: Child,
    /// `localhost:PORT`
    pub(crate) host: String,
}

impl Demo {
    /// Starts the program with this data folder and waits until it has printed its address.
    pub(crate) fn start(duet: &Path, data: &Path) -> Result<Self> {
        Self::over(duet, data, None)
    }

    /// The same over a database elsewhere: an address, or a file.
    pub(crate) fn over(duet: &Path, data: &Path, database: Option<&str>) -> Result<Self> {
        let mut command = shell::program(duet);
        command.args(["demo", "--port", "0", "--data"]).arg(data).stdout(Stdio::piped());
        if let Some(database) = database {
            command.env("DUET_DATABASE_URL", database);
        }
        let mut child = command.spawn()?;
        let output = child.stdout.take().ok_or("the demo has no output")?;
        let mut lines = BufReader::new(output).lines();
        let host = lines.by_ref().map_while(std::result::Result::ok).find_map(|line| host(&line));
        // Whatever else it prints must go somewhere, or it would wait for a reader.
        thread::spawn(move || lines.for_each(drop));
        let mut demo = Self { child, host: String::new() };
        demo.host = host.ok_or("the demo ended without printing http://localhost:PORT")?;
        Ok(demo)
    }
}

impl Demo {
    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        shell::stop(&mut self.child);
    }
}

fn host(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("http://localhost:")?;
    let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Some(format!("localhost:{port}"))
}
