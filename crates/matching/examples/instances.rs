//! Writes invented questions for `solve` and for other solvers: `instances FOLDER QUESTION FAMILY SIZE`, where QUESTION
//! is `assign`, `square`, `pair`, `transport`, `cycles` or `group` and FAMILY `uniform`, `form`, `clusters` or `plane`
//! (for `transport` and `cycles` there are only the first two).
//!
//! Prints the file's name. The same words make the same file on every machine.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

#[path = "../benches/engine/instance.rs"]
mod instance;

use instance::{Family, Scored};

const USAGE: &str =
    "usage: instances FOLDER assign|square|pair|transport|cycles|group uniform|form|clusters|plane SIZE";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match write(&words) {
        Ok(file) => {
            println!("{file}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("instances: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(words: &[String]) -> Result<String, Box<dyn Error>> {
    let [folder, question, name, size] = words else { return Err(USAGE.into()) };
    let family = Family::named(name).ok_or(USAGE)?;
    let size: usize = size.parse().map_err(|_| USAGE)?;
    let stem = Path::new(folder).join(format!("{question}-{name}-{size}")).to_string_lossy().into_owned();
    match question.as_str() {
        "assign" => {
            let scheme = instance::scheme(family, size);
            fs::write(format!("{stem}.cap.csv"), numbered("mentor,capacity", &scheme.capacities))?;
            put(format!("{stem}.csv"), rows("mentee,mentor,score", &scheme.pairs).into_bytes())
        }
        "pair" => put(format!("{stem}.csv"), rows("u,v,weight", &instance::pool(family, size)).into_bytes()),
        "transport" => {
            let hours = instance::hours(family, size);
            fs::write(format!("{stem}.need.csv"), numbered("need,hours", &hours.needs))?;
            fs::write(format!("{stem}.offer.csv"), numbered("offer,hours", &hours.offers))?;
            put(format!("{stem}.csv"), rows("need,offer,score", &hours.ways).into_bytes())
        }
        "cycles" => put(format!("{stem}.csv"), rows("giver,taker,score", &instance::gifts(family, size)).into_bytes()),
        "square" => {
            let head = i32::try_from(size)?;
            let cells = instance::square(family, size);
            let bytes = std::iter::once(&head).chain(&cells).flat_map(|cell| cell.to_le_bytes()).collect();
            put(format!("{stem}.i32"), bytes)
        }
        "group" => put(format!("{stem}.txt"), groups(size, &instance::distances(family, size)).into_bytes()),
        _ => Err(USAGE.into()),
    }
}

fn put(file: String, bytes: Vec<u8>) -> Result<String, Box<dyn Error>> {
    fs::write(&file, bytes)?;
    Ok(file)
}

fn rows(head: &str, pairs: &[Scored]) -> String {
    let mut text = format!("{head}\n");
    for (one, other, score) in pairs {
        let _ = writeln!(text, "{one},{other},{score}");
    }
    text
}

fn numbered(head: &str, counts: &[u32]) -> String {
    let mut text = format!("{head}\n");
    for (number, count) in counts.iter().enumerate() {
        let _ = writeln!(text, "{number},{count}");
    }
    text
}

/// As in MDGPLIB: groups of twenty, as many as there are people for.
fn groups(people: usize, cells: &[i64]) -> String {
    let count = people / 20;
    let size = people / count.max(1);
    let mut text = format!("{} {count} ss", count * size);
    for _ in 0..count {
        let _ = write!(text, " {size} {size}");
    }
    text.push('\n');
    for one in 0..count * size {
        for other in one + 1..count * size {
            // As `solve` reads them: thousandths.
            let cell = cells[one * people + other];
            let _ = writeln!(text, "{one} {other} {}.{:03}", cell / 1000, cell % 1000);
        }
    }
    text
}
