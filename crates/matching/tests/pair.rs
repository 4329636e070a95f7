//! Random questions, judged by trying every plan, by an independent solver, and by the proof.

#[path = "pair/fair.rs"]
mod fair;
mod random;

use std::collections::BTreeSet;

use matching::pair::{
    First, LeftOut, Pair, Plan, Question, TriadPlan, WhyNot, next_best, propose, propose_again, unstable, verify,
    verify_triad, why_left_out, why_not, with_triad,
};
use proptest::prelude::*;
use random::random;

/// A question before it is asked, so that it can be asked again with something changed.
#[derive(Debug, Clone)]
struct Draft {
    people: usize,
    pairs: Vec<Pair>,
    first: First,
    locks: Vec<(u32, u32)>,
}

/// Groups of two and three people.
type Groups = Vec<Vec<u32>>;

impl Draft {
    /// Asks it; locks that do not fit are passed over and struck out.
    fn ask(&mut self) -> Question {
        let question = Question::new(self.people, self.pairs.clone()).expect("a sound question");
        let mut question = question.first(self.first);
        self.locks.retain(|&(one, other)| match question.clone().lock(one, other) {
            Ok(locked) => {
                question = locked;
                true
            }
            Err(_) => false,
        });
        question
    }

    fn score_of(&self, one: u32, other: u32) -> Option<i64> {
        let (one, other) = (one.min(other), one.max(other));
        self.pairs.iter().find(|pair| (pair.one, pair.other) == (one, other)).map(|pair| pair.score)
    }

    /// People placed and score of the best of all plans with so many triads that `accept` allows, by trying every one.
    fn best(&self, triads: usize, accept: impl Fn(&Groups) -> bool) -> Option<(i64, i64)> {
        let mut best = None;
        let everybody: Vec<u32> = (0..self.people as u32).collect();
        self.try_all(&everybody, triads, 0, &mut Vec::new(), &mut |groups, score| {
            let together =
                |&(one, other): &(u32, u32)| groups.iter().any(|group| group.contains(&one) && group.contains(&other));
            if self.locks.iter().all(together) && accept(groups) {
                let value = (groups.iter().map(Vec::len).sum::<usize>() as i64, score);
                if best.is_none_or(|best| self.rank(value) > self.rank(best)) {
                    best = Some(value);
                }
            }
        });
        best
    }

    fn rank(&self, (placed, score): (i64, i64)) -> (i64, i64) {
        if self.first == First::Count { (placed, score) } else { (score, placed) }
    }

    fn try_all(&self, left: &[u32], triads: usize, score: i64, made: &mut Groups, see: &mut impl FnMut(&Groups, i64)) {
        let Some((&one, rest)) = left.split_first() else {
            if triads == 0 {
                see(made, score);
            }
            return;
        };
        self.try_all(rest, triads, score, made, see);
        for (at, &other) in rest.iter().enumerate() {
            let Some(first) = self.score_of(one, other) else { continue };
            let without: Vec<u32> = rest.iter().copied().filter(|&person| person != other).collect();
            made.push(vec![one, other]);
            self.try_all(&without, triads, score + first, made, see);
            made.pop();
            for &third in rest[at + 1..].iter().filter(|_| triads > 0) {
                if let (Some(second), Some(last)) = (self.score_of(one, third), self.score_of(other, third)) {
                    let without: Vec<u32> = without.iter().copied().filter(|&person| person != third).collect();
                    made.push(vec![one, other, third]);
                    self.try_all(&without, triads - 1, score + first + second + last, made, see);
                    made.pop();
                }
            }
        }
    }
}

/// Questions of up to `most` people: many ties, scores below nothing, locks, from sparse to everybody with everybody.
fn drafts(most: usize) -> impl Strategy<Value = Draft> {
    let density = prop_oneof![Just(0.25), Just(0.5), Just(0.75), Just(0.999)];
    (0..most + 1, density).prop_flat_map(|(people, density)| {
        let all: Vec<(u32, u32)> =
            (0..people as u32).flat_map(|one| (one + 1..people as u32).map(move |other| (one, other))).collect();
        let cells = prop::collection::vec(prop::option::weighted(density, -2i64..8), all.len());
        let locks = prop::collection::vec(any::<prop::sample::Index>(), 0..3);
        (cells, locks, any::<bool>(), 1i64..8).prop_map(move |(cells, locks, count, step)| {
            let cells = all.iter().zip(cells);
            let pair = |(&(one, other), score): (&(u32, u32), Option<i64>)| {
                score.map(|score| Pair { one, other, score: score * step })
            };
            let pairs: Vec<Pair> = cells.filter_map(pair).collect();
            let lock = |at: &prop::sample::Index| (!pairs.is_empty()).then(|| pairs[at.index(pairs.len())]);
            Draft {
                people,
                first: if count { First::Count } else { First::Total },
                locks: locks.iter().filter_map(lock).map(|pair| (pair.one, pair.other)).collect(),
                pairs,
            }
        })
    })
}

