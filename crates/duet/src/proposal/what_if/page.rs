//! What if the rules were others, in the browser: a form that asks without keeping, and what it would change.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::{get, post};
use kit::access::Verb;
use kit::form::Typed;
use kit::once::{Once, Taking};
use kit::sheet::folded;
use kit::web::go_to;
use kit::words::Say;
use kit::{Error, Problem, Result};

use super::{Change, Draft, changes, keep};
use crate::access::Reached;
use crate::application::Applicant;
use crate::proposal::access::PROPOSAL;
use crate::proposal::board::{self, Apart, Board, State, Tie, Who, drawn};
use crate::proposal::make::Gathered;
use crate::proposal::quick::{Quick, quick};
use crate::proposal::{Wish, store, words};
use crate::round::rules::{Criterion, First, Role, Rules};
use crate::round::{self, Round, RoundId};
use crate::web::{App, Fault, Posted, Shell, Visitor, page};

/// The pages of what if.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/rounds/{id}/what-if", get(ask)).route("/rounds/{id}/rules", post(take))
}

#[derive(Template)]
#[template(path = "proposal/what_if/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    script: String,
    problems: Vec<(&'static str, String)>,
    rules: Rules,
    criteria: Vec<Line>,
    /// What each side was asked, to add something that counts.
    mentors_said: Vec<String>,
    mentees_said: Vec<String>,
    /// What comes of it; none when nobody can be matched.
    told: Option<Told>,
}

/// A criterion of the form.
struct Line {
    /// As the form sends it back.
    written: String,
    words: String,
    weight: String,
    most: String,
    step: &'static str,
}

struct Told {
    board: Board,
    shows_all: bool,
    placed: (usize, usize),
    total: (u32, u32),
    gained: usize,
    lost: usize,
    moved: usize,
    rows: Vec<Row>,
    more: usize,
    is_kept: bool,
}

/// What becomes of one mentee: their name, the mentor and fit now, and then.
struct Row {
    name: String,
    from: Option<(String, u32)>,
    to: Option<(String, u32)>,
}

async fn ask(
    visitor: Visitor,
    Path(id): Path<RoundId>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let typed = Typed::from_pairs(pairs)?;
    page(shown(&visitor, id, &typed).await?)
}

async fn shown(visitor: &Visitor, id: RoundId, typed: &Typed) -> Result<Show, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut kit::db::Read<'_>| {
        let round = round::store::reached(c, viewer, id)?.that_may(&PROPOSAL, Verb::Write)?;
        let people = Gathered::from(c, &round)?;
        let twos = match store::latest(c, &round)? {
            Some(proposal) => store::twos(c, &proposal)?,
            None => Vec::new(),
        };
        Ok((round, people, twos))
    };
    let (round, people, twos) = visitor.read(read).await?;
    let say = visitor.say;
    let (draft, mut problems) = Draft::read(typed, people.rules());
    let (rules, standing) = (draft.rules(), people.rules().clone());
    let mentors_said = said(&people, Role::Mentor);
    let mentees_said = said(&people, Role::Mentee);
    let solve = move || {
        let now = people.partners(&twos);
        let then = match people.mentors().is_empty() || people.mentees().is_empty() {
            true => None,
            false => Some(quick(&people.asked(), &rules, &now)),
        };
        (people, now, then, rules)
    };
    let (people, now, then, rules) = tokio::task::spawn_blocking(solve).await.map_err(Error::internal)?;
    let told = match then.transpose() {
        Ok(then) => then.map(|then| Told { is_kept: rules == standing, ..told(&people, &now, &then) }),
        Err(Error::Conflict(message)) => {
            problems.push(Problem { field: "first", message });
            None
        }
        Err(other) => return Err(Fault(other)),
    };
    let problems: Vec<_> = problems.iter().map(|one| (one.field, say.message(&one.message))).collect();
    Ok(Show {
        page: visitor
            .page(say.t("what-if-title").into_owned())
            .coloured(round.colour)
            .wrong_if(!problems.is_empty())
            .seen_by(&round, &PROPOSAL, "what-if-who-sees"),
        script: visitor.app.assets.address("board.js").to_owned(),
        criteria: draft.criteria().iter().map(|one| line(say, one)).collect::<Result<_>>()?,
        round,
        problems,
        rules,
        mentors_said,
        mentees_said,
        told,
    })
}

