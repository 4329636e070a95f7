//! The plan: rings and chains of gifts, what they are worth, and what any plan could be worth at most.

use super::net::{Column, Net};
use super::{Gift, Question};

/// People who give to each other in turn: each gives to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain {
    /// Who, in the order of the gifts.
    pub people: Vec<u32>,
    /// Whether the last gives to the first: a ring. Otherwise the first only gives, and the last only takes.
    pub closed: bool,
}

impl Chain {
    /// A ring: each gives to the next, and the last to the first.
    #[must_use]
    pub fn closed(people: &[u32]) -> Chain {
        Chain { people: people.to_vec(), closed: true }
    }

    /// A chain that begins with somebody who only gives.
    #[must_use]
    pub fn open(people: &[u32]) -> Chain {
        Chain { people: people.to_vec(), closed: false }
    }

    /// The gifts, each as giver and taker.
    pub fn gifts(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let back = self.people.first().filter(|_| self.closed);
        self.people.iter().copied().zip(self.people.iter().skip(1).chain(back).copied())
    }

    /// The people who take.
    pub fn helped(&self) -> impl Iterator<Item = u32> + '_ {
        self.people.iter().copied().skip(usize::from(!self.closed))
    }

    /// The same ring, told from its first person by number.
    pub(super) fn in_order(mut self) -> Chain {
        if self.closed {
            let first = (0..self.people.len()).min_by_key(|&at| self.people[at]).unwrap_or(0);
            self.people.rotate_left(first);
        }
        self
    }
}

/// An answer: rings and chains that share nobody, and a bound on what any plan could be worth, with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) chains: Vec<Chain>,
    pub(super) left_out: Vec<u32>,
    pub(super) helped: usize,
    pub(super) total: i64,
    /// Most people helped, and with so many the best score.
    pub(super) bound: (i64, i64),
    pub(super) proof: Proof,
}

/// Why no plan is worth more than the bound: a price for each person.
///
/// Prices are whole numbers of at least 0, in fractions of a weight (scores scaled so that the first aim outweighs the
/// second). No ring and no chain weighs more than its people's prices together, so no plan weighs more than all prices
/// (linear programming duality). A lower ceiling may follow from a tree of cases: each case says whether somebody's gift is
/// made, and each of its ends has prices of its own, by which no plan of that case is above the ceiling; on the way there,
/// prices may say that no plan above the ceiling has some chains. Gifts may have a price too, the same for each: then other
/// prices, with every gift weighing one, bound how many gifts there can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub(super) prices: Box<Prices>,
    /// Whether prices that count each gift alike bound how many can be made.
    pub(super) crowd: Option<Vec<i64>>,
    /// The weight that no plan of open gifts exceeds.
    pub(super) ceiling: i64,
    /// In the order of a walk that looks first at the plans with the gift, then at those without. Empty: no cases.
    pub(super) cases: Vec<Case>,
}

/// A place in the tree of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Case {
    /// Plans with this gift, and plans without.
    Split { giver: u32, taker: u32 },
    /// No plan of this case is better, by these prices.
    End { prices: Prices },
    /// No better plan of this case has a chain that loses more, by these prices, than they leave room for.
    Narrow { prices: Prices },
}

/// What each person costs, and each gift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prices {
    pub(super) people: Vec<i64>,
    pub(super) gift: i64,
}

impl Prices {
    /// What a chain's people and gifts cost.
    pub(super) fn paid(&self, column: &Column) -> i128 {
        let people = column.chain.people.iter().map(|&person| i128::from(self.people[person as usize]));
        people.sum::<i128>() + i128::from(self.gift) * column.gifts.len() as i128
    }

    /// What a chain loses: how much more its people and gifts cost than it weighs, in fractions of a weight.
    pub(super) fn loss(&self, net: &Net, column: &Column) -> i64 {
        let loss = self.paid(column) - i128::from(column.weight) * i128::from(net.unit);
        i64::try_from(loss).unwrap_or(i64::MAX)
    }

    /// What everybody and so many gifts cost.
    pub(super) fn sum(&self, gifts: usize) -> i128 {
        self.people.iter().map(|&price| i128::from(price)).sum::<i128>() + i128::from(self.gift) * gifts as i128
    }
}

