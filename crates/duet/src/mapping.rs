//! Mappings: which column of somebody's sheet is what. Pure: a sheet in, a proposal out, and rows read by what was
//! settled. Start at [`Mapping::propose`].

pub mod kinds;
pub mod matrix;
mod presets;
mod private;
mod reading;

use kit::sheet::{Sheet, folded};

pub use self::presets::preset;
pub use self::private::is_private;
pub use self::reading::Reading;

/// A kind of sheet: people, say, or sessions.
#[derive(Debug)]
pub struct Kind {
    /// Its word.
    pub name: &'static str,
    /// What its columns may be, those that say most first.
    pub fields: &'static [Field],
    /// Whether any other column may be kept as an answer.
    pub answers: bool,
}

/// Something that a column may be.
#[derive(Debug)]
pub struct Field {
    /// Its word.
    pub name: &'static str,
    /// What a cell of it holds.
    pub takes: Takes,
    /// Whether there must be such a column.
    pub needed: bool,
    /// How its heading is usually written, in English and in Welsh, and in the exports of other programs.
    pub headings: &'static [&'static str],
}

/// What a cell holds.
#[derive(Debug)]
pub enum Takes {
    /// A text of at most 200 characters.
    Text,
    /// A mail address.
    Address,
    /// A whole number from and to.
    Whole(u32, u32),
    /// A day.
    Day,
    /// How long, in minutes: `90`, or `1:30`.
    Minutes,
    /// One of some words, each with other ways to write it.
    Word(&'static [(&'static str, &'static [&'static str])]),
}

/// What is done with a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is this field of the kind.
    Is(&'static str),
    /// It is kept as an answer, for matching, under this (folded) heading.
    Answer(String),
    /// It is kept sealed, for this purpose, and never matched by.
    Sealed(String),
    /// It is not read.
    LeftOut,
}

/// What is done with each column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The kind of the sheet.
    pub kind: &'static Kind,
    /// A use for each column, in order.
    pub uses: Vec<Use>,
}

/// Which columns of a sheet hold what the law protects, as their headings say. Over the levels of a matrix stands a capability
/// or a name, "Health and safety" or "Faith Jones": that the law protects what is so called elsewhere says nothing there.
#[must_use]
pub fn protected(kind: &Kind, sheet: &Sheet) -> Vec<bool> {
    let across = matrix::across(kind, sheet);
    sheet.headings.iter().zip(across).map(|(heading, across)| is_private(heading) && !across).collect()
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        self.name == other.name
    }
}

impl Eq for Kind {}

impl Kind {
    /// A field of this kind.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let fields: &'static [Field] = self.fields;
        fields.iter().find(|field| field.name == name)
    }
}

impl Mapping {
    /// What each column most likely is: by its heading, as people and other programs write it, or by what its cells
    /// hold. `answers` tells the headings that somebody wants kept. What the law protects is left out, and so is what
    /// nobody asks for.
    #[must_use]
    pub fn propose(kind: &'static Kind, sheet: &Sheet, answers: &dyn Fn(&str) -> bool) -> Mapping {
        if kind == &kinds::CAPABILITIES {
            return matrix::propose(sheet);
        }
        let mut uses: Vec<Use> = vec![Use::LeftOut; sheet.headings.len()];
        for certain in [true, false] {
            for field in kind.fields {
                if uses.contains(&Use::Is(field.name)) {
                    continue;
                }
                let free = |at: &usize| uses[*at] == Use::LeftOut && !is_private(&sheet.headings[*at]);
                let fits = |at: &usize| match certain {
                    true => is(&sheet.headings[*at], field.headings) && field.could_be(sheet, *at),
                    false => field.is_like(sheet, *at),
                };
                if let Some(at) = (0..uses.len()).filter(free).find(fits) {
                    uses[at] = Use::Is(field.name);
                }
            }
        }
        for (at, heading) in sheet.headings.iter().enumerate() {
            if uses[at] == Use::LeftOut && kind.answers && !is_private(heading) && answers(heading) {
                uses[at] = Use::Answer(folded(heading));
            }
        }
        // A full name says all; two parts of one are parts of nothing when it is there.
        let mut mapping = Mapping { kind, uses };
        if mapping.column("name").is_some() {
            for part in ["first_name", "last_name"] {
                mapping.leave_out(part);
            }
        }
        mapping
    }

