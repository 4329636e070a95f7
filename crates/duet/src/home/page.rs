//! Home, in the browser; and the front page for who is not signed in.

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Read;

use super::access::HOME;
use super::{Going, Next, next, store};
use crate::assessment;
use crate::by_mail::page::{ComeBack, front_page};
use crate::call;
use crate::demo::cast::{self, Door};
use crate::entry;
use crate::erasure::due::Cut;
use crate::erasure::{self, HowManyDue, MOST_COUNTED};
use crate::identity::Known;
use crate::import::page::SHEETS;
use crate::letter;
use crate::notice::{self, USUAL_MONTHS};
use crate::partnership::access::FLAG;
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
    rounds: Vec<Led>,
    waiting_letters: i64,
    entries: Vec<entry::Waiting>,
    asked: Vec<rating::store::AskedOf>,
    /// How many pupils they teach; and where they see to those of others, if there are any.
    pupils: i64,
    all_pupils: Option<&'static str>,
    calls: Vec<(call::Listed, String)>,
    administers: bool,
    lacks_notice: bool,
    /// How many people's details are to go by what people are told, or are soon; and after how many months.
    due: Option<(HowManyDue, i64)>,
    elsewhere: Vec<Elsewhere>,
    offered: Vec<Known>,
    team: assessment::store::Leads,
    me: person::PersonId,
}

/// A round on somebody's home: whether they lead it, and then how it goes; and whether marks on its pairs are theirs to see.
struct Led {
    round: Round,
    leads: bool,
    flags: bool,
    going: Option<Going>,
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

/// What the database says of somebody's home.
struct Found {
    partnerships: Vec<Partnership>,
    answered: Vec<partnership::PartnershipId>,
    rounds: Vec<Round>,
    going: Vec<Going>,
    waiting_letters: i64,
    step: Option<super::RoundStep>,
    lacks_notice: bool,
    due: Option<(HowManyDue, i64)>,
    entries: Vec<entry::Waiting>,
    asked: Vec<rating::store::AskedOf>,
    calls: Vec<call::Listed>,
    team: assessment::store::Leads,
    pupils: i64,
    has_pupils: bool,
}

fn found(c: &mut Read<'_>, viewer: Viewer, duties: [bool; 3]) -> kit::Result<Found> {
    let [administers, coordinates, leads] = duties;
    let notice = if administers { notice::store::newest(c)? } else { None };
    let months = notice.as_ref().map_or(USUAL_MONTHS, |notice| notice.months);
    let cut = Cut::on(c.today(), months);
    let due = if administers { Some((erasure::store::how_many_due(c, cut)?, months)) } else { None };
    let waiting_letters = if coordinates { letter::store::waiting(c, viewer)? } else { 0 };
    Ok(Found {
        partnerships: partnership::store::of(c, viewer)?,
        answered: partnership::store::answered_by(c, viewer.person)?,
        rounds: round::store::seen_by(c, viewer)?,
        going: if leads { store::going(c, viewer)? } else { Vec::new() },
        waiting_letters,
        // Letters that wait come first: the step is not shown beside them.
        step: if coordinates && waiting_letters == 0 { store::next_step(c, viewer)? } else { None },
        lacks_notice: administers && notice.is_none(),
        due: due.filter(|(due, _)| due.past + due.soon > 0),
        entries: entry::store::waiting(c, viewer)?,
        asked: rating::store::asked_of(c, viewer)?,
        calls: call::store::open_for(c, viewer)?,
        team: assessment::store::leads(c, viewer)?,
        pupils: pupil::store::how_many(c, viewer)?,
        has_pupils: (administers || coordinates) && pupil::store::is_any(c)?,
    })
}

async fn signed_in(visitor: Visitor) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (administers, coordinates) = (visitor.does(Duty::Administrator), visitor.does(Duty::Coordinator));
    let duties = [administers, coordinates, coordinates || visitor.does(Duty::Coach)];
    let found = visitor.read(move |c| found(c, viewer, duties)).await?;
    let elsewhere = elsewhere(&visitor).await?;
    let leads = |scheme| [Duty::Coordinator, Duty::Coach].into_iter().any(|duty| visitor.does_for(duty, scheme));
    let led = |round: Round| Led {
        leads: leads(round.scheme),
        // Who may not look at a mark is not told that there is one.
        flags: visitor.may_for(round.scheme, &FLAG, Verb::List),
        going: found.going.iter().find(|one| one.round == round.id).cloned(),
        round,
    };
    // Who leads a round finds its call on the round's page, unless they apply to it themselves.
    let mine = |one: &call::Listed| one.has_applied || one.has_draft || !leads(one.call.scheme);
    let until = |one: &call::Listed| one.call.apply_by.map(|day| visitor.say.day(day)).unwrap_or_default();
    let own = store::own(viewer, &visitor.name);
    let shell = visitor.page(visitor.say.t("home-title").into_owned()).seen_by(&own, &HOME, "home-who-sees");
    let colour = found.partnerships.first().map(|one| one.colour).or(found.rounds.first().map(|round| round.colour));
    page(Show {
        page: match colour {
            Some(colour) => shell.coloured(colour),
            None => shell,
        },
        name: visitor.name.split(' ').next().unwrap_or(&visitor.name).to_owned(),
        next: next(&found.partnerships, &found.answered, viewer.person),
        partnerships: found.partnerships.into_iter().map(|one| listed(one, viewer.person)).collect(),
        rounds: found.rounds.into_iter().map(led).collect(),
        waiting_letters: found.waiting_letters,
        entries: found.entries,
        asked: found.asked,
        pupils: found.pupils,
        all_pupils: found.has_pupils.then_some(if administers { "/pupils" } else { "/pupils/counts" }),
        calls: found.calls.into_iter().filter(mine).map(|one| (one.clone(), until(&one))).collect(),
        step: found.step.map(|step| Step::of(&visitor, &step)),
        administers,
        lacks_notice: found.lacks_notice,
        due: found.due,
        elsewhere,
        team: found.team,
        me: viewer.person,
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
