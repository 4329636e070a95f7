//! The access table, in the browser: what the program goes by, for everybody to read.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use kit::access::{Resource, Verb};

use crate::web::{App, Fault, Shell, Visitor, page};

/// The page of the table.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/access", get(show))
}

#[derive(Template)]
#[template(path = "policy/show.html")]
struct Show {
    page: Shell,
    verbs: Vec<String>,
    resources: Vec<Told>,
}

/// A resource's block of the table: its name, and a row per relation with its cells.
struct Told {
    name: String,
    rows: Vec<(String, [bool; 6])>,
}

async fn show(visitor: Visitor) -> Result<Response, Fault> {
    let told = |resource: &&'static Resource| {
        let relation = |word: &str| visitor.say.t(&format!("relation-{}", word.replace('_', "-"))).into_owned();
        Told {
            name: visitor.say.t(&format!("resource-{}", resource.name.replace('_', "-"))).into_owned(),
            rows: resource.rows.iter().map(|row| (relation(row.relation), row.may)).collect(),
        }
    };
    page(Show {
        page: visitor.page(visitor.say.t("access-title").into_owned()),
        verbs: Verb::ALL.iter().map(|verb| visitor.say.t(&format!("verb-{verb}")).into_owned()).collect(),
        resources: super::resources().iter().map(told).collect(),
    })
}
