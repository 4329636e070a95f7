//! What a person types while working on Duet: `cargo xtask test`, `dev`, `bench`, `prove`.

mod apt;
mod bench;
mod demo;
mod dev;
mod fixture;
mod postgres;
mod prove;
mod shell;
mod test;

use std::{env, error::Error, process::ExitCode};

/// What went wrong, in words for the person at the terminal.
type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage:
  cargo xtask test           everything CI checks, after setting up what it needs
  cargo xtask test STEP      one step of it: setup, fmt, clippy, doc, licences, sqlite, postgres, drills, browser
  cargo xtask dev            serve the demo, and again whenever a source file changes
  cargo xtask prove          every drill as often as is published, on both databases: kills, races, leaks; and mail
  cargo xtask prove DRILL    one of them: canaries, organisations, races, kills
  cargo xtask prove mail     letters through a real mail server that makes trouble, over a simulated week
  cargo xtask prove spreadsheets  LibreOffice opens every file that is taken out, and finds nothing live in it
  cargo xtask bench          measure each of these, one after another
  cargo xtask bench pages    time and bytes of each page, for each role
  cargo xtask bench board    the page of a plan, and what if while a slider moves
  cargo xtask bench import   ten thousand rows brought in, beside the same rows written bare
  cargo xtask bench match    `duet match` on 500 mentors and 500 mentees, as a whole process
  cargo xtask bench matching the engine beside other solvers, which it installs under target
  cargo xtask bench overhead what access, sealing and the record add to a statement
  cargo xtask fixture NAME   keep a database of this version, which later ones must bring up to date: v0.1";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["test"] => test::all(),
        ["test", step] => test::one(step),
        ["dev"] => dev::run(),
        ["prove"] => prove::all(),
        ["prove", drill] => prove::one(drill),
        ["bench"] => bench::all(),
        ["bench", part] => bench::one(part),
        ["fixture", name] => fixture::make(name),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
