//! The browser's side: what every page has, who is looking, what an error looks like, and every concept's
//! pages merged.

use std::sync::Arc;

use askama::Template;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form as Body, Router};
use kit::db::Store;
use kit::form::Typed;
use kit::token::Token;
use kit::web::{Assets, Page, cookie, go_to, set_cookie};
use kit::words::{Language, Say, Words};
use kit::{Error, Message, Problem, Result};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::person::{self, Viewer};
use crate::scheme::{self, Appointment, Colour, Duty};
use crate::sign_in;

/// What every request shares.
pub struct App {
    /// The database.
    pub store: Store,
    /// Both languages.
    pub words: &'static Words,
    /// Stylesheet, script, mark.
    pub assets: Assets,
    /// Whether this is a demo: one-click sign-in.
    pub demo: bool,
    /// Where people reach it, without a slash at the end.
    pub public_url: String,
}

/// The app, as handlers take it.
pub type Shared = State<Arc<App>>;

/// The cookie of a signed-in browser.
pub const SIGN_IN_COOKIE: &str = "__Host-duet";
const LANGUAGE_COOKIE: &str = "__Host-language";
const YEAR: u64 = 365 * 24 * 60 * 60;

impl App {
    /// An app over an open store.
    ///
    /// # Errors
    /// `Internal` when a translation file is broken.
    pub fn new(store: Store, demo: bool, public_url: String) -> Result<App> {
        let assets = Assets::new(&[
            ("duet.css", "text/css; charset=utf-8", include_bytes!("../assets/duet.css")),
            ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
        ]);
        Ok(App { store, words: crate::words::words()?, assets, demo, public_url })
    }
}

/// All pages.
pub fn router(app: Arc<App>) -> Router {
    let pages = Router::new()
        .merge(crate::home::page::routes())
        .merge(crate::audit::page::routes())
        .merge(crate::sign_in::page::routes())
        .merge(crate::letter::page::routes())
        .merge(crate::scheme::page::routes())
        .merge(crate::round::page::routes())
        .merge(crate::application::page::routes())
        .merge(crate::partnership::page::routes())
        .merge(crate::proposal::page::routes())
        .merge(crate::session::page::routes())
        .merge(crate::report::page::routes())
        .merge(if app.demo { crate::demo::page::routes() } else { Router::new() })
        .route("/language", post(choose_language))
        .route("/assets/{name}", get(asset))
        .route("/health", get(health))
        .fallback(|| async { Fault(Error::NotFound) });
    pages
        .layer(DefaultBodyLimit::max(64 * 1024))
        .layer(CatchPanicLayer::custom(|_| Fault(Error::internal("a handler panicked")).into_response()))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), error_pages))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(kit::web::guard))
        .with_state(app)
}

/// What every page has around it.
pub struct Shell {
    /// Says things in the reader's language.
    pub say: Say,
    /// What the page is called.
    pub title: String,
    /// The reader's name, when signed in.
    pub reader: Option<String>,
    /// The places they can go: address, key of its name.
    pub ways: Vec<(&'static str, &'static str)>,
    /// Where they are.
    pub path: String,
    /// The palette.
    pub colour: Colour,
    /// Whether this is a demo.
    pub demo: bool,
    /// Whether the page tells of a problem with what was sent.
    pub wrong: bool,
    /// The stylesheet's address.
    pub css: String,
    /// The mark's address.
    pub mark: String,
}

impl Shell {
    fn new(app: &App, say: Say, path: &str, title: String) -> Shell {
        Shell {
            say,
            title,
            reader: None,
            ways: Vec::new(),
            path: path.to_owned(),
            colour: Colour::Teal,
            demo: app.demo,
            wrong: false,
            css: app.assets.address("duet.css").to_owned(),
            mark: app.assets.address("mark.svg").to_owned(),
        }
    }

    /// The same, in a scheme's palette.
    #[must_use]
    pub fn coloured(mut self, colour: Colour) -> Shell {
        self.colour = colour;
        self
    }

    /// The same, telling of a problem when there is one.
    #[must_use]
    pub fn wrong_if(mut self, wrong: bool) -> Shell {
        self.wrong = wrong;
        self
    }

