//! Jobs: what is to be done once a change is kept, put in the transaction of the change (an outbox).
//!
//! [`store::put`] puts one, [`Worker`] does them. A job names what it is about by id and holds nothing else. It is done
//! at least once: whoever takes it holds it for a while ([`LEASE`]), and when they die meanwhile it is taken again. So
//! each step of a job is safe to run twice.

pub mod index;
pub mod store;
mod worker;

use jiff::SignedDuration;

pub use self::worker::{Doing, Handler, Worker};
use crate::Result;
use crate::clock::Instant;
use crate::db::Tx;
use crate::id::{OrganisationId, Uuid};
use crate::random::Random;

crate::id! {
    /// A job's.
    pub JobId;
}

/// How long whoever takes a job holds it. A handler must be done well before.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How long after it was first due a job is still tried.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(5 * 24);

/// For how long a job that is done is remembered, and its name with it.
pub const MEMORY: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A job, as its handler takes it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What is to be done: a word its handler goes by.
    pub kind: String,
    /// What it is about.
    pub subject: Uuid,
    /// When it was first due.
    pub due_at: Instant,
    /// How often it was begun, this time included.
    pub attempts: i64,
}

/// A job that was given up.
#[derive(Clone, Debug)]
pub struct Dead {
    /// Its id.
    pub id: JobId,
    /// What was to be done.
    pub kind: String,
    /// What it is about.
    pub subject: Uuid,
    /// How often it was begun.
    pub attempts: i64,
    /// When it was given up.
    pub failed_at: Instant,
    /// Why, in our own words.
    pub last_error: Option<String>,
}

/// What is written down in the transaction that ends a job.
pub type Then = Box<dyn Fn(&mut Tx<'_>) -> Result<()> + Send>;

/// How a job went.
pub struct Outcome {
    end: End,
    then: Option<Then>,
}

#[derive(Clone, Debug, PartialEq)]
enum End {
    Done,
    Later(Instant, String),
    Failed(String),
}

impl Outcome {
    /// It is done.
    #[must_use]
    pub fn done() -> Outcome {
        Outcome { end: End::Done, then: None }
    }

    /// It is to be tried again at this moment. `why` is our own words: no names, no addresses.
    #[must_use]
    pub fn later(at: Instant, why: impl Into<String>) -> Outcome {
        Outcome { end: End::Later(at, why.into()), then: None }
    }

    /// It is given up, and listed.
    #[must_use]
    pub fn failed(why: impl Into<String>) -> Outcome {
        Outcome { end: End::Failed(why.into()), then: None }
    }

    /// The same, and this is written in the transaction that ends the job. It may run twice.
    #[must_use]
    pub fn and(mut self, then: impl Fn(&mut Tx<'_>) -> Result<()> + Send + 'static) -> Outcome {
        self.then = Some(Box::new(then));
        self
    }
}

impl Job {
    /// When it is tried again after failing at `now`; none when it has been tried for long enough.
    #[must_use]
    pub fn again_at(&self, now: Instant, random: &Random) -> Option<Instant> {
        let at = now.checked_add(pause(self.attempts, random)).ok()?;
        (at.duration_since(self.due_at) <= PATIENCE).then_some(at)
    }

    /// It is tried again in a while, or given up when it has been tried for long enough.
    #[must_use]
    pub fn again(&self, now: Instant, random: &Random, why: impl Into<String>) -> Outcome {
        match self.again_at(now, random) {
            Some(at) => Outcome::later(at, why),
            None => Outcome::failed(why),
        }
    }
}

/// How long to wait after so many tries: twice within the first hour, then two to three hours (RFC 5321, section
/// 4.5.4.1, for mail; good enough for all else). Never two alike, so that what failed together does not come together.
fn pause(attempts: i64, random: &Random) -> SignedDuration {
    let (least, spread) = match attempts {
        ..=1 => (12, 6),
        2 => (25, 10),
        _ => (120, 60),
    };
    let [a, b] = random.bytes::<2>();
    SignedDuration::from_secs(least * 60 + spread * 60 * i64::from(u16::from_be_bytes([a, b])) / 65_536)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When a job that always fails is tried: minutes after it was due.
    fn tries(seed: u64) -> Vec<i64> {
        let (random, due_at) = (Random::seeded(seed), "2026-11-03T10:00:00Z".parse::<Instant>().unwrap());
        let mut job = Job {
            id: Uuid::nil().into(),
            organisation: Uuid::nil().into(),
            kind: String::new(),
            subject: Uuid::nil(),
            due_at,
            attempts: 0,
        };
        let (mut now, mut tried) = (Some(due_at), Vec::new());
        while let Some(at) = now {
            tried.push(at.duration_since(due_at).as_mins());
            job.attempts += 1;
            now = job.again_at(at, &random);
        }
        tried
    }

    #[test]
    fn it_is_tried_twice_more_in_the_first_hour_then_every_two_to_three_hours_for_five_days() {
        for seed in 0..50 {
            let tried = tries(seed);
            assert_eq!(tried.iter().filter(|at| **at <= 60).count(), 3, "{tried:?}");
            assert!(tried[2..].windows(2).all(|two| (119..=181).contains(&(two[1] - two[0]))), "{tried:?}");
            let last = tried.last().copied().unwrap_or_default();
            assert!((117 * 60..=120 * 60).contains(&last), "the last try comes after {last} minutes");
        }
        assert_ne!(tries(1), tries(2), "what failed together does not come together");
    }
}
