//! The page before a pupil is taken away for good.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::web::go_to;

use super::look_at;
use crate::access::Reached;
use crate::pupil::access::PUPIL;
use crate::pupil::{Pupil, PupilId, remove, store};
use crate::web::{Confirmed, Fault, Posted, Shell, Visitor, page, problem_page};

#[derive(Template)]
#[template(path = "pupil/remove.html")]
struct Remove {
    page: Shell,
    pupil: Reached<Pupil>,
    unticked: bool,
}

async fn asked(visitor: &Visitor, id: PupilId, unticked: bool) -> Result<Remove> {
    let viewer = visitor.viewer;
    let reached = move |c: &mut Read<'_>| Ok((store::reached(c, viewer, id)?.that_may(&PUPIL, Verb::Delete)?, ()));
    let (pupil, ()) = look_at(visitor, reached).await?;
    let title = visitor.say.t1("pupil-remove-title", "name", &pupil.name);
    let shell = visitor.page(title).wrong_if(unticked);
    Ok(Remove { page: shell.seen_by(&pupil, &PUPIL, ""), pupil, unticked })
}

pub(super) async fn ask(visitor: Visitor, Path(id): Path<PupilId>) -> Result<Response, Fault> {
    page(asked(&visitor, id, false).await?)
}

pub(super) async fn take(
    Confirmed(visitor): Confirmed,
    Path(id): Path<PupilId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    if typed.text("sure") != "yes" {
        return problem_page(asked(&visitor, id, true).await?);
    }
    let remove = move |tx: &mut Tx<'_>| remove::remove(tx, viewer, id).map(|()| "/pupils".to_owned());
    Ok(go_to(&visitor.once(&typed, remove).await?))
}
