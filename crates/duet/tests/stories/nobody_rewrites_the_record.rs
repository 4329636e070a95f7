//! Nobody rewrites the record unseen: whoever changes, removes, moves, adds or cuts off rows, with their seals or without, is found
//! out by the chain or by the heads that are kept outside; each time, in a thousand tries of every kind.

use duet::audit::chain::{Chain, Fault, Head, Link, Sealable, links};
use duet::audit::sign::{Kept, Signer};
use duet::audit::{Act, AuditId, seal, store, verify};
use jiff::SignedDuration;
use kit::clock::Instant;
use kit::id::{OrganisationId, Uuid};
use kit::random::Random;
use kit::token::hex;
use testkit::{NOW, TestDuet};

use crate::drill::{figure, times};

const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(7));
/// How many rows the record has that is tampered with.
const ROWS: usize = 60;
/// A head is kept outside each so many rows, as each ten seconds.
const EACH: usize = 7;

/// Chooses by a seed.
struct Chance(Random);

impl Chance {
    fn below(&self, most: usize) -> usize {
        u32::from_be_bytes(self.0.bytes()) as usize % most
    }

    fn uuid(&self) -> Uuid {
        Uuid::from_bytes(self.0.bytes())
    }
}

/// A record as it lies in the database, and its heads as they are kept outside.
#[derive(Clone)]
struct Record {
    rows: Vec<Sealable>,
    links: Vec<Link>,
    heads: Vec<Kept>,
}

impl Record {
    fn new(chance: &Chance, signer: &Signer) -> Record {
        let began: Instant = NOW.parse().expect("a moment");
        let row = |at: usize| Sealable {
            id: AuditId(chance.uuid()),
            noted_at: kit::clock::minutes_later(began, at as i64),
            actor: (!at.is_multiple_of(5)).then(|| chance.uuid()),
            act: Act::ALL[chance.below(Act::ALL.len())].as_str().to_owned(),
            subject: chance.uuid(),
        };
        let rows: Vec<Sealable> = (0..ROWS).map(row).collect();
        let links = links(None, ORGANISATION, &rows);
        let mut heads: Vec<&Link> = links.iter().skip(EACH - 1).step_by(EACH).collect();
        heads.extend(links.last());
        let heads = heads.into_iter().map(|link| signer.sign(head_of(link))).collect();
        Record { rows, links, heads }
    }

    /// What `duet audit verify` finds, a page of links at a time.
    fn faults(&self, signer: &Signer) -> Vec<Fault> {
        let heads: Vec<Head> = self.heads.iter().map(|kept| kept.head.clone()).collect();
        let mut chain = Chain::new(ORGANISATION, &heads);
        for page in self.links.chunks(EACH + 1) {
            chain.check(page, &self.rows);
        }
        let mut faults = chain.end().0;
        let strangers = signer.strangers(&self.heads).into_iter();
        faults.extend(strangers.map(|at| Fault::Stranger(self.heads[at].head.number)));
        faults
    }

    /// Makes the chain anew over the rows as they are.
    fn seal_anew(&mut self) {
        self.links = links(None, ORGANISATION, &self.rows);
    }
}

fn head_of(link: &Link) -> Head {
    Head { organisation: ORGANISATION, number: link.number, hash: hex(&link.hash) }
}

/// One part of a row becomes another.
fn edit(record: &mut Record, chance: &Chance) {
    let (at, before) = (chance.below(record.rows.len()), record.rows.clone());
    while record.rows == before {
        let row = &mut record.rows[at];
        match chance.below(5) {
            0 => row.noted_at = kit::clock::minutes_later(row.noted_at, 1 + chance.below(9) as i64),
            1 => row.actor = Some(chance.uuid()),
            2 => row.actor = None,
            3 => row.act = Act::ALL[chance.below(Act::ALL.len())].as_str().to_owned(),
            _ => row.subject = chance.uuid(),
        }
    }
}

/// A row goes, its seal too or not; or the seal alone.
fn delete(record: &mut Record, chance: &Chance) {
    let (at, what) = (chance.below(record.rows.len()), chance.below(3));
    if what != 1 {
        record.rows.remove(at);
    }
    if what != 0 {
        record.links.remove(at);
    }
}

/// Two rows change places: their seals say each the other's.
fn reorder(record: &mut Record, chance: &Chance) {
    let one = chance.below(record.links.len());
    let other = (one + 1 + chance.below(record.links.len() - 1)) % record.links.len();
    let (a, b) = (record.links[one].audit, record.links[other].audit);
    (record.links[one].audit, record.links[other].audit) = (b, a);
}

