//! Random questions of gifts, judged by trying every plan, by an independent solver, and by the proof.

use matching::exchange::cycles::{
    Chain, First, Flaw, Gift, LeftOut, Plan, Question, Search, WhyNot, next_best, propose, propose_again, verify,
    verify_next, why_left_out, why_not,
};
use mwmatching::Matching;
use proptest::prelude::*;
use random::random;

mod random;

/// A question before it is asked, so that every plan can be tried.
#[derive(Debug, Clone)]
struct Draft {
    people: usize,
    gifts: Vec<Gift>,
    first: First,
    minimum: i64,
    longest: usize,
    only_give: Vec<u32>,
    longest_open: usize,
    locks: Vec<Chain>,
}

impl Draft {
    /// Asks it; locks that do not fit are passed over and struck out.
    fn ask(&mut self) -> Question {
        let question = Question::new(self.people, self.gifts.clone()).expect("a sound question");
        let question = question.first(self.first).minimum(self.minimum).longest(self.longest);
        let mut question =
            question.and_then(|question| question.only_give(&self.only_give, self.longest_open)).expect("short");
        self.locks.retain(|lock| match question.clone().lock(lock.clone()) {
            Ok(locked) => {
                question = locked;
                true
            }
            Err(_) => false,
        });
        question
    }

    fn score(&self, giver: u32, taker: u32) -> Option<i64> {
        self.gifts.iter().find(|gift| (gift.giver, gift.taker) == (giver, taker)).map(|gift| gift.score)
    }

    /// People helped and score of the best of all plans that `accept` allows, by trying every one: each person gives to
    /// one other or to nobody, and what that makes must be rings and chains that may be.
    fn best(&self, accept: impl Fn(&[Option<u32>]) -> bool) -> Option<(i64, i64)> {
        let mut best = None;
        self.try_all(&mut Vec::new(), &mut |plan| {
            if accept(plan) && self.may_be(plan) {
                let value = self.value(plan);
                if best.is_none_or(|best| self.rank(value) > self.rank(best)) {
                    best = Some(value);
                }
            }
        });
        best
    }

    fn rank(&self, (helped, score): (i64, i64)) -> (i64, i64) {
        if self.first == First::Count { (helped, score) } else { (score, helped) }
    }

    fn value(&self, plan: &[Option<u32>]) -> (i64, i64) {
        let gifts = || plan.iter().enumerate().filter_map(|(giver, taker)| self.score(giver as u32, (*taker)?));
        (gifts().count() as i64, gifts().sum())
    }

    fn try_all(&self, plan: &mut Vec<Option<u32>>, see: &mut impl FnMut(&[Option<u32>])) {
        if plan.len() == self.people {
            see(plan);
            return;
        }
        let giver = plan.len() as u32;
        plan.push(None);
        self.try_all(plan, see);
        plan.pop();
        for gift in self.gifts.iter().filter(|gift| gift.giver == giver) {
            let locked = self.locks.iter().any(|lock| lock.gifts().any(|pair| pair == (gift.giver, gift.taker)));
            if (gift.score >= self.minimum || locked) && !plan.contains(&Some(gift.taker)) {
                plan.push(Some(gift.taker));
                self.try_all(plan, see);
                plan.pop();
            }
        }
    }

    fn may_be(&self, plan: &[Option<u32>]) -> bool {
        let only = |person: u32| self.only_give.contains(&person);
        let takes = |person: u32| plan.contains(&Some(person));
        for start in 0..self.people as u32 {
            let (mut at, mut gifts) = (start, 0);
            while let Some(next) = plan[at as usize] {
                (at, gifts) = (next, gifts + 1);
                if at == start || gifts > self.people {
                    break;
                }
            }
            let ring = gifts > 0 && at == start;
            let wrong = if ring {
                gifts > self.longest || only(start)
            } else if gifts > 0 && !takes(start) {
                !only(start) || gifts > self.longest_open
            } else {
                false
            };
            if wrong || (only(start) && takes(start)) {
                return false;
            }
        }
        self.locks.iter().all(|lock| {
            lock.gifts().all(|(giver, taker)| plan[giver as usize] == Some(taker)) && {
                // The last of a chain gives nothing, or the chain would be another.
                lock.closed || lock.people.last().is_none_or(|&last| plan[last as usize].is_none())
            }
        })
    }

    fn read(&self, plan: &Plan) -> Vec<Option<u32>> {
        (0..self.people as u32).map(|person| plan.taker_of(person)).collect()
    }
}

