//! The search of `search.rs` for large tables, which goes through whole rows only where it must.
//!
//! A row's *near* columns are those it lacked least in when its list was made, and `beyond` is what it lacked at least in all
//! others. Columns' values only fall, so what it lacks in the others only grows, and `beyond` stays true. A search whose
//! ways are no longer than that need not look at them. Dense problems are often solved on their cheapest cells first and
//! the rest checked at the end; here the rest is checked row by row, as the search comes to need it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cell::Cell;
use super::search::{NOBODY, Sheet};

/// One of so many columns is tried to find out how near is near.
const SAMPLE: usize = 16;
/// So many of the sample shall be near.
const RANK: usize = 3;

/// A row's near columns with their cells.
struct Near<C> {
    columns: Vec<(u32, C)>,
    beyond: C,
    rank: usize,
}

impl<C: Cell> Near<C> {
    fn of(row: &[C], values: &[C], rank: usize) -> Near<C> {
        let mut sample: Vec<i64> = Vec::with_capacity(row.len() / SAMPLE + 1);
        sample.extend((0..row.len()).step_by(SAMPLE).map(|at| (row[at] - values[at]).whole()));
        let rank = rank.min(sample.len());
        let beyond = C::of(*sample.select_nth_unstable(rank - 1).1);
        let is_near = |(&cell, &value): (&C, &C)| cell - value < beyond;
        let mut columns = Vec::with_capacity(2 * rank * SAMPLE);
        for (chunk, (cells, values)) in row.chunks(SAMPLE).zip(values.chunks(SAMPLE)).enumerate() {
            if cells.iter().zip(values).fold(false, |any, two| any | is_near(two)) {
                let all = cells.iter().zip(values).zip(chunk as u32 * SAMPLE as u32..);
                columns.extend(all.filter(|(two, _)| is_near(*two)).map(|((&cell, _), column)| (column, cell)));
            }
        }
        Near { columns, beyond, rank }
    }
}

/// What the search comes to next, at which length: a column, or a row of which it has to see the rest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    Column(u32),
    /// By its place among those seen.
    Rest(u32),
}

/// Shortest ways from one row to the columns, over what rows lack.
pub(super) struct Search<C> {
    near: Vec<Option<Near<C>>>,
    /// The length of the way to each column; far for those already come to.
    ways: Vec<C>,
    /// The place among those seen of the row from which each column is come to.
    via: Vec<u32>,
    /// The columns' values, shut for those already come to.
    values: Vec<C>,
    /// Columns come to, with the length of the way.
    reached: Vec<(usize, C)>,
    /// The rows that ways were lowered from, each with what its ways begin with; the first is the one without a column.
    seen: Vec<(u32, C)>,
    queue: BinaryHeap<Reverse<(i64, Next)>>,
    /// Columns with a way.
    touched: Vec<u32>,
    /// The nearest column that nobody has, and the way to it; nothing as long as that is followed any further.
    end: (u32, C),
}

impl<C: Cell> Search<C> {
    pub(super) fn new(sheet: &Sheet<C>) -> Search<C> {
        let (width, rows) = (sheet.values.len(), sheet.columns.len());
        Search {
            near: (0..rows).map(|_| None).collect(),
            ways: vec![C::FAR; width],
            via: vec![0; width],
            values: sheet.values.clone(),
            reached: Vec::new(),
            seen: Vec::new(),
            queue: BinaryHeap::new(),
            touched: Vec::new(),
            end: (NOBODY, C::FAR),
        }
    }

    /// Gives one more row a column, moving others where that costs least.
    pub(super) fn run(&mut self, sheet: &mut Sheet<C>, row: u32) {
        for column in self.touched.drain(..) {
            self.ways[column as usize] = C::FAR;
        }
        self.reached.clear();
        self.seen.clear();
        self.queue.clear();
        self.end = (NOBODY, C::FAR);
        self.look(sheet, row, C::default());
        while let Some(Reverse((length, next))) = self.queue.pop() {
            if length >= self.end.1.whole() {
                break;
            }
            match next {
                Next::Rest(seen) => self.look_at_rest(sheet, seen),
                Next::Column(column) => {
                    let (at, way) = (column as usize, self.ways[column as usize]);
                    if way.whole() == length {
                        self.ways[at] = C::FAR;
                        self.values[at] = C::SHUT;
                        self.reached.push((at, way));
                        let row = sheet.rows[at];
                        self.look(sheet, row, way - (sheet.cell(row as usize, at) - sheet.values[at]));
                    }
                }
            }
        }
        let (end, length) = self.end;
        self.swap(sheet, end as usize);
        self.revalue(sheet, length);
    }

    /// Lowers the ways that are shorter over this row, as far as its near columns go.
    fn look(&mut self, sheet: &Sheet<C>, row: u32, base: C) {
        let seen = self.seen.len() as u32;
        self.seen.push((row, base));
        let near = self.near[row as usize].take().unwrap_or_else(|| Near::of(sheet.row(row), &sheet.values, RANK));
        for &(column, cell) in &near.columns {
            self.lower(sheet, column, cell, base, seen);
        }
        let beyond = base + near.beyond;
        if beyond < self.end.1 {
            self.queue.push(Reverse((beyond.whole(), Next::Rest(seen))));
        }
        self.near[row as usize] = Some(near);
    }

    /// Lowers the ways that are shorter over this row's other columns, and makes a new list of its near ones.
    fn look_at_rest(&mut self, sheet: &Sheet<C>, seen: u32) {
        let (row, base) = self.seen[seen as usize];
        let cells = sheet.row(row);
        for (chunk, cells) in cells.chunks(SAMPLE).enumerate() {
            let from = chunk * SAMPLE;
            let (ways, values) = (&self.ways[from..from + cells.len()], &self.values[from..from + cells.len()]);
            let most = self.end.1;
            let any = cells
                .iter()
                .zip(values)
                .zip(ways)
                .fold(false, |any, ((&cell, &value), &way)| any | (cell - value + base < way.least(most)));
            if any {
                for (at, &cell) in cells.iter().enumerate() {
                    self.lower(sheet, (from + at) as u32, cell, base, seen);
                }
            }
        }
        let rank = self.near[row as usize].as_ref().map_or(RANK, |near| 2 * near.rank);
        self.near[row as usize] = Some(Near::of(cells, &sheet.values, rank));
    }

    fn lower(&mut self, sheet: &Sheet<C>, column: u32, cell: C, base: C, seen: u32) {
        let at = column as usize;
        let left = cell - self.values[at] + base;
        if left < self.ways[at] && left < self.end.1 {
            if self.ways[at] == C::FAR {
                self.touched.push(column);
            }
            self.ways[at] = left;
            self.via[at] = seen;
            if sheet.rows[at] == NOBODY {
                self.end = (column, left);
            } else {
                self.queue.push(Reverse((left.whole(), Next::Column(column))));
            }
        }
    }

    /// Lowers columns come to before the end, so that the way found costs nothing.
    fn revalue(&mut self, sheet: &mut Sheet<C>, length: C) {
        for &(column, way) in &self.reached {
            let value = &mut sheet.values[column];
            *value = *value - (length - way);
            self.values[column] = *value;
        }
    }

    /// Moves everybody along, from the end back to the row it began with.
    fn swap(&self, sheet: &mut Sheet<C>, end: usize) {
        let mut column = end;
        loop {
            let seen = self.via[column] as usize;
            sheet.pair(self.seen[seen].0, column);
            if seen == 0 {
                return;
            }
            column = self.reached[seen - 1].0;
        }
    }
}
