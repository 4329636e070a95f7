//! Alternating trees: settles one lonely person at the least loss, re-pairing others, shrinking and opening blossoms.
//!
//! One tree at a time grows from the lonely person (the root) over pairs without slack. Nodes at an even distance
//! could stay alone instead of the root, nodes at an odd distance could not. All gains in the tree shift together, and
//! are kept as of shift 0, so that a shift costs nothing: what happens next comes from a queue. After Galil, Micali
//! and Gabow, "An O(EV log V) algorithm for finding a maximal weighted matching in general graphs" (1986), here with
//! one tree at a time, and with people instead of groups of people in the queue.

mod rings;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::forest::{Forest, NO_TIE, Tie};
use super::start::NONE;
use crate::assign::worth::Worth;

/// Where a node or person stands in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Not in it.
    Off,
    /// At an odd distance from the root.
    Odd,
    /// At an even distance, pairs not yet looked at.
    Fresh,
    /// At an even distance.
    Even,
}

/// How the search ends.
#[derive(Debug, Clone, Copy)]
enum End {
    /// By a pair with somebody who was alone too.
    Meet(Tie),
    /// By this person staying alone, who gains nothing any more.
    Alone(u32),
}

/// Something that happens at a shift: a pair loses its slack, or (with nobody second) a node is reached or opened.
type Event<W> = Reverse<(W, u32, u32)>;

/// A search and its working space, to be used again and again on forests of one size.
#[derive(Debug)]
pub(super) struct Search<W = i64> {
    /// How far gains have shifted.
    shift: W,
    /// The shift at which the search ends, and how.
    bound: W,
    end: End,
    /// Who must not end up alone.
    spared: u32,
    queue: BinaryHeap<Event<W>>,
    /// Pairs without slack, not yet followed.
    ready: Vec<(u32, u32)>,
    /// People at an even distance, pairs not yet looked at.
    fresh: Vec<u32>,
    sides: Vec<Side>,
    /// The least gain less weight among even people in reach, and which of them it is.
    reach: Vec<W>,
    via: Vec<u32>,
    node_sides: Vec<Side>,
    /// The pair through which the tree came to an odd node: the even person, and the one in the node.
    entries: Vec<Tie>,
    marks: Vec<u32>,
    mark: u32,
    seen: Vec<u32>,
    reached: Vec<u32>,
    touched: Vec<u32>,
    ring: Vec<(u32, Tie)>,
}

impl<W: Worth> Search<W> {
    /// Makes room for forests of this size.
    pub(super) fn new(forest: &Forest<'_, W>) -> Search<W> {
        let (people, nodes) = (forest.people as usize, forest.nodes.len());
        Search {
            shift: W::nothing(),
            bound: W::endless(),
            end: End::Alone(NONE),
            spared: NONE,
            queue: BinaryHeap::new(),
            ready: Vec::new(),
            fresh: Vec::new(),
            sides: vec![Side::Off; people],
            reach: vec![W::endless(); people],
            via: vec![NONE; people],
            node_sides: vec![Side::Off; nodes],
            entries: vec![NO_TIE; nodes],
            marks: vec![0; nodes],
            mark: 0,
            seen: Vec::new(),
            reached: Vec::new(),
            touched: Vec::new(),
            ring: Vec::new(),
        }
    }

    /// Settles everybody who is alone and still gains; afterwards the pairs are a best plan.
    ///
    /// Cost: n searches at most. With blossoms nested d deep each takes O(m log m + n · d).
    pub(super) fn settle_all(&mut self, forest: &mut Forest<'_, W>) {
        for person in 0..forest.people {
            if forest.partners[person as usize] == NONE && forest.gains[person as usize] > W::nothing() {
                self.settle(forest, person);
            }
        }
    }

    /// Settles one person: afterwards they have a partner, or somebody in their node gains nothing by one.
    ///
    /// Nothing happens if they have one already.
    pub(super) fn settle(&mut self, forest: &mut Forest<'_, W>, person: u32) {
        self.run(forest, person, NONE);
    }

