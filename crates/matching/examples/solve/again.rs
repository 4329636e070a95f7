//! `solve again FILE`: edits one thing at a time and solves again, from where the plan stood and from scratch in turn.

use std::time::Instant;

use matching::assign::{Pair, Question, Refusal, propose, resume, verify};

use super::{Options, Outcome, read_matrix, read_pairs};

/// One edit of each kind, somewhere in the middle of the people.
const EDITS: [&str; 6] = ["forbid", "score", "lock", "place_less", "place_more", "mentee_more"];

/// Solves a file, then each edit of [`EDITS`] at `reps` different people; says how long both ways take.
pub(super) fn again(options: &Options) -> Outcome<String> {
    let matrix = options.file.ends_with(".i32");
    let (mentees, capacities, pairs) = if matrix { read_matrix(&options.file)? } else { read_pairs(&options.file)? };
    let question = Question::new(mentees, capacities, pairs)?.first(options.first);
    let plan = propose(&question);
    let mut cells = Vec::new();
    let (mut all_resumed, mut all_anew) = (Vec::new(), Vec::new());
    for edit in EDITS {
        let (mut resumed, mut anew) = (Vec::new(), Vec::new());
        for rep in 0..options.reps {
            let at = (rep * 7919 + 13) % plan.placed().max(1);
            let Some(pair) = plan.pairs().nth(at) else { continue };
            let changed = edited(&question, edit, pair)?;
            let started = Instant::now();
            let ours = resume(&changed, &plan);
            resumed.push(started.elapsed().as_secs_f64() * 1e3);
            let started = Instant::now();
            let theirs = propose(&changed);
            anew.push(started.elapsed().as_secs_f64() * 1e3);
            verify(&changed, &ours)?;
            if (ours.placed(), ours.score()) != (theirs.placed(), theirs.score()) {
                return Err(format!("{edit}: not the same value").into());
            }
        }
        cells.push(format!("\"{edit}\":[{:.3},{:.3}]", median(&mut resumed), median(&mut anew)));
        all_resumed.append(&mut resumed);
        all_anew.append(&mut anew);
    }
    let (again, scratch) = (median(&mut all_resumed), median(&mut all_anew));
    Ok(format!("{{\"again_ms\":{again:.3},\"scratch_ms\":{scratch:.3},\"edits\":{{{}}}}}", cells.join(",")))
}

fn edited(question: &Question, edit: &str, pair: Pair) -> Result<Question, Refusal> {
    let question = question.clone();
    let Pair { mentee, mentor, score } = pair;
    let other = question
        .options_of(mentee)
        .map(|(mentor, _)| mentor)
        .find(|&other| other != mentor && question.capacity_of(other) > 0);
    let places = question.capacity_of(mentor);
    match edit {
        "forbid" => question.forbid(mentee, mentor),
        "score" => question.allow(Pair { mentee, mentor, score: score / 2 }),
        "lock" => question.lock(mentee, other.unwrap_or(mentor)),
        "place_less" => question.places(mentor, places - 1),
        "place_more" => question.places(mentor, places + 1),
        _ => {
            let options: Vec<(u32, i64)> = question.options_of((mentee + 1) % question.mentees() as u32).collect();
            question.add_mentee(&options)
        }
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(0.0)
}
