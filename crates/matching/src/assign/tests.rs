//! Named cases with known answers, and proofs somebody has tampered with.

use super::*;

fn pair(mentee: u32, mentor: u32, score: i64) -> Pair {
    Pair { mentee, mentor, score }
}

fn ask(mentees: usize, capacities: &[u32], pairs: &[Pair]) -> Question {
    Question::new(mentees, capacities.to_vec(), pairs.to_vec()).expect("a sound question")
}

fn proven(question: &Question) -> Plan {
    let plan = propose(question);
    assert_eq!(verify(question, &plan), Ok(()));
    plan
}

/// Four mentees, three mentors: a tie, a capacity of two, a mentor nobody may have.
fn small() -> Question {
    let pairs = [pair(0, 0, 90), pair(0, 1, 80), pair(1, 0, 80), pair(1, 1, 40), pair(2, 1, 55), pair(3, 1, 55)];
    ask(4, &[1, 2, 3], &pairs)
}

#[test]
fn nobody_at_all_is_a_plan() {
    let plan = proven(&ask(0, &[], &[]));
    assert_eq!((plan.placed(), plan.score(), plan.pairs().count()), (0, 0, 0));
}

#[test]
fn mentees_without_pairs_are_left_out() {
    let plan = proven(&ask(2, &[5], &[pair(1, 0, 0)]));
    assert_eq!(plan.left_out().collect::<Vec<_>>(), [0]);
    assert_eq!(plan.mentor_of(1), Some(0));
    assert_eq!(plan.mentor_of(7), None);
}

#[test]
fn moving_two_places_a_third() {
    let plan = proven(&small());
    assert_eq!((plan.placed(), plan.score()), (3, 80 + 80 + 55));
    assert_eq!(plan.mentor_of(1), Some(0));
}

#[test]
fn total_first_leaves_out_a_pair_below_nothing() {
    let pairs = [pair(0, 0, -1), pair(1, 0, 10), pair(2, 1, 0)];
    let question = ask(3, &[2, 1], &pairs);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (3, 9));
    let question = question.first(First::Total);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (2, 10));
}

#[test]
fn a_lock_stands_below_the_minimum() {
    let question = small().minimum(56).lock(3, 1).expect("an allowed pair");
    let plan = proven(&question);
    assert_eq!(plan.mentor_of(3), Some(1));
    assert_eq!(plan.left_out().collect::<Vec<_>>(), [2]);
}

#[test]
fn malformed_questions_are_refused() {
    let refused = |mentees, capacities: &[u32], pairs: &[Pair]| {
        Question::new(mentees, capacities.to_vec(), pairs.to_vec()).expect_err("should be refused")
    };
    assert_eq!(refused(1, &[1], &[pair(1, 0, 1)]), Refusal::UnknownMentee { mentee: 1 });
    assert_eq!(refused(1, &[1], &[pair(0, 1, 1)]), Refusal::UnknownMentor { mentor: 1 });
    let twice = [pair(0, 0, 1), pair(1, 0, 1), pair(0, 0, 2)];
    assert_eq!(refused(2, &[1], &twice), Refusal::PairTwice { mentee: 0, mentor: 0 });
    assert_eq!(refused(1, &[1], &[pair(0, 0, i64::MIN)]), Refusal::TooLarge);
    assert_eq!(refused(1, &[1], &[pair(0, 0, i64::MAX / 16)]), Refusal::TooLarge);
    assert_eq!(refused(usize::MAX, &[1], &[]), Refusal::TooMany);
}

#[test]
fn impossible_locks_are_refused() {
    let refused = |mentee, mentor| small().lock(0, 0).and_then(|question| question.lock(mentee, mentor)).err();
    assert_eq!(refused(0, 0), None);
    assert_eq!(refused(0, 1), Some(Refusal::MenteeLockedTwice { mentee: 0 }));
    assert_eq!(refused(1, 0), Some(Refusal::LockedOverCapacity { mentor: 0 }));
    assert_eq!(refused(1, 2), Some(Refusal::LockedNotAllowed { mentee: 1, mentor: 2 }));
    assert_eq!(refused(9, 0), Some(Refusal::UnknownMentee { mentee: 9 }));
    assert_eq!(refused(1, 9), Some(Refusal::UnknownMentor { mentor: 9 }));
}

