//! Naming who teaches a pupil.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::Tx;
use kit::{Error, Result};

use super::access::{PUPIL, PUPIL_TUTOR};
use super::{PupilId, Role, check_since, store};
use crate::audit::{self, Act};
use crate::person::{self, PersonDraft, Viewer};
use crate::sign_in;

/// Names a pupil's tutor, or the music teacher at their school, since a day; from today on they see the pupil. Somebody
/// unknown is added, somebody known is recognised by their address.
///
/// # Errors
/// `NotFound` unless the viewer administers, or, for a school's teacher, is a tutor of the pupil; `Invalid` when the draft
/// is, the day is still to come, or they teach the pupil already.
pub fn teach(tx: &mut Tx<'_>, viewer: Viewer, id: PupilId, role: Role, draft: &PersonDraft, since: Day) -> Result<()> {
    let pupil = store::reached(tx, viewer, id)?;
    pupil.must(if role == Role::Tutor { &PUPIL_TUTOR } else { &PUPIL }, Verb::Write)?;
    draft.check()?;
    check_since(since, tx.today())?;
    let person = match person::store::by_address(tx, &draft.address)? {
        Some(known) => known.id,
        None => person::store::add(tx, draft)?,
    };
    let today = tx.today();
    let there = store::teaching(tx, &pupil)?;
    if there.iter().any(|one| (one.person, one.role) == (person, role) && one.holds_on(today)) {
        return Err(Error::invalid("address", "pupil-teaches-already"));
    }
    store::teach(tx, id, person, role, since)?;
    // A link that somebody holds for them was made when they saw less.
    sign_in::store::revoke_links(&mut tx.outside_tx(), viewer.organisation, person)?;
    audit::store::note(tx, Some(viewer.person), Act::TeacherNamed, id.0)
}
