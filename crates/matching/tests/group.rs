//! Random questions, judged by trying every grouping, by the rules, and by asking again in another order.

use matching::group::{
    Distances, Plan, Question, Search, Swap, WhyNot, propose, propose_again, runner_up, verify, why, why_not,
};
use proptest::prelude::*;

/// A question before it is asked.
#[derive(Debug, Clone)]
struct Draft {
    cells: Vec<i64>,
    sizes: Vec<u32>,
    together: Vec<(u32, u32)>,
    apart: Vec<(u32, u32)>,
    focus: Option<Vec<u32>>,
    company: Vec<Vec<Option<u32>>>,
}

impl Draft {
    fn people(&self) -> usize {
        self.sizes.iter().sum::<u32>() as usize
    }

    fn ask(&self) -> Question {
        let distances = Distances::whole(self.people(), &self.cells).expect("sound distances");
        let mut question = Question::new(distances, self.sizes.clone()).expect("sound sizes");
        for &(first, second) in &self.together {
            question = question.together(first, second).expect("known people");
        }
        for &(first, second) in &self.apart {
            question = question.apart(first, second).expect("known people");
        }
        if let Some(focus) = &self.focus {
            question = question.focus(focus.clone()).expect("an answer each");
        }
        for answers in &self.company {
            question = question.not_alone(answers.clone()).expect("an answer each");
        }
        question
    }

    /// How many are alone, and the value, if every hard rule is kept.
    fn judge(&self, group_of: &[usize]) -> Option<(usize, i64)> {
        let same = |two: &(u32, u32)| group_of[two.0 as usize] == group_of[two.1 as usize];
        if !self.together.iter().all(same) || self.apart.iter().any(same) {
            return None;
        }
        let people = self.people();
        let (mut value, mut alone) = (0, 0);
        for first in 0..people {
            for second in (0..people).filter(|&second| group_of[first] == group_of[second]) {
                if self.focus.as_ref().is_some_and(|focus| focus[first] != focus[second]) {
                    return None;
                }
                value += self.cells[first * people + second];
            }
            for answers in self.company.iter().filter(|answers| answers[first].is_some()) {
                let shares = |&other: &usize| {
                    other != first && group_of[other] == group_of[first] && answers[other] == answers[first]
                };
                alone += usize::from(!(0..people).any(|other| shares(&other)));
            }
        }
        Some((alone, value / 2))
    }

    /// Fewest alone and the largest value with so few, by trying every grouping; `None` if none keeps the rules.
    fn best(&self) -> Option<(usize, i64)> {
        let mut best = None;
        self.try_all(&mut Vec::new(), &mut self.sizes.clone(), &mut best);
        best
    }

    fn try_all(&self, group_of: &mut Vec<usize>, room: &mut [u32], best: &mut Option<(usize, i64)>) {
        if group_of.len() == self.people() {
            let better = |&(alone, value): &(usize, i64)| best.is_none_or(|best| (alone, -value) < (best.0, -best.1));
            *best = self.judge(group_of).filter(better).or(*best);
            return;
        }
        for group in 0..room.len() {
            if room[group] > 0 {
                room[group] -= 1;
                group_of.push(group);
                self.try_all(group_of, room, best);
                group_of.pop();
                room[group] += 1;
            }
        }
    }
}

/// Questions of several groups of up to `most` people, with as many rules as `rules` at most of each kind.
fn drafts(groups: std::ops::Range<usize>, most: u32, rules: usize) -> impl Strategy<Value = Draft> {
    let sizes = prop::collection::vec(1..=most, groups);
    (sizes, prop_oneof![Just(3i64), Just(100), Just(100_000)]).prop_flat_map(move |(sizes, far)| {
        let people = sizes.iter().sum::<u32>();
        let count = people as usize;
        let half = prop::collection::vec(0..=far, count * count);
        let pairs = || {
            let pair = (0..people, 0..people).prop_filter("two people", |two| two.0 != two.1);
            prop::collection::vec(pair, 0..=if count > 1 { rules } else { 0 })
        };
        let focus = prop::option::weighted(0.3, prop::collection::vec(0u32..2, count));
        let answers = prop::collection::vec(prop::option::weighted(0.7, 0u32..3), count);
        let company = prop::collection::vec(answers, 0..=rules.min(2));
        (half, pairs(), pairs(), focus, company).prop_map(move |(half, together, apart, focus, mut company)| {
            // Said twice is said once.
            company.sort();
            company.dedup();
            let cell = |at: usize| {
                let (row, column) = (at / count, at % count);
                if row == column { 0 } else { half[row.min(column) * count + row.max(column)] }
            };
            let cells = (0..count * count).map(cell).collect();
            Draft { cells, sizes: sizes.clone(), together, apart, focus, company }
        })
    })
}

fn small() -> impl Strategy<Value = Draft> {
    drafts(1..5, 4, 2).prop_filter("few enough to try all", |draft| draft.people() <= 8)
}

fn rank(plan: &Plan) -> (usize, i64) {
    (plan.alone().len(), plan.value())
}

