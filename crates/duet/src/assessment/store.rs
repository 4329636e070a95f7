//! Assessments and wishes to learn, in the database.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::{Error, Result, params, values};

use super::access::{ASSESSMENT, ROUND_ASSESSMENTS};
use super::{Assessment, AssessmentId, Source};
use crate::access::{Holder, Reached, Relation};
use crate::capability::CapabilityId;
use crate::person::{self, Person, PersonId, Viewer};
use crate::round::Round;

kit::row!(Assessment {
    id,
    person,
    name,
    capability,
    version,
    level,
    assessed_on,
    source,
    noted_by,
    noted_by_name,
    noted_at,
    brought_in
});

/// Somebody of a team.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub address: String,
}
kit::row!(Member { id, name, address });

/// Somebody who would like to learn something.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Who.
    pub person: PersonId,
    /// What.
    pub capability: CapabilityId,
}
kit::row!(Wish { person, capability });

/// What home leads to.
#[derive(Clone, Copy, Debug)]
pub struct Leads {
    /// How many capabilities people are asked about.
    pub capabilities: i64,
    /// How many people the viewer supervises.
    pub supervised: i64,
}
kit::row!(Leads { capabilities, supervised });

// A person's reach: they themselves; who supervises them today; who coordinates a scheme to which they applied; and, as far
// as they said something, whoever assessed them.
kit::sql! {
    HOLDERS -> Holder = "
        select 'oneself' as relation, p.id as person, p.name from person p where p.organisation = $1 and p.id = $2
        union
        select 'supervisor' as relation, w.id as person, w.name
        from evaluation e join person w on w.organisation = e.organisation and w.id = e.evaluator
        where e.organisation = $1 and e.evaluated = $2 and e.relation = 'supervises' and w.membership in ('invited', 'active')
          and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3)
        union
        select h.duty as relation, w.id as person, w.name
        from appointment h join person w on w.organisation = h.organisation and w.id = h.person
        where h.organisation = $1 and w.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
          and exists (select 1 from application a join round r on r.organisation = a.organisation and r.id = a.round
                      where a.organisation = $1 and a.person = $2 and r.scheme = h.scheme)";
    ASSESSORS -> Holder = "
        select distinct 'assessor' as relation, w.id as person, w.name
        from assessment a join person w on w.organisation = a.organisation and w.id = a.noted_by
        where a.organisation = $1 and a.person = $2 and a.source <> 'self' and not a.brought_in and w.membership in ('invited', 'active')
        order by w.name, w.id";
    ONE -> Assessment = "
        select a.id, a.person, p.name, a.capability, a.version, a.level, a.assessed_on, a.source, a.noted_by,
               n.name as noted_by_name, a.noted_at, a.brought_in
        from assessment a
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1 and a.id = $2";
    OF -> Assessment = "
        select a.id, a.person, p.name, a.capability, a.version, a.level, a.assessed_on, a.source, a.noted_by,
               n.name as noted_by_name, a.noted_at, a.brought_in
        from assessment a
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1 and a.person = $2
        order by a.assessed_on, a.noted_at, a.id";
    GIVEN -> Assessment = "
        select a.id, a.person, p.name, a.capability, a.version, a.level, a.assessed_on, a.source, a.noted_by,
               n.name as noted_by_name, a.noted_at, a.brought_in
        from assessment a
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1 and a.noted_by = $2 and a.person <> $2 and not a.brought_in
        order by p.name, a.person, a.assessed_on, a.noted_at, a.id";
    IN_ROUND -> Assessment = "
        select a.id, a.person, p.name, a.capability, a.version, a.level, a.assessed_on, a.source, a.noted_by,
               n.name as noted_by_name, a.noted_at, a.brought_in
        from assessment a
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1
          and exists (select 1 from application q where q.organisation = a.organisation and q.round = $2 and q.person = a.person)
        order by a.assessed_on, a.noted_at, a.id";
    OF_TEAM -> Assessment = "
        select a.id, a.person, p.name, a.capability, a.version, a.level, a.assessed_on, a.source, a.noted_by,
               n.name as noted_by_name, a.noted_at, a.brought_in
        from assessment a
        join person p on p.organisation = a.organisation and p.id = a.person
        join person n on n.organisation = a.organisation and n.id = a.noted_by
        where a.organisation = $1
          and exists (select 1 from evaluation e where e.organisation = a.organisation and e.evaluator = $2 and e.evaluated = a.person
                      and e.relation = 'supervises' and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3))
        order by a.assessed_on, a.noted_at, a.id";
    PEOPLE_IN -> Member = "
        select distinct p.id, p.name, p.address
        from application a join person p on p.organisation = a.organisation and p.id = a.person
        where a.organisation = $1 and a.round = $2 and p.membership in ('invited', 'active')
        order by p.name, p.id";
    SUPERVISED -> Member = "
        select distinct p.id, p.name, p.address
        from evaluation e join person p on p.organisation = e.organisation and p.id = e.evaluated
        where e.organisation = $1 and e.evaluator = $2 and e.relation = 'supervises' and p.membership in ('invited', 'active')
          and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3)
        order by p.name, p.id";
    SUPERVISE_IN -> (PersonId,) = "
        select distinct e.evaluator from evaluation e
        where e.organisation = $1 and e.relation = 'supervises' and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3)
          and exists (select 1 from application q where q.organisation = e.organisation and q.round = $2 and q.person = e.evaluated)";
    WISHES_OF -> Wish = "
        select person, capability from learning_wish where organisation = $1 and person = $2 order by capability";
    WISHES_IN -> Wish = "
        select w.person, w.capability from learning_wish w
        where w.organisation = $1
          and exists (select 1 from application q where q.organisation = w.organisation and q.round = $2 and q.person = w.person)
        order by w.person, w.capability";
    WISHES_OF_TEAM -> Wish = "
        select w.person, w.capability from learning_wish w
        where w.organisation = $1
          and exists (select 1 from evaluation e where e.organisation = w.organisation and e.evaluator = $2 and e.evaluated = w.person
                      and e.relation = 'supervises' and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3))
        order by w.person, w.capability";
    ADD -> () = "
        insert into assessment (organisation, id, person, capability, version, level, assessed_on, source, noted_by, noted_at, brought_in)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    CORRECT -> () = "
        update assessment set version = $3, level = $4, noted_at = $5, brought_in = brought_in and $6 where organisation = $1 and id = $2";
    DELETE -> () = "delete from assessment where organisation = $1 and id = $2";
    ADD_WISH -> () = "
        insert into learning_wish (organisation, person, capability, wished_on) values ($1, $2, $3, $4)";
    DROP_WISH -> () = "delete from learning_wish where organisation = $1 and person = $2 and capability = $3";
    LEADS -> Leads = "
        select (select count(*) from capability c where c.organisation = $1 and c.withdrawn_on is null) as capabilities,
               (select count(*) from evaluation e where e.organisation = $1 and e.evaluator = $2 and e.relation = 'supervises'
                and e.started_on <= $3 and (e.finished_on is null or e.finished_on >= $3)) as supervised";
}