/// The end is cut off, seals and all.
fn truncate(record: &mut Record, chance: &Chance) {
    let left = chance.below(record.rows.len());
    record.rows.truncate(left);
    record.links.truncate(left);
}

/// A hash is another.
fn unseal(record: &mut Record, chance: &Chance) {
    let at = chance.below(record.links.len());
    record.links[at].hash[chance.below(32)] ^= 1 << chance.below(8);
}

/// A row is put in that nobody noted, and the chain made anew over all.
fn insert(record: &mut Record, chance: &Chance) {
    let at = chance.below(record.rows.len());
    let row = Sealable { id: AuditId(chance.uuid()), ..record.rows[at].clone() };
    record.rows.insert(at, row);
    record.seal_anew();
}

/// Rows are edited or removed, and the chain made anew over what is left: only the heads tell.
fn make_anew(record: &mut Record, chance: &Chance) {
    if chance.below(2) == 0 {
        edit(record, chance);
    } else {
        record.rows.remove(chance.below(record.rows.len()));
    }
    record.seal_anew();
}

/// The same, and heads that go with it take the place of those that were kept: they are signed by a key of one's own, by
/// what signed another head, or by nothing.
fn forge(record: &mut Record, chance: &Chance) {
    make_anew(record, chance);
    let (own, how) = (Signer::of(&[chance.0.bytes()]), chance.below(3));
    let first = record.heads[0].clone();
    for kept in &mut record.heads {
        let link = record.links[(kept.head.number as usize).min(record.links.len()) - 1].clone();
        *kept = match how {
            0 => own.sign(head_of(&link)),
            1 => Kept { head: head_of(&link), signature: kept.signature.clone() },
            _ => Kept { head: head_of(&link), signature: None },
        };
    }
    if how == 2 {
        // Whoever leaves one that is signed in front of those that are not is found out by it.
        record.heads.insert(0, first);
    }
}

type Tamper = fn(&mut Record, &Chance);

const KINDS: [(&str, Tamper); 8] = [
    ("edited", edit),
    ("deleted", delete),
    ("moved", reorder),
    ("cut off", truncate),
    ("with another seal", unseal),
    ("put in, sealed anew", insert),
    ("edited or deleted, sealed anew", make_anew),
    ("sealed anew, with heads to go with it", forge),
];

#[test]
fn every_change_is_found() {
    let (tries, seed) = (times(60, 1000), std::env::var("DUET_SEED").ok().and_then(|seed| seed.parse().ok()));
    let seed = seed.unwrap_or(20_262);
    let (chance, signer) = (Chance(Random::seeded(seed)), Signer::of(&[[7; 32]]));
    for (kind, tamper) in KINDS {
        for number in 0..tries {
            let mut record = Record::new(&chance, &signer);
            assert_eq!(record.faults(&signer), [], "seed {seed}: nobody touched it");
            tamper(&mut record, &chance);
            assert!(!record.faults(&signer).is_empty(), "seed {seed}: rows {kind}, try {number}, are not found");
        }
        figure("record", &format!("rows {kind}"), format!("{tries} of {tries} found"));
    }
}

/// What is read of a record is the time of a cup of tea at most, however long it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_record_is_verified() {
    let duet = TestDuet::empty().await;
    let rows: i64 = times(2_000, 1_000_000) as i64;
    let (store, organisation, clock) = (duet.store(), duet.organisation(), duet.clock());
    let mut last = None;
    for _ in 0..rows / 500 {
        clock.set(clock.now() + SignedDuration::from_secs(1));
        let now = clock.now();
        let noted = store.write(organisation, |tx| {
            (0..500).try_for_each(|_| {
                let subject = tx.fresh();
                store::note(tx, None, Act::RoundOpened, subject)
            })
        });
        noted.await.expect("rows are noted");
        last = seal::seal(store, organisation, now).await.expect("they are sealed");
    }
    let head = last.expect("there are new ones");
    let began = std::time::Instant::now();
    let verified = store.read(organisation, move |c| verify::verify(c, &[head])).await.expect("it is verified");
    let took = began.elapsed();
    assert_eq!((verified.sealed, verified.faults), (rows, vec![]));
    figure("record", "rows verified", rows);
    figure("record", "seconds it took", format!("{:.1}", took.as_secs_f64()));
}
