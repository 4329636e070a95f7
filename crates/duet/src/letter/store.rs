//! Letters, in the database.

use kit::clock::Instant;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::words::Language;
use kit::{Result, params, values};

use super::{Letter, LetterId, PAGE, Place};
use crate::access::{Holder, Reached};
use crate::person::{PersonId, Viewer};
use crate::scheme::SchemeId;
use crate::wording::Kind;

kit::row!(Letter { id, name, address, language, subject, body, written_at, sent_at, kind, goes_at, trouble, back_at });

/// A letter as it is carried to a mail server.
pub(super) struct Carried {
    pub(super) id: LetterId,
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) language: Language,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) kind: Kind,
    pub(super) written_at: Instant,
    pub(super) reply_name: Option<String>,
    pub(super) reply_address: Option<String>,
}
kit::row!(Carried { id, person, name, address, language, subject, body, kind, written_at, reply_name, reply_address });

/// Letters, with whom each is to.
macro_rules! letters {
    () => {
        "
        select l.id, p.name, p.address, l.language, l.subject, l.body, l.written_at, l.sent_at,
               l.kind, l.goes_at, l.trouble, l.back_at
        from letter l join person p on p.organisation = l.organisation and p.id = l.person"
    };
}

/// A letter's reach: who coordinates its scheme today (`$2` on `$3`). What can wait is between two people: a coordinator sees it
/// when it came back, and somebody has to look.
macro_rules! of_a_coordinator {
    () => {
        "
        where l.organisation = $1 and (not l.waits or l.back_at is not null)
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))"
    };
}

/// What comes first: what came back, what waits, what went.
macro_rules! what_is_to_do {
    () => {
        "cast(case when l.sent_at is not null then 0 when l.back_at is not null then 2 else 1 end as bigint)"
    };
}

