//! Rounds, in the browser: the list, a new one, and one round with its steps.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kit::Result;
use kit::clock::{Day, hours};
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use serde::Deserialize;

use super::access::ROUND;
use super::{Round, RoundDraft, RoundId, open, store};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::partnership::access::FLAG;
use crate::partnership::flag::Flagged;
use crate::partnership::list::Group;
use crate::partnership::{self, Overview, PartnershipId, Standing};
use crate::proposal::{self, Proposal};
use crate::scheme::{self, Duty, Scheme, SchemeId};
use crate::stage::access::STAGE;
use crate::stage::move_on;
use crate::stage::page::Stages;
use crate::training;
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};
use kit::access::Verb;

/// The pages of rounds.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds", get(list))
        .route("/rounds/{id}", get(show))
        .route("/schemes/{id}/rounds/new", get(ask).post(open_round))
}

#[derive(Template)]
#[template(path = "round/list.html")]
struct List {
    page: Shell,
    schemes: Vec<(Scheme, Vec<Listed>, bool)>,
    opens_schemes: bool,
}

struct Listed {
    round: Round,
    dates: String,
    leads: bool,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (schemes, rounds) =
        visitor.read(move |c| Ok((scheme::store::seen_by(c, viewer)?, store::seen_by(c, viewer)?))).await?;
    let listed = |round: &Round| Listed {
        dates: dates(&visitor, round),
        leads: visitor.does_for(Duty::Coordinator, round.scheme) || visitor.does_for(Duty::Coach, round.scheme),
        round: round.clone(),
    };
    let schemes = schemes.into_iter().map(|scheme| {
        let own = rounds.iter().filter(|round| round.scheme == scheme.id).map(listed).collect();
        let opens = visitor.does_for(Duty::Coordinator, scheme.id);
        (scheme, own, opens)
    });
    page(List {
        page: visitor.page(visitor.say.t("rounds-title").into_owned()),
        schemes: schemes.collect(),
        opens_schemes: visitor.does(Duty::Administrator),
    })
}

fn dates(visitor: &Visitor, round: &Round) -> String {
    visitor.say.t2("round-dates", "starts", visitor.say.day(round.starts_on), "ends", visitor.say.day(round.ends_on))
}

/// What a new round is asked.
pub static NEW: Spec = Spec {
    name: "round",
    fields: &[
        Field { name: "name", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "starts_on", takes: Takes::Day },
        Field { name: "ends_on", takes: Takes::Day },
    ],
};

#[derive(Template)]
#[template(path = "round/new.html")]
struct New {
    page: Shell,
    form: Form,
    scheme: Reached<Scheme>,
}

async fn ask(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let form = Form::new(&NEW, visitor.say, Typed::default());
    page(new(&visitor, id, form).await?)
}

async fn new(visitor: &Visitor, id: SchemeId, form: Form) -> Result<New> {
    let viewer = visitor.viewer;
    let scheme = visitor.read(move |c| scheme::store::reached(c, viewer, id)?.that_may(&ROUND, Verb::Write)).await?;
    let shell = visitor.page(visitor.say.t("round-new-title").into_owned()).coloured(scheme.colour);
    let form = form.seen_by(&["name"], &shell.who_sees(&scheme, &ROUND, "round-name-who-sees"));
    Ok(New { page: shell.wrong_if(form.is_wrong()), form, scheme })
}

async fn open_round(visitor: Visitor, Path(id): Path<SchemeId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let opened = match read(&typed) {
        Ok(draft) => {
            let open = move |tx: &mut Tx<'_>| Ok(format!("/rounds/{}/import", open::open(tx, viewer, id, &draft)?));
            visitor.once(&typed, open).await
        }
        Err(cause) => Err(cause),
    };
    match opened {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let form = Form::new(&NEW, visitor.say, typed).with_problems(problems(cause)?);
            problem_page(new(&visitor, id, form).await?)
        }
    }
}

