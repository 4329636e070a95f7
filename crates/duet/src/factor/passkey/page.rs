//! Passkeys, in the browser: the questions that the script asks for, and the forms that carry its answers.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use kit::form::{Field, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Result};

use super::{ASKED, Answer, asked_new};
use crate::factor::page::{held, keeping, passkey_problems, set_up_done};
use crate::factor::webauthn::Passkeys;
use crate::factor::{passkey, store};
use crate::sign_in::page::welcome;
use crate::web::{App, Arriving, Fault, Posted, SettingUp, Shared, own_path};

/// The routes of passkeys.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/passkeys", post(add))
        .route("/passkeys/question", post(ask_new))
        .route("/sign-ins/question", post(ask))
        .route("/sign-ins/passkey", post(enter))
        .route("/confirmation/passkey", post(confirm))
}

/// What a new passkey is asked, besides what the browser says.
pub static ADD: Spec =
    Spec { name: "passkey", fields: &[Field { name: "name", takes: Takes::Line { most: 60, optional: false } }] };

/// What checks passkeys, where there are any.
fn passkeys(app: &App) -> Result<&Passkeys> {
    app.passkeys.as_ref().ok_or(Error::conflict("passkey-none-here"))
}

async fn ask_new(SettingUp(visitor): SettingUp) -> Result<Response, Fault> {
    let (app, identity) = (&visitor.app, held(&visitor)?.identity);
    let there = app.store.read_outside(move |c| store::credentials(c, identity)).await?;
    let question = passkeys(app)?.ask_new(identity, &visitor.address, &visitor.name, there)?;
    Ok(handed_out(app, &asked_new(identity), question)?.into_response())
}

/// Anybody may be asked; nothing is written down for it.
async fn ask(State(app): Shared) -> Result<Response, Fault> {
    Ok(handed_out(&app, ASKED, passkeys(&app)?.ask()?)?.into_response())
}

fn handed_out(
    app: &App,
    of: &str,
    question: crate::factor::webauthn::Question,
) -> Result<Json<serde_json::Value>, Fault> {
    let now = app.store.clock().now();
    Ok(Json(passkey::handed_out((&app.secrets, app.store.random()), of, question, now)?))
}

fn answer(typed: &Typed) -> Answer {
    Answer { question: typed.text("question").to_owned(), answer: typed.text("answer").to_owned() }
}

async fn add(SettingUp(visitor): SettingUp, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, sign_in, app) = (visitor.viewer, visitor.sign_in.id, Arc::clone(&visitor.app));
    let (answer, name) = (answer(&typed), typed.text("name").to_owned());
    let added = visitor
        .app
        .store
        .write_outside(move |tx| passkey::add(tx, viewer, sign_in, (passkeys(&app)?, &app.secrets), &name, &answer));
    match added.await {
        Ok(done) => set_up_done(&visitor, done),
        Err(cause) => passkey_problems(&visitor, typed, cause),
    }
}

async fn enter(State(app): Shared, Posted(typed): Posted) -> Result<Response, Fault> {
    let (answer, next) = (answer(&typed), typed.text("next").to_owned());
    let by = Arc::clone(&app);
    let opened =
        app.store.write_outside(move |tx| passkey::sign_in(tx, (passkeys(&by)?, &by.secrets), &answer)).await?;
    Ok(welcome(&opened, false, &next))
}

async fn confirm(Arriving(visitor): Arriving, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, sign_in, app) = (visitor.viewer, visitor.sign_in.id, Arc::clone(&visitor.app));
    let answer = answer(&typed);
    let confirmed = visitor
        .app
        .store
        .write_outside(move |tx| passkey::confirm(tx, viewer, sign_in, (passkeys(&app)?, &app.secrets), &answer));
    let secret = confirmed.await?;
    Ok(([keeping(&visitor, &secret)], go_to(own_path(typed.text("to")))).into_response())
}
