//! The pairs of a round, a page at a time: those that go on, and those that are over, each by the mentee's name. A page begins
//! where the one before ended, so that it costs what it shows, however many there are.

pub mod store;

use super::{Overview, PartnershipId};

/// How many stand on a page.
pub const ON_A_PAGE: usize = 50;
/// The most that are put in order for a page; of more, the names are walked through in their order.
pub const MOST_SORTED: i64 = 1_000;

kit::named! {
    /// Which pairs stand together.
    pub enum Group {
        /// Those that are offered or meet.
        Going = "going",
        /// Those that are over.
        Over = "over",
    }
}

impl Group {
    /// The key of what it is called, with how many.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Group::Going => "partnerships-going",
            Group::Over => "partnerships-over",
        }
    }
}

/// How many pairs a round has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// All that were told.
    pub told: i64,
    /// Those that have not both said yes.
    pub waiting: i64,
    /// Those that meet.
    pub running: i64,
    /// How often all of them met.
    pub sessions: i64,
}

impl Tally {
    /// How many are in a group.
    #[must_use]
    pub fn get(&self, group: Group) -> i64 {
        match group {
            Group::Going => self.waiting + self.running,
            Group::Over => self.told - self.waiting - self.running,
        }
    }
}

/// A page of a group.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Which.
    pub group: Group,
    /// Who stands on it.
    pub pairs: Vec<Overview>,
    /// After which the next page begins, if there is one.
    pub next: Option<PartnershipId>,
}
