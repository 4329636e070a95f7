//! A partnership, in the browser, for the two people in it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::web::go_to;
use serde::Deserialize;

use super::access::PARTNERSHIP;
use super::{Answer, Partnership, PartnershipId, Standing, answer, flag, step_back, store};
use crate::access::Reached;
use crate::entry::{self, Mark};
use crate::person::{self, Person};
use crate::rating::{self, Moment};
use crate::reflection;
use crate::session::access::SESSION;
use crate::session::{self, Session, SessionId};
use crate::training::access::TRAINING;
use crate::training::{self, Outstanding};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of partnerships.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/partnerships/{id}", get(show))
        .route("/partnerships/{id}/answer", post(take_answer))
        .route("/partnerships/{id}/flags", post(settle_flags))
        .route("/partnerships/{id}/stepping-back", post(take_stepping_back))
}

#[derive(Template)]
#[template(path = "partnership/show.html")]
struct Show {
    page: Shell,
    partnership: Reached<Partnership>,
    standing: Standing,
    is_mentor: bool,
    other: Person,
    has_answered: bool,
    started: String,
    talk: String,
    training: Vec<Still>,
    sessions: Vec<Held>,
    hours: String,
    logged: bool,
    marks: Vec<Mark>,
    /// When the two are, or were, asked where they stand.
    moments: Vec<Moment>,
}

/// What one of the two has still to complete: who, and what, and on which day.
struct Still {
    words: String,
    day: String,
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
    let (partnership, other, answers, sessions, reflected, still_of, (marks, moments)) = visitor
        .read(move |c| {
            let partnership = store::reached(c, viewer, id)?.that_may(&PARTNERSHIP, Verb::See)?;
            let other = person::store::get(c, partnership.other(viewer.person))?;
            let (answers, sessions) = (store::answers(c, &partnership)?, session::store::of(c, &partnership)?);
            partnership.must(&TRAINING, Verb::List)?;
            let still = training::store::outstanding(c, partnership.round, partnership.mentor, partnership.mentee)?;
            let marks = entry::store::answer_marks(c, &partnership)?;
            let marks = (marks, rating::store::moments(c, partnership.round)?);
            Ok((partnership, other, answers, sessions, reflection::store::reflected(c, viewer, id)?, still, marks))
        })
        .await?;
    let say = visitor.say;
    let held =
        |session: Session| Held { day: say.day(session.held_on), reflected: reflected.contains(&session.id), session };
    let still = |one: Outstanding| {
        let me = one.person == viewer.person;
        let name = if me { say.t("partnership-training-you").into_owned() } else { one.person_name };
        let words = say.t2("partnership-training-still", "name", name, "training", one.name.as_str());
        Still { words, day: say.day(one.held_on) }
    };
    page(Show {
        training: still_of.into_iter().map(still).collect(),
        page: visitor.page(say.t1("partnership-title", "name", &other.name)).coloured(partnership.colour).seen_by(
            &partnership,
            &SESSION,
            "sessions-who-sees",
        ),
        standing: partnership.standing(),
        talk: partnership.talk_on.map(|day| say.day(day)).unwrap_or_default(),
        is_mentor: partnership.mentor == viewer.person,
        has_answered: answers.iter().any(|(person, _)| *person == viewer.person),
        started: partnership.started_on.map(|day| say.day(day)).unwrap_or_default(),
        logged: sessions.iter().any(|session| Some(session.id) == just.logged),
        hours: kit::clock::hours(sessions.iter().map(|session| session.minutes).sum()),
        sessions: sessions.into_iter().map(held).collect(),
        partnership,
        other,
        marks,
        moments,
    })
}

async fn take_answer(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, said): (_, Answer) = (visitor.viewer, typed.text("answer").parse()?);
    let answer = move |tx: &mut Tx<'_>| {
        answer::answer(tx, viewer, id, said)?;
        Ok(format!("/partnerships/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, answer).await?))
}

async fn settle_flags(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let settle = move |tx: &mut Tx<'_>| Ok(format!("/rounds/{}", flag::settle(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, settle).await?))
}

async fn take_stepping_back(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let step_back = move |tx: &mut Tx<'_>| {
        step_back::step_back(tx, viewer, id)?;
        Ok(format!("/partnerships/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, step_back).await?))
}
