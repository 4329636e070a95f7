//! The certificate of a plan in which the worst-off come first: gains and prices are amounts by rank.

use std::collections::{BTreeMap, BTreeSet};

use super::{Certificate, Flaw};

/// Amounts by rank, of which the first that differs decides. Rank 0 is how many are placed; the ranks after it are the
/// scores that there are, from the lowest up, and a plan wants as few of each as can be: a pair weighs 1 at rank 0 and
/// -1 at the rank of its score.
pub type Ranked = Vec<(u32, i64)>;

impl<P> Certificate<P> {
    /// That no plan is fairer: as `is_best`, by rank.
    pub(super) fn is_fairest(&self, taken: &[u32]) -> Result<(), Flaw> {
        let ranks: BTreeSet<i64> = self.scores.iter().flatten().flatten().copied().collect();
        let ranks: BTreeMap<i64, u32> = ranks.into_iter().zip(1..).collect();
        let weight = |score: i64, times: i128| [(0, times), (ranks[&score], -times)];
        let times = |ranked: &Ranked, times: u32| -> Vec<(u32, i128)> {
            ranked.iter().map(|(rank, amount)| (*rank, i128::from(*amount) * i128::from(times))).collect()
        };
        let kept = |mentee: usize| self.kept[mentee].is_some();
        let is_wrong = |(mentee, gain): (usize, &Ranked)| kept(mentee) && !gain.is_empty();
        if self.ranked_gains.iter().enumerate().any(is_wrong)
            || self.ranked_gains.iter().chain(&self.ranked_prices).any(|one| sign(summed(&times(one, 1))) < 0)
        {
            return Err(Flaw::Sign);
        }
        let mut gap: Vec<(u32, i128)> = Vec::new();
        for (mentee, mentor, score) in self.twos().filter(|two| !kept(two.0)) {
            let asked = [times(&self.ranked_gains[mentee], 1), times(&self.ranked_prices[mentor], 1)].concat();
            // Whoever has no place left for anybody else takes part in no other plan.
            let is_open = self.places[mentor] > taken[mentor];
            if is_open && sign(summed(&[asked, weight(score, -1).to_vec()].concat())) < 0 {
                return Err(Flaw::Undercut(mentee, mentor));
            }
            if self.is_planned(mentee, mentor) {
                gap.extend(weight(score, -1));
            }
        }
        gap.extend(self.ranked_gains.iter().flat_map(|gain| times(gain, 1)));
        for (mentor, price) in self.ranked_prices.iter().enumerate() {
            gap.extend(times(price, self.places[mentor] - taken[mentor]));
        }
        if summed(&gap).values().all(|amount| *amount == 0) { Ok(()) } else { Err(Flaw::Gap) }
    }
}

/// The sum at each rank.
fn summed(amounts: &[(u32, i128)]) -> BTreeMap<u32, i128> {
    let mut sums = BTreeMap::new();
    for (rank, amount) in amounts {
        *sums.entry(*rank).or_default() += amount;
    }
    sums
}

/// That of the first rank with a sum that is not 0.
fn sign(sums: BTreeMap<u32, i128>) -> i128 {
    sums.into_values().find(|sum| *sum != 0).unwrap_or(0).signum()
}
