//! Refilling: a place that nobody has but that still has a price is filled at the least loss, or its price is given up.
//!
//! The mirror image of [`super::path`]: there a mentee looks for a place, here a place for a mentee. Once an edit has
//! emptied a place, this brings the promise back that a mentor with a place to spare has price 0.

use super::heap::Heap;
use super::net::Columns;
use super::seating::{NOBODY, Seating};
use super::worth::Worth;

/// Fills every priced place to spare, or lowers its price to nothing; afterwards the seating is a best plan.
///
/// Everybody who gains something must sit already. Cost: O(m log m) per such place at worst.
pub(super) fn fill_all<W: Worth>(seating: &mut Seating<'_, W>) {
    let mut search = None;
    for mentor in 0..seating.net.mentors() as u32 {
        while spare(seating, mentor) && seating.prices[mentor as usize] > W::nothing() {
            let search = search.get_or_insert_with(|| Search::new(seating.net.columns(), seating.net.mentors()));
            search.run(seating, mentor);
            search.reprice(seating);
            search.shift(seating, mentor);
        }
    }
}

fn spare<W: Worth>(seating: &Seating<'_, W>, mentor: u32) -> bool {
    seating.guests(mentor).len() < seating.net.rooms[mentor as usize] as usize
}

/// Where a chain of moves ends.
#[derive(Clone, Copy)]
enum End {
    /// With a place of this mentor that stays empty.
    Empty(u32),
    /// With this mentee, who was left out, at this mentor.
    Comes(u32, u32),
}

struct Search<W> {
    columns: Columns<W>,
    /// The loss on the way to an empty place with each mentor, endless if not reached.
    losses: Vec<W>,
    /// Who would move from this mentor, and to which.
    moves: Vec<(u32, u32)>,
    reached: Vec<u32>,
    scanned: Vec<u32>,
    queue: Heap<W>,
    bound: W,
    end: End,
}

impl<W: Worth> Search<W> {
    fn new(columns: Columns<W>, mentors: usize) -> Search<W> {
        Search {
            columns,
            losses: vec![W::endless(); mentors],
            moves: vec![(NOBODY, NOBODY); mentors],
            reached: Vec::new(),
            scanned: Vec::new(),
            queue: Heap::new(mentors),
            bound: W::endless(),
            end: End::Empty(NOBODY),
        }
    }

    /// Finds the cheapest way to do without the empty place.
    fn run(&mut self, seating: &Seating<'_, W>, start: u32) {
        for &mentor in &self.reached {
            self.losses[mentor as usize] = W::endless();
        }
        self.reached.clear();
        self.scanned.clear();
        self.queue.clear();
        self.bound = W::endless();
        self.reach(seating, start, W::nothing(), (NOBODY, NOBODY));
        while let Some((loss, mentor)) = self.queue.pop() {
            if loss >= self.bound {
                break;
            }
            self.scanned.push(mentor);
            self.look_from(seating, mentor, &loss);
        }
    }

    /// Who could come to this mentor?
    fn look_from(&mut self, seating: &Seating<'_, W>, mentor: u32, loss: &W) {
        let columns = std::mem::replace(&mut self.columns, Columns::none());
        for (mentee, weight) in columns.of(mentor) {
            let base = loss.plus(&seating.gains[mentee as usize]);
            let reach = base.onward(&seating.prices[mentor as usize], weight);
            if reach >= self.bound {
                continue;
            }
            match seating.mentor_of(mentee) {
                None => {
                    self.bound = reach;
                    self.end = End::Comes(mentee, mentor);
                }
                Some(from) => self.reach(seating, from, reach, (mentee, mentor)),
            }
        }
        self.columns = columns;
    }

    fn reach(&mut self, seating: &Seating<'_, W>, mentor: u32, loss: W, step: (u32, u32)) {
        let at = mentor as usize;
        if loss >= self.losses[at] {
            return;
        }
        if self.losses[at] == W::endless() {
            self.reached.push(mentor);
        }
        let empty = loss.plus(&seating.prices[at]);
        if empty < self.bound {
            self.bound = empty;
            self.end = End::Empty(mentor);
        }
        self.moves[at] = step;
        self.losses[at] = loss.clone();
        self.queue.lower(mentor, loss);
    }

    /// Lowers prices and raises gains so that the moves found cost nothing.
    fn reprice(&self, seating: &mut Seating<'_, W>) {
        for &mentor in &self.scanned {
            let fall = self.bound.minus(&self.losses[mentor as usize]);
            let price = &mut seating.prices[mentor as usize];
            *price = price.minus(&fall);
            for at in 0..seating.guests(mentor).len() {
                let guest = seating.guests(mentor)[at];
                let gain = &mut seating.gains[guest as usize];
                *gain = gain.plus(&fall);
            }
        }
    }

    /// Moves everybody along, from the empty place to the end.
    fn shift(&self, seating: &mut Seating<'_, W>, start: u32) {
        let (mut mentor, mut chain) = match self.end {
            End::Empty(mentor) => (mentor, Vec::new()),
            End::Comes(mentee, mentor) => (mentor, vec![(mentee, mentor)]),
        };
        while mentor != start {
            let step = self.moves[mentor as usize];
            chain.push(step);
            mentor = step.1;
        }
        let mut vacant = None;
        for &(mentee, to) in chain.iter().rev() {
            let left = seating.leave(mentee);
            match vacant {
                Some(seat) => seating.sit_at(mentee, seat),
                None => seating.sit(mentee, to),
            }
            vacant = left;
        }
        if let Some(seat) = vacant {
            seating.clear_away(seat);
        }
    }
}
