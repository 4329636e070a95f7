//! Random questions of hours, judged by trying every plan, by an independent solver, and by the proof.

use matching::exchange::transport::{
    First, Plan, Question, Share, Shift, Short, Way, WhyNot, next_best, one_more_hour, propose, revise, verify,
    verify_next, why_not, why_short,
};
use proptest::prelude::*;
use random::random;

mod random;

/// A question before it is asked, so that it can be asked again with something changed.
#[derive(Debug, Clone)]
struct Draft {
    needs: Vec<u32>,
    offers: Vec<u32>,
    ways: Vec<Way>,
    first: First,
    minimum: i64,
    locks: Vec<(u32, u32, u32)>,
}

impl Draft {
    /// Asks it; locks that do not fit are passed over and struck out.
    fn ask(&mut self) -> Question {
        let question = Question::new(self.needs.clone(), self.offers.clone(), self.ways.clone());
        let mut question = question.expect("a sound question").first(self.first).minimum(self.minimum);
        let mut kept: Vec<(u32, u32, u32)> = Vec::new();
        for &(need, offer, hours) in &self.locks {
            if let Ok(locked) = question.clone().lock(need, offer, hours) {
                question = locked;
                kept.retain(|lock| (lock.0, lock.1) != (need, offer));
                kept.push((need, offer, hours));
            }
        }
        self.locks = kept;
        question
    }

    fn locked(&self, need: u32, offer: u32) -> u32 {
        self.locks.iter().find(|lock| (lock.0, lock.1) == (need, offer)).map_or(0, |lock| lock.2)
    }

    /// Hours and score of the best of all plans that `accept` allows, by trying every one: hours along each way.
    fn best(&self, accept: impl Fn(&[u32]) -> bool) -> Option<(i64, i64)> {
        let mut best = None;
        self.try_all(&mut Vec::new(), &mut self.needs.clone(), &mut self.offers.clone(), &mut |plan| {
            if accept(plan) {
                let value = self.value(plan);
                if best.is_none_or(|best| self.rank(value) > self.rank(best)) {
                    best = Some(value);
                }
            }
        });
        best
    }

    fn rank(&self, (hours, score): (i64, i64)) -> (i64, i64) {
        if self.first == First::Count { (hours, score) } else { (score, hours) }
    }

    fn value(&self, plan: &[u32]) -> (i64, i64) {
        let each = || self.ways.iter().zip(plan).map(|(way, &hours)| (i64::from(hours), i64::from(hours) * way.score));
        (each().map(|each| each.0).sum(), each().map(|each| each.1).sum())
    }

    fn try_all(&self, plan: &mut Vec<u32>, rest: &mut [u32], room: &mut [u32], see: &mut impl FnMut(&[u32])) {
        let Some(way) = self.ways.get(plan.len()) else {
            see(plan);
            return;
        };
        let (need, offer) = (way.need as usize, way.offer as usize);
        let locked = self.locked(way.need, way.offer);
        let most = if way.score < self.minimum { locked } else { way.most };
        for hours in locked..=most.min(rest[need]).min(room[offer]) {
            plan.push(hours);
            (rest[need], room[offer]) = (rest[need] - hours, room[offer] - hours);
            self.try_all(plan, rest, room, see);
            (rest[need], room[offer]) = (rest[need] + hours, room[offer] + hours);
            plan.pop();
        }
    }

    /// The hours of a plan along each way.
    fn read(&self, plan: &Plan) -> Vec<u32> {
        self.ways.iter().map(|way| plan.hours_of(way.need, way.offer)).collect()
    }

    /// The hours along each way after some shifts.
    fn shifted(&self, plan: &Plan, shifts: &[Shift]) -> Vec<u32> {
        let mut hours = self.read(plan);
        for shift in shifts {
            let at = self.ways.iter().position(|way| (way.need, way.offer) == (shift.need, shift.offer));
            let at = &mut hours[at.expect("a known way")];
            *at = u32::try_from(i64::from(*at) + shift.hours).expect("hours that were there");
        }
        hours
    }

    fn at(&self, need: u32, offer: u32) -> Option<usize> {
        self.ways.iter().position(|way| (way.need, way.offer) == (need, offer))
    }
}