    /// The words for a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.say.t(key).into_owned()
    }

    /// The words for a key with one gap.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<kit::error::Gap>) -> String {
        self.say.t1(key, name, value)
    }

    /// The words for a key with two gaps.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        name: &'static str,
        value: impl Into<kit::error::Gap>,
        name2: &'static str,
        value2: impl Into<kit::error::Gap>,
    ) -> String {
        self.say.t2(key, name, value, name2, value2)
    }

    /// The other languages.
    #[must_use]
    pub fn other_languages(&self) -> Vec<Language> {
        Language::ALL.iter().copied().filter(|language| *language != self.say.language).collect()
    }

    /// Whether a way leads to where they are.
    #[must_use]
    pub fn is_here(&self, way: &str) -> bool {
        way == self.path
    }
}

/// Somebody whose browser asks for a page, signed in or not.
pub struct Guest {
    /// The app.
    pub app: Arc<App>,
    /// Their language.
    pub say: Say,
    /// The page asked for.
    pub path: String,
}

impl Guest {
    /// The shell of a page for somebody who is not signed in.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        Shell::new(&self.app, self.say, &self.path, title)
    }
}

impl FromRequestParts<Arc<App>> for Guest {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Guest, Self::Rejection> {
        Ok(Guest { app: Arc::clone(app), say: spoken(app, &parts.headers), path: parts.uri.path().to_owned() })
    }
}

/// Somebody who is signed in.
pub struct Visitor {
    /// The app.
    pub app: Arc<App>,
    /// Their language.
    pub say: Say,
    /// Who they are.
    pub viewer: Viewer,
    /// Their name.
    pub name: String,
    /// What they do, today.
    pub appointments: Vec<Appointment>,
    path: String,
}

impl Visitor {
    /// The shell of a page for them.
    #[must_use]
    pub fn page(&self, title: String) -> Shell {
        let mut shell = Shell::new(&self.app, self.say, &self.path, title);
        shell.reader = Some(self.name.clone());
        shell.ways.push(("/", "way-home"));
        if !self.appointments.is_empty() {
            shell.ways.push(("/rounds", "way-rounds"));
        }
        if self.does(Duty::Coordinator) {
            shell.ways.push(("/letters", "way-letters"));
        }
        if self.does(Duty::Administrator) {
            shell.ways.push(("/audit", "way-audit"));
        }
        shell
    }

    /// Whether they do this for any scheme.
    #[must_use]
    pub fn does(&self, duty: Duty) -> bool {
        self.appointments.iter().any(|a| a.duty == duty)
    }

    /// Whether they do this for this scheme.
    #[must_use]
    pub fn does_for(&self, duty: Duty, scheme: scheme::SchemeId) -> bool {
        self.appointments.contains(&Appointment { duty, scheme: Some(scheme) })
    }

    /// Reads their organisation's data.
    ///
    /// # Errors
    /// What the closure gives.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut kit::db::Read<'_>) -> Result<T> + Send + 'static,
    {
        self.app.store.read(self.viewer.organisation, work).await
    }

    /// Writes their organisation's data.
    ///
    /// # Errors
    /// What the closure gives.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: Fn(&mut kit::db::Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.app.store.write(self.viewer.organisation, work).await
    }
}

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Visitor, Response> {
        match signed_in(app, &parts.headers).await {
            Ok(Some((viewer, name, appointments))) => Ok(Visitor {
                app: Arc::clone(app),
                say: spoken(app, &parts.headers),
                viewer,
                name,
                appointments,
                path: parts.uri.path().to_owned(),
            }),
            Ok(None) => Err(go_to("/")),
            Err(cause) => Err(Fault(cause).into_response()),
        }
    }
}

impl axum::extract::OptionalFromRequestParts<Arc<App>> for Visitor {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Visitor>, Response> {
        match <Visitor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await {
            Ok(visitor) => Ok(Some(visitor)),
            Err(refusal) if refusal.status() == StatusCode::SEE_OTHER => Ok(None),
            Err(refusal) => Err(refusal),
        }
    }
}

/// Who a browser is signed in as: its sign-in, its person, what they do.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<(Viewer, String, Vec<Appointment>)>> {
    let Some(secret) = cookie(headers, SIGN_IN_COOKIE) else { return Ok(None) };
    let token = Token::from_visitor(secret);
    let found = {
        let token = token.clone();
        app.store
            .read_outside(move |c| {
                let now = c.now();
                let Some(sign_in) = sign_in::store::look_up(c, &token)?.filter(|sign_in| sign_in.holds(now)) else {
                    return Ok(None);
                };
                let inside = &mut c.inside(sign_in.organisation);
                let name = person::store::get(inside, sign_in.person)?.name;
                let appointments = scheme::store::appointments(inside, sign_in.person)?;
                Ok(Some((sign_in, name, appointments)))
            })
            .await?
    };
    let Some((sign_in, name, appointments)) = found else { return Ok(None) };
    if sign_in.is_stale(app.store.clock().now()) {
        app.store.write_outside(move |tx| sign_in::store::seen(tx, &token)).await?;
    }
    Ok(Some((sign_in.viewer(), name, appointments)))
}

