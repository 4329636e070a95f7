//! A pair's first talk, in the browser: the day of it.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Result};

use crate::access::Reached;
use crate::partnership::access::PARTNERSHIP;
use crate::partnership::{Partnership, PartnershipId, Standing, store, talk};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of a first talk.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/partnerships/{id}/talk", get(ask).post(take))
}

/// What a first talk is asked.
pub static TALK: Spec = Spec { name: "talk", fields: &[Field { name: "talk_on", takes: Takes::Day }] };

#[derive(Template)]
#[template(path = "partnership/talk/edit.html")]
struct Edit {
    page: Shell,
    partnership: Reached<Partnership>,
    other: String,
    form: Form,
}

async fn theirs(visitor: &Visitor, id: PartnershipId) -> Result<Reached<Partnership>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::reached(c, viewer, id)?.that_may(&PARTNERSHIP, Verb::Decide)).await
}

fn edit(visitor: &Visitor, partnership: Reached<Partnership>, form: Form) -> Edit {
    let other = partnership.other_name(visitor.viewer.person).to_owned();
    let shell = visitor.page(visitor.say.t1("talk-title", "name", &other)).coloured(partnership.colour);
    Edit { page: shell.wrong_if(form.is_wrong()).seen_by(&partnership, &PARTNERSHIP, ""), partnership, other, form }
}

async fn ask(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    let partnership = theirs(&visitor, id).await?;
    if !partnership.first_talk || partnership.standing() != Standing::Offered {
        return Err(Fault(Error::conflict("talk-not-now")));
    }
    let typed = partnership.talk_on.map_or_else(Typed::default, |day| Typed::default().with_day("talk_on", day));
    page(edit(&visitor, partnership, Form::new(&TALK, visitor.say, typed)))
}

async fn take(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let partnership = theirs(&visitor, id).await?;
    let mut read = TALK.read(&typed);
    let day = read.day("talk_on");
    let noted = match read.done() {
        Ok(()) => {
            let talk = move |tx: &mut Tx<'_>| {
                talk::talk(tx, viewer, id, day)?;
                Ok(format!("/partnerships/{id}"))
            };
            visitor.once(&typed, talk).await
        }
        Err(cause) => Err(cause),
    };
    match noted {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&TALK, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(edit(&visitor, partnership, form))
        }
    }
}
