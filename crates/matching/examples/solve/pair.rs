//! `solve pair FILE [--first count|total] [--reps N]`: FILE is a list of pairs, `u,v,weight` under a head line.

use std::time::Instant;

use matching::pair::{Pair, Question, propose, verify, with_triad};

use super::times::solved;
use super::{Options, Outcome, named, peak_told, read_table};

/// Pairs up, and then lets the odd one out join a pair, if there is one.
pub(super) fn pair(options: &Options) -> Outcome<String> {
    let mut pairs = Vec::new();
    for [one, other, score] in read_table::<3>(&options.file)? {
        pairs.push(Pair { one: named(one)?, other: named(other)?, score });
    }
    let people = pairs.iter().map(|pair| pair.one.max(pair.other) as usize + 1).max().unwrap_or(0);
    let (question, plan, times) = solved(
        options.reps,
        |times| {
            let pairs = pairs.clone();
            Ok(times.of(|| Question::new(people, pairs))?.first(options.first))
        },
        |question| Ok(propose(question)),
    )?;
    let checked = Instant::now();
    verify(&question, &plan)?;
    let verify_ms = ms_since(checked);
    let peak = peak_told();
    let joined = Instant::now();
    let triad = with_triad(&question, &plan);
    let triad_ms = ms_since(joined);
    let triad = triad.map_or_else(
        || "null".to_owned(),
        |three| format!("{{\"people\":{},\"score\":{},\"ms\":{triad_ms:.3}}}", three.placed(), three.score()),
    );
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"proven\":true,{times},\"verify_ms\":{verify_ms:.3},\"peak_bytes\":{peak},\"triad\":{triad}}}",
        plan.placed(),
        plan.score(),
    ))
}

fn ms_since(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1e3
}
