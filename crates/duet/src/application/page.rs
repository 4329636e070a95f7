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
use crate::round::rules::{Criterion, First, Role, Rules};
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
        if unmet.is_empty() { eligible.push(applicant) } else { not_eligible.push((applicant, unmet)) }
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
        criteria: criteria_in_words(&visitor, &rules),
        round,
        summary,
        eligible_mentors,
        eligible_mentees,
        not_eligible,
    })
}

/// What makes a good fit and what is never paired, a sentence each.
fn criteria_in_words(visitor: &Visitor, rules: &Rules) -> Vec<String> {
    let say = visitor.say;
    let first = if rules.first == First::Count { "rule-first-count" } else { "rule-first-total" };
    let mut words = vec![say.t(first).into_owned(), say.t("rule-never-evaluator").into_owned()];
    if rules.different_workplace {
        words.push(say.t("rule-different-workplace").into_owned());
    }
    if rules.least_fit.0 > 0 {
        words.push(say.t1("rule-least-fit", "fit", rules.least_fit.0));
    }
    words.extend(rules.criteria.iter().map(|criterion| {
        let key = match criterion {
            Criterion::Same { .. } => "rule-same",
            Criterion::Different { .. } => "rule-different",
            Criterion::Overlap { .. } => "rule-overlap",
            Criterion::Ahead { .. } => "rule-ahead",
        };
        say.t2(key, "heading", criterion.headings().1, "weight", criterion.weight().to_string())
    }));
    words
}