/// Reads a round as it was typed.
///
/// # Errors
/// `Invalid` with one problem per field.
pub(super) fn read(typed: &Typed) -> Result<RoundDraft> {
    let mut read = NEW.read(typed);
    let draft = RoundDraft { name: read.line("name"), starts_on: read.day("starts_on"), ends_on: read.day("ends_on") };
    read.done()?;
    Ok(draft)
}

#[derive(Template)]
#[template(path = "round/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    dates: String,
    coordinates: bool,
    mentors: i64,
    mentees: i64,
    proposal: Option<Proposal>,
    flags: Vec<Flagged>,
    stages: Stages,
    decides: bool,
    deadline: Option<String>,
    takes: bool,
    trainings: usize,
    lists: Vec<Rows>,
    running: i64,
    open: i64,
    sessions: i64,
}

/// A page of pairs that stand together.
struct Rows {
    title: String,
    rows: Vec<Row>,
    next: Option<PartnershipId>,
}

struct Row {
    of: Overview,
    state: &'static str,
    state_key: &'static str,
    last: String,
    hours: String,
}

/// After which pair the page begins.
#[derive(Deserialize)]
struct From {
    after: Option<PartnershipId>,
}

async fn show(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(From { after }): Query<From>,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let clock = visitor.app.store.clock().clone();
    let (round, facts, proposal, (pairs, lists), flags, (began, trainings)) = visitor
        .read(move |c| {
            let round = store::reached(c, viewer, id)?.that_may(&ROUND, Verb::See)?;
            let (proposal, pairs) = (proposal::store::latest(c, &round)?, partnership::list::store::tally(c, &round)?);
            let sees_flags = round.may(&FLAG, Verb::List);
            let flags = if sees_flags { partnership::flag::store::flags(c, &round)? } else { Vec::new() };
            let facts = move_on::facts(c, &round, &pairs)?;
            let later = (store::stages(c, &round)?, training::store::of(c, &round)?);
            let lists = partnership::list::store::pages(c, &round, &pairs, after)?;
            Ok((round, facts, proposal, (pairs, lists), flags, later))
        })
        .await?;
    let say = visitor.say;
    let began: Vec<_> = began.into_iter().map(|(stage, at)| (stage, clock.day_of(at))).collect();
    let listed = |one: partnership::list::Listed| Rows {
        title: say.t1(one.group.key(), "count", pairs.get(one.group)),
        rows: one.pairs.into_iter().map(|of| row(&visitor, facts.today, of)).collect(),
        next: one.next,
    };
    page(Show {
        page: visitor.page(round.name.clone()).coloured(round.colour).seen_by(&round, &ROUND, "partnerships-who-sees"),
        dates: dates(&visitor, &round),
        coordinates: round.may(&APPLICATION, Verb::Write),
        mentors: facts.mentors,
        mentees: facts.mentees,
        stages: Stages::of(say, round.stage, &facts, &began),
        decides: round.may(&STAGE, Verb::Decide),
        deadline: round.apply_by.map(|day| say.day(day)),
        takes: round.apply_by.is_some_and(|day| day >= facts.today),
        trainings: trainings.len(),
        proposal,
        flags,
        running: pairs.running,
        open: pairs.get(Group::Going),
        sessions: pairs.sessions,
        lists: lists.into_iter().map(listed).collect(),
        round,
    })
}

fn row(visitor: &Visitor, today: Day, of: Overview) -> Row {
    let (state, state_key) = match (of.standing(), of.started_on, of.accepted) {
        (Standing::Over, ..) if of.stepped_back => ("out", "standing-stepped-back"),
        (Standing::Running, ..) if of.is_quiet(today) => ("open", "standing-quiet"),
        (Standing::Running, ..) => ("done", "standing-running"),
        (Standing::Over, None, _) => ("out", "standing-declined"),
        (Standing::Over, Some(_), _) => ("done", "standing-over"),
        (Standing::Offered, _, 0) => ("wait", "standing-none"),
        (Standing::Offered, ..) => ("wait", "standing-one"),
    };
    let last = of.last_on.map(|day| visitor.say.day(day)).unwrap_or_default();
    Row { state, state_key, last, hours: hours(of.minutes), of }
}
