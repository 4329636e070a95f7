//! Making a sign-in link to go with a letter.

use kit::Result;
use kit::access::Verb;
use kit::clock::days_later;
use kit::db::{OutsideTx, Tx};
use kit::token::Token;

use super::access::LETTER;
use super::{Letter, LetterId, store};
use crate::identity;
use crate::person::Viewer;
use crate::scheme;
use crate::sign_in::{self, LETTER_LINK_DAYS, open};

/// Makes a link that signs the letter's receiver in once. Who made it is kept with it.
///
/// # Errors
/// `NotFound` when the letter is not the viewer's to see; `NotAllowed` when the link would give the viewer more than
/// they have: a coordinator must not come by an administrator's reach.
pub fn make(tx: &mut Tx<'_>, viewer: Viewer, id: LetterId) -> Result<(Letter, Token)> {
    let letter = store::reached(tx, viewer, id)?.that_may(&LETTER, Verb::Write)?.into_inner();
    let to = Viewer { person: store::to_whom(tx, id)?, ..viewer };
    scheme::appoint::check_reach(tx, viewer, to.person)?;
    let token = open::make_link(&mut tx.outside_tx(), to, Some(viewer.person), LETTER_LINK_DAYS)?;
    Ok((letter, token))
}

/// A link for a letter that goes out by itself, to somebody who has never been here and has no duty: nobody else holds
/// it. Whoever has been here has another way in, and gets none. That the letter went is what the record says.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) fn for_newcomer(tx: &mut OutsideTx<'_>, to: Viewer) -> Result<Option<Token>> {
    let has_duty = !scheme::store::appointments(&mut tx.inside(to.organisation)?, to.person)?.is_empty();
    if has_duty || identity::store::look_up(tx, to)?.is_some() {
        return Ok(None);
    }
    let (token, ends_at) = (tx.fresh_token(), days_later(tx.now(), LETTER_LINK_DAYS));
    sign_in::store::write_link(tx, &token, to, None, ends_at)?;
    Ok(Some(token))
}

/// Ends a link whose letter did not go.
pub(super) fn forget(tx: &mut Tx<'_>, token: &Token) -> Result<()> {
    sign_in::store::spend(&mut tx.outside_tx(), token)?;
    Ok(())
}
