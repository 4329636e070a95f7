//! Solving again after edits, against solving from scratch.

use matching::assign::{First, Pair, Plan, Question, Refusal, propose, resume, verify};
use proptest::prelude::*;

use super::draft::{drafts, random, value};

/// One thing that can change; numbers are taken modulo the people there are.
#[derive(Debug, Clone)]
enum Edit {
    Allow(u32, u32, i64),
    Forbid(u32, u32),
    Lock(u32, u32),
    Unlock(u32),
    Places(u32, u32),
    AddMentee(Vec<(u32, i64)>),
    AddMentor(u32, Vec<(u32, i64)>),
    First(bool),
    Minimum(i64),
}

fn edits() -> impl Strategy<Value = Edit> {
    let two = || (0u32..8, 0u32..6);
    prop_oneof![
        4 => (two(), -3i64..40).prop_map(|((mentee, mentor), score)| Edit::Allow(mentee, mentor, score)),
        3 => two().prop_map(|(mentee, mentor)| Edit::Forbid(mentee, mentor)),
        3 => two().prop_map(|(mentee, mentor)| Edit::Lock(mentee, mentor)),
        1 => (0u32..8).prop_map(Edit::Unlock),
        3 => (0u32..6, 0u32..4).prop_map(|(mentor, places)| Edit::Places(mentor, places)),
        1 => prop::collection::vec((0u32..6, -3i64..40), 0..5).prop_map(Edit::AddMentee),
        1 => (0u32..4, prop::collection::vec((0u32..8, -3i64..40), 0..6)).prop_map(|(places, new)| Edit::AddMentor(places, new)),
        1 => any::<bool>().prop_map(Edit::First),
        1 => (-3i64..20).prop_map(Edit::Minimum),
    ]
}

fn edited(question: Question, edit: &Edit) -> Result<Question, Refusal> {
    match edit.clone() {
        Edit::Allow(mentee, mentor, score) => question.allow(Pair { mentee, mentor, score }),
        Edit::Forbid(mentee, mentor) => question.forbid(mentee, mentor),
        Edit::Lock(mentee, mentor) => question.lock(mentee, mentor),
        Edit::Unlock(mentee) => Ok(question.unlock(mentee)),
        Edit::Places(mentor, places) => question.places(mentor, places),
        Edit::AddMentee(options) => question.add_mentee(&options),
        Edit::AddMentor(places, options) => question.add_mentor(places, &options),
        Edit::First(count) => Ok(question.first(if count { First::Count } else { First::Total })),
        Edit::Minimum(score) => Ok(question.minimum(score)),
    }
}

/// The same question asked anew, from nothing but what can be read from it.
fn anew(question: &Question, first: First, minimum: i64) -> Question {
    let mentees = 0..question.mentees() as u32;
    let pairs = mentees.clone().flat_map(|mentee| {
        let pair = move |(mentor, score)| Pair { mentee, mentor, score };
        question.options_of(mentee).map(pair).collect::<Vec<_>>()
    });
    let capacities = (0..question.mentors() as u32).map(|mentor| question.capacity_of(mentor)).collect();
    let mut new = Question::new(question.mentees(), capacities, pairs.collect()).expect("a sound question");
    for mentee in mentees {
        if let Some(mentor) = question.locked(mentee) {
            new = new.lock(mentee, mentor).expect("it was locked before");
        }
    }
    new.first(first).minimum(minimum)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edit_after_edit_is_as_good_as_from_scratch(mut draft in drafts(8), edits in prop::collection::vec(edits(), 1..8)) {
        let mut question = draft.ask();
        let (mut first, mut minimum) = (draft.first, draft.minimum);
        let mut plan = propose(&question);
        for edit in &edits {
            let Ok(changed) = edited(question.clone(), edit) else { continue };
            match edit {
                Edit::First(count) => first = if *count { First::Count } else { First::Total },
                Edit::Minimum(score) => minimum = *score,
                _ => {}
            }
            question = changed;
            plan = resume(&question, &plan);
            let asked_anew = anew(&question, first, minimum);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            prop_assert_eq!(verify(&asked_anew, &plan), Ok(()));
            prop_assert_eq!(value(&plan), value(&propose(&asked_anew)));
        }
    }

    #[test]
    fn any_other_plan_is_a_start(mut one in drafts(8), mut other in drafts(8)) {
        let (question, start) = (one.ask(), propose(&other.ask()));
        let plan = resume(&question, &start);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert_eq!(value(&plan), value(&propose(&question)));
    }
}

fn crowd(mentees: u32, mentors: u32, seed: u64, range: u64) -> Question {
    let mut random = random(seed);
    let mut pairs = Vec::new();
    for mentee in 0..mentees {
        for mentor in 0..mentors {
            if random().is_multiple_of(7) {
                pairs.push(Pair { mentee, mentor, score: (random() % range) as i64 });
            }
        }
    }
    let capacities = (0..mentors).map(|_| (random() % 4) as u32).collect();
    Question::new(mentees as usize, capacities, pairs).expect("a sound question")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Some hundreds of people, and a dozen edits at once.
    #[test]
    fn many_edits_at_once(seed in any::<u64>(), range in prop_oneof![Just(3u64), Just(21), Just(1_000_000)], first in any::<bool>()) {
        let mut random = random(seed ^ 77);
        let mut question = crowd(240, 120, seed, range).first(if first { First::Count } else { First::Total });
        let mut plan: Plan = propose(&question);
        for _ in 0..4 {
            for _ in 0..12 {
                let (mentee, mentor, score) = ((random() % 240) as u32, (random() % 120) as u32, (random() % range) as i64);
                let edit = match random() % 5 {
                    0 => Edit::Allow(mentee, mentor, score),
                    1 => Edit::Forbid(mentee, plan.mentor_of(mentee).unwrap_or(mentor)),
                    2 => Edit::Lock(mentee, mentor),
                    3 => Edit::Places(mentor, (random() % 4) as u32),
                    _ => Edit::Unlock(mentee),
                };
                question = edited(question.clone(), &edit).unwrap_or(question);
            }
            plan = resume(&question, &plan);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            prop_assert_eq!(value(&plan), value(&propose(&question)));
        }
    }
}
