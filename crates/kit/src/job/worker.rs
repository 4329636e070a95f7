//! Who does the jobs. Several workers, on one node or many, may work on one database.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::index::{self, Taken};
use super::{End, Job, Outcome, store};
use crate::Result;
use crate::clock::Instant;
use crate::db::Store;
use crate::id::{self, Uuid};

/// A handler at work.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<Outcome>> + Send + 'a>>;

/// Does one kind of job.
pub trait Handler: Send + Sync {
    /// Does it, outside any transaction. It may have been done before, in part or whole. A failure is tried again.
    fn run<'a>(&'a self, store: &'a Store, job: &'a Job) -> Doing<'a>;
}

/// Does the jobs that are due. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    handlers: Arc<BTreeMap<&'static str, Box<dyn Handler>>>,
}

/// How often a worker looks though nobody woke it: for jobs that another node put, or a dead one held.
const POLL: Duration = Duration::from_secs(5);

impl Worker {
    /// A worker who knows these kinds of job.
    #[must_use]
    pub fn new(store: Store, handlers: Vec<(&'static str, Box<dyn Handler>)>) -> Worker {
        Worker { store, handlers: Arc::new(handlers.into_iter().collect()) }
    }

    /// Does all jobs that are due by the store's clock, until none is; tells how many were begun.
    ///
    /// # Errors
    /// `Internal` when the database fails. A job that fails is no failure of this.
    pub async fn run_due(&self) -> Result<usize> {
        let mut begun = 0;
        while self.store.read_outside(index::is_due).await? {
            let holder = id::fresh(self.store.clock().now(), self.store.random());
            let taken = self.store.write_outside(move |tx| index::take(tx, holder)).await?;
            begun += taken.len();
            let doing: Vec<_> = taken
                .into_iter()
                .map(|taken| {
                    let worker = self.clone();
                    tokio::spawn(async move { worker.see_to(taken, holder).await })
                })
                .collect();
            for one in doing {
                match one.await {
                    Ok(Ok(())) => {}
                    Ok(Err(cause)) => tracing::warn!(%cause, "how a job went was not written down; it runs again"),
                    Err(cause) => tracing::error!(%cause, "a job stopped; it runs again"),
                }
            }
        }
        Ok(begun)
    }

    /// Works until `stopped` comes, and then ends what was begun.
    pub async fn work(self, stopped: impl Future<Output = ()>) {
        tokio::pin!(stopped);
        loop {
            if let Err(cause) = self.run_due().await {
                tracing::warn!(%cause, "no jobs could be looked for");
            }
            tokio::select! {
                () = &mut stopped => return,
                () = self.store.job_put() => {}
                () = tokio::time::sleep(self.rest().await) => {}
            }
        }
    }

    /// Until the next job is due, five seconds at most.
    async fn rest(&self) -> Duration {
        let next = self.store.read_outside(index::next).await.ok().flatten();
        let wait = next.map(|at: Instant| at.duration_since(self.store.clock().now()));
        wait.map_or(POLL, |wait| Duration::try_from(wait).unwrap_or(Duration::ZERO))
            .clamp(Duration::from_millis(50), POLL)
    }

    async fn see_to(&self, taken: Taken, holder: Uuid) -> Result<()> {
        let Taken { id, organisation, attempts } = taken;
        let Some(job) = self.store.read(organisation, move |c| store::open(c, id, attempts)).await? else {
            self.store.write_outside(move |tx| index::end(tx, id, holder)).await?;
            return Ok(());
        };
        let outcome = match self.handlers.get(job.kind.as_str()) {
            Some(handler) => self.done(handler.as_ref(), &job).await,
            None => job.again(self.store.clock().now(), self.store.random(), "nobody here knows this kind of job"),
        };
        self.written_down(job, outcome, holder).await
    }

    async fn done(&self, handler: &dyn Handler, job: &Job) -> Outcome {
        match handler.run(&self.store, job).await {
            Ok(outcome) => outcome,
            Err(cause) => {
                tracing::warn!(job = %job.id, kind = job.kind, %cause, "a job failed");
                job.again(self.store.clock().now(), self.store.random(), "it failed; the log says why")
            }
        }
    }

    /// One transaction: what the job brings, how it went, and when it is due again. Whoever took the job meanwhile keeps
    /// it; what it brought is written all the same.
    async fn written_down(&self, job: Job, outcome: Outcome, holder: Uuid) -> Result<()> {
        let Outcome { end, then } = outcome;
        self.store
            .write(job.organisation, move |tx| {
                if let Some(then) = &then {
                    then(tx)?;
                }
                match &end {
                    End::Done => {
                        store::done(tx, &job)?;
                        index::end(&mut tx.outside_tx(), job.id, holder)?;
                    }
                    End::Failed(why) => {
                        store::failed(tx, &job, why)?;
                        index::end(&mut tx.outside_tx(), job.id, holder)?;
                    }
                    End::Later(at, why) => {
                        store::troubled(tx, &job, why)?;
                        index::later(&mut tx.outside_tx(), job.id, holder, *at)?;
                    }
                }
                Ok(())
            })
            .await
    }
}
