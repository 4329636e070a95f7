//! What stands in a cell: a whole number from 0, as small as will do, since narrow numbers are compared more at once.

use std::ops::{Add, Sub};

/// A kind of whole number that a table may be filled with.
pub(super) trait Cell: Copy + PartialOrd + Default + Add<Output = Self> + Sub<Output = Self> {
    /// No cell is larger. Then no value is further than this from 0, and no way longer than seven times this.
    const LARGEST: Self;
    /// Further than any way: eight times the largest cell.
    const FAR: Self;
    /// The value of a column nobody shall come to: no way to it is shorter than [`Cell::FAR`].
    const SHUT: Self;

    /// Whether there are so many different cells that few are alike.
    const WIDE: bool = true;

    /// The number as a cell; it must be at most the largest.
    fn of(number: i64) -> Self;
    /// The cell as a number.
    fn whole(self) -> i64;

    /// The smaller of two.
    fn least(self, other: Self) -> Self {
        if self < other { self } else { other }
    }

    /// The larger of two.
    fn most(self, other: Self) -> Self {
        if self > other { self } else { other }
    }
}

impl Cell for i16 {
    const LARGEST: i16 = 1 << 10;
    const FAR: i16 = 1 << 13;
    const SHUT: i16 = -(1 << 14);
    const WIDE: bool = false;

    fn of(number: i64) -> i16 {
        number as i16
    }

    fn whole(self) -> i64 {
        i64::from(self)
    }
}

impl Cell for f32 {
    const LARGEST: f32 = (1 << 21) as f32;
    const FAR: f32 = (1 << 24) as f32;
    const SHUT: f32 = -((1 << 25) as f32);

    fn of(number: i64) -> f32 {
        number as i32 as f32
    }

    fn whole(self) -> i64 {
        self as i64
    }
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

/// The two least of a row above its columns' values, the same twice if two columns are as near; far for none.
pub(super) fn two_least<C: Cell>(row: &[C], values: &[C]) -> (C, C) {
    let (mut least, mut next) = ([C::FAR; LANES], [C::FAR; LANES]);
    let (rows, others) = (row.as_chunks::<LANES>(), values.as_chunks::<LANES>());
    let mut put = |lane: usize, left: C| {
        next[lane] = next[lane].least(least[lane].most(left));
        least[lane] = least[lane].least(left);
    };
    for (cells, values) in rows.0.iter().zip(others.0) {
        for lane in 0..LANES {
            put(lane, cells[lane] - values[lane]);
        }
    }
    for (lane, (&cell, &value)) in rows.1.iter().zip(others.1).enumerate() {
        put(lane, cell - value);
    }
    least.into_iter().zip(next).fold((C::FAR, C::FAR), |(least, next), (left, second)| {
        (least.least(left), next.least(second).least(least.most(left)))
    })
}

/// The first column at which a row is so much above its value and which is free, or else the first of the others.
pub(super) fn find<C: Cell>(row: &[C], values: &[C], wanted: C, free: impl Fn(usize) -> bool) -> Option<usize> {
    let mut taken = None;
    for (chunk, (cells, values)) in row.chunks(LANES).zip(values.chunks(LANES)).enumerate() {
        let equal = |(&cell, &value): (&C, &C)| cell - value == wanted;
        if cells.iter().zip(values).fold(false, |found, two| found | equal(two)) {
            for (lane, two) in cells.iter().zip(values).enumerate() {
                let column = chunk * LANES + lane;
                if equal(two) {
                    if free(column) {
                        return Some(column);
                    }
                    taken = taken.or(Some(column));
                }
            }
        }
    }
    taken
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
pub(super) fn lower<C: Cell>(row: &[C], values: &[C], base: C, ways: &mut [C]) -> C {
    let mut shortest = [C::FAR; LANES];
    let (rows, others, ways) = (row.as_chunks::<LANES>(), values.as_chunks::<LANES>(), ways.as_chunks_mut::<LANES>());
    for ((cells, values), ways) in rows.0.iter().zip(others.0).zip(ways.0) {
        for lane in 0..LANES {
            ways[lane] = (cells[lane] - values[lane] + base).least(ways[lane]);
            shortest[lane] = shortest[lane].least(ways[lane]);
        }
    }
    for (((&cell, &value), way), shortest) in rows.1.iter().zip(others.1).zip(ways.1).zip(&mut shortest) {
        *way = (cell - value + base).least(*way);
        *shortest = shortest.least(*way);
    }
    shortest.into_iter().fold(C::FAR, C::least)
}
