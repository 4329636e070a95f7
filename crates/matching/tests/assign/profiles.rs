//! Questions from profiles, against the same questions with every pair written down.

use matching::assign::profiles::{Answer, Band, Criterion, Profiles, propose, resume_from, verify};
use matching::assign::{self, First, Refusal};
use proptest::prelude::*;

use super::draft::value;

/// A criterion of any kind; the kind says which answers fit.
fn criteria() -> impl Strategy<Value = Criterion> {
    let band = (-4i32..4, 0i32..4, -9i32..30).prop_map(|(from, wide, points)| Band { from, to: from + wide, points });
    prop_oneof![
        (-5i32..30).prop_map(|points| Criterion::Same { points }),
        (-5i32..30).prop_map(|points| Criterion::Different { points }),
        (-2i32..12, 0u32..5).prop_map(|(each, most)| Criterion::Shared { each, most }),
        (-5i32..60).prop_map(|points| Criterion::Share { points }),
        prop::collection::vec(band, 0..3).prop_map(|bands| Criterion::Steps { bands }),
        Just(Criterion::Apart),
    ]
}

fn answer(criterion: &Criterion) -> BoxedStrategy<Answer> {
    let given = match criterion {
        Criterion::Shared { .. } | Criterion::Share { .. } => prop_oneof![
            prop::collection::vec(0u32..6, 0..5).prop_map(Answer::List),
            prop::collection::vec(0u32..200, 0..90).prop_map(Answer::List),
        ]
        .boxed(),
        Criterion::Steps { .. } => (-3i32..4).prop_map(Answer::Number).boxed(),
        Criterion::Apart => (0u32..9).prop_map(Answer::Word).boxed(),
        _ => (0u32..3).prop_map(Answer::Word).boxed(),
    };
    prop_oneof![1 => Just(Answer::None), 9 => given].boxed()
}

#[derive(Debug, Clone)]
struct Rules {
    first: bool,
    minimum: Option<i64>,
    forbidden: Vec<(u32, u32)>,
    locks: Vec<(u32, u32)>,
}

/// So many mentees and mentors at most, with a few pairs forbidden or locked.
fn schemes(mentees: usize, mentors: usize) -> impl Strategy<Value = Profiles> {
    prop::collection::vec(criteria(), 0..5).prop_flat_map(move |criteria| {
        let person = criteria.iter().map(answer).collect::<Vec<_>>();
        let people = (prop::collection::vec(person.clone(), 0..=mentees), prop::collection::vec(person, 1..=mentors));
        let two = || prop::collection::vec((0..mentees.max(1) as u32, 0..mentors as u32), 0..4);
        let rules = (any::<bool>(), prop::option::weighted(0.3, -5i64..40), two(), two());
        let rules = rules.prop_map(|(first, minimum, forbidden, locks)| Rules { first, minimum, forbidden, locks });
        (Just(criteria), people, prop::collection::vec(0u32..4, mentors), rules).prop_map(scheme)
    })
}

type People = (Vec<Vec<Answer>>, Vec<Vec<Answer>>);

