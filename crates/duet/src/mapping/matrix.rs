//! Capability matrices: people down and capabilities across, capabilities down and people across, or a row for each level.
//! Which of them a sheet is follows from what its columns are.

use std::collections::HashMap;

use kit::sheet::{Sheet, folded};

use super::kinds::CAPABILITIES;
use super::{Kind, Mapping, Use, holds_addresses, is};

/// How a matrix is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row for each person and capability, with a column for the level.
    Rows,
    /// A row for each person, a column for each capability.
    PeopleDown,
    /// A row for each capability, a column for each person.
    CapabilitiesDown,
}

/// How a matrix is laid out, as its columns were settled; none: they do not say.
#[must_use]
pub fn shape(mapping: &Mapping) -> Option<Shape> {
    let has = |field| mapping.column(field).is_some();
    let spreads = mapping.uses.iter().any(|of| matches!(of, Use::Answer(_)));
    match (has("address") || has("person"), has("capability"), has("level"), spreads) {
        (true, true, true, false) => Some(Shape::Rows),
        (true, false, false, true) => Some(Shape::PeopleDown),
        (false, true, false, true) => Some(Shape::CapabilitiesDown),
        _ => None,
    }
}

/// Whether nothing is said in a cell.
#[must_use]
pub fn is_silent(cell: &str) -> bool {
    matches!(folded(cell).as_str(), "" | "na")
}

/// Which columns of a matrix hold levels, for whom or what their headings name: small numbers, or words that other columns
/// hold too. A column with nothing in it may be one. Of another kind of sheet, none.
#[must_use]
pub fn across(kind: &Kind, sheet: &Sheet) -> Vec<bool> {
    let count = sheet.headings.len();
    if kind != &CAPABILITIES {
        return vec![false; count];
    }
    let rows = &sheet.rows[..sheet.rows.len().min(SEARCHED)];
    // In which column a word stands; none: in several.
    let mut stands: HashMap<String, Option<usize>> = HashMap::new();
    for (at, cell) in rows.iter().flat_map(|row| row.cells.iter().enumerate()) {
        let one = stands.entry(folded(cell)).or_insert(Some(at));
        *one = one.filter(|first| *first == at);
    }
    let small = |text: &str| text.trim_end_matches(".0").parse::<u8>().is_ok_and(|number| number <= 10);
    let shared = |text: &str| text.chars().count() <= 60 && stands.get(&folded(text)) == Some(&None);
    let named = |at: usize| CAPABILITIES.fields.iter().any(|field| is(&sheet.headings[at], field.headings));
    let holds_levels = |at: usize| {
        let filled = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !is_silent(cell));
        let (all, like) =
            filled.fold((0, 0), |(all, like), cell| (all + 1, like + usize::from(small(cell) || shared(cell))));
        like * 2 >= all
    };
    (0..count).map(|at| !named(at) && holds_levels(at)).collect()
}

/// How many rows are looked at to see what a column holds.
const SEARCHED: usize = 60;

/// What each column of a matrix most likely is.
pub(super) fn propose(sheet: &Sheet) -> Mapping {
    let mut uses = vec![Use::LeftOut; sheet.headings.len()];
    for field in CAPABILITIES.fields {
        let free = |at: &usize| uses[*at] == Use::LeftOut && is(&sheet.headings[*at], field.headings);
        if let Some(at) = (0..uses.len()).filter(free).find(|at| field.could_be(sheet, *at)) {
            uses[at] = Use::Is(field.name);
        }
    }
    let mut mapping = Mapping { kind: &CAPABILITIES, uses };
    if mapping.column("address").is_none() && mapping.column("person").is_none() {
        let free = |at: &usize| mapping.uses[*at] == Use::LeftOut && holds_addresses(sheet, *at);
        if let Some(at) = (0..mapping.uses.len()).find(free) {
            mapping.uses[at] = Use::Is("address");
        }
    }
    let spread = across(&CAPABILITIES, sheet);
    let across: Vec<usize> =
        (0..sheet.headings.len()).filter(|at| mapping.uses[*at] == Use::LeftOut && spread[*at]).collect();
    let has = |mapping: &Mapping, field| mapping.column(field).is_some();
    let who = |mapping: &Mapping| has(mapping, "address") || has(mapping, "person");
    let free = |mapping: &Mapping| {
        (0..sheet.headings.len()).find(|at| mapping.uses[*at] == Use::LeftOut && !across.contains(at))
    };
    // The first columns of words that are nothing yet say who, or what.
    if !who(&mapping)
        && !has(&mapping, "capability")
        && let Some(at) = free(&mapping)
    {
        let is_what = !has(&mapping, "level") && people_stand_across(sheet, at, &across);
        mapping.uses[at] = Use::Is(if is_what { "capability" } else { "person" });
    }
    if has(&mapping, "level") {
        for (missing, field) in [(!who(&mapping), "person"), (!has(&mapping, "capability"), "capability")] {
            if missing && let Some(at) = free(&mapping) {
                mapping.uses[at] = Use::Is(field);
            }
        }
    }
    if !has(&mapping, "level") {
        for at in across {
            mapping.uses[at] = Use::Answer(folded(&sheet.headings[at]));
        }
    }
    mapping
}

