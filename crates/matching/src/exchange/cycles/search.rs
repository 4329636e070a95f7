//! The search: a bound first, then a plan, then the cases in between.

use std::cmp::Reverse;

use super::find::{Found, chains_over, raised};
use super::lp::End;
use super::near::Improving;
use super::net::{Column, Net};
use super::plan::{Case, Chain, Plan, Prices, Proof};
use super::pool::{Base, Pool};
use super::tree::{best_of, dive};
use super::work::Work;
use super::{Question, Search};
use crate::assign;

/// The linear programme is kept in full: with more people than this there is none.
const MOST_ROWS: usize = 3000;
/// Chains that are added to the linear programme at a time, for each person, and in all.
const AT_A_TIME: usize = 2;
const AT_ONCE: usize = 200_000;
/// The part of the remaining steps that are kept from the linear programme, that the first plan may take, that a first tree of
/// cases may take, and how many times what one took the next may.
const KEPT: u64 = 4;
const FIRST: u64 = 4;
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
    let most = bound.most(&net).max(weight(&chosen));
    if weight(&chosen) < most && bound.base.lp.people() > 0 {
        let mut part = work.part(work.left() / FIRST);
        if let Some(better) = first_plan(&net, &bound, weight(&chosen), &mut part) {
            chosen = better;
        }
        work.add(&part);
    }
    let ceiling = close_in(&net, &bound, &mut chosen, how, &mut work);
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
    /// The programme they come from, or of which the chains are at least some that are liked.
    base: Base,
}

impl Bound {
    /// What all prices add up to, in whole weights.
    fn most(&self, net: &Net) -> i64 {
        i64::try_from(self.sum() / i128::from(net.unit)).unwrap_or(i64::MAX)
    }

    fn sum(&self) -> i128 {
        self.prices.sum(self.base.most)
    }

    /// What a chain brings at least that is in a plan no more than so far from the bound; less than nothing for a loss.
    fn least(&self, net: &Net, gap: i64) -> i64 {
        let least = (i128::from(self.most(net)) - i128::from(gap)) * i128::from(net.unit) - self.sum();
        i64::try_from(least).unwrap_or(i64::MIN / 2).max(i64::MIN / 2)
    }
}

/// A plan of what the linear programme likes best, among all chains that a better one may have; or, if these are too many,
/// among those of the programme.
fn first_plan(net: &Net, bound: &Bound, floor: i64, work: &mut Work<'_>) -> Option<Vec<Column>> {
    let gap = bound.most(net) - floor - 1;
    let found = within(net, bound, gap, work);
    let all = found.over < bound.least(net, gap);
    let kept = if all { found.chains.iter().map(|(_, column)| column).collect() } else { bound.base.in_order() };
    let pool = Pool::from(net, &bound.base, kept);
    let better = dive(&pool, floor, work)?;
    Some(pool.pick(&better))
}

