//! Schemes, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;

use super::access::{APPOINTMENT, SCHEME};
use super::{Colour, Duty, Runner, Scheme, SchemeDraft, SchemeId, access, appoint, end, open, store};
use crate::access::{Holder, Reached};
use crate::condition::{self, Condition};
use crate::outcome;
use crate::person::{self, PersonDraft, PersonId};
use crate::web::{App, Confirmed, Fault, Posted, Shell, Visitor, page, problem_page, problems};
use kit::access::Verb;

/// The pages of schemes.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/schemes/new", get(ask).post(open_scheme))
        .route("/schemes/{id}", get(show))
        .route("/schemes/{id}/appointments", post(take_appointment))
        .route("/schemes/{id}/people/{person}/sign-in-link", post(make_link))
        .route("/schemes/{id}/people/{person}/ending", post(end_duty))
        .route("/administrators", get(administrators).post(take_administrator))
        .route("/administrators/{id}/ending", post(end_administrator))
}

/// What a new scheme is asked.
pub static NEW: Spec = Spec {
    name: "scheme",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "purpose", takes: Takes::Prose(1000) },
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

fn new(visitor: &Visitor, organisation: &Reached<()>, form: Form) -> New {
    let page = visitor.page(visitor.say.t("scheme-new-title").into_owned()).wrong_if(form.is_wrong());
    let form = form.seen_by(&["name"], &page.who_sees(organisation, &SCHEME, "scheme-name-who-sees"));
    let form = form.seen_by(&["purpose"], &page.who_sees(organisation, &SCHEME, "scheme-purpose-who-sees"));
    New { page, form }
}

async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    let organisation = may_open(&visitor).await?;
    page(new(&visitor, &organisation, Form::new(&NEW, visitor.say, Typed::default().with("colour", Colour::Teal))))
}

/// Before anything is said about what they typed: is it theirs to do?
async fn may_open(visitor: &Visitor) -> Result<Reached<()>> {
    let viewer = visitor.viewer;
    visitor.read(move |c| store::organisation_reached(c, viewer)?.that_may(&SCHEME, Verb::Write)).await
}

async fn open_scheme(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let organisation = may_open(&visitor).await?;
    let opened = match read(&typed) {
        Ok(draft) => {
            let open = move |tx: &mut Tx<'_>| Ok(format!("/schemes/{}/rounds/new", open::open(tx, viewer, &draft)?));
            visitor.once(&typed, open).await
        }
        Err(cause) => Err(cause),
    };
    match opened {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&NEW, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(new(&visitor, &organisation, form))
        }
    }
}

fn read(typed: &Typed) -> Result<SchemeDraft> {
    let mut read = NEW.read(typed);
    let (name, purpose, colour) = (read.line("name"), read.prose("purpose"), read.choice("colour"));
    read.done()?;
    Ok(SchemeDraft { name, purpose, sponsor: String::new(), first_talk: false, colour: colour.unwrap_or(Colour::Teal) })
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
    scheme: Reached<Scheme>,
    coordinates: bool,
    me: PersonId,
    runners: Vec<Runner>,
    conditions: Vec<Shown>,
    outcomes: usize,
    /// The keys of what it lacks.
    lacking: Vec<&'static str>,
    form: Form,
    link: Option<(String, String)>,
}

/// A condition, and how the scheme meets it: empty when it does not yet.
struct Shown {
    kind: condition::Kind,
    words: String,
}

async fn show(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let form = Form::new(&APPOINT, visitor.say, Typed::default().with("duty", Duty::Coach));
    page(shown(&visitor, id, form, None).await?)
}

