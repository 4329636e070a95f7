//! Erasure: somebody is forgotten, and what belongs to others too stays without them. Start at [`erase::erase`].

pub mod access;
pub mod ask;
pub mod due;
pub mod erase;
pub mod page;
pub mod store;

use kit::clock::{Day, Instant};
use serde_json::Value;

use crate::person::PersonId;

/// The tables with people in them that erasing leaves as they are, and why.
pub const KEPT: &[(&str, &str)] = &[
    ("partnership_answer", "the id of who said yes or no, to a pair that is the other's too"),
    ("session", "the id of who logged it: the session is the other's too"),
    ("rating_asking", "the id of who asked a round's people where they stand"),
    ("entry", "the ids of who entered what for whom: ids and days"),
    ("application_import", "the id of who brought people in"),
    ("proposal", "the id of who asked for it"),
    ("wording", "the id of who last changed a scheme's words"),
    ("open_link", "the id of who made a link that lets anybody apply"),
    ("partnership_flag", "the id of who saw to a pair"),
    ("capability_scale", "the id of who wrote an organisation's levels"),
    ("capability_wording", "the id of who wrote a capability's words"),
    ("teaching", "the id of who taught which pupil until when: the year for which a pupil is kept begins on it"),
    ("notice", "the id of who wrote what the organisation tells people"),
    ("audit", "ids, which never change"),
];

/// The tables outside the organisation that say something about a person: their own stores forget them.
pub const OUTSIDE: &[&str] = &["sign_in", "sign_in_link", "identity_person", "known_address"];

/// Somebody who asked to be erased.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// When they asked.
    pub asked_at: Instant,
}

/// Somebody whose time is over, or is soon.
#[derive(Clone, Debug)]
pub struct Due {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The last day of their last round.
    pub last_on: Day,
    /// Whether a pair of theirs has not been ended.
    pub has_pair: bool,
}

/// How many people's time is over, and of how many it is soon: up to [`MOST_COUNTED`] each.
#[derive(Clone, Copy, Debug)]
pub struct HowManyDue {
    /// It is over.
    pub past: i64,
    /// It is soon.
    pub soon: i64,
}

/// How many of them a page lists.
pub const MOST_DUE: usize = 50;
/// How many are counted, before it is “or more”.
pub const MOST_COUNTED: i64 = 100;

/// What the database has about somebody, counted. Private words are not: nobody learns whether there are any.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// Applications, whose answers go.
    pub applications: i64,
    /// Letters to them, which go.
    pub letters: i64,
    /// Who evaluates whom, which goes.
    pub evaluations: i64,
    /// What they do for schemes, which ends.
    pub appointments: i64,
    /// Pairs they are or were in, which stay.
    pub partnerships: i64,
    /// Sessions of those, which stay.
    pub sessions: i64,
    /// Pupils they teach or taught: that they did stays, and ends.
    pub pupils: i64,
}

/// The address that stands in place of theirs: one of its own, and nobody's (RFC 2606).
#[must_use]
pub fn no_address(person: PersonId) -> String {
    format!("{person}@erased.invalid")
}

/// A text without a name and an address: what they were is `instead`. Only whole words are taken for the name, so that
/// `Jo` is not found in `Joy`.
#[must_use]
pub fn without(text: &str, name: &str, address: &str, instead: &str) -> String {
    let mut out = text.to_owned();
    for sought in [address, name].into_iter().filter(|sought| !sought.is_empty()) {
        out = replaced(&out, sought, instead);
    }
    out
}

/// [`without`], in every text of a JSON value.
#[must_use]
pub fn value_without(value: Value, name: &str, address: &str, instead: &str) -> Value {
    let inside = |value| value_without(value, name, address, instead);
    match value {
        Value::String(text) => Value::String(without(&text, name, address, instead)),
        Value::Array(all) => Value::Array(all.into_iter().map(inside).collect()),
        Value::Object(all) => {
            let without = |text: String| without(&text, name, address, instead);
            Value::Object(all.into_iter().map(|(key, value)| (without(key), inside(value))).collect())
        }
        other => other,
    }
}

fn replaced(text: &str, sought: &str, instead: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    while let Some(at) = rest.find(sought) {
        let (before, after) = (&rest[..at], &rest[at + sought.len()..]);
        let before_it = before.chars().next_back().or_else(|| out.chars().next_back());
        let whole = !is_part(before_it) && !is_part(after.chars().next());
        out.push_str(before);
        out.push_str(if whole { instead } else { sought });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_out_where_it_stands_alone() {
        let told = |text| without(text, "Jo Bell", "jo@b.test", "X");
        assert_eq!(told("Jo Bell, Jo Bells and (Jo Bell) at jo@b.test."), "X, Jo Bells and (X) at X.");
        assert_eq!(told("BanJo Bell"), "BanJo Bell");
        assert_eq!(without("Siân a Siân", "Siân", "", "Rhywun"), "Rhywun a Rhywun");
        assert_eq!(without("nothing", "", "", "X"), "nothing");
    }

    #[test]
    fn it_is_taken_out_of_every_text_of_a_value() {
        let value = serde_json::json!({"asks": ["Jo", {"of Jo": "Joy", "n": 1}], "none": null});
        let left = serde_json::json!({"asks": ["X", {"of X": "Joy", "n": 1}], "none": null});
        assert_eq!(value_without(value, "Jo", "jo@b.test", "X"), left);
    }
}
