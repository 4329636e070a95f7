//! Everything about somebody, in the browser: a page, and a file to take away.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use kit::Error;
use kit::clock::{Clock, Day, Instant};
use kit::words::{Language, Say};
use serde_json::{Map, Value};

use super::{LEFT_OUT, Section, paper, store, words};
use crate::audit::Act;
use crate::erasure;
use crate::web::{App, Fault, Oneself, Shell, Visitor, page};

/// The pages about oneself.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/me", get(show))
        .route("/me/everything.json", get(take_away))
        .route("/people/{id}/everything", get(paper::page::ask).post(paper::page::take))
}

#[derive(Template)]
#[template(path = "about/show.html")]
struct Show {
    page: Shell,
    sections: Vec<Told>,
    left_out: Vec<(String, String)>,
    has_asked: bool,
}

/// A section in words: its heading, and its rows of labels and values.
pub(super) struct Told {
    pub(super) heading: String,
    pub(super) rows: Vec<Vec<(String, String)>>,
    /// How many older rows are in the file only.
    more: usize,
}

/// How many rows of a table the page shows, the newest; the file has all.
const SHOWN: usize = 50;

async fn show(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (sections, has_asked) =
        visitor.read(move |c| Ok((store::everything(c, viewer)?, erasure::store::is_asked(c, viewer.person)?))).await?;
    let say = visitor.say;
    let clock = visitor.app.store.clock().clone();
    page(Show {
        page: visitor.page(say.t("about-title").into_owned()),
        sections: told(say, &clock, &sections, SHOWN),
        left_out: left_out(say),
        has_asked,
    })
}

/// The sections that have anything in them, in words, with so many rows of each at most: the newest first.
pub(super) fn told(say: Say, clock: &Clock, sections: &[Section], most: usize) -> Vec<Told> {
    let cell = |table: &str, (field, value): &(&'static str, Value)| {
        let told = words(value).map(|text| in_words(say, clock, (table, field), value, text))?;
        Some((say.t(&format!("about-field-{field}")).into_owned(), told))
    };
    let row = |table: &str, row: &[super::Told]| row.iter().filter_map(|one| cell(table, one)).collect();
    let section = |section: &Section| Told {
        heading: heading(say, section.name),
        rows: section.rows.iter().rev().take(most).map(|one| row(section.name, one)).collect(),
        more: section.rows.len().saturating_sub(most),
    };
    sections.iter().filter(|section| !section.rows.is_empty()).map(section).collect()
}

/// What a table holds, in words.
pub(super) fn heading(say: Say, table: &str) -> String {
    say.t(&format!("about-{table}")).into_owned()
}

/// What is not told as it is, and why, in words.
pub(super) fn left_out(say: Say) -> Vec<(String, String)> {
    LEFT_OUT.iter().map(|(table, why)| (heading(say, table), say.t(&format!("about-why-{why}")).into_owned())).collect()
}

/// Days, moments, yes and no, and what is kept as a code, as people say them; anything else as it is.
fn in_words(say: Say, clock: &Clock, (table, field): (&str, &str), value: &Value, text: String) -> String {
    if let Some(yes) = value.as_bool() {
        return say.t(if yes { "about-yes" } else { "about-no" }).into_owned();
    }
    if let Some(key) = said(table, field, &text) {
        return say.t(key).into_owned();
    }
    match (field, text.parse::<Day>(), text.parse::<Instant>()) {
        ("act", ..) => text.parse::<Act>().map_or(text, |act| say.t(&act.key()).into_owned()),
        ("language", ..) => text.parse::<Language>().map_or(text, |language| language.own_name().to_owned()),
        (field, Ok(day), _) if field.ends_with("_on") => say.day(day),
        (field, _, Ok(at)) if field.ends_with("_at") => format!("{}, {}", say.day(clock.day_of(at)), clock.time_of(at)),
        _ => text,
    }
}

