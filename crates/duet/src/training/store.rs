//! Trainings, in the database.

use kit::access::Verb;
use kit::clock::Day;
use kit::db::{Read, Tx};
use kit::{Result, params};

use super::access::TRAINING;
use super::{Attendee, Outstanding, Training, TrainingDraft, TrainingId};
use crate::access::{Holder, Reached};
use crate::person::{PersonId, Viewer};
use crate::round::{Round, RoundId};

kit::row!(Training { id, name, held_on, round, round_name, colour, completed });
kit::row!(Attendee { person, name, completed_on, noted_by });
kit::row!(Outstanding { person, person_name, name, held_on });

kit::sql! {
    PLAN -> () = "insert into training (organisation, id, round, name, held_on) values ($1, $2, $3, $4, $5)";
    OF -> Training = "
        select t.id, t.name, t.held_on, t.round, r.name as round_name, s.colour,
               (select count(distinct c.person) from training_completion c
                join partnership q on q.organisation = c.organisation and q.round = t.round and q.finished_on is null
                     and (q.mentor = c.person or q.mentee = c.person)
                where c.organisation = t.organisation and c.training = t.id) as completed
        from training t
        join round r on r.organisation = t.organisation and r.id = t.round
        join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where t.organisation = $1 and t.round = $2
        order by t.held_on, t.id";
    ONE -> Training = "
        select t.id, t.name, t.held_on, t.round, r.name as round_name, s.colour,
               (select count(*) from training_completion c where c.organisation = t.organisation and c.training = t.id) as completed
        from training t
        join round r on r.organisation = t.organisation and r.id = t.round
        join scheme s on s.organisation = r.organisation and s.id = r.scheme
        where t.organisation = $1 and t.id = $2";
    HOLDERS -> Holder = "
        select h.duty as relation, h.person, p.name
        from training t
        join round r on r.organisation = t.organisation and r.id = t.round
        join appointment h on h.organisation = r.organisation and h.scheme = r.scheme
        join person p on p.organisation = h.organisation and p.id = h.person
        where t.organisation = $1 and t.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)
        order by h.duty desc, p.name";
    ATTENDEES -> Attendee = "
        select distinct p.id as person, p.name, c.completed_on, n.name as noted_by
        from training t
        join partnership q on q.organisation = t.organisation and q.round = t.round and q.finished_on is null
        join person p on p.organisation = q.organisation and p.id in (q.mentor, q.mentee)
        left join training_completion c on c.organisation = t.organisation and c.training = t.id and c.person = p.id
        left join person n on n.organisation = c.organisation and n.id = c.noted_by
        where t.organisation = $1 and t.id = $2
        order by p.name, p.id";
    COMPLETE -> () = "
        insert into training_completion (organisation, training, person, completed_on, noted_by) values ($1, $2, $3, $4, $5)";
    TAKE_BACK -> () = "delete from training_completion where organisation = $1 and training = $2 and person = $3";
    OUTSTANDING -> Outstanding = "
        select p.id as person, p.name as person_name, t.name, t.held_on
        from training t
        join person p on p.organisation = t.organisation and p.id in ($3, $4)
        where t.organisation = $1 and t.round = $2
          and not exists (select 1 from training_completion c
                          where c.organisation = t.organisation and c.training = t.id and c.person = p.id)
        order by t.held_on, t.name, p.name";
    STILL -> (i64,) = "
        select count(distinct p.id)
        from training t
        join partnership q on q.organisation = t.organisation and q.round = t.round
             and q.finished_on is null and q.started_on is not null
        join person p on p.organisation = q.organisation and p.id in (q.mentor, q.mentee)
        where t.organisation = $1 and t.round = $2
          and not exists (select 1 from training_completion c
                          where c.organisation = t.organisation and c.training = t.id and c.person = p.id)";
}

/// Adds a training to a round.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn plan(tx: &mut Tx<'_>, round: &Reached<Round>, draft: &TrainingDraft) -> Result<TrainingId> {
    round.must(&TRAINING, Verb::Write)?;
    let id = tx.fresh::<TrainingId>();
    tx.run(&PLAN, params![id, round.id, draft.name, draft.held_on])?;
    Ok(id)
}

/// The trainings of a round, by day.
///
/// # Errors
/// `NotFound` when they are not theirs to see.
pub fn of(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Training>> {
    round.must(&TRAINING, Verb::See)?;
    c.all(&OF, params![round.id])
}

/// A training, and who stands how to it: those with a duty for its scheme.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: TrainingId) -> Result<Reached<Training>> {
    let today = c.today();
    let training = c.one(&ONE, params![id])?;
    Ok(Reached::of(training, viewer, c.all(&HOLDERS, params![id, today])?))
}

/// Everybody in an open or running pair of its round, by name, and whether they completed it.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn attendees(c: &mut Read<'_>, training: &Reached<Training>) -> Result<Vec<Attendee>> {
    training.must(&TRAINING, Verb::See)?;
    c.all(&ATTENDEES, params![training.id])
}

/// Notes that somebody completed it.
///
/// # Errors
/// `NotFound` when it is not theirs to note; `Conflict` when it is noted already.
pub fn complete(tx: &mut Tx<'_>, training: &Reached<Training>, person: PersonId, on: Day) -> Result<()> {
    training.must(&TRAINING, Verb::Write)?;
    let by = training.viewer().person;
    tx.run(&COMPLETE, params![training.id, person, on, by])?;
    Ok(())
}

/// Takes back that somebody completed it.
///
/// # Errors
/// `NotFound` when it is not theirs to note.
pub fn take_back(tx: &mut Tx<'_>, training: &Reached<Training>, person: PersonId) -> Result<()> {
    training.must(&TRAINING, Verb::Write)?;
    tx.run(&TAKE_BACK, params![training.id, person])?;
    Ok(())
}

/// What two people of a round have still to complete. The caller has shown that the viewer may know: as one of the two.
///
/// # Errors
/// `Internal` when the database fails.
pub fn outstanding(c: &mut Read<'_>, round: RoundId, one: PersonId, other: PersonId) -> Result<Vec<Outstanding>> {
    c.all(&OUTSTANDING, params![round, one, other])
}

/// How many people in running pairs have still something to complete.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn still_to_complete(c: &mut Read<'_>, round: &Reached<Round>) -> Result<i64> {
    round.must(&TRAINING, Verb::See)?;
    Ok(c.one(&STILL, params![round.id])?.0)
}
