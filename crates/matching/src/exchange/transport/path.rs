//! Shortest augmenting paths: meets one more need at the least loss, moving hours of others where that helps.
//!
//! Dijkstra's search over reduced weights, stopped as soon as the nearest end is certain: Busacker and Gowen (1961) and
//! Jewell (1962) for the paths; Tomizawa (1971) and Edmonds and Karp (1972) for the prices that keep every step
//! non-negative.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow::Flow;

/// No way leads here, or none has been needed.
const NONE: u32 = u32::MAX;

/// Meets each need as far as it is worth it; afterwards the flow is a best plan.
///
/// Cost: O(m log m) per path at worst, and as many paths as hours at worst; most paths end after a handful of offers and
/// carry several hours.
pub(super) fn meet_all(flow: &mut Flow, needs: impl Iterator<Item = u32>) {
    let mut search = Search::new(flow);
    for need in needs {
        while flow.rest[need as usize] > 0 {
            search.run(flow, need);
            search.reprice(flow);
            if !search.augment(flow, need) {
                break;
            }
        }
    }
}

/// Where a path ends.
#[derive(Clone, Copy)]
enum End {
    /// At an offer with hours to spare.
    Offer(u32),
    /// With this need getting fewer hours.
    Need(u32),
}

struct Search {
    /// How many needs there are; offers are numbered behind them.
    needs: u32,
    /// The loss on the way to each need and offer, `i64::MAX` if not reached.
    losses: Vec<i64>,
    /// The arc by which each was reached.
    arcs: Vec<u32>,
    reached: Vec<u32>,
    /// Nodes at the present loss, then the others by loss; entries that were bettered stay behind and are passed over.
    ready: Vec<u32>,
    queue: BinaryHeap<Reverse<(i64, u32)>>,
    /// The smallest loss at which a path ends, and where.
    bound: i64,
    end: End,
}

impl Search {
    fn new(flow: &Flow) -> Search {
        let nodes = flow.rest.len() + flow.room.len();
        Search {
            needs: flow.rest.len() as u32,
            losses: vec![i64::MAX; nodes],
            arcs: vec![NONE; nodes],
            reached: Vec::new(),
            ready: Vec::new(),
            queue: BinaryHeap::new(),
            bound: i64::MAX,
            end: End::Need(NONE),
        }
    }

    /// Finds the end with the smallest loss.
    fn run(&mut self, flow: &Flow, need: u32) {
        for &node in &self.reached {
            self.losses[node as usize] = i64::MAX;
        }
        self.reached.clear();
        self.ready.clear();
        self.queue.clear();
        self.bound = i64::MAX;
        self.reach(need, 0, 0, NONE);
        while let Some((loss, node)) = self.next() {
            if loss >= self.bound {
                break;
            }
            if node < self.needs {
                self.look_from_need(flow, node, loss);
            } else {
                self.look_from_offer(flow, node - self.needs, loss);
            }
            if self.bound == loss {
                return;
            }
        }
    }

    fn next(&mut self) -> Option<(i64, u32)> {
        if let Some(node) = self.ready.pop() {
            return Some((self.losses[node as usize], node));
        }
        loop {
            let Reverse((loss, node)) = self.queue.pop()?;
            if self.losses[node as usize] == loss {
                return Some((loss, node));
            }
        }
    }

    /// Notes a way to a node, if it is the best so far; `now` is the loss up to here.
    fn reach(&mut self, node: u32, loss: i64, now: i64, arc: u32) {
        let known = &mut self.losses[node as usize];
        if loss >= *known {
            return;
        }
        if *known == i64::MAX {
            self.reached.push(node);
        }
        *known = loss;
        self.arcs[node as usize] = arc;
        if loss == now {
            self.ready.push(node);
        } else {
            self.queue.push(Reverse((loss, node)));
        }
    }

    /// From which other offers could this need get an hour, or could it do without?
    fn look_from_need(&mut self, flow: &Flow, need: u32, loss: i64) {
        let base = loss + flow.gains[need as usize];
        if base < self.bound {
            self.bound = base;
            self.end = End::Need(need);
        }
        let row = flow.row(need);
        let first = row.start as u32;
        for (arc, way) in (first..).zip(&flow.arcs[row]) {
            let reach = base + flow.prices[way.offer as usize] - way.weight;
            if reach >= self.bound || way.spare == 0 {
                continue;
            }
            if flow.room[way.offer as usize] > 0 {
                self.bound = reach;
                self.end = End::Offer(way.offer);
                let node = self.needs + way.offer;
                if self.losses[node as usize] == i64::MAX {
                    self.reached.push(node);
                }
                self.losses[node as usize] = reach;
                self.arcs[node as usize] = arc;
                if reach == loss {
                    return;
                }
            } else {
                self.reach(self.needs + way.offer, reach, loss, arc);
            }
        }
    }

    /// Who could give an hour of this offer up?
    fn look_from_offer(&mut self, flow: &Flow, offer: u32, loss: i64) {
        for &arc in flow.guests(offer) {
            let reach = loss - flow.loss(arc);
            if reach < self.bound {
                self.reach(flow.owners[arc as usize], reach, loss, arc);
            }
        }
    }

    /// Raises prices and lowers gains so that the path found costs nothing and every promise is kept.
    fn reprice(&self, flow: &mut Flow) {
        for &node in &self.reached {
            let change = self.bound - self.losses[node as usize];
            if change > 0 {
                if node < self.needs {
                    flow.gains[node as usize] -= change;
                } else {
                    flow.prices[(node - self.needs) as usize] += change;
                }
            }
        }
    }

    /// Moves as many hours along the path as it bears; says whether the need got any.
    fn augment(&self, flow: &mut Flow, need: u32) -> bool {
        let (last, mut hours) = match self.end {
            End::Need(other) if other == need => return false,
            End::Need(other) => (other, u32::MAX),
            End::Offer(offer) => (self.needs + offer, flow.room[offer as usize]),
        };
        hours = hours.min(flow.rest[need as usize]);
        self.walk(flow, need, last, &mut |flow, arc, forward| {
            hours = hours.min(if forward { flow.arcs[arc as usize].spare } else { flow.hours(arc) });
        });
        self.walk(flow, need, last, &mut |flow, arc, forward| {
            if forward { flow.send(arc, hours) } else { flow.recall(arc, hours) }
        });
        flow.rest[need as usize] -= hours;
        match self.end {
            End::Need(other) => flow.rest[other as usize] += hours,
            End::Offer(offer) => flow.room[offer as usize] -= hours,
        }
        true
    }

    /// Visits the arcs of the path, from its end back to the need it started from. An arc by which a need was reached
    /// gives hours back.
    fn walk(&self, flow: &mut Flow, need: u32, last: u32, see: &mut dyn FnMut(&mut Flow, u32, bool)) {
        let mut node = last;
        while node != need {
            let arc = self.arcs[node as usize];
            let forward = node >= self.needs;
            see(flow, arc, forward);
            node = if forward { flow.owners[arc as usize] } else { self.needs + flow.arcs[arc as usize].offer };
        }
    }
}
