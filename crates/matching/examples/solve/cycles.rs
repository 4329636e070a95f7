//! `solve cycles FILE [--first count|total] [--reps N] [--steps N] [--seed S] [--threads T]
//! [--longest N]`: FILE is a list of gifts, `giver,taker,score` under a head line. Rings have at most three people unless `--longest` says otherwise.

use std::time::Instant;

use matching::exchange::cycles::{Gift, Question, Search, propose, verify};

use super::times::solved;
use super::{Options, Outcome, named, peak_told, read_table};

/// Steps unless said otherwise: some two seconds on each thread, for several hundred people.
const STEPS: u64 = 20_000;

pub(super) fn cycles(options: &Options) -> Outcome<String> {
    let mut gifts = Vec::new();
    for [giver, taker, score] in read_table::<3>(&options.file)? {
        gifts.push(Gift::new(named(giver)?, named(taker)?, score));
    }
    let people = gifts.iter().map(|gift| gift.giver.max(gift.taker) as usize + 1).max().unwrap_or(0);
    let search = Search::steps(options.steps.unwrap_or(STEPS)).seed(options.seed).threads(options.threads);
    let (question, plan, times) = solved(
        options.reps,
        |times| {
            let gifts = gifts.clone();
            Ok(times.of(|| Question::new(people, gifts))?.first(options.first).longest(options.longest)?)
        },
        |question| Ok(propose(question, &search, &|| false)),
    )?;
    let checked = Instant::now();
    verify(&question, &plan)?;
    let verify_ms = checked.elapsed().as_secs_f64() * 1e3;
    let (bound, gap) = (plan.bound(), plan.gap());
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"bound_units\":{},\"bound\":{},\"gap_units\":{},\"gap\":{},\"proven\":{},\"cases\":{},{times},\"verify_ms\":{verify_ms:.3},\"peak_bytes\":{}}}",
        plan.helped(),
        plan.score(),
        bound.0,
        bound.1,
        gap.0,
        gap.1,
        plan.proven(),
        plan.proof().cases(),
        peak_told(),
    ))
}
