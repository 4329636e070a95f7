//! Which hours go where while the solver works, and at what prices.

use super::plan::{Plan, Proof, Share};
use super::{Question, Way};

/// A way as the solver sees it: open hours only.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub(super) weight: i64,
    pub(super) offer: u32,
    /// How many hours more may go this way.
    pub(super) spare: u32,
}

/// A partial plan of the hours that no lock decides, with gains and prices.
///
/// The solver keeps three promises, for every need it has begun with: where more may go, no hour weighs more than gain
/// and price together; where some go, none weighs less; and an offer with hours to spare has price 0.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    /// Where each need's arcs begin, and one end more.
    starts: Vec<u32>,
    pub(super) arcs: Vec<Arc>,
    /// The need of each arc.
    pub(super) owners: Vec<u32>,
    /// The most hours of each arc; `u32::MAX` where the need itself is the limit.
    caps: Vec<u32>,
    /// Open hours of each need that nobody meets yet.
    pub(super) rest: Vec<u32>,
    /// Open hours of each offer that nobody takes yet.
    pub(super) room: Vec<u32>,
    pub(super) gains: Vec<i64>,
    pub(super) prices: Vec<i64>,
    /// Arcs with hours, for each offer: `guests[offsets[offer]..][..crowds[offer]]`.
    guests: Vec<u32>,
    offsets: Vec<u32>,
    crowds: Vec<u32>,
    /// Where in `guests` an arc with hours stands.
    slots: Vec<u32>,
}

impl Flow {
    /// Nothing goes anywhere and nothing costs. With `closed`, offers without open hours keep their arcs.
    ///
    /// Cost: O(n + m).
    pub(super) fn empty(question: &Question, closed: bool) -> Flow {
        let rest: Vec<u32> = (0..question.needs() as u32).map(|need| question.open_need(need)).collect();
        let room: Vec<u32> = (0..question.offers() as u32).map(|offer| question.open_offer(offer)).collect();
        let scale = question.scale();
        let mut starts = vec![0; rest.len() + 1];
        let mut degrees = vec![0u32; room.len()];
        let (mut arcs, mut owners, mut caps) = (Vec::new(), Vec::new(), Vec::new());
        for (way, locked) in question.all() {
            let Way { need, offer, score, most } = way;
            let (wanted, left) = (rest[need as usize], most - locked);
            let shut = room[offer as usize] == 0 && !closed;
            if wanted == 0 || left == 0 || shut || score < question.least() {
                continue;
            }
            let cap = if left < wanted { left } else { u32::MAX };
            arcs.push(Arc { weight: scale.weight(score), offer, spare: cap });
            owners.push(need);
            caps.push(cap);
            degrees[offer as usize] += 1;
            starts[need as usize + 1] += 1;
        }
        for need in 0..rest.len() {
            starts[need + 1] += starts[need];
        }
        let mut offsets = vec![0; room.len() + 1];
        for offer in 0..room.len() {
            // Each guest takes an hour or more; who changes a plan may take more than there is for a while.
            let crowd = if closed { degrees[offer] } else { degrees[offer].min(room[offer]) };
            offsets[offer + 1] = offsets[offer] + crowd;
        }
        Flow {
            gains: vec![0; rest.len()],
            prices: vec![0; room.len()],
            guests: vec![0; offsets[room.len()] as usize],
            crowds: vec![0; room.len()],
            slots: vec![0; arcs.len()],
            starts,
            arcs,
            owners,
            caps,
            rest,
            room,
            offsets,
        }
    }

    /// The flow of a plan, with its gains and prices; what the question no longer allows is left away.
    ///
    /// Offers without open hours are priced so high that nobody would gain by one.
    pub(super) fn of(question: &Question, plan: &Plan) -> Flow {
        let mut flow = Flow::empty(question, true);
        flow.gains.clone_from(&plan.proof.gains);
        flow.prices.clone_from(&plan.proof.prices);
        for share in &plan.shares {
            if let Some(arc) = flow.arc(share.need, share.offer) {
                let (need, offer) = (share.need as usize, share.offer as usize);
                let wanted = share.hours.saturating_sub(question.locked(share.need, share.offer));
                let hours = wanted.min(flow.arcs[arc as usize].spare).min(flow.rest[need]).min(flow.room[offer]);
                flow.send(arc, hours);
                flow.rest[need] -= hours;
                flow.room[offer] -= hours;
            }
        }
        for (arc, &need) in flow.arcs.iter().zip(&flow.owners) {
            if question.open_offer(arc.offer) == 0 {
                let price = &mut flow.prices[arc.offer as usize];
                *price = (arc.weight - flow.gains[need as usize]).max(*price);
            }
        }
        flow
    }

    /// Where in `arcs` a need's arcs are.
    pub(super) fn row(&self, need: u32) -> std::ops::Range<usize> {
        self.starts[need as usize] as usize..self.starts[need as usize + 1] as usize
    }

    /// The arc between the two, if it is open.
    pub(super) fn arc(&self, need: u32, offer: u32) -> Option<u32> {
        let row = self.row(need);
        let at = self.arcs[row.clone()].binary_search_by_key(&offer, |arc| arc.offer).ok()?;
        Some((row.start + at) as u32)
    }

    /// The arcs by which hours leave this offer.
    pub(super) fn guests(&self, offer: u32) -> &[u32] {
        let from = self.offsets[offer as usize] as usize;
        &self.guests[from..from + self.crowds[offer as usize] as usize]
    }

    /// How many hours go along an arc.
    pub(super) fn hours(&self, arc: u32) -> u32 {
        self.caps[arc as usize] - self.arcs[arc as usize].spare
    }

    /// What an hour along this arc loses against gain and price: less than nothing where it brings more.
    pub(super) fn loss(&self, arc: u32) -> i64 {
        let Arc { weight, offer, .. } = self.arcs[arc as usize];
        self.gains[self.owners[arc as usize] as usize] + self.prices[offer as usize] - weight
    }

    /// Sends hours along an arc, without asking whether need and offer have them.
    pub(super) fn send(&mut self, arc: u32, hours: u32) {
        if hours == 0 {
            return;
        }
        if self.hours(arc) == 0 {
            let offer = self.arcs[arc as usize].offer as usize;
            let slot = self.offsets[offer] + self.crowds[offer];
            self.crowds[offer] += 1;
            self.guests[slot as usize] = arc;
            self.slots[arc as usize] = slot;
        }
        self.arcs[arc as usize].spare -= hours;
    }

    /// Takes hours back from an arc.
    pub(super) fn recall(&mut self, arc: u32, hours: u32) {
        self.arcs[arc as usize].spare += hours;
        if hours > 0 && self.hours(arc) == 0 {
            let offer = self.arcs[arc as usize].offer as usize;
            self.crowds[offer] -= 1;
            let (slot, last) = (self.slots[arc as usize], self.offsets[offer] + self.crowds[offer]);
            let moved = self.guests[last as usize];
            self.guests[slot as usize] = moved;
            self.slots[moved as usize] = slot;
        }
    }

    /// Writes the plan down, locks included.
    pub(super) fn into_plan(self, question: &Question) -> Plan {
        let mut shares = Vec::new();
        for (way, locked) in question.all() {
            let open = self.arc(way.need, way.offer).map_or(0, |arc| self.hours(arc));
            if open + locked > 0 {
                shares.push(Share { need: way.need, offer: way.offer, hours: open + locked, score: way.score });
            }
        }
        Plan::new(question, shares, Proof { gains: self.gains, prices: self.prices })
    }
}
