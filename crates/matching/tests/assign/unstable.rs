//! Instability, against the definition taken literally, and against a plan known to be stable.

use matching::assign::{Plan, Question, propose, unstable, unstable_by};
use proptest::prelude::*;

use super::draft::{Draft, drafts};

/// Who would both rather have each other, by asking every pair about every place.
fn upset(
    draft: &Draft,
    question: &Question,
    plan: &Plan,
    likes: impl Fn(u32, u32, i64) -> (i64, i64),
) -> Vec<(u32, u32)> {
    let mut upset = Vec::new();
    for pair in &draft.pairs {
        let (mentee, mentor) = (pair.mentee, pair.mentor);
        if pair.score < draft.minimum || question.locked(mentee).is_some() || plan.mentor_of(mentee) == Some(mentor) {
            continue;
        }
        let wants = |mentee, mentor| likes(mentee, mentor, question.score_of(mentee, mentor).expect("a pair"));
        let she = plan.mentor_of(mentee).is_none_or(|now| wants(mentee, mentor).0 > wants(mentee, now).0);
        let guests: Vec<u32> = plan.pairs().filter(|other| other.mentor == mentor).map(|other| other.mentee).collect();
        let spare = guests.len() < question.capacity_of(mentor) as usize;
        let better =
            |guest: &u32| question.locked(*guest).is_none() && wants(mentee, mentor).1 > wants(*guest, mentor).1;
        if she && (spare || guests.iter().any(better)) {
            upset.push((mentee, mentor));
        }
    }
    upset.sort_unstable();
    upset
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn those_who_would_both_rather_are_listed(mut draft in drafts(8), salt in any::<u64>()) {
        let question = draft.ask();
        let plan = propose(&question);
        let liked = |a: u32, b: u32| ((u64::from(a * 31 + b) ^ salt).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 62) as i64;
        let own = |mentee: u32, mentor: u32, _| (liked(mentee, mentor), liked(mentor + 99, mentee));
        let pairs = |found: Vec<matching::assign::Unstable>| found.iter().map(|pair| (pair.mentee, pair.mentor)).collect::<Vec<_>>();
        let same = |_, _, score| (score, score);
        prop_assert_eq!(pairs(unstable(&question, &plan)), upset(&draft, &question, &plan, same));
        prop_assert_eq!(pairs(unstable_by(&question, &plan, own)), upset(&draft, &question, &plan, own));
        for pair in unstable(&question, &plan) {
            prop_assert_eq!(pair.now, plan.mentor_of(pair.mentee));
            prop_assert!(pair.instead_of.is_none_or(|guest| plan.mentor_of(guest) == Some(pair.mentor)));
        }
    }

    /// Taking the best pair left, again and again, gives a stable plan where no scores are equal: as a plan of its own
    /// question, which allows nothing else, it upsets nobody in the whole one.
    #[test]
    fn the_greedy_plan_upsets_nobody(mut draft in drafts(7)) {
        draft.locks.clear();
        draft.minimum = i64::MIN;
        for (at, pair) in draft.pairs.iter_mut().enumerate() {
            pair.score = pair.score * 100 + at as i64;
        }
        let question = draft.ask();
        let (mut free, mut placed) = (draft.capacities.clone(), vec![false; draft.mentees]);
        let mut greedy = draft.clone();
        greedy.pairs.sort_unstable_by_key(|pair| std::cmp::Reverse(pair.score));
        greedy.pairs.retain(|pair| {
            let fits = free[pair.mentor as usize] > 0 && !placed[pair.mentee as usize];
            if fits {
                free[pair.mentor as usize] -= 1;
                placed[pair.mentee as usize] = true;
            }
            fits
        });
        greedy.first = matching::assign::First::Count;
        prop_assert_eq!(unstable(&question, &propose(&greedy.ask())), vec![]);
    }
}
