//! Signing the heads that are kept outside the database. Who can write there too, and has no key of the installation, cannot
//! make up the head of a record that was made anew.

use hmac::{Hmac, KeyInit, Mac};
use kit::token::{hex, same, unhex};
use sha2::Sha256;

use super::chain::Head;

/// What the keys that sign are for: another thing that is signed one day gets other keys.
const FOR: &[u8] = b"duet audit head 1";

/// Signs heads under keys made of the installation's, which are in the key store. Never logged: `Debug` hides them.
#[derive(Clone)]
pub struct Signer(Vec<[u8; 32]>);

/// A head as it is kept outside the database: with its signature, which those of older versions have not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// It.
    pub head: Head,
    /// Its signature, in hexadecimal.
    pub signature: Option<String>,
}

impl Signer {
    /// One that signs under the last of the installation's keys, and knows what each of them signed.
    #[must_use]
    pub fn of(keys: &[[u8; 32]]) -> Signer {
        Signer(keys.iter().filter_map(|key| mac(key, FOR)).collect())
    }

    /// A head, signed.
    #[must_use]
    pub fn sign(&self, head: Head) -> Kept {
        let signature = self.0.last().and_then(|key| mac(key, head.to_string().as_bytes()));
        Kept { signature: signature.map(|signature| hex(&signature)), head }
    }

    /// Which of these heads are not this installation's, by their places among them: what signs them does not hold, or
    /// nothing does, though it was signing by then.
    #[must_use]
    pub fn strangers(&self, all: &[Kept]) -> Vec<usize> {
        let holds: Vec<bool> = all.iter().map(|kept| self.holds(kept)).collect();
        let signing_by_then = |one: &Kept| {
            let signed = all.iter().zip(&holds).filter(|(_, holds)| **holds).map(|(kept, _)| &kept.head);
            signed.filter(|head| head.organisation == one.head.organisation).any(|head| head.number <= one.head.number)
        };
        let is_strange = |(at, kept): (usize, &Kept)| {
            let stranger = !holds[at] && (kept.signature.is_some() || signing_by_then(kept));
            stranger.then_some(at)
        };
        all.iter().enumerate().filter_map(is_strange).collect()
    }

    fn holds(&self, kept: &Kept) -> bool {
        let Some(signature) = kept.signature.as_deref().and_then(unhex) else { return false };
        let signed = kept.head.to_string();
        self.0.iter().filter_map(|key| mac(key, signed.as_bytes())).any(|own| same(&own, &signature))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(hidden)")
    }
}

/// HMAC-SHA-256, which takes a key of any length.
fn mac(key: &[u8; 32], bytes: &[u8]) -> Option<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(bytes);
    Some(mac.finalize().into_bytes().into())
}

impl std::fmt::Display for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.signature {
            Some(signature) => write!(f, "{} {signature}", self.head),
            None => write!(f, "{}", self.head),
        }
    }
}

impl std::str::FromStr for Kept {
    type Err = kit::Error;
    fn from_str(line: &str) -> kit::Result<Kept> {
        Ok(Kept { head: line.parse()?, signature: line.split_whitespace().nth(3).map(str::to_owned) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::{OrganisationId, Uuid};

    fn head(organisation: u128, number: i64) -> Head {
        let organisation = OrganisationId(Uuid::from_u128(organisation));
        Head { organisation, number, hash: "ab".repeat(32) }
    }

    fn bare(organisation: u128, number: i64) -> Kept {
        Kept { head: head(organisation, number), signature: None }
    }

    #[test]
    fn a_head_comes_back_from_its_line_and_every_part_of_it_is_signed() {
        let signer = Signer::of(&[[7; 32]]);
        let kept = signer.sign(head(1, 9));
        assert_eq!(kept.to_string().parse::<Kept>().unwrap(), kept);
        assert_eq!(kept.to_string().parse::<Head>().unwrap(), kept.head, "an older version reads it too");
        assert_eq!(signer.strangers(std::slice::from_ref(&kept)), Vec::<usize>::new());
        let changes: [fn(&mut Kept); 4] = [
            |kept| kept.head.number = 8,
            |kept| kept.head.hash = "cd".repeat(32),
            |kept| kept.head.organisation = OrganisationId(Uuid::from_u128(2)),
            |kept| kept.signature = Some("00".repeat(32)),
        ];
        for change in changes {
            let mut other = kept.clone();
            change(&mut other);
            assert_eq!(signer.strangers(&[other]), [0]);
        }
        // A line that a crash cut short has no signature, or half of one.
        let line = kept.to_string();
        assert_eq!(signer.strangers(&[line[..line.len() - 10].parse().unwrap()]), [0]);
        assert_eq!(format!("{signer:?}"), "Signer(hidden)");
    }

    #[test]
    fn an_older_key_is_known_still_and_anothers_is_not() {
        let kept = Signer::of(&[[7; 32]]).sign(head(1, 9));
        assert!(Signer::of(&[[7; 32], [8; 32]]).strangers(std::slice::from_ref(&kept)).is_empty());
        assert_eq!(Signer::of(&[[8; 32]]).strangers(&[kept]), [0]);
    }

    #[test]
    fn those_of_an_older_version_are_believed_until_the_first_that_is_signed() {
        let signer = Signer::of(&[[7; 32]]);
        let all = [bare(1, 3), signer.sign(head(1, 5)), bare(1, 4), bare(1, 5), bare(1, 6), bare(2, 6)];
        assert_eq!(signer.strangers(&all), [3, 4]);
        assert_eq!(signer.strangers(&[bare(1, 3)]), Vec::<usize>::new());
    }
}