impl Plan {
    /// The plan of these chains and the locks.
    pub(super) fn new(question: &Question, chains: Vec<Chain>, proof: Proof) -> Plan {
        let mut plan = Plan {
            chains: question.locks().iter().cloned().chain(chains).collect(),
            left_out: Vec::new(),
            helped: 0,
            total: 0,
            bound: (0, 0),
            proof,
        };
        plan.chains.sort_unstable();
        let (helped, total, left_out) = plan.count(question);
        (plan.helped, plan.total, plan.left_out) = (helped, total, left_out);
        plan.bound = plan.proof.bound(question);
        plan
    }

    /// How many are helped, the total score, and who is left out.
    fn count(&self, question: &Question) -> (usize, i64, Vec<u32>) {
        let mut helped = vec![false; question.people()];
        let mut total = 0;
        for chain in &self.chains {
            chain.helped().for_each(|person| helped[person as usize] = true);
            total += chain.gifts().filter_map(|(giver, taker)| question.score_of(giver, taker)).sum::<i64>();
        }
        let out = |person: &u32| !helped[*person as usize] && !question.only_gives(*person);
        let left_out = (0..question.people() as u32).filter(out).collect();
        (helped.iter().filter(|&&helped| helped).count(), total, left_out)
    }

    /// The rings and chains, by their first people.
    #[must_use]
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// Whether somebody gets something.
    #[must_use]
    pub fn helps(&self, person: u32) -> bool {
        self.chains.iter().any(|chain| chain.helped().any(|helped| helped == person))
    }

    /// Whether the plan weighs what no plan exceeds.
    pub(super) fn is_at_ceiling(&self, question: &Question) -> bool {
        let open = self.chains.iter().filter(|chain| !question.locks().contains(chain));
        let gifts = open.flat_map(Chain::gifts).map(|(giver, taker)| {
            let score = question.score_of(giver, taker).unwrap_or(0);
            question.weight(&Gift { giver, taker, score })
        });
        gifts.sum::<i64>() >= self.proof.ceiling
    }

    /// To whom somebody gives.
    #[must_use]
    pub fn taker_of(&self, giver: u32) -> Option<u32> {
        self.chains.iter().flat_map(Chain::gifts).find(|gift| gift.0 == giver).map(|gift| gift.1)
    }

    /// The people who get nothing though they could take, by number.
    pub fn left_out(&self) -> impl Iterator<Item = u32> + '_ {
        self.left_out.iter().copied()
    }

    /// How many people get something.
    #[must_use]
    pub fn helped(&self) -> usize {
        self.helped
    }

    /// The scores of all gifts together.
    #[must_use]
    pub fn score(&self) -> i64 {
        self.total
    }

    /// What any plan could reach: people helped and score, in the order the question asks for.
    ///
    /// With most people first, no plan helps more than so many, and of those who help so many none scores more. With
    /// best total first, no plan scores more, and of those who score so much none helps more.
    #[must_use]
    pub fn bound(&self) -> (i64, i64) {
        self.bound
    }

    /// How far the bound is from the plan, in people helped and score. (0, 0) if the plan is proven best.
    #[must_use]
    pub fn gap(&self) -> (i64, i64) {
        (self.bound.0 - self.helped as i64, self.bound.1 - self.total)
    }

    /// Whether no plan is better, and the proof shows it.
    #[must_use]
    pub fn proven(&self) -> bool {
        self.gap() == (0, 0)
    }

    /// Why no plan is worth more than the bound.
    #[must_use]
    pub fn proof(&self) -> &Proof {
        &self.proof
    }
}

impl Proof {
    /// The ceiling as people helped and score, locks included.
    pub(super) fn bound(&self, question: &Question) -> (i64, i64) {
        let (mut helped, mut score) = question.told(self.ceiling);
        for chain in question.locks() {
            helped += chain.helped().count() as i64;
            score += chain.gifts().filter_map(|(giver, taker)| question.score_of(giver, taker)).sum::<i64>();
        }
        (helped, score)
    }

    /// The price of each person, in fractions of a weight. Where gifts are counted, [`Proof::gift_price`] adds to them: no ring
    /// or chain weighs more than its people and its gifts cost.
    #[must_use]
    pub fn prices(&self) -> &[i64] {
        &self.prices.people
    }

    /// The price of each gift beside its people's, in the same fractions; 0 where gifts are not counted.
    #[must_use]
    pub fn gift_price(&self) -> i64 {
        self.prices.gift
    }

    /// How many cases had to be told apart.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.cases.iter().filter(|case| matches!(case, Case::End { .. })).count()
    }
}
