//! Rounds, in the database.

use kit::db::{Json, Read, Tx};
use kit::{Result, params};

use super::rules::Rules;
use super::{Round, RoundDraft, RoundId};
use crate::person::Viewer;
use crate::scheme::{Duty, SchemeId};

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
    AS_DUTY -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on, r.scheme, s.name as scheme_name, s.colour
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where r.organisation = $1 and r.id = $4
          and exists (select 1 from appointment a where a.organisation = r.organisation and a.person = $2
                      and a.scheme = r.scheme and a.duty in ($5, $6, $7) and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))";
    NAMED -> Round = "
        select r.id, r.name, r.starts_on, r.ends_on, r.scheme, s.name as scheme_name, s.colour
        from round r join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where r.organisation = $1 and r.id = $2";
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

/// A round, seen by somebody who runs it: its coordinator.
///
/// # Errors
/// `NotFound` when it is not there, or they do not coordinate it.
pub fn coordinated(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Round> {
    with_duty(c, viewer, id, [Duty::Coordinator; 3])
}

/// A round, seen by somebody who leads it: its coordinator or its coach.
///
/// # Errors
/// `NotFound` when it is not there, or they do not lead it.
pub fn led(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Round> {
    with_duty(c, viewer, id, [Duty::Coordinator, Duty::Coach, Duty::Coach])
}

/// A round, seen by somebody who answers for it: its coordinator, coach or sponsor.
///
/// # Errors
/// `NotFound` when it is not there, or they have nothing to do with it.
pub fn answered_for(c: &mut Read<'_>, viewer: Viewer, id: RoundId) -> Result<Round> {
    with_duty(c, viewer, id, [Duty::Coordinator, Duty::Coach, Duty::Sponsor])
}

fn with_duty(c: &mut Read<'_>, viewer: Viewer, id: RoundId, duties: [Duty; 3]) -> Result<Round> {
    let today = c.today();
    c.one(&AS_DUTY, params![viewer.person, today, id, duties[0], duties[1], duties[2]])
}

/// A round that the caller has already shown the viewer may know of.
///
/// # Errors
/// `NotFound` when there is none.
pub fn named(c: &mut Read<'_>, id: RoundId) -> Result<Round> {
    c.one(&NAMED, params![id])
}

/// A round's rules.
///
/// # Errors
/// `NotFound` when there is no such round.
pub fn rules(c: &mut Read<'_>, id: RoundId) -> Result<Rules> {
    Ok(c.one(&RULES, params![id])?.0.0)
}

/// Sets a round's rules.
///
/// # Errors
/// `Internal` when the database fails.
pub fn set_rules(tx: &mut Tx<'_>, id: RoundId, rules: &Rules) -> Result<()> {
    tx.run(&SET_RULES, params![id, Json(rules)])?;
    Ok(())
}
