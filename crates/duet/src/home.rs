//! Home: what is next for me, and why.

pub mod page;

use crate::partnership::{Partnership, PartnershipId, Standing};

/// The one thing that is next for somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Say yes or no to a partnership.
    Answer(PartnershipId, String),
    /// Log the next session.
    Log(PartnershipId, String),
    /// The other has still to answer.
    Wait(PartnershipId, String),
}

/// What is next, by the partnerships somebody is in: answering comes before meeting, meeting before waiting.
#[must_use]
pub fn next(partnerships: &[Partnership], answered: &[PartnershipId], me: crate::person::PersonId) -> Option<Next> {
    let other = |one: &Partnership| one.other_name(me).to_owned();
    let offered = || partnerships.iter().filter(|one| one.standing() == Standing::Offered);
    let unanswered = offered().find(|one| !answered.contains(&one.id)).map(|one| Next::Answer(one.id, other(one)));
    let running =
        || partnerships.iter().find(|one| one.standing() == Standing::Running).map(|one| Next::Log(one.id, other(one)));
    let waiting = || offered().next().map(|one| Next::Wait(one.id, other(one)));
    unanswered.or_else(running).or_else(waiting)
}
