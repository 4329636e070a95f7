//! Trainings, in the browser: those of a round, and who completed one.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;

use super::access::TRAINING;
use super::{Attendee, Training, TrainingDraft, TrainingId, note, plan, store};
use crate::access::Reached;
use crate::person::PersonId;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of trainings.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/trainings", get(list).post(take))
        .route("/trainings/{id}", get(show))
        .route("/trainings/{id}/completions", post(take_completions))
}

/// What a training is asked.
pub static PLAN: Spec = Spec {
    name: "training",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "held_on", takes: Takes::Day },
    ],
};

/// What is asked of those who completed one.
pub static COMPLETE: Spec = Spec { name: "training", fields: &[Field { name: "completed_on", takes: Takes::Day }] };

#[derive(Template)]
#[template(path = "training/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    trainings: Vec<(Training, String)>,
    form: Form,
}

async fn list(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    page(listed(&visitor, id, Form::new(&PLAN, visitor.say, Typed::default())).await?)
}

async fn listed(visitor: &Visitor, id: RoundId, form: Form) -> Result<List> {
    let viewer = visitor.viewer;
    let (round, trainings) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&TRAINING, Verb::See)?;
            let trainings = store::of(c, &round)?;
            Ok((round, trainings))
        })
        .await?;
    let shell = visitor.page(visitor.say.t("trainings-title").into_owned()).coloured(round.colour);
    let form = form.seen_by(&["name"], &shell.who_sees(&round, &TRAINING, "trainings-who-sees"));
    Ok(List {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &TRAINING, "trainings-who-sees"),
        trainings: trainings.into_iter().map(|one| (one.clone(), visitor.say.day(one.held_on))).collect(),
        round,
        form,
    })
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| round::store::reached(c, viewer, id)?.must(&TRAINING, Verb::Write)).await?;
    let mut read = PLAN.read(&typed);
    let draft = TrainingDraft { name: read.line("name"), held_on: read.day("held_on") };
    let planned = match read.done() {
        Ok(()) => {
            let plan = move |tx: &mut Tx<'_>| {
                plan::plan(tx, viewer, id, &draft)?;
                Ok(format!("/rounds/{id}/trainings"))
            };
            visitor.once(&typed, plan).await
        }
        Err(cause) => Err(cause),
    };
    match planned {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&PLAN, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(listed(&visitor, id, form).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "training/show.html")]
struct Show {
    page: Shell,
    training: Reached<Training>,
    day: String,
    attendees: Vec<Row>,
    form: Form,
}

/// Somebody, and when they completed it and who says so; empty when they have not.
struct Row {
    of: Attendee,
    completed: String,
    ticked: bool,
    /// Whether they had, when the page was made.
    was: bool,
}

async fn show(visitor: Visitor, Path(id): Path<TrainingId>) -> Result<Response, Fault> {
    let today = visitor.app.store.clock().today();
    page(shown(&visitor, id, Typed::default().with_day("completed_on", today), Vec::new()).await?)
}

async fn shown(visitor: &Visitor, id: TrainingId, typed: Typed, problems: Vec<kit::Problem>) -> Result<Show> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let (training, attendees) = visitor
        .read(move |c| {
            let training = store::reached(c, viewer, id)?.that_may(&TRAINING, Verb::See)?;
            let attendees = store::attendees(c, &training)?;
            Ok((training, attendees))
        })
        .await?;
    let came_back = !problems.is_empty();
    let row = |of: Attendee| Row {
        completed: match (of.completed_on, &of.noted_by) {
            (Some(day), Some(by)) => say.t2("training-completed", "day", say.day(day), "name", by.as_str()),
            _ => String::new(),
        },
        ticked: if came_back { is_ticked(&typed, of.person) } else { of.completed_on.is_some() },
        was: if came_back { was_ticked(&typed, of.person) } else { of.completed_on.is_some() },
        of,
    };
    let attendees = attendees.into_iter().map(row).collect();
    let form = Form::new(&COMPLETE, say, typed).with_problems(problems);
    let shell = visitor.page(training.name.clone()).coloured(training.colour);
    Ok(Show {
        page: shell.wrong_if(form.is_wrong()).seen_by(&training, &TRAINING, "trainings-who-sees"),
        day: say.day(training.held_on),
        training,
        attendees,
        form,
    })
}

fn is_ticked(typed: &Typed, person: PersonId) -> bool {
    typed.text(&person.to_string()) == "yes"
}

/// Whether the box was ticked when the page was made: an older page takes nothing back that somebody else noted since.
fn was_ticked(typed: &Typed, person: PersonId) -> bool {
    typed.text(&format!("was-{person}")) == "yes"
}

async fn take_completions(
    visitor: Visitor,
    Path(id): Path<TrainingId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let attendees = visitor
        .read(move |c| {
            let training = store::reached(c, viewer, id)?.that_may(&TRAINING, Verb::Write)?;
            store::attendees(c, &training)
        })
        .await?;
    let said = attendees.iter().map(|one| (one.person, is_ticked(&typed, one.person)));
    let completed: BTreeMap<PersonId, bool> =
        said.filter(|(person, ticked)| was_ticked(&typed, *person) != *ticked).collect();
    let mut read = COMPLETE.read(&typed);
    let day = read.day("completed_on");
    let noted = match read.done() {
        Ok(()) => {
            let note = move |tx: &mut Tx<'_>| {
                note::note(tx, viewer, id, &completed, day)?;
                Ok(format!("/trainings/{id}"))
            };
            visitor.once(&typed, note).await
        }
        Err(cause) => Err(cause),
    };
    match noted {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(shown(&visitor, id, typed, problems(cause)?).await?),
    }
}
