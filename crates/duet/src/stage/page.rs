//! Stages, in the browser: the step that the round's page asks for, and how that page tells them.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use kit::clock::Day;
use kit::db::Tx;
use kit::web::go_to;
use kit::words::Say;

use super::{Block, Facts, back, blocks, move_on, stands};
use crate::round::{RoundId, Stage};
use crate::web::{App, Fault, Posted, Visitor};

/// The pages of stages.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/stage", post(take))
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let (viewer, to): (_, Stage) = (visitor.viewer, typed.text("stage").parse()?);
    let step = move |tx: &mut Tx<'_>| {
        move_on::move_on(tx, viewer, id, to)?;
        Ok(format!("/rounds/{id}"))
    };
    Ok(go_to(&visitor.once(&typed, step).await?))
}

/// A stage as a round's page lists it.
pub struct Listed {
    /// Its name.
    pub name: String,
    /// What happens in it.
    pub means: String,
    /// How it looks: `done`, `open` (here), `stop` (not yet).
    pub state: &'static str,
    /// How it stands, in words: since when, or not yet.
    pub status: String,
    /// What blocks the step after it; only where the round stands.
    pub blocks: Vec<String>,
}

/// What a round's page says of its stages.
pub struct Stages {
    /// All of them, in order.
    pub all: Vec<Listed>,
    /// The next, when nothing blocks it: its word, and the words of the button.
    pub next: Option<(Stage, String)>,
    /// The one before, when the round can go back.
    pub before: Option<(Stage, String)>,
    /// Whether the next step ends pairs.
    pub closes: bool,
}

impl Stages {
    /// What a page says, of a round that came to these stages on these days (oldest first).
    #[must_use]
    pub fn of(say: Say, moved: Stage, facts: &Facts, began: &[(Stage, Day)]) -> Stages {
        let here = stands(moved, facts);
        let blocks = blocks(here, facts);
        let listed = |stage: &Stage| {
            let day = began.iter().rev().find(|(of, _)| of == stage).map(|(_, day)| say.day(*day));
            let (state, key) = match stage.cmp(&here) {
                std::cmp::Ordering::Less => ("done", "stage-done"),
                std::cmp::Ordering::Equal => ("open", "stage-here"),
                std::cmp::Ordering::Greater => ("stop", "stage-ahead"),
            };
            let status = match day {
                Some(day) if *stage == here => say.t1("stage-since", "day", day),
                Some(day) if *stage < here => say.t1("stage-began", "day", day),
                _ => say.t(key).into_owned(),
            };
            let said = if *stage == here { blocks.iter().map(|block| block.said(say)).collect() } else { Vec::new() };
            let (name, means) = (say.t(name(*stage)).into_owned(), say.t(means(*stage)).into_owned());
            Listed { name, means, state, status, blocks: said }
        };
        let button = |key: &str, stage: Stage| (stage, say.t1(key, "stage", say.t(name(stage)).into_owned()));
        let next = here.after().filter(|_| blocks.is_empty());
        Stages {
            all: Stage::ALL.iter().map(listed).collect(),
            closes: next == Some(Stage::Closed),
            next: next.map(|stage| button("stage-move-on", stage)),
            before: back(here, facts).map(|stage| button("stage-go-back", stage)),
        }
    }
}

/// The key of a stage's name.
fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "stage-draft",
        Stage::Open => "stage-open",
        Stage::Matching => "stage-matching",
        Stage::Training => "stage-training",
        Stage::Active => "stage-active",
        Stage::Review => "stage-review",
        Stage::Closed => "stage-closed",
    }
}

/// The key of what happens in a stage.
fn means(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "stage-draft-means",
        Stage::Open => "stage-open-means",
        Stage::Matching => "stage-matching-means",
        Stage::Training => "stage-training-means",
        Stage::Active => "stage-active-means",
        Stage::Review => "stage-review-means",
        Stage::Closed => "stage-closed-means",
    }
}

impl Block {
    fn said(self, say: Say) -> String {
        match self {
            Block::NoDeadline => say.t("stage-needs-deadline").into_owned(),
            Block::StillOpen(day) => say.t1("stage-open-until", "day", say.day(day)),
            Block::NobodyToMatch => say.t("stage-needs-people").into_owned(),
            Block::NoPair => say.t("stage-needs-pairs").into_owned(),
            Block::Unanswered(count) => say.t1("stage-waits-answers", "count", count),
            Block::InTraining(count) => say.t1("stage-waits-training", "count", count),
            Block::StillRuns(day) => say.t1("stage-runs-until", "day", say.day(day)),
            Block::NotAsked => say.t("stage-needs-looking-back").into_owned(),
            Block::StillAsked(count) => say.t1("stage-waits-looking-back", "count", count),
        }
    }
}
