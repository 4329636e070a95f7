//! Bidding: who is alone takes the best partner in reach, at a price.
//!
//! The best partner's gain rises until the second best would do as well, so whoever is outbid asks elsewhere. Pairs
//! made keep weighing what the two gain, and no pair comes to weigh more, so it may end at any time. This is the
//! augmenting row reduction of Jonker and Volgenant (1987), and one step of Bertsekas' auction (1979), with one pool
//! in place of two sides.

use super::super::net::Net;
use super::{NONE, Start};
use crate::assign::worth::Worth;

/// Bids for each person, on average: beyond, prices creep up and searches are quicker.
const BIDS: usize = 4;

/// Lets everybody bid who is alone. Cost: O(m), each row being read at most four times on average.
pub(super) fn open<W: Worth>(net: &Net<W>, start: &mut Start<W>) {
    let people = net.people();
    let mut waiting: Vec<u32> = (0..people as u32).rev().collect();
    let mut later = Vec::new();
    for _ in 0..BIDS * people {
        let Some(person) = waiting.pop() else { break };
        if start.partners[person as usize] != NONE {
            continue;
        }
        let Some((best, second)) = two_best(net, start, person) else { continue };
        // Nobody else is as good as nothing, or less.
        let other = second.0.clone().max(W::nothing());
        start.gains[person as usize] = other.clone();
        let partner = if best.0 > second.0 || start.partners[best.1 as usize] == NONE { best.1 } else { second.1 };
        let taken = start.partners[partner as usize];
        if best.0 <= W::nothing() || best.0 == second.0 && taken != NONE {
            // Nothing to be had, or a tie that somebody else would lose: for the searches.
            continue;
        }
        let gain = &mut start.gains[partner as usize];
        *gain = gain.plus(&best.0.minus(&other));
        start.partners[person as usize] = partner;
        start.partners[partner as usize] = person;
        if taken != NONE {
            start.partners[taken as usize] = NONE;
            later.push(taken);
        }
        if waiting.is_empty() {
            std::mem::swap(&mut waiting, &mut later);
        }
    }
}

/// What somebody would gain, and with whom.
type Offer<W> = (W, u32);

/// The two best offers to this person, better first; the second may be nothing.
fn two_best<W: Worth>(net: &Net<W>, start: &Start<W>, person: u32) -> Option<(Offer<W>, Offer<W>)> {
    let lowest = W::nothing().minus(&W::endless());
    let (mut best, mut second) = ((lowest.clone(), NONE), (lowest, NONE));
    for (other, weight) in net.row(person) {
        let offer = (weight.minus(&start.gains[other as usize]), other);
        if offer.0 > best.0 {
            second = std::mem::replace(&mut best, offer);
        } else if offer.0 > second.0 {
            second = offer;
        }
    }
    (best.1 != NONE).then_some((best, second))
}
