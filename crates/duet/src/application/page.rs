//! Applicants, in the browser: who is eligible, a page of each group at a time.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use serde::Deserialize;

use super::access::APPLICATION;
use super::list::{self, Found, Group, Mark, ON_A_PAGE};
use super::{Applicant, ImportSummary, store};
use crate::access::Reached;
use crate::round::rules::Role;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Shell, Visitor, page};

/// The pages of applicants.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/people", get(people))
}

#[derive(Template)]
#[template(path = "application/people.html")]
struct People {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    summary: Option<ImportSummary>,
    rules: Vec<String>,
    criteria: Vec<String>,
    mentors: i64,
    mentees: i64,
    out: i64,
    lists: Vec<List>,
    /// What is looked for by name; empty: nothing.
    sought: String,
    /// Whether there are more than a page shows, so that one may want to look for somebody.
    many: bool,
    /// Whether only a part of the groups is shown.
    part: bool,
}

/// A group of people, or a page of it.
struct List {
    group: Group,
    count: i64,
    /// Each with the rules that they do not meet.
    rows: Vec<(Applicant, Vec<String>)>,
    next: Option<Mark>,
    begins: bool,
}

/// Which part of the people is asked for.
#[derive(Deserialize)]
struct Part {
    #[serde(default)]
    find: String,
    who: Option<String>,
    after: Option<String>,
}

async fn people(visitor: Visitor, Path(id): Path<RoundId>, Query(part): Query<Part>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let group: Option<Group> = part.who.map(|who| who.parse()).transpose()?;
    let mark: Option<Mark> = part.after.filter(|_| group.is_some()).map(|after| after.parse()).transpose()?;
    let find = part.find.clone();
    let (round, rules, (tally, found), summary) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::List)?;
            let rules = round::store::rules(c, &round)?;
            let found = list::look(c, &round, &rules, (group, mark), &find)?;
            let summary = store::last_import(c, &round)?;
            Ok((round, rules, found, summary))
        })
        .await?;
    let language = visitor.say.language;
    let unmet = |one: &Applicant| {
        rules.unmet(one.role, &one.answers).iter().map(|rule| rule.said_in(language).to_owned()).collect()
    };
    let list = |(group, rows, next): Found| List {
        count: tally.get(group),
        rows: rows.into_iter().map(|one| (one.clone(), unmet(&one))).collect(),
        next,
        begins: mark.is_none(),
        group,
    };
    let lists = found.into_iter().map(list).collect();
    page(People {
        page: visitor.page(visitor.say.t("people-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &APPLICATION,
            "",
        ),
        coordinates: round.may(&APPLICATION, Verb::Write),
        rules: rules.eligible.iter().map(|rule| rule.said_in(language).to_owned()).collect(),
        criteria: crate::application::words::rules(visitor.say, &rules),
        mentors: tally.get(Group::Mentors),
        mentees: tally.get(Group::Mentees),
        out: tally.get(Group::Out),
        many: Group::ALL.iter().any(|group| tally.get(*group) > ON_A_PAGE as i64),
        part: group.is_some() || !part.find.is_empty(),
        sought: part.find,
        round,
        summary,
        lists,
    })
}
