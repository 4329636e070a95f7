//! Signing in by mail: a browser asks with an address, and what the mail says lets that browser in, once. Start at
//! [`ask::ask`], then [`answer`].

pub mod access;
pub mod answer;
pub mod ask;
pub mod carry;
pub mod mail;
pub mod page;
pub mod store;

use jiff::SignedDuration;
use kit::clock::Instant;
use kit::id;
use kit::random::Random;
use kit::token::Token;
use kit::words::Language;

use crate::address::AddressHash;

id! {
    /// A mail's.
    pub MailId;
}

/// How long what a mail says can be used, in minutes.
pub const MINUTES: i64 = 10;
/// How many times a code may be typed before the mail is worth nothing.
pub const TRIES: i64 = 5;
/// How many mails an address gets in an hour: so many for all strangers together, and so many for each browser that
/// was signed in by it before.
pub const MAILS_AN_HOUR: i64 = 3;
/// How long a browser counts as known, in days.
pub const KNOWN_DAYS: i64 = 365;

/// What a browser asks.
#[derive(Clone, Debug)]
pub struct AskDraft {
    /// The address that was typed, lower case.
    pub address: String,
    /// Whether it is a shared computer.
    pub shared: bool,
    /// The page to go on to, one of ours.
    pub next: String,
    /// The language to write in.
    pub language: Language,
    /// What the browser holds when it was signed in by mail before.
    pub known: Option<Token>,
}

/// A request as it is kept: by hashes.
#[derive(Clone, Debug)]
pub struct Request {
    /// Of the half in the mail's link.
    pub link_hash: Vec<u8>,
    /// Of the digits with the browser's half.
    pub code_hash: Vec<u8>,
    /// Of the address.
    pub address_hash: AddressHash,
    /// Whether it is a shared computer.
    pub shared: bool,
    /// The page to go on to.
    pub next: String,
    /// How often a code was typed.
    pub tries: i64,
}

/// Six digits for somebody to type.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Fresh digits.
    #[must_use]
    pub fn fresh(random: &Random) -> Code {
        // Of 2⁶⁴: no code is likelier than another by more than one in 10¹³.
        Code(format!("{:06}", u64::from_be_bytes(random.bytes::<8>()) % 1_000_000))
    }

    /// What somebody typed: its digits, however they are parted.
    #[must_use]
    pub fn typed(text: &str) -> Code {
        Code(text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect())
    }

    /// Whether it is six digits.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.len() == 6 && self.0.bytes().all(|b| b.is_ascii_digit())
    }

    /// The digits, for the mail: `123 456`.
    #[must_use]
    pub fn reveal(&self) -> String {
        self.0.split_at_checked(3).map_or_else(|| self.0.clone(), |(first, last)| format!("{first} {last}"))
    }

    /// What the database keeps: of no use to who has not also the browser's secret.
    #[must_use]
    pub fn hash(&self, browser: &Token) -> Vec<u8> {
        Token::from_visitor(&format!("{} {}", browser.reveal(), self.0)).hash()
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(hidden)")
    }
}

/// How often something may be tried: so many at once, and then so many a minute.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// At once.
    pub burst: i64,
    /// And then in a minute.
    pub a_minute: i64,
}

/// What everybody in one network may ask and answer together: a school's morning, and no more than that.
pub const NETWORK: Budget = Budget { burst: 60, a_minute: 60 };

impl Budget {
    /// What is left after one more try, in thousandths; none when there was none left.
    #[must_use]
    pub fn spend(self, was: Option<(i64, Instant)>, now: Instant) -> Option<i64> {
        let full = self.burst * 1000;
        let left = was.map_or(full, |(thousandths, at)| {
            let grown =
                now.duration_since(at).max(SignedDuration::ZERO).as_secs().min(24 * 60 * 60) * self.a_minute * 1000
                    / 60;
            (thousandths + grown).min(full)
        });
        (left >= 1000).then_some(left - 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_worth_nothing_in_another_browser() {
        let random = Random::seeded(3);
        let (here, there) = (Token::fresh(&random), Token::fresh(&random));
        for _ in 0..200 {
            let code = Code::fresh(&random);
            assert!(code.is_whole(), "{}", code.reveal());
            assert_eq!(Code::typed(&format!(" {} ", code.reveal())), code);
            assert_ne!(code.hash(&here), code.hash(&there));
        }
        assert_eq!(format!("{:?}", Code::typed("123456")), "Code(hidden)");
        assert!(
            !Code::typed("12345").is_whole() && !Code::typed("12345a").is_whole() && !Code::typed("1234567").is_whole()
        );
    }

    #[test]
    fn a_budget_runs_out_and_grows_again() {
        let start: Instant = "2026-11-01T09:00:00Z".parse().unwrap();
        let budget = Budget { burst: 3, a_minute: 2 };
        let mut left = None;
        for _ in 0..3 {
            left = Some((budget.spend(left, start).unwrap(), start));
        }
        assert_eq!(budget.spend(left, start), None);
        let later = |seconds| start.checked_add(SignedDuration::from_secs(seconds)).unwrap();
        assert_eq!(budget.spend(left, later(29)), None);
        assert_eq!(budget.spend(left, later(30)), Some(0));
        assert_eq!(budget.spend(left, later(60 * 60 * 24 * 400)), Some(2000), "never more than at once");
        assert_eq!(budget.spend(left, "2026-10-01T09:00:00Z".parse().unwrap()), None, "a clock put back gives nothing");
    }
}
