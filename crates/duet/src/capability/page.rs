//! Capabilities, in the browser: all of them for everybody; one to add or to say in other words, and the levels, for who
//! writes them.

mod levels;
mod written;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::web::go_to;
use kit::words::Say;

pub use self::levels::LEVELS;
pub use self::written::WRITE;
use super::access::CAPABILITY;
use super::{Capability, CapabilityId, Framework, Scale, store, withdraw};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of capabilities.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/capabilities", get(list))
        .route("/capabilities/levels", get(levels::ask).post(levels::take))
        .route("/capabilities/new", get(written::ask_new).post(written::take_new))
        .route("/capabilities/{id}", get(written::ask).post(written::take))
        .route("/capabilities/{id}/withdrawal", post(take_withdrawal))
        .route("/capabilities/{id}/return", post(take_return))
}

#[derive(Template)]
#[template(path = "capability/list.html")]
struct List {
    page: Shell,
    /// The levels in words: number, name, and whether it is the first on which somebody could teach.
    levels: Vec<(i64, String, bool)>,
    areas: Vec<(String, Vec<Shown>)>,
    withdrawn: Vec<(CapabilityId, String, String)>,
    writes: bool,
}

/// A capability, and what its levels look like.
struct Shown {
    id: CapabilityId,
    name: String,
    levels: Vec<(i64, String, String)>,
}

async fn list(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (reached, framework) =
        visitor.read(move |c| Ok((store::framework_reached(c, viewer)?, store::framework(c)?))).await?;
    let say = visitor.say;
    let mut shell = visitor.page(say.t("capabilities-title").into_owned());
    shell.seen_by = Some(say.t("capabilities-who-sees").into_owned());
    let Framework { scale, .. } = &framework;
    let shown = |one: &Capability| Shown {
        id: one.id,
        name: one.said_in(say.language).to_owned(),
        levels: scale.as_ref().map(|scale| described(say, scale, one)).unwrap_or_default(),
    };
    let areas = framework.by_area(framework.standing(), say.language);
    let withdrawn = framework.all.iter().filter_map(|one| {
        let day = say.day(one.withdrawn_on?);
        Some((one.id, one.said_in(say.language).to_owned(), say.t1("capability-withdrawn-on", "day", day.as_str())))
    });
    page(List {
        page: shell,
        levels: scale.as_ref().map(|scale| with_teaching(say, scale)).unwrap_or_default(),
        areas: areas.into_iter().map(|(area, all)| (area, all.into_iter().map(shown).collect())).collect(),
        withdrawn: withdrawn.collect(),
        writes: reached.may(&CAPABILITY, Verb::Write),
    })
}

/// Each level's number and name.
fn named(say: Say, scale: &Scale) -> Vec<(i64, String)> {
    scale.numbers().map(|level| (level, scale.name(level, say.language).to_owned())).collect()
}

/// The same, and whether it is the first on which somebody could teach.
fn with_teaching(say: Say, scale: &Scale) -> Vec<(i64, String, bool)> {
    named(say, scale).into_iter().map(|(level, name)| (level, name, level == scale.teaches)).collect()
}

/// Each level that is described: its number, its name, what it looks like.
fn described(say: Say, scale: &Scale, capability: &Capability) -> Vec<(i64, String, String)> {
    let all = named(say, scale).into_iter();
    let with = all.map(|(level, name)| (level, name, capability.describes(level, say.language).to_owned()));
    with.filter(|(.., words)| !words.is_empty()).collect()
}

async fn take_withdrawal(
    visitor: Visitor,
    Path(id): Path<CapabilityId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let withdraw = move |tx: &mut Tx<'_>| withdraw::withdraw(tx, viewer, id).map(|()| "/capabilities".to_owned());
    Ok(go_to(&visitor.once(&typed, withdraw).await?))
}

async fn take_return(visitor: Visitor, Path(id): Path<CapabilityId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let take_up = move |tx: &mut Tx<'_>| withdraw::take_up(tx, viewer, id).map(|()| "/capabilities".to_owned());
    Ok(go_to(&visitor.once(&typed, take_up).await?))
}
