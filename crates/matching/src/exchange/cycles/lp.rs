//! A linear programme of chains: each person in at most one, the greatest weight, fractions allowed.
//!
//! The revised simplex method (Dantzig and Orchard-Hays 1954): primal steps when chains are added, dual steps
//! (Lemke 1954) when chains are forbidden. Numbers are floating-point here and nothing is believed because of
//! them: prices become whole numbers and are checked one by one before they prove anything (`proof.rs`).

use super::factor::Factor;
use super::work::Work;

mod climb;
mod open;

/// A number this small is nothing.
const TINY: f64 = 1e-9;
/// How far from right a price or a share may be.
const CLOSE: f64 = 1e-6;

/// Rows are people, and one more for how many gifts there may be in all; columns are chains. Variable `v` is the slack
/// of row `v`, or column `v - rows`.
#[derive(Debug, Clone)]
pub(super) struct Lp {
    rows: usize,
    /// Each column's people, one after the other, and where they end.
    people: Vec<u32>,
    ends: Vec<u32>,
    gifts: Vec<f64>,
    weights: Vec<f64>,
    /// What each slack is worth.
    worths: Vec<f64>,
    /// The most gifts in all.
    most: f64,
    /// Variables that must stay at nothing.
    shut: Vec<bool>,
    /// Columns that are not shut, or were not when it was last looked.
    open: Vec<u32>,
    /// The variable of each basic place, and where each variable is basic.
    basis: Vec<u32>,
    place: Vec<u32>,
    factor: Factor,
    /// What each basic variable is.
    shares: Vec<f64>,
    prices: Vec<f64>,
    value: f64,
    /// Whether shares are a trifle off on purpose.
    trifles: bool,
    line: Vec<f64>,
    column: Vec<f64>,
}

/// Where a programme stands: enough to go on from there.
#[derive(Debug, Clone)]
pub(super) struct State {
    shut: Vec<bool>,
    basis: Vec<u32>,
}

/// Where a programme stands, to be taken back to before its basis is taken apart anew.
pub(super) struct Mark {
    state: State,
    shares: Vec<f64>,
    prices: Vec<f64>,
    value: f64,
    exchanged: usize,
}

impl Mark {
    /// What the programme was worth.
    pub(super) fn value(&self) -> f64 {
        self.value
    }
}

/// Not basic.
const OUT: u32 = u32::MAX;

/// How a run of steps ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing is better.
    Best,
    /// The value is below the limit, or no plan is possible.
    Below,
    /// Steps ran out, or numbers went astray.
    Spent,
}

impl Lp {
    /// Nobody in any chain, and so many gifts at most.
    pub(super) fn new(people: usize, most: usize) -> Lp {
        let rows = people + 1;
        let mut lp = Lp {
            rows,
            people: Vec::new(),
            ends: Vec::new(),
            gifts: Vec::new(),
            weights: Vec::new(),
            worths: vec![0.0; rows],
            most: most as f64,
            shut: vec![false; rows],
            open: Vec::new(),
            basis: (0..rows as u32).collect(),
            place: (0..rows as u32).collect(),
            factor: Factor::default(),
            shares: Vec::new(),
            prices: vec![0.0; rows],
            value: 0.0,
            trifles: false,
            line: vec![0.0; rows],
            column: vec![0.0; rows],
        };
        lp.refresh();
        lp
    }

    /// Nobody in any chain though everybody must be: the start of dual steps, by prices that no chain undercuts.
    pub(super) fn demanding(prices: &[f64]) -> Lp {
        let mut lp = Lp::new(prices.len(), prices.len() + 1);
        lp.shut[..prices.len()].fill(true);
        lp.worths[..prices.len()].copy_from_slice(prices);
        lp.settle();
        lp
    }

    /// How many chains there are.
    pub(super) fn chains(&self) -> usize {
        self.ends.len()
    }

    /// How many people there are.
    pub(super) fn people(&self) -> usize {
        self.rows - 1
    }

    /// Allows so many gifts in all.
    pub(super) fn allow(&mut self, most: usize) {
        self.most = most as f64;
        self.settle();
    }

