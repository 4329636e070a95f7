//! Another try for two people, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Problem, Result};

use super::access::ANOTHER_TRY;
use super::{AnotherTry, MOST_NOTE, ask as asking, is_barred, store};
use crate::access::Reached;
use crate::partnership::{self, Partnership, PartnershipId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of another try.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/partnerships/{id}/another-try", get(ask).post(take))
}

/// Why.
pub static TRY: Spec =
    Spec { name: "try", fields: &[Field { name: "note", takes: Takes::Line { most: MOST_NOTE, optional: false } }] };

#[derive(Template)]
#[template(path = "another_try/edit.html")]
struct Edit {
    page: Shell,
    pair: Reached<Partnership>,
    barred: bool,
    before: Option<(AnotherTry, String)>,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    page(edit(&visitor, id, Typed::default(), Vec::new()).await?)
}

async fn edit(visitor: &Visitor, id: PartnershipId, typed: Typed, found: Vec<Problem>) -> Result<Edit> {
    let viewer = visitor.viewer;
    let (pair, before) = visitor
        .read(move |c| {
            let pair = partnership::store::reached(c, viewer, id)?.that_may(&ANOTHER_TRY, Verb::See)?;
            let before = store::of(c, &pair)?;
            Ok((pair, before))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let title = say.t2("another-try-title", "mentor", &pair.mentor_name, "mentee", &pair.mentee_name);
    let shell = visitor.page(title).coloured(pair.colour);
    let form = Form::new(&TRY, say, typed).with_problems(found);
    let form = form.seen_by(&["note"], &shell.who_sees(&pair, &ANOTHER_TRY, ""));
    Ok(Edit {
        page: shell.wrong_if(form.is_wrong()).seen_by(&pair, &ANOTHER_TRY, ""),
        barred: is_barred(&pair),
        before: before.map(|one| (one.clone(), say.day(clock.day_of(one.made_at)))),
        pair,
        form,
    })
}

async fn take(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| partnership::store::reached(c, viewer, id)?.must(&ANOTHER_TRY, Verb::Write)).await?;
    let mut read = TRY.read(&typed);
    let note = read.line("note");
    let asked = match read.done() {
        Ok(()) => {
            let ask = move |tx: &mut Tx<'_>| {
                asking::ask(tx, viewer, id, &note)?;
                Ok(format!("/partnerships/{id}/another-try"))
            };
            visitor.once(&typed, ask).await
        }
        Err(cause) => Err(cause),
    };
    match asked {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let problems = problems(cause)?;
            problem_page(edit(&visitor, id, typed, problems).await?)
        }
    }
}
