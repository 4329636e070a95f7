//! Uploads go after a day, whatever became of them.

use kit::clock::days_later;
use kit::db::Store;
use kit::job::{Doing, Handler, Job, Outcome};

use super::{DAYS, store};

/// The kind of the job that throws them away.
pub const KIND: &str = "import.forget";

/// Throws away what was sent a day ago.
pub struct Forgetter;

impl Handler for Forgetter {
    fn run<'a>(&'a self, opened: &'a Store, _job: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            // Of a day ago to the second: the job is due when the day is over.
            let before = days_later(opened.clock().now(), -DAYS);
            let before = before.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(before);
            Ok(Outcome::done().and(move |tx| store::forget(tx, before)))
        })
    }
}
