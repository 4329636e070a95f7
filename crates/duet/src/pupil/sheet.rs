//! A tutor's own pupils, as a sheet to take out.

use kit::table::{Cell, Table};
use kit::words::Say;

use super::store::Listed;

/// The pupils of a list, a row each.
#[must_use]
pub fn sheet(say: Say, pupils: Vec<Listed>) -> Table {
    let headings =
        ["pupil-name", "pupil-school", "pupil-year_group", "pupil-reference", "pupil-you-are", "pupil-since"];
    let row = |one: Listed| {
        vec![
            Cell::from(one.name),
            Cell::from(one.school),
            Cell::from(one.year_group),
            Cell::from(one.reference.unwrap_or_default()),
            Cell::from(say.t(one.role.key()).into_owned()),
            Cell::from(Some(one.started_on)),
        ]
    };
    Table {
        name: say.t("pupils-title").into_owned(),
        headings: headings.map(|key| say.t(key).into_owned()).to_vec(),
        rows: pupils.into_iter().map(row).collect(),
    }
}
