//! The letters of a proposal: to each of a pair, and to each person left out.

use kit::Message;
use kit::words::Say;

use super::ProposedPair;
use super::fit::{About, Reason};
use crate::round::Round;
use crate::round::rules::Role;

/// A letter: subject and body.
pub type Text = (String, String);

/// The letter to one of a pair.
#[must_use]
pub fn to_pair(say: Say, round: &Round, pair: &ProposedPair, to: Role, signed: &str) -> Text {
    let (own, other, workplace) = match to {
        Role::Mentor => (&pair.mentor_name, &pair.mentee_name, &pair.mentee_workplace),
        Role::Mentee => (&pair.mentee_name, &pair.mentor_name, &pair.mentor_workplace),
    };
    let why: Vec<String> = pair.reasons.iter().filter_map(|reason| brought_together(say, reason)).collect();
    let why = if why.is_empty() { say.t("letter-why-nothing").into_owned() } else { why.join("\n") };
    let (subject, body) = match to {
        Role::Mentor => ("letter-mentor-subject", "letter-mentor-body"),
        Role::Mentee => ("letter-mentee-subject", "letter-mentee-body"),
    };
    let message = |key| {
        Message::new(key)
            .with("name", own)
            .with("other", other)
            .with("workplace", workplace.clone().unwrap_or_default())
            .with("round", &round.name)
            .with("scheme", &round.scheme_name)
            .with("starts", say.day(round.starts_on))
            .with("why", why.clone())
            .with("signed", signed)
    };
    (say.message(&message(subject)), say.message(&message(body)))
}

/// The letter to somebody left out.
#[must_use]
pub fn to_left_out(say: Say, round: &Round, name: &str, role: Role, signed: &str) -> Text {
    let (subject, body) = match role {
        Role::Mentor => ("letter-mentor-left-out-subject", "letter-mentor-left-out-body"),
        Role::Mentee => ("letter-mentee-left-out-subject", "letter-mentee-left-out-body"),
    };
    let message = |key| {
        Message::new(key)
            .with("name", name)
            .with("round", &round.name)
            .with("scheme", &round.scheme_name)
            .with("signed", signed)
    };
    (say.message(&message(subject)), say.message(&message(body)))
}

/// People are told what brought them together, never what counted against it, and no ranks.
fn brought_together(say: Say, reason: &Reason) -> Option<String> {
    if reason.points == 0 {
        return None;
    }
    match &reason.about {
        About::Same { heading, mentee, .. } => Some(say.t2("letter-why-same", "heading", heading, "answer", mentee)),
        About::Different { heading, .. } => Some(say.t1("letter-why-different", "heading", heading)),
        About::Overlap { met, .. } => Some(say.t1("letter-why-offered", "met", met.join(", "))),
        About::Ahead { .. } => None,
    }
}
