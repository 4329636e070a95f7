//! Chains that are looked at still, and those that are passed over.

use super::Lp;

impl Lp {
    /// Forbids every chain that loses more by these prices than the programme's value is above `limit`, if these are many.
    pub(in super::super) fn narrow(&mut self, limit: f64) {
        let room = self.value - limit;
        let losing = |&at: &u32| self.along(&self.prices, at as usize) - self.weights[at as usize] > room;
        let losing: Vec<u32> = self.open.iter().copied().filter(losing).collect();
        if losing.len() * 8 > self.open.len() {
            losing.iter().for_each(|&at| self.shut(at as usize));
        }
    }

    /// Passes over what is shut from now on.
    pub(in super::super) fn tidy(&mut self) {
        self.open.clear();
        let open = (0..self.ends.len()).filter(|at| !self.shut[self.rows + at]);
        self.open.extend(open.map(|at| at as u32));
    }
}