/// The key of what a column's code means, when it holds a code.
fn said(table: &str, field: &str, code: &str) -> Option<&'static str> {
    Some(match (table, field, code) {
        ("evaluation", "relation", "line_manages") => "about-line-manages",
        ("evaluation", "relation", "supervises") => "about-supervises",
        ("evaluation", "relation", "appraises") => "about-appraises",
        ("evaluation", "relation", "decides_pay") => "about-decides-pay",
        ("partnership_answer", "answer", "accept") => "about-yes",
        ("partnership_answer", "answer", "decline") => "about-no",
        ("session", "way", "in_person") => "session-way-in_person",
        ("session", "way", "online") => "session-way-online",
        ("session", "way", "phone") => "session-way-phone",
        (_, "role", "mentor") => "mentor",
        (_, "role", "mentee") => "mentee",
        ("teaching", "role", "tutor") => "teacher-role-tutor",
        ("teaching", "role", "school_teacher") => "teacher-role-school_teacher",
        ("appointment", "duty", "administrator") => "duty-administrator",
        ("appointment", "duty", "coordinator") => "duty-coordinator",
        ("appointment", "duty", "coach") => "duty-coach",
        ("appointment", "duty", "sponsor") => "duty-sponsor",
        ("rating", "moment", "before") => "rating-before",
        ("rating", "moment", "after") => "rating-after",
        ("assessment", "source", "self") => "assessment-is-self",
        ("assessment", "source", "supervision") => "assessment-is-supervision",
        ("assessment", "source", "observation") => "assessment-is-observation",
        ("assessment", "source", "peer") => "assessment-is-peer",
        ("assessment", "source", "matrix") => "assessment-is-matrix",
        ("entry", "what", "application") => "entry-is-application",
        ("entry", "what", "answer") => "entry-is-answer",
        ("entry", "what", "session") => "entry-is-session",
        ("entry", "settled", "right") => "about-settled-right",
        ("entry", "settled", "taken_back") => "entry-taken-back",
        _ => return None,
    })
}

/// The same as a file: each table with its rows, each row with its columns.
async fn take_away(Oneself(visitor): Oneself) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let sections = visitor.read(move |c| store::everything(c, viewer)).await?;
    let row = |row: Vec<super::Told>| {
        Value::Object(row.into_iter().map(|(field, value)| (field.to_owned(), value)).collect())
    };
    let table = |section: Section| (section.name.to_owned(), Value::Array(section.rows.into_iter().map(row).collect()));
    let all: Map<String, Value> = sections.into_iter().map(table).collect();
    let text = serde_json::to_vec_pretty(&all).map_err(|cause| Fault(Error::internal(cause)))?;
    let what = (Act::EverythingTakenOut, viewer.person.0);
    Ok(visitor.takes_out(what, "everything-about-me.json", "application/json; charset=utf-8", text).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::about::SECTIONS;
    use crate::schema::MIGRATIONS;

    /// Each column of a table that is told which the schema lets hold a few codes only, with them.
    fn coded() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
        let (mut found, mut table) = (Vec::new(), "");
        for line in MIGRATIONS.iter().flat_map(|migration| migration.text.lines()) {
            if let Some(rest) = line.strip_prefix("create table ").or_else(|| line.strip_prefix("alter table ")) {
                table = rest.split(' ').next().unwrap_or_default();
            }
            let check = line.split_once("check (").and_then(|(_, check)| check.split_once(" in ("));
            let Some((column, codes)) = check.filter(|(column, _)| !column.contains(' ')) else { continue };
            if SECTIONS.contains(&table) {
                found.push((table, column, codes.split('\'').skip(1).step_by(2).collect()));
            }
        }
        found
    }

    #[test]
    fn every_code_has_words() {
        let all = coded();
        for one in ["evaluation.relation", "teaching.role", "entry.settled", "application_draft.role"] {
            assert!(all.iter().any(|(table, column, _)| one == format!("{table}.{column}")), "{one} holds codes");
        }
        // How somebody belongs is not told. A language is told by its own name.
        for (table, column, codes) in all.iter().filter(|(_, column, _)| !["membership", "language"].contains(column)) {
            for code in codes {
                assert!(said(table, column, code).is_some(), "{table}.{column} says “{code}”");
            }
        }
        assert_eq!(said("private_answer", "answer", "accept"), None, "what somebody wrote stays as they wrote it");
    }
}
