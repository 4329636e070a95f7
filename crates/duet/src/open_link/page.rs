//! Open links, in the browser: those of a round, for who runs it; and coming in by one, in [`door`].

pub mod door;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::token::Token;
use kit::web::go_to;

use super::access::OPEN_LINK;
use super::{OpenLink, OpenLinkId, end, make, store};
use crate::access::Reached;
use crate::call;
use crate::factor::qr::{self, Square};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of open links.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new()
        .route("/rounds/{id}/open-links", get(show).post(take_making))
        .route("/open-links/{id}/ending", post(take_ending))
        .route("/open-calls/{link}", get(door::show).post(door::ask))
        .route("/open-calls/{link}/code", get(door::ask_for_code).post(door::take_code))
}

#[derive(Template)]
#[template(path = "open_link/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    writes: bool,
    ends: bool,
    is_open: bool,
    until: String,
    mails: bool,
    /// Each, the day it was made, and the day it ended.
    links: Vec<(OpenLink, String, String)>,
    /// The one that was just made, and its picture.
    made: Option<(String, Option<Square>)>,
}

async fn show(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    page(listed(&visitor, id, None).await?)
}

async fn listed(visitor: &Visitor, id: RoundId, made: Option<Token>) -> Result<List> {
    let viewer = visitor.viewer;
    let (round, call, links) = visitor
        .read(move |c| {
            let round = round::store::reached(c, viewer, id)?.that_may(&OPEN_LINK, Verb::List)?;
            let (call, links) = (call::store::reached(c, viewer, id)?, store::of(c, &round)?);
            Ok((round, call, links))
        })
        .await?;
    let (say, clock) = (visitor.say, visitor.app.store.clock());
    let day = |at| say.day(clock.day_of(at));
    let told = |one: OpenLink| {
        let (made, ended) = (day(one.made_at), one.ended_at.map(day).unwrap_or_default());
        (one, made, ended)
    };
    Ok(List {
        page: visitor.page(say.t("open-link-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &OPEN_LINK,
            "open-link-who-sees",
        ),
        writes: round.may(&OPEN_LINK, Verb::Write),
        ends: round.may(&OPEN_LINK, Verb::Delete),
        is_open: call.is_open(clock.today()),
        until: call.apply_by.map(|day| say.day(day)).unwrap_or_default(),
        mails: visitor.app.mails,
        links: links.into_iter().map(told).collect(),
        made: made.map(|secret| {
            let link = format!("{}/open-calls/{}", visitor.app.public_url, secret.reveal());
            let square = qr::draw(&link);
            (link, square)
        }),
        round,
    })
}

/// Makes a link; it is shown once, and kept only as a hash.
async fn take_making(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let made = visitor.write(move |tx| make::make(tx, viewer, id)).await?;
    page(listed(&visitor, id, Some(made)).await?)
}

async fn take_ending(visitor: Visitor, Path(id): Path<OpenLinkId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let end = move |tx: &mut Tx<'_>| Ok(format!("/rounds/{}/open-links", end::end(tx, viewer, id)?));
    Ok(go_to(&visitor.once(&typed, end).await?))
}
