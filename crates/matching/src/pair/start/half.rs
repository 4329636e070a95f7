//! Searches for half pairs: settles one lonely person at a time, with rings where blossoms would be.
//!
//! A tree grows from the lonely person over pairs without slack, in order of loss (Dijkstra 1959, over gains as
//! potentials). It ends with the first pair that leads to somebody alone, to a ring, which then breaks into pairs, or
//! to somebody of the tree at an even distance, which closes a new ring; or with somebody who may as well stay alone.
//! No ring is ever shrunk, so searches stay short.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::net::Net;
use super::{NONE, Start};
use crate::assign::worth::Worth;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Off,
    Odd,
    Even,
}

/// How a search ends.
#[derive(Debug, Clone, Copy)]
enum End {
    /// By a pair of somebody even with somebody outside who has no whole pair.
    Meet(u32, u32),
    /// By a pair of two who are even.
    Close(u32, u32),
    /// By this person staying alone.
    Alone(u32),
}

/// Everything about one person, in one place in memory.
#[derive(Debug, Clone)]
struct Person<W> {
    /// As of shift 0 while in the tree.
    gain: W,
    /// The least gain less weight among even people in reach, and which of them it is.
    reach: W,
    via: u32,
    partner: u32,
    /// The next on the odd ring, clockwise, for those who are with both neighbours by half.
    next: u32,
    side: Side,
}

struct Search<'a, W> {
    net: &'a Net<W>,
    people: Vec<Person<W>>,
    queue: BinaryHeap<Reverse<(W, u32)>>,
    shift: W,
    /// The shift at which the search ends, and how.
    bound: W,
    end: End,
    /// Whom to clear afterwards.
    seen: Vec<u32>,
    marks: Vec<u32>,
    mark: u32,
}

/// Makes the best half pairing out of a start, and leaves one person of each ring alone.
pub(super) fn settle<W: Worth>(net: &Net<W>, start: Start<W>) -> Start<W> {
    let reach = W::endless();
    let person =
        |(gain, partner)| Person { gain, reach: reach.clone(), via: NONE, partner, next: NONE, side: Side::Off };
    let mut search = Search {
        net,
        people: start.gains.into_iter().zip(start.partners).map(person).collect(),
        queue: BinaryHeap::new(),
        shift: W::nothing(),
        bound: W::nothing(),
        end: End::Alone(NONE),
        seen: Vec::new(),
        marks: vec![0; net.people()],
        mark: 0,
    };
    for person in 0..net.people() as u32 {
        let Person { gain, partner, next, .. } = &search.people[person as usize];
        if *partner == NONE && *next == NONE && *gain > W::nothing() {
            search.run(person);
        }
    }
    for person in 0..net.people() as u32 {
        if search.people[person as usize].next != NONE {
            search.break_ring(person);
        }
    }
    Start {
        partners: search.people.iter().map(|person| person.partner).collect(),
        gains: search.people.into_iter().map(|person| person.gain).collect(),
    }
}

