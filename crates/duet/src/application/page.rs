//! Applicants, in the browser: who is eligible.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::Result;
use kit::access::Verb;

use super::access::APPLICATION;
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
    eligible_mentors: Vec<Applicant>,
    eligible_mentees: Vec<Applicant>,
    not_eligible: Vec<(Applicant, Vec<String>)>,
}

async fn people(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, rules, applicants, summary) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&APPLICATION, Verb::List)?;
            let (rules, applicants) = (round::store::rules(c, &round)?, store::applicants(c, &round)?);
            let summary = store::last_import(c, &round)?;
            Ok((round, rules, applicants, summary))
        })
        .await?;
    let language = visitor.say.language;
    let (mut eligible, mut not_eligible) = (Vec::new(), Vec::new());
    for applicant in applicants {
        let unmet: Vec<String> = rules
            .unmet(applicant.role, &applicant.answers)
            .iter()
            .map(|rule| rule.said_in(language).to_owned())
            .collect();
        if applicant.is_eligible(&rules) { eligible.push(applicant) } else { not_eligible.push((applicant, unmet)) }
    }
    let (eligible_mentors, eligible_mentees) =
        eligible.into_iter().partition(|one: &Applicant| one.role == Role::Mentor);
    page(People {
        page: visitor.page(visitor.say.t("people-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &APPLICATION,
            "",
        ),
        coordinates: round.may(&APPLICATION, Verb::Write),
        rules: rules.eligible.iter().map(|rule| rule.said_in(language).to_owned()).collect(),
        criteria: crate::application::words::rules(visitor.say, &rules),
        round,
        summary,
        eligible_mentors,
        eligible_mentees,
        not_eligible,
    })
}
