//! Applications, in the database.

use std::collections::HashSet;

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Json, Read, Tx};
use kit::{Error, Result, params, values};

use super::access::APPLICATION;
use super::list::{After, Asked, Group, ON_A_PAGE, Tally, verdict};
use super::{Applicant, ApplicationId, ImportId, ImportSummary};
use crate::access::Reached;
use crate::person::PersonId;
use crate::round::rules::{Answers, Role, Rules};
use crate::round::{self, Round, RoundId, Stage};

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

/// What is said of somebody who applied.
macro_rules! applicants {
    () => {
        "
        select a.person, p.name, p.job_title, w.name as workplace, a.role, a.places, a.answers,
               exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                       and v.person = a.person and v.role = a.role and v.ended_on is null) as waived,
               (select b.name from entry e join person b on b.organisation = e.organisation and b.id = e.entered_by
                where e.organisation = a.organisation and e.what = 'application' and e.subject = a.id) as entered_by"
    };
}

/// Who applied to the round `$2` and may take part, read from the round's side.
macro_rules! in_a_round {
    () => {
        concat!(
            applicants!(),
            "
        from application a
        join person p on p.organisation = a.organisation and p.id = a.person
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where a.organisation = $1 and a.round = $2 and p.membership in ('invited', 'active')"
        )
    };
}

/// The same read by name, from `$3` and `$4` and `$5` on, of a name like `$6`.
macro_rules! by_name {
    () => {
        concat!(
            applicants!(),
            "
        from person p
        join application a on a.organisation = p.organisation and a.person = p.id and (a.round = $2) is true
        left join workplace w on w.organisation = p.organisation and w.id = p.workplace
        where p.organisation = $1 and p.membership in ('invited', 'active')
          and p.name >= $3 and (p.name > $3 or p.id > $4 or (p.id = $4 and a.role > $5))
          and lower(p.name) like $6"
        )
    };
}

