//! Saying otherwise what a pupil is called, where they go to school, or which year they are in.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;

use super::access::PUPIL;
use super::{PupilDraft, PupilId, add, store};
use crate::audit::{self, Act};
use crate::person::Viewer;

/// Says what a pupil is from now on. What is said already changes nothing.
///
/// # Errors
/// `NotFound` unless the viewer is their tutor, or administers; `Invalid` when the draft is, or cannot be told from
/// another pupil.
pub fn describe(tx: &mut Tx<'_>, viewer: Viewer, id: PupilId, draft: &PupilDraft) -> Result<()> {
    let pupil = store::reached(tx, viewer, id)?.that_may(&PUPIL, Verb::Write)?;
    draft.check()?;
    let same = (&pupil.name, &pupil.school, &pupil.year_group, &pupil.reference)
        == (&draft.name, &draft.school, &draft.year_group, &draft.reference);
    if same {
        return Ok(());
    }
    let (at_large, school) = (store::at_large(tx, viewer)?, store::school(tx, &draft.school)?);
    add::check_apart(tx, &at_large, draft, school, Some(id))?;
    store::describe(tx, &pupil, draft, school)?;
    audit::store::note(tx, Some(viewer.person), Act::PupilDescribed, id.0)
}
