//! Rounds: one dated run of a scheme, with its rules. Start at [`RoundDraft`]; the rules are in [`rules`].

pub mod access;
pub mod deadline;
pub mod describe;
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

kit::named! {
    /// Where a round stands, in order.
    pub enum Stage {
        /// It is being set up.
        Draft = "draft",
        /// People apply.
        Open = "open",
        /// Pairs are chosen, told, and answer.
        Matching = "matching",
        /// Pairs complete the training.
        Training = "training",
        /// Pairs meet.
        Active = "active",
        /// It is looked back on.
        Review = "review",
        /// All is done.
        Closed = "closed",
    }
}

impl Stage {
    /// The stage after this one.
    #[must_use]
    pub fn after(self) -> Option<Stage> {
        Stage::ALL.get(self as usize + 1).copied()
    }

    /// The stage before this one.
    #[must_use]
    pub fn before(self) -> Option<Stage> {
        (self as usize).checked_sub(1).and_then(|at| Stage::ALL.get(at)).copied()
    }
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
    /// The last day to apply; none was said yet.
    pub apply_by: Option<Day>,
    /// The stage it was moved to last. Facts may say more: see `stage::stands`.
    pub stage: Stage,
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
