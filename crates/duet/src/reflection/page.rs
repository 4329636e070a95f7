//! Reflections, in the browser: one page per session, for its author.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::seal::{Opened, Private};
use kit::web::go_to;
use kit::{Problem, Result};

use super::{MOST, Occasion, Reflection, delete, store, write};
use crate::session::SessionId;
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of reflections.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/sessions/{id}/reflection", get(ask).post(take))
        .route("/sessions/{id}/reflection/deletion", post(remove))
        .layer(axum::middleware::from_fn(kit::watch::unnamed))
}

/// What a reflection is asked.
pub static WRITE: Spec = Spec { name: "reflection", fields: &[Field { name: "words", takes: Takes::Prose(MOST) }] };

#[derive(Template)]
#[template(path = "reflection/show.html")]
struct Show {
    page: Shell,
    occasion: Occasion,
    day: String,
    known: bool,
    unreadable: Option<&'static str>,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<SessionId>) -> Result<Response, Fault> {
    page(show(&visitor, id, None, Vec::new()).await?)
}

async fn take(visitor: Visitor, Path(id): Path<SessionId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let written = match read(&typed) {
        Ok(words) => {
            let write = move |tx: &mut Tx<'_>| {
                write::write(tx, viewer, id, &words)?;
                Ok(format!("/partnerships/{}", store::occasion(tx, viewer, id)?.partnership))
            };
            visitor.once(&typed, write).await
        }
        Err(cause) => Err(cause),
    };
    match written {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(show(&visitor, id, Some(typed), problems(cause)?).await?),
    }
}

async fn remove(visitor: Visitor, Path(id): Path<SessionId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let remove = move |tx: &mut Tx<'_>| {
        let occasion = store::occasion(tx, viewer, id)?;
        delete::delete(tx, viewer, id)?;
        Ok(format!("/partnerships/{}", occasion.partnership))
    };
    Ok(go_to(&visitor.once(&typed, remove).await?))
}

async fn show(visitor: &Visitor, id: SessionId, typed: Option<Typed>, problems: Vec<Problem>) -> Result<Show> {
    let viewer = visitor.viewer;
    let (occasion, known) =
        visitor.read(move |c| Ok((store::occasion(c, viewer, id)?, store::on(c, viewer, id)?))).await?;
    let written = known.as_ref().and_then(|known| known.words.words()).map_or("", Private::reveal);
    let typed = typed.unwrap_or_else(|| Typed::default().with("words", written));
    let who = visitor.say.t1("reflection-who-sees", "name", &occasion.other);
    let form = Form::new(&WRITE, visitor.say, typed).with_problems(problems).seen_by(&["words"], &who);
    let day = visitor.say.day(occasion.held_on);
    let shell = visitor.page(visitor.say.t1("reflection-title", "day", &day)).coloured(occasion.colour);
    Ok(Show {
        page: shell.wrong_if(form.is_wrong()),
        unreadable: known.as_ref().and_then(unreadable),
        known: known.is_some(),
        occasion,
        day,
        form,
    })
}

/// The key of why words cannot be read; nothing when they can.
#[must_use]
pub fn unreadable(one: &Reflection) -> Option<&'static str> {
    match one.words {
        Opened::Words(_) => None,
        Opened::KeyLost => Some("sealed-key-lost"),
        Opened::Altered => Some("sealed-altered"),
    }
}

fn read(typed: &Typed) -> Result<Private> {
    let mut read = WRITE.read(typed);
    let words = read.prose("words");
    read.done()?;
    Ok(Private::new(words))
}
