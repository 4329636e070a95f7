//! Applying, in the browser: the call, the form part by part, and a last look before it is sent.

pub mod asked;
mod check;
pub mod step;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::web::go_to;
use serde::Deserialize;

use super::access::OWN_APPLICATION;
use super::{Call, Draft, Sent, draft, drafts_go_on, store, take_back};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::condition;
use crate::person;
use crate::private_answer;
use crate::question::{self, Part, Question};
use crate::round::RoundId;
use crate::round::rules::{Role, Rules};
use crate::scheme::Duty;
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of applying.
pub fn routes() -> Router<std::sync::Arc<App>> {
    // That somebody was at one of these tells that they have begun: it stays out of the log who it was.
    let of_a_draft = Router::new()
        .route("/calls/{id}/{role}/steps/{step}", get(step::ask).post(step::take))
        .route("/calls/{id}/{role}/sending", get(check::ask).post(check::take))
        .route("/calls/{id}/{role}/deletion", post(take_deletion))
        .layer(axum::middleware::from_fn(kit::watch::unnamed));
    Router::new()
        .route("/calls/{id}", get(show))
        .route("/calls/{id}/{role}/withdrawal", post(take_withdrawal))
        .merge(of_a_draft)
}

/// One of the two ways to take part, as a call's page shows it.
struct Way {
    role: Role,
    /// The rules of who can, in words.
    rules: Vec<String>,
    /// The day on which they saved what they have not sent; empty when there is nothing.
    saved: String,
    sent: Option<Standing>,
}

/// How it stands with an application that was sent.
struct Standing {
    /// Its day.
    day: String,
    /// Whether they sent it themselves.
    by_self: bool,
    /// The rules that are not met, in words.
    unmet: Vec<String>,
    /// Whether they are let in although.
    waived: bool,
    /// What it says: question and answer.
    answers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "call/show.html")]
