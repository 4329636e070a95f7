//! Chains to choose from, as a linear programme sees them.

use super::lp::Lp;
use super::net::{Column, Net};
use super::plan::Prices;

/// A share this close to a whole number is one.
const WHOLE: f64 = 1e-4;

/// A linear programme that is solved: over its chains, and over all others.
#[derive(Debug, Clone)]
pub(super) struct Base {
    pub(super) lp: Lp,
    /// The chains of the programme, in its order.
    pub(super) columns: Vec<Column>,
    /// The most gifts of any plan, as far as is known.
    pub(super) most: usize,
}

impl Base {
    /// No chains yet, for so many people.
    pub(super) fn new(people: usize) -> Base {
        let most = people + 1;
        Base { lp: Lp::new(people, most), columns: Vec::new(), most }
    }

    /// The chains, in order.
    pub(super) fn in_order(&self) -> Vec<&Column> {
        let mut columns: Vec<&Column> = self.columns.iter().collect();
        columns.sort_unstable();
        columns
    }
}

fn people_of(columns: &[&Column]) -> Vec<u32> {
    let mut people: Vec<u32> = columns.iter().flat_map(|column| column.chain.people.iter().copied()).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// Chains to choose from, with people numbered without gaps.
pub(super) struct Pool<'a> {
    net: &'a Net,
    columns: Vec<&'a Column>,
    /// The person of each row.
    people: Vec<u32>,
    /// The chains of each row.
    of_row: Vec<Vec<u32>>,
    row_of: Vec<u32>,
    /// The gifts of any chain, by number; and the chains of each.
    gifts: Vec<u32>,
    of_gift: Vec<Vec<u32>>,
    most: usize,
    pub(super) start: Lp,
}

