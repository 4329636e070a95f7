//! A partnership, in the browser, for the two people in it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::web::go_to;
use serde::Deserialize;

use super::{Answer, Partnership, PartnershipId, Standing, answer, store};
use crate::person::{self, Person};
use crate::reflection;
use crate::session::{self, Session, SessionId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of partnerships.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/partnerships/{id}", get(show)).route("/partnerships/{id}/answer", post(take_answer))
}

#[derive(Template)]
#[template(path = "partnership/show.html")]
struct Show {
    page: Shell,
    partnership: Partnership,
    standing: Standing,
    is_mentor: bool,
    other: Person,
    has_answered: bool,
    started: String,
    sessions: Vec<Held>,
    hours: String,
    logged: bool,
}

/// A session of theirs: its day in words, and whether the reader has reflected on it.
struct Held {
    session: Session,
    day: String,
    reflected: bool,
}

/// The session somebody has just logged.
#[derive(Deserialize)]
struct Just {
    logged: Option<SessionId>,
}

async fn show(visitor: Visitor, Path(id): Path<PartnershipId>, Query(just): Query<Just>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (partnership, other, answers, sessions, reflected) = visitor
        .read(move |c| {
            let partnership = store::one_of(c, viewer, id)?;
            let other = person::store::get(c, partnership.other(viewer.person))?;
            let reflected = reflection::store::reflected(c, viewer, id)?;
            Ok((partnership, other, store::answers(c, id)?, session::store::seen_by(c, viewer, id)?, reflected))
        })
        .await?;
    let say = visitor.say;
    let held =
        |session: Session| Held { day: say.day(session.held_on), reflected: reflected.contains(&session.id), session };
    page(Show {
        page: visitor.page(say.t1("partnership-title", "name", &other.name)).coloured(partnership.colour),
        standing: partnership.standing(),
        is_mentor: partnership.mentor == viewer.person,
        has_answered: answers.iter().any(|(person, _)| *person == viewer.person),
        started: partnership.started_on.map(|day| say.day(day)).unwrap_or_default(),
        logged: sessions.iter().any(|session| Some(session.id) == just.logged),
        hours: kit::clock::hours(sessions.iter().map(|session| session.minutes).sum()),
        sessions: sessions.into_iter().map(held).collect(),
        partnership,
        other,
    })
}

async fn take_answer(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, said): (_, Answer) = (visitor.viewer, typed.text("answer").parse()?);
    visitor.write(move |tx| answer::answer(tx, viewer, id, said)).await?;
    Ok(go_to(&format!("/partnerships/{id}")))
}
