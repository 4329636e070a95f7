//! Signing in and out, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kit::token::Token;
use kit::watch::Mark;
use kit::web::{cookie, go_to, set_cookie, set_session_cookie};

use super::{MOST_DAYS, OwnSignIn, SignInId, end, open, store, switch};
use crate::identity::Known;
use crate::organisation::OrganisationId;
use crate::person;
use crate::web::{
    App, Arriving, Fault, Guest, Oneself, Posted, SIGN_IN_COOKIE, Shared, Shell, Visitor, own_path, page,
};

/// The pages of signing in.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/sign-in/{link}", get(ask).post(enter))
        .route("/sign-out", post(leave))
        .route("/sign-ins", get(list).head(stays))
        .route("/sign-ins/ending", post(end_others))
        .route("/sign-ins/{id}/ending", post(end_one))
        .route("/organisations", get(organisations))
        .route("/organisations/{id}/opening", post(open_organisation))
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage {
    page: Shell,
    name: String,
    link: String,
}

/// Shows whom a link is for. Looking uses nothing up: mail scanners look too.
async fn ask(guest: Guest, Path(link): Path<String>) -> Result<Response, Fault> {
    let token = Token::from_visitor(&link);
    let name = guest
        .app
        .store
        .read_outside(move |c| {
            let (viewer, _) = store::link(c, &token)?;
            Ok(person::store::get(&mut c.inside(viewer.organisation)?, viewer.person)?.name)
        })
        .await
        .map_err(dead_link)?;
    page(LinkPage { page: guest.page(guest.say.t("sign-in-link-title").into_owned()), name, link })
}

/// Uses the link up and signs in.
async fn enter(State(app): Shared, Path(link): Path<String>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (token, shared) = (Token::from_visitor(&link), !typed.text("shared").is_empty());
    let secret = app.store.write_outside(move |tx| open::through_link(tx, &token, shared)).await.map_err(dead_link)?;
    Ok(welcome(&secret, shared, "/"))
}

/// One answer for a link that is unknown, used or past its time.
fn dead_link(cause: kit::Error) -> Fault {
    match cause {
        kit::Error::NotFound => Fault(kit::Error::conflict("sign-in-link-dead")),
        other => Fault(other),
    }
}

/// Somebody came in: gives the browser its secret, and goes on to a page of ours.
#[must_use]
pub fn welcome(secret: &Token, shared: bool, next: &str) -> Response {
    came_in(([signed_in_cookie(secret, shared)], go_to(own_path(next))))
}

/// An answer that lets somebody in: it is counted as a sign-in.
#[must_use]
pub fn came_in(answer: impl IntoResponse) -> Response {
    let mut answer = answer.into_response();
    answer.extensions_mut().insert(Mark("sign_ins"));
    answer
}

/// The cookie of a sign-in: it goes with the browser's window on a shared computer. It may outlast the sign-in, so
/// that who comes back is told that it has ended.
#[must_use]
pub fn signed_in_cookie(secret: &Token, shared: bool) -> (HeaderName, String) {
    if shared {
        return set_session_cookie(SIGN_IN_COOKIE, secret.reveal());
    }
    let seconds = u64::try_from(MOST_DAYS).unwrap_or(0) * 24 * 60 * 60;
    set_cookie(SIGN_IN_COOKIE, secret.reveal(), seconds)
}

async fn leave(State(app): Shared, headers: HeaderMap) -> Result<Response, Fault> {
    if let Some(secret) = cookie(&headers, SIGN_IN_COOKIE) {
        let token = Token::from_visitor(secret);
        app.store.write_outside(move |tx| open::close(tx, &token)).await?;
    }
    let cleared = ("clear-site-data", "\"cache\", \"storage\"".to_owned());
    Ok(([set_cookie(SIGN_IN_COOKIE, "", 0)], [cleared], go_to("/")).into_response())
}

#[derive(Template)]
#[template(path = "sign_in/list.html")]
struct List {
    page: Shell,
    here: SignInId,
    sign_ins: Vec<(OwnSignIn, String, String)>,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let strict = visitor.app.is_strict(&visitor.appointments);
    let own = visitor.app.store.read_outside(move |c| store::of(c, viewer, strict)).await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let told = |at| format!("{}, {}", say.day(clock.day_of(at)), clock.time_of(at));
    page(List {
        page: visitor.page(say.t("sign-ins-title").into_owned()),
        here: visitor.sign_in.id,
        sign_ins: own.into_iter().map(|one| (one.clone(), told(one.made_at), told(one.seen_at))).collect(),
    })
}

/// Uses the sign-in, and shows nothing: for whoever wants to stay. It holds whatever they have still to do before a page opens.
async fn stays(_: Arriving) -> StatusCode {
    StatusCode::NO_CONTENT
}

async fn end_one(Oneself(visitor): Oneself, Path(id): Path<SignInId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    visitor.app.store.write_outside(move |tx| end::one(tx, viewer, id)).await?;
    Ok(go_to("/sign-ins"))
}

async fn end_others(Oneself(visitor): Oneself) -> Result<Response, Fault> {
    let (viewer, here) = (visitor.viewer, visitor.sign_in.id);
    visitor.app.store.write_outside(move |tx| end::others(tx, viewer, here)).await?;
    Ok(go_to("/sign-ins"))
}

#[derive(Template)]
#[template(path = "sign_in/organisations.html")]
struct Organisations {
    page: Shell,
    here: OrganisationId,
    linked: Vec<Known>,
    offered: Vec<Known>,
}

/// Where else this somebody is known, and what knows the address they came in by.
async fn organisations(visitor: Visitor) -> Result<Response, Fault> {
    page(Organisations {
        page: visitor.page(visitor.say.t("organisations-title").into_owned()),
        here: visitor.viewer.organisation,
        linked: visitor.memberships,
        offered: visitor.offered,
    })
}

/// Goes to another organisation. It is linked first, if that can be: a link that is refused is no reason to stay.
async fn open_organisation(
    visitor: Visitor,
    headers: HeaderMap,
    Path(to): Path<OrganisationId>,
) -> Result<Response, Fault> {
    let (token, store) = (secret(&headers)?, &visitor.app.store);
    let linking = token.clone();
    match store.write_outside(move |tx| switch::link(tx, &linking, to)).await {
        Ok(()) | Err(kit::Error::Conflict(_)) => {}
        Err(other) => return Err(Fault(other)),
    }
    let (secret, shared) = store.write_outside(move |tx| switch::switch(tx, &token, to)).await?;
    // They were in before: no sign-in to be counted.
    Ok(([signed_in_cookie(&secret, shared)], go_to("/")).into_response())
}

fn secret(headers: &HeaderMap) -> Result<Token, Fault> {
    Ok(cookie(headers, SIGN_IN_COOKIE).map(Token::from_visitor).ok_or(kit::Error::NotFound)?)
}
