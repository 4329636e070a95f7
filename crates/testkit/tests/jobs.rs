//! Jobs are done once they are kept, once each, by however many workers, and again when one dies.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use duet::organisation;
use jiff::SignedDuration;
use kit::Error;
use kit::clock::{Clock, Instant};
use kit::db::Store;
use kit::id::{OrganisationId, Uuid};
use kit::job::{self, Doing, Handler, Job, Outcome, Worker};
use kit::random::Random;
use testkit::Database;

const NOW: &str = "2026-11-03T10:00:00Z";

/// Notes which subjects it was asked about, and does what it is told.
#[derive(Clone)]
struct Noting {
    seen: Arc<Mutex<BTreeMap<Uuid, u32>>>,
    then: fn(&Job, Instant, &Random) -> Result<Outcome, Error>,
}

impl Handler for Noting {
    fn run<'a>(&'a self, store: &'a Store, job: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            *self.seen.lock().expect("a lock").entry(job.subject).or_default() += 1;
            tokio::time::sleep(Duration::from_millis(2)).await;
            (self.then)(job, store.clock().now(), store.random())
        })
    }
}

fn noting(then: fn(&Job, Instant, &Random) -> Result<Outcome, Error>) -> Noting {
    Noting { seen: Arc::default(), then }
}

impl Noting {
    fn worker(&self, store: &Store) -> Worker {
        Worker::new(store.clone(), vec![("test", Box::new(self.clone()))])
    }

    fn times(&self) -> Vec<u32> {
        self.seen.lock().expect("a lock").values().copied().collect()
    }
}

/// A database with two organisations, opened as two nodes would.
struct Two {
    nodes: [Store; 2],
    organisations: [OrganisationId; 2],
    clock: Clock,
    _database: Database,
}

async fn two() -> Two {
    let database = Database::empty();
    let clock = Clock::set_to(NOW.parse().expect("a moment"), "Europe/London");
    let node = async |seed| {
        let opened = Store::open(database.url(), duet::schema::MIGRATIONS, clock.clone(), Random::seeded(seed)).await;
        opened.expect("a database opens")
    };
    let nodes = [node(3).await, node(4).await];
    let found = async |name| nodes[0].write_outside(move |tx| organisation::store::found(tx, name)).await;
    let organisations = [found("One").await.expect("founded"), found("Two").await.expect("founded")];
    Two { nodes, organisations, clock, _database: database }
}

impl Two {
    async fn put(&self, organisation: usize, key: &str, after: SignedDuration) -> bool {
        let (key, run_at) = (key.to_owned(), self.clock.now() + after);
        let put = self.nodes[0].write(self.organisations[organisation], move |tx| {
            let subject = tx.fresh();
            job::store::put(tx, "test", subject, &key, run_at)
        });
        put.await.expect("a job is put")
    }

    fn later(&self, by: SignedDuration) {
        self.clock.set(self.clock.now() + by);
    }

    async fn dead(&self) -> Vec<job::Dead> {
        self.nodes[0].read(self.organisations[0], job::store::dead).await.expect("a list")
    }
}

#[tokio::test]
async fn two_workers_do_no_job_twice() {
    let two = two().await;
    for number in 0..120 {
        assert!(two.put(number % 2, &format!("job {number}"), SignedDuration::ZERO).await);
    }
    let doing = noting(|_, _, _| Ok(Outcome::done()));
    let begin = |node: usize| {
        tokio::spawn({
            let worker = doing.worker(&two.nodes[node]);
            async move { worker.run_due().await.expect("a worker works") }
        })
    };
    let (one, other) = (begin(0), begin(1));
    let begun = one.await.expect("ended") + other.await.expect("ended");
    assert_eq!((begun, doing.times().len()), (120, 120));
    assert!(doing.times().iter().all(|times| *times == 1), "{:?}", doing.times());
    assert_eq!(doing.worker(&two.nodes[1]).run_due().await.expect("nothing is left"), 0);
}

#[tokio::test]
async fn a_job_waits_for_its_time_and_stands_once_by_its_name() {
    let two = two().await;
    assert!(two.put(0, "letter 1", SignedDuration::from_mins(15)).await);
    assert!(!two.put(0, "letter 1", SignedDuration::ZERO).await, "the name is taken");
    assert!(two.put(1, "letter 1", SignedDuration::from_mins(15)).await, "in another organisation it is not");
    let doing = noting(|_, _, _| Ok(Outcome::done()));
    let worker = doing.worker(&two.nodes[0]);
    assert_eq!(worker.run_due().await.expect("a look"), 0);
    two.later(SignedDuration::from_mins(15));
    assert_eq!(worker.run_due().await.expect("a look"), 2);
    assert!(!two.put(0, "letter 1", SignedDuration::ZERO).await, "not after it is done, either");
    // What was done a month ago is forgotten with the next that is done.
    two.later(job::MEMORY + SignedDuration::from_secs(1));
    two.put(0, "letter 2", SignedDuration::ZERO).await;
    assert_eq!(worker.run_due().await.expect("a look"), 1);
    assert!(two.put(0, "letter 1", SignedDuration::ZERO).await);
}

