//! The sheets of a round: its people, its pairs, its sessions by month.

use kit::table::{Cell, Table};
use kit::words::Say;

use super::store::Applied;
use super::{Held, months};
use crate::partnership::{Overview, Standing};
use crate::round::rules::Role;

/// Everybody who applied, with a column for each heading that anybody answered.
#[must_use]
pub fn people(say: Say, applied: Vec<Applied>) -> Table {
    let mut asked: Vec<String> = applied.iter().flat_map(|one| one.answers.0.keys().cloned()).collect();
    asked.sort_unstable();
    asked.dedup();
    let known = ["out-name", "out-address", "out-role", "out-job", "out-workplace", "out-places"]
        .map(|key| say.t(key).into_owned());
    let row = |one: Applied| {
        let role = if one.role == Role::Mentor { "mentor" } else { "mentee" };
        let own = [
            Cell::from(one.name),
            Cell::from(one.address),
            Cell::from(say.t(role).into_owned()),
            Cell::from(one.job_title),
            Cell::from(one.workplace.unwrap_or_default()),
            Cell::from(one.places),
        ];
        let said = asked.iter().map(|heading| Cell::from(one.answers.0.get(heading).map_or("", String::as_str)));
        own.into_iter().chain(said).collect()
    };
    let rows = applied.into_iter().map(row).collect();
    Table {
        name: say.t("step-people").into_owned(),
        headings: known.into_iter().chain(asked.iter().cloned()).collect(),
        rows,
    }
}

/// Every pair, how it stands and how often it met.
#[must_use]
pub fn pairs(say: Say, pairs: Vec<Overview>) -> Table {
    let row = |one: Overview| {
        let standing = match (one.standing(), one.started_on) {
            (Standing::Running, _) => "standing-running",
            (Standing::Over, None) => "standing-declined",
            (Standing::Over, Some(_)) => "standing-over",
            (Standing::Offered, _) => "standing-offered",
        };
        vec![
            Cell::from(one.mentee_name),
            Cell::from(one.mentor_name),
            Cell::from(say.t(standing).into_owned()),
            Cell::from(one.started_on),
            Cell::from(one.finished_on),
            Cell::from(one.sessions),
            in_hours(one.minutes),
            Cell::from(one.last_on),
        ]
    };
    let headings = [
        "mentee",
        "mentor",
        "partnerships-state",
        "out-started",
        "out-finished",
        "partnerships-sessions",
        "partnerships-hours",
        "partnerships-last",
    ];
    Table {
        name: say.t("partnerships-title").into_owned(),
        headings: headings.map(|key| say.t(key).into_owned()).to_vec(),
        rows: pairs.into_iter().map(row).collect(),
    }
}

/// How many sessions were held in each month, and for how long: by nobody's name.
#[must_use]
pub fn sessions(say: Say, days: &[Held]) -> Table {
    let row = |one: super::Month| vec![Cell::Day(one.begins_on), Cell::from(one.sessions), in_hours(one.minutes)];
    Table {
        name: say.t("partnerships-sessions").into_owned(),
        headings: ["out-month", "partnerships-sessions", "partnerships-hours"]
            .map(|key| say.t(key).into_owned())
            .to_vec(),
        rows: months(days).into_iter().map(row).collect(),
    }
}

/// Minutes as hours, in hundredths.
#[must_use]
pub fn in_hours(minutes: i64) -> Cell {
    Cell::Part((minutes as f64 * 100.0 / 60.0).round() / 100.0)
}
