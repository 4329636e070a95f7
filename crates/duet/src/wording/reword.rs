//! Saying one of Duet's letters in a scheme's own words.

use kit::db::Tx;
use kit::words::Language;
use kit::{Error, Result};

use super::{Kind, Wording, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, Appointment, Duty, SchemeId};

/// Keeps a scheme's own words for a letter. Letters that were written before stay as they are.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme; `Invalid` with one problem per field.
pub fn reword(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    scheme: SchemeId,
    letter: (Kind, Language),
    wording: &Wording,
) -> Result<()> {
    coordinated(tx, viewer, scheme)?;
    wording.check(letter.0)?;
    store::keep(tx, viewer.person, scheme, letter, wording)?;
    audit::store::note(tx, Some(viewer.person), Act::LetterReworded, scheme.0)
}

/// Goes back to Duet's own words. When the scheme has none of its own, nothing changes.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme.
pub fn go_back(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, letter: (Kind, Language)) -> Result<()> {
    coordinated(tx, viewer, scheme)?;
    if store::forget(tx, scheme, letter)? {
        audit::store::note(tx, Some(viewer.person), Act::LetterWordingUsual, scheme.0)?;
    }
    Ok(())
}

fn coordinated(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId) -> Result<()> {
    let coordinates = Appointment { duty: Duty::Coordinator, scheme: Some(scheme) };
    let does = scheme::store::appointments(tx, viewer.person)?.contains(&coordinates);
    if does { Ok(()) } else { Err(Error::NotFound) }
}
