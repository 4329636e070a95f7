//! The forms for a new pupil, and for one that is said otherwise.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::form::{Form, Spec, Typed};
use kit::web::go_to;
use kit::{Problem, Result};

use super::{DESCRIBE, NEW, look_at, may_add};
use crate::access::Reached;
use crate::pupil::access::PUPIL;
use crate::pupil::{AtLarge, Pupil, PupilDraft, PupilId, add, describe, same_reference, store};
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

const WORDS: &[&str] = &["name", "school", "year_group", "reference"];

#[derive(Template)]
#[template(path = "pupil/new.html")]
struct New {
    page: Shell,
    teaches: bool,
    form: Form,
}

/// Who teaches, or taught, is asked since when; an administrator who does not is not.
fn spec(at_large: &Reached<AtLarge>) -> (&'static Spec, bool) {
    let teaches = at_large.may(&PUPIL, Verb::Export);
    (if teaches { &NEW } else { &DESCRIBE }, teaches)
}

fn new(visitor: &Visitor, at_large: &Reached<AtLarge>, typed: Typed, problems: Vec<Problem>) -> New {
    let (spec, teaches) = spec(at_large);
    let form = Form::new(spec, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t("pupil-new-title").into_owned()).wrong_if(form.is_wrong());
    let form = form.seen_by(WORDS, &shell.who_sees(at_large, &PUPIL, "pupil-who-sees"));
    New { page: shell, teaches, form }
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    let at_large = may_add(&visitor).await?;
    let today = visitor.app.store.clock().today();
    page(new(&visitor, &at_large, Typed::default().with_day("since", today), Vec::new()))
}

pub(super) async fn take(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, today) = (visitor.viewer, visitor.app.store.clock().today());
    // Before anything is said about what they typed: is it theirs to do?
    let at_large = may_add(&visitor).await?;
    let added = match read(spec(&at_large).0, &typed, today) {
        Ok((draft, since)) => {
            let add = move |tx: &mut Tx<'_>| Ok(format!("/pupils/{}", add::add(tx, viewer, &draft, since)?));
            visitor.once(&typed, add).await
        }
        Err(cause) => Err(cause),
    };
    match added {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(new(&visitor, &at_large, typed, problems(cause)?)),
    }
}

fn read(spec: &'static Spec, typed: &Typed, today: Day) -> Result<(PupilDraft, Day)> {
    let mut read = spec.read(typed);
    let (name, school) = (read.line("name"), read.line("school"));
    let (year_group, reference) = (read.line("year_group"), read.line("reference"));
    let since = if spec.fields.iter().any(|field| field.name == "since") { read.day("since") } else { today };
    read.done()?;
    let reference = same_reference(&reference).map(|_| reference);
    Ok((PupilDraft { name, school, year_group, reference }, since))
}

#[derive(Template)]
#[template(path = "pupil/edit.html")]
struct Edit {
    page: Shell,
    pupil: Reached<Pupil>,
    form: Form,
}

async fn edit(visitor: &Visitor, id: PupilId, sent: Option<(Typed, Vec<Problem>)>) -> Result<Edit> {
    let viewer = visitor.viewer;
    let reached = move |c: &mut Read<'_>| Ok((store::reached(c, viewer, id)?.that_may(&PUPIL, Verb::Write)?, ()));
    let (pupil, ()) = look_at(visitor, reached).await?;
    let (typed, problems) = sent.unwrap_or_else(|| (as_it_is(&pupil), Vec::new()));
    let form = Form::new(&DESCRIBE, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t1("pupil-edit-title", "name", &pupil.name)).wrong_if(form.is_wrong());
    let form = form.seen_by(WORDS, &shell.who_sees(&pupil, &PUPIL, ""));
    Ok(Edit { page: shell.seen_by(&pupil, &PUPIL, ""), pupil, form })
}

fn as_it_is(pupil: &Pupil) -> Typed {
    let typed = Typed::default().with("name", &pupil.name).with("school", &pupil.school);
    typed.with("year_group", &pupil.year_group).with("reference", pupil.reference.as_deref().unwrap_or_default())
}

pub(super) async fn ask_anew(visitor: Visitor, Path(id): Path<PupilId>) -> Result<Response, Fault> {
    page(edit(&visitor, id, None).await?)
}

pub(super) async fn take_anew(
    visitor: Visitor,
    Path(id): Path<PupilId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, today) = (visitor.viewer, visitor.app.store.clock().today());
    visitor.read(move |c| store::reached(c, viewer, id)?.must(&PUPIL, Verb::Write)).await?;
    let said = match read(&DESCRIBE, &typed, today) {
        Ok((draft, _)) => {
            let describe = move |tx: &mut Tx<'_>| {
                describe::describe(tx, viewer, id, &draft)?;
                Ok(format!("/pupils/{id}"))
            };
            visitor.once(&typed, describe).await
        }
        Err(cause) => Err(cause),
    };
    match said {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(edit(&visitor, id, Some((typed, problems(cause)?))).await?),
    }
}