/// The language a browser is answered in: the one chosen here, else its own.
fn spoken(app: &App, headers: &HeaderMap) -> Say {
    let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(|word| word.parse().ok());
    let own = || {
        headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map_or(Language::English, Language::accepted)
    };
    app.words.say(chosen.unwrap_or_else(own))
}

/// What somebody typed into a form.
pub struct Posted(pub Typed);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Posted, Response> {
        let Body(pairs) =
            Body::<Vec<(String, String)>>::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Typed::from_pairs(pairs).map(Posted).map_err(|cause| Fault(cause).into_response())
    }
}

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
    reference: Option<String>,
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut reference = None;
        let (status, message) = match self.0 {
            Error::NotFound => (StatusCode::NOT_FOUND, Message::new("error-not-found")),
            Error::NotAllowed(message) => (StatusCode::FORBIDDEN, message),
            Error::Conflict(message) => (StatusCode::CONFLICT, message),
            Error::Invalid(problems) => (StatusCode::UNPROCESSABLE_ENTITY, first(problems)),
            Error::Internal(cause) => {
                let code = kit::token::hex(&kit::random::Random::System.bytes::<4>());
                tracing::error!(reference = code, %cause, "a request failed");
                reference = Some(code);
                (StatusCode::INTERNAL_SERVER_ERROR, Message::new("error-internal"))
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Told { message, reference });
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
async fn error_pages(State(app): Shared, request: Request, next: Next) -> Response {
    let guest = Guest { say: spoken(&app, request.headers()), path: request.uri().path().to_owned(), app };
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
        Told { message: Message::new(key), reference: None }
    });
    let title =
        guest.say.t(if status == StatusCode::NOT_FOUND { "error-not-found-title" } else { "error-title" }).into_owned();
    let page = ErrorPage {
        words: guest.say.message(&told.message),
        reference: told.reference,
        page: guest.page(title).wrong_if(true),
    };
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

/// A page that could be made.
///
/// # Errors
/// None of its own; the type lets handlers use `?` before it.
pub fn page(template: impl Template) -> Result<Response, Fault> {
    Ok(Page(StatusCode::OK, template).into_response())
}

/// A form that comes back with its problems.
///
/// # Errors
/// None of its own; the type lets handlers use `?` before it.
pub fn problem_page(template: impl Template) -> Result<Response, Fault> {
    Ok(Page(StatusCode::UNPROCESSABLE_ENTITY, template).into_response())
}

/// The problems of a draft; any other failure stays one.
///
/// # Errors
/// The failure, when it is not about what was typed.
pub fn problems(cause: Error) -> Result<Vec<Problem>, Fault> {
    match cause {
        Error::Invalid(problems) => Ok(problems),
        other => Err(Fault(other)),
    }
}

async fn choose_language(
    State(app): Shared,
    visitor: Option<Visitor>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let language: Language = typed.text("language").parse()?;
    if let Some(visitor) = visitor {
        app.store
            .write(visitor.viewer.organisation, move |tx| person::store::speak(tx, visitor.viewer.person, language))
            .await?;
    }
    let chosen = set_cookie(LANGUAGE_COOKIE, language.as_str(), YEAR);
    Ok(([chosen], go_to(own_path(typed.text("to")))).into_response())
}

/// A path of ours to go back to; home for anything that could lead elsewhere.
fn own_path(path: &str) -> &str {
    let fine =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control);
    if fine { path } else { "/" }
}

async fn asset(State(app): Shared, request: Request) -> Response {
    app.assets.answer(request.uri().path(), request.headers())
}

async fn health(State(app): Shared) -> Result<Response, Fault> {
    app.store.read_outside(|c| crate::organisation::store::installation(c).map(|_| ())).await?;
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "ok\n").into_response())
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn nobody_is_led_elsewhere() {
        for fine in ["/", "/rounds/1?x=1"] {
            assert_eq!(own_path(fine), fine);
        }
        for bad in
            ["", "//evil.test", "https://evil.test", "/\\evil.test", "\\\\evil.test", "/a\nb", "javascript:alert(1)"]
        {
            assert_eq!(own_path(bad), "/");
        }
    }
}
