//! Imports that are being written at this moment, in this process: how far each is, and how it ended.
//!
//! All of an import is one transaction, so the database shows nothing of it until it is done. What is lost with the
//! process is only this: the transaction is undone, the upload is still there, and can be brought in again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use kit::{Error, Message, Result};

use super::UploadId;

/// How many are written at once.
const MOST: usize = 2;
/// How many are remembered.
const REMEMBERED: usize = 1000;

/// How far one is: rows written, of how many.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

impl Progress {
    /// Begins, or begins anew: a write that lost a race is run again.
    pub fn begin(&self, all: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    /// So many rows more are written.
    pub fn add(&self, rows: usize) {
        self.done.fetch_add(rows, Ordering::Relaxed);
    }

    /// Rows written, of how many.
    #[must_use]
    pub fn seen(&self) -> (usize, usize) {
        let all = self.all.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed).min(all), all)
    }
}

/// How one stands.
#[derive(Clone, Debug)]
pub enum State {
    /// It is being written.
    Writing(Arc<Progress>),
    /// It did not come in, and why.
    Failed(Message),
}

/// All of them. Cheap to clone.
#[derive(Clone, Default)]
pub struct Underway(Arc<Mutex<HashMap<UploadId, State>>>);

impl Underway {
    /// Begins one.
    ///
    /// # Errors
    /// `Conflict` when it is being written already, or too many others are.
    pub fn begin(&self, upload: UploadId) -> Result<Arc<Progress>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(all.get(&upload), Some(State::Writing(_))) {
            return Err(Error::conflict("import-underway"));
        }
        if all.values().filter(|state| matches!(state, State::Writing(_))).count() >= MOST {
            return Err(Error::conflict("import-busy"));
        }
        if all.len() >= REMEMBERED {
            all.retain(|_, state| matches!(state, State::Writing(_)));
        }
        let progress = Arc::new(Progress::default());
        all.insert(upload, State::Writing(Arc::clone(&progress)));
        Ok(progress)
    }

    /// Ends one: it came in, or did not, and why.
    pub fn end(&self, upload: UploadId, failed: Option<Message>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match failed {
            None => all.remove(&upload),
            Some(why) => all.insert(upload, State::Failed(why)),
        };
    }

    /// How one stands, if it was begun here and did not come in.
    #[must_use]
    pub fn of(&self, upload: UploadId) -> Option<State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&upload).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_written_once_and_no_more_than_two_at_a_time() {
        let (underway, id) = (Underway::default(), |n| UploadId(kit::id::Uuid::from_u128(n)));
        let progress = underway.begin(id(1)).unwrap();
        progress.begin(10);
        progress.add(4);
        assert_eq!(progress.seen(), (4, 10));
        assert!(underway.begin(id(1)).is_err());
        underway.begin(id(2)).unwrap();
        assert!(underway.begin(id(3)).is_err());
        underway.end(id(1), None);
        underway.end(id(2), Some(Message::new("x")));
        assert!(underway.of(id(1)).is_none() && matches!(underway.of(id(2)), Some(State::Failed(_))));
        underway.begin(id(2)).unwrap();
        underway.begin(id(3)).unwrap();
    }
}
