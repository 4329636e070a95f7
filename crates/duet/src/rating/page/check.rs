//! The page before a round's people are asked where they stand: whom, and how the letter reads; and taking it back.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kit::db::Tx;
use kit::web::go_to;
use kit::words::Language;

use crate::access::Reached;
use crate::rating::access::ASKING;
use crate::rating::{Askable, Moment, ask, withdraw};
use crate::round::{Round, RoundId};
use crate::web::{Fault, Posted, Shell, Visitor, page};
use crate::wording::Wording;

/// How many are named before the rest are counted.
const NAMED: usize = 8;

#[derive(Template)]
#[template(path = "rating/check.html")]
struct Check {
    page: Shell,
    round: Reached<Round>,
    moment: Moment,
    people: usize,
    names: String,
    /// One in each language that somebody of them reads, to the first who does.
    letters: Vec<(Language, Wording)>,
    by_itself: bool,
}

pub(super) async fn before(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    checked(&visitor, id, Moment::Before).await
}

pub(super) async fn after(visitor: Visitor, Path(id): Path<RoundId>) -> Result<Response, Fault> {
    checked(&visitor, id, Moment::After).await
}

async fn checked(visitor: &Visitor, id: RoundId, moment: Moment) -> Result<Response, Fault> {
    let (viewer, say, words) = (visitor.viewer, visitor.say, visitor.app.words);
    let ready = visitor.read(move |c| ask::ready(c, viewer, id, moment)).await?;
    let mut names: Vec<String> = ready.people.iter().take(NAMED).map(|one| one.name.clone()).collect();
    if ready.people.len() > NAMED {
        names.push(say.t1("who-sees-more", "count", ready.people.len() - NAMED));
    }
    let first = |language: &Language| ready.people.iter().find(|one| one.language == *language);
    let letter = |to: &Askable| (to.language, ready.letter(moment, words.say(to.language), to));
    let letters = Language::ALL.iter().filter_map(first).map(letter).collect();
    let shell = visitor.page(say.t("ratings-check-title").into_owned()).coloured(ready.round.colour);
    page(Check {
        page: shell.seen_by(&ready.round, &ASKING, "ratings-who-sees"),
        moment,
        people: ready.people.len(),
        names: names.join(", "),
        letters,
        by_itself: visitor.app.desk.by_itself,
        round: ready.round,
    })
}

pub(super) async fn take_back(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Posted(typed): Posted,
) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let take_back = move |tx: &mut Tx<'_>| {
        withdraw::withdraw(tx, viewer, id)?;
        Ok(format!("/rounds/{id}/ratings"))
    };
    Ok(go_to(&visitor.once(&typed, take_back).await?))
}
