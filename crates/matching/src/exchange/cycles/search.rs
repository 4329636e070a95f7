//! The search: a bound first, then a plan, then the cases in between.

use super::find::{MOST, chains_over};
use super::lp::{End, Lp};
use super::net::{Column, Net};
use super::plan::{Chain, Plan, Proof};
use super::tree::{Pool, best_of};
use super::work::Work;
use super::{Question, Search};

/// The linear programme is kept in full: with more people than this there is only a simple bound.
const MOST_ROWS: usize = 3000;
/// Chains that are added to the linear programme at a time, for each person.
const AT_A_TIME: usize = 3;
/// People whose chains are chosen anew at a time.
const NEARBY: usize = 70;

/// Finds a plan and a bound, and brings them together as far as the steps allow.
pub(super) fn run(question: &Question, how: &Search, stop: &dyn Fn() -> bool) -> Plan {
    let net = Net::of(question);
    let mut work = Work::new(how.steps, stop);
    let (prices, columns) = bound(&net, &mut work);
    let sum: i128 = prices.iter().map(|&price| i128::from(price)).sum();
    let most = i64::try_from(sum / i128::from(net.unit)).unwrap_or(i64::MAX);

    let mut chosen = greedy(&net, columns);
    let mut cases = Vec::new();
    let mut random = Dice(how.seed);
    while weight(&chosen) < most {
        let before = weight(&chosen);
        // A chain that costs more than the gap is in no better plan.
        let gap = sum - (i128::from(before) + 1) * i128::from(net.unit);
        let Ok(gap) = i64::try_from(gap) else { break };
        let mut part = work.part(1 << 12);
        let kept = chains_over(&net, &prices, -gap - 1, &mut part);
        work.add(&part);
        let Some(kept) = kept else { break };
        let columns: Vec<Column> = kept.into_iter().map(|(_, column)| column).collect();
        improve(&net, &columns, &mut chosen, most, &mut random, &mut work);
        if weight(&chosen) > before && weight(&chosen) < most && !work.spent() {
            continue;
        }
        let pool = Pool::new(&net, &columns);
        if pool.size() > MOST_ROWS {
            break;
        }
        let outcome = best_of(&pool, weight(&chosen), &mut work);
        if let Some(better) = outcome.chosen {
            chosen = better.iter().map(|&column| columns[column].clone()).collect();
        }
        if outcome.done {
            cases = outcome.cases;
        }
        break;
    }
    let bound = if cases.is_empty() { most } else { weight(&chosen) };
    let chains: Vec<Chain> = chosen.into_iter().map(|column| column.chain).collect();
    Plan::new(question, chains, bound, Proof { prices, cases })
}

fn weight(chosen: &[Column]) -> i64 {
    chosen.iter().map(|column| column.weight).sum()
}

/// Prices that no chain undercuts, as low as may be, and chains that the linear programme likes.
///
/// Column generation (Ford and Fulkerson 1958; for exchanges Abraham, Blum and Sandholm 2007).
fn bound(net: &Net, work: &mut Work<'_>) -> (Vec<i64>, Vec<Column>) {
    let mut columns: Vec<Column> = Vec::new();
    let simple = simple_prices(net);
    let takes_part: Vec<u32> = (0..net.people() as u32)
        .filter(|&person| !net.row(person).is_empty() || !net.into(person).is_empty())
        .collect();
    if takes_part.len() > MOST_ROWS {
        let found = chains_over(net, &vec![0; net.people()], 0, &mut work.part(1 << 10)).unwrap_or_default();
        return (simple, found.into_iter().map(|(_, column)| column).collect());
    }
    let mut row_of = vec![0; net.people()];
    for (row, &person) in takes_part.iter().enumerate() {
        row_of[person as usize] = row as u32;
    }
    let mut lp = Lp::new(takes_part.len());
    loop {
        let mut prices = vec![0; net.people()];
        for (row, &person) in takes_part.iter().enumerate() {
            prices[person as usize] = ((lp.prices[row] * net.unit as f64).ceil() as i64).max(0);
        }
        let Some(mut found) = chains_over(net, &prices, 0, work) else { return (simple, columns) };
        let most = found.iter().map(|found| found.0).max().unwrap_or(0);
        if most <= net.unit / 1024 {
            // What is left is rounding: the prices are raised until nothing undercuts them.
            while let Some((short, column)) = found.pop() {
                let paid: i64 = column.chain.people.iter().map(|&person| prices[person as usize]).sum();
                let short = (column.weight * net.unit - paid).min(short);
                prices[column.chain.people[0] as usize] += short.max(0);
            }
            return (prices, columns);
        }
        found.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        found.truncate((AT_A_TIME * takes_part.len()).clamp(16, MOST));
        for (_, column) in found {
            lp.add(column.chain.people.iter().map(|&person| row_of[person as usize]).collect(), column.weight as f64);
            columns.push(column);
        }
        if lp.climb(work) != End::Best {
            return (simple, columns);
        }
    }
}

