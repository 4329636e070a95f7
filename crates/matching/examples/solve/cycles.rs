//! `solve cycles FILE [--first count|total] [--reps N] [--steps N] [--seed S] [--longest N]`: FILE is a list of gifts,
//! `giver,taker,score` under a head line. Rings have at most three people unless `--longest` says otherwise.

use std::time::Instant;

use matching::exchange::cycles::{First, Gift, Question, Search, propose, verify};

use super::{Outcome, peak_bytes, read_table};

const USAGE: &str = "usage: solve cycles FILE [--first count|total] [--reps N] [--steps N] [--seed S] [--longest N]";

pub(super) fn cycles(words: &[String]) -> Outcome<String> {
    let (mut file, mut first, mut reps, mut steps, mut seed, mut longest) = (None, First::Count, 1, 20_000, 0, 3);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--first" {
            first = match words.next().map(String::as_str) {
                Some("count") => First::Count,
                Some("total") => First::Total,
                _ => return Err(format!("--first takes count or total; {USAGE}").into()),
            };
            continue;
        }
        let mut number = || {
            let number = words.next().and_then(|number| number.parse::<u64>().ok());
            number.ok_or_else(|| format!("{word} takes a whole number; {USAGE}"))
        };
        match word.as_str() {
            "--reps" => reps = number()?.max(1),
            "--steps" => steps = number()?,
            "--seed" => seed = number()?,
            "--longest" => longest = usize::try_from(number()?)?,
            name if file.is_none() && !name.starts_with('-') => file = Some(name),
            other => return Err(format!("{other} is not understood; {USAGE}").into()),
        }
    }
    let mut gifts = Vec::new();
    for [giver, taker, score] in read_table::<3>(file.ok_or(USAGE)?)? {
        gifts.push(Gift::new(u32::try_from(giver)?, u32::try_from(taker)?, score));
    }
    let people = gifts.iter().map(|gift| gift.giver.max(gift.taker) as usize + 1).max().unwrap_or(0);
    let question = Question::new(people, gifts)?.first(first).longest(longest)?;
    let search = Search::steps(steps).seed(seed);
    let mut times = Vec::new();
    let mut plan = None;
    for _ in 0..reps {
        let started = Instant::now();
        plan = Some(propose(&question, &search, &|| false));
        times.push(started.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let plan = plan.ok_or("nothing was solved")?;
    let checked = Instant::now();
    verify(&question, &plan)?;
    let verify_ms = checked.elapsed().as_secs_f64() * 1e3;
    let (bound, gap) = (plan.bound(), plan.gap());
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"bound_units\":{},\"bound\":{},\"gap_units\":{},\"gap\":{},\"proven\":{},\"cases\":{},\"ms\":{:.3},\"verify_ms\":{verify_ms:.3},\"peak_bytes\":{}}}",
        plan.helped(),
        plan.score(),
        bound.0,
        bound.1,
        gap.0,
        gap.1,
        plan.proven(),
        plan.proof().cases(),
        times[times.len() / 2],
        peak_bytes().map_or_else(|| "null".to_owned(), |bytes| bytes.to_string()),
    ))
}
