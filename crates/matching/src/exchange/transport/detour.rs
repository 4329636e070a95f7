//! Detours: the cheapest way to shift hours about once one thing in a best plan is changed.
//!
//! A best plan with its prices is a flow in which no shift brings anything. Forcing one hour, or adding one, is answered
//! by a single shortest path through the ways hours could shift, instead of a new solve: the sensitivity analysis of
//! Ahuja, Magnanti and Orlin, "Network Flows" (1993), chapter 9.11.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Question;
use super::flow::Flow;
use super::plan::Shift;

/// Nobody led here.
const NONE: u32 = u32::MAX;

/// The ways hours could shift from a best plan.
///
/// A node is a need, an offer, or [`Detour::out`]: hours that are not given, or not met.
#[derive(Debug)]
pub(super) struct Detour {
    pub(super) flow: Flow,
    wanted: Vec<u32>,
    offered: Vec<u32>,
}

/// The least loss at which an hour can get to each node, and by which shift.
#[derive(Debug)]
pub(super) struct Ways {
    /// `i64::MAX` where no way leads.
    pub(super) losses: Vec<i64>,
    /// The node before, and the arc from there, if it is one.
    before: Vec<(u32, u32)>,
}

/// How far to search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Until {
    /// Stop at this node.
    pub(super) goal: u32,
    /// Look no further than this loss.
    pub(super) loss: i64,
    /// An arc whose hours stay.
    pub(super) fixed: u32,
}

impl Until {
    /// Everywhere.
    pub(super) const ALL: Until = Until { goal: NONE, loss: i64::MAX, fixed: NONE };
}

impl Detour {
    /// Prepares the ways for a flow that keeps the solver's promises. Cost: O(n).
    pub(super) fn new(question: &Question, flow: Flow) -> Detour {
        Detour {
            flow,
            wanted: (0..question.needs() as u32).map(|need| question.open_need(need)).collect(),
            offered: (0..question.offers() as u32).map(|offer| question.open_offer(offer)).collect(),
        }
    }

    /// As [`Detour::new`], but as if each need had so many hours fewer.
    pub(super) fn waiting(question: &Question, flow: Flow, fewer: impl Fn(usize) -> u32) -> Detour {
        let mut detour = Detour::new(question, flow);
        for (need, wanted) in detour.wanted.iter_mut().enumerate() {
            *wanted -= fewer(need);
        }
        detour
    }

    /// The node of an offer; a need's is its number.
    pub(super) fn offer(&self, offer: u32) -> u32 {
        self.wanted.len() as u32 + offer
    }

    /// The node of hours that are not given or not met.
    pub(super) fn out(&self) -> u32 {
        (self.wanted.len() + self.offered.len()) as u32
    }

    /// Finds the least loss to each node. An hour that starts at a need does not leave it by not being met.
    ///
    /// Cost: O(m log m).
    pub(super) fn search(&self, start: u32, until: Until) -> Ways {
        let nodes = self.out() as usize + 1;
        let ways = Ways { losses: vec![i64::MAX; nodes], before: vec![(NONE, NONE); nodes] };
        let mut queue = Queue { ways, heap: BinaryHeap::new() };
        queue.reach(start, 0, NONE, NONE);
        while let Some((loss, node)) = queue.next() {
            if node == until.goal || loss >= until.loss {
                break;
            }
            if node == self.out() {
                self.leave_out(&mut queue, loss);
            } else if (node as usize) < self.wanted.len() {
                self.leave_need(&mut queue, node, loss, node == start);
            } else {
                self.leave_offer(&mut queue, node, loss, until.fixed);
            }
        }
        queue.ways
    }

    fn leave_need(&self, queue: &mut Queue, need: u32, loss: i64, starts: bool) {
        let at = need as usize;
        if !starts && self.wanted[at] > self.flow.rest[at] {
            queue.reach(self.out(), loss + self.flow.gains[at], need, NONE);
        }
        for arc in self.flow.row(need) {
            if self.flow.arcs[arc].spare > 0 {
                let offer = self.offer(self.flow.arcs[arc].offer);
                queue.reach(offer, loss + self.flow.loss(arc as u32), need, arc as u32);
            }
        }
    }

    fn leave_offer(&self, queue: &mut Queue, node: u32, loss: i64, fixed: u32) {
        let offer = node - self.wanted.len() as u32;
        if self.flow.room[offer as usize] > 0 {
            queue.reach(self.out(), loss, node, NONE);
        }
        for &arc in self.flow.guests(offer) {
            if arc != fixed {
                queue.reach(self.flow.owners[arc as usize], loss - self.flow.loss(arc), node, arc);
            }
        }
    }