/// Questions of a few people: many ties, scores below nothing, rings of two to five, people who only give, locks.
fn drafts(most: usize) -> impl Strategy<Value = Draft> {
    (2..most + 1).prop_flat_map(|people| {
        let cells = prop::collection::vec(prop::option::weighted(0.45, -2i64..6), people * people);
        let only_give = prop::collection::vec(0..people as u32, 0..3);
        let lock = (prop::collection::vec(0..people as u32, 2..4), any::<bool>());
        let locks = prop::collection::vec(lock, 0..3);
        let minimum = prop::option::weighted(0.3, -1i64..3);
        let rules = (any::<bool>(), minimum, 1i64..8, 0usize..6, 0usize..5);
        (Just(people), cells, only_give, locks, rules).prop_map(|(people, cells, only_give, locks, rules)| {
            let (count, minimum, step, longest, longest_open) = rules;
            let gift = |(at, score): (usize, &Option<i64>)| {
                let (giver, taker) = ((at / people) as u32, (at % people) as u32);
                (giver != taker).then_some(Gift::new(giver, taker, (*score)? * step))
            };
            Draft {
                gifts: cells.iter().enumerate().filter_map(gift).collect(),
                first: if count { First::Count } else { First::Total },
                minimum: minimum.unwrap_or(i64::MIN),
                locks: locks.into_iter().map(|(people, closed)| Chain { people, closed }).collect(),
                people,
                longest,
                only_give,
                longest_open,
            }
        })
    })
}

fn value(plan: &Plan) -> (i64, i64) {
    (plan.helped() as i64, plan.score())
}

fn find(question: &Question) -> Plan {
    propose(question, &Search::steps(2_000), &|| false)
}

