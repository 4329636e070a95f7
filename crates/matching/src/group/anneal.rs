//! The search: annealing by swaps, whole rows of candidates at a time.
//!
//! A person is drawn, and everybody else weighed as her exchange: what the swap would add, plus a chance of its own,
//! drawn for the temperature as Metropolis would. The first that comes out above nothing is made. Chances are laid out
//! beforehand, so weighing is adding up rows in order of memory.
//!
//! The temperature is not on a schedule: it follows a falling share of swaps for the worse, so the same numbers serve
//! distances of any kind and scale (as in Lam and Delosme, "An efficient simulated annealing schedule", 1988).

use super::Question;
use super::rules::{Conflict, Rules};
use super::start::start;
use super::table::Table;
use crate::dice::Dice;

/// How many exchanges are weighed at once.
const LANES: usize = 16;
/// Chances laid out per temperature.
const CHANCES: usize = 2048;
/// Swaps for the worse while every two people are weighed once: from so many down to so few in a round.
const WORSE: (f64, f64) = (100.0, 1.5);
/// From groups that stood before, rounds are only so warm: enough to settle an edit, not to start anew.
const LUKEWARM: f64 = 0.02;
/// For a few people these would be most of the swaps there are; then this share of those weighed.
const SHARE: (f64, f64) = (0.25, 0.02);
/// A round weighs this many exchanges for every two people, if there are steps enough; fewer for a few people.
const ROUND: u64 = 4000;
const SMALL_ROUND: u64 = 30;
/// Temperatures per round.
const STAGES: u64 = 2000;
/// The hottest temperature, and the dearest being alone: with [`super::question::LARGEST_CHANGE`] all sums fit 32 bits.
const HOTTEST: f64 = (1 << 24) as f64;
const DEAREST: i32 = 1 << 27;
/// What an exchange weighs that a rule forbids.
const FORBIDDEN: i32 = -(1 << 30);

/// The best groups found.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) alone: i64,
    pub(super) value: i64,
    pub(super) group_of: Vec<u32>,
}

impl Best {
    /// Fewer alone come first, then the larger sum.
    pub(super) fn rank(&self) -> (i64, i64) {
        (-self.alone, self.value)
    }
}

/// Searches from one seed, and from each person's group before, if given. Cost: one step is one exchange weighed,
/// constant time; a swap made is O(n).
pub(super) fn search(
    question: &Question,
    rules: &Rules,
    (steps, seed): (u64, u64),
    before: Option<&[u32]>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Best, Conflict> {
    let mut dice = Dice::new(seed);
    let people = question.people() as u64;
    let round = people * people * ROUND.min(SMALL_ROUND * people);
    let rounds = (steps / round.max(1)).max(1);
    let table = Table::new(question, rules, start(question, rules, before, &mut dice)?);
    let mut walk = Walk::new(table, dice);
    for round in 0..rounds {
        if people < 2 || question.sizes.len() < 2 || stop() {
            break;
        }
        if round > 0 {
            // The rules were kept once; if chance does not find a start again, go on from the best.
            let anew = round % 2 == 0 && before.is_none();
            let fresh = if anew { start(question, rules, None, &mut walk.dice).ok() } else { None };
            let from = fresh.unwrap_or_else(|| walk.best.group_of.clone());
            walk.table = Table::new(question, rules, from);
            walk.note();
            if walk.best.alone > rules.always_alone as i64 {
                walk.price = walk.price.saturating_mul(2).min(DEAREST / rules.company.len().max(1) as i32);
            }
        }
        let warmth = match before {
            Some(_) => LUKEWARM,
            None if round % 2 == 0 => 1.0,
            None => 0.5,
        };
        if !walk.anneal(steps / rounds, warmth, stop) {
            break;
        }
    }
    Ok(walk.best)
}

struct Walk<'a> {
    table: Table<'a>,
    dice: Dice,
    best: Best,
    /// Minus the logarithms of evenly spread numbers, in random order.
    logarithms: Vec<f64>,
    /// The logarithms times the temperature, repeated so that a row can begin at any of them.
    chances: Vec<i32>,
    temperature: f64,
    /// What one person alone costs, in units of distance.
    price: i32,
    /// No rules to look at.
    free: bool,
    /// The drawn person's distance to every group.
    column: Vec<i32>,
    /// Swaps for the worse since they were last counted.
    worse: u64,
}

