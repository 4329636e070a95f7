//! An administrator looks at pupils whom they do not teach: that is on the record. A day has one row of each pupil, however
//! often a page is opened or a browser asks again; and who has done something to a pupil today stands there with that.

use kit::Result;
use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::id::Uuid;

use super::access::{PUPIL, PUPIL_SHEET};
use super::{AtLarge, Pupil, PupilId, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Whether it is to be written down that the viewer looks at this pupil: they do not teach them, and are not on the record
/// with them today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_due(c: &mut Read<'_>, pupil: &Reached<Pupil>) -> Result<bool> {
    Ok(is_stranger(pupil) && !is_noted(c, pupil.viewer(), pupil.id.0)?)
}

/// Whether the viewer sees this pupil without teaching them.
#[must_use]
pub fn is_stranger(pupil: &Reached<Pupil>) -> bool {
    !pupil.may(&PUPIL, Verb::Export)
}

/// Writes down that the viewer looks at a pupil, where that is due.
///
/// # Errors
/// `NotFound` when the pupil is not theirs to see.
pub fn look(tx: &mut Tx<'_>, viewer: Viewer, id: PupilId) -> Result<()> {
    let pupil = store::reached(tx, viewer, id)?.that_may(&PUPIL, Verb::See)?;
    if is_due(tx, &pupil)? { audit::store::note(tx, Some(viewer.person), Act::PupilLookedAt, id.0) } else { Ok(()) }
}

/// Whether it is to be written down that the viewer reads names of pupils whom they do not teach.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_list_due(c: &mut Read<'_>, at_large: &Reached<AtLarge>) -> Result<bool> {
    let viewer = at_large.viewer();
    Ok(at_large.may(&PUPIL_SHEET, Verb::Write) && !is_noted(c, viewer, viewer.person.0)?)
}

/// Writes down that the viewer reads such names, where that is due.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn look_through(tx: &mut Tx<'_>, viewer: Viewer) -> Result<()> {
    let at_large = store::at_large(tx, viewer)?.that_may(&PUPIL, Verb::List)?;
    let person = viewer.person;
    if is_list_due(tx, &at_large)? {
        audit::store::note(tx, Some(person), Act::PupilNamesSeen, person.0)
    } else {
        Ok(())
    }
}

fn is_noted(c: &mut Read<'_>, viewer: Viewer, subject: Uuid) -> Result<bool> {
    let last = audit::store::last_with_pupil(c, viewer.person, subject)?;
    Ok(last.is_some_and(|at| c.clock().day_of(at) == c.today()))
}
