//! Named cases with known answers, and proofs somebody has tampered with.

use super::plan::Case;
use super::*;

fn ask(people: usize, gifts: &[(u32, u32, i64)]) -> Question {
    let gift = |&(giver, taker, score): &(u32, u32, i64)| Gift::new(giver, taker, score);
    Question::new(people, gifts.iter().map(gift).collect()).expect("a sound question")
}

fn proven(question: &Question) -> Plan {
    let plan = propose(question, &Search::steps(2_000), &|| false);
    assert_eq!(verify(question, &plan), Ok(()));
    assert!(plan.proven());
    plan
}

/// Five people in a circle who could all give both ways: pairs leave one out, and only cases show that nothing is better.
fn five() -> Question {
    let both = |person: u32| [(person, (person + 1) % 5, 10), ((person + 1) % 5, person, 10)];
    let gifts: Vec<_> = (0..5).flat_map(both).collect();
    ask(5, &gifts).longest(2).expect("short rings")
}

#[test]
fn nobody_at_all_is_a_plan() {
    let plan = proven(&ask(0, &[]));
    assert_eq!((plan.helped(), plan.score(), plan.bound()), (0, 0, (0, 0)));
    let plan = proven(&ask(3, &[(0, 1, 5), (1, 2, 5)]));
    assert_eq!((plan.helped(), plan.left_out().count()), (0, 3));
}

#[test]
fn longer_rings_help_more_people() {
    let question = ask(4, &[(0, 1, 5), (1, 2, 5), (2, 3, 5), (3, 0, 5), (1, 0, 5)]);
    assert_eq!(proven(&question).helped(), 2);
    let question = question.longest(4).expect("short rings");
    assert_eq!(proven(&question).chains(), [Chain::closed(&[0, 1, 2, 3])]);
}

#[test]
fn a_chain_begins_with_who_only_gives_and_is_no_longer_than_said() {
    let question = ask(5, &[(4, 0, 5), (0, 1, 5), (1, 2, 5), (2, 3, 5), (3, 4, 9)]);
    assert_eq!(proven(&question).helped(), 0);
    for longest in 0..6 {
        let question = question.clone().only_give(&[4], longest).expect("a known person");
        assert_eq!(proven(&question).helped(), longest.min(4));
    }
}

#[test]
fn what_the_programme_cannot_tell_the_cases_can() {
    let question = five();
    let plan = proven(&question);
    assert_eq!((plan.helped(), plan.score()), (4, 40));
    assert!(plan.proof().cases() > 1);
    let hasty = propose(&question, &Search::steps(0), &|| false);
    assert_eq!(verify(&question, &hasty), Ok(()));
    assert!(!hasty.proven());
}

#[test]
fn malformed_questions_are_refused() {
    let refused = |gifts: &[(u32, u32, i64)]| {
        Question::new(3, gifts.iter().map(|gift| Gift::new(gift.0, gift.1, gift.2)).collect()).err()
    };
    assert_eq!(refused(&[(0, 3, 1)]), Some(Refusal::Unknown { person: 3 }));
    assert_eq!(refused(&[(0, 1, 1), (0, 1, 2)]), Some(Refusal::GiftTwice { giver: 0, taker: 1 }));
    assert_eq!(refused(&[(0, 1, i64::MIN)]), Some(Refusal::TooLarge));
    let lock = |chain| five().lock(Chain::closed(&[0, 1])).and_then(|question| question.lock(chain)).err();
    assert_eq!(lock(Chain::closed(&[1, 0])), None);
    assert_eq!(lock(Chain::closed(&[1, 2])), Some(Refusal::LockedTwice { person: 1 }));
    assert_eq!(lock(Chain::closed(&[2, 4])), Some(Refusal::NotAllowed { giver: 2, taker: 4 }));
    assert_eq!(lock(Chain::closed(&[2, 3, 4])), Some(Refusal::LockOfNoUse));
    assert_eq!(lock(Chain::open(&[2, 3])), Some(Refusal::LockOfNoUse));
    assert_eq!(lock(Chain::closed(&[2, 9])), Some(Refusal::Unknown { person: 9 }));
    assert_eq!(five().only_give(&[5], 2).err(), Some(Refusal::Unknown { person: 5 }));
}

