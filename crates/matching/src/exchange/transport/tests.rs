//! Named cases with known answers, and proofs somebody has tampered with.

use super::*;

fn ask(needs: &[u32], offers: &[u32], ways: &[Way]) -> Question {
    Question::new(needs.to_vec(), offers.to_vec(), ways.to_vec()).expect("a sound question")
}

fn proven(question: &Question) -> Plan {
    let plan = propose(question);
    assert_eq!(verify(question, &plan), Ok(()));
    plan
}

/// Three needs, two offers, a limit, too few hours, and one way that is worth more elsewhere.
fn small() -> Question {
    let ways =
        [Way::new(0, 0, 90), Way::new(0, 1, 80), Way::new(1, 0, 80), Way::new(1, 1, 40).at_most(1), Way::new(2, 1, 55)];
    ask(&[3, 2, 2], &[3, 2], &ways)
}

#[test]
fn nothing_at_all_is_a_plan() {
    let plan = proven(&ask(&[], &[], &[]));
    assert_eq!((plan.hours(), plan.score(), plan.shares().len()), (0, 0, 0));
    let plan = proven(&ask(&[3], &[0], &[Way::new(0, 0, 5)]));
    assert_eq!(plan.short().collect::<Vec<_>>(), [(0, 3)]);
    assert_eq!((plan.missing(7), plan.hours_of(7, 7)), (0, 0));
}

#[test]
fn a_limit_sends_hours_elsewhere() {
    let plan = proven(&small());
    assert_eq!((plan.hours(), plan.score()), (5, 90 + 2 * 80 + 2 * 80));
    let plan = proven(&small().at_most(1, 0, 1).expect("a known way"));
    assert_eq!((plan.hours(), plan.score()), (5, 2 * 90 + 80 + 80 + 55));
}

#[test]
fn total_first_leaves_hours_below_nothing() {
    let question = ask(&[2, 1], &[3], &[Way::new(0, 0, -1), Way::new(1, 0, 10)]);
    assert_eq!((proven(&question).hours(), proven(&question).score()), (3, 8));
    let question = question.first(First::Total);
    assert_eq!((proven(&question).hours(), proven(&question).score()), (1, 10));
}

#[test]
fn many_hours_are_as_quick_as_few() {
    let most = u32::MAX;
    let plan = proven(&ask(&[most, most], &[most, 5], &[Way::new(0, 0, 3), Way::new(0, 1, 2), Way::new(1, 0, 9)]));
    assert_eq!((plan.hours_of(1, 0), plan.hours_of(0, 1)), (most, 5));
}

#[test]
fn malformed_questions_are_refused() {
    let refused = |ways: &[Way]| Question::new(vec![1], vec![1], ways.to_vec()).err();
    assert_eq!(refused(&[Way::new(1, 0, 1)]), Some(Refusal::UnknownNeed { need: 1 }));
    assert_eq!(refused(&[Way::new(0, 1, 1)]), Some(Refusal::UnknownOffer { offer: 1 }));
    assert_eq!(refused(&[Way::new(0, 0, 1), Way::new(0, 0, 2)]), Some(Refusal::WayTwice { need: 0, offer: 0 }));
    assert_eq!(refused(&[Way::new(0, 0, i64::MIN)]), Some(Refusal::TooLarge));
    assert_eq!(refused(&[Way::new(0, 0, i64::MAX / 64)]), Some(Refusal::TooLarge));
    let wide = ask(&[1], &[1], &[Way::new(0, 0, 1 << 50)]);
    assert_eq!(wide.need(0, u32::MAX).and_then(|wide| wide.offer(0, u32::MAX)).err(), Some(Refusal::TooLarge));
    assert_eq!(small().lock(2, 0, 1).err(), Some(Refusal::NotAllowed { need: 2, offer: 0 }));
    assert_eq!(small().lock(1, 1, 2).err(), Some(Refusal::LockedTooMuch { need: 1, offer: 1 }));
    let locked = small().lock(1, 0, 2).expect("two hours");
    assert_eq!(locked.clone().offer(0, 1).err(), Some(Refusal::LockedTooMuch { need: 1, offer: 0 }));
    assert_eq!(locked.clone().need(1, 1).err(), Some(Refusal::LockedTooMuch { need: 1, offer: 0 }));
    assert_eq!(locked.at_most(1, 0, 1).err(), Some(Refusal::LockedTooMuch { need: 1, offer: 0 }));
}

#[test]
fn every_refusal_and_flaw_is_a_sentence() {
    let sentences = [
        Refusal::LockedTooMuch { need: 3, offer: 4 }.to_string(),
        Refusal::TooLarge.to_string(),
        Flaw::OverLimit { need: 1, offer: 2 }.to_string(),
        Flaw::Gap.to_string(),
    ];
    assert!(sentences.iter().all(|text| text.ends_with('.') && text.starts_with(char::is_uppercase)));
}