    /// Finds a partner for this person at the least loss, even if staying alone would be better.
    ///
    /// False if there is none to be had. Their gain may fall below nothing.
    pub(super) fn place(&mut self, forest: &mut Forest<'_, W>, person: u32) -> bool {
        self.run(forest, person, person)
    }

    /// A search that never ends with `spared` alone. False if it found no end.
    fn run(&mut self, forest: &mut Forest<'_, W>, person: u32, spared: u32) -> bool {
        let root = forest.node_of(person);
        if !forest.is_alone(root) {
            return true;
        }
        self.shift = W::nothing();
        self.bound = W::endless();
        self.spared = spared;
        self.make_even(forest, root);
        let found = self.grow(forest);
        if found {
            self.augment(forest);
        }
        self.clear(forest);
        found
    }

    /// Grows the tree until a way ends; false if none does.
    fn grow(&mut self, forest: &mut Forest<'_, W>) -> bool {
        while self.shift < self.bound {
            if let Some(person) = self.fresh.pop() {
                self.look_from(forest, person);
            } else if let Some((one, other)) = self.ready.pop() {
                self.follow(forest, one, other);
            } else {
                match self.queue.pop() {
                    Some(Reverse((shift, one, other))) if shift < self.bound => {
                        self.shift = shift;
                        self.follow(forest, one, other);
                    }
                    _ if self.bound == W::endless() => return false,
                    _ => self.shift = self.bound.clone(),
                }
            }
        }
        true
    }

    /// Whom could this even person be with instead?
    fn look_from(&mut self, forest: &mut Forest<'_, W>, person: u32) {
        self.sides[person as usize] = Side::Even;
        let net = forest.net;
        for (other, weight) in net.row(person) {
            self.look_at(forest, person, other, weight);
            if self.bound == self.shift {
                return;
            }
        }
        if let Some(&other) = (person as usize).checked_sub(net.people()).and_then(|at| forest.pins.get(at)) {
            self.look_at(forest, person, other, &forest.pin_weight());
        }
    }

    fn look_at(&mut self, forest: &mut Forest<'_, W>, person: u32, other: u32, weight: &W) {
        let at = other as usize;
        let left = forest.gains[person as usize].minus(weight);
        match self.sides[at] {
            // The pair is looked at again from the other end.
            Side::Fresh => {}
            Side::Even => {
                // Even: all gains in a tree are so by the pairs without slack that join them, or all odd.
                let shift = left.plus(&forest.gains[at]).halved();
                if shift < self.bound && forest.node_of(person) != forest.node_of(other) {
                    self.plan(shift, person, other);
                }
            }
            side => {
                if left >= self.reach[at] {
                    return;
                }
                if self.reach[at] == W::endless() {
                    self.reached.push(other);
                }
                self.reach[at] = left;
                self.via[at] = person;
                if side == Side::Off {
                    self.plan_reach(forest, other);
                }
            }
        }
    }

    /// Plans to reach somebody off the tree once the best pair leading there has no slack.
    fn plan_reach(&mut self, forest: &mut Forest<'_, W>, person: u32) {
        let shift = self.reach[person as usize].plus(&forest.gains[person as usize]);
        if shift >= self.bound {
            return;
        }
        let node = forest.node_of(person);
        if forest.is_alone(node) {
            self.bound = shift;
            self.end = End::Meet((self.via[person as usize], person));
        } else {
            self.plan(shift, person, NONE);
        }
    }

    fn plan(&mut self, shift: W, one: u32, other: u32) {
        if shift <= self.shift {
            self.ready.push((one, other));
        } else if shift < self.bound {
            self.queue.push(Reverse((shift, one, other)));
        }
    }

    /// Does what was planned for this shift, unless it has been overtaken.
    fn follow(&mut self, forest: &mut Forest<'_, W>, one: u32, other: u32) {
        if other != NONE {
            let (ones, others) = (forest.node_of(one), forest.node_of(other));
            if ones != others {
                self.shrink(forest, (one, other), ones, others);
            }
        } else if one < forest.people {
            let tight = || self.reach[one as usize].plus(&forest.gains[one as usize]) <= self.shift;
            if self.sides[one as usize] == Side::Off && tight() {
                self.reach_node(forest, one);
            }
        } else if self.node_sides[one as usize] == Side::Odd && forest.prices[one as usize] == self.shift.doubled() {
            self.open(forest, one);
        }
    }

