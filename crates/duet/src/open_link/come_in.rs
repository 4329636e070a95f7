//! Coming in by an open link.

use kit::db::OutsideTx;
use kit::token::Token;
use kit::words::Language;
use kit::{Error, Result};

use super::{Coming, store};
use crate::address::AddressHash;
use crate::audit::{self, Act};
use crate::by_mail::answer::{self, Answered, Tried};
use crate::by_mail::{Code, Request};
use crate::call;
use crate::notice;
use crate::organisation;
use crate::person::{self, Membership, Viewer};

/// What somebody shows that the mail came to them by.
#[derive(Debug)]
pub enum Shown {
    /// Its six digits.
    Code(Code),
    /// The half of the secret in its link.
    Half(Token),
}

/// Takes what the mail said, in the browser that asked. Who shows so that the address is theirs is signed in: as who they are
/// known to be there, or as somebody new, of whom the name they typed is kept, and that they were shown what is kept.
///
/// A wrong code is counted, and that is kept: the caller must not roll it back.
///
/// # Errors
/// `NotFound` when the link leads nowhere; `Conflict` when the round takes no applications now, or they take no part there.
pub fn come_in(
    tx: &mut OutsideTx<'_>,
    link: &Token,
    (browser, shown): (&Token, &Shown),
    (coming, language): (&Coming, Language),
    before: Option<&Token>,
) -> Result<Answered> {
    let tried = match shown {
        Shown::Code(code) => answer::try_code(tx, browser, code)?,
        Shown::Half(half) => answer::of_link(tx, browser, half)?.map_or(Tried::Over, Tried::Right),
    };
    let request: Request = match tried {
        // The request says which address was shown to be theirs, not the browser.
        Tried::Right(request) if request.address_hash == AddressHash::of(&coming.address) => request,
        Tried::Right(_) | Tried::Over => return Ok(Answered::Over),
        Tried::Wrong(left) => return Ok(Answered::Wrong(left)),
    };
    let organisation = organisation::store::of_open_link(tx, &link.hash())?.ok_or(Error::NotFound)?;
    let viewer = {
        let tx = &mut tx.inside_tx(organisation)?;
        let to = store::leads_to(tx, link)?;
        if !call::store::for_anybody(tx, to.round)?.is_open(tx.today()) {
            return Err(Error::conflict("call-closed"));
        }
        match person::store::by_address(tx, &coming.address)? {
            Some(known) if matches!(known.membership, Membership::Invited | Membership::Active) => {
                Viewer { organisation, person: known.id }
            }
            Some(_) => return Err(Error::conflict("open-link-not-you")),
            None => {
                let person = person::store::add(tx, &coming.draft(language))?;
                store::count(tx, to.link)?;
                // They read it before they typed anything; another since is shown to them.
                if notice::store::newest(tx)?.map(|newest| newest.id) == coming.shown {
                    person::store::told(tx, person)?;
                }
                audit::store::note(tx, Some(person), Act::CameInByOpenLink, to.link.0)?;
                Viewer { organisation, person }
            }
        }
    };
    answer::enter(tx, browser, request, viewer, before)
}