    /// The column that is this field.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<usize> {
        self.uses.iter().position(|of| matches!(of, Use::Is(name) if *name == field))
    }

    /// The fields that no column is, and one must be. A first name and a last name make a name.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static Field> {
        let parts = self.column("first_name").is_some() && self.column("last_name").is_some();
        let is_there = |field: &Field| self.column(field.name).is_some() || (field.name == "name" && parts);
        self.kind.fields.iter().filter(|field| field.needed && !is_there(field)).collect()
    }

    /// The fields that more than one column is.
    #[must_use]
    pub fn twice(&self) -> Vec<&'static Field> {
        let count = |field: &Field| self.uses.iter().filter(|of| **of == Use::Is(field.name)).count();
        self.kind.fields.iter().filter(|field| count(field) > 1).collect()
    }

    fn leave_out(&mut self, field: &str) {
        if let Some(at) = self.column(field) {
            self.uses[at] = Use::LeftOut;
        }
    }
}

impl Field {
    /// Whether a column's cells do not speak against it: `role` stands over jobs as well as over mentor and mentee.
    fn could_be(&self, sheet: &Sheet, at: usize) -> bool {
        let Takes::Word(words) = self.takes else { return true };
        let cells: Vec<_> =
            sheet.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty()).collect();
        let known = cells.iter().filter(|cell| reading::word(cell, words).is_some()).count();
        known * 2 >= cells.len()
    }

    /// Whether a column looks like this field: its cells are addresses, or its heading says it in more words.
    fn is_like(&self, sheet: &Sheet, at: usize) -> bool {
        let heading = words_of(&sheet.headings[at]);
        let says = |any: &[&str]| any.iter().any(|word| heading.iter().any(|one| one.starts_with(word)));
        match self.name {
            "manager" => says(&["manager", "rheolwr"]) && holds_addresses(sheet, at),
            "mentor" | "mentee" | "who" | "whom" => says(&[self.name]) && holds_addresses(sheet, at),
            "address" => !says(&["manager", "rheolwr", "supervisor"]) && holds_addresses(sheet, at),
            "name" => {
                says(&["name", "enw"]) && says(&["full", "your", "preferred", "llawn", "eich"])
                    || says(&["call"]) && says(&["you"])
            }
            "role" => says(&["mentor", "role", "rôl"]) && self.could_be(sheet, at) && is_filled(sheet, at),
            "places" => says(&["mentee", "mentorai"]) && says(&["many", "number", "max", "sawl", "nifer"]),
            "first_name" => says(&["name", "enw"]) && says(&["first", "given", "cyntaf"]),
            "last_name" => says(&["name", "enw"]) && says(&["last", "family", "olaf"]) || says(&["surname", "cyfenw"]),
            "workplace" => says(&["organi", "employer", "workplace", "sefydliad", "cyflogwr"]),
            "job_title" => says(&["job", "swydd"]) && !says(&["description", "family"]),
            _ => false,
        }
    }
}

/// Whether a column has anything in it.
fn is_filled(sheet: &Sheet, at: usize) -> bool {
    sheet.rows.iter().filter_map(|row| row.cells.get(at)).any(|cell| !cell.is_empty())
}

/// Whether most filled cells of a column are mail addresses.
fn holds_addresses(sheet: &Sheet, at: usize) -> bool {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty()).take(200);
    let (mut filled, mut addresses) = (0, 0);
    for cell in cells {
        filled += 1;
        addresses += usize::from(kit::form::looks_like_address(cell));
    }
    filled > 0 && addresses * 4 >= filled * 3
}

fn words_of(heading: &str) -> Vec<String> {
    let words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn is(heading: &str, names: &[&str]) -> bool {
    names.iter().any(|name| folded(name) == folded(heading))
}

#[cfg(test)]
mod tests;