impl<'a> Pool<'a> {
    /// A choice among these chains. Cost: O(c log c) for chains of c people in all.
    pub(super) fn new(net: &'a Net, columns: Vec<&'a Column>) -> Pool<'a> {
        let people = people_of(&columns);
        let most = people.len() + 1;
        let lp = Lp::new(people.len(), most);
        Pool::with(net, people, lp, most, columns)
    }

    /// A choice among these chains, by prices that none undercuts, for plans that lose no more than `loss` by them.
    pub(super) fn near(net: &'a Net, columns: Vec<&'a Column>, prices: &Prices, loss: i64) -> Pool<'a> {
        let people = people_of(&columns);
        let price = |&person: &u32| prices.people[person as usize] as f64 / net.unit as f64;
        let lp = Lp::demanding(&people.iter().map(price).collect::<Vec<_>>());
        let most = people.len() + 1;
        let mut pool = Pool::with(net, people, lp, most, columns);
        for row in 0..pool.people.len() {
            let person = pool.people[row];
            if prices.people[person as usize] <= loss {
                // Somebody in no chain: a column that no gift is in.
                pool.of_row[row].push(pool.start.chains() as u32);
                pool.start.add(&[row as u32], 0, 0);
            }
        }
        pool
    }

    /// A choice among these chains, all in order, that begins where the programme of all people who take part ended.
    pub(super) fn from(net: &'a Net, base: &'a Base, kept: Vec<&'a Column>) -> Pool<'a> {
        let mut lp = base.lp.clone();
        for (at, column) in base.columns.iter().enumerate() {
            if kept.binary_search(&column).is_err() {
                lp.shut(at);
            }
        }
        let columns = base.in_order();
        let new: Vec<&Column> = kept.into_iter().filter(|column| columns.binary_search(column).is_err()).collect();
        let columns = base.columns.iter().chain(new).collect();
        Pool::with(net, net.taking_part(), lp, base.most, columns)
    }

    fn with(net: &'a Net, people: Vec<u32>, mut lp: Lp, most: usize, columns: Vec<&'a Column>) -> Pool<'a> {
        let mut row_of = vec![u32::MAX; net.people()];
        for (row, &person) in people.iter().enumerate() {
            row_of[person as usize] = row as u32;
        }
        for column in &columns[lp.chains()..] {
            let rows: Vec<u32> = column.chain.people.iter().map(|&person| row_of[person as usize]).collect();
            lp.add(&rows, column.gifts.len(), column.weight);
        }
        lp.tidy();
        let mut gifts: Vec<u32> = columns.iter().flat_map(|column| column.gifts.iter().copied()).collect();
        gifts.sort_unstable();
        gifts.dedup();
        let (mut of_row, mut of_gift) = (vec![Vec::new(); people.len()], vec![Vec::new(); gifts.len()]);
        for (at, column) in columns.iter().enumerate() {
            lp.rows_of(at).iter().for_each(|&row| of_row[row as usize].push(at as u32));
            for gift in &column.gifts {
                if let Ok(gift) = gifts.binary_search(gift) {
                    of_gift[gift].push(at as u32);
                }
            }
        }
        Pool { net, columns, people, of_row, row_of, gifts, of_gift, most, start: lp }
    }

    /// The chains of these numbers.
    pub(super) fn pick(&self, chosen: &[usize]) -> Vec<Column> {
        chosen.iter().filter_map(|&at| self.columns.get(at).copied().cloned()).collect()
    }

    /// How many gifts are in any chain. Gifts are numbered among these.
    pub(super) fn gifts(&self) -> usize {
        self.gifts.len()
    }

    /// Who gives, and who takes.
    pub(super) fn ends(&self, gift: usize) -> (u32, u32) {
        let gift = self.gifts[gift] as usize;
        (self.net.givers[gift], self.net.takers[gift])
    }

    /// Forbids every chain that does not suit a case.
    pub(super) fn decide(&self, lp: &mut Lp, gift: usize, made: bool) {
        if !made {
            self.of_gift[gift].iter().for_each(|&column| lp.shut(column as usize));
            return;
        }
        let (giver, taker) = self.ends(gift);
        for person in [giver, taker] {
            let row = self.row_of[person as usize] as usize;
            for &column in &self.of_row[row] {
                let has = |column: &&Column| column.gifts.contains(&self.gifts[gift]);
                if !self.columns.get(column as usize).is_some_and(has) {
                    lp.shut(column as usize);
                }
            }
            lp.demand(row);
        }
    }

    /// Gifts that are partly made, and how much of each.
    pub(super) fn parts(&self, plan: &[(usize, f64)]) -> Vec<(usize, f64)> {
        let mut parts: Vec<(u32, f64)> = Vec::new();
        for &(column, share) in plan {
            let gifts = self.columns.get(column).map_or(&[][..], |column| &column.gifts);
            parts.extend(gifts.iter().map(|&gift| (gift, share)));
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
        sums.into_iter().filter_map(|(gift, sum)| Some((self.gifts.binary_search(&gift).ok()?, sum))).collect()
    }

    /// Prices in whole numbers that no chain of the case undercuts, and what they add up to.
    pub(super) fn prices(&self, lp: &Lp) -> (Prices, i128) {
        let unit = self.net.unit;
        let (known, gift) = lp.prices();
        let whole = |price: f64| (price * unit as f64).ceil() as i64;
        let mut prices = Prices { people: vec![0; self.net.people()], gift: whole(gift).max(0) };
        for (row, &price) in known.iter().enumerate() {
            let price = whole(price);
            prices.people[self.people[row] as usize] = if lp.demands(row) { price } else { price.max(0) };
        }
        for (at, column) in self.columns.iter().enumerate() {
            if !lp.is_shut(at) {
                let short = i128::from(column.weight) * i128::from(unit) - prices.paid(column);
                if let (true, Ok(short)) = (short > 0, i64::try_from(short)) {
                    let price = &mut prices.people[column.chain.people[0] as usize];
                    *price = price.saturating_add(short);
                }
            }
        }
        let sum = prices.sum(self.most);
        (prices, sum)
    }

    /// Forbids every chain that loses more than `gap` by these prices; whether these are many.
    pub(super) fn narrow(&self, lp: &mut Lp, prices: &Prices, gap: i128) -> bool {
        let (mut open, mut losing) = (0, Vec::new());
        for (at, column) in self.columns.iter().enumerate() {
            if !lp.is_shut(at) {
                open += 1;
                if prices.paid(column) - i128::from(column.weight) * i128::from(self.net.unit) > gap {
                    losing.push(at);
                }
            }
        }
        let many = losing.len() * 8 > open;
        losing.iter().filter(|_| many).for_each(|&at| lp.shut(at));
        many
    }

    pub(super) fn weight(&self, chosen: &[usize]) -> i64 {
        chosen.iter().filter_map(|&column| self.columns.get(column)).map(|column| column.weight).sum()
    }

    /// In fractions of a weight.
    pub(super) fn unit(&self) -> i128 {
        i128::from(self.net.unit)
    }
}
