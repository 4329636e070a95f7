//! Keeping what somebody sends until they have looked at it, settling its columns, and throwing it away.

use kit::clock::days_later;
use kit::db::Tx;
use kit::{Result, job};

use super::choice::Choice;
use super::{Contents, DAYS, UploadId, forget, store};
use crate::access::Reached;
use crate::audit::{self, Act};
use crate::person::Viewer;
use crate::pupil;
use crate::round::{self, Round, RoundId};

/// Keeps what was sent for a round, for a day at most.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round.
pub fn keep(tx: &mut Tx<'_>, viewer: Viewer, round: RoundId, kind: &str, contents: &Contents) -> Result<UploadId> {
    let round: Reached<Round> = round::store::reached(tx, viewer, round)?;
    let id = store::add(tx, &round, kind, contents)?;
    until_tomorrow(tx, id)?;
    audit::store::note(tx, Some(viewer.person), Act::SheetSent, round.id.0)?;
    Ok(id)
}

/// Keeps a sheet of pupils, for a day at most.
///
/// # Errors
/// `NotFound` unless the viewer administers.
pub fn keep_of_pupils(tx: &mut Tx<'_>, viewer: Viewer, kind: &str, contents: &Contents) -> Result<UploadId> {
    let at_large = pupil::store::at_large(tx, viewer)?;
    let id = store::add_of_pupils(tx, &at_large, kind, contents)?;
    until_tomorrow(tx, id)?;
    audit::store::note(tx, Some(viewer.person), Act::SheetSent, id.0)?;
    Ok(id)
}

fn until_tomorrow(tx: &mut Tx<'_>, id: UploadId) -> Result<()> {
    let ends_at = days_later(tx.now(), DAYS);
    job::store::put(tx, forget::KIND, id.0, &format!("import {id}"), ends_at)?;
    Ok(())
}

/// Settles what is done with the columns of an upload.
///
/// # Errors
/// `NotFound` unless it is the viewer's.
pub fn settle(tx: &mut Tx<'_>, viewer: Viewer, id: UploadId, choice: &Choice) -> Result<()> {
    let upload = store::reached(tx, viewer, id)?;
    store::choose(tx, &upload, choice)?;
    audit::store::note(tx, Some(viewer.person), Act::SheetSettled, id.0)
}

/// Throws an upload away; gives the path of what it was for.
///
/// # Errors
/// `NotFound` unless it is the viewer's.
pub fn throw_away(tx: &mut Tx<'_>, viewer: Viewer, id: UploadId) -> Result<String> {
    let upload = store::reached(tx, viewer, id)?;
    store::throw_away(tx, &upload)?;
    audit::store::note(tx, Some(viewer.person), Act::SheetThrownAway, id.0)?;
    Ok(upload.path())
}
