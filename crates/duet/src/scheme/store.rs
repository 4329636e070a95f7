//! Schemes and appointments, in the database.

use std::collections::BTreeSet;

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::{APPOINTMENT, DESCRIPTION};
use super::{Appointment, AppointmentId, Duty, Runner, Scheme, SchemeDraft, SchemeId};
use crate::access::{Holder, Reached};
use crate::person::{PersonId, Viewer};

kit::row!(Scheme { id, name, purpose, sponsor, first_talk, colour });
kit::row!(Appointment { duty, scheme });
kit::row!(Runner { person, name, duty });

kit::sql! {
    OPEN -> () = "insert into scheme (organisation, id, name, purpose, sponsor, first_talk, colour, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    DESCRIBE -> () = "update scheme set name = $3, purpose = $4, sponsor = $5, first_talk = $6, colour = $7 where organisation = $1 and id = $2";
    SEEN_BY -> Scheme = "
        select s.id, s.name, s.purpose, s.sponsor, s.first_talk, s.colour from scheme s
        where s.organisation = $1
          and exists (select 1 from appointment a where a.organisation = s.organisation and a.person = $2
                      and (a.scheme = s.id or a.duty = 'administrator') and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))
        order by s.name";
    ONE -> Scheme = "select id, name, purpose, sponsor, first_talk, colour from scheme where organisation = $1 and id = $2";
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from appointment h join person p on p.organisation = h.organisation and p.id = h.person
        where h.organisation = $1 and (h.scheme = $2 or h.scheme is null) and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty, p.name";
    ADMINISTRATORS -> Holder = "
        select h.duty as relation, h.person, p.name
        from appointment h join person p on p.organisation = h.organisation and p.id = h.person
        where h.organisation = $1 and h.scheme is null and p.membership in ('invited', 'active')
          and h.started_on <= $2 and (h.finished_on is null or h.finished_on >= $2)
        order by p.name";
    APPOINT -> () = "
        insert into appointment (organisation, id, person, scheme, duty, started_on) values ($1, $2, $3, $4, $5, $6)";
    APPOINTMENTS -> Appointment = "
        select duty, scheme from appointment
        where organisation = $1 and person = $2 and started_on <= $3 and (finished_on is null or finished_on >= $3)";
    IS_BEYOND -> (i64,) = "
        select (select count(*) from appointment a
                where a.organisation = $1 and a.person = $4 and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3)
                  and (a.scheme is null or not exists (
                       select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = a.scheme
                       and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3))))
             + (select count(*) from application p join round r on r.organisation = p.organisation and r.id = p.round
                where p.organisation = $1 and p.person = $4 and not exists (
                       select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = r.scheme
                       and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3)))
             + (select count(*) from partnership p join round r on r.organisation = p.organisation and r.id = p.round
                where p.organisation = $1 and (p.mentor = $4 or p.mentee = $4) and not exists (
                       select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = r.scheme
                       and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3)))
             + (select count(*) from teaching t
                where t.organisation = $1 and t.person = $4 and (t.finished_on is null or t.finished_on >= $3))";
    BEYOND -> (PersonId,) = "
        select a.person from appointment a
        where a.organisation = $1 and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3)
          and (a.scheme is null or not exists (
               select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = a.scheme
               and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3)))
        union
        select p.person from application p join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and not exists (
               select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = r.scheme
               and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3))
        union
        select p.mentor from partnership p join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and not exists (
               select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = r.scheme
               and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3))
        union
        select p.mentee from partnership p join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and not exists (
               select 1 from appointment c where c.organisation = $1 and c.person = $2 and c.scheme = r.scheme
               and c.duty = 'coordinator' and c.started_on <= $3 and (c.finished_on is null or c.finished_on >= $3))
        union
        select t.person from teaching t
        where t.organisation = $1 and (t.finished_on is null or t.finished_on >= $3)";
    RUNNERS -> Runner = "
        select a.person, p.name, a.duty
        from appointment a join person p on p.organisation = a.organisation and p.id = a.person
        where a.organisation = $1 and a.scheme = $2 and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3)
        order by a.duty desc, p.name";
    COORDINATORS -> (i64,) = "
        select count(distinct h.person)
        from appointment h join person p on p.organisation = h.organisation and p.id = h.person
        where h.organisation = $1 and h.scheme = $2 and h.duty = 'coordinator' and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    COORDINATED_ALONE -> (String,) = "
        select s.name
        from appointment h
        join person p on p.organisation = h.organisation and p.id = h.person
        join scheme s on s.organisation = h.organisation and s.id = h.scheme
        where h.organisation = $1 and h.person = $2 and h.duty = 'coordinator' and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
          and not exists (
              select 1 from appointment o join person q on q.organisation = o.organisation and q.id = o.person
              where o.organisation = h.organisation and o.scheme = h.scheme and o.person <> h.person
                and o.duty = 'coordinator' and q.membership in ('invited', 'active')
                and o.started_on <= $3 and (o.finished_on is null or o.finished_on >= $3))
        order by s.name";
    END -> () = "
        update appointment set finished_on = $6
        where organisation = $1 and person = $2 and scheme = $3 and duty = $4
          and started_on <= $5 and (finished_on is null or finished_on >= $5)";
    END_ALL -> () = "
        update appointment set finished_on = $4
        where organisation = $1 and person = $2 and started_on <= $3 and (finished_on is null or finished_on >= $3)";
    END_ADMINISTRATOR -> () = "
        update appointment set finished_on = $4
        where organisation = $1 and person = $2 and duty = 'administrator'
          and started_on <= $3 and (finished_on is null or finished_on >= $3)";
}

