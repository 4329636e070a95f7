//! Counts the statements a request runs, so that a story can assert that ten times the rows do not
//! mean ten times the statements; and listens to them, so that a benchmark can run the same ones without us.

use std::cell::RefCell;
use std::future::Future;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::Value;

/// What is known of the request being served.
pub(super) type Counter = Arc<Tally>;

#[derive(Default)]
pub(super) struct Tally {
    statements: AtomicU64,
    heard: Option<Arc<Mutex<Heard>>>,
}

/// What a request did with the database.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// Each statement with its values, `$1` first, in the order they ran.
    pub statements: Vec<(String, Vec<Value<'static>>)>,
    /// How many units of work they were done in.
    pub units: usize,
    /// How long those took: waiting for a turn, the transaction, the statements, and what the closures made of the rows.
    pub time: Duration,
}

tokio::task_local! {
    static REQUEST: Counter;
}

thread_local! {
    static UNIT: RefCell<Option<Counter>> = const { RefCell::new(None) };
}

/// Runs `request` and tells how many statements its units of work ran.
pub async fn counted<F: Future>(request: F) -> (F::Output, u64) {
    // Whoever listens around this still hears.
    let heard = current().and_then(|around| around.heard.clone());
    let counter = Arc::new(Tally { heard, ..Tally::default() });
    let out = REQUEST.scope(Arc::clone(&counter), request).await;
    (out, counter.statements.load(Ordering::Relaxed))
}

/// Runs `request` and tells what it did with the database: for benchmarks, which run the same without us. What it gives
/// holds people's data.
pub async fn heard<F: Future>(request: F) -> (F::Output, Heard) {
    let heard = Arc::<Mutex<Heard>>::default();
    let counter = Arc::new(Tally { heard: Some(Arc::clone(&heard)), ..Tally::default() });
    let out = REQUEST.scope(counter, request).await;
    let heard = heard.lock().unwrap_or_else(PoisonError::into_inner).clone();
    (out, heard)
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

/// One more unit of work, which began then.
pub(super) fn unit(began: Instant) {
    let _ = REQUEST.try_with(|counter| {
        if let Some(heard) = &counter.heard {
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.units += 1;
            heard.time += began.elapsed();
        }
    });
}

/// One more statement.
pub(super) fn one(text: &str, values: &[Value<'_>]) {
    UNIT.with(|unit| {
        if let Some(counter) = unit.borrow().as_ref() {
            counter.statements.fetch_add(1, Ordering::Relaxed);
            if let Some(heard) = &counter.heard {
                let values = values.iter().map(|value| value.clone().into_owned()).collect();
                heard.lock().unwrap_or_else(PoisonError::into_inner).statements.push((text.to_owned(), values));
            }
        }
    });
}