struct Show {
    page: Shell,
    call: Reached<Call>,
    dates: String,
    until: String,
    /// When what is not sent is thrown away.
    goes_on: String,
    is_open: bool,
    ways: [Way; 2],
    /// What good mentoring needs, as the scheme has it: its name, and how.
    conditions: Vec<(&'static str, String)>,
    runners: String,
    leads: bool,
    /// What was just done: a key, or nothing.
    done: &'static str,
}

/// What was just done.
#[derive(Deserialize)]
struct Just {
    done: Option<String>,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>, Query(just): Query<Just>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (call, rules, worded, (sent, drafted), conditions) = visitor
        .read(move |c| {
            let call = store::reached(c, viewer, id)?;
            let (rules, worded) = (store::rules(c, &call)?, question::store::of(c, id)?);
            let (sent, drafted) = (store::sent(c, &call)?, store::drafted(c, &call)?);
            let conditions = condition::store::of_scheme(c, call.scheme)?;
            Ok((call, rules, worded, (sent, drafted), conditions))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let said_on = |at| say.day(clock.day_of(at));
    let standing = |one: &Sent| Standing {
        day: said_on(one.sent_at.unwrap_or(one.applied_at)),
        by_self: one.sent_at.is_some(),
        unmet: unmet_in_words(&visitor, &rules, one.role, &one.draft),
        waived: one.waived,
        answers: told(&visitor, &question::asked(&rules, one.role, &worded), &one.draft),
    };
    let way = |role: Role| Way {
        role,
        rules: rules
            .eligible
            .iter()
            .filter(|rule| rule.role == role)
            .map(|rule| rule.said_in(say.language).to_owned())
            .collect(),
        saved: drafted.iter().find(|(of, _)| *of == role).map(|(_, at)| said_on(*at)).unwrap_or_default(),
        sent: sent.iter().find(|one| one.role == role).map(standing),
    };
    page(Show {
        page: shell(&visitor, &call).seen_by(&call, &APPLICATION, "call-draft-alone"),
        dates: say.t2("round-dates", "starts", say.day(call.starts_on), "ends", say.day(call.ends_on)),
        until: call.apply_by.map(|day| say.day(day)).unwrap_or_default(),
        goes_on: call.apply_by.map(|day| say.day(drafts_go_on(day))).unwrap_or_default(),
        is_open: call.is_open(clock.today()),
        ways: [way(Role::Mentee), way(Role::Mentor)],
        conditions: condition::Kind::ALL
            .iter()
            .filter_map(|kind| conditions.iter().find(|one| one.kind == *kind))
            .map(|one| (one.kind.key(), one.said_in(say.language).to_owned()))
            .collect(),
        runners: runners(&call),
        leads: leads(&visitor, &call),
        done: match just.done.as_deref() {
            Some("sent") => "call-done-sent",
            Some("changed") => "call-done-changed",
            Some("saved") => "call-done-saved",
            Some("withdrawn") => "call-done-withdrawn",
            Some("deleted") => "call-done-deleted",
            _ => "",
        },
        call,
    })
}

fn shell(visitor: &Visitor, call: &Call) -> Shell {
    visitor.page(visitor.say.t1("call-title", "round", &call.name)).coloured(call.colour)
}

/// The names of those who lead the round: whom one asks.
fn runners(call: &Reached<Call>) -> String {
    let all = call.who_may(&APPLICATION, Verb::Write);
    all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn unmet_in_words(visitor: &Visitor, rules: &Rules, role: Role, draft: &Draft) -> Vec<String> {
    rules.unmet(role, &draft.answers).into_iter().map(|rule| rule.said_in(visitor.say.language).to_owned()).collect()
}

/// Questions and their answers in the reader's language; what has no answer is left out.
fn told(visitor: &Visitor, questions: &[Question], draft: &Draft) -> Vec<(String, String)> {
    let language = visitor.say.language;
    let answered = questions.iter().filter(|one| !draft.answer(one).is_empty());
    answered.map(|one| (one.worded.said_in(language), asked::said(visitor.say, one, draft.answer(one)))).collect()
}

/// What a form of the viewer's is filled in from: what they saved, else what they sent, else what is known of them. And the
/// questions it asks; and whether they applied in this role before.
struct Filled {
    call: Reached<Call>,
    rules: Rules,
    questions: Vec<Question>,
    draft: Draft,
    is_saved: bool,
    has_applied: bool,
}

async fn filled(visitor: &Visitor, id: RoundId, role: Role) -> Result<Filled> {
    let viewer = visitor.viewer;
    visitor.read(move |c| fill(c, viewer, id, role)).await
}

fn fill(c: &mut Read<'_>, viewer: person::Viewer, id: RoundId, role: Role) -> Result<Filled> {
    let call = store::reached(c, viewer, id)?.that_may(&OWN_APPLICATION, Verb::Write)?;
    let rules = store::rules(c, &call)?;
    let questions = question::asked(&rules, role, &question::store::of(c, id)?);
    let sent = store::sent(c, &call)?.into_iter().find(|one| one.role == role);
    let has_applied = sent.is_some();
    let saved = store::draft(c, &call, role)?;
    let is_saved = saved.is_some();
    let draft = match (saved, sent) {
        (Some(draft), _) => draft,
        (None, sent) => {
            let me = person::store::get(c, viewer.person)?;
            let (job_title, workplace) = (me.job_title, me.workplace.unwrap_or_default());
            let known = Draft { job_title, workplace, places: 1, ..Draft::default() };
            let mut draft = sent.map_or(known, |sent| sent.draft);
            for (heading, words) in private_answer::store::own_in(c, viewer, id)? {
                draft.private.insert(kit::sheet::folded(&heading), words.reveal().to_owned());
            }
            draft
        }
    };
    Ok(Filled { call, rules, questions, draft, is_saved, has_applied })
}

/// The parts of a form that ask anything, in order; the first asks who they are.
fn parts(questions: &[Question]) -> Vec<Option<Part>> {
    let asks = |part: &&Part| questions.iter().any(|one| one.part == **part);
    std::iter::once(None).chain(Part::ALL.iter().filter(asks).copied().map(Some)).collect()
}

fn path_of(id: RoundId, role: Role, part: Option<Part>) -> String {
    format!("/calls/{id}/{role}/steps/{}", part.map_or("you", Part::as_str))
}

/// The key of what a part is called.
fn part_key(part: Option<Part>) -> &'static str {
    match part {
        None => "call-part-you",
        Some(Part::TakingPart) => "call-part-taking-part",
        Some(Part::Together) => "call-part-together",
        Some(Part::Private) => "call-part-private",
    }
}

async fn take_withdrawal(
    visitor: Visitor,
    Path((id, role)): Path<(RoundId, String)>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, role): (_, Role) = (visitor.viewer, role.parse()?);
    let withdraw = move |tx: &mut Tx<'_>| {
        take_back::take_back(tx, viewer, id, role)?;
        Ok(format!("/calls/{id}?done=withdrawn"))
    };
    Ok(go_to(&visitor.once(&typed, withdraw).await?))
}

async fn take_deletion(
    visitor: Visitor,
    Path((id, role)): Path<(RoundId, String)>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let (viewer, role): (_, Role) = (visitor.viewer, role.parse()?);
    let delete = move |tx: &mut Tx<'_>| {
        let call = store::reached(tx, viewer, id)?;
        draft::throw_away(tx, viewer, id, role)?;
        // Who began when it was open, and it is not any more, has nothing to come back to.
        let stays = call.is_open(tx.today()) || !store::sent(tx, &call)?.is_empty();
        Ok(if stays { format!("/calls/{id}?done=deleted") } else { "/".to_owned() })
    };
    Ok(go_to(&visitor.once(&typed, delete).await?))
}

/// Whether somebody leads a call's round.
fn leads(visitor: &Visitor, call: &Call) -> bool {
    visitor.does_for(Duty::Coordinator, call.scheme)
}