/// Questions of up to three needs and three offers: many ties, scores below nothing, limits, locks, nothing to give.
fn drafts() -> impl Strategy<Value = Draft> {
    let hours = || prop::collection::vec(prop_oneof![1 => Just(0u32), 3 => Just(1), 3 => Just(2), 2 => Just(3)], 1..4);
    (hours(), hours()).prop_flat_map(|(needs, offers)| {
        let most = prop_oneof![3 => Just(u32::MAX), 1 => 0u32..3];
        let cell = prop::option::weighted(0.8, (-2i64..6, most));
        let cells = prop::collection::vec(cell, needs.len() * offers.len());
        let locks = prop::collection::vec((any::<prop::sample::Index>(), 0u32..3), 0..3);
        let minimum = prop::option::weighted(0.3, -1i64..3);
        let rules = (any::<bool>(), minimum, locks, 1i64..8);
        (Just((needs, offers)), cells, rules).prop_map(|((needs, offers), cells, (count, minimum, locks, step))| {
            let way = |(at, cell): (usize, &Option<(i64, u32)>)| {
                let (score, most) = (*cell)?;
                let (need, offer) = ((at / offers.len()) as u32, (at % offers.len()) as u32);
                Some(Way::new(need, offer, score * step).at_most(most))
            };
            let ways: Vec<Way> = cells.iter().enumerate().filter_map(way).collect();
            let lock = |(at, hours): &(prop::sample::Index, u32)| {
                (!ways.is_empty()).then(|| ways[at.index(ways.len())]).map(|way| (way.need, way.offer, *hours))
            };
            Draft {
                first: if count { First::Count } else { First::Total },
                minimum: minimum.unwrap_or(i64::MIN),
                locks: locks.iter().filter_map(lock).collect(),
                needs,
                offers,
                ways,
            }
        })
    })
}

fn value(plan: &Plan) -> (i64, i64) {
    (plan.hours() as i64, plan.score())
}

