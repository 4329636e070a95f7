//! Bettering a plan a few people at a time.

use super::net::{Column, Net};
use super::plan::Prices;
use super::pool::Pool;
use super::search::weight;
use super::tree::best_of;
use super::work::Work;
use crate::dice::Dice;

/// How many people's chains are chosen anew at a time, at first and at most.
const SIZES: (usize, usize) = (80, 300);
/// After so many times in vain, as many more people as these hundredths.
const PATIENCE: usize = 16;
const GROWTH: usize = 125;
/// How many chains that lose much are given up at once, and among how many chains the next is drawn.
const SEEDS: usize = 4;
const WIDTH: usize = 3;
/// Steps for one choice.
const CHOICE: u64 = 1000;
/// A chain that alone loses more than this part of what these people's chains lose now is not chosen among: there are
/// many, and what is better rarely has one.
const WORST: i64 = 4;

/// No more chains of one first person than these are chosen among: where everybody could give to everybody there are thousands.
const EACH: usize = 60;

/// Steps on each thread, before threads put together what they have found.
const ALONE: u64 = 1000;
/// Steps for putting it together.
const TOGETHER: u64 = 200;

/// Chooses the chains of a few people anew, again and again, while that helps: a large neighbourhood (Shaw 1998).
///
/// Prices say where a plan loses anything, and which chains could be in a better one: none that loses more than what
/// these people's chains lose now, and hardly one that loses a good part of it.
pub(super) struct Improving<'a> {
    net: &'a Net,
    columns: &'a [Column],
    losses: Vec<i64>,
    /// The chains of each person, those that lose least first.
    of_person: Vec<Vec<u32>>,
    prices: &'a Prices,
    most: i64,
}

/// One thread's chances, how many people it takes at a time, and how often that was in vain.
struct Lane {
    dice: Dice,
    size: usize,
    vain: usize,
}

impl Lane {
    /// Whether it has had its chances with as many people as it may take.
    fn is_done(&self, people: usize) -> bool {
        self.size > SIZES.1.min(people * 3 / 5)
    }
}