fn value(plan: &Plan) -> (i64, i64) {
    (2 * plan.placed() as i64, plan.score())
}

/// Whether a plan with a triad is one for this draft, and adds up.
fn is_sound(draft: &Draft, three: &TriadPlan) -> bool {
    let [one, second, third] = three.triad();
    let scores = [draft.score_of(one, second), draft.score_of(second, third), draft.score_of(one, third)];
    let pairs: Vec<(u32, u32)> = three.pairs().collect();
    let mut people: Vec<u32> = pairs.iter().flat_map(|&(one, other)| [one, other]).chain(three.triad()).collect();
    let placed = people.len();
    people.extend(three.left_out());
    people.sort_unstable();
    let total: Option<i64> = pairs.iter().map(|&(one, other)| draft.score_of(one, other)).sum();
    let triad: Option<i64> = scores.into_iter().sum();
    let kept = |&(one, other): &(u32, u32)| {
        three.partner_of(one) == Some(other) || three.triad().contains(&one) && three.triad().contains(&other)
    };
    people == (0..draft.people as u32).collect::<Vec<_>>()
        && placed == three.placed()
        && triad == Some(three.triad_score())
        && total.map(|total| total + three.triad_score()) == Some(three.score())
        && draft.locks.iter().all(kept)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_better(mut draft in drafts(9)) {
        let question = draft.ask();
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert_eq!(Some(value(&plan)), draft.best(0, |_| true));
        prop_assert_eq!(2 * plan.pairs().count() + plan.left_out().count(), draft.people);
    }

    #[test]
    fn the_order_of_pairs_and_people_changes_nothing((mut draft, shuffled, swap) in drafts(9).prop_flat_map(|draft| {
        let pairs = Just(draft.pairs.clone()).prop_shuffle();
        (Just(draft), pairs, any::<u64>())
    })) {
        let plan = propose(&draft.ask());
        draft.pairs = shuffled;
        for (at, pair) in draft.pairs.iter_mut().enumerate() {
            if swap >> at & 1 == 1 {
                (pair.one, pair.other) = (pair.other, pair.one);
            }
        }
        prop_assert_eq!(plan, propose(&draft.ask()));
    }

    /// Numbering people differently may change who is with whom among equals, never the value.
    #[test]
    fn other_numbers_change_no_value((mut draft, numbers) in drafts(9).prop_flat_map(|draft| {
        let numbers = Just((0..draft.people as u32).collect::<Vec<_>>()).prop_shuffle();
        (Just(draft), numbers)
    })) {
        let question = draft.ask();
        let plan = propose(&question);
        let three = with_triad(&question, &plan);
        for pair in &mut draft.pairs {
            (pair.one, pair.other) = (numbers[pair.one as usize], numbers[pair.other as usize]);
        }
        for lock in &mut draft.locks {
            *lock = (numbers[lock.0 as usize], numbers[lock.1 as usize]);
        }
        let renumbered = draft.ask();
        let other = propose(&renumbered);
        prop_assert_eq!(value(&plan), value(&other));
        let worth = |three: TriadPlan| (three.placed(), three.score());
        prop_assert_eq!(three.map(worth), with_triad(&renumbered, &other).map(worth));
    }

    #[test]
    fn joining_two_costs_what_the_best_plan_with_them_costs(mut draft in drafts(7), one in 0u32..8, other in 0u32..8) {
        let question = draft.ask();
        let plan = propose(&question);
        let both = vec![one.min(other), one.max(other)];
        let together = draft.best(0, |groups| groups.contains(&both));
        match why_not(&question, &plan, one, other) {
            WhyNot::Chosen => prop_assert_eq!(together, Some(value(&plan))),
            WhyNot::Costs(change) => {
                let (placed, score) = value(&change.plan);
                prop_assert_eq!(Some((placed, score)), together);
                prop_assert_eq!((2 * change.pairs_fewer, change.score_less), (value(&plan).0 - placed, plan.score() - score));
                prop_assert!(change.moves.iter().all(|step| step.from != step.to && change.plan.partner_of(step.person) == step.to));
                let locked = question.lock(one, other).expect("it was found possible");
                prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
            }
            _ => prop_assert_eq!(together, None),
        }
    }

    #[test]
    fn placing_somebody_left_out_costs_what_the_best_plan_with_them_costs(mut draft in drafts(8)) {
        let question = draft.ask();
        let plan = propose(&question);
        for person in 0..draft.people as u32 {
            let with_them = draft.best(0, |groups| groups.iter().any(|group| group.contains(&person)));
            match why_left_out(&question, &plan, person) {
                LeftOut::Placed { partner } => prop_assert_eq!(plan.partner_of(person), Some(partner)),
                LeftOut::Costs(change) => {
                    prop_assert!(plan.partner_of(person).is_none());
                    prop_assert_eq!(Some(value(&change.plan)), with_them);
                    let before: BTreeSet<u32> = plan.left_out().collect();
                    let after: BTreeSet<u32> = change.plan.left_out().collect();
                    prop_assert!(change.loses_partner().eq(after.difference(&before).copied()));
                }
                _ => prop_assert_eq!(with_them, None),
            }
        }
    }

    #[test]
    fn no_plan_but_the_best_is_better_than_the_next_best(mut draft in drafts(8)) {
        let question = draft.ask();
        let plan = propose(&question);
        let groups = |plan: &Plan| plan.pairs().map(|(one, other)| vec![one, other]).collect::<BTreeSet<_>>();
        let best = groups(&plan);
        let expected = draft.best(0, |groups| groups.iter().cloned().collect::<BTreeSet<_>>() != best);
        let next = next_best(&question, &plan);
        prop_assert_eq!(next.as_ref().map(|next| value(&next.change.plan)), expected);
        if let Some(next) = next {
            prop_assert!(groups(&next.change.plan) != best);
            prop_assert!(next.parted.is_none_or(|pair| best.contains(&vec![pair.one, pair.other])));
            if let Some(pair) = next.parted {
                let parted = question.forbid(pair.one, pair.other).expect("an open pair");
                prop_assert_eq!(verify(&parted, &next.change.plan), Ok(()));
            }
        }
    }

    #[test]
    fn asking_again_after_edits_is_as_good_as_asking_anew(
        mut draft in drafts(9),
        edits in prop::collection::vec((0u32..10, 0u32..10, prop::option::of(-3i64..40), any::<bool>()), 1..5),
        (joined, turned) in any::<(bool, bool)>(),
    ) {
        let mut question = draft.ask();
        let mut plan = propose(&question);
        if joined {
            // Somebody joins and knows the first.
            draft.people += 1;
            let new = draft.people as u32 - 1;
            draft.pairs.extend((new > 0).then_some(Pair { one: 0, other: new, score: 5 }));
            if turned {
                draft.first = if draft.first == First::Count { First::Total } else { First::Count };
            }
            question = draft.ask();
            plan = propose_again(&question, &plan);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
        }
        for (one, other, score, lock) in edits {
            let edited = match score {
                Some(score) => question.clone().allow(one, other, score),
                None if lock => question.clone().lock(one, other),
                None => question.clone().forbid(one, other),
            };
            question = edited.unwrap_or(question);
            plan = propose_again(&question, &plan);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            prop_assert_eq!(value(&plan), value(&propose(&question)));
        }
    }

    #[test]
    fn nobody_else_would_rather_have_each_other(mut draft in drafts(9)) {
        let question = draft.ask();
        let plan = propose(&question);
        let list: BTreeSet<(u32, u32)> = unstable(&question, &plan).iter().map(|two| (two.one, two.other)).collect();
        let free = |person: u32| question.locked(person).is_none();
        for pair in &draft.pairs {
            let rather = |person: u32| match plan.partner_of(person).and_then(|partner| draft.score_of(person, partner)) {
                Some(now) => pair.score > now,
                None => draft.first == First::Count || pair.score >= 0,
            };
            let wanted = draft.first == First::Count || pair.score >= 0;
            let expected = wanted && free(pair.one) && free(pair.other) && rather(pair.one) && rather(pair.other);
            prop_assert_eq!(list.contains(&(pair.one, pair.other)), expected);
        }
    }

    #[test]
    fn no_triad_is_better(mut draft in drafts(9)) {
        let question = draft.ask();
        let plan = propose(&question);
        let three = with_triad(&question, &plan);
        let better = draft.best(1, |_| true).filter(|&best| draft.rank(best) > draft.rank(value(&plan)));
        let expected = if plan.left_out().next().is_some() { better } else { None };
        prop_assert!(three.iter().all(|three| is_sound(&draft, three) && verify_triad(&question, three).is_ok()));
        prop_assert_eq!(three.map(|three| (three.placed() as i64, three.score())), expected);
    }

    #[test]
    fn no_input_panics(
        people in 0usize..7,
        pairs in prop::collection::vec((0u32..8, 0u32..8, prop_oneof![
            -9i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX), (40u32..63).prop_map(|bit| -(1i64 << bit)),
            (40u32..63).prop_map(|bit| 1i64 << bit),
        ]), 0..12),
        lock in (0u32..8, 0u32..8),
        count in any::<bool>(),
    ) {
        let pairs = pairs.into_iter().map(|(one, other, score)| Pair { one, other, score }).collect();
        let Ok(question) = Question::new(people, pairs) else { return Ok(()) };
        let question = question.first(if count { First::Count } else { First::Total });
        let free = propose(&question);
        for question in [question.clone(), question.clone().lock(lock.0, lock.1).unwrap_or(question)] {
            let plan = propose(&question);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            let _ = (with_triad(&question, &plan), with_triad(&question, &free));
            for one in 0..8 {
                let _ = (why_left_out(&question, &plan, one), why_left_out(&question, &free, one));
                for other in 0..8 {
                    if let WhyNot::Costs(change) = why_not(&question, &plan, one, other) {
                        let locked = question.clone().lock(one, other).expect("it was found possible");
                        prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Some hundreds of people: too many plans to try, so an independent solver and the proofs are the judges.
    #[test]
    fn an_independent_solver_agrees(
        people in 3usize..260,
        options in 1u64..24,
        range in prop_oneof![Just(1u64), Just(5), Just(100), Just(1_000_000)],
        near in any::<bool>(),
        seed in any::<u64>(),
    ) {
        let mut random = random(seed);
        let reach = if near { 6.min(people as u64 - 1) } else { people as u64 - 1 };
        let mut pairs = BTreeSet::new();
        for _ in 0..people as u64 * options / 2 {
            let one = random() % people as u64;
            let other = (one + 1 + random() % reach) % people as u64;
            pairs.insert((one.min(other) as u32, one.max(other) as u32));
        }
        let pair = |(one, other)| Pair { one, other, score: 1 + (random() % range) as i64 };
        let pairs: Vec<Pair> = pairs.into_iter().map(pair).collect();
        let edges: Vec<(usize, usize, i32)> =
            pairs.iter().map(|pair| (pair.one as usize, pair.other as usize, pair.score as i32)).collect();
        let question = Question::new(people, pairs.clone()).expect("a sound question");
        for first in [First::Count, First::Total] {
            let question = question.clone().first(first);
            let plan = propose(&question);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            let mut solver = mwmatching::Matching::new(edges.clone());
            if first == First::Count {
                solver.max_cardinality();
            }
            let mates = solver.solve();
            let theirs = |pair: &&Pair| mates.get(pair.one as usize) == Some(&(pair.other as usize));
            let (count, total) = (pairs.iter().filter(theirs).count(), pairs.iter().filter(theirs).map(|pair| pair.score).sum::<i64>());
            prop_assert_eq!(plan.score(), total);
            prop_assert!(plan.placed() == count || first == First::Total && plan.placed() > count);
        }
    }

    /// Odd pools too large to try every plan: every triad is judged by the best plan for the others.
    #[test]
    fn no_triad_is_better_in_larger_pools(
        people in 11usize..36,
        range in prop_oneof![Just(1u64), Just(20), Just(1_000_000)],
        reach in 2u64..12,
        (count, lock) in any::<(bool, bool)>(),
        seed in any::<u64>(),
    ) {
        let mut random = random(seed);
        let all = (0..people as u32).flat_map(|one| (one + 1..people as u32).map(move |other| (one, other)));
        let near: Vec<_> = all.filter(|(one, other)| random() % u64::from(other - one) < reach).collect();
        let pairs: Vec<Pair> = near.iter().map(|&(one, other)| Pair { one, other, score: (random() % range) as i64 }).collect();
        let first = if count { First::Count } else { First::Total };
        let mut draft = Draft { people, pairs, first, locks: if lock { near.first().copied().into_iter().collect() } else { Vec::new() } };
        let question = draft.ask();
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        let mut best = draft.rank(value(&plan));
        let unlocked = best;
        for &(one, second) in &near {
            for third in second + 1..people as u32 {
                let triad = [one, second, third];
                let (Some(along), Some(across)) = (question.score_of(one, third), question.score_of(second, third)) else { continue };
                let mut others = draft.clone();
                others.pairs.retain(|pair| !triad.contains(&pair.one) && !triad.contains(&pair.other));
                let within = |&(a, b): &(u32, u32)| triad.contains(&a) && triad.contains(&b);
                others.locks.retain(|lock| !within(lock));
                if others.locks.iter().any(|&(a, b)| triad.contains(&a) || triad.contains(&b)) {
                    continue;
                }
                let (placed, score) = value(&propose(&others.ask()));
                let within = question.score_of(one, second).expect("a near pair") + along + across;
                best = best.max(draft.rank((placed + 3, score + within)));
            }
        }
        let expected = (best > unlocked && plan.left_out().next().is_some()).then_some(best);
        let three = with_triad(&question, &plan);
        prop_assert!(three.iter().all(|three| is_sound(&draft, three) && verify_triad(&question, three).is_ok()));
        prop_assert_eq!(three.map(|three| draft.rank((three.placed() as i64, three.score()))), expected);
    }
}
