//! Schemes, in the browser.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Result};

use super::{Colour, Duty, SchemeDraft, open};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of schemes.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/schemes/new", get(ask).post(open_scheme))
}

/// What a new scheme is asked.
pub static NEW: Spec = Spec {
    name: "scheme",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "purpose", takes: Takes::Line { most: 1000, optional: false } },
        Field {
            name: "colour",
            takes: Takes::Choice(&["teal", "plum", "rust", "moss", "ink", "rose", "ochre", "sea"]),
        },
    ],
};

#[derive(Template)]
#[template(path = "scheme/new.html")]
struct New {
    page: Shell,
    form: Form,
}

fn new(visitor: &Visitor, form: Form) -> New {
    New { page: visitor.page(visitor.say.t("scheme-new-title").into_owned()).wrong_if(form.is_wrong()), form }
}

async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    if !visitor.does(Duty::Administrator) {
        return Err(Fault(Error::NotFound));
    }
    page(new(&visitor, Form::new(&NEW, visitor.say, Typed::default().with("colour", Colour::Teal))))
}

async fn open_scheme(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let opened = match read(&typed) {
        Ok(draft) => visitor.write(move |tx| open::open(tx, viewer, &draft)).await,
        Err(cause) => Err(cause),
    };
    match opened {
        Ok(scheme) => Ok(go_to(&format!("/schemes/{scheme}/rounds/new"))),
        Err(cause) => problem_page(new(&visitor, Form::new(&NEW, visitor.say, typed).with_problems(problems(cause)?))),
    }
}

fn read(typed: &Typed) -> Result<SchemeDraft> {
    let mut read = NEW.read(typed);
    let (name, purpose, colour) = (read.line("name"), read.line("purpose"), read.choice("colour"));
    read.done()?;
    Ok(SchemeDraft { name, purpose, colour: colour.unwrap_or(Colour::Teal) })
}
