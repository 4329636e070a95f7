//! Applications: somebody asks to take part in a round. Start at [`Applicant`].

pub mod access;
pub mod list;
pub mod page;
pub mod sheet;
pub mod store;
pub mod words;

use kit::id;
use serde::{Deserialize, Serialize};

use crate::person::PersonId;
use crate::round::rules::{Answers, Role, Rules};

id! {
    /// An application's.
    pub ApplicationId;
    /// An import's.
    pub ImportId;
}

/// The most mentees a mentor may say they take.
pub const MOST_PLACES: u32 = 99;

/// Somebody who applied, with what matching asks about them.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub job_title: String,
    /// Where they work.
    pub workplace: Option<String>,
    /// What they ask to be.
    pub role: Role,
    /// How many mentees a mentor takes.
    pub places: u32,
    /// What they answered.
    pub answers: Answers,
    /// Whether the coordinator lets them in although they do not meet a rule.
    pub waived: bool,
    /// The name of who entered it for them, if somebody did.
    pub entered_by: Option<String>,
}

impl Applicant {
    /// Whether they may take part: they meet the rules, or are let in although.
    #[must_use]
    pub fn is_eligible(&self, rules: &Rules) -> bool {
        self.waived || rules.unmet(self.role, &self.answers).is_empty()
    }
}

/// What an import did, for the people page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSummary {
    /// Applications that were new.
    pub new: usize,
    /// Applications that said something else before.
    pub changed: usize,
    /// Applications that stayed as they were.
    pub same: usize,
    /// People whose name, job or workplace differs from what is known, and was left: they run a scheme, or take part
    /// in somebody else's.
    #[serde(default)]
    pub not_corrected: usize,
    /// Rows that say other than who they are about said themselves: their words stayed.
    #[serde(default)]
    pub own_words: usize,
    /// Headings kept with the application.
    pub kept: Vec<String>,
    /// Headings left out because they may tell what the law protects (health, faith, who somebody loves …).
    pub left_out_private: Vec<String>,
    /// Headings kept sealed, for a stated purpose.
    #[serde(default)]
    pub sealed: Vec<String>,
    /// Headings left out because no rule reads them.
    pub left_out_unused: Vec<String>,
    /// Whether the round's rules were suggested from the sheets.
    pub rules_suggested: bool,
}
