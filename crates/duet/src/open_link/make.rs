//! Making an open link.

use kit::access::Verb;
use kit::db::Tx;
use kit::token::Token;
use kit::{Error, Message, Result};

use super::access::OPEN_LINK;
use super::{MOST, store};
use crate::audit::{self, Act};
use crate::call;
use crate::person::Viewer;
use crate::round::{self, RoundId};

/// Makes a link by which anybody can come in and apply, until it is ended or the last day is over. The secret in it is given
/// once: only its hash is kept.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round; `Conflict` when the round takes no applications now, or has as many
/// links as it can.
pub fn make(tx: &mut Tx<'_>, viewer: Viewer, id: RoundId) -> Result<Token> {
    let round = round::store::reached(tx, viewer, id)?.that_may(&OPEN_LINK, Verb::Write)?;
    if !call::store::reached(tx, viewer, id)?.is_open(tx.today()) {
        return Err(Error::conflict("open-link-not-open"));
    }
    if store::of(tx, &round)?.iter().filter(|one| one.ended_at.is_none()).count() >= MOST {
        return Err(Error::conflict(Message::new("open-link-many").with("most", MOST)));
    }
    let secret = tx.short_token();
    let made = store::add(tx, &round, &secret)?;
    audit::store::note(tx, Some(viewer.person), Act::OpenLinkMade, made.0)?;
    Ok(secret)
}
