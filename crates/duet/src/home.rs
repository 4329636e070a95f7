//! Home: what is next for me, and why.

pub mod access;
pub mod page;
pub mod store;

use crate::partnership::{Partnership, PartnershipId, Standing};
use crate::round::RoundId;

/// The one thing that is next for somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Say yes or no to a partnership.
    Answer(PartnershipId, String),
    /// Arrange the first session.
    Begin(PartnershipId, String),
    /// Log the next session.
    Log(PartnershipId, String),
    /// The other has still to answer.
    Wait(PartnershipId, String),
}

/// How a round goes whose pairs were told, as who leads it sees it at a glance.
#[derive(Clone, Debug)]
pub struct Going {
    /// The round.
    pub round: RoundId,
    /// How many pairs have not ended.
    pub pairs: i64,
    /// How many of them have met.
    pub met: i64,
    /// How many have not met for a while.
    pub quiet: i64,
    /// How many have a mark that somebody has to look at.
    pub flagged: i64,
}

/// A round that its coordinator can take a step on.
#[derive(Clone, Debug)]
pub struct RoundStep {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub name: String,
    /// Whether anybody has applied.
    pub has_people: bool,
    /// Whether a proposal was made.
    pub is_proposed: bool,
}

impl RoundStep {
    /// What to do: the address, and the start of its keys.
    #[must_use]
    pub fn next(&self) -> (String, &'static str) {
        let round = self.round;
        match (self.has_people, self.is_proposed) {
            (false, _) => (format!("/rounds/{round}/import"), "next-import"),
            (true, false) => (format!("/rounds/{round}/people"), "next-propose"),
            (true, true) => (format!("/rounds/{round}/proposal"), "next-tell"),
        }
    }
}

/// What is next, by the partnerships somebody is in: answering comes before meeting, meeting before waiting.
#[must_use]
pub fn next(partnerships: &[Partnership], answered: &[PartnershipId], me: crate::person::PersonId) -> Option<Next> {
    let other = |one: &Partnership| one.other_name(me).to_owned();
    let offered = || partnerships.iter().filter(|one| one.standing() == Standing::Offered);
    let unanswered = offered().find(|one| !answered.contains(&one.id)).map(|one| Next::Answer(one.id, other(one)));
    let step = |one: &Partnership| match one.sessions {
        0 => Next::Begin(one.id, other(one)),
        _ => Next::Log(one.id, other(one)),
    };
    let running = || partnerships.iter().find(|one| one.standing() == Standing::Running).map(step);
    let waiting = || offered().next().map(|one| Next::Wait(one.id, other(one)));
    unanswered.or_else(running).or_else(waiting)
}
