//! Sessions, in the browser: the form to log one.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Problem, Result};

use super::access::SESSION;
use super::{LEAST_MINUTES, MOST_MINUTES, SessionDraft, Way, log};
use crate::access::Reached;
use crate::partnership::{self, Partnership, PartnershipId, Standing};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};
use kit::access::Verb;
use kit::db::{Read, Tx};

/// The pages of sessions.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/partnerships/{id}/sessions/new", get(ask)).route("/partnerships/{id}/sessions", post(take))
}

/// What a session is asked.
pub static LOG: Spec = Spec {
    name: "session",
    fields: &[
        Field { name: "held_on", takes: Takes::Day },
        Field { name: "minutes", takes: Takes::Whole { least: LEAST_MINUTES, most: MOST_MINUTES } },
        Field { name: "way", takes: Takes::Choice(&["in_person", "online", "phone"]) },
    ],
};

#[derive(Template)]
#[template(path = "session/new.html")]
struct New {
    page: Shell,
    partnership: Reached<Partnership>,
    other: String,
    id: String,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    let today = visitor.app.store.clock().today();
    let typed = Typed::default()
        .with_day("held_on", today)
        .with("minutes", 60)
        .with("id", kit::id::fresh(visitor.app.store.clock().now(), visitor.app.store.random()));
    let new = new(&visitor, id, typed, Vec::new()).await?;
    if new.partnership.standing() != Standing::Running {
        return Err(Fault(Error::conflict("session-not-running")));
    }
    page(new)
}

async fn new(visitor: &Visitor, id: PartnershipId, typed: Typed, problems: Vec<Problem>) -> Result<New> {
    let viewer = visitor.viewer;
    let reached = move |c: &mut Read<'_>| partnership::store::reached(c, viewer, id)?.that_may(&SESSION, Verb::Write);
    let partnership = visitor.read(reached).await?;
    let other = partnership.other_name(viewer.person).to_owned();
    let session = typed.text("id").to_owned();
    let form = Form::new(&LOG, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t1("session-new-title", "name", &other)).coloured(partnership.colour);
    Ok(New {
        page: shell.wrong_if(form.is_wrong()).seen_by(&partnership, &SESSION, "sessions-who-sees"),
        partnership,
        other,
        id: session,
        form,
    })
}

async fn take(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, desk) = (visitor.viewer, visitor.app.desk);
    let logged = match read(&typed) {
        Ok(draft) => {
            let log = move |tx: &mut Tx<'_>| {
                Ok(format!("/partnerships/{id}?logged={}", log::log(tx, viewer, id, draft, desk)?))
            };
            visitor.once(&typed, log).await
        }
        Err(cause) => Err(cause),
    };
    match logged {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(new(&visitor, id, typed, problems(cause)?).await?),
    }
}

fn read(typed: &Typed) -> Result<SessionDraft> {
    let mut read = LOG.read(typed);
    let (held_on, minutes, way) = (read.day("held_on"), read.whole("minutes"), read.choice("way"));
    read.done()?;
    let id = typed.text("id").parse().map_err(|_| Error::invalid("", "error-request"))?;
    Ok(SessionDraft { id, held_on, minutes, way: way.unwrap_or(Way::InPerson) })
}
