//! Rounds, in the database.

use kit::access::Verb;
use kit::clock::{Day, Instant};
use kit::db::{Json, Read, Tx};
use kit::id::Uuid;
use kit::{Error, Result, params};

use super::access::ROUND;
use super::rules::Rules;
use super::{Round, RoundDraft, RoundId, Stage};
use crate::access::{Holder, Reached};
use crate::person::Viewer;
use crate::scheme::SchemeId;

kit::row!(Round { id, name, starts_on, ends_on, apply_by, stage, scheme, scheme_name, colour });

kit::sql! {
    OPEN -> () = "
        insert into round (organisation, id, scheme, name, starts_on, ends_on, rules, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    SEEN_BY -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on,
               (select d.apply_by from round_deadline d where d.organisation = r.organisation and d.round = r.id
                order by d.number desc limit 1) as apply_by,
               coalesce((select t.stage from round_stage t where t.organisation = r.organisation and t.round = r.id
                         order by t.number desc limit 1), 'draft') as stage,
               r.scheme, s.name as scheme_name, s.colour
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where r.organisation = $1
          and exists (select 1 from appointment a where a.organisation = r.organisation and a.person = $2
                      and a.scheme = r.scheme and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))
        order by r.starts_on desc, r.name";
    ONE -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on,
               (select d.apply_by from round_deadline d where d.organisation = r.organisation and d.round = r.id
                order by d.number desc limit 1) as apply_by,
               coalesce((select t.stage from round_stage t where t.organisation = r.organisation and t.round = r.id
                         order by t.number desc limit 1), 'draft') as stage,
               r.scheme, s.name as scheme_name, s.colour
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
    DESCRIBE -> () = "update round set name = $3, starts_on = $4, ends_on = $5 where organisation = $1 and id = $2";
    SET_DEADLINE -> () = "
        insert into round_deadline (organisation, id, round, number, apply_by, set_at) values ($1, $2, $3, $4, $5, $6)";
    DEADLINES -> (Day, Instant) = "
        select apply_by, set_at from round_deadline where organisation = $1 and round = $2 order by number desc";
    BEGIN_STAGE -> () = "
        insert into round_stage (organisation, id, round, number, stage, began_at) values ($1, $2, $3, $4, $5, $6)";
    DEADLINES_SET -> (i64,) = "select count(*) from round_deadline where organisation = $1 and round = $2";
    STAGES_BEGUN -> (i64,) = "select count(*) from round_stage where organisation = $1 and round = $2";
    STAGES -> (Stage, Instant) = "
        select stage, began_at from round_stage where organisation = $1 and round = $2 order by number";
    STAGE -> (Stage,) = "
        select stage from round_stage where organisation = $1 and round = $2 order by number desc limit 1";
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
    let round = c.one(&ONE, params![id])?;
    Ok(Reached::of(round, viewer, leaders(c, id)?))
}

/// Who has a duty for a round's scheme today, and which: they stand so to whatever is the round's.
///
/// # Errors
/// `Internal` when the database fails.
pub fn leaders(c: &mut Read<'_>, id: RoundId) -> Result<Vec<Holder>> {
    let today = c.today();
    c.all(&HOLDERS, params![id, today])
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

/// Says anew what a round is called, and when it begins and ends.
///
/// # Errors
/// `NotFound` when it is not theirs to change; `Invalid` when the draft is.
pub fn describe(tx: &mut Tx<'_>, round: &Reached<Round>, draft: &RoundDraft) -> Result<()> {
    round.must(&ROUND, Verb::Write)?;
    draft.check()?;
    tx.run(&DESCRIBE, params![round.id, draft.name, draft.starts_on, draft.ends_on])?;
    Ok(())
}

/// Sets the last day to apply; those before it stay.
///
/// # Errors
/// `NotFound` when the round is not theirs to change.
pub fn set_deadline(tx: &mut Tx<'_>, round: &Reached<Round>, apply_by: Day) -> Result<()> {
    round.must(&ROUND, Verb::Write)?;
    let number = tx.one(&DEADLINES_SET, params![round.id])?.0 + 1;
    let (id, now) = (tx.fresh::<Uuid>(), tx.now());
    tx.run(&SET_DEADLINE, params![id, round.id, number, apply_by, now])?;
    Ok(())
}

/// Every last day to apply that was set, and when it was; newest first.
///
/// # Errors
/// `NotFound` when the round is not theirs to see.
pub fn deadlines(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(Day, Instant)>> {
    round.must(&ROUND, Verb::See)?;
    c.all(&DEADLINES, params![round.id])
}

/// Notes that a round comes to a stage now. The caller has shown that it may.
///
/// # Errors
/// `Internal` when the database fails.
pub fn begin_stage(tx: &mut Tx<'_>, round: &Reached<Round>, stage: Stage) -> Result<()> {
    let number = tx.one(&STAGES_BEGUN, params![round.id])?.0 + 1;
    let (id, now) = (tx.fresh::<Uuid>(), tx.now());
    tx.run(&BEGIN_STAGE, params![id, round.id, number, stage, now])?;
    Ok(())
}

/// Every stage a round was moved to, and when; oldest first.
///
/// # Errors
/// `NotFound` when the round is not theirs to see.
pub fn stages(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(Stage, Instant)>> {
    round.must(&ROUND, Verb::See)?;
    c.all(&STAGES, params![round.id])
}

/// Refuses what a closed round does not take any more.
///
/// # Errors
/// `Conflict` when it is closed.
pub fn must_be_open(c: &mut Read<'_>, round: RoundId) -> Result<()> {
    match c.first(&STAGE, params![round])? {
        Some((Stage::Closed,)) => Err(Error::conflict("round-closed")),
        _ => Ok(()),
    }
}
