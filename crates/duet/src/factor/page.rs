//! Factors, in the browser: what you have set up, setting up a code app, recovery codes, and giving a factor.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::header::HeaderName;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use data_encoding::BASE64URL_NOPAD;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::token::Token;
use kit::web::go_to;
use kit::{Error, Message, Problem, Result};
use serde::Deserialize;

use super::code_app::Shared;
use super::passkey::{self, page::ADD};
use super::qr::{self, Square};
use super::{Given, Held, Passkey, PasskeyId, confirm, remove, set_up, store};
use crate::sign_in::page::signed_in_cookie;
use crate::web::{
    App, Arriving, Confirmed, Fault, Posted, SettingUp, Shell, Visitor, own_path, page, problem_page, problems,
};

/// The pages of factors.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/factors", get(list).post(take_code_app))
        .route("/factors/new", get(ask))
        .route("/factors/recovery-codes", post(make_codes))
        .route("/factors/code-app/removal", post(remove_code_app))
        .route("/passkeys/{id}/removal", post(remove_passkey))
        .route("/confirmation", get(ask_for_factor).post(take_factor))
        .merge(passkey::page::routes())
}

/// What setting up a code app asks.
pub static CODE_APP: Spec = Spec { name: "factor", fields: &[Field { name: "code", takes: Takes::Code }] };

/// What confirming asks.
pub static CONFIRM: Spec = Spec { name: "confirm", fields: &[Field { name: "code", takes: Takes::AnyCode }] };

#[derive(Template)]
#[template(path = "factor/list.html")]
struct List {
    page: Shell,
    has_app: bool,
    passkeys: Vec<(Passkey, String, Option<String>)>,
    codes_left: i64,
    /// Whether the last one must stay.
    keeps_last: bool,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    let held = visitor.held;
    let found = visitor.app.store.read_outside(move |c| match held {
        Some(held) => Ok((store::passkeys(c, held.identity)?, store::codes_left(c, held.identity)?)),
        None => Ok((Vec::new(), 0)),
    });
    let (passkeys, codes_left) = found.await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let told = |at| say.day(clock.day_of(at));
    page(List {
        page: visitor.page(say.t("factors-title").into_owned()),
        has_app: held.is_some_and(|held| held.apps > 0),
        passkeys: passkeys.into_iter().map(|one| (one.clone(), told(one.made_at), one.used_at.map(told))).collect(),
        codes_left,
        keeps_last: visitor.needs_factor() && visitor.factors() == 1,
    })
}

#[derive(Template)]
#[template(path = "factor/new.html")]
struct New {
    page: Shell,
    demanded: bool,
    has_app: bool,
    square: Square,
    address: String,
    letters: String,
    sealed: String,
    form: Form,
    passkey: Form,
}

async fn ask(SettingUp(visitor): SettingUp) -> Result<Response, Fault> {
    let shared = Shared::fresh(visitor.app.store.random());
    page(new(&visitor, &shared, None, Vec::new())?)
}

/// The page shows a secret, and carries it sealed until a code proves that the app has it: looking writes nothing.
fn new(visitor: &Visitor, shared: &Shared, sealed: Option<Vec<u8>>, wrong: Vec<Problem>) -> Result<New> {
    let (app, identity) = (&visitor.app, held(visitor)?.identity);
    let sealed = match sealed {
        Some(sealed) => sealed,
        None => app.secrets.seal(app.store.random(), &set_up::sealed_as(identity), shared.bytes())?,
    };
    let sealed = BASE64URL_NOPAD.encode(&sealed);
    let address = shared.address(&visitor.address);
    let form = Form::new(&CODE_APP, visitor.say, Typed::default()).with_problems(wrong);
    Ok(New {
        page: visitor.page(visitor.say.t("factor-new-title").into_owned()).wrong_if(form.is_wrong()),
        demanded: visitor.needs_factor() && visitor.factors() == 0,
        has_app: held(visitor)?.apps > 0,
        square: qr::draw(&address).ok_or_else(|| Error::internal("an address too long for a square code"))?,
        letters: shared.words(),
        address,
        sealed,
        form,
        passkey: Form::new(&ADD, visitor.say, Typed::default().with("name", visitor.say.t("passkey-first-name")))
            .seen_by(&["name"], &visitor.say.t("sign-ins-who-sees")),
    })
}

async fn take_code_app(SettingUp(visitor): SettingUp, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, sign_in, app) = (visitor.viewer, visitor.sign_in.id, visitor.app.clone());
    let sealed = BASE64URL_NOPAD.decode(typed.text("sealed").as_bytes()).unwrap_or_default();
    let code = typed.text("code").to_owned();
    let (secrets, shown) = (app.secrets.clone(), sealed.clone());
    let done = app.store.write_outside(move |tx| set_up::code_app(tx, viewer, sign_in, &secrets, &shown, &code)).await;
    match done {
        Ok(done) => set_up_done(&visitor, done),
        Err(cause) => {
            let wrong = problems(cause)?;
            let opened = app.secrets.open(&set_up::sealed_as(held(&visitor)?.identity), &sealed);
            let shared = opened.and_then(|bytes| Shared::from_bytes(&bytes));
            let shared = shared.ok_or(Error::conflict("factor-page-old"))?;
            problem_page(new(&visitor, &shared, Some(sealed), wrong)?)
        }
    }
}

