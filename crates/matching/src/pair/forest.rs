//! The state of the solver: pairs, gains, and the blossoms people are shrunk into.
//!
//! A *node* is a person or a blossom: an odd ring of smaller nodes joined by pairs without slack, one of which, the
//! *base*, is or may be paired outside; which pairs are made inside follows from the base and is settled only when the
//! blossom is opened. Edmonds, "Paths, trees, and flowers" (1965). All links are numbers in flat arrays.

use super::net::Net;
use super::plan::{Circle, Plan, Proof};
use super::question::Question;
use super::start::{NONE, Start};
use crate::assign::worth::Worth;

/// A pair that ties a node to another: the person in the node, and the person outside.
pub(super) type Tie = (u32, u32);

pub(super) const NO_TIE: Tie = (NONE, NONE);

/// A person or a blossom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// The person in it whose partner is outside, or who is alone.
    pub(super) base: u32,
    /// The blossom it was merged into, itself while it is outermost; may be cut short.
    merged: u32,
    /// The blossom directly around it.
    pub(super) outer: u32,
    /// One node of its ring.
    child: u32,
    /// The next node on the ring it is part of, and the pair that joins the two.
    next: u32,
    joint: Tie,
    /// Its people, as a stretch of the list `follow`.
    first: u32,
    last: u32,
    count: u32,
}

/// Everybody's partner and gain, and every blossom with its price, between searches.
///
/// No pair weighs more than its people's gains and the prices of the blossoms around both; pairs made, and joints of
/// rings, weigh exactly that. All in half weights.
#[derive(Debug, Clone)]
pub(super) struct Forest<'a, W = i64> {
    pub(super) net: &'a Net<W>,
    /// People who get an extra pair with a stand-in that nobody else knows: see [`Forest::pin`].
    pub(super) pins: Vec<u32>,
    /// Partners of those who are the base of an outermost node; of others only once all blossoms are opened.
    pub(super) partners: Vec<u32>,
    pub(super) gains: Vec<W>,
    pub(super) nodes: Vec<Node>,
    /// What a blossom may weigh above its people's gains. Always even.
    pub(super) prices: Vec<W>,
    homes: Vec<u32>,
    follow: Vec<u32>,
    spare: Vec<u32>,
    /// Opened blossoms that people may still be led through to the outermost node they are in.
    opened: Vec<u32>,
    /// People and stand-ins; nodes from here on are blossoms.
    pub(super) people: u32,
}

