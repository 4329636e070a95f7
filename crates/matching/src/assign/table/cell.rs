//! What stands in a cell: a whole number from 0, as small as will do, since narrow numbers are compared more at once.

use std::ops::{Add, Sub};

/// A kind of whole number that a table may be filled with.
pub(super) trait Cell: Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> {
    /// No cell is larger. Then no value is further than this from 0, and no way longer than seven times this.
    const LARGEST: Self;
    /// Further than any way: eight times the largest cell.
    const FAR: Self;
    /// The value of a column nobody shall come to: no way to it is shorter than [`Cell::FAR`].
    const SHUT: Self;

    /// The number as a cell; it must be at most the largest.
    fn of(number: i64) -> Self;
    /// The cell as a number.
    fn whole(self) -> i64;
}

impl Cell for i32 {
    const LARGEST: i32 = 1 << 26;
    const FAR: i32 = 1 << 29;
    const SHUT: i32 = -(1 << 30);

    fn of(number: i64) -> i32 {
        number as i32
    }

    fn whole(self) -> i64 {
        i64::from(self)
    }
}

impl Cell for i64 {
    const LARGEST: i64 = 1 << 58;
    const FAR: i64 = 1 << 61;
    const SHUT: i64 = -(1 << 62);

    fn of(number: i64) -> i64 {
        number
    }

    fn whole(self) -> i64 {
        self
    }
}

/// How many cells are looked at together where a search may stop early.
const LANES: usize = 16;

/// The least of a row above its columns' values; far for none.
pub(super) fn least<C: Cell>(row: &[C], values: &[C]) -> C {
    row.iter().zip(values).fold(C::FAR, |least, (&cell, &value)| least.min(cell - value))
}

/// The first column from a place on at which a row is so much above its value.
pub(super) fn find<C: Cell>(row: &[C], values: &[C], wanted: C, from: usize) -> Option<usize> {
    let (rows, others) = (row.get(from..)?.chunks(LANES), values.get(from..)?.chunks(LANES));
    for (chunk, (cells, values)) in rows.zip(others).enumerate() {
        let equal = |(&cell, &value): (&C, &C)| cell - value == wanted;
        if cells.iter().zip(values).fold(false, |found, two| found | equal(two)) {
            let place = cells.iter().zip(values).position(equal)?;
            return Some(from + chunk * LANES + place);
        }
    }
    None
}

/// The first place from one on at which this number stands.
pub(super) fn place<C: Cell>(numbers: &[C], wanted: C, from: usize) -> Option<usize> {
    for (chunk, numbers) in numbers.get(from..)?.chunks(LANES).enumerate() {
        if numbers.iter().fold(false, |found, &number| found | (number == wanted)) {
            let place = numbers.iter().position(|&number| number == wanted)?;
            return Some(from + chunk * LANES + place);
        }
    }
    None
}

/// Lowers each way to where it leads from this row, and says which is the shortest now.
pub(super) fn lower<C: Cell>(row: &[C], values: &[C], base: C, from: u32, ways: &mut [C], via: &mut [u32]) -> C {
    let mut shortest = C::FAR;
    for (((&cell, &value), way), via) in row.iter().zip(values).zip(ways).zip(via) {
        let left = cell - value + base;
        // All ones or all zeros: a choice without a jump, so that several columns are done at once.
        let shorter = u32::from(left < *way).wrapping_neg();
        *via = from & shorter | *via & !shorter;
        *way = left.min(*way);
        shortest = shortest.min(*way);
    }
    shortest
}