#[test]
fn every_refusal_and_flaw_is_a_sentence() {
    let sentences = [
        Refusal::LockedOverCapacity { mentor: 3 }.to_string(),
        Refusal::TooLarge.to_string(),
        Flaw::Undercut { mentee: 1, mentor: 2 }.to_string(),
        Flaw::Gap.to_string(),
    ];
    assert!(sentences.iter().all(|text| text.ends_with('.') && text.starts_with(char::is_uppercase)));
}

#[test]
fn huge_capacities_take_no_memory() {
    let plan = proven(&ask(1, &[u32::MAX, u32::MAX], &[pair(0, 1, 5)]));
    assert_eq!(plan.mentor_of(0), Some(1));
}

#[test]
fn a_swapped_partner_is_found_out() {
    let question = small();
    let mut plan = propose(&question);
    plan.partners.swap(0, 1);
    assert!(matches!(verify(&question, &plan), Err(Flaw::WrongTotals | Flaw::Gap)));
    plan.scores.swap(0, 1);
    plan.scores[0] = 90;
    plan.scores[1] = 40;
    plan.total = 90 + 40 + 55;
    assert_eq!(verify(&question, &plan), Err(Flaw::Gap));
    plan.partners[1] = Some(2);
    assert_eq!(verify(&question, &plan), Err(Flaw::NotAllowed { mentee: 1, mentor: 2 }));
}

#[test]
fn a_crowded_mentor_is_found_out() {
    let question = small();
    let mut plan = propose(&question);
    plan.partners = vec![Some(0), Some(0), Some(1), Some(1)];
    plan.scores = vec![90, 80, 55, 55];
    assert_eq!(verify(&question, &plan), Err(Flaw::OverCapacity { mentor: 0 }));
}

#[test]
fn changed_totals_are_found_out() {
    let question = small();
    let plan = propose(&question);
    for change in [1, -1] {
        assert_eq!(verify(&question, &Plan { total: plan.total + change, ..plan.clone() }), Err(Flaw::WrongTotals));
    }
    assert_eq!(verify(&question, &Plan { placed: 4, ..plan.clone() }), Err(Flaw::WrongTotals));
    let mut scores = plan.scores.clone();
    scores[1] += 1;
    assert_eq!(verify(&question, &Plan { scores, ..plan }), Err(Flaw::WrongTotals));
}

#[test]
fn every_changed_number_in_a_proof_is_found_out() {
    let question = small();
    let plan = propose(&question);
    for change in [1, -1, i64::MAX / 2] {
        for at in 0..4 {
            let mut changed = plan.clone();
            changed.proof.gains[at] += change;
            assert!(verify(&question, &changed).is_err(), "gain {at} changed by {change}");
        }
        for at in 0..3 {
            let mut changed = plan.clone();
            changed.proof.prices[at] += change;
            assert!(verify(&question, &changed).is_err(), "price {at} changed by {change}");
        }
    }
}

#[test]
fn a_plan_for_other_people_is_found_out() {
    let plan = propose(&small());
    assert_eq!(verify(&ask(3, &[1], &[]), &plan), Err(Flaw::OtherPeople));
    assert!(verify(&small().minimum(60), &plan).is_err());
    assert!(verify(&small().first(First::Total).lock(0, 0).expect("allowed"), &plan).is_err());
}

