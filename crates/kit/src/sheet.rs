//! Spreadsheets somebody sends: comma-separated values in UTF-8, read whole or refused whole, with the
//! line and column of what is wrong.

use std::collections::BTreeMap;

use crate::error::Message;

/// The largest sheet taken, in bytes and in rows.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;
/// The most rows taken.
pub const MOST_ROWS: usize = 50_000;

/// A sheet: its headings and its rows, all as wide as the headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Headings as they stand in the file, trimmed.
    pub headings: Vec<String>,
    /// The rows, without empty ones.
    pub rows: Vec<Row>,
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
    /// Reads a file's bytes.
    ///
    /// # Errors
    /// [`Fault`] for an empty file, one too large, bytes that are not UTF-8 (with the place of the first),
    /// a heading that stands twice or is empty over a filled column, and a row that is too short or too long.
    pub fn read(bytes: &[u8]) -> Result<Sheet, Fault> {
        if bytes.len() > MOST_BYTES {
            return Err(too_large());
        }
        // Every xlsx, ods and Numbers file is a zip, whatever it is called.
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(Fault::at(0, 0, "sheet-is-workbook"));
        }
        let text = text(bytes)?;
        if text.trim().is_empty() {
            return Err(Fault::at(0, 0, "sheet-empty"));
        }
        if let Some(line) = open_quote(text) {
            return Err(Fault::at(line, 0, "sheet-quote-open"));
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes());
        let mut records = reader.records();
        let headings = match records.next() {
            Some(Ok(record)) => headings(&record)?,
            _ => return Err(Fault::at(0, 0, "sheet-empty")),
        };
        let mut rows = Vec::new();
        for record in records {
            let record = record
                .map_err(|fault| Fault::at(fault.position().map_or(0, csv::Position::line), 0, "sheet-unreadable"))?;
            if record.iter().all(str::is_empty) {
                continue;
            }
            rows.push(row(&record, &headings, text)?);
            if rows.len() > MOST_ROWS {
                return Err(Fault::at(0, 0, Message::new("sheet-too-many-rows").with("most", MOST_ROWS)));
            }
        }
        if rows.is_empty() {
            return Err(Fault::at(0, 0, "sheet-headings-only"));
        }
        Ok(Sheet { headings, rows })
    }

    /// Where the column headed `name` is: compared without case, spaces and punctuation.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = folded(name);
        self.headings.iter().position(|heading| folded(heading) == wanted)
    }
}

/// The fault of a file larger than [`MOST_BYTES`].
#[must_use]
pub fn too_large() -> Fault {
    Fault::at(0, 0, Message::new("sheet-too-large").with("most", MOST_BYTES / (1024 * 1024)))
}

/// A heading as it is compared: `E-mail Address` and `email_address` are one.
#[must_use]
pub fn folded(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|fault| {
        let before = &bytes[..fault.valid_up_to()];
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let column = 1 + String::from_utf8_lossy(&before[start..]).chars().filter(|c| *c == ',').count();
        Fault::at(line as u64, column as u64, "sheet-not-utf8")
    })
}

/// The line of a quote that is never closed: it would swallow every row after it.
fn open_quote(text: &str) -> Option<u64> {
    let (mut line, mut opened) = (1, None);
    for byte in text.bytes() {
        match byte {
            b'"' => opened = if opened.is_some() { None } else { Some(line) },
            b'\n' => line += 1,
            _ => {}
        }
    }
    opened
}

/// What parts the cells: the comma, the semicolon or the tab, whichever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let count = |part: u8| first.bytes().filter(|b| *b == part).count();
    // The last of equals wins: a comma, where there is none of any.
    *b"\t;,".iter().max_by_key(|part| count(**part)).unwrap_or(&b',')
}

fn headings(record: &csv::StringRecord) -> Result<Vec<String>, Fault> {
    let mut seen = BTreeMap::new();
    for (at, heading) in record.iter().enumerate() {
        let column = at as u64 + 1;
        if folded(heading).is_empty() {
            return Err(Fault::at(1, column, "sheet-heading-missing"));
        }
        if let Some(first) = seen.insert(folded(heading), column) {
            let message = Message::new("sheet-heading-twice")
                .with("heading", heading)
                .with("first", i64::try_from(first).unwrap_or(0));
            return Err(Fault::at(1, column, message));
        }
    }
    Ok(record.iter().map(str::to_owned).collect())
}

fn row(record: &csv::StringRecord, headings: &[String], text: &str) -> Result<Row, Fault> {
    let line = record.position().map_or(0, |at| first_line(at, text));
    if record.len() != headings.len() {
        let message = Message::new("sheet-row-width").with("cells", record.len()).with("headings", headings.len());
        return Err(Fault::at(line, record.len().min(headings.len()) as u64 + 1, message));
    }
    if let Some(at) = record.iter().position(|cell| cell.contains('\0')) {
        return Err(Fault::at(line, at as u64 + 1, "sheet-control"));
    }
    Ok(Row { line, cells: record.iter().map(str::to_owned).collect() })
}

/// The reader's position stands before the empty lines it skips.
fn first_line(at: &csv::Position, text: &str) -> u64 {
    let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let skipped = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|b| b"\r\n".contains(b));
    at.line() + skipped.filter(|b| **b == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> (u64, u64, &'static str) {
        let fault = Sheet::read(bytes).unwrap_err();
        (fault.line, fault.column, fault.message.key)
    }

    #[test]
    fn a_sheet_is_read_whole() {
        let tabs = Sheet::read(b"name\ttown\nAda\tConwy; Wales\n").unwrap();
        assert_eq!(tabs.rows[0].cells, ["Ada", "Conwy; Wales"]);
        assert_eq!(Sheet::read(b"name;town\nAda;Conwy, Wales\n").unwrap().rows[0].cells, ["Ada", "Conwy, Wales"]);
        let sheet =
            Sheet::read("\u{feff}name,E-mail Address\nAda, a@b.test \n\n\"Bo,\nyd\",b@b.test\n".as_bytes()).unwrap();
        assert_eq!(sheet.column("email address"), Some(1));
        assert_eq!(sheet.rows[0], Row { line: 2, cells: vec!["Ada".into(), "a@b.test".into()] });
        assert_eq!(sheet.rows[1].line, 4);
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        assert_eq!(fault(b"name,town\nAda,\"Conwy\nBoyd,Powys\n"), (2, 0, "sheet-quote-open"));
        assert_eq!(fault(b"name,town\nAda,Con\0wy\n"), (2, 2, "sheet-control"));
        assert_eq!(fault(b"PK\x03\x04rest"), (0, 0, "sheet-is-workbook"));
        assert_eq!(fault(b""), (0, 0, "sheet-empty"));
        assert_eq!(fault(b" \n\n"), (0, 0, "sheet-empty"));
        assert_eq!(fault(b"name,town\n"), (0, 0, "sheet-headings-only"));
        assert_eq!(fault(b"name,town\nAda,Conwy\nBoyd\n"), (3, 2, "sheet-row-width"));
        assert_eq!(fault(b"name,Name \nAda,Conwy\n"), (1, 2, "sheet-heading-twice"));
        assert_eq!(fault(b"name,town\nAda,Ynys M\xf4n\n"), (2, 2, "sheet-not-utf8"));
        assert_eq!(fault(&vec![b'a'; MOST_BYTES + 1]), (0, 0, "sheet-too-large"));
    }
}
