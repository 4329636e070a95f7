//! Ratings, in the browser: the page on which somebody says where they stand, the coordinator's page of who is asked, and
//! the coach's of what is shared.

mod check;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::form::Typed;
use kit::web::go_to;
use kit::{Problem, Result};

use super::access::{ASKING, RATING, SHARED_RATING};
use super::store::Counted;
use super::{Answered, Asking, Moment, Rating, STEPS, ask, is_for, rate, step_key, store};
use crate::access::Reached;
use crate::outcome::{self, Outcome, OutcomeId};
use crate::partnership::{self, Partnership, PartnershipId};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page, problem_page, problems};

/// The pages of ratings.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/partnerships/{id}/before", get(ask_before).post(take_before))
        .route("/partnerships/{id}/after", get(ask_after).post(take_after))
        .route("/partnerships/{id}/before/deletion", post(remove_before))
        .route("/partnerships/{id}/after/deletion", post(remove_after))
        .layer(axum::middleware::from_fn(kit::watch::unnamed))
        .route("/rounds/{id}/ratings", get(show).post(take))
        .route("/rounds/{id}/ratings/before", get(check::before))
        .route("/rounds/{id}/ratings/after", get(check::after))
        .route("/rounds/{id}/ratings/withdrawal", post(check::take_back))
        .route("/rounds/{id}/ratings/shared", get(shared))
}