/// Betters the plan until it meets the ceiling, or no case is left that could hold a better one.
///
/// A plan that misses the bound by some gap has no chain that loses more than the gap. So plans near the bound are looked
/// for first, among few chains: either one is found, or the ceiling comes down (iterative deepening; Korf 1985).
fn close_in(net: &Net, bound: &Bound, chosen: &mut Vec<Column>, how: &Search, work: &mut Work<'_>) -> Ceiling {
    let most = bound.most(net);
    let mut ceiling = Ceiling { weight: most.max(weight(chosen)), cases: Vec::new() };
    let mut lap = 0u64;
    while weight(chosen) < ceiling.weight && !work.spent() {
        let before = weight(chosen);
        let found = within(net, bound, most - before - 1, work);
        let mut columns: Vec<Column> = found.chains.iter().map(|(_, column)| column.clone()).collect();
        if found.over >= bound.least(net, most - before - 1) {
            // Not all are there: then these at least.
            columns.extend(bound.base.columns.iter().cloned());
            columns.sort_unstable();
            columns.dedup();
        }
        Improving::new(net, &columns, &bound.prices, most).improve(
            chosen,
            how.threads,
            how.seed.wrapping_add(lap),
            work,
        );
        lap += 1;
        let mut patience = work.left() / PATIENCE;
        for halvings in (0..4).rev() {
            let gap = (most - weight(chosen) - 1) >> halvings;
            let least = bound.least(net, gap);
            if most - gap > ceiling.weight || least <= found.over || bound.base.lp.people() == 0 || work.spent() {
                continue;
            }
            let near = found.chains.iter().filter(|(sum, _)| *sum >= least).map(|(_, column)| column).collect();
            let pool = Pool::from(net, &bound.base, near);
            let mut part = work.part(patience);
            let outcome = best_of(&pool, most - gap - 1, true, &mut part);
            work.add(&part);
            let is_better = outcome.chosen.is_some();
            if let Some(better) = outcome.chosen {
                *chosen = pool.pick(&better);
            }
            if outcome.done {
                let weight = if is_better { weight(chosen) } else { most - gap - 1 };
                ceiling = Ceiling { weight, cases: outcome.cases };
                patience = patience.max(part.steps().saturating_mul(MORE));
            }
            if is_better || !outcome.done {
                break;
            }
        }
    }
    ceiling
}

/// What no plan exceeds, and the cases that show it where the bound's prices do not.
struct Ceiling {
    weight: i64,
    cases: Vec<Case>,
}

/// The chains that lose no more than a gap, each with less than nothing for what it loses; or those that lose least.
fn within(net: &Net, bound: &Bound, gap: i64, work: &mut Work<'_>) -> Found {
    let mut part = work.part(LOOKING);
    let found = chains_over(net, &bound.prices, bound.least(net, gap).saturating_sub(1), &mut part);
    work.add(&part);
    found
}

/// Prices that no chain undercuts, as low as may be, and chains that the linear programme likes.
///
/// Where only a part of a gift more would be possible, gifts are counted, and are no more than a whole number: the
/// rounding of Gomory (1958) and Chvátal (1973).
fn bound(net: &Net, work: &mut Work<'_>) -> Bound {
    let people = net.taking_part();
    if people.len() > MOST_ROWS {
        let prices = loose_prices(net, work);
        let mut part = work.part(work.left() / KEPT);
        let liked = chains_over(net, &prices, i64::MIN / 2, &mut part);
        work.add(&part);
        let mut base = Base::new(0);
        base.columns = liked.chains.into_iter().map(|(_, column)| column).collect();
        return Bound { prices, crowd: None, base };
    }
    let mut base = Base::new(people.len());
    let mut part = work.part(work.left() - work.left() / KEPT);
    let solved = generate(net, &people, &mut base, &mut part);
    work.add(&part);
    let prices = match solved {
        Ok(prices) => prices,
        Err(last) => return Bound { prices: feasible(net, &last, work), crowd: None, base },
    };
    let most = base.most;
    let gifts: f64 = base.lp.plan().iter().map(|&(at, share)| base.columns[at].gifts.len() as f64 * share).sum();
    if (gifts - gifts.round()).abs() < 1e-4 {
        return Bound { prices, crowd: None, base };
    }
    let counting = net.counting();
    let mut counted = Base::new(people.len());
    for column in &base.columns {
        add(&people, &mut counted, Column { weight: column.gifts.len() as i64, ..column.clone() });
    }
    let crowd = match counted.lp.climb(work) {
        End::Best => generate(&counting, &people, &mut counted, work).ok(),
        _ => None,
    };
    let most = crowd.as_ref().map_or(most, |crowd| (crowd.sum(most) / i128::from(net.unit)) as usize);
    if most as f64 > gifts {
        return Bound { prices, crowd: None, base };
    }
    let mut tight = base.clone();
    tight.most = most;
    tight.lp.allow(most);
    if tight.lp.mend(f64::NEG_INFINITY, work) == End::Best
        && let Ok(prices) = generate(net, &people, &mut tight, work)
    {
        return Bound { prices, crowd: crowd.map(|crowd| crowd.people), base: tight };
    }
    Bound { prices, crowd: None, base }
}

