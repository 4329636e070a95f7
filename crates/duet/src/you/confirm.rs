//! Showing that an address is one's own, by the code that was sent to it.

use kit::db::Tx;
use kit::token::{Token, same};
use kit::{Error, Result};

use super::change::{self, Warning};
use super::{AddressChange, AddressRequestId, store};
use crate::by_mail::{Code, TRIES};
use crate::person::{self, Viewer};

/// What typing a code came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It was right.
    Done,
    /// Not the code; so many tries are left.
    Wrong(i64),
    /// It cannot be typed any more: used, past its time, or tried too often.
    Over,
}

/// Takes the code. If it is right the address signs the viewer in, and is the one they are written to if they asked
/// for that; the one before then stays known only to spreadsheets. Whoever reads the one before is told, and can undo
/// it for some days.
///
/// A wrong code is counted, and that is kept: the caller must not roll it back.
///
/// # Errors
/// `NotFound` when it is not the viewer's request; `Conflict` when somebody else signs in by the address.
pub fn confirm(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    browser: &Token,
    id: AddressRequestId,
    code: &Code,
    warning: Warning<'_>,
) -> Result<Confirmed> {
    store::requested(tx, viewer.person, id)?;
    let Some(request) = store::open_request(tx, viewer.person, id)? else { return Ok(Confirmed::Over) };
    if !store::count_try(tx, id)? {
        return Ok(Confirmed::Over);
    }
    if !same(&request.code_hash, &code.hash(browser)) {
        let left = TRIES - request.tries - 1;
        return Ok(if left > 0 { Confirmed::Wrong(left) } else { Confirmed::Over });
    }
    if !store::spend(tx, id)? {
        return Ok(Confirmed::Over);
    }
    match store::owner(tx, &request.address)? {
        Some((_, true)) => return Err(Error::conflict("you-address-taken")),
        // One of before, of theirs or of somebody who has it no longer: whoever reads its mail now has shown it.
        Some((_, false)) => store::drop_address(tx, &request.address)?,
        None => {}
    }
    let was = person::store::get(tx, viewer.person)?.address;
    person::store::add_address(tx, viewer.person, &request.address)?;
    let mut done = AddressChange { was: was.clone(), added: Some(request.address.clone()), removed: None };
    if request.main {
        store::set_main(tx, viewer.person, &request.address)?;
        store::retire(tx, &was)?;
        done.removed = Some(was);
    }
    change::note(tx, viewer, &done, warning)?;
    Ok(Confirmed::Done)
}
