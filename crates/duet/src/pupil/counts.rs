//! How many pupils there are, told so that no child can be made out.

use crate::rating::guard;

/// Pupils by school, or by tutor: the larger groups by name, the small ones together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many in all; none when they are too few to tell.
    pub all: Option<u64>,
    /// The groups that may be told by name, the largest first.
    pub groups: Vec<(String, u64)>,
    /// How many are in all others together: nobody, or enough.
    pub rest: u64,
}

/// What may be told of groups of pupils.
#[must_use]
pub fn told(groups: Vec<(String, i64)>) -> Told {
    let groups: Vec<(String, u64)> =
        groups.into_iter().map(|(name, count)| (name, u64::try_from(count).unwrap_or(0))).collect();
    let all: u64 = groups.iter().map(|(_, count)| count).sum();
    if all < guard::LEAST {
        return Told { all: (all == 0).then_some(0), groups: Vec::new(), rest: 0 };
    }
    let (groups, rest) = guard::named(&groups);
    Told { all: Some(all), groups, rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(counts: &[(&str, i64)]) -> Vec<(String, i64)> {
        counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn a_small_school_is_never_told_alone() {
        let of = |counts: &[(&str, i64)]| told(groups(counts));
        assert_eq!(of(&[]), Told { all: Some(0), groups: vec![], rest: 0 });
        assert_eq!(of(&[("Hill", 2), ("Dale", 2)]), Told { all: None, groups: vec![], rest: 0 });
        let some = of(&[("Hill", 12), ("Dale", 3), ("Mill", 4)]);
        assert_eq!((some.all, some.groups, some.rest), (Some(19), vec![("Hill".to_owned(), 12)], 7));
        let one = of(&[("Hill", 12), ("Dale", 6), ("Mill", 1)]);
        assert_eq!((one.groups, one.rest), (vec![("Hill".to_owned(), 12)], 7), "the one could be told from the rest");
    }
}
