//! Proposals, in the browser: the board, the reasons, and publishing.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::once::{Once, Taking};
use kit::web::{Page, go_to};
use kit::{Error, Message, Result};
use serde::Deserialize;

use super::access::PROPOSAL;
use super::board::{self, Board, draw};
use super::make::Gathered;
use super::run::page::list;
use super::wish::Wished;
use super::{
    LeftOut, Order, Proposal, ProposalId, ProposedPair, Wish, letters, make, publish, store, wish, withdraw, words,
};
use crate::access::Reached;
use crate::application::{self, Applicant};
use crate::person::{self, PersonId};
use crate::round::rules::Role;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};
use crate::wording::{self, Wording};

/// The pages of proposals.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/proposal", get(show))
        .route("/rounds/{id}/proposals", get(list).post(propose))
        .route("/rounds/{id}/wishes", post(take_wish))
        .route("/proposals/{id}/publication", get(check).post(tell))
        .route("/proposals/{id}/withdrawal", post(take_back))
}

#[derive(Template)]
#[template(path = "proposal/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    coordinates: bool,
    proposal: Option<Proposal>,
    hash: String,
    board: Board,
    pairs: Vec<(ProposedPair, Vec<Point>)>,
    left_out: Vec<Left>,
    broken: Vec<String>,
    refused: Option<String>,
    is_outdated: bool,
    held: Option<String>,
    wishes: Vec<Kept>,
    /// Whether there is a mentor and a mentee who can be matched.
    can_match: bool,
    /// To choose two from, where there are few enough.
    mentors: Vec<Applicant>,
    mentees: Vec<Applicant>,
    chooses: bool,
    script: String,
    flagged: usize,
    order: Order,
    /// The page of pairs that is shown, and how many there are.
    number: u32,
    pages: u32,
    /// How many more are left out than the page tells of.
    more_out: usize,
}

/// The pairs on one page, and the most left out that it tells of.
const PAGE: usize = 40;
/// The most people of a side to choose from in a list.
const MOST_CHOICES: usize = 200;

/// A reason of a pair's fit: points, of how many, and the words.
type Point = (u32, u32, String);

/// A wish that is kept, by names.
struct Kept {
    mentor: PersonId,
    mentee: PersonId,
    words: String,
}

struct Left {
    who: LeftOut,
    reasons: Vec<String>,
    would_place: Option<String>,
    /// Who could make room for them.
    room: Option<(PersonId, String)>,
}

/// Which part of a plan to show.
#[derive(Deserialize)]
struct Part {
    by: Option<String>,
    page: Option<u32>,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>, Query(part): Query<Part>) -> Result<Response, Fault> {
    page(shown(&visitor, id, part, None).await?)
}