impl<'a> Walk<'a> {
    fn new(table: Table<'a>, mut dice: Dice) -> Walk<'a> {
        let people = table.group_of.len();
        let best = Best { alone: table.alone, value: table.value, group_of: table.group_of.clone() };
        let mut logarithms = logarithms();
        dice.shuffle(&mut logarithms);
        // A price near what a swap may bring makes company and distances settle together.
        let reach =
            table.question.distances.farthest() * table.question.sizes.iter().max().map_or(1, |&size| size.into());
        let most = DEAREST / table.rules.company.len().max(1) as i32;
        Walk {
            dice,
            best,
            logarithms,
            chances: vec![0; CHANCES + people],
            temperature: (table.question.distances.farthest() as f64).min(HOTTEST),
            price: i32::try_from(reach / 4 + 1).unwrap_or(most).min(most),
            free: table.rules.free(),
            column: Vec::new(),
            worse: 0,
            table,
        }
    }

    /// One round: cools down while weighing `steps` exchanges, then climbs to the top. False if stopped.
    fn anneal(&mut self, steps: u64, warmth: f64, stop: &(dyn Fn() -> bool + Sync)) -> bool {
        let stage = (steps / STAGES).max(256);
        let stages = steps / stage;
        let people = self.table.group_of.len() as f64;
        let share_of = |worse: f64, most: f64| (worse / (people * people / 2.0)).min(most);
        let mut share = warmth * share_of(WORSE.0, SHARE.0);
        let fall = falling((share_of(WORSE.1, SHARE.1) / share).min(1.0), stages);
        for _ in 0..stages {
            if stop() {
                return false;
            }
            self.lay_out();
            self.worse = 0;
            let mut weighed = 0;
            while weighed < stage {
                weighed += self.turn();
            }
            let ratio = self.worse as f64 / (share * weighed as f64);
            let factor = if ratio > 2.0 {
                0.9
            } else if ratio > 1.0 {
                0.98
            } else {
                1.02
            };
            self.temperature = (self.temperature * factor).clamp(0.01, HOTTEST);
            share *= fall;
        }
        self.climb(steps / 8, stop)
    }

    /// Makes swaps for the better until there are none. False if stopped.
    fn climb(&mut self, steps: u64, stop: &(dyn Fn() -> bool + Sync)) -> bool {
        self.chances.fill(0);
        let people = self.table.group_of.len();
        let (mut weighed, mut quiet, mut person) = (0, 0, 0);
        while quiet < people && weighed < steps {
            if person == 0 && stop() {
                return false;
            }
            // Blocks are left to chance.
            let single = self.single(person);
            let (seen, other) = if single { self.weigh(person, 0, 0, 1) } else { (1, None) };
            weighed += seen;
            match other {
                Some(other) => {
                    self.exchange(person, other);
                    quiet = 0;
                }
                None => {
                    quiet += 1;
                    person = (person + 1) % people;
                }
            }
        }
        true
    }

    /// Draws a person and weighs exchanges for her. Says how many.
    fn turn(&mut self) -> u64 {
        let people = self.table.group_of.len();
        let roll = self.dice.roll();
        let person = (((roll & 0xffff_ffff) * people as u64) >> 32) as usize;
        let offset = (roll >> 32) as usize % CHANCES;
        let fenced = !self.table.rules.foes[person].is_empty() && self.dice.below(4) == 0;
        if fenced || !self.single(person) {
            return self.exchange_chain(person, self.chances[offset]);
        }
        let chunks = people.div_ceil(LANES) as u64;
        let first = (((roll >> 43) * chunks) >> 21) as usize;
        let (seen, other) = self.weigh(person, first, offset, 0);
        if let Some(other) = other {
            self.exchange(person, other);
        }
        seen
    }

    fn single(&self, person: usize) -> bool {
        self.table.rules.blocks[self.table.rules.block_of[person] as usize].len() == 1
    }

    /// Weighs everybody as exchange for the person, beginning at a chunk: how many, and the first worth `least`.
    fn weigh(&mut self, person: usize, first: usize, offset: usize, least: i32) -> (u64, Option<usize>) {
        let table = &self.table;
        let group = table.group_of[person] as usize;
        self.column.clear();
        self.column.extend((0..table.groups()).map(|group| table.sum(group, person)));
        let people = table.group_of.len();
        let bar = least + table.own[person];
        let (row, sums) = (table.question.distances.row(person), table.sums(group));
        let chances = &self.chances[offset..offset + people];
        // No group's distance to her is more, so most chunks need not be looked at group by group.
        let others = self.column.iter().enumerate().filter(|&(other, _)| other != group);
        let most = others.map(|(_, &sum)| sum).max().unwrap_or(0);
        let chunks = people.div_ceil(LANES);
        let mut seen = 0;
        for at in (first..chunks).chain(0..first.min(chunks)) {
            let (from, to) = (at * LANES, (at * LANES + LANES).min(people));
            seen += (to - from) as u64;
            let mut weights = [0; LANES];
            weights[to - from..].fill(FORBIDDEN);
            add_up(&mut weights, &sums[from..to], &table.own[from..to], &row[from..to], &chances[from..to]);
            if self.free && weights.iter().fold(FORBIDDEN, |most, &weight| most.max(weight)) + most < bar {
                continue;
            }
            for (weight, other) in weights.iter_mut().zip(from..to) {
                *weight += self.base(person, other);
            }
            if weights.iter().fold(false, |any, &weight| any | (weight >= bar)) {
                let worth = |&lane: &usize| weights[lane] >= bar && table.group_of[from + lane] as usize != group;
                if let Some(lane) = (0..to - from).find(worth) {
                    return (seen, Some(from + lane));
                }
            }
        }
        (seen, None)
    }

    /// The part of an exchange's weight that does not lie in rows.
    #[inline]
    fn base(&self, person: usize, other: usize) -> i32 {
        let table = &self.table;
        let base = self.column[table.group_of[other] as usize];
        if self.free {
            return base;
        }
        if table.group_of[other] == table.group_of[person] || !self.single(other) || !table.allows(person, other) {
            return FORBIDDEN;
        }
        base - self.price * table.more_alone(person, other)
    }

    fn exchange(&mut self, person: usize, other: usize) {
        let worth = i64::from(self.table.gain(person, other))
            - i64::from(self.price) * i64::from(self.table.more_alone(person, other));
        self.worse += u64::from(worth < 0);
        self.table.swap(person, other);
        self.note();
    }

    /// Exchanges the person's block, whoever must not meet it there, whoever must not meet those here, and so on, with
    /// as many others, if chance has it so. Says how many exchanges' worth of work it was.
    ///
    /// A Kempe chain, as in colouring graphs: without it rules that keep people apart would fence the search in.
    fn exchange_chain(&mut self, person: usize, chance: i32) -> u64 {
        let here = self.table.group_of[person];
        let there = self.dice.below(self.table.groups()) as u32;
        let work = self.table.group_of.len() as u64;
        if here == there {
            return 1;
        }
        let Some([mine, theirs]) = self.chain(person, [here, there]) else { return work };
        let focus = self.table.rules.focus[person];
        if !theirs.iter().all(|&other| self.table.rules.focus[other as usize] == focus) {
            return work;
        }
        let before = (self.table.value, self.table.alone);
        self.move_all(&mine, there as usize);
        self.move_all(&theirs, here as usize);
        let alone = self.table.alone - before.1;
        let worth = self.table.value - before.0 - i64::from(self.price) * alone;
        let at_ease = mine.iter().chain(&theirs).all(|&one| self.table.at_ease(one as usize));
        if at_ease && worth + i64::from(chance) >= 0 {
            self.worse += u64::from(worth < 0);
            self.note();
        } else {
            self.move_all(&mine, here as usize);
            self.move_all(&theirs, there as usize);
        }
        work * (1 + mine.len() as u64)
    }

    /// Whole blocks of two groups to be exchanged, as many people of each, beginning with the person's.
    fn chain(&mut self, person: usize, groups: [u32; 2]) -> Option<[Vec<u32>; 2]> {
        let Walk { table: Table { rules, group_of, .. }, dice, .. } = self;
        let block = |one: u32| &rules.blocks[rules.block_of[one as usize] as usize];
        let mut sides = [block(person as u32).clone(), Vec::new()];
        let mut looked = [0, 0];
        while let Some(side) = (0..2).find(|&side| looked[side] < sides[side].len()) {
            let one = sides[side][looked[side]];
            looked[side] += 1;
            for &foe in &rules.foes[one as usize] {
                if group_of[foe as usize] == groups[1 - side] && !sides[1 - side].contains(&foe) {
                    sides[1 - side].extend(block(foe));
                }
            }
        }
        let short = usize::from(sides[1].len() < sides[0].len());
        let missing = sides[1 - short].len() - sides[short].len();
        let is_first = |&other: &u32| block(other)[0] == other;
        let inside = |&other: &u32| group_of[other as usize] == groups[short];
        let mut others: Vec<u32> = (0..group_of.len() as u32).filter(inside).filter(is_first).collect();
        dice.shuffle(&mut others);
        let full = sides[short].len() + missing;
        for other in others {
            if sides[short].len() + block(other).len() <= full && !sides[short].contains(&other) {
                sides[short].extend(block(other));
            }
        }
        (sides[short].len() == full).then_some(sides)
    }

    fn move_all(&mut self, people: &[u32], to: usize) {
        for &person in people {
            self.table.shift(person as usize, to);
        }
    }

    /// Keeps the groups if they are the best so far.
    fn note(&mut self) {
        if (-self.table.alone, self.table.value) > self.best.rank() {
            self.best.alone = self.table.alone;
            self.best.value = self.table.value;
            self.best.group_of.copy_from_slice(&self.table.group_of);
        }
    }

    /// Lays the chances out for the temperature.
    fn lay_out(&mut self) {
        let logarithms = self.logarithms.iter().cycle();
        for (chance, logarithm) in self.chances.iter_mut().zip(logarithms) {
            *chance = (logarithm * self.temperature) as i32;
        }
    }
}

/// Adds what lies in rows to the weights: the other's gain in this group, their distance, and chance.
#[inline]
fn add_up(weights: &mut [i32; LANES], sums: &[i32], own: &[i32], row: &[i32], chances: &[i32]) {
    let whole = (sums.first_chunk::<LANES>(), own.first_chunk(), row.first_chunk(), chances.first_chunk());
    if let (Some(sums), Some(own), Some(row), Some(chances)) = whole {
        let (own, row, chances): (&[i32; LANES], &[i32; LANES], &[i32; LANES]) = (own, row, chances);
        for lane in 0..LANES {
            weights[lane] += sums[lane] - own[lane] - 2 * row[lane] + chances[lane];
        }
    } else {
        for (((weight, sum), own), (distance, chance)) in
            weights.iter_mut().zip(sums).zip(own).zip(row.iter().zip(chances))
        {
            *weight += sum - own - 2 * distance + chance;
        }
    }
}

/// Minus the natural logarithms of (½, 1½, 2½ …) / [`CHANCES`], by additions, products and quotients only: those are
/// the same on every machine, the library's logarithm need not be.
fn logarithms() -> Vec<f64> {
    let step = |at: usize| {
        // ln(x + ½) − ln(x − ½) = 2 artanh(1 / 2x)
        let part = 0.5 / at as f64;
        (0..24).rev().fold(0.0, |sum, power| sum * part * part + 2.0 / f64::from(2 * power + 1)) * part
    };
    let mut logarithms = vec![0.0; CHANCES];
    // The upper end of the last of the evenly spread numbers is 1, half a step above it.
    let mut sum = 0.5 / CHANCES as f64;
    for at in (0..CHANCES).rev() {
        logarithms[at] = sum;
        sum += if at > 0 { step(at) } else { 0.0 };
    }
    logarithms
}

/// The factor that, used `times` times, comes to `ratio`, which is below 1; by halving, for the same reason.
fn falling(ratio: f64, times: u64) -> f64 {
    let (mut low, mut high) = (0.0f64, 1.0f64);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        let (mut power, mut base, mut left) = (1.0, middle, times);
        while left > 0 {
            power *= if left & 1 == 1 { base } else { 1.0 };
            base *= base;
            left >>= 1;
        }
        if power < ratio { low = middle } else { high = middle }
    }
    high
}