/// One outcome as it is asked about.
struct Line {
    id: OutcomeId,
    words: String,
    steps: Vec<(u8, &'static str, bool)>,
    /// What they said before, and after, as keys.
    stood: [Option<&'static str>; 2],
}

#[derive(Template)]
#[template(path = "rating/rate.html")]
struct Rate {
    page: Shell,
    pair: Reached<Partnership>,
    other: String,
    moment: Moment,
    lines: Vec<Line>,
    line: String,
    shared: bool,
    known: bool,
    looks_back: bool,
    unreadable: bool,
    is_open: bool,
    wrong: Vec<(&'static str, String)>,
}

async fn ask_before(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    page(rating(&visitor, id, Moment::Before, None, Vec::new()).await?)
}

async fn ask_after(visitor: Visitor, Path(id): Path<PartnershipId>) -> Result<Response, Fault> {
    page(rating(&visitor, id, Moment::After, None, Vec::new()).await?)
}

/// What the page needs: the pair, whether they are asked now, what about, and what they said before and after.
type Known = (Reached<Partnership>, bool, Vec<Outcome>, [Option<Rating>; 2]);

fn known(c: &mut Read<'_>, visitor: crate::person::Viewer, id: PartnershipId, moment: Moment) -> Result<Known> {
    let pair = partnership::store::reached(c, visitor, id)?.that_may(&RATING, Verb::Write)?;
    let open = pair.started_on.is_some() && store::is_open(c, pair.round, moment)?;
    let role = rate::role(&pair, visitor);
    let mut outcomes = outcome::store::of_scheme(c, pair.scheme)?;
    outcomes.retain(|one| one.is_asked() && is_for(one, role));
    let own = [store::own(c, visitor, pair.round, Moment::Before)?, store::own(c, visitor, pair.round, Moment::After)?];
    Ok((pair, open, outcomes, own))
}

async fn rating(
    visitor: &Visitor,
    id: PartnershipId,
    moment: Moment,
    typed: Option<&Typed>,
    found: Vec<Problem>,
) -> Result<Rate> {
    let viewer = visitor.viewer;
    let (pair, is_open, outcomes, both) = visitor.read(move |c| known(c, viewer, id, moment)).await?;
    let say = visitor.say;
    let own = both[usize::from(moment == Moment::After)].as_ref();
    let said = own.and_then(|own| own.answered.clone()).unwrap_or_default();
    let said = typed.map_or(said, |typed| read(typed, outcomes.iter().map(|one| one.id)));
    let line = |one: &Outcome| Line {
        id: one.id,
        words: one.said_in(say.language).to_owned(),
        stood: both.each_ref().map(|own| step_key_of(own.as_ref()?, one.id)),
        steps: (1..=STEPS as u8).map(|step| (step, step_key(step), said.steps.get(&one.id) == Some(&step))).collect(),
    };
    let title = say.t(if moment == Moment::Before { "rating-title-before" } else { "rating-title-after" }).into_owned();
    let mut shell = visitor.page(title).coloured(pair.colour).wrong_if(!found.is_empty());
    let coaches: Vec<&str> = pair.who_may(&SHARED_RATING, Verb::See).iter().map(|one| one.name.as_str()).collect();
    shell.seen_by = Some(match coaches.as_slice() {
        [] => say.t("rating-who-sees").into_owned(),
        coaches => say.t1("rating-who-sees-coach", "names", coaches.join(", ")),
    });
    Ok(Rate {
        other: pair.other_name(viewer.person).to_owned(),
        page: shell,
        lines: outcomes.iter().map(line).collect(),
        shared: typed.map_or(own.is_some_and(|own| own.shared), |typed| !typed.text("shared").is_empty()),
        line: said.line.clone(),
        known: own.is_some(),
        looks_back: both.iter().flatten().count() > usize::from(is_open),
        unreadable: own.is_some_and(|own| own.answered.is_none()),
        is_open,
        wrong: found.iter().map(|one| (one.field, say.message(&one.message))).collect(),
        pair,
        moment,
    })
}

/// The key of the step that somebody said they stand on, of an outcome.
fn step_key_of(rating: &Rating, outcome: OutcomeId) -> Option<&'static str> {
    rating.answered.as_ref()?.steps.get(&outcome).map(|step| step_key(*step))
}

/// What was typed, as far as it can be read: what is missing is found by the check.
fn read(typed: &Typed, asked: impl Iterator<Item = OutcomeId>) -> Answered {
    let steps = asked.filter_map(|id| Some((id, typed.text(&format!("step-{id}")).parse().ok()?)));
    Answered { steps: steps.collect(), line: typed.text("line").to_owned() }
}

async fn take_before(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    take_rating(visitor, id, Moment::Before, typed).await
}

async fn take_after(visitor: Visitor, Path(id): Path<PartnershipId>, Posted(typed): Posted) -> Result<Response, Fault> {
    take_rating(visitor, id, Moment::After, typed).await
}

async fn take_rating(visitor: Visitor, id: PartnershipId, moment: Moment, typed: Typed) -> Result<Response, Fault> {
    let (viewer, sent) = (visitor.viewer, typed.clone());
    let rate = move |tx: &mut Tx<'_>| {
        let (.., outcomes, _) = known(tx, viewer, id, moment)?;
        let answered = read(&sent, outcomes.iter().map(|one| one.id));
        rate::rate(tx, viewer, id, moment, &answered, !sent.text("shared").is_empty())?;
        // Who has said where they stand in the end is asked for a word that others may read.
        Ok(format!("/partnerships/{id}{}", if moment == Moment::After { "/testimonial" } else { "" }))
    };
    match visitor.once(&typed, rate).await {
        Ok(to) => Ok(go_to(&to)),
        Err(cause) => problem_page(rating(&visitor, id, moment, Some(&typed), problems(cause)?).await?),
    }
}

async fn remove_before(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    remove(visitor, id, Moment::Before, typed).await
}

async fn remove_after(
    visitor: Visitor,
    Path(id): Path<PartnershipId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    remove(visitor, id, Moment::After, typed).await
}

async fn remove(visitor: Visitor, id: PartnershipId, moment: Moment, typed: Typed) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let remove = move |tx: &mut Tx<'_>| {
        rate::take_away(tx, viewer, id, moment)?;
        Ok(format!("/partnerships/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, remove).await?))
}

#[derive(Template)]
#[template(path = "rating/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    askings: Vec<(&'static str, Asking, String, i64)>,
    people: usize,
    has_outcomes: bool,
    writes: bool,
    is_coach: bool,
    may_before: bool,
    may_after: bool,
    may_close: bool,
    /// When the letters go that are held.
    held: Option<String>,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, askings, people, counted, has_outcomes) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&ASKING, Verb::See)?;
            let (askings, people) = (store::askings(c, &round)?, store::people(c, &round)?.len());
            let counted = store::answered(c, &round)?;
            let has_outcomes = store::has_outcomes(c, round.scheme)?;
            Ok((round, askings, people, counted, has_outcomes))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let now = clock.now();
    let held = askings.iter().find(|one| one.is_held(now)).map(|one| clock.time_of(one.asked_at));
    let asked = |moment| askings.iter().any(|one: &Asking| one.moment == moment);
    let row = |one: &Asking| {
        let (key, count) = of(one.moment, counted);
        (key, one.clone(), say.day(clock.day_of(one.asked_at)), count)
    };
    let title = say.t("ratings-title").into_owned();
    page(List {
        page: visitor.page(title).coloured(round.colour).seen_by(&round, &ASKING, "ratings-who-sees"),
        writes: round.may(&ASKING, Verb::Write),
        is_coach: round.may(&SHARED_RATING, Verb::List),
        may_before: held.is_none() && !asked(Moment::Before) && !asked(Moment::After),
        may_after: held.is_none() && !asked(Moment::After),
        may_close: held.is_none() && askings.iter().any(|one| one.moment == Moment::After && one.closed_at.is_none()),
        askings: askings.iter().filter(|one| !one.is_held(now)).map(row).collect(),
        held,
        people,
        has_outcomes,
        round,
    })
}

