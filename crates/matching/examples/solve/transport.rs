//! `solve transport FILE [--first count|total] [--reps N]`: FILE is `NAME.csv` with `need,offer,score` beside
//! `NAME.need.csv` and `NAME.offer.csv` with their numbers and hours (the ending may be left off).

use std::time::Instant;

use matching::exchange::transport::{Question, Way, next_best, propose, verify, verify_next};

use super::times::solved;
use super::{Options, Outcome, named, peak_told, read_table};

pub(super) fn transport(options: &Options) -> Outcome<String> {
    let stem = options.file.strip_suffix(".csv").unwrap_or(&options.file);
    let mut ways = Vec::new();
    for [need, offer, score] in read_table::<3>(&format!("{stem}.csv"))? {
        ways.push(Way::new(named(need)?, named(offer)?, score));
    }
    let (needs, offers) = (hours(&format!("{stem}.need.csv"))?, hours(&format!("{stem}.offer.csv"))?);
    let (question, plan, times) = solved(
        options.reps,
        |times| {
            let (needs, offers, ways) = (needs.clone(), offers.clone(), ways.clone());
            Ok(times.of(|| Question::new(needs, offers, ways))?.first(options.first))
        },
        |question| Ok(propose(question)),
    )?;
    let checked = Instant::now();
    verify(&question, &plan)?;
    let verify_ms = ms_since(checked);
    let searched = Instant::now();
    let next = next_best(&question, &plan);
    let next_ms = ms_since(searched);
    let next = match next {
        Some(next) => {
            verify_next(&question, &plan, &next)?;
            let (fewer, less) = (next.hours_fewer, next.score_less);
            format!("{{\"units_fewer\":{fewer},\"score_less\":{less},\"ms\":{next_ms:.3}}}")
        }
        None => "null".to_owned(),
    };
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"proven\":true,{times},\"verify_ms\":{verify_ms:.3},\"peak_bytes\":{},\"next\":{next}}}",
        plan.hours(),
        plan.score(),
        peak_told(),
    ))
}

fn hours(file: &str) -> Outcome<Vec<u32>> {
    let rows = read_table::<2>(file)?;
    let mut hours = vec![0; rows.len()];
    for [number, count] in rows {
        let at = named(number)? as usize;
        *hours.get_mut(at).ok_or_else(|| format!("{file}: not numbered without gaps"))? = named(count)?;
    }
    Ok(hours)
}

fn ms_since(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1e3
}
