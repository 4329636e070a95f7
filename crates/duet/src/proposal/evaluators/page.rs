//! Who evaluates whom in a round, in the browser.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::web::go_to;
use kit::{Error, Problem};

use super::{flagged, note};
use crate::access::Reached;
use crate::application;
use crate::evaluation::{self, Relation};
use crate::person::PersonId;
use crate::proposal::access::PROPOSAL;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of evaluators.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/evaluations", get(show).post(take))
}

#[derive(Template)]
#[template(path = "proposal/evaluators/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    problems: Vec<String>,
    flagged: Vec<String>,
    holding: Vec<Holding>,
    people: Vec<(PersonId, String)>,
}

struct Holding {
    evaluator: PersonId,
    evaluated: PersonId,
    relation: Relation,
    words: String,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    page(shown(&visitor, id, &[]).await?)
}

async fn shown(visitor: &Visitor, id: RoundId, problems: &[Problem]) -> Result<Show, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut Read<'_>| {
        let round = round::store::reached(c, viewer, id)?.that_may(&PROPOSAL, Verb::See)?;
        let (flagged, people) = (flagged(c, &round)?, application::store::names(c, &round)?);
        let holding = evaluation::store::relations_in(c, round.id.0)?;
        Ok((round, flagged, people, holding))
    };
    let (round, flagged, mut people, holding) = visitor.read(read).await?;
    let say = visitor.say;
    people.sort_by(|one, other| one.1.cmp(&other.1));
    let names: HashMap<PersonId, String> = people.iter().cloned().collect();
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let holding = holding.into_iter().map(|(evaluator, evaluated, relation)| Holding {
        words: say.t2(key(relation), "one", name(&evaluator), "other", name(&evaluated)),
        evaluator,
        evaluated,
        relation,
    });
    let told = |(mentor, mentee): &(PersonId, PersonId)| {
        say.t2("evaluators-flagged-two", "mentor", name(mentor), "mentee", name(mentee))
    };
    Ok(Show {
        page: visitor
            .page(say.t("evaluators-title").into_owned())
            .coloured(round.colour)
            .wrong_if(!problems.is_empty())
            .seen_by(&round, &PROPOSAL, ""),
        coordinates: round.may(&PROPOSAL, Verb::Write),
        problems: problems.iter().map(|problem| say.message(&problem.message)).collect(),
        flagged: flagged.iter().map(told).collect(),
        holding: holding.collect(),
        round,
        people,
    })
}

fn key(relation: Relation) -> &'static str {
    match relation {
        Relation::LineManages => "evaluators-line-manages",
        Relation::Supervises => "evaluators-supervises",
        Relation::Appraises => "evaluators-appraises",
        Relation::DecidesPay => "evaluators-decides-pay",
    }
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let two: (PersonId, PersonId) = (typed.text("evaluator").parse()?, typed.text("evaluated").parse()?);
    let relation: Relation = typed.text("relation").parse()?;
    let holds = match typed.text("holds") {
        "yes" => true,
        "no" => false,
        _ => return Err(Fault(Error::invalid("", "error-request"))),
    };
    let note = move |tx: &mut Tx<'_>| {
        note::note(tx, viewer, id, two, relation, holds)?;
        Ok(format!("/rounds/{id}/evaluations"))
    };
    match visitor.once(&typed, note).await {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(shown(&visitor, id, &problems(cause)?).await?),
    }
}