/// Adds a scheme.
///
/// # Errors
/// `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, draft: &SchemeDraft) -> Result<SchemeId> {
    draft.check()?;
    let (id, now) = (tx.fresh::<SchemeId>(), tx.now());
    tx.run(&OPEN, params![id, draft.name, draft.purpose, draft.sponsor, draft.first_talk, draft.colour, now])?;
    Ok(id)
}

/// Says anew what a scheme is.
///
/// # Errors
/// `NotFound` when it is not theirs to change; `Invalid` when the draft is.
pub fn describe(tx: &mut Tx<'_>, scheme: &Reached<Scheme>, draft: &SchemeDraft) -> Result<()> {
    scheme.must(&DESCRIPTION, Verb::Write)?;
    draft.check()?;
    tx.run(&DESCRIBE, params![scheme.id, draft.name, draft.purpose, draft.sponsor, draft.first_talk, draft.colour])?;
    Ok(())
}

/// The schemes somebody does something for (an administrator: all of them).
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen_by(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Scheme>> {
    let today = c.today();
    c.all(&SEEN_BY, params![viewer.person, today])
}

/// A scheme, and who stands how to it: those with a duty for it, and the administrators.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: SchemeId) -> Result<Reached<Scheme>> {
    let today = c.today();
    let scheme = c.one(&ONE, params![id])?;
    Ok(Reached::of(scheme, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// The organisation as a whole, and who administers it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn organisation_reached(c: &mut Read<'_>, viewer: Viewer) -> Result<Reached<()>> {
    Ok(Reached::of((), viewer, administrators(c)?))
}

/// Who administers the organisation today, for whoever is not in it yet.
///
/// # Errors
/// `Internal` when the database fails.
pub fn administrators(c: &mut Read<'_>) -> Result<Vec<Holder>> {
    let today = c.today();
    c.all(&ADMINISTRATORS, params![today])
}

/// Appoints somebody from today on.
///
/// # Errors
/// `Conflict` when an administrator is given a scheme, or anybody else none.
pub fn appoint(tx: &mut Tx<'_>, person: PersonId, duty: Duty, scheme: Option<SchemeId>) -> Result<()> {
    let (id, today) = (tx.fresh::<AppointmentId>(), tx.today());
    tx.run(&APPOINT, params![id, person, scheme, duty, today])?;
    Ok(())
}

/// What somebody does today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn appointments(c: &mut Read<'_>, person: PersonId) -> Result<Vec<Appointment>> {
    let today = c.today();
    c.all(&APPOINTMENTS, params![person, today])
}

/// Whether somebody reaches beyond what `viewer` coordinates: by a duty, by taking part, or by whom they teach.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_beyond(c: &mut Read<'_>, viewer: PersonId, person: PersonId) -> Result<bool> {
    let today = c.today();
    Ok(c.one(&IS_BEYOND, params![viewer, today, person])?.0 > 0)
}

/// Everybody of whom [`is_beyond`] holds.
///
/// # Errors
/// `Internal` when the database fails.
pub fn beyond(c: &mut Read<'_>, viewer: PersonId) -> Result<BTreeSet<PersonId>> {
    let today = c.today();
    Ok(c.all(&BEYOND, params![viewer, today])?.into_iter().map(|(person,)| person).collect())
}

/// Who runs a scheme today: sponsors, coordinators, coaches.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn runners(c: &mut Read<'_>, scheme: &Reached<Scheme>) -> Result<Vec<Runner>> {
    scheme.must(&APPOINTMENT, Verb::List)?;
    let today = c.today();
    c.all(&RUNNERS, params![scheme.id, today])
}

/// How many people coordinate a scheme today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn how_many_coordinate(c: &mut Read<'_>, scheme: SchemeId) -> Result<i64> {
    let today = c.today();
    Ok(c.one(&COORDINATORS, params![scheme, today])?.0)
}

/// The names of the schemes that somebody coordinates today, and nobody else. Who has left or is suspended coordinates none.
///
/// # Errors
/// `Internal` when the database fails.
pub fn coordinated_alone(c: &mut Read<'_>, person: PersonId) -> Result<Vec<String>> {
    let today = c.today();
    Ok(c.all(&COORDINATED_ALONE, params![person, today])?.into_iter().map(|(name,)| name).collect())
}

/// Ends a duty of somebody's in a scheme: yesterday was its last day. Tells whether they had it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end(tx: &mut Tx<'_>, person: PersonId, scheme: SchemeId, duty: Duty) -> Result<bool> {
    let today = tx.today();
    let last = today.yesterday().unwrap_or(today);
    Ok(tx.run(&END, params![person, scheme, duty, today, last])? > 0)
}

/// Ends somebody's being administrator: yesterday was the last day. Tells whether they were.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_administrator(tx: &mut Tx<'_>, person: PersonId) -> Result<bool> {
    let today = tx.today();
    let last = today.yesterday().unwrap_or(today);
    Ok(tx.run(&END_ADMINISTRATOR, params![person, today, last])? > 0)
}

/// Ends everything somebody does: yesterday was the last day. Tells whether there was anything.
///
/// # Errors
/// `Internal` when the database fails.
pub fn end_all(tx: &mut Tx<'_>, person: PersonId) -> Result<bool> {
    let today = tx.today();
    let last = today.yesterday().unwrap_or(today);
    Ok(tx.run(&END_ALL, params![person, today, last])? > 0)
}