/// Whether the headings are more like people's names than what stands down the side.
fn people_stand_across(sheet: &Sheet, side: usize, across: &[usize]) -> bool {
    let part = |all: Vec<&str>| {
        let like = all.iter().filter(|text| is_like_a_name(text)).count();
        like as f64 / all.len().max(1) as f64
    };
    let headings = across.iter().map(|at| sheet.headings[*at].as_str()).collect();
    let down = sheet.rows.iter().filter_map(|row| row.cells.get(side)).map(String::as_str).collect();
    part(headings) >= part(down)
}

/// Whether a text could be somebody's name, or is an address: two to four words, each with a capital.
fn is_like_a_name(text: &str) -> bool {
    if kit::form::looks_like_address(&text.to_lowercase()) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
    };
    (2..=4).contains(&words.len()) && words.iter().all(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(text: &str) -> (Option<Shape>, Vec<Use>) {
        let sheet = Sheet::read_matrix(text.as_bytes()).unwrap();
        let mapping = Mapping::propose(&CAPABILITIES, &sheet, &|_| false);
        (shape(&mapping), mapping.uses)
    }

    #[test]
    fn people_down_with_or_without_more_about_them() {
        let (shape, uses) = proposed(
            "Name,Email,Job title,Ukulele,Song writing\nAnn Lee,ann@a.test,Leader,2,3\nBo Orr,bo@a.test,Leader,,1\n",
        );
        assert_eq!(shape, Some(Shape::PeopleDown));
        assert_eq!(uses[..3], [Use::Is("person"), Use::Is("address"), Use::LeftOut]);
        assert_eq!(uses[3..], [Use::Answer("ukulele".into()), Use::Answer("songwriting".into())]);
        let (shape, uses) = proposed(",Ukulele,Health and safety\nAnn Lee,2,3\nBo Orr,-,1\n");
        assert_eq!((shape, &uses[0]), (Some(Shape::PeopleDown), &Use::Is("person")));
        assert_eq!(uses[2], Use::Answer("healthandsafety".into()), "a capability, not an answer that the law protects");
    }

    #[test]
    fn capabilities_down_with_names_or_addresses_across() {
        for head in ["Area,Skill,Ann Lee,Bo Orr", "Area,,Ann Lee,Bo Orr", "Area,,ann@a.test,bo@a.test"] {
            let (shape, uses) = proposed(&format!("{head}\nMusic,Ukulele,2,3\nMusic,Song writing,n/a,1\n"));
            assert_eq!(shape, Some(Shape::CapabilitiesDown), "{head}");
            assert_eq!(uses[..2], [Use::Is("area"), Use::Is("capability")], "{head}");
        }
        let words = "Capability;Ann Lee;Bo Orr\nUkulele;Confident;Beginning\nSinging;Beginning;Confident\n";
        assert_eq!(proposed(words).0, Some(Shape::CapabilitiesDown));
    }

    #[test]
    fn a_row_for_each_level() {
        let (shape, uses) = proposed(
            "Person,Capability,Level,Date,Source\nann@a.test,Ukulele,2,1/3/2026,self\nann@a.test,Singing,3,1/3/2026,peer\n",
        );
        assert_eq!(shape, Some(Shape::Rows));
        assert_eq!(uses, ["person", "capability", "level", "assessed", "source"].map(Use::Is));
        let (shape, _) = proposed("Who plays,What they play,Level\nAnn Lee,ukulele,2\nBo Orr,song writing,3\n");
        assert_eq!(shape, Some(Shape::Rows));
    }

    #[test]
    fn columns_that_do_not_fit_together_are_no_shape() {
        let sheet = Sheet::read(b"Name,Skill,Ukulele\nAnn Lee,Singing,2\n").unwrap();
        assert_eq!(shape(&Mapping::propose(&CAPABILITIES, &sheet, &|_| false)), None);
        let other = Sheet::read(b"Name,Shoes\nAnn Lee,brown\n").unwrap();
        assert_eq!(shape(&Mapping::propose(&CAPABILITIES, &other, &|_| false)), None);
        assert_eq!(across(&super::super::kinds::PEOPLE, &sheet), [false; 3], "other kinds have no such columns");
    }
}