// What is written in a way that no index can answer keeps SQLite from going the long way round: `p.name || ''` from walking
// through everybody by name for few, `(a.round = $2) is true` from reading a whole round for one page (decision 0068).
kit::sql! {
    APPLICANTS -> ApplicantRow = concat!(in_a_round!(), "
        order by p.name, a.person");
    FEW -> ApplicantRow = concat!(in_a_round!(), "
          and (p.name || '' > $3 or (p.name || '' = $3 and (p.id > $4 or (p.id = $4 and a.role > $5))))
          and lower(p.name) like $7 and (a.role = $8 or $8 = 'any') and a.meets in ($9, $10)
          and case when a.meets = $11
                     or exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                                and v.person = a.person and v.role = a.role and v.ended_on is null)
                   then 'in' else 'out' end = $6
        order by p.name || '', p.id, a.role limit 51");
    MANY_IN -> ApplicantRow = concat!(by_name!(), "
          and a.role = $7
          and (a.meets = $8 or exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                                             and v.person = a.person and v.role = a.role and v.ended_on is null))
        order by p.name, p.id, a.role limit 51");
    MANY_OUT -> ApplicantRow = concat!(by_name!(), "
          and a.meets = $7
          and not exists (select 1 from waiver v where v.organisation = a.organisation and v.round = a.round
                                             and v.person = a.person and v.role = a.role and v.ended_on is null)
        order by p.name, p.id, a.role limit 51");
    TALLY -> (Option<String>, Role, i64) = "
        select meets, role, count(*) from application where organisation = $1 and round = $2 group by meets, role";
    AWAY -> (Option<String>, Role, i64) = "
        select a.meets, a.role, count(*)
        from application a
        where a.organisation = $1 and (a.round = $2) is true
          and a.person in (select p.id from person p where p.organisation = $1 and p.membership in ('suspended', 'left', 'erased'))
        group by a.meets, a.role";
    LET_IN -> (Role, i64) = "
        select a.role, count(*)
        from waiver v
        join application a on a.organisation = v.organisation and a.round = v.round and a.person = v.person and a.role = v.role
        join person p on p.organisation = a.organisation and p.id = a.person
        where v.organisation = $1 and v.round = $2 and v.ended_on is null and a.meets = $3
          and p.membership in ('invited', 'active')
        group by a.role";
    NOT_LOOKED_AT -> (PersonId, Role, Json<Answers>) = "
        select person, role, answers from application
        where organisation = $1 and round = $2 and (meets is null or meets not in ($3, $4))";
    LOOK_AT -> () = "
        update application set meets = $5 where organisation = $1 and round = $2 and role = $3 and person = $4";
    NAMES -> (PersonId, String) = "
        select distinct p.id, p.name from application a join person p on p.organisation = a.organisation and p.id = a.person
        where a.organisation = $1 and a.round = $2";
    COUNTS -> (Role, i64) = "
        select role, count(*) from application where organisation = $1 and round = $2 group by role";
    ID_OF -> (ApplicationId,) = "
        select id from application where organisation = $1 and round = $2 and role = $3 and person = $4";
    WRITTEN -> (PersonId, Role, u32, Json<Answers>, Option<Instant>) = "
        select person, role, places, answers, sent_at from application where organisation = $1 and round = $2";
    WHO_SENT -> (PersonId,) = "
        select distinct person from application where organisation = $1 and sent_at is not null";
    APPLY -> () = "
        insert into application (organisation, id, round, person, role, places, answers, applied_at, sent_at, meets)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    CHANGE -> () = "
        update application set places = $5, answers = $6, sent_at = $7, meets = $8
        where organisation = $1 and round = $2 and role = $3 and person = $4";
    REWRITE -> () = "update application set answers = $3, meets = $4 where organisation = $1 and id = $2";
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

/// How many of a round are in each group, from an index alone; none when somebody has not been looked at by the rules as
/// they are.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn tally(c: &mut Read<'_>, round: &Reached<Round>, rules: &Rules) -> Result<Option<Tally>> {
    round.must(&APPLICATION, Verb::List)?;
    let mark = rules.mark()?;
    let all = c.all(&TALLY, params![round.id])?;
    let known = |meets: &Option<String>| meets.as_ref().is_some_and(|meets| meets.trim_start_matches('-') == mark);
    if !all.iter().all(|(meets, ..)| known(meets)) {
        return Ok(None);
    }
    let (away, let_in) = (c.all(&AWAY, params![round.id])?, c.all(&LET_IN, params![round.id, format!("-{mark}")])?);
    let mut tally = Tally::default();
    let counts = all.into_iter().chain(away.into_iter().map(|(meets, role, count)| (meets, role, -count)));
    for (meets, role, count) in counts {
        *tally.of(if meets.as_ref() == Some(&mark) { Group::of(role) } else { Group::Out }) += count;
    }
    for (role, count) in let_in {
        *tally.of(Group::of(role)) += count;
        *tally.of(Group::Out) -= count;
    }
    Ok(Some(tally))
}

/// A page of a group by name, and one more where there is another page. Everybody must have been looked at ([`tally`]). So
/// many at most are found and put in order ([`MOST_SORTED`](super::list::MOST_SORTED)); of more, names are walked through.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn some(
    c: &mut Read<'_>,
    round: &Reached<Round>,
    rules: &Rules,
    tally: &Tally,
    (asked, most_sorted): (&Asked, i64),
) -> Result<Vec<Applicant>> {
    round.must(&APPLICATION, Verb::See)?;
    let (met, group) = (rules.mark()?, asked.group);
    let (unmet, after) = (format!("-{met}"), After::begin(asked.after.as_ref()));
    let (name, person, last) = (&after.name, after.person, &after.role);
    let like = format!("%{}%", asked.sought());
    // Where few are looked through, they are found by the round and put in order; of many, the index of names is walked.
    let few = if group == Group::Out { tally.get(Group::Out) } else { tally.all() } <= most_sorted;
    let role = if group == Group::Mentors { Role::Mentor } else { Role::Mentee };
    let rows = match (group, few) {
        (Group::Out, true) => {
            c.all(&FEW, params![round.id, name, person, last, "out", like, "any", unmet, unmet, met])?
        }
        (Group::Out, false) => c.all(&MANY_OUT, params![round.id, name, person, last, like, unmet])?,
        (_, true) => c.all(&FEW, params![round.id, name, person, last, "in", like, role, met, unmet, met])?,
        (_, false) => c.all(&MANY_IN, params![round.id, name, person, last, like, role, met])?,
    };
    debug_assert!(rows.len() <= ON_A_PAGE + 1);
    Ok(rows.into_iter().map(ApplicantRow::applicant).collect())
}

/// Looks at everybody of a round by the rules as they are now, who has not been.
///
/// # Errors
/// `NotFound` when the round is not theirs to change.
pub fn look_again(tx: &mut Tx<'_>, round: &Reached<Round>, rules: &Rules) -> Result<()> {
    round.must(&APPLICATION, Verb::Write)?;
    let mark = rules.mark()?;
    let rows = tx.all(&NOT_LOOKED_AT, params![round.id, mark, format!("-{mark}")])?;
    let rows: Vec<(PersonId, Role, String)> = rows
        .into_iter()
        .map(|(person, role, answers)| (person, role, verdict(rules, &mark, role, &answers.0)))
        .collect();
    tx.run_many(&LOOK_AT, rows.iter().map(|(person, role, verdict)| values![round.id, *role, *person, *verdict]))?;
    Ok(())
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
    /// When they said so themselves; none: a sheet says it, or a coordinator.
    pub sent_at: Option<Instant>,
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
        .map(|(person, role, places, answers, sent_at)| Written { person, role, places, answers: answers.0, sent_at })
        .collect())
}

