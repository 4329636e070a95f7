//! Telling cases apart until none could hold a better plan: branch and bound (Land and Doig 1960) over chains.
//!
//! A case is split by one gift: plans with it, and plans without. Which gift is decided by looking a little way into
//! both cases (strong branching; Applegate, Bixby, Chvátal and Cook 1995). Each case begins from its parent's linear
//! programme, so that a few dual steps settle it.

use super::lp::{End, Lp};
use super::net::{Column, Net};
use super::plan::Case;
use super::work::Work;

/// Gifts that are looked into before a case is split.
const CANDIDATES: usize = 6;
/// Gifts that are made for more than this part are made, when there is no time to look.
const LIKELY: f64 = 0.75;
/// Steps of the linear programme for each such look.
const GLANCE: usize = 12;
/// A share this close to a whole number is one.
const WHOLE: f64 = 1e-4;

/// The best choice of chains found, and whether there can be no better.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Numbers of the chains, if they weigh more than was asked for.
    pub(super) chosen: Option<Vec<usize>>,
    /// Whether everything has been looked at.
    pub(super) done: bool,
    /// The proof that no plan of these chains weighs more.
    pub(super) cases: Vec<Case>,
}

/// A linear programme that is solved: over its chains, and over all others.
#[derive(Debug, Clone)]
pub(super) struct Base {
    pub(super) lp: Lp,
    /// The chains of the programme, in its order.
    pub(super) columns: Vec<Column>,
}

/// Chains to choose from, with people numbered without gaps.
pub(super) struct Pool<'a> {
    net: &'a Net,
    columns: Vec<Column>,
    rows: Vec<Vec<u32>>,
    /// The person of each row.
    people: Vec<u32>,
    row_of: Vec<u32>,
    /// The chains of each gift, by gift.
    of_gift: Vec<(u32, u32)>,
    start: Lp,
}

