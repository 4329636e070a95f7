//! The audit, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::{Result, params};

use super::access::AUDIT;
use super::{Act, AuditId, Noted};
use crate::access::Reached;
use crate::person::PersonId;

kit::row!(Noted { id, noted_at, actor, act, subject });

kit::sql! {
    NOTE -> () = "
        insert into audit (organisation, id, noted_at, actor, act, subject) values ($1, $2, $3, $4, $5, $6)";
    BEFORE -> Noted = "
        select a.id, a.noted_at, p.name as actor, a.act, a.subject
        from audit a left join person p on p.organisation = a.organisation and p.id = a.actor
        where a.organisation = $1 and a.id < $2
          and a.act not in ('partnership.accepted', 'partnership.declined', 'session.logged')
          and a.act not like 'reflection.%'
        order by a.id desc limit 101";
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

/// Up to 101 things done before another, newest first (ids begin with the time): a hundred to show, and whether there
/// are more. What people in a pair did there is theirs: it is on the record, and not among these.
///
/// # Errors
/// `NotFound` unless the viewer administers the organisation.
pub fn before(c: &mut Read<'_>, organisation: &Reached<()>, before: AuditId) -> Result<Vec<Noted>> {
    organisation.must(&AUDIT, Verb::List)?;
    c.all(&BEFORE, params![before])
}
