//! Identities: somebody who signs in, whichever organisations know them. It stands outside the organisations, and
//! holds what they prove themselves by; what an organisation knows of them is a person's.

pub mod store;

use kit::id;

use crate::organisation::OrganisationId;
use crate::person::{PersonId, Viewer};

id! {
    /// An identity's.
    pub IdentityId;
}

/// Somebody an identity is, in an organisation.
#[derive(Clone, Debug)]
pub struct Known {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Who they are there.
    pub person: PersonId,
}

impl Known {
    /// Who is looking, there.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer { organisation: self.organisation, person: self.person }
    }
}
