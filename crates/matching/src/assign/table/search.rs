//! Solves a full table: every row gets a column of its own, at the least sum.
//!
//! Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (1987),
//! with their three ways to start: column reduction, reduction transfer and augmenting row reduction. Tables with more
//! columns than rows start without column reduction, as Crouse, "On implementing 2D rectangular assignment algorithms"
//! (2016), shows to be needed.

use super::cell::{Cell, find, lower, place, two_least};
use super::near;

pub(super) const NOBODY: u32 = u32::MAX;

/// How often each row may take part in row reduction, on average; more only chases small differences.
const PATIENCE: usize = 4;

/// From so many columns on it pays to know each row's near ones. Tests come to it sooner.
const LARGE: usize = if cfg!(test) { 9 } else { 1500 };

/// A table with at least as many columns as rows, and who has whom.
///
/// At every step a row and its column differ by no more than the row and any other: `cell - value` is least there.
/// Values of columns nobody has are the largest of all.
pub(super) struct Sheet<C> {
    cells: Vec<C>,
    width: usize,
    /// What each column is worth, never further from 0 than the largest cell.
    pub(super) values: Vec<C>,
    /// Each row's column.
    pub(super) columns: Vec<u32>,
    /// Each column's row.
    pub(super) rows: Vec<u32>,
}

impl<C: Cell> Sheet<C> {
    /// A table of so many rows.
    pub(super) fn new(rows: usize, cells: Vec<C>) -> Sheet<C> {
        let width = cells.len() / rows.max(1);
        let values = vec![C::default(); width];
        Sheet { cells, width, values, columns: vec![NOBODY; rows], rows: vec![NOBODY; width] }
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> C {
        self.cells[row * self.width + column]
    }

    /// Gives every row a column, at the least sum of cells.
    ///
    /// Cost: O(r² · c) at worst, with r rows and c columns; in practice a few dozen looks at each cell.
    pub(super) fn solve(&mut self) {
        if self.columns.len() == self.width {
            self.reduce_columns();
            self.transfer();
        }
        let waiting: Vec<u32> =
            (0..self.columns.len() as u32).filter(|&row| self.columns[row as usize] == NOBODY).collect();
        let waiting = self.reduce_rows(waiting);
        if self.width >= LARGE && C::WIDE {
            let mut search = near::Search::new(self);
            waiting.into_iter().for_each(|row| search.run(self, row));
        } else {
            let mut search = Search::new(self);
            waiting.into_iter().for_each(|row| search.run(self, row));
        }
    }

    pub(super) fn row(&self, row: u32) -> &[C] {
        &self.cells[row as usize * self.width..][..self.width]
    }

    pub(super) fn pair(&mut self, row: u32, column: usize) {
        self.columns[row as usize] = column as u32;
        self.rows[column] = row;
    }

    /// Values every column at its least cell, and gives it to a row that has it.
    fn reduce_columns(&mut self) {
        self.values.copy_from_slice(&self.cells[..self.width]);
        for cells in self.cells.chunks_exact(self.width).skip(1) {
            for (&cell, value) in cells.iter().zip(&mut self.values) {
                *value = cell.least(*value);
            }
        }
        for row in 0..self.columns.len() as u32 {
            if let Some(column) = self.best(row, C::default()).filter(|&column| self.rows[column] == NOBODY) {
                self.pair(row, column);
            }
        }
    }

    /// Lowers each taken column until its row would as soon have another.
    fn transfer(&mut self) {
        for row in 0..self.columns.len() as u32 {
            let column = self.columns[row as usize];
            if column != NOBODY {
                // Its own column is the nearest: nothing is below its column's value.
                let (_, next) = two_least(self.row(row), &self.values);
                if next < C::FAR {
                    self.values[column as usize] = self.cell(row as usize, column as usize) - next;
                }
            }
        }
    }

    /// Lets rows without a column take the one they lack least in, from whoever has it; returns those left without.
    fn reduce_rows(&mut self, waiting: Vec<u32>) -> Vec<u32> {
        let mut left = PATIENCE * waiting.len();
        let mut without = Vec::new();
        for row in waiting {
            let mut next = Some(row);
            while let Some(bidder) = next.filter(|_| left > 0) {
                left -= 1;
                next = match self.take(bidder) {
                    Taken::Free => None,
                    Taken::From(loser) => Some(loser),
                    Taken::Tied => break,
                };
            }
            without.extend(next);
        }
        without
    }

    /// Gives this row the column it lacks least in, unless somebody has it and another would do as well.
    fn take(&mut self, row: u32) -> Taken {
        let (least, next) = two_least(self.row(row), &self.values);
        let Some(column) = self.best(row, least) else { return Taken::Tied };
        let loser = self.rows[column];
        if loser == NOBODY {
            self.pair(row, column);
            return Taken::Free;
        }
        if next == least {
            return Taken::Tied;
        }
        self.values[column] = self.cell(row as usize, column) - next;
        self.columns[loser as usize] = NOBODY;
        self.pair(row, column);
        Taken::From(loser)
    }

    /// A column in which this row lacks just so much: one that nobody has, if there is one.
    fn best(&self, row: u32, least: C) -> Option<usize> {
        find(self.row(row), &self.values, least, |column| self.rows[column] == NOBODY)
    }
}

/// How a row fared that went for a column.
enum Taken {
    /// It has one that nobody had.
    Free,
    /// It has one that this row had.
    From(u32),
    /// It has none.
    Tied,
}

/// Shortest ways from one row to the columns, over what rows lack.
struct Search<C> {
    /// The length of the way to each column; far for those already come to.
    ways: Vec<C>,
    /// The columns' values, shut for those already come to.
    values: Vec<C>,
    /// Columns come to, with the length of the way.
    reached: Vec<(usize, C)>,
    /// The rows that ways were lowered from, each with what its ways begin with; the first is the one without a column.
    seen: Vec<(u32, C)>,
}

impl<C: Cell> Search<C> {
    fn new(sheet: &Sheet<C>) -> Search<C> {
        Search { ways: vec![C::FAR; sheet.width], values: sheet.values.clone(), reached: Vec::new(), seen: Vec::new() }
    }

