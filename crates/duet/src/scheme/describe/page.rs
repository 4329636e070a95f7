//! A scheme's description, in the browser: the form to change it.

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

use crate::access::Reached;
use crate::scheme::access::{DESCRIPTION, SCHEME};
use crate::scheme::{Colour, MOST_SPONSOR, Scheme, SchemeDraft, SchemeId, describe, store};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of a scheme's description.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/schemes/{id}/description", get(ask).post(take))
}

/// What a scheme's description is asked.
pub static DESCRIBE: Spec = Spec {
    name: "scheme",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "purpose", takes: Takes::Prose(1000) },
        Field { name: "sponsor", takes: Takes::Line { most: MOST_SPONSOR, optional: true } },
        Field { name: "first_talk", takes: Takes::Choice(&["yes", "no"]) },
        Field {
            name: "colour",
            takes: Takes::Choice(&["teal", "plum", "rust", "moss", "ink", "rose", "ochre", "sea"]),
        },
    ],
};

#[derive(Template)]
#[template(path = "scheme/describe/edit.html")]
struct Edit {
    page: Shell,
    scheme: Reached<Scheme>,
    form: Form,
}

async fn described(visitor: &Visitor, id: SchemeId) -> Result<Reached<Scheme>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&DESCRIPTION, Verb::Write)).await
}

fn edit(visitor: &Visitor, scheme: Reached<Scheme>, form: Form) -> Edit {
    let shell = visitor.page(visitor.say.t("scheme-edit-title").into_owned()).coloured(scheme.colour);
    let form = form.seen_by(&["name"], &shell.who_sees(&scheme, &SCHEME, "scheme-name-who-sees"));
    let form = form.seen_by(&["purpose", "sponsor"], &shell.who_sees(&scheme, &SCHEME, "scheme-purpose-who-sees"));
    Edit { page: shell.wrong_if(form.is_wrong()).seen_by(&scheme, &DESCRIPTION, ""), scheme, form }
}

async fn ask(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let scheme = described(&visitor, id).await?;
    let typed = Typed::default().with("name", &scheme.name).with("purpose", &scheme.purpose);
    let typed = typed
        .with("sponsor", &scheme.sponsor)
        .with("first_talk", if scheme.first_talk { "yes" } else { "no" })
        .with("colour", scheme.colour);
    page(edit(&visitor, scheme, Form::new(&DESCRIBE, visitor.say, typed)))
}

async fn take(visitor: Visitor, Path(id): Path<SchemeId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let scheme = described(&visitor, id).await?;
    let kept = match read(&typed) {
        Ok(draft) => {
            let describe = move |tx: &mut Tx<'_>| {
                describe::describe(tx, viewer, id, &draft)?;
                Ok(format!("/schemes/{id}"))
            };
            visitor.once(&typed, describe).await
        }
        Err(cause) => Err(cause),
    };
    match kept {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&DESCRIBE, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(edit(&visitor, scheme, form))
        }
    }
}

fn read(typed: &Typed) -> Result<SchemeDraft> {
    let mut read = DESCRIBE.read(typed);
    let (name, purpose, sponsor) = (read.line("name"), read.prose("purpose"), read.line("sponsor"));
    let (first_talk, colour) = (read.choice::<String>("first_talk"), read.choice("colour"));
    let first_talk = first_talk.is_some_and(|said| said == "yes");
    read.done()?;
    Ok(SchemeDraft { name, purpose, sponsor, first_talk, colour: colour.unwrap_or(Colour::Teal) })
}
