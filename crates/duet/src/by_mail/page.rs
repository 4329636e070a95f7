//! Signing in by mail, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::routing::{get, post};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::token::Token;
use kit::web::{cookie, go_to, set_cookie};
use kit::{Error, Message};
use serde::Deserialize;

use super::answer::{self, Answered, Welcome};
use super::{AskDraft, Code, KNOWN_DAYS, MINUTES, NETWORK, ask, store};
use crate::sign_in::page::{came_in, signed_in_cookie};
use crate::web::{
    App, Fault, Guest, Network, Posted, SIGN_IN_COOKIE, Shared, Shell, own_path, page, problem_page, problems,
};

/// What a browser holds that asked: half of the secret.
pub const ASKED_COOKIE: &str = "__Host-duet-asked";
/// What a browser holds that was signed in by mail before.
pub const KNOWN_COOKIE: &str = "__Host-duet-known";

/// The pages of signing in by mail.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/sign-in", get(front).post(ask_for_mail))
        .route("/sign-in/code", get(ask_for_code).post(take_code))
        .route("/sign-in/paper", post(take_paper))
        .route("/sign-in/mail/{link}", get(look).post(take_link))
}

/// What who wants to sign in is asked.
pub static ASK: Spec = Spec { name: "sign-in", fields: &[Field { name: "address", takes: Takes::Address }] };
/// Or, with a letter on paper.
pub static PAPER: Spec =
    Spec { name: "sign-in", fields: &[Field { name: "paper", takes: Takes::Line { most: 60, optional: false } }] };
/// And then.
pub static CODE: Spec = Spec { name: "sign-in", fields: &[Field { name: "code", takes: Takes::Code }] };

/// The front page, for who is not signed in.
#[derive(Template)]
#[template(path = "by_mail/front.html")]
pub struct Front {
    page: Shell,
    form: Form,
    paper: Form,
    mails: bool,
    next: String,
}

/// A page to come back to.
#[derive(Deserialize)]
pub struct ComeBack {
    next: Option<String>,
}

impl ComeBack {
    /// It, if it is one of ours; home else.
    #[must_use]
    pub fn path(&self) -> &str {
        self.next.as_deref().map_or("/", own_path)
    }
}

/// The front page, to come back to a page of ours from.
#[must_use]
pub fn front_page(guest: &Guest, next: &str) -> Front {
    let blank = |spec| Form::new(spec, guest.say, Typed::default());
    asking(guest, (blank(&ASK), blank(&PAPER)), next)
}

fn asking(guest: &Guest, (form, paper): (Form, Form), next: &str) -> Front {
    let is_wrong = form.is_wrong() || paper.is_wrong();
    let page = guest.page(guest.say.t("front-title").into_owned()).wrong_if(is_wrong);
    Front { page, form, paper, mails: guest.app.mails, next: next.to_owned() }
}

/// Somebody typed the code of a letter on paper: it is the end of a link, and leads where the link does.
async fn take_paper(guest: Guest, network: Network, Posted(typed): Posted) -> Result<Response, Fault> {
    take_turn(&guest.app, &network).await?;
    if let Some(token) = Token::typed(typed.text("paper")) {
        return Ok(go_to(&format!("/sign-in/{}", token.reveal())));
    }
    let problems = problems(Error::invalid("paper", "sign-in-paper-wrong"))?;
    let paper = Form::new(&PAPER, guest.say, typed).with_problems(problems);
    problem_page(asking(&guest, (Form::new(&ASK, guest.say, Typed::default()), paper), "/"))
}

async fn front(guest: Guest, Query(next): Query<ComeBack>) -> Result<Response, Fault> {
    page(front_page(&guest, next.path()))
}

async fn ask_for_mail(
    guest: Guest,
    network: Network,
    headers: HeaderMap,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    if !guest.app.mails {
        return Err(Fault(Error::conflict("sign-in-no-mail")));
    }
    let next = own_path(typed.text("next")).to_owned();
    let mut read = ASK.read(&typed);
    let address = read.address("address");
    if let Err(cause) = read.done() {
        let form = Form::new(&ASK, guest.say, typed).with_problems(problems(cause)?);
        return problem_page(asking(&guest, (form, Form::new(&PAPER, guest.say, Typed::default())), &next));
    }
    let draft = AskDraft {
        address,
        shared: !typed.text("shared").is_empty(),
        next,
        language: guest.say.language,
        known: cookie(&headers, KNOWN_COOKIE).map(Token::from_visitor),
    };
    take_turn(&guest.app, &network).await?;
    let public_url = guest.app.public_url.clone();
    let browser = guest.app.store.write_outside(move |tx| ask::ask(tx, &draft, &public_url)).await?;
    let seconds = u64::try_from(MINUTES).unwrap_or(0) * 60;
    Ok(([set_cookie(ASKED_COOKIE, browser.reveal(), seconds)], go_to("/sign-in/code")).into_response())
}

