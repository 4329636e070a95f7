//! What a unit of work leaves for the moment it is kept: that a job waits, and whose data it wrote.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

use crate::error::Result;
use crate::id::OrganisationId;

/// What this process has kept: whom to wake, and which organisations were written to since somebody last asked.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) jobs: Notify,
    written: Mutex<BTreeSet<OrganisationId>>,
}

#[derive(Default)]
struct Unit {
    wakes: bool,
    written: BTreeSet<OrganisationId>,
}

thread_local! {
    static UNIT: RefCell<Unit> = RefCell::default();
}

impl Kept {
    /// Runs a writing unit of work on this thread. Once it is kept, and only then, others hear of it.
    pub(super) fn after<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        UNIT.take();
        let out = work();
        let unit = UNIT.take();
        if out.is_ok() {
            self.written.lock().unwrap_or_else(PoisonError::into_inner).extend(unit.written);
            if unit.wakes {
                self.jobs.notify_one();
            }
        }
        out
    }

    /// Which organisations were written to since this was last asked.
    pub(super) fn take_written(&self) -> BTreeSet<OrganisationId> {
        std::mem::take(&mut *self.written.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The unit of work on this thread has put a job.
pub(super) fn wake() {
    UNIT.with_borrow_mut(|unit| unit.wakes = true);
}

/// The unit of work on this thread writes this organisation's data.
pub(super) fn writes(organisation: OrganisationId) {
    UNIT.with_borrow_mut(|unit| {
        unit.written.insert(organisation);
    });
}
