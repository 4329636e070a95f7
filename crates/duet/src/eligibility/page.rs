//! Who may take part, in the browser: the rules, a change with its effect shown before it is kept, and who is let in
//! although.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::{Error, Problem, Result};
use serde::Deserialize;

use super::access::ELIGIBILITY;
use super::{Change, Effect, MOST_NOTE, MOST_WORDS, RuleDraft, Waiver, WaiverId, change, store, waive};
use crate::access::Reached;
use crate::application::Applicant;
use crate::application::list::{self, Group, Mark};
use crate::person::PersonId;
use crate::round::rules::{Eligible, Role, Rules};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of eligibility.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/eligibility", get(show))
        .route("/rounds/{id}/eligibility/rule", get(ask).post(take))
        .route("/rounds/{id}/waivers", post(take_waiver))
        .route("/waivers/{id}/ending", post(end_waiver))
}

/// What a rule is asked.
pub static RULE: Spec = Spec {
    name: "eligibility",
    fields: &[
        Field { name: "role", takes: Takes::Choice(&["mentee", "mentor"]) },
        Field { name: "heading", takes: Takes::Line { most: 200, optional: false } },
        Field { name: "one_of", takes: Takes::Line { most: 1000, optional: true } },
        Field { name: "or", takes: Takes::Prose(2000) },
        Field { name: "words", takes: Takes::Line { most: MOST_WORDS, optional: false } },
        Field { name: "words_cy", takes: Takes::Line { most: MOST_WORDS, optional: true } },
    ],
};

/// What a waiver is asked.
pub static WAIVE: Spec =
    Spec { name: "waiver", fields: &[Field { name: "note", takes: Takes::Line { most: MOST_NOTE, optional: false } }] };

#[derive(Template)]
#[template(path = "eligibility/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    rules: Vec<String>,
    let_in: Vec<LetIn>,
    /// How many do not meet a rule; those of this page, where it begins and where the next does.
    out: i64,
    unmet: Vec<Unmet>,
    after: String,
    next: Option<Mark>,
}

/// Somebody who is let in without meeting every rule.
struct LetIn {
    of: Waiver,
    made_on: String,
}

/// Somebody who is not eligible, and the rules they do not meet.
struct Unmet {
    of: Applicant,
    rules: Vec<String>,
    form: Form,
}

/// Where the list of those who do not meet a rule begins.
#[derive(Deserialize)]
struct From {
    #[serde(default)]
    after: String,
}

async fn show(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(From { after }): Query<From>,
) -> Result<Response, Fault> {
    page(shown(&visitor, id, Typed::default().with("after", after), Vec::new()).await?)
}

/// The page; what was typed for somebody, and what is wrong with it, stands at them.
async fn shown(visitor: &Visitor, id: RoundId, typed: Typed, problems: Vec<Problem>) -> Result<Show> {
    let (viewer, say) = (visitor.viewer, visitor.say);
    let after = typed.text("after").to_owned();
    let mark: Option<Mark> = if after.is_empty() { None } else { Some(after.parse()?) };
    let (round, rules, (tally, found), waivers) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ELIGIBILITY, Verb::See)?;
            let (rules, waivers) = (round::store::rules(c, &round)?, store::of(c, &round)?);
            let found = list::look(c, &round, &rules, (Some(Group::Out), mark), "")?;
            Ok((round, rules, found, waivers))
        })
        .await?;
    let said = |rule: &Eligible| rule.said_in(say.language).to_owned();
    let let_in = waivers.into_iter().map(|of| LetIn { made_on: say.day(of.made_on), of });
    let (_, out, next) = found.into_iter().next().unwrap_or((Group::Out, Vec::new(), None));
    let wrong = !problems.is_empty();
    let form = |one: &Applicant| {
        let meant = typed.text("person") == one.person.to_string() && typed.text("role") == one.role.as_str();
        if meant {
            Form::new(&WAIVE, say, typed.clone()).with_problems(problems.clone())
        } else {
            Form::new(&WAIVE, say, Typed::default())
        }
    };
    let unmet = out.iter().map(|one| Unmet {
        rules: rules.unmet(one.role, &one.answers).into_iter().map(said).collect(),
        form: form(one),
        of: one.clone(),
    });
    let shell = visitor.page(say.t("eligibility-title").into_owned()).coloured(round.colour);
    Ok(Show {
        page: shell.wrong_if(wrong).seen_by(&round, &ELIGIBILITY, "eligibility-who-sees"),
        coordinates: round.may(&ELIGIBILITY, Verb::Write),
        rules: rules.eligible.iter().map(said).collect(),
        let_in: let_in.collect(),
        out: tally.get(Group::Out),
        unmet: unmet.collect(),
        after,
        next,
        round,
    })
}

/// Which rule: by its place, or none for a new one.
#[derive(Deserialize)]
struct At {
    rule: Option<usize>,
}

#[derive(Template)]
#[template(path = "eligibility/rule.html")]
struct Edit {
    page: Shell,
    round: Reached<Round>,
    /// The place of the rule, and what it says so far; empty for a new one.
    at: String,
    was: String,
    headings: Vec<String>,
    form: Form,
}

