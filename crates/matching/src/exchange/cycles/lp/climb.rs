//! Primal steps: from a plan that is possible to better ones.

use super::super::work::Work;
use super::{CLOSE, End, Lp, OUT, TINY};

impl Lp {
    /// Brings in whatever is better until nothing is. Every share must be possible before.
    pub(in super::super) fn climb(&mut self, work: &mut Work<'_>) -> End {
        // Many people are limits at once: each share is a trifle off, so that every step brings something.
        for (row, share) in self.shares.iter_mut().enumerate() {
            *share += 1e-7 * (1.0 + (row * 7919 % 1013) as f64);
        }
        self.trifles = true;
        let mut sizes = vec![1.0; self.place.len()];
        let mut gains: Vec<f64> = (0..self.place.len()).map(|variable| self.gain(variable)).collect();
        let mut best = self.best_entering(&gains);
        let mut end = End::Best;
        loop {
            if work.spent() {
                end = End::Spent;
                break;
            }
            let Some(entering) = best else {
                // Gains pile up rounding too.
                (0..gains.len()).for_each(|variable| gains[variable] = self.gain(variable));
                best = self.best_entering(&gains);
                if best.is_none() {
                    break;
                }
                continue;
            };
            self.solve_for(entering);
            let mut leaving: Option<(f64, usize)> = None;
            for (row, &step) in self.column.iter().enumerate() {
                if step > 1e-7 {
                    let ratio = self.shares[row].max(0.0) / step;
                    let better = |known: (f64, usize)| {
                        ratio < known.0 - TINY || (ratio < known.0 + TINY && step > self.column[known.1])
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
            self.line_of(row);
            best = self.compare(&mut sizes, &mut gains, entering, row);
            work.did(4 * self.open.len() + self.rows + 2 * self.factor.size());
            self.pivot(entering, row, work);
        }
        self.trifles = false;
        self.settle();
        if end == End::Best { self.mend(f64::NEG_INFINITY, work) } else { end }
    }

    /// The variable that gains most.
    fn best_entering(&self, gains: &[f64]) -> Option<usize> {
        let open = |&variable: &usize| gains[variable] > CLOSE && self.place[variable] == OUT && !self.shut[variable];
        (0..gains.len()).filter(open).max_by(|&one, &other| gains[one].total_cmp(&gains[other]))
    }

    /// What a step changes: gains, and an estimate of how much each variable moves the others (Devex; Harris 1973). Says
    /// which variable then gains most for how much it moves.
    fn compare(&self, sizes: &mut [f64], gains: &mut [f64], entering: usize, row: usize) -> Option<usize> {
        let step = self.column[row];
        let (size, rate) = (sizes[entering] / (step * step), gains[entering] / step);
        let mut best: Option<(f64, usize)> = None;
        let mut update = |variable: usize, part: f64| {
            if part != 0.0 {
                gains[variable] -= rate * part;
                sizes[variable] = sizes[variable].max(part * part * size);
            }
            let gain = gains[variable];
            if gain > CLOSE && variable != entering && self.place[variable] == OUT && !self.shut[variable] {
                let worth = gain * gain / sizes[variable];
                if best.is_none_or(|known| worth > known.0) {
                    best = Some((worth, variable));
                }
            }
        };
        for (slack, &part) in self.line.iter().enumerate() {
            update(slack, part);
        }
        for &at in &self.open {
            update(self.rows + at as usize, self.along(&self.line, at as usize));
        }
        sizes[self.basis[row] as usize] = size.max(1.0);
        best.map(|best| best.1)
    }
}