/// Counts a request against what its network may send; one whose network is not known is not counted.
///
/// # Errors
/// `Conflict` when it has sent too many.
pub async fn take_turn(app: &App, Network(network): &Network) -> Result<(), Fault> {
    let Some(network) = network else { return Ok(()) };
    let key = format!("network {network}");
    let may = app.store.write_outside(move |tx| store::take(tx, NETWORK, &key)).await?;
    if may { Ok(()) } else { Err(Fault(Error::conflict("sign-in-too-many"))) }
}

#[derive(Template)]
#[template(path = "by_mail/code.html")]
struct CodePage {
    page: Shell,
    form: Form,
}

fn code_page(guest: &Guest, form: Form) -> CodePage {
    CodePage { page: guest.page(guest.say.t("sign-in-code-title").into_owned()).wrong_if(form.is_wrong()), form }
}

async fn ask_for_code(guest: Guest, headers: HeaderMap) -> Result<Response, Fault> {
    if cookie(&headers, ASKED_COOKIE).is_none() {
        return Ok(go_to("/sign-in"));
    }
    page(code_page(&guest, Form::new(&CODE, guest.say, Typed::default())))
}

async fn take_code(
    guest: Guest,
    network: Network,
    headers: HeaderMap,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let Some(browser) = cookie(&headers, ASKED_COOKIE).map(Token::from_visitor) else { return Ok(go_to("/sign-in")) };
    let code = Code::typed(typed.text("code"));
    if !code.is_whole() {
        return wrong(&guest, Message::new("sign-in-code-digits"));
    }
    take_turn(&guest.app, &network).await?;
    let before = cookie(&headers, SIGN_IN_COOKIE).map(Token::from_visitor);
    let answered =
        guest.app.store.write_outside(move |tx| answer::by_code(tx, &browser, &code, before.as_ref())).await?;
    match answered {
        Answered::In(welcome) => Ok(enter(&welcome)),
        Answered::Wrong(left) => wrong(&guest, Message::new("sign-in-code-wrong").with("left", left)),
        Answered::Over => Err(Fault(Error::conflict("sign-in-mail-dead"))),
    }
}

/// The page again, empty, with what is wrong.
fn wrong(guest: &Guest, message: Message) -> Result<Response, Fault> {
    let problems = problems(Error::invalid("code", message))?;
    problem_page(code_page(guest, Form::new(&CODE, guest.say, Typed::default()).with_problems(problems)))
}

#[derive(Template)]
#[template(path = "by_mail/link.html")]
struct LinkPage {
    page: Shell,
    /// The link, when this browser can use it.
    link: Option<String>,
}

/// Shows a button in the browser that asked. In any other it says what to do, whatever the link is: it looks nothing
/// up and uses nothing up.
async fn look(guest: Guest, headers: HeaderMap, Path(link): Path<String>) -> Result<Response, Fault> {
    let page_of = |link| LinkPage { page: guest.page(guest.say.t("sign-in-link-title").into_owned()), link };
    let Some(browser) = cookie(&headers, ASKED_COOKIE).map(Token::from_visitor) else { return page(page_of(None)) };
    let token = Token::from_visitor(&link);
    match guest.app.store.read_outside(move |c| answer::of_link(c, &browser, &token)).await? {
        Some(_) => page(page_of(Some(link))),
        None => page(page_of(None)),
    }
}

async fn take_link(
    State(app): Shared,
    network: Network,
    headers: HeaderMap,
    Path(link): Path<String>,
) -> Result<Response, Fault> {
    let dead = || Fault(Error::conflict("sign-in-mail-dead"));
    let Some(browser) = cookie(&headers, ASKED_COOKIE).map(Token::from_visitor) else { return Err(dead()) };
    take_turn(&app, &network).await?;
    let (token, before) = (Token::from_visitor(&link), cookie(&headers, SIGN_IN_COOKIE).map(Token::from_visitor));
    match app.store.write_outside(move |tx| answer::by_link(tx, &browser, &token, before.as_ref())).await? {
        Answered::In(welcome) => Ok(enter(&welcome)),
        Answered::Wrong(_) | Answered::Over => Err(dead()),
    }
}

/// Gives the browser its secrets, takes back what it asked with, and goes on.
#[must_use]
pub fn enter(welcome: &Welcome) -> Response {
    let asked = set_cookie(ASKED_COOKIE, "", 0);
    let mine = signed_in_cookie(&welcome.secret, welcome.shared);
    let seconds = u64::try_from(KNOWN_DAYS).unwrap_or(0) * 24 * 60 * 60;
    let known = welcome.known.as_ref().map(|known| set_cookie(KNOWN_COOKIE, known.reveal(), seconds));
    let cookies: Vec<_> = [Some(asked), Some(mine), known].into_iter().flatten().collect();
    came_in((AppendHeaders(cookies), go_to(own_path(&welcome.next))))
}
