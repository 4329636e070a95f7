//! Who sits where while the solver works, and at what prices.

use super::Question;
use super::net::Net;
use super::plan::{Plan, Proof};
use super::worth::Worth;

/// Nobody: a mentee without a mentor, or a mentor nobody led to.
pub(super) const NOBODY: u32 = u32::MAX;

/// One of a mentor's places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    pub(super) mentor: u32,
    number: u32,
}

/// A partial plan with gains and prices.
///
/// At every step no pair weighs more than its mentee's gain and its mentor's price together, seated pairs weigh
/// exactly that, and a mentor with a place to spare has price 0. Prices only rise.
#[derive(Debug)]
pub(super) struct Seating<'a, W = i64> {
    pub(super) net: &'a Net<W>,
    pub(super) partners: Vec<u32>,
    pub(super) gains: Vec<W>,
    pub(super) prices: Vec<W>,
    /// Who sits with mentor m: `seats[offsets[m]..][..taken[m]]`.
    seats: Vec<u32>,
    offsets: Vec<usize>,
    taken: Vec<u32>,
    /// Which of the mentor's seats a mentee has.
    seat_of: Vec<u32>,
}

impl<'a, W: Worth> Seating<'a, W> {
    /// An empty room where every place is free.
    pub(super) fn new(net: &'a Net<W>) -> Seating<'a, W> {
        let mut offsets = Vec::with_capacity(net.mentors() + 1);
        let mut seats = 0;
        offsets.push(0);
        for (&room, &degree) in net.rooms.iter().zip(&net.degrees) {
            // No more seats than mentees who could take one: capacities may be huge.
            seats += room.min(degree) as usize;
            offsets.push(seats);
        }
        Seating {
            net,
            partners: vec![NOBODY; net.mentees()],
            gains: vec![W::nothing(); net.mentees()],
            prices: vec![W::nothing(); net.mentors()],
            seats: vec![NOBODY; seats],
            offsets,
            taken: vec![0; net.mentors()],
            seat_of: vec![0; net.mentees()],
        }
    }

    /// Whether the mentor has a place to spare.
    pub(super) fn has_room(&self, mentor: u32) -> bool {
        let mentor = mentor as usize;
        (self.taken[mentor] as usize) < self.offsets[mentor + 1] - self.offsets[mentor]
    }

    /// The mentees who sit with this mentor.
    pub(super) fn guests(&self, mentor: u32) -> &[u32] {
        let from = self.offsets[mentor as usize];
        &self.seats[from..from + self.taken[mentor as usize] as usize]
    }

    /// Seats the mentee in a free place.
    pub(super) fn sit(&mut self, mentee: u32, mentor: u32) {
        let number = self.taken[mentor as usize];
        self.taken[mentor as usize] += 1;
        self.sit_at(mentee, Seat { mentor, number });
    }

    /// Seats the mentee in a seat that somebody left.
    pub(super) fn sit_at(&mut self, mentee: u32, seat: Seat) {
        self.seats[self.offsets[seat.mentor as usize] + seat.number as usize] = mentee;
        self.partners[mentee as usize] = seat.mentor;
        self.seat_of[mentee as usize] = seat.number;
    }

    /// Takes the mentee from her seat, if she has one. The seat stays taken: somebody must sit there next.
    pub(super) fn leave(&mut self, mentee: u32) -> Option<Seat> {
        let mentor = std::mem::replace(&mut self.partners[mentee as usize], NOBODY);
        (mentor != NOBODY).then(|| Seat { mentor, number: self.seat_of[mentee as usize] })
    }

    /// Gives up a seat that somebody left: nobody will sit there.
    pub(super) fn clear_away(&mut self, seat: Seat) {
        let from = self.offsets[seat.mentor as usize];
        let last = self.taken[seat.mentor as usize] - 1;
        let moved = self.seats[from + last as usize];
        self.taken[seat.mentor as usize] = last;
        if last != seat.number {
            self.seats[from + seat.number as usize] = moved;
            self.seat_of[moved as usize] = seat.number;
        }
    }

    /// Where this mentee sits.
    pub(super) fn mentor_of(&self, mentee: u32) -> Option<u32> {
        let mentor = self.partners[mentee as usize];
        (mentor != NOBODY).then_some(mentor)
    }

    /// Everybody's mentor, locks included.
    pub(super) fn partners(&self, question: &Question) -> Vec<Option<u32>> {
        let all = 0..self.partners.len() as u32;
        all.map(|mentee| question.locked(mentee).or(self.mentor_of(mentee))).collect()
    }
}

impl Seating<'_> {
    /// Writes the plan down, locks included.
    pub(super) fn into_plan(self, question: &Question) -> Plan {
        let partners = self.partners(question);
        let mut proof = Proof { gains: self.gains, prices: self.prices };
        proof.close_rooms(question);
        Plan::new(question, partners, proof)
    }
}

impl Proof {
    /// Prices mentors without an open place so high that nobody would gain by one. Nobody pays these prices.
    pub(super) fn close_rooms(&mut self, question: &Question) {
        if (0..question.mentors() as u32).all(|mentor| question.room_of(mentor) > 0) {
            return;
        }
        let scale = question.scale();
        for mentee in (0..question.mentees() as u32).filter(|&mentee| question.locked(mentee).is_none()) {
            for (mentor, score) in question.options_of(mentee) {
                if question.room_of(mentor) == 0 && score >= question.least() {
                    let wanted = scale.weight(score) - self.gains[mentee as usize];
                    let price = &mut self.prices[mentor as usize];
                    *price = wanted.max(*price);
                }
            }
        }
    }
}