    /// Takes the node of this person into the tree, and the node it is paired with.
    fn reach_node(&mut self, forest: &mut Forest<'_, W>, person: u32) {
        let node = forest.node_of(person);
        self.make_odd(forest, node, (self.via[person as usize], person));
        let mate = forest.mate_of(node);
        self.make_even(forest, mate);
    }

    /// From here on a node off the tree gains by every shift.
    fn make_odd(&mut self, forest: &mut Forest<'_, W>, node: u32, entry: Tie) {
        self.put(node, Side::Odd);
        self.entries[node as usize] = entry;
        let mut person = forest.first(node);
        while person != NONE {
            let gain = &mut forest.gains[person as usize];
            *gain = gain.minus(&self.shift);
            self.sides[person as usize] = Side::Odd;
            self.seen.push(person);
            person = forest.after(node, person);
        }
        forest.reprice(node, &self.shift.doubled());
        self.plan_opening(forest, node);
    }

    /// From here on a node off the tree loses by every shift.
    fn make_even(&mut self, forest: &mut Forest<'_, W>, node: u32) {
        self.put(node, Side::Even);
        self.turn_even(forest, node, &self.shift.clone());
        forest.reprice(node, &self.shift.doubled().less());
    }

    fn turn_even(&mut self, forest: &mut Forest<'_, W>, node: u32, rise: &W) {
        let mut person = forest.first(node);
        while person != NONE {
            let gain = &mut forest.gains[person as usize];
            *gain = gain.plus(rise);
            if *gain < self.bound && person != self.spared {
                self.bound = gain.clone();
                self.end = End::Alone(person);
            }
            self.sides[person as usize] = Side::Fresh;
            self.seen.push(person);
            self.fresh.push(person);
            person = forest.after(node, person);
        }
    }

    fn plan_opening(&mut self, forest: &Forest<'_, W>, node: u32) {
        if node >= forest.people {
            self.plan(forest.prices[node as usize].halved(), node, NONE);
        }
    }

    fn put(&mut self, node: u32, side: Side) {
        self.node_sides[node as usize] = side;
        self.touched.push(node);
    }

    /// Swaps pairs made and not made on the way from the end to the root.
    fn augment(&mut self, forest: &mut Forest<'_, W>) {
        let (mut person, mut partner) = match self.end {
            End::Meet((even, other)) => {
                let node = forest.node_of(other);
                forest.pair(node, other, even);
                (even, other)
            }
            End::Alone(even) => (even, NONE),
        };
        loop {
            let node = forest.node_of(person);
            let base = forest.nodes[node as usize].base;
            let leaver = forest.partners[base as usize];
            forest.pair(node, person, partner);
            if leaver == NONE {
                return;
            }
            let odd = forest.node_of(leaver);
            let (even, inside) = self.entries[odd as usize];
            forest.pair(odd, inside, even);
            (person, partner) = (even, inside);
        }
    }

    /// Writes the shift into gains and prices, and forgets the tree.
    fn clear(&mut self, forest: &mut Forest<'_, W>) {
        for person in self.seen.drain(..) {
            let gain = &mut forest.gains[person as usize];
            match std::mem::replace(&mut self.sides[person as usize], Side::Off) {
                Side::Odd => *gain = gain.plus(&self.shift),
                Side::Even | Side::Fresh => *gain = gain.minus(&self.shift),
                Side::Off => {}
            }
        }
        for node in self.touched.drain(..) {
            match std::mem::replace(&mut self.node_sides[node as usize], Side::Off) {
                Side::Odd => forest.reprice(node, &self.shift.doubled().less()),
                Side::Even | Side::Fresh => forest.reprice(node, &self.shift.doubled()),
                Side::Off => {}
            }
        }
        for person in self.reached.drain(..) {
            self.reach[person as usize] = W::endless();
        }
        self.fresh.clear();
        self.ready.clear();
        self.queue.clear();
    }
}
