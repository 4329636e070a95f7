//! Rings in the tree: shrinking one into an even blossom, and opening an odd blossom that has lost its price.

use super::super::forest::{Forest, Tie};
use super::super::start::NONE;
use super::{Search, Side};
use crate::assign::worth::Worth;

impl<W: Worth> Search<W> {
    /// Two even nodes are joined without slack: the ring they close becomes one even node.
    pub(super) fn shrink(&mut self, forest: &mut Forest<'_, W>, joint: Tie, ones: u32, others: u32) {
        let top = self.meeting(forest, ones, others);
        let mut ring = std::mem::take(&mut self.ring);
        ring.clear();
        // Down from the top to the one, across, and up from the other.
        let mut node = ones;
        let mut tie = joint;
        while node != top {
            ring.push((node, tie));
            let (up, (inside, outside)) = self.above(forest, node);
            node = up;
            tie = (outside, inside);
        }
        ring.push((top, tie));
        ring.reverse();
        let mut node = others;
        while node != top {
            let (up, tie) = self.above(forest, node);
            ring.push((node, tie));
            node = up;
        }
        for &(node, _) in &ring {
            if self.node_sides[node as usize] == Side::Odd {
                forest.reprice(node, &self.shift.doubled().less());
                self.turn_even(forest, node, &self.shift.doubled());
            } else {
                forest.reprice(node, &self.shift.doubled());
            }
            self.node_sides[node as usize] = Side::Off;
        }
        let blossom = forest.shrink(&ring);
        forest.prices[blossom as usize] = self.shift.doubled().less();
        self.put(blossom, Side::Even);
        self.ring = ring;
    }

    /// The next node towards the root and the pair leading there, its inner end first. Not for the root.
    fn above(&self, forest: &mut Forest<'_, W>, node: u32) -> (u32, Tie) {
        if self.node_sides[node as usize] == Side::Odd {
            let (outside, inside) = self.entries[node as usize];
            return (forest.node_of(outside), (inside, outside));
        }
        let base = forest.nodes[node as usize].base;
        let partner = forest.partners[base as usize];
        (forest.node_of(partner), (base, partner))
    }

    /// The first node that the ways from two even nodes to the root share.
    fn meeting(&mut self, forest: &mut Forest<'_, W>, ones: u32, others: u32) -> u32 {
        self.mark += 1;
        let (mut node, mut waiting) = (ones, others);
        while self.marks[node as usize] != self.mark {
            self.marks[node as usize] = self.mark;
            node = match forest.is_alone(node) {
                true => NONE,
                false => {
                    let (odd, _) = self.above(forest, node);
                    self.above(forest, odd).0
                }
            };
            // In turns, so that a short ring is found soon; from the root nobody goes on.
            if waiting != NONE {
                std::mem::swap(&mut node, &mut waiting);
            }
        }
        node
    }

    /// An odd blossom has lost its price: its nodes on the way through it stay in the tree, the others leave it.
    pub(super) fn open(&mut self, forest: &mut Forest<'_, W>, blossom: u32) {
        let entry = self.entries[blossom as usize];
        self.node_sides[blossom as usize] = Side::Off;
        forest.prices[blossom as usize] = W::nothing();
        let mut ring = std::mem::take(&mut self.ring);
        forest.open(blossom, &mut ring);
        let entered = forest.node_of(entry.1);
        let count = ring.len();
        let at = ring.iter().position(|step| step.0 == entered).unwrap_or(0);
        // The entered node is paired with its neighbour on one side; that way the tree goes round to the base.
        let onwards = at % 2 == 1;
        let steps = if onwards { count - at } else { at };
        let mut tie = entry;
        for step in 0..=steps {
            let place = if onwards { (at + step) % count } else { at - step };
            let node = ring[place].0;
            if step % 2 == 0 {
                self.stay_odd(forest, node, tie);
            } else {
                self.turn_node_even(forest, node);
            }
            tie = if onwards {
                ring[place].1
            } else {
                let (one, other) = ring[(place + count - 1) % count].1;
                (other, one)
            };
        }
        let left = if onwards { 1..at } else { at + 1..count };
        for &(node, _) in &ring[left] {
            self.leave(forest, node);
        }
        self.ring = ring;
    }

    /// A node of an opened odd blossom that is odd itself.
    fn stay_odd(&mut self, forest: &mut Forest<'_, W>, node: u32, entry: Tie) {
        self.put(node, Side::Odd);
        self.entries[node as usize] = entry;
        forest.reprice(node, &self.shift.doubled());
        self.plan_opening(forest, node);
    }

    /// A node of an opened odd blossom that becomes even.
    fn turn_node_even(&mut self, forest: &mut Forest<'_, W>, node: u32) {
        self.put(node, Side::Even);
        forest.reprice(node, &self.shift.doubled().less());
        self.turn_even(forest, node, &self.shift.doubled());
    }

    /// A node of an opened odd blossom that leaves the tree, for now.
    fn leave(&mut self, forest: &mut Forest<'_, W>, node: u32) {
        let mut person = forest.first(node);
        while person != NONE {
            let gain = &mut forest.gains[person as usize];
            *gain = gain.plus(&self.shift);
            self.sides[person as usize] = Side::Off;
            if self.reach[person as usize] != W::endless() {
                self.plan_reach(forest, person);
            }
            person = forest.after(node, person);
        }
    }
}
