//! Bidding: seats most mentees quickly, each with a mentor she likes best at current prices.
//!
//! The augmenting row reduction of Jonker and Volgenant (1987), carried over to mentors with several places: a full
//! mentor raises the price until the least attached of its guests would as soon go elsewhere, and a newcomer who bids more
//! takes that guest's place. Prices so found are valid, not always the lowest, as in the auctions of Demange, Gale and
//! Sotomayor (1986).

use super::seating::{NOBODY, Seating};
use super::worth::Worth;

/// Bids per mentee before the rest is left to [`super::path`]; more only chases small differences.
const PATIENCE: usize = 12;

/// Guests a full mentor may have and still take bids; with more, comparing them all costs more than it brings.
const CROWD: usize = 64;

/// Seats these mentees by bidding, in this order, and returns those still waiting.
///
/// `limits` says up to which price each seated mentee would rather stay. Afterwards the seating keeps its promises (see
/// [`Seating`]). Cost: O(m) per round over m pairs, and at most `PATIENCE` rounds' worth of bids.
pub(super) fn open<W: Worth>(
    seating: &mut Seating<'_, W>,
    mut limits: Vec<W>,
    bidders: impl ExactSizeIterator<Item = u32>,
) -> Vec<u32> {
    let mut waiting = Vec::new();
    let mut bids = bidders.len() * PATIENCE;
    for mentee in bidders {
        let mut next = Some(mentee);
        while let Some(bidder) = next {
            if bids == 0 {
                waiting.push(bidder);
                break;
            }
            bids -= 1;
            next = match bid(seating, &mut limits, bidder) {
                Outcome::Settled => None,
                Outcome::Outbid(guest) => Some(guest),
                Outcome::Again => Some(bidder),
                Outcome::Tied => {
                    waiting.push(bidder);
                    None
                }
            };
        }
    }
    settle(seating);
    waiting
}

enum Outcome {
    /// The bidder sits, or gains nothing anywhere and stays out.
    Settled,
    /// The bidder sits in the place of this guest, who bids next.
    Outbid(u32),
    /// The bidder lost but a price rose: she looks again.
    Again,
    /// The bidder lost and no price rose, or the mentor is too crowded to tell.
    Tied,
}

/// One mentee bids for the mentor she gains most with.
fn bid<W: Worth>(seating: &mut Seating<'_, W>, limits: &mut [W], bidder: u32) -> Outcome {
    let Some(wish) = best(seating, bidder) else {
        return Outcome::Settled;
    };
    limits[bidder as usize] = wish.limit.clone();
    if wish.has_room {
        seating.sit(bidder, wish.mentor);
        return Outcome::Settled;
    }
    if seating.guests(wish.mentor).len() > CROWD {
        return Outcome::Tied;
    }
    let Some(guest) = least_attached(seating, limits, wish.mentor) else {
        return Outcome::Tied;
    };
    if wish.limit > limits[guest as usize] {
        if let Some(seat) = seating.leave(guest) {
            seating.sit_at(bidder, seat);
        }
        raise(seating, limits, wish.mentor);
        return Outcome::Outbid(guest);
    }
    if raise(seating, limits, wish.mentor) { Outcome::Again } else { Outcome::Tied }
}

/// Raises a full mentor's price as far as every guest still gains as much there as anywhere; says whether it rose.
fn raise<W: Worth>(seating: &mut Seating<'_, W>, limits: &[W], mentor: u32) -> bool {
    let Some(guest) = least_attached(seating, limits, mentor) else {
        return false;
    };
    // A limit was taken at prices no higher than today's: the guest may be more attached than it says, never less.
    let price = &mut seating.prices[mentor as usize];
    let rose = limits[guest as usize] > *price;
    if rose {
        *price = limits[guest as usize].clone();
    }
    rose
}

/// The guest who would be the first to go elsewhere if the price rose.
fn least_attached<W: Worth>(seating: &Seating<'_, W>, limits: &[W], mentor: u32) -> Option<u32> {
    seating.guests(mentor).iter().copied().min_by_key(|&guest| (&limits[guest as usize], guest))
}

/// The mentor a bidder gains most with, and the highest price at which that stays so.
struct Wish<W> {
    mentor: u32,
    limit: W,
    has_room: bool,
}

/// Among equally good mentors one with a place to spare is chosen, then the first by number. `None` if she gains nothing.
fn best<W: Worth>(seating: &Seating<'_, W>, bidder: u32) -> Option<Wish<W>> {
    let (mut first, mut second) = (W::nothing(), W::nothing());
    let mut wish: Option<(u32, &W, bool)> = None;
    for (mentor, weight) in seating.net.row(bidder) {
        let gain = weight.minus(&seating.prices[mentor as usize]);
        if gain > first {
            second = std::mem::replace(&mut first, gain);
            wish = Some((mentor, weight, seating.has_room(mentor)));
        } else {
            if gain == first && wish.is_some_and(|wish| !wish.2) && seating.has_room(mentor) {
                wish = Some((mentor, weight, true));
            }
            second = second.max(gain);
        }
    }
    wish.map(|(mentor, weight, has_room)| Wish { mentor, limit: weight.minus(&second), has_room })
}

/// Gains follow from the prices at the end of the bidding.
fn settle<W: Worth>(seating: &mut Seating<'_, W>) {
    for mentee in 0..seating.net.mentees() as u32 {
        let mut gain = W::nothing();
        let partner = seating.partners[mentee as usize];
        if partner == NOBODY {
            for (mentor, weight) in seating.net.row(mentee) {
                gain = gain.max(weight.minus(&seating.prices[mentor as usize]));
            }
        } else if let Some(weight) = seating.net.weight(mentee, partner) {
            gain = weight.minus(&seating.prices[partner as usize]);
        }
        seating.gains[mentee as usize] = gain;
    }
}
