//! An organisation of ten thousand people in a temporary database, kept by testkit's example for as long as a value lives.

use crate::{Result, shell};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Stdio},
};

/// What the example tells.
pub(super) struct Thousands {
    child: Child,
    /// Where the database is, as `--database-url` takes it.
    pub(super) database: String,
    /// What each page is called, and its path.
    pub(super) pages: Vec<(String, String)>,
    /// What each page reads.
    pub(super) reads: Vec<Reads>,
    /// `localhost:PORT` of the bare page.
    pub(super) floor: String,
}

/// What a page reads, beside the same statements run bare.
pub(super) struct Reads {
    pub(super) page: String,
    pub(super) statements: usize,
    pub(super) units: usize,
    /// Microseconds.
    pub(super) ours: f64,
    /// Microseconds.
    pub(super) bare: f64,
}

impl Thousands {
    /// Makes it, on the PostgreSQL server named or else on SQLite, and has its pages' reads measured.
    pub(super) fn make(server: Option<&str>) -> Result<Self> {
        let mut command = shell::cargo("run --quiet --release -p testkit --example ten_thousand");
        match server {
            Some(url) => command.env("TEST_DATABASE_URL", url),
            None => command.env_remove("TEST_DATABASE_URL"),
        };
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("the example has no output")?;
        let mut made = Self { child, database: String::new(), pages: vec![], reads: vec![], floor: String::new() };
        for line in BufReader::new(output).lines() {
            let line = line?;
            let words: Vec<&str> = line.split('\t').collect();
            match words[..] {
                ["database", url] => made.database = url.to_owned(),
                ["page", name, path] => made.pages.push((name.to_owned(), path.to_owned())),
                ["reads", page, statements, units, ours, bare] => made.reads.push(Reads {
                    page: page.to_owned(),
                    statements: statements.parse()?,
                    units: units.parse()?,
                    ours: ours.parse()?,
                    bare: bare.parse()?,
                }),
                ["floor", host] => made.floor = host.to_owned(),
                ["ready"] => return Ok(made),
                _ => {}
            }
        }
        Err("the example ended before it was ready".into())
    }
}

impl Drop for Thousands {
    fn drop(&mut self) {
        // Its input ends, and so does it, taking its database along.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
