//! The cells of a matrix, whatever its layout: who, what, which level, and the place of each, for when one is wrong.

use kit::Message;
use kit::clock::Day;
use kit::sheet::{Fault, Row};

use crate::assessment::Source;
use crate::import::{Given, Part};
use crate::mapping::matrix::{self, Shape};
use crate::mapping::{Reading, Use};

/// A place in a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    line: u64,
    column: u64,
}

impl At {
    /// A fault there.
    pub(super) fn of(self, message: impl Into<Message>) -> Fault {
        Fault::at(self.line, self.column, message)
    }
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) text: String,
    at: At,
}

impl Placed {
    /// Where it stands.
    pub(super) fn at(&self) -> At {
        self.at
    }
}

/// What a cell says, as it is written.
#[derive(Clone, Debug)]
pub(super) struct Filled {
    pub(super) who: Placed,
    pub(super) what: Placed,
    pub(super) level: Placed,
    pub(super) beside: Beside,
}

/// What its row says beside the levels.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    pub(super) area: String,
    pub(super) day: Option<Day>,
    pub(super) source: Option<Source>,
    pub(super) by: Option<Placed>,
}

/// One cell with a level, or a row that cannot be read.
pub(super) struct Cell {
    pub(super) part: usize,
    pub(super) line: u64,
    pub(super) about: String,
    /// Whether it stands under a heading that names who or what it is about.
    pub(super) is_spread: bool,
    pub(super) filled: Result<Filled, Fault>,
}

/// Every cell in which something is said.
pub(super) fn cells(given: &Given) -> Vec<Cell> {
    let mut all = Vec::new();
    for (at, part) in given.parts.iter().enumerate() {
        let shape = matrix::shape(&part.mapping);
        for row in &part.sheet.rows {
            match (shape, Reading::of(row, &part.mapping)) {
                (None, _) => {}
                (_, Err(fault)) => all.push(Cell {
                    part: at,
                    line: row.line,
                    about: row.cells.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default(),
                    is_spread: false,
                    filled: Err(fault),
                }),
                (Some(Shape::Rows), Ok(reading)) => all.push(whole(at, part, row, &reading)),
                (Some(shape), Ok(reading)) => spread(&mut all, at, part, row, &reading, shape),
            }
        }
    }
    all
}

fn placed(part: &Part, row: &Row, field: &str) -> Option<Placed> {
    let at = part.mapping.column(field)?;
    let text = row.cells.get(at).filter(|text| !text.is_empty())?.clone();
    Some(Placed { text, at: At { line: row.line, column: at as u64 + 1 } })
}

/// Who a row is about: by address where there is one, else by name.
fn who(part: &Part, row: &Row) -> Option<Placed> {
    placed(part, row, "address").or_else(|| placed(part, row, "person"))
}

fn beside(part: &Part, row: &Row, reading: &Reading<'_>) -> Beside {
    Beside {
        area: reading.text("area").to_owned(),
        day: reading.day("assessed"),
        source: reading.word("source").and_then(|word| word.parse().ok()),
        by: placed(part, row, "by"),
    }
}

/// A row of one level.
fn whole(at: usize, part: &Part, row: &Row, reading: &Reading<'_>) -> Cell {
    let (who, what) = (who(part, row), placed(part, row, "capability"));
    let missing = |field: &str| Err(reading.fault(field, "sheet-cell-missing"));
    let text = |one: &Option<Placed>| one.as_ref().map_or_else(String::new, |one| one.text.clone());
    let about = format!("{} – {}", text(&who), text(&what));
    let level = placed(part, row, "level").filter(|level| !matrix::is_silent(&level.text));
    let filled = match (who, what, level) {
        (None, ..) => missing(if part.mapping.column("address").is_some() { "address" } else { "person" }),
        (_, None, _) => missing("capability"),
        (.., None) => missing("level"),
        (Some(who), Some(what), Some(level)) => Ok(Filled { who, what, level, beside: beside(part, row, reading) }),
    };
    Cell { part: at, line: row.line, about, is_spread: false, filled }
}

/// A row with a level in each of many columns.
fn spread(all: &mut Vec<Cell>, at: usize, part: &Part, row: &Row, reading: &Reading<'_>, shape: Shape) {
    let side = if shape == Shape::PeopleDown { who(part, row) } else { placed(part, row, "capability") };
    let across = part.mapping.uses.iter().enumerate().filter(|(_, of)| matches!(of, Use::Answer(_)));
    let across = across.map(|(column, _)| column);
    let said: Vec<(usize, &String)> = across
        .filter_map(|column| Some((column, row.cells.get(column)?)))
        .filter(|(_, cell)| !matrix::is_silent(cell))
        .collect();
    let Some(side) = side else {
        if !said.is_empty() {
            let field = if shape == Shape::PeopleDown { "person" } else { "capability" };
            let filled = Err(reading.fault(field, "sheet-cell-missing"));
            all.push(Cell { part: at, line: row.line, about: String::new(), is_spread: false, filled });
        }
        return;
    };
    for (column, cell) in said {
        let place = At { line: row.line, column: column as u64 + 1 };
        let heading = Placed { text: part.sheet.headings[column].clone(), at: At { line: 1, column: place.column } };
        let (who, what) = match shape {
            Shape::PeopleDown => (side.clone(), heading),
            Shape::CapabilitiesDown | Shape::Rows => (heading, side.clone()),
        };
        let about = format!("{} – {}", who.text, what.text);
        let level = Placed { text: cell.clone(), at: place };
        let filled = Filled { who, what, level, beside: beside(part, row, reading) };
        all.push(Cell { part: at, line: row.line, about, is_spread: true, filled: Ok(filled) });
    }
}