impl<'a, W: Worth> Forest<'a, W> {
    /// Begins with no blossoms, leaving room for so many stand-ins.
    pub(super) fn new(net: &'a Net<W>, start: Start<W>, stand_ins: usize) -> Forest<'a, W> {
        let people = net.people() + stand_ins;
        // Rings of three at least, so fewer blossoms than half the people; and as much again for the opened.
        let count = 2 * people as u32;
        let node = |at| Node {
            base: at,
            merged: at,
            outer: NONE,
            child: NONE,
            next: NONE,
            joint: NO_TIE,
            first: at,
            last: at,
            count: 1,
        };
        let (mut partners, mut gains) = (start.partners, start.gains);
        partners.resize(people, NONE);
        gains.resize(people, W::nothing());
        Forest {
            net,
            pins: Vec::new(),
            partners,
            gains,
            nodes: (0..count).map(node).collect(),
            prices: vec![W::nothing(); count as usize],
            homes: (0..people as u32).collect(),
            follow: vec![NONE; people],
            spare: (people as u32..count).rev().collect(),
            opened: Vec::new(),
            people: people as u32,
        }
    }

    /// The outermost node this person is in. Cost: next to constant (Tarjan 1975).
    pub(super) fn node_of(&mut self, person: u32) -> u32 {
        let mut node = self.homes[person as usize];
        if self.nodes[node as usize].merged == node {
            return node;
        }
        while self.nodes[node as usize].merged != node {
            let beyond = self.nodes[self.nodes[node as usize].merged as usize].merged;
            self.nodes[node as usize].merged = beyond;
            node = beyond;
        }
        self.homes[person as usize] = node;
        node
    }

    /// Whether nobody in this outermost node has a partner outside.
    pub(super) fn is_alone(&self, node: u32) -> bool {
        self.partners[self.nodes[node as usize].base as usize] == NONE
    }

    /// The outermost node this one is paired with. Only for nodes that are not alone.
    pub(super) fn mate_of(&mut self, node: u32) -> u32 {
        let base = self.nodes[node as usize].base;
        self.node_of(self.partners[base as usize])
    }

    /// The first person in a node; [`Forest::after`] gives the others.
    pub(super) fn first(&self, node: u32) -> u32 {
        self.nodes[node as usize].first
    }

    /// The person after this one in the node, or nobody.
    pub(super) fn after(&self, node: u32, person: u32) -> u32 {
        if self.nodes[node as usize].last == person { NONE } else { self.follow[person as usize] }
    }

    /// Makes a person in an outermost node its base, with this partner outside or none.
    pub(super) fn pair(&mut self, node: u32, person: u32, partner: u32) {
        self.nodes[node as usize].base = person;
        self.partners[person as usize] = partner;
    }

    /// Gives a person an extra pair with a stand-in, so heavy that it is part of any best plan.
    ///
    /// Whoever is paired with a stand-in is out of the plan for the others. The stand-in is alone at first, and
    /// gaining all that the person does not. Returns it, or nothing if there is none left.
    pub(super) fn pin(&mut self, person: u32) -> Option<u32> {
        let stand_in = (self.net.people() + self.pins.len()) as u32;
        if stand_in >= self.people {
            return None;
        }
        self.pins.push(person);
        self.gains[stand_in as usize] = self.pin_weight().minus(&self.gains[person as usize]);
        Some(stand_in)
    }

    /// The doubled weight of a pair with a stand-in: no search shifts gains by more than the heaviest pair.
    pub(super) fn pin_weight(&self) -> W {
        self.net.heaviest.doubled().doubled().doubled()
    }

    /// Changes the price of a blossom; a person has none.
    pub(super) fn reprice(&mut self, node: u32, by: &W) {
        if node >= self.people {
            let price = &mut self.prices[node as usize];
            *price = price.plus(by);
        }
    }

    /// Shrinks a ring of outermost nodes, the base first, into a new outermost blossom with price 0.
    ///
    /// Each node comes with the pair that joins it to the next.
    pub(super) fn shrink(&mut self, ring: &[(u32, Tie)]) -> u32 {
        if self.spare.is_empty() {
            self.reclaim();
        }
        // There are always enough: see `new`.
        let Some(blossom) = self.spare.pop() else { return ring[0].0 };
        let (mut last, mut count) = (NONE, 0);
        for (at, &(node, joint)) in ring.iter().enumerate() {
            let inner = &mut self.nodes[node as usize];
            inner.merged = blossom;
            inner.outer = blossom;
            inner.next = ring[(at + 1) % ring.len()].0;
            inner.joint = joint;
            if last != NONE {
                self.follow[last as usize] = inner.first;
            }
            last = inner.last;
            count += inner.count;
        }
        let (base, first) = (self.nodes[ring[0].0 as usize].base, self.nodes[ring[0].0 as usize].first);
        let merged = blossom;
        self.nodes[blossom as usize] =
            Node { base, merged, outer: NONE, child: ring[0].0, next: NONE, joint: NO_TIE, first, last, count };
        self.prices[blossom as usize] = W::nothing();
        blossom
    }

    /// Opens an outermost blossom: its nodes become outermost, paired around the ring as its base demands.
    ///
    /// `ring` is filled with the nodes, the base first, each with the pair that joins it to the next. Cost: the length
    /// of the ring and the people in all its nodes but the largest.
    pub(super) fn open(&mut self, blossom: u32, ring: &mut Vec<(u32, Tie)>) {
        let child = self.nodes[blossom as usize].child;
        let (mut node, mut largest) = (child, child);
        ring.clear();
        loop {
            let inner = &mut self.nodes[node as usize];
            ring.push((node, inner.joint));
            inner.merged = node;
            inner.outer = NONE;
            let (next, count) = (inner.next, inner.count);
            if count > self.nodes[largest as usize].count {
                largest = node;
            }
            if next == child {
                break;
            }
            node = next;
        }
        // Most people are led on to where they are now; only those of smaller nodes are told one by one.
        for &(node, _) in ring.iter().filter(|step| step.0 != largest) {
            let mut person = self.first(node);
            while person != NONE {
                self.homes[person as usize] = node;
                person = self.after(node, person);
            }
        }
        self.nodes[blossom as usize].merged = largest;
        self.opened.push(blossom);
        let base = self.nodes[blossom as usize].base;
        let first = self.node_of(base);
        let at = ring.iter().position(|step| step.0 == first).unwrap_or(0);
        ring.rotate_left(at);
        self.nodes[first as usize].base = base;
        for two in ring[1..].chunks_exact(2) {
            let (one, other) = two[0].1;
            self.pair(two[0].0, one, other);
            self.pair(two[1].0, other, one);
        }
        self.nodes[blossom as usize].child = NONE;
    }

    /// Tells everybody which outermost node they are in, so that opened blossoms can be used again.
    fn reclaim(&mut self) {
        for person in 0..self.people {
            self.homes[person as usize] = self.node_of(person);
        }
        self.spare.append(&mut self.opened);
    }

    /// Everybody's partner, locks included, opening every blossom.
    pub(super) fn partners(&mut self, question: &Question) -> Vec<Option<u32>> {
        self.open_all();
        let partner = |person: usize| {
            let partner = self.partners[person];
            question.locked(person as u32).or((partner != NONE).then_some(partner))
        };
        (0..self.net.people()).map(partner).collect()
    }

    /// Opens every blossom, so that everybody's partner is known.
    pub(super) fn open_all(&mut self) {
        let mut ring = Vec::new();
        let mut todo: Vec<u32> =
            (self.people..self.nodes.len() as u32).filter(|&node| self.is_outermost(node)).collect();
        while let Some(blossom) = todo.pop() {
            self.open(blossom, &mut ring);
            todo.extend(ring.iter().map(|step| step.0).filter(|&node| node >= self.people));
        }
    }

    /// The blossoms that have a price, smaller before larger, and the smallest around each person.
    pub(super) fn circles(&self) -> (Vec<Option<u32>>, Vec<Circle<W>>) {
        let mut places = vec![None; self.nodes.len()];
        let mut around = Vec::new();
        let mut todo: Vec<u32> = (0..self.people).filter(|&node| self.nodes[node as usize].outer == NONE).collect();
        todo.extend((self.people..self.nodes.len() as u32).filter(|&node| self.is_outermost(node)));
        // From the outside in; numbered backwards, so that smaller circles come first.
        let mut inner = vec![None; self.net.people()];
        while let Some(node) = todo.pop() {
            let outer = self.nodes[node as usize].outer;
            let mut place: Option<u32> = if outer == NONE { None } else { places[outer as usize] };
            if node < self.people {
                if let Some(slot) = inner.get_mut(node as usize) {
                    *slot = place;
                }
                continue;
            }
            if self.prices[node as usize] > W::nothing() {
                around.push(Circle { price: self.prices[node as usize].clone(), outer: place });
                place = Some(around.len() as u32 - 1);
            }
            places[node as usize] = place;
            let child = self.nodes[node as usize].child;
            let mut at = child;
            loop {
                todo.push(at);
                at = self.nodes[at as usize].next;
                if at == child {
                    break;
                }
            }
        }
        let count = around.len() as u32;
        let turned = |place: Option<u32>| place.map(|place| count - 1 - place);
        let circles = around.into_iter().rev().map(|circle| Circle { outer: turned(circle.outer), ..circle }).collect();
        (inner.into_iter().map(turned).collect(), circles)
    }

    fn is_outermost(&self, blossom: u32) -> bool {
        let node = &self.nodes[blossom as usize];
        node.child != NONE && node.outer == NONE
    }
}

impl Forest<'_> {
    /// Writes the plan down, locks included, opening every blossom.
    pub(super) fn into_plan(mut self, question: &Question) -> Plan {
        let (inner, circles) = self.circles();
        let partners = self.partners(question);
        self.gains.truncate(self.net.people());
        Plan::new(question, partners, Proof { gains: self.gains, inner, circles })
    }
}
