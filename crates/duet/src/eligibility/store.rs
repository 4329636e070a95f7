//! Waivers, in the database. The rules themselves are the round's.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::ELIGIBILITY;
use super::{Waiver, WaiverId};
use crate::access::Reached;
use crate::person::PersonId;
use crate::round::rules::Role;
use crate::round::{Round, RoundId};

kit::row!(Waiver { id, person, name, role, note, made_by, made_on });

kit::sql! {
    WAIVE -> () = "
        insert into waiver (organisation, id, round, person, role, note, made_by, made_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF -> Waiver = "
        select w.id, w.person, p.name, w.role, w.note, b.name as made_by, w.made_on
        from waiver w
        join person p on p.organisation = w.organisation and p.id = w.person and p.membership in ('invited', 'active')
        join person b on b.organisation = w.organisation and b.id = w.made_by
        where w.organisation = $1 and w.round = $2 and w.ended_on is null
          and exists (select 1 from application a where a.organisation = w.organisation and a.round = w.round
                      and a.person = w.person and a.role = w.role)
        order by w.made_on, w.id";
    ROUND_OF -> (RoundId,) = "select round from waiver where organisation = $1 and id = $2";
    END -> () = "
        update waiver set ended_on = $4 where organisation = $1 and round = $2 and id = $3 and ended_on is null";
}

/// Lets somebody in from today on.
///
/// # Errors
/// `NotFound` when the round is not theirs to change; `Conflict` when they are let in already.
pub fn waive(tx: &mut Tx<'_>, round: &Reached<Round>, who: (PersonId, Role), note: &str) -> Result<WaiverId> {
    round.must(&ELIGIBILITY, Verb::Write)?;
    let (id, today, by) = (tx.fresh::<WaiverId>(), tx.today(), round.viewer().person);
    let (person, role) = who;
    tx.run(&WAIVE, params![id, round.id, person, role, note, by, today])?;
    Ok(id)
}

/// Who is let in to a round although they do not meet a rule, and why.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Waiver>> {
    round.must(&ELIGIBILITY, Verb::See)?;
    c.all(&OF, params![round.id])
}

/// Of which round a waiver is.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn round_of(c: &mut Read<'_>, id: WaiverId) -> Result<RoundId> {
    Ok(c.one(&ROUND_OF, params![id])?.0)
}

/// Ends a waiver today; tells whether it held.
///
/// # Errors
/// `NotFound` when it is not theirs to end.
pub fn end(tx: &mut Tx<'_>, round: &Reached<Round>, id: WaiverId) -> Result<bool> {
    round.must(&ELIGIBILITY, Verb::Delete)?;
    let today = tx.today();
    Ok(tx.run(&END, params![round.id, id, today])? == 1)
}
