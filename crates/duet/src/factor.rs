//! Factors: what somebody proves themselves by besides their letter or mail. A code app, passkeys, and codes on paper
//! for when both are lost. Start at [`Held`]; `confirm` takes a factor, `set_up` makes the first.

pub mod access;
pub mod code_app;
pub mod confirm;
pub mod page;
pub mod passkey;
pub mod qr;
pub mod recovery;
pub mod remove;
pub mod secret;
pub mod set_up;
pub mod store;
#[cfg_attr(not(feature = "passkeys"), path = "factor/no_webauthn.rs")]
pub mod webauthn;

use kit::clock::Instant;
use kit::error::Check;
use kit::{Result, id};

use crate::identity::IdentityId;

id! {
    /// A passkey's.
    pub PasskeyId;
}

/// How long it holds that somebody has shown that it is they, in minutes: what a grave act asks.
pub const CONFIRMED_MINUTES: i64 = 10;
/// How long after signing in a first factor can be set up, in minutes: long enough to find the phone.
pub const FIRST_MINUTES: i64 = 60;
/// How many wrong codes are taken one after another.
pub const WRONG_CODES: i64 = 5;
/// How long until one more is, in minutes.
pub const WRONG_CODE_MINUTES: i64 = 10;
/// How long a browser has to answer with a passkey, in minutes.
pub const QUESTION_MINUTES: i64 = 5;
/// The most passkeys of one identity.
pub const MOST_PASSKEYS: i64 = 20;

/// What somebody has set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who signs in.
    pub identity: IdentityId,
    /// Code apps: one or none.
    pub apps: i64,
    /// Passkeys.
    pub passkeys: i64,
}

impl Held {
    /// How many there are that can be given at the next sign-in. Paper codes stand in for them, and count as none.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.apps + self.passkeys
    }
}

/// A passkey as its owner sees it.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// What they call it.
    pub name: String,
    /// Since when.
    pub made_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
}

/// What came of a code that somebody typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It is right, and spent.
    Right,
    /// It is wrong, or was spent before.
    Wrong,
    /// Too many were wrong: the next is looked at in so many minutes.
    Wait(i64),
}

/// When the next wrong code uses up patience: each wrong one adds [`WRONG_CODE_MINUTES`], and time takes it away.
#[derive(Clone, Copy, Debug)]
pub struct Patience(pub Option<Instant>);

impl Patience {
    /// How many minutes to wait until a code is looked at; none when one can be now.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<i64> {
        let used = self.0.map_or(0, |free_at| free_at.duration_since(now).as_secs());
        let over = used - (WRONG_CODES - 1) * WRONG_CODE_MINUTES * 60;
        (over > 0).then(|| (over + 59) / 60)
    }

    /// After one more wrong code.
    #[must_use]
    pub fn after_wrong(&self, now: Instant) -> Instant {
        let from = self.0.filter(|free_at| *free_at > now).unwrap_or(now);
        from + jiff::SignedDuration::from_mins(WRONG_CODE_MINUTES)
    }
}

/// Checks what somebody calls a passkey.
///
/// # Errors
/// `Invalid` when it is empty or long.
pub fn check_name(name: &str) -> Result<()> {
    Check::default().that((1..=60).contains(&name.chars().count()), "name", "passkey-name-missing").done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn five_wrong_codes_then_one_each_ten_minutes() {
        let start: Instant = "2026-11-03T10:00:00Z".parse().unwrap();
        let mut patience = Patience(None);
        for _ in 0..WRONG_CODES {
            assert_eq!(patience.wait(start), None);
            patience = Patience(Some(patience.after_wrong(start)));
        }
        assert_eq!(patience.wait(start), Some(10));
        let later = |minutes| start + SignedDuration::from_mins(minutes);
        assert_eq!(patience.wait(later(9)), Some(1));
        assert_eq!(patience.wait(later(10)), None);
        patience = Patience(Some(patience.after_wrong(later(10))));
        assert_eq!(patience.wait(later(10)), Some(10));
        // An hour later all patience is back.
        assert_eq!(Patience(Some(patience.after_wrong(later(70)))).wait(later(70)), None);
        assert_eq!(patience.after_wrong(later(70)), later(80));
    }

    #[test]
    fn a_passkey_has_a_name() {
        assert!(check_name("My phone").is_ok());
        assert!(check_name("").is_err() && check_name(&"x".repeat(61)).is_err());
    }
}