async fn shown(visitor: &Visitor, id: RoundId, part: Part, refused: Option<String>) -> Result<Show, Fault> {
    let viewer = visitor.viewer;
    let order = part.by.and_then(|by| by.parse().ok()).unwrap_or(Order::Name);
    let number = part.page.unwrap_or(1).max(1);
    let (from, most) = (i64::from(number - 1) * PAGE as i64, PAGE as i64);
    let (round, proposal, pairs, (left_out, out), people, names, twos) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?;
            let proposal = store::latest(c, &round)?;
            let (pairs, left_out) = match &proposal {
                Some(proposal) => {
                    (store::some_pairs(c, proposal, order, from, most)?, store::some_left_out(c, proposal, most)?)
                }
                None => (Vec::new(), (Vec::new(), 0)),
            };
            let people = Gathered::from(c, &round)?;
            let names = spoken_of(c, &round, &people, &left_out.0)?;
            let twos = match &proposal {
                Some(proposal) if people.keeps_together() => store::twos(c, proposal)?,
                _ => Vec::new(),
            };
            Ok((round, proposal, pairs, left_out, people, names, twos))
        })
        .await?;
    let say = visitor.say;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let reasons = |pair: &ProposedPair| pair.reasons.iter().map(|r| (r.points, r.of, words::reason(say, r))).collect();
    let placed = proposal.as_ref().map_or(0, |proposal| usize::try_from(proposal.placed).unwrap_or(0));
    let board = draw(&pairs, &board::apart(&left_out, out, placed, number));
    let chooses = people.mentors().len().max(people.mentees().len()) <= MOST_CHOICES;
    let (mentors, mentees) = if chooses { people.matchable() } else { (Vec::new(), Vec::new()) };
    let wishes = people.wishes().iter().map(|(mentor, mentee, wish)| {
        let key = if *wish == Wish::Together { "wish-is-together" } else { "wish-is-apart" };
        Kept { mentor: *mentor, mentee: *mentee, words: say.t2(key, "mentor", name(mentor), "mentee", name(mentee)) }
    });
    let wishes: Vec<Kept> = wishes.collect();
    let is_pair = |mentor, mentee| twos.contains(&(mentor, mentee));
    let together = people.wishes().iter().filter(|(_, _, wish)| *wish == Wish::Together);
    let broken =
        together.filter(|(mentor, mentee, _)| people.two(*mentor, *mentee).is_some() && !is_pair(*mentor, *mentee));
    let broken =
        broken.map(|(mentor, mentee, _)| say.t2("wishes-broken", "mentor", name(mentor), "mentee", name(mentee)));
    let broken = broken.collect();
    let is_outdated = match &proposal {
        Some(proposal) if proposal.published_at.is_none() => people.hash()? != proposal.question_hash,
        _ => false,
    };
    let clock = visitor.app.store.clock();
    let held = proposal.as_ref().and_then(|proposal| proposal.held_until).filter(|at| *at > clock.now());
    Ok(Show {
        held: held.map(|at| clock.time_of(at)),
        page: visitor
            .page(say.t("proposal-title").into_owned())
            .coloured(round.colour)
            .wrong_if(refused.is_some())
            .seen_by(&round, &PROPOSAL, "proposal-who-sees"),
        refused,
        is_outdated,
        wishes,
        coordinates: round.may(&PROPOSAL, Verb::Write),
        hash: proposal.as_ref().map(|p| p.question_hash.chars().take(12).collect()).unwrap_or_default(),
        proposal,
        board,
        pairs: pairs.into_iter().map(|pair| (pair.clone(), reasons(&pair))).collect(),
        more_out: out.saturating_sub(PAGE),
        can_match: people.are_some(),
        chooses,
        pages: u32::try_from(placed.div_ceil(PAGE)).unwrap_or(u32::MAX).max(1),
        script: visitor.app.assets.address("board.js").to_owned(),
        flagged: people.flagged().len(),
        order,
        number,
        left_out: left_out
            .into_iter()
            .take(if number == 1 { PAGE } else { 0 })
            .map(|who| left(say, who, &name))
            .collect(),
        broken,
        round,
        mentors,
        mentees,
    })
}

/// The names of everybody whom wishes and reasons speak of: mostly of those who can be matched, who were read already.
fn spoken_of(
    c: &mut Read<'_>,
    round: &Reached<Round>,
    people: &Gathered,
    left_out: &[LeftOut],
) -> Result<HashMap<PersonId, String>> {
    let wished = people.wishes().iter().flat_map(|(mentor, mentee, _)| [*mentor, *mentee]);
    let spoken_of = wished.chain(left_out.iter().flat_map(|one| one.reasons.others().copied())).collect();
    let mut names = people.names_of(&spoken_of);
    if names.len() < spoken_of.len() {
        names.extend(application::store::names(c, round)?);
    }
    Ok(names)
}

fn left(say: kit::words::Say, who: LeftOut, name: &dyn Fn(&PersonId) -> String) -> Left {
    let reasons = words::left_out(say, &who.reasons, name);
    let would_place = words::would_place(say, &who.reasons, name);
    let room = who.reasons.room().map(|room| (*room, name(room)));
    Left { who, reasons, would_place, room }
}

