//! Identities: somebody who signs in, whichever organisations know them. It stands outside the organisations, and
//! holds what they prove themselves by; what an organisation knows of them is a person's.

pub mod store;

use kit::id;

id! {
    /// An identity's.
    pub IdentityId;
}
