//! `solve group FILE [--reps N] [--steps N] [--seed S] [--threads T]`: FILE as in MDGPLIB, a head line of people, groups, `ss` and
//! each group's least and most people, then a line `first second distance` for every two people.

use std::fs;

use matching::group::{Distances, Question, Search, propose, verify};

use super::times::solved;
use super::{Options, Outcome, peak_told};

/// Steps unless said otherwise: some two seconds of a server's processor on each thread. Exchanges are made more often among
/// few people and in small groups, and one that is made takes longer than one that is only weighed.
fn steps(question: &Question) -> u64 {
    let small = question.sizes().iter().all(|&size| size <= 5);
    match question.people() {
        _ if small => 500_000_000,
        ..150 => 700_000_000,
        150..300 => 1_050_000_000,
        300..600 => 1_300_000_000,
        600.. => 1_900_000_000,
    }
}

/// More people than this would not fit into memory, all distances written down.
const MOST: usize = 20_000;

/// Digits after the point in MDGPLIB.
const DECIMALS: u32 = 3;

pub(super) fn group(options: &Options) -> Outcome<String> {
    let given = read(&options.file)?;
    let search =
        Search::steps(options.steps.unwrap_or_else(|| steps(&given))).seed(options.seed).seeds(options.threads);
    let (question, plan, times) = solved(
        options.reps,
        |times| {
            let given = given.clone();
            Ok(times.of(|| given))
        },
        |question| Ok(propose(question, &search, &|| false)?),
    )?;
    verify(&question, &plan)?;
    let units = |value: i64| value as f64 / f64::from(10u32.pow(DECIMALS));
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"bound\":{},\"gap\":{},\"proven\":{},{times},\"peak_bytes\":{}}}",
        plan.groups().len(),
        units(plan.value()),
        units(plan.bound()),
        units(plan.gap()),
        plan.gap() == 0,
        peak_told(),
    ))
}

fn read(file: &str) -> Outcome<Question> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().collect();
    let number = |at: usize| -> Outcome<usize> {
        let word = head.get(at).ok_or_else(|| format!("{file}: the head line is too short"))?;
        Ok(word.parse().map_err(|_| format!("{file}: not a whole number in the head line: {word}"))?)
    };
    let (people, groups) = (number(0)?, number(1)?);
    if people > MOST {
        return Err(format!("{file}: more than {MOST} people").into());
    }
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
        let bad = |_| format!("{file}: not two people and a distance: {line}");
        let (first, second): (usize, usize) = (first.parse().map_err(bad)?, second.parse().map_err(bad)?);
        if first >= people || second >= people {
            return Err(format!("{file}: somebody unknown: {line}").into());
        }
        cells[first * people + second] =
            distance.parse().map_err(|_| format!("{file}: not two people and a distance: {line}"))?;
        cells[second * people + first] = cells[first * people + second];
    }
    Ok(Question::new(Distances::decimal(people, &cells, DECIMALS)?, sizes)?)
}
