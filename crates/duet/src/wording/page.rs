//! What letters say, in the browser: for the coordinators of a scheme.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::Tx;
use kit::form::{Field, Form, Spec, Takes, Typed};
use kit::web::go_to;
use kit::words::{Language, Say};
use kit::{Error, Result};
use serde::Deserialize;

use super::access::WORDING;
use super::{Filled, Kind, MOST_BODY, MOST_SUBJECT, Wording, Wordings, reword, store};
use crate::access::Reached;
use crate::scheme::{self, Scheme, SchemeId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of wordings.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/schemes/{id}/letters", get(list))
        .route("/schemes/{id}/letters/{kind}/{language}", get(ask).post(take))
        .route("/schemes/{id}/letters/{kind}/{language}/usual", post(go_back))
}

/// What a wording is asked.
pub static REWORD: Spec = Spec {
    name: "wording",
    fields: &[
        Field { name: "subject", takes: Takes::Line { most: MOST_SUBJECT, optional: false } },
        Field { name: "body", takes: Takes::Prose(MOST_BODY) },
    ],
};

#[derive(Template)]
#[template(path = "wording/list.html")]
struct List {
    page: Shell,
    scheme: Reached<Scheme>,
    letters: Vec<(Kind, Vec<(Language, bool)>)>,
}

async fn list(visitor: Visitor, Path(id): Path<SchemeId>) -> Result<Response, Fault> {
    let (scheme, wordings) = coordinated(&visitor, id).await?;
    let words = visitor.app.words;
    let row = |kind: Kind| {
        let each = Language::ALL.iter().map(|language| (*language, wordings.of(kind, words.say(*language)).1));
        (kind, each.collect())
    };
    page(List {
        page: visitor.page(visitor.say.t("wordings-title").into_owned()).coloured(scheme.colour).seen_by(
            &scheme,
            &WORDING,
            "wordings-who-sees",
        ),
        letters: Kind::EDITABLE.into_iter().map(row).collect(),
        scheme,
    })
}

async fn coordinated(visitor: &Visitor, id: SchemeId) -> Result<(Reached<Scheme>, Wordings)> {
    let viewer = visitor.viewer;
    visitor
        .read(move |c| {
            let scheme = scheme::store::reached(c, viewer, id)?.that_may(&WORDING, Verb::See)?;
            Ok((scheme, store::of_scheme(c, id)?))
        })
        .await
}

/// Which letter of which scheme, as an address says it.
type Place = Path<(SchemeId, String, String)>;

/// Only the letters whose words may be changed are there.
fn place(Path((id, kind, language)): Place) -> Result<(SchemeId, Kind, Language)> {
    let kind: Kind = kind.parse()?;
    let language: Language = language.parse()?;
    if Kind::EDITABLE.contains(&kind) { Ok((id, kind, language)) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "wording/edit.html")]
struct Edit {
    page: Shell,
    scheme: Reached<Scheme>,
    kind: Kind,
    language: Language,
    form: Form,
    gaps: Vec<Gap>,
    preview: Option<Wording>,
    is_own: bool,
    kept: bool,
}

struct Gap {
    name: String,
    means: String,
    required: bool,
}

#[derive(Deserialize)]
struct Just {
    kept: Option<String>,
}

async fn ask(visitor: Visitor, at: Place, Query(just): Query<Just>) -> Result<Response, Fault> {
    let (id, kind, language) = place(at)?;
    let (scheme, wordings) = coordinated(&visitor, id).await?;
    let (wording, is_own) = wordings.of(kind, visitor.app.words.say(language));
    let typed = Typed::default().with("subject", wording.subject).with("body", wording.body);
    let form = Form::new(&REWORD, visitor.say, typed);
    let edit = edit(&visitor, scheme, (kind, language), form, is_own);
    page(Edit { kept: is_own && just.kept.is_some(), ..edit })
}

