//! Recovery codes: ten on paper, each for one use, for when phone and passkeys are lost.

use kit::random::Random;
use kit::token::Token;

/// How many there are.
pub const CODES: usize = 10;
/// Letters of a code. Each is 5 bits: 125 in all, so that a plain hash is enough (ASVS 6.5.2 asks 112).
const LETTERS: usize = 25;
/// No letter here looks like another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Ten fresh codes, as they are printed.
#[must_use]
pub fn fresh(random: &Random) -> Vec<String> {
    (0..CODES).map(|_| one(random)).collect()
}

fn one(random: &Random) -> String {
    let letters = random.bytes::<LETTERS>().map(|byte| char::from(ALPHABET[usize::from(byte & 31)]));
    let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What the database keeps of a code, however it was typed; none for a text that is no such code.
#[must_use]
pub fn hash(typed: &str) -> Option<Vec<u8>> {
    let letter = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let plain: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(letter).collect();
    let fine = plain.len() == LETTERS && plain.bytes().all(|byte| ALPHABET.contains(&byte));
    fine.then(|| Token::from_visitor(&plain).hash())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_can_be_read_aloud_and_typed_as_people_do() {
        let codes = fresh(&Random::seeded(1));
        assert_eq!(codes.len(), 10);
        for code in &codes {
            assert_eq!((code.len(), code.matches('-').count()), (29, 4), "{code}");
            let known = hash(code).unwrap();
            assert_eq!(hash(&code.to_uppercase().replace('-', " ")), Some(known.clone()));
            assert_eq!(hash(&code.replace('-', "").replace('0', "O").replace('1', "l")), Some(known));
        }
        let all: std::collections::BTreeSet<_> = codes.iter().map(|code| hash(code)).collect();
        assert_eq!(all.len(), 10, "no two are the same");
        assert!(hash("123456").is_none() && hash("").is_none() && hash(&"é".repeat(25)).is_none());
    }
}
