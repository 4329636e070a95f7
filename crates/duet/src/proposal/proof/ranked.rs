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
        let by_rank = |all: &[Ranked]| -> Vec<Summed> { all.iter().map(|one| summed(&times(one, 1))).collect() };
        let (gains, prices) = (by_rank(&self.ranked_gains), by_rank(&self.ranked_prices));
        let kept = |mentee: usize| self.kept[mentee].is_some();
        let is_wrong = |(mentee, gain): (usize, &Ranked)| kept(mentee) && !gain.is_empty();
        if self.ranked_gains.iter().enumerate().any(is_wrong)
            || gains.iter().chain(&prices).any(|one| sign([one, &[], &[]]) < 0)
        {
            return Err(Flaw::Sign);
        }
        let mut gap: Vec<(u32, i128)> = Vec::new();
        for (mentee, mentor, score) in self.twos().filter(|two| !kept(two.0)) {
            // Whoever has no place left for anybody else takes part in no other plan.
            let is_open = self.places[mentor] > taken[mentor];
            if is_open && sign([&gains[mentee], &prices[mentor], &weight(score, -1)]) < 0 {
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
        if summed(&gap).iter().all(|(_, amount)| *amount == 0) { Ok(()) } else { Err(Flaw::Gap) }
    }
}

/// One amount for each rank, in their order.
type Summed = Vec<(u32, i128)>;

/// The sum at each rank.
fn summed(amounts: &[(u32, i128)]) -> Summed {
    let mut sums: BTreeMap<u32, i128> = BTreeMap::new();
    for (rank, amount) in amounts {
        *sums.entry(*rank).or_default() += amount;
    }
    sums.into_iter().collect()
}

/// The sign of the first rank at which these together are not 0. It is asked for every two who may be paired.
fn sign(mut parts: [&[(u32, i128)]; 3]) -> i128 {
    while let Some(rank) = parts.iter().filter_map(|part| Some(part.first()?.0)).min() {
        let mut sum = 0;
        for part in &mut parts {
            if let Some(((first, amount), rest)) = part.split_first()
                && *first == rank
            {
                sum += amount;
                *part = rest;
            }
        }
        if sum != 0 {
            return sum.signum();
        }
    }
    0
}
