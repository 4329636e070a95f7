//! Mails that help somebody sign in, on their way: taken to the mail server within a second, tried each minute until
//! their code ends, and kept no longer.

use std::time::Duration;

use kit::Result;
use kit::db::Store;
use kit::mail::{Mail, Post, Reply};

use super::store::{self, Waiting};

/// How long it rests when nothing is due.
const REST: Duration = Duration::from_secs(1);

/// Carries mails until it is told to stop. Without a mail server there is nothing to do.
pub async fn work(store: Store, post: Option<Post>, stopped: impl Future<Output = ()>) {
    let Some(post) = post else { return };
    tokio::pin!(stopped);
    loop {
        if let Err(cause) = carry(&store, &post).await {
            tracing::warn!(%cause, "mails to sign in with wait; they are tried again");
        }
        tokio::select! {
            () = &mut stopped => return,
            () = tokio::time::sleep(REST) => {}
        }
    }
}

/// Takes what is due to the mail server. Several nodes may do so at once: each mail is taken by one.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn carry(store: &Store, post: &Post) -> Result<()> {
    let due = store.read_outside(store::due).await?;
    if due.is_empty() {
        return Ok(());
    }
    for waiting in due {
        let id = waiting.id;
        if !store.write_outside(move |tx| store::claim(tx, id)).await? {
            continue;
        }
        match post.send(&as_mail(waiting)).await? {
            Reply::Taken => store.write_outside(move |tx| store::drop_mail(tx, id)).await?,
            Reply::Refused(trouble) => {
                tracing::warn!(mail = %id, %trouble, "a mail to sign in with was refused");
                store.write_outside(move |tx| store::drop_mail(tx, id)).await?;
            }
            Reply::Later(trouble) => tracing::warn!(mail = %id, %trouble, "a mail to sign in with waits"),
        }
    }
    store.write_outside(store::drop_old_mails).await
}

fn as_mail(waiting: Waiting) -> Mail {
    let Waiting { id, address, language, subject, body, written_at } = waiting;
    Mail {
        id: id.0,
        name: String::new(),
        address,
        reply_to: None,
        language,
        subject,
        text: body,
        html: None,
        written_at,
    }
}
