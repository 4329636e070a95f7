//! The audit, in the database.

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::{Result, params};

use super::access::AUDIT;
use super::chain::{Link, Sealable};
use super::{Act, AuditId, Noted};
use crate::access::Reached;
use crate::person::PersonId;

kit::row!(Noted { id, noted_at, actor, act, subject });
kit::row!(Sealable { id, noted_at, actor, act, subject });
kit::row!(Link { number, audit, hash });

/// Which rows of the record an administrator may read, of all that there are: what people in a pair did there is theirs,
/// and so is what they said in confidence, that they let others read their words, which they may without their name, and
/// that they took out what is kept about themselves.
/// Whoever shows the record to anybody but whom it is about asks for no more than this.
macro_rules! open_to_administrators {
    () => {
        "(act not like 'partnership.%' or act = 'partnership.flag_settled')
          and act not like 'reflection.%' and act not like 'assessment.%' and act not like 'testimonial.%'
          and act not like 'application.draft%'
          and act not in ('session.logged', 'rating.given', 'rating.taken_away', 'taken_out.everything')"
    };
}
pub(crate) use open_to_administrators;

kit::sql! {
    NOTE -> () = "
        insert into audit (organisation, id, noted_at, actor, act, subject) values ($1, $2, $3, $4, $5, $6)";
    BEFORE -> Noted = concat!("
        select a.id, a.noted_at, p.name as actor, a.act, a.subject
        from audit a left join person p on p.organisation = a.organisation and p.id = a.actor
        where a.organisation = $1 and a.id < $2
          and ", open_to_administrators!(), "
        order by a.id desc limit 101");
    LAST_WITH_PUPIL -> (Instant,) = "
        select noted_at from audit
        where organisation = $1 and subject = $2 and actor = $3 and act like 'pupil.%' order by noted_at desc limit 1";
    UNSEALED -> Sealable = "
        select a.id, a.noted_at, a.actor, a.act, a.subject from audit a
        where a.organisation = $1 and a.noted_at >= $2
          and not exists (select 1 from audit_link l where l.organisation = a.organisation and l.audit = a.id)
        order by a.noted_at, a.id limit $3";
    NEWEST_LINK -> Link = "
        select number, audit, hash from audit_link where organisation = $1 order by number desc limit 1";
    KEEP_LINK -> () = "
        insert into audit_link (organisation, number, audit, hash, sealed_at) values ($1, $2, $3, $4, $5)";
    LINKS_AFTER -> Link = "
        select number, audit, hash from audit_link
        where organisation = $1 and number > $2 order by number limit $3";
    SEALED_BETWEEN -> Sealable = "
        select a.id, a.noted_at, a.actor, a.act, a.subject
        from audit_link l join audit a on a.organisation = l.organisation and a.id = l.audit
        where l.organisation = $1 and l.number > $2 and l.number <= $3";
}

/// Notes that `actor` did something to `subject`. Called once by each act, in its own transaction.
///
/// # Errors
/// `Internal` when the database fails.
pub fn note(tx: &mut Tx<'_>, actor: Option<PersonId>, act: Act, subject: Uuid) -> Result<()> {
    let (id, now) = (tx.fresh::<AuditId>(), tx.now());
    tx.run(&NOTE, params![id, now, actor, act, subject])?;
    Ok(())
}

/// When somebody last did anything to a pupil, or looked at one; as the record has it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn last_with_pupil(c: &mut Read<'_>, actor: PersonId, subject: Uuid) -> Result<Option<Instant>> {
    Ok(c.first(&LAST_WITH_PUPIL, params![subject, actor])?.map(|(at,)| at))
}

/// Up to 101 things done before another, newest first (ids begin with the time): a hundred to show, and whether there
/// are more. What is not open to administrators is on the record, and not among these.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation.
pub fn before(c: &mut Read<'_>, organisation: &Reached<()>, before: AuditId) -> Result<Vec<Noted>> {
    organisation.must(&AUDIT, Verb::List)?;
    c.all(&BEFORE, params![before])
}

/// Up to `limit` rows, noted since a moment, that no link seals: the oldest first.
pub(super) fn unsealed(c: &mut Read<'_>, since: Instant, limit: i64) -> Result<Vec<Sealable>> {
    c.all(&UNSEALED, params![since, limit])
}

/// The newest link.
pub(super) fn newest_link(c: &mut Read<'_>) -> Result<Option<Link>> {
    c.first(&NEWEST_LINK, params![])
}

/// Keeps a link. One of its number or its row that is there already is refused.
pub(super) fn keep_link(tx: &mut Tx<'_>, link: &Link) -> Result<()> {
    let now = tx.now();
    tx.run(&KEEP_LINK, params![link.number, link.audit, link.hash, now])?;
    Ok(())
}

/// Up to `limit` links after a number, in order.
pub(super) fn links_after(c: &mut Read<'_>, number: i64, limit: i64) -> Result<Vec<Link>> {
    c.all(&LINKS_AFTER, params![number, limit])
}

/// The rows that the links after one number, up to another, seal.
pub(super) fn sealed_between(c: &mut Read<'_>, after: i64, until: i64) -> Result<Vec<Sealable>> {
    c.all(&SEALED_BETWEEN, params![after, until])
}
