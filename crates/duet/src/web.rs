//! The browser's side: what every page has, who is looking, what an error looks like, and every concept's
//! pages merged.

mod confirmed;
mod fault;
pub mod figures;
mod kept;
mod network;
mod stay;
mod take_out;
mod visitor;
mod who_sees;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use askama::Template;
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form as Body, Router};
use kit::access::Resource;
use kit::clock::Clock;
use kit::db::Store;
use kit::form::Typed;
use kit::once::Once;
use kit::random::Random;
use kit::watch::Watch;
use kit::web::{Assets, Page, go_to, set_cookie};
use kit::words::{Language, Say, Words};
use kit::{Error, Problem, Result};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

pub use self::confirmed::{Arriving, BeingTold, Confirmed, Oneself, SettingUp};
pub use self::fault::Fault;
use self::fault::error_pages;
use self::kept::keep_typed;
pub use self::network::Network;
pub use self::stay::Stay;
pub use self::visitor::{Guest, Told, Visitor, in_query, own_path};
use crate::access::Reached;
use crate::demo::page::Strip;
use crate::demo::stage::Stage;
use crate::factor::secret::Secrets;
use crate::factor::webauthn::Passkeys;
use crate::import::underway::Underway;
use crate::letter::Desk;
use crate::person;
use crate::scheme::{Appointment, Colour};

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
    /// Counts and logs requests.
    pub watch: Watch,
    /// Where the demo's story stands. Nothing moves it in a real Duet.
    pub stage: Stage,
    /// Whether mail leaves: who asks to be signed in by mail gets one. In a demo it waits on a page.
    pub mails: bool,
    /// Proxies that say truly whom they speak for (`X-Forwarded-For`).
    pub trusted_proxies: Vec<IpAddr>,
    /// Imports that are being written now.
    pub imports: Underway,
    /// Where letters are written.
    pub desk: Desk,
    /// Seals what the database must not show.
    pub secrets: Secrets,
    /// Asks for passkeys and checks them; none where the address has no name, or the program was built without.
    pub passkeys: Option<Passkeys>,
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
    pub fn new(store: Store, demo: bool, public_url: String, secrets: Secrets) -> Result<App> {
        let assets = Assets::new(&[
            ("duet.css", "text/css; charset=utf-8", include_bytes!("../assets/duet.css")),
            ("passkeys.js", "text/javascript; charset=utf-8", include_bytes!("../assets/passkeys.js")),
            ("board.js", "text/javascript; charset=utf-8", include_bytes!("../assets/board.js")),
            ("stay.js", "text/javascript; charset=utf-8", include_bytes!("../assets/stay.js")),
            ("drop.js", "text/javascript; charset=utf-8", include_bytes!("../assets/drop.js")),
            ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
        ]);
        let (mails, passkeys) = (demo, Passkeys::of(&public_url));
        let trusted_proxies = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        let words = crate::words::words()?;
        let desk = Desk { words, by_itself: false };
        let watch = Watch::new(store.random().clone());
        let stage = Stage::default();
        let imports = Underway::default();
        Ok(App {
            store,
            words,
            assets,
            demo,
            stage,
            public_url,
            watch,
            mails,
            trusted_proxies,
            imports,
            desk,
            secrets,
            passkeys,
        })
    }

    /// The same, with a mail server: letters go out by themselves, and so do mails to sign in with.
    #[must_use]
    pub fn with_mail(mut self) -> App {
        self.desk.by_itself = true;
        self.mails = true;
        self
    }

    /// Whether sign-ins of who has these appointments end as those of staff do. Not while no mail leaves: nobody could
    /// come back by themselves, and would leave links lying about instead.
    #[must_use]
    pub fn is_strict(&self, appointments: &[Appointment]) -> bool {
        self.mails && !appointments.is_empty()
    }
}

