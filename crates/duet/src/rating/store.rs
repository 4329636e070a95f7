//! Ratings, in the database: sealed under their author's key.

use std::collections::HashMap;

use kit::access::Verb;
use kit::clock::Instant;
use kit::db::{Json, Read, Tx};
use kit::seal::{Holder, Opened, Place, Private, Sealed};
use kit::{Result, params};

use super::access::{ASKING, SHARED_RATING};
use super::summary::{Both, Summary};
use super::{Answered, Askable, Asking, Moment, Rating, RatingId};
use crate::access::Reached;
use crate::outcome::OutcomeId;
use crate::partnership::PartnershipId;
use crate::person::{PersonId, Viewer};
use crate::round::rules::Role;
use crate::round::{Round, RoundId};
use crate::scheme::SchemeId;

kit::row!(Asking { moment, asked_at, closed_at });
kit::row!(Askable { id, name, language });

struct Row {
    id: RatingId,
    person: PersonId,
    name: String,
    moment: Moment,
    role: Role,
    words: Sealed<Private>,
    shared: bool,
    rated_at: Instant,
}
kit::row!(Row { id, person, name, moment, role, words, shared, rated_at });

/// How many answered at a moment, of how many.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Before.
    pub before: i64,
    /// After.
    pub after: i64,
}
kit::row!(Counted { before, after });

/// A pair in which the viewer is asked something now.
#[derive(Clone, Debug)]
pub struct AskedOf {
    /// The pair.
    pub partnership: PartnershipId,
    /// What about.
    pub moment: Moment,
    /// The round's name.
    pub round_name: String,
}
kit::row!(AskedOf { partnership, moment, round_name });

// A rating's reach: its author; and for those shared, the coaches of its scheme, who come by the round.
kit::sql! {
    ASKINGS -> Asking = "
        select moment, asked_at, closed_at from rating_asking where organisation = $1 and round = $2";
    BEGUN -> (Moment,) = "
        select moment from rating_asking where organisation = $1 and round = $2 and asked_at <= $3";
    OPEN -> (Moment,) = "
        select moment from rating_asking
        where organisation = $1 and round = $2 and moment = $3 and asked_at <= $4 and (closed_at is null or closed_at > $4)";
    ASK -> () = "
        insert into rating_asking (organisation, round, moment, asked_at, asked_by) values ($1, $2, $3, $4, $5)";
    CLOSE -> () = "
        update rating_asking set closed_at = $4, summary = $5
        where organisation = $1 and round = $2 and moment = $3 and closed_at is null";
    WITHDRAW -> () = "
        delete from rating_asking where organisation = $1 and round = $2 and moment = $3 and asked_at > $4";
    GO_ON -> () = "
        update rating_asking set closed_at = null where organisation = $1 and round = $2 and closed_at > $3";
    SUMMARY -> (Option<Json<Summary>>,) = "
        select summary from rating_asking where organisation = $1 and round = $2 and moment = 'after'";
    PEOPLE -> Askable = "
        select distinct w.id, w.name, w.language
        from partnership p join person w on w.organisation = p.organisation and w.id in (p.mentor, p.mentee)
        where p.organisation = $1 and p.round = $2 and p.started_on is not null and w.membership in ('invited', 'active')
        order by w.name, w.id";
    ANSWERED -> Counted = "
        select (select count(*) from rating b where b.organisation = $1 and b.round = $2 and b.moment = 'before') as before,
               (select count(*) from rating a where a.organisation = $1 and a.round = $2 and a.moment = 'after') as after";
    ASKED_OF -> AskedOf = "
        select p.id as partnership, q.moment, r.name as round_name
        from partnership p
        join rating_asking q on q.organisation = p.organisation and q.round = p.round
        join round r on r.organisation = p.organisation and r.id = p.round
        where p.organisation = $1 and (p.mentor = $2 or p.mentee = $2) and p.started_on is not null
          and q.asked_at <= $3 and (q.closed_at is null or q.closed_at > $3)
          and not exists (select 1 from rating g where g.organisation = p.organisation and g.round = p.round
                          and g.person = $2 and g.moment = q.moment)
        order by q.asked_at, p.id";
    OUTCOMES -> (OutcomeId,) = "select id from outcome where organisation = $1 and scheme = $2 order by position";
    ASKABLE -> (i64,) = "
        select count(*) from outcome where organisation = $1 and scheme = $2 and withdrawn_on is null";
    OWN -> Row = "
        select g.id, g.person, p.name, g.moment, g.role, g.words, g.shared, g.rated_at
        from rating g join person p on p.organisation = g.organisation and p.id = g.person
        where g.organisation = $1 and g.person = $2 and g.round = $3 and g.moment = $4";
    ALL_OWN -> Row = "
        select g.id, g.person, p.name, g.moment, g.role, g.words, g.shared, g.rated_at
        from rating g join person p on p.organisation = g.organisation and p.id = g.person
        where g.organisation = $1 and g.person = $2 order by g.rated_at, g.id";
    SHARED -> Row = "
        select g.id, g.person, p.name, g.moment, g.role, g.words, g.shared, g.rated_at
        from rating g join person p on p.organisation = g.organisation and p.id = g.person
        where g.organisation = $1 and g.round = $2 and g.shared
        order by p.name, g.person, g.moment desc";
    EVERYBODY -> Row = "
        select g.id, g.person, p.name, g.moment, g.role, g.words, g.shared, g.rated_at
        from rating g join person p on p.organisation = g.organisation and p.id = g.person
        where g.organisation = $1 and g.round = $2 order by g.person, g.moment";
    ADD -> () = "
        insert into rating (organisation, id, round, person, moment, role, words, shared, rated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    CHANGE -> () = "
        update rating set role = $4, words = $5, shared = $6, rated_at = $7
        where organisation = $1 and person = $2 and id = $3";
    DELETE -> () = "delete from rating where organisation = $1 and person = $2 and id = $3";
    SEALED -> (RatingId, Sealed<Private>) = "select id, words from rating where organisation = $1 and person = $2";
    ANY -> (i64,) = "select count(*) from rating where organisation = $1";
    RESEAL -> () = "update rating set words = $4 where organisation = $1 and person = $2 and id = $3";
}

/// Where its words stand.
fn place(id: RatingId) -> Place {
    Place { table: "rating", column: "words", row: id.0 }
}

impl Row {
    fn opened(self, c: &mut Read<'_>) -> Result<Rating> {
        let words: Opened<Private> = c.open(Holder(self.person.0), place(self.id), &self.words)?;
        let Row { id, moment, shared, rated_at, .. } = self;
        Ok(Rating { id, moment, answered: words.words().and_then(Answered::from_private), shared, rated_at })
    }
}

/// When a round's people were asked.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn askings(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Asking>> {
    round.must(&ASKING, Verb::See)?;
    c.all(&ASKINGS, params![round.id])
}

