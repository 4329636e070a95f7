//! Figures for whoever looks after an installation, as Prometheus reads them. Counts and times only: no ids, no names.

use kit::Result;
use kit::db::Store;
use kit::job;
use kit::watch::head;

use super::App;
use crate::organisation;

/// All of them. What the database does not tell at the moment is left out: the rest still helps.
pub async fn figures(app: &App) -> String {
    let mut out = app.watch.figures("duet");
    let waits = app.store.waits();
    for (name, kind, help, value) in [
        ("database_waits_total", "counter", "Units of work that waited for their turn.", waits.waited as f64),
        ("database_wait_seconds_total", "counter", "How long they waited.", waits.time.as_secs_f64()),
        ("database_waits_given_up_total", "counter", "Those that gave up.", waits.gave_up as f64),
    ] {
        out += &figure(name, kind, help, value);
    }
    match jobs(&app.store).await {
        Ok((due, failed)) => {
            out += &figure("jobs_due", "gauge", "Jobs that are due and not begun.", due as f64);
            out += &figure("jobs_failed", "gauge", "Jobs that were given up.", failed as f64);
            out += &figure("database_up", "gauge", "Whether the database answers.", 1.0);
        }
        Err(cause) => {
            tracing::warn!(%cause, "the figures lack those of the database");
            out += &figure("database_up", "gauge", "Whether the database answers.", 0.0);
        }
    }
    out
}

fn figure(name: &str, kind: &str, help: &str, value: f64) -> String {
    format!("{}duet_{name} {value}\n", head("duet", name, kind, help))
}

/// How many jobs are due, and how many were given up, in all organisations.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn jobs(store: &Store) -> Result<(i64, usize)> {
    store
        .read_outside(|c| {
            let (due, mut failed) = (job::index::due(c)?, 0);
            for one in organisation::store::all(c)? {
                failed += job::store::dead(&mut c.inside(one.id)?)?.len();
            }
            Ok((due, failed))
        })
        .await
}
