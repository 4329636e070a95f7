//! Everything about somebody, to hand over on paper: what the file will hold, and the file.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::Error;
use kit::web::download;
use kit::words::Say;

use super::super::access::PAPER;
use super::super::page::{Told, heading, left_out, told};
use super::super::{LOCKED, SECTIONS};
use super::{about, make};
use crate::notice::{self, Basis, Notice, USUAL_MONTHS};
use crate::organisation;
use crate::person::{Person, PersonId};
use crate::web::{Confirmed, Fault, Shell, Visitor, page};

#[derive(Template)]
#[template(path = "about/paper.html")]
struct Paper {
    page: Shell,
    person: Person,
    holds: Vec<String>,
}

/// What the file will hold, and what to see to before it is handed over.
pub(in crate::about) async fn ask(visitor: Visitor, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (person, organisation) = visitor.read(move |c| about(c, viewer, id)).await?;
    let say = visitor.say;
    let shell = visitor.page(say.t1("paper-title", "name", person.name.as_str()));
    page(Paper {
        page: shell.seen_by(&organisation, &PAPER, "paper-who-sees"),
        holds: SECTIONS.iter().filter(|name| !LOCKED.contains(name)).map(|name| heading(say, name)).collect(),
        person,
    })
}

/// The file: a page of its own, to print, in the language of whom it is about.
#[derive(Template)]
#[template(path = "about/sheet.html")]
struct Sheet {
    say: Say,
    name: String,
    organisation: String,
    day: String,
    sections: Vec<Told>,
    left_out: Vec<(String, String)>,
    notice: Option<Notice>,
    purpose: String,
    basis: Basis,
    months: i64,
    public_url: String,
}

impl Sheet {
    fn t(&self, key: &str) -> String {
        self.say.t(key).into_owned()
    }
}

pub(in crate::about) async fn take(Confirmed(visitor): Confirmed, Path(id): Path<PersonId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (person, sections, notice, organisation) = visitor
        .write(move |tx| {
            let (person, sections) = make(tx, viewer, id)?;
            let notice = notice::store::newest(tx)?;
            Ok((person, sections, notice, organisation::store::get(&mut tx.outside(), viewer.organisation)?.name))
        })
        .await?;
    let (say, clock) = (visitor.app.words.say(person.language), visitor.app.store.clock());
    let sheet = Sheet {
        say,
        organisation,
        day: say.day(clock.today()),
        sections: told(say, clock, &sections, usize::MAX),
        left_out: left_out(say),
        purpose: notice.as_ref().map_or_else(
            || say.t("notice-purpose-usual").into_owned(),
            |notice| notice.purpose(say.language).to_owned(),
        ),
        basis: notice.as_ref().map_or(Basis::LegitimateInterests, |notice| notice.basis),
        months: notice.as_ref().map_or(USUAL_MONTHS, |notice| notice.months),
        notice,
        public_url: visitor.app.public_url.clone(),
        name: person.name,
    };
    let html = sheet.render().map_err(|cause| Fault(Error::internal(cause)))?;
    Ok(download(&format!("everything-{}.html", clock.today()), "text/html; charset=utf-8", html.into_bytes()))
}
