//! Every kind of job there is, and who does it; and what is swept up each hour.

use std::time::Duration;

use kit::Result;
use kit::db::Store;
use kit::job::{Handler, Worker};
use kit::mail::Post;
use kit::once::Once;

use crate::by_mail;
use crate::call;
use crate::erasure;
use crate::import::forget::{self, Forgetter};
use crate::letter::carry::{self, Carrier};
use crate::letter::gather::{self, Gatherer};
use crate::organisation;
use crate::pupil;
use crate::web::App;

/// How often is swept up.
const EACH: Duration = Duration::from_secs(60 * 60);

/// A worker who does all of an app's jobs. `post` is where its mail goes, if a mail server is set.
#[must_use]
pub fn worker(app: &App, post: Option<Post>) -> Worker {
    let carrier = Carrier { post, words: app.words, public_url: app.public_url.clone() };
    let handlers: Vec<(&'static str, Box<dyn Handler>)> = vec![
        (carry::KIND, Box::new(carrier.clone())),
        (gather::KIND, Box::new(Gatherer(carrier))),
        (forget::KIND, Box::new(Forgetter)),
    ];
    Worker::new(app.store.clone(), handlers)
}

/// Sweeps up, each hour until `stopped`, what is of no more use, of every organisation. Several nodes may.
pub async fn sweep_up(store: Store, stopped: impl Future<Output = ()>) {
    tokio::pin!(stopped);
    loop {
        if let Err(cause) = sweep(&store).await {
            tracing::warn!(%cause, "what was to be forgotten by now is not yet; it is tried again");
        }
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(EACH) => {}
        }
    }
}

/// Forgets who asked for a mail to sign in, the forms that were taken long ago, the pupils whom nobody has taught for a year,
/// and what was typed of applications and not sent in time; and works out whose details are to go, which an administrator
/// decides.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn sweep(store: &Store) -> Result<()> {
    store.write_outside(by_mail::store::forget_old).await?;
    for one in store.read_outside(organisation::store::all).await? {
        store.write(one.id, Once::forget_old).await?;
        store.write(one.id, pupil::forget::forget_old).await?;
        store.write(one.id, call::forget::forget_old).await?;
        store.write(one.id, erasure::due::look).await?;
    }
    Ok(())
}