/// All pages.
pub fn router(app: Arc<App>) -> Router {
    let pages = Router::new()
        .merge(crate::home::page::routes())
        .merge(crate::policy::page::routes())
        .merge(crate::membership::page::routes())
        .merge(crate::audit::page::routes())
        .merge(crate::sign_in::page::routes())
        .merge(crate::factor::page::routes())
        .merge(crate::by_mail::page::routes())
        .merge(crate::you::page::routes())
        .merge(crate::notice::page::routes())
        .merge(crate::wording::page::routes())
        .merge(crate::letter::page::routes())
        .merge(crate::scheme::page::routes())
        .merge(crate::scheme::describe::page::routes())
        .merge(crate::outcome::page::routes())
        .merge(crate::condition::page::routes())
        .merge(crate::round::page::routes())
        .merge(crate::round::describe::page::routes())
        .merge(crate::round::deadline::page::routes())
        .merge(crate::application::page::routes())
        .merge(crate::eligibility::page::routes())
        .merge(crate::training::page::routes())
        .merge(crate::stage::page::routes())
        .merge(crate::private_answer::page::routes())
        .merge(crate::question::page::routes())
        .merge(crate::call::page::routes())
        .merge(crate::encouragement::page::routes())
        .merge(crate::open_link::page::routes())
        .merge(crate::partnership::page::routes())
        .merge(crate::partnership::talk::page::routes())
        .merge(crate::another_try::page::routes())
        .merge(crate::proposal::page::routes())
        .merge(crate::proposal::what_if::page::routes())
        .merge(crate::proposal::ask::page::routes())
        .merge(crate::proposal::evaluators::page::routes())
        .merge(crate::proposal::proof::page::routes())
        .merge(crate::proposal::run::page::routes())
        .merge(crate::session::page::routes())
        .merge(crate::entry::page::routes())
        .merge(crate::import::page::routes())
        .merge(crate::pupil::page::routes())
        .merge(crate::reflection::page::routes())
        .merge(crate::rating::page::routes())
        .merge(crate::testimonial::page::routes())
        .merge(crate::capability::page::routes())
        .merge(crate::assessment::page::routes())
        .merge(crate::export::page::routes())
        .merge(crate::report::page::routes())
        .merge(crate::erasure::page::routes())
        .merge(crate::about::page::routes())
        .merge(if app.demo {
            crate::demo::page::routes().merge(crate::demo::drop::page::routes())
        } else {
            Router::new()
        })
        .route("/language", post(choose_language))
        .route("/assets/{name}", get(asset))
        .route("/health", get(health))
        .fallback(|| async { Fault(Error::NotFound) });
    // Panics are caught twice: within what keeps the typed text, and around everything.
    let panicked = || CatchPanicLayer::custom(|_| Fault(Error::internal("a handler panicked")).into_response());
    pages
        .layer(panicked())
        .layer(middleware::from_fn_with_state(Arc::clone(&app), keep_typed))
        .layer(DefaultBodyLimit::max(kept::MOST))
        .layer(panicked())
        .layer(middleware::from_fn_with_state(app.public_url.starts_with("http://"), kit::web::guard))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), error_pages))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(kit::web::headers))
        .layer(middleware::from_fn_with_state(app.watch.clone(), kit::watch::watched))
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
    /// The name of the organisation they are in, when there are others they can go to.
    pub organisation: Option<String>,
    /// The places they can go: address, key of its name.
    pub ways: Vec<(&'static str, &'static str)>,
    /// Where they are.
    pub path: String,
    /// The palette.
    pub colour: Colour,
    /// Whether this is a demo.
    pub demo: bool,
    /// What stands above every page of one.
    pub strip: Option<Strip>,
    /// Whether the page tells of a problem with what was sent.
    pub wrong: bool,
    /// Who can see what the page shows, by name.
    pub seen_by: Option<String>,
    /// When their sign-in ends, if it is soon; and the script that says so in time.
    pub stay: Option<(Stay, String)>,
    /// The stylesheet's address.
    pub css: String,
    /// The mark's address.
    pub mark: String,
    /// The address of the script for passkeys, where there are any.
    pub passkeys: Option<String>,
    /// Where people reach Duet.
    pub origin: String,
    clock: Clock,
    random: Random,
}

