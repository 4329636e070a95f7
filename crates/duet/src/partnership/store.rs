//! Partnerships, in the database.

use kit::access::Verb;
use kit::clock::{Day, Instant};
use kit::db::{Read, Tx};
use kit::id::Uuid;
use kit::{Result, params, values};

use super::access::PARTNERSHIP;
use super::{Answer, Begun, EarlierPair, Overview, Partnership, PartnershipId, RunningPair, flag};
use crate::access::{Holder, Reached};
use crate::application::access::APPLICATION;
use crate::person::{PersonId, Viewer};
use crate::round::{self, Round, RoundId};

kit::row!(Partnership {
    id,
    round,
    scheme,
    scheme_name,
    round_name,
    colour,
    mentor,
    mentor_name,
    mentee,
    mentee_name,
    started_on,
    finished_on,
    first_talk,
    talk_on,
    stepped_back,
    sessions
});
kit::row!(Overview {
    id,
    mentor_name,
    mentee_name,
    started_on,
    finished_on,
    stepped_back,
    accepted,
    sessions,
    minutes,
    last_on
});

kit::row!(EarlierPair { mentor, mentee, started_on, finished_on });
kit::row!(RunningPair { mentor, mentee, started_on });
kit::row!(Begun { id, mentor, mentee, started_on, finished_on });

