//! What a round's form asks, in the browser: the questions of both forms, and the form to put one into other words.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes as Taken, Typed};
use kit::sheet::folded;
use kit::web::go_to;
use kit::{Problem, Result};
use serde::Deserialize;

use super::access::QUESTION;
use super::{MOST_CHOICE, MOST_WORDS, Question, Takes, Worded, asked, choices, said, store, typed, word};
use crate::access::Reached;
use crate::mapping::is_private;
use crate::private_answer::MOST_PURPOSE;
use crate::round::rules::{Answers, Role, Rules, answer};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of questions.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/questions", get(list))
        .route("/rounds/{id}/questions/wording", get(ask).post(take))
}

/// What is said of a question.
pub static WORD: Spec = Spec {
    name: "question",
    fields: &[
        Field { name: "heading", takes: Taken::Line { most: MOST_CHOICE, optional: false } },
        Field { name: "words", takes: Taken::Line { most: MOST_WORDS, optional: true } },
        Field { name: "words_cy", takes: Taken::Line { most: MOST_WORDS, optional: true } },
        Field { name: "choices", takes: Taken::Prose(20_000) },
        Field { name: "purpose", takes: Taken::Line { most: MOST_PURPOSE, optional: true } },
    ],
};

/// A question, and what is to be said of it in a list.
struct Listed {
    of: Question,
    words: String,
    takes: &'static str,
    choices: String,
}

#[derive(Template)]
#[template(path = "question/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    writes: bool,
    /// The forms: the key of whose, and what it asks.
    forms: [(&'static str, Vec<Listed>); 2],
}

async fn list(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, rules, worded) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&QUESTION, Verb::List)?;
            let (rules, worded) = (round::store::rules(c, &round)?, store::of(c, id)?);
            Ok((round, rules, worded))
        })
        .await?;
    let say = visitor.say;
    let listed = |of: Question| Listed {
        words: of.worded.said_in(say.language),
        takes: match of.takes {
            Takes::Line => "question-takes-line",
            Takes::OneOf => "question-takes-one",
            Takes::OneOrOther => "question-takes-one-or-other",
            Takes::Many => "question-takes-many",
        },
        choices: of.choices.iter().map(|one| one.said_in(say.language)).collect::<Vec<_>>().join(", "),
        of,
    };
    let form = |role| asked(&rules, role, &worded).into_iter().map(listed).collect();
    page(List {
        page: visitor.page(say.t("questions-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &QUESTION,
            "questions-who-sees",
        ),
        writes: round.may(&QUESTION, Verb::Write),
        forms: [("questions-mentors", form(Role::Mentor)), ("questions-mentees", form(Role::Mentee))],
        round,
    })
}

/// Which question; none: one that the law protects, and nobody asks yet.
#[derive(Deserialize)]
struct Which {
    of: Option<String>,
}

#[derive(Template)]
#[template(path = "question/edit.html")]
struct Edit {
    page: Shell,
    round: Reached<Round>,
    /// The heading; empty for a new one.
    heading: String,
    /// Whether it is asked for a purpose.
    private: bool,
    /// Whether something was said about it before.
    own: bool,
    /// What people answered so far.
    said: String,
    form: Form,
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>, Query(which): Query<Which>) -> Result<Response, Fault> {
    let of = which.of.unwrap_or_default();
    page(edit(&visitor, id, &of, None, Vec::new()).await?)
}

async fn edit(visitor: &Visitor, id: RoundId, of: &str, kept: Option<Typed>, problems: Vec<Problem>) -> Result<Edit> {
    let (viewer, key) = (visitor.viewer, folded(of));
    let (round, rules, worded, answers) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&QUESTION, Verb::Write)?;
            let (rules, worded) = (round::store::rules(c, &round)?, store::of(c, id)?);
            let answers = store::said(c, round.scheme)?;
            Ok((round, rules, worded, answers))
        })
        .await?;
    let known = worded.into_iter().find(|one| one.key == key);
    let heading = known.as_ref().map(|one| one.heading.clone()).or_else(|| read_heading(&rules, &key));
    if heading.is_none() && !key.is_empty() && kept.is_none() {
        return Err(kit::Error::NotFound);
    }
    let heading = heading.unwrap_or_default();
    let private = heading.is_empty() || is_private(&heading) || !word::reads(&rules, &key);
    let typed = kept.unwrap_or_else(|| match &known {
        Some(one) => Typed::default()
            .with("heading", &one.heading)
            .with("words", &one.words)
            .with("words_cy", &one.words_cy)
            .with("choices", typed(&one.choices))
            .with("purpose", &one.purpose),
        None => Typed::default().with("heading", &heading),
    });
    let form = Form::new(&WORD, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t("question-title").into_owned()).coloured(round.colour);
    let who = shell.who_sees(&round, &QUESTION, "questions-who-sees");
    let form = form.seen_by(&["heading", "words", "words_cy", "choices", "purpose"], &who);
    Ok(Edit {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &QUESTION, "questions-who-sees"),
        said: if private { String::new() } else { so_far(&answers, &rules, &heading) },
        own: known.is_some(),
        private,
        round,
        heading,
        form,
    })
}

/// The heading of this key, as the rules write it.
fn read_heading(rules: &Rules, key: &str) -> Option<String> {
    let mut all = Role::ALL.iter().flat_map(|role| rules.headings(*role));
    all.find(|heading| folded(heading) == key).map(str::to_owned)
}

/// What people said so far under a heading, and under what it is compared with, to choose from.
fn so_far(answers: &[Answers], rules: &Rules, heading: &str) -> String {
    let with = rules.criteria.iter().map(crate::round::rules::Criterion::headings);
    let mut headings: BTreeMap<String, ()> = [(folded(heading), ())].into();
    for (offers, wants) in with.filter(|(offers, wants)| [folded(offers), folded(wants)].contains(&folded(heading))) {
        headings.extend([(folded(offers), ()), (folded(wants), ())]);
    }
    let all = answers.iter().flat_map(|one| headings.keys().map(|key| answer(one, key).to_owned()));
    typed(&said(&all.collect::<Vec<_>>()))
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| round::store::reached(c, viewer, id)?.must(&QUESTION, Verb::Write)).await?;
    let of = typed.text("of").to_owned();
    let to = format!("/rounds/{id}/questions");
    if typed.text("do") == "usual" {
        let key = folded(&of);
        let go_back = move |tx: &mut Tx<'_>| {
            word::go_back(tx, viewer, id, &key)?;
            Ok(to.clone())
        };
        return Ok(go_to(&visitor.once(&typed, go_back).await?));
    }
    let kept = match read(&typed, &of) {
        Ok(worded) => {
            let keep = move |tx: &mut Tx<'_>| {
                word::word(tx, viewer, id, &worded)?;
                Ok(to.clone())
            };
            visitor.once(&typed, keep).await
        }
        Err(cause) => Err(cause),
    };
    match kept {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let problems = problems(cause)?;
            problem_page(edit(&visitor, id, &of, Some(typed), problems).await?)
        }
    }
}

fn read(typed: &Typed, of: &str) -> Result<Worded> {
    let typed = if of.is_empty() { typed.clone() } else { typed.clone().with("heading", of) };
    let mut read = WORD.read(&typed);
    let (heading, words, words_cy) = (read.line("heading"), read.line("words"), read.line("words_cy"));
    let (lines, purpose) = (read.prose_if_any("choices"), read.line("purpose"));
    read.done()?;
    Ok(Worded { key: folded(&heading), heading, words, words_cy, choices: choices(&lines), purpose })
}
