//! Ending what somebody does: for a scheme, or as administrator. Somebody is always left.

use kit::access::Verb;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::{ADMINISTRATOR, APPOINTMENT};
use super::{Duty, SchemeId, store};
use crate::audit::{self, Act};
use crate::person::{PersonId, Viewer};

/// Ends a duty of somebody's in a scheme, from today on; one's own too.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme and the person has that duty in it; `Conflict` when nobody
/// would coordinate it any more.
pub fn end(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, person: PersonId, duty: Duty) -> Result<()> {
    store::reached(tx, viewer, scheme)?.must(&APPOINTMENT, Verb::Delete)?;
    if !store::end(tx, person, scheme, duty)? {
        return Err(Error::NotFound);
    }
    // Counted after, in the same transaction: of two that end each other, one finds that nobody would be left.
    if store::how_many_coordinate(tx, scheme)? == 0 {
        return Err(Error::conflict("coordinator-last"));
    }
    audit::store::note(tx, Some(viewer.person), Act::AppointmentEnded, person.0)
}

/// Ends somebody's being administrator, from today on; one's own too.
///
/// # Errors
/// `NotFound` unless both are administrators; `Conflict` when none would be left.
pub fn end_administrator(tx: &mut Tx<'_>, viewer: Viewer, person: PersonId) -> Result<()> {
    store::organisation_reached(tx, viewer)?.must(&ADMINISTRATOR, Verb::Delete)?;
    if !store::end_administrator(tx, person)? {
        return Err(Error::NotFound);
    }
    if store::organisation_reached(tx, viewer)?.who_may(&ADMINISTRATOR, Verb::Delete).is_empty() {
        return Err(Error::conflict("administrator-last"));
    }
    audit::store::note(tx, Some(viewer.person), Act::AppointmentEnded, person.0)
}