/// People who could each give to every `every`th other.
fn large(seed: u64, people: usize, every: u64, range: u64) -> Vec<Gift> {
    let mut random = random(seed);
    let all = (0..people as u32).flat_map(|giver| (0..people as u32).map(move |taker| (giver, taker)));
    let some: Vec<_> = all.filter(|pair| pair.0 != pair.1 && random().is_multiple_of(every)).collect();
    some.into_iter().map(|(giver, taker)| Gift::new(giver, taker, (random() % range) as i64)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_better(mut draft in drafts(8)) {
        let question = draft.ask();
        let plan = find(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert!(plan.proven());
        prop_assert!(draft.may_be(&draft.read(&plan)));
        prop_assert_eq!(Some(value(&plan)), draft.best(|_| true));
        prop_assert_eq!(plan.left_out().count() + plan.helped(), (0..draft.people as u32).filter(|person| !draft.only_give.contains(person)).count());
    }

    #[test]
    fn the_order_of_gifts_changes_nothing((mut draft, shuffled) in drafts(8).prop_flat_map(|draft| {
        let gifts = Just(draft.gifts.clone()).prop_shuffle();
        (Just(draft), gifts)
    })) {
        let plan = find(&draft.ask());
        draft.gifts = shuffled;
        prop_assert_eq!(plan, find(&draft.ask()));
    }

    #[test]
    fn a_gift_costs_what_the_best_plan_with_it_costs(mut draft in drafts(8), giver in 0u32..8, taker in 0u32..8) {
        let question = draft.ask();
        let plan = find(&question);
        let with = draft.best(|plan| plan.get(giver as usize) == Some(&Some(taker)));
        match why_not(&question, &plan, (giver, taker), &Search::steps(2_000), &|| false) {
            WhyNot::Chosen => prop_assert_eq!(with, Some(value(&plan))),
            WhyNot::Costs(change) => {
                prop_assert_eq!(Some(value(&change.plan)), with);
                prop_assert!(change.proven);
                let (helped, score) = value(&plan);
                prop_assert_eq!((change.helped_fewer, change.score_less), (helped - value(&change.plan).0, score - value(&change.plan).1));
            }
            WhyNot::NotFound => prop_assert!(false, "the steps are enough for so few"),
            _ => prop_assert_eq!(with, None),
        }
    }

    #[test]
    fn helping_somebody_left_out_costs_what_the_best_plan_with_them_costs(mut draft in drafts(7)) {
        let question = draft.ask();
        let plan = find(&question);
        for person in 0..draft.people as u32 + 1 {
            let with = draft.best(|plan| plan.contains(&Some(person)));
            match why_left_out(&question, &plan, person, &Search::steps(2_000), &|| false) {
                LeftOut::Helped => prop_assert_eq!(with, Some(value(&plan))),
                LeftOut::Costs(change) => {
                    prop_assert_eq!(Some(value(&change.plan)), with);
                    prop_assert!(change.plan.helps(person) && change.loses.iter().all(|&loser| plan.helps(loser)));
                }
                LeftOut::NotFound => prop_assert!(false, "the steps are enough for so few"),
                _ => prop_assert_eq!(with, None),
            }
        }
    }

    #[test]
    fn no_other_plan_is_better_than_the_next(mut draft in drafts(7)) {
        let question = draft.ask();
        let plan = find(&question);
        let own = draft.read(&plan);
        let other = draft.best(|plan| plan != own);
        match next_best(&question, &plan, &Search::steps(2_000), &|| false) {
            Some(next) => {
                prop_assert_eq!(verify_next(&question, &plan, &next), Ok(()));
                let (helped, score) = value(&plan);
                prop_assert_eq!(Some((helped - next.helped_fewer, score - next.score_less)), other);
                prop_assert!(next.proven && next.chains != plan.chains());
            }
            None => prop_assert_eq!(other, None),
        }
    }

    #[test]
    fn after_an_edit_the_plan_is_as_good_as_a_new_one(mut draft in drafts(7), mut other in drafts(7)) {
        let before = find(&draft.ask());
        // Anything may have changed, and one of the rings that stood is forbidden.
        let mut question = other.ask();
        if let Some(chain) = before.chains().first() {
            question = question.clone().forbid(chain.clone()).unwrap_or(question);
        }
        let plan = propose_again(&question, &before, &Search::steps(2_000), &|| false);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert!(plan.proven() && plan.chains().iter().all(|chain| !question.forbidden().contains(chain)));
        prop_assert_eq!(value(&plan), value(&find(&question)));
    }

    #[test]
    fn without_a_forbidden_ring_no_plan_is_better(mut draft in drafts(7), at in any::<prop::sample::Index>()) {
        let question = draft.ask();
        let open: Vec<Chain> = find(&question).chains().iter().filter(|chain| !question.locks().contains(chain)).cloned().collect();
        prop_assume!(!open.is_empty());
        let chain = at.get(&open);
        let gifts: Vec<(u32, u32)> = chain.gifts().collect();
        let has = |plan: &[Option<u32>]| {
            let all = gifts.iter().all(|&(giver, taker)| plan[giver as usize] == Some(taker));
            // A longer chain has the same gifts, but is another.
            all && (chain.closed || chain.people.last().is_none_or(|&last| plan[last as usize].is_none()))
        };
        let asked = question.forbid(chain.clone()).expect("it is not locked");
        let plan = find(&asked);
        prop_assert_eq!(verify(&asked, &plan), Ok(()));
        prop_assert_eq!(Some(value(&plan)), draft.best(|plan| !has(plan)));
    }

    #[test]
    fn no_input_panics(
        people in 0usize..6,
        gifts in prop::collection::vec((0u32..7, 0u32..7, prop_oneof![
            -9i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX), (20u32..63).prop_map(|bit| -(1i64 << bit)),
            (20u32..63).prop_map(|bit| 1i64 << bit),
        ]), 0..12),
        (longest, only_give, longest_open) in (any::<usize>(), prop::collection::vec(0u32..7, 0..3), any::<usize>()),
        (lock, closed) in (prop::collection::vec(0u32..7, 0..4), any::<bool>()),
        minimum in any::<i64>(),
        count in any::<bool>(),
        steps in prop_oneof![Just(0u64), Just(1), Just(500)],
    ) {
        let gift = |(giver, taker, score)| Gift::new(giver, taker, score);
        let Ok(question) = Question::new(people, gifts.into_iter().map(gift).collect()) else { return Ok(()) };
        let question = question.first(if count { First::Count } else { First::Total });
        let or = |changed: Result<Question, _>| changed.unwrap_or_else(|_| question.clone());
        let asked = [
            question.clone(),
            question.clone().minimum(minimum),
            or(question.clone().longest(longest)),
            or(question.clone().only_give(&only_give, longest_open)),
            or(question.clone().lock(Chain { people: lock, closed })),
        ];
        let how = Search::steps(steps);
        for question in asked {
            let plan = propose(&question, &how, &|| false);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            for one in 0..7 {
                let _ = why_left_out(&question, &plan, one, &how, &|| false);
                for other in 0..7 {
                    let _ = why_not(&question, &plan, (one, other), &how, &|| false);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn larger_plans_have_bounds_that_hold(
        people in 20usize..70,
        every in 4u64..12,
        range in prop_oneof![Just(1u64), Just(21), Just(1_000_000)],
        (longest, longest_open) in (2usize..5, 0usize..4),
        seed in any::<u64>(),
        count in any::<bool>(),
    ) {
        let question = Question::new(people, large(seed, people, every, range)).expect("a sound question");
        let question = question.first(if count { First::Count } else { First::Total });
        let question = question.longest(longest).and_then(|question| question.only_give(&[0, 1, 2], longest_open));
        let question = question.expect("short chains");
        let plans: Vec<Plan> = [0, 3, 300].iter().map(|&steps| propose(&question, &Search::steps(steps), &|| false)).collect();
        for plan in &plans {
            prop_assert_eq!(verify(&question, plan), Ok(()));
            // Whoever searched less has a bound that whoever searched more does not exceed.
            let rank = |(helped, score): (i64, i64)| if count { (helped, score) } else { (score, helped) };
            prop_assert!(plans.iter().all(|other| rank(value(other)) <= rank(plan.bound())));
        }
    }

    /// Rings of two are pairs: the best of them is a matching in a general graph, which `mwmatching` finds as well.
    #[test]
    fn an_independent_solver_agrees_on_pairs(people in 2usize..40, seed in any::<u64>()) {
        let gifts = large(seed, people, 3, 100);
        let question = Question::new(people, gifts.clone()).expect("a sound question").first(First::Total);
        let plan = find(&question.longest(2).expect("short rings"));
        let score = |giver, taker| gifts.iter().find(|gift| (gift.giver, gift.taker) == (giver, taker)).map(|gift| gift.score);
        let both = |gift: &&Gift| gift.giver < gift.taker && score(gift.taker, gift.giver).is_some();
        let sum = |gift: &Gift| gift.score + score(gift.taker, gift.giver).unwrap_or(0);
        let edges: Vec<_> = gifts.iter().filter(both).map(|gift| (gift.giver as usize, gift.taker as usize, sum(gift) as i32)).collect();
        let mates = Matching::new(edges.clone()).solve();
        let theirs: i64 = edges.iter().filter(|edge| mates.get(edge.0) == Some(&edge.1)).map(|edge| i64::from(edge.2)).sum();
        prop_assert!(plan.score() <= theirs && theirs <= plan.bound().1);
        prop_assert_eq!(plan.proven(), plan.score() == theirs && plan.bound().1 == theirs);
    }
}

#[test]
fn a_search_that_is_told_to_stop_still_answers() {
    let question = Question::new(60, large(7, 60, 5, 100)).expect("a sound question");
    let plan = propose(&question, &Search::steps(u64::MAX), &|| true);
    assert_eq!(verify(&question, &plan), Ok(()));
    assert!(plan.bound().0 >= find(&question).helped() as i64);
}

#[test]
fn threads_find_the_same_every_time_and_no_less_than_the_bound_allows() {
    let question = Question::new(90, large(11, 90, 5, 40)).expect("a sound question");
    let plan = |threads| propose(&question, &Search::steps(900).threads(threads), &|| false);
    for threads in [1, 2, 3] {
        assert_eq!(plan(threads), plan(threads));
        assert_eq!(verify(&question, &plan(threads)), Ok(()));
    }
}

#[test]
fn a_next_best_plan_that_was_tampered_with_is_found_out() {
    let gifts = [(0, 1, 6), (1, 0, 6), (1, 2, 5), (2, 1, 5), (2, 3, 3), (3, 2, 4)];
    let gifts = gifts.map(|(giver, taker, score)| Gift::new(giver, taker, score));
    let question = Question::new(4, gifts.to_vec()).expect("a sound question");
    let how = Search::steps(1_000);
    let plan = find(&question);
    let next = next_best(&question, &plan, &how, &|| false).expect("there is another");
    assert_eq!((next.helped_fewer, next.proven), (2, true));
    let check = |change: &dyn Fn(&mut matching::exchange::cycles::NextBest)| {
        let mut changed = next.clone();
        change(&mut changed);
        verify_next(&question, &plan, &changed)
    };
    assert_eq!(check(&|_| ()), Ok(()));
    assert_eq!(check(&|next| next.helped_fewer -= 1), Err(Flaw::WrongTotals));
    assert_eq!(check(&|next| next.bound.1 -= 1), Err(Flaw::Gap));
    assert_eq!(check(&|next| next.bound.1 += 1), Err(Flaw::WrongTotals));
    assert_eq!(check(&|next| next.chains = plan.chains().to_vec()), Err(Flaw::SamePlan));
    assert_eq!(check(&|next| next.chains.clear()), Err(Flaw::SamePlan));
}

#[test]
fn another_seed_is_another_search_and_the_same_seed_the_same() {
    let question = Question::new(60, large(9, 60, 4, 50)).expect("a sound question");
    let plan = |seed| propose(&question, &Search::steps(400).seed(seed), &|| false);
    assert_eq!(plan(3), plan(3));
    assert!((0..8).all(|seed| verify(&question, &plan(seed)).is_ok()));
}
