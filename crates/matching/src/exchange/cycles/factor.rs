//! Solving with the basis of a linear programme: sparse triangles, and what has changed since.
//!
//! The basis is taken apart into two triangles, column by column (Gilbert and Peierls 1988), in an order that lets few
//! new numbers arise: first what stands alone in its column or row (Markowitz 1957). Each exchange of one column since
//! then is kept as a factor of its own (the product form; Dantzig and Orchard-Hays 1954).

/// Numbers smaller than this are left away.
const NOTHING: f64 = 1e-13;
/// A pivot is at least this part of the largest number in its column.
const STEADY: f64 = 0.1;

/// Sparse vectors, one after the other, each with the row it belongs to.
#[derive(Debug, Clone, Default)]
struct File {
    rows: Vec<u32>,
    /// The number in that row.
    pivots: Vec<f64>,
    ends: Vec<u32>,
    others: Vec<(u32, f64)>,
}

impl File {
    fn clear(&mut self) {
        self.cut(0);
    }

    fn cut(&mut self, length: usize) {
        self.rows.truncate(length);
        self.pivots.truncate(length);
        self.ends.truncate(length);
        self.others.truncate(self.ends.last().map_or(0, |&end| end as usize));
    }

    fn push(&mut self, row: usize, pivot: f64) {
        self.rows.push(row as u32);
        self.pivots.push(pivot);
        self.ends.push(self.others.len() as u32);
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn others(&self, at: usize) -> &[(u32, f64)] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.others[from..self.ends[at] as usize]
    }

    /// Each vector's multiple is taken away that its row has, divided by its pivot; in order.
    fn apply(&self, vector: &mut [f64], from: usize) {
        for at in from..self.len() {
            self.apply_one(vector, at);
        }
    }

    fn apply_one(&self, vector: &mut [f64], at: usize) {
        let row = self.rows[at] as usize;
        if vector[row] != 0.0 {
            let share = vector[row] / self.pivots[at];
            vector[row] = share;
            for &(other, part) in self.others(at) {
                vector[other as usize] -= part * share;
            }
        }
    }

    /// The same from the other side.
    fn gather_one(&self, vector: &mut [f64], at: usize) {
        let row = self.rows[at] as usize;
        let mut sum = vector[row];
        for &(other, part) in self.others(at) {
            sum -= part * vector[other as usize];
        }
        vector[row] = sum / self.pivots[at];
    }
}

/// A basis that can be solved with.
#[derive(Debug, Clone, Default)]
pub(super) struct Factor {
    lower: File,
    upper: File,
    /// Exchanges since.
    since: File,
}

impl Factor {
    /// How many columns have been exchanged.
    pub(super) fn exchanged(&self) -> usize {
        self.since.len()
    }

    /// Whether it is time to begin anew.
    pub(super) fn is_long(&self) -> bool {
        self.since.len() >= 64
    }

    /// Takes exchanges back, down to so many.
    pub(super) fn undo(&mut self, exchanged: usize) {
        self.since.cut(exchanged);
    }

    /// How many numbers there are.
    pub(super) fn size(&self) -> usize {
        self.lower.others.len()
            + self.upper.others.len()
            + self.since.others.len()
            + 2 * self.upper.len()
            + self.since.len()
    }

    /// What combination of the basis this is; by place.
    pub(super) fn solve(&self, vector: &mut [f64]) {
        self.lower.apply(vector, 0);
        for at in (0..self.upper.len()).rev() {
            self.upper.apply_one(vector, at);
        }
        self.since.apply(vector, 0);
    }

    /// What prices of rows give these of places.
    pub(super) fn price(&self, vector: &mut [f64]) {
        for at in (0..self.since.len()).rev() {
            self.since.gather_one(vector, at);
        }
        for at in 0..self.upper.len() {
            self.upper.gather_one(vector, at);
        }
        for at in (0..self.lower.len()).rev() {
            self.lower.gather_one(vector, at);
        }
    }

    /// Exchanges the column of a place for one of which this is the combination.
    pub(super) fn exchange(&mut self, place: usize, column: &[f64]) {
        let others = column.iter().enumerate().filter(|&(row, part)| row != place && part.abs() > NOTHING);
        self.since.others.extend(others.map(|(row, &part)| (row as u32, part)));
        self.since.push(place, column[place]);
    }

    /// Takes a basis apart: `columns` has each column's rows and numbers, and the answer says which row each got as its
    /// place. A column that depends on others gets none.
    pub(super) fn take_apart(&mut self, rows: usize, columns: &[Vec<(u32, f64)>]) -> Vec<Option<u32>> {
        self.lower.clear();
        self.upper.clear();
        self.since.clear();
        let mut order = Order::new(rows, columns);
        let mut places = vec![None; columns.len()];
        let mut dense = vec![0.0; rows];
        // As many vectors of the lower triangle touch no column that has a choice.
        let mut plain = None;
        while let Some((column, alone)) = order.next(columns) {
            for &(row, part) in &columns[column] {
                dense[row as usize] = part;
            }
            let mut touched: Vec<u32> = columns[column].iter().map(|part| part.0).collect();
            if alone.is_none() {
                let from = *plain.get_or_insert(self.lower.len());
                self.reduce(&mut dense, &mut touched, from);
            }
            let open = |row: &&u32| !order.done[**row as usize];
            let largest = touched.iter().filter(open).map(|&row| dense[row as usize].abs()).fold(0.0, f64::max);
            let steady = |row: &&u32| dense[**row as usize].abs() >= largest * STEADY;
            let fewest = |row: &u32| (order.counts[*row as usize], *row);
            let pivot = alone.or_else(|| touched.iter().filter(open).filter(steady).copied().min_by_key(fewest));
            if let Some(pivot) = pivot.filter(|_| largest > 1e-9) {
                self.keep(pivot, &dense, &touched, &order.done);
                places[column] = Some(pivot);
                order.settle(pivot);
            }
            touched.iter().for_each(|&row| dense[row as usize] = 0.0);
        }
        (0..rows).filter(|&row| !order.done[row]).for_each(|row| self.upper.push(row, 1.0));
        places
    }

