//! Rules for a round that has none yet, suggested from the spreadsheets themselves.

use std::collections::BTreeSet;

use kit::sheet::{Sheet, folded};

use super::{Criterion, Rules, Weight};

/// Ladders that are known by their rungs, lowest first.
const LADDERS: &[&[&str]] = &[
    &["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"],
    &["AA", "AO", "EO", "HEO", "SEO", "G7", "G6", "SCS1", "SCS2", "SCS3", "SCS4"],
    &["Level 1", "Level 2", "Level 3", "Level 4", "Level 5", "Level 6"],
];

/// What mentors' headings over what they give are called.
const OFFERS: &[&str] =
    &["offers", "offer", "i can offer", "can help with", "i can help with", "strengths", "expertise", "skills offered"];
/// What mentees' headings over what they look for are called.
const WANTS: &[&str] =
    &["wants", "want", "needs", "i want help with", "would like help with", "looking for", "goals", "skills wanted"];

/// Most different answers a heading may have to be taken for a choice among few.
const MOST_CHOICES: usize = 30;

/// Criteria for what mentors offer and mentees want, and for the headings both sheets have: the same answer is good; on a known ladder, a mentor one
/// to three steps ahead is. `apart` tells the headings that say who somebody is, not what they are like.
#[must_use]
pub fn rules(mentors: &Sheet, mentees: &Sheet, apart: &dyn Fn(&str) -> bool) -> Rules {
    let shared = mentors.headings.iter().filter(|heading| !apart(heading) && mentees.column(heading).is_some());
    let shared = shared.filter_map(|heading| criterion(heading, mentors, mentees));
    Rules { criteria: exchange(mentors, mentees, apart).into_iter().chain(shared).collect(), ..Rules::default() }
}

/// What one side offers and the other wants counts most, where both are asked.
fn exchange(mentors: &Sheet, mentees: &Sheet, apart: &dyn Fn(&str) -> bool) -> Option<Criterion> {
    let named = |sheet: &Sheet, names: &[&str]| {
        let is = |heading: &str| names.iter().any(|name| folded(name) == folded(heading));
        sheet.headings.iter().find(|heading| is(heading) && !apart(heading)).cloned()
    };
    Some(Criterion::Overlap { offers: named(mentors, OFFERS)?, wants: named(mentees, WANTS)?, weight: Weight::of(3) })
}

fn criterion(heading: &str, mentors: &Sheet, mentees: &Sheet) -> Option<Criterion> {
    let given: BTreeSet<String> = [mentors, mentees].into_iter().flat_map(|sheet| choices(sheet, heading)).collect();
    let rows = mentors.rows.len().max(mentees.rows.len());
    let weight = Weight::of(1);
    if let Some(ladder) = LADDERS.iter().find(|ladder| is_ladder(ladder, &given)) {
        let ladder = ladder.iter().map(|rung| (*rung).to_owned()).collect();
        return Some(Criterion::Ahead { heading: heading.to_owned(), ladder, least: 1, most: 3, weight });
    }
    let is_choice = given.len() >= 2 && given.len() <= MOST_CHOICES && given.len() * 2 <= rows;
    is_choice.then(|| Criterion::Same { heading: heading.to_owned(), weight })
}

fn is_ladder(ladder: &[&str], given: &BTreeSet<String>) -> bool {
    given.len() >= 2 && given.iter().all(|answer| ladder.iter().any(|rung| folded(rung) == *answer))
}

fn choices(sheet: &Sheet, heading: &str) -> BTreeSet<String> {
    let column = sheet.column(heading);
    let cells = sheet.rows.iter().filter_map(|row| column.and_then(|at| row.cells.get(at)));
    cells.filter(|cell| !cell.is_empty()).map(|cell| folded(cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_become_criteria_and_free_text_does_not() {
        let rows = |role: &str| {
            let lists = if role == "a" { "offers" } else { "wants" };
            (0..20).fold(format!("name,grade,profession,about,{lists}\n"), |sheet, n| {
                let grade = ["EO", "HEO", "Grade 7"][n % 3];
                sheet + &format!("{role} {n},{grade},{},{role} {n} likes maps,x; y\n", ["Law", "Policy"][n % 2])
            })
        };
        let (mentors, mentees) =
            (Sheet::read(rows("a").as_bytes()).unwrap(), Sheet::read(rows("b").as_bytes()).unwrap());
        let rules = rules(&mentors, &mentees, &|heading| heading == "name");
        let said: Vec<_> =
            rules.criteria.iter().map(|c| (matches!(c, Criterion::Ahead { .. }), c.headings().0)).collect();
        assert_eq!(said, [(false, "offers"), (true, "grade"), (false, "profession")]);
    }
}
