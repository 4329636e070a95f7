//! Writing a letter.

use kit::clock::Instant;
use kit::db::Tx;
use kit::id::Uuid;
use kit::job;
use kit::words::Say;
use kit::{Error, Result};

use super::store::Written;
use super::{DIGEST_HOUR, Desk, HOLD, LetterId, carry, gather, store};
use crate::person::{self, Person, PersonId};
use crate::scheme::SchemeId;
use crate::wording::{Filled, Kind, Wordings};

/// A letter before it is written.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    /// Which of Duet's letters.
    pub kind: Kind,
    /// The scheme it is about.
    pub scheme: SchemeId,
    /// To whom.
    pub to: PersonId,
    /// Whom an answer goes to.
    pub by: PersonId,
    /// What makes it be written: a proposal, a session.
    pub cause: Uuid,
    /// Whether it is held for a while, so that it can be taken back.
    pub held: bool,
}

/// Writes a letter in its receiver's language, in the scheme's own words where it has some. With a mail server it goes
/// out by itself: at once, after [`HOLD`], or in the day's one mail. Without, it waits for somebody to send it; one that
/// could wait for the day's mail is not written then, and none comes back.
///
/// # Errors
/// `NotFound` when there is nobody to write to; `Internal` when the database fails.
pub fn write(
    tx: &mut Tx<'_>,
    desk: Desk,
    wordings: &Wordings,
    draft: Draft,
    filled: &dyn Fn(Say, &Person) -> Filled,
) -> Result<Option<LetterId>> {
    if draft.kind.can_wait() && !desk.by_itself {
        return Ok(None);
    }
    let person = person::store::get(tx, draft.to)?;
    let say = desk.words.say(person.language);
    let wording = wordings.filled(draft.kind, say, &filled(say, &person));
    let goes_at = desk.by_itself.then(|| goes_at(tx, draft));
    let id = store::write(
        tx,
        &Written {
            scheme: Some(draft.scheme),
            to: draft.to,
            language: person.language,
            subject: &wording.subject,
            body: &wording.body,
            kind: draft.kind,
            by: Some(draft.by),
            cause: Some(draft.cause),
            goes_at,
        },
    )?;
    match goes_at {
        Some(at) if draft.kind.can_wait() => gather::put(tx, draft.to, at)?,
        Some(at) => carry::put(tx, id, at)?,
        None => {}
    }
    Ok(Some(id))
}

fn goes_at(tx: &Tx<'_>, draft: Draft) -> Instant {
    let now = tx.now();
    match (draft.kind.can_wait(), draft.held) {
        (true, _) => tx.clock().next_at(now, DIGEST_HOUR),
        (false, true) => now.checked_add(HOLD).unwrap_or(now),
        (false, false) => now,
    }
}

/// Takes back every letter of these kinds that something made be written, as if none had been.
///
/// # Errors
/// `Conflict` when one of them has been sent.
pub fn take_back(tx: &mut Tx<'_>, cause: Uuid, kinds: &[Kind]) -> Result<()> {
    let mut letters = store::caused_by(tx, cause)?;
    letters.retain(|(_, kind, _)| kinds.contains(kind));
    if letters.iter().any(|(_, _, sent_at)| sent_at.is_some()) {
        return Err(Error::conflict("letter-gone"));
    }
    let letters: Vec<LetterId> = letters.into_iter().map(|(id, _, _)| id).collect();
    for id in &letters {
        job::store::take_back(tx, carry::KIND, id.0)?;
    }
    store::remove(tx, &letters)
}