async fn propose(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let form = Taking { once: Once::sent(&typed), leads_to: format!("/rounds/{id}/proposal") };
    match make::make(&visitor.app.store, visitor.viewer, id, &form).await {
        Err(cause) if !Once::is_taken(&cause) => Err(Fault(cause)),
        _ => Ok(go_to(&form.leads_to)),
    }
}

async fn take_wish(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (mentor, mentee): (PersonId, PersonId) = (typed.text("mentor").parse()?, typed.text("mentee").parse()?);
    let wished = match typed.text("wish") {
        "neither" => None,
        word => Some(word.parse()?),
    };
    let form = Taking { once: Once::sent(&typed), leads_to: format!("/rounds/{id}/proposal") };
    match wish::wish(&visitor.app.store, viewer, id, (mentor, mentee), wished, &form).await {
        Err(cause) if !Once::is_taken(&cause) => Err(Fault(cause)),
        Err(_) | Ok(Wished::Proposed(_)) => Ok(go_to(&form.leads_to)),
        Ok(Wished::Refused(why)) => {
            let people = visitor
                .read(move |c| Ok((person::store::get(c, mentor)?.name, person::store::get(c, mentee)?.name)))
                .await?;
            let refused =
                Message::new("wish-refused-two").with("mentor", people.0).with("mentee", people.1).with("why", why);
            let shown = shown(&visitor, id, Part { by: None, page: None }, Some(visitor.say.message(&refused))).await?;
            Ok(Page(StatusCode::CONFLICT, shown).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "proposal/publication.html")]
struct Publication {
    page: Shell,
    round: Reached<Round>,
    id: ProposalId,
    pairs: Vec<ProposedPair>,
    left_out: usize,
    letters: usize,
    examples: Vec<Wording>,
    by_itself: bool,
}

async fn check(visitor: Visitor, Path(id): Path<ProposalId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let (round, proposal, pairs, left_out, signed, wordings) = visitor
        .read(move |c| {
            let (proposal, round) = store::reached(c, viewer, id)?;
            round.must(&PROPOSAL, Verb::Decide)?;
            let signed = person::store::get(c, viewer.person)?.name;
            let (pairs, left_out) = (store::pairs(c, &proposal)?, store::left_to_tell(c, &proposal)?);
            let wordings = wording::store::of_scheme(c, round.scheme)?;
            Ok((round, proposal, pairs, left_out, signed, wordings))
        })
        .await?;
    if proposal.published_at.is_some() {
        return Err(Fault(Error::conflict("proposal-published")));
    }
    let say = visitor.say;
    let filled = |pair, role| letters::to_pair(say, &round, pair, role, &signed);
    let example = |pair| {
        let letter = |role| wordings.filled(letters::kind(role, true), say, &filled(pair, role));
        [Role::Mentee, Role::Mentor].map(letter)
    };
    let examples = pairs.first().map(example).into_iter().flatten().collect();
    page(Publication {
        page: visitor.page(say.t("publication-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &PROPOSAL,
            "proposal-who-sees",
        ),
        letters: pairs.len() * 2 + left_out.len(),
        left_out: left_out.len(),
        by_itself: visitor.app.desk.by_itself,
        id,
        round,
        pairs,
        examples,
    })
}

async fn tell(visitor: Visitor, Path(id): Path<ProposalId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, desk) = (visitor.viewer, visitor.app.desk);
    let tell = move |tx: &mut Tx<'_>| {
        publish::publish(tx, viewer, id, desk)?;
        // Letters that go by themselves can be taken back there; others wait to be sent.
        let (_, round) = store::reached(tx, viewer, id)?;
        Ok(if desk.by_itself { format!("/rounds/{}/proposal", round.id) } else { "/letters".to_owned() })
    };
    Ok(go_to(&visitor.once(&typed, tell).await?))
}

async fn take_back(visitor: Visitor, Path(id): Path<ProposalId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let take_back = move |tx: &mut Tx<'_>| {
        withdraw::withdraw(tx, viewer, id)?;
        Ok(format!("/rounds/{}/proposal", store::reached(tx, viewer, id)?.1.id))
    };
    Ok(go_to(&visitor.once(&typed, take_back).await?))
}
