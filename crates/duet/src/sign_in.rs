//! Signing in: a browser that holds a secret is somebody for a while. No passwords.

pub mod access;
pub mod end;
pub mod open;
pub mod page;
pub mod store;
pub mod switch;

use jiff::SignedDuration;
use kit::clock::Instant;
use kit::id;

use crate::address::AddressHash;
use crate::person::{PersonId, Viewer};

/// How long a sign-in lasts at most, in days, whoever it is.
pub const MOST_DAYS: i64 = 30;
/// How long a link in a printed letter can be used, in days.
pub const LETTER_LINK_DAYS: i64 = 14;
/// How long the first administrator's link can be used, in days.
pub const FIRST_LINK_DAYS: i64 = 1;

id! {
    /// A sign-in's.
    pub SignInId;
}

/// How long a sign-in lasts, by what can be seen with it and who can reach the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// Of somebody who takes part: 30 days, or 14 without being used.
    Usual,
    /// Of somebody who has a duty, and so sees more than their own: 12 hours, or one without being used.
    Staff,
    /// On a computer that others use: 12 hours, or a quarter of one without being used.
    Shared,
}

impl Lifetime {
    /// Of a sign-in; `strict` when it is as of staff.
    #[must_use]
    pub fn of(shared: bool, strict: bool) -> Lifetime {
        match (shared, strict) {
            (true, _) => Lifetime::Shared,
            (false, true) => Lifetime::Staff,
            (false, false) => Lifetime::Usual,
        }
    }

    /// How long it lasts at most.
    #[must_use]
    pub fn most(self) -> SignedDuration {
        match self {
            Lifetime::Usual => SignedDuration::from_hours(24 * MOST_DAYS),
            Lifetime::Staff | Lifetime::Shared => SignedDuration::from_hours(12),
        }
    }

    /// How long it lasts without being used.
    #[must_use]
    pub fn idle(self) -> SignedDuration {
        match self {
            Lifetime::Usual => SignedDuration::from_hours(24 * 14),
            Lifetime::Staff => SignedDuration::from_hours(1),
            Lifetime::Shared => SignedDuration::from_mins(15),
        }
    }

    /// Whether one that began and was last used then still holds at `now`.
    #[must_use]
    pub fn holds(self, made_at: Instant, seen_at: Instant, now: Instant) -> bool {
        now.duration_since(made_at) < self.most() && now.duration_since(seen_at) < self.idle()
    }

    /// Whether its last use should be written down again: at a fifteenth of its idle time, and at least once an hour.
    #[must_use]
    pub fn is_stale(self, seen_at: Instant, now: Instant) -> bool {
        now.duration_since(seen_at) >= (self.idle() / 15).min(SignedDuration::from_hours(1))
    }
}

/// How a sign-in begins.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// Who made the link it begins with, if somebody else did.
    pub made_by: Option<PersonId>,
    /// The address that was proved to be theirs, when it begins by mail.
    pub address: Option<AddressHash>,
    /// Whether it is a shared computer.
    pub shared: bool,
    /// When they showed that it is they, if that was before now.
    pub confirmed_at: Option<Instant>,
}

/// A browser signed in as somebody.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Its id.
    pub id: SignInId,
    /// The organisation.
    pub organisation: crate::organisation::OrganisationId,
    /// Who it is there.
    pub person: PersonId,
    /// When it began.
    pub made_at: Instant,
    /// When it was last used (to a fifteenth of its idle time).
    pub seen_at: Instant,
    /// Whether it is on a shared computer.
    pub shared: bool,
    /// Who made the link it began with, if somebody else did.
    pub made_by: Option<PersonId>,
    /// The address that was proved to be theirs when it began by mail.
    pub address_hash: Option<AddressHash>,
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
    /// When it was last used.
    pub seen_at: Instant,
    /// Whether it is on a shared computer.
    pub shared: bool,
    /// The name of who made the link it began with, if somebody else did.
    pub made_by: Option<String>,
}

impl SignIn {
    /// Who is looking.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        Viewer { organisation: self.organisation, person: self.person }
    }

    /// Whether they came in by something of their own. Who made a link for them could have used it: such a sign-in
    /// leads to no more than its maker may reach.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.made_by.is_none()
    }

    /// Whether whoever uses it has shown that it is they, at most so many minutes ago.
    #[must_use]
    pub fn is_confirmed(&self, now: Instant, minutes: i64) -> bool {
        self.confirmed_at.is_some_and(|at| now.duration_since(at).as_secs() < minutes * 60)
    }

    /// How long it lasts.
    #[must_use]
    pub fn lifetime(&self, strict: bool) -> Lifetime {
        Lifetime::of(self.shared, strict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_ends_when_idle_and_in_any_case() {
        let made: Instant = "2026-11-01T09:00:00Z".parse().unwrap();
        let later = |minutes: i64| made.checked_add(SignedDuration::from_mins(minutes)).unwrap();
        let (hour, day) = (60, 24 * 60);
        for (lifetime, idle, most) in [
            (Lifetime::of(false, false), 14 * day, 30 * day),
            (Lifetime::of(false, true), hour, 12 * hour),
            (Lifetime::of(true, false), 15, 12 * hour),
            (Lifetime::of(true, true), 15, 12 * hour),
        ] {
            assert!(lifetime.holds(made, made, later(idle - 1)), "{lifetime:?}");
            assert!(!lifetime.holds(made, made, later(idle)), "{lifetime:?}");
            assert!(lifetime.holds(made, later(most - 2), later(most - 1)), "{lifetime:?}");
            assert!(!lifetime.holds(made, later(most - 1), later(most)), "{lifetime:?}");
            assert!(!lifetime.is_stale(made, made) && lifetime.is_stale(made, later(hour)), "{lifetime:?}");
        }
    }

    #[test]
    fn it_is_confirmed_for_so_many_minutes() {
        let made: Instant = "2026-11-01T09:00:00Z".parse().unwrap();
        let id = kit::id::Uuid::nil();
        let mut sign_in = SignIn {
            id: id.into(),
            organisation: id.into(),
            person: id.into(),
            made_at: made,
            seen_at: made,
            shared: false,
            made_by: None,
            address_hash: None,
            factor_at: None,
            confirmed_at: Some(made),
        };
        let later = |seconds| made + SignedDuration::from_secs(seconds);
        assert!(sign_in.is_confirmed(later(599), 10) && !sign_in.is_confirmed(later(600), 10));
        sign_in.confirmed_at = None;
        assert!(!sign_in.is_confirmed(made, 10));
    }
}
