//! Full tables, judged by the check and by the solver that works without tables.

use super::super::{First, Pair, Question, resume, verify};
use super::propose;
use crate::random::below as random;

/// The table's plan keeps its proof and is worth what the other solver's is.
fn agrees(question: &Question) {
    let plan = propose(question).expect("pairs enough for a table");
    assert_eq!(verify(question, &plan), Ok(()));
    let other = resume::from(question, &[], vec![0; question.mentors()]);
    assert_eq!((plan.placed(), plan.score()), (other.placed(), other.score()));
}

#[test]
fn tables_of_every_shape_are_solved_as_without_a_table() {
    for seed in 0..400u64 {
        let mut random = random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let (mentees, mentors) = (1 + random(24) as u32, 1 + random(24) as u32);
        // Few scores, and so many ties; or scores wide apart; or so wide that cells must be.
        let range = [3, 1_000_000, 1 << 24, 1 << 40][random(4) as usize];
        let all = (0..mentees).flat_map(|mentee| (0..mentors).map(move |mentor| (mentee, mentor)));
        let some = random(2) == 0;
        let kept: Vec<(u32, u32)> = all.filter(|_| !some || random(9) > 0).collect();
        let below = if random(2) == 0 { range / 2 } else { 0 };
        let pair = |(mentee, mentor)| Pair { mentee, mentor, score: random(range) as i64 - below as i64 };
        let pairs: Vec<Pair> = kept.into_iter().map(pair).collect();
        let question = Question::new(mentees as usize, vec![1; mentors as usize], pairs).expect("a sound question");
        for first in [First::Count, First::Total] {
            let question = question.clone().first(first);
            if propose(&question).is_some() {
                agrees(&question);
                if let Some((mentor, _)) = question.options_of(0).next() {
                    let locked = question.clone().lock(0, mentor).expect("a pair");
                    if propose(&locked).is_some() {
                        agrees(&locked);
                    }
                }
            } else {
                assert!(some, "a full table is solved as a table");
            }
        }
    }
}

#[test]
fn a_mentor_with_places_for_all_leaves_one_to_spare() {
    let pairs: Vec<Pair> = (0..3).map(|mentee| Pair { mentee, mentor: 0, score: i64::from(mentee) }).collect();
    for places in 1..6 {
        let question = Question::new(3, vec![places], pairs.clone()).expect("a sound question");
        if propose(&question).is_some() {
            agrees(&question);
        }
    }
}

#[test]
fn as_many_places_as_mentors_are_not_one_each() {
    let pairs = (0..4).map(|at| Pair { mentee: at / 2, mentor: at % 2, score: i64::from(at) }).collect();
    agrees(&Question::new(2, vec![1, 1], pairs).expect("a sound question"));
    for capacities in [vec![0, 2, 1], vec![2, 0, 1], vec![1, 2, 0]] {
        let pair = |at: u32| Pair { mentee: at / 3, mentor: at % 3, score: i64::from(at * 7 % 5) };
        agrees(&Question::new(4, capacities, (0..12).map(pair).collect()).expect("a sound question"));
    }
}

#[test]
fn a_table_is_made_for_a_table_only() {
    let pair = |mentee, mentor| Pair { mentee, mentor, score: 1 };
    let sparse = Question::new(2, vec![1, 1], vec![pair(0, 0), pair(1, 1)]).expect("a sound question");
    assert_eq!(propose(&sparse), None);
    let nobody = Question::new(0, vec![1], Vec::new()).expect("a sound question");
    assert_eq!(propose(&nobody), None);
    let closed = Question::new(1, vec![0], vec![pair(0, 0)]).expect("a sound question");
    assert_eq!(propose(&closed), None);
}

#[test]
fn a_table_asked_at_once_is_the_same_question() {
    let mut random = random(7);
    let scores: Vec<i64> = (0..12).map(|_| random(100) as i64).collect();
    let pair = |(at, &score): (usize, &i64)| Pair { mentee: at as u32 / 4, mentor: at as u32 % 4, score };
    let listed = Question::new(3, vec![1, 2, 0, 1], scores.iter().enumerate().map(pair).collect());
    let table = Question::table(3, vec![1, 2, 0, 1], scores);
    let listed = listed.expect("a sound question");
    let table = table.expect("a sound question");
    let told =
        |question: &Question| (0..4).map(|mentee| question.options_of(mentee).collect()).collect::<Vec<Vec<_>>>();
    assert_eq!(told(&table), told(&listed));
    // Once edited, everybody has a list of their own.
    let edit = |question: Question| {
        let question = question.add_mentee(&[]).and_then(|question| question.forbid(1, 2)).expect("a sound edit");
        question.add_mentor(1, &[(3, 7)]).and_then(|question| question.add_mentee(&[(4, 9)])).expect("a sound edit")
    };
    let (table, listed) = (edit(table), edit(listed));
    assert_eq!(format!("{table:?}"), format!("{listed:?}"));
    // A table of nobody has no list that whoever comes could be taken to have.
    let empty = Question::table(0, vec![1, 1], Vec::new()).and_then(|question| question.add_mentee(&[(1, 9)]));
    let empty = empty.expect("a sound edit");
    assert_eq!(empty.options_of(0).collect::<Vec<_>>(), [(1, 9)]);
    assert_eq!(super::super::propose(&empty).mentor_of(0), Some(1));
}
