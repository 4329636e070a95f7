//! Rounds: one dated run of a scheme, with its rules. Start at [`RoundDraft`]; the rules are in [`rules`].

pub mod access;
pub mod open;
pub mod page;
pub mod rules;
pub mod store;

use kit::clock::Day;
use kit::error::Check;
use kit::{Result, id};

use crate::scheme::{Colour, SchemeId};

id! {
    /// A round's.
    pub RoundId;
}

/// A round, with what every page about it needs of its scheme.
#[derive(Clone, Debug)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Its name.
    pub name: String,
    /// When pairs begin to meet.
    pub starts_on: Day,
    /// When it ends.
    pub ends_on: Day,
    /// Its scheme.
    pub scheme: SchemeId,
    /// The scheme's name.
    pub scheme_name: String,
    /// The scheme's palette.
    pub colour: Colour,
}

/// A round before it exists.
#[derive(Clone, Debug)]
pub struct RoundDraft {
    /// Its name.
    pub name: String,
    /// When pairs begin to meet.
    pub starts_on: Day,
    /// When it ends.
    pub ends_on: Day,
}

impl RoundDraft {
    /// Checks the draft.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        Check::default()
            .that((1..=200).contains(&self.name.chars().count()), "name", "round-name-missing")
            .that(self.ends_on > self.starts_on, "ends_on", "round-ends-before-start")
            .done()
    }
}
