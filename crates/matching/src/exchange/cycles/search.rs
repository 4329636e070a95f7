//! The search: a bound first, then a plan, then the cases in between.

use super::find::{MOST, chains_over};
use super::lp::{End, Lp};
use super::near::Improving;
use super::net::{Column, Net};
use super::plan::{Case, Chain, Plan, Prices, Proof};
use super::pool::{Base, Pool};
use super::tree::{best_of, dive};
use super::work::Work;
use super::{Question, Search};

/// The linear programme is kept in full: with more people than this there is only a simple bound.
const MOST_ROWS: usize = 3000;
/// Chains that are added to the linear programme at a time, for each person.
const AT_A_TIME: usize = 2;
/// The part of the remaining steps that a first tree of cases may take, and how many times what one took the next may.
const PATIENCE: u64 = 32;
const MORE: u64 = 16;
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
        let gap = bound.most(&net) - weight(&chosen) - 1;
        let kept = within(&net, &bound, gap, &mut work).unwrap_or_default();
        let pool = Pool::from(&net, &bound.base, kept.iter().map(|(_, column)| column).collect());
        if let Some(better) = dive(&pool, weight(&chosen), &mut work) {
            chosen = pool.pick(&better);
        }
        ceiling = close_in(&net, &bound, &mut chosen, how, &mut work);
    }
    let chains: Vec<Chain> = chosen.into_iter().map(|column| column.chain).collect();
    Plan::new(
        question,
        chains,
        Proof { prices: Box::new(bound.prices), crowd: bound.crowd, ceiling: ceiling.weight, cases: ceiling.cases },
    )
}

/// What all chains together weigh.
pub(super) fn weight(chosen: &[Column]) -> i64 {
    chosen.iter().map(|column| column.weight).sum()
}

/// What no plan exceeds.
struct Bound {
    /// Prices that no chain undercuts.
    prices: Prices,
    /// Whether others bound how many gifts there can be.
    crowd: Option<Vec<i64>>,
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
        self.prices.sum(self.base.most)
    }
}

