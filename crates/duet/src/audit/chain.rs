//! The chain of the audit: each row's hash is of the one before it and of the row, so that nobody changes, removes or moves
//! a row unseen. Start at [`Chain::check`].

use std::collections::{BTreeMap, HashMap};

use kit::clock::Instant;
use kit::id::{OrganisationId, Uuid};
use kit::token::hex;
use sha2::{Digest, Sha256};

use super::AuditId;

/// A row of the audit as it is hashed: ids and times only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealable {
    /// Its id.
    pub id: AuditId,
    /// When.
    pub noted_at: Instant,
    /// Who.
    pub actor: Option<Uuid>,
    /// What, as it is written.
    pub act: String,
    /// To what.
    pub subject: Uuid,
}

/// A link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its number, from 1.
    pub number: i64,
    /// The row it seals.
    pub audit: AuditId,
    /// The hash of the link before and of the row.
    pub hash: Vec<u8>,
}

/// The newest link of an organisation, as it is kept outside the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose.
    pub organisation: OrganisationId,
    /// Its number.
    pub number: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// What is wrong with an audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The row that this link seals is not there.
    Gone(i64),
    /// The row, or a link before it, is not what was sealed.
    Changed(i64),
    /// A link with this number is missing.
    Missing(i64),
    /// The chain is shorter than it was: a head kept outside is beyond its end, at this number.
    Shorter(i64),
    /// A head kept outside says another hash for this number.
    Another(i64),
    /// A head kept outside, of this number, is not one that this installation signed.
    Stranger(i64),
}

/// What a first link follows.
const START: [u8; 32] = [0; 32];

/// The hash of a row after a link's hash. Each part has a fixed length, or its length before it.
#[must_use]
pub fn hash(before: &[u8], organisation: OrganisationId, row: &Sealable) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(organisation.0.as_bytes());
    hash.update(row.id.0.as_bytes());
    hash.update(row.noted_at.as_microsecond().to_be_bytes());
    hash.update([u8::from(row.actor.is_some())]);
    hash.update(row.actor.unwrap_or(Uuid::nil()).as_bytes());
    hash.update((row.act.len() as u64).to_be_bytes());
    hash.update(row.act.as_bytes());
    hash.update(row.subject.as_bytes());
    hash.finalize().to_vec()
}

/// The links that seal these rows, after the newest link there is.
#[must_use]
pub fn links(after: Option<&Link>, organisation: OrganisationId, rows: &[Sealable]) -> Vec<Link> {
    let mut before = after.map_or(START.to_vec(), |link| link.hash.clone());
    let mut number = after.map_or(0, |link| link.number);
    rows.iter()
        .map(|row| {
            before = hash(&before, organisation, row);
            number += 1;
            Link { number, audit: row.id, hash: before.clone() }
        })
        .collect()
}

/// An organisation's audit with its chain, being checked: links come in, and faults come out.
#[derive(Debug)]
pub struct Chain {
    organisation: OrganisationId,
    before: Vec<u8>,
    number: i64,
    heads: HashMap<i64, Vec<String>>,
    faults: Vec<Fault>,
}

impl Chain {
    /// A chain from its beginning, with the heads that were kept outside.
    #[must_use]
    pub fn new(organisation: OrganisationId, heads: &[Head]) -> Chain {
        let own = heads.iter().filter(|head| head.organisation == organisation);
        let mut all: HashMap<i64, Vec<String>> = HashMap::new();
        for head in own {
            all.entry(head.number).or_default().push(head.hash.clone());
        }
        Chain { organisation, before: START.to_vec(), number: 0, heads: all, faults: Vec::new() }
    }

    /// Checks the next links, in the order of their numbers, against their rows.
    pub fn check(&mut self, links: &[Link], rows: &[Sealable]) {
        let rows: BTreeMap<AuditId, &Sealable> = rows.iter().map(|row| (row.id, row)).collect();
        for link in links {
            self.number += 1;
            if link.number != self.number {
                self.faults.push(Fault::Missing(self.number));
                self.number = link.number;
            }
            match rows.get(&link.audit) {
                None => self.faults.push(Fault::Gone(link.number)),
                Some(row) if hash(&self.before, self.organisation, row) != link.hash => {
                    self.faults.push(Fault::Changed(link.number));
                }
                Some(_) => {}
            }
            // Several may say the same number: whoever adds one of their own does not hide the one that was there.
            if self.heads.remove(&link.number).is_some_and(|kept| kept.iter().any(|kept| *kept != hex(&link.hash))) {
                self.faults.push(Fault::Another(link.number));
            }
            // From here on by what stands there: one fault is told once.
            self.before.clone_from(&link.hash);
        }
    }

