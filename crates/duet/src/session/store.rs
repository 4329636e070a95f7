//! Sessions, in the database.

use kit::db::{Read, Tx};
use kit::{Result, params};

use super::{Session, SessionDraft, SessionId};
use crate::partnership::PartnershipId;
use crate::person::{PersonId, Viewer};

kit::row!(Session { id, held_on, minutes, way, logged_by });

kit::sql! {
    LOG -> () = "
        insert into session (organisation, id, partnership, held_on, minutes, way, logged_by, logged_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    LOGGED -> (SessionId,) = "
        select id from session where organisation = $1 and id = $2 and partnership = $3 and logged_by = $4";
    SEEN_BY -> Session = "
        select s.id, s.held_on, s.minutes, s.way, l.name as logged_by
        from session s
        join partnership p on p.organisation = s.organisation and p.id = s.partnership
        join person l on l.organisation = s.organisation and l.id = s.logged_by
        where s.organisation = $1 and s.partnership = $2 and (p.mentor = $3 or p.mentee = $3)
        order by s.held_on desc, s.id desc";
}

/// Writes a session down.
///
/// # Errors
/// `Conflict` when its id is taken.
pub fn log(tx: &mut Tx<'_>, partnership: PartnershipId, by: PersonId, draft: SessionDraft) -> Result<()> {
    let now = tx.now();
    tx.run(&LOG, params![draft.id, partnership, draft.held_on, draft.minutes, draft.way, by, now])?;
    Ok(())
}

/// The sessions of a partnership the viewer is in, newest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen_by(c: &mut Read<'_>, viewer: Viewer, partnership: PartnershipId) -> Result<Vec<Session>> {
    c.all(&SEEN_BY, params![partnership, viewer.person])
}

/// Whether somebody has already logged this very session.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_logged(c: &mut Read<'_>, partnership: PartnershipId, by: PersonId, id: SessionId) -> Result<bool> {
    Ok(c.first(&LOGGED, params![id, partnership, by])?.is_some())
}