async fn shown(visitor: &Visitor, id: SchemeId, form: Form, link: Option<(String, String)>) -> Result<Show> {
    let viewer = visitor.viewer;
    let (scheme, runners, conditions, outcomes) = visitor
        .read(move |c| {
            let scheme = store::reached(c, viewer, id)?.that_may(&SCHEME, Verb::See)?;
            let runners = store::runners(c, &scheme)?;
            let (conditions, outcomes) = (condition::store::of(c, &scheme)?, outcome::store::of(c, &scheme)?);
            Ok((scheme, runners, conditions, outcomes))
        })
        .await?;
    let shell = visitor.page(scheme.name.clone()).coloured(scheme.colour).wrong_if(form.is_wrong());
    let shell = shell.seen_by(&scheme, &SCHEME, "");
    let form = form.seen_by(&["name", "address"], &shell.who_sees(&scheme, &APPOINTMENT, "scheme-appoint-who-sees"));
    let outcomes = outcomes.iter().filter(|one| one.is_asked()).count();
    let said = |kind: &condition::Kind| conditions.iter().find(|one| one.kind == *kind);
    let words = |one: Option<&Condition>| one.map(|one| one.said_in(visitor.say.language).to_owned());
    Ok(Show {
        page: shell,
        coordinates: scheme.may(&APPOINTMENT, Verb::Write),
        me: viewer.person,
        conditions: condition::Kind::ALL
            .iter()
            .map(|kind| Shown { kind: *kind, words: words(said(kind)).unwrap_or_default() })
            .collect(),
        lacking: condition::lacking(&conditions, outcomes),
        outcomes,
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
        Ok((draft, duty)) => {
            let appoint = move |tx: &mut Tx<'_>| {
                appoint::appoint(tx, viewer, id, duty, &draft)?;
                Ok(format!("/schemes/{id}"))
            };
            visitor.once(&typed, appoint).await
        }
        Err(cause) => Err(cause),
    };
    match appointed {
        Ok(to) => Ok(go_to(&to)),
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

async fn end_duty(
    Confirmed(visitor): Confirmed,
    Path((id, who)): Path<(SchemeId, PersonId)>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let duty: Duty = typed.text("duty").parse()?;
    // Who ended their own may not see the scheme any more.
    let to = if who == viewer.person { "/".to_owned() } else { format!("/schemes/{id}") };
    let end = move |tx: &mut Tx<'_>| end::end(tx, viewer, id, who, duty).map(|()| to.clone());
    Ok(go_to(&visitor.once(&typed, end).await?))
}

/// What a new administrator is asked.
pub static ADMINISTRATOR: Spec = Spec {
    name: "administrator",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "address", takes: Takes::Address },
    ],
};

#[derive(Template)]
#[template(path = "scheme/administrators.html")]
struct Administrators {
    page: Shell,
    me: PersonId,
    administrators: Vec<Holder>,
    form: Form,
}

async fn administrators(visitor: Visitor) -> Result<Response, Fault> {
    page(administrators_page(&visitor, Form::new(&ADMINISTRATOR, visitor.say, Typed::default())).await?)
}

async fn administrators_page(visitor: &Visitor, form: Form) -> Result<Administrators> {
    let viewer = visitor.viewer;
    let reached =
        move |c: &mut Read<'_>| store::organisation_reached(c, viewer)?.that_may(&access::ADMINISTRATOR, Verb::List);
    let organisation = visitor.read(reached).await?;
    let shell = visitor.page(visitor.say.t("administrators-title").into_owned()).wrong_if(form.is_wrong());
    let who = shell.who_sees(&organisation, &access::ADMINISTRATOR, "scheme-appoint-who-sees");
    let form = form.seen_by(&["name", "address"], &who);
    Ok(Administrators {
        page: shell.seen_by(&organisation, &access::ADMINISTRATOR, ""),
        me: viewer.person,
        administrators: organisation.who_may(&access::ADMINISTRATOR, Verb::List).into_iter().cloned().collect(),
        form,
    })
}

async fn take_administrator(Confirmed(visitor): Confirmed, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, language) = (visitor.viewer, visitor.say.language);
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| store::organisation_reached(c, viewer)?.must(&access::ADMINISTRATOR, Verb::Write)).await?;
    let mut read = ADMINISTRATOR.read(&typed);
    let (name, address) = (read.line("name"), read.address("address"));
    let draft = PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language };
    let appointed = match read.done() {
        Ok(()) => {
            let appoint = move |tx: &mut Tx<'_>| {
                appoint::appoint_administrator(tx, viewer, &draft)?;
                Ok("/administrators".to_owned())
            };
            visitor.once(&typed, appoint).await
        }
        Err(cause) => Err(cause),
    };
    match appointed {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&ADMINISTRATOR, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(administrators_page(&visitor, form).await?)
        }
    }
}

async fn end_administrator(
    Confirmed(visitor): Confirmed,
    Path(who): Path<PersonId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let to = if who == viewer.person { "/" } else { "/administrators" };
    let end = move |tx: &mut Tx<'_>| end::end_administrator(tx, viewer, who).map(|()| to.to_owned());
    Ok(go_to(&visitor.once(&typed, end).await?))
}
