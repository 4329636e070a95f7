//! The proof of a plan, in the browser: prices and gains in plain words, what is nearly as good, and the file.

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use kit::access::Verb;
use kit::db::Read;
use kit::words::Say;
use kit::{Error, Result};

use super::{Certificate, Shown};
use crate::access::Reached;
use crate::application;
use crate::audit::Act;
use crate::person::PersonId;
use crate::proposal::access::PROPOSAL;
use crate::proposal::ask::{Asking, Cost};
use crate::proposal::make::Gathered;
use crate::proposal::{Proposal, ProposalId, Run, store, words};
use crate::round::Round;
use crate::web::{App, Fault, Shell, Visitor, page};

/// The most rows a page shows.
const MOST: usize = 40;

/// The pages of proofs.
pub fn routes() -> Router<std::sync::Arc<App>> {
    Router::new().route("/proposals/{id}/proof", get(show)).route("/proposals/{id}/proof.json", get(take_out))
}

#[derive(Template)]
#[template(path = "proposal/proof/show.html")]
struct Show {
    page: Shell,
    round: Reached<Round>,
    proposal: Proposal,
    run: Run,
    rules: Vec<String>,
    proven: Option<Proven>,
    nearly: Option<Nearly>,
}

struct Proven {
    pairs: usize,
    /// All gains and prices together, and the plan: mentees placed, points.
    sum: (i64, i64),
    /// Of each mentor: name, places, what one of them costs.
    prices: Vec<(String, u32, String)>,
    /// Of each mentee: name, and gain.
    gains: Vec<(String, String)>,
    more: (usize, usize),
    /// When the worst-off come first, instead: the fits of the pairs of 100, from the lowest up.
    fits: Option<String>,
}

/// What is nearly as good as the plan; only while it is the newest, and what it was made of stands.
struct Nearly {
    next: Option<Vec<String>>,
    is_equal: bool,
    rather: Vec<(String, String)>,
    more: usize,
}

async fn show(visitor: Visitor, Path(id): Path<ProposalId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut Read<'_>| {
        let (proposal, round) = store::reached(c, viewer, id)?;
        let (run, rules, proof) = (store::run(c, &proposal)?, store::rules(c, &proposal)?, store::proof(c, &proposal)?);
        let names = application::store::names(c, &round)?;
        let people = Gathered::from(c, &round)?;
        let pairs = if proof.is_none() { two_each(c, &proposal)? } else { Vec::new() };
        Ok((proposal, round, run, rules, proof, names, (people, pairs)))
    };
    let (proposal, round, run, rules, proof, names, (people, pairs)) = visitor.read(read).await?;
    let say = visitor.say;
    let names: HashMap<PersonId, String> = names.into_iter().collect();
    let hash = proposal.question_hash.clone();
    let small = proof.is_some();
    let solve = move || {
        let proof = if small { proof } else { people.proof_of(&pairs, &hash)? };
        let proven = proof.map(|proof| proven(say, &proof, &names)).transpose()?;
        let nearly = if small && people.hash()? == hash { Some(nearly(say, &people)?) } else { None };
        Ok::<_, Error>((proven, nearly))
    };
    let (proven, nearly) = tokio::task::spawn_blocking(solve).await.map_err(Error::internal)??;
    page(Show {
        page: visitor.page(say.t1("proof-title", "number", run.number)).coloured(round.colour).seen_by(
            &round,
            &PROPOSAL,
            "proposal-who-sees",
        ),
        rules: words::rules(say, &rules),
        round,
        proposal,
        run,
        proven,
        nearly,
    })
}

