//! Forms that are sent after a sign-in, or the ten minutes of showing who one is, have ended, or that Duet could not take
//! through no fault of theirs: what was typed comes back, to be sent again.

use askama::Template;
use axum::Form;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest as _, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::watch::RequestId;
use kit::web::{Page, cookie};

use super::confirmed::Unconfirmed;
use super::fault::Told;
use super::visitor::{SignedOut, page_path, spoken};
use super::{Guest, SIGN_IN_COOKIE, Shared, Shell};

/// As much of a form as is kept: what forms may hold at all.
pub(super) const MOST: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "web/kept.html")]
struct Kept {
    page: Shell,
    why: Why,
    action: String,
    typed: Vec<(String, String)>,
}

/// Why a form was not taken.
enum Why {
    /// They are not signed in any more.
    SignedOut,
    /// They are signed in, and have only to show once more that it is they.
    Unconfirmed,
    /// Duet failed, or could not be reached; in words, with the reference under which it is logged.
    Failed(String, Option<String>),
}

/// When a browser that was signed in sends a form and is not any more, or has first to show who it is, or when Duet fails,
/// answers with a page that holds what was typed: it stands in that page and nowhere else. Sent again, it is taken once
/// only, whatever came of it the first time. Files cannot be kept so.
pub(super) async fn keep_typed(State(app): Shared, request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !is_form(request.headers()) || !has_cookie(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MOST).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let guest =
        Guest { say: spoken(&app, &parts.headers), path: page_path(&parts.method, &parts.uri, &parts.headers), app };
    let action = parts.uri.path().to_owned();
    let id = parts.extensions.get::<RequestId>().cloned().unwrap_or_default();
    let response = next.run(Request::from_parts(parts, Body::from(bytes.clone()))).await;
    let told = response.extensions().get::<Told>().filter(|_| response.status().is_server_error()).cloned();
    let why = match &told {
        _ if response.extensions().get::<SignedOut>().is_some() => Why::SignedOut,
        _ if response.extensions().get::<Unconfirmed>().is_some() => Why::Unconfirmed,
        Some(told) => Why::Failed(guest.say.message(&told.message), None),
        None => return response,
    };
    let Ok(typed) = read(bytes).await else { return response };
    // A button alone is pressed again: nothing was typed.
    let is_typed = typed.iter().any(|(name, text)| name != kit::once::FIELD && !text.is_empty());
    if !is_typed && !matches!(why, Why::SignedOut) {
        return response;
    }
    let (title, status, why) = match why {
        Why::SignedOut => ("kept-title", StatusCode::FORBIDDEN, why),
        Why::Unconfirmed => ("kept-confirm-title", StatusCode::FORBIDDEN, why),
        Why::Failed(words, _) => {
            let reference = told.and_then(|told| told.logged(&id));
            ("error-title", response.status(), Why::Failed(words, reference))
        }
    };
    let page = guest.page(guest.say.t(title).into_owned()).wrong_if(true);
    let mut answer = Page(status, Kept { page, why, action, typed }).into_response();
    if let Some(again) = response.headers().get(header::RETRY_AFTER) {
        answer.headers_mut().insert(header::RETRY_AFTER, again.clone());
    }
    answer
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
