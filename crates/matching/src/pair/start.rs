//! The start: the best half pairing, which leaves only odd rings of people to be settled.
//!
//! If pairs could also be made by halves, the question would be an assignment of everybody, as a giver, to everybody,
//! as a taker; `assign` solves that. Even rings of givers and takers split into whole pairs, an odd ring leaves one
//! person over. Half-integrality: Balinski, "Integer programming: methods, uses, computation" (1965); as a start for
//! matching: Derigs and Metz, "On the use of optimal fractional matchings" (1986).

use super::net::Net;
use super::question::Question;
use crate::assign;

/// Nobody, or nothing.
pub(super) const NONE: u32 = u32::MAX;

/// Pairs and gains to start from: no pair weighs more than its people's gains, pairs made weigh exactly that.
#[derive(Debug)]
pub(super) struct Start {
    pub(super) partners: Vec<u32>,
    pub(super) gains: Vec<i64>,
}

impl Start {
    /// Everybody alone, each gaining half of the heaviest pair in reach.
    pub(super) fn alone(net: &Net) -> Start {
        let gain = |person| net.row(person).map(|(_, weight)| weight / 2).max().unwrap_or(0);
        Start { partners: vec![NONE; net.people()], gains: (0..net.people() as u32).map(gain).collect() }
    }

    /// The best half pairing, with one person of each odd ring alone. Cost: that of [`assign::propose`] on both
    /// directions of every pair.
    pub(super) fn halves(question: &Question, net: &Net) -> Start {
        Start::doubled(question)
            .and_then(|doubled| Start::from_halves(net, &assign::propose(&doubled)))
            .unwrap_or_else(|| Start::alone(net))
    }

    /// Everybody as a giver and as a taker.
    fn doubled(question: &Question) -> Option<assign::Question> {
        let everybody = 0..question.people() as u32;
        let options = |person| {
            let pair = move |(other, score)| assign::Pair { mentee: person, mentor: other, score };
            question.options_of(person).map(pair)
        };
        let pairs: Vec<assign::Pair> = everybody.clone().flat_map(options).collect();
        let mut doubled = assign::Question::new(question.people(), vec![1; question.people()], pairs).ok()?;
        for person in everybody {
            if let Some(partner) = question.locked(person) {
                doubled = doubled.lock(person, partner).ok()?;
            }
        }
        Some(doubled.first(question.order()))
    }

    /// Reads pairs and gains off a best assignment of givers to takers, `None` if it does not bear them out.
    ///
    /// It does as long as `assign` weighs pairs as this module does; the check costs one look at every pair.
    pub(super) fn from_halves(net: &Net, plan: &assign::Plan) -> Option<Start> {
        let gains = plan.proof().gains().iter().zip(plan.proof().prices());
        let mut start =
            Start { partners: vec![NONE; net.people()], gains: gains.map(|(gain, price)| gain + price).collect() };
        let mut takers = vec![NONE; net.people()];
        for person in 0..net.people() as u32 {
            if net.row(person).next().is_none() {
                // Locked or without options: out of the game.
                start.gains[person as usize] = 0;
            }
        }
        for person in 0..net.people() as u32 {
            let taker = plan.mentor_of(person);
            for (other, weight) in net.row(person) {
                let spare = start.gains[person as usize] + start.gains[other as usize] - weight;
                if spare < 0 || spare > 0 && taker == Some(other) {
                    return None;
                }
                if taker == Some(other) {
                    takers[person as usize] = other;
                }
            }
        }
        start.pair_along(&takers);
        Some(start)
    }

    /// Makes every second pair along each line and ring of givers and takers.
    fn pair_along(&mut self, takers: &[u32]) {
        let mut taken = vec![false; takers.len()];
        for &taker in takers.iter().filter(|&&taker| taker != NONE) {
            taken[taker as usize] = true;
        }
        let mut done = vec![false; takers.len()];
        let lines = (0..takers.len()).filter(|&person| !taken[person]);
        let mut ring = Vec::new();
        for first in lines.chain(0..takers.len()) {
            ring.clear();
            let mut at = first;
            while !done[at] {
                done[at] = true;
                ring.push(at as u32);
                match takers[at] {
                    NONE => break,
                    next => at = next as usize,
                }
            }
            // A line's ends gain nothing, so on an odd line the first may stay alone; a ring has no first.
            let odd = ring.len() % 2;
            for two in ring[odd..].chunks_exact(2) {
                self.partners[two[0] as usize] = two[1];
                self.partners[two[1] as usize] = two[0];
            }
        }
    }
}