impl<W: Worth> Search<'_, W> {
    fn run(&mut self, root: u32) {
        (self.shift, self.bound) = (W::nothing(), W::endless());
        self.queue.clear();
        self.add_even(root);
        while let Some(Reverse((shift, other))) = self.queue.pop() {
            if shift >= self.bound {
                break;
            }
            let person = &mut self.people[other as usize];
            let partner = person.partner;
            // Reached at less loss before, or in the tree by now.
            if person.side != Side::Off || person.reach.plus(&person.gain) != shift {
                continue;
            }
            person.side = Side::Odd;
            person.gain = person.gain.minus(&shift);
            self.shift = shift;
            self.add_even(partner);
        }
        self.shift = self.bound.clone();
        self.augment();
        self.clear();
    }

    /// Somebody who loses by every shift from here on: whom could they be with instead?
    fn add_even(&mut self, person: u32) {
        let own = &mut self.people[person as usize];
        own.side = Side::Even;
        own.gain = own.gain.plus(&self.shift);
        let gain = own.gain.clone();
        if own.reach == W::endless() {
            self.seen.push(person);
        }
        if gain < self.bound {
            (self.bound, self.end) = (gain.clone(), End::Alone(person));
        }
        for (other, weight) in self.net.row(person) {
            let left = gain.minus(weight);
            let their = &mut self.people[other as usize];
            match their.side {
                // Even: all gains in a tree are so by the pairs without slack that join them, or all odd.
                Side::Even => {
                    let shift = left.plus(&their.gain).halved();
                    if shift < self.bound {
                        (self.bound, self.end) = (shift, End::Close(person, other));
                    }
                }
                Side::Off if left < their.reach => {
                    if their.reach == W::endless() {
                        self.seen.push(other);
                    }
                    let shift = left.plus(&their.gain);
                    (their.reach, their.via) = (left, person);
                    if shift < self.bound {
                        if their.partner == NONE {
                            (self.bound, self.end) = (shift, End::Meet(person, other));
                        } else {
                            self.queue.push(Reverse((shift, other)));
                        }
                    }
                }
                Side::Odd | Side::Off => {}
            }
        }
    }

    fn augment(&mut self) {
        match self.end {
            End::Alone(person) => self.swap_up(person, NONE),
            End::Meet(person, other) => {
                if self.people[other as usize].next != NONE {
                    self.break_ring(other);
                }
                self.people[other as usize].partner = person;
                self.swap_up(person, other);
            }
            End::Close(one, other) => self.close(one, other),
        }
    }

    /// Gives an even person another partner, and everybody above the next one up.
    fn swap_up(&mut self, person: u32, partner: u32) {
        let (mut person, mut partner) = (person, partner);
        loop {
            let odd = std::mem::replace(&mut self.people[person as usize].partner, partner);
            if odd == NONE {
                return;
            }
            let above = self.people[odd as usize].via;
            self.people[odd as usize].partner = above;
            (person, partner) = (above, odd);
        }
    }

    /// The even person above, or nobody above the root.
    fn above(&self, person: u32) -> u32 {
        match self.people[person as usize].partner {
            NONE => NONE,
            odd => self.people[odd as usize].via,
        }
    }

    /// Makes a ring of the ways from two even people up to where they meet.
    fn close(&mut self, one: u32, other: u32) {
        self.mark += 1;
        let mut at = one;
        while at != NONE {
            self.marks[at as usize] = self.mark;
            at = self.above(at);
        }
        let mut top = other;
        while self.marks[top as usize] != self.mark {
            top = self.above(top);
        }
        self.swap_up(top, NONE);
        // Down one way against the tree, across, and up the other.
        let mut at = one;
        let mut below = other;
        while at != top {
            let odd = self.people[at as usize].partner;
            self.people[at as usize].next = below;
            self.people[odd as usize].next = at;
            below = odd;
            at = self.people[odd as usize].via;
        }
        self.people[top as usize].next = below;
        let mut at = other;
        while at != top {
            let odd = self.people[at as usize].partner;
            self.people[at as usize].next = odd;
            let above = self.people[odd as usize].via;
            self.people[odd as usize].next = above;
            at = above;
        }
        let mut at = top;
        loop {
            self.people[at as usize].partner = NONE;
            at = self.people[at as usize].next;
            if at == top {
                return;
            }
        }
    }

    /// Makes whole pairs of a ring, all but this person.
    fn break_ring(&mut self, person: u32) {
        let mut at = std::mem::replace(&mut self.people[person as usize].next, NONE);
        while at != person {
            let partner = std::mem::replace(&mut self.people[at as usize].next, NONE);
            let next = std::mem::replace(&mut self.people[partner as usize].next, NONE);
            self.people[at as usize].partner = partner;
            self.people[partner as usize].partner = at;
            at = next;
        }
    }

    /// Writes the shift into gains, and forgets the tree.
    fn clear(&mut self) {
        for person in self.seen.drain(..) {
            let person = &mut self.people[person as usize];
            match std::mem::replace(&mut person.side, Side::Off) {
                Side::Odd => person.gain = person.gain.plus(&self.shift),
                Side::Even => person.gain = person.gain.minus(&self.shift),
                Side::Off => {}
            }
            person.reach = W::endless();
        }
    }
}
