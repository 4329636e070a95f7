//! Counts the statements a request runs, so that a story can assert that ten times the rows do not
//! mean ten times the statements.

use std::cell::RefCell;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

type Counter = Arc<AtomicU64>;

tokio::task_local! {
    static REQUEST: Counter;
}

thread_local! {
    static UNIT: RefCell<Option<Counter>> = const { RefCell::new(None) };
}

/// Runs `request` and tells how many statements its units of work ran.
pub async fn counted<F: Future>(request: F) -> (F::Output, u64) {
    let counter = Counter::default();
    let out = REQUEST.scope(Arc::clone(&counter), request).await;
    (out, counter.load(Ordering::Relaxed))
}

/// The counter of the request being served, if it is counted.
pub(super) fn current() -> Option<Counter> {
    REQUEST.try_with(Arc::clone).ok()
}

/// Runs a unit of work on this thread, counting for `counter`.
pub(super) fn within<T>(counter: Option<Counter>, work: impl FnOnce() -> T) -> T {
    UNIT.with(|unit| *unit.borrow_mut() = counter);
    let out = work();
    UNIT.with(|unit| *unit.borrow_mut() = None);
    out
}

/// One more statement.
pub(super) fn one() {
    UNIT.with(|unit| {
        if let Some(counter) = unit.borrow().as_ref() {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    });
}
