//! Detours: the cheapest way to shift people about once one thing in a best plan is changed.
//!
//! A best plan with its prices is a flow in which no shift brings anything. Forcing one pair, or adding one place, is
//! answered by a single shortest path through the ways people could move, instead of a new solve: the sensitivity
//! analysis of Ahuja, Magnanti and Orlin, "Network Flows" (1993), chapter 9.11.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::net::Net;
use super::seating::NOBODY;
use super::{Plan, Question};

/// The ways people could move from a best plan.
///
/// A place to be is a mentor's number, or [`Detour::out`] for being left out. From each place its guests may move on,
/// and a place to spare joins its mentor with being left out.
#[derive(Debug)]
pub(super) struct Detour<'a> {
    pub(super) net: Net,
    plan: &'a Plan,
    guests: Vec<u32>,
    offsets: Vec<usize>,
}

/// Where a search starts.
#[derive(Debug, Clone, Copy)]
pub(super) enum Start {
    /// Somebody here has to go.
    Place(u32),
    /// This mentee, now left out, goes somewhere.
    Mentee(u32),
}

/// The least loss at which each place can take one more, and through whose moves.
#[derive(Debug)]
pub(super) struct Ways {
    /// `i64::MAX` where no way leads.
    pub(super) losses: Vec<i64>,
    /// Who moved here, or nobody when only a place to spare was used.
    movers: Vec<u32>,
    /// The place before, or nobody at the start.
    before: Vec<u32>,
}

impl<'a> Detour<'a> {
    /// Prepares the ways for a plan that [`super::verify`] accepts. Cost: O(n + m).
    pub(super) fn new(question: &Question, plan: &'a Plan) -> Detour<'a> {
        let net = Net::with_closed(question);
        let out = net.mentors();
        let mut offsets = vec![0; out + 2];
        let open = |mentee: &u32| question.locked(*mentee).is_none();
        let place = |mentee: u32| plan.mentor_of(mentee).map_or(out, |mentor| mentor as usize);
        for mentee in (0..net.mentees() as u32).filter(open) {
            offsets[place(mentee) + 1] += 1;
        }
        for at in 0..=out {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut guests = vec![0; offsets[out + 1]];
        for mentee in (0..net.mentees() as u32).filter(open) {
            let slot = &mut next[place(mentee)];
            guests[*slot] = mentee;
            *slot += 1;
        }
        Detour { net, plan, guests, offsets }
    }

    /// The place of those who are left out.
    pub(super) fn out(&self) -> u32 {
        self.net.mentors() as u32
    }

    /// Where a mentee is in the plan.
    pub(super) fn place_of(&self, mentee: u32) -> u32 {
        self.plan.mentor_of(mentee).unwrap_or(self.out())
    }

    /// Finds the least loss to each place, or only as far as `goal`. Cost: O(m log m).
    pub(super) fn search(&self, start: Start, goal: Option<u32>) -> Ways {
        let places = self.net.mentors() + 1;
        let mut queue = Queue {
            ways: Ways { losses: vec![i64::MAX; places], movers: vec![NOBODY; places], before: vec![NOBODY; places] },
            heap: BinaryHeap::new(),
        };
        match start {
            Start::Place(place) => queue.reach(place, 0, NOBODY, NOBODY),
            Start::Mentee(mentee) => self.move_on(&mut queue, mentee, 0, NOBODY),
        }
        while let Some((loss, place)) = queue.next() {
            if goal == Some(place) {
                break;
            }
            for &guest in self.guests(place) {
                self.move_on(&mut queue, guest, loss, place);
            }
            if place == self.out() {
                self.empty_seats(&mut queue, loss);
            } else if self.guests(place).len() < self.net.rooms[place as usize] as usize {
                queue.reach(self.out(), loss, NOBODY, place);
            }
        }
        queue.ways
    }

    /// The moves that lead to a place, last first, each as mentee and where she goes.
    pub(super) fn moves_to(&self, ways: &Ways, place: u32) -> Vec<(u32, u32)> {
        let mut moves = Vec::new();
        let mut place = place;
        while place != NOBODY {
            let mover = ways.movers[place as usize];
            if mover != NOBODY {
                moves.push((mover, place));
            }
            place = ways.before[place as usize];
        }
        moves
    }

    /// Who is at a place, locked mentees left out.
    pub(super) fn guests(&self, place: u32) -> &[u32] {
        &self.guests[self.offsets[place as usize]..self.offsets[place as usize + 1]]
    }

    /// Everywhere this mentee could move to.
    fn move_on(&self, queue: &mut Queue, mentee: u32, loss: i64, from: u32) {
        let base = loss + self.plan.proof.gains[mentee as usize];
        if self.place_of(mentee) != self.out() {
            queue.reach(self.out(), base, mentee, from);
        }
        for (mentor, weight) in self.net.row(mentee) {
            queue.reach(mentor, base + self.plan.proof.prices[mentor as usize] - *weight, mentee, from);
        }
    }

    /// One mentee fewer with any mentor who has some.
    fn empty_seats(&self, queue: &mut Queue, loss: i64) {
        for mentor in 0..self.out() {
            if !self.guests(mentor).is_empty() {
                queue.reach(mentor, loss + self.plan.proof.prices[mentor as usize], NOBODY, self.out());
            }
        }
    }
}

struct Queue {
    ways: Ways,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

impl Queue {
    fn reach(&mut self, place: u32, loss: i64, mover: u32, before: u32) {
        let at = place as usize;
        if loss < self.ways.losses[at] {
            self.ways.losses[at] = loss;
            self.ways.movers[at] = mover;
            self.ways.before[at] = before;
            self.heap.push(Reverse((loss, place)));
        }
    }

    fn next(&mut self) -> Option<(i64, u32)> {
        loop {
            let Reverse((loss, place)) = self.heap.pop()?;
            if self.ways.losses[place as usize] == loss {
                return Some((loss, place));
            }
        }
    }
}
