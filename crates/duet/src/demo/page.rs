//! One-click sign-in: only in a database marked as demo, which only listens on loopback.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;
use kit::Error;

use super::cast;
use crate::organisation;
use crate::person::{self, Viewer};
use crate::sign_in::{open, page::welcome};
use crate::web::{App, Fault, Posted, Shared};

/// The demo's own route.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/demo/sign-in", post(sign_in))
}

async fn sign_in(State(app): Shared, Posted(typed): Posted) -> Result<Response, Fault> {
    let address = typed.text("address").to_owned();
    let secret = app
        .store
        .write_outside(move |tx| {
            // Asked again here: a real database must never open by a click, whatever the program was started as.
            if !organisation::store::installation(tx)?.is_some_and(|installation| installation.demo) {
                return Err(Error::NotFound);
            }
            let organisation = organisation::store::by_name(tx, cast::ORGANISATION)?.id;
            let person = person::store::by_address(&mut tx.inside(organisation)?, &address)?.ok_or(Error::NotFound)?;
            open::open(tx, Viewer { organisation, person: person.id })
        })
        .await?;
    Ok(welcome(&secret))
}