/// The proof in words, checked again before it is said.
fn proven(say: Say, proof: &Certificate<PersonId>, names: &HashMap<PersonId, String>) -> Result<Proven> {
    let Shown { placed, score, pairs } =
        proof.check().map_err(|flaw| Error::internal(format!("a kept certificate does not hold: {flaw:?}")))?;
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_else(|| say.t("proof-somebody").into_owned());
    let worth = |weight: i64| {
        let (people, points) = proof.told(weight.into());
        match (people, points) {
            (0, 0) => say.t("proof-nothing").into_owned(),
            (0, points) => say.t1("proof-points", "points", points),
            (people, 0) => say.t1("proof-people", "people", people),
            (people, points) if points < 0 => say.t2("proof-people-less", "people", people, "points", -points),
            (people, points) => say.t2("proof-people-more", "people", people, "points", points),
        }
    };
    let priced = proof.prices.iter().zip(&proof.mentors).zip(&proof.places);
    let mut prices: Vec<(i64, String, u32)> =
        priced.map(|((price, mentor), places)| (*price, name(mentor), *places)).collect();
    prices.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
    let mut gains: Vec<(i64, String)> =
        proof.gains.iter().zip(&proof.mentees).map(|(gain, mentee)| (*gain, name(mentee))).collect();
    gains.sort_by(|one, other| (other.0, &one.1).cmp(&(one.0, &other.1)));
    Ok(Proven {
        pairs,
        sum: (placed as i64, proof.points(score, placed)),
        fits: proof.ranked().map(|fits| fits.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")),
        more: (prices.len().saturating_sub(MOST), gains.len().saturating_sub(MOST)),
        prices: prices.into_iter().take(MOST).map(|(price, name, places)| (name, places, worth(price))).collect(),
        gains: gains.into_iter().take(MOST).map(|(gain, name)| (name, worth(gain))).collect(),
    })
}

fn nearly(say: Say, people: &Gathered) -> Result<Nearly> {
    let asked = people.asked();
    if asked.mentors.is_empty() || asked.mentees.is_empty() {
        return Ok(Nearly { next: None, is_equal: false, rather: Vec::new(), more: 0 });
    }
    let asking = Asking::of(&asked, people.rules())?;
    let next = asking.next();
    let rather = asking.would_rather();
    let two = |(mentor, mentee): &(usize, usize)| {
        (people.mentors()[*mentor].name.clone(), people.mentees()[*mentee].name.clone())
    };
    Ok(Nearly {
        is_equal: next.as_ref().is_some_and(|next: &Cost| next.fewer == 0 && next.less == 0),
        next: next.map(|next| words::cost(say, &next, people)),
        more: rather.len().saturating_sub(MOST),
        rather: rather.iter().take(MOST).map(two).collect(),
    })
}

async fn take_out(visitor: Visitor, Path(id): Path<ProposalId>) -> Result<Response, Fault> {
    let viewer = visitor.viewer;
    let read = move |c: &mut Read<'_>| {
        let (proposal, round) = store::reached(c, viewer, id)?;
        round.must(&PROPOSAL, Verb::See)?;
        if let Some(proof) = store::proof(c, &proposal)? {
            return Ok((Some(proof), None));
        }
        Ok((None, Some((Gathered::from(c, &round)?, two_each(c, &proposal)?, proposal.question_hash))))
    };
    let (kept, anew) = visitor.read(read).await?;
    let write = move || {
        let proof = match anew {
            Some((people, pairs, hash)) => people.proof_of(&pairs, &hash)?,
            None => kept,
        };
        serde_json::to_vec(&proof.ok_or(Error::NotFound)?).map_err(Error::internal)
    };
    let body = tokio::task::spawn_blocking(write).await.map_err(Error::internal)??;
    Ok(visitor.takes_out((Act::ProofTakenOut, id.0), "duet-proof.json", "application/json", body).await?)
}

/// Each mentor and mentee of a plan.
fn two_each(c: &mut Read<'_>, proposal: &Proposal) -> Result<Vec<(PersonId, PersonId)>> {
    Ok(store::pairs(c, proposal)?.into_iter().map(|pair| (pair.mentor, pair.mentee)).collect())
}