/// Betters the plan until it meets the ceiling, or no case is left that could hold a better one.
///
/// A plan that misses the bound by some gap has no chain that loses more than the gap. So plans near the bound are looked
/// for first, among few chains: either one is found, or the ceiling comes down (iterative deepening; Korf 1985).
fn close_in(net: &Net, bound: &Bound, chosen: &mut Vec<Column>, how: &Search, work: &mut Work<'_>) -> Ceiling {
    let most = bound.most(net);
    let mut ceiling = Ceiling { weight: most, cases: Vec::new() };
    let mut lap = 0u64;
    while weight(chosen) < ceiling.weight && !work.spent() {
        let Some(kept) = within(net, bound, most - weight(chosen) - 1, work) else { break };
        let columns: Vec<Column> = kept.iter().map(|(_, column)| column.clone()).collect();
        Improving::new(net, &columns, &bound.prices, most).improve(
            chosen,
            how.threads,
            how.seed.wrapping_add(lap),
            work,
        );
        lap += 1;
        let mut patience = work.share(PATIENCE).left();
        for halvings in (0..4).rev() {
            let gap = (most - weight(chosen) - 1) >> halvings;
            if most - gap > ceiling.weight || work.spent() {
                continue;
            }
            let least = i128::from(most - gap) * i128::from(net.unit) - bound.sum();
            let near = at_least(&kept, least);
            let pool = Pool::from(net, &bound.base, near.iter().collect());
            let mut part = work.part(patience);
            let outcome = best_of(&pool, most - gap - 1, i64::MAX, &mut part);
            work.add(&part);
            let found = outcome.chosen.is_some();
            if let Some(better) = outcome.chosen {
                *chosen = pool.pick(&better);
            }
            if outcome.done {
                let weight = if found { weight(chosen) } else { most - gap - 1 };
                ceiling = Ceiling { weight, cases: outcome.cases };
                patience = patience.max(part.steps().saturating_mul(MORE));
            }
            if found || !outcome.done {
                break;
            }
        }
    }
    ceiling
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
/// Where only a part of a gift more would be possible, gifts are counted, and are no more than a whole number: the
/// rounding of Gomory (1958) and Chvátal (1973).
fn bound(net: &Net, work: &mut Work<'_>) -> Bound {
    let people = net.taking_part();
    let simple = |base, complete| Bound { prices: simple_prices(net), crowd: None, base, complete };
    if people.len() > MOST_ROWS {
        let mut part = work.part(LOOKING);
        let none = Prices { people: vec![0; net.people()], gift: 0 };
        let found = chains_over(net, &none, 0, &mut part).unwrap_or_default();
        work.add(&part);
        let columns = found.into_iter().map(|(_, column)| column).collect();
        return simple(Base { lp: Lp::new(0, 0), columns, most: 0 }, false);
    }
    let most = people.len() + 1;
    let mut base = Base { lp: Lp::new(people.len(), most), columns: Vec::new(), most };
    let Some(prices) = generate(net, &people, &mut base, work) else { return simple(base, false) };
    let gifts: f64 = base.lp.plan().iter().map(|&(at, share)| base.columns[at].gifts.len() as f64 * share).sum();
    if (gifts - gifts.round()).abs() < 1e-4 {
        return Bound { prices, crowd: None, base, complete: true };
    }
    let counting = net.counting();
    let mut counted = Base { lp: Lp::new(people.len(), most), columns: Vec::new(), most };
    for column in &base.columns {
        add(&people, &mut counted, Column { weight: column.gifts.len() as i64, ..column.clone() });
    }
    let crowd = match counted.lp.climb(work) {
        End::Best => generate(&counting, &people, &mut counted, work),
        _ => None,
    };
    let most = crowd.as_ref().map_or(most, |crowd| (crowd.sum(most) / i128::from(net.unit)) as usize);
    if most as f64 > gifts {
        return Bound { prices, crowd: None, base, complete: true };
    }
    let mut tight = base.clone();
    tight.most = most;
    tight.lp.allow(most);
    if tight.lp.mend(f64::NEG_INFINITY, work) == End::Best
        && let Some(prices) = generate(net, &people, &mut tight, work)
    {
        return Bound { prices, crowd: crowd.map(|crowd| crowd.people), base: tight, complete: true };
    }
    Bound { prices, crowd: None, base, complete: true }
}

fn add(people: &[u32], base: &mut Base, column: Column) {
    let row = |person: &u32| people.binary_search(person).unwrap_or(0) as u32;
    let rows: Vec<u32> = column.chain.people.iter().map(row).collect();
    base.lp.add(&rows, column.gifts.len(), column.weight);
    base.columns.push(column);
}

/// Solves the programme over all chains, by adding those that its prices undercut until there are none; and the prices.
///
/// Column generation (Ford and Fulkerson 1958; for exchanges Abraham, Blum and Sandholm 2007).
fn generate(net: &Net, people: &[u32], base: &mut Base, work: &mut Work<'_>) -> Option<Prices> {
    loop {
        let (known, gift) = base.lp.prices();
        let whole = |price: f64| ((price * net.unit as f64).ceil() as i64).max(0);
        let mut prices = Prices { people: vec![0; net.people()], gift: whole(gift) };
        for (&person, &price) in people.iter().zip(known) {
            prices.people[person as usize] = whole(price);
        }
        let mut found = chains_over(net, &prices, 0, work)?;
        if found.iter().all(|found| found.0 <= net.unit / 1024) {
            // What is left is rounding: the prices are raised until nothing undercuts them.
            for (_, column) in found {
                let short = i128::from(column.weight) * i128::from(net.unit) - prices.paid(&column);
                prices.people[column.chain.people[0] as usize] += i64::try_from(short.max(0)).ok()?;
            }
            return Some(prices);
        }
        found.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        found.truncate((AT_A_TIME * people.len()).clamp(16, MOST));
        for (_, column) in found {
            add(people, base, column);
        }
        if base.lp.climb(work) != End::Best {
            return None;
        }
    }
}

/// Each person's price is the best they could be given: no plan is worth more.
fn simple_prices(net: &Net) -> Prices {
    let best = |person: u32| net.into(person).iter().map(|&gift| net.weights[gift as usize]).max().unwrap_or(0).max(0);
    Prices { people: (0..net.people() as u32).map(|person| best(person) * net.unit).collect(), gift: 0 }
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
