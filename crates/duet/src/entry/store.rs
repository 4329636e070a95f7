//! Entries, in the database.

use kit::access::Verb;
use kit::db::{Json, Read, Tx};
use kit::id::Uuid;
use kit::{Result, params};

use super::access::ENTRY;
use super::{Entry, EntryId, Mark, Settled, Waiting, What};
use crate::access::{Holder, Reached};
use crate::partnership::{Answer, Partnership, PartnershipId};
use crate::person::{PersonId, Viewer};
use crate::round::rules::{Answers, Role, Rules};
use crate::round::{self, RoundId};
use crate::session::{SessionDraft, SessionId, Way, entries_open_since};

kit::row!(Entry {
    id,
    round,
    round_name,
    scheme,
    colour,
    what,
    subject,
    entered_for,
    for_name,
    by_name,
    entered_at,
    settled
});
kit::row!(Waiting { id, by_name, round_name });
kit::row!(Mark { id, by_name, for_name });

/// An application that was entered, as it stands.
pub struct Said {
    /// As what.
    pub role: Role,
    /// How many mentees a mentor takes.
    pub places: u32,
    /// What was said.
    pub answers: Json<Answers>,
}
kit::row!(Said { role, places, answers });

struct Held {
    id: SessionId,
    held_on: kit::clock::Day,
    minutes: i64,
    way: Way,
    other: String,
}
kit::row!(Held { id, held_on, minutes, way, other });

