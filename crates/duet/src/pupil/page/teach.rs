//! Naming who teaches a pupil: the form stands on the pupil's page.

use axum::extract::Path;
use axum::response::Response;
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::Typed;
use kit::web::go_to;

use super::{SCHOOL_TEACHER, TEACHER, shown};
use crate::person::PersonDraft;
use crate::pupil::access::{PUPIL, PUPIL_TUTOR};
use crate::pupil::{PupilId, Role, store, teach};
use crate::web::{Fault, Oneself, Posted, Visitor, problem_page, problems};

pub(super) async fn take(
    Oneself(visitor): Oneself,
    Path(id): Path<PupilId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    let pupil = visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&PUPIL, Verb::Write)).await?;
    let named = match read(&visitor, &typed, pupil.may(&PUPIL_TUTOR, Verb::Write)) {
        Ok((role, draft, since)) => {
            let teach = move |tx: &mut Tx<'_>| {
                teach::teach(tx, viewer, id, role, &draft, since)?;
                Ok(format!("/pupils/{id}"))
            };
            visitor.once(&typed, teach).await
        }
        Err(cause) => Err(cause),
    };
    match named {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(shown(&visitor, id, typed, problems(cause)?).await?),
    }
}

fn read(visitor: &Visitor, typed: &Typed, names_tutors: bool) -> Result<(Role, PersonDraft, kit::clock::Day)> {
    let mut read = if names_tutors { TEACHER.read(typed) } else { SCHOOL_TEACHER.read(typed) };
    let role = if names_tutors { read.choice("role") } else { Some(Role::SchoolTeacher) };
    let (name, address, since) = (read.line("name"), read.address("address"), read.day("since"));
    read.done()?;
    let language = visitor.say.language;
    let draft = PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language };
    Ok((role.unwrap_or(Role::SchoolTeacher), draft, since))
}
