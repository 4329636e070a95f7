//! Questions in which everybody ranks mentors nearly alike.

use matching::assign::{First, Pair, Question, propose, resume, verify};
use proptest::prelude::*;

use super::draft::{random, value};

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_crowd_gets_its_best_plan(
        (mentees, mentors) in (40usize..160, 10usize..160),
        places in 1u32..5,
        (step, noise) in (1i64..9, 1u64..40),
        every in 1u64..4,
        (seed, count) in (any::<u64>(), any::<bool>()),
    ) {
        let mut random = random(seed);
        let capacities: Vec<u32> = (0..mentors).map(|_| (random() % u64::from(places + 1)) as u32).collect();
        let all = (0..mentees as u32).flat_map(|mentee| (0..mentors as u32).map(move |mentor| (mentee, mentor)));
        let allowed: Vec<_> = all.filter(|_| random().is_multiple_of(every)).collect();
        let score = |(mentee, mentor): (u32, u32)| Pair { mentee, mentor, score: i64::from(mentor) * step + (random() % noise) as i64 - 50 };
        let pairs: Vec<Pair> = allowed.into_iter().map(score).collect();
        let first = if count { First::Count } else { First::Total };
        let question = Question::new(mentees, capacities, pairs).expect("a sound question").first(first);
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        // From nothing at all, the other way to the same value.
        let nobody = propose(&Question::new(0, Vec::new(), Vec::new()).expect("a sound question"));
        prop_assert_eq!(value(&resume(&question, &nobody)), value(&plan));
    }
}