fn add(people: &[u32], base: &mut Base, column: Column) {
    let row = |person: &u32| people.binary_search(person).unwrap_or(0) as u32;
    let rows: Vec<u32> = column.chain.people.iter().map(row).collect();
    base.lp.add(&rows, column.gifts.len(), column.weight);
    base.columns.push(column);
}

/// Solves the programme over all chains, by adding those that its prices undercut until there are none; and the prices. If
/// there is no end of them in time, the prices so far, which some undercut.
///
/// Column generation (Ford and Fulkerson 1958; for exchanges Abraham, Blum and Sandholm 2007).
fn generate(net: &Net, people: &[u32], base: &mut Base, work: &mut Work<'_>) -> Result<Prices, Prices> {
    loop {
        let (known, gift) = base.lp.prices();
        let whole = |price: f64| ((price * net.unit as f64).ceil() as i64).max(0);
        let mut prices = Prices { people: vec![0; net.people()], gift: whole(gift) };
        for (&person, &price) in people.iter().zip(known) {
            prices.people[person as usize] = whole(price);
        }
        let Found { mut chains, over } = chains_over(net, &prices, 0, work);
        if over <= net.unit / 1024 && chains.iter().all(|found| found.0 <= net.unit / 1024) {
            // What is left is rounding.
            return raised(net, &prices, work).ok_or(prices);
        }
        // Where there are more than could be kept, many are worth the same: the first of them would all be the same few people's.
        let mixed = |column: &Column| if over > 0 { column.mixed() } else { 0 };
        chains.sort_by_cached_key(|(sum, column)| (Reverse(*sum), mixed(column)));
        chains.truncate((AT_A_TIME * people.len()).clamp(16, AT_ONCE));
        for (_, column) in chains {
            add(people, base, column);
        }
        if work.spent() || base.lp.climb(work) != End::Best {
            return Err(prices);
        }
    }
}

/// Prices that no chain undercuts: these, where they are raised enough, or others if those come to less.
fn feasible(net: &Net, prices: &Prices, work: &mut Work<'_>) -> Prices {
    let loose = loose_prices(net, work);
    let mut part = work.part(LOOKING);
    let raised = raised(net, &Prices { gift: 0, ..prices.clone() }, &mut part);
    work.add(&part);
    raised.filter(|raised| raised.sum(0) < loose.sum(0)).unwrap_or(loose)
}

/// Prices that would bound plans of rings of any length too: these are pairs of givers and takers, of which the best plan and
/// its prices are known at once ([`crate::assign`]).
fn loose_prices(net: &Net, work: &mut Work<'_>) -> Prices {
    let cost = 128 * net.takers.len();
    if !work.allows(cost) {
        return simple_prices(net);
    }
    work.did(cost);
    let pair =
        |gift: usize| assign::Pair { mentee: net.givers[gift], mentor: net.takers[gift], score: net.weights[gift] };
    let pairs = (0..net.takers.len()).map(pair).collect();
    let Ok(question) = assign::Question::new(net.people(), vec![1; net.people()], pairs) else {
        return simple_prices(net);
    };
    let plan = assign::propose(&question.first(assign::First::Total));
    let rate = i128::from(plan.rate());
    let price = |(&give, &take): (&i64, &i64)| {
        let price = (i128::from(give) + i128::from(take)) * i128::from(net.unit);
        i64::try_from((price + rate - 1) / rate).unwrap_or(i64::MAX / 2)
    };
    let (gains, prices) = (plan.proof().gains(), plan.proof().prices());
    Prices { people: gains.iter().zip(prices).map(price).collect(), gift: 0 }
}

/// Each person's price is the best they could be given: no plan is worth more.
pub(super) fn simple_prices(net: &Net) -> Prices {
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