#[tokio::test]
async fn what_fails_is_tried_again_and_then_listed() {
    let two = two().await;
    two.put(0, "no luck", SignedDuration::ZERO).await;
    let failing = noting(|_, _, _| Err(Error::internal("the server is gone")));
    let worker = failing.worker(&two.nodes[0]);
    for _ in 0..6 * 24 * 4 {
        worker.run_due().await.expect("a worker works");
        two.later(SignedDuration::from_mins(15));
    }
    let times = failing.times()[0];
    assert!((40..=65).contains(&times), "five days, then no more: {times} times");
    let dead = two.dead().await;
    assert_eq!((dead.len(), dead[0].kind.as_str(), dead[0].attempts), (1, "test", i64::from(times)));
    assert_eq!(dead[0].last_error.as_deref(), Some("it failed; the log says why"));
}

#[tokio::test]
async fn what_somebody_held_when_they_died_is_taken_again() {
    let two = two().await;
    two.put(0, "held", SignedDuration::ZERO).await;
    // It stops in the middle, without a word of how it went: as a process that was killed.
    let dying = noting(|_, _, _| panic!("killed"));
    assert_eq!(dying.worker(&two.nodes[0]).run_due().await.expect("a worker works"), 1);
    let doing = noting(|job, _, _| {
        assert_eq!(job.attempts, 2);
        Ok(Outcome::done())
    });
    let other = doing.worker(&two.nodes[1]);
    assert_eq!(other.run_due().await.expect("a look"), 0, "it is held");
    two.later(job::LEASE);
    assert_eq!(other.run_due().await.expect("a look"), 1);
    assert_eq!(doing.times(), [1]);
}

#[tokio::test]
async fn what_a_job_brings_is_kept_with_its_end() {
    let two = two().await;
    two.put(0, "first", SignedDuration::ZERO).await;
    let bringing = noting(|job, now, _| {
        let (subject, another) = (job.subject, job.attempts == 1 && job.due_at == now);
        Ok(Outcome::done().and(move |tx| {
            if another {
                job::store::put(tx, "test", subject, "second", tx.now() + SignedDuration::from_secs(1))?;
            }
            Ok(())
        }))
    });
    let worker = bringing.worker(&two.nodes[0]);
    assert_eq!(worker.run_due().await.expect("a look"), 1);
    two.later(SignedDuration::from_secs(1));
    assert_eq!(worker.run_due().await.expect("a look"), 1);
    assert_eq!(bringing.times(), [2]);
}

#[tokio::test]
async fn a_worker_wakes_when_a_job_is_kept() {
    let two = two().await;
    let doing = noting(|_, _, _| Ok(Outcome::done()));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let working = tokio::spawn(doing.worker(&two.nodes[0]).work(async {
        let _ = stopped.await;
    }));
    tokio::time::sleep(Duration::from_millis(100)).await;
    let refused = two.nodes[0].write(two.organisations[0], |tx| {
        let subject = tx.fresh();
        job::store::put(tx, "test", subject, "refused", tx.now())?;
        Err::<(), _>(Error::NotFound)
    });
    assert!(refused.await.is_err());
    two.put(0, "kept", SignedDuration::ZERO).await;
    let began = std::time::Instant::now();
    while doing.times().is_empty() && began.elapsed() < Duration::from_secs(3) {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(doing.times(), [1], "one was kept, well before anybody would have looked");
    let _ = stop.send(());
    working.await.expect("it ends when it is told");
}

#[tokio::test]
async fn what_is_taken_back_is_not_done() {
    let two = two().await;
    two.put(0, "kept", SignedDuration::ZERO).await;
    let organisation = two.organisations[0];
    let put = two.nodes[0].write(organisation, |tx| {
        let subject = tx.fresh();
        job::store::put(tx, "test", subject, "taken back", tx.now())?;
        Ok(subject)
    });
    let subject = put.await.expect("a job is put");
    let back = two.nodes[0].write(organisation, move |tx| job::store::take_back(tx, "test", subject));
    back.await.expect("it is taken back");
    let doing = noting(|_, _, _| Ok(Outcome::done()));
    assert_eq!(doing.worker(&two.nodes[0]).run_due().await.expect("a look"), 1);
}
