//! The matching board, drawn: mentors left, mentees right, a ribbon for each pair, as thick as they fit; who is
//! left out stands below, apart. Sixteen units are one rem; the ribbons stretch with the page, the names do not.
//! Its rows say the same without the picture.

use std::collections::BTreeMap;

use super::{LeftOut, ProposedPair};
use crate::person::PersonId;
use crate::round::rules::Role;

/// The most mentees one picture shows well; there are more pictures, or one of what changes, beyond.
pub const MOST: usize = 40;
/// Units a mentee's row takes.
const ROW: f64 = 40.0;
/// Units between the pairs and who is left out.
const GAP: f64 = 36.0;
/// Characters of a short name on a phone.
const BRIEF: usize = 14;

/// Somebody to draw.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: &'a str,
    /// Where they work.
    pub place: Option<&'a str>,
}

/// How a pair stands to the plan that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is in it.
    Stands,
    /// It is in it, and was not before.
    New,
    /// It was before, and is not in it.
    Gone,
}

/// A pair to draw.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a> {
    /// The mentor.
    pub mentor: Who<'a>,
    /// The mentee.
    pub mentee: Who<'a>,
    /// How well they fit, of 100.
    pub fit: u32,
    /// Whether a wish keeps the pair.
    pub kept: bool,
    /// How it stands to the plan.
    pub state: State,
}

/// Somebody left out.
#[derive(Clone, Copy, Debug)]
pub struct Apart<'a> {
    /// Who.
    pub who: Who<'a>,
    /// As what they applied.
    pub role: Role,
    /// The mentor who could make room for them.
    pub room: Option<PersonId>,
}

/// A drawn board.
#[derive(Debug, Default)]
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
    /// Dashed lines from who is left out to who could make room, and of pairs that are no more.
    pub mights: Vec<Line>,
    /// The same as a table: the pairs, in the order of the mentees, and whoever is left out.
    pub rows: Vec<Row>,
}

/// A pair, or somebody left out, in words.
#[derive(Debug)]
pub struct Row {
    /// Who: mentor and mentee, or one of them who is left out.
    pub mentor: Option<(PersonId, String)>,
    /// The mentee.
    pub mentee: Option<(PersonId, String)>,
    /// The fit of a pair.
    pub fit: Option<u32>,
    /// Whether a wish keeps the pair.
    pub kept: bool,
    /// Whether it was not there before.
    pub new: bool,
}

