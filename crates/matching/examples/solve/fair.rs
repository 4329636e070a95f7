//! `solve fair FILE`: the plan that raises the worst-off first, with the lowest scores of it and of the best plan.

use std::time::Instant;

use matching::assign::{Fairness, Question, propose, propose_fair, verify_fair};

use super::times::solved;
use super::{Options, Outcome, read_matrix, read_pairs};

/// Solves a file `reps` times.
pub(super) fn fair(options: &Options) -> Outcome<String> {
    let matrix = options.file.ends_with(".i32");
    let (mentees, capacities, pairs) = if matrix { read_matrix(&options.file)? } else { read_pairs(&options.file)? };
    let (question, plan, times) = solved(
        options.reps,
        |times| {
            let (capacities, pairs) = (capacities.clone(), pairs.clone());
            Ok(times.of(|| Question::new(mentees, capacities, pairs))?.first(options.first))
        },
        |question| Ok(propose_fair(question, Fairness::BeforeTotal)),
    )?;
    let checked = Instant::now();
    verify_fair(&question, Fairness::BeforeTotal, &plan)?;
    let verify_ms = checked.elapsed().as_secs_f64() * 1e3;
    let best = propose(&question);
    let lowest = best.pairs().map(|pair| pair.score).min();
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"lowest\":{:?},\"best\":[{},{},{}],\"proven\":true,{times},\"verify_ms\":{verify_ms:.3}}}",
        plan.plan().placed(),
        plan.plan().score(),
        plan.scores().first().copied().unwrap_or(0),
        best.placed(),
        best.score(),
        lowest.unwrap_or(0),
    ))
}
