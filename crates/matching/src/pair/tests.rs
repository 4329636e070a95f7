//! Named cases with known answers, blossoms of every kind, and proofs somebody has tampered with.

use super::*;
use crate::random::below as random;

mod tampered;

fn pair(one: u32, other: u32, score: i64) -> Pair {
    Pair { one, other, score }
}

fn ask(people: usize, pairs: &[Pair]) -> Question {
    Question::new(people, pairs.to_vec()).expect("a sound question")
}

fn proven(question: &Question) -> Plan {
    let plan = propose(question);
    assert_eq!(verify(question, &plan), Ok(()));
    plan
}

/// A best plan found by blossoms alone, everybody being alone at first.
fn proven_from_nothing(question: &Question) -> Plan {
    let net = Net::of(question);
    let mut forest = Forest::new(&net, Start::alone(&net), 0);
    Search::new(&forest).settle_all(&mut forest);
    let plan = forest.into_plan(question);
    assert_eq!(verify(question, &plan), Ok(()));
    plan
}

/// Five who get on in a ring, and somebody who only knows the first.
fn ring_and_one() -> Question {
    ask(6, &[pair(0, 1, 8), pair(1, 2, 8), pair(2, 3, 8), pair(3, 4, 8), pair(0, 4, 8), pair(0, 5, 1)])
}

#[test]
fn nobody_at_all_is_a_plan() {
    let plan = proven(&ask(0, &[]));
    assert_eq!((plan.placed(), plan.score(), plan.pairs().count()), (0, 0, 0));
}

#[test]
fn who_knows_nobody_is_left_out() {
    let plan = proven(&ask(3, &[pair(2, 0, 0)]));
    assert_eq!(plan.left_out().collect::<Vec<_>>(), [1]);
    assert_eq!((plan.partner_of(0), plan.partner_of(2), plan.partner_of(7)), (Some(2), Some(0), None));
}

#[test]
fn a_ring_of_three_needs_a_circle() {
    let question = ask(3, &[pair(0, 1, 6), pair(1, 2, 6), pair(0, 2, 6)]).first(First::Total);
    let plan = proven(&question);
    assert_eq!((plan.placed(), plan.score()), (1, 6));
    assert_eq!(plan.proof().circles().len(), 1);
    assert_eq!(plan.proof().circle_of(0), Some(0));
}

#[test]
fn most_pairs_or_best_total_first() {
    let question = ask(4, &[pair(0, 1, 1), pair(1, 2, 9), pair(2, 3, 1)]);
    let plan = proven(&question);
    assert_eq!(plan.pairs().collect::<Vec<_>>(), [(0, 1), (2, 3)]);
    let plan = proven(&question.first(First::Total));
    assert_eq!(plan.pairs().collect::<Vec<_>>(), [(1, 2)]);
}

#[test]
fn total_first_leaves_out_a_pair_below_nothing() {
    let question = ask(6, &[pair(0, 1, -1), pair(2, 3, 10), pair(4, 5, 0)]);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (3, 9));
    let question = question.first(First::Total);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (2, 10));
}

