//! Named cases with known answers, and proofs somebody has tampered with.

use super::factor::Factor;
use super::find::{chains_over, raised};
use super::net::Net;
use super::plan::{Case, Prices};
use super::pool::Pool;
use super::search::simple_prices;
use super::work::Work;
use super::*;
use crate::random::below as random;

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

/// People who could each give to a few others, in steps of 5.
fn some(seed: u64, people: u32, of: u64) -> Question {
    let mut random = random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let pairs = (0..people).flat_map(|giver| (0..people).map(move |taker| (giver, taker)));
    let pairs: Vec<_> = pairs.filter(|pair| pair.0 != pair.1 && random(of) == 0).collect();
    ask(
        people as usize,
        &pairs.iter().map(|&(giver, taker)| (giver, taker, 5 + 5 * random(20) as i64)).collect::<Vec<_>>(),
    )
}

/// The first question whose plan's proof is `such`, and the plan.
fn found(people: u32, such: impl Fn(&Proof) -> bool) -> (Question, Plan) {
    let questions = (1..400).map(|seed| some(seed, people, 12));
    let mut plans = questions.map(|question| (propose(&question, &Search::steps(3_000), &|| false), question));
    let (plan, question) = plans.find(|(plan, _)| such(&plan.proof)).expect("one of many");
    assert_eq!(verify(&question, &plan), Ok(()));
    (question, plan)
}

/// What `verify` says of the plan after a change of its proof.
fn tampered((question, plan): &(Question, Plan), change: impl Fn(&mut Proof)) -> Result<(), Flaw> {
    let mut plan = plan.clone();
    change(&mut plan.proof);
    plan.bound = plan.proof.bound(question);
    verify(question, &plan)
}

#[test]
fn a_part_of_a_gift_is_none_and_the_proof_says_why() {
    let counted = |proof: &Proof| proof.crowd.is_some() && proof.prices.gift > 0 && proof.cases.is_empty();
    let found = found(30, counted);
    assert_eq!(found.1.proof.gift_price(), found.1.proof.prices.gift);
    assert_eq!(tampered(&found, |proof| proof.crowd = None), Err(Flaw::WrongSign));
    assert_eq!(tampered(&found, |proof| proof.prices.gift = -1), Err(Flaw::WrongSign));
    assert_eq!(tampered(&found, |proof| proof.crowd = Some(vec![0; 30])), Err(Flaw::Undercut));
    assert_eq!(tampered(&found, |proof| proof.crowd = Some(vec![0; 29])), Err(Flaw::OtherPeople));
    assert_eq!(tampered(&found, |proof| proof.crowd = Some(vec![-1; 30])), Err(Flaw::WrongSign));
    // Prices by which there could be ever so many gifts.
    assert_eq!(tampered(&found, |proof| proof.crowd = Some(vec![1 << 40; 30])), Err(Flaw::Gap));
}

#[test]
fn chains_are_passed_over_only_where_prices_say_so() {
    let narrow = |case: &Case| matches!(case, Case::Narrow { .. });
    let narrowed = |proof: &Proof| proof.cases.iter().any(narrow);
    let change = |by: i64| {
        move |proof: &mut Proof| {
            for case in &mut proof.cases {
                if let Case::Narrow { prices } = case {
                    prices.people.iter_mut().for_each(|price| *price += by * *price / 4);
                }
            }
        }
    };
    let found = found(70, narrowed);
    assert_eq!(tampered(&found, change(-1)), Err(Flaw::Undercut));
    // A case may end by prices that only hold because chains were passed over: with those it does not.
    let cases = &found.1.proof.cases;
    let mut all = (0..cases.len()).filter(|&at| narrow(&cases[at]));
    assert!(all.any(|at| tampered(&found, |proof| drop(proof.cases.remove(at))) == Err(Flaw::Undercut)));
}

#[test]
fn a_pool_with_more_rings_than_can_be_kept_gets_a_plan_and_a_bound() {
    // Everybody could give to everybody: 323,400 rings of three, and most of them as good as others.
    let mut random = random(11);
    let all = (0..100).flat_map(|giver| (0..100).map(move |taker| (giver, taker)));
    let gifts: Vec<_> = all.filter(|(giver, taker)| giver != taker).collect();
    let alike = ask(100, &gifts.iter().map(|&(giver, taker)| (giver, taker, 5)).collect::<Vec<_>>());
    let scored: Vec<_> = gifts.iter().map(|&(giver, taker)| (giver, taker, 5 + 5 * random(20) as i64)).collect();
    for (question, least) in [(alike, 450), (ask(100, &scored), 6_000)] {
        let plan = propose(&question, &Search::steps(4_000), &|| false);
        assert_eq!(verify(&question, &plan), Ok(()));
        assert_eq!(plan.bound().0, 100);
        assert!(plan.helped() >= 90, "{} helped", plan.helped());
        assert!(plan.score() >= least, "{} of {:?}", plan.score(), plan.bound());
    }
}

