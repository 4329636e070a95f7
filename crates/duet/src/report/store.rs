//! A round in numbers, from the database.

use kit::access::Verb;
use kit::db::{Json, Read};
use kit::{Result, params};

use super::access::REPORT;
use super::{Figures, Nations, Report, nations, told};
use crate::access::Reached;
use crate::condition;
use crate::outcome;
use crate::rating;
use crate::round::rules::{Answers, answer};
use crate::round::{Round, RoundId};
use crate::testimonial;

kit::row!(Figures { mentors, mentees, workplaces, placed, waiting, met, sessions, minutes });

/// The heading under which people say their nation, where a round asks.
const NATION: &str = "nation";

kit::sql! {
    FIGURES -> Figures = "
        select
          (select count(*) from application a where a.organisation = $1 and a.round = $2 and a.role = 'mentor') as mentors,
          (select count(*) from application a where a.organisation = $1 and a.round = $2 and a.role = 'mentee') as mentees,
          (select count(distinct w.workplace) from application a
             join person w on w.organisation = a.organisation and w.id = a.person
             where a.organisation = $1 and a.round = $2) as workplaces,
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
    EARLIER -> (RoundId, String) = "
        select r.id, r.name from round r
        where r.organisation = $1 and r.scheme = $2 and r.starts_on < $3
        order by r.starts_on desc, r.id desc limit 1";
    ANSWERS -> (Json<Answers>,) = "select answers from application where organisation = $1 and round = $2";
}

/// A round in numbers.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn figures(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Figures> {
    round.must(&REPORT, Verb::See)?;
    c.one(&FIGURES, params![round.id])
}

/// Everything a round's report says to the viewer.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn report(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Report> {
    let figures = figures(c, round)?;
    // The round before belongs to the same scheme: who may read this report may read that.
    let earlier = match c.first(&EARLIER, params![round.scheme, round.starts_on])? {
        Some((id, name)) => Some((name, c.one(&FIGURES, params![id])?)),
        None => None,
    };
    let summary = rating::store::summary(c, round.id)?;
    let outcomes = outcome::store::of_scheme(c, round.scheme)?;
    let named = outcomes.iter().filter(|one| one.is_asked()).count();
    let totals_only = !round.may(&rating::access::ASKING, Verb::See);
    Ok(Report {
        figures,
        earlier,
        nations: nations_of(c, round)?,
        is_asked: summary.is_some(),
        conditions: condition::store::of_scheme(c, round.scheme)?,
        named,
        outcomes: told(outcomes, summary, totals_only),
        quotes: testimonial::store::in_report(c, round)?,
    })
}

/// Where people come from, when the round's form or spreadsheet asks for it.
fn nations_of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Nations> {
    let said = c.all(&ANSWERS, params![round.id])?;
    Ok(nations(said.into_iter().map(|(answers,)| answer(&answers.0, NATION).trim().to_owned()).collect()))
}
