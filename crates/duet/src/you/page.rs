//! What you are known by, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::token::Token;
use kit::web::{cookie, go_to};
use kit::{Error, Message, Result};

use super::change::{self, Warning};
use super::confirm::{Confirmed, confirm};
use super::undo::{self, UndoLink};
use super::{AddressRequestId, KnownAddress, NameDraft, ask, rename, store};
use crate::by_mail::Code;
use crate::membership;
use crate::membership::access::PERSON;
use crate::organisation;
use crate::person;
use crate::web::{App, Fault, Guest, Oneself, Posted, SIGN_IN_COOKIE, Shell, Visitor, page, problem_page, problems};

/// The pages of what you are known by.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/you", get(show))
        .route("/you/name", post(take_name))
        .route("/you/addresses", post(ask_for_code))
        .route("/you/addresses/{id}", get(ask_code).post(take_code))
        .route("/you/addresses/letters", post(write_to))
        .route("/you/addresses/removal", post(remove))
        .route("/you/undo/{link}", get(ask_undo).post(take_undo))
}

/// How you are called.
pub static NAME: Spec =
    Spec { name: "you", fields: &[Field { name: "name", takes: Takes::Line { most: 200, optional: false } }] };
/// An address to be known by, and what for.
pub static ADDRESS: Spec = Spec {
    name: "you",
    fields: &[
        Field { name: "address", takes: Takes::Address },
        Field { name: "use", takes: Takes::Choice(&["main", "second"]) },
    ],
};
/// The code that was sent to it.
pub static CODE: Spec = Spec { name: "you", fields: &[Field { name: "code", takes: Takes::Code }] };

#[derive(Template)]
#[template(path = "you/show.html")]
struct Show {
    page: Shell,
    organisation: String,
    mails: bool,
    address: String,
    others: Vec<KnownAddress>,
    name: Form,
    new: Form,
}

async fn show(visitor: Visitor) -> Result<Response, Fault> {
    page(shown(&visitor, None, None).await?)
}

async fn shown(visitor: &Visitor, name: Option<Form>, new: Option<Form>) -> Result<Show> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (organisation, person, mut all, reached) = visitor
        .read(move |c| {
            let organisation = organisation::store::get(&mut c.outside(), viewer.organisation)?.name;
            let (person, all) = (person::store::get(c, viewer.person)?, store::of(c, viewer.person)?);
            Ok((organisation, person, all, membership::store::reached(c, viewer, viewer.person)?))
        })
        .await?;
    all.retain(|known| known.address != person.address);
    let name = name.unwrap_or_else(|| Form::new(&NAME, say, Typed::default().with("name", &person.name)));
    let new = new.unwrap_or_else(|| Form::new(&ADDRESS, say, Typed::default().with("use", "main")));
    let page = visitor.page(say.t("you-title").into_owned()).wrong_if(name.is_wrong() || new.is_wrong());
    let name = name.seen_by(&["name"], &page.who_sees(&reached, &PERSON, "you-field-who-sees"));
    let new = new.seen_by(&["address"], &page.who_sees(&reached, &PERSON, "you-address-who-sees"));
    let page = page.seen_by(&reached, &PERSON, "you-who-sees");
    Ok(Show { page, organisation, mails: visitor.app.mails, address: person.address, others: all, name, new })
}

async fn take_name(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, mut read) = (visitor.viewer, NAME.read(&typed));
    let draft = NameDraft(read.line("name"));
    let renamed = match read.done() {
        Ok(()) => visitor.write(move |tx| rename::rename(tx, viewer, &draft)).await,
        Err(cause) => Err(cause),
    };
    match renamed {
        Ok(()) => Ok(go_to("/you")),
        Err(cause) => {
            let form = Form::new(&NAME, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(shown(&visitor, Some(form), None).await?)
        }
    }
}

