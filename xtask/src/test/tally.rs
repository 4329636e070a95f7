//! Counting tests while their output goes by.

use crate::{Result, shell};
use std::{
    fmt,
    io::{self, BufRead, BufReader, Write},
    process::{Command, Stdio},
};

/// How many tests ran, of every kind.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) passed: u32,
    pub(super) failed: u32,
}

impl Tally {
    /// Runs a program that runs tests: its output goes to the terminal and its result lines are counted.
    pub(super) fn run(&mut self, command: &mut Command) -> Result {
        let spoken = shell::spoken(command);
        let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("`{spoken}`: {error}"))?;
        if let Some(output) = child.stdout.take() {
            self.listen(BufReader::new(output))?;
        }
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("`{spoken}` failed: {status}").into()) }
    }

    fn listen(&mut self, mut output: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line)? > 0 {
            io::stdout().write_all(&line)?;
            self.note(&String::from_utf8_lossy(&line));
            line.clear();
        }
        io::stdout().flush()
    }

    /// Knows cargo's `test result: ok. 3 passed; 0 failed; …` and the `ℹ pass 3`, `ℹ fail 0` of node.
    fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
                self.passed += passed.parse().unwrap_or(0);
                self.failed += failed.parse().unwrap_or(0);
            }
            ["ℹ", "pass", passed] => self.passed += passed.parse().unwrap_or(0),
            ["ℹ", "fail" | "cancelled", failed] => self.failed += failed.parse().unwrap_or(0),
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn counts_what_cargo_and_node_report() {
        let mut tally = Tally::default();
        for line in [
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            "ℹ tests 6",
            "ℹ pass 5",
            "ℹ fail 1",
            "ℹ cancelled 0",
            "we pass 9",
        ] {
            tally.note(line);
        }
        assert_eq!(tally.to_string(), "10 passed, 2 failed");
    }
}
