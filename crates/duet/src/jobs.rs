//! Every kind of job there is, and who does it.

use kit::job::{Handler, Worker};
use kit::mail::Post;

use crate::import::forget::{self, Forgetter};
use crate::letter::carry::{self, Carrier};
use crate::letter::gather::{self, Gatherer};
use crate::web::App;

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
