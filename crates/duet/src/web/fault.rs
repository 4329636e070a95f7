//! Failed requests: each becomes a page with words, in the reader's language.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kit::watch::RequestId;
use kit::web::Page;
use kit::{Error, Message, Problem};

use super::visitor::{page_path, spoken};
use super::{Guest, Shared, Shell};

/// A failed request: becomes a page with words, in the reader's language.
pub struct Fault(pub Error);

impl From<Error> for Fault {
    fn from(cause: Error) -> Fault {
        Fault(cause)
    }
}

#[derive(Clone)]
struct Told {
    message: Message,
    /// What lies behind it, when it is our fault: for the log.
    cause: Option<String>,
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut behind = None;
        let (status, message) = match self.0 {
            Error::NotFound => (StatusCode::NOT_FOUND, Message::new("error-not-found")),
            Error::NotAllowed(message) => (StatusCode::FORBIDDEN, message),
            Error::Conflict(message) => (StatusCode::CONFLICT, message),
            Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, first(problems)),
            Error::Internal(cause) => {
                behind = Some(cause.to_string());
                (StatusCode::INTERNAL_SERVER_ERROR, Message::new("error-internal"))
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Told { message, cause: behind });
        response
    }
}

fn first(problems: Vec<Problem>) -> Message {
    problems.into_iter().next().map_or(Message::new("error-request"), |problem| problem.message)
}

#[derive(Template)]
#[template(path = "web/error.html")]
struct ErrorPage {
    page: Shell,
    words: String,
    reference: Option<String>,
}

/// Turns every failed answer into a page: our own faults with their words, the library's with plain ones.
pub(super) async fn error_pages(State(app): Shared, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().map(|RequestId(id)| id.clone()).unwrap_or_default();
    let guest = Guest {
        say: spoken(&app, request.headers()),
        path: page_path(request.method(), request.uri(), request.headers()),
        app,
    };
    let response = next.run(request).await;
    let status = response.status();
    let is_page = response.headers().contains_key(header::CONTENT_TYPE) && !is_plain(response.headers());
    if !(status.is_client_error() || status.is_server_error()) || is_page {
        return response;
    }
    let told = response.extensions().get::<Told>().cloned().unwrap_or_else(|| {
        let key = match status {
            StatusCode::NOT_FOUND => "error-not-found",
            StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
            _ => "error-request",
        };
        Told { message: Message::new(key), cause: None }
    });
    let reference = told.cause.map(|cause| {
        tracing::error!(request = id, cause, "a request failed");
        id
    });
    let title =
        guest.say.t(if status == StatusCode::NOT_FOUND { "error-not-found-title" } else { "error-title" }).into_owned();
    let page = ErrorPage { words: guest.say.message(&told.message), reference, page: guest.page(title).wrong_if(true) };
    let mut answer = Page(status, page).into_response();
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

fn is_plain(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/plain"))
}
