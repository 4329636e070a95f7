//! The search: a bound first, then a plan, then the cases in between.

use super::find::{MOST, chains_over};
use super::lp::{End, Lp};
use super::near::Improving;
use super::net::{Column, Net};
use super::plan::{Case, Chain, Plan, Proof};
use super::tree::{Base, Pool, best_of, dive};
use super::work::Work;
use super::{Question, Search};

/// The linear programme is kept in full: with more people than this there is only a simple bound.
const MOST_ROWS: usize = 3000;
/// Chains that are added to the linear programme at a time, for each person.
const AT_A_TIME: usize = 2;
/// The part of the remaining steps that one tree of cases may take.
const PATIENCE: u64 = 8;
/// How often the gap is halved for the chains that are likely to be in a good plan.
const LIKELY: u32 = 3;
/// Steps to look for the chains that the gap leaves.
const LOOKING: u64 = 1 << 12;

/// Finds a plan and a bound, and brings them together as far as the steps allow.
pub(super) fn run(question: &Question, how: &Search, before: &[Chain], stop: &(dyn Fn() -> bool + Sync)) -> Plan {
    let net = Net::of(question);
    let standing = standing(&net, question, before);
    let mut work = Work::new(how.steps, stop);
    let bound = bound(&net, &mut work);
    let mut chosen = greedy(&net, Vec::new(), bound.base.columns.clone());
    if !standing.is_empty() {
        let filled = greedy(&net, standing, bound.base.columns.clone());
        if weight(&filled) >= weight(&chosen) {
            chosen = filled;
        }
    }
    let mut ceiling = Ceiling { weight: bound.most(&net).max(weight(&chosen)), cases: Vec::new() };
    if bound.complete {
        let mut columns = bound.base.columns.clone();
        columns.sort_unstable();
        let pool = Pool::from(&net, &bound.base, &columns);
        if let Some(better) = dive(&pool, weight(&chosen), &mut work) {
            chosen = pool.pick(&better);
        }
        ceiling = close_in(&net, &bound, &mut chosen, how, &mut work);
    }
    let chains: Vec<Chain> = chosen.into_iter().map(|column| column.chain).collect();
    Plan::new(question, chains, Proof { prices: bound.prices, ceiling: ceiling.weight, cases: ceiling.cases })
}

/// What all chains together weigh.
pub(super) fn weight(chosen: &[Column]) -> i64 {
    chosen.iter().map(|column| column.weight).sum()
}

/// What no plan exceeds.
struct Bound {
    /// Prices that no chain undercuts.
    prices: Vec<i64>,
    /// The programme they come from, and whether it was solved over all chains.
    base: Base,
    complete: bool,
}

impl Bound {
    /// What all prices add up to, in whole weights.
    fn most(&self, net: &Net) -> i64 {
        i64::try_from(self.sum() / i128::from(net.unit)).unwrap_or(i64::MAX)
    }

    fn sum(&self) -> i128 {
        self.prices.iter().map(|&price| i128::from(price)).sum()
    }
}

/// Betters the plan until it meets the ceiling, or no case is left that could hold a better one.
///
/// A plan that misses the bound by some gap has no chain that loses more than the gap. So plans near the bound are looked
/// for first, among few chains: either one is found, or the ceiling comes down (iterative deepening; Korf 1985).
fn close_in(net: &Net, bound: &Bound, chosen: &mut Vec<Column>, how: &Search, work: &mut Work<'_>) -> Ceiling {
    let most = bound.most(net);
    let mut ceiling = Ceiling { weight: most, cases: Vec::new() };
    let (mut lap, mut halved) = (0u64, false);
    while weight(chosen) < ceiling.weight && !work.spent() {
        let before = weight(chosen);
        let Some(kept) = within(net, bound, most - before - 1, work) else { break };
        if !halved {
            dive_near(net, bound, &kept, chosen, work);
        }
        let likely = i128::from((most - weight(chosen)) >> (LIKELY - lap as u32 % LIKELY)) * i128::from(net.unit);
        let columns = at_least(&kept, -likely);
        Improving::new(net, &columns, most).improve(chosen, how.threads, how.seed.wrapping_add(lap), work);
        halved = most - weight(chosen) <= (most - before) / 2;
        if halved {
            // What helped may help again.
            continue;
        }
        lap += 1;
        let floor = weight(chosen);
        for halvings in (0..4).rev() {
            let gap = (most - floor - 1) >> halvings;
            if most - gap > ceiling.weight {
                continue;
            }
            let least = i128::from(most - gap) * i128::from(net.unit) - bound.sum();
            let near = at_least(&kept, least);
            let pool = Pool::from(net, &bound.base, &near);
            let mut part = work.share(PATIENCE);
            let outcome = best_of(&pool, most - gap - 1, i64::MAX, &mut part);
            work.add(&part);
            let found = outcome.chosen.is_some();
            if let Some(better) = outcome.chosen {
                *chosen = pool.pick(&better);
            }
            if outcome.done {
                let weight = if found { weight(chosen) } else { most - gap - 1 };
                ceiling = Ceiling { weight, cases: outcome.cases };
            }
            if found || !outcome.done {
                break;
            }
        }
    }
    ceiling
}