    /// Adds a chain of these rows.
    pub(super) fn add(&mut self, rows: &[u32], gifts: usize, weight: i64) {
        // Equal chains make the method go in circles: each weighs a trifle more, by its number.
        let number = self.ends.len() as u64 + 1;
        let trifle = (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64 / (1u64 << 24) as f64;
        self.open.push(self.ends.len() as u32);
        self.people.extend_from_slice(rows);
        self.ends.push(self.people.len() as u32);
        self.gifts.push(gifts as f64);
        self.weights.push(weight as f64 + trifle * 1e-4);
        self.shut.push(false);
        self.place.push(OUT);
    }

    /// The rows of a chain.
    pub(super) fn rows_of(&self, column: usize) -> &[u32] {
        let from = if column == 0 { 0 } else { self.ends[column - 1] as usize };
        &self.people[from..self.ends[column] as usize]
    }

    /// Forbids a chain.
    pub(super) fn shut(&mut self, column: usize) {
        self.shut[self.rows + column] = true;
    }

    /// Says whether a chain is forbidden.
    pub(super) fn is_shut(&self, column: usize) -> bool {
        self.shut[self.rows + column]
    }

    /// Demands that somebody is in a chain.
    pub(super) fn demand(&mut self, row: usize) {
        self.shut[row] = true;
    }

    /// Whether somebody must be in a chain.
    pub(super) fn demands(&self, row: usize) -> bool {
        self.shut[row]
    }

    /// The price of each person, and of a gift.
    pub(super) fn prices(&self) -> (&[f64], f64) {
        (&self.prices[..self.rows - 1], self.prices[self.rows - 1])
    }

    /// The part of each chain that is in the plan, where it is any.
    pub(super) fn plan(&self) -> Vec<(usize, f64)> {
        let basic = self.basis.iter().zip(&self.shares);
        let chosen = basic.filter(|&(&variable, &share)| variable as usize >= self.rows && share > CLOSE);
        let mut plan: Vec<_> = chosen.map(|(&variable, &share)| (variable as usize - self.rows, share)).collect();
        plan.sort_unstable_by_key(|&(column, _)| column);
        plan
    }

    /// What all prices add up to: no plan weighs more, up to rounding.
    pub(super) fn value(&self) -> f64 {
        self.value
    }

    /// Where the programme stands.
    pub(super) fn state(&self) -> State {
        State { shut: self.shut.clone(), basis: self.basis.clone() }
    }

    /// Goes on from where it stood.
    pub(super) fn load(&mut self, state: &State, work: &mut Work<'_>) {
        self.take_over(state);
        self.tidy();
        self.anew(work);
    }

    /// Remembers where the programme stands, for a few steps and back.
    pub(super) fn mark(&mut self, work: &mut Work<'_>) -> Mark {
        if self.factor.exchanged() > 16 {
            self.anew(work);
        }
        Mark {
            state: self.state(),
            shares: self.shares.clone(),
            prices: self.prices.clone(),
            value: self.value,
            exchanged: self.factor.exchanged(),
        }
    }

    /// Goes back to a mark.
    pub(super) fn back(&mut self, mark: &Mark) {
        self.take_over(&mark.state);
        self.shares.clone_from(&mark.shares);
        self.prices.clone_from(&mark.prices);
        self.value = mark.value;
        self.factor.undo(mark.exchanged);
    }

    fn take_over(&mut self, state: &State) {
        for &variable in &self.basis {
            self.place[variable as usize] = OUT;
        }
        self.basis.clone_from(&state.basis);
        self.shut.clone_from(&state.shut);
        for (row, &variable) in self.basis.iter().enumerate() {
            self.place[variable as usize] = row as u32;
        }
    }

    /// Repairs shares that are not possible any more, without losing more than must be; stops below `limit`.
    pub(super) fn mend(&mut self, limit: f64, work: &mut Work<'_>) -> End {
        self.mend_a_little(limit, 50 * self.rows + 1000, work)
    }

    /// As [`Lp::mend`], with so many steps at most; until then the value is already no less than the best.
    pub(super) fn mend_a_little(&mut self, limit: f64, most: usize, work: &mut Work<'_>) -> End {
        let mut steps = 0;
        loop {
            if work.spent() || steps > most {
                return End::Spent;
            }
            if self.value < limit {
                return End::Below;
            }
            let Some((row, above)) = self.worst() else { return End::Best };
            steps += 1;
            self.line_of(row);
            let sign = if above { 1.0 } else { -1.0 };
            work.did(4 * self.open.len() + self.rows + self.factor.size());
            let Some(entering) = self.cheapest_entering(sign) else {
                // Nothing can take the place: there is no plan, and along this line prices fall without end.
                let excess = self.shares[row].abs();
                let far = if limit.is_finite() { (self.value - limit).max(0.0) / excess + 1.0 } else { 0.0 };
                for (price, &step) in self.prices.iter_mut().zip(&self.line) {
                    *price -= sign * far * step;
                }
                self.revalue();
                return End::Below;
            };
            self.solve_for(entering);
            self.pivot(entering, row, work);
        }
    }

    /// What loses least for how much it repairs, along the line.
    fn cheapest_entering(&self, sign: f64) -> Option<usize> {
        let mut entering: Option<(f64, f64, usize)> = None;
        let mut consider = |variable: usize, step: f64, loss: f64| {
            let ratio = loss.max(0.0) / step;
            let better =
                |known: (f64, f64, usize)| ratio < known.0 - TINY || (ratio < known.0 + TINY && step > known.1);
            if entering.is_none_or(better) {
                entering = Some((ratio, step, variable));
            }
        };
        for (slack, &step) in self.line.iter().enumerate() {
            if sign * step > 1e-7 && self.place[slack] == OUT && !self.shut[slack] {
                consider(slack, sign * step, self.prices[slack] - self.worths[slack]);
            }
        }
        for &at in &self.open {
            let at = at as usize;
            let step = sign * self.along(&self.line, at);
            let variable = self.rows + at;
            if step > 1e-7 && self.place[variable] == OUT && !self.shut[variable] {
                consider(variable, step, self.along(&self.prices, at) - self.weights[at]);
            }
        }
        entering.map(|entering| entering.2)
    }

    /// What a column's rows add up to.
    fn along(&self, line: &[f64], column: usize) -> f64 {
        let sum: f64 = self.rows_of(column).iter().map(|&row| line[row as usize]).sum();
        sum + self.gifts[column] * line[self.rows - 1]
    }

    /// The basic place that is most impossible: below nothing, or above it where it must stay at nothing.
    fn worst(&self) -> Option<(usize, bool)> {
        let mut worst: Option<(f64, usize, bool)> = None;
        for (row, &share) in self.shares.iter().enumerate() {
            let above = share > 0.0;
            if (share < -CLOSE || (above && share > CLOSE && self.shut[self.basis[row] as usize]))
                && worst.is_none_or(|known| share.abs() > known.0)
            {
                worst = Some((share.abs(), row, above));
            }
        }
        worst.map(|(_, row, above)| (row, above))
    }

    /// What a variable takes from each basic place.
    fn solve_for(&mut self, variable: usize) {
        let mut column = std::mem::take(&mut self.column);
        column.fill(0.0);
        if variable < self.rows {
            column[variable] = 1.0;
        } else {
            let at = variable - self.rows;
            self.rows_of(at).iter().for_each(|&row| column[row as usize] = 1.0);
            column[self.rows - 1] = self.gifts[at];
        }
        self.factor.solve(&mut column);
        self.column = column;
    }

    /// A row of the inverse of the basis.
    fn line_of(&mut self, row: usize) {
        self.line.fill(0.0);
        self.line[row] = 1.0;
        self.factor.price(&mut self.line);
    }

    /// Lets a variable in at this place, along its column and the place's line.
    fn pivot(&mut self, entering: usize, row: usize, work: &mut Work<'_>) {
        let step = self.column[row];
        let (gain, amount) = (self.gain(entering) / step, self.shares[row] / step);
        for (share, &part) in self.shares.iter_mut().zip(&self.column) {
            *share -= amount * part;
        }
        self.value += amount * gain * step;
        self.shares[row] = amount;
        for (price, &part) in self.prices.iter_mut().zip(&self.line) {
            *price += gain * part;
        }
        self.factor.exchange(row, &self.column);
        work.did(self.factor.size() + 4 * self.rows);
        self.place[self.basis[row] as usize] = OUT;
        self.basis[row] = entering as u32;
        self.place[entering] = row as u32;
        if self.factor.is_long() {
            self.anew(work);
        }
    }

    fn gain(&self, variable: usize) -> f64 {
        if variable < self.rows {
            return self.worths[variable] - self.prices[variable];
        }
        self.weights[variable - self.rows] - self.along(&self.prices, variable - self.rows)
    }

    /// Shares and prices anew from the basis.
    fn settle(&mut self) {
        self.shares.clear();
        self.shares.resize(self.rows - 1, 1.0);
        self.shares.push(self.most);
        self.factor.solve(&mut self.shares);
        self.settle_prices();
    }

    fn settle_prices(&mut self) {
        for (price, &variable) in self.prices.iter_mut().zip(&self.basis) {
            let variable = variable as usize;
            *price = if variable < self.rows { self.worths[variable] } else { self.weights[variable - self.rows] };
        }
        self.factor.price(&mut self.prices);
        self.revalue();
    }

    fn revalue(&mut self) {
        let (people, gift) = self.prices();
        self.value = people.iter().sum::<f64>() + gift * self.most;
    }

    fn refresh(&mut self) {
        self.anew(&mut Work::new(u64::MAX, &|| false));
    }

    /// Takes the basis apart anew, as rounding and exchanges have piled up.
    fn anew(&mut self, work: &mut Work<'_>) {
        let column = |&variable: &u32| match (variable as usize).checked_sub(self.rows) {
            None => vec![(variable, 1.0)],
            Some(at) => {
                let rows = self.rows_of(at).iter().map(|&row| (row, 1.0));
                rows.chain([(self.rows as u32 - 1, self.gifts[at])]).collect()
            }
        };
        let columns: Vec<Vec<(u32, f64)>> = self.basis.iter().map(column).collect();
        let places = self.factor.take_apart(self.rows, &columns);
        let old = std::mem::replace(&mut self.basis, (0..self.rows as u32).collect());
        let shares = self.shares.clone();
        if self.trifles {
            self.shares.fill(0.0);
        }
        old.iter().for_each(|&variable| self.place[variable as usize] = OUT);
        for (at, (&variable, place)) in old.iter().zip(places).enumerate() {
            if let Some(place) = place {
                self.basis[place as usize] = variable;
                if self.trifles {
                    self.shares[place as usize] = shares[at];
                }
            }
        }
        for (row, &variable) in self.basis.iter().enumerate() {
            self.place[variable as usize] = row as u32;
        }
        work.did(8 * self.factor.size());
        if self.trifles {
            self.settle_prices();
        } else {
            self.settle();
        }
    }
}
