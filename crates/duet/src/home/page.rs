//! Home, in the browser; and the front page for who is not signed in.

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use kit::db::Read;

use super::{Next, next, store};
use crate::by_mail::page::{ComeBack, front_page};
use crate::demo::cast::{self, Door};
use crate::entry;
use crate::identity::Known;
use crate::import::page::SHEETS;
use crate::letter;
use crate::notice;
use crate::partnership::{self, Partnership, Standing};
use crate::person::{self, Viewer};
use crate::pupil;
use crate::rating;
use crate::round::{self, Round};
use crate::scheme::Duty;
use crate::web::{App, Fault, Guest, Shell, Visitor, page};

/// Home.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/", get(home))
}

async fn home(visitor: Option<Visitor>, guest: Guest, Query(next): Query<ComeBack>) -> Result<Response, Fault> {
    match visitor {
        Some(visitor) => signed_in(visitor).await,
        None if guest.app.demo => page(Doors {
            page: guest.page(guest.say.t("doors-title").into_owned()),
            doors: cast::doors(),
            accept: SHEETS,
            script: guest.app.assets.address("drop.js").to_owned(),
            next: next.path().to_owned(),
        }),
        None => page(front_page(&guest, next.path())),
    }
}

#[derive(Template)]
#[template(path = "home/doors.html")]
struct Doors {
    page: Shell,
    doors: Vec<Door>,
    accept: &'static str,
    script: String,
    next: String,
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct Show {
    page: Shell,
    name: String,
    next: Option<Next>,
    step: Option<Step>,
    partnerships: Vec<(Partnership, String, &'static str, &'static str)>,
    rounds: Vec<(Round, bool)>,
    waiting_letters: i64,
    entries: Vec<entry::Waiting>,
    asked: Vec<rating::store::AskedOf>,
    /// How many pupils they teach; and where they see to those of others, if there are any.
    pupils: i64,
    all_pupils: Option<&'static str>,
    administers: bool,
    lacks_notice: bool,
    elsewhere: Vec<Elsewhere>,
    offered: Vec<Known>,
}

/// What waits for somebody in another organisation that knows them.
struct Elsewhere {
    at: Known,
    words: Vec<String>,
}

/// The step a coordinator can take next: words, why, where, and the button's words.
struct Step {
    words: String,
    why: String,
    path: String,
    button: String,
}

impl Step {
    fn of(visitor: &Visitor, step: &super::RoundStep) -> Step {
        let (path, key) = step.next();
        let say = visitor.say;
        Step {
            words: say.t1(key, "round", &step.name),
            why: say.t(&format!("{key}-why")).into_owned(),
            button: say.t(&format!("{key}-button")).into_owned(),
            path,
        }
    }
}

async fn signed_in(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let sends = visitor.does(Duty::Coordinator);
    let administers = visitor.does(Duty::Administrator);
    let (partnerships, answered, rounds, waiting_letters, step, lacks_notice, (entries, asked), pupils) = visitor
        .read(move |c| {
            let partnerships = partnership::store::of(c, viewer)?;
            let answered = partnership::store::answered_by(c, viewer.person)?;
            let waiting = if sends { letter::store::waiting(c, viewer)? } else { 0 };
            let step = if sends { store::next_step(c, viewer)? } else { None };
            let lacks_notice = administers && notice::store::newest(c)?.is_none();
            let rounds = round::store::seen_by(c, viewer)?;
            let asked = (entry::store::waiting(c, viewer)?, rating::store::asked_of(c, viewer)?);
            let is_any = (administers || sends) && pupil::store::is_any(c)?;
            let pupils = (pupil::store::how_many(c, viewer)?, is_any);
            Ok((partnerships, answered, rounds, waiting, step, lacks_notice, asked, pupils))
        })
        .await?;
    let elsewhere = elsewhere(&visitor).await?;
    let leads = |round: &Round| {
        visitor.does_for(Duty::Coordinator, round.scheme) || visitor.does_for(Duty::Coach, round.scheme)
    };
    let shell = visitor.page(visitor.say.t("home-title").into_owned());
    let colour = partnerships.first().map(|one| one.colour).or(rounds.first().map(|round| round.colour));
    page(Show {
        page: match colour {
            Some(colour) => shell.coloured(colour),
            None => shell,
        },
        name: visitor.name.split(' ').next().unwrap_or(&visitor.name).to_owned(),
        next: next(&partnerships, &answered, viewer.person),
        partnerships: partnerships.into_iter().map(|one| listed(one, viewer.person)).collect(),
        rounds: rounds.into_iter().map(|round| (round.clone(), leads(&round))).collect(),
        waiting_letters,
        entries,
        asked,
        pupils: pupils.0,
        all_pupils: pupils.1.then_some(if administers { "/pupils" } else { "/pupils/counts" }),
        step: step.map(|step| Step::of(&visitor, &step)),
        administers,
        lacks_notice,
        elsewhere,
        offered: visitor.offered,
    })
}

/// What waits in the other organisations, each asked through its own handle.
async fn elsewhere(visitor: &Visitor) -> Result<Vec<Elsewhere>, Fault> {
    let mut all = Vec::new();
    for at in visitor.memberships.iter().filter(|one| one.organisation != visitor.viewer.organisation) {
        let there = at.viewer();
        let waiting = visitor.app.store.read(there.organisation, move |c| waits(c, there)).await?;
        let Some((next, letters)) = waiting else { continue };
        let mut words: Vec<String> = next.iter().filter_map(|next| said(visitor, next)).collect();
        if letters > 0 {
            words.push(visitor.say.t1("next-letters", "count", letters));
        }
        all.push(Elsewhere { at: at.clone(), words });
    }
    Ok(all)
}

/// What waits for them there: nothing is said of an organisation whose gate is shut for them.
fn waits(c: &mut Read<'_>, there: Viewer) -> kit::Result<Option<(Option<Next>, i64)>> {
    if !person::store::get(c, there.person)?.membership.may_sign_in() {
        return Ok(None);
    }
    let (partnerships, answered) =
        (partnership::store::of(c, there)?, partnership::store::answered_by(c, there.person)?);
    Ok(Some((next(&partnerships, &answered, there.person), letter::store::waiting(c, there)?)))
}

/// What is next for them, if it is theirs to do.
fn said(visitor: &Visitor, next: &Next) -> Option<String> {
    let (key, other) = match next {
        Next::Answer(_, other) => ("next-answer", other),
        Next::Log(_, other) => ("next-log", other),
        Next::Begin(_, other) => ("next-begin", other),
        Next::Wait(..) => return None,
    };
    Some(visitor.say.t1(key, "name", other.as_str()))
}

fn listed(one: Partnership, me: crate::person::PersonId) -> (Partnership, String, &'static str, &'static str) {
    let (state, key) = match one.standing() {
        Standing::Offered => ("open", "standing-offered"),
        Standing::Running => ("done", "standing-running"),
        Standing::Over => ("out", "standing-over"),
    };
    let other = one.other_name(me).to_owned();
    (one, other, state, key)
}
