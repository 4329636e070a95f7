//! Prices to start from when everybody wants the same mentors.

use super::net::Net;

/// Whether so many are left waiting after bidding that bids were mostly about who comes first among equals.
///
/// On random and form-like questions three in ten wait at most; where all rank mentors alike, nearly all do.
pub(super) fn is_crowd(waiting: usize, mentees: usize) -> bool {
    waiting > 16 && waiting * 2 > mentees
}

/// What each place would cost if all mentees ranked mentors alike: as much as it outweighs the last place that is needed.
///
/// The column reduction of Jonker and Volgenant (1987), lowered until there are as many priced places as mentees, or to
/// nothing for the last. Exact where all rows are the same, near where they nearly are, and valid always: a seating is
/// mended from any prices. Cost: O(m + k log k) for k mentors.
pub(super) fn prices(net: &Net) -> Vec<i64> {
    let mut heaviest = vec![0; net.mentors()];
    for mentee in 0..net.mentees() as u32 {
        for (mentor, &weight) in net.row(mentee) {
            heaviest[mentor as usize] = weight.max(heaviest[mentor as usize]);
        }
    }
    let mut order: Vec<u32> = (0..net.mentors() as u32).collect();
    order.sort_unstable_by_key(|&mentor| std::cmp::Reverse((heaviest[mentor as usize], mentor)));
    let (mut needed, mut last) = (net.mentees() as u64, 0);
    for mentor in order {
        let places = u64::from(net.rooms[mentor as usize].min(net.degrees[mentor as usize]));
        if places >= needed {
            last = heaviest[mentor as usize];
            break;
        }
        needed -= places;
    }
    heaviest.into_iter().map(|weight| (weight - last).max(0)).collect()
}
