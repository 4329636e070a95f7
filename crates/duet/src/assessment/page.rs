//! Assessments, in the browser: what one person can do and how they came there, noting where somebody stands, and what a
//! team can do together.

mod person;
mod say;
mod team;

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::web::go_to;

pub use self::say::NOTE;
use super::access::ASSESSMENT;
use super::{AssessmentId, store, take_away};
use crate::web::{App, Fault, Posted, Visitor};

/// The pages of assessments.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/people/{id}/capabilities", get(person::show))
        .route("/people/{id}/assessments/new", get(say::ask))
        .route("/people/{id}/assessments", post(say::take))
        .route("/assessments/{id}/deletion", post(take_deletion))
        .route("/rounds/{id}/capabilities", get(team::of_round))
        .route("/rounds/{id}/capabilities.xlsx", get(team::taken_out))
        .route("/team", get(team::own))
}

async fn take_deletion(
    visitor: Visitor,
    Path(id): Path<AssessmentId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let take = move |tx: &mut Tx<'_>| {
        let person = take_away::take_away(tx, viewer, id)?;
        // Who said nothing else of them has no business there any more.
        let still = store::person_reached(tx, viewer, person)?.may(&ASSESSMENT, Verb::See);
        Ok(format!("/people/{}/capabilities", if still { person } else { viewer.person }))
    };
    Ok(go_to(&visitor.once(&typed, take).await?))
}
