//! Undoing a change of address, from the address of before: for when it was not they who changed it.

use kit::db::{Read, Tx};
use kit::token::Token;
use kit::{Error, Result};

use super::store;
use crate::audit::{self, Act};
use crate::organisation::OrganisationId;
use crate::person::Viewer;
use crate::sign_in;

/// What stands in a warning's link: which organisation, and the secret.
#[derive(Clone, Debug)]
pub struct UndoLink {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The secret.
    pub secret: Token,
}

impl std::str::FromStr for UndoLink {
    type Err = Error;
    fn from_str(text: &str) -> Result<UndoLink> {
        let (organisation, secret) = text.split_once('.').ok_or(Error::NotFound)?;
        Ok(UndoLink { organisation: organisation.parse()?, secret: Token::from_visitor(secret) })
    }
}

/// Whether a link can still be used.
///
/// # Errors
/// `NotFound` when it cannot.
pub fn look(c: &mut Read<'_>, secret: &Token) -> Result<()> {
    store::change_of(c, secret).map(|_| ())
}

/// Puts the addresses back as they were before the change, and signs its person out everywhere: whoever changed it is
/// out, and cannot come in by the address they added. Works once.
///
/// # Errors
/// `NotFound` when the link is unknown, used or past its time; `Conflict` when somebody else signs in by the address
/// of before by now.
pub fn undo(tx: &mut Tx<'_>, secret: &Token) -> Result<()> {
    let (person, change) = store::change_of(tx, secret)?;
    if !store::mark_undone(tx, secret)? {
        return Err(Error::NotFound);
    }
    for address in std::iter::once(&change.was).chain(&change.removed) {
        store::restore(tx, person, address)?;
    }
    store::set_main(tx, person, &change.was)?;
    if let Some(added) = &change.added {
        store::retire(tx, added)?;
        if store::owner(tx, added)?.is_some_and(|(owner, _)| owner == person) {
            store::drop_address(tx, added)?;
        }
    }
    let viewer = Viewer { organisation: tx.organisation(), person };
    sign_in::store::end_all(&mut tx.outside_tx(), viewer)?;
    audit::store::note(tx, Some(person), Act::AddressUndone, person.0)
}
