//! The guard of small numbers: what may be told of a few people's private answers so that nobody can be made out, not even
//! by taking one view from another. Plain rules on counts.

/// The fewest people that anything is told of.
pub const LEAST: u64 = 5;

/// Whether a group of people may be told of, where `whole` is what else is told that has them in it: there are enough of
/// them, and enough or none are left when they are taken away.
#[must_use]
pub fn may_show(group: u64, whole: u64) -> bool {
    let rest = whole.saturating_sub(group);
    group >= LEAST && group <= whole && (rest == 0 || rest >= LEAST)
}

/// What may be told of a whole that falls into parts: the whole, and which of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Views {
    /// Whether the whole may be told.
    pub whole: bool,
    /// For each part, whether it may.
    pub parts: Vec<bool>,
}

/// Decides which parts of a whole are told beside it: the largest first, as long as what is left over, of all that are not
/// told, is nobody or at least [`LEAST`] people.
#[must_use]
pub fn views(parts: &[u64]) -> Views {
    let whole: u64 = parts.iter().sum();
    if whole < LEAST {
        return Views { whole: false, parts: vec![false; parts.len()] };
    }
    let mut by_size: Vec<usize> = (0..parts.len()).collect();
    by_size.sort_by_key(|at| std::cmp::Reverse(parts[*at]));
    let (mut told, mut left) = (vec![false; parts.len()], whole);
    for at in by_size {
        // What would be left over of those not told: with one more part told, and none of them nameable.
        if parts[at] >= LEAST && may_show(parts[at], left) {
            told[at] = true;
            left -= parts[at];
        }
    }
    Views { whole: true, parts: told }
}

/// Cells of a row, those that are too small put together with their neighbours until each has nobody or at least [`LEAST`]
/// people in it: the first and the last step of each, and how many. Nothing when all together are too few; one cell of all
/// steps when everybody would be in one cell, which would tell what each of them answered.
#[must_use]
pub fn merged(cells: &[u64]) -> Vec<(usize, usize, u64)> {
    let whole: u64 = cells.iter().sum();
    if whole < LEAST {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, u64)> = Vec::new();
    for (at, count) in cells.iter().enumerate() {
        match found.last_mut() {
            // The one before is not yet full: this joins it.
            Some(last) if (1..LEAST).contains(&last.2) => (last.1, last.2) = (at, last.2 + count),
            _ => found.push((at, at, *count)),
        }
    }
    // What is left at the end, and too small, joins the one before that has people.
    while let Some(last) = found.last().copied().filter(|last| (1..LEAST).contains(&last.2) && found.len() > 1) {
        found.pop();
        if let Some(before) = found.last_mut() {
            (before.1, before.2) = (last.1, before.2 + last.2);
        }
    }
    if found.iter().any(|cell| cell.2 == whole) {
        return vec![(0, cells.len() - 1, whole)];
    }
    found
}

/// The middle of so many people's answers, to a tenth of a step and in hundredths, where it may be told: none so near to
/// either end that there is nearly one way only to come to it. `sum` is of steps counted from 1 to `steps`.
///
/// Even who knows one of the answers must not know another by it. So the sum is at least [`LEAST`] above the least and below
/// the most: an answer that is known takes away fewer than that, and what is left to the others is neither.
#[must_use]
pub fn middle(people: u64, sum: u64, steps: u64) -> Option<i64> {
    let fine = people >= LEAST && sum >= people + LEAST && sum + LEAST <= people * steps;
    fine.then(|| i64::try_from((sum * 20 + people) / (people * 2) * 10).unwrap_or(0))
}

/// The cells that may be told beside a middle that is: as they are, or one of all steps, when the sum is so near to the least
/// or the most that the wider of them allow that it would tell what stands in them.
#[must_use]
pub fn beside(cells: Vec<(usize, usize, u64)>, sum: u64) -> Vec<(usize, usize, u64)> {
    if !cells.iter().any(|(from, to, count)| from < to && *count > 0) {
        return cells;
    }
    let ends = |end: fn(&(usize, usize, u64)) -> usize| -> u64 {
        cells.iter().map(|cell| (end(cell) as u64 + 1) * cell.2).sum()
    };
    let (least, most) = (ends(|cell| cell.0), ends(|cell| cell.1));
    let (whole, last) = (cells.iter().map(|cell| cell.2).sum(), cells.last().map_or(0, |cell| cell.1));
    if sum >= least + LEAST && sum + LEAST <= most { cells } else { vec![(0, last, whole)] }
}

