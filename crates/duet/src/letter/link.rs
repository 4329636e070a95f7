//! Making a sign-in link to go with a letter, while no mail server is set.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::token::Token;

use super::access::LETTER;
use super::{Letter, LetterId, store};
use crate::person::Viewer;
use crate::scheme;
use crate::sign_in::{LETTER_LINK_DAYS, open};

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
