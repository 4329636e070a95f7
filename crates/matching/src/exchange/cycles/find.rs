//! Finding chains that bring more than their people's prices: what makes the linear programme complete.
//!
//! Rings are walked from the person where no part of the way, from there on, is a loss: every ring that brings something
//! has one (the gain criterion of Lin and Kernighan 1973; the cycle lemma of Dvoretzky and Motzkin 1947).
//! So most ways end after a step or two, however long rings may be.

use super::net::{Column, Net};
use super::plan::Prices;
use super::work::Work;

/// No more chains than this are kept, and half of them where there are more.
const MOST: usize = 200_000;

/// Rings and chains, in order, each with how much more it weighs than its people's and gifts' prices.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) chains: Vec<(i64, Column)>,
    /// All that weigh more than prices and this together are there; `i64::MAX` if the work was not enough to say so.
    pub(super) over: i64,
}

/// Every ring and chain that weighs more than its prices and `over` together, or the best of them if these are too many.
///
/// Prices and `over` are in the net's unit.
pub(super) fn chains_over(net: &Net, prices: &Prices, over: i64, work: &mut Work<'_>) -> Found {
    let mut finder = Finder::new(net, prices, over, None);
    let done = finder.every_way(work).is_some();
    let (mut chains, over) = (finder.found, if done { finder.over } else { i64::MAX });
    chains.sort_unstable_by(|one, other| one.1.cmp(&other.1));
    chains.dedup();
    chains.retain(|(_, column)| net.forbidden.binary_search(&column.chain).is_err());
    Found { chains, over }
}

/// Raises prices until no ring or chain weighs more; `None` if the work was not enough.
///
/// What a chain is short of is shared out between its people as soon as it is met, so that few more are.
pub(super) fn raised(net: &Net, prices: &Prices, work: &mut Work<'_>) -> Option<Prices> {
    let mut finder = Finder::new(net, prices, 0, Some(prices.clone()));
    finder.every_way(work)?;
    finder.raised
}

struct Finder<'a> {
    net: &'a Net,
    prices: &'a Prices,
    over: i64,
    /// What a gift brings: its weight less its own price and its taker's.
    brings: Vec<i64>,
    /// The most that so many gifts from somebody on can bring, were people allowed to come twice.
    best: Vec<Vec<i64>>,
    /// The gift that leads back to where the ring began.
    back: Vec<Option<u32>>,
    on_path: Vec<bool>,
    found: Vec<(i64, Column)>,
    /// Prices that rise, if they shall, instead of chains that are kept.
    raised: Option<Prices>,
}

/// A place on the way: how far its gifts have been tried, and what it brought to get here.
struct Step {
    next: u32,
    end: u32,
    brought: i64,
}

impl<'a> Finder<'a> {
    fn new(net: &'a Net, prices: &'a Prices, over: i64, raised: Option<Prices>) -> Finder<'a> {
        let brings =
            |gift: usize| net.weights[gift] * net.unit - prices.gift - prices.people[net.takers[gift] as usize];
        Finder {
            net,
            prices,
            over,
            brings: (0..net.takers.len()).map(brings).collect(),
            best: Vec::new(),
            back: vec![None; net.people()],
            on_path: vec![false; net.people()],
            found: Vec::new(),
            raised,
        }
    }

    /// Walks from everybody.
    fn every_way(&mut self, work: &mut Work<'_>) -> Option<()> {
        self.look_ahead(work);
        for person in 0..self.net.people() as u32 {
            if self.net.only_give[person as usize] {
                self.chains_from(person, self.prices.people[person as usize], work)?;
            } else {
                self.rings_from(person, work)?;
            }
        }
        Some(())
    }

    /// Keeps a chain, or raises its people's prices. Prices only rise, so what was brought on the way is never too little.
    fn take(&mut self, sum: i64, gifts: &[u32], closed: bool) {
        let column = self.net.column(gifts, closed);
        let Some(prices) = &mut self.raised else {
            self.found.push((sum, column));
            if self.found.len() > MOST {
                self.keep_best();
            }
            return;
        };
        let short = -prices.loss(self.net, &column);
        if short <= 0 || self.net.forbidden.binary_search(&column.chain).is_ok() {
            return;
        }
        let each = short / column.chain.people.len() as i64 + 1;
        for &person in &column.chain.people {
            prices.people[person as usize] = prices.people[person as usize].saturating_add(each);
            for &gift in self.net.into(person) {
                self.brings[gift as usize] = self.brings[gift as usize].saturating_sub(each);
            }
        }
    }

    /// Lets the lesser half go, and all as little as these from now on.
    fn keep_best(&mut self) {
        let by_worth = |one: &(i64, Column), other: &(i64, Column)| {
            other.0.cmp(&one.0).then_with(|| one.1.mixed().cmp(&other.1.mixed())).then_with(|| one.1.cmp(&other.1))
        };
        let (_, least, _) = self.found.select_nth_unstable_by(MOST / 2, by_worth);
        self.over = least.0;
        self.found.truncate(MOST / 2);
    }

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
                    finder.take(sum, gifts, true);
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
                finder.take(brought, gifts, false);
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
                if work.spent() {
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