impl<'a> Pool<'a> {
    /// A choice among these chains. Cost: O(c log c) for chains of c people in all, and O(n²).
    pub(super) fn new(net: &'a Net, columns: Vec<Column>) -> Pool<'a> {
        let mut people: Vec<u32> = columns.iter().flat_map(|column| column.chain.people.iter().copied()).collect();
        people.sort_unstable();
        people.dedup();
        let lp = Lp::new(people.len());
        Pool::with(net, people, lp, columns)
    }

    /// A choice among these chains, all in order, that begins where the programme of all people who take part ended.
    pub(super) fn from(net: &'a Net, base: &Base, kept: &[Column]) -> Pool<'a> {
        let mut lp = base.lp.clone();
        for (at, column) in base.columns.iter().enumerate() {
            if kept.binary_search(column).is_err() {
                lp.shut(at);
            }
        }
        let mut known: Vec<&Column> = base.columns.iter().collect();
        known.sort_unstable();
        let new = kept.iter().filter(|column| known.binary_search(column).is_err());
        let columns = base.columns.iter().chain(new).cloned().collect();
        Pool::with(net, net.taking_part(), lp, columns)
    }

    fn with(net: &'a Net, people: Vec<u32>, mut lp: Lp, columns: Vec<Column>) -> Pool<'a> {
        let mut row_of = vec![u32::MAX; net.people()];
        for (row, &person) in people.iter().enumerate() {
            row_of[person as usize] = row as u32;
        }
        let rows = |column: &Column| column.chain.people.iter().map(|&person| row_of[person as usize]).collect();
        let rows: Vec<Vec<u32>> = columns.iter().map(rows).collect();
        for at in lp.chains()..columns.len() {
            lp.add(rows[at].clone(), columns[at].weight as f64);
        }
        let mut of_gift: Vec<(u32, u32)> = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            of_gift.extend(column.gifts.iter().map(|&gift| (gift, at as u32)));
        }
        of_gift.sort_unstable();
        Pool { net, columns, rows, people, row_of, of_gift, start: lp }
    }

    /// The chains of these numbers.
    pub(super) fn pick(&self, chosen: &[usize]) -> Vec<Column> {
        chosen.iter().map(|&at| self.columns[at].clone()).collect()
    }

    /// How many people are in any chain.
    fn size(&self) -> usize {
        self.people.len()
    }

    fn has(&self, column: usize, gift: u32) -> bool {
        self.columns[column].gifts.contains(&gift)
    }

    /// Forbids every chain that does not suit a case.
    fn decide(&self, lp: &mut Lp, gift: u32, made: bool) {
        if !made {
            let from = self.of_gift.partition_point(|&(known, _)| known < gift);
            for &(known, column) in &self.of_gift[from..] {
                if known != gift {
                    break;
                }
                lp.shut(column as usize);
            }
            return;
        }
        let row = |person: u32| self.row_of[person as usize];
        let (giver, taker) = (row(self.net.givers[gift as usize]), row(self.net.takers[gift as usize]));
        for (column, rows) in self.rows.iter().enumerate() {
            if (rows.contains(&giver) || rows.contains(&taker)) && !self.has(column, gift) {
                lp.shut(column);
            }
        }
        lp.demand(giver as usize);
        lp.demand(taker as usize);
    }

    /// Gifts that are partly made, the most undecided first.
    fn undecided(&self, plan: &[(usize, f64)]) -> Vec<u32> {
        let mut parts = self.parts(plan);
        parts.sort_by(|one, other| (one.1 - 0.5).abs().total_cmp(&(other.1 - 0.5).abs()).then(one.0.cmp(&other.0)));
        parts.into_iter().map(|(gift, _)| gift).collect()
    }

    /// Gifts that are partly made, the most likely first.
    fn likeliest(&self, plan: &[(usize, f64)]) -> Vec<(u32, f64)> {
        let mut parts = self.parts(plan);
        parts.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        parts
    }

    /// Gifts that are partly made, and how much of each.
    fn parts(&self, plan: &[(usize, f64)]) -> Vec<(u32, f64)> {
        let mut parts: Vec<(u32, f64)> = Vec::new();
        for &(column, share) in plan {
            parts.extend(self.columns[column].gifts.iter().map(|&gift| (gift, share)));
        }
        parts.sort_unstable_by_key(|part| part.0);
        let mut sums: Vec<(u32, f64)> = Vec::new();
        for (gift, share) in parts {
            match sums.last_mut() {
                Some(last) if last.0 == gift => last.1 += share,
                _ => sums.push((gift, share)),
            }
        }
        sums.retain(|&(_, sum)| sum > WHOLE && sum < 1.0 - WHOLE);
        sums
    }

    /// Prices in whole numbers that no chain of the case undercuts, and what they add up to.
    fn prices(&self, lp: &Lp) -> (Vec<i64>, i128) {
        let unit = self.net.unit;
        let mut prices = vec![0; self.net.people()];
        for (row, &price) in lp.prices.iter().enumerate() {
            let price = (price * unit as f64).ceil() as i64;
            prices[self.people[row] as usize] = if lp.demands(row) { price } else { price.max(0) };
        }
        for (at, column) in self.columns.iter().enumerate() {
            if !lp.is_shut(at) {
                let people = &column.chain.people;
                let paid: i128 = people.iter().map(|&person| i128::from(prices[person as usize])).sum();
                let short = i128::from(column.weight) * i128::from(unit) - paid;
                if let (true, Ok(short)) = (short > 0, i64::try_from(short)) {
                    let price = &mut prices[people[0] as usize];
                    *price = price.saturating_add(short);
                }
            }
        }
        let sum = prices.iter().map(|&price| i128::from(price)).sum();
        (prices, sum)
    }

    fn weight(&self, chosen: &[usize]) -> i64 {
        chosen.iter().map(|&column| self.columns[column].weight).sum()
    }
}

/// Finds chains that share nobody and weigh more than `floor`, the most if the work is enough, or `enough`.
///
/// Cost: each case takes a few dual steps of O(n · c) for c chains; how many cases there are depends on the question.
pub(super) fn best_of(pool: &Pool<'_>, floor: i64, enough: i64, work: &mut Work<'_>) -> Outcome {
    let mut search = Search { pool, floor, outcome: Outcome { chosen: None, done: true, cases: Vec::new() } };
    let mut lp = pool.start.clone();
    if lp.climb(work) != End::Best {
        search.outcome.done = false;
        return search.outcome;
    }
    let mut stack = vec![lp];
    while let Some(lp) = stack.pop() {
        if work.spent() || search.floor >= enough {
            search.outcome.done = false;
            break;
        }
        search.settle(lp, &mut stack, work);
    }
    search.outcome
}

/// Chains that share nobody and weigh more than `floor`, by making what the linear programme likes best, again and again.
///
/// Nothing is taken back but the last gift, so it may find none where there are some.
pub(super) fn dive(pool: &Pool<'_>, floor: i64, work: &mut Work<'_>) -> Option<Vec<usize>> {
    let limit = floor as f64 + 1.0 - 0.02;
    let mut lp = pool.start.clone();
    if lp.climb(work) != End::Best {
        return None;
    }
    loop {
        if lp.mend(limit, work) != End::Best {
            return None;
        }
        let plan = lp.plan();
        let parts = pool.likeliest(&plan);
        let Some(&(first, _)) = parts.first() else {
            let chosen: Vec<usize> = plan.iter().map(|&(column, _)| column).collect();
            return (pool.weight(&chosen) > floor).then_some(chosen);
        };
        let likely = parts.iter().take_while(|part| part.1 > LIKELY).map(|part| part.0).collect::<Vec<_>>();
        let mut tries = vec![vec![first]];
        if likely.len() > 1 {
            tries.push(likely);
        }
        loop {
            let Some(gifts) = tries.pop() else {
                pool.decide(&mut lp, first, false);
                break;
            };
            let mut made = lp.clone();
            gifts.iter().for_each(|&gift| pool.decide(&mut made, gift, true));
            if made.mend(limit, work) == End::Best {
                lp = made;
                break;
            }
        }
    }
}

struct Search<'a, 'b> {
    pool: &'a Pool<'b>,
    floor: i64,
    outcome: Outcome,
}

impl Search<'_, '_> {
    /// Looks at one case: it ends, or becomes two.
    fn settle(&mut self, mut lp: Lp, stack: &mut Vec<Lp>, work: &mut Work<'_>) {
        match lp.mend(self.limit(), work) {
            End::Spent => self.outcome.done = false,
            End::Below => self.end(&lp),
            End::Best => {
                let plan = lp.plan();
                let undecided = self.pool.undecided(&plan);
                if undecided.is_empty() {
                    self.note(plan.iter().map(|&(column, _)| column).collect());
                    self.end(&lp);
                    return;
                }
                let gift = self.choose(&lp, &undecided, work);
                let net = self.pool.net;
                let (giver, taker) = (net.givers[gift as usize], net.takers[gift as usize]);
                self.outcome.cases.push(Case::Split { giver, taker });
                for made in [false, true] {
                    let mut case = lp.clone();
                    self.pool.decide(&mut case, gift, made);
                    stack.push(case);
                }
            }
        }
    }

    /// A case whose linear programme is worth less than this holds nothing better.
    fn limit(&self) -> f64 {
        self.floor as f64 + 1.0 - 0.02
    }

    fn note(&mut self, chosen: Vec<usize>) {
        let weight = self.pool.weight(&chosen);
        if weight > self.floor {
            self.floor = weight;
            self.outcome.chosen = Some(chosen);
        }
    }

    /// Ends a case, with prices that prove it if they do.
    fn end(&mut self, lp: &Lp) {
        let (prices, sum) = self.pool.prices(lp);
        if sum >= (i128::from(self.floor) + 1) * i128::from(self.pool.net.unit) {
            self.outcome.done = false;
        }
        self.outcome.cases.push(Case::End { prices });
    }

    /// The gift that makes both cases worth least.
    fn choose(&self, lp: &Lp, undecided: &[u32], work: &mut Work<'_>) -> u32 {
        let now = lp.value();
        let mut best = (f64::NEG_INFINITY, undecided[0]);
        for &gift in undecided.iter().take(CANDIDATES) {
            let mut losses = [0.0; 2];
            for (loss, made) in losses.iter_mut().zip([false, true]) {
                let mut case = lp.clone();
                work.did(self.pool.size() * self.pool.size() / 8);
                self.pool.decide(&mut case, gift, made);
                let ended = case.mend_a_little(self.limit(), GLANCE, work);
                let most = (now - self.limit()).max(0.0);
                *loss = if ended == End::Below { most } else { (now - case.value()).clamp(0.0, most) };
            }
            let score = losses[0].min(losses[1]) * 4.0 + losses[0].max(losses[1]);
            if score > best.0 + 1e-9 {
                best = (score, gift);
            }
        }
        best.1
    }
}
