//! `solve profiles PEOPLE`: invents so many people who filled in a mentoring form, and proposes from their answers.
//!
//! Two in three are mentees, mentors have one to three places. Each names five of 60 topics, popular ones more often, one of
//! 12 places, 7 grades, 3 working patterns and 15 sectors. A fit has up to 100 points: 10 a shared topic, 20 for the
//! place, 15 for a mentor one or two grades up and 5 for none, 10 for the pattern, 5 for the sector.

use std::time::Instant;

use matching::assign::profiles::{Answer, Band, Criterion, Profiles, propose, resume_from, verify};

use super::times::{Times, solved};
use super::{Options, Outcome, peak_told};

/// Solves with 1, or as many as asked, threads, `reps` times.
pub(super) fn profiles(options: &Options) -> Outcome<String> {
    let Options { file, first, reps, seed, threads, .. } = options;
    let count: usize = file.parse().map_err(|_| format!("PEOPLE is how many to invent, and {file} is no number"))?;
    let threads = *threads as usize;
    let invented = invent(count, *seed)?.first(*first);
    let ask = |times: &mut Times| {
        let invented = invented.clone();
        Ok(times.of(|| invented))
    };
    let (people, plan, times) = solved(*reps, ask, |people| Ok(propose(people, threads)?))?;
    let peak = peak_told();
    let started = Instant::now();
    verify(&people, &plan)?;
    let verify_ms = started.elapsed().as_secs_f64() * 1e3;
    let Some(pair) = plan.pairs().nth(plan.placed() / 2) else { return Err("nobody was placed".into()) };
    let edited = people.forbid(pair.mentee, pair.mentor)?;
    let started = Instant::now();
    let again = resume_from(&edited, &plan, threads)?;
    let again_ms = started.elapsed().as_secs_f64() * 1e3;
    verify(&edited, &again)?;
    Ok(format!(
        "{{\"units\":{},\"score\":{},\"proven\":true,{times},\"verify_ms\":{verify_ms:.3},\"again_ms\":{again_ms:.3},\"peak_bytes\":{peak}}}",
        plan.placed(),
        plan.score(),
    ))
}

fn invent(people: usize, seed: u64) -> Outcome<Profiles> {
    let criteria = vec![
        Criterion::Shared { each: 10, most: 5 },
        Criterion::Same { points: 20 },
        Criterion::Steps { bands: vec![Band { from: 1, to: 2, points: 15 }, Band { from: 0, to: 0, points: 5 }] },
        Criterion::Same { points: 10 },
        Criterion::Same { points: 5 },
    ];
    // Xorshift (Marsaglia 2003).
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let popular: Vec<u64> = (1..=60).map(|rank| 1_000_000 / rank).collect();
    let all: u64 = popular.iter().sum();
    let mut person = || {
        let mut topics: Vec<u32> = Vec::new();
        while topics.len() < 5 {
            let mut at = random(all);
            let topic = popular.iter().position(|&share| {
                let here = at < share;
                at = at.saturating_sub(share);
                here
            });
            let topic = topic.unwrap_or(0) as u32;
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        let (place, grade) = (random(12) as u32, random(7) as i32);
        let (pattern, sector) = (random(3) as u32, random(15) as u32);
        let words = [Answer::Word(place), Answer::Number(grade), Answer::Word(pattern), Answer::Word(sector)];
        [Answer::List(topics)].into_iter().chain(words).collect::<Vec<_>>()
    };
    let mentees: Vec<_> = (0..people * 2 / 3).map(|_| person()).collect();
    let mentors: Vec<_> = (0..people - mentees.len()).map(|_| person()).collect();
    let places =
        mentors.iter().enumerate().map(|(at, _)| 1 + ((at as u64 ^ seed).wrapping_mul(0x9e37_79b9) >> 16) as u32 % 3);
    Ok(Profiles::new(criteria, &mentees, &mentors, places.collect())?)
}