    /// Gives one more row a column, moving others where that costs least.
    fn run(&mut self, sheet: &mut Sheet<C>, row: u32) {
        self.ways.fill(C::FAR);
        self.reached.clear();
        self.seen.clear();
        let mut length = self.look(sheet, row, C::default());
        let end = loop {
            if let Some(end) = self.reach(sheet, length) {
                break end;
            }
            // Look further from everybody at this length before going on to the next.
            let mut shortest = C::FAR;
            let mut end = None;
            while let Some(&(column, way)) = self.reached.get(self.seen.len() - 1) {
                let row = sheet.rows[column];
                let base = way - (sheet.cell(row as usize, column) - sheet.values[column]);
                shortest = self.look(sheet, row, base);
                if shortest == length {
                    end = self.reach(sheet, length);
                    if end.is_some() {
                        break;
                    }
                }
            }
            if let Some(end) = end {
                break end;
            }
            length = shortest;
        };
        self.swap(sheet, end, length);
        self.revalue(sheet, length);
    }

    /// Lowers the ways that are shorter over this row.
    fn look(&mut self, sheet: &Sheet<C>, row: u32, base: C) -> C {
        self.seen.push((row, base));
        lower(sheet.row(row), &self.values, base, &mut self.ways)
    }

    /// Comes to every column at this length, or stops at one that nobody has.
    fn reach(&mut self, sheet: &Sheet<C>, length: C) -> Option<usize> {
        let mut at = 0;
        while let Some(column) = place(&self.ways, length, at) {
            if sheet.rows[column] == NOBODY {
                return Some(column);
            }
            self.ways[column] = C::FAR;
            self.values[column] = C::SHUT;
            self.reached.push((column, length));
            at = column + 1;
        }
        None
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
    ///
    /// Nobody wrote down over which row a way leads: the first row from which it is so long is one. Rows are looked
    /// through in the order they were come to, so each is found before its own column, and the way comes to its start.
    fn swap(&self, sheet: &mut Sheet<C>, end: usize, length: C) {
        let (mut column, mut way) = (end, length);
        loop {
            let leads = |&(row, base): &(u32, C)| sheet.cell(row as usize, column) - sheet.values[column] + base == way;
            let at = self.seen.iter().position(leads).unwrap_or(0);
            sheet.pair(self.seen[at].0, column);
            if at == 0 {
                return;
            }
            (column, way) = self.reached[at - 1];
        }
    }
}