/// Betters the plan by one dive among few chains, if that is possible.
fn dive_near(net: &Net, bound: &Bound, kept: &[(i64, Column)], chosen: &mut Vec<Column>, work: &mut Work<'_>) {
    let most = bound.most(net);
    for halvings in (2..6).rev() {
        let gap = (most - weight(chosen) - 1) >> halvings;
        let near = at_least(kept, i128::from(most - gap) * i128::from(net.unit) - bound.sum());
        let pool = Pool::from(net, &bound.base, &near);
        if let Some(better) = dive(&pool, weight(chosen), work) {
            *chosen = pool.pick(&better);
            return;
        }
    }
}

/// The chains that bring so much, in order.
fn at_least(kept: &[(i64, Column)], least: i128) -> Vec<Column> {
    kept.iter().filter(|(sum, _)| i128::from(*sum) >= least).map(|(_, column)| column.clone()).collect()
}

/// What no plan exceeds, and the cases that show it where the bound's prices do not.
struct Ceiling {
    weight: i64,
    cases: Vec<Case>,
}

/// The chains that lose no more than a gap, in order, each with less than nothing for what it loses.
fn within(net: &Net, bound: &Bound, gap: i64, work: &mut Work<'_>) -> Option<Vec<(i64, Column)>> {
    let least = (i128::from(bound.most(net)) - i128::from(gap)) * i128::from(net.unit) - bound.sum();
    let mut part = work.part(LOOKING);
    let kept = chains_over(net, &bound.prices, i64::try_from(least).ok()?.checked_sub(1)?, &mut part);
    work.add(&part);
    kept
}

/// Prices that no chain undercuts, as low as may be, and chains that the linear programme likes.
///
/// Column generation (Ford and Fulkerson 1958; for exchanges Abraham, Blum and Sandholm 2007).
fn bound(net: &Net, work: &mut Work<'_>) -> Bound {
    let people = net.taking_part();
    if people.len() > MOST_ROWS {
        let mut part = work.part(LOOKING);
        let found = chains_over(net, &vec![0; net.people()], 0, &mut part).unwrap_or_default();
        work.add(&part);
        let columns = found.into_iter().map(|(_, column)| column).collect();
        return Bound { prices: simple_prices(net), base: Base { lp: Lp::new(0), columns }, complete: false };
    }
    let mut row_of = vec![0; net.people()];
    for (row, &person) in people.iter().enumerate() {
        row_of[person as usize] = row as u32;
    }
    let mut base = Base { lp: Lp::new(people.len()), columns: Vec::new() };
    loop {
        let mut prices = vec![0; net.people()];
        for (row, &person) in people.iter().enumerate() {
            prices[person as usize] = ((base.lp.prices[row] * net.unit as f64).ceil() as i64).max(0);
        }
        let Some(mut found) = chains_over(net, &prices, 0, work) else { break };
        if found.iter().all(|found| found.0 <= net.unit / 1024) {
            // What is left is rounding: the prices are raised until nothing undercuts them.
            for (_, column) in found {
                let paid: i64 = column.chain.people.iter().map(|&person| prices[person as usize]).sum();
                prices[column.chain.people[0] as usize] += (column.weight * net.unit - paid).max(0);
            }
            return Bound { prices, base, complete: true };
        }
        found.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        found.truncate((AT_A_TIME * people.len()).clamp(16, MOST));
        for (_, column) in found {
            let rows = column.chain.people.iter().map(|&person| row_of[person as usize]).collect();
            base.lp.add(rows, column.weight as f64);
            base.columns.push(column);
        }
        if base.lp.climb(work) != End::Best {
            break;
        }
    }
    Bound { prices: simple_prices(net), base, complete: false }
}

/// Each person's price is the best they could be given: no plan is worth more.
fn simple_prices(net: &Net) -> Vec<i64> {
    let best = |person: u32| net.into(person).iter().map(|&gift| net.weights[gift as usize]).max().unwrap_or(0).max(0);
    (0..net.people() as u32).map(|person| best(person) * net.unit).collect()
}

/// The chains of an earlier plan that may still be in one, as long as they bring something and share nobody.
fn standing(net: &Net, question: &Question, before: &[Chain]) -> Vec<Column> {
    let mut taken = vec![false; net.people()];
    let found = before.iter().filter_map(|chain| net.find(question, chain));
    let free = |column: &Column| {
        let free = column.weight > 0 && column.chain.people.iter().all(|&person| !taken[person as usize]);
        column.chain.people.iter().filter(|_| free).for_each(|&person| taken[person as usize] = true);
        free
    };
    found.filter(free).collect()
}

/// Adds chains by weight as long as they share nobody.
fn greedy(net: &Net, mut chosen: Vec<Column>, mut columns: Vec<Column>) -> Vec<Column> {
    let mut taken = vec![false; net.people()];
    for &person in chosen.iter().flat_map(|column| &column.chain.people) {
        taken[person as usize] = true;
    }
    columns.sort_by(|one, other| other.weight.cmp(&one.weight).then_with(|| one.cmp(other)));
    columns.retain(|column| {
        let free = column.weight > 0 && column.chain.people.iter().all(|&person| !taken[person as usize]);
        if free {
            column.chain.people.iter().for_each(|&person| taken[person as usize] = true);
        }
        free
    });
    chosen.extend(columns);
    chosen
}
