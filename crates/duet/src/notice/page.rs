//! What people are told about what is kept of them, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::words::{Language, Say};
use kit::{Error, Problem, Result};
use serde::Deserialize;

use super::access::NOTICE;
use super::{Basis, MOST_MONTHS, MOST_PURPOSE, Notice, NoticeDraft, NoticeId, USUAL_MONTHS, read, store, write};
use crate::access::Reached;
use crate::organisation::{self, OrganisationId};
use crate::person;
use crate::scheme;
use crate::web::{
    App, Arriving, BeingTold, Fault, Guest, Posted, Shell, Told, Visitor, in_query, own_path, page, problem_page,
    problems,
};

/// The pages of notices.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/notices", get(which))
        .route("/notices/{link}", get(show))
        .route("/notices/reading", post(take_reading))
        .route("/notices/wording", get(ask).post(take))
}

/// What an organisation is asked for its notice.
pub static WRITE: Spec = Spec {
    name: "notice",
    fields: &[
        Field { name: "controller", takes: Takes::Line { most: 300, optional: false } },
        Field { name: "contact", takes: Takes::Line { most: 300, optional: false } },
        Field { name: "purpose_en", takes: Takes::Prose(MOST_PURPOSE) },
        Field { name: "purpose_cy", takes: Takes::Prose(MOST_PURPOSE) },
        Field { name: "basis", takes: Takes::Choice(&["legitimate_interests", "public_task", "contract"]) },
        Field { name: "months", takes: Takes::Whole { least: 1, most: MOST_MONTHS } },
        Field { name: "complaints", takes: Takes::Line { most: 300, optional: false } },
    ],
};

#[derive(Template)]
#[template(path = "notice/which.html")]
struct Which {
    page: Shell,
}

/// The notice of one's own organisation. Who is not signed in is led to the only one there is; where there are several
/// they are not named to everybody.
async fn which(visitor: Option<Arriving>, guest: Guest) -> Result<Response, Fault> {
    if let Some(Arriving(visitor)) = visitor {
        return Ok(go_to(&format!("/notices/{}", visitor.viewer.organisation)));
    }
    let all = guest.app.store.read_outside(organisation::store::all).await?;
    match all.as_slice() {
        [only] => Ok(go_to(&format!("/notices/{}", only.id))),
        _ => page(Which { page: guest.page(guest.say.t("notice-title").into_owned()) }),
    }
}

#[derive(Template)]
#[template(path = "notice/show.html")]
struct Show {
    page: Shell,
    notice: Option<Notice>,
    purpose: String,
    months: i64,
    basis: Basis,
    written_on: Option<String>,
    /// Where to go on to, for who is shown it before anything else.
    to: Option<String>,
    /// For who was shown another before.
    newer: Option<Newer>,
    signed_in: bool,
    writes: bool,
}

