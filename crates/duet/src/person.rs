//! People known to an organisation, and the workplaces they come from. Start at [`PersonDraft`].

pub mod store;

use kit::clock::Instant;
use kit::error::Check;
use kit::words::Language;
use kit::{Result, id};

use crate::organisation::OrganisationId;

id! {
    /// A person's.
    pub PersonId;
    /// A workplace's.
    pub WorkplaceId;
}

kit::named! {
    /// How somebody belongs to the organisation: the gate before every other question of access.
    pub enum Membership {
        /// Known, and has never signed in.
        Invited = "invited",
        /// Takes part.
        Active = "active",
        /// May do nothing for now; nothing of theirs is taken away.
        Suspended = "suspended",
        /// Has left.
        Left = "left",
        /// Has left, and what was known of them is gone.
        Erased = "erased",
    }
}

impl Membership {
    /// Whether they may sign in.
    #[must_use]
    pub fn may_sign_in(self) -> bool {
        matches!(self, Membership::Invited | Membership::Active)
    }
}

/// Somebody known to the organisation.
#[derive(Clone)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name, as they write it.
    pub name: String,
    /// Their mail address, lower case.
    pub address: String,
    /// What they do, in their words; may be empty.
    pub job_title: String,
    /// Where they work, by name.
    pub workplace: Option<String>,
    /// The language they are written to in.
    pub language: Language,
    /// How they belong.
    pub membership: Membership,
    /// When they were shown what is kept of them, and why, last.
    pub notice_at: Option<Instant>,
    /// Whether what they were shown is not what their organisation says today.
    pub notice_is_newer: bool,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

/// Somebody, as who brings many people in at once asks about them.
#[derive(Clone)]
pub struct Known {
    /// An address they are known by, lower case: the one they are written to, another, or one of before.
    pub by_address: String,
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they wrote it themselves: then it stays.
    pub own_name: bool,
    /// What they do.
    pub job_title: String,
    /// Where they work, by name.
    pub workplace: Option<String>,
}

/// Who is looking: every read takes it, and joins their reach.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// The organisation they are signed in to.
    pub organisation: OrganisationId,
    /// Who they are there.
    pub person: PersonId,
}

/// What is said about a person before they are known.
#[derive(Clone, Debug)]
pub struct PersonDraft {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub address: String,
    /// What they do.
    pub job_title: String,
    /// Where they work, by name; empty when not said.
    pub workplace: String,
    /// The language to write to them in.
    pub language: Language,
}

impl PersonDraft {
    /// Checks what can be checked without knowing anybody else.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let short = |text: &str| text.chars().count() <= 200 && !text.chars().any(char::is_control);
        Check::default()
            .that(!self.name.trim().is_empty() && short(&self.name), "name", "person-name-missing")
            .that(kit::form::looks_like_address(&self.address), "address", "form-address")
            .that(short(&self.job_title), "job_title", "person-job-title-long")
            .that(short(&self.workplace), "workplace", "person-workplace-long")
            .done()
    }
}
