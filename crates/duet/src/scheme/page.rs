//! Schemes, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Result};

use super::{Colour, Duty, Runner, Scheme, SchemeDraft, SchemeId, appoint, open, store};
use crate::person::{self, PersonDraft, PersonId};
use crate::web::{App, Confirmed, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of schemes.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/schemes/new", get(ask).post(open_scheme))
        .route("/schemes/{id}", get(show))
        .route("/schemes/{id}/appointments", post(take_appointment))
        .route("/schemes/{id}/people/{person}/sign-in-link", post(make_link))
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

/// What an appointment is asked.
pub static APPOINT: Spec = Spec {
    name: "appoint",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "address", takes: Takes::Address },
        Field { name: "duty", takes: Takes::Choice(&["coordinator", "coach", "sponsor"]) },
    ],
};

#[derive(Template)]
#[template(path = "scheme/show.html")]
struct Show {
    page: Shell,
    scheme: Scheme,
    coordinates: bool,
    me: PersonId,
    runners: Vec<Runner>,
    form: Form,
    link: Option<(String, String)>,
}

async fn show(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let form = Form::new(&APPOINT, visitor.say, Typed::default().with("duty", Duty::Coach));
    page(shown(&visitor, id, form, None).await?)
}

async fn shown(visitor: &Visitor, id: SchemeId, form: Form, link: Option<(String, String)>) -> Result<Show> {
    let viewer = visitor.viewer;
    let (scheme, runners) =
        visitor.read(move |c| Ok((store::one_seen_by(c, viewer, id)?, store::runners(c, id)?))).await?;
    let shell = visitor.page(scheme.name.clone()).coloured(scheme.colour).wrong_if(form.is_wrong());
    Ok(Show {
        page: shell,
        coordinates: visitor.does_for(Duty::Coordinator, id),
        me: viewer.person,
        scheme,
        runners,
        form,
        link,
    })
}

async fn take_appointment(
    Confirmed(visitor): Confirmed,
    Path(id): Path<SchemeId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let appointed = match read_appointment(&visitor, &typed) {
        Ok((draft, duty)) => visitor.write(move |tx| appoint::appoint(tx, viewer, id, duty, &draft)).await,
        Err(cause) => Err(cause),
    };
    match appointed {
        Ok(_) => Ok(go_to(&format!("/schemes/{id}"))),
        Err(cause) => {
            let form = Form::new(&APPOINT, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(shown(&visitor, id, form, None).await?)
        }
    }
}

fn read_appointment(visitor: &Visitor, typed: &Typed) -> Result<(PersonDraft, Duty)> {
    let mut read = APPOINT.read(typed);
    let (name, address, duty) = (read.line("name"), read.address("address"), read.choice("duty"));
    read.done()?;
    let language = visitor.say.language;
    let draft = PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language };
    Ok((draft, duty.unwrap_or(Duty::Coach)))
}

/// Makes a link for somebody who runs the scheme; it is shown once, and kept only as a hash.
async fn make_link(
    Confirmed(visitor): Confirmed,
    Path((id, who)): Path<(SchemeId, PersonId)>,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (name, token) = visitor
        .write(move |tx| {
            let token = appoint::let_in(tx, viewer, id, who)?;
            Ok((person::store::get(tx, who)?.name, token))
        })
        .await?;
    let link = format!("{}/sign-in/{}", visitor.app.public_url, token.reveal());
    let form = Form::new(&APPOINT, visitor.say, Typed::default().with("duty", Duty::Coach));
    page(shown(&visitor, id, form, Some((name, link))).await?)
}
