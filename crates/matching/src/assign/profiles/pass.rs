//! A pass over all pairs: for each mentee the mentors she would gain most with at these prices.

use std::thread;

use super::score::{BARRED, Ladder};
use super::{Changed, Profiles};
use crate::scale::Scale;

/// Mentors scored at once: their sums stay in the nearest memory.
const BLOCK: usize = 512;

/// Prices in points beyond this cannot be told apart from one another by a mentee.
const BEYOND: i64 = 1 << 30;

/// One pass; every mentee is looked at by herself.
pub(super) struct Pass<'a> {
    people: &'a Profiles,
    scale: Scale,
    prices: &'a [i64],
    /// What each mentee gains already, if only better pairs are wanted.
    gains: Option<&'a [i64]>,
    /// How many mentors are wanted for each.
    wanted: usize,
    /// Prices in whole points, rounded down: as they are, and less what one more pair weighs.
    near: Vec<i32>,
    far: Vec<i32>,
    criteria: Vec<usize>,
    ladders: &'a Ladders,
}

/// By criterion: what each mentor brings to a mentee with this number, where few numbers stand for many mentees.
pub(super) struct Ladders(Vec<Option<Ladder>>);

impl Ladders {
    /// For all passes over these people. Cost: O(m) for each number that stands for enough mentees.
    pub(super) fn of(people: &Profiles) -> Ladders {
        Ladders(people.columns.iter().zip(&people.criteria).map(|(column, of)| column.ladder(of)).collect())
    }
}

impl<'a> Pass<'a> {
    /// Looks for the best `wanted` mentors of each; with `gains`, only among those who would bring more.
    pub(super) fn new(
        people: &'a Profiles,
        ladders: &'a Ladders,
        prices: &'a [i64],
        gains: Option<&'a [i64]>,
        wanted: usize,
    ) -> Pass<'a> {
        let scale = people.scale();
        let points = |price: i64, less: i64| (price.div_euclid(scale.rate) - less).clamp(-BEYOND, BEYOND) as i32;
        let less = scale.bonus.div_euclid(scale.rate);
        // Who is never a pair is found out last, so that nothing is added to it.
        let (last, first) =
            (0..people.criteria.len()).partition::<Vec<_>, _>(|&at| people.criteria[at] == super::Criterion::Apart);
        Pass {
            near: prices.iter().map(|&price| points(price, 0)).collect(),
            far: prices.iter().map(|&price| points(price, less)).collect(),
            criteria: first.into_iter().chain(last).collect(),
            ladders,
            people,
            scale,
            prices,
            gains,
            wanted,
        }
    }

    /// Each mentee's finds with their scores, the work shared by so many threads.
    ///
    /// With `changed`, only what has to be looked at again.
    pub(super) fn run(&self, threads: usize, changed: Option<&Changed>) -> Vec<Vec<(u32, i32)>> {
        let mut found = vec![Vec::new(); self.people.mentees()];
        let share = found.len().div_ceil(threads.clamp(1, 64)).max(1);
        let work = |start: usize, rows: &mut [Vec<(u32, i32)>]| {
            let mut row = Row::default();
            for (at, cell) in rows.iter_mut().enumerate() {
                let mentee = (start + at) as u32;
                *cell = match changed {
                    Some(changed) if !changed.mentees[mentee as usize] => self.some(mentee, &changed.mentors, &mut row),
                    _ => self.row(mentee, &mut row),
                };
            }
        };
        thread::scope(|scope| {
            let mut shares = found.chunks_mut(share).enumerate();
            let own = shares.next();
            for (number, rows) in shares {
                scope.spawn(move || work(number * share, rows));
            }
            if let Some((_, rows)) = own {
                work(0, rows);
            }
        });
        found
    }

    /// The best among all mentors.
    fn row(&self, mentee: u32, row: &mut Row) -> Vec<(u32, i32)> {
        if self.people.locked(mentee).is_some() {
            return Vec::new();
        }
        let (floor, prices) = self.start(mentee, row);
        // Everybody begins elsewhere, so that mentors who tie are not all wanted by all.
        let (mentors, forbidden) = (self.people.mentors(), self.people.forbidden_for(mentee));
        let begin = (mentee as usize).wrapping_mul(0x9e37_79b9) % mentors.max(1);
        let blocks = |from: usize, to: usize| (from..to).step_by(BLOCK).map(move |at| (at, BLOCK.min(to - at)));
        for (from, size) in blocks(begin, mentors).chain(blocks(0, begin)) {
            let sums = &mut [0i32; BLOCK][..size];
            for &at in &self.criteria {
                match &self.ladders.0[at] {
                    Some(ladder) => self.people.columns[at].add_from(ladder, mentee as usize, from, sums),
                    None => self.people.columns[at].add(&self.people.criteria[at], mentee as usize, from, sums),
                }
            }
            let inside = forbidden.partition_point(|&mentor| (mentor as usize) < from);
            for &mentor in forbidden[inside..].iter().take_while(|&&mentor| (mentor as usize) < from + size) {
                sums[mentor as usize - from] = BARRED;
            }
            row.see(self, floor, from, sums, &prices[from..from + size]);
        }
        row.found()
    }

    /// The best among these mentors.
    fn some(&self, mentee: u32, mentors: &[u32], row: &mut Row) -> Vec<(u32, i32)> {
        if mentors.is_empty() || self.people.locked(mentee).is_some() {
            return Vec::new();
        }
        let (floor, prices) = self.start(mentee, row);
        for &mentor in mentors {
            let score = self.people.points(mentee, mentor).unwrap_or(BARRED);
            row.see(self, floor, mentor as usize, &[score], &prices[mentor as usize..][..1]);
        }
        row.found()
    }

    /// Empties the row; gives what a pair's weight must exceed besides its price, and the prices to compare points with.
    fn start(&self, mentee: u32, row: &mut Row) -> (i64, &[i32]) {
        // A pair pays if rate * score > floor + price; in whole points, score > floor + price is needed for that.
        let floor = self.gains.map_or(i64::MIN / 4, |gains| gains[mentee as usize] - self.scale.bonus);
        let points = floor.div_euclid(self.scale.rate);
        let far = points + self.scale.bonus.div_euclid(self.scale.rate);
        let (prices, above) = match self.gains {
            Some(_) if points.abs() < BEYOND / 2 => (&self.near, points as i32),
            Some(_) if far.abs() < BEYOND / 2 => (&self.far, far as i32),
            _ => (&self.near, i32::MIN),
        };
        row.best.clear();
        (row.above, row.wanted) = (above, self.wanted);
        (floor, prices)
    }
}