    fn leave_out(&self, queue: &mut Queue, loss: i64) {
        for (need, &rest) in self.flow.rest.iter().enumerate() {
            if rest > 0 {
                queue.reach(need as u32, loss, self.out(), NONE);
            }
        }
        for (offer, &room) in self.flow.room.iter().enumerate() {
            if self.offered[offer] > room {
                queue.reach(self.offer(offer as u32), loss + self.flow.prices[offer], self.out(), NONE);
            }
        }
    }

    /// Every step an hour could take: from where, where to, at what loss, and along which arc, if it is one.
    pub(super) fn each_step(&self, mut see: impl FnMut(u32, u32, i64, u32)) {
        let flow = &self.flow;
        for need in 0..self.wanted.len() as u32 {
            let at = need as usize;
            for arc in flow.row(need) {
                let offer = self.offer(flow.arcs[arc].offer);
                let arc = arc as u32;
                if flow.arcs[arc as usize].spare > 0 {
                    see(need, offer, flow.loss(arc), arc);
                }
                if flow.hours(arc) > 0 {
                    see(offer, need, -flow.loss(arc), arc);
                }
            }
            if self.wanted[at] > flow.rest[at] {
                see(need, self.out(), flow.gains[at], NONE);
            }
            if flow.rest[at] > 0 {
                see(self.out(), need, 0, NONE);
            }
        }
        for (at, &room) in flow.room.iter().enumerate() {
            let offer = self.offer(at as u32);
            if room > 0 {
                see(offer, self.out(), 0, NONE);
            }
            if self.offered[at] > room {
                see(self.out(), offer, flow.prices[at], NONE);
            }
        }
    }

    /// The arcs on the way to a node, last first, and whether hours are added there.
    pub(super) fn arcs_to(&self, ways: &Ways, node: u32) -> Vec<(u32, bool)> {
        let mut arcs = Vec::new();
        let mut node = node;
        while node != NONE {
            let (before, arc) = ways.before[node as usize];
            if arc != NONE {
                arcs.push((arc, (before as usize) < self.wanted.len()));
            }
            node = before;
        }
        arcs
    }

    /// Moves one hour along these arcs, without looking at what need and offer have.
    pub(super) fn shift(&mut self, arcs: &[(u32, bool)]) {
        for &(arc, more) in arcs {
            let (need, offer) = (self.flow.owners[arc as usize], self.flow.arcs[arc as usize].offer);
            let (rest, room) = (&mut self.flow.rest[need as usize], &mut self.flow.room[offer as usize]);
            if more {
                // On the way to where an hour is given up there may be none left for a moment.
                (*rest, *room) = (rest.wrapping_sub(1), room.wrapping_sub(1));
                self.flow.send(arc, 1);
            } else {
                (*rest, *room) = (rest.wrapping_add(1), room.wrapping_add(1));
                self.flow.recall(arc, 1);
            }
        }
    }

    /// Gains and prices after an hour went along the way to a goal: they follow the losses as far as `limit`, measured
    /// from what is not given, which stays at 0.
    pub(super) fn reprice(&mut self, ways: &Ways, limit: i64) {
        let shift = ways.losses[self.out() as usize].min(limit);
        let (gains, prices) = (&mut self.flow.gains, &mut self.flow.prices);
        let (at_needs, at_offers) = ways.losses.split_at(gains.len());
        for (gain, &loss) in gains.iter_mut().zip(at_needs) {
            *gain = (*gain + loss.min(limit) - shift).max(0);
        }
        for (price, &loss) in prices.iter_mut().zip(at_offers) {
            *price = (*price - loss.min(limit) + shift).max(0);
        }
    }

    /// The arcs as the caller sees them, by need and offer.
    pub(super) fn told(&self, arcs: &[(u32, bool)]) -> Vec<Shift> {
        let tell = |&(arc, more): &(u32, bool)| Shift {
            need: self.flow.owners[arc as usize],
            offer: self.flow.arcs[arc as usize].offer,
            hours: if more { 1 } else { -1 },
        };
        let mut shifts: Vec<Shift> = arcs.iter().map(tell).collect();
        shifts.sort_unstable();
        shifts
    }
}

struct Queue {
    ways: Ways,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Queue {
    fn reach(&mut self, node: u32, loss: i64, before: u32, arc: u32) {
        let at = node as usize;
        if loss < self.ways.losses[at] {
            self.ways.losses[at] = loss;
            self.ways.before[at] = (before, arc);
            self.heap.push(Reverse((loss, node)));
        }
    }

    fn next(&mut self) -> Option<(i64, u32)> {
        loop {
            let Reverse((loss, node)) = self.heap.pop()?;
            if self.ways.losses[node as usize] == loss {
                return Some((loss, node));
            }
        }
    }
}
