//! Encouragements: a coordinator asks a colleague by name to apply to a round that is open. Start at [`make::make`].

pub mod access;
pub mod make;
pub mod page;
pub mod store;

use kit::clock::Instant;
use kit::id;

use crate::person::PersonId;

id! {
    /// An encouragement's.
    pub EncouragementId;
}

/// Somebody who was encouraged, and what came of it.
#[derive(Clone, Debug)]
pub struct Encouraged {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The name of who encouraged them.
    pub made_by: String,
    /// When.
    pub made_at: Instant,
    /// Whether they have applied since.
    pub has_applied: bool,
}
