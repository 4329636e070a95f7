//! Sheets in an Excel workbook (xlsx): its first sheet that is shown and has anything in it.
//!
//! What is inside may unpack to a thousand times its size, and may claim any size at all. So it is measured first, and
//! read a cell at a time: nothing is made room for because the file says so.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::{Fault, How, MOST_COLUMNS, MOST_ROWS, Row, Sheet, made};
use crate::error::Message;

/// The most files in a workbook.
const MOST_PARTS: usize = 500;
/// The most it may unpack to, in bytes: all of it, and its table of texts, which is held whole.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;
const MOST_TEXTS: u64 = 24 * 1024 * 1024;
/// The most text in the cells of one sheet, in bytes: one text may stand in every cell.
const MOST_TEXT: usize = 32 * 1024 * 1024;
/// The most cells of one sheet, empty ones among them: a row is as wide as its last.
const MOST_CELLS: usize = 3_000_000;

/// Reads a workbook. Whatever its makers did to it, it is read or refused.
pub(super) fn read(bytes: &[u8], corner: bool) -> Result<Sheet, Fault> {
    measured(bytes)?;
    // The reader is others' code, and takes some things for granted that a broken workbook does not hold to.
    std::panic::catch_unwind(|| first_sheet(bytes, corner)).unwrap_or_else(|_| Err(unreadable(())))
}

fn first_sheet(bytes: &[u8], corner: bool) -> Result<Sheet, Fault> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let shown = |one: &&calamine::Sheet| one.typ == SheetType::WorkSheet && one.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|one| one.name.clone()).collect();
    for name in &names {
        let rows = rows(&mut book, name)?;
        if !rows.is_empty() {
            return made(rows, How::Workbook { sheet: name.clone(), sheets: names.len() }, corner);
        }
    }
    Err(Fault::at(0, 0, "sheet-empty"))
}

/// Unpacks every part once, to nowhere, and counts.
fn measured(bytes: &[u8]) -> Result<(), Fault> {
    let too_large = || Fault::at(0, 0, "sheet-workbook-large");
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if parts.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut left = MOST_UNPACKED;
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(unreadable)?;
        let name = part.name().map_err(unreadable)?.to_lowercase();
        let (is_texts, is_sheet) = (name.ends_with("sharedstrings.xml"), name.contains("worksheets/"));
        let most = if is_sheet { left } else { left.min(MOST_TEXTS) };
        let mut unpacked = part.take(most + 1);
        let read = if is_texts {
            let mut texts = Vec::new();
            unpacked.read_to_end(&mut texts).map_err(unreadable)?;
            if claims_too_much(&texts) {
                return Err(too_large());
            }
            texts.len() as u64
        } else {
            std::io::copy(&mut unpacked, &mut std::io::sink()).map_err(unreadable)?
        };
        if read > most {
            return Err(too_large());
        }
        left -= read;
    }
    Ok(())
}

/// Whether a table of texts claims more of them than there can be: its reader makes room for as many as it says.
fn claims_too_much(texts: &[u8]) -> bool {
    let claim = b"uniqueCount";
    let wide = texts.starts_with(b"\xff\xfe") || texts.starts_with(b"\xfe\xff") || texts.contains(&0);
    let claims = texts.windows(claim.len()).enumerate().filter(|(_, word)| word == claim);
    let digits = |at: usize| {
        let rest = texts.get(at + claim.len()..).unwrap_or_default();
        rest.iter().skip_while(|b| !b.is_ascii_digit()).take_while(|b| b.is_ascii_digit()).count()
    };
    wide || claims.take(8).any(|(at, _)| digits(at) > 6)
}

/// The filled rows of one sheet, each as wide as its last filled cell.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, Fault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let (mut rows, mut text, mut count): (Vec<Row>, usize, usize) = (Vec::new(), 0, 0);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (line, at) = (u64::from(cell.get_position().0) + 1, cell.get_position().1 as usize);
        let words = words(cell.get_value());
        let words = words.trim();
        if words.is_empty() {
            continue;
        }
        if at >= MOST_COLUMNS {
            return Err(Fault::at(
                line,
                at as u64 + 1,
                Message::new("sheet-too-many-columns").with("most", MOST_COLUMNS),
            ));
        }
        if rows.last().is_none_or(|row| row.line != line) {
            if rows.len() > MOST_ROWS {
                return Err(Fault::at(0, 0, Message::new("sheet-too-many-rows").with("most", MOST_ROWS)));
            }
            rows.push(Row { line, cells: Vec::new() });
        }
        if let Some(row) = rows.last_mut() {
            let wide = row.cells.len().max(at + 1);
            (text, count) = (text + words.len(), count + wide - row.cells.len());
            // Asked before each cell is kept: one row can name one long text three hundred times.
            if text > MOST_TEXT || count > MOST_CELLS {
                return Err(Fault::at(0, 0, "sheet-workbook-large"));
            }
            row.cells.resize(wide, String::new());
            row.cells[at] = words.to_owned();
        }
    }
    // Most programs write rows in order; none has to.
    rows.sort_by_key(|row| row.line);
    Ok(rows)
}

/// A cell as a person would type it: what Excel itself writes when it saves the sheet as CSV in Britain.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(whole) => whole.to_string(),
        DataRef::Float(number) => self::number(*number),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(at) => day(at),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(fault) => fault.to_string(),
        _ => String::new(),
    }
}

/// A number with the fifteen digits Excel shows: what was typed as 0.3 is not 0.30000000000000004.
fn number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

fn day(at: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
    if at.is_duration() || at.as_f64() < 1.0 {
        let minutes = (at.as_f64() * 24.0 * 60.0).round() as i64;
        return format!("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    let date = format!("{day:02}/{month:02}/{year}");
    if at.as_f64().fract() == 0.0 { date } else { format!("{date} {hour:02}:{minute:02}") }
}

fn unreadable<E>(_: E) -> Fault {
    Fault::at(0, 0, "sheet-workbook-unreadable")
}

#[cfg(test)]
mod tests;
