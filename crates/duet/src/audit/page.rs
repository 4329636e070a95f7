//! The audit, in the browser, for administrators.

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::access::AUDIT;
use super::{AuditId, Noted, store};
use crate::scheme;
use crate::web::{App, Fault, Shell, Visitor, page};

/// The pages of the audit.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/audit", get(list))
}

/// How many rows a page shows.
const PAGE: usize = 100;

#[derive(Deserialize)]
struct Before {
    before: Option<AuditId>,
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct List {
    page: Shell,
    rows: Vec<Row>,
    older: Option<AuditId>,
}

struct Row {
    day: String,
    time: String,
    actor: Option<String>,
    words: String,
    subject: String,
}

async fn list(visitor: Visitor, Query(query): Query<Before>) -> Result<Response, Fault> {
    let (viewer, clock) = (visitor.viewer, visitor.app.store.clock().clone());
    let before = query.before.unwrap_or(AuditId::LAST);
    let (organisation, noted) = visitor
        .read(move |c| {
            let organisation = scheme::store::organisation_reached(c, viewer)?;
            let noted = store::before(c, &organisation, before)?;
            Ok((organisation, noted))
        })
        .await?;
    let say = visitor.say;
    let row = |noted: &Noted| Row {
        day: say.day(clock.day_of(noted.noted_at)),
        time: clock.time_of(noted.noted_at),
        actor: noted.actor.clone(),
        words: say.t(&noted.act.key()).into_owned(),
        subject: noted.subject.hyphenated().to_string(),
    };
    page(List {
        page: visitor.page(say.t("audit-title").into_owned()).seen_by(&organisation, &AUDIT, ""),
        older: noted.get(PAGE - 1).filter(|_| noted.len() > PAGE).map(|last| last.id),
        rows: noted.iter().take(PAGE).map(row).collect(),
    })
}
