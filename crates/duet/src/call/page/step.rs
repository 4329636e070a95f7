//! One part of an application's form: it is saved with each press of a button, for its person alone.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes as Taken, Typed};
use kit::web::go_to;
use kit::{Error, Message, Problem, Result};

use super::asked::{self, Asked};
use super::{Filled, filled, part_key, parts, path_of, shell};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::call::access::OWN_APPLICATION;
use crate::call::{Call, Draft, MOST_LINE, MOST_PLACES, draft};
use crate::private_answer::access::PRIVATE_ANSWER;
use crate::question::{Part, Question};
use crate::round::RoundId;
use crate::round::rules::Role;
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// What somebody is asked about themselves; the round's own questions come after.
pub static YOU: Spec = Spec {
    name: "call",
    fields: &[
        Field { name: "job_title", takes: Taken::Line { most: MOST_LINE, optional: true } },
        Field { name: "workplace", takes: Taken::Line { most: MOST_LINE, optional: true } },
        Field { name: "places", takes: Taken::Whole { least: 1, most: MOST_PLACES } },
    ],
};

#[derive(Template)]
#[template(path = "call/step.html")]
struct Step {
    page: Shell,
    call: Reached<Call>,
    role: Role,
    part: Option<Part>,
    /// Which of how many, and what it is called.
    at: usize,
    count: usize,
    name: &'static str,
    /// Where what is asked first stands; empty: this is it.
    before: String,
    name_of: String,
    form: Form,
    asked: Vec<Asked>,
    /// Each question and what it is asked for, of those that the law protects.
    purposes: Vec<String>,
    has_applied: bool,
}

/// The path of a step: which round, as what, which part.
type At = Path<(RoundId, String, String)>;

fn read_at((id, role, step): (RoundId, String, String)) -> Result<(RoundId, Role, Option<Part>)> {
    let part = if step == "you" { None } else { Some(step.parse()?) };
    Ok((id, role.parse()?, part))
}

/// A form is open while its round is.
fn must_be_open(visitor: &Visitor, filled: &Filled) -> Result<()> {
    let open = filled.call.is_open(visitor.app.store.clock().today());
    if open { Ok(()) } else { Err(Error::conflict("call-closed")) }
}

pub(super) async fn ask(visitor: Visitor, Path(at): At) -> Result<Response, Fault> {
    let (id, role, part) = read_at(at)?;
    let filled = filled(&visitor, id, role).await?;
    must_be_open(&visitor, &filled)?;
    if !parts(&filled.questions).contains(&part) {
        return Ok(go_to(&path_of(id, role, None)));
    }
    let typed = Typed::default()
        .with("job_title", &filled.draft.job_title)
        .with("workplace", &filled.draft.workplace)
        .with("places", filled.draft.places.max(1));
    page(step(&visitor, filled, role, part, typed, (Vec::new(), Vec::new())))
}

/// What is wrong: with the fields about themselves, and with questions by their keys.
type Wrong = (Vec<Problem>, Vec<(String, Message)>);

fn step(
    visitor: &Visitor,
    filled: Filled,
    role: Role,
    part: Option<Part>,
    typed: Typed,
    (problems, wrong): Wrong,
) -> Step {
    let Filled { call, questions, draft, has_applied, .. } = filled;
    let all = parts(&questions);
    let at = all.iter().position(|one| *one == part).unwrap_or(0);
    let shell = shell(visitor, &call);
    let resource = if part == Some(Part::Private) { &PRIVATE_ANSWER } else { &APPLICATION };
    let who = shell.who_sees(&call, resource, "call-draft-alone");
    let own: Vec<&Question> = questions.iter().filter(|one| Some(one.part) == part).collect();
    let asked = own.iter().map(|one| {
        let problem = wrong.iter().find(|(key, _)| *key == one.key).map(|(_, message)| message);
        Asked::of(visitor.say, one, draft.answer(one), &who, problem)
    });
    let say = visitor.say;
    let why = |one: &&Question| {
        say.t2("call-private-why", "question", one.worded.said_in(say.language), "purpose", &one.worded.purpose)
    };
    let purposes = own.iter().filter(|one| !one.worded.purpose.is_empty()).map(why).collect();
    let asked: Vec<Asked> = asked.collect();
    let sent_who_sees = if part == Some(Part::Private) { "call-private-only-you" } else { "call-draft-only-you" };
    let is_wrong = !problems.is_empty() || !wrong.is_empty();
    let form = Form::new(&YOU, say, typed).with_problems(problems);
    Step {
        page: shell.wrong_if(is_wrong).seen_by(&call, &OWN_APPLICATION, sent_who_sees),
        name: part_key(part),
        at: at + 1,
        count: all.len() + 1,
        before: at.checked_sub(1).map(|at| path_of(call.id, role, all[at])).unwrap_or_default(),
        name_of: visitor.name.clone(),
        form: form.seen_by(&["job_title", "workplace"], &who),
        call,
        role,
        part,
        asked,
        purposes,
        has_applied,
    }
}

pub(super) async fn take(visitor: Visitor, Path(at): At, Posted(typed): Posted) -> Result<Response, Fault> {
    let (id, role, part) = read_at(at)?;
    let viewer = visitor.viewer;
    let mut filled = filled(&visitor, id, role).await?;
    must_be_open(&visitor, &filled)?;
    let wrong = match part {
        None => (you(&typed, role, &mut filled.draft)?, Vec::new()),
        Some(part) => (Vec::new(), answers(&typed, part, &mut filled)),
    };
    if !wrong.0.is_empty() || !wrong.1.is_empty() {
        return problem_page(step(&visitor, filled, role, part, typed, wrong));
    }
    let all = parts(&filled.questions);
    let next = all.iter().position(|one| *one == part).and_then(|at| all.get(at + 1));
    let to = match (typed.text("do"), next) {
        ("later", _) => format!("/calls/{id}?done=saved"),
        (_, Some(next)) => path_of(id, role, *next),
        (_, None) => format!("/calls/{id}/{role}/sending"),
    };
    let kept = filled.draft;
    let keep = move |tx: &mut Tx<'_>| {
        draft::keep(tx, viewer, id, role, &kept)?;
        Ok(to.clone())
    };
    Ok(go_to(&visitor.once(&typed, keep).await?))
}

/// Reads what they say of themselves into a draft; gives what is wrong.
fn you(typed: &Typed, role: Role, draft: &mut Draft) -> Result<Vec<Problem>, Fault> {
    let mentees = typed.clone().with("places", 1);
    let typed = if role == Role::Mentor { typed } else { &mentees };
    let mut read = YOU.read(typed);
    draft.job_title = read.line("job_title");
    draft.workplace = read.line("workplace");
    draft.places = u32::try_from(read.whole("places")).unwrap_or(1);
    match read.done() {
        Ok(()) => Ok(Vec::new()),
        Err(cause) => problems(cause),
    }
}

/// Reads the answers of a part into a draft, as they were typed; gives what is wrong, by key.
fn answers(typed: &Typed, part: Part, filled: &mut Filled) -> Vec<(String, Message)> {
    let mut wrong = Vec::new();
    for one in filled.questions.iter().filter(|one| one.part == part) {
        let answer = asked::read(one, typed);
        wrong.extend(asked::wrong(&answer).map(|message| (one.key.clone(), message)));
        filled.draft.set(one, answer);
    }
    wrong
}
