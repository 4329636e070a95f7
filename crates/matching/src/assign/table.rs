//! Full tables: when nearly everybody may go with nearly everybody, pairs are solved as a table, row by row.
//!
//! A pair that is not allowed, or is worth nothing, stands in the table with weight 0 and counts as being apart. Then
//! whichever side is smaller can always be seated whole, and the question is the assignment problem over a full table.
//! Every cell is looked at in order, without lists of who is allowed, which is what a processor does best.

mod cell;
mod near;
mod search;
#[cfg(test)]
mod tests;

use super::plan::{Plan, Proof};
use super::question::Question;
use crate::scale::Scale;
use cell::Cell;
use search::Sheet;

/// A best plan of a question whose pairs fill a table of mentees and places to three quarters, else `None`.
///
/// Method: Jonker and Volgenant (1987), see `table/search.rs`. Cost: O(r² · c) at worst, with r rows and c columns; in
/// practice a few dozen looks at each cell.
pub(super) fn propose(question: &Question) -> Option<Plan> {
    let sides = Sides::of(question)?;
    let lack = Lack::of(question, &sides);
    let (partners, mut proof) = if lack.range <= i16::LARGEST.whole() {
        solve::<i16>(question, &sides, &lack)
    } else if lack.range <= f32::LARGEST.whole() {
        solve::<f32>(question, &sides, &lack)
    } else if lack.range <= i32::LARGEST.whole() {
        solve::<i32>(question, &sides, &lack)
    } else if lack.range <= i64::LARGEST {
        solve::<i64>(question, &sides, &lack)
    } else {
        return None;
    };
    proof.close_rooms(question);
    Some(Plan::new(question, partners, proof))
}

/// Who stands in the rows and columns. There are at least as many columns as rows.
struct Sides {
    /// Mentees who are not locked.
    mentees: Vec<u32>,
    /// The mentor of each open place; a mentor with places for everybody has one more than needed.
    places: Vec<u32>,
    /// Where each mentor's places begin.
    begins: Vec<usize>,
    /// Whether the rows are places.
    turned: bool,
}

impl Sides {
    /// The sides, if the question's pairs may fill a table of them.
    fn of(question: &Question) -> Option<Sides> {
        let open = |&mentee: &u32| question.locked(mentee).is_none();
        let mentees: Vec<u32> = (0..question.mentees() as u32).filter(open).collect();
        let room = |mentor| (question.room_of(mentor) as usize).min(mentees.len() + 1);
        let seats: usize = (0..question.mentors() as u32).map(room).sum();
        let cells = mentees.len().checked_mul(seats)?;
        if cells == 0 || cells.checked_mul(3)? > question.pairs() * 4 {
            return None;
        }
        let (mut places, mut begins) = (Vec::with_capacity(seats), Vec::with_capacity(question.mentors() + 1));
        begins.push(0);
        for mentor in 0..question.mentors() as u32 {
            places.extend(std::iter::repeat_n(mentor, room(mentor)));
            begins.push(places.len());
        }
        let turned = mentees.len() > seats;
        Some(Sides { mentees, places, begins, turned })
    }
}

/// What a cell says: how much a pair lacks to the best one, in units of weight.
struct Lack {
    scale: Scale,
    /// No pair scores more, nor weighs more.
    highest: i64,
    heaviest: i64,
    /// Pairs that score less are not made.
    least: i64,
    /// Every cell is a pair worth making, and its score alone counts.
    full: bool,
    /// What one unit weighs.
    unit: i64,
    /// No cell is larger.
    range: i64,
}

impl Lack {
    fn of(question: &Question, sides: &Sides) -> Lack {
        let (scale, least, (lowest, highest)) = (question.scale(), question.least(), question.ends);
        let heaviest = scale.weight(highest).max(0);
        let full = question.pairs() == question.mentees() * question.mentors()
            && sides.mentees.len() == question.mentees()
            && least <= lowest
            && scale.weight(lowest) >= 0;
        let (unit, range) = if full { (scale.rate, highest - lowest) } else { (1, heaviest) };
        Lack { scale, highest, heaviest, least, full, unit, range }
    }

