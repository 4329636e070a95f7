//! Solves one file and prints one line of JSON: `solve assign|transport|cycles|pair|group FILE [--first count|total]
//! [--reps N] [--steps N] [--seed S] [--threads T]`, and also `solve again|fair FILE` and `solve profiles PEOPLE`.
//!
//! Steps, seed and threads mean something where a plan is searched for, which is for rings and for groups; elsewhere
//! they change nothing. Groups have no `--first`: all are always placed.
//!
//! FILE is either a list of pairs, `NAME.csv` with `mentee,mentor,score` beside `NAME.cap.csv` with `mentor,capacity`
//! (the ending may be left off), or `NAME.i32`, a square matrix of costs to be made small: its size as u32, then one
//! i32 per cell, little-endian.

use std::error::Error;
use std::fs;
use std::process::ExitCode;
use std::time::Instant;

use matching::assign::{First, Pair, Question, propose, verify};
use times::{Times, solved};

#[path = "solve/again.rs"]
mod again;

#[path = "solve/fair.rs"]
mod fair;

#[path = "solve/pair.rs"]
mod pair;

#[path = "solve/profiles.rs"]
mod profiles;

#[path = "solve/cycles.rs"]
mod cycles;

#[path = "solve/group.rs"]
mod group;

#[path = "solve/times.rs"]
mod times;

#[path = "solve/transport.rs"]
mod transport;

type Outcome<T> = Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: solve assign|transport|cycles|pair|group|again|fair FILE [--first count|total] [--reps N] [--steps N] [--seed S] [--threads T] [--longest N], or solve profiles PEOPLE [--first count|total] [--reps N] [--seed S] [--threads T]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("solve: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Outcome<String> {
    match words.split_first() {
        Some((verb, rest)) if verb == "assign" => assign(&Options::read(rest)?),
        Some((verb, rest)) if verb == "again" => again::again(&Options::read(rest)?),
        Some((verb, rest)) if verb == "profiles" => profiles::profiles(&Options::read(rest)?),
        Some((verb, rest)) if verb == "fair" => fair::fair(&Options::read(rest)?),
        Some((verb, rest)) if verb == "pair" => pair::pair(&Options::read(rest)?),
        Some((verb, rest)) if verb == "transport" => transport::transport(&Options::read(rest)?),
        Some((verb, rest)) if verb == "cycles" => cycles::cycles(&Options::read(rest)?),
        Some((verb, rest)) if verb == "group" => group::group(&Options::read(rest)?),
        Some((verb, _)) => Err(format!("`{verb}` is not something it can solve; {USAGE}").into()),
        None => Err(USAGE.into()),
    }
}

struct Options {
    file: String,
    first: First,
    reps: usize,
    steps: Option<u64>,
    seed: u64,
    threads: u32,
    longest: usize,
}

impl Options {
    fn read(words: &[String]) -> Outcome<Options> {
        let mut options =
            Options { file: String::new(), first: First::Count, reps: 3, steps: None, seed: 0, threads: 1, longest: 3 };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = |least: u64| -> Outcome<u64> {
                let number = words.next().and_then(|number| number.parse().ok()).filter(|&number| number >= least);
                number.ok_or_else(|| format!("{word} takes a whole number from {least}; {USAGE}").into())
            };
            match word.as_str() {
                "--first" => {
                    options.first = match words.next().map(String::as_str) {
                        Some("count") => First::Count,
                        Some("total") => First::Total,
                        _ => return Err(format!("--first takes count or total; {USAGE}").into()),
                    }
                }
                "--reps" => options.reps = usize::try_from(number(1)?)?,
                "--steps" => options.steps = Some(number(0)?),
                "--seed" => options.seed = number(0)?,
                "--threads" => options.threads = u32::try_from(number(1)?.min(64))?,
                "--longest" => options.longest = usize::try_from(number(0)?)?,
                flag if flag.starts_with('-') => return Err(format!("unknown option {flag}; {USAGE}").into()),
                name if options.file.is_empty() => options.file = name.to_owned(),
                extra => return Err(format!("one file at a time, not also {extra}; {USAGE}").into()),
            }
        }
        if options.file.is_empty() { Err(USAGE.into()) } else { Ok(options) }
    }
}

/// What `solve` says last of every answer.
fn peak_told() -> String {
    peak_bytes().map_or_else(|| "null".to_owned(), |bytes| bytes.to_string())
}

