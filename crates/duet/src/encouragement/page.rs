//! Encouraging people to apply, in the browser.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::words::Language;
use kit::{Problem, Result};

use super::access::ENCOURAGEMENT;
use super::{Encouraged, make, store};
use crate::access::Reached;
use crate::call;
use crate::person::PersonDraft;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};
use crate::wording::Wording;

/// The pages of encouragements.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/encouragements", get(show).post(take))
}

/// Whom to encourage.
pub static ENCOURAGE: Spec = Spec {
    name: "encouragement",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "address", takes: Takes::Address },
        Field { name: "language", takes: Takes::Choice(&["en", "cy"]) },
    ],
};

#[derive(Template)]
#[template(path = "encouragement/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    writes: bool,
    is_open: bool,
    until: String,
    link: String,
    form: Form,
    encouraged: Vec<(Encouraged, String)>,
}

/// The page before it goes: to whom, and how it reads.
#[derive(Template)]
#[template(path = "encouragement/check.html")]
struct Check {
    page: Shell,
    round: Reached<Round>,
    draft: PersonDraft,
    language: Language,
    letter: Wording,
    by_itself: bool,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    page(listed(&visitor, id, Typed::default().with("language", Language::English), Vec::new()).await?)
}

async fn listed(visitor: &Visitor, id: RoundId, typed: Typed, problems: Vec<Problem>) -> Result<List> {
    let viewer = visitor.viewer;
    let (round, call, encouraged) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ENCOURAGEMENT, Verb::List)?;
            let (call, encouraged) = (call::store::reached(c, viewer, id)?, store::of(c, &round)?);
            Ok((round, call, encouraged))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let form = Form::new(&ENCOURAGE, say, typed).with_problems(problems);
    let shell = visitor.page(say.t("encouragement-title").into_owned()).coloured(round.colour);
    let who = shell.who_sees(&round, &ENCOURAGEMENT, "encouragement-who-sees");
    Ok(List {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &ENCOURAGEMENT, "encouragement-who-sees"),
        form: form.seen_by(&["name", "address"], &who),
        writes: round.may(&ENCOURAGEMENT, Verb::Write),
        is_open: call.is_open(clock.today()),
        until: call.apply_by.map(|day| say.day(day)).unwrap_or_default(),
        link: format!("{}/calls/{id}", visitor.app.public_url),
        encouraged: encouraged.into_iter().map(|one| (one.clone(), say.day(clock.day_of(one.made_at)))).collect(),
        round,
    })
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, desk, public_url) = (visitor.viewer, visitor.app.desk, visitor.app.public_url.clone());
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| round::store::reached(c, viewer, id)?.must(&ENCOURAGEMENT, Verb::Write)).await?;
    if typed.text("do") == "change" {
        return page(listed(&visitor, id, typed, Vec::new()).await?);
    }
    let read = read(&typed);
    if typed.text("do") == "look" {
        let looked = match read {
            Ok(draft) => look(&visitor, id, draft).await,
            Err(cause) => Err(cause),
        };
        return match looked {
            Ok(check) => page(check),
            Err(cause) => {
                let problems = problems(cause)?;
                problem_page(listed(&visitor, id, typed, problems).await?)
            }
        };
    }
    let made = match read {
        Ok(draft) => {
            let make = move |tx: &mut Tx<'_>| {
                make::make(tx, viewer, id, &draft, (desk, &public_url))?;
                Ok(format!("/rounds/{id}/encouragements"))
            };
            visitor.once(&typed, make).await
        }
        Err(cause) => Err(cause),
    };
    match made {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let problems = problems(cause)?;
            problem_page(listed(&visitor, id, typed, problems).await?)
        }
    }
}

async fn look(visitor: &Visitor, id: RoundId, draft: PersonDraft) -> Result<Check> {
    let (viewer, words, public_url) = (visitor.viewer, visitor.app.words, visitor.app.public_url.clone());
    let to = draft.clone();
    let looked = move |c: &mut Read<'_>| make::letter(c, viewer, id, &to, (words, &public_url));
    let (round, letter, say) = visitor.read(looked).await?;
    let shell = visitor.page(visitor.say.t("encouragement-check-title").into_owned()).coloured(round.colour);
    Ok(Check {
        page: shell.seen_by(&round, &ENCOURAGEMENT, "encouragement-who-sees"),
        by_itself: visitor.app.desk.by_itself,
        language: say.language,
        letter,
        draft,
        round,
    })
}

fn read(typed: &Typed) -> Result<PersonDraft> {
    let mut read = ENCOURAGE.read(typed);
    let (name, address) = (read.line("name"), read.address("address"));
    let language = read.choice("language").unwrap_or(Language::English);
    read.done()?;
    Ok(PersonDraft { name, address, job_title: String::new(), workplace: String::new(), language })
}
