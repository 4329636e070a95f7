//! The page on which somebody says that they, or another, teach a pupil no longer.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::form::{Form, Typed};
use kit::web::go_to;
use kit::{Error, Result};
use serde::Deserialize;

use super::{END, look_at};
use crate::access::Reached;
use crate::pupil::access::{PUPIL, PUPIL_TUTOR};
use crate::pupil::{Pupil, PupilId, Teaching, TeachingId, end, store};
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    teaching: String,
}

#[derive(Template)]
#[template(path = "pupil/end.html")]
struct End {
    page: Shell,
    pupil: Reached<Pupil>,
    teaching: Teaching,
    is_own: bool,
    may_take_back: bool,
    form: Form,
}

/// The page, where there is anything for the viewer to end: what they named, or else their own.
async fn asked(visitor: &Visitor, id: PupilId, teaching: &str, form: Form) -> Result<Option<End>> {
    let viewer = visitor.viewer;
    let (pupil, found) = look_at(visitor, move |c| end::to_end(c, viewer, id)).await?;
    let own = |one: &&Teaching| one.person == viewer.person;
    let named = found.iter().find(|one| one.id.to_string() == teaching);
    let Some(teaching) = named.or_else(|| found.iter().find(own)).cloned() else { return Ok(None) };
    let is_own = teaching.person == viewer.person;
    let key = if is_own { "pupil-end-title-own" } else { "pupil-end-title" };
    let title = visitor.say.t2(key, "name", &pupil.name, "teacher", &teaching.name);
    let may_take_back = pupil.may(&PUPIL_TUTOR, Verb::Delete);
    let page = visitor.page(title).wrong_if(form.is_wrong()).seen_by(&pupil, &PUPIL, "");
    Ok(Some(End { page, pupil, teaching, is_own, may_take_back, form }))
}

pub(super) async fn ask(
    visitor: Visitor,
    Path(id): Path<PupilId>,
    Query(query): Query<Asked>,
) -> Result<Response, Fault> {
    let typed = Typed::default().with_day("last_on", visitor.app.store.clock().today());
    match asked(&visitor, id, &query.teaching, Form::new(&END, visitor.say, typed)).await? {
        Some(asked) => page(asked),
        None => Ok(go_to(&format!("/pupils/{id}"))),
    }
}

pub(super) async fn take(visitor: Visitor, Path(id): Path<PupilId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| end::to_end(c, viewer, id)).await?;
    let ended = match read(&typed) {
        Ok((teaching, last_on)) => {
            let end = move |tx: &mut Tx<'_>| {
                end::end(tx, viewer, id, teaching, last_on)?;
                // Who ended their own may not see the pupil any more.
                let sees = store::reached(tx, viewer, id)?.may(&PUPIL, Verb::See);
                Ok(if sees { format!("/pupils/{id}") } else { "/pupils".to_owned() })
            };
            visitor.once(&typed, end).await
        }
        Err(cause) => Err(cause),
    };
    let teaching = typed.text("teaching").to_owned();
    match ended {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&END, visitor.say, typed).with_problems(problems(cause)?);
            match asked(&visitor, id, &teaching, form).await? {
                Some(asked) => problem_page(asked),
                None => Ok(go_to(&format!("/pupils/{id}"))),
            }
        }
    }
}

fn read(typed: &Typed) -> Result<(TeachingId, Day)> {
    let mut read = END.read(typed);
    let last_on = read.day("last_on");
    read.done()?;
    Ok((named(typed)?, last_on))
}

/// The teaching that is named; none that is theirs has this id when it is none at all.
fn named(typed: &Typed) -> Result<TeachingId> {
    typed.text("teaching").parse().map_err(|_| Error::invalid("last_on", "pupil-not-taught"))
}

pub(super) async fn take_back(
    visitor: Visitor,
    Path(id): Path<PupilId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::reached(c, viewer, id)?.must(&PUPIL_TUTOR, Verb::Delete)).await?;
    let back = format!("/pupils/{id}");
    // What ended in the meantime needs no taking back.
    let Ok(teaching) = named(&typed) else { return Ok(go_to(&back)) };
    let take_back = move |tx: &mut Tx<'_>| end::take_back(tx, viewer, id, teaching).map(|()| back.clone());
    match visitor.once(&typed, take_back).await {
        Err(Error::Invalid(_)) => Ok(go_to(&format!("/pupils/{id}"))),
        done => Ok(go_to(&done?)),
    }
}