/// The page again, with what is wrong with a passkey's name. It shows another square: none was scanned.
pub(super) fn passkey_problems(visitor: &Visitor, typed: Typed, cause: Error) -> Result<Response, Fault> {
    let passkey = Form::new(&ADD, visitor.say, typed).with_problems(problems(cause)?);
    let passkey = passkey.seen_by(&["name"], &visitor.say.t("sign-ins-who-sees"));
    let shared = Shared::fresh(visitor.app.store.random());
    let again = New { passkey, ..new(visitor, &shared, None, Vec::new())? };
    problem_page(New { page: again.page.wrong_if(true), ..again })
}

/// What they have set up: a row that is there since they signed in.
pub(super) fn held(visitor: &Visitor) -> Result<Held> {
    visitor.held.ok_or(Error::conflict("factor-page-old"))
}

#[derive(Template)]
#[template(path = "factor/codes.html")]
struct Codes {
    page: Shell,
    codes: Vec<String>,
}

/// The recovery codes, this once; or back to the list when there were some already.
pub(super) fn set_up_done(visitor: &Visitor, done: set_up::Done) -> Result<Response, Fault> {
    let kept = keeping(visitor, &done.secret);
    if done.codes.is_empty() {
        return Ok(([kept], go_to("/factors")).into_response());
    }
    Ok(([kept], codes(visitor, done.codes)?).into_response())
}

fn codes(visitor: &Visitor, codes: Vec<String>) -> Result<Response, Fault> {
    page(Codes { page: visitor.page(visitor.say.t("recovery-title").into_owned()), codes })
}

/// The cookie with a sign-in's new secret.
pub(super) fn keeping(visitor: &Visitor, secret: &Token) -> (HeaderName, String) {
    signed_in_cookie(secret, visitor.sign_in.shared)
}

async fn make_codes(Confirmed(visitor): Confirmed) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let made = visitor.app.store.write_outside(move |tx| set_up::recovery_codes(tx, viewer)).await?;
    codes(&visitor, made)
}

async fn remove_code_app(Confirmed(visitor): Confirmed, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, needed) = (visitor.viewer, visitor.needs_factor());
    let removed = visitor.once(&typed, move |tx| {
        remove::code_app(&mut tx.outside_tx(), viewer, needed)?;
        Ok("/factors".to_owned())
    });
    Ok(go_to(&removed.await?))
}

async fn remove_passkey(
    Confirmed(visitor): Confirmed,
    Path(id): Path<PasskeyId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, needed) = (visitor.viewer, visitor.needs_factor());
    let removed = visitor.once(&typed, move |tx| {
        remove::passkey(&mut tx.outside_tx(), viewer, id, needed)?;
        Ok("/factors".to_owned())
    });
    Ok(go_to(&removed.await?))
}

#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "factor/confirm.html")]
struct Confirm {
    page: Shell,
    /// Whether this is the second step of signing in.
    arriving: bool,
    /// Whether there is anything to give; if not, only signing in afresh helps.
    has_factor: bool,
    /// Whether they came in by something of their own, or by a link that somebody else made.
    is_own: bool,
    mails: bool,
    has_app: bool,
    has_passkey: bool,
    to: String,
    form: Form,
}

fn asking(visitor: &Visitor, to: &str, typed: Typed, wrong: Vec<Problem>) -> Confirm {
    let form = Form::new(&CONFIRM, visitor.say, typed).with_problems(wrong);
    let arriving = visitor.owes().is_some();
    let title = if arriving { "confirm-arriving-title" } else { "confirm-title" };
    Confirm {
        page: visitor.page(visitor.say.t(title).into_owned()).wrong_if(form.is_wrong()),
        arriving,
        has_factor: visitor.factors() > 0,
        is_own: visitor.sign_in.is_own(),
        mails: visitor.app.mails,
        has_app: visitor.held.is_some_and(|held| held.apps > 0),
        has_passkey: visitor.held.is_some_and(|held| held.passkeys > 0),
        to: own_path(to).to_owned(),
        form,
    }
}

async fn ask_for_factor(Arriving(visitor): Arriving, Query(query): Query<To>) -> Result<Response, Fault> {
    page(asking(&visitor, &query.to, Typed::default(), Vec::new()))
}

async fn take_factor(Arriving(visitor): Arriving, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, sign_in, secrets) = (visitor.viewer, visitor.sign_in.id, visitor.app.secrets.clone());
    let code = typed.text("code").to_owned();
    let given =
        visitor.app.store.write_outside(move |tx| confirm::by_code(tx, viewer, sign_in, &secrets, &code)).await?;
    let message = match given {
        (Given::Right, Some(secret)) => {
            return Ok(([keeping(&visitor, &secret)], go_to(own_path(typed.text("to")))).into_response());
        }
        (Given::Wait(minutes), _) => Message::new("confirm-wait").with("minutes", minutes),
        _ => Message::new("confirm-wrong"),
    };
    let wrong = vec![Problem { field: "code", message }];
    problem_page(asking(&visitor, typed.text("to"), Typed::default(), wrong))
}
