//! Organisations: who runs Duet for its people. Everything about people belongs to one.

pub mod store;

use kit::clock::Instant;
pub use kit::id::OrganisationId;

/// An organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id: the tenant key of everything else.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
}

/// What is true of this installation as a whole.
#[derive(Clone, Debug)]
pub struct Installation {
    /// Made by `duet demo`: one-click sign-in, on loopback only.
    pub demo: bool,
    /// When it was made.
    pub made_at: Instant,
}
