//! Tables to take out: the same rows as a workbook (xlsx) or as comma-separated values. Every cell has its type, and no
//! text of anybody's becomes a formula or a link, wherever the file is opened. Start at [`Table`].

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::clock::Day;
use crate::{Error, Result};

/// What a browser is told that a workbook is.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The same of comma-separated values.
pub const CSV: &str = "text/csv; charset=utf-8";
/// The most characters that a workbook's cell holds.
const MOST_IN_A_CELL: usize = 32_000;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Anybody's words, exactly as they are.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with a part.
    Part(f64),
    /// A day.
    Day(Day),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::from(text.as_str())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Whole(number)
    }
}

impl From<Option<Day>> for Cell {
    fn from(day: Option<Day>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

/// A table: its name, its headings, and its rows, each as wide as the headings.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is called, where a workbook names its sheets.
    pub name: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// As comma-separated values in UTF-8, with the mark that spreadsheet programs know it by.
    ///
    /// # Errors
    /// `Internal`, never in practice: it is written to memory.
    pub fn to_csv(&self) -> Result<Vec<u8>> {
        let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        writer.write_record(self.headings.iter().map(|text| guarded(text))).map_err(Error::internal)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(in_csv)).map_err(Error::internal)?;
        }
        writer.into_inner().map_err(|fault| Error::internal(fault.to_string()))
    }
}

fn in_csv(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Whole(number) => number.to_string(),
        Cell::Part(number) => format!("{number}"),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Several tables as one workbook, a sheet each, made on a day.
///
/// # Errors
/// `Internal` when the workbook cannot be made: more rows than one holds.
pub fn to_xlsx(tables: &[Table], made_on: Day) -> Result<Vec<u8>> {
    workbook(tables, made_on).map_err(Error::internal)
}

fn workbook(tables: &[Table], made_on: Day) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(made_on.year().unsigned_abs(), part(made_on.month()), part(made_on.day()))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("dd/mm/yyyy"));
    for table in tables {
        let sheet = workbook.add_worksheet().set_name(sheet_name(&table.name))?;
        for (column, heading) in (0..).zip(&table.headings) {
            sheet.write_string_with_format(0, column, fitting(heading), &bold)?;
        }
        for (at, row) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) => sheet.write_string(at, column, fitting(text))?,
                    Cell::Whole(number) => sheet.write_number(at, column, *number as f64)?,
                    Cell::Part(number) => sheet.write_number(at, column, *number)?,
                    Cell::Day(on) => {
                        let on = ExcelDateTime::from_ymd(on.year().unsigned_abs(), part(on.month()), part(on.day()))?;
                        sheet.write_datetime_with_format(at, column, &on, &day)?
                    }
                    Cell::Empty => continue,
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_autofit_max_width(400);
        sheet.autofit();
    }
    workbook.save_to_buffer()
}

fn part(number: i8) -> u8 {
    number.unsigned_abs()
}

fn fitting(text: &str) -> String {
    text.chars().take(MOST_IN_A_CELL).collect()
}

/// A name that a sheet may have: at most 31 characters, and none of those that stand for something in a formula.
fn sheet_name(name: &str) -> String {
    let fine: String = name.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).take(31).collect();
    if fine.trim().is_empty() { "1".to_owned() } else { fine }
}

/// What makes a spreadsheet program read a text as a formula, when it comes first; the wide forms too.
fn is_risky(text: &str) -> bool {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
    risky && !is_number(text)
}

/// A plain number, or a telephone number: those stay as they are.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let phone = text.starts_with('+') && digits.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.matches('.').count() <= 1;
    (phone || plain) && digits.starts_with(|c: char| c.is_ascii_digit())
}

/// A text as it may stand in comma-separated values: with an apostrophe before it, when a spreadsheet program would read
/// it as a formula (OWASP, CSV injection). [`unguarded`] takes just that away again.
#[must_use]
pub fn guarded(text: &str) -> String {
    if is_risky(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// A text without the apostrophe that [`guarded`] put before it.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(inner) if is_risky(inner.trim_start_matches('\'')) => inner,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const RISKY: &[&str] = &[
        "=1+1",
        "=HYPERLINK(\"https://evil.test\",\"here\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "+44-20",
    ];

    fn table(texts: &[&str]) -> Table {
        let row = |text: &&str| vec![Cell::Text((*text).to_owned()), Cell::Whole(3), Cell::Day(date(2026, 11, 3))];
        Table {
            name: "People: [a/b]".to_owned(),
            headings: ["Name", "Places", "Day"].map(str::to_owned).to_vec(),
            rows: texts.iter().map(row).collect(),
        }
    }

    #[test]
    fn nobodys_text_is_a_formula_or_a_link_and_cells_have_their_types() {
        let texts = [RISKY, &["Siân ŵ", "https://duet.example/x", "a\nb", "\u{1}"]].concat();
        let bytes = to_xlsx(&[table(&texts)], date(2026, 11, 3)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        assert_eq!(name, "People ab");
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0, "no formula");
        let cells = book.worksheet_range(&name).unwrap();
        for (row, text) in cells.rows().skip(1).zip(&texts) {
            assert_eq!(row[0], Data::String((*text).to_owned()), "{text:?}");
            assert_eq!(row[1], Data::Float(3.0));
            let Data::DateTime(day) = &row[2] else { panic!("a day is a day: {:?}", row[2]) };
            assert_eq!(day.as_f64(), 46329.0);
        }
    }

    #[test]
    fn a_risky_text_is_guarded_in_comma_separated_values_and_numbers_are_not() {
        for text in RISKY {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for fine in ["", "Gwen", "-3", "+4.5", "+44 20 7946 0000", "a=b", "'tis", "3-4"] {
            assert_eq!(guarded(fine), fine);
        }
        let csv = String::from_utf8(table(&["=1", "a,b\n\"c\""]).to_csv().unwrap()).unwrap();
        assert_eq!(csv, "\u{feff}Name,Places,Day\n'=1,3,2026-11-03\n\"a,b\n\"\"c\"\"\",3,2026-11-03\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_was_guarded_comes_back_as_it_was(text in "['=+@\\-\\t0-9 .a]{0,6}") {
            let guarded = guarded(&text);
            prop_assert_eq!(unguarded(&guarded), text.as_str());
            let first = guarded.chars().next();
            prop_assert!(!matches!(first, Some('=' | '@' | '\t')));
        }
    }
}
