//! A round's report, in the browser and on paper.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;

use super::access::REPORT;
use super::{Figures, store};
use crate::access::Reached;
use crate::round::{self, RoundId};
use crate::scheme::{self, Duty, Scheme};
use crate::web::{App, Fault, Shell, Visitor, page};
use kit::clock::hours;

/// The pages of reports.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/report", get(show))
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct Show {
    page: Shell,
    scheme: Reached<Scheme>,
    dates: String,
    today: String,
    runners: Vec<(Duty, String)>,
    figures: Figures,
    hours: String,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, scheme, figures, runners) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?;
            let figures = store::figures(c, &round)?;
            let scheme = scheme::store::reached(c, viewer, round.scheme)?;
            let runners = scheme::store::runners(c, &scheme)?;
            Ok((round, scheme, figures, runners))
        })
        .await?;
    let say = visitor.say;
    page(Show {
        page: visitor.page(say.t1("report-of", "round", &round.name)).coloured(round.colour).seen_by(
            &round,
            &REPORT,
            "report-who-sees",
        ),
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
        hours: hours(figures.minutes),
        figures,
        scheme,
    })
}