/// The cases of J. van Rantwijk's maximum weight matching program (2008), people counted from 1.
#[test]
fn blossoms_shrink_nest_and_open_as_known() {
    type Case = (&'static str, &'static [(u32, u32, i64)], &'static [(u32, u32)]);
    let cases: [Case; 15] = [
        ("shrink", &[(1, 2, 8), (1, 3, 9), (2, 3, 10), (3, 4, 7)], &[(1, 2), (3, 4)]),
        (
            "shrink, augment through",
            &[(1, 2, 8), (1, 3, 9), (2, 3, 10), (3, 4, 7), (1, 6, 5), (4, 5, 6)],
            &[(1, 6), (2, 3), (4, 5)],
        ),
        (
            "shrink, use as odd",
            &[(1, 2, 9), (1, 3, 8), (2, 3, 10), (1, 4, 5), (4, 5, 4), (1, 6, 3)],
            &[(1, 6), (2, 3), (4, 5)],
        ),
        (
            "shrink, use as odd, otherwise",
            &[(1, 2, 9), (1, 3, 8), (2, 3, 10), (1, 4, 5), (4, 5, 3), (1, 6, 4)],
            &[(1, 6), (2, 3), (4, 5)],
        ),
        (
            "shrink, use as odd, a third way",
            &[(1, 2, 9), (1, 3, 8), (2, 3, 10), (1, 4, 5), (4, 5, 3), (3, 6, 4)],
            &[(1, 2), (3, 6), (4, 5)],
        ),
        (
            "nest",
            &[(1, 2, 9), (1, 3, 9), (2, 3, 10), (2, 4, 8), (3, 5, 8), (4, 5, 10), (5, 6, 6)],
            &[(1, 3), (2, 4), (5, 6)],
        ),
        (
            "shrink, relabel, nest",
            &[
                (1, 2, 10),
                (1, 7, 10),
                (2, 3, 12),
                (3, 4, 20),
                (3, 5, 20),
                (4, 5, 25),
                (5, 6, 10),
                (6, 7, 10),
                (7, 8, 8),
            ],
            &[(1, 2), (3, 4), (5, 6), (7, 8)],
        ),
        (
            "nest, open twice",
            &[
                (1, 2, 8),
                (1, 3, 8),
                (2, 3, 10),
                (2, 4, 12),
                (3, 5, 12),
                (4, 5, 14),
                (4, 6, 12),
                (5, 7, 12),
                (6, 7, 14),
                (7, 8, 12),
            ],
            &[(1, 2), (3, 5), (4, 6), (7, 8)],
        ),
        (
            "shrink, relabel as odd, open",
            &[(1, 2, 23), (1, 5, 22), (1, 6, 15), (2, 3, 25), (3, 4, 22), (4, 5, 25), (4, 8, 14), (5, 7, 13)],
            &[(1, 6), (2, 3), (4, 8), (5, 7)],
        ),
        (
            "nest, relabel as odd, open",
            &[(1, 2, 19), (1, 3, 20), (1, 8, 8), (2, 3, 25), (2, 4, 18), (3, 5, 18), (4, 5, 13), (4, 7, 7), (5, 6, 7)],
            &[(1, 8), (2, 3), (4, 7), (5, 6)],
        ),
        (
            "odd with two ways out, open",
            &[
                (1, 2, 45),
                (1, 5, 45),
                (2, 3, 50),
                (3, 4, 45),
                (4, 5, 50),
                (1, 6, 30),
                (3, 9, 35),
                (4, 8, 35),
                (5, 7, 26),
                (9, 10, 5),
            ],
            &[(1, 6), (2, 3), (4, 8), (5, 7), (9, 10)],
        ),
        (
            "odd with two ways out, otherwise",
            &[
                (1, 2, 45),
                (1, 5, 45),
                (2, 3, 50),
                (3, 4, 45),
                (4, 5, 50),
                (1, 6, 30),
                (3, 9, 35),
                (4, 8, 26),
                (5, 7, 40),
                (9, 10, 5),
            ],
            &[(1, 6), (2, 3), (4, 8), (5, 7), (9, 10)],
        ),
        (
            "opened so that a new least slack appears",
            &[
                (1, 2, 45),
                (1, 5, 45),
                (2, 3, 50),
                (3, 4, 45),
                (4, 5, 50),
                (1, 6, 30),
                (3, 9, 35),
                (4, 8, 28),
                (5, 7, 26),
                (9, 10, 5),
            ],
            &[(1, 6), (2, 3), (4, 8), (5, 7), (9, 10)],
        ),
        (
            "nest in an odd one with two ways out, open",
            &[
                (1, 2, 45),
                (1, 7, 45),
                (2, 3, 50),
                (3, 4, 45),
                (4, 5, 95),
                (4, 6, 94),
                (5, 6, 94),
                (6, 7, 50),
                (1, 8, 30),
                (3, 11, 35),
                (5, 9, 36),
                (7, 10, 26),
                (11, 12, 5),
            ],
            &[(1, 8), (2, 3), (4, 6), (5, 9), (7, 10), (11, 12)],
        ),
        (
            "nest, relabel, open",
            &[
                (1, 2, 40),
                (1, 3, 40),
                (2, 3, 60),
                (2, 4, 55),
                (3, 5, 55),
                (4, 5, 50),
                (1, 8, 15),
                (5, 7, 30),
                (7, 6, 10),
                (8, 10, 10),
                (4, 9, 30),
            ],
            &[(1, 2), (3, 5), (4, 9), (6, 7), (8, 10)],
        ),
    ];
    for (name, pairs, expected) in cases {
        let pairs: Vec<Pair> = pairs.iter().map(|&(one, other, score)| pair(one, other, score)).collect();
        let question = ask(13, &pairs).first(First::Total);
        for plan in [proven(&question), proven_from_nothing(&question)] {
            assert_eq!(plan.pairs().collect::<Vec<_>>(), expected, "{name}");
        }
    }
}

#[test]
fn blossoms_alone_find_what_the_half_pairs_lead_to() {
    let mut random = random(7);
    let mut deepest = 0;
    for case in 0..400 {
        let people = 5 + random(60) as u32;
        let range = [2, 10, 1000, 1_000_000][case % 4];
        let reach = 2 + random(u64::from(people) / 2) as u32;
        let mut pairs = Vec::new();
        for one in 0..people {
            for other in one + 1..people.min(one + reach) {
                if random(3) > 0 {
                    // The nearer, the better, so that rings lie within rings.
                    pairs.push(pair(one, other, (range * 2 / u64::from(other - one) + random(range)) as i64));
                }
            }
        }
        let question = ask(people as usize, &pairs);
        for question in [question.clone().first(First::Total), question] {
            let (plan, other) = (proven(&question), proven_from_nothing(&question));
            assert_eq!((plan.placed(), plan.score()), (other.placed(), other.score()));
            let circles = other.proof().circles();
            let depth = |mut at: usize| {
                let mut depth = 1;
                while let Some(outer) = circles[at].outer {
                    (at, depth) = (outer as usize, depth + 1);
                }
                depth
            };
            deepest = deepest.max((0..circles.len()).map(depth).max().unwrap_or(0));
        }
    }
    assert!(deepest >= 4, "no deep nest among the cases: {deepest}");
}

#[test]
fn half_pairs_leave_one_person_of_each_odd_ring() {
    // Two rings of three far apart, and four in a row that half pairs settle alone.
    let rings = [pair(0, 1, 6), pair(1, 2, 6), pair(0, 2, 6), pair(3, 4, 6), pair(4, 5, 6), pair(3, 5, 6)];
    let row = [pair(6, 7, 7), pair(7, 8, 3), pair(8, 9, 5)];
    let question = ask(10, &[&rings[..], &row].concat());
    for first in [First::Count, First::Total] {
        let question = question.clone().first(first);
        let start = Start::halves(&Net::of(&question));
        let alone =
            |people: std::ops::Range<usize>| people.filter(|&person| start.partners[person] == u32::MAX).count();
        assert_eq!((alone(0..3), alone(3..6), alone(6..10)), (1, 1, 0));
        assert_eq!(proven(&question).placed(), 4);
    }
}

#[test]
fn a_lock_goes_before_everything() {
    let question = ring_and_one().lock(2, 1).expect("an allowed pair");
    let plan = proven(&question);
    assert_eq!(plan.partner_of(1), Some(2));
    assert_eq!((plan.placed(), plan.score()), (3, 17));
}

#[test]
fn malformed_questions_are_refused() {
    let refused = |people, pairs: &[Pair]| Question::new(people, pairs.to_vec()).expect_err("should be refused");
    assert_eq!(refused(2, &[pair(0, 2, 1)]), Refusal::UnknownPerson { person: 2 });
    assert_eq!(refused(2, &[pair(1, 1, 1)]), Refusal::WithThemself { person: 1 });
    assert_eq!(refused(3, &[pair(0, 1, 1), pair(1, 2, 1), pair(1, 0, 2)]), Refusal::PairTwice { one: 0, other: 1 });
    assert_eq!(refused(2, &[pair(0, 1, i64::MIN)]), Refusal::TooLarge);
    assert_eq!(refused(2, &[pair(0, 1, i64::MAX / 256)]), Refusal::TooLarge);
    assert_eq!(refused(usize::MAX, &[]), Refusal::TooMany);
}

#[test]
fn impossible_locks_are_refused() {
    let refused = |one, other| ring_and_one().lock(0, 1).and_then(|question| question.lock(one, other)).err();
    assert_eq!(refused(1, 0), None);
    assert_eq!(refused(9, 0), Some(Refusal::UnknownPerson { person: 9 }));
    assert_eq!(refused(2, 9), Some(Refusal::UnknownPerson { person: 9 }));
    assert_eq!(refused(3, 3), Some(Refusal::WithThemself { person: 3 }));
    assert_eq!(refused(0, 5), Some(Refusal::LockedTwice { person: 0 }));
    assert_eq!(refused(2, 1), Some(Refusal::LockedTwice { person: 1 }));
    assert_eq!(refused(2, 5), Some(Refusal::LockedNotAllowed { one: 2, other: 5 }));
}

#[test]
fn a_tampered_proof_is_found_out() {
    let question = ask(3, &[pair(0, 1, 6), pair(1, 2, 6), pair(0, 2, 6)]).first(First::Total);
    let plan = proven(&question);
    let flaw = |tamper: &dyn Fn(&mut Proof)| {
        let mut plan = plan.clone();
        tamper(&mut plan.proof);
        verify(&question, &plan).expect_err("should be found out")
    };
    assert_eq!(flaw(&|proof| proof.gains.truncate(2)), Flaw::OtherPeople);
    assert_eq!(flaw(&|proof| proof.inner.truncate(2)), Flaw::OtherPeople);
    assert_eq!(flaw(&|proof| proof.inner[0] = Some(9)), Flaw::WrongCircle);
    assert_eq!(flaw(&|proof| proof.circles[0].outer = Some(0)), Flaw::WrongCircle);
    assert_eq!(flaw(&|proof| proof.circles[0].outer = Some(5)), Flaw::WrongCircle);
    assert_eq!(flaw(&|proof| proof.gains[0] = -1), Flaw::WrongSign);
    assert_eq!(flaw(&|proof| proof.circles[0].price = -2), Flaw::WrongSign);
    assert_eq!(flaw(&|proof| proof.circles[0].price -= 2), Flaw::Undercut { one: 0, other: 1 });
    assert_eq!(flaw(&|proof| proof.circles.clear()), Flaw::WrongCircle);
    assert_eq!(flaw(&|proof| proof.inner[2] = None), Flaw::Undercut { one: 0, other: 2 });
    assert_eq!(flaw(&|proof| proof.gains[1] += 1), Flaw::Gap);
    assert_eq!(flaw(&|proof| proof.gains = vec![i64::MAX; 3]), Flaw::Gap);
}

#[test]
fn reasons_name_the_rule_that_stands_against_a_pair() {
    let question = ring_and_one().lock(0, 5).expect("an allowed pair");
    let plan = proven(&question);
    assert_eq!(why_not(&question, &plan, 0, 5), WhyNot::Chosen);
    assert_eq!(why_not(&question, &plan, 1, 3), WhyNot::NotAllowed);
    assert_eq!(why_not(&question, &plan, 1, 0), WhyNot::Locked { person: 0, partner: 5 });
    assert_eq!(why_left_out(&question, &plan, 42), LeftOut::NobodyAllowed);

    let alone = ask(4, &[pair(0, 1, 3), pair(1, 2, 3)]).lock(0, 1).expect("an allowed pair");
    let plan = proven(&alone);
    assert_eq!(why_left_out(&alone, &plan, 2), LeftOut::AllLocked);
    assert_eq!(why_left_out(&alone, &plan, 3), LeftOut::NobodyAllowed);
    assert_eq!(why_left_out(&alone, &plan, 0), LeftOut::Placed { partner: 1 });
}

#[test]
fn the_odd_one_out_joins_a_locked_pair() {
    let question = ask(3, &[pair(0, 1, 5), pair(1, 2, 1), pair(0, 2, 1)]).lock(0, 1).expect("an allowed pair");
    let plan = proven(&question);
    let three = with_triad(&question, &plan).expect("all three get on");
    assert_eq!((three.triad(), three.triad_score(), three.score()), ([0, 1, 2], 7, 7));
    assert_eq!((three.placed(), three.left_out().count(), three.pairs().count()), (3, 0, 0));
}

#[test]
fn nobody_joins_where_nobody_is_left_or_all_three_would_not_get_on() {
    let even = ask(2, &[pair(0, 1, 5)]);
    assert_eq!(with_triad(&even, &proven(&even)), None);
    let row = ask(3, &[pair(0, 1, 5), pair(1, 2, 5)]);
    assert_eq!(with_triad(&row, &proven(&row)), None);
}

#[test]
fn every_refusal_and_flaw_is_a_sentence() {
    let (one, other, person) = (1, 2, 3);
    let refusals = [
        Refusal::UnknownPerson { person },
        Refusal::WithThemself { person },
        Refusal::PairTwice { one, other },
        Refusal::LockedNotAllowed { one, other },
        Refusal::LockedTwice { person },
        Refusal::TooMany,
        Refusal::TooLarge,
    ];
    let flaws = [
        Flaw::OtherPeople,
        Flaw::OneSided { person },
        Flaw::NotAllowed { one, other },
        Flaw::LockBroken { person },
        Flaw::WrongTotals,
        Flaw::WrongSign,
        Flaw::WrongCircle,
        Flaw::Undercut { one, other },
        Flaw::Gap,
        Flaw::NotATriad,
        Flaw::BetterTriad { triad: [1, 2, 3] },
    ];
    for text in refusals.iter().map(ToString::to_string).chain(flaws.iter().map(ToString::to_string)) {
        assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{text}");
    }
}
