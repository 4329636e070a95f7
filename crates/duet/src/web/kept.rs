//! Forms that are sent after a sign-in, or the ten minutes of showing who one is, have ended: what was typed comes back,
//! to be sent again.

use askama::Template;
use axum::Form;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::web::{Page, cookie};

use super::confirmed::Unconfirmed;
use super::visitor::{SignedOut, page_path, spoken};
use super::{Guest, SIGN_IN_COOKIE, Shared, Shell};

/// As much of a form as is kept: what forms may hold at all.
pub(super) const MOST: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "web/kept.html")]
struct Kept {
    page: Shell,
    /// Whether they are signed in, and have only to show once more that it is they.
    confirms: bool,
    action: String,
    typed: Vec<(String, String)>,
}

/// When a browser that was signed in sends a form and is not any more, or has first to show who it is, answers with a
/// page that holds what was typed: it stands in that page and nowhere else. Files cannot be kept so.
pub(super) async fn keep_typed(State(app): Shared, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) || !has_cookie(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MOST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let guest =
        Guest { say: spoken(&app, &parts.headers), path: page_path(&parts.method, &parts.uri, &parts.headers), app };
    let action = parts.uri.path().to_owned();
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    let confirms = response.extensions().get::<Unconfirmed>().is_some();
    if !confirms && response.extensions().get::<SignedOut>().is_none() {
        return response;
    }
    let Ok(typed) = read(bytes).await else { return response };
    // A button alone is pressed again: nothing was typed.
    if confirms && !typed.iter().any(|(name, text)| name != kit::once::FIELD && !text.is_empty()) {
        return response;
    }
    let title = if confirms { "kept-confirm-title" } else { "kept-title" };
    let page = guest.page(guest.say.t(title).into_owned()).wrong_if(true);
    Page(StatusCode::FORBIDDEN, Kept { page, confirms, action, typed }).into_response()
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

fn has_cookie(headers: &HeaderMap) -> bool {
    cookie(headers, SIGN_IN_COOKIE).is_some()
}

async fn read(bytes: Bytes) -> Result<Vec<(String, String)>, FormRejection> {
    let request = Request::post("/").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.body(Body::from(bytes)).unwrap_or_default();
    Form::<Vec<(String, String)>>::from_request(request, &()).await.map(|Form(pairs)| pairs)
}
