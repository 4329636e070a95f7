//! Weights of many aims, the first of which outweighs all that follow, however many there are.

use std::cmp::Ordering;

use super::worth::Worth;

/// A sum of amounts by rank: whatever differs at a lower rank decides before all higher ones.
///
/// Only ranks with an amount are kept, ascending, so that a million ranks cost no more than those in use. These are the
/// vectors of whole numbers in lexicographic order: an ordered group, and so fit to be weights, gains and prices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Lex(Vec<(u32, i64)>);

impl Lex {
    /// The sum of these amounts, in any order.
    pub(crate) fn of(terms: &[(u32, i64)]) -> Lex {
        let mut sum = Lex(Vec::with_capacity(terms.len()));
        for &term in terms {
            sum = sum.plus(&Lex(vec![term]));
        }
        sum
    }

    /// The amounts, by rank.
    pub(crate) fn terms(&self) -> &[(u32, i64)] {
        &self.0
    }
}

impl Ord for Lex {
    fn cmp(&self, other: &Lex) -> Ordering {
        let (mut ours, mut theirs) = (self.0.iter(), other.0.iter());
        loop {
            return match (ours.next(), theirs.next()) {
                (None, None) => Ordering::Equal,
                (Some(one), None) => one.1.cmp(&0),
                (None, Some(other)) => 0.cmp(&other.1),
                (Some(one), Some(other)) if one == other => continue,
                (Some(one), Some(other)) => match one.0.cmp(&other.0) {
                    Ordering::Less => one.1.cmp(&0),
                    Ordering::Equal => one.1.cmp(&other.1),
                    Ordering::Greater => 0.cmp(&other.1),
                },
            };
        }
    }
}

impl PartialOrd for Lex {
    fn partial_cmp(&self, other: &Lex) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Worth for Lex {
    fn nothing() -> Lex {
        Lex(Vec::new())
    }

    fn endless() -> Lex {
        Lex(vec![(0, i64::MAX)])
    }

    fn plus(&self, other: &Lex) -> Lex {
        merged(&self.0, &other.0, 1)
    }

    fn minus(&self, other: &Lex) -> Lex {
        merged(&self.0, &other.0, -1)
    }

    fn halved(&self) -> Lex {
        Lex(self.0.iter().map(|&(rank, amount)| (rank, amount / 2)).filter(|term| term.1 != 0).collect())
    }

    /// Rank by rank, and no further than the first that differs.
    fn reaches(&self, price: &Lex, weight: &Lex, limit: &Lex) -> bool {
        let mut parts = [(&self.0[..], 1), (&price.0[..], 1), (&weight.0[..], -1), (&limit.0[..], -1)];
        while let Some(rank) = parts.iter().filter_map(|part| part.0.first()).map(|term| term.0).min() {
            let mut amount = 0i128;
            for (terms, sign) in &mut parts {
                if let Some((term, rest)) = terms.split_first()
                    && term.0 == rank
                {
                    amount += i128::from(term.1) * *sign;
                    *terms = rest;
                }
            }
            if amount != 0 {
                return amount > 0;
            }
        }
        true
    }
}

fn merged(ours: &[(u32, i64)], theirs: &[(u32, i64)], sign: i64) -> Lex {
    let mut sum = Vec::with_capacity(ours.len() + theirs.len());
    let (mut one, mut other) = (0, 0);
    while one < ours.len() && other < theirs.len() {
        let ((rank, amount), (next, more)) = (ours[one], theirs[other]);
        match rank.cmp(&next) {
            Ordering::Less => sum.push((rank, amount)),
            Ordering::Greater => sum.push((next, sign * more)),
            Ordering::Equal if amount + sign * more != 0 => sum.push((rank, amount + sign * more)),
            Ordering::Equal => {}
        }
        one += usize::from(rank <= next);
        other += usize::from(next <= rank);
    }
    sum.extend_from_slice(&ours[one..]);
    sum.extend(theirs[other..].iter().map(|&(rank, amount)| (rank, sign * amount)));
    Lex(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_decides() {
        let lex = Lex::of;
        assert!(lex(&[(0, 1)]) > lex(&[(1, 1000)]));
        assert!(lex(&[(3, -1)]) < lex(&[]));
        assert!(lex(&[(0, 1), (2, -1)]) > lex(&[(0, 1), (1, -1), (2, 9)]));
        assert_eq!(lex(&[(2, 1), (1, 4), (2, -1)]), lex(&[(1, 4)]));
        assert_eq!(lex(&[(1, 4)]).minus(&lex(&[(1, 4), (5, 1)])), lex(&[(5, -1)]));
        assert!(Lex::endless() > lex(&[(0, i64::MAX / 2), (1, 1)]));
    }
}
