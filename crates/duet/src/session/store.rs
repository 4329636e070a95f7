//! Sessions, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params, values};

use super::access::SESSION;
use super::{Session, SessionDraft, SessionId, entries_open_since};
use crate::access::Reached;
use crate::application::access::APPLICATION;
use crate::partnership::access::PARTNERSHIP;
use crate::partnership::{Partnership, PartnershipId};
use crate::person::PersonId;
use crate::round::Round;

kit::row!(Session { id, held_on, minutes, way, logged_by, entered_by, is_open });

kit::sql! {
    LOG -> () = "
        insert into session (organisation, id, partnership, held_on, minutes, way, logged_by, logged_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    LOGGED -> (SessionId,) = "
        select id from session where organisation = $1 and id = $2 and partnership = $3 and logged_by = $4";
    IDS_IN -> (SessionId,) = "
        select s.id from session s join partnership p on p.organisation = s.organisation and p.id = s.partnership
        where s.organisation = $1 and p.round = $2";
    OF -> Session = "
        select s.id, s.held_on, s.minutes, s.way, l.name as logged_by, b.name as entered_by,
               coalesce(e.settled is null and e.entered_at > $3, false) as is_open
        from session s
        join person l on l.organisation = s.organisation and l.id = s.logged_by
        left join entry e on e.organisation = s.organisation and e.what = 'session' and e.subject = s.id
        left join person b on b.organisation = e.organisation and b.id = e.entered_by
        where s.organisation = $1 and s.partnership = $2
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

/// The ids of every session of a round's pairs, and nothing of what they say.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn ids_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<SessionId>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    Ok(c.all(&IDS_IN, params![round.id])?.into_iter().map(|(id,)| id).collect())
}

/// Writes down sessions that whoever leads the round has in a sheet.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring anything in to; `Conflict` when an id is taken.
pub fn log_many(tx: &mut Tx<'_>, round: &Reached<Round>, new: &[(PartnershipId, SessionDraft)]) -> Result<()> {
    round.must(&APPLICATION, Verb::Write)?;
    let (now, by) = (tx.now(), round.viewer().person);
    tx.run_many(
        &LOG,
        new.iter().map(|(pair, one)| values![one.id, *pair, one.held_on, one.minutes, one.way, by, now]),
    )?;
    Ok(())
}

/// The sessions of a partnership, newest first.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, partnership: &Reached<Partnership>) -> Result<Vec<Session>> {
    partnership.must(&SESSION, Verb::List)?;
    let since = entries_open_since(c.now());
    c.all(&OF, params![partnership.id, since])
}

/// Whether somebody has already logged this very session.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_logged(c: &mut Read<'_>, partnership: PartnershipId, by: PersonId, id: SessionId) -> Result<bool> {
    Ok(c.first(&LOGGED, params![id, partnership, by])?.is_some())
}
