//! Secrets that stand for somebody: 256 random bits, or 80 that can be typed off paper; given out once and kept only as
//! SHA-256.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::random::Random;

/// The letters and digits of a short token, none of which is taken for another on paper: Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many of them make one.
const SHORT: usize = 16;

/// A secret in the clear, as it stands in a cookie or a link. Never logged: `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A fresh token.
    #[must_use]
    pub fn fresh(random: &Random) -> Token {
        Token(hex(&random.bytes::<32>()))
    }

    /// A fresh token that can be typed off paper: 80 random bits in sixteen letters and digits.
    #[must_use]
    pub fn short(random: &Random) -> Token {
        let bits = random.bytes::<10>().iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let sign = |at: usize| char::from(ALPHABET[(bits >> (5 * at) & 31) as usize]);
        Token((0..SHORT).rev().map(sign).collect())
    }

    /// Takes what a visitor typed off paper, whatever stands between the letters, in capitals or not, an o for a 0, an i or l
    /// for a 1; none when no short token looks like that.
    #[must_use]
    pub fn typed(text: &str) -> Option<Token> {
        let letters = text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        });
        let token: String = letters.take(SHORT + 1).collect();
        let fits = token.len() == SHORT && token.bytes().all(|byte| ALPHABET.contains(&byte));
        fits.then_some(Token(token))
    }

    /// The text in fours, as it is read off paper.
    #[must_use]
    pub fn in_fours(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// Takes what a visitor sent; nothing is known of it until its [`Token::hash`] is looked up.
    #[must_use]
    pub fn from_visitor(text: &str) -> Token {
        Token(text.to_owned())
    }

    /// What the database keeps.
    #[must_use]
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The text to put in a cookie or a link.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

/// Whether two hashes are the same, in a time that says nothing about where they differ.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && std::hint::black_box(one.iter().zip(other).fold(0, |seen, (a, b)| seen | (a ^ b))) == 0
}

/// Bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes of a hexadecimal text; nothing when it is none.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_token_is_typed_off_paper_as_people_type() {
        let random = Random::seeded(4);
        let (one, other) = (Token::short(&random), Token::short(&random));
        assert!(one != other && one.reveal().len() == 16 && one.in_fours().len() == 19);
        let o_and_l = one.in_fours().to_uppercase().replace('0', "O").replace('1', "l").replace(' ', "-");
        for typed in [one.reveal(), &one.in_fours(), &o_and_l, &format!("\n {} ", one.reveal())] {
            assert_eq!(Token::typed(typed), Some(one.clone()), "{typed}");
        }
        let long = format!("{}0", one.reveal());
        for none in ["", "u", &long, &one.reveal()[1..], "0000 0000 0000 000u", "ÿÿÿÿÿÿÿÿ"] {
            assert_eq!(Token::typed(none), None, "{none:?}");
        }
    }

    #[test]
    fn a_token_is_long_hidden_and_hashed() {
        let token = Token::fresh(&Random::seeded(1));
        assert_eq!(token.reveal().len(), 64);
        assert_eq!(format!("{token:?}"), "Token(hidden)");
        assert_eq!(token.hash(), Token::from_visitor(token.reveal()).hash());
        assert_ne!(token.hash(), Token::fresh(&Random::seeded(2)).hash());
        assert!(same(&token.hash(), &token.hash()) && same(b"", b""));
        assert!(!same(b"ab", b"ac") && !same(b"ab", b"a"));
    }
}