async fn edit(
    visitor: &Visitor,
    id: RoundId,
    make: impl FnOnce(&Rules) -> Result<(String, Typed, Vec<Problem>)>,
) -> Result<Edit> {
    let viewer = visitor.viewer;
    let (round, rules) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ELIGIBILITY, Verb::Write)?;
            let rules = round::store::rules(c, &round)?;
            Ok((round, rules))
        })
        .await?;
    let (at, typed, problems) = make(&rules)?;
    let was = typed.text("was").to_owned();
    let form = Form::new(&RULE, visitor.say, typed).with_problems(problems);
    let shell = visitor.page(visitor.say.t("eligibility-rule-title").into_owned()).coloured(round.colour);
    let fields = ["heading", "one_of", "or", "words", "words_cy"];
    let form = form.seen_by(&fields, &shell.who_sees(&round, &ELIGIBILITY, "eligibility-who-sees"));
    let mut headings: Vec<String> =
        Role::ALL.iter().flat_map(|role| rules.headings(*role)).map(str::to_owned).collect();
    headings.sort();
    headings.dedup();
    Ok(Edit {
        page: shell.wrong_if(form.is_wrong()).seen_by(&round, &ELIGIBILITY, "eligibility-who-sees"),
        round,
        at,
        was,
        headings,
        form,
    })
}

async fn ask(visitor: Visitor, Path(id): Path<RoundId>, Query(at): Query<At>) -> Result<Response, Fault> {
    let make = move |rules: &Rules| match at.rule {
        None => Ok((String::new(), Typed::default().with("role", Role::Mentee), Vec::new())),
        Some(at) => {
            let rule = rules.eligible.get(at).ok_or(Error::NotFound)?;
            let draft = RuleDraft::of(rule);
            let typed = Typed::default().with("role", draft.role).with("heading", draft.heading);
            let typed = typed.with("one_of", draft.one_of).with("or", draft.or);
            let typed = typed.with("words", &draft.words).with("words_cy", draft.words_cy).with("was", &draft.words);
            Ok((at.to_string(), typed, Vec::new()))
        }
    };
    page(edit(&visitor, id, make).await?)
}

#[derive(Template)]
#[template(path = "eligibility/check.html")]
struct Check {
    page: Shell,
    round: Reached<Round>,
    removes: bool,
    words: String,
    effect: Effect,
    /// Everything that was typed, to be sent again.
    hidden: Vec<(&'static str, String)>,
}

/// What a form asks for: to see the effect first, or to change the rules.
async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let round =
        visitor.read(move |c| round::store::reached(c, viewer, id)?.that_may(&ELIGIBILITY, Verb::Write)).await?;
    let asked = match read(&typed) {
        Ok(asked) => asked,
        Err(cause) => {
            let problems = problems(cause)?;
            let at = typed.text("at").to_owned();
            return problem_page(edit(&visitor, id, move |_| Ok((at, typed, problems))).await?);
        }
    };
    if typed.text("do") == "keep" {
        let change = move |tx: &mut Tx<'_>| {
            change::change(tx, viewer, id, &asked)?;
            Ok(format!("/rounds/{id}/eligibility"))
        };
        return Ok(go_to(&visitor.once(&typed, change).await?));
    }
    let preview = asked.clone();
    let effect = visitor.read(move |c| change::effect(c, viewer, id, &preview)).await?;
    let shell = visitor.page(visitor.say.t("eligibility-check-title").into_owned()).coloured(round.colour);
    let removes = matches!(asked, Change::Remove(..));
    let names = ["at", "was", "role", "heading", "one_of", "or", "words", "words_cy"];
    let sent = |name: &'static str| (name, typed.text(name).to_owned());
    let mut hidden: Vec<_> = names.into_iter().map(sent).collect();
    if removes {
        hidden.push(("remove", "yes".to_owned()));
    }
    page(Check {
        page: shell.seen_by(&round, &ELIGIBILITY, "eligibility-who-sees"),
        round,
        words: match asked {
            Change::Add(rule) | Change::Replace(_, _, rule) => rule.said_in(visitor.say.language).to_owned(),
            Change::Remove(_, words) => words,
        },
        removes,
        effect,
        hidden,
    })
}

fn read(typed: &Typed) -> Result<Change> {
    let at = match typed.text("at") {
        "" => None,
        at => Some(at.parse::<usize>().map_err(|_| Error::invalid("", "error-request"))?),
    };
    let was = typed.text("was").to_owned();
    if let (Some(at), "yes") = (at, typed.text("remove")) {
        return Ok(Change::Remove(at, was));
    }
    let mut read = RULE.read(typed);
    let (role, heading, one_of) = (read.choice("role"), read.line("heading"), read.line("one_of"));
    let (or, words, words_cy) = (read.prose_if_any("or"), read.line("words"), read.line("words_cy"));
    read.done()?;
    let role = role.unwrap_or(Role::Mentee);
    let rule = RuleDraft { role, heading, one_of, or, words, words_cy }.rule()?;
    Ok(match at {
        None => Change::Add(rule),
        Some(at) => Change::Replace(at, was, rule),
    })
}

async fn take_waiver(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| round::store::reached(c, viewer, id)?.must(&ELIGIBILITY, Verb::Write)).await?;
    let who = (typed.text("person").parse::<PersonId>(), typed.text("role").parse::<Role>());
    let (Ok(person), Ok(role)) = who else { return Err(Fault(Error::invalid("", "error-request"))) };
    let mut read = WAIVE.read(&typed);
    let note = read.line("note");
    let here = match typed.text("after").parse::<Mark>() {
        Ok(mark) => format!("/rounds/{id}/eligibility?after={mark}"),
        Err(_) => format!("/rounds/{id}/eligibility"),
    };
    let waived = match read.done() {
        Ok(()) => {
            let waive = move |tx: &mut Tx<'_>| {
                waive::waive(tx, viewer, id, (person, role), &note)?;
                Ok(here.clone())
            };
            visitor.once(&typed, waive).await
        }
        Err(cause) => Err(cause),
    };
    match waived {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => {
            let problems = problems(cause)?;
            problem_page(shown(&visitor, id, typed, problems).await?)
        }
    }
}

async fn end_waiver(visitor: Visitor, Path(id): Path<WaiverId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let end = move |tx: &mut Tx<'_>| Ok(format!("/rounds/{}/eligibility", waive::end(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, end).await?))
}
