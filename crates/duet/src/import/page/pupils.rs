//! Bringing in pupils: they are for the whole organisation, and for no round.

use askama::Template;
use axum::extract::Multipart;
use axum::response::Response;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Form, Typed};
use kit::web::go_to;
use kit::{Error, Problem, Result};

use super::IMPORT_FILE;
use super::files::Files;
use crate::import::{Given, as_problem, keep};
use crate::mapping::kinds::PUPILS;
use crate::pupil;
use crate::pupil::access::PUPIL_SHEET;
use crate::round::rules::Rules;
use crate::web::{Fault, Shell, Visitor, page, problem_page, problems};

#[derive(Template)]
#[template(path = "import/pupils.html")]
struct New {
    page: Shell,
    form: Form,
}

async fn new(visitor: &Visitor, problems: Vec<Problem>) -> Result<New> {
    let viewer = visitor.viewer;
    visitor.read(move |c| pupil::store::at_large(c, viewer)?.must(&PUPIL_SHEET, Verb::Write)).await?;
    let form = Form::new(&IMPORT_FILE, visitor.say, Typed::default()).with_problems(problems);
    let shell = visitor.page(visitor.say.t("import-title-pupils").into_owned()).wrong_if(form.is_wrong());
    Ok(New { page: shell, form })
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    page(new(&visitor, Vec::new()).await?)
}

pub(super) async fn send(visitor: Visitor, body: Multipart) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is read of what they send: is it theirs to bring in?
    visitor.read(move |c| pupil::store::at_large(c, viewer)?.must(&PUPIL_SHEET, Verb::Write)).await?;
    let files = Files::receive(body).await?;
    let key = files.key.clone();
    let contents = tokio::task::spawn_blocking(move || {
        let contents = files.contents(&PUPILS)?;
        // Read once here, so that what is no sheet is refused beside its field and never kept.
        Given::read(&PUPILS, &contents, &Rules::default(), &|_, _| None).map_err(as_problem)?;
        Ok::<_, Error>(contents)
    });
    let done = match contents.await.map_err(Error::internal)? {
        Ok(contents) => {
            let keep = move |tx: &mut Tx<'_>| {
                Ok(format!("/imports/{}", keep::keep_of_pupils(tx, viewer, PUPILS.name, &contents)?))
            };
            visitor.once(&key, keep).await
        }
        Err(cause) => Err(cause),
    };
    match done {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(new(&visitor, problems(cause)?).await?),
    }
}
