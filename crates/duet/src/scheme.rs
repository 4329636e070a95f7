//! Schemes: a standing offer with a purpose; and appointments, what somebody does for one.

pub mod access;
pub mod appoint;
pub mod describe;
pub mod end;
pub mod open;
pub mod page;
pub mod store;

use kit::error::Check;
use kit::{Message, Result, id};

id! {
    /// A scheme's.
    pub SchemeId;
    /// An appointment's.
    pub AppointmentId;
}

kit::named! {
    /// What somebody does for a scheme, or for the whole organisation.
    pub enum Duty {
        /// Looks after the organisation's Duet.
        Administrator = "administrator",
        /// Runs the scheme.
        Coordinator = "coordinator",
        /// Leads a round with the coordinator.
        Coach = "coach",
        /// Pays for the scheme and asks for evidence.
        Sponsor = "sponsor",
    }
}

kit::named! {
    /// A palette: eight are tested, no others are offered.
    pub enum Colour {
        /// Blue-green.
        Teal = "teal",
        /// Dark purple.
        Plum = "plum",
        /// Red-brown.
        Rust = "rust",
        /// Green.
        Moss = "moss",
        /// Blue-black.
        Ink = "ink",
        /// Deep pink.
        Rose = "rose",
        /// Dark yellow.
        Ochre = "ochre",
        /// Blue.
        Sea = "sea",
    }
}

/// A scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Its id.
    pub id: SchemeId,
    /// Its name.
    pub name: String,
    /// What it is for, in a sentence or two.
    pub purpose: String,
    /// Who pays for it, in words, when they are nobody here; empty otherwise.
    pub sponsor: String,
    /// Whether a pair may hold a first talk before the two answer.
    pub first_talk: bool,
    /// Its palette.
    pub colour: Colour,
}

/// An appointment that holds today: what, and for which scheme (none: the whole organisation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What they do.
    pub duty: Duty,
    /// For which scheme.
    pub scheme: Option<SchemeId>,
}

/// Somebody who runs a scheme.
#[derive(Clone, Debug)]
pub struct Runner {
    /// Who.
    pub person: crate::person::PersonId,
    /// Their name.
    pub name: String,
    /// What they do.
    pub duty: Duty,
}

impl Duty {
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Duty::Administrator => "duty-administrator",
            Duty::Coordinator => "duty-coordinator",
            Duty::Coach => "duty-coach",
            Duty::Sponsor => "duty-sponsor",
        }
    }
}

/// The longest a scheme says of who pays for it, in characters.
pub const MOST_SPONSOR: usize = 300;

/// A scheme before it exists, or as it is to be from now on.
#[derive(Clone, Debug)]
pub struct SchemeDraft {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Who pays for it, in words; may be empty.
    pub sponsor: String,
    /// Whether a pair may hold a first talk before the two answer.
    pub first_talk: bool,
    /// Its palette.
    pub colour: Colour,
}

impl SchemeDraft {
    /// Checks the draft.
    ///
    /// # Errors
    /// `Invalid` with one problem per field.
    pub fn check(&self) -> Result<()> {
        let long = Message::new("form-too-long").with("most", MOST_SPONSOR);
        Check::default()
            .that((1..=200).contains(&self.name.chars().count()), "name", "scheme-name-missing")
            .that((1..=1000).contains(&self.purpose.chars().count()), "purpose", "scheme-purpose-missing")
            .that(self.sponsor.chars().count() <= MOST_SPONSOR, "sponsor", long)
            .done()
    }
}
