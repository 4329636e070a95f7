//! The question as the solver sees it: open gifts in rows, with weights in place of scores.

use std::ops::Range;

use super::{Chain, Question};
use crate::dice::Dice;

/// The open gifts, by giver.
#[derive(Debug, Clone)]
pub(super) struct Net {
    starts: Vec<u32>,
    pub(super) takers: Vec<u32>,
    pub(super) givers: Vec<u32>,
    pub(super) weights: Vec<i64>,
    /// Gifts by taker.
    into: Vec<u32>,
    into_starts: Vec<u32>,
    pub(super) only_give: Vec<bool>,
    /// The most gifts of a ring, and of a chain that stays open.
    pub(super) closed: usize,
    pub(super) open: usize,
    /// Chains that no plan may contain, in order.
    pub(super) forbidden: Vec<Chain>,
    /// Prices are counted in this fraction of a weight.
    pub(super) unit: i64,
}

/// A ring or chain that could be in a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Column {
    pub(super) chain: Chain,
    pub(super) weight: i64,
    /// Its gifts, as numbers of the net.
    pub(super) gifts: Vec<u32>,
}

impl Column {
    /// A number that says nothing, for an order in which no person comes before others.
    pub(super) fn mixed(&self) -> u64 {
        self.gifts.iter().fold(0, |mixed, &gift| Dice::new(mixed ^ u64::from(gift)).roll())
    }
}

impl Net {
    /// Leaves out locked people, gifts below the minimum, and gifts to people who only give.
    pub(super) fn of(question: &Question) -> Net {
        let people = question.people();
        let mut net = Net {
            starts: vec![0],
            takers: Vec::new(),
            givers: Vec::new(),
            weights: Vec::new(),
            into: Vec::new(),
            into_starts: vec![0; people + 1],
            only_give: (0..people as u32).map(|person| question.only_gives(person)).collect(),
            closed: question.most_closed(),
            open: question.most_open(),
            forbidden: question.forbidden().to_vec(),
            unit: unit(question),
        };
        for giver in 0..people as u32 {
            for gift in question.gifts_of(giver).filter(|gift| question.is_open(gift)) {
                net.takers.push(gift.taker);
                net.givers.push(giver);
                net.weights.push(question.weight(&gift));
                net.into_starts[gift.taker as usize + 1] += 1;
            }
            net.starts.push(net.takers.len() as u32);
        }
        for person in 0..people {
            net.into_starts[person + 1] += net.into_starts[person];
        }
        let mut next = net.into_starts.clone();
        net.into = vec![0; net.takers.len()];
        for (gift, &taker) in net.takers.iter().enumerate() {
            let slot = &mut next[taker as usize];
            net.into[*slot as usize] = gift as u32;
            *slot += 1;
        }
        net
    }

    /// The same net, with every gift weighing one.
    pub(super) fn counting(&self) -> Net {
        Net { weights: vec![1; self.weights.len()], ..self.clone() }
    }

    /// How many people there are, whether or not they take part.
    pub(super) fn people(&self) -> usize {
        self.only_give.len()
    }

    /// The people who could give or take anything, by number.
    pub(super) fn taking_part(&self) -> Vec<u32> {
        let any = |person: &u32| !self.row(*person).is_empty() || !self.into(*person).is_empty();
        (0..self.people() as u32).filter(any).collect()
    }

    /// The numbers of somebody's gifts.
    pub(super) fn row(&self, giver: u32) -> Range<u32> {
        self.starts[giver as usize]..self.starts[giver as usize + 1]
    }

    /// The numbers of the gifts to somebody.
    pub(super) fn into(&self, taker: u32) -> &[u32] {
        let taker = taker as usize;
        &self.into[self.into_starts[taker] as usize..self.into_starts[taker + 1] as usize]
    }

    /// The chain as the solver sees it, if it may be in a plan beside the locks.
    pub(super) fn find(&self, question: &Question, chain: &Chain) -> Option<Column> {
        let known = chain.people.iter().all(|&person| (person as usize) < self.people());
        if !known || !question.could_be(chain) || question.forbids(chain) {
            return None;
        }
        let gift = |(giver, taker): (u32, u32)| {
            let row = self.row(giver);
            let takers = &self.takers[row.start as usize..row.end as usize];
            takers.binary_search(&taker).ok().map(|at| row.start + at as u32)
        };
        let gifts: Vec<u32> = chain.gifts().map(gift).collect::<Option<_>>()?;
        Some(self.column(&gifts, chain.closed))
    }

    /// The ring or chain of these gifts.
    pub(super) fn column(&self, gifts: &[u32], closed: bool) -> Column {
        let mut people: Vec<u32> = gifts.iter().map(|&gift| self.givers[gift as usize]).collect();
        let mut gifts = gifts.to_vec();
        if closed {
            let first = (0..people.len()).min_by_key(|&at| people[at]).unwrap_or(0);
            people.rotate_left(first);
            gifts.rotate_left(first);
        } else if let Some(&last) = gifts.last() {
            people.push(self.takers[last as usize]);
        }
        let weight = gifts.iter().map(|&gift| self.weights[gift as usize]).sum();
        Column { chain: Chain { people, closed }, weight, gifts }
    }
}

/// The finest fraction of a weight in which all prices of a question can be added up safely; at most a millionth.
pub(super) fn unit(question: &Question) -> i64 {
    let heaviest = question.all_weights();
    // What is wanted above all weighs as much again as everything.
    let most = heaviest.saturating_mul(2);
    let mut unit = 1 << 20;
    while unit > 1 && most.checked_mul(16 * unit).is_none() {
        unit /= 2;
    }
    unit
}