#[test]
fn reasons_say_what_stands_in_the_way() {
    let question = small().lock(1, 1, 1).expect("an hour").minimum(56);
    let plan = proven(&question);
    assert_eq!(why_not(&question, &plan, 2, 1), WhyNot::BelowMinimum { score: 55 });
    assert_eq!(why_not(&question, &plan, 2, 0), WhyNot::NotAllowed);
    assert_eq!(why_not(&question, &plan, 1, 1), WhyNot::BelowMinimum { score: 40 });
    assert_eq!(why_short(&question, &plan, 2), Short::BelowMinimum { best: 55 });
    assert_eq!(why_short(&question, &plan, 9), Short::NoWay);
    assert_eq!(why_short(&question, &plan, 0), Short::Met);
    let question = small().lock(1, 1, 1).expect("an hour");
    assert_eq!(why_not(&question, &proven(&question), 1, 1), WhyNot::AtLimit);
}

#[test]
fn every_changed_number_in_a_plan_is_found_out() {
    let question = small();
    let plan = propose(&question);
    for change in [1, -1, i64::MAX / 2] {
        // A lower gain can be as good a proof: what it leaves is paid for way by way.
        for at in (0..3).filter(|_| change > 0) {
            let mut changed = plan.clone();
            changed.proof.gains[at] += change;
            assert!(verify(&question, &changed).is_err(), "gain {at} changed by {change}");
        }
        for at in 0..2 {
            let mut changed = plan.clone();
            changed.proof.prices[at] += change;
            assert!(verify(&question, &changed).is_err(), "price {at} changed by {change}");
        }
        assert_eq!(verify(&question, &Plan { total: plan.total + change, ..plan.clone() }), Err(Flaw::WrongTotals));
    }
    assert_eq!(verify(&question, &Plan { hours: 6, ..plan.clone() }), Err(Flaw::WrongTotals));
    for at in 0..plan.shares.len() {
        let changes: [fn(&mut Share); 5] = [
            |share| share.hours += 1,
            |share| share.hours = 0,
            |share| share.score += 1,
            |share| share.offer = 1 - share.offer,
            |share| share.need += 3,
        ];
        for change in changes {
            let mut changed = plan.clone();
            change(&mut changed.shares[at]);
            assert!(verify(&question, &changed).is_err());
        }
        let mut changed = plan.clone();
        changed.shares.remove(at);
        assert!(verify(&question, &changed).is_err());
    }
    let mut changed = plan.clone();
    changed.shares.swap(0, 1);
    assert_eq!(verify(&question, &changed), Err(Flaw::Disorder));
    changed = plan.clone();
    changed.missing[2] += 1;
    assert_eq!(verify(&question, &changed), Err(Flaw::WrongTotals));
    assert_eq!(verify(&ask(&[1], &[1], &[]), &plan), Err(Flaw::OtherPeople));
}

#[test]
fn a_worse_plan_with_true_totals_is_found_out() {
    let question = small();
    let best = propose(&question);
    let share = |need, offer, hours, score| Share { need, offer, hours, score };
    let worse = Plan::new(&question, vec![share(0, 0, 3, 90), share(2, 1, 2, 55)], best.proof.clone());
    assert_eq!(verify(&question, &worse), Err(Flaw::Gap));
    let check = |shares| verify(&question, &Plan::new(&question, shares, best.proof.clone()));
    assert_eq!(check(vec![share(0, 0, 3, 90), share(1, 0, 1, 80)]), Err(Flaw::OverOffer { offer: 0 }));
    assert_eq!(check(vec![share(1, 1, 2, 40)]), Err(Flaw::OverLimit { need: 1, offer: 1 }));
    assert_eq!(check(vec![share(2, 0, 1, 40)]), Err(Flaw::NotAllowed { need: 2, offer: 0 }));
    let mut free = best.clone();
    free.proof.gains.fill(0);
    assert_eq!(verify(&question, &free), Err(Flaw::Gap));
    free.proof.gains[0] = -1;
    assert_eq!(verify(&question, &free), Err(Flaw::WrongSign));
}

#[test]
fn a_next_best_plan_that_is_not_the_next_is_found_out() {
    let question = small();
    let plan = proven(&question);
    let next = next_best(&question, &plan).expect("there are others");
    assert_eq!(verify_next(&question, &plan, &next), Ok(()));
    assert!(next.hours_fewer > 0 || next.score_less > 0);
    let check = |next: NextBest| verify_next(&question, &plan, &next);
    assert_eq!(check(NextBest { shifts: Vec::new(), ..next.clone() }), Err(Flaw::SamePlan));
    assert_eq!(check(NextBest { score_less: next.score_less - 1, ..next.clone() }), Err(Flaw::WrongTotals));
    assert_eq!(check(NextBest { proof: NextProof::default(), ..next.clone() }), Err(Flaw::Gap));
    let far = Shift { need: 0, offer: 0, hours: i64::MAX };
    assert!(check(NextBest { shifts: vec![far, far], ..next.clone() }).is_err());
    // A plan further off, with the proof of the nearest.
    let off = Shift { need: 2, offer: 1, hours: -1 };
    let less = NextBest { hours_fewer: 1, score_less: 55, shifts: vec![off], ..next.clone() };
    let further = (next.hours_fewer, next.score_less) < (1, 55);
    assert_eq!(
        check(less),
        if plan.hours_of(2, 1) == 0 {
            Err(Flaw::OverLimit { need: 2, offer: 1 })
        } else if further {
            Err(Flaw::Gap)
        } else {
            Ok(())
        }
    );
}
