//! What is next for who runs rounds, from the database.

use kit::db::Read;
use kit::{Result, params};

use super::RoundStep;
use crate::person::Viewer;

kit::row!(RoundStep { round, name, has_people, is_proposed });

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
}

/// The first round the viewer coordinates whose pairs have not been told, if there is one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn next_step(c: &mut Read<'_>, viewer: Viewer) -> Result<Option<RoundStep>> {
    let today = c.today();
    c.first(&NEXT_STEP, params![viewer.person, today])
}