fn edit(
    visitor: &Visitor,
    scheme: Reached<Scheme>,
    (kind, language): (Kind, Language),
    form: Form,
    is_own: bool,
) -> Edit {
    let gap = |name: &&str| Gap {
        name: format!("{{{name}}}"),
        means: visitor.say.t(means(name)).into_owned(),
        required: kind.required().contains(name),
    };
    let shell = visitor.page(visitor.say.t(kind.key()).into_owned()).coloured(scheme.colour);
    let form = form.seen_by(&["subject", "body"], &shell.who_sees(&scheme, &WORDING, "wording-who-sees"));
    Edit {
        page: shell.wrong_if(form.is_wrong()).seen_by(&scheme, &WORDING, "wordings-who-sees"),
        scheme,
        kind,
        language,
        form,
        gaps: kind.gaps().iter().map(gap).collect(),
        preview: None,
        is_own,
        kept: false,
    }
}

/// The key of what stands in a gap.
fn means(gap: &str) -> &'static str {
    match gap {
        "name" => "wording-gap-name",
        "other" => "wording-gap-other",
        "workplace" => "wording-gap-workplace",
        "why" => "wording-gap-why",
        "starts" => "wording-gap-starts",
        "day" => "wording-gap-day",
        "round" => "wording-gap-round",
        "scheme" => "wording-gap-scheme",
        "what" => "wording-gap-what",
        "purpose" => "wording-gap-purpose",
        "until" => "wording-gap-until",
        "link" => "wording-gap-link",
        _ => "wording-gap-signed",
    }
}

async fn take(visitor: Visitor, at: Place, Posted(typed): Posted) -> Result<Response, Fault> {
    let (id, kind, language) = place(at)?;
    let (scheme, wordings) = coordinated(&visitor, id).await?;
    let is_own = wordings.of(kind, visitor.app.words.say(language)).1;
    let is_preview = typed.text("do") == "preview";
    let read = read(&typed).and_then(|wording| wording.check(kind).map(|()| wording));
    let wording = match read {
        Ok(wording) => wording,
        Err(cause) => {
            let form = Form::new(&REWORD, visitor.say, typed).with_problems(problems(cause)?);
            return problem_page(edit(&visitor, scheme, (kind, language), form, is_own));
        }
    };
    if is_preview {
        let sample = sample(visitor.app.words.say(language), &visitor, &scheme);
        let preview = Some(wording.filled(&sample));
        let form = Form::new(&REWORD, visitor.say, typed);
        return page(Edit { preview, ..edit(&visitor, scheme, (kind, language), form, is_own) });
    }
    let viewer = visitor.viewer;
    let reword = move |tx: &mut Tx<'_>| {
        reword::reword(tx, viewer, id, (kind, language), &wording)?;
        Ok(format!("/schemes/{id}/letters/{kind}/{language}?kept=yes"))
    };
    Ok(go_to(&visitor.once(&typed, reword).await?))
}

fn read(typed: &Typed) -> Result<Wording> {
    let mut read = REWORD.read(typed);
    let wording = Wording { subject: read.line("subject"), body: read.prose("body") };
    read.done()?;
    Ok(wording)
}

/// Invented people, for a look at how a letter reads.
fn sample(say: Say, visitor: &Visitor, scheme: &Scheme) -> Filled {
    let day = say.day(visitor.app.store.clock().today());
    vec![
        ("name", say.t("wording-sample-name").into_owned()),
        ("other", say.t("wording-sample-other").into_owned()),
        ("workplace", say.t("wording-sample-workplace").into_owned()),
        ("why", say.t("wording-sample-why").into_owned()),
        ("what", say.t("wording-sample-what").into_owned()),
        ("purpose", scheme.purpose.clone()),
        ("link", format!("{}/calls/…", visitor.app.public_url)),
        ("until", day.clone()),
        ("starts", day.clone()),
        ("day", day),
        ("round", say.t("wording-sample-round").into_owned()),
        ("scheme", scheme.name.clone()),
        ("signed", visitor.name.clone()),
    ]
}

async fn go_back(visitor: Visitor, at: Place, Posted(typed): Posted) -> Result<Response, Fault> {
    let (id, kind, language) = place(at)?;
    let viewer = visitor.viewer;
    let go_back = move |tx: &mut Tx<'_>| {
        reword::go_back(tx, viewer, id, (kind, language))?;
        Ok(format!("/schemes/{id}/letters/{kind}/{language}"))
    };
    Ok(go_to(&visitor.once(&typed, go_back).await?))
}