/// Who has applied to any round themselves, and so said what they do and where they work.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring people in to.
pub fn who_applied_themselves(c: &mut Read<'_>, round: &Reached<Round>) -> Result<HashSet<PersonId>> {
    round.must(&APPLICATION, Verb::Write)?;
    Ok(c.all(&WHO_SENT, params![])?.into_iter().map(|(person,)| person).collect())
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
    write(tx, round.id, new, changed).map(|_| ())
}

/// Writes what somebody says of themselves now, new or instead of what was there; gives which application it is, and whether
/// it is a new one. The caller has shown that it is theirs to say.
///
/// # Errors
/// `Internal` when the database fails.
pub fn apply_oneself(
    tx: &mut Tx<'_>,
    round: RoundId,
    (person, role): (PersonId, Role),
    places: u32,
    answers: Answers,
) -> Result<(ApplicationId, bool)> {
    let one = [Written { person, role, places, answers, sent_at: Some(tx.now()) }];
    if let Some((known,)) = tx.first(&ID_OF, params![round, role, person])? {
        write(tx, round, &[], &one)?;
        return Ok((known, false));
    }
    let made = write(tx, round, &one, &[])?;
    made.first().map(|id| (*id, true)).ok_or_else(|| Error::internal("an application was not written"))
}

/// The one place that writes what an application says: beside it, always, whether it meets the rules as they are. Gives the
/// ids of the new ones.
fn write(tx: &mut Tx<'_>, round: RoundId, new: &[Written], changed: &[Written]) -> Result<Vec<ApplicationId>> {
    let now = tx.now();
    let rules = round::store::rules_of(tx, round)?;
    let mark = rules.mark()?;
    let meets = |one: &Written| verdict(&rules, &mark, one.role, &one.answers);
    let ids: Vec<(ApplicationId, &Written, Json<&Answers>, String)> =
        new.iter().map(|one| (tx.fresh::<ApplicationId>(), one, Json(&one.answers), meets(one))).collect();
    tx.run_many(
        &APPLY,
        ids.iter().map(|(id, one, answers, meets)| {
            values![*id, round, one.person, one.role, one.places, *answers, now, one.sent_at, *meets]
        }),
    )?;
    let rows: Vec<(&Written, Json<&Answers>, String)> =
        changed.iter().map(|one| (one, Json(&one.answers), meets(one))).collect();
    tx.run_many(
        &CHANGE,
        rows.iter().map(|(one, answers, meets)| {
            values![round, one.role, one.person, one.places, *answers, one.sent_at, *meets]
        }),
    )?;
    Ok(ids.iter().map(|(id, ..)| *id).collect())
}

/// Puts other words into what people answered in a round, as when a name in it is forgotten. The caller has shown that it may
/// be.
///
/// # Errors
/// `NotFound` when the round is not there.
pub fn rewrite(tx: &mut Tx<'_>, round: RoundId, some: &[(ApplicationId, Role, Answers)]) -> Result<()> {
    let rules = round::store::rules_of(tx, round)?;
    let mark = rules.mark()?;
    let rows: Vec<(ApplicationId, Json<&Answers>, String)> =
        some.iter().map(|(id, role, answers)| (*id, Json(answers), verdict(&rules, &mark, *role, answers))).collect();
    tx.run_many(&REWRITE, rows.iter().map(|(id, answers, meets)| values![*id, *answers, *meets]))?;
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