#[test]
fn every_refusal_and_flaw_is_a_sentence() {
    let sentences = [
        Refusal::LockOfNoUse.to_string(),
        Refusal::NotAllowed { giver: 1, taker: 2 }.to_string(),
        Flaw::Twice { person: 3 }.to_string(),
        Flaw::Cases.to_string(),
    ];
    assert!(sentences.iter().all(|text| text.ends_with('.') && text.starts_with(char::is_uppercase)));
}

#[test]
fn a_changed_plan_is_found_out() {
    let question = five();
    let plan = proven(&question);
    let with = |chains: &[Chain]| Plan { chains: chains.to_vec(), ..plan.clone() };
    let pair = |one, other| Chain::closed(&[one, other]);
    assert_eq!(verify(&question, &with(&[pair(0, 1), pair(1, 2)])), Err(Flaw::Twice { person: 1 }));
    assert_eq!(verify(&question, &with(&[pair(0, 2)])), Err(Flaw::NotAllowed { giver: 0, taker: 2 }));
    assert_eq!(verify(&question, &with(&[Chain::closed(&[0, 1, 2])])), Err(Flaw::NoChain));
    assert_eq!(verify(&question, &with(&[pair(0, 9)])), Err(Flaw::NoChain));
    assert_eq!(verify(&question, &with(&[pair(0, 1)])), Err(Flaw::WrongTotals));
    assert_eq!(verify(&question, &Plan { helped: 5, ..plan.clone() }), Err(Flaw::WrongTotals));
    assert_eq!(verify(&question, &Plan { total: 41, ..plan.clone() }), Err(Flaw::WrongTotals));
    assert_eq!(verify(&question, &Plan { bound: (4, 39), ..plan.clone() }), Err(Flaw::WrongTotals));
    assert_eq!(verify(&question, &Plan { left_out: vec![], ..plan }), Err(Flaw::WrongTotals));
}

#[test]
fn a_changed_proof_is_found_out() {
    let question = five();
    let plan = proven(&question);
    let check = |change: &dyn Fn(&mut Proof)| {
        let mut changed = plan.clone();
        change(&mut changed.proof);
        changed.bound = changed.proof.bound(&question);
        verify(&question, &changed)
    };
    for person in 0..5 {
        let price = plan.proof.prices.people[person];
        assert_eq!(check(&|proof| proof.prices.people[person] = 0), Err(Flaw::Undercut));
        assert_eq!(check(&|proof| proof.prices.people[person] = -price), Err(Flaw::WrongSign));
    }
    assert_eq!(check(&|proof| proof.prices.people.truncate(4)), Err(Flaw::OtherPeople));
    assert_eq!(check(&|proof| proof.cases.clear()), Err(Flaw::Gap));
    // A lower ceiling, a case left away, a case told twice, and prices of a case that are too low or too high.
    assert!(check(&|proof| proof.ceiling -= 1).is_err());
    for at in 0..plan.proof.cases.len() {
        assert!(check(&|proof| drop(proof.cases.remove(at))).is_err());
        assert!(check(&|proof| proof.cases.insert(at, proof.cases[at].clone())).is_err());
        let Case::End { prices } = &plan.proof.cases[at] else { continue };
        for (person, &price) in prices.people.iter().enumerate() {
            for change in [1i64 << 40, -(1 << 40)] {
                let tampered = check(&|proof| {
                    if let Case::End { prices } = &mut proof.cases[at] {
                        prices.people[person] += change;
                    }
                });
                assert!(tampered.is_err() || change < 0 && price > 1 << 40, "case {at}, person {person}");
            }
        }
    }
    assert_eq!(verify(&ask(5, &[]), &plan), Err(Flaw::NotAllowed { giver: 0, taker: 1 }));
}

#[test]
fn a_bound_that_is_too_low_is_found_out() {
    // Prices that would prove three people to be the most, where a ring helps four.
    let question = ask(4, &[(0, 1, 5), (1, 2, 5), (2, 3, 5), (3, 0, 5)]).longest(4).expect("short rings");
    let mut plan = proven(&question);
    for price in &mut plan.proof.prices.people {
        *price = *price * 3 / 4;
    }
    assert_eq!(verify(&question, &plan), Err(Flaw::Undercut));
}
