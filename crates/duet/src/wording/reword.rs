//! Saying one of Duet's letters in a scheme's own words.

use kit::Result;
use kit::access::Verb;
use kit::db::Tx;
use kit::words::Language;

use super::access::WORDING;
use super::{Kind, Wording, store};
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::scheme::{self, SchemeId};

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
    scheme::store::reached(tx, viewer, scheme)?.must(&WORDING, Verb::Write)?;
    wording.check(letter.0)?;
    store::keep(tx, viewer.person, scheme, letter, wording)?;
    audit::store::note(tx, Some(viewer.person), Act::LetterReworded, scheme.0)
}

/// Goes back to Duet's own words. When the scheme has none of its own, nothing changes.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the scheme.
pub fn go_back(tx: &mut Tx<'_>, viewer: Viewer, scheme: SchemeId, letter: (Kind, Language)) -> Result<()> {
    scheme::store::reached(tx, viewer, scheme)?.must(&WORDING, Verb::Delete)?;
    if store::forget(tx, scheme, letter)? {
        audit::store::note(tx, Some(viewer.person), Act::LetterWordingUsual, scheme.0)?;
    }
    Ok(())
}
