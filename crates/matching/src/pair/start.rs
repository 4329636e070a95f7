//! The start: the best half pairing, which leaves only odd rings of people to be settled.
//!
//! If pairs could also be made by halves, a best plan would consist of whole pairs and of odd rings in which everybody
//! is with both neighbours by half (Balinski, "Integer programming: methods, uses, computation" 1965). It is found
//! without blossoms, first by bidding (`bid.rs`) or from an earlier plan (`again.rs`), then by short searches
//! (`half.rs`); as a start for matching: Derigs and Metz, "On the use of optimal fractional matchings" (1986).

mod again;
mod bid;
mod half;

use super::net::Net;
use super::{Plan, Question};
use crate::assign::worth::Worth;

/// Nobody, or nothing.
pub(super) const NONE: u32 = u32::MAX;

/// Pairs and gains to start from: no pair weighs more than its people's gains, pairs made weigh exactly that.
#[derive(Debug)]
pub(super) struct Start<W = i64> {
    pub(super) partners: Vec<u32>,
    pub(super) gains: Vec<W>,
}

impl<W: Worth> Start<W> {
    /// Everybody alone, each gaining half of the heaviest pair in reach.
    pub(super) fn alone(net: &Net<W>) -> Start<W> {
        let gain = |person| {
            net.row(person).map(|(_, weight)| weight).max().map_or(W::nothing(), |most| most.halved().max(W::nothing()))
        };
        Start { partners: vec![NONE; net.people()], gains: (0..net.people() as u32).map(gain).collect() }
    }

    /// The best half pairing, with one person of each odd ring alone.
    ///
    /// Cost: n searches of O(m log m) at worst, and in practice short ones for a small part of the people.
    pub(super) fn halves(net: &Net<W>) -> Start<W> {
        let mut start = Start::alone(net);
        bid::open(net, &mut start);
        half::settle(net, start)
    }
}

impl Start {
    /// The best half pairing, from where an earlier plan stood; the question may have changed since.
    pub(super) fn again(question: &Question, net: &Net, before: &Plan) -> Start {
        match again::kept(question, net, before) {
            Some(start) => half::settle(net, start),
            None => Start::halves(net),
        }
    }
}
