//! Applications, in the database.

use kit::access::Verb;
use kit::db::{Json, Read, Tx};
use kit::{Error, Result, params, values};

use super::access::APPLICATION;
use super::{Applicant, ApplicationId, ImportId, ImportSummary};
use crate::access::Reached;
use crate::person::PersonId;
use crate::round::rules::{Answers, Role};
use crate::round::{Round, Stage};

struct ApplicantRow {
    person: PersonId,
    name: String,
    job_title: String,
    workplace: Option<String>,
    role: Role,
    places: u32,
    answers: Json<Answers>,
    waived: bool,
    entered_by: Option<String>,
}
kit::row!(ApplicantRow { person, name, job_title, workplace, role, places, answers, waived, entered_by });

kit::sql! {
    APPLICANTS -> ApplicantRow = "
        select a.person, p.name, p.job_title, w.name as workplace, a.role, a.places, a.answers,
               exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                       and v.person = a.person and v.role = a.role and v.ended_on is null) as waived,
               (select b.name from entry e join person b on b.organisation = e.organisation and b.id = e.entered_by
                where e.organisation = a.organisation and e.what = 'application' and e.subject = a.id) as entered_by
        from application a
        join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1 and a.round = $2 and p.membership in ('invited', 'active')
        order by p.name, a.person";
    NAMES -> (PersonId, String) = "
        select distinct p.id, p.name from application a join person p on p.organisation = a.organisation and p.id = a.person
        where a.organisation = $1 and a.round = $2";
    COUNTS -> (Role, i64) = "
        select role, count(*) from application where organisation = $1 and round = $2 group by role";
    ID_OF -> (ApplicationId,) = "
        select id from application where organisation = $1 and round = $2 and role = $3 and person = $4";
    WRITTEN -> (PersonId, Role, u32, Json<Answers>) = "
        select person, role, places, answers from application where organisation = $1 and round = $2";
    APPLY -> () = "
        insert into application (organisation, id, round, person, role, places, answers, applied_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    CHANGE -> () = "
        update application set places = $5, answers = $6
        where organisation = $1 and round = $2 and role = $3 and person = $4";
    GIVE_PLACE -> () = "
        update application set places = places + 1
        where organisation = $1 and round = $2 and role = 'mentor' and person = $3 and places < $4";
    NOTE_IMPORT -> () = "
        insert into application_import (organisation, id, round, made_by, made_at, summary) values ($1, $2, $3, $4, $5, $6)";
    LAST_IMPORT -> (Json<ImportSummary>,) = "
        select summary from application_import where organisation = $1 and round = $2 order by made_at desc limit 1";
}

/// Everybody who applied to a round and may take part, by name: not who is suspended or has left.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn applicants(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Applicant>> {
    round.must(&APPLICATION, Verb::See)?;
    let rows = c.all(&APPLICANTS, params![round.id])?;
    Ok(rows.into_iter().map(ApplicantRow::applicant).collect())
}

impl ApplicantRow {
    fn applicant(self) -> Applicant {
        let ApplicantRow { person, name, job_title, workplace, role, places, answers, waived, entered_by } = self;
        Applicant { person, name, job_title, workplace, role, places, answers: answers.0, waived, entered_by }
    }
}

/// The names of everybody who applied to a round.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn names(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, String)>> {
    round.must(&APPLICATION, Verb::List)?;
    c.all(&NAMES, params![round.id])
}

/// How many applied, as mentors and as mentees.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn counts(c: &mut Read<'_>, round: &Reached<Round>) -> Result<(i64, i64)> {
    round.must(&APPLICATION, Verb::List)?;
    let counts = c.all(&COUNTS, params![round.id])?;
    let of = |role: Role| counts.iter().find(|(r, _)| *r == role).map_or(0, |(_, count)| *count);
    Ok((of(Role::Mentor), of(Role::Mentee)))
}

/// An application as it is written: who, as what, how many they take, what they answered.
#[derive(Clone, Debug)]
pub struct Written {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// How many mentees a mentor takes.
    pub places: u32,
    /// What they answered.
    pub answers: Answers,
}

/// Every application to a round as it is written, of whoever may not take part now too.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn written(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Written>> {
    round.must(&APPLICATION, Verb::See)?;
    let rows = c.all(&WRITTEN, params![round.id])?;
    Ok(rows
        .into_iter()
        .map(|(person, role, places, answers)| Written { person, role, places, answers: answers.0 })
        .collect())
}

/// Writes one application, or what a newer source says of it.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring people in to; `Conflict` when it is closed.
pub fn apply(tx: &mut Tx<'_>, round: &Reached<Round>, one: Written) -> Result<()> {
    let is_there = id_of(tx, round, one.role, one.person)?.is_some();
    let (new, changed) = if is_there { (vec![], vec![one]) } else { (vec![one], vec![]) };
    apply_many(tx, round, &new, &changed)
}

/// Writes new applications to a round, and what a newer source says of others.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring people in to; `Conflict` when a new one is there, or it is closed.
pub fn apply_many(tx: &mut Tx<'_>, round: &Reached<Round>, new: &[Written], changed: &[Written]) -> Result<()> {
    round.must(&APPLICATION, Verb::Write)?;
    if round.stage == Stage::Closed && !(new.is_empty() && changed.is_empty()) {
        return Err(Error::conflict("round-closed"));
    }
    let now = tx.now();
    let ids: Vec<(ApplicationId, &Written, Json<&Answers>)> =
        new.iter().map(|one| (tx.fresh::<ApplicationId>(), one, Json(&one.answers))).collect();
    tx.run_many(
        &APPLY,
        ids.iter().map(|(id, one, answers)| values![*id, round.id, one.person, one.role, one.places, *answers, now]),
    )?;
    let rows: Vec<(&Written, Json<&Answers>)> = changed.iter().map(|one| (one, Json(&one.answers))).collect();
    tx.run_many(
        &CHANGE,
        rows.iter().map(|(one, answers)| values![round.id, one.role, one.person, one.places, *answers]),
    )?;
    Ok(())
}

/// Gives a mentor one place more; tells whether they had fewer than `most`.
///
/// # Errors
/// `NotFound` when applications of the round are not theirs to write.
pub fn give_place(tx: &mut Tx<'_>, round: &Reached<Round>, mentor: PersonId, most: u32) -> Result<bool> {
    round.must(&APPLICATION, Verb::Write)?;
    Ok(tx.run(&GIVE_PLACE, params![round.id, mentor, most])? == 1)
}

/// Which application to a round is somebody's in a role, if they have applied.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring people in to.
pub fn id_of(c: &mut Read<'_>, round: &Reached<Round>, role: Role, person: PersonId) -> Result<Option<ApplicationId>> {
    round.must(&APPLICATION, Verb::Write)?;
    Ok(c.first(&ID_OF, params![round.id, role, person])?.map(|(id,)| id))
}

/// Notes what an import did.
///
/// # Errors
/// `Internal` when the database fails.
pub fn note_import(tx: &mut Tx<'_>, round: &Reached<Round>, by: PersonId, summary: &ImportSummary) -> Result<()> {
    let (id, now) = (tx.fresh::<ImportId>(), tx.now());
    tx.run(&NOTE_IMPORT, params![id, round.id, by, now, Json(summary)])?;
    Ok(())
}

/// What the last import of a round did.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn last_import(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Option<ImportSummary>> {
    round.must(&APPLICATION, Verb::List)?;
    Ok(c.first(&LAST_IMPORT, params![round.id])?.map(|(summary,)| summary.0))
}