/// A person, and who stands how to what they can do.
///
/// # Errors
/// `NotFound` when there is none.
pub fn person_reached(c: &mut Read<'_>, viewer: Viewer, id: PersonId) -> Result<Reached<Person>> {
    let today = c.today();
    let person = person::store::get(c, id)?;
    let mut holders = c.all(&HOLDERS, params![id, today])?;
    holders.extend(c.all(&ASSESSORS, params![id])?);
    Ok(Reached::of(person, viewer, holders))
}

/// An assessment, and who stands how to it.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: AssessmentId) -> Result<Reached<Assessment>> {
    let today = c.today();
    let one = c.one(&ONE, params![id])?;
    let mut holders = c.all(&HOLDERS, params![one.person, today])?;
    // Who brought it in takes it away as long as they look after them, and stands no nearer by it.
    if !one.brought_in || holders.iter().any(|holder| holder.person == one.noted_by) {
        let (person, name) = (one.noted_by, one.noted_by_name.clone());
        holders.push(Holder { relation: Relation::Assessor, person, name });
    }
    Ok(Reached::of(one, viewer, holders))
}

/// What was said of somebody, the earliest first: all of it for who knows all; for who assessed them, what they said.
///
/// # Errors
/// `NotFound` when none of it is theirs to see.
pub fn of(c: &mut Read<'_>, person: &Reached<Person>) -> Result<Vec<Assessment>> {
    person.must(&ASSESSMENT, Verb::See)?;
    let mut all = c.all(&OF, params![person.id])?;
    if !person.may(&ASSESSMENT, Verb::List) {
        all.retain(|one| one.noted_by == person.viewer().person && !one.brought_in);
    }
    Ok(all)
}

/// What the viewer said of others.
///
/// # Errors
/// `Internal` when the database fails.
pub fn given(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Assessment>> {
    c.all(&GIVEN, params![viewer.person])
}

/// What was said of everybody in a round, the earliest first.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn in_round(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Assessment>> {
    round.must(&ROUND_ASSESSMENTS, Verb::List)?;
    c.all(&IN_ROUND, params![round.id])
}

/// The people of a round, each once.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn people_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Member>> {
    round.must(&ROUND_ASSESSMENTS, Verb::List)?;
    c.all(&PEOPLE_IN, params![round.id])
}

