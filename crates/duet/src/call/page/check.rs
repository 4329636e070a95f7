//! A last look at an application before it is sent: all of it on one page, with what it lacks.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::db::Tx;
use kit::web::go_to;
use kit::{Error, Result};

use super::{Filled, filled, part_key, parts, path_of, runners, shell, told, unmet_in_words};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::audit::Act;
use crate::call::{Call, Draft, send};
use crate::question::{Part, Question};
use crate::round::RoundId;
use crate::round::rules::Role;
use crate::web::{Fault, Posted, Shell, Visitor, page};

/// A part of it: what it is called, where it is changed, what was answered.
struct Told {
    name: &'static str,
    path: String,
    answers: Vec<(String, String)>,
    /// Questions that have no answer.
    missing: Vec<String>,
}

#[derive(Template)]
#[template(path = "call/check.html")]
struct Check {
    page: Shell,
    call: Reached<Call>,
    role: Role,
    parts: Vec<Told>,
    unmet: Vec<String>,
    missing: usize,
    runners: String,
    until: String,
    has_applied: bool,
}

pub(super) async fn ask(visitor: Visitor, Path((id, role)): Path<(RoundId, String)>) -> Result<Response, Fault> {
    let role: Role = role.parse()?;
    let Filled { call, rules, questions, draft, is_saved, has_applied } = filled(&visitor, id, role).await?;
    if !call.is_open(visitor.app.store.clock().today()) {
        return Err(Fault(Error::conflict("call-closed")));
    }
    if !is_saved {
        return Ok(go_to(&path_of(id, role, None)));
    }
    let say = visitor.say;
    let about = |part| match part {
        None => (you(&visitor, role, &draft), Vec::new()),
        Some(part) => {
            let own: Vec<Question> = questions.iter().filter(|one| one.part == part).cloned().collect();
            let missing = draft.unanswered(&own).into_iter().map(|one| one.worded.said_in(say.language)).collect();
            (told(&visitor, &own, &draft), missing)
        }
    };
    let listed = |part: Option<Part>| {
        let (answers, missing) = about(part);
        Told { name: part_key(part), path: path_of(id, role, part), answers, missing }
    };
    let all: Vec<Told> = parts(&questions).into_iter().map(listed).collect();
    page(Check {
        page: shell(&visitor, &call).seen_by(&call, &APPLICATION, "call-after-sending"),
        unmet: unmet_in_words(&visitor, &rules, role, &draft),
        missing: all.iter().map(|one| one.missing.len()).sum(),
        parts: all,
        runners: runners(&call),
        until: call.apply_by.map(|day| say.day(day)).unwrap_or_default(),
        call,
        role,
        has_applied,
    })
}

fn you(visitor: &Visitor, role: Role, draft: &Draft) -> Vec<(String, String)> {
    let line = |key: &str, text: &str| (visitor.say.t(key).into_owned(), text.to_owned());
    let places = (role == Role::Mentor).then(|| line("call-places", &draft.places.to_string()));
    let all = [
        Some(line("call-name", &visitor.name)),
        Some(line("call-job_title", &draft.job_title)),
        Some(line("call-workplace", &draft.workplace)),
        places,
    ];
    all.into_iter().flatten().filter(|(_, text)| !text.is_empty()).collect()
}

pub(super) async fn take(
    visitor: Visitor,
    Path((id, role)): Path<(RoundId, String)>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, role): (_, Role) = (visitor.viewer, role.parse()?);
    let send = move |tx: &mut Tx<'_>| {
        let done = if send::send(tx, viewer, id, role)? == Act::ApplicationSent { "sent" } else { "changed" };
        Ok(format!("/calls/{id}?done={done}"))
    };
    Ok(go_to(&visitor.once(&typed, send).await?))
}