/// Named groups (nations, say), the small ones put together: how many are in those told by name, and how many in the rest.
/// The rest is nobody, or at least [`LEAST`]; a group that could be made out from it joins it.
#[must_use]
pub fn named(groups: &[(String, u64)]) -> (Vec<(String, u64)>, u64) {
    let mut groups = groups.to_vec();
    groups.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    let mut rest: u64 = groups.iter().filter(|(_, count)| *count < LEAST).map(|(_, count)| count).sum();
    groups.retain(|(_, count)| *count >= LEAST);
    while (1..LEAST).contains(&rest) {
        match groups.pop() {
            Some((_, count)) => rest += count,
            None => break,
        }
    }
    (groups, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_cases() {
        let shown = |parts: &[u64]| views(parts).parts;
        assert_eq!(shown(&[5, 5]), [true, true]);
        assert_eq!(shown(&[5, 2]), [false, false], "the two could be told from the whole and the five");
        assert_eq!(shown(&[6, 0]), [true, false]);
        assert_eq!(shown(&[5, 2, 6]), [false, false, true]);
        assert_eq!(views(&[2, 2]), Views { whole: false, parts: vec![false, false] });
        assert_eq!(merged(&[0, 1, 4, 5, 2]), [(0, 0, 0), (1, 2, 5), (3, 4, 7)]);
        assert_eq!(merged(&[1, 1, 1, 1, 1]), [(0, 4, 5)]);
        assert_eq!(merged(&[1, 1, 1, 1, 0]), []);
        assert_eq!((middle(5, 10, 5), middle(5, 20, 5), middle(5, 16, 5)), (Some(200), Some(400), Some(320)));
        assert_eq!(
            (middle(5, 25, 5), middle(5, 24, 5), middle(5, 21, 5)),
            (None, None, None),
            "each said 5, or nearly"
        );
        assert_eq!((middle(4, 12, 5), middle(20, 95, 5), middle(20, 96, 5)), (None, Some(480), None));
        assert_eq!(beside(vec![(0, 3, 5), (4, 4, 5)], 44), [(0, 4, 10)], "one of the five said 3, and four said 4");
        assert_eq!(beside(vec![(0, 3, 5), (4, 4, 5)], 38), [(0, 3, 5), (4, 4, 5)]);
        assert_eq!(beside(vec![(3, 3, 5), (4, 4, 5)], 45), [(3, 3, 5), (4, 4, 5)], "the steps are told as they are");
        assert_eq!(merged(&[0, 0, 7, 0, 0]), [(0, 4, 7)], "all seven on one step is what each of them said");
        let group = |name: &str, count| (name.to_owned(), count);
        assert_eq!(named(&[group("Wales", 6), group("Jersey", 1), group("England", 9)]).1, 7, "Wales joins Jersey");
        assert_eq!(named(&[group("Wales", 6), group("England", 9)]), (vec![group("England", 9), group("Wales", 6)], 0));
    }

    /// Every number that can be had by adding and taking away what is told: sums of told sets that differ.
    fn told_apart(parts: &[u64], views: &Views) -> Vec<u64> {
        let told: Vec<u64> =
            parts.iter().zip(&views.parts).filter(|(_, told)| **told).map(|(count, _)| *count).collect();
        let whole: u64 = parts.iter().sum();
        let mut found = Vec::new();
        for some in 0..1_u32 << told.len() {
            let sum: u64 = told.iter().enumerate().filter(|(at, _)| some >> at & 1 == 1).map(|(_, count)| count).sum();
            found.push(sum);
            if views.whole {
                found.push(whole - sum);
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nobody_is_told_apart_by_taking_one_view_from_another(parts in prop::collection::vec(0_u64..14, 0..6)) {
            for group in told_apart(&parts, &views(&parts)) {
                prop_assert!(group == 0 || group >= LEAST, "{group} of {parts:?}");
            }
        }

        #[test]
        fn merged_cells_lose_nobody_and_none_is_small(cells in prop::collection::vec(0_u64..9, 1..7)) {
            let (told, whole) = (merged(&cells), cells.iter().sum::<u64>());
            prop_assert!(told.iter().all(|(_, _, count)| *count == 0 || *count >= LEAST), "{told:?}");
            prop_assert!(told.len() < 2 || told.iter().all(|(_, _, count)| *count < whole), "{told:?}");
            if whole >= LEAST {
                prop_assert_eq!(told.iter().map(|(_, _, count)| count).sum::<u64>(), whole);
                // They follow each other without a gap, first step to last.
                prop_assert_eq!(told.first().map(|one| one.0), Some(0));
                prop_assert_eq!(told.last().map(|one| one.1), Some(cells.len() - 1));
                prop_assert!(told.windows(2).all(|two| two[0].1 + 1 == two[1].0));
            } else {
                prop_assert!(told.is_empty());
            }
        }

        #[test]
        fn who_knows_one_answer_knows_no_other_by_the_middle(steps in prop::collection::vec(1_u64..6, 5..12)) {
            let (people, sum) = (steps.len() as u64, steps.iter().sum::<u64>());
            if middle(people, sum, 5).is_some() {
                for known in steps {
                    // Neither the least nor the most that the others can have said.
                    prop_assert!(sum - known > people - 1 && sum - known < 5 * (people - 1), "{known} of {sum}");
                }
            }
        }

        #[test]
        fn named_groups_leave_no_small_rest(counts in prop::collection::vec(0_u64..12, 0..8)) {
            let groups: Vec<(String, u64)> = counts.iter().enumerate().map(|(at, count)| (at.to_string(), *count)).collect();
            let (told, rest) = named(&groups);
            prop_assert!(told.iter().all(|(_, count)| *count >= LEAST));
            prop_assert_eq!(told.iter().map(|(_, count)| count).sum::<u64>() + rest, counts.iter().sum::<u64>());
            prop_assert!(rest == 0 || rest >= LEAST || told.is_empty());
        }
    }
}
