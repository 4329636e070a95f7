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

/// Steps on each thread, before threads put together what they have found.
const ALONE: u64 = 400;
/// Steps for putting it together.
const TOGETHER: u64 = 200;

/// Chooses the chains of a few people anew, again and again, while that helps: a large neighbourhood (Shaw 1998).
pub(super) struct Improving<'a> {
    net: &'a Net,
    columns: &'a [Column],
    of_person: Vec<Vec<u32>>,
    most: i64,
}

/// One thread's chances, how many people it takes at a time, and how often that was in vain.
struct Lane {
    random: Dice,
    size: usize,
    vain: usize,
}

impl<'a> Improving<'a> {
    /// Improves by these chains, for plans of which none weighs more than `most`.
    pub(super) fn new(net: &'a Net, columns: &'a [Column], most: i64) -> Improving<'a> {
        let mut of_person = vec![Vec::new(); net.people()];
        for (at, column) in columns.iter().enumerate() {
            column.chain.people.iter().for_each(|&person| of_person[person as usize].push(at as u32));
        }
        Improving { net, columns, of_person, most }
    }

    /// Betters the plan until the gap is halved, or nothing helps any more, or the work is done.
    ///
    /// On several threads each goes its own way for a while; then the best plan of all their chains is what all go on from.
    pub(super) fn improve(&self, chosen: &mut Vec<Column>, threads: u32, seed: u64, work: &mut Work<'_>) {
        if self.columns.is_empty() {
            return;
        }
        let half = (self.most - weight(chosen)) / 2;
        let lane = |lane: u32| Lane { random: Dice(seed.wrapping_add(u64::from(lane) << 32)), size: 0, vain: 0 };
        let mut lanes: Vec<Lane> = (0..threads).map(lane).collect();
        if let [lane] = &mut lanes[..] {
            return self.alone(chosen, half, lane, work);
        }
        while self.most - weight(chosen) > half && lanes.iter().any(|lane| lane.size < SIZES.len()) && !work.spent() {
            let before = weight(chosen);
            let mut parts: Vec<Work<'_>> = lanes.iter().map(|_| work.part(ALONE)).collect();
            let found = self.at_once(chosen, half, &mut lanes, &mut parts);
            work.add_longest(&parts);
            self.put_together(chosen, found, work);
            if weight(chosen) > before {
                // Where nothing helped, it may now.
                lanes.iter_mut().filter(|lane| lane.size == SIZES.len()).for_each(|lane| lane.size = 0);
            }
        }
    }

    /// What each lane makes of the plan, in their order.
    fn at_once(&self, chosen: &[Column], half: i64, lanes: &mut [Lane], parts: &mut [Work<'_>]) -> Vec<Vec<Column>> {
        let run = |lane: &mut Lane, part: &mut Work<'_>| {
            let mut own = chosen.to_vec();
            self.alone(&mut own, half, lane, part);
            own
        };
        let run = &run;
        std::thread::scope(|scope| {
            let mut both: Vec<_> = lanes.iter_mut().zip(parts).collect();
            let last = both.pop();
            let spawn = |(lane, part)| scope.spawn(move || run(lane, part));
            let others: Vec<_> = both.into_iter().map(spawn).collect();
            let own = last.map(|(lane, part)| run(lane, part));
            others.into_iter().filter_map(|other| other.join().ok()).chain(own).collect()
        })
    }

    /// The best plan of the chains of all these plans, if that can be told in time, else the best of them (optimized
    /// crossover; Aggarwal, Orlin and Tai 1997).
    fn put_together(&self, chosen: &mut Vec<Column>, found: Vec<Vec<Column>>, work: &mut Work<'_>) {
        let mut all: Vec<Column> = found.iter().flatten().cloned().collect();
        for plan in found {
            if weight(&plan) > weight(chosen) {
                *chosen = plan;
            }
        }
        all.sort_unstable();
        all.dedup();
        let mut part = work.part(TOGETHER);
        let pool = Pool::new(self.net, all);
        if let Some(better) = best_of(&pool, weight(chosen), i64::MAX, &mut part).chosen {
            *chosen = pool.pick(&better);
        }
        work.add(&part);
    }

    fn alone(&self, chosen: &mut Vec<Column>, half: i64, lane: &mut Lane, work: &mut Work<'_>) {
        while let Some(&(size, patience)) = SIZES.get(lane.size)
            && self.most - weight(chosen) > half
            && !work.spent()
        {
            let (free, freed) = nearby(self.net, self.columns, &self.of_person, chosen, size, &mut lane.random);
            let inside = |column: &&Column| column.chain.people.iter().all(|&person| free[person as usize]);
            let near: Vec<Column> = self.columns.iter().filter(inside).cloned().collect();
            work.did(self.columns.len() * 4);
            let before = freed.iter().map(|&at| chosen[at].weight).sum();
            let pool = Pool::new(self.net, near);
            let better = if size <= FEW {
                let mut part = work.part(CHOICE);
                let outcome = best_of(&pool, before, i64::MAX, &mut part);
                work.add(&part);
                outcome.chosen
            } else {
                dive(&pool, before, work)
            };
            lane.vain += 1;
            if let Some(better) = better {
                for &at in freed.iter().rev() {
                    chosen.swap_remove(at);
                }
                chosen.extend(pool.pick(&better));
                lane.vain = 0;
            } else if lane.vain >= patience {
                (lane.size, lane.vain) = (lane.size + 1, 0);
            }
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
