//! Private answers: what somebody said in a sheet that the law protects, kept for a stated purpose only. Sealed under
//! the key of whom it is about. Nothing that matches, reports or writes letters imports this.

pub mod access;
pub mod delete;
pub mod page;
pub mod store;

use kit::clock::Instant;
use kit::id;
use kit::seal::{Opened, Private};

use crate::person::PersonId;

id! {
    /// A private answer's.
    pub PrivateAnswerId;
}

/// The most characters of a purpose.
pub const MOST_PURPOSE: usize = 200;

/// What somebody answered.
#[derive(Clone, Debug)]
pub struct PrivateAnswer {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The heading it stood under.
    pub heading: String,
    /// What it is needed for.
    pub purpose: String,
    /// What they answered, or why it cannot be read.
    pub answer: Opened<Private>,
    /// When it was kept.
    pub made_at: Instant,
}