/// What somebody was shown before, where it was another.
struct Newer {
    /// When they were shown it.
    shown_on: String,
    /// What it said otherwise; none, when nothing had been written yet.
    changed: Option<Vec<(&'static str, String)>>,
}

#[derive(Deserialize)]
struct GoOn {
    to: Option<String>,
}

async fn show(
    visitor: Option<Arriving>,
    guest: Guest,
    Path(link): Path<String>,
    Query(go_on): Query<GoOn>,
) -> Result<Response, Fault> {
    let of: OrganisationId = link.parse()?;
    // An organisation that is not there has no notice.
    let store = &guest.app.store;
    store.read_outside(move |c| organisation::store::get(c, of)).await?;
    let notice = store.read(of, store::newest).await?;
    let own = visitor.filter(|Arriving(visitor)| visitor.viewer.organisation == of);
    let (say, clock) = (own.as_ref().map_or(guest.say, |Arriving(visitor)| visitor.say), store.clock());
    let newer = match own.as_ref().filter(|Arriving(visitor)| visitor.told == Told::Before) {
        Some(Arriving(visitor)) => Some(newer(visitor, notice.as_ref()).await?),
        None => None,
    };
    let title = say.t("notice-title").into_owned();
    page(Show {
        page: match &own {
            Some(Arriving(visitor)) => visitor.page(title),
            None => guest.page(title),
        },
        purpose: notice.as_ref().map_or_else(
            || say.t("notice-purpose-usual").into_owned(),
            |notice| notice.purpose(say.language).to_owned(),
        ),
        months: notice.as_ref().map_or(USUAL_MONTHS, |notice| notice.months),
        basis: notice.as_ref().map_or(Basis::LegitimateInterests, |notice| notice.basis),
        written_on: notice.as_ref().map(|notice| say.day(clock.day_of(notice.written_at))),
        notice,
        to: own
            .as_ref()
            .filter(|Arriving(visitor)| visitor.told != Told::Today)
            .map(|_| go_on.to.as_deref().map_or("/", own_path).to_owned()),
        newer,
        signed_in: own.as_ref().is_some_and(|Arriving(visitor)| visitor.owes().is_none()),
        writes: own.is_some_and(|Arriving(visitor)| visitor.owes().is_none() && administers(&visitor)),
    })
}

async fn newer(visitor: &Visitor, newest: Option<&Notice>) -> Result<Newer> {
    let (viewer, say, clock) = (visitor.viewer, visitor.say, visitor.app.store.clock());
    let (person, before) =
        visitor.read(move |c| Ok((person::store::get(c, viewer.person)?, store::shown(c, viewer.person)?))).await?;
    let shown_on = person.notice_at.map(|at| say.day(clock.day_of(at))).unwrap_or_default();
    let changed = newest.zip(before).map(|(newest, before)| newest.changed_since(&before, say));
    Ok(Newer { shown_on, changed })
}

fn administers(visitor: &Visitor) -> bool {
    visitor.does(scheme::Duty::Administrator)
}

/// They have been shown it, and go on.
async fn take_reading(BeingTold(visitor): BeingTold, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let seen = match typed.text("notice") {
        "" => None,
        id => Some(id.parse::<NoticeId>()?),
    };
    let is_newest = visitor.write(move |tx| read::read(tx, viewer, seen)).await?;
    Ok(match typed.text("to") {
        to if is_newest && !to.is_empty() => go_to(own_path(to)),
        // To the newest, and on from there.
        to if own_path(to) == to => go_to(&format!("/notices/{}?to={}", viewer.organisation, in_query(to))),
        _ => go_to("/notices"),
    })
}

#[derive(Template)]
#[template(path = "notice/wording.html")]
struct WordingPage {
    page: Shell,
    form: Form,
    missing: bool,
}

async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    page(wording(&visitor, None, Vec::new()).await?)
}

async fn wording(visitor: &Visitor, typed: Option<Typed>, problems: Vec<Problem>) -> Result<WordingPage> {
    let viewer = visitor.viewer;
    let (notice, name) = visitor
        .read(move |c| {
            scheme::store::organisation_reached(c, viewer)?.must(&NOTICE, Verb::Write)?;
            let name = organisation::store::get(&mut c.outside(), viewer.organisation)?.name;
            Ok((store::newest(c)?, name))
        })
        .await?;
    let missing = notice.is_none();
    let typed = typed.unwrap_or_else(|| match &notice {
        Some(notice) => filled(notice),
        None => suggested(visitor, &name),
    });
    let words = ["controller", "contact", "purpose_en", "purpose_cy", "complaints"];
    let form = Form::new(&WRITE, visitor.say, typed).with_problems(problems);
    let form = form.seen_by(&words, &visitor.say.t("notice-wording-who-sees"));
    let shell = visitor.page(visitor.say.t("notice-wording-title").into_owned()).wrong_if(form.is_wrong());
    Ok(WordingPage { page: shell, form, missing })
}

fn filled(notice: &Notice) -> Typed {
    Typed::default()
        .with("controller", &notice.controller)
        .with("contact", &notice.contact)
        .with("basis", notice.basis)
        .with("months", notice.months)
        .with("complaints", &notice.complaints)
        .with("purpose_en", &notice.purpose_en)
        .with("purpose_cy", &notice.purpose_cy)
}

