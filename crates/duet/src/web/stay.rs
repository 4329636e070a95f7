//! What a page says of a sign-in that soon ends: at its foot, and, with a script, two minutes before.

use crate::sign_in::{Lifetime, SignIn};
use kit::clock::Instant;

/// When a sign-in ends, for a page of whoever would notice (WCAG 2.2.1): those that last for weeks say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// After how many minutes without a page it ends, as people are told.
    pub minutes: i64,
    /// After how many seconds without a page it ends at the earliest: a use is written down only now and then.
    pub idle: i64,
    /// After how many seconds it ends in any case.
    pub left: i64,
}

impl Stay {
    /// Of this sign-in; none where a limit is longer than twenty hours.
    pub(super) fn of(sign_in: &SignIn, lifetime: Lifetime, now: Instant) -> Option<Stay> {
        let idle = lifetime.idle();
        if idle.as_hours() >= 20 {
            return None;
        }
        let left = lifetime.most().as_secs() - now.duration_since(sign_in.made_at).as_secs();
        Some(Stay { minutes: idle.as_mins(), idle: idle.as_secs() / 15 * 14, left: left.max(0) })
    }
}
