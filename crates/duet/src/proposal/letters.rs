//! The letters of a proposal: what fills them, for each of a pair and for each person left out.

use kit::words::Say;

use super::ProposedPair;
use super::fit::{About, Reason};
use crate::round::Round;
use crate::round::rules::Role;
use crate::wording::{Filled, Kind};

/// Which letter somebody gets.
#[must_use]
pub fn kind(role: Role, is_paired: bool) -> Kind {
    match (role, is_paired) {
        (Role::Mentor, true) => Kind::Mentor,
        (Role::Mentee, true) => Kind::Mentee,
        (Role::Mentor, false) => Kind::MentorLeftOut,
        (Role::Mentee, false) => Kind::MenteeLeftOut,
    }
}

/// Every letter of a proposal.
pub const KINDS: [Kind; 4] = [Kind::Mentor, Kind::Mentee, Kind::MentorLeftOut, Kind::MenteeLeftOut];

/// What fills the letter to one of a pair.
#[must_use]
pub fn to_pair(say: Say, round: &Round, pair: &ProposedPair, to: Role, signed: &str) -> Filled {
    let (own, other, workplace) = match to {
        Role::Mentor => (&pair.mentor_name, &pair.mentee_name, &pair.mentee_workplace),
        Role::Mentee => (&pair.mentee_name, &pair.mentor_name, &pair.mentor_workplace),
    };
    let why: Vec<String> = pair.reasons.iter().filter_map(|reason| brought_together(say, reason)).collect();
    let why = if why.is_empty() { say.t("letter-why-nothing").into_owned() } else { why.join("\n") };
    let mut filled = to_left_out(round, own, signed);
    filled.extend([
        ("other", other.clone()),
        ("workplace", workplace.clone().unwrap_or_default()),
        ("starts", say.day(round.starts_on)),
        ("why", why),
    ]);
    filled
}

/// What fills the letter to somebody left out.
#[must_use]
pub fn to_left_out(round: &Round, name: &str, signed: &str) -> Filled {
    vec![
        ("name", name.to_owned()),
        ("round", round.name.clone()),
        ("scheme", round.scheme_name.clone()),
        ("signed", signed.to_owned()),
    ]
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