fn assign(options: &Options) -> Outcome<String> {
    let matrix = options.file.ends_with(".i32");
    let ask: Asking = if matrix { square(&options.file)? } else { pairs(&options.file)? };
    let (question, plan, times) =
        solved(options.reps, |times| Ok(ask(times)?.first(options.first)), |question| Ok(propose(question)))?;
    let checked = Instant::now();
    let proven = verify(&question, &plan);
    let verify_ms = checked.elapsed().as_secs_f64() * 1e3;
    if let Err(flaw) = proven {
        return Err(flaw.into());
    }
    let value = if matrix { ("cost", -plan.score()) } else { ("score", plan.score()) };
    Ok(format!(
        "{{\"units\":{},\"{}\":{},\"proven\":true,{times},\"verify_ms\":{verify_ms:.3},\"peak_bytes\":{}}}",
        plan.placed(),
        value.0,
        value.1,
        peak_told(),
    ))
}

type Instance = (usize, Vec<u32>, Vec<Pair>);

/// Asks, and notes how long asking took.
type Asking = Box<dyn Fn(&mut Times) -> Outcome<Question>>;

fn read_pairs(file: &str) -> Outcome<Instance> {
    let stem = file.strip_suffix(".csv").unwrap_or(file);
    let rows = read_table::<3>(&format!("{stem}.csv"))?;
    let places = read_table::<2>(&format!("{stem}.cap.csv"))?;
    let mut pairs = Vec::with_capacity(rows.len());
    for [mentee, mentor, score] in rows {
        pairs.push(Pair { mentee: named(mentee)?, mentor: named(mentor)?, score });
    }
    let mentees = pairs.iter().map(|pair| pair.mentee as usize + 1).max().unwrap_or(0);
    let mut capacities = vec![0; places.len()];
    for [mentor, capacity] in places {
        let at = named(mentor)? as usize;
        *capacities.get_mut(at).ok_or("mentors are not numbered without gaps")? = named(capacity)?;
    }
    Ok((mentees, capacities, pairs))
}

/// A number of somebody or something, or of hours.
fn named(number: i64) -> Outcome<u32> {
    u32::try_from(number).map_err(|_| format!("{number} is no number from 0 to {}", u32::MAX).into())
}

fn read_table<const WIDTH: usize>(file: &str) -> Outcome<Vec<[i64; WIDTH]>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().skip(1) {
        let mut row = [0; WIDTH];
        let mut cells = line.split(',');
        for cell in &mut row {
            let text = cells.next().ok_or_else(|| format!("{file}:{}: too few columns", number + 1))?;
            *cell = text.trim().parse().map_err(|_| format!("{file}:{}: not a whole number: {text}", number + 1))?;
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Asks about a list of pairs.
fn pairs(file: &str) -> Outcome<Asking> {
    let (mentees, capacities, pairs) = read_pairs(file)?;
    Ok(Box::new(move |times| {
        let (capacities, pairs) = (capacities.clone(), pairs.clone());
        Ok(times.of(|| Question::new(mentees, capacities, pairs))?)
    }))
}

/// Asks about a square of costs.
fn square(file: &str) -> Outcome<Asking> {
    let (size, cells) = read_cells(file)?;
    let size = size as usize;
    Ok(Box::new(move |times| {
        let scores = || cells.iter().map(|&cost| -i64::from(cost)).collect();
        Ok(times.of(|| Question::table(size, vec![1; size], scores()))?)
    }))
}

fn read_cells(file: &str) -> Outcome<(u32, Vec<i32>)> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let words: Vec<i32> = bytes.as_chunks::<4>().0.iter().map(|&word| i32::from_le_bytes(word)).collect();
    let (&size, cells) = words.split_first().ok_or_else(|| format!("{file}: empty"))?;
    let size = named(size.into())?;
    if cells.len() as u64 != u64::from(size) * u64::from(size) {
        return Err(format!("{file}: not {size} times {size} cells").into());
    }
    Ok((size, cells.to_vec()))
}

fn read_matrix(file: &str) -> Outcome<Instance> {
    let (size, cells) = read_cells(file)?;
    let pair = |(at, &cost): (usize, &i32)| Pair {
        mentee: at as u32 / size,
        mentor: at as u32 % size,
        score: -i64::from(cost),
    };
    Ok((size as usize, vec![1; size as usize], cells.iter().enumerate().map(pair).collect()))
}

/// The most memory this process has held so far, where the system says so.
fn peak_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}
