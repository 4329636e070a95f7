//! Signing in: a browser that holds a secret is somebody for a while. No passwords.

pub mod end;
pub mod open;
pub mod page;
pub mod store;

use kit::clock::Instant;
use kit::id;

use crate::person::{PersonId, Viewer};

/// How long a sign-in lasts without being used, in days.
pub const IDLE_DAYS: i64 = 14;
/// How long a sign-in lasts at most, in days.
pub const MOST_DAYS: i64 = 30;
/// How long a link in a printed letter can be used, in days.
pub const LETTER_LINK_DAYS: i64 = 14;
/// How long the first administrator's link can be used, in days.
pub const FIRST_LINK_DAYS: i64 = 1;

id! {
    /// A sign-in's.
    pub SignInId;
}

/// A browser signed in as somebody.
#[derive(Clone, Copy, Debug)]
pub struct SignIn {
    /// Its id.
    pub id: SignInId,
    /// The organisation.
    pub organisation: crate::organisation::OrganisationId,
    /// Who it is there.
    pub person: PersonId,
    /// When it was last used (to the hour).
    pub seen_at: Instant,
    /// When it ends, used or not.
    pub ends_at: Instant,
    /// When a second factor was given for it.
    pub factor_at: Option<Instant>,
    /// When whoever uses it last showed that it is they: by the link it began with, or by a factor.
    pub confirmed_at: Option<Instant>,
}

/// A sign-in as its own person sees it.
#[derive(Clone, Debug)]
pub struct OwnSignIn {
    /// Its id.
    pub id: SignInId,
    /// When it began.
    pub made_at: Instant,
    /// When it was last used (to the hour).
    pub seen_at: Instant,
    /// The name of who made the link it began with, if somebody else did.
    pub made_by: Option<String>,
}

impl SignIn {
    /// Who is looking.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer { organisation: self.organisation, person: self.person }
    }

    /// Whether it still holds at `now`.
    #[must_use]
    pub fn holds(&self, now: Instant) -> bool {
        now < self.ends_at && now < kit::clock::days_later(self.seen_at, IDLE_DAYS)
    }

    /// Whether whoever uses it has shown that it is they, at most so many minutes ago.
    #[must_use]
    pub fn is_confirmed(&self, now: Instant, minutes: i64) -> bool {
        self.confirmed_at.is_some_and(|at| now.duration_since(at).as_secs() < minutes * 60)
    }

    /// Whether its last use should be written down again: at most once an hour.
    #[must_use]
    pub fn is_stale(&self, now: Instant) -> bool {
        now.duration_since(self.seen_at).as_hours() >= 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_ends_when_idle_and_in_any_case() {
        let made: Instant = "2026-11-01T09:00:00Z".parse().unwrap();
        let id = kit::id::Uuid::nil();
        let mut sign_in = SignIn {
            id: id.into(),
            organisation: id.into(),
            person: id.into(),
            seen_at: made,
            ends_at: kit::clock::days_later(made, MOST_DAYS),
            factor_at: None,
            confirmed_at: Some(made),
        };
        assert!(sign_in.holds(kit::clock::days_later(made, 13)));
        assert!(!sign_in.holds(kit::clock::days_later(made, 14)));
        sign_in.seen_at = kit::clock::days_later(made, 29);
        assert!(sign_in.holds(kit::clock::days_later(made, 29)));
        assert!(!sign_in.holds(kit::clock::days_later(made, 30)));
        let later = |seconds| made + jiff::SignedDuration::from_secs(seconds);
        assert!(sign_in.is_confirmed(later(599), 10) && !sign_in.is_confirmed(later(600), 10));
        sign_in.confirmed_at = None;
        assert!(!sign_in.is_confirmed(made, 10));
    }
}