/// The best found for one mentee so far.
#[derive(Default)]
struct Row {
    /// What they bring in points, who, and the score.
    best: Vec<(i32, u32, i32)>,
    above: i32,
    wanted: usize,
}

impl Row {
    fn found(&self) -> Vec<(u32, i32)> {
        self.best.iter().map(|&(_, mentor, score)| (mentor, score)).collect()
    }

    fn see(&mut self, pass: &Pass<'_>, floor: i64, from: usize, scores: &[i32], prices: &[i32]) {
        let brings = |(&score, &price): (&i32, &i32)| score - price;
        let most = scores.iter().zip(prices).map(brings).fold(i32::MIN, i32::max);
        if most <= self.above {
            return;
        }
        for (at, (&score, &price)) in scores.iter().zip(prices).enumerate() {
            let (mentor, brings) = ((from + at) as u32, score - price);
            if brings <= self.above || score == BARRED || i64::from(score) < pass.people.minimum {
                continue;
            }
            let pays = i128::from(score) * i128::from(pass.scale.rate)
                > i128::from(floor) + i128::from(pass.prices[from + at]);
            if !pays || pass.people.room_of(mentor) == 0 {
                continue;
            }
            if self.best.len() == self.wanted
                && let Some(least) = (0..self.best.len()).min_by_key(|&at| self.best[at].0)
            {
                self.best.swap_remove(least);
            }
            self.best.push((brings, mentor, score));
            if self.best.len() == self.wanted {
                self.above = self.best.iter().map(|best| best.0).min().unwrap_or(self.above);
            }
        }
    }
}