kit::sql! {
    WRITE -> () = "
        insert into letter (organisation, id, scheme, person, language, subject, body, written_at,
                            kind, written_by, cause, goes_at, waits)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SEEN_BY -> Letter = concat!(letters!(), of_a_coordinator!(), "
        order by ", what_is_to_do!(), " desc,
                 l.written_at desc, l.id desc
        limit 51");
    SEEN_AFTER -> Letter = concat!(letters!(), of_a_coordinator!(), "
          and (", what_is_to_do!(), ",
               l.written_at, l.id) < ($4, $5, $6)
        order by ", what_is_to_do!(), " desc,
                 l.written_at desc, l.id desc
        limit 51");
    ONE -> Letter = concat!(letters!(), "
        where l.organisation = $1 and l.id = $2 and (not l.waits or l.back_at is not null)");
    NEWEST -> Letter = concat!(letters!(), "
        where l.organisation = $1 and (l.goes_at is null or l.goes_at <= $2) and l.body <> ''
        order by l.written_at desc, l.id desc
        limit 60");
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from letter l
        join appointment h on h.organisation = l.organisation and h.scheme = l.scheme
        join person p on p.organisation = h.organisation and p.id = h.person
        where l.organisation = $1 and l.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty, p.name";
    READERS -> Holder = "
        select 'oneself' as relation, p.id as person, p.name from person p where p.organisation = $1 and p.id = $2
        union
        select h.duty as relation, h.person, p.name
        from appointment h join person p on p.organisation = h.organisation and p.id = h.person
        where h.organisation = $1 and h.duty = 'coordinator' and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
          and exists (select 1 from appointment a where a.organisation = h.organisation and a.person = $2
                      and a.scheme = h.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))";
    TO_WHOM -> (PersonId,) = "select person from letter where organisation = $1 and id = $2";
    WAITING -> (i64,) = "
        select count(*) from letter l
        where l.organisation = $1 and l.sent_at is null and (l.goes_at is null or l.back_at is not null)
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))";
    ALL_WAITING -> (LetterId,) = "
        select l.id from letter l
        where l.organisation = $1 and l.sent_at is null and l.written_at <= $4 and (l.goes_at is null or l.back_at <= $4)
          and exists (select 1 from appointment a where a.organisation = l.organisation and a.person = $2
                      and a.scheme = l.scheme and a.duty = 'coordinator' and a.started_on <= $3
                      and (a.finished_on is null or a.finished_on >= $3))";
    MARK_SENT -> () = "
        update letter set sent_at = $3, sent_by = $4 where organisation = $1 and id = $2 and sent_at is null";
    TO_CARRY -> Carried = "
        select l.id, l.person, p.name, p.address, l.language, l.subject, l.body, l.kind, l.written_at,
               w.name as reply_name, w.address as reply_address
        from letter l
        join person p on p.organisation = l.organisation and p.id = l.person
        left join person w on w.organisation = l.organisation and w.id = l.written_by
        where l.organisation = $1 and l.id = $2 and l.sent_at is null and l.back_at is null";
    GONE -> () = "
        update letter set sent_at = $3, trouble = null
        where organisation = $1 and id = $2 and sent_at is null";
    TROUBLED -> () = "update letter set trouble = $3 where organisation = $1 and id = $2 and sent_at is null";
    CAME_BACK -> () = "
        update letter set trouble = $3, back_at = $4
        where organisation = $1 and id = $2 and sent_at is null and back_at is null";
    SENT_AS -> (LetterId,) = "
        select id from letter
        where organisation = $1 and (id = $2 or digest = $2) and sent_at is not null and goes_at is not null
        order by written_at, id";
    RETURNED -> () = "
        update letter set sent_at = null, trouble = $3, back_at = $4 where organisation = $1 and id = $2";
    CAUSED_BY -> (LetterId, Kind, Option<Instant>) = "
        select id, kind, sent_at from letter where organisation = $1 and cause = $2";
    REMOVE -> () = "delete from letter where organisation = $1 and id = $2 and sent_at is null";
    GATHER -> () = "
        update letter set digest = $4
        where organisation = $1 and person = $2 and waits and goes_at <= $3 and digest is null
          and sent_at is null and back_at is null";
    GATHERED -> Carried = "
        select l.id, l.person, p.name, p.address, p.language, l.subject, l.body, l.kind, l.written_at,
               w.name as reply_name, w.address as reply_address
        from letter l
        join person p on p.organisation = l.organisation and p.id = l.person
        left join person w on w.organisation = l.organisation and w.id = l.written_by
        where l.organisation = $1 and l.digest = $2 and l.person = $3 and l.sent_at is null and l.back_at is null
        order by l.written_at, l.id";
    LAST_DIGEST -> (Option<Instant>,) = "
        select max(sent_at) from letter where organisation = $1 and person = $2 and digest is not null";
}

/// A letter to write down.
pub(super) struct Written<'w> {
    pub(super) scheme: Option<SchemeId>,
    pub(super) to: PersonId,
    pub(super) language: Language,
    pub(super) subject: &'w str,
    pub(super) body: &'w str,
    pub(super) kind: Kind,
    pub(super) by: Option<PersonId>,
    pub(super) cause: Option<Uuid>,
    pub(super) goes_at: Option<Instant>,
}

/// Writes a letter down.
pub(super) fn write(tx: &mut Tx<'_>, letter: &Written<'_>) -> Result<LetterId> {
    let (id, now, waits) = (tx.fresh::<LetterId>(), tx.now(), letter.kind.can_wait());
    let Written { scheme, to, language, subject, body, kind, by, cause, goes_at } = letter;
    tx.run(&WRITE, params![id, scheme, to, language, subject, body, now, kind, by, cause, goes_at, waits])?;
    Ok(id)
}

/// A page of letters, from the top or after a place: those that came back first, then those still to send, then those
/// sent, each newest first. And the place after which the next page begins, if there is one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen_by(c: &mut Read<'_>, viewer: Viewer, after: Option<Place>) -> Result<(Vec<Letter>, Option<Place>)> {
    let today = c.today();
    let mut letters = match after {
        None => c.all(&SEEN_BY, params![viewer.person, today])?,
        Some(Place { rank, written_at, id }) => {
            c.all(&SEEN_AFTER, params![viewer.person, today, rank, written_at, id])?
        }
    };
    // One more than a page was asked for, to know whether there is another.
    let more = letters.len() > PAGE;
    letters.truncate(PAGE);
    let last = letters.last().filter(|_| more).map(Place::of);
    Ok((letters, last))
}

