//! How many units of work may be under way at once, and who waits for a turn.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{BUSY, Error, Result};

/// How many units of work may be under way. Those that wait hold no thread meanwhile, so that one long write does
/// not keep pages from being read.
pub(super) struct Gates {
    readers: Semaphore,
    writers: Semaphore,
    /// How many wait before either.
    waiting: AtomicUsize,
    pub(super) waits: Mutex<Waits>,
}

/// What it came to that units of work waited for their turn, since the store was opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Waits {
    /// How many had to wait.
    pub waited: u64,
    /// How long, all of them together.
    pub time: Duration,
    /// How many gave up.
    pub gave_up: u64,
}

impl Gates {
    /// For so many who read, and who write, at once.
    pub(super) fn of(readers: usize, writers: usize) -> Gates {
        Gates {
            readers: Semaphore::new(readers),
            writers: Semaphore::new(writers),
            waiting: AtomicUsize::new(0),
            waits: Mutex::default(),
        }
    }
}

/// How long a unit of work waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many units of work may wait for their turn. Whoever comes then is told so at once: they would wait longer than they
/// care to, and keep others waiting.
const MOST_WAITING: usize = 512;

impl Gates {
    pub(super) async fn read(&self) -> Result<SemaphorePermit<'_>> {
        self.turn(&self.readers).await
    }

    pub(super) async fn write(&self) -> Result<SemaphorePermit<'_>> {
        self.turn(&self.writers).await
    }

    /// Waits for a turn.
    async fn turn<'g>(&'g self, gate: &'g Semaphore) -> Result<SemaphorePermit<'g>> {
        if let Ok(permit) = gate.try_acquire() {
            return Ok(permit);
        }
        let began = Instant::now();
        let turn = match Waiting::begin(&self.waiting) {
            Some(_waiting) => tokio::time::timeout(PATIENCE, gate.acquire()).await.ok(),
            None => None,
        };
        let mut waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        waits.waited += 1;
        waits.time += began.elapsed();
        waits.gave_up += u64::from(turn.is_none());
        match turn {
            Some(permit) => permit.map_err(Error::internal),
            None => Err(Error::conflict(BUSY)),
        }
    }
}

/// One that waits for its turn, until it is dropped.
struct Waiting<'g>(&'g AtomicUsize);

impl<'g> Waiting<'g> {
    /// Joins those who wait, unless they are too many.
    fn begin(all: &'g AtomicUsize) -> Option<Waiting<'g>> {
        // Counted first, so that two who come at once cannot both be the last.
        let waiting = Waiting(all);
        (all.fetch_add(1, Ordering::Relaxed) < MOST_WAITING).then_some(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
