//! Random questions, judged by trying every plan, by an independent solver, and by the proof.

use std::collections::BTreeSet;

use matching::assign::{
    Fairness, First, LeftOut, Move, Pair, Question, WhyNot, next_best, one_more_place, propose, propose_fair, resume,
    unstable, verify, verify_fair, verify_next, why_left_out, why_not,
};
use proptest::prelude::*;

#[path = "assign/crowd.rs"]
mod crowd;
#[path = "assign/draft.rs"]
mod draft;
#[path = "assign/edits.rs"]
mod edits;
#[path = "assign/fair.rs"]
mod fair;
#[path = "assign/next.rs"]
mod next;
#[path = "assign/profiles.rs"]
mod profiles;
#[path = "assign/unstable.rs"]
mod unstable;

mod random;

use draft::{drafts, partners, random, value};

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_better(mut draft in drafts(8)) {
        let question = draft.ask();
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert_eq!(Some(value(&plan)), draft.best(|_| true));
        prop_assert_eq!(plan.pairs().count() + plan.left_out().count(), draft.mentees);
    }

    #[test]
    fn the_order_of_pairs_changes_nothing((mut draft, shuffled) in drafts(7).prop_flat_map(|draft| {
        let pairs = Just(draft.pairs.clone()).prop_shuffle();
        (Just(draft), pairs)
    })) {
        let plan = propose(&draft.ask());
        draft.pairs = shuffled;
        prop_assert_eq!(plan, propose(&draft.ask()));
    }

    #[test]
    fn joining_two_costs_what_the_best_plan_with_them_costs(mut draft in drafts(6), mentee in 0u32..7, mentor in 0u32..5) {
        let question = draft.ask();
        let plan = propose(&question);
        let together = draft.best(|plan| plan.get(mentee as usize) == Some(&Some(mentor)));
        match why_not(&question, &plan, mentee, mentor) {
            WhyNot::Chosen => prop_assert_eq!(together, Some(value(&plan))),
            WhyNot::Costs(change) => {
                let (placed, score) = value(&change.plan);
                prop_assert_eq!(Some((placed, score)), together);
                prop_assert_eq!((change.placed_fewer, change.score_less), (plan.placed() as i64 - placed, plan.score() - score));
                prop_assert_eq!(plan.after(&change.moves), partners(&draft, &change.plan));
                prop_assert!(change.moves.iter().all(|step| step.from != step.to));
                let locked = question.lock(mentee, mentor).expect("it was found possible");
                prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
            }
            _ => prop_assert_eq!(together, None),
        }
    }

    #[test]
    fn placing_somebody_left_out_costs_what_the_best_plan_with_her_costs(mut draft in drafts(6)) {
        let question = draft.ask();
        let plan = propose(&question);
        for mentee in 0..draft.mentees as u32 {
            let with_her = draft.best(|plan| plan[mentee as usize].is_some());
            match why_left_out(&question, &plan, mentee) {
                LeftOut::Placed { mentor } => prop_assert_eq!(plan.mentor_of(mentee), Some(mentor)),
                LeftOut::Costs(change) => {
                    prop_assert!(plan.mentor_of(mentee).is_none());
                    prop_assert_eq!(Some(value(&change.plan)), with_her);
                    let before: BTreeSet<u32> = plan.left_out().collect();
                    let after: BTreeSet<u32> = change.plan.left_out().collect();
                    prop_assert!(change.loses_place().eq(after.difference(&before).copied()));
                }
                _ => prop_assert_eq!(with_her, None),
            }
        }
    }

    #[test]
    fn one_more_place_brings_in_whom_it_says(mut draft in drafts(5)) {
        let question = draft.ask();
        let plan = propose(&question);
        for mentee in plan.left_out() {
            let ways = one_more_place(&question, &plan, mentee);
            let ranks: Vec<_> = ways.iter().map(|way| draft.rank((way.placed as i64, way.score))).collect();
            prop_assert!(ranks.is_sorted_by(|one, next| one >= next));
            let tied = draft.best(|plan| plan[mentee as usize].is_some()) == Some(value(&plan));
            for mentor in 0..draft.capacities.len() as u32 {
                let mut wide = draft.clone();
                wide.capacities[mentor as usize] += 1;
                let best = wide.best(|_| true);
                match ways.iter().find(|way| way.mentor == mentor) {
                    Some(way) => {
                        let moved = plan.after(&way.moves);
                        prop_assert!(moved[mentee as usize].is_some());
                        prop_assert_eq!(best, Some((way.placed as i64, way.score)));
                        prop_assert_eq!(wide.value(&moved), (way.placed as i64, way.score));
                        let mut feasible = false;
                        wide.try_all(&mut Vec::new(), &mut wide.capacities.clone(), &mut |plan| feasible |= plan == moved);
                        prop_assert!(feasible);
                    }
                    None if !tied && best != Some(value(&plan)) => {
                        prop_assert!(wide.best(|plan| plan[mentee as usize].is_some()) != best);
                    }
                    None => {}
                }
            }
        }
    }

    #[test]
    fn no_input_panics(
        mentees in 0usize..6,
        capacities in prop::collection::vec(prop_oneof![0u32..3, Just(u32::MAX)], 0..6),
        pairs in prop::collection::vec((0u32..7, 0u32..7, prop_oneof![
            -9i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX), (40u32..63).prop_map(|bit| -(1i64 << bit)),
            (40u32..63).prop_map(|bit| 1i64 << bit),
        ]), 0..8),
        minimum in any::<i64>(),
        lock in (0u32..7, 0u32..7),
        count in any::<bool>(),
    ) {
        let pairs = pairs.into_iter().map(|(mentee, mentor, score)| Pair { mentee, mentor, score }).collect();
        let Ok(question) = Question::new(mentees, capacities, pairs) else { return Ok(()) };
        let question = question.first(if count { First::Count } else { First::Total });
        let free = propose(&question);
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        prop_assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        let asked = [question.clone(), question.clone().minimum(minimum), question.clone().lock(lock.0, lock.1).unwrap_or(question)];
        for question in asked {
            let plan = propose(&question);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            prop_assert_eq!(value(&resume(&question, &free)), value(&plan));
            prop_assert!(unstable(&question, fair.plan()).len() <= 8);
            if let Some(next) = next_best(&question, &plan) {
                prop_assert_eq!(verify_next(&question, &plan, &next), Ok(()));
            }
            for mentee in 0..7 {
                let _ = (why_left_out(&question, &free, mentee), one_more_place(&question, &free, mentee));
                for mentor in 0..7 {
                    if let WhyNot::Costs(change) = why_not(&question, &plan, mentee, mentor) {
                        let locked = question.clone().lock(mentee, mentor).expect("it was found possible");
                        prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                    }
                }
            }
        }
        let nobody = Move { mentee: u32::MAX, from: None, to: Some(u32::MAX) };
        prop_assert_eq!(free.after(&[nobody]).len(), mentees);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Some hundreds of people, from lonely mentors to crowded ones: too many plans to try, so the proofs are the judges.
    #[test]
    fn larger_plans_and_their_reasons_are_proven(
        mentees in 50usize..300,
        mentors in 2usize..80,
        places in 1u32..120,
        (every, range) in (1u64..6, prop_oneof![Just(1u64), Just(21), Just(1_000_000_000)]),
        seed in any::<u64>(),
        count in any::<bool>(),
    ) {
        let mut random = random(seed);
        let capacities = (0..mentors).map(|_| (random() % u64::from(places)) as u32).collect();
        let all = (0..mentees as u32).flat_map(|mentee| (0..mentors as u32).map(move |mentor| (mentee, mentor)));
        let allowed: Vec<_> = all.filter(|_| random().is_multiple_of(every)).collect();
        let score = |(mentee, mentor)| Pair { mentee, mentor, score: (random() % range) as i64 - range as i64 / 9 };
        let question = Question::new(mentees, capacities, allowed.iter().copied().map(score).collect());
        let question = question.expect("a sound question").first(if count { First::Count } else { First::Total });
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        for &(mentee, mentor) in allowed.iter().step_by(allowed.len() / 8 + 1) {
            if let WhyNot::Costs(change) = why_not(&question, &plan, mentee, mentor) {
                let locked = question.clone().lock(mentee, mentor).expect("it was found possible");
                prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                prop_assert_eq!(value(&propose(&locked)), value(&change.plan));
            }
        }
    }

    /// All pairs allowed and a place for everybody: the classic assignment problem, which `lsap` solves as well.
    #[test]
    fn an_independent_solver_agrees(size in 1usize..240, seed in any::<u64>(), range in prop_oneof![Just(5u64), Just(100), Just(1_000_000)]) {
        let mut random = random(seed);
        let scores: Vec<i64> = (0..size * size).map(|_| (random() % range) as i64).collect();
        let pair = |(at, &score): (usize, &i64)| Pair { mentee: (at / size) as u32, mentor: (at % size) as u32, score };
        let question = Question::new(size, vec![1; size], scores.iter().enumerate().map(pair).collect());
        let question = question.expect("a sound question");
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        let costs: Vec<f64> = scores.iter().map(|&score| score as f64).collect();
        let (rows, columns) = lsap::solve(size, size, &costs, true).expect("lsap solves it");
        let theirs: i64 = rows.iter().zip(&columns).map(|(&row, &column)| scores[row * size + column]).sum();
        prop_assert_eq!(value(&plan), (size as i64, theirs));
    }
}