    /// The cell of a pair with this score.
    fn cell<C: Cell>(&self, score: i64) -> C {
        C::of(if self.full {
            self.highest - score
        } else if score < self.least {
            self.heaviest
        } else {
            self.heaviest - self.scale.weight(score).max(0)
        })
    }

    /// The cell of two who may not be a pair.
    fn apart<C: Cell>(&self) -> C {
        C::of(if self.full { self.range } else { self.heaviest })
    }
}

/// Everybody's mentor, and the values of rows and columns as gains and prices.
///
/// Weights are at least 0 in every cell, so a row's and a column's value never weigh less than nothing together, and
/// can be shifted against each other until neither is negative.
fn solve<C: Cell>(question: &Question, sides: &Sides, lack: &Lack) -> (Vec<Option<u32>>, Proof) {
    let mut sheet = fill::<C>(question, sides, lack);
    sheet.solve();
    let mut partners: Vec<Option<u32>> = (0..question.mentees() as u32).map(|mentee| question.locked(mentee)).collect();
    let mut proof = Proof { gains: vec![0; question.mentees()], prices: vec![0; question.mentors()] };
    // The columns' values may be shifted all together: until none is above 0, and those of nobody's columns are 0.
    let shift = sheet.values.iter().map(|value| value.whole()).max().unwrap_or(0);
    for (column, value) in sheet.values.iter().enumerate() {
        let worth = (shift - value.whole()) * lack.unit;
        if sides.turned {
            proof.gains[sides.mentees[column] as usize] = worth;
        } else {
            proof.prices[sides.places[column] as usize] = worth;
        }
    }
    for (row, &column) in sheet.columns.iter().enumerate() {
        let weight = lack.heaviest - sheet.cell(row, column as usize).whole() * lack.unit;
        let (at, place) = if sides.turned { (column as usize, row) } else { (row, column as usize) };
        let (mentee, mentor) = (sides.mentees[at] as usize, sides.places[place]);
        if weight > 0 {
            partners[mentee] = Some(mentor);
        }
        if sides.turned {
            proof.prices[mentor as usize] = weight - proof.gains[mentee];
        } else {
            proof.gains[mentee] = weight - proof.prices[mentor as usize];
        }
    }
    (partners, proof)
}

fn fill<C: Cell>(question: &Question, sides: &Sides, lack: &Lack) -> Sheet<C> {
    let (long, wide) = (sides.mentees.len(), sides.places.len());
    let singles = sides.begins.iter().enumerate().all(|(mentor, &begin)| mentor == begin);
    let mut cells = Vec::with_capacity(long * wide);
    for &mentee in &sides.mentees {
        let (mentors, scores) = question.row(mentee);
        if singles && mentors.len() == wide {
            // Everybody, with one place each: the row as it stands.
            if lack.full {
                cells.extend(scores.iter().map(|score| C::of(lack.highest - score)));
            } else {
                cells.extend(scores.iter().map(|&score| lack.cell::<C>(score)));
            }
            continue;
        }
        let from = cells.len();
        cells.resize(from + wide, lack.apart());
        for (&mentor, &score) in mentors.iter().zip(scores) {
            let places = sides.begins[mentor as usize]..sides.begins[mentor as usize + 1];
            cells[from..][places].fill(lack.cell(score));
        }
    }
    if sides.turned { Sheet::new(wide, turn(&cells, long, wide)) } else { Sheet::new(long, cells) }
}

/// The same cells by columns.
fn turn<C: Cell>(cells: &[C], long: usize, wide: usize) -> Vec<C> {
    let mut turned = Vec::with_capacity(cells.len());
    for column in 0..wide {
        turned.extend((0..long).map(|row| cells[row * wide + column]));
    }
    turned
}