#[test]
fn without_steps_for_the_programme_there_is_a_plan_and_a_bound_nevertheless() {
    let question = some(5, 300, 8);
    let plan = propose(&question, &Search::steps(300), &|| false);
    assert_eq!(verify(&question, &plan), Ok(()));
    assert!(plan.helped() > 150 && plan.bound().0 <= 300, "{} of {:?}", plan.helped(), plan.bound());
}

#[test]
fn prices_are_raised_until_nothing_undercuts_them() {
    for seed in 0..40 {
        let question = some(seed, 40, 6).only_give(&[1, 2, 3], 3).expect("known people");
        let net = Net::of(&question);
        let low = Prices { people: vec![net.unit; 40], gift: 0 };
        let mut work = Work::new(1_000, &|| false);
        let raised = raised(&net, &low, &mut work).expect("steps enough");
        assert!(chains_over(&net, &raised, 0, &mut work).chains.is_empty());
        assert!(!chains_over(&net, &low, 0, &mut work).chains.is_empty());
        // They are no higher than they must be by far.
        let simple: i128 = simple_prices(&net).sum(0);
        assert!(raised.sum(0) < 2 * simple);
    }
}

#[test]
fn a_gift_that_is_made_leaves_neither_of_the_two_aside() {
    // By these prices somebody may be in no chain; once a gift of theirs is made they may not.
    let question = ask(3, &[(0, 1, 5), (1, 0, 5), (1, 2, 5), (2, 1, 5)]).longest(2).expect("short rings");
    let net = Net::of(&question);
    let pairs = [[0, 1], [1, 2]].map(|pair| net.find(&question, &Chain::closed(&pair)).expect("a ring"));
    let prices = Prices { people: vec![net.unit; 3], gift: 0 };
    let pool = Pool::near(&net, pairs.iter().collect(), &prices, net.unit);
    let mut lp = pool.start.clone();
    let gift = (0..pool.gifts()).find(|&gift| pool.ends(gift) == (0, 1)).expect("the gift");
    pool.decide(&mut lp, gift, true);
    let left: Vec<usize> = (0..lp.chains()).filter(|&column| !lp.is_shut(column)).collect();
    assert_eq!(left, [0, 4], "the ring with the gift, and the third in no chain");
}

#[test]
fn a_basis_taken_apart_gives_back_what_it_was_made_of() {
    let mut random = random(7);
    for size in [1usize, 2, 9, 40, 90] {
        // Three numbers in each column at most, as chains of three have, and some columns exchanged later.
        let mut column = |at: usize| {
            let mut rows = vec![at as u32, random(size as u64) as u32, random(size as u64) as u32];
            rows.sort_unstable();
            rows.dedup();
            rows.into_iter().map(|row| (row, if row as usize == at { 3.0 } else { 1.0 })).collect::<Vec<(u32, f64)>>()
        };
        let columns: Vec<_> = (0..size).map(&mut column).collect();
        let mut factor = Factor::default();
        let places = factor.take_apart(size, &columns);
        let mut at_place = vec![Vec::new(); size];
        for (column, place) in columns.iter().zip(&places) {
            at_place[place.expect("no column depends on others") as usize] = column.clone();
        }
        for round in 0..20 {
            let wanted: Vec<f64> = (0..size).map(|row| ((row * 7 + round) % 5) as f64 - 2.0).collect();
            let mut shares = wanted.clone();
            factor.solve(&mut shares);
            let mut prices = wanted.clone();
            factor.price(&mut prices);
            let mut sums = vec![0.0; size];
            for (place, column) in at_place.iter().enumerate() {
                column.iter().for_each(|&(row, part)| sums[row as usize] += part * shares[place]);
                let paid: f64 = column.iter().map(|&(row, part)| part * prices[row as usize]).sum();
                assert!((paid - wanted[place]).abs() < 1e-6);
            }
            assert!(sums.iter().zip(&wanted).all(|(sum, wanted)| (sum - wanted).abs() < 1e-6));
            let (place, new) = (round * 13 % size, column(round * 29 % size));
            let mut dense = vec![0.0; size];
            new.iter().for_each(|&(row, part)| dense[row as usize] = part);
            factor.solve(&mut dense);
            if dense[place].abs() > 0.1 {
                factor.exchange(place, &dense);
                at_place[place] = new;
            }
        }
    }
}
