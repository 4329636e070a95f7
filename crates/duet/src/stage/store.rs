//! What a stage waits for that later concepts keep, in the database.

use kit::access::Verb;
use kit::db::Read;
use kit::{Result, params};

use super::LookedBack;
use super::access::STAGE;
use crate::access::Reached;
use crate::round::Round;

struct Row {
    outcomes: i64,
    asked: i64,
    open: i64,
    people: i64,
    unanswered: i64,
}
kit::row!(Row { outcomes, asked, open, people, unanswered });

kit::sql! {
    LOOKED_BACK -> Row = "
        select (select count(*) from outcome o
                where o.organisation = $1 and o.scheme = $3 and o.withdrawn_on is null) as outcomes,
               (select count(*) from rating_asking a
                where a.organisation = $1 and a.round = $2 and a.moment = 'after') as asked,
               (select count(*) from rating_asking a
                where a.organisation = $1 and a.round = $2 and a.moment = 'after' and a.closed_at is null) as open,
               count(*) as people,
               cast(coalesce(sum(case when exists (
                   select 1 from rating g where g.organisation = $1 and g.round = $2 and g.person = w.id and g.moment = 'after')
                   then 0 else 1 end), 0) as bigint) as unanswered
        from person w
        where w.organisation = $1 and w.membership in ('invited', 'active')
          and exists (select 1 from partnership p where p.organisation = $1 and p.round = $2 and p.started_on is not null
                      and (p.mentor = w.id or p.mentee = w.id))";
}

/// How far a round's people have been asked where they stand in the end. Nobody need be where the scheme does not say what
/// it should bring, or no pair began.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn looked_back(c: &mut Read<'_>, round: &Reached<Round>) -> Result<LookedBack> {
    round.must(&STAGE, Verb::See)?;
    let row = c.one(&LOOKED_BACK, params![round.id, round.scheme])?;
    Ok(match () {
        () if row.open > 0 => LookedBack::Asking(row.unanswered),
        () if row.asked > 0 || row.outcomes == 0 || row.people == 0 => LookedBack::Done,
        () => LookedBack::NotAsked,
    })
}