    /// What is wrong, and how many links there are.
    #[must_use]
    pub fn end(mut self) -> (Vec<Fault>, i64) {
        let beyond = self.heads.keys().filter(|number| **number > self.number).min();
        self.faults.extend(beyond.map(|number| Fault::Shorter(*number)));
        (self.faults, self.number)
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.organisation, self.number, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = kit::Error;
    fn from_str(line: &str) -> kit::Result<Head> {
        let mut words = line.split_whitespace();
        let mut word = || words.next().ok_or(kit::Error::NotFound);
        let (organisation, number, hash) = (word()?.parse()?, word()?, word()?.to_owned());
        // A crash may have cut a line short.
        if hash.len() != 64 {
            return Err(kit::Error::NotFound);
        }
        Ok(Head { organisation, number: number.parse().map_err(|_| kit::Error::NotFound)?, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(7));

    fn rows() -> Vec<Sealable> {
        let row = |at: u128| Sealable {
            id: AuditId(Uuid::from_u128(at)),
            noted_at: Instant::from_microsecond(at as i64).unwrap(),
            actor: at.is_multiple_of(2).then(|| Uuid::from_u128(99)),
            act: "session.logged".to_owned(),
            subject: Uuid::from_u128(1000 + at),
        };
        (1..=6).map(row).collect()
    }

    fn faults(links: &[Link], rows: &[Sealable], heads: &[Head]) -> Vec<Fault> {
        let mut chain = Chain::new(ORGANISATION, heads);
        chain.check(links, rows);
        chain.end().0
    }

    fn sealed() -> (Vec<Link>, Vec<Sealable>, Vec<Head>) {
        let rows = rows();
        let mut links = links(None, ORGANISATION, &rows[..4]);
        links.extend(super::links(links.last(), ORGANISATION, &rows[4..]));
        let last = links.last().unwrap();
        let head = Head { organisation: ORGANISATION, number: last.number, hash: hex(&last.hash) };
        (links, rows, vec![head])
    }

    #[test]
    fn a_whole_chain_has_no_fault() {
        let (links, rows, heads) = sealed();
        assert_eq!(faults(&links, &rows, &heads), []);
        assert_eq!(heads[0].to_string().parse::<Head>().unwrap(), heads[0]);
    }

    #[test]
    fn each_part_of_a_row_counts() {
        let (links, rows, heads) = sealed();
        let changes: [fn(&mut Sealable); 5] = [
            |row| row.noted_at = Instant::UNIX_EPOCH,
            |row| row.actor = None,
            |row| row.actor = Some(Uuid::nil()),
            |row| row.act = "session.loggedx".to_owned(),
            |row| row.subject = Uuid::nil(),
        ];
        for change in changes {
            let mut rows = rows.clone();
            change(&mut rows[1]);
            assert_eq!(faults(&links, &rows, &heads), [Fault::Changed(2)]);
        }
    }

    #[test]
    fn what_is_removed_moved_or_cut_off_is_found() {
        let (links, rows, heads) = sealed();
        let without_row: Vec<Sealable> = rows.iter().filter(|row| row.id != rows[2].id).cloned().collect();
        assert_eq!(faults(&links, &without_row, &heads), [Fault::Gone(3)]);

        let mut without_both = links.clone();
        without_both.remove(2);
        assert_eq!(faults(&without_both, &without_row, &heads), [Fault::Missing(3), Fault::Changed(4)]);

        let mut moved = links.clone();
        let (one, other) = (moved[1].audit, moved[2].audit);
        (moved[1].audit, moved[2].audit) = (other, one);
        assert_eq!(faults(&moved, &rows, &heads), [Fault::Changed(2), Fault::Changed(3)]);

        assert_eq!(faults(&links[..4], &rows[..4], &heads), [Fault::Shorter(6)]);
        assert_eq!(faults(&links[..4], &rows[..4], &[]), [], "which only the head outside tells");
    }

    #[test]
    fn a_chain_that_was_made_anew_is_not_the_one_whose_head_was_kept() {
        let (_, mut rows, heads) = sealed();
        rows[0].subject = Uuid::nil();
        let anew = links(None, ORGANISATION, &rows);
        assert_eq!(faults(&anew, &rows, &heads), [Fault::Another(6)]);
        let own = Head { hash: hex(&anew[5].hash), ..heads[0].clone() };
        for both in [[heads[0].clone(), own.clone()], [own, heads[0].clone()]] {
            assert_eq!(faults(&anew, &rows, &both), [Fault::Another(6)], "one more head hides nothing");
        }
    }
}
