//! Code apps: six digits each half minute, from a shared secret and the time (RFC 6238, over HMAC-SHA-1, as apps do).

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use kit::clock::Instant;
use kit::random::Random;
use sha1::Sha1;

/// How long a code is shown, in seconds.
const STEP: i64 = 30;
/// How many steps a clock may be off, either way.
const SLACK: i64 = 1;
/// Bytes of a secret: what HMAC-SHA-1 gives (RFC 4226, section 4).
const BYTES: usize = 20;

/// The secret an app shares with us. Never logged: `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Shared([u8; BYTES]);

impl Shared {
    /// A fresh one.
    #[must_use]
    pub fn fresh(random: &Random) -> Shared {
        Shared(random.bytes())
    }

    /// One that was sealed.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Shared> {
        bytes.try_into().ok().map(Shared)
    }

    /// One that was read or typed, as [`Shared::words`] writes it.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Shared> {
        let letters: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        Shared::from_bytes(&BASE32_NOPAD.decode(letters.as_bytes()).ok()?)
    }

    /// What to seal.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As people type it: groups of four letters.
    #[must_use]
    pub fn words(&self) -> String {
        let letters = BASE32_NOPAD.encode(&self.0);
        let groups: Vec<&str> = (0..letters.len()).step_by(4).map(|at| &letters[at..at + 4]).collect();
        groups.join(" ")
    }

    /// As apps read it from a square code: for whom, and whose secret it is.
    #[must_use]
    pub fn address(&self, whose: &str) -> String {
        let escape = |text: &str| {
            text.bytes().fold(String::new(), |out, byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out + &char::from(byte).to_string(),
                _ => format!("{out}%{byte:02X}"),
            })
        };
        format!("otpauth://totp/Duet:{}?secret={}&issuer=Duet", escape(whose), BASE32_NOPAD.encode(&self.0))
    }

    /// The code of a moment.
    #[must_use]
    pub fn code_at(&self, at: Instant) -> String {
        format!("{:06}", self.number(step_of(at)))
    }

    /// The step whose code was typed, if it is one of now, one before or one after, and none that was used.
    #[must_use]
    pub fn step_typed(&self, typed: &str, now: Instant, last_used: i64) -> Option<i64> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let typed: u32 = digits.parse().ok().filter(|_| digits.len() == 6)?;
        let now = step_of(now);
        (now - SLACK..=now + SLACK).find(|step| *step > last_used && self.number(*step) == typed)
    }

    /// RFC 4226, section 5.3.
    fn number(&self, step: i64) -> u32 {
        // An HMAC takes a key of any length.
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return u32::MAX };
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let at = usize::from(hash[19] & 15);
        let cut = u32::from_be_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]);
        (cut & 0x7fff_ffff) % 1_000_000
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared(hidden)")
    }
}

fn step_of(at: Instant) -> i64 {
    at.as_second().div_euclid(STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six of its eight digits.
        let shared = Shared(*b"12345678901234567890");
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(shared.code_at(at(second)), code);
        }
    }

    #[test]
    fn a_code_is_taken_a_step_early_or_late_and_once() {
        let shared = Shared::fresh(&Random::seeded(1));
        let now = at(1_800_000_000);
        let step = now.as_second() / 30;
        let code = |steps: i64| shared.code_at(at(now.as_second() + 30 * steps));
        for off in -1..=1 {
            assert_eq!(shared.step_typed(&code(off), now, 0), Some(step + off));
            assert_eq!(shared.step_typed(&code(off), now, step + off), None, "it was used");
        }
        assert_eq!(shared.step_typed(&code(-2), now, 0), None);
        assert_eq!(shared.step_typed(&code(2), now, 0), None);
        let spaced = format!(" {} {} ", &code(0)[..3], &code(0)[3..]);
        assert_eq!(shared.step_typed(&spaced, now, 0), Some(step));
        for wrong in ["", "12345", "1234567", "abcdef", "+12345", "-1"] {
            assert_eq!(shared.step_typed(wrong, now, 0), None, "{wrong}");
        }
    }

    #[test]
    fn apps_and_people_can_read_it() {
        let shared = Shared(*b"12345678901234567890");
        assert_eq!(shared.words(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(Shared::from_words(&shared.words()), Some(shared.clone()));
        assert_eq!(
            shared.address("o'neil+x@a.test"),
            "otpauth://totp/Duet:o%27neil%2Bx%40a.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Duet"
        );
        assert_eq!(format!("{shared:?}"), "Shared(hidden)");
    }
}
