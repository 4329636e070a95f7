//! How a scheme meets a condition, in the browser: the form to write it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;

use super::access::CONDITION;
use super::{Condition, Kind, MOST_WORDS, store, write};
use crate::access::Reached;
use crate::scheme::{self, Scheme, SchemeId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of conditions.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/schemes/{id}/conditions/{condition}", get(ask).post(take))
}

/// What a condition is asked.
pub static WRITE: Spec = Spec {
    name: "condition",
    fields: &[
        Field { name: "words", takes: Takes::Prose(MOST_WORDS) },
        Field { name: "words_cy", takes: Takes::Prose(MOST_WORDS) },
    ],
};

#[derive(Template)]
#[template(path = "condition/edit.html")]
struct Edit {
    page: Shell,
    scheme: Reached<Scheme>,
    kind: Kind,
    form: Form,
}

/// A scheme that is theirs to write about, and what it says so far.
async fn written(visitor: &Visitor, id: SchemeId, kind: Kind) -> Result<(Reached<Scheme>, Option<Condition>)> {
    let viewer = visitor.viewer;
    visitor
        .read(move |c| {
            let scheme = scheme::store::reached(c, viewer, id)?.that_may(&CONDITION, Verb::Write)?;
            let there = store::of(c, &scheme)?.into_iter().find(|one| one.kind == kind);
            Ok((scheme, there))
        })
        .await
}

fn edit(visitor: &Visitor, scheme: Reached<Scheme>, kind: Kind, form: Form) -> Edit {
    let shell = visitor.page(visitor.say.t(kind.key()).into_owned()).coloured(scheme.colour);
    Edit { page: shell.wrong_if(form.is_wrong()).seen_by(&scheme, &CONDITION, ""), scheme, kind, form }
}

async fn ask(visitor: Visitor, Path((id, kind)): Path<(SchemeId, String)>) -> Result<Response, Fault> {
    let kind: Kind = kind.parse()?;
    let (scheme, there) = written(&visitor, id, kind).await?;
    let typed = there
        .map_or_else(Typed::default, |one| Typed::default().with("words", one.words).with("words_cy", one.words_cy));
    page(edit(&visitor, scheme, kind, Form::new(&WRITE, visitor.say, typed)))
}

async fn take(
    visitor: Visitor,
    Path((id, kind)): Path<(SchemeId, String)>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, kind): (_, Kind) = (visitor.viewer, kind.parse()?);
    let (scheme, _) = written(&visitor, id, kind).await?;
    let kept = match read(&typed, kind) {
        Ok(condition) => {
            let write = move |tx: &mut Tx<'_>| {
                write::write(tx, viewer, id, &condition)?;
                Ok(format!("/schemes/{id}"))
            };
            visitor.once(&typed, write).await
        }
        Err(cause) => Err(cause),
    };
    match kept {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&WRITE, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(edit(&visitor, scheme, kind, form))
        }
    }
}

fn read(typed: &Typed, kind: Kind) -> Result<Condition> {
    let mut read = WRITE.read(typed);
    let condition = Condition { kind, words: read.prose("words"), words_cy: read.prose_if_any("words_cy") };
    read.done()?;
    Ok(condition)
}