impl Shell {
    fn new(app: &App, say: Say, path: &str, title: String) -> Shell {
        Shell {
            say,
            title,
            reader: None,
            organisation: None,
            ways: Vec::new(),
            path: path.to_owned(),
            colour: Colour::Teal,
            demo: app.demo,
            strip: Strip::of(app, say),
            wrong: false,
            seen_by: None,
            stay: None,
            css: app.assets.address("duet.css").to_owned(),
            mark: app.assets.address("mark.svg").to_owned(),
            passkeys: app.passkeys.as_ref().map(|_| app.assets.address("passkeys.js").to_owned()),
            origin: app.public_url.clone(),
            clock: app.store.clock().clone(),
            random: app.store.random().clone(),
        }
    }

    /// The same, in a scheme's palette.
    #[must_use]
    pub fn coloured(mut self, colour: Colour) -> Shell {
        self.colour = colour;
        self
    }

    /// The same, saying by name who can see such a thing as it shows, drawn from the access table; and, where `more`
    /// is the key of a sentence, what else there is to know about it.
    #[must_use]
    pub fn seen_by<T>(mut self, reached: &Reached<T>, resource: &Resource, more: &str) -> Shell {
        let mut told = who_sees::sentence(self.say, reached, resource, false);
        if !more.is_empty() {
            told.extend([" ", &self.say.t(more)]);
        }
        self.seen_by = Some(told);
        self
    }

    /// Who can see such a thing, by name, drawn from the access table: to stand beside a field where one is written.
    /// `more` is the key of a sentence on who will see it besides, or empty.
    #[must_use]
    pub fn who_sees<T>(&self, reached: &Reached<T>, resource: &Resource, more: &str) -> String {
        let mut told = who_sees::sentence(self.say, reached, resource, !more.is_empty());
        if !more.is_empty() {
            told.extend([" ", &self.say.t(more)]);
        }
        told
    }

    /// The same, telling of a problem when there is one.
    #[must_use]
    pub fn wrong_if(mut self, wrong: bool) -> Shell {
        self.wrong = wrong;
        self
    }

    /// The hidden field that makes a form be taken once. Each form has its own.
    #[must_use]
    pub fn once(&self) -> OnceField {
        OnceField { name: kit::once::FIELD, key: Once::fresh(&self.clock, &self.random) }
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

    /// Whether it is somebody of this name who is signed in.
    #[must_use]
    pub fn is_read_by(&self, name: &str) -> bool {
        self.reader.as_deref() == Some(name)
    }

    /// Whether a way leads to where they are.
    #[must_use]
    pub fn is_here(&self, way: &str) -> bool {
        way == self.path
    }
}

/// A form's hidden field with its key.
#[derive(Template)]
#[template(source = r#"<input type="hidden" name="{{ name }}" value="{{ key }}">"#, ext = "html")]
pub struct OnceField {
    name: &'static str,
    key: Once,
}

// A template that escaped its own texts.
impl askama::filters::HtmlSafe for OnceField {}

/// What somebody typed into a form.
pub struct Posted(pub Typed);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;
    async fn from_request(request: Request, state: &S) -> Result<Posted, Response> {
        let Body(pairs) =
            Body::<Vec<(String, String)>>::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        // A name twice, a NUL: nothing that a form of ours sends.
        Typed::from_pairs(pairs).map(Posted).map_err(|_| StatusCode::BAD_REQUEST.into_response())
    }
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

/// Also while a second factor is still to be given: its page must be read too.
async fn choose_language(
    State(app): Shared,
    visitor: Option<Arriving>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let language: Language = typed.text("language").parse()?;
    if let Some(Arriving(visitor)) = visitor {
        app.store
            .write(visitor.viewer.organisation, move |tx| person::store::speak(tx, visitor.viewer.person, language))
            .await?;
    }
    let chosen = set_cookie(LANGUAGE_COOKIE, language.as_str(), YEAR);
    Ok(([chosen], go_to(own_path(typed.text("to")))).into_response())
}

async fn asset(State(app): Shared, request: Request) -> Response {
    app.assets.answer(request.uri().path(), request.headers())
}

async fn health(State(app): Shared) -> Result<Response, Fault> {
    app.store.read_outside(|c| crate::organisation::store::installation(c).map(|_| ())).await?;
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "ok\n").into_response())
}
