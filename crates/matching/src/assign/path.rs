//! Shortest augmenting paths: seats one more mentee at the least loss, moving others where that helps.
//!
//! Dijkstra's search over reduced weights, stopped as soon as the nearest end is certain: Jonker and Volgenant (1987);
//! Tomizawa (1971) and Edmonds and Karp (1972) for the prices that keep every step non-negative.

use super::heap::Heap;
use super::seating::{NOBODY, Seating};
use super::worth::Worth;

/// Seats each waiting mentee, or leaves out whoever is least missed; afterwards the seating is a best plan.
///
/// Cost: O(m log m) per mentee at worst; most searches end after a handful of mentors.
pub(super) fn seat_all<W: Worth>(seating: &mut Seating<'_, W>, waiting: &[u32]) {
    let mut search = Search::new(seating.net.mentors());
    for &mentee in waiting {
        search.run(seating, mentee);
        search.reprice(seating, mentee);
        search.augment(seating);
    }
}

/// Where a path ends.
#[derive(Clone, Copy)]
enum End {
    /// At a mentor with a place to spare.
    Place(u32),
    /// With this mentee left out.
    Out(u32),
}

struct Search<W> {
    /// The loss on the way to each mentor, endless if not reached.
    losses: Vec<W>,
    /// The mentee who would move to this mentor.
    movers: Vec<u32>,
    reached: Vec<u32>,
    scanned: Vec<u32>,
    /// Full mentors to look into: those at the present loss, then the others by loss.
    ready: Vec<u32>,
    queue: Heap<W>,
    /// The smallest loss at which a path ends, and where.
    bound: W,
    end: End,
}

impl<W: Worth> Search<W> {
    fn new(mentors: usize) -> Search<W> {
        Search {
            losses: vec![W::endless(); mentors],
            movers: vec![NOBODY; mentors],
            reached: Vec::new(),
            scanned: Vec::new(),
            ready: Vec::new(),
            queue: Heap::new(mentors),
            bound: W::endless(),
            end: End::Out(NOBODY),
        }
    }

    /// Finds the end with the smallest loss.
    fn run(&mut self, seating: &Seating<'_, W>, mentee: u32) {
        for &mentor in &self.reached {
            self.losses[mentor as usize] = W::endless();
        }
        self.reached.clear();
        self.scanned.clear();
        self.ready.clear();
        self.queue.clear();
        self.bound = W::endless();
        self.end = End::Out(mentee);
        self.look_from(seating, mentee, &W::nothing());
        while let Some((loss, mentor)) = self.next() {
            if loss >= self.bound {
                break;
            }
            self.scanned.push(mentor);
            for &guest in seating.guests(mentor) {
                self.look_from(seating, guest, &loss);
                if self.bound == loss {
                    return;
                }
            }
        }
    }

    fn next(&mut self) -> Option<(W, u32)> {
        if let Some(mentor) = self.ready.pop() {
            return Some((self.losses[mentor as usize].clone(), mentor));
        }
        self.queue.pop()
    }

    /// Where could this mentee go instead?
    fn look_from(&mut self, seating: &Seating<'_, W>, mentee: u32, loss: &W) {
        let base = loss.plus(&seating.gains[mentee as usize]);
        if base < self.bound {
            self.bound = base.clone();
            self.end = End::Out(mentee);
        }
        for (mentor, weight) in seating.net.row(mentee) {
            let at = mentor as usize;
            let price = &seating.prices[at];
            if base.reaches(price, weight, &self.bound) || base.reaches(price, weight, &self.losses[at]) {
                continue;
            }
            let reach = base.onward(price, weight);
            if self.losses[at] == W::endless() {
                self.reached.push(mentor);
            }
            self.losses[at] = reach.clone();
            self.movers[at] = mentee;
            if seating.has_room(mentor) {
                let certain = reach == *loss;
                self.bound = reach;
                self.end = End::Place(mentor);
                if certain {
                    return;
                }
            } else if reach == *loss {
                self.queue.remove(mentor);
                self.ready.push(mentor);
            } else {
                self.queue.lower(mentor, reach);
            }
        }
    }

    /// Raises prices and lowers gains so that the path found costs nothing and no pair outweighs them.
    fn reprice(&self, seating: &mut Seating<'_, W>, mentee: u32) {
        let gain = &mut seating.gains[mentee as usize];
        *gain = gain.minus(&self.bound);
        for &mentor in &self.scanned {
            let rise = self.bound.minus(&self.losses[mentor as usize]);
            let price = &mut seating.prices[mentor as usize];
            *price = price.plus(&rise);
            for at in 0..seating.guests(mentor).len() {
                let guest = seating.guests(mentor)[at];
                let gain = &mut seating.gains[guest as usize];
                *gain = gain.minus(&rise);
            }
        }
    }

    /// Moves everybody along the path, from its end back to the mentee it started from.
    fn augment(&self, seating: &mut Seating<'_, W>) {
        let mut vacant = match self.end {
            End::Out(leaver) => seating.leave(leaver),
            End::Place(mentor) => {
                let mover = self.movers[mentor as usize];
                let vacant = seating.leave(mover);
                seating.sit(mover, mentor);
                vacant
            }
        };
        while let Some(seat) = vacant {
            let heir = self.movers[seat.mentor as usize];
            vacant = seating.leave(heir);
            seating.sit_at(heir, seat);
        }
    }
}
