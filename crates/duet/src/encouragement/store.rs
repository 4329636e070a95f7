//! Encouragements, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::ENCOURAGEMENT;
use super::{Encouraged, EncouragementId};
use crate::access::Reached;
use crate::person::PersonId;
use crate::round::Round;

kit::row!(Encouraged { person, name, made_by, made_at, has_applied });

kit::sql! {
    OF -> Encouraged = "
        select e.person, p.name, b.name as made_by, e.made_at,
               exists (select 1 from application a where a.organisation = e.organisation and a.round = e.round
                       and a.person = e.person) as has_applied
        from encouragement e
        join person p on p.organisation = e.organisation and p.id = e.person
        join person b on b.organisation = e.organisation and b.id = e.made_by
        where e.organisation = $1 and e.round = $2
        order by e.made_at desc, e.id";
    HAS_APPLIED -> (i64,) = "
        select count(*) from application where organisation = $1 and round = $2 and person = $3";
    ADD -> () = "
        insert into encouragement (organisation, id, round, person, made_by, made_at) values ($1, $2, $3, $4, $5, $6)";
}

/// Everybody who was encouraged to apply to a round, the newest first.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Encouraged>> {
    round.must(&ENCOURAGEMENT, Verb::List)?;
    c.all(&OF, params![round.id])
}

/// Whether somebody has applied to a round.
///
/// # Errors
/// `NotFound` when that is not theirs to know.
pub fn has_applied(c: &mut Read<'_>, round: &Reached<Round>, person: PersonId) -> Result<bool> {
    round.must(&ENCOURAGEMENT, Verb::List)?;
    Ok(c.one(&HAS_APPLIED, params![round.id, person])?.0 > 0)
}

/// Notes that somebody is encouraged.
///
/// # Errors
/// `NotFound` when it is not theirs to do; `Conflict` when they were before.
pub fn add(tx: &mut Tx<'_>, round: &Reached<Round>, person: PersonId) -> Result<EncouragementId> {
    round.must(&ENCOURAGEMENT, Verb::Write)?;
    let (id, by, now) = (tx.fresh::<EncouragementId>(), round.viewer().person, tx.now());
    tx.run(&ADD, params![id, round.id, person, by, now])?;
    Ok(id)
}
