//! What is next for who runs rounds, from the database.

use kit::db::Read;
use kit::{Result, params};

use super::{Going, RoundStep};
use crate::access::{Holder, Reached, Relation};
use crate::partnership::quiet_since;
use crate::person::Viewer;

kit::row!(RoundStep { round, name, has_people, is_proposed });
kit::row!(Going { round, pairs, met, quiet, flagged });

kit::sql! {
    NEXT_STEP -> RoundStep = "
        select r.id as round, r.name,
               exists (select 1 from application p where p.organisation = r.organisation and p.round = r.id) as has_people,
               exists (select 1 from proposal q where q.organisation = r.organisation and q.round = r.id) as is_proposed
        from round r
        where r.organisation = $1 and r.ends_on >= $3
          and exists (select 1 from appointment a where a.organisation = r.organisation and a.person = $2
                      and a.scheme = r.scheme and a.duty = 'coordinator' and a.started_on <= $3 and (a.finished_on is null or a.finished_on >= $3))
          and not exists (select 1 from partnership p where p.organisation = r.organisation and p.round = r.id)
        order by r.starts_on, r.id limit 1";
    GOING -> Going = "
        select p.round, count(*) as pairs,
               cast(sum(case when exists (select 1 from session s where s.organisation = p.organisation
                                          and s.partnership = p.id) then 1 else 0 end) as bigint) as met,
               cast(sum(case when p.started_on <= $4
                             and not exists (select 1 from session s where s.organisation = p.organisation
                                             and s.partnership = p.id and s.held_on > $4)
                        then 1 else 0 end) as bigint) as quiet,
               cast(sum(case when exists (select 1 from partnership_flag f where f.organisation = p.organisation
                                          and f.partnership = p.id and f.settled_at is null)
                        then 1 else 0 end) as bigint) as flagged
        from partnership p join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and p.finished_on is null and r.ends_on >= $3 and r.starts_on <= $3
          and exists (select 1 from appointment a where a.organisation = r.organisation and a.person = $2
                      and a.scheme = r.scheme and a.duty in ('coordinator', 'coach') and a.started_on <= $3
                      and (a.finished_on is null or a.finished_on >= $3))
        group by p.round";
}

/// Somebody's own home: nobody else stands in any relation to it.
#[must_use]
pub fn own(viewer: Viewer, name: &str) -> Reached<()> {
    let oneself = Holder { relation: Relation::Oneself, person: viewer.person, name: name.to_owned() };
    Reached::of((), viewer, vec![oneself])
}

/// How the rounds go that the viewer leads and that are under way.
///
/// # Errors
/// `Internal` when the database fails.
pub fn going(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Going>> {
    let today = c.today();
    c.all(&GOING, params![viewer.person, today, quiet_since(today)])
}

/// The first round the viewer coordinates whose pairs have not been told, if there is one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn next_step(c: &mut Read<'_>, viewer: Viewer) -> Result<Option<RoundStep>> {
    let today = c.today();
    c.first(&NEXT_STEP, params![viewer.person, today])
}
