//! Failed requests: each becomes a page with words, in the reader's language.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
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

/// What somebody is told of a failed request.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) message: Message,
    /// What lies behind it, when it is our fault: for the log.
    cause: Option<String>,
}

impl Told {
    /// Writes what lies behind it to the log; gives the reference under which it stands there.
    pub(super) fn logged(&self, id: &RequestId) -> Option<String> {
        let cause = self.cause.as_ref()?;
        tracing::error!(request = id.0, cause, "a request failed");
        Some(id.0.clone())
    }
}

/// After how many seconds it is worth asking again.
const AGAIN: HeaderValue = HeaderValue::from_static("5");

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut behind = None;
        let (is_busy, is_away) = (self.0.is_busy(), self.0.is_away());
        let (status, message) = match self.0 {
            Error::NotFound => (StatusCode::NOT_FOUND, Message::new("error-not-found")),
            Error::NotAllowed(message) => (StatusCode::FORBIDDEN, message),
            Error::Conflict(message) if is_busy => (StatusCode::SERVICE_UNAVAILABLE, message),
            Error::Conflict(message) => (StatusCode::CONFLICT, message),
            Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, first(problems)),
            Error::Internal(cause) => {
                behind = Some(cause.to_string());
                if is_away {
                    (StatusCode::SERVICE_UNAVAILABLE, Message::new("error-away"))
                } else {
                    (StatusCode::INTERNAL_SERVER_ERROR, Message::new("error-internal"))
                }
            }
        };
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, AGAIN);
        }
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
    let id = request.extensions().get::<RequestId>().cloned().unwrap_or_default();
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
    let told = response.extensions().get::<Told>().cloned().unwrap_or_else(|| unsaid(status));
    let reference = told.logged(&id);
    let title =
        guest.say.t(if status == StatusCode::NOT_FOUND { "error-not-found-title" } else { "error-title" }).into_owned();
    let page = ErrorPage { words: guest.say.message(&told.message), reference, page: guest.page(title).wrong_if(true) };
    let mut answer = Page(status, page).into_response();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = response.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

/// What is told of an answer that says nothing itself: the library's, or one that could not be made.
fn unsaid(status: StatusCode) -> Told {
    let (key, cause) = match status {
        StatusCode::NOT_FOUND => ("error-not-found", None),
        StatusCode::PAYLOAD_TOO_LARGE => ("error-too-large", None),
        status if status.is_server_error() => ("error-internal", Some("an answer could not be made".to_owned())),
        _ => ("error-request", None),
    };
    Told { message: Message::new(key), cause }
}

fn is_plain(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/plain"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_without_a_word_is_our_fault_and_what_is_refused_is_not() {
        for (status, key, logged) in
            [(500, "error-internal", true), (400, "error-request", false), (404, "error-not-found", false)]
        {
            let told = unsaid(StatusCode::from_u16(status).expect("a status"));
            assert_eq!((told.message.key, told.cause.is_some()), (key, logged));
        }
    }
}
