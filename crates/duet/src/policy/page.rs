//! The access table, in the browser: what the program goes by, for everybody to read.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use kit::access::{Resource, Row, Verb};

use crate::web::{App, Fault, Shell, Visitor, page};

/// The page of the table.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/access", get(show))
}

#[derive(Template)]
#[template(path = "policy/show.html")]
struct Show {
    page: Shell,
    resources: Vec<Told>,
}

/// A resource's block of the table: its name, and for each relation what it may and what it may not.
struct Told {
    name: String,
    rows: Vec<(String, String, String)>,
}

async fn show(visitor: Visitor) -> Result<Response, Fault> {
    let say = visitor.say;
    let relation = |word: &str| say.t(&format!("relation-{}", word.replace('_', "-"))).into_owned();
    let verbs = |row: &Row, wanted: bool| {
        let all = Verb::ALL.iter().zip(row.may).filter(|(_, may)| *may == wanted);
        all.map(|(verb, _)| say.t(&format!("verb-{verb}")).into_owned()).collect::<Vec<_>>().join(", ")
    };
    let told = |resource: &&'static Resource| Told {
        name: say.t(&format!("resource-{}", resource.name.replace('_', "-"))).into_owned(),
        rows: resource.rows.iter().map(|row| (relation(row.relation), verbs(row, true), verbs(row, false))).collect(),
    };
    page(Show {
        page: visitor.page(say.t("access-title").into_owned()),
        resources: super::resources().iter().map(told).collect(),
    })
}