impl<'a> Improving<'a> {
    /// Improves by these chains and prices, for plans of which none weighs more than `most`.
    pub(super) fn new(net: &'a Net, columns: &'a [Column], prices: &'a Prices, most: i64) -> Improving<'a> {
        let losses: Vec<i64> = columns.iter().map(|column| prices.loss(net, column)).collect();
        let mut of_person = vec![Vec::new(); net.people()];
        let mut order: Vec<u32> = (0..columns.len() as u32).collect();
        order.sort_by_cached_key(|&at| (losses[at as usize], columns[at as usize].mixed()));
        for at in order {
            columns[at as usize].chain.people.iter().for_each(|&person| of_person[person as usize].push(at));
        }
        Improving { net, columns, losses, of_person, prices, most }
    }

    /// Betters the plan until nothing helps any more, or the work is done.
    ///
    /// On several threads each goes its own way for a while; then the best plan of all their chains is what all go on from.
    pub(super) fn improve(&self, chosen: &mut Vec<Column>, threads: u32, seed: u64, work: &mut Work<'_>) {
        if self.columns.is_empty() {
            return;
        }
        let people = self.net.taking_part().len();
        let lane = |lane: u32| Lane {
            dice: Dice::new(seed.wrapping_add(u64::from(lane) << 32)),
            size: SIZES.0.min(people),
            vain: 0,
        };
        let mut lanes: Vec<Lane> = (0..threads).map(lane).collect();
        let over = |lanes: &[Lane]| lanes.iter().all(|lane| lane.is_done(people));
        while weight(chosen) < self.most && !over(&lanes) && !work.spent() {
            if let [lane] = &mut lanes[..] {
                self.alone(chosen, lane, people, work);
                continue;
            }
            let before = weight(chosen);
            let mut parts: Vec<Work<'_>> = lanes.iter().map(|_| work.part(ALONE)).collect();
            let found = self.at_once(chosen, &mut lanes, &mut parts, people);
            work.add_longest(&parts);
            self.put_together(chosen, found, work);
            if weight(chosen) > before {
                // Where nothing helped, it may now.
                lanes.iter_mut().filter(|lane| lane.is_done(people)).for_each(|lane| lane.size = SIZES.0.min(people));
            }
        }
    }

    /// What each lane makes of the plan, in their order.
    fn at_once(
        &self,
        chosen: &[Column],
        lanes: &mut [Lane],
        parts: &mut [Work<'_>],
        people: usize,
    ) -> Vec<Vec<Column>> {
        let run = |lane: &mut Lane, part: &mut Work<'_>| {
            let mut own = chosen.to_vec();
            self.alone(&mut own, lane, people, part);
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
        let pool = Pool::new(self.net, all.iter().collect());
        if let Some(better) = best_of(&pool, weight(chosen), false, &mut part).chosen {
            *chosen = pool.pick(&better);
        }
        work.add(&part);
    }

    fn alone(&self, chosen: &mut Vec<Column>, lane: &mut Lane, people: usize, work: &mut Work<'_>) {
        while weight(chosen) < self.most && !lane.is_done(people) && !work.spent() {
            let (free, freed) = self.nearby(chosen, lane);
            let (inside, loss) = self.inside(chosen, &free);
            work.did(4 * inside.len() + 16 * people);
            let before = freed.iter().map(|&at| chosen[at].weight).sum();
            let pool = Pool::near(self.net, inside, self.prices, loss);
            let mut part = work.part(CHOICE);
            let outcome = best_of(&pool, before, false, &mut part);
            work.add(&part);
            lane.vain += 1;
            if let Some(better) = outcome.chosen {
                for &at in freed.iter().rev() {
                    chosen.swap_remove(at);
                }
                chosen.extend(pool.pick(&better));
                lane.vain = 0;
            } else if lane.vain >= PATIENCE {
                (lane.size, lane.vain) = (lane.size * GROWTH / 100 + 1, 0);
            }
        }
    }

    /// The chains of free people that could be in a better plan, and what these people lose now.
    fn inside(&self, chosen: &[Column], free: &[bool]) -> (Vec<&'a Column>, i64) {
        let all_free = |column: &Column| column.chain.people.iter().all(|&person| free[person as usize]);
        let mut covered = vec![false; free.len()];
        let mut loss = 0i64;
        for column in chosen {
            column.chain.people.iter().for_each(|&person| covered[person as usize] = true);
            if all_free(column) {
                loss = loss.saturating_add(self.prices.loss(self.net, column));
            }
        }
        let mut inside = Vec::new();
        for person in (0..free.len()).filter(|&person| free[person]) {
            if !covered[person] {
                loss = loss.saturating_add(self.prices.people[person]);
            }
        }
        for person in (0..free.len()).filter(|&person| free[person]) {
            let near = self.of_person[person].iter().take_while(|&&at| self.losses[at as usize] <= loss / WORST);
            let columns = near.map(|&at| &self.columns[at as usize]);
            let first = columns.filter(|column| column.chain.people[0] as usize == person && all_free(column));
            inside.extend(first.take(EACH));
        }
        (inside, loss)
    }

    /// People who are free when some chains that get in each other's way are given up, and which chains these are.
    fn nearby(&self, chosen: &[Column], lane: &mut Lane) -> (Vec<bool>, Vec<usize>) {
        let mut chain_of = vec![usize::MAX; self.net.people()];
        for (at, column) in chosen.iter().enumerate() {
            column.chain.people.iter().for_each(|&person| chain_of[person as usize] = at);
        }
        // Where the plan loses something, and how much in all so far.
        let mut sum = 0u64;
        let alone = (0..self.net.people() as u32).filter(|&person| chain_of[person as usize] == usize::MAX);
        let alone = alone.map(|person| (self.prices.people[person as usize], person));
        let chains = chosen.iter().map(|column| (self.prices.loss(self.net, column), column.chain.people[0]));
        let lossy = chains.chain(alone).filter(|&(loss, _)| loss > self.net.unit / 16);
        let lossy: Vec<(u64, u32)> = lossy
            .map(|(loss, person)| {
                sum = sum.saturating_add(loss.unsigned_abs());
                (sum, person)
            })
            .collect();
        let mut free = vec![false; self.net.people()];
        let (mut freed, mut people) = (Vec::new(), Vec::new());
        let mut set_free = |person: u32, people: &mut Vec<u32>| {
            let chain = chain_of[person as usize];
            let all = if chain == usize::MAX { &[person][..] } else { &chosen[chain].chain.people };
            if !free[person as usize] {
                all.iter().for_each(|&person| free[person as usize] = true);
                people.extend_from_slice(all);
                if chain != usize::MAX {
                    freed.push(chain);
                }
            }
        };
        for round in 0..8 * lane.size {
            if round < SEEDS || people.is_empty() {
                let drawn = lane.dice.below_many(sum);
                let at = lossy.partition_point(|&(sum, _)| sum <= drawn);
                let other = || self.columns[lane.dice.below(self.columns.len())].chain.people[0];
                let person = lossy.get(at).map(|lossy| lossy.1);
                set_free(person.unwrap_or_else(other), &mut people);
                continue;
            }
            if people.len() >= lane.size {
                break;
            }
            let of = &self.of_person[people[lane.dice.below(people.len())] as usize];
            if !of.is_empty() {
                let next = of[lane.dice.below(of.len().min(WIDTH))];
                self.columns[next as usize].chain.people.iter().for_each(|&person| set_free(person, &mut people));
            }
        }
        freed.sort_unstable();
        (free, freed)
    }
}