/// Who supervises anybody of a round today.
///
/// # Errors
/// `NotFound` when its people are not theirs to see.
pub fn supervisors_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<PersonId>> {
    round.must(&ROUND_ASSESSMENTS, Verb::List)?;
    let today = c.today();
    Ok(c.all(&SUPERVISE_IN, params![round.id, today])?.into_iter().map(|(person,)| person).collect())
}

/// Those whom the viewer supervises today.
///
/// # Errors
/// `Internal` when the database fails.
pub fn supervised(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Member>> {
    let today = c.today();
    c.all(&SUPERVISED, params![viewer.person, today])
}

/// What was said of those whom the viewer supervises today, the earliest first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_team(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Assessment>> {
    let today = c.today();
    c.all(&OF_TEAM, params![viewer.person, today])
}

/// What somebody would like to learn.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn wishes_of(c: &mut Read<'_>, person: &Reached<Person>) -> Result<Vec<CapabilityId>> {
    person.must(&ASSESSMENT, Verb::List)?;
    Ok(c.all(&WISHES_OF, params![person.id])?.into_iter().map(|wish| wish.capability).collect())
}

/// Who of a round would like to learn what.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn wishes_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Wish>> {
    round.must(&ROUND_ASSESSMENTS, Verb::List)?;
    c.all(&WISHES_IN, params![round.id])
}

/// Who of those whom the viewer supervises would like to learn what.
///
/// # Errors
/// `Internal` when the database fails.
pub fn wishes_of_team(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Wish>> {
    let today = c.today();
    c.all(&WISHES_OF_TEAM, params![viewer.person, today])
}

/// Keeps what is said of people. What the same person said on the same day from the same source is corrected; nothing else
/// is changed. The caller has shown that it is theirs to say.
///
/// # Errors
/// `Conflict` when a row breaks a rule of the schema; `Internal` when the database fails.
pub fn note(tx: &mut Tx<'_>, new: &[Said], corrected: &[(AssessmentId, Said)]) -> Result<()> {
    let now = tx.now();
    let ids: Vec<AssessmentId> = new.iter().map(|_| tx.fresh()).collect();
    tx.run_many(
        &ADD,
        new.iter().zip(&ids).map(|(one, id)| {
            values![
                *id,
                one.person,
                one.capability,
                one.version,
                one.level,
                one.assessed_on,
                one.source,
                one.noted_by,
                now,
                one.brought_in
            ]
        }),
    )?;
    tx.run_many(&CORRECT, corrected.iter().map(|(id, one)| values![*id, one.version, one.level, now, one.brought_in]))?;
    Ok(())
}

/// What is said of somebody, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// Of whom.
    pub person: PersonId,
    /// Of what.
    pub capability: CapabilityId,
    /// Which version of its words.
    pub version: i64,
    /// Where they stand.
    pub level: i64,
    /// On which day.
    pub assessed_on: Day,
    /// Whose word it is.
    pub source: Source,
    /// Who assessed them, or brought it in.
    pub noted_by: PersonId,
    /// Whether who noted it only brought it in: they are not their assessor by it.
    pub brought_in: bool,
}

/// Takes an assessment away.
///
/// # Errors
/// `NotFound` when it is not theirs to take away.
pub fn delete(tx: &mut Tx<'_>, one: &Reached<Assessment>) -> Result<()> {
    one.must(&ASSESSMENT, Verb::Delete)?;
    tx.run(&DELETE, params![one.id])?;
    Ok(())
}

/// Keeps what the viewer would like to learn, in place of what they wished before.
///
/// # Errors
/// `NotFound` when somebody else wishes for them; `Internal` when the database fails.
pub fn wish(tx: &mut Tx<'_>, person: &Reached<Person>, wishes: &[CapabilityId]) -> Result<()> {
    if person.viewer().person != person.id {
        return Err(Error::NotFound);
    }
    let today = tx.today();
    let known = wishes_of(tx, person)?;
    let gone = known.iter().filter(|one| !wishes.contains(one));
    let mut added: Vec<CapabilityId> = wishes.iter().copied().filter(|one| !known.contains(one)).collect();
    added.sort();
    added.dedup();
    tx.run_many(&DROP_WISH, gone.map(|one| values![person.id, *one]))?;
    tx.run_many(&ADD_WISH, added.iter().map(|one| values![person.id, *one, today]))?;
    Ok(())
}

/// What home leads the viewer to.
///
/// # Errors
/// `Internal` when the database fails.
pub fn leads(c: &mut Read<'_>, viewer: Viewer) -> Result<Leads> {
    let today = c.today();
    c.one(&LEADS, params![viewer.person, today])
}