/// What fits most, to begin with. Only who answers, and where, nobody else can say.
fn suggested(visitor: &Visitor, name: &str) -> Typed {
    let said = |language, key| visitor.app.words.say(language).t(key).into_owned();
    Typed::default()
        .with("controller", name)
        .with("basis", Basis::LegitimateInterests)
        .with("months", USUAL_MONTHS)
        .with("complaints", visitor.say.t("notice-complaints-usual"))
        .with("purpose_en", said(Language::English, "notice-purpose-usual"))
        .with("purpose_cy", said(Language::Welsh, "notice-purpose-usual"))
}

/// The page before it is published: how people will read it, in each language.
#[derive(Template)]
#[template(path = "notice/check.html")]
struct Check {
    page: Shell,
    typed: Vec<(&'static str, String)>,
    reads: Vec<(Language, Reading)>,
}

/// What a notice says, as a page of its own would.
#[derive(Template)]
#[template(source = r#"{% include "notice/sections.html" %}"#, ext = "html")]
struct Reading {
    page: Said,
    notice: Option<Notice>,
    purpose: String,
    months: i64,
    basis: Basis,
    signed_in: bool,
}

// A template that escaped its own texts.
impl askama::filters::HtmlSafe for Reading {}

/// A language, as the sections of a notice ask it.
struct Said(Say);

impl Said {
    fn t(&self, key: &str) -> String {
        self.0.t(key).into_owned()
    }

    fn t1(&self, key: &str, name: &'static str, value: i64) -> String {
        self.0.t1(key, name, value)
    }
}

fn check(visitor: &Visitor, organisation: &Reached<()>, typed: &Typed, draft: NoticeDraft) -> Check {
    let notice = draft.dated(visitor.app.store.clock().now());
    let reading = |language: &Language| {
        let reading = Reading {
            page: Said(visitor.app.words.say(*language)),
            purpose: notice.purpose(*language).to_owned(),
            months: notice.months,
            basis: notice.basis,
            notice: Some(notice.clone()),
            signed_in: false,
        };
        (*language, reading)
    };
    let shell = visitor.page(visitor.say.t("notice-check-title").into_owned());
    Check {
        page: shell.seen_by(organisation, &NOTICE, "notice-check-who-sees"),
        typed: WRITE.fields.iter().map(|field| (field.name, typed.text(field.name).to_owned())).collect(),
        reads: Language::ALL.iter().map(reading).collect(),
    }
}

async fn take(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    let administered =
        move |c: &mut Read<'_>| scheme::store::organisation_reached(c, viewer)?.that_may(&NOTICE, Verb::Write);
    let organisation = visitor.read(administered).await?;
    if typed.text("do") == "change" {
        return page(wording(&visitor, Some(typed), Vec::new()).await?);
    }
    let draft = draft(&typed).and_then(|draft| draft.check().map(|()| draft));
    let written = match draft {
        Ok(draft) if typed.text("do") == "look" => return page(check(&visitor, &organisation, &typed, draft)),
        Ok(draft) => {
            let write = move |tx: &mut Tx<'_>| {
                write::write(tx, viewer, &draft)?;
                Ok(format!("/notices/{}", viewer.organisation))
            };
            visitor.once(&typed, write).await
        }
        Err(cause) => Err(cause),
    };
    match written {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(wording(&visitor, Some(typed), problems(cause)?).await?),
    }
}

fn draft(typed: &Typed) -> Result<NoticeDraft> {
    let mut read = WRITE.read(typed);
    let (controller, contact, complaints) = (read.line("controller"), read.line("contact"), read.line("complaints"));
    let (purpose_en, purpose_cy) = (read.prose("purpose_en"), read.prose("purpose_cy"));
    let (basis, months) = (read.choice("basis"), read.whole("months"));
    read.done()?;
    let basis = basis.ok_or(Error::invalid("basis", "form-choice"))?;
    Ok(NoticeDraft { controller, contact, basis, months, complaints, purpose_en, purpose_cy })
}
