//! Bettering a plan a few people at a time.

use super::net::{Column, Net};
use super::search::weight;
use super::tree::{Pool, best_of, dive};
use super::work::Work;

/// How many people's chains are chosen anew at a time, and how often in vain before it is more.
const SIZES: [(usize, usize); 4] = [(60, 3), (120, 4), (180, 16), (240, 8)];
/// So few people's chains are chosen as well as can be.
const FEW: usize = 60;
/// Steps for one choice among few people.
const CHOICE: u64 = 60;

/// Chooses the chains of a few people anew, again and again, while that helps: a large neighbourhood (Shaw 1998).
pub(super) fn improve(
    net: &Net,
    columns: &[Column],
    chosen: &mut Vec<Column>,
    most: i64,
    seed: u64,
    lap: usize,
    work: &mut Work<'_>,
) {
    if columns.is_empty() {
        return;
    }
    let mut of_person = vec![Vec::new(); net.people()];
    for (at, column) in columns.iter().enumerate() {
        column.chain.people.iter().for_each(|&person| of_person[person as usize].push(at as u32));
    }
    let half = (most - weight(chosen)) / 2;
    let mut random = Dice(seed.wrapping_add(lap as u64));
    let mut sizes = SIZES.iter();
    let mut now = sizes.next();
    let mut vain = 0;
    while let Some(&(size, patience)) = now
        && most - weight(chosen) > half
        && !work.spent()
    {
        let (free, freed) = nearby(net, columns, &of_person, chosen, size, &mut random);
        let inside = |column: &&Column| column.chain.people.iter().all(|&person| free[person as usize]);
        let near: Vec<Column> = columns.iter().filter(inside).cloned().collect();
        work.did(columns.len() * 4);
        let before = freed.iter().map(|&at| chosen[at].weight).sum();
        let pool = Pool::new(net, near);
        let better = if size <= FEW {
            let mut part = work.part(CHOICE);
            let outcome = best_of(&pool, before, i64::MAX, &mut part);
            work.add(&part);
            outcome.chosen
        } else {
            dive(&pool, before, work)
        };
        vain += 1;
        if let Some(better) = better {
            for &at in freed.iter().rev() {
                chosen.swap_remove(at);
            }
            chosen.extend(pool.pick(&better));
            vain = 0;
        } else if vain == patience {
            (now, vain) = (sizes.next(), 0);
        }
    }
}

/// People who are free when some chains that get in each other's way are given up, and which chains these are.
fn nearby(
    net: &Net,
    columns: &[Column],
    of_person: &[Vec<u32>],
    chosen: &[Column],
    size: usize,
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
    for _ in 0..8 * size {
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
        if people.len() >= size {
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
