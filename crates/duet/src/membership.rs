//! Membership: how somebody belongs to the organisation, the gate before every other question of access. Who looks
//! after people finds them here, suspends them, lets them back, notes that they have left.

pub mod access;
pub mod change;
pub mod page;
pub mod store;

use kit::{Error, Result};

use crate::person::Membership;

/// Whether somebody who belongs so may come to belong otherwise by a person's hand. Active is only ever come to by
/// signing in, or by being let back; erased by erasure, from which nothing leads back.
///
/// # Errors
/// `Conflict` when the step is not one that is taken.
pub fn check_step(from: Membership, to: Membership) -> Result<()> {
    use Membership::{Active, Erased, Invited, Left, Suspended};
    match (from, to) {
        (Invited | Active, Suspended | Left) | (Suspended, Active | Left) | (Left, Active) => Ok(()),
        (Invited | Active | Suspended | Left | Erased, _) => Err(Error::conflict("membership-no-step")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_back_from_erasure_and_nobody_is_made_active_unasked() {
        for to in Membership::ALL {
            assert!(check_step(Membership::Erased, *to).is_err());
            assert!(check_step(*to, Membership::Erased).is_err());
            assert!(check_step(*to, Membership::Invited).is_err());
            assert!(check_step(*to, *to).is_err());
        }
        assert!(check_step(Membership::Invited, Membership::Active).is_err());
        assert!(check_step(Membership::Suspended, Membership::Active).is_ok());
    }
}