// An entry's reach: who it was entered for, and those with a duty for its scheme.
kit::sql! {
    ADD -> () = "
        insert into entry (organisation, id, round, what, subject, partnership, entered_for, entered_by, entered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ONE -> Entry = "
        select e.id, e.round, r.name as round_name, r.scheme, s.colour, e.what, e.subject, e.entered_for,
               f.name as for_name, b.name as by_name, e.entered_at, e.settled
        from entry e
        join round r on r.organisation = e.organisation and r.id = e.round
        join scheme s on s.organisation = r.organisation and s.id = r.scheme
        join person f on f.organisation = e.organisation and f.id = e.entered_for
        join person b on b.organisation = e.organisation and b.id = e.entered_by
        where e.organisation = $1 and e.id = $2";
    HOLDERS -> Holder = "
        select 'oneself' as relation, e.entered_for as person, p.name
        from entry e join person p on p.organisation = e.organisation and p.id = e.entered_for
        where e.organisation = $1 and e.id = $2
        union all
        select h.duty as relation, h.person, p.name
        from entry e
        join round r on r.organisation = e.organisation and r.id = e.round
        join appointment h on h.organisation = r.organisation and h.scheme = r.scheme
        join person p on p.organisation = h.organisation and p.id = h.person
        where e.organisation = $1 and e.id = $2 and p.membership in ('invited', 'active')
          and h.started_on <= $3 and (h.finished_on is null or h.finished_on >= $3)";
    OF_SUBJECT -> (EntryId,) = "
        select id from entry where organisation = $1 and what = $2 and subject = $3";
    WAITING -> Waiting = "
        select e.id, b.name as by_name, r.name as round_name
        from entry e
        join round r on r.organisation = e.organisation and r.id = e.round
        join person b on b.organisation = e.organisation and b.id = e.entered_by
        where e.organisation = $1 and e.entered_for = $2 and e.settled is null and e.entered_at > $3
        order by e.entered_at, e.id";
    ANSWER_MARKS -> Mark = "
        select e.id, b.name as by_name, f.name as for_name
        from entry e
        join person f on f.organisation = e.organisation and f.id = e.entered_for
        join person b on b.organisation = e.organisation and b.id = e.entered_by
        where e.organisation = $1 and e.subject = $2 and e.what = 'answer' and coalesce(e.settled, 'right') = 'right'
        order by e.entered_at, e.id";
    OF_PAIR -> (EntryId, What, String, kit::clock::Instant, Option<Settled>) = "
        select e.id, e.what, f.name, e.entered_at, e.settled
        from entry e
        join person f on f.organisation = e.organisation and f.id = e.entered_for
        where e.organisation = $1 and e.partnership = $2
        order by e.entered_at desc, e.id desc";
    ANSWERS -> (PersonId, Answer) = "
        select a.person, a.answer from partnership_answer a where a.organisation = $1 and a.partnership = $2";
    SETTLE -> () = "
        update entry set settled = $3, settled_at = $4 where organisation = $1 and id = $2 and settled is null";
    APPLICATION -> Said = "select role, places, answers from application where organisation = $1 and id = $2 and person = $3";
    ANSWER -> (Answer, String) = "
        select a.answer, o.name
        from partnership_answer a
        join partnership p on p.organisation = a.organisation and p.id = a.partnership
        join person o on o.organisation = p.organisation and (o.id = p.mentor or o.id = p.mentee) and o.id <> a.person
        where a.organisation = $1 and a.partnership = $2 and a.person = $3";
    SESSION -> Held = "
        select s.id, s.held_on, s.minutes, s.way, o.name as other
        from session s
        join partnership p on p.organisation = s.organisation and p.id = s.partnership
        join person o on o.organisation = p.organisation and (o.id = p.mentor or o.id = p.mentee) and o.id <> $3
        where s.organisation = $1 and s.id = $2";
    IN_A_PAIR -> (i64,) = "
        select count(*) from partnership
        where organisation = $1 and round = $2 and (mentor = $3 or mentee = $3) and finished_on is null";
    DROP_APPLICATION -> () = "delete from application where organisation = $1 and id = $2 and person = $3";
    HAS_MET -> (i64,) = "select count(*) from session where organisation = $1 and partnership = $2";
    IS_TAKEN -> (i64,) = "
        select count(*) from partnership p
        join partnership q on q.organisation = p.organisation and q.round = p.round and q.mentee = p.mentee
        where p.organisation = $1 and p.id = $2 and q.id <> p.id and q.finished_on is null";
    IS_FULL -> (i64,) = "
        select count(*) from partnership p
        join application a on a.organisation = p.organisation and a.round = p.round and a.person = p.mentor and a.role = 'mentor'
        where p.organisation = $1 and p.id = $2 and p.finished_on is not null
          and a.places <= (select count(*) from partnership q
                           where q.organisation = p.organisation and q.round = p.round and q.mentor = p.mentor
                           and q.id <> p.id and q.finished_on is null)";
    SAID_NO -> (i64,) = "
        select count(*) from partnership_answer
        where organisation = $1 and partnership = $2 and person <> $3 and answer = 'decline'";
    HAS_ENDED -> (i64,) = "
        select count(*) from partnership p
        where p.organisation = $1 and p.id = $2 and p.finished_on is not null
          and (p.stepped_back or not exists (
               select 1 from partnership_answer a
               where a.organisation = p.organisation and a.partnership = p.id and a.person = $3 and a.answer = 'decline'))";
    DROP_TRY -> () = "delete from another_try where organisation = $1 and partnership = $2";
    DROP_ANSWER -> () = "delete from partnership_answer where organisation = $1 and partnership = $2 and person = $3";
    REOPEN -> () = "
        update partnership set started_on = null, finished_on = null where organisation = $1 and id = $2";
    DROP_SESSION -> () = "delete from session where organisation = $1 and id = $2";
}

/// Notes what was entered for somebody.
///
/// # Errors
/// `Internal` when the database fails.
pub fn add(
    tx: &mut Tx<'_>,
    round: RoundId,
    (what, subject, pair): (What, Uuid, Option<PartnershipId>),
    entered_for: PersonId,
    by: PersonId,
) -> Result<EntryId> {
    let (id, now) = (tx.fresh::<EntryId>(), tx.now());
    tx.run(&ADD, params![id, round, what, subject, pair, entered_for, by, now])?;
    Ok(id)
}

/// An entry, and who stands how to it.
///
/// # Errors
/// `NotFound` when it is not there, or not theirs to see.
pub fn reached(c: &mut Read<'_>, viewer: Viewer, id: EntryId) -> Result<Reached<Entry>> {
    let today = c.today();
    let entry = c.one(&ONE, params![id])?;
    Reached::of(entry, viewer, c.all(&HOLDERS, params![id, today])?).that_may(&ENTRY, Verb::See)
}

/// The entry that something came by, if it did.
///
/// # Errors
/// `Internal` when the database fails.
pub fn of_subject(c: &mut Read<'_>, what: What, subject: Uuid) -> Result<Option<EntryId>> {
    Ok(c.first(&OF_SUBJECT, params![what, subject])?.map(|(id,)| id))
}

/// What was entered for the viewer and waits for their word.
///
/// # Errors
/// `Internal` when the database fails.
pub fn waiting(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Waiting>> {
    let since = entries_open_since(c.now());
    c.all(&WAITING, params![viewer.person, since])
}

/// The answers of a pair that somebody entered for one of them. The caller has shown that the pair is theirs to see.
///
/// # Errors
/// `Internal` when the database fails.
pub fn answer_marks(c: &mut Read<'_>, pair: &Reached<Partnership>) -> Result<Vec<Mark>> {
    c.all(&ANSWER_MARKS, params![pair.id])
}

/// An entry of a pair: what, for whom, when, and what came of it.
pub type OfPair = (EntryId, What, String, kit::clock::Instant, Option<Settled>);

/// Everything that was entered for the two of a pair, newest first.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn of_pair(c: &mut Read<'_>, pair: &Reached<Partnership>) -> Result<Vec<OfPair>> {
    pair.must(&ENTRY, Verb::List)?;
    c.all(&OF_PAIR, params![pair.id])
}

/// The answers given so far, to enter another.
///
/// # Errors
/// `NotFound` when it is not theirs to enter one.
pub fn answers(c: &mut Read<'_>, pair: &Reached<Partnership>) -> Result<Vec<(PersonId, Answer)>> {
    pair.must(&ENTRY, Verb::Write)?;
    c.all(&ANSWERS, params![pair.id])
}

/// Notes what came of it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn settle(tx: &mut Tx<'_>, id: EntryId, how: Settled) -> Result<()> {
    let now = tx.now();
    tx.run(&SETTLE, params![id, how, now])?;
    Ok(())
}