/// The moments at which a round's people are, or were, asked; none whose letters are held. For whoever is in one of its
/// pairs: the caller has shown that.
///
/// # Errors
/// `Internal` when the database fails.
pub fn moments(c: &mut Read<'_>, round: RoundId) -> Result<Vec<Moment>> {
    let now = c.now();
    let mut all: Vec<Moment> = c.all(&BEGUN, params![round, now])?.into_iter().map(|(moment,)| moment).collect();
    all.sort();
    Ok(all)
}

/// Whether a round's people are asked now.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_open(c: &mut Read<'_>, round: RoundId, moment: Moment) -> Result<bool> {
    let now = c.now();
    Ok(c.first(&OPEN, params![round, moment, now])?.is_some())
}

/// Notes that they are asked from a moment on.
///
/// # Errors
/// `Conflict` when they were before.
pub fn ask(tx: &mut Tx<'_>, round: RoundId, moment: Moment, by: PersonId, from: Instant) -> Result<()> {
    tx.run(&ASK, params![round, moment, from, by])?;
    Ok(())
}

/// Notes that they are not any more from a moment on, and what came of it.
///
/// # Errors
/// `Internal` when the database fails.
pub fn close(tx: &mut Tx<'_>, round: RoundId, moment: Moment, from: Instant, summary: Option<&Summary>) -> Result<()> {
    tx.run(&CLOSE, params![round, moment, from, summary.map(Json)])?;
    Ok(())
}

/// Takes back that they are asked, while that lies ahead; what it would have closed goes on. Tells whether it did.
///
/// # Errors
/// `Internal` when the database fails.
pub fn withdraw(tx: &mut Tx<'_>, round: RoundId, moment: Moment) -> Result<bool> {
    let now = tx.now();
    let withdrawn = tx.run(&WITHDRAW, params![round, moment, now])? == 1;
    tx.run(&GO_ON, params![round, now])?;
    Ok(withdrawn)
}

/// What a round came to, when asking has ended. The caller has shown that its report is theirs to see.
///
/// # Errors
/// `Internal` when the database fails.
pub fn summary(c: &mut Read<'_>, round: RoundId) -> Result<Option<Summary>> {
    Ok(c.first(&SUMMARY, params![round])?.and_then(|(summary,)| summary).map(|summary| summary.0))
}

/// Everybody in a pair of the round that has begun, by name.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn people(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Askable>> {
    round.must(&ASKING, Verb::See)?;
    c.all(&PEOPLE, params![round.id])
}

