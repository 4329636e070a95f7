//! Outcomes, in the browser: those of a scheme, and one to reword.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;

use super::access::OUTCOME;
use super::{For, MOST_WORDS, Outcome, OutcomeDraft, OutcomeId, add, reword, store, withdraw};
use crate::access::Reached;
use crate::scheme::{self, Scheme, SchemeId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of outcomes.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/schemes/{id}/outcomes", get(list).post(take))
        .route("/outcomes/{id}", get(ask).post(take_words))
        .route("/outcomes/{id}/withdrawal", post(take_withdrawal))
        .route("/outcomes/{id}/return", post(take_return))
}

/// What an outcome is asked.
pub static WRITE: Spec = Spec {
    name: "outcome",
    fields: &[
        Field { name: "words", takes: Takes::Line { most: MOST_WORDS, optional: false } },
        Field { name: "words_cy", takes: Takes::Line { most: MOST_WORDS, optional: true } },
        Field { name: "for_role", takes: Takes::Choice(&["mentee", "mentor", "both"]) },
    ],
};

fn read(typed: &Typed) -> Result<OutcomeDraft> {
    let mut read = WRITE.read(typed);
    let (words, words_cy, for_role) = (read.line("words"), read.line("words_cy"), read.choice("for_role"));
    read.done()?;
    Ok(OutcomeDraft { words, words_cy, for_role: for_role.unwrap_or(For::Both) })
}

#[derive(Template)]
#[template(path = "outcome/list.html")]
struct List {
    page: Shell,
    scheme: Reached<Scheme>,
    asked: Vec<Listed>,
    withdrawn: Vec<Listed>,
    coordinates: bool,
    form: Form,
}

struct Listed {
    of: Outcome,
    words: String,
    /// The day it was withdrawn; empty when it is not.
    day: String,
}

async fn list(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let form = Form::new(&WRITE, visitor.say, Typed::default().with("for_role", For::Mentee));
    page(listed(&visitor, id, form).await?)
}

async fn listed(visitor: &Visitor, id: SchemeId, form: Form) -> Result<List> {
    let viewer = visitor.viewer;
    let (scheme, outcomes) = visitor
        .read(move |c| {
            let scheme = scheme::store::reached(c, viewer, id)?;
            let outcomes = store::of(c, &scheme)?;
            Ok((scheme, outcomes))
        })
        .await?;
    let shell = visitor.page(visitor.say.t("outcomes-title").into_owned()).coloured(scheme.colour);
    let form = form.seen_by(&["words", "words_cy"], &shell.who_sees(&scheme, &OUTCOME, "outcomes-who-sees"));
    let (asked, withdrawn): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Outcome::is_asked);
    let row = |of: Outcome| Listed {
        words: of.said_in(visitor.say.language).to_owned(),
        day: of.withdrawn_on.map(|day| visitor.say.day(day)).unwrap_or_default(),
        of,
    };
    Ok(List {
        page: shell.wrong_if(form.is_wrong()).seen_by(&scheme, &OUTCOME, "outcomes-who-sees"),
        coordinates: scheme.may(&OUTCOME, Verb::Write),
        asked: asked.into_iter().map(row).collect(),
        withdrawn: withdrawn.into_iter().map(row).collect(),
        scheme,
        form,
    })
}

async fn take(visitor: Visitor, Path(id): Path<SchemeId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| scheme::store::reached(c, viewer, id)?.must(&OUTCOME, Verb::Write)).await?;
    let added = match read(&typed) {
        Ok(draft) => {
            let add = move |tx: &mut Tx<'_>| {
                add::add(tx, viewer, id, &draft)?;
                Ok(format!("/schemes/{id}/outcomes"))
            };
            visitor.once(&typed, add).await
        }
        Err(cause) => Err(cause),
    };
    match added {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&WRITE, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(listed(&visitor, id, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "outcome/edit.html")]
struct Edit {
    page: Shell,
    outcome: Reached<Outcome>,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<OutcomeId>) -> Result<Response, Fault> {
    let outcome = written(&visitor, id).await?;
    let typed = Typed::default()
        .with("words", &outcome.words)
        .with("words_cy", &outcome.words_cy)
        .with("for_role", outcome.for_role);
    page(edit(&visitor, outcome, Form::new(&WRITE, visitor.say, typed)))
}

/// An outcome that is theirs to change.
async fn written(visitor: &Visitor, id: OutcomeId) -> Result<Reached<Outcome>> {
    let viewer = visitor.viewer;
    visitor.read(move |c: &mut Read<'_>| store::reached(c, viewer, id)?.that_may(&OUTCOME, Verb::Write)).await
}

fn edit(visitor: &Visitor, outcome: Reached<Outcome>, form: Form) -> Edit {
    let shell = visitor.page(visitor.say.t("outcome-edit-title").into_owned()).coloured(outcome.colour);
    let form = form.seen_by(&["words", "words_cy"], &shell.who_sees(&outcome, &OUTCOME, "outcomes-who-sees"));
    Edit { page: shell.wrong_if(form.is_wrong()).seen_by(&outcome, &OUTCOME, "outcomes-who-sees"), outcome, form }
}

async fn take_words(visitor: Visitor, Path(id): Path<OutcomeId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let outcome = written(&visitor, id).await?;
    let reworded = match read(&typed) {
        Ok(draft) => {
            let reword = move |tx: &mut Tx<'_>| Ok(of_scheme(reword::reword(tx, viewer, id, &draft)?));
            visitor.once(&typed, reword).await
        }
        Err(cause) => Err(cause),
    };
    match reworded {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&WRITE, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(edit(&visitor, outcome, form))
        }
    }
}

async fn take_withdrawal(
    visitor: Visitor,
    Path(id): Path<OutcomeId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let withdraw = move |tx: &mut Tx<'_>| Ok(of_scheme(withdraw::withdraw(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, withdraw).await?))
}

async fn take_return(visitor: Visitor, Path(id): Path<OutcomeId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let take_up = move |tx: &mut Tx<'_>| Ok(of_scheme(withdraw::take_up(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, take_up).await?))
}

fn of_scheme(scheme: SchemeId) -> String {
    format!("/schemes/{scheme}/outcomes")
}