/// The viewer's list of letters, and who else sees any of them: who coordinates a scheme with them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn readers(c: &mut Read<'_>, viewer: Viewer) -> Result<Reached<()>> {
    let today = c.today();
    Ok(Reached::of((), viewer, c.all(&READERS, params![viewer.person, today])?))
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

/// The newest letters to anybody that are no longer held, for the post of a demo, where nobody is real.
///
/// # Errors
/// `Internal` when the database fails.
pub fn newest(c: &mut Read<'_>) -> Result<Vec<Letter>> {
    let now = c.now();
    c.all(&NEWEST, params![now])
}

/// How many letters wait for the viewer to send them, those that came back among them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn waiting(c: &mut Read<'_>, viewer: Viewer) -> Result<i64> {
    let today = c.today();
    Ok(c.one(&WAITING, params![viewer.person, today])?.0)
}

/// Every letter that waited for the viewer to send it at a moment, and still does.
///
/// # Errors
/// `Internal` when the database fails.
pub fn all_waiting(c: &mut Read<'_>, viewer: Viewer, until: Instant) -> Result<Vec<LetterId>> {
    let today = c.today();
    Ok(c.all(&ALL_WAITING, params![viewer.person, today, until])?.into_iter().map(|(id,)| id).collect())
}

/// Notes that somebody sent a letter; tells whether it had not been sent before.
///
/// # Errors
/// `Internal` when the database fails.
pub fn mark_sent(tx: &mut Tx<'_>, id: LetterId, by: PersonId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&MARK_SENT, params![id, now, by])? == 1)
}

/// A letter that is still to be carried: neither sent nor come back.
pub(super) fn to_carry(c: &mut Read<'_>, id: LetterId) -> Result<Option<Carried>> {
    c.first(&TO_CARRY, params![id])
}

/// Notes that the mail server has a letter; tells whether it had not been sent before.
pub(super) fn gone(tx: &mut Tx<'_>, id: LetterId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&GONE, params![id, now])? == 1)
}

/// Notes why a letter did not go this time.
pub(super) fn troubled(tx: &mut Tx<'_>, id: LetterId, why: &str) -> Result<()> {
    tx.run(&TROUBLED, params![id, why])?;
    Ok(())
}

/// Notes that a letter came back, or was given up.
pub(super) fn came_back(tx: &mut Tx<'_>, id: LetterId, why: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&CAME_BACK, params![id, why, now])?;
    Ok(())
}

/// The letters that went by themselves as one mail, which was known by this.
pub(super) fn sent_as(c: &mut Read<'_>, mail: Uuid) -> Result<Vec<LetterId>> {
    Ok(c.all(&SENT_AS, params![mail])?.into_iter().map(|(id,)| id).collect())
}

/// Notes that a letter that was sent came back.
pub(super) fn returned(tx: &mut Tx<'_>, id: LetterId, why: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&RETURNED, params![id, why, now])?;
    Ok(())
}

/// The letters that something made be written: which each is, and when it was sent.
pub(super) fn caused_by(c: &mut Read<'_>, cause: Uuid) -> Result<Vec<(LetterId, Kind, Option<Instant>)>> {
    c.all(&CAUSED_BY, params![cause])
}

/// Removes letters that have not been sent.
pub(super) fn remove(tx: &mut Tx<'_>, letters: &[LetterId]) -> Result<()> {
    tx.run_many(&REMOVE, letters.iter().map(|id| values![*id]))?;
    Ok(())
}

/// What goes into somebody's mail of a day: all that is due by then and in no other, the first time; the same again later.
pub(super) fn gathered(tx: &mut Tx<'_>, to: PersonId, due_at: Instant, digest: Uuid) -> Result<Vec<Carried>> {
    tx.run(&GATHER, params![to, due_at, digest])?;
    tx.all(&GATHERED, params![digest, to])
}

/// When somebody's last mail of a day went.
pub(super) fn last_digest(c: &mut Read<'_>, to: PersonId) -> Result<Option<Instant>> {
    Ok(c.one(&LAST_DIGEST, params![to])?.0)
}