    /// Applies the lower triangle so far to a column.
    fn reduce(&self, dense: &mut [f64], touched: &mut Vec<u32>, from: usize) {
        for at in from..self.lower.len() {
            let share = dense[self.lower.rows[at] as usize];
            if share != 0.0 {
                for &(row, part) in self.lower.others(at) {
                    if dense[row as usize] == 0.0 && !touched.contains(&row) {
                        touched.push(row);
                    }
                    dense[row as usize] -= part * share;
                }
            }
        }
    }

    fn keep(&mut self, pivot: u32, dense: &[f64], touched: &[u32], done: &[bool]) {
        let number = dense[pivot as usize];
        let mut any = false;
        for &row in touched {
            let part = dense[row as usize];
            if row != pivot && part.abs() > NOTHING {
                if done[row as usize] {
                    self.upper.others.push((row, part));
                } else {
                    self.lower.others.push((row, part / number));
                    any = true;
                }
            }
        }
        self.upper.push(pivot as usize, number);
        if any {
            self.lower.push(pivot as usize, 1.0);
        }
    }
}

/// Which column comes next.
struct Order {
    /// Columns that are left, by row.
    of_row: Vec<Vec<u32>>,
    /// How many columns are left in each row, and rows in each column.
    counts: Vec<u32>,
    lengths: Vec<u32>,
    done: Vec<bool>,
    taken: Vec<bool>,
    short: Vec<u32>,
    lonely: Vec<u32>,
    rest: Option<Vec<u32>>,
}

impl Order {
    fn new(rows: usize, columns: &[Vec<(u32, f64)>]) -> Order {
        let mut of_row = vec![Vec::new(); rows];
        for (at, column) in columns.iter().enumerate() {
            column.iter().for_each(|&(row, _)| of_row[row as usize].push(at as u32));
        }
        let counts: Vec<u32> = of_row.iter().map(|row| row.len() as u32).collect();
        let lengths: Vec<u32> = columns.iter().map(|column| column.len() as u32).collect();
        let single = |counts: &[u32]| (0..counts.len() as u32).rev().filter(|&at| counts[at as usize] == 1).collect();
        Order {
            short: single(&lengths),
            lonely: single(&counts),
            of_row,
            counts,
            lengths,
            done: vec![false; rows],
            taken: vec![false; columns.len()],
            rest: None,
        }
    }

    /// A column, and its row if there is no choice.
    fn next(&mut self, columns: &[Vec<(u32, f64)>]) -> Option<(usize, Option<u32>)> {
        let mut chosen = None;
        while let Some(column) = self.short.pop() {
            if !self.taken[column as usize] && self.lengths[column as usize] == 1 {
                let row = columns[column as usize].iter().find(|part| !self.done[part.0 as usize]);
                chosen = row.map(|row| (column as usize, Some(row.0)));
                break;
            }
        }
        while let (None, Some(row)) = (chosen, self.lonely.pop()) {
            if !self.done[row as usize] && self.counts[row as usize] == 1 {
                let column = self.of_row[row as usize].iter().find(|&&column| !self.taken[column as usize]);
                chosen = column.map(|&column| (column as usize, Some(row)));
            }
        }
        if chosen.is_none() {
            let (taken, lengths) = (&self.taken, &self.lengths);
            let rest = self.rest.get_or_insert_with(|| {
                let mut rest: Vec<u32> = (0..taken.len() as u32).filter(|&column| !taken[column as usize]).collect();
                rest.sort_by_key(|&column| std::cmp::Reverse((lengths[column as usize], column)));
                rest
            });
            while let Some(column) = rest.pop() {
                if !taken[column as usize] {
                    chosen = Some((column as usize, None));
                    break;
                }
            }
        }
        let (column, _) = chosen?;
        self.taken[column] = true;
        for &(row, _) in &columns[column] {
            self.counts[row as usize] -= 1;
            if self.counts[row as usize] == 1 && self.rest.is_none() {
                self.lonely.push(row);
            }
        }
        chosen
    }

    /// A row has got its column.
    fn settle(&mut self, row: u32) {
        self.done[row as usize] = true;
        if self.rest.is_none() {
            for &column in &self.of_row[row as usize] {
                self.lengths[column as usize] -= 1;
                if self.lengths[column as usize] == 1 && !self.taken[column as usize] {
                    self.short.push(column);
                }
            }
        }
    }
}