fn of(moment: Moment, counted: Counted) -> (&'static str, i64) {
    match moment {
        Moment::Before => ("rating-before", counted.before),
        Moment::After => ("rating-after", counted.after),
    }
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, desk, what) = (visitor.viewer, visitor.app.desk, typed.text("do").to_owned());
    if what == "close" {
        // Read once before: the keys of so many are fetched while nobody waits, and the write finds them in memory.
        visitor.read(move |c| ask::answers(c, viewer, id).map(drop)).await?;
    }
    let act = move |tx: &mut Tx<'_>| {
        match what.as_str() {
            "close" => ask::close(tx, viewer, id)?,
            moment => drop(ask::ask(tx, viewer, id, moment.parse()?, desk)?),
        }
        Ok(format!("/rounds/{id}/ratings"))
    };
    Ok(go_to(&visitor.once(&typed, act).await?))
}

/// What somebody shares: who, when they were asked, each outcome's words with its step, and the line of their own.
struct SharedOne {
    name: String,
    moment: &'static str,
    steps: Vec<(String, &'static str)>,
    line: String,
}

#[derive(Template)]
#[template(path = "rating/shared.html")]
struct SharedPage {
    page: Shell,
    round: Reached<Round>,
    shared: Vec<SharedOne>,
}

async fn shared(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, shared, outcomes) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&SHARED_RATING, Verb::List)?;
            let (shared, outcomes) = (store::shared(c, &round)?, outcome::store::of_scheme(c, round.scheme)?);
            Ok((round, shared, outcomes))
        })
        .await?;
    let say = visitor.say;
    let one = |(name, rating): (String, Rating)| {
        let answered = rating.answered?;
        let step =
            |one: &Outcome| Some((one.said_in(say.language).to_owned(), step_key(*answered.steps.get(&one.id)?)));
        let steps = outcomes.iter().filter_map(step).collect();
        Some(SharedOne {
            name,
            moment: of(rating.moment, Counted { before: 0, after: 0 }).0,
            steps,
            line: answered.line,
        })
    };
    let shell = visitor.page(say.t("ratings-shared-title").into_owned()).coloured(round.colour);
    page(SharedPage {
        page: shell.seen_by(&round, &SHARED_RATING, "ratings-shared-who-sees"),
        shared: shared.into_iter().filter_map(one).collect(),
        round,
    })
}
