//! Imports, in the browser: files in, what they would do, and bringing them in.

mod check;
pub mod columns;
mod files;
mod progress;
mod pupils;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart, Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Problem, Result};
use serde::Deserialize;

use self::files::Files;
use super::importers::{self, IMPORTERS};
use super::{Given, as_problem, keep};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::mapping::Kind;
use crate::mapping::kinds::PEOPLE;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Shell, Visitor, page, problem_page, problems};

/// The pages of imports.
pub fn routes() -> Router<std::sync::Arc<App>> {
    let import = get(ask).post(send).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/rounds/{id}/import", import)
        .route("/pupils/import", get(pupils::ask).post(pupils::send).layer(DefaultBodyLimit::disable()))
        .route("/imports/{id}", get(check::show))
        .route("/imports/{id}/columns", post(check::settle))
        .route("/imports/{id}/taking", post(progress::take))
        .route("/imports/{id}/deletion", post(check::throw_away))
}

/// The files that are sheets, as a browser's file chooser takes them.
pub const SHEETS: &str =
    ".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What an import of people is asked.
pub static IMPORT: Spec = Spec {
    name: "import",
    fields: &[
        Field { name: "mentors", takes: Takes::File(SHEETS) },
        Field { name: "mentees", takes: Takes::File(SHEETS) },
        Field { name: "both", takes: Takes::File(SHEETS) },
        Field { name: "rules", takes: Takes::File(".toml") },
    ],
};

/// What an import of anything else is asked.
pub static IMPORT_FILE: Spec = Spec { name: "import", fields: &[Field { name: "file", takes: Takes::File(SHEETS) }] };

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    kind: String,
}

#[derive(Template)]
#[template(path = "import/new.html")]
struct New {
    page: Shell,
    round: Reached<Round>,
    form: Form,
    kind: &'static str,
    is_people: bool,
    /// The other kinds: their words, and the keys of what they are called.
    others: Vec<(&'static str, String)>,
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    page(new_page(&visitor, id, kind(&asked.kind), Vec::new()).await?)
}

/// The kind that is asked for; people, when it is none.
fn kind(name: &str) -> &'static Kind {
    importers::of(name).map_or(&PEOPLE, |importer| importer.kind)
}

async fn new_page(visitor: &Visitor, id: RoundId, kind: &'static Kind, problems: Vec<Problem>) -> Result<New> {
    let viewer = visitor.viewer;
    let round =
        visitor.read(move |c| round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::Write)).await?;
    let is_people = kind == &PEOPLE;
    let spec = if is_people { &IMPORT } else { &IMPORT_FILE };
    let form = Form::new(spec, visitor.say, Typed::default()).with_problems(problems);
    let title = visitor.say.t(&format!("import-title-{}", kind.name)).into_owned();
    let shell = visitor.page(title).coloured(round.colour).wrong_if(form.is_wrong());
    let others = IMPORTERS.iter().map(|one| one.kind.name).filter(|name| *name != kind.name);
    let others = others.map(|name| (name, visitor.say.t(&format!("import-title-{name}")).into_owned())).collect();
    Ok(New { page: shell, round, form, kind: kind.name, is_people, others })
}

async fn send(visitor: Visitor, Path(id): Path<RoundId>, body: Multipart) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is read of what they send: is the round theirs?
    let present = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::Write)?;
            round::store::rules(c, &round)
        })
        .await?;
    let files = Files::receive(body).await?;
    let (key, kind) = (files.key.clone(), kind(&files.kind));
    let contents = tokio::task::spawn_blocking(move || {
        let contents = files.contents(kind)?;
        // Read once here, so that what is no sheet is refused beside its field and never kept.
        Given::read(kind, &contents, &present, &|_, _| None).map_err(as_problem)?;
        Ok::<_, Error>(contents)
    });
    let done = match contents.await.map_err(Error::internal)? {
        Ok(contents) => {
            let keep =
                move |tx: &mut Tx<'_>| Ok(format!("/imports/{}", keep::keep(tx, viewer, id, kind.name, &contents)?));
            visitor.once(&key, keep).await
        }
        Err(cause) => Err(cause),
    };
    match done {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(new_page(&visitor, id, kind, problems(cause)?).await?),
    }
}