/// How many have answered.
///
/// # Errors
/// `NotFound` when it is not theirs to see.
pub fn answered(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Counted> {
    round.must(&ASKING, Verb::See)?;
    c.one(&ANSWERED, params![round.id])
}

/// What the viewer is asked now, and has not answered.
///
/// # Errors
/// `Internal` when the database fails.
pub fn asked_of(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<AskedOf>> {
    let now = c.now();
    c.all(&ASKED_OF, params![viewer.person, now])
}

/// The outcomes of a scheme, in order: those that are no longer asked about too.
///
/// # Errors
/// `Internal` when the database fails.
pub fn outcome_ids(c: &mut Read<'_>, scheme: SchemeId) -> Result<Vec<OutcomeId>> {
    Ok(c.all(&OUTCOMES, params![scheme])?.into_iter().map(|(id,)| id).collect())
}

/// Whether a scheme has outcomes to ask about.
///
/// # Errors
/// `Internal` when the database fails.
pub fn has_outcomes(c: &mut Read<'_>, scheme: SchemeId) -> Result<bool> {
    Ok(c.one(&ASKABLE, params![scheme])?.0 > 0)
}

/// What the viewer said at a moment.
///
/// # Errors
/// `Internal` when a database fails.
pub fn own(c: &mut Read<'_>, viewer: Viewer, round: RoundId, moment: Moment) -> Result<Option<Rating>> {
    let row = c.first(&OWN, params![viewer.person, round, moment])?;
    row.map(|row| row.opened(c)).transpose()
}

/// Everything the viewer said.
///
/// # Errors
/// `Internal` when a database fails.
pub fn all_own(c: &mut Read<'_>, viewer: Viewer) -> Result<Vec<Rating>> {
    let rows = c.all(&ALL_OWN, params![viewer.person])?;
    rows.into_iter().map(|row| row.opened(c)).collect()
}

/// What people of a round share with the coach, by name.
///
/// # Errors
/// `NotFound` unless the viewer coaches it.
pub fn shared(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<(String, Rating)>> {
    round.must(&SHARED_RATING, Verb::List)?;
    let rows = c.all(&SHARED, params![round.id])?;
    rows.into_iter().map(|row| Ok((row.name.clone(), row.opened(c)?))).collect()
}

/// Everybody of a round who answered both times, by nobody's name: for working out what it came to, which is guarded.
pub(super) fn everybody(c: &mut Read<'_>, round: &Reached<Round>) -> Result<Vec<Both>> {
    round.must(&ASKING, Verb::Write)?;
    let mut before = HashMap::new();
    let mut after = Vec::new();
    for row in c.all(&EVERYBODY, params![round.id])? {
        let (person, role, moment) = (row.person, row.role, row.moment);
        let Some(answered) = row.opened(c)?.answered else { continue };
        match moment {
            Moment::Before => drop(before.insert(person, answered)),
            Moment::After => after.push((person, role, answered)),
        }
    }
    let both = |(person, role, after)| Some(Both { role, before: before.remove(&person)?, after });
    Ok(after.into_iter().filter_map(both).collect())
}

/// Keeps what the viewer says, in place of what they said before.
///
/// # Errors
/// `Conflict` when they were erased; `Internal` when a database fails.
pub fn keep(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    round: RoundId,
    (moment, role): (Moment, Role),
    answered: &Answered,
    shared: bool,
) -> Result<RatingId> {
    let (known, now, holder) = (own(tx, viewer, round, moment)?, tx.now(), Holder(viewer.person.0));
    let id = known.as_ref().map_or_else(|| tx.fresh::<RatingId>(), |known| known.id);
    let sealed = tx.seal(holder, place(id), &answered.to_private()?)?;
    match known {
        Some(_) => tx.run(&CHANGE, params![viewer.person, id, role, sealed, shared, now])?,
        None => tx.run(&ADD, params![id, round, viewer.person, moment, role, sealed, shared, now])?,
    };
    Ok(id)
}

/// Deletes one of the viewer's.
///
/// # Errors
/// `Internal` when the database fails.
pub fn delete(tx: &mut Tx<'_>, viewer: Viewer, id: RatingId) -> Result<()> {
    tx.run(&DELETE, params![viewer.person, id])?;
    Ok(())
}

/// Whether anybody said anything. For whoever looks after the keys.
///
/// # Errors
/// `Internal` when the database fails.
pub fn is_any(c: &mut Read<'_>) -> Result<bool> {
    Ok(c.one(&ANY, params![])?.0 > 0)
}

/// Seals an author's words anew where they are not under the newest key; tells how many. What cannot be opened stays.
///
/// # Errors
/// `Internal` when a database fails.
pub fn reseal(tx: &mut Tx<'_>, author: Holder) -> Result<u64> {
    let mut count = 0;
    for (id, sealed) in tx.all(&SEALED, params![author.0])? {
        if let Some(newer) = tx.sealed_anew(author, place(id), &sealed)? {
            count += tx.run(&RESEAL, params![author.0, id, newer])?;
        }
    }
    Ok(count)
}
