//! The plan: how many hours go where, and the prices that prove it best.

use super::Question;

/// Hours of one offer that go to one need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share {
    /// Where the hours go.
    pub need: u32,
    /// Where they come from.
    pub offer: u32,
    /// How many: at least one.
    pub hours: u32,
    /// What each hour scores.
    pub score: i64,
}

/// Hours that go another way than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shift {
    /// Where the hours go, or went.
    pub need: u32,
    /// Where they come from, or came from.
    pub offer: u32,
    /// How many more, or with a minus how many fewer.
    pub hours: i64,
}

/// An answer: how many hours go where, with the proof that no other plan is better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// By need and offer.
    pub(super) shares: Vec<Share>,
    /// Hours still missing per need.
    pub(super) missing: Vec<u32>,
    pub(super) hours: u64,
    pub(super) total: i64,
    pub(super) proof: Proof,
}

/// Why no plan is better: what an hour of each need gains, and what an hour of each offer is worth.
///
/// Both are whole numbers of at least 0 in weights (scores scaled so that the first aim outweighs the second). Where an
/// hour weighs more than its gain and price together, the rest is paid for as often as hours may go there. No plan at
/// all weighs more than all gains, prices and rests together; and this plan weighs exactly that. This is linear
/// programming duality for the transport problem (Hitchcock 1941, Kantorovich 1942), and [`super::verify`] checks it in
/// one pass over the ways. Locked hours take no part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub(super) gains: Vec<i64>,
    pub(super) prices: Vec<i64>,
}

impl Plan {
    /// The plan with these shares, in order of need and offer; everything else is added up from the question.
    pub(super) fn new(question: &Question, shares: Vec<Share>, proof: Proof) -> Plan {
        let mut missing: Vec<u32> = (0..question.needs() as u32).map(|need| question.needed(need)).collect();
        let (mut hours, mut total) = (0, 0);
        for share in &shares {
            missing[share.need as usize] -= share.hours;
            hours += u64::from(share.hours);
            total += i64::from(share.hours) * share.score;
        }
        Plan { shares, missing, hours, total, proof }
    }

    /// What goes where, by need and offer; nothing stands here with no hours.
    #[must_use]
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }

    /// How many hours of this offer go to this need.
    #[must_use]
    pub fn hours_of(&self, need: u32, offer: u32) -> u32 {
        let found = self.shares.binary_search_by_key(&(need, offer), |share| (share.need, share.offer));
        found.map_or(0, |at| self.shares[at].hours)
    }

    /// The needs with hours missing, and how many, by number.
    pub fn short(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let all = self.missing.iter().enumerate();
        all.filter_map(|(need, &hours)| (hours > 0).then_some((need as u32, hours)))
    }

    /// The hours this need still misses; 0 if it is unknown.
    #[must_use]
    pub fn missing(&self, need: u32) -> u32 {
        self.missing.get(need as usize).copied().unwrap_or(0)
    }

    /// How many hours go somewhere.
    #[must_use]
    pub fn hours(&self) -> u64 {
        self.hours
    }

    /// The scores of all hours together.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.total
    }

    /// Why no plan is better.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl Proof {
    /// What one hour of each need gains, in weights: one hour less needed would cost at most so much.
    #[must_use]
    pub fn gains(&self) -> &[i64] {
        &self.gains
    }

    /// What one hour of each offer is worth, in weights: one hour more would bring at most so much. An offer with an hour
    /// to spare has price 0.
    #[must_use]
    pub fn prices(&self) -> &[i64] {
        &self.prices
    }
}