/// The application that was entered.
///
/// # Errors
/// `NotFound` when it was taken back.
pub fn application(c: &mut Read<'_>, entry: &Reached<Entry>) -> Result<Said> {
    c.one(&APPLICATION, params![entry.subject, entry.entered_for])
}

/// The rules of the round it is an application to: their headings are what was asked.
///
/// # Errors
/// `Internal` when the database fails.
pub fn rules(c: &mut Read<'_>, entry: &Reached<Entry>) -> Result<Rules> {
    round::store::rules_of(c, entry.round)
}

/// The answer that was entered, and to whom it was given; none when it was taken back.
///
/// # Errors
/// `Internal` when the database fails.
pub fn answer(c: &mut Read<'_>, entry: &Reached<Entry>) -> Result<Option<(Answer, String)>> {
    c.first(&ANSWER, params![entry.subject, entry.entered_for])
}

/// The session that was entered, and with whom; none when it was taken back.
///
/// # Errors
/// `Internal` when the database fails.
pub fn session(c: &mut Read<'_>, entry: &Reached<Entry>) -> Result<Option<(SessionDraft, String)>> {
    let held = c.first(&SESSION, params![entry.subject, entry.entered_for])?;
    let draft = |one: &Held| SessionDraft { id: one.id, held_on: one.held_on, minutes: one.minutes, way: one.way };
    Ok(held.map(|one| (draft(&one), one.other)))
}

/// Whether somebody is in a pair of a round that has not ended: then their application stays.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_in_a_pair(c: &mut Read<'_>, round: RoundId, person: PersonId) -> Result<bool> {
    Ok(c.one(&IN_A_PAIR, params![round, person])?.0 > 0)
}

/// Removes the application, unless they have been told of a pair; tells whether it did.
pub(super) fn remove_application(tx: &mut Tx<'_>, entry: &Reached<Entry>) -> Result<bool> {
    if is_in_a_pair(tx, entry.round, entry.entered_for)? {
        return Ok(false);
    }
    tx.run(&DROP_APPLICATION, params![entry.subject, entry.entered_for])?;
    Ok(true)
}

/// Removes the answer and opens the pair again, with what was asked for after its end, unless the two have met, it ended for another reason than this answer, or the mentee has
/// another by now, or the mentor has no place left; tells whether it did.
pub(super) fn remove_answer(tx: &mut Tx<'_>, entry: &Reached<Entry>) -> Result<bool> {
    let pair = PartnershipId(entry.subject);
    let stands = [
        tx.one(&HAS_MET, params![pair])?.0,
        tx.one(&IS_TAKEN, params![pair])?.0,
        tx.one(&IS_FULL, params![pair])?.0,
        tx.one(&SAID_NO, params![pair, entry.entered_for])?.0,
        tx.one(&HAS_ENDED, params![pair, entry.entered_for])?.0,
    ];
    if stands.iter().any(|count| *count > 0) {
        return Ok(false);
    }
    tx.run(&DROP_ANSWER, params![pair, entry.entered_for])?;
    // What was said after that no goes with it: the next no is asked about anew.
    tx.run(&DROP_TRY, params![pair])?;
    tx.run(&REOPEN, params![pair])?;
    Ok(true)
}

/// Removes the session. Nobody has reflected on it: that waits until its entry is settled.
pub(super) fn remove_session(tx: &mut Tx<'_>, entry: &Reached<Entry>) -> Result<bool> {
    tx.run(&DROP_SESSION, params![entry.subject])?;
    Ok(true)
}