kit::sql! {
    OFFER -> () = "
        insert into partnership (organisation, id, round, mentor, mentee, offered_at) values ($1, $2, $3, $4, $5, $6)";
    TAKE_BACK -> () = "
        delete from partnership
        where organisation = $1 and round = $2 and mentor = $3 and mentee = $4 and offered_at > $5 and started_on is null";
    OF -> Partnership = "
        select p.id, p.round, r.scheme, s.name as scheme_name, r.name as round_name, s.colour, p.mentor, m.name as mentor_name, p.mentee, n.name as mentee_name,
               p.started_on, p.finished_on, s.first_talk, p.talk_on, p.stepped_back,
               (select count(*) from session t where t.organisation = p.organisation and t.partnership = p.id) as sessions
        from partnership p
        join round r on r.organisation = p.organisation and r.id = p.round
        join scheme s on s.organisation = r.organisation and s.id = r.scheme
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        where p.organisation = $1 and (p.mentor = $2 or p.mentee = $2) and p.offered_at <= $3
        order by p.finished_on is not null, p.offered_at desc, n.name";
    ONE -> Partnership = "
        select p.id, p.round, r.scheme, s.name as scheme_name, r.name as round_name, s.colour, p.mentor, m.name as mentor_name, p.mentee, n.name as mentee_name,
               p.started_on, p.finished_on, s.first_talk, p.talk_on, p.stepped_back,
               (select count(*) from session t where t.organisation = p.organisation and t.partnership = p.id) as sessions
        from partnership p
        join round r on r.organisation = p.organisation and r.id = p.round
        join scheme s on s.organisation = r.organisation and s.id = r.scheme
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        where p.organisation = $1 and p.id = $2";
    HOLDERS -> Holder = "
        select 'in_the_partnership' as relation, w.id as person, w.name
        from partnership p join person w on w.organisation = p.organisation and w.id in (p.mentor, p.mentee)
        where p.organisation = $1 and p.id = $2 and p.offered_at <= $4
        union all
        select h.duty as relation, h.person, w.name
        from partnership p
        join round r on r.organisation = p.organisation and r.id = p.round
        join appointment h on h.organisation = r.organisation and h.scheme = r.scheme
        join person w on w.organisation = h.organisation and w.id = h.person
        where p.organisation = $1 and p.id = $2 and w.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    ANSWER -> () = "
        insert into partnership_answer (organisation, partnership, person, answer, answered_at) values ($1, $2, $3, $4, $5)";
    ANSWERS -> (PersonId, Answer) = "
        select person, answer from partnership_answer where organisation = $1 and partnership = $2";
    ANSWERS_OF -> (PartnershipId,) = "
        select partnership from partnership_answer where organisation = $1 and person = $2";
    START -> () = "update partnership set started_on = $3 where organisation = $1 and id = $2 and started_on is null";
    FINISH -> () = "update partnership set finished_on = $3 where organisation = $1 and id = $2 and finished_on is null";
    FINISH_IN -> () = "update partnership set finished_on = $3 where organisation = $1 and round = $2 and finished_on is null";
    OPEN_IN -> (PersonId, PersonId) = "
        select mentor, mentee from partnership where organisation = $1 and round = $2 and finished_on is null";
    SAID_NO_IN -> (PersonId, PersonId) = "
        select mentor, mentee from partnership
        where organisation = $1 and round = $2 and finished_on is not null and (started_on is null or stepped_back)
          and not exists (select 1 from another_try t where t.organisation = $1 and t.partnership = id)";
    STEP_BACK -> () = "
        update partnership set finished_on = $3, stepped_back = $4 where organisation = $1 and id = $2 and finished_on is null";
    TALK -> () = "update partnership set talk_on = $3 where organisation = $1 and id = $2";
    EARLIER -> EarlierPair = "
        select mentor, mentee, started_on, finished_on from earlier_pair where organisation = $1 and scheme = $2";
    MET_BEFORE -> (PersonId, PersonId) = "
        select e.mentor, e.mentee from earlier_pair e where e.organisation = $1 and e.scheme = $2
        union
        select p.mentor, p.mentee from partnership p
        join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and r.scheme = $2 and p.started_on is not null and p.finished_on is not null
          and not (p.stepped_back and exists
                   (select 1 from another_try t where t.organisation = p.organisation and t.partnership = p.id))";
    ADD_EARLIER -> () = "
        insert into earlier_pair (organisation, id, scheme, mentor, mentee, started_on, finished_on)
        values ($1, $2, $3, $4, $5, $6, $7)";
    RUNNING -> RunningPair = "
        select mentor, mentee, started_on from partnership where organisation = $1 and round = $2 and finished_on is null";
    ADD_RUNNING -> () = "
        insert into partnership (organisation, id, round, mentor, mentee, offered_at, started_on)
        values ($1, $2, $3, $4, $5, $6, $7)";
    BEGIN_OFFERED -> () = "
        update partnership set started_on = $5
        where organisation = $1 and round = $2 and mentor = $3 and mentee = $4 and started_on is null and finished_on is null";
    BEGUN -> Begun = "
        select id, mentor, mentee, started_on, finished_on from partnership
        where organisation = $1 and round = $2 and started_on is not null
        order by finished_on is not null, started_on desc, id";
    OVERVIEW -> Overview = "
        select p.id, m.name as mentor_name, n.name as mentee_name, p.started_on, p.finished_on, p.stepped_back,
               cast(coalesce((select count(*) from partnership_answer a where a.organisation = p.organisation
                     and a.partnership = p.id and a.answer = 'accept'), 0) as bigint) as accepted,
               cast(count(s.id) as bigint) as sessions, cast(coalesce(sum(s.minutes), 0) as bigint) as minutes,
               max(s.held_on) as last_on
        from partnership p
        join person m on m.organisation = p.organisation and m.id = p.mentor
        join person n on n.organisation = p.organisation and n.id = p.mentee
        left join session s on s.organisation = p.organisation and s.partnership = p.id
        where p.organisation = $1 and p.round = $2
        group by p.organisation, p.id, m.name, n.name
        order by p.finished_on is not null, n.name";
    OPEN_OF -> (PartnershipId,) = "
        select id from partnership where organisation = $1 and finished_on is null and (mentor = $2 or mentee = $2)";
    OPEN_EVALUATED -> (PartnershipId,) = "
        select p.id from partnership p
        where p.organisation = $1 and p.finished_on is null
          and exists (select 1 from evaluation e where e.organisation = p.organisation and e.started_on <= $2
                      and (e.finished_on is null or e.finished_on >= $2)
                      and ((e.evaluator = p.mentor and e.evaluated = p.mentee) or (e.evaluator = p.mentee and e.evaluated = p.mentor)))";
    OPEN_BETWEEN -> (PartnershipId,) = "
        select id from partnership
        where organisation = $1 and finished_on is null
          and ((mentor = $2 and mentee = $3) or (mentor = $3 and mentee = $2))";
}

