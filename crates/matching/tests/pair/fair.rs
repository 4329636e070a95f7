//! Fair pairs, judged by trying every plan.

use matching::pair::{Fairness, Pair, Question, propose, propose_fair, verify, verify_fair};
use proptest::prelude::*;

use super::{Draft, Groups, drafts, random, value};

/// The best of all plans by `rank`, which gets the number of pairs and their scores, from the lowest up.
fn best<R: Ord>(draft: &Draft, rank: impl Fn(i64, Vec<i64>) -> R) -> R {
    let mut best = None;
    let everybody: Vec<u32> = (0..draft.people as u32).collect();
    draft.try_all(&everybody, 0, 0, &mut Vec::new(), &mut |groups: &Groups, _| {
        let made = |&(one, other): &(u32, u32)| groups.iter().any(|two| two.contains(&one) && two.contains(&other));
        if draft.locks.iter().all(made) {
            let mut scores: Vec<i64> = groups.iter().filter_map(|two| draft.score_of(two[0], two[1])).collect();
            scores.sort_unstable();
            let rank = Some(rank(groups.len() as i64, scores));
            if rank > best {
                best = rank;
            }
        }
    });
    best.expect("there is always a plan")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_raises_the_worst_off_further(mut draft in drafts(8)) {
        let question = draft.ask();
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        prop_assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        let all = best(&draft, |count, scores| (count, scores));
        prop_assert_eq!((fair.plan().placed() as i64, fair.scores(&question)), all);
        prop_assert!(draft.people == 0 || verify(&question, fair.plan()).is_err());
    }

    #[test]
    fn among_the_best_none_is_fairer(mut draft in drafts(8)) {
        let question = draft.ask();
        let fair = propose_fair(&question, Fairness::AfterTotal);
        prop_assert_eq!(verify_fair(&question, Fairness::AfterTotal, &fair), Ok(()));
        prop_assert_eq!(value(fair.plan()), value(&propose(&question)));
        let all = best(&draft, |count, scores| (draft.rank((count, scores.iter().sum())), scores));
        prop_assert_eq!(fair.scores(&question), all.1);
    }
}

/// Some hundreds of people and odd rings: the proof is the judge, and the lowest score is the highest that will do.
#[test]
fn the_lowest_score_is_the_highest_with_as_many_pairs() {
    for (seed, range) in [(3, 7), (4, 101), (5, 1_000_000)] {
        let mut random = random(seed);
        let all = (0..120u32).flat_map(|one| (one + 1..120).map(move |other| (one, other)));
        let some: Vec<(u32, u32)> = all.filter(|_| random().is_multiple_of(12)).collect();
        let pair = |(one, other)| Pair { one, other, score: (random() % range) as i64 };
        let pairs: Vec<Pair> = some.into_iter().map(pair).collect();
        let question = Question::new(120, pairs.clone()).expect("a sound question");
        let fair = propose_fair(&question, Fairness::BeforeTotal);
        assert_eq!(verify_fair(&question, Fairness::BeforeTotal, &fair), Ok(()));
        let lowest = fair.scores(&question)[0];
        let at_least = |score| {
            let pairs = pairs.iter().copied().filter(|pair| pair.score >= score).collect();
            propose(&Question::new(120, pairs).expect("a sound question")).placed()
        };
        assert_eq!((fair.plan().placed(), at_least(lowest)), (propose(&question).placed(), fair.plan().placed()));
        assert!(at_least(lowest + 1) < fair.plan().placed());
    }
}
