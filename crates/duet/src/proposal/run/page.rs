//! Earlier plans, in the browser: the list, one of them, and two side by side.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use kit::db::Read;
use kit::{Error, Result};
use serde::Deserialize;

use super::{Difference, MOST, differences};
use crate::access::Reached;
use crate::person::Viewer;
use crate::proposal::access::PROPOSAL;
use crate::proposal::board::{self, Board, draw};
use crate::proposal::{Proposal, ProposalId, ProposedPair, Run, store, words};
use crate::round::rules::Rules;
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Shell, Visitor, page};

/// The pages of earlier plans.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/proposals/{id}", get(show)).route("/proposals/{id}/comparison", get(compare))
}

#[derive(Template)]
#[template(path = "proposal/run/list.html")]
struct List {
    page: Shell,
    round: Reached<Round>,
    runs: Vec<(Run, String)>,
    older: Option<i64>,
}

#[derive(Deserialize)]
pub(in crate::proposal) struct Before {
    before: Option<i64>,
}

/// The list of a round's plans, the newest first.
pub(in crate::proposal) async fn list(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(query): Query<Before>,
) -> Result<Response, Fault> {
    let (viewer, before) = (visitor.viewer, query.before.unwrap_or(i64::MAX));
    let read = move |c: &mut Read<'_>| {
        let round = round::store::reached(c, viewer, id)?;
        let runs = store::runs(c, &round, before, MOST as i64 + 1)?;
        Ok((round, runs))
    };
    let (round, mut runs) = visitor.read(read).await?;
    let more = runs.len() > MOST;
    runs.truncate(MOST);
    let older = runs.last().filter(|_| more).map(|run| run.number);
    let clock = visitor.app.store.clock();
    let say = visitor.say;
    let made = |run: &Run| format!("{}, {}", say.day(clock.day_of(run.made_at)), clock.time_of(run.made_at));
    page(List {
        page: visitor.page(say.t("runs-title").into_owned()).coloured(round.colour).seen_by(
            &round,
            &PROPOSAL,
            "proposal-who-sees",
        ),
        round,
        runs: runs.into_iter().map(|run| (run.clone(), made(&run))).collect(),
        older,
    })
}

/// A plan as it was kept.
struct Kept {
    round: Reached<Round>,
    proposal: Proposal,
    run: Run,
    rules: Rules,
    pairs: Vec<ProposedPair>,
}

impl Kept {
    fn read(c: &mut Read<'_>, viewer: Viewer, id: ProposalId) -> Result<Kept> {
        let (proposal, round) = store::reached(c, viewer, id)?;
        let (run, rules, pairs) = (store::run(c, &proposal)?, store::rules(c, &proposal)?, store::pairs(c, &proposal)?);
        Ok(Kept { round, proposal, run, rules, pairs })
    }

    fn total(&self) -> u32 {
        self.pairs.iter().map(|pair| pair.fit).sum()
    }

    fn hash(&self) -> String {
        self.proposal.question_hash.chars().take(12).collect()
    }
}

#[derive(Template)]
#[template(path = "proposal/run/show.html")]
struct Show {
    page: Shell,
    kept: Kept,
    board: Board,
    rules: Vec<String>,
    more: usize,
    newest: Option<ProposalId>,
}

async fn show(visitor: Visitor, Path(id): Path<ProposalId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut Read<'_>| {
        let kept = Kept::read(c, viewer, id)?;
        let newest = store::latest(c, &kept.round)?.map(|proposal| proposal.id);
        let left_out = store::some_left_out(c, &kept.proposal, board::MOST as i64)?;
        Ok((kept, newest, left_out))
    };
    let (kept, newest, (left_out, out)) = visitor.read(read).await?;
    let say = visitor.say;
    let shown = &kept.pairs[..kept.pairs.len().min(board::MOST)];
    page(Show {
        page: visitor.page(say.t1("run-title", "number", kept.run.number)).coloured(kept.round.colour).seen_by(
            &kept.round,
            &PROPOSAL,
            "proposal-who-sees",
        ),
        board: draw(shown, &board::apart(&left_out, out, kept.pairs.len(), 1)),
        more: kept.pairs.len() - shown.len(),
        rules: words::rules(say, &kept.rules),
        newest: newest.filter(|newest| *newest != id),
        kept,
    })
}

#[derive(Deserialize)]
struct With {
    with: Option<ProposalId>,
}

#[derive(Template)]
#[template(path = "proposal/run/comparison.html")]
struct Comparison {
    page: Shell,
    one: Kept,
    other: Kept,
    /// Rules that only the one was made by, and only the other.
    rules: (Vec<String>, Vec<String>),
    differences: Vec<Difference>,
    more: usize,
}

async fn compare(visitor: Visitor, Path(id): Path<ProposalId>, Query(query): Query<With>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut Read<'_>| {
        let one = Kept::read(c, viewer, id)?;
        let newest = store::latest(c, &one.round)?.map_or(id, |newest| newest.id);
        let other = Kept::read(c, viewer, query.with.unwrap_or(newest))?;
        // Plans of two rounds have nothing to do with each other.
        if other.proposal.round != one.proposal.round { Err(Error::NotFound) } else { Ok((one, other)) }
    };
    let (one, other) = visitor.read(read).await?;
    let say = visitor.say;
    let (rules, others) = (words::rules(say, &one.rules), words::rules(say, &other.rules));
    let only =
        |mine: &[String], theirs: &[String]| mine.iter().filter(|rule| !theirs.contains(rule)).cloned().collect();
    let mut all = differences(&one.pairs, &other.pairs);
    let more = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    page(Comparison {
        page: visitor
            .page(say.t2("run-compare-title", "one", one.run.number, "other", other.run.number))
            .coloured(one.round.colour)
            .seen_by(&one.round, &PROPOSAL, "proposal-who-sees"),
        rules: (only(&rules, &others), only(&others, &rules)),
        differences: all,
        more,
        one,
        other,
    })
}
