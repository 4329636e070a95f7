//! Rounds, in the database.

use kit::access::Verb;
use kit::db::{Json, Read, Tx};
use kit::{Result, params};

use super::access::ROUND;
use super::rules::Rules;
use super::{Round, RoundDraft, RoundId};
use crate::access::{Holder, Reached};
use crate::person::Viewer;
use crate::scheme::SchemeId;

kit::row!(Round { id, name, starts_on, ends_on, scheme, scheme_name, colour });

kit::sql! {
    OPEN -> () = "
        insert into round (organisation, id, scheme, name, starts_on, ends_on, rules, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SEEN_BY -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on, r.scheme, s.name as scheme_name, s.colour
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where r.organisation = $1
          and exists (select 1 from appointment a where a.organisation = r.organisation and a.person = $2
                      and a.scheme = r.scheme and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))
        order by r.starts_on desc, r.name";
    ONE -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on, r.scheme, s.name as scheme_name, s.colour
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where r.organisation = $1 and r.id = $2";
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from round r
        join appointment h on h.organisation = r.organisation and h.scheme = r.scheme
        join person p on p.organisation = h.organisation and p.id = h.person
        where r.organisation = $1 and r.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty desc, p.name";
    RULES -> (Json<Rules>,) = "select rules from round where organisation = $1 and id = $2";
    SET_RULES -> () = "update round set rules = $3 where organisation = $1 and id = $2";
}

/// Adds a round.
///
/// # Errors
/// `Invalid` when the draft is.
pub fn open(tx: &mut Tx<'_>, scheme: SchemeId, draft: &RoundDraft, rules: &Rules) -> Result<RoundId> {
    draft.check()?;
    let (id, now) = (tx.fresh::<RoundId>(), tx.now());
    tx.run(&OPEN, params![id, scheme, draft.name, draft.starts_on, draft.ends_on, Json(rules), now])?;
    Ok(id)
}

/// The rounds of the schemes somebody does something for, newest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn seen_by(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Round>> {
    let today = c.today();
    c.all(&SEEN_BY, params![viewer.person, today])
}

/// A round, and who stands how to it: those with a duty for its scheme.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Reached<Round>> {
    let today = c.today();
    let round = c.one(&ONE, params![id])?;
    Ok(Reached::of(round, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// A round's rules.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn rules(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Rules> {
    round.must(&ROUND, Verb::See)?;
    Ok(c.one(&RULES, params![round.id])?.0.0)
}

/// A round's rules, for the pages of other concepts: the caller has shown that they are the viewer's to read.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn rules_of(c: &mut Read<'_>, round: RoundId) -> Result<Rules> {
    Ok(c.one(&RULES, params![round])?.0.0)
}

/// Sets a round's rules.
///
/// # Errors
/// `NotFound` when it is not theirs to change.
pub fn set_rules(tx: &mut Tx<'_>, round: &Reached<Round>, rules: &Rules) -> Result<()> {
    round.must(&ROUND, Verb::Write)?;
    tx.run(&SET_RULES, params![round.id, Json(rules)])?;
    Ok(())
}
