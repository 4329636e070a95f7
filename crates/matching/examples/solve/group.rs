//! `solve group FILE [--steps N] [--seed S] [--threads T]`: FILE as in MDGPLIB, a head line of people, groups, `ss` and
//! each group's least and most people, then a line `first second distance` for every two people.

use std::fs;
use std::time::Instant;

use matching::group::{Distances, Question, Search, propose, verify};

use super::Outcome;

const USAGE: &str = "usage: solve group FILE [--steps N] [--seed S] [--threads T]";

/// Digits after the point in MDGPLIB.
const DECIMALS: u32 = 3;

pub(super) fn group(words: &[String]) -> Outcome<String> {
    let (mut file, mut steps, mut seed, mut threads) = (None, 100_000_000, 0, 1);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut number = || {
            let number = words.next().and_then(|number| number.parse::<u64>().ok());
            number.ok_or_else(|| format!("{word} takes a whole number; {USAGE}"))
        };
        match word.as_str() {
            "--steps" => steps = number()?,
            "--seed" => seed = number()?,
            "--threads" => threads = u32::try_from(number()?)?,
            name if file.is_none() && !name.starts_with('-') => file = Some(name),
            other => return Err(format!("{other} is not understood; {USAGE}").into()),
        }
    }
    let question = read(file.ok_or(USAGE)?)?;
    let search = Search::steps(steps).seed(seed).seeds(threads);
    let started = Instant::now();
    let plan = propose(&question, &search, &|| false)?;
    let ms = started.elapsed().as_secs_f64() * 1e3;
    verify(&question, &plan)?;
    let units = |value: i64| value as f64 / f64::from(10u32.pow(DECIMALS));
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"bound\":{},\"gap\":{},\"proven\":{},\"ms\":{ms:.3},\"peak_bytes\":{}}}",
        plan.groups().len(),
        units(plan.value()),
        units(plan.bound()),
        units(plan.gap()),
        plan.gap() == 0,
        super::peak_bytes().map_or_else(|| "null".to_owned(), |bytes| bytes.to_string()),
    ))
}

fn read(file: &str) -> Outcome<Question> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().collect();
    let number = |at: usize| -> Outcome<usize> {
        Ok(head.get(at).ok_or_else(|| format!("{file}: the head line is too short"))?.parse()?)
    };
    let (people, groups) = (number(0)?, number(1)?);
    let mut sizes = Vec::new();
    for group in 0..groups {
        let (least, most) = (number(3 + 2 * group)?, number(4 + 2 * group)?);
        if least != most {
            return Err(format!("{file}: group {group} has no fixed size").into());
        }
        sizes.push(u32::try_from(least)?);
    }
    let mut cells = vec![0.0; people.checked_mul(people).ok_or("too many people")?];
    for line in lines.filter(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let &[first, second, distance] = &words[..] else {
            return Err(format!("{file}: not two people and a distance: {line}").into());
        };
        let (first, second): (usize, usize) = (first.parse()?, second.parse()?);
        if first >= people || second >= people {
            return Err(format!("{file}: somebody unknown: {line}").into());
        }
        cells[first * people + second] = distance.parse()?;
        cells[second * people + first] = cells[first * people + second];
    }
    Ok(Question::new(Distances::decimal(people, &cells, DECIMALS)?, sizes)?)
}
