//! A round in numbers, from the database.

use kit::access::Verb;
use kit::db::Read;
use kit::{Result, params};

use super::Figures;
use super::access::REPORT;
use crate::access::Reached;
use crate::round::Round;

kit::row!(Figures { mentors, mentees, placed, waiting, met, sessions, minutes });

kit::sql! {
    FIGURES -> Figures = "
        select
          (select count(*) from application a where a.organisation = $1 and a.round = $2 and a.role = 'mentor') as mentors,
          (select count(*) from application a where a.organisation = $1 and a.round = $2 and a.role = 'mentee') as mentees,
          (select count(*) from partnership p where p.organisation = $1 and p.round = $2 and p.started_on is not null) as placed,
          (select count(*) from partnership p where p.organisation = $1 and p.round = $2 and p.started_on is null
             and p.finished_on is null) as waiting,
          (select count(distinct s.partnership) from session s
             join partnership p on p.organisation = s.organisation and p.id = s.partnership
             where s.organisation = $1 and p.round = $2) as met,
          (select count(*) from session s join partnership p on p.organisation = s.organisation and p.id = s.partnership
             where s.organisation = $1 and p.round = $2) as sessions,
          (select cast(coalesce(sum(s.minutes), 0) as bigint) from session s
             join partnership p on p.organisation = s.organisation and p.id = s.partnership
             where s.organisation = $1 and p.round = $2) as minutes";
}

/// A round in numbers.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn figures(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Figures> {
    round.must(&REPORT, Verb::See)?;
    c.one(&FIGURES, params![round.id])
}
