//! A round's report, in the browser, on paper and as a workbook.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::clock::hours;
use kit::table::{self, XLSX};
use kit::words::Say;

use super::access::REPORT;
use super::{Figures, Report, sheets, store};
use crate::access::Reached;
use crate::audit::Act;
use crate::rating::slopes::{self, tenths};
use crate::rating::summary::Told;
use crate::round::rules::Role;
use crate::round::{self, RoundId};
use crate::scheme::{self, Duty, Scheme};
use crate::web::{App, Fault, Shell, Visitor, page};

/// The pages of reports.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/report", get(show)).route("/rounds/{id}/report.xlsx", get(workbook))
}

/// An outcome as a row of the table behind the picture.
struct Row {
    words: String,
    people: u64,
    before: String,
    after: String,
    change: String,
    /// How many stood on which steps before and after; empty where that may not be told.
    steps: String,
    parts: Vec<(&'static str, String, String, u64)>,
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct Show {
    page: Shell,
    round: RoundId,
    scheme: Reached<Scheme>,
    dates: String,
    today: String,
    runners: Vec<(Duty, String)>,
    report: Report,
    figures: Figures,
    hours: String,
    conditions: Vec<(String, String, bool)>,
    compared: Vec<(&'static str, String, String)>,
    round_name: String,
    rows: Vec<Row>,
    slopes: String,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, scheme, report, runners) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?;
            let report = store::report(c, &round)?;
            let scheme = scheme::store::reached(c, viewer, round.scheme)?;
            let runners = scheme::store::runners(c, &scheme)?;
            Ok((round, scheme, report, runners))
        })
        .await?;
    let say = visitor.say;
    let told: Vec<&Told> = report.outcomes.iter().map(|(_, told)| &told.all).collect();
    page(Show {
        page: visitor.page(say.t1("report-of", "round", &round.name)).coloured(round.colour).seen_by(
            &round,
            &REPORT,
            "report-who-sees",
        ),
        round: id,
        dates: say.t2("round-dates", "starts", say.day(round.starts_on), "ends", say.day(round.ends_on)),
        today: say.day(visitor.app.store.clock().today()),
        runners: [Duty::Coordinator, Duty::Coach, Duty::Sponsor]
            .map(|duty| {
                let names: Vec<&str> =
                    runners.iter().filter(|one| one.duty == duty).map(|one| one.name.as_str()).collect();
                (duty, names.join(", "))
            })
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .collect(),
        hours: hours(report.figures.minutes),
        conditions: sheets::held(say, &report),
        compared: compared(&report),
        round_name: round.name.clone(),
        slopes: slopes::draw(say, &told),
        rows: report.outcomes.iter().map(|(outcome, told)| row(say, outcome.said_in(say.language), told)).collect(),
        figures: report.figures,
        report,
        scheme,
    })
}

/// This round beside the one before, a row each; minutes as hours.
fn compared(report: &Report) -> Vec<(&'static str, String, String)> {
    let Some((_, earlier)) = &report.earlier else { return Vec::new() };
    let said = |key: &str, count: i64| if key == "report-row-minutes" { hours(count) } else { count.to_string() };
    let row = |(key, count): &sheets::Counted| (*key, said(key, count(&report.figures)), said(key, count(earlier)));
    sheets::ROWS.iter().map(row).collect()
}

fn row(say: Say, words: &str, told: &crate::rating::summary::OutcomeTold) -> Row {
    let middle = |one: Option<i64>| one.map_or_else(|| say.t("report-untold").into_owned(), tenths);
    let spread = |cells: &[(usize, usize, u64)]| {
        if cells.len() < 2 {
            return None;
        }
        let cell = |(from, to, count): &(usize, usize, u64)| match from == to {
            true => format!("{}: {count}", from + 1),
            false => format!("{}–{}: {count}", from + 1, to + 1),
        };
        Some(cells.iter().filter(|(.., count)| *count > 0).map(cell).collect::<Vec<_>>().join(", "))
    };
    let steps = spread(&told.all.cells_before).zip(spread(&told.all.cells_after));
    let part =
        |key, part: &Option<Told>| part.as_ref().map(|one| (key, middle(one.before), middle(one.after), one.people));
    let change = told.all.before.zip(told.all.after).map(|(before, after)| after - before);
    let signed = |change: i64| format!("{}{}", if change < 0 { "−" } else { "+" }, tenths(change.abs()));
    Row {
        words: words.to_owned(),
        people: told.all.people,
        before: middle(told.all.before),
        after: middle(told.all.after),
        change: change.map_or_else(String::new, signed),
        steps: steps.map_or_else(String::new, |(before, after)| format!("{before} → {after}")),
        parts: [part("report-mentors", &told.mentors), part("report-mentees", &told.mentees)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// The same to take out.
async fn workbook(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (round, report) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&REPORT, Verb::Export)?;
            let report = store::report(c, &round)?;
            Ok((round, report))
        })
        .await?;
    let tables = sheets::sheets(say, &round.name, &report);
    let book = table::to_xlsx(&tables, visitor.app.store.clock().today())?;
    let name = format!("{}.xlsx", say.t1("report-of", "round", &round.name));
    Ok(visitor.takes_out((Act::ReportTakenOut, id.0), &name, XLSX, book).await?)
}
