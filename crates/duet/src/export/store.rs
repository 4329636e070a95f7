//! What is taken out, from the database.

use kit::access::Verb;
use kit::db::{Json, Read};
use kit::{Result, params};

use super::Held;
use super::access::SHEET;
use crate::access::Reached;
use crate::round::Round;
use crate::round::rules::{Answers, Role};

kit::row!(Held { held_on, sessions, minutes });

/// Somebody who applied, as they are taken out.
pub struct Applied {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub address: String,
    /// What they do.
    pub job_title: String,
    /// Where they work.
    pub workplace: Option<String>,
    /// What they ask to be.
    pub role: Role,
    /// How many mentees a mentor takes.
    pub places: i64,
    /// What they answered.
    pub answers: Json<Answers>,
}
kit::row!(Applied { name, address, job_title, workplace, role, places, answers });

kit::sql! {
    APPLIED -> Applied = "
        select p.name, p.address, p.job_title, w.name as workplace, a.role, a.places, a.answers
        from application a
        join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1 and a.round = $2 and p.membership in ('invited', 'active')
        order by a.role desc, p.name, a.person";
    HELD -> Held = "
        select s.held_on, cast(count(*) as bigint) as sessions, cast(sum(s.minutes) as bigint) as minutes
        from session s join partnership p on p.organisation = s.organisation and p.id = s.partnership
        where s.organisation = $1 and p.round = $2
        group by s.held_on order by s.held_on";
}

/// Everybody who applied and may take part: mentors first.
///
/// # Errors
/// `NotFound` when they are not theirs to take out.
pub fn applied(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Applied>> {
    round.must(&SHEET, Verb::Export)?;
    c.all(&APPLIED, params![round.id])
}

/// The days on which pairs of a round met.
///
/// # Errors
/// `NotFound` when they are not theirs to take out.
pub fn held(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Held>> {
    round.must(&SHEET, Verb::Export)?;
    c.all(&HELD, params![round.id])
}
