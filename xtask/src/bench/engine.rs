//! What the matching engine costs beside other solvers: ours and theirs in turns on the same files, in one run.

mod peers;
mod plot;
mod rows;
mod setup;

use crate::{Result, shell};
use peers::{Peer, Solver};
use rows::{ROWS, Row};
use serde_json::Value;
use setup::Tools;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// How often everybody's turn comes. In the first each solves once, to learn how long it takes.
const TURNS: usize = 4;
/// How often each solves in a later turn: as often as fits into this time, but no more often than this.
const TURN_MS: f64 = 500.0;
const REPS: f64 = 15.0;
/// Who takes longer than this solves once only.
const LONG_MS: f64 = 3000.0;
/// After so long there are two turns only, so that all is done in some ten minutes.
const LATE: Duration = Duration::from_mins(7);

/// One measured solver on one file: the least of its turns' medians.
struct Measured {
    name: &'static str,
    ms: f64,
}

/// One file, ours first.
pub(super) struct Line {
    family: &'static str,
    size: usize,
    measured: Vec<Measured>,
}

/// Measures every row; prints a table and draws a plot of each.
///
/// Fails if somebody's answer is worth something else than ours: then one of the two is wrong.
pub(super) fn run(_duet: &Path, folder: &Path) -> Result {
    let tools = Tools::ready(folder)?;
    let began = Instant::now();
    for row in &ROWS {
        let mut lines = Vec::new();
        println!("\n`{}`, {}\n", row.question, row.about);
        let names: Vec<&str> = row.peers.iter().map(|peer| peer.name).collect();
        println!("| family | {} | ours ms | {} | nearest |", row.unit, names.join(" | "));
        println!("|---|--:|--:|{}--:|", "--:|".repeat(names.len()));
        for &size in row.sizes {
            for &family in row.families {
                let turns = if began.elapsed() < LATE { TURNS } else { 2 };
                let line = measure(&tools, folder, row, (family, size), turns)?;
                println!("{}", line.told(&names));
                lines.push(line);
            }
        }
        plot::draw(row.question, &lines, &shell::root().join("docs"))?;
    }
    Ok(())
}

fn measure(
    tools: &Tools,
    folder: &Path,
    row: &Row,
    (family, size): (&'static str, usize),
    turns: usize,
) -> Result<Line> {
    let file = tools.instance(folder, row.question, family, size)?;
    let everybody: Vec<&Peer> =
        std::iter::once(&row.ours).chain(row.peers.iter().filter(|peer| size <= peer.largest)).collect();
    let mut best = vec![f64::INFINITY; everybody.len()];
    let mut value = None;
    for turn in 0..turns {
        for (peer, best) in everybody.iter().zip(&mut best) {
            if turn > 0 && *best > LONG_MS {
                continue;
            }
            let reps = (TURN_MS / *best).clamp(1.0, REPS) as usize;
            let (found, ms) = ask(tools, &peer.solver, &file, reps)?;
            if *value.get_or_insert(found) != found {
                return Err(format!("{} finds {found:?} in {file}, we {value:?}", peer.name).into());
            }
            *best = best.min(ms);
        }
    }
    fs::remove_file(&file)?;
    let measured = everybody.iter().zip(best).map(|(peer, ms)| Measured { name: peer.name, ms }).collect();
    Ok(Line { family, size, measured })
}

/// The score somebody finds, and the median time.
fn ask(tools: &Tools, solver: &Solver, file: &str, reps: usize) -> Result<(i64, f64)> {
    let mut command = tools.command(solver, file, reps);
    let output = command.output()?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{}` failed: {}", shell::spoken(&command), words.trim()).into());
    }
    let answer: Value = serde_json::from_slice(&output.stdout)?;
    let score = answer["score"].as_i64().or_else(|| answer["cost"].as_i64());
    let ms = answer["ms"].as_f64().map(|ms| ms + answer["ask_ms"].as_f64().unwrap_or(0.0));
    score.zip(ms).ok_or_else(|| format!("`{}` did not say score and ms", shell::spoken(&command)).into())
}

impl Line {
    fn ours(&self) -> f64 {
        self.measured[0].ms
    }

    fn told(&self, names: &[&str]) -> String {
        let ours = self.ours();
        let peer = |name: &&str| match self.measured[1..].iter().find(|measured| measured.name == *name) {
            Some(theirs) => format!("{} ({:.1}x)", told_ms(theirs.ms), theirs.ms / ours),
            None => "–".to_owned(),
        };
        let cells: Vec<String> = names.iter().map(peer).collect();
        let least = self.measured[1..].iter().map(|theirs| theirs.ms / ours).fold(f64::INFINITY, f64::min);
        format!("| {} | {} | {} | {} | {least:.1}x |", self.family, self.size, told_ms(ours), cells.join(" | "))
    }
}

fn told_ms(ms: f64) -> String {
    match ms {
        ms if ms < 1.0 => format!("{ms:.3}"),
        ms if ms < 10.0 => format!("{ms:.2}"),
        ms if ms < 1000.0 => format!("{ms:.1}"),
        ms => format!("{ms:.0}"),
    }
}
