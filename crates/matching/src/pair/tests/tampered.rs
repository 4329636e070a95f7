//! Plans and proofs somebody has tampered with.

use super::*;

#[test]
fn a_tampered_plan_is_found_out() {
    let question = ring_and_one().lock(0, 5).expect("an allowed pair");
    let plan = proven(&question);
    let flaw = |tamper: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        tamper(&mut plan);
        verify(&question, &plan).expect_err("should be found out")
    };
    assert_eq!(flaw(&|plan| plan.partners.truncate(3)), Flaw::OtherPeople);
    assert_eq!(flaw(&|plan| plan.partners[5] = None), Flaw::OneSided { person: 0 });
    assert_eq!(flaw(&|plan| plan.partners[0] = None), Flaw::LockBroken { person: 0 });
    assert_eq!(flaw(&|plan| plan.partners[1] = Some(3)), Flaw::NotAllowed { one: 1, other: 3 });
    assert_eq!(flaw(&|plan| plan.partners[1] = Some(77)), Flaw::NotAllowed { one: 1, other: 77 });
    assert_eq!(flaw(&|plan| plan.partners[1] = None), Flaw::OneSided { person: 2 });
    assert_eq!(flaw(&|plan| plan.total += 1), Flaw::WrongTotals);
    assert_eq!(flaw(&|plan| plan.placed += 1), Flaw::WrongTotals);
}

#[test]
fn a_tampered_triad_is_found_out() {
    let pairs = [pair(0, 1, 90), pair(0, 2, 20), pair(1, 2, 20), pair(3, 4, 80), pair(2, 3, 40), pair(2, 4, 50)];
    let question = ask(5, &pairs);
    let three = with_triad(&question, &proven(&question)).expect("somebody is left out");
    assert_eq!(verify_triad(&question, &three), Ok(()));
    let flaw = |tamper: &dyn Fn(&mut TriadPlan)| {
        let mut plan = three.clone();
        tamper(&mut plan);
        verify_triad(&question, &plan).expect_err("should be found out")
    };
    assert_eq!(flaw(&|plan| plan.tamper().0.truncate(4)), Flaw::OtherPeople);
    assert_eq!(flaw(&|plan| plan.tamper().0[2] = Some(3)), Flaw::OneSided { person: 2 });
    assert_eq!(flaw(&|plan| plan.tamper().0[0] = Some(3)), Flaw::NotAllowed { one: 0, other: 3 });
    assert_eq!(flaw(&|plan| plan.tamper().0.fill(None)), Flaw::WrongTotals);
    assert_eq!(flaw(&|plan| plan.tamper().1[0] = 1), Flaw::NotATriad);
    assert_eq!(flaw(&|plan| plan.tamper().2.clear()), Flaw::Gap);
    assert_eq!(flaw(&|plan| plan.tamper().2[0].gains[0] = -1), Flaw::WrongSign);
    let dearer = |plan: &mut TriadPlan| plan.tamper().2.iter_mut().for_each(|proof| proof.gains[4] += 400);
    assert_eq!(flaw(&dearer), Flaw::BetterTriad { triad: [0, 1, 2] });
    let locked = question.clone().lock(2, 0).expect("an allowed pair");
    assert_eq!(verify_triad(&locked, &three), Err(Flaw::NotATriad));
    // Another triad, adding up well, but worth less.
    let other = with_triad(&question.clone().forbid(2, 4).expect("open"), &proven(&question)).expect("another");
    assert_eq!(other.triad(), [0, 1, 2]);
    assert!(verify_triad(&question, &other).is_err());
}

#[test]
fn every_part_of_a_triads_proof_is_needed_somewhere() {
    let mut random = random(11);
    let mut found_out = 0;
    for _ in 0..60 {
        let all = (0..9u32).flat_map(|one| (one + 1..9).map(move |other| (one, other)));
        let near: Vec<(u32, u32)> = all.filter(|_| random(10) < 6).collect();
        let pairs: Vec<Pair> = near.iter().map(|&(one, other)| pair(one, other, random(50) as i64)).collect();
        let question = ask(9, &pairs);
        let Some(mut three) = with_triad(&question, &proven(&question)) else { continue };
        assert_eq!(verify_triad(&question, &three), Ok(()));
        three.tamper().2.truncate(1);
        found_out += usize::from(matches!(verify_triad(&question, &three), Err(Flaw::BetterTriad { .. })));
    }
    assert!(found_out > 0, "no triad needed more than the first part");
}
