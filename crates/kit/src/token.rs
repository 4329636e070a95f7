//! Secrets that stand for somebody: 256 random bits, given out once and kept only as SHA-256.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::random::Random;

/// A secret in the clear, as it stands in a cookie or a link. Never logged: `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A fresh token.
    #[must_use]
    pub fn fresh(random: &Random) -> Token {
        Token(hex(&random.bytes::<32>()))
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