async fn ask_for_code(Oneself(visitor): Oneself, headers: HeaderMap, Posted(typed): Posted) -> Result<Response, Fault> {
    if !visitor.app.mails {
        return Err(Fault(Error::conflict("you-no-mail")));
    }
    let (viewer, say, browser) = (visitor.viewer, visitor.say, secret(&headers)?);
    let mut read = ADDRESS.read(&typed);
    let (address, main) = (read.address("address"), read.choice::<String>("use"));
    let main = match main.as_deref() {
        Some("main") => Some(true),
        Some("second") => Some(false),
        _ => None,
    };
    let asked = match (read.done(), main) {
        (Ok(()), Some(main)) => visitor.write(move |tx| ask::ask(tx, viewer, &browser, &address, main, say)).await,
        (Ok(()), None) => Err(Error::invalid("use", "form-choice")),
        (Err(cause), _) => Err(cause),
    };
    match asked {
        Ok(id) => Ok(go_to(&format!("/you/addresses/{id}"))),
        Err(cause) => {
            let form = Form::new(&ADDRESS, say, typed).with_problems(problems(cause)?);
            problem_page(shown(&visitor, None, Some(form)).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "you/code.html")]
struct CodePage {
    page: Shell,
    id: AddressRequestId,
    address: String,
    form: Form,
}

async fn code_page(visitor: &Visitor, id: AddressRequestId, form: Form) -> Result<CodePage> {
    let viewer = visitor.viewer;
    let address = visitor.read(move |c| store::requested(c, viewer.person, id)).await?;
    let page = visitor.page(visitor.say.t("you-code-title").into_owned()).wrong_if(form.is_wrong());
    Ok(CodePage { page, id, address, form })
}

async fn ask_code(visitor: Visitor, Path(id): Path<AddressRequestId>) -> Result<Response, Fault> {
    page(code_page(&visitor, id, Form::new(&CODE, visitor.say, Typed::default())).await?)
}

async fn take_code(
    visitor: Visitor,
    headers: HeaderMap,
    Path(id): Path<AddressRequestId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, say, browser) = (visitor.viewer, visitor.say, secret(&headers)?);
    let code = Code::typed(typed.text("code"));
    let message = if code.is_whole() {
        let public_url = visitor.app.public_url.clone();
        let confirmed = visitor
            .write(move |tx| confirm(tx, viewer, &browser, id, &code, Warning { say, public_url: &public_url }))
            .await?;
        match confirmed {
            Confirmed::Done => return Ok(go_to("/you")),
            Confirmed::Wrong(left) => Message::new("sign-in-code-wrong").with("left", left),
            Confirmed::Over => return Err(Fault(Error::conflict("you-code-over"))),
        }
    } else {
        Message::new("sign-in-code-digits")
    };
    let problems = problems(Error::invalid("code", message))?;
    let form = Form::new(&CODE, say, Typed::default()).with_problems(problems);
    problem_page(code_page(&visitor, id, form).await?)
}

async fn write_to(Oneself(visitor): Oneself, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, say, public_url) = (visitor.viewer, visitor.say, visitor.app.public_url.clone());
    let address = typed.text("address").to_owned();
    visitor.write(move |tx| change::write_to(tx, viewer, &address, Warning { say, public_url: &public_url })).await?;
    Ok(go_to("/you"))
}

async fn remove(Oneself(visitor): Oneself, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, say, public_url) = (visitor.viewer, visitor.say, visitor.app.public_url.clone());
    let address = typed.text("address").to_owned();
    visitor.write(move |tx| change::remove(tx, viewer, &address, Warning { say, public_url: &public_url })).await?;
    Ok(go_to("/you"))
}

#[derive(Template)]
#[template(path = "you/undo.html")]
struct UndoPage {
    page: Shell,
    link: Option<String>,
}

/// Looking uses nothing up: mail scanners look too.
async fn ask_undo(guest: Guest, Path(link): Path<String>) -> Result<Response, Fault> {
    let UndoLink { organisation, secret } = link.parse().map_err(dead_undo)?;
    guest.app.store.read(organisation, move |c| undo::look(c, &secret)).await.map_err(dead_undo)?;
    page(UndoPage { page: guest.page(guest.say.t("you-undo-title").into_owned()), link: Some(link) })
}

async fn take_undo(guest: Guest, Path(link): Path<String>) -> Result<Response, Fault> {
    let UndoLink { organisation, secret } = link.parse().map_err(dead_undo)?;
    guest.app.store.write(organisation, move |tx| undo::undo(tx, &secret)).await.map_err(dead_undo)?;
    page(UndoPage { page: guest.page(guest.say.t("you-undone-title").into_owned()), link: None })
}

/// One answer for a link that is unknown, used or past its time.
fn dead_undo(cause: Error) -> Fault {
    match cause {
        Error::NotFound => Fault(Error::conflict("you-undo-dead")),
        other => Fault(other),
    }
}

fn secret(headers: &HeaderMap) -> Result<Token> {
    cookie(headers, SIGN_IN_COOKIE).map(Token::from_visitor).ok_or(Error::NotFound)
}
