//! Letters that come back as a mail, days after they went: listed as those are that a mail server refused at once.

use kit::Result;
use kit::db::Tx;
use kit::mail::Bounce;

use super::{LetterId, store};
use crate::audit::{self, Act};

/// Notes that a mail came back: the letter it was, or all that went in it together. Tells how many letters; none, when
/// the mail was none of this organisation's, or is known to have come back.
///
/// # Errors
/// `Internal` when the database fails.
pub fn come_back(tx: &mut Tx<'_>, bounce: Bounce) -> Result<usize> {
    let letters: Vec<LetterId> = store::sent_as(tx, bounce.id)?;
    for id in &letters {
        store::returned(tx, *id, &bounce.trouble.to_string())?;
        audit::store::note(tx, None, Act::LetterCameBack, id.0)?;
    }
    Ok(letters.len())
}
