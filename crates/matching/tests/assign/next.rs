//! The next-best plan, judged by trying every plan.

use matching::assign::{next_best, propose, verify_next};
use proptest::prelude::*;

use super::draft::{drafts, partners, value};

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_other_plan_is_better_than_the_next(mut draft in drafts(8)) {
        let question = draft.ask();
        let plan = propose(&question);
        let ours = partners(&draft, &plan);
        let others = draft.best(|other| other != ours);
        match next_best(&question, &plan) {
            Some(next) => {
                let (placed, score) = value(&plan);
                prop_assert_eq!(Some((placed - next.placed_fewer, score - next.score_less)), others);
                prop_assert_eq!(draft.value(&plan.after(&next.moves)), (placed - next.placed_fewer, score - next.score_less));
                prop_assert_eq!(verify_next(&question, &plan, &next), Ok(()));
                let mut claims = next.clone();
                claims.score_less -= 1;
                prop_assert!(verify_next(&question, &plan, &claims).is_err());
                claims = next.clone();
                claims.moves.clear();
                prop_assert!(verify_next(&question, &plan, &claims).is_err());
            }
            None => prop_assert_eq!(others, None),
        }
    }

    /// A plan that is further from the best than the next cannot be passed off with the next's proof.
    #[test]
    fn a_plan_further_off_is_found_out(mut draft in drafts(6)) {
        let question = draft.ask();
        let plan = propose(&question);
        let Some(next) = next_best(&question, &plan) else { return Ok(()) };
        let (placed, score) = value(&plan);
        let ours = partners(&draft, &plan);
        let mut others = Vec::new();
        draft.try_all(&mut Vec::new(), &mut draft.capacities.clone(), &mut |other| others.push(other.to_vec()));
        for other in others {
            let (count, total) = draft.value(&other);
            let mut claims = next.clone();
            (claims.placed_fewer, claims.score_less) = (placed - count, score - total);
            claims.moves = (0..draft.mentees).filter(|&at| ours[at] != other[at]).map(|at| matching::assign::Move {
                mentee: at as u32,
                from: ours[at],
                to: other[at],
            }).collect();
            let as_good = (claims.placed_fewer, claims.score_less) == (next.placed_fewer, next.score_less) && other != ours;
            prop_assert_eq!(verify_next(&question, &plan, &claims).is_ok(), as_good);
        }
    }
}