/// A name on the board.
#[derive(Debug)]
pub struct Name {
    /// Whose.
    pub person: PersonId,
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
#[derive(Debug)]
pub struct Ribbon {
    /// The path's `d`.
    pub path: String,
    /// Whose: mentor, mentee.
    pub two: (PersonId, PersonId),
    /// Who, for the title: mentor, mentee.
    pub names: (String, String),
    /// Their fit.
    pub fit: u32,
    /// Whether a wish keeps the pair.
    pub kept: bool,
    /// Whether it was not there before.
    pub new: bool,
}

/// A thin line between two people.
#[derive(Debug)]
pub struct Line {
    /// The path's `d`.
    pub path: String,
    /// Between whom: mentor, mentee.
    pub two: (PersonId, PersonId),
    /// Whether it is a pair that is no more.
    pub gone: bool,
}

/// Whom the picture shows apart: everybody of a small plan, the first few mentees of a large one, on its first part.
#[must_use]
pub fn apart(left_out: &[LeftOut], out: usize, placed: usize, part: u32) -> Vec<LeftOut> {
    match () {
        () if placed <= MOST && out <= MOST => left_out.to_vec(),
        () if part > 1 => Vec::new(),
        () => left_out.iter().filter(|one| one.role == Role::Mentee).take(10).cloned().collect(),
    }
}

/// Draws a proposal.
#[must_use]
pub fn draw(pairs: &[ProposedPair], left_out: &[LeftOut]) -> Board {
    drawn(&pairs.iter().map(Tie::of).collect::<Vec<_>>(), &left_out.iter().map(Apart::of).collect::<Vec<_>>())
}

impl<'a> Tie<'a> {
    fn of(pair: &'a ProposedPair) -> Tie<'a> {
        Tie {
            mentor: Who { person: pair.mentor, name: &pair.mentor_name, place: pair.mentor_workplace.as_deref() },
            mentee: Who { person: pair.mentee, name: &pair.mentee_name, place: pair.mentee_workplace.as_deref() },
            fit: pair.fit,
            kept: pair.together,
            state: State::Stands,
        }
    }
}

impl<'a> Apart<'a> {
    fn of(one: &'a LeftOut) -> Apart<'a> {
        Apart {
            who: Who { person: one.person, name: &one.name, place: one.workplace.as_deref() },
            role: one.role,
            room: one.reasons.room().copied(),
        }
    }
}

/// Draws pairs and who is left out, mentees in the order given.
#[must_use]
pub fn drawn(ties: &[Tie<'_>], apart: &[Apart<'_>]) -> Board {
    let standing: Vec<&Tie<'_>> = ties.iter().filter(|tie| tie.state != State::Gone).collect();
    let out: Vec<&Apart<'_>> = apart.iter().filter(|one| one.role == Role::Mentee).collect();
    let mut mentors: BTreeMap<(&str, PersonId), Who<'_>> = BTreeMap::new();
    let spare: Vec<&Apart<'_>> = apart.iter().filter(|one| one.role == Role::Mentor).collect();
    for who in ties.iter().map(|tie| tie.mentor).chain(spare.iter().map(|one| one.who)) {
        mentors.insert((who.name, who.person), who);
    }
    let body = ROW * (standing.len().max(mentors.len()).max(1)) as f64;
    let centres: BTreeMap<PersonId, f64> = mentors
        .keys()
        .enumerate()
        .map(|(at, (_, person))| (*person, body * (at as f64 + 0.5) / mentors.len() as f64))
        .collect();
    let mentee_row = |at: usize| body * (at as f64 + 0.5) / standing.len().max(1) as f64;
    let out_row = |at: usize| body + GAP + ROW * (at as f64 + 0.5);
    let placed = standing.iter().enumerate().map(|(at, tie)| (tie.mentee.person, mentee_row(at)));
    let rows: BTreeMap<PersonId, f64> =
        placed.chain(out.iter().enumerate().map(|(at, one)| (one.who.person, out_row(at)))).collect();
    let line = |mentor: PersonId, mentee: PersonId, gone: bool| {
        let (m, y) = (centres.get(&mentor)? + if gone { 0.0 } else { 11.0 }, rows.get(&mentee)?);
        Some(Line { path: format!("M0 {m:.1} C50 {m:.1} 50 {y:.1} 100 {y:.1}"), two: (mentor, mentee), gone })
    };
    let gone = ties.iter().filter(|tie| tie.state == State::Gone);
    let gone = gone.filter_map(|tie| line(tie.mentor.person, tie.mentee.person, true));
    let mights = out.iter().filter_map(|one| line(one.room?, one.who.person, false));
    let height = body + if out.is_empty() { 0.0 } else { GAP + ROW * out.len() as f64 };
    let named = |(at, tie): (usize, &&Tie<'_>)| {
        let (y, half) = (mentee_row(at), thickness(tie.fit) / 2.0 + 3.0);
        let slot = tie.kept.then(|| (rem(y - half), rem(y + half)));
        Name { fit: Some(tie.fit), kept: tie.kept, slot, ..name(tie.mentee, y) }
    };
    let left = |(at, one): (usize, &&Apart<'_>)| Name { out: true, ..name(one.who, out_row(at)) };
    Board {
        height,
        rem: rem(height),
        mentors: mentors.values().map(|who| name(*who, centres[&who.person])).collect(),
        mights: gone.chain(mights).collect(),
        mentees: standing.iter().enumerate().map(named).chain(out.iter().enumerate().map(left)).collect(),
        rows: standing.iter().map(|tie| Row::of(tie)).chain(out.into_iter().chain(spare).map(Row::left_out)).collect(),
        ribbons: ribbons(&standing, &centres, &mentee_row),
    }
}

impl Row {
    fn of(tie: &Tie<'_>) -> Row {
        let of = |who: Who<'_>| Some((who.person, who.name.to_owned()));
        let (fit, new) = (Some(tie.fit), tie.state == State::New);
        Row { mentor: of(tie.mentor), mentee: of(tie.mentee), fit, kept: tie.kept, new }
    }

    fn left_out(one: &Apart<'_>) -> Row {
        let who = Some((one.who.person, one.who.name.to_owned()));
        let (mentor, mentee) = if one.role == Role::Mentor { (who, None) } else { (None, who) };
        Row { mentor, mentee, fit: None, kept: false, new: false }
    }
}

fn ribbons(ties: &[&Tie<'_>], centres: &BTreeMap<PersonId, f64>, row: &dyn Fn(usize) -> f64) -> Vec<Ribbon> {
    // Several ribbons at one mentor stand under each other, two units apart, around the middle.
    let mut stacks: BTreeMap<PersonId, (f64, u32)> = BTreeMap::new();
    for tie in ties {
        let stack = stacks.entry(tie.mentor.person).or_default();
        *stack = (stack.0 + thickness(tie.fit), stack.1 + 1);
    }
    let top = |(person, (thick, many)): (PersonId, (f64, u32))| {
        (person, centres[&person] - (thick + 2.0 * f64::from(many - 1)) / 2.0)
    };
    let mut next: BTreeMap<PersonId, f64> = stacks.into_iter().map(top).collect();
    let ribbon = |(at, tie): (usize, &&Tie<'_>)| {
        let thick = thickness(tie.fit);
        let a = next.get(&tie.mentor.person).copied().unwrap_or_default();
        next.insert(tie.mentor.person, a + thick + 2.0);
        let (b, c, d) = (a + thick, row(at) - thick / 2.0, row(at) + thick / 2.0);
        Ribbon {
            path: format!("M0 {a:.2} C50 {a:.2} 50 {c:.2} 100 {c:.2} V{d:.2} C50 {d:.2} 50 {b:.2} 0 {b:.2}z"),
            two: (tie.mentor.person, tie.mentee.person),
            names: (tie.mentor.name.to_owned(), tie.mentee.name.to_owned()),
            fit: tie.fit,
            kept: tie.kept,
            new: tie.state == State::New,
        }
    };
    ties.iter().enumerate().map(ribbon).collect()
}

/// As thick as they fit, and a hairline where nothing does: it is there to be seen, too.
fn thickness(fit: u32) -> f64 {
    1.0 + 0.17 * f64::from(fit)
}

fn name(who: Who<'_>, y: f64) -> Name {
    Name {
        person: who.person,
        full: who.name.to_owned(),
        brief: brief(who.name),
        place: who.place.unwrap_or("").to_owned(),
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
    use kit::id::Uuid;

    #[test]
    fn names_are_cut_for_phones_by_characters() {
        assert_eq!(brief("Ann Featherstone"), "A. Featherston…".chars().take(13).chain(['…']).collect::<String>());
        assert_eq!(brief("Siân Ŵyn"), "S. Ŵyn");
        assert_eq!(brief("Prince"), "Prince");
    }

    #[test]
    fn a_better_fit_is_a_thicker_ribbon() {
        let who = |n, name| Who { person: PersonId(Uuid::from_u128(n)), name, place: None };
        // As it is drawn: from the upper edge to the lower one, at the mentee.
        let drawn_at = |fit: u32| -> f64 {
            let tie = Tie { mentor: who(1, "Ann"), mentee: who(2, "Bo"), fit, kept: false, state: State::Stands };
            let path = drawn(&[tie], &[]).ribbons.remove(0).path;
            let (upper, lower) = path.split_once(" 100 ").and_then(|(_, rest)| rest.split_once(" V")).expect("edges");
            let lower = lower.split(' ').next().expect("an edge");
            lower.parse::<f64>().expect("a number") - upper.parse::<f64>().expect("a number")
        };
        assert!((1.0..2.0).contains(&drawn_at(0)) && drawn_at(100) < ROW / 2.0, "{} {}", drawn_at(0), drawn_at(100));
        for fit in 1..=100 {
            assert!(drawn_at(fit) > drawn_at(fit - 1), "{fit}: {} {}", drawn_at(fit), drawn_at(fit - 1));
        }
    }

    #[test]
    fn the_rows_say_what_is_drawn() {
        let who = |n, name| Who { person: PersonId(Uuid::from_u128(n)), name, place: None };
        let tie = |mentor, mentee, fit, state| Tie { mentor, mentee, fit, kept: fit == 60, state };
        let (ann, bo, cy, di, ed) = (who(1, "Ann"), who(2, "Bo"), who(3, "Cy"), who(4, "Di"), who(5, "Ed"));
        let ties = [tie(ann, bo, 60, State::Stands), tie(ann, cy, 80, State::New), tie(ann, di, 90, State::Gone)];
        let apart = [(di, Role::Mentee), (ed, Role::Mentor)].map(|(who, role)| Apart { who, role, room: None });
        let board = drawn(&ties, &apart);
        let name = |one: &Option<(PersonId, String)>| one.as_ref().map_or("", |one| one.1.as_str()).to_owned();
        let rows: Vec<_> =
            board.rows.iter().map(|row| (name(&row.mentor), name(&row.mentee), row.fit, row.kept, row.new)).collect();
        let row = |mentor: &str, mentee: &str, fit, kept, new| (mentor.to_owned(), mentee.to_owned(), fit, kept, new);
        let all = [
            row("Ann", "Bo", Some(60), true, false),
            row("Ann", "Cy", Some(80), false, true),
            row("", "Di", None, false, false),
            row("Ed", "", None, false, false),
        ];
        assert_eq!(rows, all);
        assert_eq!(
            (board.ribbons.len(), board.mights.len(), board.mentees.iter().filter(|one| one.out).count()),
            (2, 1, 1)
        );
    }
}