/// Offers a partnership to two people, from a moment on.
///
/// # Errors
/// `Conflict` when the mentee has one in this round that is open or running, or the two are one person.
pub fn offer(
    tx: &mut Tx<'_>,
    round: RoundId,
    mentor: PersonId,
    mentee: PersonId,
    at: Instant,
) -> Result<PartnershipId> {
    let id = tx.fresh::<PartnershipId>();
    tx.run(&OFFER, params![id, round, mentor, mentee, at])?;
    Ok(id)
}

/// Takes back an offer that the two have not seen yet, and what it was marked for since; tells whether there was one.
///
/// # Errors
/// `Internal` when the database fails.
pub fn take_back(tx: &mut Tx<'_>, round: RoundId, mentor: PersonId, mentee: PersonId) -> Result<bool> {
    let now = tx.now();
    flag::store::take_back(tx, round, mentor, mentee)?;
    Ok(tx.run(&TAKE_BACK, params![round, mentor, mentee, now])? == 1)
}

/// The partnerships somebody is in: those that go on first.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Partnership>> {
    let now = c.now();
    c.all(&OF, params![viewer.person, now])
}

/// A partnership, and who stands how to it: the two, and those with a duty for its scheme.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: PartnershipId) -> Result<Reached<Partnership>> {
    let (today, now) = (c.today(), c.now());
    let partnership = c.one(&ONE, params![id])?;
    // Until a letter that is held has gone, the two are not in it yet.
    Ok(Reached::of(partnership, viewer, c.all(&HOLDERS, params![id, today, now])?))
}

/// Keeps an answer.
///
/// # Errors
/// `Conflict` when they answered before.
pub fn answer(tx: &mut Tx<'_>, id: PartnershipId, person: PersonId, answer: Answer) -> Result<()> {
    let now = tx.now();
    tx.run(&ANSWER, params![id, person, answer, now])?;
    Ok(())
}

/// The answers given so far.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn answers(c: &mut Read<'_>, partnership: &Reached<Partnership>) -> Result<Vec<(PersonId, Answer)>> {
    partnership.must(&PARTNERSHIP, Verb::See)?;
    c.all(&ANSWERS, params![partnership.id])
}

/// The partnerships somebody has answered.
///
/// # Errors
/// `Internal` when the database fails.
pub fn answered_by(c: &mut Read<'_>, person: PersonId) -> Result<Vec<PartnershipId>> {
    Ok(c.all(&ANSWERS_OF, params![person])?.into_iter().map(|(id,)| id).collect())
}

/// Notes that both said yes.
///
/// # Errors
/// `Internal` when the database fails.
pub fn start(tx: &mut Tx<'_>, id: PartnershipId, on: Day) -> Result<()> {
    tx.run(&START, params![id, on])?;
    Ok(())
}

/// Notes that it is over.
///
/// # Errors
/// `Internal` when the database fails.
pub fn finish(tx: &mut Tx<'_>, id: PartnershipId, on: Day) -> Result<()> {
    tx.run(&FINISH, params![id, on]).map(drop)
}

/// Notes that every pair of a round that is open or running is over.
///
/// # Errors
/// `Internal` when the database fails.
pub fn finish_in(tx: &mut Tx<'_>, round: RoundId, on: Day) -> Result<()> {
    tx.run(&FINISH_IN, params![round, on]).map(drop)
}

/// The open and running partnerships of a round: (mentor, mentee).
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn open_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, PersonId)>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&OPEN_IN, params![round.id])
}

/// The pairs of a round that ended with a no before they began, or that one stepped back from, and for which nobody asked for
/// another try: (mentor, mentee).
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn said_no_in(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, PersonId)>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&SAID_NO_IN, params![round.id])
}

/// Who was a pair of the round's scheme before Duet knew them.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn earlier(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<EarlierPair>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&EARLIER, params![round.scheme])
}

