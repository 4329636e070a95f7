//! Spreadsheets somebody sends: text in whatever encoding and separator, or an Excel workbook. Read whole or refused
//! whole, with the line and column of what is wrong. Start at [`Sheet::read`].

mod text;
mod workbook;

use std::collections::BTreeMap;

use crate::error::Message;

/// The largest file of text taken, in bytes.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The largest workbook taken, in bytes.
pub const MOST_WORKBOOK_BYTES: usize = 10 * 1024 * 1024;
/// The most rows taken.
pub const MOST_ROWS: usize = 50_000;
/// The most columns taken.
pub const MOST_COLUMNS: usize = 300;

/// A sheet: its headings and its rows, all as wide as the headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Headings as they stand in the file, trimmed.
    pub headings: Vec<String>,
    /// The rows, without empty ones.
    pub rows: Vec<Row>,
    /// How it was read.
    pub how: How,
}

/// How a sheet was read: a guess where the file does not say, so it is told to whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// As text.
    Text {
        /// Which letters the bytes are.
        encoding: Encoding,
        /// What parts the cells.
        separator: char,
    },
    /// As a sheet of a workbook.
    Workbook {
        /// Its name.
        sheet: String,
        /// How many sheets the workbook shows.
        sheets: usize,
    },
}

crate::named! {
    /// Which letters a file's bytes are.
    pub enum Encoding {
        /// Unicode, in bytes.
        Utf8 = "utf-8",
        /// Unicode, in pairs of bytes: Excel's "Unicode text".
        Utf16 = "utf-16",
        /// What older spreadsheets write in Western Europe.
        Windows1252 = "windows-1252",
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// Why a sheet is not taken, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Line of the file, from 1; 0 when it is about the whole.
    pub line: u64,
    /// Column, from 1; 0 when it is about the whole line.
    pub column: u64,
    /// What to do about it.
    pub message: Message,
}

impl Fault {
    /// A fault at a place.
    #[must_use]
    pub fn at(line: u64, column: u64, message: impl Into<Message>) -> Fault {
        Fault { line, column, message: message.into() }
    }

    /// The fault in words, place first: `sheet-fault` of the translation files.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = match (self.line, self.column) {
            (0, _) => return self.message.clone(),
            (_, 0) => "sheet-fault-line",
            _ => "sheet-fault",
        };
        Message::new(key)
            .with("line", i64::try_from(self.line).unwrap_or(i64::MAX))
            .with("column", i64::try_from(self.column).unwrap_or(i64::MAX))
            .with("fault", self.message.clone())
    }
}

impl Sheet {
    /// Reads a file's bytes: a workbook, or text in any of the encodings and separators spreadsheets write.
    ///
    /// # Errors
    /// [`Fault`] for an empty file, one too large, bytes that are no text, a heading that stands twice or is empty over
    /// a filled column, and a row that is too short or too long.
    pub fn read(bytes: &[u8]) -> Result<Sheet, Fault> {
        Sheet::read_with(bytes, false)
    }

    /// The same of a table with headings down its side too, whose corner may be empty: a column that has something in it
    /// and no heading is headed by the name of its cell, `A1` or `B1`.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_matrix(bytes: &[u8]) -> Result<Sheet, Fault> {
        Sheet::read_with(bytes, true)
    }

    fn read_with(bytes: &[u8], corner: bool) -> Result<Sheet, Fault> {
        // Every xlsx, ods and Numbers file is a zip, whatever it is called.
        if bytes.starts_with(b"PK\x03\x04") {
            return if bytes.len() > MOST_WORKBOOK_BYTES {
                Err(too_large(MOST_WORKBOOK_BYTES))
            } else {
                workbook::read(bytes, corner)
            };
        }
        // What Excel wrote before 2007, and what it writes with a password.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(Fault::at(0, 0, "sheet-old-workbook"));
        }
        if bytes.len() > MOST_BYTES { Err(too_large(MOST_BYTES)) } else { text::read(bytes, corner) }
    }

    /// Where the column headed `name` is: compared without case, spaces and punctuation.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = folded(name);
        self.headings.iter().position(|heading| folded(heading) == wanted)
    }
}

/// The fault of a file larger than so many bytes.
#[must_use]
pub fn too_large(most: usize) -> Fault {
    Fault::at(0, 0, Message::new("sheet-too-large").with("most", most / (1024 * 1024)))
}

/// A heading as it is compared: `E-mail Address` and `email_address` are one.
#[must_use]
pub fn folded(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A sheet of its first row and the others. Columns without a heading and without anything in them are dropped.
fn made(rows: Vec<Row>, how: How, corner: bool) -> Result<Sheet, Fault> {
    let mut rows = rows.into_iter();
    let Some(mut first) = rows.next() else { return Err(Fault::at(0, 0, "sheet-empty")) };
    let mut rows: Vec<Row> = rows.collect();
    let is_filled = |at: usize| rows.iter().find(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
    for (at, heading) in first.cells.iter_mut().enumerate().take(26) {
        if corner && folded(heading).is_empty() && is_filled(at).is_some() {
            *heading = format!("{}1", char::from(b'A' + at as u8));
        }
    }
    let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let named = |at: &usize| first.cells.get(*at).is_some_and(|heading| !folded(heading).is_empty());
    let last = (0..first.cells.len()).rev().find(named).map_or(0, |at| at + 1);
    if let Some(row) = (last..widest).find_map(is_filled).filter(|_| last > 0) {
        return Err(text::wide(row, last));
    }
    headings(&first, last, |at| is_filled(at).is_some())?;
    let kept: Vec<usize> = (0..last).filter(named).collect();
    if kept.len() > MOST_COLUMNS {
        let message = Message::new("sheet-too-many-columns").with("most", MOST_COLUMNS);
        return Err(Fault::at(first.line, MOST_COLUMNS as u64 + 1, message));
    }
    for row in &mut rows {
        // A NUL, or a sign of the kind that older encodings leave undefined: not what anybody typed.
        let odd = |cell: &String| cell.contains(|c: char| c == '\0' || ('\u{80}'..='\u{9f}').contains(&c));
        if let Some(at) = row.cells.iter().position(odd) {
            return Err(Fault::at(row.line, at as u64 + 1, "sheet-control"));
        }
        let cell = |at: &usize| row.cells.get_mut(*at).map(std::mem::take).unwrap_or_default();
        row.cells = kept.iter().map(cell).collect();
    }
    rows.retain(|row| !row.cells.iter().all(String::is_empty));
    if rows.is_empty() {
        return Err(Fault::at(0, 0, "sheet-headings-only"));
    }
    let headings = kept.iter().map(|at| first.cells[*at].clone()).collect();
    Ok(Sheet { headings, rows, how })
}

/// Sees that each heading is there once, and none is missing over a filled column.
fn headings(first: &Row, last: usize, is_filled: impl Fn(usize) -> bool) -> Result<(), Fault> {
    let mut seen = BTreeMap::new();
    for (at, heading) in first.cells.iter().enumerate().take(last.max(1)) {
        let column = at as u64 + 1;
        if folded(heading).is_empty() {
            if is_filled(at) || last == 0 {
                return Err(Fault::at(first.line, column, "sheet-heading-missing"));
            }
        } else if let Some(before) = seen.insert(folded(heading), column) {
            let message = Message::new("sheet-heading-twice")
                .with("heading", heading)
                .with("first", i64::try_from(before).unwrap_or(0));
            return Err(Fault::at(first.line, column, message));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
