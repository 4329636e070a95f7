//! One-click sign-in, and the mails of people who are not real: only in a database marked as demo, which only listens
//! on loopback.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Error;

use super::cast;
use crate::by_mail::{self, store::Waiting};
use crate::organisation;
use crate::person::{self, Viewer};
use crate::sign_in::{open, page::welcome};
use crate::web::{App, Fault, Guest, Posted, Shared, Shell, page};

/// The demo's own route.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/demo/sign-in", post(sign_in)).route("/demo/post", get(mails))
}

#[derive(Template)]
#[template(path = "demo/post.html")]
struct Post {
    page: Shell,
    mails: Vec<(Waiting, String, Vec<Part>)>,
}

/// A paragraph of a mail: words, or a link of ours.
struct Part {
    words: String,
    link: Option<String>,
}

/// Every mail anybody would have got, newest first, its links live.
async fn mails(guest: Guest) -> Result<Response, Fault> {
    let mails = guest
        .app
        .store
        .read_outside(|c| {
            let demo = organisation::store::installation(c)?.is_some_and(|installation| installation.demo);
            if demo { by_mail::store::mails(c) } else { Err(Error::NotFound) }
        })
        .await?;
    let (clock, url) = (guest.app.store.clock().clone(), guest.app.public_url.clone());
    let part = |words: &str| Part { words: words.to_owned(), link: words.strip_prefix(&url).map(str::to_owned) };
    let shown = |mail: Waiting| {
        let (time, parts) = (clock.time_of(mail.written_at), mail.body.split("\n\n").map(part).collect());
        (mail, time, parts)
    };
    page(Post {
        page: guest.page(guest.say.t("post-title").into_owned()),
        mails: mails.into_iter().map(shown).collect(),
    })
}

async fn sign_in(State(app): Shared, Posted(typed): Posted) -> Result<Response, Fault> {
    let (address, next) = (typed.text("address").to_owned(), typed.text("next").to_owned());
    let secret = app
        .store
        .write_outside(move |tx| {
            // Asked again here: a real database must never open by a click, whatever the program was started as.
            if !organisation::store::installation(tx)?.is_some_and(|installation| installation.demo) {
                return Err(Error::NotFound);
            }
            let organisation = organisation::store::by_name(tx, cast::ORGANISATION)?.id;
            let person = person::store::by_address(&mut tx.inside(organisation)?, &address)?.ok_or(Error::NotFound)?;
            open::open(tx, Viewer { organisation, person: person.id })
        })
        .await?;
    Ok(welcome(&secret, false, &next))
}
