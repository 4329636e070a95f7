//! The marks of pairs that need a look, in the database.

use kit::access::Verb;
use kit::db::{Read, Tx};
use kit::{Result, params, values};

use super::{FlagId, Flagged, Why};
use crate::access::Reached;
use crate::evaluation;
use crate::partnership::{PartnershipId, access, store};
use crate::person::PersonId;
use crate::round::{Round, RoundId};

kit::row!(Flagged { partnership, mentor_name, mentee_name, why, flagged_at });

kit::sql! {
    FLAG -> () = "
        insert into partnership_flag (organisation, id, partnership, why, flagged_at)
        select $1, $2, $3, $4, $5
        where not exists (select 1 from partnership_flag f
                          where f.organisation = $1 and f.partnership = $3 and f.why = $4 and f.settled_at is null)";
    SETTLE -> () = "
        update partnership_flag set settled_at = $3, settled_by = $4
        where organisation = $1 and partnership = $2 and settled_at is null";
    UNFLAG -> () = "
        update partnership_flag set settled_at = $3
        where organisation = $1 and partnership = $2 and why in ('suspended', 'left') and settled_at is null
          and not exists (select 1 from partnership p join person w on w.organisation = p.organisation
                          and w.id in (p.mentor, p.mentee)
                          where p.organisation = $1 and p.id = $2 and w.membership in ('suspended', 'left'))";
    UNFLAG_EVALUATES -> () = "
        update partnership_flag set settled_at = $3
        where organisation = $1 and partnership = $2 and why = 'evaluates' and settled_at is null";
    FLAGS -> Flagged = "
        select f.partnership, m.name as mentor_name, n.name as mentee_name, f.why, f.flagged_at
        from partnership_flag f
        join partnership p on p.organisation = f.organisation and p.id = f.partnership
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        where f.organisation = $1 and p.round = $2 and p.finished_on is null and f.settled_at is null
        order by f.flagged_at, f.id";
    UNFLAG_MANY -> () = "
        update partnership_flag set settled_at = $3
        where organisation = $1 and why = 'evaluates' and settled_at is null and not exists (
              select 1 from partnership p
              join evaluation e on e.organisation = p.organisation and e.started_on <= $2 and (e.finished_on is null or e.finished_on >= $2)
                   and ((e.evaluator = p.mentor and e.evaluated = p.mentee) or (e.evaluator = p.mentee and e.evaluated = p.mentor))
              where p.organisation = $1 and p.id = partnership_flag.partnership)";
    TAKE_BACK -> () = "
        delete from partnership_flag
        where organisation = $1 and partnership in (
              select p.id from partnership p where p.organisation = $1 and p.round = $2 and p.mentor = $3 and p.mentee = $4 and p.offered_at > $5)";
}

/// Marks pairs, except those that are marked for the same already.
pub(in crate::partnership) fn flag(tx: &mut Tx<'_>, pairs: &[PartnershipId], why: Why) -> Result<()> {
    let now = tx.now();
    let rows: Vec<(FlagId, &PartnershipId)> = pairs.iter().map(|pair| (tx.fresh::<FlagId>(), pair)).collect();
    tx.run_many(&FLAG, rows.iter().map(|(id, pair)| values![*id, **pair, why, now])).map(drop)
}

/// Notes who saw to all that a pair is marked for; tells whether it was.
pub(in crate::partnership) fn settle(tx: &mut Tx<'_>, by: PersonId, id: PartnershipId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SETTLE, params![id, now, by])? > 0)
}

/// Takes the marks of somebody's pairs back that were for being suspended or having left, where neither of the two is.
pub(in crate::partnership) fn unflag_of(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    let now = tx.now();
    store::open_of(tx, person)?.into_iter().try_for_each(|id| tx.run(&UNFLAG, params![id, now]).map(|_| ()))
}

/// Takes the marks of two people's pairs back that were for one evaluating the other, unless one still does.
pub(in crate::partnership) fn unflag_between(tx: &mut Tx<'_>, one: PersonId, other: PersonId) -> Result<()> {
    if evaluation::store::between(tx, one, other)? {
        return Ok(());
    }
    let now = tx.now();
    let pairs = store::open_between(tx, one, other)?.into_iter();
    pairs.into_iter().try_for_each(|id| tx.run(&UNFLAG_EVALUATES, params![id, now]).map(|_| ()))
}

/// Takes every mark back that was for one evaluating the other, where neither does any more.
pub(in crate::partnership) fn unflag_many(tx: &mut Tx<'_>) -> Result<()> {
    let (today, now) = (tx.today(), tx.now());
    tx.run(&UNFLAG_MANY, params![today, now])?;
    Ok(())
}

/// Removes the marks of an offer that is taken back, as it is.
pub(in crate::partnership) fn take_back(
    tx: &mut Tx<'_>,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&TAKE_BACK, params![round, mentor, mentee, now])?;
    Ok(())
}

/// The pairs of a round that need a look, the longest ago first.
///
/// # Errors
/// `NotFound` unless the viewer coordinates the round's scheme.
pub fn flags(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Flagged>> {
    round.must(&access::FLAG, Verb::List)?;
    c.all(&FLAGS, params![round.id])
}