/// Some hundreds of needs and offers: too many plans to try.
fn large(seed: u64, needs: usize, offers: usize, every: u64, range: u64, count: bool) -> Draft {
    let mut random = random(seed);
    let mut hours = |count: usize, most: u64| (0..count).map(|_| (random() % most) as u32).collect::<Vec<_>>();
    let (needs, offers) = (hours(needs, 6), hours(offers, 8));
    let mut ways = Vec::new();
    for need in 0..needs.len() as u32 {
        for offer in 0..offers.len() as u32 {
            if random().is_multiple_of(every) {
                let most = if random().is_multiple_of(4) { (random() % 4) as u32 } else { u32::MAX };
                let score = (random() % range) as i64 - range as i64 / 9;
                ways.push(Way::new(need, offer, score).at_most(most));
            }
        }
    }
    let first = if count { First::Count } else { First::Total };
    Draft { needs, offers, ways, first, minimum: i64::MIN, locks: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_is_better(mut draft in drafts()) {
        let question = draft.ask();
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert_eq!(Some(value(&plan)), draft.best(|_| true));
        let missing: u64 = plan.short().map(|(_, hours)| u64::from(hours)).sum();
        prop_assert_eq!(missing + plan.hours(), draft.needs.iter().map(|&hours| u64::from(hours)).sum::<u64>());
    }

    #[test]
    fn the_order_of_ways_changes_nothing((mut draft, shuffled) in drafts().prop_flat_map(|draft| {
        let ways = Just(draft.ways.clone()).prop_shuffle();
        (Just(draft), ways)
    })) {
        let plan = propose(&draft.ask());
        draft.ways = shuffled;
        prop_assert_eq!(plan, propose(&draft.ask()));
    }

    #[test]
    fn an_hour_more_costs_what_the_best_plan_with_it_costs(mut draft in drafts(), need in 0u32..4, offer in 0u32..4) {
        let question = draft.ask();
        let plan = propose(&question);
        let wanted = plan.hours_of(need, offer) + 1;
        let at = draft.at(need, offer);
        let with = draft.best(|hours| at.is_some_and(|at| hours[at] >= wanted));
        match why_not(&question, &plan, need, offer) {
            WhyNot::Costs(change) => {
                prop_assert_eq!(Some(value(&change.plan)), with);
                let (hours, score) = value(&plan);
                prop_assert_eq!((change.hours_fewer, change.score_less), (hours - value(&change.plan).0, score - value(&change.plan).1));
                prop_assert_eq!(draft.shifted(&plan, &change.shifts), draft.read(&change.plan));
                let locked = question.lock(need, offer, wanted).expect("it was found possible");
                prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
            }
            _ => prop_assert_eq!(with, None),
        }
    }

    #[test]
    fn an_hour_for_a_short_need_costs_what_the_best_plan_with_it_costs(mut draft in drafts()) {
        let question = draft.ask();
        let plan = propose(&question);
        for need in 0..4 {
            let got = |hours: &[u32]| draft.ways.iter().zip(hours).filter(|(way, _)| way.need == need).map(|(_, hours)| hours).sum::<u32>();
            let more = draft.best(|hours| got(hours) > got(&draft.read(&plan)));
            match why_short(&question, &plan, need) {
                Short::Costs(change) => {
                    prop_assert_eq!(Some(value(&change.plan)), more);
                    prop_assert!(got(&draft.read(&change.plan)) > got(&draft.read(&plan)));
                    prop_assert_eq!(draft.shifted(&plan, &change.shifts), draft.read(&change.plan));
                    let mut locked = question.clone();
                    for share in change.plan.shares().iter().filter(|share| share.need == need) {
                        locked = locked.lock(need, share.offer, share.hours).expect("hours the plan has");
                    }
                    prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                }
                Short::Met => prop_assert_eq!(plan.missing(need), 0),
                _ => prop_assert_eq!(more, None),
            }
        }
    }

    #[test]
    fn one_more_hour_brings_what_it_says(mut draft in drafts()) {
        let question = draft.ask();
        let plan = propose(&question);
        for (need, _) in plan.short() {
            let ways = one_more_hour(&question, &plan, need);
            let ranks: Vec<_> = ways.iter().map(|way| draft.rank((way.hours as i64, way.score))).collect();
            prop_assert!(ranks.is_sorted_by(|one, next| one >= next));
            let got = |hours: &[u32]| draft.ways.iter().zip(hours).filter(|(way, _)| way.need == need).map(|(_, hours)| hours).sum::<u32>();
            let had = got(&draft.read(&plan));
            let tied = draft.best(|hours| got(hours) > had) == Some(value(&plan));
            for offer in 0..draft.offers.len() as u32 {
                let mut wide = draft.clone();
                wide.offers[offer as usize] += 1;
                let best = wide.best(|_| true);
                match ways.iter().find(|way| way.offer == offer) {
                    Some(way) => {
                        let moved = draft.shifted(&plan, &way.shifts);
                        prop_assert!(got(&moved) > had);
                        prop_assert_eq!(best, Some((way.hours as i64, way.score)));
                        prop_assert_eq!(wide.value(&moved), (way.hours as i64, way.score));
                        let mut feasible = false;
                        let (mut rest, mut room) = (wide.needs.clone(), wide.offers.clone());
                        wide.try_all(&mut Vec::new(), &mut rest, &mut room, &mut |plan| feasible |= plan == moved);
                        prop_assert!(feasible);
                    }
                    None if !tied && best != Some(value(&plan)) => prop_assert!(wide.best(|hours| got(hours) > had) != best),
                    None => {}
                }
            }
        }
    }

    #[test]
    fn no_other_plan_is_better_than_the_next(mut draft in drafts()) {
        let question = draft.ask();
        let plan = propose(&question);
        let own = draft.read(&plan);
        let other = draft.best(|hours| hours != own);
        match next_best(&question, &plan) {
            Some(next) => {
                prop_assert_eq!(verify_next(&question, &plan, &next), Ok(()));
                let moved = draft.shifted(&plan, &next.shifts);
                prop_assert_eq!(Some(draft.value(&moved)), other);
                prop_assert!(moved != own);
            }
            None => prop_assert_eq!(other, None),
        }
    }

    #[test]
    fn a_revised_plan_is_as_good_as_a_new_one(mut draft in drafts(), mut other in drafts()) {
        let before = propose(&draft.ask());
        // Anything may have changed, as long as needs and offers are the same in number.
        other.needs.resize(draft.needs.len(), 2);
        other.offers.resize(draft.offers.len(), 1);
        let known = |way: &Way| (way.need as usize) < draft.needs.len() && (way.offer as usize) < draft.offers.len();
        other.ways.retain(known);
        let question = other.ask();
        let plan = revise(&question, &before);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        prop_assert_eq!(value(&plan), value(&propose(&question)));
        let unchanged = revise(&draft.ask(), &before);
        prop_assert_eq!(unchanged.shares(), before.shares());
    }

    #[test]
    fn no_input_panics(
        needs in prop::collection::vec(prop_oneof![0u32..3, Just(u32::MAX)], 0..5),
        offers in prop::collection::vec(prop_oneof![0u32..3, Just(u32::MAX)], 0..5),
        ways in prop::collection::vec((0u32..5, 0u32..5, prop_oneof![
            -9i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX), (20u32..63).prop_map(|bit| -(1i64 << bit)),
            (20u32..63).prop_map(|bit| 1i64 << bit),
        ], prop_oneof![0u32..3, Just(u32::MAX)]), 0..8),
        minimum in any::<i64>(),
        (need, offer, hours) in (0u32..6, 0u32..6, prop_oneof![0u32..3, Just(u32::MAX)]),
        count in any::<bool>(),
    ) {
        let way = |(need, offer, score, most)| Way::new(need, offer, score).at_most(most);
        let Ok(question) = Question::new(needs, offers, ways.into_iter().map(way).collect()) else { return Ok(()) };
        let question = question.first(if count { First::Count } else { First::Total });
        let free = propose(&question);
        let or = |changed: Result<Question, _>| changed.unwrap_or_else(|_| question.clone());
        let asked = [
            question.clone(),
            question.clone().minimum(minimum),
            or(question.clone().lock(need, offer, hours)),
            or(question.clone().need(need, hours)),
            or(question.clone().offer(offer, hours)),
            or(question.clone().at_most(need, offer, hours)),
        ];
        for question in asked {
            let plan = revise(&question, &free);
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            let next = next_best(&question, &plan);
            prop_assert!(next.is_none_or(|next| verify_next(&question, &plan, &next).is_ok()));
            prop_assert_eq!(value(&plan), value(&propose(&question)));
            for need in 0..6 {
                let _ = (why_short(&question, &free, need), one_more_hour(&question, &plan, need));
                for offer in 0..6 {
                    if let WhyNot::Costs(change) = why_not(&question, &plan, need, offer) {
                        let hours = plan.hours_of(need, offer) + 1;
                        let locked = question.clone().lock(need, offer, hours).expect("it was found possible");
                        prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn larger_plans_and_their_reasons_are_proven(
        (needs, offers) in (30usize..200, 30usize..150),
        (every, range) in (1u64..9, prop_oneof![Just(1u64), Just(21), Just(1_000_000_000)]),
        seed in any::<u64>(),
        count in any::<bool>(),
    ) {
        let mut draft = large(seed, needs, offers, every, range, count);
        let question = draft.ask();
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        for way in draft.ways.iter().step_by(draft.ways.len() / 8 + 1) {
            if let WhyNot::Costs(change) = why_not(&question, &plan, way.need, way.offer) {
                let hours = plan.hours_of(way.need, way.offer) + 1;
                let locked = question.clone().lock(way.need, way.offer, hours).expect("it was found possible");
                prop_assert_eq!(verify(&locked, &change.plan), Ok(()));
                prop_assert_eq!(value(&propose(&locked)), value(&change.plan));
                prop_assert_eq!(value(&revise(&locked, &plan)), value(&change.plan));
            }
            let hours = plan.hours_of(way.need, way.offer);
            let shut = question.clone().at_most(way.need, way.offer, hours / 2).expect("a known way");
            let revised = revise(&shut, &plan);
            prop_assert_eq!(verify(&shut, &revised), Ok(()));
        }
    }

    /// One hour each and a place for everybody: the classic assignment problem, which `lsap` solves as well.
    #[test]
    fn an_independent_solver_agrees(size in 1usize..90, seed in any::<u64>(), range in prop_oneof![Just(5u64), Just(100), Just(1_000_000)]) {
        let mut random = random(seed);
        let scores: Vec<i64> = (0..size * size).map(|_| (random() % range) as i64).collect();
        let way = |(at, &score): (usize, &i64)| Way::new((at / size) as u32, (at % size) as u32, score);
        let ways = scores.iter().enumerate().map(way).collect();
        let question = Question::new(vec![3; size], vec![3; size], ways).expect("a sound question");
        let plan = propose(&question);
        prop_assert_eq!(verify(&question, &plan), Ok(()));
        let costs: Vec<f64> = scores.iter().map(|&score| score as f64).collect();
        let (rows, columns) = lsap::solve(size, size, &costs, true).expect("lsap solves it");
        let theirs: i64 = rows.iter().zip(&columns).map(|(&row, &column)| scores[row * size + column]).sum();
        prop_assert_eq!(value(&plan), (3 * size as i64, 3 * theirs));
    }
}

#[test]
fn shares_come_by_need_and_offer() {
    let ways = vec![Way::new(1, 0, 5), Way::new(0, 1, 7), Way::new(0, 0, 6)];
    let plan = propose(&Question::new(vec![2, 1], vec![2, 1], ways).expect("a sound question"));
    let share = |need, offer, hours, score| Share { need, offer, hours, score };
    assert_eq!(plan.shares(), [share(0, 0, 1, 6), share(0, 1, 1, 7), share(1, 0, 1, 5)]);
}
