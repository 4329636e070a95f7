//! Fair plans, judged by trying every plan.

use std::cmp::Reverse;

use matching::assign::{
    Fairness, Pair, Question, propose, propose_fair, propose_fair_to, verify, verify_fair, verify_fair_to,
};
use proptest::prelude::*;

use super::draft::{Draft, drafts, random, value};

/// The best of all plans by `rank`.
fn best<R: Ord>(draft: &Draft, rank: impl Fn(&[Option<u32>]) -> R) -> R {
    let mut best = None;
    draft.try_all(&mut Vec::new(), &mut draft.capacities.clone(), &mut |plan| {
        let rank = Some(rank(plan));
        if rank > best {
            best = rank;
        }
    });
    best.expect("there is always a plan")
}

/// The scores of those placed, from the lowest up.
fn scores(draft: &Draft, plan: &[Option<u32>], of: impl Fn(&Pair) -> Vec<i64>) -> Vec<i64> {
    let made = draft.pairs.iter().filter(|pair| plan[pair.mentee as usize] == Some(pair.mentor));
    let mut scores: Vec<i64> = made.flat_map(of).collect();
    scores.sort_unstable();
    scores
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_raises_the_worst_off_further(mut draft in drafts(8)) {
        let question = draft.ask();
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        prop_assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        let own = |pair: &Pair| vec![pair.score];
        let all = best(&draft, |plan| (draft.value(plan).0, scores(&draft, plan, own)));
        prop_assert_eq!((fair.plan().placed() as i64, fair.scores()), all);
        prop_assert!(draft.pairs.is_empty() || verify(&question, fair.plan()).is_err());
    }

    #[test]
    fn among_the_best_none_is_fairer(mut draft in drafts(8)) {
        let question = draft.ask();
        let fair = propose_fair(&question, Fairness::AfterTotal);
        prop_assert_eq!(verify_fair(&question, Fairness::AfterTotal, &fair), Ok(()));
        prop_assert_eq!(value(fair.plan()), value(&propose(&question)));
        let own = |pair: &Pair| vec![pair.score];
        let (_, all) = best(&draft, |plan| (draft.rank(draft.value(plan)), scores(&draft, plan, own)));
        prop_assert_eq!(fair.scores(), all);
    }

    #[test]
    fn both_sides_can_be_raised(mut draft in drafts(7), salt in any::<u64>()) {
        let question = draft.ask();
        let theirs = |mentee: u32, mentor: u32| ((u64::from(mentee * 31 + mentor) ^ salt).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 61) as i64;
        let both = |mentee, mentor, score| [score, theirs(mentee, mentor)];
        let fair = propose_fair_to(&question, Fairness::BeforeTotal, both);
        prop_assert_eq!(verify_fair_to(&question, Fairness::BeforeTotal, both, &fair), Ok(()));
        let of = |pair: &Pair| vec![pair.score, theirs(pair.mentee, pair.mentor)];
        let all = best(&draft, |plan| (draft.value(plan).0, scores(&draft, plan, of)));
        let plan: Vec<_> = (0..draft.mentees as u32).map(|mentee| fair.plan().mentor_of(mentee)).collect();
        prop_assert_eq!((fair.plan().placed() as i64, scores(&draft, &plan, of)), all);
    }
}

/// Some hundreds of people: the proof is the judge, and the lowest score is the highest minimum that places as many.
#[test]
fn the_lowest_score_is_the_highest_minimum_that_places_as_many() {
    for (seed, range) in [(3, 7u64), (4, 101), (5, 1_000_000)] {
        let mut random = random(seed);
        let pairs = (0..200u32).flat_map(|mentee| (0..90u32).map(move |mentor| (mentee, mentor)));
        let pairs: Vec<(u32, u32)> = pairs.filter(|_| random().is_multiple_of(6)).collect();
        let pairs = pairs.into_iter().map(|(mentee, mentor)| Pair { mentee, mentor, score: (random() % range) as i64 });
        let question = Question::new(200, vec![2; 90], pairs.collect()).expect("a sound question");
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        let (lowest, placed) = (fair.scores()[0], fair.plan().placed());
        assert_eq!(propose(&question.clone().minimum(lowest)).placed(), placed);
        assert!(propose(&question.clone().minimum(lowest + 1)).placed() < placed);
        assert!(Reverse(fair.plan().score()) >= Reverse(propose(&question).score()));
    }
}