fn go(question: &Question, steps: u64, seed: u64) -> Option<Plan> {
    propose(question, &Search::steps(steps).seed(seed), &|| false).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn with_steps_enough_the_best_of_all_groupings_is_found(draft in small()) {
        let question = draft.ask();
        let plan = go(&question, 500_000, 1);
        prop_assert_eq!(plan.as_ref().map(rank), draft.best());
        if let Some(plan) = plan {
            prop_assert_eq!(verify(&question, &plan), Ok(()));
        }
    }

    #[test]
    fn rules_are_never_broken(draft in drafts(1..12, 9, 6), steps in 0u64..60_000) {
        let question = draft.ask();
        if let Some(plan) = go(&question, steps, 3) {
            prop_assert_eq!(verify(&question, &plan), Ok(()));
            let group_of: Vec<usize> =
                (0..draft.people() as u32).filter_map(|person| plan.group_of(person)).map(|group| group as usize).collect();
            prop_assert_eq!(draft.judge(&group_of), Some(rank(&plan)));
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_groups_in_whatever_order_rules_come(draft in drafts(1..8, 6, 5), seed: u64) {
        let plan = go(&draft.ask(), 30_000, seed);
        prop_assert_eq!(&go(&draft.ask(), 30_000, seed), &plan);
        let mut turned = draft;
        for pairs in [&mut turned.together, &mut turned.apart] {
            pairs.reverse();
            for two in pairs.iter_mut() {
                *two = (two.1, two.0);
            }
        }
        turned.company.reverse();
        prop_assert_eq!(&go(&turned.ask(), 30_000, seed), &plan);
    }

    #[test]
    fn after_an_edit_rules_are_kept_and_nothing_is_lost(
        draft in drafts(2..8, 6, 4),
        (first, second) in any::<(prop::sample::Index, prop::sample::Index)>(),
        threads in 1u32..3,
    ) {
        let question = draft.ask();
        let Some(plan) = go(&question, 20_000, 1) else { return Ok(()) };
        let how = Search::steps(2000).seed(2).seeds(threads);
        let again = propose_again(&question, &how, &plan, &|| false).expect("the groups that stood");
        prop_assert_eq!(verify(&question, &again), Ok(()));
        prop_assert!((again.alone().len(), -again.value()) <= (plan.alone().len(), -plan.value()));
        let people = draft.people();
        let (first, second) = (first.index(people) as u32, second.index(people) as u32);
        if let Ok(edited) = question.apart(first, second)
            && let Ok(after) = propose_again(&edited, &how, &plan, &|| false)
        {
            prop_assert_eq!(verify(&edited, &after), Ok(()));
            prop_assert_eq!(propose_again(&edited, &how, &plan, &|| false), Ok(after.clone()));
            if plan.group_of(first) != plan.group_of(second) {
                prop_assert!((after.alone().len(), -after.value()) <= (plan.alone().len(), -plan.value()));
            }
        }
    }

    #[test]
    fn the_runner_up_is_another_grouping_that_keeps_the_rules(draft in drafts(1..8, 5, 3), threads in 1u32..3) {
        let question = draft.ask();
        let how = Search::steps(3000).seed(4).seeds(threads);
        let Ok(plan) = propose(&question, &how, &|| false) else { return Ok(()) };
        prop_assert_eq!(&propose(&question, &how, &|| false), &Ok(plan.clone()), "threads or not, a seed is a seed");
        if let Ok(Some(other)) = runner_up(&question, &how, &plan, &|| false) {
            prop_assert!(other.groups() != plan.groups());
            prop_assert_eq!(verify(&question, &other), Ok(()));
        }
    }

    #[test]
    fn reasons_add_up(draft in drafts(2..6, 6, 2), first: prop::sample::Index, second: prop::sample::Index) {
        let question = draft.ask();
        let Some(plan) = go(&question, 2000, 5) else { return Ok(()) };
        let people = draft.people();
        let brings: i64 = (0..people as u32).filter_map(|person| why(&question, &plan, person)).map(|why| why.brings).sum();
        prop_assert_eq!(brings, 2 * plan.value());
        let (first, second) = (first.index(people), second.index(people));
        let mut group_of: Vec<usize> =
            (0..people as u32).filter_map(|person| plan.group_of(person)).map(|group| group as usize).collect();
        let apart = group_of[first] != group_of[second];
        group_of.swap(first, second);
        match why_not(&question, &plan, first as u32, second as u32) {
            WhyNot::Costs(Swap { value_less, more_alone }) => {
                let after = (plan.alone().len() as i64 + more_alone, plan.value() - value_less);
                prop_assert_eq!(draft.judge(&group_of).map(|(alone, value)| (alone as i64, value)), Some(after));
            }
            WhyNot::Breaks(_) => prop_assert_eq!(draft.judge(&group_of), None),
            WhyNot::OneGroup | WhyNot::NotTwo => prop_assert!(!apart),
        }
    }
}

#[test]
fn two_seeds_are_as_good_as_the_better_of_the_two() {
    let cells: Vec<i64> = (0..3600).map(|at: i64| ((at / 60 - at % 60).pow(2) * 7919) % 101).collect();
    let distances = Distances::whole(60, &cells).expect("sound distances");
    let question = Question::evenly(distances, 7).expect("a sound question");
    let alone = [8, 9].map(|seed| go(&question, 50_000, seed).expect("groups"));
    let both = propose(&question, &Search::steps(50_000).seed(8).seeds(2), &|| false).expect("groups");
    let better = if alone[1].value() > alone[0].value() { &alone[1] } else { &alone[0] };
    assert_eq!(&both, better);
}
