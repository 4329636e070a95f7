//! The page on which the levels are written.

use askama::Template;
use axum::response::Response;
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::words::Language;
use kit::{Problem, Result};

use crate::capability::access::CAPABILITY;
use crate::capability::draft::{LEVELS as COUNT, MOST_LEVEL};
use crate::capability::{Scale, ScaleDraft, scale, store};
use crate::web::{Fault, Posted, Shell, Visitor, page, problem_page, problems};

const MOST: usize = *COUNT.end() * (MOST_LEVEL + 2);

/// What is asked about the levels.
pub static LEVELS: Spec = Spec {
    name: "capability",
    fields: &[
        Field { name: "names", takes: Takes::Prose(MOST) },
        Field { name: "names_cy", takes: Takes::Prose(MOST) },
        Field { name: "lowest", takes: Takes::Choice(&["1", "0"]) },
        Field { name: "teaches", takes: Takes::Whole { least: 0, most: 7 } },
    ],
};

fn draft(typed: &Typed) -> Result<ScaleDraft> {
    let mut read = LEVELS.read(typed);
    let (names, names_cy) = (read.prose("names"), read.prose_if_any("names_cy"));
    let (lowest, teaches) = (read.choice::<i64>("lowest"), read.whole("teaches"));
    read.done()?;
    Ok(ScaleDraft { lowest: lowest.unwrap_or(1), names, names_cy, teaches })
}

#[derive(Template)]
#[template(path = "capability/levels.html")]
struct Levels {
    page: Shell,
    form: Form,
    used: bool,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Fault> {
    page(levels(&visitor, None, Vec::new()).await?)
}

async fn levels(visitor: &Visitor, typed: Option<Typed>, problems: Vec<Problem>) -> Result<Levels> {
    let viewer = visitor.viewer;
    let (known, used) = visitor
        .read(move |c| {
            store::framework_reached(c, viewer)?.must(&CAPABILITY, Verb::Write)?;
            Ok((store::framework(c)?.scale, store::is_assessed(c)?))
        })
        .await?;
    let typed = typed.unwrap_or_else(|| known.as_ref().map_or_else(|| suggested(visitor), filled));
    let who = visitor.say.t("capabilities-who-sees");
    let form = Form::new(&LEVELS, visitor.say, typed).with_problems(problems).seen_by(&["names", "names_cy"], &who);
    let shell = visitor.page(visitor.say.t("capability-levels-title").into_owned());
    Ok(Levels { page: shell.wrong_if(form.is_wrong()), form, used })
}

fn filled(scale: &Scale) -> Typed {
    let lines = |of: fn(&crate::capability::Words) -> &str| scale.levels.iter().map(of).collect::<Vec<_>>().join("\n");
    let welsh = lines(|words| words.cy.as_str());
    Typed::default()
        .with("names", lines(|words| words.en.as_str()))
        .with("names_cy", welsh.trim())
        .with("lowest", scale.lowest)
        .with("teaches", scale.teaches)
}

/// What fits most, to begin with.
fn suggested(visitor: &Visitor) -> Typed {
    let said = |language, key| visitor.app.words.say(language).t(key).replace(", ", "\n");
    Typed::default()
        .with("names", said(Language::English, "capability-levels-usual"))
        .with("names_cy", said(Language::Welsh, "capability-levels-usual"))
        .with("lowest", 1)
        .with("teaches", 4)
}

pub(super) async fn take(visitor: Visitor, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    // Before anything is said about what they typed: is it theirs to do?
    visitor.read(move |c| store::framework_reached(c, viewer)?.must(&CAPABILITY, Verb::Write)).await?;
    let written = match draft(&typed) {
        Ok(draft) => {
            let write = move |tx: &mut Tx<'_>| {
                scale::write(tx, viewer, &draft)?;
                Ok("/capabilities".to_owned())
            };
            visitor.once(&typed, write).await
        }
        Err(cause) => Err(cause),
    };
    match written {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(levels(&visitor, Some(typed), problems(cause)?).await?),
    }
}
