//! A linear programme of chains: each person in at most one, the greatest weight, fractions allowed.
//!
//! The simplex method (Dantzig 1951) with the basis inverse kept in full: primal steps when chains are added, dual steps
//! (Lemke 1954) when chains are forbidden. Numbers are floating-point here and nothing is believed because of
//! them: prices become whole numbers and are checked one by one before they prove anything (`proof.rs`).

use super::work::Work;

/// A number this small is nothing.
const TINY: f64 = 1e-9;
/// How far from right a price or a share may be.
const CLOSE: f64 = 1e-6;

/// Rows are people; columns are chains. Variable `v` is the slack of row `v`, or column `v - rows`.
#[derive(Debug, Clone)]
pub(super) struct Lp {
    rows: usize,
    columns: Vec<Vec<u32>>,
    weights: Vec<f64>,
    /// Variables that must stay at nothing.
    shut: Vec<bool>,
    /// The variable of each basic place, and where each variable is basic.
    basis: Vec<usize>,
    place: Vec<usize>,
    /// By column: the inverse of the basis.
    inverse: Vec<f64>,
    /// What each basic variable is.
    shares: Vec<f64>,
    pub(super) prices: Vec<f64>,
    since: usize,
    /// Whether shares are a trifle off on purpose.
    trifles: bool,
}