fn scheme((criteria, (mentees, mentors), mut places, rules): (Vec<Criterion>, People, Vec<u32>, Rules)) -> Profiles {
    places.truncate(mentors.len());
    let mut people = Profiles::new(criteria, &mentees, &mentors, places).expect("sound profiles");
    people = people.first(if rules.first { First::Count } else { First::Total });
    people = people.minimum(rules.minimum.unwrap_or(i64::MIN));
    for (mentee, mentor) in rules.forbidden {
        people = people.clone().forbid(mentee, mentor).unwrap_or(people);
    }
    for (mentee, mentor) in rules.locks {
        people = people.clone().lock(mentee, mentor).unwrap_or(people);
    }
    people
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_is_the_best_of_all_pairs(people in schemes(9, 5), threads in 0usize..4) {
        let question = people.question().expect("few enough");
        let (plan, written) = (propose(&people, threads).expect("solved"), assign::propose(&question));
        prop_assert_eq!(value(&plan), value(&written));
        prop_assert_eq!(verify(&people, &plan), Ok(()));
        prop_assert_eq!(assign::verify(&question, &plan), Ok(()));
        prop_assert_eq!(&plan, &propose(&people, 1).expect("solved"));
        for pair in plan.pairs() {
            let terms = people.terms(pair.mentee, pair.mentor).expect("an allowed pair");
            prop_assert_eq!(terms.iter().sum::<i64>(), pair.score);
        }
    }

    #[test]
    fn an_edit_is_taken_up(people in schemes(9, 5), mentee in 0u32..9, mentor in 0u32..5, places in 0u32..4, edit in 0..4) {
        let plan = propose(&people, 1).expect("solved");
        let edited = match edit {
            0 => people.clone().forbid(mentee, mentor),
            1 => people.clone().lock(mentee, mentor),
            2 => people.clone().places(mentor, places),
            _ => Ok(people.clone().minimum(i64::from(places) * 5)),
        };
        let Ok(edited) = edited else { return Ok(()) };
        let again = resume_from(&edited, &plan, 1).expect("solved");
        prop_assert_eq!(verify(&edited, &again), Ok(()));
        prop_assert_eq!(value(&again), value(&propose(&edited, 1).expect("solved")));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// More mentors than a mentee starts with: pairs have to join.
    #[test]
    fn a_crowd_is_solved_over_all_pairs(people in schemes(150, 90)) {
        let question = people.question().expect("few enough");
        let plan = propose(&people, 2).expect("solved");
        prop_assert_eq!(assign::verify(&question, &plan), Ok(()));
        prop_assert_eq!(verify(&people, &plan), Ok(()));
        prop_assert_eq!(value(&plan), value(&assign::propose(&question)));
    }
}

/// Nine hundred people all rank the same few mentors first: far from what each mentee starts with.
#[test]
fn everybody_wants_the_same() {
    let number = |number: usize| vec![Answer::Number(number as i32)];
    let bands = (0..300).map(|step| Band { from: step, to: 1000, points: 1 + step % 3 }).collect();
    let mentees: Vec<_> = (0..600).map(|at| number(at % 7)).collect();
    let mentors: Vec<_> = (0..300).map(number).collect();
    for first in [First::Count, First::Total] {
        let people =
            Profiles::new(vec![Criterion::Steps { bands: Vec::clone(&bands) }], &mentees, &mentors, vec![2; 300]);
        let people = people.expect("sound profiles").first(first);
        let plan = propose(&people, 2).expect("solved");
        assert_eq!(verify(&people, &plan), Ok(()));
        assert_eq!(value(&plan), value(&assign::propose(&people.question().expect("few enough"))));
    }
}

#[test]
fn malformed_profiles_are_refused() {
    let refused = |criterion: Criterion, answer: &[Answer], places: Vec<u32>| {
        Profiles::new(vec![criterion], &[answer.to_vec()], &[vec![Answer::None]], places).err()
    };
    let steps = || Criterion::Steps { bands: vec![Band { from: i32::MIN, to: i32::MAX, points: 1 }] };
    let does_not_fit = Some(Refusal::AnswerDoesNotFit { criterion: 0 });
    assert_eq!(refused(steps(), &[Answer::Word(1)], vec![1]), does_not_fit);
    assert_eq!(refused(steps(), &[Answer::Number(i32::MIN)], vec![1]), does_not_fit);
    assert_eq!(refused(steps(), &[], vec![1]), does_not_fit);
    assert_eq!(refused(Criterion::Apart, &[Answer::List(vec![])], vec![1]), does_not_fit);
    assert_eq!(refused(Criterion::Share { points: 1 }, &[Answer::Number(1)], vec![1]), does_not_fit);
    assert_eq!(refused(Criterion::Same { points: i32::MIN }, &[Answer::None], vec![1]), Some(Refusal::TooLarge));
    let endless = Criterion::Shared { each: i32::MAX, most: u32::MAX };
    assert_eq!(refused(endless, &[Answer::None], vec![1]), Some(Refusal::TooLarge));
    assert_eq!(refused(steps(), &[Answer::None], vec![]), Some(Refusal::TooMany));
    assert_eq!(refused(steps(), &[Answer::None], vec![u32::MAX]), None);
}