/// Who was a pair of the round's scheme and is no more, in Duet or before: (mentor, mentee). Without those that one stepped
/// back from and for which somebody asked for another try.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn met_before(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(PersonId, PersonId)>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&MET_BEFORE, params![round.scheme])
}

/// Remembers pairs of the round's scheme that are over.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring anything in to; `Conflict` when one is no pair.
pub fn add_earlier(tx: &mut Tx<'_>, round: &Reached<Round>, pairs: &[EarlierPair]) -> Result<()> {
    round.must(&APPLICATION, Verb::Write)?;
    let rows: Vec<(Uuid, &EarlierPair)> = pairs.iter().map(|one| (tx.fresh::<Uuid>(), one)).collect();
    tx.run_many(
        &ADD_EARLIER,
        rows.iter()
            .map(|(id, one)| values![*id, round.scheme, one.mentor, one.mentee, one.started_on, one.finished_on]),
    )?;
    Ok(())
}

/// The pairs of a round that are offered or running.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn running(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<RunningPair>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&RUNNING, params![round.id])
}

/// Adds pairs to a round that have begun already, and begins others that were only offered. Nobody is written to.
///
/// # Errors
/// `NotFound` when the round is not theirs to bring anything in to; `Conflict` when a mentee has a mentor there, or it is
/// closed.
pub fn add_running(tx: &mut Tx<'_>, round: &Reached<Round>, new: &[RunningPair], begun: &[RunningPair]) -> Result<()> {
    round.must(&APPLICATION, Verb::Write)?;
    if !(new.is_empty() && begun.is_empty()) {
        round::store::must_be_open(tx, round.id)?;
    }
    let (now, today) = (tx.now(), tx.today());
    let rows: Vec<(PartnershipId, &RunningPair, Day)> =
        new.iter().map(|one| (tx.fresh::<PartnershipId>(), one, one.started_on.unwrap_or(today))).collect();
    tx.run_many(
        &ADD_RUNNING,
        rows.iter().map(|(id, one, from)| values![*id, round.id, one.mentor, one.mentee, now, *from]),
    )?;
    tx.run_many(&BEGIN_OFFERED, begun.iter().map(|one| values![round.id, one.mentor, one.mentee, one.started_on]))?;
    Ok(())
}

/// The pairs of a round that have begun, those that go on first.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn begun(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Begun>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&BEGUN, params![round.id])
}

/// Every partnership of a round, with how often they met.
///
/// # Errors
/// `NotFound` when the round is not theirs to lead.
pub fn overview(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Overview>> {
    round.must(&PARTNERSHIP, Verb::List)?;
    c.all(&OVERVIEW, params![round.id])
}

/// The pairs somebody is in that are open or running.
pub(super) fn open_of(c: &mut Read<'_>, person: PersonId) -> Result<Vec<PartnershipId>> {
    Ok(c.all(&OPEN_OF, params![person])?.into_iter().map(|(id,)| id).collect())
}

/// The pairs of two people that are open or running.
pub(super) fn open_between(c: &mut Read<'_>, one: PersonId, other: PersonId) -> Result<Vec<PartnershipId>> {
    Ok(c.all(&OPEN_BETWEEN, params![one, other])?.into_iter().map(|(id,)| id).collect())
}

/// The pairs that are open or running, of whom one evaluates the other today.
pub(super) fn open_evaluated(c: &mut Read<'_>) -> Result<Vec<PartnershipId>> {
    let today = c.today();
    Ok(c.all(&OPEN_EVALUATED, params![today])?.into_iter().map(|(id,)| id).collect())
}

/// Ends it because one of the two stepped back; not which of them.
///
/// # Errors
/// `Internal` when the database fails.
pub fn step_back(tx: &mut Tx<'_>, id: PartnershipId, on: Day) -> Result<()> {
    tx.run(&STEP_BACK, params![id, on, true])?;
    Ok(())
}

/// Notes the day of the first talk.
///
/// # Errors
/// `Internal` when the database fails.
pub fn talk(tx: &mut Tx<'_>, id: PartnershipId, on: Day) -> Result<()> {
    tx.run(&TALK, params![id, on])?;
    Ok(())
}