fn line(say: Say, criterion: &Criterion) -> Result<Line> {
    let weight = criterion.weight();
    Ok(Line {
        written: serde_json::to_string(criterion).map_err(Error::internal)?,
        words: words::criterion(say, criterion),
        most: if weight.thousandths() > 10_000 { weight.to_string() } else { "10".to_owned() },
        weight: weight.to_string(),
        step: if weight.thousandths() % 500 == 0 { "0.5" } else { "any" },
    })
}

/// What one side was asked, by the names that the rules give it.
fn said(people: &Gathered, role: Role) -> Vec<String> {
    let side = if role == Role::Mentor { people.mentors() } else { people.mentees() };
    let mut headings: Vec<&str> = side.iter().flat_map(|one| one.answers.keys().map(String::as_str)).collect();
    headings.sort_unstable();
    headings.dedup();
    let known = people.rules().headings(role);
    let named =
        |heading: &str| known.iter().find(|name| folded(name) == heading).map_or(heading, |name| *name).to_owned();
    headings.into_iter().map(named).collect()
}

fn who(one: &Applicant) -> Who<'_> {
    Who { person: one.person, name: &one.name, place: one.workplace.as_deref() }
}

fn told(people: &Gathered, now: &[Option<usize>], then: &Quick) -> Told {
    let (mentors, mentees) = (people.mentors(), people.mentees());
    let mut changed = changes(now, then);
    changed.sort_by(|one, other| mentees[one.mentee].name.cmp(&mentees[other.mentee].name));
    let count = |is: fn(&Change) -> bool| changed.iter().filter(|change| is(change)).count();
    let pair = |mentor: Option<usize>, fit: Option<u32>| Some((mentors[mentor?].name.clone(), fit?));
    let row = |change: &Change| Row {
        name: mentees[change.mentee].name.clone(),
        from: pair(change.from, then.fits[change.mentee].1),
        to: pair(change.to, then.fits[change.mentee].0),
    };
    // All of a small round is drawn; of a large one what changes.
    let shows_all = mentees.len() <= board::MOST;
    let mut drawn_at: Vec<usize> =
        if shows_all { (0..mentees.len()).collect() } else { changed.iter().map(|change| change.mentee).collect() };
    drawn_at.sort_by(|one, other| mentees[*one].name.cmp(&mentees[*other].name));
    drawn_at.truncate(board::MOST);
    let (mut ties, mut apart) = (Vec::new(), Vec::new());
    for at in drawn_at {
        let (from, to, (fit, fit_now)) = (now.get(at).copied().flatten(), then.partners[at], then.fits[at]);
        let mentee = who(&mentees[at]);
        let tie = |mentor: usize, fit: Option<u32>, state| Tie {
            mentor: who(&mentors[mentor]),
            mentee,
            fit: fit.unwrap_or(0),
            kept: people.wishes().contains(&(mentors[mentor].person, mentees[at].person, Wish::Together)),
            state,
        };
        match to {
            Some(mentor) => ties.push(tie(mentor, fit, if from == to { State::Stands } else { State::New })),
            None => apart.push(Apart { who: mentee, role: Role::Mentee, room: None }),
        }
        ties.extend(from.filter(|_| from != to).map(|mentor| tie(mentor, fit_now, State::Gone)));
    }
    Told {
        board: drawn(&ties, &apart),
        shows_all,
        placed: (now.iter().flatten().count(), then.placed()),
        total: (then.total_now, then.total),
        gained: count(|change| change.from.is_none()),
        lost: count(|change| change.to.is_none()),
        moved: count(|change| change.from.is_some() && change.to.is_some()),
        rows: changed.iter().take(board::MOST).map(row).collect(),
        more: changed.len().saturating_sub(board::MOST),
        is_kept: false,
    }
}

async fn take(visitor: Visitor, Path(id): Path<RoundId>, Posted(typed): Posted) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let now = move |c: &mut kit::db::Read<'_>| {
        let round = round::store::reached(c, viewer, id)?.that_may(&PROPOSAL, Verb::Write)?;
        round::store::rules(c, &round)
    };
    let (draft, problems) = Draft::read(&typed, &visitor.read(now).await?);
    if !problems.is_empty() {
        return crate::web::problem_page(shown(&visitor, id, &typed).await?);
    }
    let form = Taking { once: Once::sent(&typed), leads_to: format!("/rounds/{id}/proposal") };
    match keep::keep(&visitor.app.store, viewer, id, draft.rules(), &form).await {
        Err(cause) if !Once::is_taken(&cause) => Err(Fault(cause)),
        _ => Ok(go_to(&form.leads_to)),
    }
}