/// Each person's price is the best they could be given: no plan is worth more.
fn simple_prices(net: &Net) -> Vec<i64> {
    let best = |person: u32| net.into(person).iter().map(|&gift| net.weights[gift as usize]).max().unwrap_or(0).max(0);
    (0..net.people() as u32).map(|person| best(person) * net.unit).collect()
}

/// Takes chains by weight as long as they share nobody.
fn greedy(net: &Net, mut columns: Vec<Column>) -> Vec<Column> {
    let mut taken = vec![false; net.people()];
    columns.sort_by(|one, other| other.weight.cmp(&one.weight).then_with(|| one.cmp(other)));
    columns.retain(|column| {
        let free = column.weight > 0 && column.chain.people.iter().all(|&person| !taken[person as usize]);
        if free {
            column.chain.people.iter().for_each(|&person| taken[person as usize] = true);
        }
        free
    });
    columns
}

/// Chooses the chains of a few people anew, again and again, while that helps: a large neighbourhood (Shaw 1998).
fn improve(net: &Net, columns: &[Column], chosen: &mut Vec<Column>, most: i64, random: &mut Dice, work: &mut Work<'_>) {
    if columns.is_empty() {
        return;
    }
    let mut of_person = vec![Vec::new(); net.people()];
    for (at, column) in columns.iter().enumerate() {
        column.chain.people.iter().for_each(|&person| of_person[person as usize].push(at as u32));
    }
    let mut fruitless = 0;
    while fruitless < 40 && weight(chosen) < most && !work.spent() {
        let (free, freed) = nearby(net, columns, &of_person, chosen, random);
        let inside = |column: &&Column| column.chain.people.iter().all(|&person| free[person as usize]);
        let near: Vec<Column> = columns.iter().filter(inside).cloned().collect();
        work.did(columns.len() * 4);
        let before = freed.iter().map(|&at| chosen[at].weight).sum();
        let mut part = work.part(200);
        let outcome = best_of(&Pool::new(net, &near), before, &mut part);
        work.add(&part);
        fruitless += 1;
        if let Some(better) = outcome.chosen {
            let mut at = 0;
            chosen.retain(|_| {
                at += 1;
                !freed.contains(&(at - 1))
            });
            chosen.extend(better.iter().map(|&column| near[column].clone()));
            fruitless = 0;
        }
    }
}

/// People who are free when some chains that get in each other's way are given up, and which chains these are.
fn nearby(
    net: &Net,
    columns: &[Column],
    of_person: &[Vec<u32>],
    chosen: &[Column],
    random: &mut Dice,
) -> (Vec<bool>, Vec<usize>) {
    let mut chain_of = vec![usize::MAX; net.people()];
    for (at, column) in chosen.iter().enumerate() {
        column.chain.people.iter().for_each(|&person| chain_of[person as usize] = at);
    }
    let mut free: Vec<bool> = chain_of.iter().map(|&chain| chain == usize::MAX).collect();
    let (mut freed, mut people) = (Vec::new(), Vec::new());
    let start = &columns[random.below(columns.len())];
    let mut next = start;
    for _ in 0..8 * NEARBY {
        for &person in &next.chain.people {
            let chain = chain_of[person as usize];
            if chain != usize::MAX && !freed.contains(&chain) {
                freed.push(chain);
                for &person in &chosen[chain].chain.people {
                    free[person as usize] = true;
                    people.push(person);
                }
            }
        }
        if people.len() >= NEARBY {
            break;
        }
        // A chain that shares somebody with what is free already.
        if !people.is_empty() {
            let of = &of_person[people[random.below(people.len())] as usize];
            if !of.is_empty() {
                next = &columns[of[random.below(of.len())] as usize];
                continue;
            }
        }
        next = &columns[random.below(columns.len())];
    }
    freed.sort_unstable();
    (free, freed)
}

/// Numbers that look random, the same from the same seed (`SplitMix64`, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ word >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ word >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^= word >> 31;
        (word % count.max(1) as u64) as usize
    }
}
