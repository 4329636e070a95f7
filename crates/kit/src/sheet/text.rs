//! Sheets as text: which letters the bytes are, what parts the cells, and the rows.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Encoding, Fault, How, MOST_ROWS, Row, Sheet, made};
use crate::error::Message;
use crate::table::unguarded;

/// Reads a file of text: comma-, semicolon- or tab-separated values.
pub(super) fn read(bytes: &[u8], corner: bool) -> Result<Sheet, Fault> {
    let (text, encoding) = decoded(bytes)?;
    let (text, said) = without_hint(&text);
    if text.trim().is_empty() {
        return Err(Fault::at(0, 0, "sheet-empty"));
    }
    if let Some(line) = open_quote(text) {
        return Err(Fault::at(line, 0, "sheet-quote-open"));
    }
    let separator = said.unwrap_or_else(|| delimiter(text));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let unreadable =
            |fault: csv::Error| Fault::at(fault.position().map_or(0, csv::Position::line), 0, "sheet-unreadable");
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, |at| first_line(at, text));
        if record.iter().all(str::is_empty) {
            continue;
        }
        // What was taken out of Duet comes back in as it was.
        rows.push(Row { line, cells: record.iter().map(|cell| unguarded(cell).trim().to_owned()).collect() });
        // The headings are one of them.
        if rows.len() > MOST_ROWS + 1 {
            return Err(Fault::at(0, 0, Message::new("sheet-too-many-rows").with("most", MOST_ROWS)));
        }
    }
    let headings = rows.first().map_or(0, |row| row.cells.len());
    for row in rows.iter().skip(1) {
        if row.cells.len() < headings {
            return Err(wide(row, headings));
        }
    }
    made(rows, How::Text { encoding, separator: char::from(separator) }, corner)
}

/// The fault of a row that has fewer or more cells than there are headings.
pub(super) fn wide(row: &Row, headings: usize) -> Fault {
    let message = Message::new("sheet-row-width").with("cells", row.cells.len()).with("headings", headings);
    Fault::at(row.line, row.cells.len().min(headings) as u64 + 1, message)
}

/// The letters: what a mark at the start says, else UTF-8 when all of it is, else UTF-16 when every other byte is
/// nothing, else Windows-1252, which older spreadsheets write.
fn decoded(bytes: &[u8]) -> Result<(String, Encoding), Fault> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest).map(|text| (text.to_owned(), Encoding::Utf8));
    }
    let (wide, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (Some(UTF_16LE), rest),
        [0xfe, 0xff, rest @ ..] => (Some(UTF_16BE), rest),
        _ => (unmarked_utf16(bytes), bytes),
    };
    if let Some(wide) = wide {
        let (text, broken) = wide.decode_without_bom_handling(rest);
        if broken {
            return Err(Fault::at(0, 0, "sheet-not-text"));
        }
        return Ok((text.into_owned(), Encoding::Utf16));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) => Ok((WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Encoding::Windows1252)),
    }
}

/// A file that says it is UTF-8 must be.
fn utf8(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|fault| {
        let before = &bytes[..fault.valid_up_to()];
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let column = 1 + String::from_utf8_lossy(&before[start..]).chars().filter(|c| *c == ',').count();
        Fault::at(line as u64, column as u64, "sheet-not-utf8")
    })
}

/// UTF-16 without its mark: nearly every other byte of a Western text is nothing.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(2048) & !1];
    let nothing = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nothing(0), nothing(1));
    let most = head.len() * 2 / 5;
    match (even, odd) {
        _ if head.len() < 8 => None,
        (0, odd) if odd >= most => Some(UTF_16LE),
        (even, 0) if even >= most => Some(UTF_16BE),
        _ => None,
    }
}

/// Excel's own hint, a first line `sep=;`: the text with that line empty, and what it says.
fn without_hint(text: &str) -> (&str, Option<u8>) {
    let first = text.lines().next().unwrap_or_default();
    let said = first.trim().trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    match said {
        Some([said]) => (text.get(first.len()..).unwrap_or_default(), Some(*said)),
        _ => (text, None),
    }
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

/// What parts the cells: the comma, the semicolon or the tab, whichever the first line has most of outside quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.trim_start_matches(['\r', '\n', ' ']).lines().next().unwrap_or_default();
    let mut quoted = false;
    let mut counts = [0_usize; 3];
    for byte in first.bytes() {
        match b"\t;,".iter().position(|one| *one == byte) {
            Some(at) if !quoted => counts[at] += 1,
            _ => quoted ^= byte == b'"',
        }
    }
    // The last of equals wins: a comma, where there is none of any.
    b"\t;,".iter().zip(counts).max_by_key(|(_, count)| *count).map_or(b',', |(part, _)| *part)
}

/// The reader's position stands before the empty lines it skips.
fn first_line(at: &csv::Position, text: &str) -> u64 {
    let from = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let skipped = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|b| b"\r\n".contains(b));
    at.line() + skipped.filter(|b| **b == b'\n').count() as u64
}
