//! A report as a workbook: its figures, its outcomes, its quotes.

use kit::table::{Cell, Table};
use kit::words::Say;

use super::{Figures, Report};
use crate::condition::Kind;
use crate::round::rules::Role;

/// A row in which rounds are compared: the key of its words, and what it counts.
pub type Counted = (&'static str, fn(&Figures) -> i64);

/// The rows in which rounds are compared.
pub const ROWS: [Counted; 7] = [
    ("report-row-mentors", |one| one.mentors),
    ("report-row-mentees", |one| one.mentees),
    ("report-row-workplaces", |one| one.workplaces),
    ("report-row-placed", |one| one.placed),
    ("report-row-met", |one| one.met),
    ("report-row-sessions", |one| one.sessions),
    ("report-row-minutes", |one| one.minutes),
];

/// The sheets of a report.
#[must_use]
pub fn sheets(say: Say, round: &str, report: &Report) -> Vec<Table> {
    vec![figures(say, round, report), conditions(say, report), outcomes(say, report), quotes(say, report)]
}

/// The four conditions of good mentoring, as the scheme has them: what each is called, how it is met, and whether it is.
#[must_use]
pub fn held(say: Say, report: &Report) -> Vec<(String, String, bool)> {
    let met = |kind: Kind| {
        let words = report.conditions.iter().find(|one| one.kind == kind).map(|one| one.said_in(say.language));
        let said = words.map_or_else(|| say.t(kind.lacking_key()).into_owned(), str::to_owned);
        (say.t(kind.key()).into_owned(), said, words.is_some())
    };
    let named = match report.named {
        0 => say.t("condition-outcomes-lacking").into_owned(),
        count => say.t1("condition-outcomes-count", "count", count),
    };
    let outcomes = (say.t("condition-outcomes").into_owned(), named, report.named > 0);
    vec![met(Kind::Support), met(Kind::Criteria), outcomes, met(Kind::Reward)]
}

fn conditions(say: Say, report: &Report) -> Table {
    let headings =
        ["report-condition", "report-condition-how", "report-condition-met"].map(|key| say.t(key).into_owned());
    let row = |(name, how, met): (String, String, bool)| {
        let met = say.t(if met { "report-condition-yes" } else { "report-condition-no" }).into_owned();
        vec![Cell::from(name), Cell::from(how), Cell::from(met)]
    };
    let rows = held(say, report).into_iter().map(row).collect();
    Table { name: say.t("report-conditions").into_owned(), headings: headings.to_vec(), rows }
}

fn figures(say: Say, round: &str, report: &Report) -> Table {
    let mut headings = vec![say.t("report-how").into_owned(), round.to_owned()];
    headings.extend(report.earlier.iter().map(|(name, _)| name.clone()));
    let row = |(key, count): &Counted| {
        let mut cells = vec![Cell::from(say.t(key).into_owned()), Cell::from(count(&report.figures))];
        cells.extend(report.earlier.iter().map(|(_, earlier)| Cell::from(count(earlier))));
        cells
    };
    let nation = |nation: String, count: u64| vec![Cell::from(nation), Cell::from(i64::try_from(count).unwrap_or(0))];
    let mut rows: Vec<Vec<Cell>> = ROWS.iter().map(row).collect();
    rows.extend(report.nations.0.iter().map(|(name, count)| nation(name.clone(), *count)));
    if report.nations.1 > 0 {
        rows.push(nation(say.t("report-elsewhere").into_owned(), report.nations.1));
    }
    Table { name: say.t("report-how").into_owned(), headings, rows }
}

fn outcomes(say: Say, report: &Report) -> Table {
    let headings = ["report-outcome", "report-group", "report-people", "rating-before", "rating-after"]
        .map(|key| say.t(key).into_owned());
    let mut rows = Vec::new();
    for (outcome, told) in &report.outcomes {
        let groups = [
            ("report-all", Some(&told.all)),
            ("report-mentors", told.mentors.as_ref()),
            ("report-mentees", told.mentees.as_ref()),
        ];
        for (key, group) in groups {
            let Some(group) = group else { continue };
            rows.push(vec![
                Cell::from(outcome.said_in(say.language)),
                Cell::from(say.t(key).into_owned()),
                Cell::from(i64::try_from(group.people).unwrap_or(0)),
                middle(group.before),
                middle(group.after),
            ]);
        }
    }
    Table { name: say.t("report-outcomes").into_owned(), headings: headings.to_vec(), rows }
}

/// A middle to a tenth, as the page has it; nothing where it is not told.
fn middle(hundredths: Option<i64>) -> Cell {
    hundredths.map_or(Cell::Empty, |hundredths| Cell::Part(((hundredths + 5) / 10) as f64 / 10.0))
}

fn quotes(say: Say, report: &Report) -> Table {
    let headings = ["out-words", "out-name", "out-role", "out-workplace"].map(|key| say.t(key).into_owned());
    let row = |quote: &crate::testimonial::Quote| {
        let role = if quote.role == Role::Mentor { "mentor" } else { "mentee" };
        vec![
            Cell::from(quote.words.as_str()),
            Cell::from(quote.name.clone().unwrap_or_default()),
            Cell::from(say.t(role).into_owned()),
            Cell::from(quote.workplace.clone().unwrap_or_default()),
        ]
    };
    let rows = report.quotes.iter().map(row).collect();
    Table { name: say.t("report-quotes").into_owned(), headings: headings.to_vec(), rows }
}
