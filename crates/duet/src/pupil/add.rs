//! Adding a pupil.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::{PUPIL, PUPIL_SHEET};
use super::{AtLarge, Pupil, PupilDraft, PupilId, Role, check_since, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::person::{Viewer, WorkplaceId};

/// Adds a pupil. Who teaches, or taught, and adds one is their tutor since that day; an administrator who does not adds
/// them without.
///
/// Whether there is one already is asked among those the viewer reaches: a tutor learns nothing of another's pupils, but
/// that a reference is taken.
///
/// # Errors
/// `NotFound` unless the viewer is a tutor, or administers; `Invalid` when the draft is, or cannot be told from another.
pub fn add(tx: &mut Tx<'_>, viewer: Viewer, draft: &PupilDraft, since: Day) -> Result<PupilId> {
    let at_large = store::at_large(tx, viewer)?.that_may(&PUPIL, Verb::Write)?;
    draft.check()?;
    check_since(since, tx.today())?;
    let school = store::school(tx, &draft.school)?;
    check_apart(tx, &at_large, draft, school, None)?;
    let id = store::add(tx, draft, school)?;
    // Only who teaches takes a list of their own out.
    if at_large.may(&PUPIL, Verb::Export) {
        store::teach(tx, id, viewer.person, Role::Tutor, since)?;
    }
    audit::store::note(tx, Some(viewer.person), Act::PupilAdded, id.0)?;
    Ok(id)
}

/// Checks that a draft is told from every other pupil at its school.
pub(super) fn check_apart(
    tx: &mut Tx<'_>,
    at_large: &Reached<AtLarge>,
    draft: &PupilDraft,
    school: WorkplaceId,
    own: Option<PupilId>,
) -> Result<()> {
    let sees_all = at_large.may(&PUPIL_SHEET, Verb::Write);
    let mine: Vec<PupilId> = store::of_viewer(tx, at_large.viewer())?.into_iter().map(|one| one.id).collect();
    let there: Vec<Pupil> = store::at_school(tx, school)?;
    for other in there.iter().filter(|one| Some(one.id) != own) {
        let clash = draft.clashes(&Pupil { school: draft.school.clone(), ..other.clone() });
        let Some(why) = clash.filter(|why| why.key == "pupil-reference-taken" || sees_all || mine.contains(&other.id))
        else {
            continue;
        };
        return Err(Error::invalid("reference", why));
    }
    Ok(())
}
