//! Telling cases apart until none could hold a better plan: branch and bound (Land and Doig 1960) over chains.
//!
//! A case is split by one gift: plans with it, and plans without. Which gift is decided by looking a little way into
//! both cases (strong branching; Applegate, Bixby, Chvátal and Cook 1995), or by what such looks have shown before
//! (reliability branching; Achterberg, Koch and Martin 2005). Each case begins from its parent's linear programme, so
//! that a few dual steps settle it; chains that lose more than the case has room for are passed over in it.

use super::lp::{End, Lp, State};
use super::plan::Case;
use super::pool::Pool;
use super::work::Work;

/// Gifts that are looked into before a case is split.
const CANDIDATES: usize = 6;
/// Gifts that may be judged by what was seen before.
const KNOWN: usize = 16;
/// As many looks are enough to know a gift.
const RELIABLE: u32 = 2;
/// Gifts that are made for more than this part are made, when there is no time to look.
const LIKELY: f64 = 0.75;
/// Steps of the linear programme for each such look.
const GLANCE: usize = 12;

/// The best choice of chains found, and whether there can be no better.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Numbers of the chains, if they weigh more than was asked for.
    pub(super) chosen: Option<Vec<usize>>,
    /// Whether everything has been looked at.
    pub(super) done: bool,
    /// The proof that no plan of these chains weighs more, if it was wanted.
    pub(super) cases: Vec<Case>,
}

/// Finds chains that share nobody and weigh more than `floor`, the most if the work is enough; with the cases that show it,
/// if it is to be proven.
///
/// Cost: each case takes a few dual steps of O(n + c) for c chains; how many cases there are depends on the question.
pub(super) fn best_of(pool: &Pool<'_>, floor: i64, prove: bool, work: &mut Work<'_>) -> Outcome {
    let mut search = Search {
        pool,
        floor,
        prove,
        outcome: Outcome { chosen: None, done: true, cases: Vec::new() },
        seen: vec![[(0.0, 0); 2]; pool.gifts()],
    };
    let mut lp = pool.start.clone();
    if lp.climb(work) != End::Best {
        search.outcome.done = false;
        return search.outcome;
    }
    let mut stack = Vec::new();
    search.settle(&mut lp, &mut stack, work);
    while let Some(state) = stack.pop() {
        if work.spent() {
            search.outcome.done = false;
            break;
        }
        lp.load(&state, work);
        search.settle(&mut lp, &mut stack, work);
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
        lp.tidy();
        let plan = lp.plan();
        let mut parts = pool.parts(&plan);
        parts.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let Some(&(first, _)) = parts.first() else {
            let chosen: Vec<usize> = plan.iter().map(|&(column, _)| column).collect();
            return (pool.weight(&chosen) > floor).then_some(chosen);
        };
        let likely = parts.iter().take_while(|part| part.1 > LIKELY).map(|part| part.0).collect::<Vec<_>>();
        let mut tries = vec![vec![first]];
        if likely.len() > 1 {
            tries.push(likely);
        }
        let before = lp.state();
        loop {
            let Some(gifts) = tries.pop() else {
                pool.decide(&mut lp, first, false);
                break;
            };
            gifts.iter().for_each(|&gift| pool.decide(&mut lp, gift, true));
            if lp.mend(limit, work) == End::Best {
                break;
            }
            lp.load(&before, work);
        }
    }
}

struct Search<'a, 'b> {
    pool: &'a Pool<'b>,
    floor: i64,
    prove: bool,
    outcome: Outcome,
    /// For each gift, not made and made: what deciding so has cost for each part that was decided against, in all, and
    /// how often that was seen.
    seen: Vec<[(f64, u32); 2]>,
}

impl Search<'_, '_> {
    /// Looks at one case, and at those with one gift more until one ends; the others are put on the stack.
    fn settle(&mut self, lp: &mut Lp, stack: &mut Vec<State>, work: &mut Work<'_>) {
        loop {
            match lp.mend(self.limit(), work) {
                End::Spent => self.outcome.done = false,
                End::Below => self.end(lp),
                End::Best => {
                    let plan = lp.plan();
                    let parts = self.pool.parts(&plan);
                    if parts.is_empty() {
                        self.note(plan.iter().map(|&(column, _)| column).collect());
                        self.end(lp);
                        return;
                    }
                    self.narrow(lp);
                    lp.tidy();
                    let gift = self.choose(lp, parts, work);
                    let (giver, taker) = self.pool.ends(gift);
                    self.case(|| Case::Split { giver, taker });
                    let mark = lp.mark(work);
                    self.pool.decide(lp, gift, false);
                    stack.push(lp.state());
                    lp.back(&mark);
                    self.pool.decide(lp, gift, true);
                    continue;
                }
            }
            return;
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

    /// What is above the floor, in fractions of a weight.
    fn above(&self) -> i128 {
        (i128::from(self.floor) + 1) * self.pool.unit()
    }

    /// Passes over chains that no better plan of the case has.
    fn narrow(&mut self, lp: &mut Lp) {
        if !self.prove {
            lp.narrow(self.limit());
            return;
        }
        let (prices, sum) = self.pool.prices(lp);
        if self.pool.narrow(lp, &prices, sum - self.above()) {
            self.case(|| Case::Narrow { prices });
        }
    }

    /// Ends a case, with prices that prove it if they do.
    fn end(&mut self, lp: &Lp) {
        if self.prove {
            let (prices, sum) = self.pool.prices(lp);
            self.outcome.done &= sum < self.above();
            self.case(|| Case::End { prices });
        }
    }

    fn case(&mut self, case: impl FnOnce() -> Case) {
        if self.prove {
            self.outcome.cases.push(case());
        }
    }

    /// The gift that makes both cases worth least.
    fn choose(&mut self, lp: &mut Lp, mut parts: Vec<(usize, f64)>, work: &mut Work<'_>) -> usize {
        parts.sort_by(|one, other| (one.1 - 0.5).abs().total_cmp(&(other.1 - 0.5).abs()).then(one.0.cmp(&other.0)));
        let most = (lp.value() - self.limit()).max(0.0);
        let mut best = (f64::NEG_INFINITY, parts[0].0);
        let mut looks = 0;
        let mark = lp.mark(work);
        for &(gift, part) in parts.iter().take(KNOWN) {
            let known = self.seen[gift].iter().all(|seen| seen.1 >= RELIABLE);
            if !known && looks >= CANDIDATES {
                continue;
            }
            looks += usize::from(!known);
            let mut losses = [0.0; 2];
            for (made, loss) in losses.iter_mut().enumerate() {
                let against = if made == 1 { 1.0 - part } else { part };
                if known {
                    let (sum, count) = self.seen[gift][made];
                    *loss = (sum / f64::from(count) * against).min(most);
                    continue;
                }
                self.pool.decide(lp, gift, made == 1);
                let ended = lp.mend_a_little(self.limit(), GLANCE, work);
                *loss = if ended == End::Below { most } else { (mark.value() - lp.value()).clamp(0.0, most) };
                lp.back(&mark);
                let seen = &mut self.seen[gift][made];
                *seen = (seen.0 + *loss / against, seen.1 + 1);
            }
            let score = losses[0].min(losses[1]) * 4.0 + losses[0].max(losses[1]);
            if score > best.0 + 1e-9 {
                best = (score, gift);
            }
        }
        best.1
    }
}
