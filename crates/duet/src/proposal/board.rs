//! The matching board, drawn: mentors left, mentees right, a ribbon for each pair, as thick as they fit; who is
//! left out stands below, apart. Sixteen units are one rem; the ribbons stretch with the page, the names do not.

use std::collections::BTreeMap;

use super::question::WhyLeftOut;
use super::{LeftOut, ProposedPair};
use crate::person::PersonId;
use crate::round::rules::Role;

/// Units a mentee's row takes.
const ROW: f64 = 40.0;
/// Units between the pairs and who is left out.
const GAP: f64 = 36.0;
/// Characters of a short name on a phone.
const BRIEF: usize = 14;

/// A drawn board.
pub struct Board {
    /// Its height, in units.
    pub height: f64,
    /// Its height, in rem.
    pub rem: String,
    /// The mentors, top to bottom.
    pub mentors: Vec<Name>,
    /// The mentees, top to bottom; who is left out last.
    pub mentees: Vec<Name>,
    /// The ribbons.
    pub ribbons: Vec<Ribbon>,
    /// Dashed lines from who is left out to who could make room.
    pub mights: Vec<String>,
}

/// A name on the board.
pub struct Name {
    /// The whole name.
    pub full: String,
    /// A shorter one, for phones.
    pub brief: String,
    /// Where they work.
    pub place: String,
    /// The middle of the row, in rem.
    pub y: String,
    /// The fit of the pair, of a placed mentee.
    pub fit: Option<u32>,
    /// Whether a wish keeps the pair.
    pub kept: bool,
    /// Whether nobody was found for them.
    pub out: bool,
    /// Bars of a kept pair, in rem: top and bottom.
    pub slot: Option<(String, String)>,
}

/// A pair's ribbon.
pub struct Ribbon {
    /// The path's `d`.
    pub path: String,
    /// Who, for the title: mentor, mentee.
    pub names: (String, String),
    /// Their fit.
    pub fit: u32,
    /// Whether a wish keeps the pair.
    pub kept: bool,
}

/// Draws a proposal.
#[must_use]
pub fn draw(pairs: &[ProposedPair], left_out: &[LeftOut]) -> Board {
    let mut mentors: BTreeMap<(String, PersonId), Option<String>> = BTreeMap::new();
    for pair in pairs {
        mentors.insert((pair.mentor_name.clone(), pair.mentor), pair.mentor_workplace.clone());
    }
    for one in left_out.iter().filter(|one| one.role == Role::Mentor) {
        mentors.insert((one.name.clone(), one.person), one.workplace.clone());
    }
    let body = ROW * (pairs.len().max(mentors.len()).max(1)) as f64;
    let centres: BTreeMap<PersonId, f64> = mentors
        .keys()
        .enumerate()
        .map(|(at, (_, person))| (*person, body * (at as f64 + 0.5) / mentors.len() as f64))
        .collect();
    let mentee_row = |at: usize| body * (at as f64 + 0.5) / pairs.len().max(1) as f64;
    let out: Vec<&LeftOut> = left_out.iter().filter(|one| one.role == Role::Mentee).collect();
    let out_row = |at: usize| body + GAP + ROW * (at as f64 + 0.5);

    let ribbons = ribbons(pairs, &centres, &mentee_row);
    let placed = pairs.iter().enumerate().map(|(at, pair)| {
        let y = mentee_row(at);
        let half = thickness(pair.fit) / 2.0 + 3.0;
        Name {
            fit: Some(pair.fit),
            kept: pair.together,
            slot: pair.together.then(|| (rem(y - half), rem(y + half))),
            ..name(&pair.mentee_name, pair.mentee_workplace.as_deref(), y)
        }
    });
    let apart = out
        .iter()
        .enumerate()
        .map(|(at, one)| Name { out: true, ..name(&one.name, one.workplace.as_deref(), out_row(at)) });
    let mights = out.iter().enumerate().filter_map(|(at, one)| {
        let WhyLeftOut::Costs { room: Some(room), .. } = &one.reasons else { return None };
        let (m, y) = (centres.get(room)? + 11.0, out_row(at));
        Some(format!("M0 {m:.1} C50 {m:.1} 50 {y:.1} 100 {y:.1}"))
    });
    let height = body + if out.is_empty() { 0.0 } else { GAP + ROW * out.len() as f64 };
    Board {
        height,
        rem: rem(height),
        mentors: mentors.iter().map(|((full, person), place)| name(full, place.as_deref(), centres[person])).collect(),
        mights: mights.collect(),
        mentees: placed.chain(apart).collect(),
        ribbons,
    }
}

fn ribbons(pairs: &[ProposedPair], centres: &BTreeMap<PersonId, f64>, row: &dyn Fn(usize) -> f64) -> Vec<Ribbon> {
    // Several ribbons at one mentor stand under each other, two units apart, around the middle.
    let mut next: BTreeMap<PersonId, f64> = BTreeMap::new();
    for (person, centre) in centres {
        let own: Vec<f64> =
            pairs.iter().filter(|pair| pair.mentor == *person).map(|pair| thickness(pair.fit)).collect();
        let stack = own.iter().sum::<f64>() + 2.0 * own.len().saturating_sub(1) as f64;
        next.insert(*person, centre - stack / 2.0);
    }
    let ribbon = |(at, pair): (usize, &ProposedPair)| {
        let thick = thickness(pair.fit);
        let a = next.get(&pair.mentor).copied().unwrap_or_default();
        next.insert(pair.mentor, a + thick + 2.0);
        let (b, c, d) = (a + thick, row(at) - thick / 2.0, row(at) + thick / 2.0);
        Ribbon {
            path: format!("M0 {a:.1} C50 {a:.1} 50 {c:.1} 100 {c:.1} V{d:.1} C50 {d:.1} 50 {b:.1} 0 {b:.1}z"),
            names: (pair.mentor_name.clone(), pair.mentee_name.clone()),
            fit: pair.fit,
            kept: pair.together,
        }
    };
    pairs.iter().enumerate().map(ribbon).collect()
}

fn thickness(fit: u32) -> f64 {
    3.0 + 15.0 * (f64::from(fit.saturating_sub(40)) / 60.0).powf(1.3)
}

fn name(full: &str, place: Option<&str>, y: f64) -> Name {
    Name {
        full: full.to_owned(),
        brief: brief(full),
        place: place.unwrap_or("").to_owned(),
        y: rem(y),
        fit: None,
        kept: false,
        out: false,
        slot: None,
    }
}

/// `Ann Featherstone` as `A. Featherst…`.
fn brief(full: &str) -> String {
    let short = match full.split_once(' ') {
        Some((first, rest)) => format!("{}. {rest}", first.chars().next().unwrap_or(' ')),
        None => full.to_owned(),
    };
    if short.chars().count() <= BRIEF { short } else { short.chars().take(BRIEF - 1).chain(['…']).collect() }
}

fn rem(units: f64) -> String {
    format!("{:.3}", units / 16.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_for_phones_by_characters() {
        assert_eq!(brief("Ann Featherstone"), "A. Featherston…".chars().take(13).chain(['…']).collect::<String>());
        assert_eq!(brief("Siân Ŵyn"), "S. Ŵyn");
        assert_eq!(brief("Prince"), "Prince");
    }

    #[test]
    fn a_better_fit_is_a_thicker_ribbon() {
        assert!(thickness(95) > thickness(75) && thickness(75) > thickness(58) && thickness(10) >= 3.0);
    }
}
