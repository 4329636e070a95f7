//! Letters, in the database.

use kit::db::{Read, Tx};
use kit::words::Language;
use kit::{Result, params};

use super::{Letter, LetterId};
use crate::access::{Holder, Reached};
use crate::person::{PersonId, Viewer};
use crate::scheme::SchemeId;

kit::row!(Letter { id, name, address, language, subject, body, written_at, sent_at });

// A letter's reach: who coordinates its scheme today.
kit::sql! {
    WRITE -> () = "
        insert into letter (organisation, id, scheme, person, language, subject, body, written_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SEEN_BY -> Letter = "
        select l.id, p.name, p.address, l.language, l.subject, l.body, l.written_at, l.sent_at
        from letter l join person p on p.organisation = l.organisation and p.id = l.person
        where l.organisation = $1
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))
        order by l.sent_at is not null, l.written_at desc, p.name limit 200";
    ONE -> Letter = "
        select l.id, p.name, p.address, l.language, l.subject, l.body, l.written_at, l.sent_at
        from letter l join person p on p.organisation = l.organisation and p.id = l.person
        where l.organisation = $1 and l.id = $2";
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from letter l
        join appointment h on h.organisation = l.organisation and h.scheme = l.scheme
        join person p on p.organisation = h.organisation and p.id = h.person
        where l.organisation = $1 and l.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty, p.name";
    TO_WHOM -> (PersonId,) = "select person from letter where organisation = $1 and id = $2";
    WAITING -> (i64,) = "
        select count(*) from letter l
        where l.organisation = $1 and l.sent_at is null
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))";
    ALL_WAITING -> (LetterId,) = "
        select l.id from letter l
        where l.organisation = $1 and l.sent_at is null
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3
                      and (a.finished_on is null or a.finished_on >= $3))";
    MARK_SENT -> () = "
        update letter set sent_at = $3, sent_by = $4 where organisation = $1 and id = $2 and sent_at is null";
}

/// Writes a letter.
///
/// # Errors
/// `Internal` when the database fails.
pub fn write(
    tx: &mut Tx<'_>,
    scheme: SchemeId,
    to: PersonId,
    language: Language,
    subject: &str,
    body: &str,
) -> Result<LetterId> {
    let (id, now) = (tx.fresh::<LetterId>(), tx.now());
    tx.run(&WRITE, params![id, scheme, to, language, subject, body, now])?;
    Ok(id)
}

/// The newest 200 letters, those still to send first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen_by(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Letter>> {
    let today = c.today();
    c.all(&SEEN_BY, params![viewer.person, today])
}

/// A letter, and who stands how to it: those with a duty for its scheme.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: LetterId) -> Result<Reached<Letter>> {
    let today = c.today();
    let letter = c.one(&ONE, params![id])?;
    Ok(Reached::of(letter, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// Whom a letter is to.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn to_whom(c: &mut Read<'_>, id: LetterId) -> Result<PersonId> {
    Ok(c.one(&TO_WHOM, params![id])?.0)
}

/// How many letters wait for the viewer to send them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn waiting(c: &mut Read<'_>, viewer: Viewer) -> Result<i64> {
    let today = c.today();
    Ok(c.one(&WAITING, params![viewer.person, today])?.0)
}

/// Every letter that waits for the viewer to send it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn all_waiting(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<LetterId>> {
    let today = c.today();
    Ok(c.all(&ALL_WAITING, params![viewer.person, today])?.into_iter().map(|(id,)| id).collect())
}

/// Notes that somebody sent a letter; tells whether it had not been sent before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_sent(tx: &mut Tx<'_>, id: LetterId, by: PersonId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&MARK_SENT, params![id, now, by])? == 1)
}