/// Not basic.
const OUT: usize = usize::MAX;

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
    /// Nobody in any chain.
    pub(super) fn new(rows: usize) -> Lp {
        let mut inverse = vec![0.0; rows * rows];
        for row in 0..rows {
            inverse[row * rows + row] = 1.0;
        }
        Lp {
            rows,
            columns: Vec::new(),
            weights: Vec::new(),
            shut: vec![false; rows],
            basis: (0..rows).collect(),
            place: (0..rows).collect(),
            inverse,
            shares: vec![1.0; rows],
            prices: vec![0.0; rows],
            since: 0,
            trifles: false,
        }
    }

    /// How many chains there are.
    pub(super) fn chains(&self) -> usize {
        self.columns.len()
    }

    /// Adds a chain of these rows.
    pub(super) fn add(&mut self, rows: Vec<u32>, weight: f64) {
        // Equal chains make the method go in circles: each weighs a trifle more, by its number.
        let number = self.columns.len() as u64 + 1;
        let trifle = (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64 / (1u64 << 24) as f64;
        self.columns.push(rows);
        self.weights.push(weight + trifle * 1e-4);
        self.shut.push(false);
        self.place.push(OUT);
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

    /// The part of each chain that is in the plan, where it is any.
    pub(super) fn plan(&self) -> Vec<(usize, f64)> {
        let basic = self.basis.iter().zip(&self.shares);
        let chosen = basic.filter(|&(&variable, &share)| variable >= self.rows && share > CLOSE);
        let mut plan: Vec<_> = chosen.map(|(&variable, &share)| (variable - self.rows, share)).collect();
        plan.sort_unstable_by_key(|&(column, _)| column);
        plan
    }

    /// What all prices add up to: no plan weighs more, up to rounding.
    pub(super) fn value(&self) -> f64 {
        self.prices.iter().sum()
    }

    /// Brings in whatever is better until nothing is. Every share must be possible before.
    pub(super) fn climb(&mut self, work: &mut Work<'_>) -> End {
        // Many people are limits at once: each share is a trifle off, so that every step brings something.
        for (row, share) in self.shares.iter_mut().enumerate() {
            *share += 1e-7 * (1.0 + (row * 7919 % 1013) as f64);
        }
        self.trifles = true;
        let mut sizes = vec![1.0; self.place.len()];
        let mut end = End::Best;
        loop {
            if work.spent() {
                end = End::Spent;
                break;
            }
            let Some(entering) = self.best_entering(&sizes, work) else { break };
            let column = self.column(entering);
            let mut leaving: Option<(f64, usize)> = None;
            for (row, &step) in column.iter().enumerate() {
                if step > 1e-7 {
                    let ratio = self.shares[row].max(0.0) / step;
                    let better = |known: (f64, usize)| {
                        ratio < known.0 - TINY || (ratio < known.0 + TINY && step > column[known.1])
                    };
                    if leaving.is_none_or(better) {
                        leaving = Some((ratio, row));
                    }
                }
            }
            let Some((_, row)) = leaving else {
                end = End::Spent;
                break;
            };
            self.compare(&mut sizes, entering, row, column[row]);
            self.pivot(entering, row, &column, work);
        }
        self.trifles = false;
        self.settle();
        if end == End::Best { self.mend(f64::NEG_INFINITY, work) } else { end }
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
            if self.value() < limit {
                return End::Below;
            }
            let Some((row, above)) = self.worst() else { return End::Best };
            steps += 1;
            let line: Vec<f64> = (0..self.rows).map(|column| self.inverse[column * self.rows + row]).collect();
            let sign = if above { 1.0 } else { -1.0 };
            let mut entering: Option<(f64, f64, usize)> = None;
            let mut consider = |variable: usize, step: f64, loss: f64| {
                let step = sign * step;
                if step > 1e-7 {
                    let ratio = loss.max(0.0) / step;
                    let better =
                        |known: (f64, f64, usize)| ratio < known.0 - TINY || (ratio < known.0 + TINY && step > known.1);
                    if entering.is_none_or(better) {
                        entering = Some((ratio, step, variable));
                    }
                }
            };
            for (slack, &step) in line.iter().enumerate() {
                if self.place[slack] == OUT && !self.shut[slack] {
                    consider(slack, step, self.prices[slack]);
                }
            }
            let mut open = 0;
            for (at, rows) in self.columns.iter().enumerate() {
                let variable = self.rows + at;
                if self.place[variable] == OUT && !self.shut[variable] {
                    open += 1;
                    let (mut step, mut loss) = (0.0, -self.weights[at]);
                    for &row in rows {
                        step += line[row as usize];
                        loss += self.prices[row as usize];
                    }
                    consider(variable, step, loss);
                }
            }
            work.did(4 * open + self.columns.len() / 4 + self.rows);
            let Some((_, _, entering)) = entering else {
                // Nothing can take the place: there is no plan, and along this line prices fall without end.
                let excess = self.shares[row].abs();
                let far = if limit.is_finite() { (self.value() - limit).max(0.0) / excess + 1.0 } else { 0.0 };
                for (price, &step) in self.prices.iter_mut().zip(&line) {
                    *price -= sign * far * step;
                }
                return End::Below;
            };
            let column = self.column(entering);
            self.pivot(entering, row, &column, work);
        }
    }

    /// The basic place that is most impossible: below nothing, or above it where it must stay at nothing.
    fn worst(&self) -> Option<(usize, bool)> {
        let mut worst: Option<(f64, usize, bool)> = None;
        for (row, &share) in self.shares.iter().enumerate() {
            let above = share > 0.0;
            if (share < -CLOSE || (above && share > CLOSE && self.shut[self.basis[row]]))
                && worst.is_none_or(|known| share.abs() > known.0)
            {
                worst = Some((share.abs(), row, above));
            }
        }
        worst.map(|(_, row, above)| (row, above))
    }

    /// The variable that gains most for how much it moves everything else.
    fn best_entering(&self, sizes: &[f64], work: &mut Work<'_>) -> Option<usize> {
        work.did(8 * self.columns.len());
        let mut best: Option<(f64, usize)> = None;
        let mut consider = |variable: usize, gain: f64| {
            if gain > CLOSE && self.place[variable] == OUT && !self.shut[variable] {
                let worth = gain * gain / sizes[variable];
                if best.is_none_or(|known| worth > known.0) {
                    best = Some((worth, variable));
                }
            }
        };
        for slack in 0..self.rows {
            consider(slack, -self.prices[slack]);
        }
        for (at, rows) in self.columns.iter().enumerate() {
            consider(self.rows + at, self.weights[at] - rows.iter().map(|&row| self.prices[row as usize]).sum::<f64>());
        }
        best.map(|best| best.1)
    }

    /// Keeps an estimate of how much each variable moves the others (Devex; Harris 1973).
    fn compare(&self, sizes: &mut [f64], entering: usize, row: usize, step: f64) {
        let line: Vec<f64> = (0..self.rows).map(|column| self.inverse[column * self.rows + row]).collect();
        let size = sizes[entering] / (step * step);
        for (known, part) in sizes.iter_mut().zip(&line) {
            *known = known.max(part * part * size);
        }
        for (at, rows) in self.columns.iter().enumerate() {
            let part: f64 = rows.iter().map(|&row| line[row as usize]).sum();
            sizes[self.rows + at] = sizes[self.rows + at].max(part * part * size);
        }
        sizes[self.basis[row]] = size.max(1.0);
    }

    /// What a variable takes from each basic place.
    fn column(&self, variable: usize) -> Vec<f64> {
        let rows = self.rows;
        if variable < rows {
            return self.inverse[variable * rows..(variable + 1) * rows].to_vec();
        }
        let mut column = vec![0.0; rows];
        for &row in &self.columns[variable - rows] {
            let from = row as usize * rows;
            for (sum, part) in column.iter_mut().zip(&self.inverse[from..from + rows]) {
                *sum += part;
            }
        }
        column
    }

    /// Lets a variable in, at this place.
    fn pivot(&mut self, entering: usize, row: usize, column: &[f64], work: &mut Work<'_>) {
        let gain = self.gain(entering);
        let step = 1.0 / column[row];
        let amount = self.shares[row] * step;
        for (share, &part) in self.shares.iter_mut().zip(column) {
            *share -= amount * part;
        }
        self.shares[row] = amount;
        let mut touched = 0;
        for at in 0..self.rows {
            let line = &mut self.inverse[at * self.rows..(at + 1) * self.rows];
            let old = line[row];
            if old.abs() < 1e-13 {
                line[row] = 0.0;
                continue;
            }
            touched += 1;
            let scaled = old * step;
            for (cell, &part) in line.iter_mut().zip(column) {
                *cell -= scaled * part;
            }
            line[row] = scaled;
            self.prices[at] += gain * scaled;
        }
        work.did(touched * self.rows / 4 + 4 * self.rows);
        self.place[self.basis[row]] = OUT;
        self.basis[row] = entering;
        self.place[entering] = row;
        self.since += 1;
        if self.since > 400 {
            self.invert(work);
        }
    }

    fn gain(&self, variable: usize) -> f64 {
        if variable < self.rows {
            return -self.prices[variable];
        }
        let at = variable - self.rows;
        self.weights[at] - self.columns[at].iter().map(|&row| self.prices[row as usize]).sum::<f64>()
    }

    /// Shares and prices anew from the basis.
    fn settle(&mut self) {
        self.shares.fill(0.0);
        for column in 0..self.rows {
            let line = &self.inverse[column * self.rows..(column + 1) * self.rows];
            let mut price = 0.0;
            for (row, &part) in line.iter().enumerate() {
                self.shares[row] += part;
                if self.basis[row] >= self.rows {
                    price += part * self.weights[self.basis[row] - self.rows];
                }
            }
            self.prices[column] = price;
        }
    }

    /// Works out the inverse anew, as rounding has piled up in it.
    fn invert(&mut self, work: &mut Work<'_>) {
        self.since = 0;
        let chains: Vec<usize> = self.basis.iter().copied().filter(|&variable| variable >= self.rows).collect();
        let shares = self.shares.clone();
        let old: Vec<(usize, f64)> = self.basis.iter().copied().zip(shares).collect();
        let mut open: Vec<bool> = vec![true; self.rows];
        for &(variable, _) in old.iter().filter(|(variable, _)| *variable < self.rows) {
            open[variable] = false;
        }
        self.inverse.fill(0.0);
        for row in 0..self.rows {
            self.inverse[row * self.rows + row] = 1.0;
        }
        let mut basis: Vec<usize> = (0..self.rows).collect();
        for variable in chains {
            let column = self.column(variable);
            let rows = (0..self.rows).filter(|&row| open[row]);
            let Some(row) = rows.max_by(|&one, &other| column[one].abs().total_cmp(&column[other].abs())) else {
                continue;
            };
            open[row] = false;
            basis[row] = variable;
            let step = 1.0 / column[row];
            for at in 0..self.rows {
                let line = &mut self.inverse[at * self.rows..(at + 1) * self.rows];
                if line[row] != 0.0 {
                    let scaled = line[row] * step;
                    for (cell, &part) in line.iter_mut().zip(&column) {
                        *cell -= scaled * part;
                    }
                    line[row] = scaled;
                    work.did(self.rows / 4);
                }
            }
        }
        self.basis = basis;
        for (row, &variable) in self.basis.iter().enumerate() {
            self.place[variable] = row;
        }
        self.settle_prices();
        if !self.trifles {
            self.settle();
            return;
        }
        let mut share_of = vec![0.0; self.place.len()];
        for (variable, share) in old {
            share_of[variable] = share;
        }
        for row in 0..self.rows {
            self.shares[row] = share_of[self.basis[row]];
        }
    }

    fn settle_prices(&mut self) {
        for column in 0..self.rows {
            let line = &self.inverse[column * self.rows..(column + 1) * self.rows];
            let weight =
                |row: usize| if self.basis[row] < self.rows { 0.0 } else { self.weights[self.basis[row] - self.rows] };
            self.prices[column] = line.iter().enumerate().map(|(row, part)| part * weight(row)).sum();
        }
    }
}