#[test]
fn reasons_say_what_stands_in_the_way() {
    let question = small().lock(1, 0).expect("an allowed pair").minimum(56);
    let plan = propose(&question);
    assert_eq!(why_not(&question, &plan, 0, 0), WhyNot::NoPlace);
    assert_eq!(why_not(&question, &plan, 0, 1), WhyNot::Chosen);
    assert_eq!(why_not(&question, &plan, 0, 2), WhyNot::NotAllowed);
    assert_eq!(why_not(&question, &plan, 1, 1), WhyNot::Locked { mentor: 0 });
    assert_eq!(why_not(&question, &plan, 2, 1), WhyNot::BelowMinimum { score: 55 });
    assert_eq!(why_not(&question, &plan, 99, 1), WhyNot::NotAllowed);
    assert_eq!(why_left_out(&question, &plan, 0), LeftOut::Placed { mentor: 1 });
    assert_eq!(why_left_out(&question, &plan, 2), LeftOut::BelowMinimum { best: 55 });
    assert_eq!(why_left_out(&question, &plan, 99), LeftOut::NoAllowedMentor);
    assert!(one_more_place(&question, &plan, 99).is_empty());
}

#[test]
fn a_full_mentor_without_open_places_can_still_be_widened() {
    let question = ask(2, &[1], &[pair(0, 0, 10), pair(1, 0, 90)]).lock(0, 0).expect("an allowed pair");
    let plan = proven(&question);
    assert_eq!(why_left_out(&question, &plan, 1), LeftOut::NoPlace);
    let ways = one_more_place(&question, &plan, 1);
    assert_eq!((ways.len(), ways[0].mentor, ways[0].placed, ways[0].score), (1, 0, 2, 100));
}

#[test]
fn a_plan_that_is_not_best_is_not_reasoned_from() {
    let question = small();
    let best = propose(&question);
    let old = propose(&small().lock(0, 0).expect("an allowed pair"));
    for mentee in 0..4 {
        assert_eq!(why_left_out(&question, &old, mentee), why_left_out(&question, &best, mentee));
        assert_eq!(one_more_place(&question, &old, mentee), one_more_place(&question, &best, mentee));
    }
    // Mentees 2 and 3 are equally good for the last place: whoever is left out, the other would give way at no loss.
    let left = best.left_out().next().expect("one is left out");
    let LeftOut::Costs(change) = why_left_out(&question, &old, left) else { panic!("she could be placed") };
    assert_eq!((change.placed_fewer, change.score_less), (0, 0));
    assert_eq!(change.loses_place().collect::<Vec<_>>(), [5 - left]);
}

#[test]
fn a_balanced_proof_of_a_worse_plan_is_found_out() {
    let question = small();
    let nobody = Plan::new(&question, vec![None; 4], Proof { gains: vec![0; 4], prices: vec![0; 3] });
    assert_eq!(verify(&question, &nobody), Err(Flaw::Undercut { mentee: 0, mentor: 0 }));

    // Each gains what her pair weighs, and places cost nothing: balanced, and still wrong where others want the place.
    let weight = |score| question.scale().weight(score);
    let gains = vec![weight(90), weight(40), weight(55), 0];
    let greedy = Plan::new(&question, vec![Some(0), Some(1), Some(1), None], Proof { gains, prices: vec![0; 3] });
    assert_eq!(verify(&question, &greedy), Err(Flaw::Undercut { mentee: 1, mentor: 0 }));
}

#[test]
fn a_negative_price_cannot_balance_a_proof() {
    let question = ask(1, &[1], &[pair(0, 0, 10)]);
    let weight = question.scale().weight(10);
    let proof = |gain, price| Proof { gains: vec![gain], prices: vec![price] };
    let plan = |proof| Plan::new(&question, vec![Some(0)], proof);
    assert_eq!(verify(&question, &plan(proof(weight - 3, 3))), Ok(()));
    assert_eq!(verify(&question, &plan(proof(weight + 3, -3))), Err(Flaw::WrongSign));
    assert_eq!(verify(&question, &plan(proof(weight + 3, 0))), Err(Flaw::Gap));
    assert_eq!(verify(&question, &plan(proof(weight - 3, 0))), Err(Flaw::Undercut { mentee: 0, mentor: 0 }));
}

#[test]
fn one_point_outweighs_one_more_placed_when_the_total_comes_first() {
    let question = ask(2, &[1, 1], &[pair(0, 0, 10), pair(0, 1, 0), pair(1, 0, 9)]);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (2, 9));
    let question = question.first(First::Total);
    assert_eq!((proven(&question).placed(), proven(&question).score()), (1, 10));
}
