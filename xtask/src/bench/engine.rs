//! What the matching engine costs beside other solvers: ours and theirs in turns on the same files, in one run.

mod goals;
mod peers;
mod plot;
mod rows;
mod setup;

use crate::{Result, shell};
use goals::Goals;
use peers::Peer;
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
/// After so long there are two turns only, and then one, so that all is done in some ten minutes.
const LATE: Duration = Duration::from_mins(6);
const LAST: Duration = Duration::from_mins(9);

/// One measured solver on one file: the least that it took.
struct Measured {
    name: &'static str,
    rust: bool,
    ms: f64,
    /// What it found was worth less, as it reckons in rounded numbers.
    off: bool,
}

/// One file, ours first.
pub(super) struct Line {
    question: &'static str,
    family: &'static str,
    size: usize,
    measured: Vec<Measured>,
}

/// Measures every row; prints a table and draws a plot of each, and says at the end who was beaten and who was not.
///
/// What counts is the least processor time of all turns, which other work on the machine does not change much; for several
/// threads, the least on the clock. Fails if somebody's answer is worth something else than ours: then one of the two is wrong.
pub(super) fn run(_duet: &Path, folder: &Path) -> Result {
    let tools = Tools::ready(folder)?;
    let began = Instant::now();
    let mut goals = Goals::default();
    for row in &ROWS {
        let mut lines = Vec::new();
        println!("\n`{}`, {}\n", row.question, row.about);
        let names: Vec<&str> = row.peers.iter().map(|peer| peer.name).collect();
        let heads: String = names.iter().map(|name| format!(" {name} |")).collect();
        println!("| family | {} | ours ms |{heads} nearest |", row.unit);
        println!("|---|--:|--:|{}--:|", "--:|".repeat(names.len()));
        for &size in row.sizes {
            for &family in row.families {
                let turns = match began.elapsed() {
                    early if early < LATE => TURNS,
                    late if late < LAST => 2,
                    _ => 1,
                };
                let line = measure(&tools, folder, row, (family, size), turns)?;
                println!("{}", line.told(&names));
                goals.note(&line);
                lines.push(line);
            }
        }
        plot::draw(row.question, &lines, &shell::root().join("docs"))?;
    }
    println!("\n{}\n\nIt took {} s.", goals.told(), began.elapsed().as_secs());
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
    let (mut best, mut off) = (vec![f64::INFINITY; everybody.len()], vec![false; everybody.len()]);
    let mut ours = None;
    for turn in 0..turns {
        for (at, (peer, best)) in everybody.iter().zip(&mut best).enumerate() {
            if turn > 0 && *best > LONG_MS {
                continue;
            }
            let reps = (TURN_MS / *best).clamp(1.0, REPS) as usize;
            let (found, ms) = ask(tools, peer, &file, reps, row.threads)?;
            // Groups' scores are no whole numbers, and nobody else's are compared.
            let value = *ours.get_or_insert(found);
            off[at] = found != value;
            let better = if row.question == "square" { found < value } else { found > value };
            if better || off[at] && !peer.rounds {
                return Err(format!("{} finds {found} in {file}, we {value}", peer.name).into());
            }
            *best = best.min(ms);
        }
    }
    fs::remove_file(&file)?;
    let of = |((peer, ms), off): ((&&Peer, f64), bool)| Measured { name: peer.name, rust: peer.is_rust(), ms, off };
    let measured = everybody.iter().zip(best).zip(off).map(of).collect();
    Ok(Line { question: row.question, family, size, measured })
}

/// The score that somebody finds, of a square the cost, and the least time.
fn ask(tools: &Tools, peer: &Peer, file: &str, reps: usize, threads: bool) -> Result<(f64, f64)> {
    let mut command = tools.command(&peer.solver, file, reps);
    let output = command.output()?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{}` failed: {}", shell::spoken(&command), words.trim()).into());
    }
    let answer: Value = serde_json::from_slice(&output.stdout)?;
    let score = answer["score"].as_f64().or_else(|| answer["cost"].as_f64());
    let least = |name: &str| {
        let processor = answer[format!("{name}cpu_ms")].as_f64().filter(|_| !threads);
        processor.or_else(|| answer[format!("{name}least_ms")].as_f64())
    };
    let ms = least("").map(|ms| ms + least("ask_").unwrap_or(0.0));
    score.zip(ms).ok_or_else(|| format!("`{}` did not say score and ms", shell::spoken(&command)).into())
}

impl Line {
    fn ours(&self) -> f64 {
        self.measured[0].ms
    }

    fn told(&self, names: &[&str]) -> String {
        let ours = self.ours();
        let peer = |name: &&str| match self.measured[1..].iter().find(|measured| measured.name == *name) {
            Some(theirs) if theirs.off => format!("{} (lesser value)", told_ms(theirs.ms)),
            Some(theirs) => format!("{} ({:.1}x)", told_ms(theirs.ms), theirs.ms / ours),
            None => "–".to_owned(),
        };
        let cells: Vec<String> = names.iter().map(peer).collect();
        let nearest = self.times_ours(|_| true).map_or_else(|| "–".to_owned(), |(least, _)| format!("{least:.1}x"));
        let cells: String = cells.iter().map(|cell| format!(" {cell} |")).collect();
        format!("| {} | {} | {} |{cells} {nearest} |", self.family, self.size, told_ms(ours))
    }

    /// How many times ours the quickest of these takes, and who that is. Whoever finds a lesser value does not count.
    fn times_ours(&self, such: impl Fn(&Measured) -> bool) -> Option<(f64, &'static str)> {
        let exact = self.measured[1..].iter().filter(|theirs| !theirs.off && such(theirs));
        let times = exact.map(|theirs| (theirs.ms / self.ours(), theirs.name));
        times.min_by(|one, other| one.0.total_cmp(&other.0))
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
