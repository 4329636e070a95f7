//! One row, read by its mapping.

use kit::Message;
use kit::clock::Day;
use kit::sheet::{Fault, Row, folded};

use super::{Mapping, Takes};

/// A row and what its columns are.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'r> {
    row: &'r Row,
    mapping: &'r Mapping,
}

/// What some programs write where a sum went wrong.
const ERRORS: &[&str] = &["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

impl<'r> Reading<'r> {
    /// A row, each of whose cells holds what its column takes.
    ///
    /// # Errors
    /// The first [`Fault`] in it, with its place.
    pub fn of(row: &'r Row, mapping: &'r Mapping) -> Result<Reading<'r>, Fault> {
        let reading = Reading { row, mapping };
        for field in mapping.kind.fields {
            let Some(at) = mapping.column(field.name) else { continue };
            let cell = reading.text(field.name);
            let fault = |key: &'static str| Err(Fault::at(row.line, at as u64 + 1, key));
            let empty = cell.is_empty();
            match field.takes {
                _ if cell.chars().any(char::is_control) => return fault("sheet-control"),
                _ if ERRORS.contains(&cell) => return fault("sheet-cell-error"),
                _ if empty && field.needed && !matches!(field.takes, Takes::Text) => {
                    return fault(missing(&field.takes));
                }
                _ if empty => {}
                Takes::Text if cell.chars().count() > 200 => return fault("sheet-name-long"),
                Takes::Address if !kit::form::looks_like_address(&cell.to_lowercase()) => {
                    return fault(if field.name == "manager" { "sheet-manager" } else { "sheet-address-wrong" });
                }
                Takes::Whole(least, most) if whole(cell).is_none_or(|n| n < least || n > most) => {
                    return fault("sheet-places");
                }
                Takes::Day if day(cell).is_none() => return fault("sheet-day"),
                Takes::Minutes if minutes(cell).is_none() => return fault("sheet-minutes"),
                Takes::Word(words) if word(cell, words).is_none() => {
                    let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                    let message = Message::new("sheet-word").with("words", known.join(", ").replace('_', " "));
                    return Err(Fault::at(row.line, at as u64 + 1, message));
                }
                _ => {}
            }
        }
        Ok(reading)
    }

    /// The line it stands on.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// A fault at one of its fields.
    #[must_use]
    pub fn fault(&self, field: &str, message: impl Into<Message>) -> Fault {
        Fault::at(self.row.line, self.mapping.column(field).map_or(0, |at| at as u64 + 1), message)
    }

    /// What stands in a field; empty when no column is it.
    #[must_use]
    pub fn text(&self, field: &str) -> &'r str {
        self.mapping.column(field).and_then(|at| self.row.cells.get(at)).map_or("", String::as_str)
    }

    /// A mail address, in lower case.
    #[must_use]
    pub fn address(&self, field: &str) -> String {
        self.text(field).to_lowercase()
    }

    /// A whole number, if there is one.
    #[must_use]
    pub fn whole(&self, field: &str) -> Option<u32> {
        whole(self.text(field))
    }

    /// A day, if there is one.
    #[must_use]
    pub fn day(&self, field: &str) -> Option<Day> {
        day(self.text(field))
    }

    /// A length, if there is one.
    #[must_use]
    pub fn minutes(&self, field: &str) -> Option<u32> {
        minutes(self.text(field))
    }

    /// One of the field's words, if there is one.
    #[must_use]
    pub fn word(&self, field: &str) -> Option<&'static str> {
        match self.mapping.kind.field(field)?.takes {
            Takes::Word(words) => word(self.text(field), words),
            _ => None,
        }
    }

    /// The cell of a column.
    #[must_use]
    pub fn cell(&self, at: usize) -> &'r str {
        self.row.cells.get(at).map_or("", String::as_str)
    }
}

fn missing(takes: &Takes) -> &'static str {
    if matches!(takes, Takes::Address) { "sheet-address-missing" } else { "sheet-cell-missing" }
}

fn whole(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// Minutes, or hours and minutes.
fn minutes(text: &str) -> Option<u32> {
    match text.split_once(':') {
        Some((hours, minutes)) => whole(hours)?.checked_mul(60)?.checked_add(whole(minutes).filter(|m| *m < 60)?),
        None => whole(text),
    }
}

/// The word that a text means.
pub(super) fn word(text: &str, words: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let wanted = folded(text);
    let means = |(word, others): &&(&'static str, &[&str])| {
        folded(word) == wanted || others.iter().any(|other| folded(other) == wanted)
    };
    words.iter().find(means).map(|(word, _)| *word)
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day as people write it here, the day before the month: `5/3/2026`, `05.03.26`, `5 March 2026`; or as machines do,
/// `2026-03-05`. What stands after it, such as a time, does not count.
fn day(text: &str) -> Option<Day> {
    let mut parts = text.split(|c: char| "/.-, T".contains(c)).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let month = |text: &str| match text.parse::<i8>() {
        Ok(month) => Some(month),
        Err(_) => {
            let start: String = text.to_lowercase().chars().take(3).collect();
            i8::try_from(MONTHS.iter().position(|one| *one == start)? + 1).ok()
        }
    };
    let (year, of_month) = if first.len() == 4 { (first, third) } else { (third, first) };
    let year: i16 = match (year.len(), year.parse::<i16>().ok()?) {
        (2, year) => 2000 + year,
        (4, year @ 1900..2200) => year,
        _ => return None,
    };
    Day::new(year, month(second)?, of_month.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{day, minutes};
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in
            ["5/3/2026", "05.03.26", "5 March 2026", "5-Mar-26", "2026-03-05", "05/03/2026 14:30", "2026-03-05T10:00"]
        {
            assert_eq!(day(text), Some(date(2026, 3, 5)), "{text}");
        }
        for text in ["3/25/2026", "soon", "5/3", "5/3/126", "31/2/2026"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(
            (minutes("90"), minutes("1:30"), minutes("1:75"), minutes("an hour")),
            (Some(90), Some(90), None, None)
        );
        assert_eq!((minutes("71582788:15"), minutes("71582788:16")), (Some(u32::MAX), None));
    }
}
