//! One-click sign-in, the clock, and the mails of people who are not real: only in a database marked as demo, which only
//! listens on loopback.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use kit::clock::{Day, Instant};
use kit::db::OutsideConn;
use kit::web::go_to;
use kit::words::{Language, Say};
use kit::{Error, Result};

use super::cast;
use super::stage::Scene;
use crate::by_mail::{self, store::Waiting};
use crate::jobs;
use crate::letter::{self, Letter};
use crate::organisation;
use crate::person::{self, Viewer};
use crate::sign_in::{open, page::welcome};
use crate::web::{App, Fault, Guest, Posted, Shared, Shell, Visitor, page};

/// The demo's own route.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/demo/sign-in", post(sign_in))
        .route("/demo/post", get(mails))
        .route("/demo/clock", post(move_clock))
}

/// What stands above every page of a demo: what day it is, the clock's three buttons, and whom to see it as.
pub struct Strip {
    /// The day it is here.
    pub today: String,
    /// Each scene, the key of its words, and whether the clock stands there.
    pub scenes: Vec<(Scene, &'static str, bool)>,
    /// Everybody one can see it as: address and name.
    pub cast: &'static [(&'static str, &'static str)],
}

impl Strip {
    /// The strip of an app; none when it is real.
    #[must_use]
    pub fn of(app: &App, say: Say) -> Option<Strip> {
        let at = app.demo.then(|| app.stage.scene())?;
        let key = |scene| match scene {
            Scene::Today => "demo-today",
            Scene::WeekSix => "demo-week-six",
            Scene::LastDay => "demo-last-day",
        };
        let scenes = Scene::ALL.iter().map(|scene| (*scene, key(*scene), *scene == at)).collect();
        let today: Day = app.store.clock().today();
        Some(Strip { today: say.day(today), scenes, cast: cast::everybody() })
    }
}

/// Moves the clock, and signs who pressed it in again: time has passed, or the story began anew.
async fn move_clock(visitor: Option<Visitor>, State(app): Shared, Posted(typed): Posted) -> Result<Response, Fault> {
    app.store.read_outside(only_in_a_demo).await?;
    let scene: Scene = typed.text("to").parse()?;
    app.stage.go_to(&app.store, scene).await?;
    // What is due by now is done by now.
    jobs::worker(&app, None).run_due().await?;
    match visitor {
        // Somebody who was not there when the story began is not there again.
        Some(visitor) => match come_in(&app, visitor.address, "/").await {
            Err(Fault(Error::NotFound)) => Ok(go_to("/")),
            done => done,
        },
        None => Ok(go_to("/")),
    }
}

#[derive(Template)]
#[template(path = "demo/post.html")]
struct Post {
    page: Shell,
    mails: Vec<Mail>,
}

/// A mail as its receiver would read it.
struct Mail {
    language: Language,
    subject: String,
    to: String,
    written_at: Instant,
    time: String,
    parts: Vec<Part>,
    /// Whoever reads it goes on as this person, by a click; nobody where it has codes or links of its own.
    reader: Option<(String, String)>,
}

/// A paragraph of a mail: words, or a link of ours.
struct Part {
    words: String,
    link: Option<String>,
}

/// The newest mails anybody would have got, their links live, and for a letter a button that goes on as whom it is to.
async fn mails(guest: Guest) -> Result<Response, Fault> {
    let (mails, letters) = guest
        .app
        .store
        .read_outside(|c| {
            only_in_a_demo(c)?;
            let mails = by_mail::store::mails(c)?;
            let organisation = organisation::store::by_name(c, cast::ORGANISATION)?.id;
            Ok((mails, letter::store::newest(&mut c.inside(organisation)?)?))
        })
        .await?;
    let (clock, url) = (guest.app.store.clock().clone(), guest.app.public_url.clone());
    let time = |at| guest.say.t2("post-time", "day", guest.say.day(clock.day_of(at)), "time", clock.time_of(at));
    let part = |words: &str| Part { words: words.to_owned(), link: words.strip_prefix(&url).map(str::to_owned) };
    let parts = |body: &str| body.split("\n\n").map(part).collect();
    let with_code = mails.into_iter().map(|mail: Waiting| Mail {
        time: time(mail.written_at),
        parts: parts(&mail.body),
        language: mail.language,
        subject: mail.subject,
        to: mail.address,
        written_at: mail.written_at,
        reader: None,
    });
    let letters = letters.into_iter().map(|letter: Letter| Mail {
        time: time(letter.written_at),
        parts: parts(&letter.body),
        language: letter.language,
        subject: letter.subject,
        to: format!("{}, {}", letter.name, letter.address),
        written_at: letter.written_at,
        reader: Some((letter.address, letter.name)),
    });
    let mut mails: Vec<Mail> = with_code.chain(letters).collect();
    mails.sort_by_key(|mail| std::cmp::Reverse(mail.written_at));
    page(Post { page: guest.page(guest.say.t("post-title").into_owned()), mails })
}

async fn sign_in(State(app): Shared, Posted(typed): Posted) -> Result<Response, Fault> {
    come_in(&app, typed.text("address").to_owned(), typed.text("next")).await
}

async fn come_in(app: &App, address: String, next: &str) -> Result<Response, Fault> {
    let secret = app
        .store
        .write_outside(move |tx| {
            only_in_a_demo(tx)?;
            let organisation = organisation::store::by_name(tx, cast::ORGANISATION)?.id;
            let person = person::store::by_address(&mut tx.inside(organisation)?, &address)?.ok_or(Error::NotFound)?;
            open::open(tx, Viewer { organisation, person: person.id })
        })
        .await?;
    Ok(welcome(&secret, false, next))
}

/// Asked each time: a real database must never open by a click, whatever the program was started as.
fn only_in_a_demo(c: &mut OutsideConn<'_>) -> Result<()> {
    let demo = organisation::store::installation(c)?.is_some_and(|installation| installation.demo);
    if demo { Ok(()) } else { Err(Error::NotFound) }
}
