//! Finding chains that bring more than their people's prices: what makes the linear programme complete.
//!
//! Rings are walked from the person where no part of the way, from there on, is a loss: every ring that brings something
//! has one (the gain criterion of Lin and Kernighan 1973; the cycle lemma of Dvoretzky and Motzkin 1947).
//! So most ways end after a step or two, however long rings may be.

use super::net::{Column, Net};
use super::plan::Prices;
use super::work::Work;

/// More chains than this are not looked at one by one.
pub(super) const MOST: usize = 200_000;

/// Every ring and chain that weighs more than its people's prices and `over` together, and by how much more.
///
/// Prices and `over` are in the net's unit. `None` if the work, or [`MOST`], was not enough.
pub(super) fn chains_over(net: &Net, prices: &Prices, over: i64, work: &mut Work<'_>) -> Option<Vec<(i64, Column)>> {
    let mut finder = Finder {
        net,
        over,
        // What a gift brings: its weight less its own price and its taker's.
        brings: (0..net.takers.len())
            .map(|gift| net.weights[gift] * net.unit - prices.gift - prices.people[net.takers[gift] as usize])
            .collect(),
        best: Vec::new(),
        back: vec![None; net.people()],
        on_path: vec![false; net.people()],
        found: Vec::new(),
    };
    finder.look_ahead(work);
    for person in 0..net.people() as u32 {
        if net.only_give[person as usize] {
            finder.chains_from(person, prices.people[person as usize], work)?;
        } else {
            finder.rings_from(person, work)?;
        }
    }
    let mut found = finder.found;
    found.sort_unstable_by(|one, other| one.1.cmp(&other.1));
    found.dedup();
    found.retain(|(_, column)| net.forbidden.binary_search(&column.chain).is_err());
    Some(found)
}

struct Finder<'a> {
    net: &'a Net,
    over: i64,
    brings: Vec<i64>,
    /// The most that so many gifts from somebody on can bring, were people allowed to come twice.
    best: Vec<Vec<i64>>,
    /// The gift that leads back to where the ring began.
    back: Vec<Option<u32>>,
    on_path: Vec<bool>,
    found: Vec<(i64, Column)>,
}

/// A place on the way: how far its gifts have been tried, and what it brought to get here.
struct Step {
    next: u32,
    end: u32,
    brought: i64,
}

impl Finder<'_> {
    fn look_ahead(&mut self, work: &mut Work<'_>) {
        let longest = self.net.closed.max(self.net.open);
        self.best.push(vec![0; self.net.people()]);
        for length in 1..=longest {
            let before = &self.best[length - 1];
            let from = |person: u32| {
                let gifts = self.net.row(person);
                let worth = |gift: u32| self.brings[gift as usize] + before[self.net.takers[gift as usize] as usize];
                gifts.map(worth).max().unwrap_or(0).max(0)
            };
            let now: Vec<i64> = (0..self.net.people() as u32).map(from).collect();
            work.did(self.net.takers.len() * 2);
            let settled = now == *before;
            self.best.push(now);
            if settled {
                break;
            }
        }
    }

    fn ahead(&self, gifts: usize, person: u32) -> i64 {
        self.best[gifts.min(self.best.len() - 1)][person as usize]
    }

    fn rings_from(&mut self, start: u32, work: &mut Work<'_>) -> Option<()> {
        if self.net.closed < 2 || self.ahead(self.net.closed, start) <= self.over {
            return Some(());
        }
        let least = (self.over + 1).min(0);
        for &gift in self.net.into(start) {
            self.back[self.net.givers[gift as usize] as usize] = Some(gift);
        }
        let done = self.walk(start, 0, work, |finder, gifts, taker, brought| {
            if brought < least {
                return false;
            }
            if let Some(back) = finder.back[taker as usize].filter(|_| gifts.len() < finder.net.closed) {
                let sum = brought + finder.brings[back as usize];
                if sum > finder.over {
                    gifts.push(back);
                    finder.found.push((sum, finder.net.column(gifts, true)));
                    gifts.pop();
                }
            }
            let left = finder.net.closed - gifts.len();
            left > 1 && brought + finder.ahead(left, taker) > finder.over
        });
        for &gift in self.net.into(start) {
            self.back[self.net.givers[gift as usize] as usize] = None;
        }
        done
    }

    fn chains_from(&mut self, start: u32, price: i64, work: &mut Work<'_>) -> Option<()> {
        if self.net.open < 1 || self.ahead(self.net.open, start) - price <= self.over {
            return Some(());
        }
        self.walk(start, -price, work, |finder, gifts, taker, brought| {
            if brought > finder.over {
                finder.found.push((brought, finder.net.column(gifts, false)));
            }
            let left = finder.net.open - gifts.len();
            left > 0 && brought + finder.ahead(left, taker) > finder.over
        })
    }

    /// Tries every way from somebody on; `see` says whether to go on from where a gift led.
    fn walk(
        &mut self,
        start: u32,
        brought: i64,
        work: &mut Work<'_>,
        mut see: impl FnMut(&mut Self, &mut Vec<u32>, u32, i64) -> bool,
    ) -> Option<()> {
        let (mut gifts, mut steps) = (Vec::new(), Vec::new());
        let row = self.net.row(start);
        steps.push(Step { next: row.start, end: row.end, brought });
        self.on_path[start as usize] = true;
        let mut seen = 0;
        while let Some(step) = steps.last_mut() {
            if step.next == step.end {
                steps.pop();
                if let Some(gift) = gifts.pop() {
                    self.on_path[self.net.takers[gift as usize] as usize] = false;
                }
                continue;
            }
            let (gift, here) = (step.next, step.brought);
            step.next += 1;
            seen += 1;
            let taker = self.net.takers[gift as usize];
            if self.on_path[taker as usize] {
                continue;
            }
            if seen & 255 == 0 {
                work.did(256 * 4);
                if work.spent() || self.found.len() > MOST {
                    break;
                }
            }
            let brought = here + self.brings[gift as usize];
            gifts.push(gift);
            if see(self, &mut gifts, taker, brought) {
                let row = self.net.row(taker);
                self.on_path[taker as usize] = true;
                steps.push(Step { next: row.start, end: row.end, brought });
            } else {
                gifts.pop();
            }
        }
        work.did((seen & 255) * 4);
        let done = steps.is_empty();
        for gift in gifts {
            self.on_path[self.net.takers[gift as usize] as usize] = false;
        }
        self.on_path[start as usize] = false;
        done.then_some(())
    }
}
