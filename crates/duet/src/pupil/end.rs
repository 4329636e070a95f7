//! Noting that somebody teaches a pupil no longer.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::{Error, Result};

use super::access::{PUPIL, PUPIL_TUTOR};
use super::{Pupil, PupilId, Teaching, TeachingId, check_last, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::person::Viewer;

/// The teaching of a pupil that the viewer may end today: their own; an administrator, everybody's.
///
/// # Errors
/// `NotFound` when the pupil is not theirs.
pub fn to_end(c: &mut Read<'_>, viewer: Viewer, id: PupilId) -> Result<(Reached<Pupil>, Vec<Teaching>)> {
    let pupil = store::reached(c, viewer, id)?.that_may(&PUPIL, Verb::Decide)?;
    let (today, any) = (c.today(), pupil.may(&PUPIL_TUTOR, Verb::Delete));
    let mut found = store::teaching(c, &pupil)?;
    found.retain(|one| one.holds_on(today) && (any || one.person == viewer.person));
    Ok((pupil, found))
}

/// Notes the last day on which somebody teaches a pupil; on the day after they see them no more.
///
/// # Errors
/// `NotFound` when the pupil is not theirs; `Invalid` when it is not theirs to end, or the day cannot be.
pub fn end(tx: &mut Tx<'_>, viewer: Viewer, pupil: PupilId, teaching: TeachingId, last_on: Day) -> Result<()> {
    let teaching = mine(tx, viewer, pupil, teaching)?.1;
    check_last(&teaching, last_on, tx.today())?;
    store::end(tx, teaching.id, last_on)?;
    audit::store::note(tx, Some(viewer.person), Act::TeachingEnded, pupil.0)
}

/// Takes somebody's teaching of a pupil back, when it was a slip: they see them no more from this moment. The pupil stays, for
/// a year at least.
///
/// # Errors
/// `NotFound` unless the viewer administers.
pub fn take_back(tx: &mut Tx<'_>, viewer: Viewer, pupil: PupilId, teaching: TeachingId) -> Result<()> {
    let (pupil, teaching) = mine(tx, viewer, pupil, teaching)?;
    store::take_back(tx, &pupil, &teaching)?;
    audit::store::note(tx, Some(viewer.person), Act::TeachingEnded, pupil.id.0)
}

fn mine(tx: &mut Tx<'_>, viewer: Viewer, id: PupilId, teaching: TeachingId) -> Result<(Reached<Pupil>, Teaching)> {
    let (pupil, found) = to_end(tx, viewer, id)?;
    let found = found.into_iter().find(|one| one.id == teaching);
    Ok((pupil, found.ok_or_else(|| Error::invalid("last_on", "pupil-not-taught"))?))
}
